"""What a file really is: its bytes with limits, and its kind by content rather than by name."""

import os
import re
import stat
from pathlib import Path

from workbench.errors import TranscriptError
from workbench.study.text import visible
from workbench.transcripts.packages import Package

MAX_BYTES = 200 * 1024 * 1024
ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "open it in its program, save it as docx, odt or txt, and import that"
# (first bytes, what it is, what to do); looked at only when no reader knows the content.
_STRANGERS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "save the table as csv or xlsx, and import that"),
    (b"{\\rtf", "rich text (RTF)", "save the table as csv or xlsx, and import that"),
    (b"\x89PNG", "a picture", "import the transcript as docx, odt or txt"),
    (b"\xff\xd8\xff", "a picture", "import the transcript as docx, odt or txt"),
    (b"GIF8", "a picture", "import the transcript as docx, odt or txt"),
    (b"ID3", "a sound recording", "have it transcribed first, and import the text"),
    (b"RIFF", "a recording or picture", "have it transcribed first, and import the text"),
    (b"OggS", "a sound recording", "have it transcribed first, and import the text"),
    (b"fLaC", "a sound recording", "have it transcribed first, and import the text"),
    (b"7z\xbc\xaf", "a packed archive", "unpack it and import the files in it"),
    (b"Rar!", "a packed archive", "unpack it and import the files in it"),
    (b"\x1f\x8b", "a packed archive", "unpack it and import the files in it"),
    (b"SQLite format 3\0", "a database", "export the transcript from its program as docx or txt"),
)
_ZIP_KINDS = (
    ("xl/workbook.xml", "an Excel workbook", "import it as a people table, or save the transcript as docx or txt"),
    ("ppt/presentation.xml", "a PowerPoint presentation", _SAVE_AS),
    ("META-INF/container.xml", "an e-book", _SAVE_AS),
    ("project.qde", "a REFI-QDA project", "use the import of projects instead"),
)
# First bytes of the formats whose readers take bytes.
_FIRST: tuple[tuple[str, bytes], ...] = (("pdf", b"%PDF"), ("rtf", b"{\\rtf"))
# Signs in the beginning of formats that share their first bytes with others.
_INSIDE: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("eaf", re.compile(rb"<\0?A\0?N\0?N\0?O\0?T\0?A\0?T\0?I\0?O\0?N\0?_\0?D\0?O\0?C\0?U\0?M\0?E\0?N\0?T\b")),
    ("noscribe-html", re.compile(rb"<html.{1,7000}?<a name=\"ts_\d{1,10}_\d{1,10}", re.DOTALL | re.IGNORECASE)),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}(?:<!doctype\s+html|<html|<head\b|<body\b)",
    re.DOTALL | re.IGNORECASE,
)
# A part of a page; it counts only in a file that is called a page.
_HTML_PART = re.compile(
    rb"\s*<(?:p|div|span|h[1-6]|table|[uod]l|meta|title|!--|br|b|i|strong|section|article|main|font)\b", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^(?:[-*+>] )?(?:\*\*|__)[^*_\n]{1,40}(?::(?:\*\*|__)|(?:\*\*|__):)", re.MULTILINE)
_JSON = re.compile(r"\s*[\[{]\s*[\"\[{\]}]")
_TSV = re.compile(r"\s*start\tend\ttext[ \t]*\n\d{1,10}\t\d{1,10}\t")
_NOSCRIBE = re.compile(r"^Transcribed with noScribe\b", re.MULTILINE)
_VTT = re.compile(r"\s*WEBVTT(?:[ \t\n]|$)")
_CUE = re.compile(r"^[ \t]*\[?(?:\d{1,3}:)?\d{1,2}:\d{1,2}([,.])\d{1,3}[ \t]*-->", re.MULTILINE)


def shown(path: Path) -> str:
    """Return the path as it may stand in a message."""
    return visible(str(path))


def load(path: Path) -> bytes:
    """Return the bytes of an ordinary file of at most 200 MB.

    Raises:
        TranscriptError: it is missing, a folder, empty, too large, or may not be read.
    """
    try:
        _refuse_odd(path, path.stat())
        with open(path, "rb", opener=_open_at_once) as stream:
            # Looked at again: between the two, something else may have taken the file's place.
            _refuse_odd(path, os.fstat(stream.fileno()))
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _too_large(path, len(data))
    except FileNotFoundError as error:
        raise TranscriptError(f"There is no file {shown(path)}; check the name and the folder.") from error
    except PermissionError as error:
        raise TranscriptError(f"You have no right to read {shown(path)}; ask for access or copy the file.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise TranscriptError(f"{shown(path)} cannot be read ({reason}); check the disk and the name.") from error
    if not data:
        raise TranscriptError(f"{shown(path)} is empty; nothing was read. Get a fresh copy of the file.")
    return data


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for whoever would write to a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_odd(path: Path, state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise TranscriptError(f"{shown(path)} is a folder; give the files in it, or import the folder as a whole.")
    if not stat.S_ISREG(state.st_mode):
        raise TranscriptError(f"{shown(path)} is no ordinary file; copy the transcript to a file and import that.")
    if state.st_size > MAX_BYTES:
        raise _too_large(path, state.st_size)


def _too_large(path: Path, size: int) -> TranscriptError:
    return TranscriptError(
        f"{shown(path)} has {size // (1024 * 1024)} MB; a transcript has less than 200. "
        "Take out pictures and sound, or split it."
    )


def package_kind(package: Package, name: str) -> str:
    """Return "docx" or "odt"; raise TranscriptError naming what else the package is."""
    members = package.members
    if "mimetype" in members:
        kind = package.read("mimetype").decode("ascii", errors="replace").strip()
        if kind.startswith("application/vnd.oasis.opendocument.text"):
            return "odt"
        if "opendocument" in kind:
            raise TranscriptError(f"{name} is an OpenDocument file, but no text; save the transcript as odt or docx.")
    if "[Content_Types].xml" in members and any(re.fullmatch(r"word/document\d*\.xml", one) for one in members):
        return "docx"
    for member, what, remedy in _ZIP_KINDS:
        if member in members:
            raise TranscriptError(f"{name} is {what}; {remedy}.")
    raise TranscriptError(f"{name} is a zip archive; unpack it and import the transcripts in it.")


def refuse_stranger(data: bytes, name: str) -> None:
    """Raise TranscriptError when the first bytes are those of a known format that is no transcript."""
    if data.startswith(_OLE):
        raise TranscriptError(_ole(data, name))
    for first, what, remedy in _STRANGERS:
        if data.startswith(first):
            raise TranscriptError(f"{name} is {what}; {remedy}.")
    if data[4:8] == b"ftyp":
        raise TranscriptError(f"{name} is a sound or video recording; have it transcribed first, and import the text.")
    if re.match(rb"\s*(?:<!doctype html|<html)", data[:400].removeprefix(b"\xef\xbb\xbf"), re.IGNORECASE):
        raise TranscriptError(f"{name} is a web page; {_SAVE_AS}.")


def _ole(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{name} has a password; open it, save a copy without one, and import the copy."
    if "WordDocument".encode("utf-16-le") in data:
        return (
            f"{name} is an old Word document (.doc); open it in Word or LibreOffice, save it as docx and import that."
        )
    return f"{name} is an old Office file; {_SAVE_AS}."


def bytes_kind(data: bytes, suffix: str) -> str:
    """Return the key of a format that is known by its first bytes and is neither zip nor plain text, or ""."""
    inside = next((key for key, sign in _INSIDE if sign.search(data, 0, 8_000)), "")
    first = inside or next((key for key, first in _FIRST if data.startswith(first)), "")
    if first:
        return first
    head = data[:8_000].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    is_page = _HTML.match(head) or (suffix in (".html", ".htm") and _HTML_PART.match(head))
    return "html" if is_page else ""


def text_kind(text: str, suffix: str) -> str:
    """Return the key of the format of a decoded text, "txt" when it is no other one.

    The content decides; `suffix` only where two formats may look the same (Markdown and plain text).
    """
    head = text[:2000].replace("\r\n", "\n").replace("\r", "\n")
    if _VTT.match(head):
        return "vtt"
    if suffix == ".tsv" or _TSV.match(head):
        return "whisper-tsv"
    if suffix in (".json", ".otr") or _JSON.match(head):
        return _json_kind(text, suffix)
    if _NOSCRIBE.search(head):
        return "noscribe"
    cue = _CUE.search(head)
    if cue is None:
        marked = suffix in (".md", ".markdown") or len(_MARKDOWN.findall(head)) > 1
        return "md" if marked else "txt"
    return "srt" if cue[1] == "," else "vtt"


def _json_kind(text: str, suffix: str) -> str:
    """Return the key of a JSON format; text that only begins like JSON is text."""
    if suffix == ".otr" or re.match(r'\s*\{\s*"text"\s*:\s*"\s*<', text):
        return "otr"
    if suffix == ".json" or re.search(r'"(?:segments|transcription|chunks)"\s*:\s*\[', text):
        return "whisper"
    return "txt"
