"""A quote ready to be printed, by speaker, with where it comes from."""

from dataclasses import dataclass

from workbench.study.consent import Refusal
from workbench.study.masking import Mask
from workbench.study.quotes import Piece, PieceKind, Quote, plain
from workbench.study.transcripts import clock


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One speaker's stretch of a quote; `voice` is empty for the participant quoted, `I` for the interviewer."""

    voice: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is printed."""
        words = plain(self.pieces).strip()
        return f"{self.voice}: {words}" if self.voice else words


@dataclass(frozen=True, slots=True)
class BoardQuote:
    """A quote ready to be printed.

    `pieces` are all of it in order; `paragraphs` the same by speaker. `attribution` is empty when it could not be
    made. `refusal` is why it may not leave the study (somebody in it withdrew, or said no to being quoted), `refusing`
    who. `spared` holds stretches (start, end) of `text` that look like a name and were said to be none; `cased`
    tells whether its transcript has capitals.
    """

    quote: Quote
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    attribution: str
    participant: str
    code: str
    transcript: str
    turn: int
    begin_ms: int | None
    undecided: tuple[Mask, ...] = ()
    spared: tuple[tuple[int, int], ...] = ()
    cased: bool = True
    refusal: Refusal | None = None
    refusing: str = ""

    @property
    def text(self) -> str:
        """The quote as it is printed, one line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """How many of the words are the participant's own: no masks, no insertions, no interviewer."""
        own = (piece for part in self.paragraphs if not part.voice for piece in part.pieces)
        return sum(len(piece.text.split()) for piece in own if piece.kind is PieceKind.WORDS)

    def reference(self, word: str = "turn") -> str:
        """Return where the quote comes from, such as `P07 turn 12 (12:31)`; `word` is the word for a turn."""
        return reference(self.participant or self.transcript, self.turn, self.begin_ms, word)


def reference(participant: str, turn: int, begin_ms: int | None, word: str = "turn") -> str:
    """Return a source reference: participant, turn number and, when known, the time it begins."""
    time = f" ({clock(begin_ms)})" if begin_ms is not None else ""
    return f"{participant} {word} {turn}{time}"
