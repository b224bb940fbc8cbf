"""What a speech recogniser repeats, or writes over silence.

Recognisers of Whisper's kind fall into loops (one phrase again and again) and write what stood at the end of the
subtitled films they learnt from ("Teksting av …", "Takk for at du så på"). People repeat themselves too ("nei nei
nei", "ja ja ja", "det går bra, det går bra"), so
- only captions have sure repairs; in other files a loop is a proposal;
- a loop of one or two words is talk unless it is repeated twelve times, and then a proposal;
- three words or more are a loop, the more words the fewer times: 3 × 6, 4 × 4 or 6 × 3 when one of them is no small
  word, else 3 × 10 or 6 × 4; less than that, but 3 × 4 or 6 × 3, is a proposal; so are two cues alike of five words.
One of the repeated stays. A credit counts only as a whole cue, and is sure when a name follows it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.repairs.function_words import FUNCTION
from workbench.transcripts.repairs.sheet import Sheet, is_labelled

_LONGEST, _LEAST = 40, 9
# A phrase between points or commas, the letters of a loop's shortest one (three words), of one so long that a loop may
# hide in it, and how many phrases a loop has at most (forty words).
_BORDER = re.compile(r"[.,;:!?\n…–]+ ?")
_SHORTEST, _LONG, _APART = 8, 240, 8
_TOKEN = re.compile(r"\w+")
_CREDIT = re.compile(
    r"\W*(?i:teksting|undertekst(?:er|ing)?|tekstet|undertekstet|subtitles?|captions?|subtitled)"
    r"(?i:\s+(?:av|fra|ved|by|from))(?i:\s+the)?\s+(?:[A-ZÆØÅ][\w.-]*|www\.\S+|\w+\.(?:org|no|com)\b)(?:\s+\S+){0,5}\s*"
)
_THANKS = re.compile(
    r"\W*(?:(?:tusen )?takk for at (?:du|dere) (?:så på|ser på|fulgte med|følger med)(?: på (?:denne )?videoen)?"
    r"|(?:husk å |ikke glem å )?(?:like og )?abonn?er\w*(?: på)?(?: kanalen(?: min)?)?|thanks? (?:you )?for watching"
    r"|(?:please )?(?:like and )?subscribe(?: to (?:my|the) channel)?)\W*",
    re.I,
)


class Loop(NamedTuple):
    """Words `begin` to `end` repeat with the period `size`."""

    begin: int
    end: int
    size: int

    @property
    def times(self) -> int:
        """How often the phrase stands there whole."""
        return (self.end - self.begin) // self.size


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield the repairs of loops, then of credits."""
    if sheet.captions:
        yield from _credits(sheet)
    lowered = sheet.text.lower()
    if len(lowered) != len(sheet.text):
        lowered = sheet.text
    words = _TOKEN.findall(lowered) if _may_loop(lowered, sheet.captions) else []
    found = [loop for stretch in _stretches(words) for loop in _loops(words, *stretch)]
    if found:
        places = [hit.span() for hit in _TOKEN.finditer(lowered)]
        for loop in found:
            repair = _repair(sheet, words, places, loop)
            if repair:
                yield repair
    if sheet.captions:
        yield from _twins(sheet)


def _may_loop(text: str, captions: bool) -> bool:
    """Tell whether a loop is possible: a phrase comes again soon after, or words go on with no point between them."""
    if captions:
        return True
    phrases = [one for one in _BORDER.split(text) if len(one) >= _SHORTEST]
    if any(any(map(eq, phrases, phrases[distance:])) for distance in range(1, _APART)):
        return True
    # A loop of three words or more cannot do without six in a row that come twice.
    return any(_six_twice(one.split()) for one in phrases if len(one) > _LONG)


def _six_twice(words: list[str]) -> bool:
    return len(set(zip(*(words[at:] for at in range(6)), strict=False))) < len(words) - 5


def _stretches(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which every word stood shortly before: a loop is inside one, talk seldom is."""
    last: dict[str, int] = {}
    earlier = last.get
    begin = 0
    for place, word in enumerate(words):
        if earlier(word, -_LONGEST - 1) < place - _LONGEST:
            if place - begin >= _LEAST:
                yield begin, place
            begin = place + 1
        last[word] = place
    if len(words) - begin >= _LEAST:
        yield begin, len(words)


def _loops(words: Sequence[str], begin: int, end: int) -> list[Loop]:
    """Return what repeats at least three times in a stretch; the shortest period wins."""
    found: list[Loop] = []
    first = max(0, begin - _LONGEST)
    taken = bytearray(end - first)
    for size in range(1, min(_LONGEST, (end - begin) // 2) + 1):
        run = 0
        for place in range(max(begin, size), end + 1):
            if place < end and words[place] == words[place - size]:
                run += 1
                continue
            loop = Loop(place - run - size, place, size)
            if run >= 2 * size and taken.find(1, loop.begin - first, loop.end - first) < 0:
                taken[loop.begin - first : loop.end - first] = b"\1" * (loop.end - loop.begin)
                found.append(loop)
            run = 0
    return found


def _repair(sheet: Sheet, words: list[str], places: list[tuple[int, int]], loop: Loop) -> Repair | None:
    phrase = words[loop.begin : loop.begin + loop.size]
    verdict = _is_loop(phrase, loop.times, sheet.captions)
    if verdict is None:
        return None
    text = sheet.text
    start = _past_marks(text, places[loop.begin + loop.size - 1][1])
    end = _past_marks(text, places[loop.begin + loop.size * loop.times - 1][1])
    if not sheet.captions and any(is_labelled(line) for line in text[start:end].split("\n")[1:]):
        return None
    shown = " ".join(phrase)
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    return Repair(start, end, "", RepairKind.LOOP, verdict, f"«{shown}» stands {loop.times} times in a row")


def _past_marks(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace() and not text[at].isalnum():
        at += 1
    return at


def _is_loop(phrase: Sequence[str], times: int, captions: bool) -> bool | None:
    """True: surely; False: perhaps; None: talk."""
    size = len(phrase)
    if size < 3:
        return False if captions and times >= 12 else None
    content = any(word not in FUNCTION for word in phrase)
    least = {3: 6, 4: 4, 5: 4} if content else {3: 10, 4: 10, 5: 10}
    sure = times >= least.get(size, 3 if content else 4)
    if captions and sure:
        return True
    return False if times >= 4 or size >= 6 else None


def _twins(sheet: Sheet) -> Iterator[Repair]:
    """Two cues alike, one after the other."""
    for row, after in pairwise(sheet.rows):
        flat = row.text.strip()
        if flat and flat.casefold() == after.text.strip().casefold() and len(flat.split()) >= 5:
            yield Repair(row.end, after.end, "", RepairKind.LOOP, False, "the same cue twice")


def _credits(sheet: Sheet) -> Iterator[Repair]:
    rows = sheet.rows
    for number, row in enumerate(rows):
        sure = bool(_CREDIT.fullmatch(row.text))
        if not sure and not _THANKS.fullmatch(row.text):
            continue
        end = row.end + 1 if number + 1 < len(rows) else row.end
        yield Repair(row.start, end, "", RepairKind.LOOP, sure, "what recognisers write over silence")
