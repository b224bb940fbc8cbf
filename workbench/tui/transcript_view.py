"""The transcript on screen: text with marks, a gutter with turns and speakers, a margin with codes.

One ScrollView draws its own rows; nothing is a widget per turn or coding. Rows without caret or selection are
kept ready drawn. Positions are code points of the transcript's text.
"""

from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from workbench.study import units
from workbench.study.spans import Span, trimmed
from workbench.study.transcripts import Role, Transcript
from workbench.tui.drawing import cut
from workbench.tui.looks import Palette
from workbench.tui.marks import LaneCell, Lanes, Passage, PassageIndex
from workbench.tui.page import Page, drawn
from workbench.tui.rows import OwnRows

MEASURE = 84
_KEPT_ROWS = 512


class Marks(StrEnum):
    """How much of the coding the text shows."""

    CALM = "calm"
    FOCUS = "focus"
    HUES = "hues"
    CLEAN = "clean"


_CYCLE = (Marks.CALM, Marks.FOCUS, Marks.HUES, Marks.CLEAN)
_EMPTY = Transcript(0, "", "", "", ())


class TranscriptView(OwnRows, can_focus=True, inherit_bindings=False):
    """Shows one transcript; the screen gives it passages and moves its caret."""

    ALLOW_SELECT = False

    class Moved(Message):
        """The caret or the selection changed."""

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
        self._lanes = Lanes((), self._page)
        self._hits: list[tuple[int, int]] = []
        self._grown: list[tuple[int, int]] = []
        self._kept: OrderedDict[tuple[int, tuple[int, int] | None], Strip] = OrderedDict()
        self._gutter = 10
        self._lane_count = 5
        self._label = 0
        self._wanted_column: int | None = None
        self._drag: int | None = None

    # What is shown

    def show(self, transcript: Transcript, passages: Sequence[Passage], caret: int = 0) -> None:
        """Show another transcript with its passages (sorted by place), the caret at `caret`."""
        self.transcript = transcript
        self.fixed_end = self.moving_end = None
        self._grown, self._hits = [], []
        self._index = PassageIndex(passages)
        self._lay_out()
        self.caret = max(0, min(caret, max(0, len(transcript.text) - 1)))
        self._wanted_column = None
        if self.size.height:
            self.centre()

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show other passages on the same text."""
        self._index = PassageIndex(passages)
        self._lanes = Lanes(passages, self._page)
        self._redraw()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette = palette
        self._redraw()

    def set_hits(self, hits: list[tuple[int, int]]) -> None:
        """Mark search hits (sorted, without overlap)."""
        self._hits = hits
        self._redraw()

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

    def touched(self, span: Span) -> Passage | None:
        """Return the first passage that shares a character with a span."""
        return next(iter(self._index.meeting(span.start, span.end)), None)

    @property
    def passages(self) -> Sequence[Passage]:
        """All passages of this transcript, by place."""
        return self._index.passages

    def _redraw(self) -> None:
        self._kept.clear()
        self.refresh()

    def _lay_out(self) -> None:
        width = self.size.width
        if not width:
            # Not on the screen yet; the first resize lays out.
            self._page = Page("", (), 20)
            return
        speakers = max((cell_len(drawn(turn.speaker)) for turn in self.transcript.turns), default=3)
        number = len(str(len(self.transcript.turns) or 1))
        self._gutter = number + 1 + min(speakers, 10 if width >= 90 else 4) + 2
        spare = width - self._gutter - 1
        self._lane_count = 5 if spare >= 80 else 3
        lanes = self._lane_count * 2 + 1
        free = spare - lanes
        least = 18 if free >= 84 else 14 if free >= 68 else 9 if free >= 50 else 0
        self._label = max(least, min(30, free - MEASURE))
        text_width = max(20, min(MEASURE, spare - lanes - self._label))
        self._page = Page(self.transcript.text, self.transcript.turns, text_width)
        self._lanes = Lanes(self._index.passages, self._page)
        self.virtual_size = Size(width, len(self._page))
        self._redraw()

    def on_resize(self) -> None:
        """Wrap anew and keep the caret where it was on the screen."""
        if self.size.width:
            fresh = self._page.text != self.transcript.text
            above = self.size.height // 2 if fresh else self._page.row_of(self.caret) - self.scroll_offset.y
            self._lay_out()
            above = max(1, min(above, self.size.height - 2))
            self.scroll_to(y=max(0, self._page.row_of(self.caret) - above), animate=False, force=True)
            self._place_cursor()

    # Where the caret stands

    @property
    def selection(self) -> Span | None:
        """The selected words, without blanks at the ends, or None."""
        if self.fixed_end is None or self.moving_end is None:
            return None
        low, high = min(self.fixed_end, self.moving_end), max(self.fixed_end, self.moving_end) + 1
        return trimmed(self.transcript.text, low, min(high, len(self.transcript.text)))

    def select(self, span: Span) -> None:
        """Select a stretch; the caret goes to its last character."""
        self.fixed_end, self.moving_end = span.start, span.end - 1
        self._go(span.end - 1, keep_selection=True)
        self.refresh()

    def clear_selection(self) -> None:
        """Select nothing."""
        if self.fixed_end is not None:
            self.fixed_end = self.moving_end = None
            self._grown = []
            self.refresh()
            self.post_message(self.Moved())

    def start_selection(self) -> None:
        """Begin to select by moving, or stop."""
        if self.fixed_end is not None:
            self.clear_selection()
            return
        self.fixed_end = self.moving_end = self.caret
        self.refresh()
        self.post_message(self.Moved())

    def swap_ends(self) -> None:
        """Move the other end of the selection from now on."""
        if self.fixed_end is not None and self.moving_end is not None:
            self.fixed_end, self.moving_end = self.moving_end, self.fixed_end
            self._go(self.moving_end, keep_selection=True)

    def grow_selection(self) -> None:
        """Select the next larger unit round the caret: word, clause, sentence, turn."""
        text, now = self.transcript.text, self.selection
        if not text:
            return
        turn = self.transcript.turn_at(self.caret)
        steps = [units.word_at(text, self.caret), units.clause_at(text, self.caret)]
        steps += [units.sentence_at(text, self.caret), (turn.start, turn.end)]
        for start, end in steps:
            larger = now is None or (start <= now.start and now.end <= end and (end - start) > len(now))
            if start < end and larger:
                if now:
                    self._grown.append((now.start, now.end))
                caret = self.caret
                self.fixed_end, self.moving_end = start, end - 1
                self.caret = caret
                self.refresh()
                self.post_message(self.Moved())
                return

    def shrink_selection(self) -> None:
        """Take back the last growing."""
        if not self._grown:
            self.clear_selection()
            return
        start, end = self._grown.pop()
        self.fixed_end, self.moving_end = start, end - 1
        self.refresh()
        self.post_message(self.Moved())

    def _go(self, offset: int, *, keep_selection: bool = False, keep_column: bool = False) -> None:
        last = max(0, len(self.transcript.text) - 1)
        old_row = self._page.row_of(self.caret)
        self.caret = max(0, min(offset, last))
        if self.fixed_end is not None and not keep_selection:
            self.moving_end = self.caret
            self._grown = []
        if not keep_column:
            self._wanted_column = None
        new_row = self._page.row_of(self.caret)
        moved = self._reveal(new_row)
        if not moved:
            # Only the rows between the two places can look different.
            self._refresh_rows(range(min(old_row, new_row), max(old_row, new_row) + 1))
        self._place_cursor()
        self.post_message(self.Moved())

    def _refresh_rows(self, rows: range) -> None:
        top = self.scroll_offset.y
        self.refresh(Region(0, rows.start - top, self.size.width, len(rows)))

    def _reveal(self, row: int) -> bool:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if row < top + 1 and top > 0:
            target = max(0, row - 1)
        elif row > top + height - 2:
            target = row - height + 2
        else:
            return False
        self.scroll_to(y=target, animate=False, force=True)
        return self.scroll_offset.y != top

    def _place_cursor(self) -> None:
        """Let the terminal's own cursor follow the caret (braille, magnifiers)."""
        if self.is_attached and self.has_focus:
            row = self._page.row_of(self.caret) - self.scroll_offset.y
            column = self._gutter + self._page.column_of(self.caret)
            place = Offset(self.region.x + column, self.region.y + row)
            self.app.cursor_position = place  # pyright: ignore[reportUnknownMemberType]

    def go(self, offset: int) -> None:
        """Move the caret; a begun selection is extended."""
        self._go(offset)

    def go_rows(self, step: int) -> None:
        """Move the caret up or down by text rows, keeping its column."""
        row = self._page.row_of(self.caret)
        column = self._page.column_of(self.caret) if self._wanted_column is None else self._wanted_column
        target = max(0, min(len(self._page) - 1, row + step))
        direction = 1 if step > 0 else -1
        while self._page.turns[target] < 0 and 0 < target < len(self._page) - 1:
            target += direction
        self._wanted_column = column
        self._go(self._page.offset_at(target, column), keep_column=True)

    def go_page(self, step: int) -> None:
        """Move a screenful, leaving two rows in view."""
        rows = max(1, self.size.height - 2) * step
        self.scroll_to(y=max(0, min(self.scroll_offset.y + rows, self.max_scroll_y)), animate=False, force=True)
        self.go_rows(rows)

    def go_row_edge(self, end: bool) -> None:
        """Move to the first or last character of the row."""
        row = self._page.row_of(self.caret)
        self._go(max(self._page.starts[row], self._page.ends[row] - 1) if end else self._page.starts[row])

    def go_turn(self, step: int) -> None:
        """Move to the beginning of the next or previous turn (of this one first, when inside it)."""
        turns = self.transcript.turns
        if turns:
            index = self.transcript.turn_at(self.caret).number - 1
            if step < 0 and self.caret > turns[index].start:
                step = 0
            self._go(turns[max(0, min(len(turns) - 1, index + step))].start)

    def go_coding(self, step: int) -> bool:
        """Move to the next or previous coded passage; return False when there is none."""
        find = self._index.next_start if step > 0 else self._index.previous_start
        target = find(self.caret)
        if target is not None:
            self._go(target)
        return target is not None

    def go_hit(self, step: int) -> bool:
        """Move to the next or previous search hit, round the end; return False when there is none."""
        if not self._hits:
            return False
        starts = [start for start, _ in self._hits]
        later = [start for start in starts if start > self.caret]
        earlier = [start for start in starts if start < self.caret]
        target = (later or starts)[0] if step > 0 else (earlier or starts)[-1]
        self._go(target)
        return True

    def centre(self) -> None:
        """Put the caret's row in the middle."""
        row = self._page.row_of(self.caret)
        self.scroll_to(y=max(0, row - self.size.height // 2), animate=False, force=True)
        self._place_cursor()
        self.refresh()

    # Mouse

    def _offset_of(self, event: events.MouseEvent) -> int:
        position = event.get_content_offset(self) or Offset(event.x, event.y)
        row = self.scroll_offset.y + position.y
        return self._page.offset_at(row, position.x - self._gutter)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret; a click on a margin bracket selects its passage."""
        row = self.scroll_offset.y + event.y
        column = event.x - self._gutter - self._page.width - 1
        if column >= 0 and 0 <= row < len(self._page):
            for lane, cell in self._lanes.on_row(row):
                if lane == column // 2 < self._lane_count:
                    self.select(cell.passage.span)
                    return
        self.clear_selection()
        self._drag = self._offset_of(event)
        self.capture_mouse()
        self._go(self._drag)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is held."""
        if self._drag is not None and event.button:
            offset = self._offset_of(event)
            if offset != self._drag or self.fixed_end is not None:
                self.fixed_end, self.moving_end = self._drag, offset
                self._go(offset, keep_selection=True)

    def on_mouse_up(self) -> None:
        """End a drag."""
        self._drag = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word by double, a sentence by triple click."""
        if event.chain in (2, 3) and self.transcript.text:
            find = units.word_at if event.chain == 2 else units.sentence_at
            start, end = find(self.transcript.text, self.caret)
            self.select(Span(start, max(start + 1, end)))

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
        segments = [self._gutter_segment(row, turn)]
        segments += self._text_segments(row, turn, selection)
        used = self._page.cells(row)
        caret_after = self.caret >= self._page.ends[row] and self._page.row_of(self.caret) == row
        if caret_after:
            segments.append(Segment(" ", base + self.palette.caret))
            used += 1
        segments.append(Segment(" " * max(0, self._page.width + 1 - used), base))
        return segments + self._margin(row)

    def _gutter_segment(self, row: int, turn_index: int) -> Segment:
        base = self.palette.base
        if row and self._page.turns[row - 1] == turn_index:
            return Segment(" " * self._gutter, base)
        turn = self.transcript.turns[turn_index]
        number = str(turn.number).rjust(len(str(len(self.transcript.turns))))
        speaker = cut(turn.speaker, self._gutter - len(number) - 3)
        style = self.palette.interviewer if turn.role is Role.INTERVIEWER else self.palette.speaker
        return Segment(f"{number} {speaker}  ", base + style)

    def _text_segments(self, row: int, turn_index: int, selection: tuple[int, int] | None) -> list[Segment]:
        start, end = self._page.starts[row], self._page.ends[row]
        passages = [] if self.marks is Marks.CLEAN else self._index.meeting(start, end)
        hits = [(a, b) for a, b in self._hits if a < end and start < b]
        edges = {start, end}
        for passage in passages:
            edges.update((max(start, passage.span.start), min(end, passage.span.end)))
        for a, b in [*hits, *([selection] if selection else [])]:
            edges.update((max(start, min(a, end)), min(end, max(b, start))))
        if start <= self.caret < end:
            edges.update((self.caret, self.caret + 1))
        cuts = sorted(edges)
        quiet = self.transcript.turns[turn_index].role is Role.INTERVIEWER
        segments: list[Segment] = []
        for a, b in pairwise(cuts):
            style = self._style(a, passages, hits, selection, quiet)
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
        if over:
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
        if self.marks is Marks.CLEAN:
            return [Segment(" " * (self._lane_count * 2 + self._label), base)]
        cells: list[tuple[str, Style]] = [("  ", base)] * self._lane_count
        starting: list[Passage] = []
        hidden = 0
        for lane, cell in self._lanes.on_row(row):
            if cell.first:
                starting.append(cell.passage)
            if lane < self._lane_count:
                cells[lane] = (f"{_bracket(cell)} ", base + self.palette.lane(cell.passage.colour))
            else:
                hidden += 1
        if hidden:
            cells[-1] = (f"+{min(hidden, 9)}", base + self.palette.dim)
        segments = [Segment(text, style) for text, style in cells]
        return segments + self._labels(starting)

    def _labels(self, starting: list[Passage]) -> list[Segment]:
        base = self.palette.base
        if not self._label:
            return []
        if len(starting) == 1 and (self._label >= 10 or cell_len(drawn(starting[0].name)) <= self._label):
            passage = starting[0]
            tail = ("*" if passage.memo else "") + (" ❞" if passage.picked else "")
            if self._label < 14 and cell_len(drawn(passage.name) + tail) > self._label:
                tail = ""
            name = cut(passage.name, min(cell_len(drawn(passage.name)), self._label - len(tail))) + tail
            return [Segment(cut(name, self._label), base + self.palette.lane(passage.colour))]
        segments: list[Segment] = []
        room = self._label
        for passage in starting:
            sign = drawn(passage.sigil) + " "
            if cell_len(sign) <= room:
                segments.append(Segment(sign, base + self.palette.lane(passage.colour)))
                room -= cell_len(sign)
        return [*segments, Segment(" " * room, base)]


def _bracket(cell: LaneCell) -> str:
    if cell.first and cell.last:
        return "╺"
    return "┏" if cell.first else "┗" if cell.last else "┃"
