"""Quotes: passages chosen for the report, with marked edits that can always be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.errors import StudyError
from workbench.study.masking import Mask
from workbench.study.spans import Span, gaps

CUT_MARK = "[…]"
INSERT_STYLES = {"ellipses": "[…{text}…]", "plain": "[{text}]"}
_NO_BLANK_BEFORE = ".,;:!?…)»”’"


class EditKind(StrEnum):
    """What a marked edit does."""

    CUT = "cut"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class QuoteEdit:
    """A cut of the words `start`–`end`, or an insertion of `text` at `start` (= `end`); transcript offsets."""

    id: int
    kind: EditKind
    start: int
    end: int
    text: str = ""


class QuoteState(StrEnum):
    """How far a quote has come on its way into the report."""

    PICKED = "picked"
    CLEARED = "cleared"
    PLACED = "placed"
    REJECTED = "rejected"


class QuoteRole(StrEnum):
    """What a quote does in the text; unset is a value of its own."""

    UNSET = ""
    ILLUSTRATE = "illustrate"
    ANALYSE = "analyse"
    CONTRADICT = "contradict"
    SET_SCENE = "set scene"


@dataclass(frozen=True, slots=True)
class Quote:
    """A coding picked for the report under a theme, at a place in the order.

    `note` says, of a rejected quote, why; `translator` is who made the `translation`.
    """

    id: int
    guid: str
    coding_id: int
    transcript_id: int
    span: Span
    theme_id: int | None
    rank: int
    edits: tuple[QuoteEdit, ...] = ()
    state: QuoteState = QuoteState.PICKED
    role: QuoteRole = QuoteRole.UNSET
    note: str = ""
    translation: str = ""
    translator: str = ""


class PlacedQuote(NamedTuple):
    """Where a quote stands: under which theme, and the passage it is."""

    id: int
    theme_id: int | None
    transcript_id: int
    span: Span


class PieceKind(StrEnum):
    """Where a piece of a rendered quote comes from."""

    WORDS = "words"
    CUT = "cut"
    INSERT = "insert"
    MASK = "mask"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendered quote; `start`–`end` is what it stands for in the transcript."""

    kind: PieceKind
    text: str
    start: int
    end: int


def check_edit(quote: Quote, edit: QuoteEdit) -> None:
    """Raise StudyError unless the edit lies in the quote, leaves words, and touches no other cut."""
    inside = quote.span.start <= edit.start <= edit.end <= quote.span.end
    if not inside or (edit.kind is EditKind.CUT and edit.start == edit.end):
        raise StudyError("The edit must lie inside the quote.")
    if edit.kind is EditKind.INSERT:
        if not edit.text.strip():
            raise StudyError("An insertion needs words.")
        if any(one.kind is EditKind.CUT and one.start < edit.start < one.end for one in quote.edits):
            raise StudyError("Those words are cut; insert before or after the cut.")
        return
    cuts = [one for one in quote.edits if one.kind is EditKind.CUT]
    if any(edit.start < one.end and one.start < edit.end for one in cuts):
        raise StudyError("Part of those words is already cut; take that cut back first.")
    if len(quote.span) == (edit.end - edit.start) + sum(one.end - one.start for one in cuts):
        raise StudyError("A quote must keep some of its words; drop it from the board instead.")


def render(
    text: str, span: Span, edits: Iterable[QuoteEdit] = (), masks: Iterable[Mask] = (), style: str = "ellipses"
) -> list[Piece]:
    """Return the quote as pieces: the participant's words, marked edits and masks, in order.

    A mask wins over the words under it; a cut wins over a mask.
    """
    events = _events(span, edits, masks, style)
    pieces: list[Piece] = []
    at = span.start
    for start, end, kind, shown in events:
        if start > at:
            pieces.append(Piece(PieceKind.WORDS, text[at:start], at, start))
        pieces.append(Piece(kind, shown, start, end))
        at = max(at, end)
    if at < span.end:
        pieces.append(Piece(PieceKind.WORDS, text[at : span.end], at, span.end))
    return _spaced(pieces)


def _events(
    span: Span, edits: Iterable[QuoteEdit], masks: Iterable[Mask], style: str
) -> list[tuple[int, int, PieceKind, str]]:
    # A coding made shorter may have left edits outside; they show nothing and take nothing along.
    listed = [edit for edit in edits if edit.start <= span.end and span.start <= edit.end]
    cuts = sorted(
        (max(e.start, span.start), min(e.end, span.end))
        for e in listed
        if e.kind is EditKind.CUT and e.start < span.end and span.start < e.end
    )
    events = [(start, end, PieceKind.CUT, CUT_MARK) for start, end in cuts]
    for edit in listed:
        if edit.kind is EditKind.INSERT:
            events.append((edit.start, edit.start, PieceKind.INSERT, INSERT_STYLES[style].format(text=edit.text)))
    removed = [Span(start, end) for start, end in cuts]
    for mask in masks:
        start, end = max(mask.start, span.start), min(mask.end, span.end)
        left = list(gaps(removed, Span(start, end))) if start < end else []
        for number, part in enumerate(left):
            # An insertion put inside a masked name follows the mask.
            events = [
                (part.end, part.end, kind, shown)
                if kind is PieceKind.INSERT and part.start < at < part.end
                else (at, to, kind, shown)
                for at, to, kind, shown in events
            ]
            # A cut inside a name leaves no letter of it: the mask stands once, before the cut.
            events.append((part.start, part.end, PieceKind.MASK, "" if number else mask.shown))
    return sorted(events, key=lambda event: (event[0], event[1]))


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Give marks one blank on each side where words meet them, and none before punctuation."""
    spaced: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if spaced and piece.kind is not PieceKind.MASK:
            last = spaced[-1]
            marked = PieceKind.CUT in (piece.kind, last.kind) or PieceKind.INSERT in (piece.kind, last.kind)
            if marked and text and last.text:
                if last.text[-1].isspace() and text[0] == " ":
                    text = text.lstrip(" ")
                elif not last.text[-1].isspace() and not text[0].isspace() and text[0] not in _NO_BLANK_BEFORE:
                    text = f" {text}"
        elif text and spaced and spaced[-1].kind in (PieceKind.CUT, PieceKind.INSERT) and spaced[-1].text[-1] in "…]":
            text = f" {text}"
        spaced.append(Piece(piece.kind, text, piece.start, piece.end))
    return spaced


def plain(pieces: Iterable[Piece]) -> str:
    """Return the pieces as one string."""
    return "".join(piece.text for piece in pieces)


def changed_share(span: Span, edits: Iterable[QuoteEdit]) -> float:
    """Return the share (0–1) of the quote's characters that the cuts remove."""
    return sum(edit.end - edit.start for edit in edits if edit.kind is EditKind.CUT) / len(span)
