"""Text at the border: one canonical form inside, one harmless form on the screen."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@cache
def _pictures() -> dict[int, int]:
    """One character for one, so offsets hold: C0 to its picture, DEL, C1 and bidi controls to signs of their own."""
    return (
        {code: 0x2400 + code for code in range(0x20)}
        | {0x7F: 0x2421, 0x2028: 0x2424, 0x2029: 0x2424, 0xFEFF: 0x2420}
        | dict.fromkeys(range(0x80, 0xA0), 0x2426)
        | {ord(sign): 0x2426 for sign in _BIDI}
        | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    )


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text with LF line ends, and how many of its characters had to be made harmless."""

    text: str
    controls: int
    surrogates: int


# What Unicode allows in a row before text is no longer safe to work on (UAX #15, Stream-Safe Text Format).
_MARKS = 30
# Where there can be so many at all; seldom found, and looked for fast.
_MAYBE_MARKS = re.compile("[^\x00-\u02ff]{31}")


@cache
def _too_many_marks() -> re.Pattern[str]:
    # Some that are no marks themselves are made of nothing else (U+0F73).
    whole = ((sign, unicodedata.normalize("NFD", sign)) for sign in map(chr, range(0x300, 0x110000)))
    mark = f"[{''.join(sign for sign, parts in whole if unicodedata.combining(parts[0]))}]"
    return re.compile(f"{mark}{{{_MARKS}}}(?={mark})")


def is_plain(raw: str) -> bool:
    """Tell whether a text holds nothing but line ends and signs that are printed, and no heap of marks."""
    return raw.replace("\n", "").isprintable() and not _MAYBE_MARKS.search(raw)


def canonical(raw: str) -> CanonicalText:
    """Return `raw` as the workbench keeps text: NFC, LF, no control character but tab and line end.

    Control characters become their Unicode pictures and lone surrogates U+FFFD, one for one. In a heap of combining
    marks a joiner (U+034F) parts each thirty, as Unicode advises: sorting them takes the square of their number.
    """
    # Nearly all that comes here is so already.
    if is_plain(raw) and unicodedata.is_normalized("NFC", raw):
        return CanonicalText(raw, 0, 0)
    clean = harmless(raw)
    return CanonicalText(unicodedata.normalize("NFC", clean.text), clean.controls, clean.surrogates)


def harmless(raw: str) -> CanonicalText:
    """As `canonical`, but letters written in parts stay so: the original of a text, safe to keep and to show."""
    if is_plain(raw):
        return CanonicalText(raw, 0, 0)
    text = re.sub("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85", "\n", raw.lstrip("\ufeff"))
    text, controls = re.subn("[\x00-\x08\x0b-\x1f\x7f-\x9f]", lambda hit: chr(_pictures()[ord(hit.group())]), text)
    text, surrogates = re.subn("[\ud800-\udfff]", "\ufffd", text)
    if _MAYBE_MARKS.search(text):
        text = _too_many_marks().sub("\\g<0>\u034f", text)
    return CanonicalText(text, controls, surrogates)


def visible(text: str) -> str:
    """Return `text` safe to draw on one terminal line: same length, nothing a terminal would act on."""
    return text if text.isprintable() else text.translate(_pictures())


def visible_lines(text: str) -> str:
    """As `visible`, but line ends stay line ends and tabs become blanks."""
    return "\n".join(visible(line.replace("\t", " ")) for line in text.split("\n"))


def shorten(text: str, limit: int) -> str:
    """Return `text` on one line, cut to `limit` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: max(0, limit - 1)].rstrip() + "…"


def words_hash(words: str) -> int:
    """Return a 63-bit hash of a passage's words, by which a later check sees that they are still the same."""
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def squeeze_name(raw: str) -> str:
    """Return a name as typed or read from a file: canonical, one line, single blanks."""
    return " ".join(canonical(raw).text.split())
