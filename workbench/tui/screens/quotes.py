"""The quote board: quotes by theme in order, as they will be printed, edited with marks."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from workbench.errors import WorkbenchError
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.study.history import Thing
from workbench.study.quotes import EditKind, PieceKind, PlacedQuote, changed_share
from workbench.study.text import shorten
from workbench.study.themes import Theme, ThemeStatus
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Line, Part, bar, flowed, wrapped
from workbench.tui.frames import Down
from workbench.tui.later import later
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.options import Option
from workbench.tui.room import Room
from workbench.tui.screens.coding_moves import CaretMoves
from workbench.tui.screens.quotes_edit import Editing
from workbench.tui.screens.quotes_export import Exporting
from workbench.tui.screens.quotes_said import said_lines
from workbench.words import say
from workbench.words.attributes import template_kept
from workbench.words.told import translated

if TYPE_CHECKING:
    import workbench.report.shelf as report
    from workbench.acts import people as people_acts
    from workbench.acts import quotes as acts
    from workbench.report.board_quote import BoardQuote
    from workbench.report.shelf import Group, Shelf
else:
    people_acts, acts, report = later("workbench.acts.people", "workbench.acts.quotes", "workbench.report.shelf")

_LOOKS = {PieceKind.WORDS: "", PieceKind.CUT: "warn", PieceKind.INSERT: "accent", PieceKind.MASK: "good"}
_LINES = 4
# More quotes under a theme are weighed in the background, so many at a time.
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class _Heading:
    theme: Theme | None
    quotes: int


class Quotes(Editing, Exporting, CaretMoves, Room):
    """The board, the current quote as printed beside it."""

    ROOM = "quotes"

    def __init__(self) -> None:
        super().__init__()
        self._shelf: Shelf | None = None
        self._from = self._people = 0
        self._balances: dict[int, Mapping[str, int]] = {}

    def panes(self) -> ComposeResult:
        """Board or transcript at the left, the quote as printed at the right or below."""
        with Down(classes="stack"):
            yield Ledger(self.palette, self._draw, _LINES, empty=say("quotes.empty"), heading=_is_heading, id="board")
            yield self.edit_view()
            yield TextPane(self.palette, id="below", classes="below")
        yield TextPane(self.palette, id="printed", classes="side")

    def focus_main(self) -> None:
        """The board has the keys, or the words being edited."""
        (self.editor if self.editing else self.query_one("#board", Ledger)).focus()

    def reload(self) -> None:
        """Read the board again."""
        self._people = len(people_lookup.participants(self.study))
        self._shelf = shelf = report.Shelf(self.study)
        self._balances.clear()
        self._from = shelf.people()
        items: list[_Heading | PlacedQuote] = []
        for group in (*shelf.groups, shelf.loose):
            if group.theme or group.quotes:
                items += [_Heading(group.theme, len(group.quotes)), *group.quotes]
        self.query_one("#board", Ledger).set_items(items if shelf.quotes else [])
        self.show_item()

    def title_parts(self) -> tuple[Line, Line]:
        """How many quotes from how many people."""
        left, right = super().title_parts()
        if self._shelf:
            count = len(self._shelf.quotes)
            right = [(say("quotes.count", quotes=count, people=self._from, all=self._people), "dim")]
        return left, right

    def current(self) -> "BoardQuote | None":
        """Return the current quote; None too for one that cannot be read, with which nothing can be done."""
        with suppress(WorkbenchError):
            return self._current()
        return None

    def _current(self) -> "BoardQuote | None":
        item = self.query_one("#board", Ledger).current
        return self._shelf.quote(item) if self._shelf and isinstance(item, PlacedQuote) else None

    def thing(self) -> Thing | None:
        """The current quote."""
        quote = None if self.editing else self.current()
        return Thing("quote", quote.quote.id) if quote else None

    def states(self) -> set[str]:
        """What the keys depend on."""
        if self.editing:
            return {"editing", "text", "selection"} if self.editor.selection else {"editing", "text"}
        quote = self.current()
        if quote is None:
            return set()
        return {"item", "edits"} if quote.quote.edits else {"item"}

    def transcript_of(self, quote: "BoardQuote") -> Transcript:
        """Return the quote's transcript, as the board has it."""
        assert self._shelf is not None
        return self._shelf.transcript(quote.quote.transcript_id)

    # Drawing

    def _draw(self, item: "_Heading | PlacedQuote", width: int) -> Sequence[Line]:
        assert self._shelf is not None
        if isinstance(item, _Heading):
            return _heading_lines(item)
        try:
            return self._quote_lines(self._shelf.quote(item), width)
        except WorkbenchError as error:
            return wrapped(translated(str(error)), width - 4, "error", "  ")

    def _quote_lines(self, item: "BoardQuote", width: int) -> Sequence[Line]:
        words = wrapped(f"«{' '.join(item.text.split())}»", width - 4)
        lines: list[Line] = [[("  ", ""), *words[0]]]
        second = [("  ", ""), *words[1]] if len(words) > 1 else []
        if len(words) > 2:
            second = [*second, (" …", "dim")]
        lines.append(second)
        tail: list[Part] = [("  ", ""), (item.attribution or "?", "good" if item.attribution else "warn")]
        tail.append((f"  {item.reference(say('turn.word'))}  {item.code}", "dim"))
        if item.refusal is not None:
            tail.append((f"  ⊘ {say(f'consent.mark.{item.refusal.name}')}", "error"))
        if item.undecided:
            tail.append(("  !", "warn"))
        return [*lines, tail]

    def show_item(self) -> None:
        """Show the current quote as printed; a WorkbenchError says why it cannot be."""
        quote = self._current()
        if quote is None:
            for pane in ("#printed", "#below"):
                self.query_one(pane, TextPane).show(lambda _: ())
            return
        self.query_one("#printed", TextPane).show(lambda width: self._printed(quote, width, whole=True))
        self.query_one("#below", TextPane).show(lambda width: self._printed(quote, width, whole=False))

    def _printed(self, quote: "BoardQuote", width: int, *, whole: bool) -> Sequence[Line]:
        lines: list[Line] = [[(say("quotes.as_printed"), "title")]]
        for paragraph in quote.paragraphs:
            parts: list[Part] = [(f"{paragraph.voice}: ", "dim")] if paragraph.voice else []
            parts += [(piece.text.replace("\n", " "), _LOOKS[piece.kind]) for piece in paragraph.pieces]
            lines += flowed(parts, width)
        lines.append([(f"({quote.attribution})" if quote.attribution else "", "good")])
        lines.append([(quote.reference(say("turn.word")), "dim")])
        lines += [*self._warnings(quote, width), *said_lines(quote.quote, width)]
        if quote.quote.edits:
            lines += [[], [(say("quotes.edits"), "title")]]
            for edit in quote.quote.edits:
                text = edit.text if edit.kind is EditKind.INSERT else shorten(self.raw(quote, edit.start, edit.end), 60)
                lines += wrapped(say(f"quotes.edit.{edit.kind}", text=text), width, "dim")
        if whole:
            lines += [[], [(say("quotes.raw"), "title")]]
            lines += wrapped(self.raw(quote, quote.quote.span.start, quote.quote.span.end), width, "dim")
            lines += self._theme_lines(quote, width)
        return lines

    def _warnings(self, quote: "BoardQuote", width: int) -> list[list[Part]]:
        lines: list[list[Part]] = []
        if quote.refusal is not None:
            lines += wrapped(f"⊘ {say(f'quotes.refused.{quote.refusal.name}', person=quote.refusing)}", width, "error")
        if quote.undecided:
            names = ", ".join(dict.fromkeys(mask.entity.name for mask in quote.undecided))
            lines += wrapped(say("quotes.undecided", names=names), width, "warn")
        if not quote.attribution:
            lines += wrapped(say("quotes.no_attribution"), width, "warn")
        share = round(100 * changed_share(quote.quote.span, quote.quote.edits))
        if share > 30:
            lines.append([(say("quotes.share", share=share), "warn")])
        return lines

    def _theme_lines(self, quote: "BoardQuote", width: int) -> list[Line]:
        assert self._shelf is not None
        group = self._shelf.group_of(quote.quote.theme_id)
        if group.theme is None:
            return []
        lines: list[Line] = [[], [(say("quotes.theme"), "title")], [(group.theme.name, "strong")]]
        lines += wrapped(group.theme.concept, width, "dim")
        lines += [[], [(say("quotes.balance"), "title")]]
        shares = self._balance(group.theme.id, group, self._shelf)
        total = sum(shares.values()) or 1
        for person, words in sorted(shares.items(), key=lambda pair: -pair[1]):
            lines.append(
                [(f"{person:<8}", ""), (bar(words / total, 12), "good"), (f" {100 * words // total} %", "dim")]
            )
        return lines

    def _balance(self, theme_id: int, group: "Group", shelf: "Shelf") -> Mapping[str, int]:
        """Return how many words each person gives to a theme; nothing yet while many quotes are weighed."""
        if theme_id not in self._balances:
            self._balances[theme_id] = {}
            if len(group.quotes) > _AT_ONCE:
                self.run_worker(self._weigh(theme_id, group, shelf), group="weighing")
            else:
                self._balances[theme_id] = _summed(shelf.words(group))
        return self._balances[theme_id]

    async def _weigh(self, theme_id: int, group: "Group", shelf: "Shelf") -> None:
        words = shelf.words(group)
        shares: Counter[str] = Counter()
        while some := list(islice(words, _AT_ONCE // 4)):
            shares.update(_summed(some))
            # A key pressed meanwhile goes first.
            await asyncio.sleep(0)
        if shelf is self._shelf:
            self._balances[theme_id] = shares
            self.show_item()

    # Acting

    def do_quotes_earlier(self) -> None:
        """Move the quote up within its theme."""
        self._reorder(-1)

    def do_quotes_later(self) -> None:
        """Move the quote down within its theme."""
        self._reorder(1)

    def _reorder(self, step: int) -> None:
        if quote := self.current():
            if acts.reorder(self.study, quote.quote.id, step):
                self._follow(quote.quote.id)
            else:
                self.tell(say("quotes.edge"), "warn")

    def _follow(self, quote_id: int) -> None:
        ledger = self.query_one("#board", Ledger)
        for index, item in enumerate(ledger.items):
            if isinstance(item, PlacedQuote) and item.id == quote_id:
                ledger.go(index)

    def do_quotes_place(self) -> None:
        """Put the quote under another theme."""
        if quote := self.current():

            def chosen(theme: object, _: str) -> None:
                acts.place(self.study, quote.quote.id, theme if isinstance(theme, int) and theme else None)
                self._follow(quote.quote.id)

            options = [
                Option(theme.id, theme.name, theme.concept, colour=theme.colour)
                for theme in theme_lookup.themes(self.study)
                if theme.status is not ThemeStatus.DROPPED
            ]
            self.choose(say("quotes.place"), [*options, Option(0, say("quotes.loose"))], chosen)

    def do_quotes_drop(self) -> None:
        """Take the quote off the board."""
        if quote := self.current():
            acts.drop(self.study, quote.quote.id)
            self.tell(say("quotes.dropped"), "accent")

    def do_quotes_take_back(self) -> None:
        """Take the newest edit back."""
        if (quote := self.current()) and quote.quote.edits:
            acts.take_back(self.study, quote.quote.id, max(edit.id for edit in quote.quote.edits))
            self.tell(say("quotes.taken_back"), "good")

    def do_quotes_open(self) -> None:
        """Open the passage in its transcript."""
        if quote := self.current():
            self.workbench.open_transcript(quote.quote.transcript_id, quote.quote.span.start)

    def do_quotes_copy(self) -> None:
        """Copy the quote as printed, with attribution."""
        from workbench.tui.clipboard import printed_quote

        if quote := self.current():
            words = printed_quote(quote)
            self.workbench.copy_to_clipboard(words)
            self.tell(say("quotes.copied", words=words), "good")

    def do_quotes_template(self) -> None:
        """Change the attribution template."""
        from workbench.study.attribution import DEFAULT_TEMPLATES

        def keep(template: str) -> None:
            people_acts.set_setting(self.study, "attribution", template_kept(template.strip()))
            quote = self.current()
            self.tell(say("quotes.template_done", example=quote.attribution if quote else template), "good")

        now = self.study.setting("attribution", DEFAULT_TEMPLATES[self.study.language])
        self.ask(say("quotes.template", gender="{gender}", age_band="{age_band}"), keep, value=now)

    def step_back(self) -> bool:
        """Leave editing or stop writing first."""
        return self.leave_editing() or self.stop_writing()


def _summed(words: Iterable[tuple[str, int]]) -> Counter[str]:
    shares: Counter[str] = Counter()
    for person, count in words:
        shares[person] += count
    return shares


def _heading_lines(item: _Heading) -> list[Line]:
    theme = item.theme
    colour = theme.colour if theme else ""
    name = theme.name if theme else say("quotes.loose")
    return [
        [],
        [("▌", colour or "dim"), (name, "title"), (f"  {item.quotes}", "dim")],
        [("▌", colour or "dim"), (theme.concept if theme else "", "dim")],
    ]


def _is_heading(item: object) -> bool:
    return isinstance(item, _Heading)
