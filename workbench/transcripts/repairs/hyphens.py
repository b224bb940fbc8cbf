"""Words broken at a line end: with a hyphen (keep it, join, or leave), and with the hyphen lost.

Only files whose lines are broken for their width have such words (see `sheet`); elsewhere a hyphen at a line end is
where a speaker broke off, and stays. In order:
- left alone: a suspended pair ("behandlings- / og …"), a next line that opens a turn, a new start after a word broken
  off ("vil- / ville", "bar- / men så", "Kari- / Hun …");
- kept: after capitals (LAR-/medisinen), a digit (18-/åring), a phrase of hyphens (en-til-en-/relasjon), a point of
  the compass (Nord-/Norge), a part without a vowel (tv-/stua), and where this text writes the word so elsewhere;
- joined: everything else in lower case (spe-/sialist), names with a small second half (Tors-/heim-Lie) and a capital
  inside (Job-/bKraft).
Joined or kept without asking only when this text or the shape of the word says so. In a text whose transcriber
writes broken-off words with a hyphen inside lines too, a join needs the whole word elsewhere in the text or two parts
that are no words in it. Syllable rule: RR 1999 and Norwegian typesetting break before the last consonant and leave a
vowel on either side, so a part without one is an abbreviation or was broken off.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.repairs.function_words import COMPASS, ENDINGS, FUNCTION, JOINING, KEPT_BEFORE
from workbench.transcripts.repairs.sheet import HYPHENS, LAYOUT_HYPHENS, Broken, Sheet, is_labelled

_LONGEST = 80
_LEFT = re.compile(rf"[\w./@:]+(?:[-\u2010\u2011][\w./@:]+)*(?=[{HYPHENS}][ \t]*$)")
_RIGHT = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_ADDRESS = re.compile(r"www\.|https?:|@|/|\.(?:no|com|org|net)\b")
_VOWEL = re.compile("[aeiouyæøåéèêóòôäöüáíú]", re.I)
_PHRASE = re.compile(r"\w+-(?:til|for|mot|i|på|og|by|to|in)(?:-\w+)?", re.I)
_CUT_OFF = re.compile(rf"-(?<=[^\W\d_]-)[ \t]+(?!(?:{'|'.join(sorted(map(re.escape, JOINING)))})\b)[^\W\d_]", re.I)
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]+)")


class Verdict(NamedTuple):
    """What becomes of a broken word: `hyphen` what stands at the seam, `sure`, and why."""

    hyphen: str
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Break:
    """A word broken at the end of a line: what stands before the hyphen and after it, and where."""

    left: str
    right: str
    full: bool
    seam: int
    end: int
    by_layout: bool

    @property
    def first(self) -> str:
        """The last part before the seam, lower case."""
        return re.split("[-\u2010\u2011]", self.left)[-1].lower()

    @property
    def second(self) -> str:
        """The first part after the seam, lower case."""
        return re.split("[-\u2010\u2011]", self.right)[0].lower()


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield the repairs of words broken with a hyphen."""
    if sheet.captions or not any(f"{sign}{end}" in sheet.text for sign in HYPHENS for end in ("\n", " \n", "\t\n")):
        return
    ends = tuple(HYPHENS + " \t")
    at = [number for number, row in enumerate(sheet.rows) if row.text.endswith(ends)]
    breaks = [one for number in at if (one := _break_at(sheet, number))]
    by_layout = any(one[0].by_layout for one in breaks)
    if not breaks or (sheet.broken is Broken.NO and not by_layout):
        return
    known = _Evidence(sheet, [one for one, _ in breaks])
    for one, sure_between in breaks:
        verdict = _judge(one, known)
        if verdict is None or (sheet.broken is Broken.NO and not one.by_layout):
            continue
        sure = verdict.sure and sure_between and (one.by_layout or (sheet.broken is Broken.YES and one.full))
        keeps_sign = verdict.hyphen == "-" and sheet.text[one.seam] == "-"
        start, after = (one.seam + 1, "") if keeps_sign else (one.seam, verdict.hyphen)
        if sure and not verdict.hyphen:
            sheet.joined.append((one.first, one.second))
        kind = RepairKind.SOFT_HYPHEN if sheet.text[one.seam] == "\u00ad" else RepairKind.HYPHEN
        yield Repair(start, one.end, after, kind, sure, verdict.why)


