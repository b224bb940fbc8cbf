"""A draft made into turns, with everything that is kept beside their words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import combining

from workbench.study.new_transcripts import Mark, MarkKind, NewTurn, Remark
from workbench.study.repairs import Repair, RepairKind
from workbench.study.spans import Span
from workbench.study.text import canonical
from workbench.study.text_map import Run, TextMap
from workbench.transcripts import roles, turns
from workbench.transcripts.lines import Choices, Draft
from workbench.transcripts.original import Mended, Original, applied, mend, original
from workbench.transcripts.strands import Strand
from workbench.transcripts.turns import Piece


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file holds beside its turns' words (see `study.new_transcripts.NewTranscript`)."""

    original: str = ""
    kept: TextMap | None = None
    repairs: tuple[tuple[Repair, bool], ...] = ()
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    def as_json(self) -> dict[str, Any]:
        """Return plain values that `from_json` reads back."""
        return {
            "original": self.original,
            "kept": self.kept.as_json() if self.kept else None,
            "repairs": [
                [one.start, one.end, one.after, one.kind.value, one.sure, one.why, made] for one, made in self.repairs
            ],
            "marks": [[one.kind.value, one.start, one.end, one.value] for one in self.marks],
            "remarks": [[one.start, one.end, one.text, one.author] for one in self.remarks],
            "facts": dict(self.facts),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Beside":
        """Return what `as_json` described."""
        return cls(
            data["original"],
            None if data["kept"] is None else TextMap.from_json(data["kept"]),
            tuple(
                (Repair(start, end, after, RepairKind(kind), sure, why), made)
                for start, end, after, kind, sure, why, made in data["repairs"]
            ),
            tuple(Mark(MarkKind(kind), start, end, value) for kind, start, end, value in data["marks"]),
            tuple(Remark(start, end, text, author) for start, end, text, author in data["remarks"]),
            data["facts"],
        )


@dataclass(frozen=True, slots=True)
class Assembled:
    """Turns ready to be shown; `single` are names that begin one line only and may be speakers."""

    turns: tuple[NewTurn, ...]
    beside: Beside
    single: tuple[str, ...]


def assemble(draft: Draft, stem: str, choices: Choices) -> Assembled:
    """Return a draft as turns; what was guessed or left out goes to the draft's warnings."""
    found = original(draft, choices)
    made = applied(found, choices)
    mended = mend(found, made)
    cut = turns.cut(mended, draft.warnings, choices)
    as_kept = canonical(mended.text).text == mended.text
    pieces = [piece for piece in cut.pieces if _settled(piece, as_kept)]
    cut.pieces[:] = pieces
    kept = _whereabouts(mended, pieces)
    repairs = tuple((repair, repair in made) for repair in found.repairs) if found.repairs else ()
    beside = Beside(found.text, mended.map.compose(kept), repairs, facts=draft.facts)
    marks = [*_times(pieces, kept), *_doubts(found, beside.kept)]
    beside = Beside(
        beside.original, beside.kept, repairs, tuple(sorted(marks, key=lambda one: one.start)),
        tuple(_remarks(found, beside.kept)), draft.facts,
    )  # fmt: skip
    return Assembled(roles.assign(cut, stem, draft.warnings, choices), beside, cut.single)


def _settled(piece: Piece, as_kept: bool) -> bool:
    """Make a piece's words as the study keeps them; tell whether any are left.

    `as_kept` says that the text it is cut of is so already; then only its seams can be otherwise.
    """
    strand = piece.strand
    text = strand.text
    clean = text.strip()
    if clean != text:
        strand = strand.strip()
    if as_kept and not any(combining(words[0]) for words, _ in strand.parts[1:]):
        kept = clean
    else:
        kept = canonical(clean).text.strip()
    # Letters that only met at a seam: kept as one, though nothing of the original stands there as it was.
    piece.mend(strand if kept == clean else Strand.glue(kept))
    return bool(clean)


def _whereabouts(mended: Mended, pieces: Iterable[Piece]) -> TextMap:
    """Return where the mended text's characters stand in the text of the turns."""
    runs: list[Run] = []
    at = 0
    for number, piece in enumerate(pieces):
        at += number > 0
        runs += piece.runs(at)
        at += len(piece.text)
    return TextMap(len(mended.text), at, tuple(runs))


def _times(pieces: Iterable[Piece], kept: TextMap) -> Iterable[Mark]:
    for piece in pieces:
        for at, moment in piece.times:
            place = kept.to_new(at)
            yield Mark(MarkKind.TIME, place, place, moment)


def _doubts(found: Original, kept: TextMap | None) -> Iterable[Mark]:
    at = 0
    for line in found.lines:
        shift = at + (len(line.cell) + 1 if line.cell else 0)
        for doubt in line.doubts if kept else ():
            span = kept.span_to_new(Span(doubt.start + shift, doubt.end + shift)) if kept else None
            if span:
                yield Mark(MarkKind.DOUBT, span.start, span.end, doubt.percent)
        at += len(line.text) + 1


def _remarks(found: Original, kept: TextMap | None) -> Iterable[Remark]:
    """Place the comments; one on words that are not kept (a label) stands on the word that follows them."""
    for one in found.comments:
        if kept is None:
            continue
        end = max(one.end, one.start + 1)
        span = kept.span_to_new(Span(one.start, min(end, len(found.text)))) if one.start < len(found.text) else None
        start = span.start if span else min(kept.to_new(min(one.start, len(found.text))), max(0, kept.new_length - 1))
        yield Remark(start, span.end if span else start + 1, one.text, one.author)
