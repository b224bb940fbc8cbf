"""Carrying all that stands on a text over to its next revision, inside the act that wrote it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.store.journal import Value, Writer
from workbench.store.lookups import carried as lookup
from workbench.store.lookups import originals
from workbench.store.study_file import StudyFile
from workbench.study.carrying import TO_REVIEW, Carried, Carrying, Outcome
from workbench.study.new_transcripts import Mark
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.text_map import TextMap
from workbench.study.transcripts import Transcript

_LEAST_KEPT = 0.3


@dataclass(slots=True)
class Tally:
    """How codings fared, and how many other things (memos, edits of quotes, decisions) lost their place."""

    codings: Counter[Outcome] = field(default_factory=Counter[Outcome])
    others_lost: int = 0
    kept: float = 1.0
    """The part of the old text that is kept, 0 to 1."""

    @property
    def total(self) -> int:
        """The number of codings."""
        return self.codings.total()

    @property
    def to_review(self) -> int:
        """How many codings a person is asked about."""
        return sum(self.codings[outcome] for outcome in TO_REVIEW)

    @property
    def probably_wrong(self) -> bool:
        """Tell whether more than half of the codings (or nearly all words, without codings) would be lost."""
        return 2 * self.codings[Outcome.LOST] > self.total or (not self.total and self.kept < _LEAST_KEPT)

    def as_json(self) -> dict[str, int]:
        """Return the number of codings by outcome, and the rest."""
        return {outcome.value: self.codings[outcome] for outcome in Outcome} | {"others_lost": self.others_lost}


def kept_part(carrying: Carrying) -> float:
    """Return which part of the old words is found again, 0 to 1."""
    length = sum(run[2] for run in carrying.map.runs)
    return length / max(1, carrying.map.old_length)


@dataclass(slots=True)
class CarryOver:
    """One text giving way to the next: what is needed to move everything that stands on it."""

    study: StudyFile
    writer: Writer
    old: Transcript
    new: Transcript
    old_revision_id: int
    revision_id: int
    carrying: Carrying
    ask_speaker: bool
    tally: Tally = field(default_factory=Tally)

    def everything(self) -> Tally:
        """Carry codings with their quotes, memos on passages, and the decisions on names and suggestions."""
        self.tally.kept = kept_part(self.carrying)
        for row in self.study.live("coding", transcript_id=self.old.id):
            self._coding(row)
        for row in self.study.live("memo", about="transcript", about_id=self.old.id):
            if row["start"] is not None:
                self._memo(row)
        for table in ("finding", "entity_exception", "verdict"):
            for row in self.study.live(table, transcript_id=self.old.id):
                if table != "finding" or row["revision_id"] == self.old_revision_id:
                    self._decision(table, row)
        return self.tally

    def _coding(self, row: Mapping[str, int]) -> None:
        found = self.carrying.carry(Span(row["start"], row["end"]))
        outcome = found.outcome
        if found.span is None:
            self.writer.delete("coding", row["id"])
            for quote in self.study.live("quote", coding_id=row["id"]):
                self.writer.delete("quote", quote["id"])
                self._note("quote", quote["id"], found, lookup.FOLLOWS)
        else:
            columns = self.columns(found.span)
            if self.ask_speaker and outcome not in TO_REVIEW and columns["speaker_id"] != row["speaker_id"]:
                outcome = Outcome.SPEAKER
            self.writer.update("coding", row["id"], columns)
            for quote in self.study.live("quote", coding_id=row["id"]):
                self._edits(quote["id"], found.span)
        self.tally.codings[outcome] += 1
        if outcome is not Outcome.EXACT:
            state = lookup.OPEN if outcome in TO_REVIEW else lookup.SETTLED
            self._note("coding", row["id"], Carried(found.old, outcome, found.span), state)

    def columns(self, span: Span) -> dict[str, Value]:
        """Return what a coding on a passage of the new text keeps."""
        return {"start": span.start, "end": span.end, "revision_id": self.revision_id, **placed(self.new, span)}

    def _edits(self, quote_id: int, span: Span) -> None:
        """Carry the marked edits of a quote; those whose words changed are taken back, so no cut hides new words."""
        left = len(span)
        for edit in self.study.live("quote_edit", quote_id=quote_id):
            place = self._edit(edit["start"], edit["end"], span)
            if place is None or place[1] - place[0] >= left:
                self.writer.delete("quote_edit", edit["id"])
                old = Span(max(0, edit["start"] - (edit["start"] == edit["end"])), max(1, edit["end"]))
                self._note("quote_edit", edit["id"], Carried(old, Outcome.LOST, None), lookup.SETTLED)
                self.tally.others_lost += 1
            else:
                left -= place[1] - place[0]
                self.writer.update("quote_edit", edit["id"], {"start": place[0], "end": place[1]})

    def _edit(self, start: int, end: int, span: Span) -> tuple[int, int] | None:
        if start == end:
            at = self.point(start)
            return (at, at) if at is not None and span.start <= at <= span.end else None
        found = self.carrying.carry(Span(start, end))
        if found.span is None or found.outcome not in (Outcome.EXACT, Outcome.MOVED) or not span.holds(found.span):
            return None
        return found.span.start, found.span.end

    def point(self, offset: int) -> int | None:
        """Return where a place between two characters is now, None when the characters beside it are gone."""
        kept = self.carrying.map
        if kept.is_same:
            return offset
        if offset < kept.old_length and kept.keeps(offset):
            return kept.to_new(offset)
        return kept.to_new(offset, end=True) if offset and kept.keeps(offset - 1) else None

    def _memo(self, row: Mapping[str, int]) -> None:
        found = self.carrying.carry(Span(row["start"], row["end"]))
        place = (found.span.start, found.span.end) if found.span else (None, None)
        self.writer.update("memo", row["id"], {"start": place[0], "end": place[1]})
        self.tally.others_lost += found.span is None
        if found.outcome is not Outcome.EXACT:
            self._note("memo", row["id"], found, lookup.OPEN if found.outcome in TO_REVIEW else lookup.SETTLED)

    def _decision(self, table: str, row: Mapping[str, int]) -> None:
        """Follow a decision on words that are the same; on other words it was not made, so it goes."""
        found = self.carrying.carry(Span(row["start"], row["end"]))
        if found.span is not None and found.outcome in (Outcome.EXACT, Outcome.MOVED):
            values: dict[str, Value] = {"start": found.span.start, "end": found.span.end}
            if table == "finding":
                values["revision_id"] = self.revision_id
            self.writer.update(table, row["id"], values)
        else:
            self.writer.delete(table, row["id"])
            if table != "finding":
                self.tally.others_lost += 1
                self._note(table, row["id"], found, lookup.SETTLED)

    def _note(self, about: str, about_id: int, found: Carried, state: str) -> None:
        self.writer.insert("carried", {
            "transcript_id": self.old.id, "revision_id": self.revision_id, "old_revision_id": self.old_revision_id,
            "about": about, "about_id": about_id, "outcome": found.outcome.value, "old_start": found.old.start,
            "old_end": found.old.end, "state": state,
        })  # fmt: skip


def placed(transcript: Transcript, span: Span) -> dict[str, Value]:
    """Return the turn, speaker and hash of a passage."""
    turns = transcript.turns
    return {
        "turn": transcript.turn_at(span.start).number if turns else 0,
        "speaker_id": transcript.main_speaker(span) if turns else None,
        "words_hash": words_hash(span.cut(transcript.text)),
    }


def carry_beside(study: StudyFile, writer: Writer, old_revision_id: int, revision_id: int, kept: TextMap) -> None:
    """Give an edited text the marks, the untouched original and the repairs of the text before it."""
    marks: list[Mark] = []
    for mark in originals.marks_of(study, old_revision_id):
        if mark.start == mark.end:
            place = kept.to_new(mark.start)
            marks.append(replace(mark, start=place, end=place))
        elif span := kept.span_to_new(Span(mark.start, mark.end)):
            marks.append(replace(mark, start=span.start, end=span.end))
    writer.attach_marks(revision_id, marks)
    original = originals.original_of(study, old_revision_id)
    if original is not None:
        writer.attach_original(revision_id, original.text, original.kept.compose(kept))
        for row in study.live("repair", revision_id=old_revision_id):
            writer.update("repair", row["id"], {"revision_id": revision_id})