def _break_at(sheet: Sheet, number: int) -> tuple[Break, bool] | None:
    """Return the word broken at the end of a line, and whether all furniture inside it is sure."""
    row = sheet.rows[number]
    bare = row.text.rstrip()
    if number in sheet.furniture or bare[-1:] not in HYPHENS or not bare[-2:-1].isalnum():
        return None
    left = _LEFT.search(bare[-_LONGEST:])
    following = sheet.after(number)
    if not left or following is None:
        return None
    next_row = sheet.rows[following[0]]
    text = next_row.text.lstrip(" \t")
    right = _RIGHT.match(text)
    if not right or text.strip().isdigit() or is_labelled(text) or text[right.end() : right.end() + 1] == ":":
        return None
    # On pages `follows` also says that the next word had no room, which half a word in a ragged margin may have had.
    on_pages = next_row.span.page > 0
    goes_on = next_row.span.follows or on_pages or following[0] > number + 1 or sheet.spaced
    seam = row.start + len(bare) - 1
    end = row.end + 1 + (len(next_row.text) - len(text) if following[0] == number + 1 else 0)
    return Break(
        left.group(), right.group(), goes_on and sheet.is_full(number), seam, end, bare[-1] in LAYOUT_HYPHENS
    ), following[1]


class _Evidence:
    """What the text itself says of words: which stand in it whole, which with a hyphen, and how talk breaks off.

    `hyphenates` tells whether the layout broke words at all: some of the broken words stand whole elsewhere, or have
    halves that can be no words. Otherwise lines may have been broken only where words have a hyphen of their own.
    """

    def __init__(self, sheet: Sheet, breaks: list[Break]) -> None:
        self.words = Counter(sheet.words)
        for one in breaks:
            self.words[one.first] -= 1
            self.words[one.second] -= 1
        self.learned: set[str] = set()
        self.vocabulary = sheet.vocabulary
        self.norwegian = sheet.norwegian
        self.hyphenated: Counter[tuple[str, str]] = Counter()
        for token, count in sheet.tokens.items():
            if "-" in token:
                self.hyphenated.update({(hit[1], hit[2]): count for hit in _HYPHENATED.finditer(token)})
        self.first_parts = Counter(first for first, _ in self.hyphenated)
        self.breaks_off = bool(_CUT_OFF.search(sheet.text))
        proofs = sum(self.words[one.first + one.second] > 0 or _is_piece(one.second) for one in breaks)
        self.hyphenates = proofs * 8 >= len(breaks)
        for _ in range(5):
            if not self._learn(breaks):
                break

    def _learn(self, breaks: list[Break]) -> bool:
        """Count the words that will be put together without asking as words of the text; tell whether any was new."""
        new: set[str] = set()
        for one in breaks:
            told = _judge(one, self) if one.full else None
            if told and told.sure and told.hyphen:
                self.hyphenated[one.first, one.second] += 1
            elif told and told.sure and not self.has(one.first + one.second):
                new.add(one.first + one.second)
        self.learned |= new
        self.vocabulary = sorted({*self.vocabulary, *new})
        return bool(new)

    def has(self, word: str) -> bool:
        """Tell whether a word stands in the text, apart from the pieces of broken words."""
        return self.words[word] > 0 or word in self.learned

    def has_kin(self, word: str, least: int) -> bool:
        """Tell whether the text has the word, another form of it, or a longer one; `least` letters must be shared."""
        if self.has(word):
            return True
        at = bisect_left(self.vocabulary, word)
        if at < len(self.vocabulary) and self.vocabulary[at].startswith(word):
            return True
        return any(self.has(word[:-cut]) for cut in range(1, 5) if len(word) - cut >= least)


_WHOLE, _FOR_WIDTH = "the text has the whole word elsewhere", "a word broken for the width of the line"


def _judge(one: Break, known: _Evidence) -> Verdict | None:
    """Return what becomes of a broken word, or None when nothing should."""
    if one.second in JOINING and one.right.islower():
        return None
    if _ADDRESS.search(one.left):
        return Verdict("-", False, "an address: is the hyphen its own?")
    if one.left[-1].isdigit() or one.right[0].isdigit():
        return Verdict("-", True, "a number and a word keep their hyphen")
    if one.right[0].isupper():
        return _before_capital(one, known)
    return _kept(one, known) or _joined(one, known)


