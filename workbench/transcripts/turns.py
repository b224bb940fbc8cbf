"""Lines into turns: labels open them, lines without one continue them, captions are joined by speaker and pause."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.transcripts import labels, marks
from workbench.transcripts.labels import Candidate
from workbench.transcripts.lines import Block, Draft, Line

PAUSE_MS = 1200
FULL_TURN, LONGEST_TURN = 150, 300
_SENTENCE_ENDS = (".", "!", "?", "…", "”", "»", ")", "]", ":")


@dataclass(slots=True)
class Piece:
    """A turn in the making; `label` is None for words that no label introduces."""

    label: str | None
    begin_ms: int | None = None
    end_ms: int | None = None
    words: int = 0
    _parts: list[str] = field(default_factory=list[str])

    def add(self, text: str, glue: str) -> None:
        """Append text, with `glue` between it and what is there."""
        if text:
            self._parts += [glue, text] if self._parts else [text]
            self.words += len(text.split())

    @property
    def last(self) -> str:
        """The text added last."""
        return self._parts[-1] if self._parts else ""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def mend(self, text: str) -> None:
        """Put `text` in place of the whole."""
        self._parts = [text]
        self.words = len(text.split())


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces of a file; `named` says that somebody is named in it, `titled` that its first words may be a title."""

    pieces: list[Piece]
    named: bool
    titled: bool


def cut(draft: Draft) -> Cut:
    """Return the pieces of a draft in order; warnings go to the draft."""
    # Notes between captions are no talk and join nothing.
    lines = [line for line in draft.lines if line.block is Block.WORDS] if draft.captions else draft.lines
    chosen, single = labels.choose([line for line in lines if line.voice is None])
    for name in single[:5]:
        draft.warnings.append(
            f"«{name}:» begins a line only once and was left in the text; it may be a speaker who says one thing."
        )
    if draft.captions:
        named = any(chosen) or any(line.voice for line in lines)
        return Cut(_captions(lines, chosen), named, titled=False)
    pieces = _labelled(draft.lines, chosen) if any(chosen) else _paragraphs(draft.lines)
    return Cut(_timed(pieces, draft.warnings), any(chosen), titled=any(chosen))


def _labelled(lines: Sequence[Line], chosen: Sequence[Candidate | None]) -> list[Piece]:
    pieces = [Piece(None)]
    for line, label in zip(lines, chosen, strict=True):
        if label:
            pieces.append(Piece(label.label, label.begin_ms, line.end_ms))
            pieces[-1].add(label.rest.strip(), "")
        else:
            pieces[-1].add(_whole(line), _glue(pieces[-1].last, line))
    return [piece for piece in pieces if piece.last]


def _paragraphs(lines: Sequence[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        text = _whole(line)
        if not text:
            continue
        if pieces and line.follows and _glue(pieces[-1].last, line) == " ":
            pieces[-1].add(text, " ")
        else:
            pieces.append(Piece(None, line.begin_ms, line.end_ms))
            pieces[-1].add(text, "")
    return pieces


def _whole(line: Line) -> str:
    text = line.text.strip()
    return f"{line.cell}\t{text}".strip() if line.cell else text


def _glue(before: str, line: Line) -> str:
    """A line broken for its width goes on in lower case; every other line end is the transcriber's own."""
    text = line.text.lstrip()
    wrapped = line.follows and text[:1].islower() and not before.endswith(_SENTENCE_ENDS)
    return " " if wrapped else "\n"


def _timed(pieces: list[Piece], warnings: list[str]) -> list[Piece]:
    """Take f4 marks out of the text and give their times to the turns around them.

    A mark at the end of a turn is where the next one begins, one at the start is where the last one ended.
    """
    kept: list[Piece] = []
    backward = 0
    for piece in pieces:
        before = kept[-1] if kept else None
        text, begin, end = marks.take_out(piece.text)
        if before and before.end_ms is None:
            before.end_ms = begin if text else end
        if not text:
            continue
        piece.mend(text)
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


def _captions(lines: Sequence[Line], chosen: Sequence[Candidate | None]) -> list[Piece]:
    labelled = iter(chosen)
    pieces: list[Piece] = []
    some = any(chosen)
    for line in lines:
        label, text = line.voice or None, line.text.strip()
        if line.voice is None:
            found = next(labelled)
            if found:
                label, text = found.label, found.rest.strip()
            elif pieces and some:
                label = pieces[-1].label
        if not text:
            continue
        if not pieces or pieces[-1].label != label or (label is None and _is_full(pieces[-1], text, line)):
            pieces.append(Piece(label, line.begin_ms, line.end_ms))
        pieces[-1].add(text, " ")
        pieces[-1].end_ms = _later(pieces[-1].end_ms, line.end_ms)
    return pieces


def _later(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _is_full(piece: Piece, text: str, line: Line) -> bool:
    if piece.end_ms is not None and line.begin_ms is not None and line.begin_ms - piece.end_ms >= PAUSE_MS:
        return True
    total = piece.words + len(text.split())
    return (total > FULL_TURN and piece.last.endswith((".", "!", "?", "…"))) or total > LONGEST_TURN
