"""Searches that are kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from workbench.tui.options import Option
from workbench.tui.screens.search_asking import WORDS, Asking
from workbench.words import say

if TYPE_CHECKING:
    from workbench.store.lookups.searches import SavedSearch


class KeptSearches(Asking):
    """Commands `search.keep`, `search.saved`, `search.forget`."""

    def put(self, text: str, *, parts: bool = True, stems: bool = False, notes: bool = False) -> None:
        """Search for `text` and go to the hits."""
        ways = (True, True) if stems else (parts, False)
        self.words_way = next(at for at, (_, *way) in enumerate(WORDS) if tuple(way) == ways)
        self.in_notes = notes
        self.marked.clear()
        with self.field.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)
        self.search()
        self.focus_main()

    def do_search_keep(self) -> None:
        """Keep the search under a name."""
        from workbench.acts import searches

        text, notes, (_, parts, stems) = self.field.value, self.in_notes, WORDS[self.words_way]
        searches.check(self.study, text)

        def keep(name: str) -> None:
            searches.keep(self.study, name, text, parts=parts, stems=stems, notes=notes)
            self.tell(say("search.kept", name=" ".join(name.split())), "good")

        self.ask(say("search.keep"), keep, value=" ".join(text.split()))

    def do_search_saved(self) -> None:
        """Run a kept search."""

        def run(one: SavedSearch, _: str) -> None:
            self.put(one.text, parts=one.parts, stems=one.stems, notes=one.notes)

        self._choose_kept(say("search.saved"), run)

    def do_search_forget(self) -> None:
        """Remove a kept search."""
        from workbench.acts import searches

        def remove(one: SavedSearch, _: str) -> None:
            searches.remove(self.study, one.id)
            self.tell(say("search.forgotten", name=one.name), "accent")

        self._choose_kept(say("search.forget"), remove)

    def _choose_kept(self, title: str, done: Any) -> None:
        from workbench.store.lookups.searches import saved

        options = [Option(one, one.name, _detail(one), one.text) for one in saved(self.study)]
        if options:
            self.choose(title, options, done)
        else:
            self.tell(say("search.saved_none"), "warn")


def _detail(one: SavedSearch) -> str:
    ways = [one.text]
    if one.notes:
        ways.append(say("search.where.notes"))
    if one.stems or not one.parts:
        ways.append(say("search.words.stems" if one.stems else "search.words.whole"))
    return " · ".join(ways)