def _before_capital(one: Break, known: _Evidence) -> Verdict | None:
    pair = (one.first, one.second)
    if one.left[0].isupper() and one.first in COMPASS:
        return Verdict("-", True, "a name with a point of the compass")
    if pair in known.hyphenated:
        return Verdict("-", True, "the text writes it with a hyphen elsewhere")
    if one.left.isupper() and one.right.isupper() and len(one.left) > 1:
        whole = known.has(one.first + one.second)
        return Verdict("", whole, "a word in capitals") if len(one.right) > 1 else None
    if one.second in FUNCTION or not one.left[0].isupper():
        return None
    return Verdict("-", False, "a double name, or a new sentence after a word broken off?")


def _kept(one: Break, known: _Evidence) -> Verdict | None:
    last = one.left.replace("\u2010", "-").replace("\u2011", "-").rsplit("-", 1)[-1]
    whole = known.has(one.first + one.second)
    if _PHRASE.fullmatch(one.left.replace("\u2010", "-")):
        return Verdict("-", True, "a phrase of hyphens")
    if "-" in one.left and (one.first in FUNCTION or known.has(one.first)) and not whole:
        return Verdict("-", False, "a phrase of hyphens, or a compound broken again?")
    if len(last) > 1 and last.isupper():
        return Verdict("-", True, "an abbreviation in capitals")
    if (one.first, one.second) in known.hyphenated:
        return Verdict("-", not whole, "the text writes it with a hyphen elsewhere")
    if len(last) > 1 and not _VOWEL.search(last):
        breaks_off = one.second.startswith(one.first) or one.second in FUNCTION
        return None if breaks_off else Verdict("-", not known.breaks_off and not whole, "an abbreviation")
    if one.first in KEPT_BEFORE and not whole:
        return None if one.second in FUNCTION else Verdict("-", one.first == "ikke", "words that keep a hyphen")
    if known.first_parts[one.first] and not whole and known.has(one.second) and len(one.first) > 1:
        return Verdict("-", False, "the text has other words that begin so, with a hyphen")
    return None


def _joined(one: Break, known: _Evidence) -> Verdict | None:
    whole = one.first + one.second
    if one.by_layout:
        return Verdict("", True, "the file says that the layout set this hyphen")
    again = one.second.startswith(one.first)
    if known.has(whole) and not (known.breaks_off and one.second in FUNCTION):
        return Verdict("", not again, _WHOLE if known.words[whole] > 0 else _FOR_WIDTH)
    if again:
        return None
    if one.second in FUNCTION:
        plausible = known.has_kin(whole, len(one.first) + 2) or (not known.has(one.first) and not known.breaks_off)
        return Verdict("", False, "one word, or broken off?") if plausible else None
    if len(one.first) == 1 or len(one.second) == 1 or not _VOWEL.search(one.second):
        return Verdict("", False, "an unusual place to break a word")
    words = known.has(one.first) or known.has(one.second)
    name = one.left[0].isupper() and known.has(one.first)
    if name and not known.has_kin(whole, len(one.first) + 3):
        return Verdict("", False, "a name and a word, or one word?")
    if known.breaks_off:
        kin = known.has_kin(whole, len(one.first) + 3)
        return Verdict("", kin or (not words and _is_piece(one.second)), "in this text words are also broken off")
    if (not known.hyphenates and words) or not known.norwegian:
        return Verdict("", False, "two words with a hyphen, or one word?")
    return Verdict("", True, _FOR_WIDTH)


_ONSETS = (
    "bl br dr dj dv fj fl fr gj gl gn gr hj hv kj kl kn kr kv mj nj pj pl pr ps rj sj sk sl sm sn sp st sv tj tr tv "
    "ts vr skj skr skv skl spl spr stj str sch ch ph th"
)


def _is_piece(word: str) -> bool:
    """Tell whether no Norwegian word can begin so (by its first consonants), or it is an ending."""
    onset = re.match("[^aeiouyæøåéäöü]*", word)
    return word in ENDINGS or bool(onset and len(onset.group()) > 1 and onset.group() not in _ONSETS.split())
