"""Bytes to text: byte order marks, UTF-8, UTF-16 and UTF-32, and a guess between the old one-byte encodings."""

import codecs
import re
from dataclasses import dataclass

from workbench.errors import TranscriptError
from workbench.transcripts import old_encodings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# Codecs that Python lists but no text file is written in.
_NO_FILES = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf_7", "mbcs", "oem"})
_SAMPLE = 200_000
_AROUND = 24
_GUESS = "The file is not UTF-8; it was read as {}. Check æ, ø and å, and name the encoding if they are wrong."
UNSURE = "The file is not UTF-8; it was read as {}, but it may be {}. Check æ, ø and å, or name the encoding."
_DAMAGED = "The file is UTF-8 with {} damaged places; they are shown as «\ufffd»."
_TWICE = re.compile("Ã[¥¦¸˜©…†]|â€[œ“”™˜]|Â[«»]")
_SAVED_TWICE = "Letters such as å and ø were spoilt before this file was saved ({}: {}); get a copy from before that."


@dataclass(frozen=True, slots=True)
class Guess:
    """The encoding of a file; `sure` is False when a person must look.

    `others` are encodings in which it reads differently, likeliest first; `sample` is a short stretch around the
    first characters that tell them apart, "" when every character is plain ASCII.
    """

    encoding: str
    sure: bool
    others: tuple[str, ...]
    sample: str


def guess(data: bytes) -> Guess:
    """Return which encoding the bytes are in.

    Byte order marks, NULs in a pattern and valid UTF-8 are proof. Between one-byte encodings the likelier text
    is chosen, see `old_encodings`.
    """
    for mark, _, shown in _BOMS:
        if data.startswith(mark):
            return Guess(shown, True, (), "")
    wide = _without_mark(data)
    if wide:
        return Guess(wide, True, (), "")
    head = data[:_SAMPLE]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess_old(data, head)
    telling = re.search(rb"[\x80-\xff]", data)
    return Guess("utf-8", True, (), _stretch(data, telling.start(), "utf-8") if telling else "")


def _guess_old(data: bytes, head: bytes) -> Guess:
    place = re.search(rb"[\x80-\xff]", data)
    at = place.start() if place else 0
    ranked, sure = old_encodings.rank(head)
    if _is_damaged_utf8(data):
        return Guess("utf-8", False, tuple(ranked[:3]), _stretch(data, at, "utf-8"))
    return Guess(ranked[0], sure, tuple(ranked[1:5]), _stretch(data, at, ranked[0]))


def samples(data: bytes, guessed: Guess) -> tuple[tuple[str, str], ...]:
    """Return the other encodings of a guess, each with the stretch of `Guess.sample` as it would read."""
    place = re.search(rb"[\x80-\xff]", data)
    return tuple((other, _stretch(data, place.start(), other)) for other in guessed.others) if place else ()


def _stretch(data: bytes, at: int, encoding: str) -> str:
    """Return the words around byte `at` on one line."""
    begin = max(0, at - _AROUND)
    words = data[begin : at + 2 * _AROUND].decode(encoding, errors="replace")
    if encoding == "utf-8":
        words = words.strip("\ufffd")  # a character cut in two by the edge of the stretch
    return " ".join("".join(sign if sign.isprintable() or sign.isspace() else "·" for sign in words).split())


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str, list[str]]:
    """Return the text, the encoding's name, and warnings when it was guessed; `name` is that of the file.

    Raises:
        TranscriptError: `encoding` is unknown or does not fit, or the bytes are no text.
    """
    if encoding is not None:
        return _decode_as(data, name, encoding), encoding, []
    return as_guessed(data, name, guess(data))


def as_guessed(data: bytes, name: str, guessed: Guess) -> tuple[str, str, list[str]]:
    """Return the text, the encoding's name, and warnings, when the bytes are read as was guessed of them.

    Raises:
        TranscriptError: the bytes are no text.
    """
    mark = next(((codec, shown) for mark, codec, shown in _BOMS if data.startswith(mark)), None)
    text = data.decode(mark[0] if mark else guessed.encoding, errors="replace")
    _refuse_binary(text, name)
    return text, guessed.encoding, _warnings(text, guessed, bool(mark))


def _warnings(text: str, guessed: Guess, marked: bool) -> list[str]:
    if guessed.encoding.startswith("utf"):
        broken = text.count("\ufffd") if not guessed.sure and not marked else 0
        twice = _TWICE.findall(text)
        said = [_DAMAGED.format(broken)] if broken else []
        return [*said, _SAVED_TWICE.format(twice[0], len(twice))] if twice else said
    if guessed.sure or not guessed.others:
        return [_GUESS.format(guessed.encoding)]
    return [UNSURE.format(guessed.encoding, guessed.others[0])]


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise TranscriptError(
            f"There is no encoding «{encoding[:40]}»; try utf-8, cp1252, latin-1, cp850 or utf-16."
        ) from error
    if codec.replace("-", "_") in _NO_FILES:
        raise TranscriptError(f"«{encoding}» is no encoding of text files; try utf-8, cp1252, latin-1 or cp850.")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TranscriptError(
            f"{name} is not written in {encoding} (line {line} does not fit); "
            "leave the encoding out to have it guessed."
        ) from error
    except LookupError as error:
        raise TranscriptError(f"«{encoding}» is no encoding of text; try utf-8, cp1252, latin-1 or cp850.") from error
    _refuse_binary(text, name)
    return text


def _without_mark(data: bytes) -> str:
    """Return utf-32 or utf-16, -le or -be, when the bytes of the beginning are NUL in the pattern of such a text."""
    head = data[:4096]
    head = head[: len(head) // 4 * 4]
    if len(head) < 4:
        return ""
    quarter = len(head) / 4
    nuls = [head[place::4].count(0) / quarter for place in range(4)]
    if min(nuls[2:]) > 0.98 and nuls[1] > 0.6 and nuls[0] < 0.05 and not len(data) % 4:
        return "utf-32-le"
    if min(nuls[:2]) > 0.98 and nuls[2] > 0.6 and nuls[3] < 0.05 and not len(data) % 4:
        return "utf-32-be"
    even, odd = (nuls[0] + nuls[2]) / 2, (nuls[1] + nuls[3]) / 2
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return ""


def _is_damaged_utf8(data: bytes) -> bool:
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    whole = len(re.findall("[^\x00-\x7f\ufffd]", mended))
    return whole >= 10 * broken


def _refuse_binary(text: str, name: str) -> None:
    """Text has few control characters; a picture, a sound or a program has them everywhere."""
    head = text[:_SAMPLE]
    odd = len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    if odd > 12 and odd > 0.03 * len(head):
        raise TranscriptError(f"{name} is no text file; export the transcript as docx, odt or txt and import that.")
