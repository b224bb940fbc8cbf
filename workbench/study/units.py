"""The units a reader selects by: word, clause, sentence. Pure patterns, no language model.

Positions are code points; every function takes the whole transcript text and looks a few thousand characters
around, so the cost does not grow with the transcript. A unit longer than that is cut there.
"""

import re

_REACH = 4000
_LONGEST_WORD = 200
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# The look behind keeps a long row of signs from being tried from each of them.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”»’)\]]*(?=\s|$)|\n")
_CLAUSE_END = re.compile(r"(?<![.!?…,;:–—])[.!?…,;:–—]++[\"”»’)\]]*(?=\s|$)|\n")


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return the borders of the word at `offset`, or of the single character there when it is no word."""
    low = max(0, offset - _LONGEST_WORD)
    for hit in _WORD.finditer(text, low, min(len(text), offset + _LONGEST_WORD)):
        if hit.start() <= offset < hit.end():
            return hit.span()
        if hit.start() > offset:
            break
    return offset, min(offset + 1, len(text))


def next_word(text: str, offset: int) -> int:
    """Return the start of the first word after `offset`, or the end of the text."""
    for hit in _WORD.finditer(text, offset):
        if hit.start() > offset:
            return hit.start()
    return len(text)


def previous_word(text: str, offset: int) -> int:
    """Return the start of the last word that begins before `offset`, or 0."""
    high = offset
    while high > 0:
        low = max(0, high - _LONGEST_WORD)
        # A word that runs into the stretch from the left begins in the next one.
        hits = _WORD.finditer(text, max(0, low - _LONGEST_WORD), high)
        starts = [hit.start() for hit in hits if hit.start() >= low]
        if starts:
            return starts[-1]
        high = low
    return 0


def _unit_at(text: str, offset: int, border: re.Pattern[str]) -> tuple[int, int]:
    low, start = max(0, offset - _REACH), max(0, offset - _REACH)
    for hit in border.finditer(text, low, min(len(text), offset + _REACH)):
        if hit.end() <= offset:
            start = hit.end()
            continue
        end = hit.start() if text[hit.start()] == "\n" else hit.end()
        return _without_blanks(text, start, end, offset)
    return _without_blanks(text, start, min(len(text), offset + _REACH), offset)


def _without_blanks(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else (offset, min(offset + 1, len(text)))


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the borders of the sentence at `offset`; a line end always ends a sentence."""
    return _unit_at(text, offset, _SENTENCE_END)


def clause_at(text: str, offset: int) -> tuple[int, int]:
    """Return the borders of the clause at `offset` (up to comma, dash, colon or sentence end)."""
    return _unit_at(text, offset, _CLAUSE_END)


def next_sentence(text: str, offset: int) -> int:
    """Return where the next sentence begins, or the end of the text."""
    at = sentence_at(text, min(offset, max(0, len(text) - 1)))[1]
    at = len(text) - len(text[at:].lstrip())
    return at if at > offset else min(len(text), offset + 1)


def previous_sentence(text: str, offset: int) -> int:
    """Return the start of this sentence, or of the one before when already there."""
    if not text:
        return 0
    start = sentence_at(text, min(offset, len(text) - 1))[0]
    if start < offset:
        return start
    at = len(text[: min(start, offset)].rstrip()) - 1
    return sentence_at(text, at)[0] if at > 0 else 0
