"""What every writer needs: text without control characters, and zip files that do not carry the time."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from workbench.errors import ReportError
from workbench.study.text import visible_lines

# What XML 1.0 cannot hold and `visible_lines` leaves: the two non-characters at the end of the plane.
_NOT_XML = re.compile("[\ufffe\uffff]")
_MOMENT = (1980, 1, 1, 0, 0, 0)
# The full-width signs too: some spreadsheets read them as the plain ones.
_FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20"


def printable(text: str) -> str:
    """Return `text` without anything a program might act on: controls and escapes become visible signs."""
    return _NOT_XML.sub("\ufffd", visible_lines(text))


def cell(text: str) -> str:
    """Return `text` for a table cell: what a spreadsheet would take for a formula gets a leading apostrophe."""
    shown = printable(text)
    return f"'{shown}" if shown.lstrip(" \n\u00a0").startswith(tuple(_FORMULA)) else shown


def timeless_zip(data: bytes) -> bytes:
    """Return the zip archive `data` with its members in order of name (content types first) and one fixed time.

    They are stored as they are: a packed member would depend on the machine's version of zlib.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(source.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_STORED
            member.create_system = 3
            member.external_attr = 0o600 << 16
            out.writestr(member, source.read(name))
    return target.getvalue()


def read_parts(data: bytes, texts_of: Callable[[Any], list[str]]) -> list[str]:
    """Return what `texts_of` finds in each XML part of an Office file but its colour theme.

    Raises:
        ReportError: the file cannot be read.
    """
    from xml.etree import ElementTree

    found: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith(".xml") and "theme" not in name:
                    found += texts_of(ElementTree.fromstring(archive.read(name)))
    except (zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise ReportError(f"The finished file cannot be read back ({error}); nothing was written.") from error
    return found
