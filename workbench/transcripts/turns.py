"""Lines into turns: labels open them, lines without one continue them, captions are joined by speaker and pause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from workbench.study.text_map import Run
from workbench.transcripts import labels, marks
from workbench.transcripts.labels import Candidate
from workbench.transcripts.lines import Block, Choices
from workbench.transcripts.original import Mended, Placed
from workbench.transcripts.strands import Strand

PAUSE_MS = 1200
FULL_TURN, LONGEST_TURN = 150, 300
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", ")", "]", ":")


@dataclass(slots=True)
class Piece:
    """A turn in the making; `label` is None for words that no label introduces.

    `times` are where in the mended text a moment of the recording stands, in milliseconds.
    """

    label: str | None
    begin_ms: int | None = None
    end_ms: int | None = None
    block: Block = Block.WORDS
    words: int = 0
    times: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _parts: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])

    def add(self, strand: Strand, glue: str) -> None:
        """Append text, with `glue` between it and what is there."""
        if strand.parts:
            if self._parts and glue:
                self._parts.append((glue, -1))
            self._parts += strand.parts
            self.words += len(strand.text.split())

    @property
    def last(self) -> str:
        """The text added last."""
        return self._parts[-1][0] if self._parts else ""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(words for words, _ in self._parts)

    @property
    def strand(self) -> Strand:
        """The whole text with where it stands in the mended text."""
        return Strand(tuple(self._parts))

    def runs(self, at: int) -> Iterator[Run]:
        """Yield where its stretches stand in the mended text and in one where this piece begins at `at`."""
        yield from self.strand.runs(at)

    def mend(self, strand: Strand) -> None:
        """Put `strand` in place of the whole."""
        if strand.parts != tuple(self._parts):
            self._parts = list(strand.parts)
            self.words = len(strand.text.split())


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces of a file; `named` says that somebody is named in it, `titled` that its first words may be a title.

    `single` are names that begin one line only and were left in the text.
    """

    pieces: list[Piece]
    named: bool
    titled: bool
    single: tuple[str, ...] = ()


def cut(mended: Mended, warnings: list[str], choices: Choices) -> Cut:
    """Return the pieces of a mended text in order."""
    lines = mended.lines
    unnamed = [one.line for one in lines if one.line.voice is None]
    found, single = labels.choose(unnamed, choices)
    for name in single[:5]:
        warnings.append(
            f"«{name}:» begins a line only once and was left in the text; it may be a speaker who says one thing."
        )
    labelled = chain(found, repeat(None))
    chosen = [next(labelled) if one.line.voice is None else None for one in lines]
    some = any(chosen)
    if mended.captions:
        named = some or any(one.line.voice for one in lines)
        return Cut(_captions(lines, chosen, some=some), named, titled=False, single=tuple(single))
    pieces = _labelled(lines, chosen) if some else _paragraphs(lines)
    return Cut(_timed(pieces, warnings), some, titled=some, single=tuple(single))


def _words(one: Placed, label: Candidate) -> Strand:
    """Return what the label's speaker says in its line."""
    parts = [one.strand(start, end) for start, end in label.parts]
    whole = Strand(tuple(part for strand in parts for part in strand.parts))
    return whole.strip()


def _labelled(lines: Sequence[Placed], chosen: Sequence[Candidate | None]) -> list[Piece]:
    pieces = [Piece(None)]
    speaking = pieces[0]
    for one, label in zip(lines, chosen, strict=True):
        line = one.line
        if label:
            speaking = Piece(label.label, label.begin_ms, line.end_ms)
            pieces.append(speaking)
            speaking.add(_words(one, label), "")
        elif line.block is not Block.WORDS and speaking.label is not None:
            aside = Piece(None, block=line.block)
            aside.add(one.strand().strip(), "")
            pieces.append(aside)
        else:
            if pieces[-1] is not speaking:  # the talk goes on below a footnote, by the same person
                speaking = Piece(speaking.label)
                pieces.append(speaking)
            strand = one.strand().strip()
            if speaking.label is not None and line.begin_ms is not None and strand.parts:
                speaking.times.append((strand.parts[0][1], line.begin_ms))
            speaking.add(strand, _glue(speaking.last, one))
    return [piece for piece in pieces if piece.last]


