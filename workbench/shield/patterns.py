"""Shapes that identify by themselves: numbers and addresses on the net, written or read aloud.

Every function takes a text and yields `Found`; nothing here knows a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.study.masking import EntityKind


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start`–`end` that look like an identifier, why, and whether that is sure."""

    start: int
    end: int
    kind: EntityKind
    reason: str
    sure: bool = True


_DIGIT_GROUPS = re.compile(r"(?<![\w.,:/§-])\+?\d{1,14}(?:[  .\-/]\d{1,7}){0,6}(?![\w/]|[.,:-]\d)")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_SPOKEN_EMAIL = re.compile(
    r"\b[\w.\-]+ (?:krøllalfa|alfakrøll|at) [\w\-]+ (?:punktum|punkt|dot) (?:no|com|net|org|uk|co)\b", re.IGNORECASE
)
_URL = re.compile(r"\b(?:https?://\S+|www\.\S+|[\w\-]{2,}\.(?:no|com|org|net|co\.uk)\b(?:/\S*)?)", re.IGNORECASE)
_CHECKSUM_1, _CHECKSUM_2 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ACCOUNT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def codes(text: str) -> Iterator[Found]:
    """Yield birth numbers, telephone and account numbers, e-mail and web addresses."""
    for hit in _EMAIL.finditer(text):
        yield Found(hit.start(), hit.end(), EntityKind.EMAIL, "an e-mail address")
    for hit in _SPOKEN_EMAIL.finditer(text):
        yield Found(hit.start(), hit.end(), EntityKind.EMAIL, "an e-mail address read aloud")
    for hit in _URL.finditer(text):
        if "@" not in text[max(0, hit.start() - 1) : hit.end()]:
            end = hit.start() + len(hit.group().rstrip(".,;:!?)»”"))
            yield Found(hit.start(), end, EntityKind.OTHER, "a web address", sure="/" in hit.group())
    for hit in _DIGIT_GROUPS.finditer(text):
        found = _number(text, hit)
        if found:
            yield found


# 07700 900123, 07700 900 123, 020 7946 0018, 0161 496 0018.
_BRITISH = ([5, 6], [5, 3, 3], [3, 4, 4], [4, 3, 4])


def _number(text: str, hit: re.Match[str]) -> Found | None:
    words = hit.group()
    digits = re.sub(r"\D", "", words)
    groups = [len(group) for group in re.findall(r"\d+", words)]
    if groups in _BRITISH and digits[0] == "0":
        return Found(hit.start(), hit.end(), EntityKind.PHONE, "a telephone number")
    if len(digits) == 11 and not words.startswith("+"):
        kind, reason = _eleven(digits, groups)
        return Found(hit.start(), hit.end(), kind, reason)
    if _is_phone(words, digits, groups) and not _in_table(text, hit):
        return Found(hit.start(), hit.end(), EntityKind.PHONE, "a telephone number")
    return None


def _eleven(digits: str, groups: list[int]) -> tuple[EntityKind, str]:
    if groups == [4, 2, 5]:
        right = _weighted(digits, _ACCOUNT_WEIGHTS) == int(digits[10])
        return EntityKind.OTHER, "a bank account number" + ("" if right else ", perhaps mistyped")
    day, month = int(digits[:2]), int(digits[2:4])
    if month > 80:
        return EntityKind.BIRTH_NUMBER, "a birth number (synthetic, month + 80)"
    if month > 40:
        return EntityKind.BIRTH_NUMBER, "a birth number (synthetic or health service, month + 40)"
    if is_birth_number(digits):
        return EntityKind.BIRTH_NUMBER, "a birth number with a right checksum"
    if day > 40:
        return EntityKind.BIRTH_NUMBER, "a D-number, or a mistyped birth number"
    return EntityKind.BIRTH_NUMBER, "eleven digits like a birth number, checksum wrong or mistyped"


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return (11 - sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11) % 11


