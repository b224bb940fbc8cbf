"""Words cut in two at a line end whose hyphen the file has lost: olje / arbeiderens, viss / heten.

In a text broken for width any line end might be one, so something must speak for it: the whole word stands elsewhere
in this text while its second half does not stand alone; the second half is an ending that is no word (heten, sjonen);
or the first half ends in the joint of a compound (opplærings / programmet). Sure only when the whole word stands
elsewhere and neither half does. All others are proposals.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.lines import Block
from workbench.transcripts.repairs.function_words import ENDINGS, FUNCTION, JOINTS
from workbench.transcripts.repairs.sheet import Broken, Sheet

_FIRST = re.compile(r"[^\W\d_]{2,}(?![\w:])")


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield the repairs, most of them proposals."""
    if sheet.captions or sheet.broken is not Broken.YES:
        return
    rows, known = sheet.rows, _Known(sheet)
    for number in range(len(rows) - 1):
        if not rows[number].text[-1:].isalpha() or number in sheet.furniture or not sheet.is_full(number):
            continue
        following = sheet.after(number)
        if following is None or rows[following[0]].span.block is Block.CAPTION:
            continue
        first = _FIRST.match(rows[following[0]].text)
        last = rows[number].text.rsplit(None, 1)[-1].lstrip('«”"(').lower()
        if not first or not first.group().islower() or len(last) < 2 or not last.isalpha():
            continue
        told = _judge(last, first.group(), known)
        if told:
            start = rows[number].end
            yield Repair(start, start + 1, "", RepairKind.LOST_HYPHEN, told[0] and following[1], told[1])


class _Known:
    """The words of the text once the words broken with a hyphen are whole."""

    def __init__(self, sheet: Sheet) -> None:
        self.words, self.vocabulary, self.norwegian = sheet.words, sheet.vocabulary, sheet.norwegian
        if sheet.joined:
            self.words = Counter(sheet.words)
            for first, second in sheet.joined:
                self.words[first] -= 1
                self.words[second] -= 1
                self.words[first + second] += 1
            self.vocabulary = sorted(self.words)

    def stands(self, whole: str, left: str) -> bool:
        """Tell whether the text has the word, a longer one, or another form with three letters of the second half."""
        if self.words[whole] > 0:
            return True
        at = bisect_left(self.vocabulary, whole)
        if at < len(self.vocabulary) and self.vocabulary[at].startswith(whole):
            return True
        return any(self.words[whole[:-cut]] > 0 for cut in range(1, 5) if len(whole) - cut >= len(left) + 3)


def _judge(left: str, right: str, known: _Known) -> tuple[bool, str] | None:
    if right in FUNCTION:
        return None
    words, whole = known.words, left + right
    if words[right] <= 1 and len(whole) >= 6 and known.stands(whole, left):
        sure = words[left] <= 1 and words[whole] > 0 and left not in FUNCTION
        return sure, "the text has the whole word elsewhere"
    if right in ENDINGS:
        return False, "the second half is an ending, no word"
    if known.norwegian and left.endswith(JOINTS) and len(left) > 5 and len(right) > 3:
        return False, "the first half looks like the first part of a compound"
    return None
