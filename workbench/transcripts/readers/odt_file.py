"""OpenDocument texts: the body in order with tables, lists and text boxes; deleted text and comments left out."""

import re
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.packages import Package
from workbench.transcripts.readers import paragraphs, tables

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT = frozenset({"tracked-changes", "annotation", "annotation-end", "note", "sequence-decls", "forms", "title",
                       "desc", "variable-decls", "user-field-decls", "ruby-text"})  # fmt: skip
_PASSWORD = "{} has a password; open it, save a copy without one, and import the copy."


def read(package: Package, clean: Cleaner) -> Draft:
    """Return the lines of an OpenDocument text.

    Raises:
        TranscriptError: the package is damaged or has a password.
    """
    if "encrypted-package" in package.members:
        raise TranscriptError(_PASSWORD.format(package.name))
    if "META-INF/manifest.xml" in package.members and any(
        _name(element) == "encryption-data" for element in package.xml("META-INF/manifest.xml").iter()
    ):
        raise TranscriptError(_PASSWORD.format(package.name))
    root = package.xml("content.xml")
    body = next((element for element in root.iter() if _name(element) == "text" and "office" in element.tag), None)
    if body is None:
        raise TranscriptError(f"{package.name} holds no text; save the transcript as odt or docx and import that.")
    reader = _Body(clean, _bold_styles(root))
    reader.walk(body)
    draft = Draft("odt", "utf-8", reader.lines)
    names = [_name(element) for element in body.iter()]
    for kind, words in (("note", "Footnotes"), ("annotation", "Comments")):
        if kind in names:
            draft.warnings.append(f"{words} in the file that were left out of the text: {names.count(kind)}.")
    if "tracked-changes" in names:
        draft.warnings.append("The file has tracked changes; inserted text was read, deleted text was left out.")
    return draft


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: "Element", name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _bold_styles(root: "Element") -> frozenset[str]:
    """Return the names of the document's automatic text styles that are bold."""
    return frozenset(
        _attribute(style, "name")
        for style in root.iter()
        if _name(style) == "style" and any(_attribute(looks, "font-weight") == "bold" for looks in style)
    )


class _Body:
    """Walks block elements in order and keeps the lines."""

    def __init__(self, clean: Cleaner, bold_styles: frozenset[str]) -> None:
        self.lines: list[Line] = []
        self._clean = clean
        self._bold_styles = bold_styles

    def walk(self, container: "Element") -> None:
        """Add the lines of every paragraph, heading and table in the container."""
        for child in container:
            name = _name(child)
            if name in ("p", "h"):
                self._paragraph(child)
            elif name == "table":
                self._table(child)
            elif name not in _LEFT_OUT:
                self.walk(child)

    def _paragraph(self, paragraph: "Element") -> None:
        pieces: list[tuple[str, bool]] = []
        boxes: list[Element] = []
        self._text(paragraph, False, pieces, boxes)
        self.lines += paragraphs.as_lines(pieces, self._clean)
        for box in boxes:
            self.walk(box)

    def _text(self, element: "Element", bold: bool, pieces: list[tuple[str, bool]], boxes: list["Element"]) -> None:
        bold = bold or _attribute(element, "style-name") in self._bold_styles
        pieces.append((_collapse(element.text), bold))
        for child in element:
            name = _name(child)
            if name == "s":
                pieces.append((" " * min(int(_attribute(child, "c") or 1), 1000), bold))
            elif name == "tab":
                pieces.append(("\t", bold))
            elif name == "line-break":
                pieces.append(("\n", bold))
            elif name == "text-box":
                boxes.append(child)
            elif name not in _LEFT_OUT:
                self._text(child, bold, pieces, boxes)
            pieces.append((_collapse(child.tail), bold))

    def _table(self, table: "Element") -> None:
        rows: list[list[list[Line]]] = []
        for row in table.iter():
            if _name(row) == "table-row":
                rows.append([self._cell(cell) for cell in row if _name(cell) == "table-cell"])
        self.lines += tables.as_lines(rows)

    def _cell(self, cell: "Element") -> list[Line]:
        inner = _Body(self._clean, self._bold_styles)
        inner.walk(cell)
        return inner.lines


def _collapse(text: str | None) -> str:
    """XML white space counts as one blank in OpenDocument."""
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
