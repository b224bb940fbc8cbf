"""Answers that are lists: passages read page by page, coverage, uncoded stretches, new codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workbench.queries.coverage import Coverage, Stretch, TranscriptCoverage
from workbench.queries.growth import Step, growth
from workbench.queries.meeting import PAGE, Finding, Found, Question
from workbench.queries.telling import decimal, found_in_words, percent
from workbench.store.lookups.codings import of_ids
from workbench.store.lookups.places import place
from workbench.study.coding_filter import CodingFilter
from workbench.study.spans import Span
from workbench.tui.drawing import Line, Part
from workbench.tui.ledger import Ledger
from workbench.tui.passages import AROUND
from workbench.tui.screens.queries_asked import Asked, Kind
from workbench.tui.screens.queries_counting import CountingAnswers
from workbench.tui.screens.queries_pane import AnswerPane
from workbench.tui.screens.queries_rows import draw_covered, draw_step, draw_stretch
from workbench.words import counted, say

_NEAR_END = 10
_OPENING = 200
_MOST_NAMES = 12


class ListAnswers(CountingAnswers, AnswerPane):
    """Commands on lists."""

    narrow: CodingFilter

    def __init__(self) -> None:
        super().__init__()
        self._openings: dict[tuple[int, int], str] = {}
        self._found_told = ""

    # Passages

    def find(self, question: Question, *, keep: bool) -> None:
        """Show the passages of a question; `keep` stays on the passage."""
        held = self.passages.index if keep else 0
        self.question_shown = question
        self.finding = Finding(self.study, question, AROUND)
        self.passages.set_items(self.finding.more(max(PAGE, held + PAGE)), held)
        self.show_answer("passages")
        self.tell_cell(self.cell_told)
        self._found_told = found_in_words(self.finding.totals())
        self._tell_of_passage()

    def _tell_of_passage(self) -> None:
        found: Found | None = self.passages.current
        self.tell_passage(self._found_told, found.passage if found else None)

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Read on near the end of the passages (Textual calls the room's own handler after this one)."""
        if event.ledger.id == "passages" and self.finding is not None and not self.finding.whole:
            items: Sequence[Found] = event.ledger.items
            if items and event.ledger.index >= len(items) - _NEAR_END:
                event.ledger.set_items([*items, *self.finding.more()], event.ledger.index)
        if event.ledger.id == "passages" and event.ledger.display:
            self._tell_of_passage()
        elif event.ledger.id in ("bars", "stretches") and event.ledger.display:
            self.tell_of_bar()

    def do_queries_open(self) -> None:
        """Open the transcript at the passage."""
        found: Found = self.passages.current
        coding = found.passage.coding
        self.workbench.open_transcript(coding.transcript_id, coding.span.start)

    # Coverage and growth

    def list_steps(self, asked: Asked, *, keep: bool) -> None:
        """Show the interviews with their new codes."""
        self.steps = growth(self.study, asked.order, self.narrow)
        self._show_list("bars", self.steps, keep=keep)

    def list_coverage(self, asked: Asked, *, keep: bool) -> None:
        """Show the coverage of each transcript, or the longest stretches without codings."""
        self._openings.clear()

        def done(found: Coverage) -> None:
            self.covered = found
            if asked.kind is Kind.STRETCHES:
                self._show_list("stretches", found.stretches, keep=keep)
            else:
                self._show_list("bars", found.transcripts, keep=keep)

        # Whether words are coded is asked of texts, not of people.
        self.cover(replace(self.narrow, without=()), done)

    def _show_list(self, name: str, items: Sequence[Any], *, keep: bool) -> None:
        ledger = self.query_one(f"#{name}", Ledger)
        ledger.set_items(items, None if keep else 0)
        self.show_answer(name)
        self.tell_of_bar()

    def draw_bar(self, item: TranscriptCoverage | Step, width: int) -> Sequence[Line]:
        """Draw a transcript or an interview."""
        if isinstance(item, Step):
            return draw_step(item, max(1, self.steps[-1].total if self.steps else 1), width)
        return draw_covered(item, self.covered, width) if self.covered else ()

    def draw_stretch(self, item: Stretch, width: int) -> Sequence[Line]:
        """Draw a stretch and how it begins."""
        key = (item.transcript_id, item.start)
        if key not in self._openings:
            span = Span(item.start, max(item.start + 1, min(item.end, item.start + _OPENING)))
            self._openings[key] = place(self.study, item.transcript_id, span).words
        return draw_stretch(item, self._openings[key], width)

    def tell_of_bar(self) -> None:
        """Tell of the current line, and what the numbers are."""
        shown = self.answer_shown
        if not isinstance(shown, Ledger) or self.asked is None:
            return
        if self.asked.kind is Kind.GROWTH:
            step: Step | None = shown.current
            self.tell_cell(new_codes(step) if step else [])
            self.tell_counted(say("query.growth_bar"), say("query.critique"))
        elif self.covered is not None:
            share, density = percent(self.covered.median_share), decimal(self.covered.median_density)
            medians = say("query.medians", share=share, density=density)
            uncoded = self.covered.uncoded
            told = counted(say("query.uncoded"), len(uncoded)) if uncoded else say("queries.all_have_codings")
            names = ", ".join(one.transcript for one in uncoded[:_MOST_NAMES])
            self.tell_cell([(f"{told} {names}", "warn" if uncoded else "dim")] if self.covered.transcripts else [])
            self.tell_counted(medians, say("query.counted.coverage"))

    def do_queries_place(self) -> None:
        """Open the transcript: at the stretch, where nothing is coded, or the first uses of the new codes."""
        shown = self.answer_shown
        item = shown.current if isinstance(shown, Ledger) else None
        if isinstance(item, Stretch):
            self.workbench.open_transcript(item.transcript_id, item.start)
        elif isinstance(item, TranscriptCoverage):
            longest = max(item.stretches, key=lambda one: one.words, default=None)
            self.workbench.open_transcript(item.transcript_id, longest.start if longest else 0)
        elif isinstance(item, Step):
            self._open_new(item)

    def _open_new(self, step: Step) -> None:
        found = of_ids(self.study, [new.coding_id for new in step.new], AROUND)
        if not found:
            self.workbench.open_transcript(step.transcript_id, 0)
            return
        self.inside, self.cell_told = True, new_codes(step)
        self.finding = self.question_shown = None
        self.passages.set_items([Found(one) for one in found], 0)
        self.show_answer("passages")
        self.tell_cell(self.cell_told)
        self._found_told = counted(say("query.passages"), len(found))
        self._tell_of_passage()


def new_codes(step: Step) -> list[Part]:
    """Return the codes that are new in an interview, for the line above the answer."""
    if not step.new:
        return [(say("queries.no_new"), "dim")]
    return [(f"{step.transcript}: ", "strong"), (", ".join(new.name for new in step.new), "accent")]
