"""How a transcript is drawn: text with marks, a gutter with turns and speakers, a margin with codes.

Rows without the caret are kept ready drawn. Positions are code points of the transcript's text.
"""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn
from workbench.tui.drawing import cut
from workbench.tui.ghosts import Ghosts, agrees
from workbench.tui.looks import Palette
from workbench.tui.margin import bracket, labels
from workbench.tui.marks import Lanes, Passage, PassageIndex
from workbench.tui.note_rows import NOTED, Marks, NoteRows
from workbench.tui.overview import LEVELS, PLAIN_LEVELS, Overview, cuts
from workbench.tui.page import Page, drawn
from workbench.tui.signs import PlainSigns
from workbench.words.speakers import shown_speaker

MEASURE = 84
_KEPT_ROWS = 512


_CYCLE = (Marks.CALM, Marks.FOCUS, Marks.HUES, Marks.CLEAN)
NOT_DATA_SIGN, DOUBT_SIGN = "╎", "?"
_DOUBT = Style(italic=True)
_EMPTY = Transcript(0, "", "", "", ())


class TranscriptRows(NoteRows):
    """What stands on the screen of one transcript, and how its rows look."""

    def __init__(self, palette: Palette, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.palette = palette
        self.transcript = _EMPTY
        self.caret = 0
        self.fixed_end: int | None = None
        self.moving_end: int | None = None
        self.marks = Marks.CALM
        self.focus_code = 0
        self.current = 0
        self._index = PassageIndex(())
        self._page = Page("", (), 20)
        self._lanes = Lanes(self._index, self._page)
        self._hits: list[tuple[int, int]] = []
        self._grown: list[tuple[int, int]] = []
        self._doubts: Sequence[tuple[int, int]] = ()
        self._kept: OrderedDict[tuple[int, tuple[int, int] | None], Strip] = OrderedDict()
        self._gutter = 10
        self._lane_count = 5
        self._label = 0
        self._wanted_column: int | None = None
        self._drag: int | None = None
        self._overview: Overview | None = None
        self._turn_levels = False
        self._ghosts: Ghosts | None = None
        self._ghost_lanes = 0

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show other passages on the same text."""
        self._index = PassageIndex(passages)
        self._lanes = Lanes(self._index, self._page)
        self._overview = None
        self._redraw()

    def put_aside(self) -> tuple[PassageIndex, Lanes, Page]:
        """Return the passages as they are laid out, to be taken up again."""
        return self._index, self._lanes, self._page

    def take_up(self, aside: tuple[PassageIndex, Lanes, Page]) -> None:
        """Show passages that were put aside."""
        self._index, lanes, page = aside
        self._lanes = lanes if page is self._page else Lanes(self._index, self._page)
        self._overview = None
        self._redraw()

    def change_passages(self, put: Sequence[Passage], taken: Iterable[int]) -> None:
        """Show these passages too, in place of those of the same codings, and those no longer."""
        taken = list(taken)
        if self._overview is not None:
            gone = (self._index.get(one) for one in (*taken, *(passage.coding_id for passage in put)))
            for passage in (*gone, *put):
                if passage is not None:
                    self._overview.touch(passage.span)
        for coding_id in taken:
            self._index.take(coding_id)
            self._lanes.take(coding_id)
        for passage in put:
            self._index.put(passage)
            self._lanes.put(passage)
        self._redraw()

    @property
    def counted(self) -> Overview | None:
        """The numbers of the text as it is shown, as far as they are counted."""
        return self._overview

    def overview(self, tellers: Collection[int]) -> Overview:
        """Return the numbers of the parts of the text as it is shown; `tellers` are those whose words count."""
        if self._overview is None:
            parts = cuts(self._page, max(1, self.size.height))
            self._overview = Overview(self.transcript, tellers, self._index, parts)
        return self._overview

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette = palette
        self._redraw()

    def set_hits(self, hits: list[tuple[int, int]]) -> None:
        """Mark search hits (sorted, without overlap)."""
        self._hits = hits
        self._redraw()

    def show_turn_levels(self, shown: bool) -> None:
        """Show beside each turn how many passages it has, or no longer."""
        if shown != self._turn_levels:
            self._turn_levels = shown
            self._redraw()

    @property
    def ghosts(self) -> Ghosts | None:
        """The passages of another, or of then, that stand beside one's own."""
        return self._ghosts

    @property
    def ghosts_here(self) -> list[tuple[Passage, bool]]:
        """The ghosts over the caret, and whether one has coded the same words so oneself."""
        if self._ghosts is None or self.reading:
            return []
        return [(one, agrees(one, self._index)) for one in self._ghosts.at(self.caret)]

    @property
    def hits(self) -> list[tuple[int, int]]:
        """The marked search hits."""
        return self._hits

    def cycle_marks(self) -> Marks:
        """Draw the marks in the next of the four ways and return it."""
        self.marks = _CYCLE[(_CYCLE.index(self.marks) + 1) % len(_CYCLE)]
        self._redraw()
        return self.marks

    def set_focus_code(self, code_id: int) -> None:
        """Give one code's words their hue (0: none)."""
        self.focus_code = code_id
        if code_id and self.marks is Marks.CALM:
            self.marks = Marks.FOCUS
        self._redraw()

    @property
    def here(self) -> list[Passage]:
        """The passages over the caret, the shortest first."""
        return self._index.at(self.caret)

    def meeting(self, span: Span) -> list[Passage]:
        """Return the passages that share a character with a span, by place."""
        return self._index.meeting(span.start, span.end)

    def touched(self, span: Span) -> Passage | None:
        """Return the first passage that shares a character with a span."""
        return next(iter(self.meeting(span)), None)

    @property
    def passages(self) -> Sequence[Passage]:
        """All passages of this transcript, by place."""
        return self._index.passages

    @property
    def passage_count(self) -> int:
        """How many passages this transcript has."""
        return len(self._index)

    @property
    def _compact(self) -> bool:
        """Whether turns follow one another without a blank line."""
        return self.app.has_class("-compact")  # pyright: ignore[reportUnknownMemberType]

    def jump_rows(self) -> Sequence[tuple[int, int]]:
        """Return the first row of each turn that is seen, and its beginning in the text."""
        top, page = self.scroll_offset.y, self._page
        rows = range(top, min(len(page), top + self.size.height))
        firsts = [row for row in rows if page.turns[row] >= 0 and (not row or page.turns[row - 1] != page.turns[row])]
        return [(row - top, page.starts[row]) for row in firsts]

    def _redraw(self) -> None:
        self._kept.clear()
        self.refresh()

    def _lay_out(self) -> None:
        width = self.size.width
        if not width:
            # Not on the screen yet; the first resize lays out.
            self._page = Page("", (), 20)
            return
        said_by = {(turn.speaker, turn.role): turn for turn in self.transcript.turns}.values()
        speakers = max((cell_len(drawn(_speaker(turn))) for turn in said_by), default=3)
        number = len(str(len(self.transcript.turns) or 1))
        self._gutter = number + 1 + min(speakers, 10 if width >= 90 else 4) + 2
        spare = width - self._gutter - 1
        self._lane_count = 5 if spare >= 80 else 3
        self._ghost_lanes = 0 if self._ghosts is None else 3 if spare >= 80 else 2
        lanes = (self._lane_count + self._ghost_lanes) * 2 + 1
        free = spare - lanes
        least = 18 if free >= 84 else 14 if free >= 68 else 9 if free >= 50 else 0
        self._label = max(least, min(30, free - MEASURE))
        text_width = max(20, min(MEASURE, spare - lanes - self._label))
        self._page = Page(self.transcript.text, self.transcript.turns, text_width, gap=not self._compact)
        self._lanes = Lanes(self._index, self._page)
        if self._ghosts is not None:
            self._ghosts.lay_out(self._page)
        self._overview = None
        self.virtual_size = Size(width, len(self._page))
        self._redraw()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        row = y + self.scroll_offset.y
        width = self.size.width
        if row >= len(self._page):
            return Strip.blank(width, self.palette.base)
        selection = self._selected_on(row)
        if self._page.row_of(self.caret) == row:
            return self._strip(row, selection)
        key = (row, selection)
        strip = self._kept.get(key)
        if strip is None:
            strip = self._kept[key] = self._strip(row, selection)
            if len(self._kept) > _KEPT_ROWS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return strip

    def _strip(self, row: int, selection: tuple[int, int] | None) -> Strip:
        return Strip(self._segments(row, selection)).adjust_cell_length(self.size.width, self.palette.base)

    def _selected_on(self, row: int) -> tuple[int, int] | None:
        """Return the selected part of a row, or None."""
        selection = self._selected_range()
        if selection is None:
            return None
        start, end = self._page.starts[row], self._page.ends[row]
        low, high = max(start, selection[0]), min(end, selection[1])
        return (low, high) if low < high else None

    def _selected_range(self) -> tuple[int, int] | None:
        if self.fixed_end is None or self.moving_end is None:
            return None
        return min(self.fixed_end, self.moving_end), max(self.fixed_end, self.moving_end) + 1

    def _segments(self, row: int, selection: tuple[int, int] | None) -> list[Segment]:
        base = self.palette.base
        turn = self._page.turns[row]
        if turn < 0:
            return [Segment(" " * (self._gutter + self._page.width + 1), base), *self._margin(row)]
        doubts = self._doubts_on(row)
        segments = self._gutter_segments(row, turn, bool(doubts))
        segments += self._text_segments(row, turn, selection, doubts)
        used = self._page.cells(row)
        caret_after = self.caret >= self._page.ends[row] and self._page.row_of(self.caret) == row
        if caret_after:
            segments.append(Segment(" ", base + self.palette.caret))
            used += 1
        left = self._page.width + 1 - used
        sign = self.note_sign(row) if left > 0 else []
        return [*segments, Segment(" " * max(0, left - len(sign)), base), *sign, *self._margin(row)]

    def _gutter_segments(self, row: int, turn_index: int, doubtful: bool) -> list[Segment]:
        base = self.palette.base
        turn = self.transcript.turns[turn_index]
        # What is no data, and what the recogniser was not sure of, is told by a sign, never by a colour alone.
        sign = NOT_DATA_SIGN if turn.role is Role.NOT_DATA else DOUBT_SIGN if doubtful else " "
        looks = {NOT_DATA_SIGN: self.palette.dim, DOUBT_SIGN: self.palette.looks["warn"]}
        first = not row or self._page.turns[row - 1] != turn_index
        if first and sign == " " and self._turn_levels:
            sign = self._turn_level(turn)
        tail = Segment(f"{sign} ", base + looks.get(sign, Style.null()))
        if not first:
            return [Segment(" " * (self._gutter - 2), base), tail]
        number = str(turn.number).rjust(len(str(len(self.transcript.turns))))
        speaker = cut(_speaker(turn), self._gutter - len(number) - 3)
        style = self.palette.speaker if turn.role.answers else self.palette.interviewer
        return [Segment(f"{number}{self.open_sign(turn_index)}{speaker}", base + style), tail]

    def _turn_level(self, turn: Turn) -> str:
        plain = any(isinstance(one, PlainSigns) for one in self.get_line_filters())
        return (PLAIN_LEVELS if plain else LEVELS)[min(7, len(self._index.meeting(turn.start, turn.end)))]

    def _doubts_on(self, row: int) -> list[tuple[int, int]]:
        """Return the words in doubt on a row."""
        return _between(self._doubts, self._page.starts[row], self._page.ends[row])

    def _text_segments(
        self, row: int, turn_index: int, selection: tuple[int, int] | None, doubts: list[tuple[int, int]]
    ) -> list[Segment]:
        start, end = self._page.starts[row], self._page.ends[row]
        passages = [] if self.bare else self._index.meeting(start, end)
        hits = _between(self._hits, start, end)
        edges = {start, end}
        for passage in passages:
            edges.update((max(start, passage.span.start), min(end, passage.span.end)))
        for a, b in [*hits, *doubts, *([selection] if selection else [])]:
            edges.update((max(start, min(a, end)), min(end, max(b, start))))
        if start <= self.caret < end:
            edges.update((self.caret, self.caret + 1))
        cuts = sorted(edges)
        quiet = not self.transcript.turns[turn_index].role.answers
        segments: list[Segment] = []
        for a, b in pairwise(cuts):
            style = self._style(a, passages, hits, selection, quiet)
            if any(low <= a < high for low, high in doubts):
                style += _DOUBT
            segments.append(Segment(drawn(self.transcript.text[a:b]), style))
        return segments

    def _style(
        self,
        at: int,
        passages: list[Passage],
        hits: list[tuple[int, int]],
        selection: tuple[int, int] | None,
        quiet: bool,
    ) -> Style:
        look = self.palette
        style = look.base + look.dim if quiet else look.base
        over = [passage for passage in passages if at in passage.span]
        if over and self.reading:
            style += NOTED
        elif over:
            style += look.depth[min(len(over), 3) - 1]
            focused = [p for p in over if p.code_id == self.focus_code]
            if focused and self.marks in (Marks.FOCUS, Marks.HUES):
                style += look.focus(focused[0].colour)
            elif self.marks is Marks.HUES:
                style += look.focus(over[0].colour)
        if any(a <= at < b for a, b in hits):
            style += look.hit
        if selection and selection[0] <= at < selection[1]:
            style += look.selected
        if at == self.caret:
            style += look.caret
        return style

    def _margin(self, row: int) -> list[Segment]:
        base = self.palette.base
        if self.bare:
            return [Segment(" " * ((self._lane_count + self._ghost_lanes) * 2 + self._label), base)]
        cells: list[tuple[str, Style]] = [("  ", base)] * self._lane_count
        starting: list[Passage] = []
        hidden = 0
        for lane, cell in self._lanes.on_row(row):
            if cell.first:
                starting.append(cell.passage)
            if lane < self._lane_count:
                cells[lane] = (f"{bracket(cell)} ", base + self.palette.lane(cell.passage.colour))
            else:
                hidden += 1
        if hidden:
            cells[-1] = (f"+{min(hidden, 9)}", base + self.palette.dim)
        segments = [Segment(text, style) for text, style in cells]
        if self.reading:
            return [*segments, Segment("  " * self._ghost_lanes, base), *self.note_label(starting)]
        if (ghosts := self._ghosts) is None:
            return segments + labels(starting, self._label, self.palette)
        segments += ghosts.margin(row, self._ghost_lanes, self._index, self.palette)
        told = ghosts.label(row, self._label - 3 * len(starting), self.palette, whole=not starting)
        used = sum(cell_len(one.text) for one in told)
        return [*segments, *labels(starting, self._label - used, self.palette), *told]


def _speaker(turn: Turn) -> str:
    return shown_speaker(turn.speaker, turn.role)


def _between(places: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the places that meet `start`–`end`; they are in order and do not overlap."""
    if not places:
        return []
    first = bisect_right(places, start, key=lambda one: one[1])
    return list(places[first : bisect_left(places, end, key=lambda one: one[0])])