def _paragraphs(lines: Sequence[Placed]) -> list[Piece]:
    pieces: list[Piece] = []
    for one in lines:
        strand, line = one.strand().strip(), one.line
        if not strand.parts:
            continue
        same = pieces and pieces[-1].block is line.block
        if same and line.follows and _glue(pieces[-1].last, one) == " ":
            pieces[-1].add(strand, " ")
        else:
            pieces.append(Piece(None, line.begin_ms, line.end_ms, line.block))
            pieces[-1].add(strand, "")
    return pieces


def _glue(before: str, one: Placed) -> str:
    """A line broken for its width goes on in lower case; every other line end is the transcriber's own."""
    text = one.line.text.lstrip()
    wrapped = one.line.follows and text[:1].islower() and not before.endswith(_SENTENCE_ENDS)
    return " " if wrapped else "\n"


def _timed(pieces: list[Piece], warnings: list[str]) -> list[Piece]:
    """Take f4 marks out of the text and give their times to the turns around them.

    A mark at the end of a turn is where the next one begins, one at the start is where the last one ended.
    """
    kept: list[Piece] = []
    backward = 0
    for piece in pieces:
        before = kept[-1] if kept else None
        strand, begin, end, inside = marks.take_out(piece.strand)
        piece.times += inside
        if before and before.end_ms is None:
            before.end_ms = begin if strand.parts else end
        if not strand.parts:
            continue
        piece.mend(strand)
        if piece.begin_ms is None:
            piece.begin_ms = begin if begin is not None else before.end_ms if before else None
        if end is not None:
            piece.end_ms = end
        kept.append(piece)
        for one in kept[-2:]:
            if one.begin_ms is not None and one.end_ms is not None and one.end_ms < one.begin_ms:
                one.begin_ms = one.end_ms = None
                backward += 1
    if backward:
        warnings.append(f"Turns whose time marks run backwards and were left without times: {backward}.")
    return kept


def _captions(lines: Sequence[Placed], chosen: Sequence[Candidate | None], *, some: bool) -> list[Piece]:
    pieces: list[Piece] = []
    speaking: Piece | None = None
    for one, found in zip(lines, chosen, strict=True):
        line = one.line
        strand = _words(one, found) if found else one.strand().strip()
        if not strand.parts:
            continue
        if line.block is not Block.WORDS:  # notes stand before the first caption and after the last (see `original`)
            if not (pieces and pieces[-1].block is line.block):
                pieces.append(Piece(None, line.begin_ms, line.end_ms, line.block))
            pieces[-1].add(strand, "\n")
            continue
        label = found.label if found else line.voice or None
        if found is None and line.voice is None and speaking and some:
            label = speaking.label
        if speaking is None or speaking.label != label or (label is None and _is_full(speaking, strand, one)):
            speaking = Piece(label, line.begin_ms, line.end_ms)
            pieces.append(speaking)
        if speaking.last and line.begin_ms is not None:
            speaking.times.append((strand.parts[0][1], line.begin_ms))
        speaking.add(strand, " ")
        speaking.end_ms = _later(speaking.end_ms, line.end_ms)
    return pieces


def _later(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _is_full(piece: Piece, strand: Strand, one: Placed) -> bool:
    if piece.end_ms is not None and one.line.begin_ms is not None and one.line.begin_ms - piece.end_ms >= PAUSE_MS:
        return True
    total = piece.words + len(strand.text.split())
    return (total > FULL_TURN and piece.last.endswith((".", "!", "?", "…"))) or total > LONGEST_TURN
