"""Bytes to text: byte order marks, UTF-8, UTF-16, and a guess between the old one-byte encodings."""

import codecs
import re
import unicodedata

from workbench.errors import TranscriptError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# Codecs that Python lists but no text file is written in.
_NO_FILES = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf_7", "mbcs", "oem"})
_CANDIDATES = ("cp1252", "cp850", "mac_roman", "latin-1")
_NORDIC, _KIN = frozenset("æøåÆØÅ"), frozenset("éèêëóòôöüäáàâíñçšžčđŧŋÉÖÄÜ")
_PRINT = frozenset("«»–—…“”„‘’•°§½\u00a0")
_SAMPLE = 200_000
_GUESS = "The file is not UTF-8; it was read as {}. Check æ, ø and å, and name the encoding if they are wrong."
_UNSURE = "The file is not UTF-8; it was read as {}, but it may be {}. Check æ, ø and å, or name the encoding."


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str, list[str]]:
    """Return the text, the encoding's name, and warnings when it was guessed; `name` is that of the file.

    Raises:
        TranscriptError: `encoding` is unknown or does not fit, or the bytes are no text.
    """
    if encoding is not None:
        return _decode_as(data, name, encoding), encoding, []
    for mark, codec, shown in _BOMS:
        if data.startswith(mark):
            return _with_marks(data, name, codec, shown)
    codec = _without_mark(data)
    if codec:
        return _with_marks(data, name, codec, codec)
    try:
        text = data.decode("utf-8")
        _refuse_binary(text, name)
        return text, "utf-8", []
    except UnicodeDecodeError:
        return _guess(data, name)


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


def _with_marks(data: bytes, name: str, codec: str, shown: str) -> tuple[str, str, list[str]]:
    text = data.decode(codec, errors="replace")
    _refuse_binary(text, name)
    return text, shown, []


def _without_mark(data: bytes) -> str:
    """Return utf-16-le or -be when every other byte of the beginning is mostly NUL."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _refuse_binary(text: str, name: str) -> None:
    """Text has few control characters; a picture, a sound or a program has them everywhere."""
    head = text[:_SAMPLE]
    odd = len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    if odd > 12 and odd > 0.03 * len(head):
        raise TranscriptError(f"{name} is no text file; export the transcript as docx, odt or txt and import that.")


def _guess(data: bytes, name: str) -> tuple[str, str, list[str]]:
    mended = data.decode("utf-8", errors="replace")
    broken, whole = mended.count("\ufffd"), sum(1 for sign in mended if sign > "\x7f" and sign != "\ufffd")
    if whole >= 10 * broken:
        _refuse_binary(mended, name)
        return mended, "utf-8", [f"The file is UTF-8 with {broken} damaged places; they are shown as «\ufffd»."]
    ranked = sorted(
        ((score, codec) for codec in _CANDIDATES if (score := _fit(data[:_SAMPLE], codec)) is not None), reverse=True,
        key=lambda one: one[0],
    )  # fmt: skip
    best_fit, best = ranked[0]
    second = _second_opinion(data)
    warning = _GUESS.format(best)
    if best_fit < 0.3 and second:
        best, warning = second, _GUESS.format(second)
    elif len(ranked) > 1 and best_fit - ranked[1][0] < 0.2 and ranked[1][1] != "latin-1":
        if second in _CANDIDATES and second == ranked[1][1]:
            best = second
        other = ranked[1][1] if best == ranked[0][1] else ranked[0][1]
        warning = _UNSURE.format(best, other)
    text = data.decode(best, errors="replace")
    _refuse_binary(text, name)
    return text, best, [warning]


def _fit(data: bytes, codec: str) -> float | None:
    """Return how Norwegian the non-ASCII characters look, from -1 to 1; None when the bytes do not fit."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    points = count = 0.0
    for hit in re.finditer(r"[^\x00-\x7f]", text):
        sign, at = hit.group(), hit.start()
        count += 1
        points += _points(sign, text[at - 1 : at], text[at + 1 : at + 2])
    return points / max(1.0, count)


def _points(sign: str, before: str, after: str) -> float:
    if sign in _NORDIC:
        return -1.0 if sign.isupper() and before.islower() else 1.0
    if sign in _KIN:
        return 0.5 if before.isalpha() or after.isalpha() else 0.0
    if sign in _PRINT:
        return -0.3 if before.isalpha() and after.isalpha() and sign not in "’–…" else 0.5
    return -1.0 if unicodedata.category(sign) in ("Cc", "So", "Sm", "Sc", "Sk", "No", "Lo") else -0.5


def _second_opinion(data: bytes) -> str:
    import chardet

    found = chardet.detect(data[:_SAMPLE])
    name, sure = found["encoding"], found["confidence"]
    if not name or not sure or sure < 0.5:
        return ""
    codec = codecs.lookup(name).name
    return {"cp1252": "cp1252", "mac-roman": "mac_roman", "iso8859-1": "latin-1"}.get(codec, codec)
