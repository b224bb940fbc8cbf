"""The transcript on screen: its caret and its selection, moved by keys and by the mouse.

One ScrollView draws its own rows (see transcript_rows); nothing is a widget per turn or coding. Positions are code
points of the transcript's text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message

from workbench.study import units
from workbench.study.spans import Span, trimmed
from workbench.study.transcripts import Transcript
from workbench.tui.ghosts import Ghosts
from workbench.tui.marks import Passage, PassageIndex
from workbench.tui.overview_bar import OverviewBar
from workbench.tui.pulling import Pull, taken
from workbench.tui.transcript_rows import TranscriptRows


class TranscriptView(TranscriptRows, can_focus=True, inherit_bindings=False):
    """Shows one transcript; the screen gives it passages and moves its caret."""

    ALLOW_SELECT = False
    # The place at the top when one last moved, the row it was given, and how many rows were seen.
    _top_offset = 0
    _top_row = -1
    _rows_were = 0
    _pull: Pull | None = None

    class Moved(Message):
        """The caret or the selection changed."""

    class Pulled(Message):
        """A border of a passage was pulled to where it shall be."""

        def __init__(self, passage: Passage, span: Span) -> None:
            super().__init__()
            self.passage, self.span = passage, span

    class LaidOut(Message):
        """The text stands in other rows than before."""

    @property
    def vertical_scrollbar(self) -> OverviewBar:
        """The column beside the text, made when first asked for."""
        bar = self._vertical_scrollbar
        if not isinstance(bar, OverviewBar):
            bar = OverviewBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType]
        return bar

    # Whether a question is open that takes the keys back: then the mouse neither moves the caret nor selects.
    held: Callable[[], bool] = staticmethod(lambda: False)

    # What is shown

    def show(
        self,
        transcript: Transcript,
        passages: Sequence[Passage],
        caret: int = 0,
        doubts: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Show another transcript with its passages and the words in doubt (sorted by place), the caret at `caret`."""
        self.transcript, self._doubts = transcript, doubts
        self.fixed_end = self.moving_end = None
        self._grown, self._hits = [], []
        self._index = PassageIndex(passages)
        self._lay_out()
        self.caret = max(0, min(caret, max(0, len(transcript.text) - 1)))
        self._wanted_column = None
        if self.size.height:
            self.centre()

    def on_resize(self) -> None:
        """Wrap anew and keep the place."""
        if self.size.width:
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Wrap anew; what stood at the top stays there, and the caret stays in sight where it was."""
        if self._page.text != self.transcript.text:
            self._lay_out()
            self.scroll_to(y=max(0, self._page.row_of(self.caret) - self.size.height // 2), animate=False, force=True)
        else:
            self._keep_top()
        self._rows_were = self.size.height
        self.post_message(self.LaidOut())

    def _keep_top(self) -> None:
        row, was = self._page.row_of(self.caret), self.scroll_offset.y
        seen = was <= row < was + self._rows_were
        # A taller window has drawn the end of the text down already.
        drawn_down = was == self.max_scroll_y < self._top_row
        if was != self._top_row and not drawn_down:
            # One has moved since: what is at the top now counts, not what had to give way at a smaller size.
            self._top_offset = self._page.starts[min(was, len(self._page) - 1)] if was else 0
        self._lay_out()
        target = self._page.row_of(self._top_offset) if self._top_offset else 0
        if seen:
            row = self._page.row_of(self.caret)
            target = min(max(target, row - self.size.height + 2), max(0, row - 1) if row < target else row)
        self.scroll_to(y=max(0, target), animate=False, force=True)
        self._top_row = self.scroll_offset.y

    def set_ghosts(self, ghosts: Ghosts | None) -> None:
        """Show the passages of another, or of then, in lanes of their own; None takes them away."""
        self._ghosts = ghosts
        if self.size.width:
            self.lay_out_anew()

    def forget_ghosts(self) -> None:
        """Let them go with the text, which gives way to another."""
        self._ghosts = None

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

    def caret_place(self) -> Offset | None:
        """Return the cell of the caret, for the terminal's own cursor (braille, magnifiers)."""
        row = self._page.row_of(self.caret) - self.scroll_offset.y
        column = self._gutter + self._page.column_of(self.caret)
        return self.region.offset + Offset(column, row) if 0 <= row < self.size.height else None

    def jump_to(self, place: int) -> None:
        """Move the caret to the beginning of a turn."""
        self.clear_selection()
        self._go(place)

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
        at = bisect_right(self._hits, self.caret, key=lambda one: one[0])
        if step < 0:
            at = bisect_left(self._hits, self.caret, key=lambda one: one[0]) - 1
        target = self._hits[at % len(self._hits)][0]
        self._go(target)
        return True

    def centre(self) -> None:
        """Put the caret's row in the middle."""
        row = self._page.row_of(self.caret)
        self.scroll_to(y=max(0, row - self.size.height // 2), animate=False, force=True)
        self.refresh()

    # Mouse

    def _offset_of(self, event: events.MouseEvent) -> int:
        position = event.get_content_offset(self) or Offset(event.x, event.y)
        row = self.scroll_offset.y + position.y
        return self._page.offset_at(row, position.x - self._gutter)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret; a click on a margin bracket selects its passage, and its ends can be pulled."""
        if self.held():
            return
        row = self.scroll_offset.y + event.y
        column = event.x - self._gutter - self._page.width - 1
        if column >= 0 and 0 <= row < len(self._page):
            for lane, cell in self._lanes.on_row(row):
                if lane == column // 2 < self._lane_count:
                    self.select(cell.passage.span)
                    # While one reads, what stands there are notes.
                    self._pull = None if self.reading else taken(cell, row)
                    self.capture_mouse()
                    return
            ghost = column // 2 - self._lane_count
            ghosts = None if self.reading else self._ghosts
            if ghosts and 0 <= ghost < self._ghost_lanes and (span := ghosts.in_lane(row, ghost)):
                self.select(span)
                return
        # The sign of a note beside the text, or, while one reads, its first words beyond the brackets.
        sign = column >= 2 * self._lane_count if self.reading else column == -1
        if sign and (noted := self.noted_on(row)) is not None:
            self.select(noted)
            return
        self.clear_selection()
        self._drag = self._offset_of(event)
        self.capture_mouse()
        self._go(self._drag)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection, or pull a border, while the button is held."""
        if self._pull is not None and event.button:
            self._pull_to(self._pull, event)
        elif self._drag is not None and event.button:
            offset = self._offset_of(event)
            if offset != self._drag or self.fixed_end is not None:
                self.fixed_end, self.moving_end = self._drag, offset
                self._go(offset, keep_selection=True)

    def _pull_to(self, pull: Pull, event: events.MouseMove) -> None:
        at = event.get_content_offset(self) or Offset(event.x, event.y)
        row = max(0, min(self.scroll_offset.y + at.y, len(self._page) - 1))
        if at.x <= self._gutter + self._page.width:
            offset = self._offset_of(event)
        elif pull.by_row(row):
            # Beside the text a row is meant as a whole.
            offset = self._page.starts[row] if pull.start else self._offset_of(event)
        else:
            return
        self.fixed_end, self.moving_end = pull.to(offset)
        self._go(offset, keep_selection=True)

    def on_mouse_up(self) -> None:
        """End a drag; a border that was pulled is told of once."""
        pull, span = self._pull, self.selection
        self._drag = self._pull = None
        self.release_mouse()
        if pull is not None and pull.moved and span is not None and span != pull.passage.span:
            self.post_message(self.Pulled(pull.passage, span))

    def on_click(self, event: events.Click) -> None:
        """Select a word by double, a sentence by triple click."""
        if event.chain in (2, 3) and self.transcript.text and not self.held():
            find = units.word_at if event.chain == 2 else units.sentence_at
            start, end = find(self.transcript.text, self.caret)
            self.select(Span(start, max(start + 1, end)))
