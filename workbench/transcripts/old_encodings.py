"""Which one-byte encoding a Norwegian text is in: the one in which its characters are likeliest where they stand.

Every character outside ASCII gets points by how likely it is in Norwegian (with names and loans from the languages
around) beside its neighbours, roughly the natural logarithm of its frequency. The points of all places are added, so
one å in a short text is enough when the other encodings make a sign of it that stands inside no word.
"""

import re
import unicodedata
from collections import Counter

_CANDIDATES = {"cp1252": 0.0, "mac_roman": -1.5, "cp850": -1.5, "cp865": -2.0, "cp437": -3.0, "latin-1": -0.5}
# How much likelier the best must be than the next text that reads otherwise, and the least it must have a character.
_SURE, _LEAST = 4.0, -3.0
_NORDIC = frozenset("æøåÆØÅ")
_OFTEN, _LOAN = frozenset("éèêòóôöüäÉ"), frozenset("àáâãçëìíîïñõùúûýÿßœÀÁÂÄÇÈÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ")
_NAMES = frozenset("šžŠŽðþÐÞŸŒ")
_OPEN, _CLOSE = frozenset("«“„‘"), frozenset("»”’")
_DASHES = frozenset("–—…•")
_AFTER_NUMBER = frozenset("°½¼¾²³")
_RARE = frozenset("§©®™€£·×±µª†‰¿¡´¨¸")
_ELSE = -9.0
_PLACES = re.compile(r"(?<=(.))([^\x00-\x7f])(?=(.))", re.DOTALL)


def rank(data: bytes) -> tuple[list[str], bool]:
    """Return the encodings, the likeliest first and only one of several that read alike, and whether it is sure."""
    scored: dict[str, tuple[float, int, str]] = {}
    for codec, start in _CANDIDATES.items():
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        points, count = _points(text)
        if text not in scored or scored[text][0] < points + start:
            scored[text] = (points + start, count, codec)
    found = sorted(scored.values(), reverse=True)
    best, count, codec = found[0]
    second = found[1][0] if len(found) > 1 else best - 2 * _SURE
    sure = best - second >= _SURE and best >= _LEAST * max(1, count) - 1.5
    names = [one for _, _, one in found]
    if not sure:
        names = list(dict.fromkeys([*names[:2], *_second_opinion(data), *names[2:]]))
    return names, sure


def _points(text: str) -> tuple[float, int]:
    """Return the sum of the points of a text and how many characters got some."""
    places = Counter(_PLACES.findall(f" {text} "))
    total = sum(_of(sign, before, after) * times for (before, sign, after), times in places.items())
    count = places.total()
    return total, count


def _of(sign: str, before: str, after: str) -> float:
    if sign.isalpha():
        return _of_letter(sign, before, after)
    return _of_mark(sign, before, after)


def _of_letter(sign: str, before: str, after: str) -> float:
    points = 0.0 if sign in _NORDIC else -2.5 if sign in _OFTEN else -4.0 if sign in _LOAN | _NAMES else _ELSE
    alone = not before.isalpha() and not after.isalpha()
    if alone:
        return points - (0.5 if sign in _NORDIC else 5.0)
    if sign.isupper() and (before.islower() or (before.isalpha() and after.islower())):
        return points - 5.0
    if sign.islower() and before.isupper() and after.isupper():
        return points - 4.0
    if sign.isupper() and after.isupper() and not before.isalpha():
        return points - 1.0
    return points - (3.0 if before.isdigit() or after.isdigit() else 0.0)


def _of_mark(sign: str, before: str, after: str) -> float:
    inside = before.isalpha() and after.isalpha()
    if sign in _OPEN | _CLOSE:
        return _of_quote(sign, before, after)
    if sign in _DASHES:
        return -2.0 if inside else -1.0 if sign != "•" else -2.0
    if sign == "\u00a0":
        return -2.0 if not before.isspace() or not after.isspace() else -4.0
    if sign in _AFTER_NUMBER:
        return -3.0 if before.isdigit() else -4.0 if before.isspace() and after.isspace() else -7.0
    if sign in _RARE:
        return -7.0 if before.isalpha() or after.isalpha() else -4.5
    return -12.0 if unicodedata.category(sign) == "Cc" else _ELSE


def _of_quote(sign: str, before: str, after: str) -> float:
    if before.isalpha() and after.isalpha():
        return -2.5 if sign == "’" else -7.0
    opens = not before.isalnum() and not after.isspace()
    closes = not after.isalnum() and not before.isspace()
    fits = opens if sign in _OPEN else closes
    return -5.0 if not fits else -2.5 if sign in "‘’„" else -1.0


def _second_opinion(data: bytes) -> list[str]:
    """Return what chardet takes it for, as a further encoding to offer; nothing is chosen by it."""
    import codecs

    import chardet

    found = chardet.detect(data)
    name, sure = found["encoding"], found["confidence"]
    if not name or not sure or sure < 0.5:
        return []
    codec = codecs.lookup(name).name
    known = {"mac-roman": "mac_roman", "iso8859-1": "cp1252"}.get(codec, codec)
    return [] if known.startswith(("utf", "ascii")) else [known]
