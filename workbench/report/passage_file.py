"""Coded passages with their words out of the study: names replaced, through the gate, registered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.errors import ReportError
from workbench.report.export import ExportResult, Prepared, finish, must_be_ours, render
from workbench.shield.gate import OutgoingPart, gate_of, guard
from workbench.shield.masks import Shield
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.codings import CodedPassage
from workbench.study.masking import is_cased
from workbench.study.quotes import PieceKind
from workbench.study.quotes import render as pieces_of
from workbench.study.transcripts import Transcript
from workbench.words import say


def export_passages(
    study: StudyFile,
    path: Path,
    passages: Sequence[CodedPassage],
    header: Sequence[str],
    row_of: Callable[[int], Sequence[str]],
) -> ExportResult:
    """Write passages as comma-separated values; `row_of(place)` gives what stands before the words of each.

    Raises:
        ReportError: there are none, or the file cannot be written, or would replace what is no export of ours.
        GateClosed: a name or number that may not leave is in the words or in what stands beside them.
    """
    if not passages:
        raise ReportError(say("report.no_passages"))
    must_be_ours(study, path)
    kept, refused = _may_leave(study, passages)
    if not kept:
        raise ReportError(say("consent.passages_all_refused", count=refused))
    gate = gate_of(study)
    writer = _Words(study)
    rows: list[tuple[str, ...]] = [tuple(header)]
    parts = [OutgoingPart(say("gate.in.file_name"), path.name)]
    for place in kept:
        passage = passages[place]
        part = writer.part(passage)
        before = tuple(row_of(place))
        rows.append((*before, part.text))
        where = say("gate.in.quote_reference", quote=_where(passage))
        parts += [part, *(OutgoingPart(where, text) for text in _names(before))]
    guard(parts, study, gate)
    unread = sorted({passages[place].transcript for place in kept} & _unread(study))
    warnings = (say("report.unread", names=", ".join(unread)),) if unread else ()
    if refused:
        warnings = (say("consent.passages_refused", count=refused), *warnings)
    prepared = Prepared(path, "csv", tuple(rows), tuple(parts), gate, len(kept), warnings, refused)
    return finish(study, prepared, render("csv", rows))


def _may_leave(study: StudyFile, passages: Sequence[CodedPassage]) -> tuple[list[int], int]:
    """Return the places of the passages that may leave, and how many may not: of people who refused or withdrew."""
    refusing = {person for person, one in consents(study).items() if one.refusal is not None}
    if not refusing:
        return list(range(len(passages))), 0
    loaded: dict[int, Transcript] = {}
    kept: list[int] = []
    for place, passage in enumerate(passages):
        coding = passage.coding
        if coding.transcript_id not in loaded:
            loaded[coding.transcript_id] = transcript_lookup.load(study, coding.transcript_id)
        heard = {turn.participant_id for turn in loaded[coding.transcript_id].turns_of(coding.span)}
        if heard.isdisjoint(refusing):
            kept.append(place)
    return kept, len(passages) - len(kept)


def _where(passage: CodedPassage) -> str:
    return f"{passage.participant or passage.transcript} {say('turn.word')} {passage.turn}"


def _names(cells: Sequence[str]) -> Iterator[str]:
    """Yield the cells with letters in them: numbers alone name nobody."""
    return (cell for cell in cells if any(character.isalpha() for character in cell))


def _unread(study: StudyFile) -> set[str]:
    return {card.name for card in transcript_lookup.cards(study) if not card.reviewed}


class _Words:
    """Masks the words of passages; loads each transcript once."""

    def __init__(self, study: StudyFile) -> None:
        self._study, self._shield = study, Shield.of(study)
        self._transcripts: dict[int, Transcript] = {}

    def part(self, passage: CodedPassage) -> OutgoingPart:
        """Return the words as they leave."""
        coding = passage.coding
        if coding.transcript_id not in self._transcripts:
            self._transcripts[coding.transcript_id] = transcript_lookup.load(self._study, coding.transcript_id)
        transcript = self._transcripts[coding.transcript_id]
        pieces = pieces_of(transcript.text, coding.span, masks=self._shield.masks(transcript))
        spared: list[tuple[int, int]] = []
        at = 0
        for piece in pieces:
            if piece.kind is PieceKind.WORDS:
                shift = at + len(piece.text) - piece.end
                spared += [
                    (max(start, piece.start) + shift, min(end, piece.end) + shift)
                    for start, end in self._shield.spared(transcript)
                    if start < piece.end and piece.start < end
                ]
            at += len(piece.text)
        text = "".join(piece.text for piece in pieces)
        return OutgoingPart(say("gate.in.quote", quote=_where(passage)), text, is_cased(transcript.text), tuple(spared))
