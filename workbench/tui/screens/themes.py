"""Themes: candidate themes with their codes, concept, definition and quotes."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from workbench.acts import quotes as quote_acts
from workbench.acts import themes as acts
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.codings import passages
from workbench.store.lookups.quotes import quote as load_quote
from workbench.store.lookups.themes import themes
from workbench.study.codes import PALETTE
from workbench.study.codings import CodedPassage
from workbench.study.history import Thing
from workbench.study.themes import Theme, ThemeStatus
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.form import Form
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.memos import open_memos
from workbench.tui.options import Option
from workbench.tui.passages import AROUND, PASSAGE_ROWS, Heading, draw, in_full
from workbench.tui.screens import codebook_tree
from workbench.tui.screens.codebook_tree import columns
from workbench.tui.screens.themes_gather import Gathering
from workbench.tui.screens.themes_list import Row, describe, details, draw_row, rows
from workbench.words import say
from workbench.words.history import value_name

# What the form calls the texts, and what a theme calls them.
_FIELDS = {
    "concept": "concept", "scope": "definition", "includes": "includes", "excludes": "excludes", "story": "story",
}  # fmt: skip


class Themes(Gathering):
    """Themes with the codes under them at the left, the theme or code in hand at the right."""

    ROOM = "themes"

    def panes(self) -> ComposeResult:
        """The list (or a theme's passages), the side pane; the form over both."""
        with Horizontal(id="page"):
            with Vertical(classes="stack beside"):
                yield OneLine(self.palette, id="captions")
                yield Ledger(self.palette, draw_row, empty=say("themes.nothing"), heading=_is_heading, id="themes")
                found = Ledger(self.palette, draw, PASSAGE_ROWS, heading=_is_code, id="passages")
                found.display = False
                yield found
            yield TextPane(self.palette, id="detail", classes="side")
        yield Form(self.palette, tuple(_FIELDS))

    @property
    def found(self) -> Ledger:
        """The passages of the theme in hand."""
        return self.query_one("#passages", Ledger)

    def main_ledger(self) -> Ledger:
        """The list that is shown."""
        return self.found if self.found.display else self.outline

    def focus_main(self) -> None:
        """The list has the keys."""
        self.main_ledger().focus()

    # Showing

    def reload(self) -> None:
        """Read the themes again; the place in the list is kept."""
        held = self.row
        self.book, self.themes = codebook(self.study), themes(self.study)
        self._show_rows(held.key if held else (0, 0))
        if self.found.display:
            theme = self.theme_in_hand
            if theme is None or held is None or held.theme is None or theme.id != held.theme.id:
                self._close_passages()
            else:
                self.found.set_items(self._passages(theme))
        self._show_captions()
        self.show_item()

    def _show_rows(self, key: tuple[int, int]) -> None:
        listed = rows(self.study, self.book, self.themes)
        self.outline.set_items(listed, next((at for at, row in enumerate(listed) if row.key == key and any(key)), None))

    def _show_captions(self) -> None:
        line, theme = self.query_one("#captions", OneLine), self.theme_in_hand
        if self.found.display and theme is not None:
            count = sum(isinstance(one, CodedPassage) for one in self.found.items)
            line.show(
                [(" █ ", theme.colour), (theme.name, "strong"), (f"  {say('passages.count', count=count)}", "dim")]
            )
        else:
            hint = say("beside.hint") if self.has_class("narrow") else ""
            left = [(f"  {say('themes.list')}", "title"), (f"  {hint}", "dim")]
            line.show(left, [("  ".join(("", *columns())) + " ", "dim")])

    def show_item(self) -> None:
        """Show the theme, the code or the passage in hand."""
        pane, row = self.query_one("#detail", TextPane), self.row
        if self.found.display:
            one: CodedPassage | None = self.found.current
            colour = self.book.get(one.coding.code_id).colour if one else ""
            pane.show(lambda width: in_full(one, colour, width) if one else ())
        elif row is None:
            pane.show(lambda _: ())
        elif row.code is not None:
            code, known = row.code, codebook_tree.details(self.study, row.code, self.book, self.themes)
            pane.show(lambda width: codebook_tree.describe(code, known, width))
        elif row.theme is not None:
            theme, told = row.theme, details(self.study, row.theme, self.book)
            pane.show(lambda width: describe(theme, told, width))

    def title_parts(self) -> tuple[Line, Line]:
        """How many themes, and how far they have come."""
        left, _ = super().title_parts()
        right: list[Part] = [(say("themes.count", count=len(self.themes)), "")]
        for status in ThemeStatus:
            if count := sum(theme.status is status for theme in self.themes):
                right.append((f" · {count} {value_name(status)}", "dim"))
        return left, right

    def thing(self) -> Thing | None:
        """The code or the theme in hand, or the coding whose passage is."""
        if self.forming or (row := self.row) is None:
            return None
        if self.found.display:
            one: CodedPassage | None = self.found.current
            return Thing("coding", one.coding.id) if one else None
        if row.code is not None:
            return Thing("code", row.code.id)
        return Thing("theme", row.theme.id) if row.theme else None

    def states(self) -> set[str]:
        """A theme, a code under it, a code under none, or a passage is in hand."""
        if self.forming:
            return set()
        if self.found.display:
            return {"passages"} if self.found.current else set()
        row = self.row
        if row is None:
            return set()
        if row.theme is None:
            return {"loose"}
        return {"item", "code"} if row.code else {"item"}

    def step_back(self) -> bool:
        """Leave form, passages, the theme's page, in this order."""
        if self.leave_form():
            return True
        if self.found.display:
            self._close_passages()
            return True
        return self.leave_side()

    # The theme

    def do_themes_add(self) -> None:
        """Add a theme: name, then the concept in one line."""
        self._close_passages()

        def ask_concept(name: str) -> None:
            if not name.strip():
                self.tell(say("themes.nameless"), "warn")
                return
            self.ask(say("themes.add.concept", theme=name.strip()), lambda concept: make(name, concept))

        def make(name: str, concept: str) -> None:
            self.go_to(acts.add(self.study, name, concept=concept))
            self.done("themes.added", theme=name.strip())

        self.ask(say("themes.add"), ask_concept)

    def do_themes_define(self) -> None:
        """Write concept, definition, what it takes in and leaves out, and its story."""
        theme = self.theme_held()
        texts = {shown: str(getattr(theme, name)) for shown, name in _FIELDS.items()}

        def keep(written: dict[str, str]) -> None:
            acts.define(self.study, theme.id, {_FIELDS[name]: text for name, text in written.items()})
            self.done("themes.defined", theme=theme.name)

        self.open_form(say("themes.defining", theme=theme.name), texts, keep)

    def do_themes_rename(self) -> None:
        """Give the theme another name."""
        theme = self.theme_held()

        def keep(name: str) -> None:
            acts.rename(self.study, theme.id, name)
            self.done("themes.renamed", theme=theme.name, to=name.strip())

        self.ask(say("themes.rename", theme=theme.name), keep, value=theme.name)

    def do_themes_colour(self) -> None:
        """Give the theme another colour of the palette."""
        theme = self.theme_held()
        now = say("themes.colour.now")
        options = [
            Option(hue, f"████  {say(f'colour.{hue}')}", now if hue == theme.colour else "", colour=hue)
            for hue in PALETTE
        ]

        def chosen(hue: str, _: str) -> None:
            acts.recolour(self.study, theme.id, hue)
            self.done("themes.coloured", theme=theme.name, colour=say(f"colour.{hue}"))

        self.choose(say("themes.colour", theme=theme.name), options, chosen)

    def do_themes_status(self) -> None:
        """Say how far the theme has come."""
        theme = self.theme_held()
        options = [Option(one, value_name(one), say(f"themes.status.{one}")) for one in ThemeStatus]

        def chosen(status: ThemeStatus, _: str) -> None:
            acts.set_status(self.study, theme.id, status)
            self.done("themes.status_set", theme=theme.name, status=value_name(status))

        first = list(ThemeStatus).index(theme.status)
        self.choose(say("themes.status", theme=theme.name), options, chosen, first=first)

    def do_themes_earlier(self) -> None:
        """One place up."""
        self._reorder(-1)

    def do_themes_later(self) -> None:
        """One place down."""
        self._reorder(1)

    def _reorder(self, step: int) -> None:
        if not acts.reorder(self.study, self.theme_held().id, step):
            self.tell(say("codebook.edge"), "warn")

    def do_themes_remove(self) -> None:
        """Take the theme away; codes and quotes stay."""
        theme = self.theme_held()
        acts.remove(self.study, theme.id)
        self.done("themes.removed", theme=theme.name)

    def do_themes_memo(self) -> None:
        """Write a memo on the theme, or open one that is there."""
        theme = self.theme_held()
        kept = lambda: self.done("themes.memo_kept", theme=theme.name)  # noqa: E731
        open_memos(self, "theme", theme.id, say("themes.memo", theme=theme.name), kept)

    # Codes and passages

    def do_themes_release(self) -> None:
        """Take the code in hand out of its theme."""
        theme, row = self.theme_held(), self.row
        assert row is not None and row.code is not None
        acts.release(self.study, theme.id, row.code.id)
        self.done("codebook.theme.out", code=row.code.name, theme=theme.name)

    def _passages(self, theme: Theme) -> list[CodedPassage | Heading]:
        listed: list[CodedPassage | Heading] = []
        for code_id in theme.code_ids:
            code, found = self.book.get(code_id), passages(self.study, [code_id], around=AROUND)
            if found:
                listed += [Heading(code.name, code.colour, len(found)), *found]
        return listed

    def do_themes_quotes(self) -> None:
        """Read the theme's passages, code by code."""
        theme = self.theme_held()
        found = self._passages(theme)
        if not found:
            self.tell(say("themes.no_passages", theme=theme.name), "warn")
            return
        self.outline.display, self.found.display = False, True
        row = self.row
        wanted = row.code.name if row and row.code else ""
        self.found.set_items(found, _first(found, wanted))
        self.focus_main()
        self._show_captions()
        self.show_item()

    def _close_passages(self) -> None:
        if self.found.display:
            self.found.display, self.outline.display = False, True
            self.focus_main()
            self._show_captions()
            self.show_item()

    def do_themes_pick(self) -> None:
        """Put the passage on the quote board under this theme."""
        one: CodedPassage = self.found.current
        theme = self.theme_held()
        if one.quote_id is None:
            quote_acts.pick(self.study, one.coding.id, theme.id)
            self.done("themes.picked", theme=theme.name)
        elif load_quote(self.study, one.quote_id).theme_id == theme.id:
            self.tell(say("themes.picked_already", theme=theme.name), "warn")
        else:
            quote_acts.place(self.study, one.quote_id, theme.id)
            self.done("themes.placed", theme=theme.name)

    def do_themes_open(self) -> None:
        """Open the transcript at the passage."""
        one: CodedPassage = self.found.current
        self.workbench.open_transcript(one.coding.transcript_id, one.coding.span.start)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """A double click defines a theme, or opens a passage."""
        if event.ledger is self.found and self.found.current:
            self.do_themes_open()
        elif event.ledger is self.outline and self.theme_in_hand:
            self.do_themes_define()


def _is_heading(row: Row) -> bool:
    return row.heading


def _is_code(item: CodedPassage | Heading) -> bool:
    return isinstance(item, Heading)


def _first(found: Sequence[CodedPassage | Heading], code: str) -> int:
    return next((at for at, one in enumerate(found) if isinstance(one, Heading) and one.name == code), 0)