def is_birth_number(digits: str) -> bool:
    """Tell whether eleven digits hold both checksums of a Norwegian birth number (mod 11)."""
    return all(
        sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11 == 0
        for weights in (_CHECKSUM_1, _CHECKSUM_2)
    )


def _is_phone(words: str, digits: str, groups: list[int]) -> bool:
    if words.startswith("+"):
        return 8 <= len(digits) <= 14
    if words.startswith("0047"):
        return len(digits) == 12
    if words.startswith("0"):
        return len(digits) == 10 and len(groups) <= 4 and min(groups) >= 3
    if len(digits) != 8 or words[0] == "1":
        return False
    if groups == [4, 4]:
        return not all(1900 <= int(digits[at : at + 4]) <= 2099 for at in (0, 4))
    return groups in ([8], [2, 2, 2, 2], [3, 2, 3])


_NUMBER_ROW = re.compile(r"(?:\(?-?\d+(?:[.,]\d+)?%?\)?[ \t ]+){2,}\(?-?\d+(?:[.,]\d+)?%?\)?\s*$")


def _in_table(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the digits end a row of numbers that stands above or below another such row."""
    low = text.rfind("\n", 0, hit.start()) + 1
    high = text.find("\n", hit.end())
    high = len(text) if high < 0 else high
    if not _NUMBER_ROW.search(text[low:high]):
        return False
    before = text[:low].rstrip("\n").rpartition("\n")[2]
    after = text[high:].lstrip("\n").partition("\n")[0]
    return bool(_NUMBER_ROW.search(before) or _NUMBER_ROW.search(after))


# Numbers in words

_UNITS = {
    "null": 0, "en": 1, "én": 1, "ein": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "zero": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "atten": 18, "nitten": 19, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70,
    "søtti": 70, "åtti": 80, "nitti": 90, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


_ONES = {word: value for word, value in _UNITS.items() if value}


def _number_words() -> dict[str, int]:
    words = _UNITS | _TEENS | _TENS
    for ten, value in _TENS.items():
        for unit, more in _ONES.items():
            words |= {f"{ten}{unit}": value + more, f"{ten}-{unit}": value + more, f"{unit}og{ten}": value + more}
    return words


NUMBER_WORDS = _number_words()


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _joined(values: Sequence[int]) -> list[int]:
    """Join a ten and the unit after it: "seksti to" is 62, not 60 and 2."""
    joined: list[int] = []
    for value in values:
        if joined and 20 <= joined[-1] <= 90 and joined[-1] % 10 == 0 and 0 < value < 10:
            joined[-1] += value
        else:
            joined.append(value)
    return joined


# The number words 0–99 as one short pattern: a list of all of them would be slow to try at every word.
NUMBER_WORD = (
    rf"(?:(?:{_either(_TENS)})(?:-?(?:{_either(_ONES)}))?|(?:{_either(_ONES)})og(?:{_either(_TENS)})"
    rf"|{_either(_TEENS)}|{_either(_UNITS)})"
)
_SPOKEN_RUN = re.compile(rf"\b{NUMBER_WORD}\b(?:[ ,.…\-]+{NUMBER_WORD}\b){{3,}}", re.IGNORECASE)


_SPOKEN_WORD = re.compile(rf"\b{NUMBER_WORD}\b", re.IGNORECASE)


def spoken_numbers(text: str) -> Iterator[Found]:
    """Yield runs of number words that spell at least six digits ("fire fire null sju …")."""
    for hit in _SPOKEN_RUN.finditer(text):
        values = [NUMBER_WORDS[word.lower()] for word in _SPOKEN_WORD.findall(hit.group())]
        digits = sum(1 if value < 10 else 2 for value in _joined(values))
        if digits < 6:
            continue
        counting = all(later - earlier == 1 for earlier, later in pairwise(values))
        kind = {8: EntityKind.PHONE, 11: EntityKind.BIRTH_NUMBER}.get(digits, EntityKind.OTHER)
        reason = f"{digits} digits read aloud" + (", perhaps only counting" if counting else "")
        yield Found(hit.start(), hit.end(), kind, reason, sure=not counting)
