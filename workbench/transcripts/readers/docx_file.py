"""Word documents: the body in order, tables and tracked insertions with it, deleted text and comments without.

Elements are known by their local names, so documents saved as strict Open XML are read as well.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.packages import Package
from workbench.transcripts.readers import paragraphs, tables

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Text the author has deleted or moved away, and what is no text of the body.
_LEFT_OUT = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rPr", "pPr", "sdtPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OFF = frozenset({"0", "false", "off", "none"})


def read(package: Package, clean: Cleaner) -> Draft:
    """Return the lines of a Word document.

    Raises:
        TranscriptError: the package or its main part is damaged.
    """
    root = package.xml(_main_part(package))
    body = next((child for child in root if _name(child) == "body"), None)
    if body is None:
        raise TranscriptError(f"{package.name} is a Word package without a text; open it in Word and save it again.")
    reader = _Body(clean, _bold_styles(package))
    reader.walk(body)
    draft = Draft("docx", "utf-8", reader.lines)
    for kind, words in (("footnoteReference", "Footnotes"), ("endnoteReference", "Endnotes"),
                        ("commentReference", "Comments")):  # fmt: skip
        count = sum(1 for element in body.iter() if _name(element) == kind)
        if count:
            draft.warnings.append(f"{words} in the file that were left out of the text: {count}.")
    if any(_name(element) in ("del", "moveFrom") and len(element) for element in body.iter()):
        draft.warnings.append("The file has tracked changes; inserted text was read, deleted text was left out.")
    return draft


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package.members:
        for relation in package.xml("_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _value(element: "Element") -> str:
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _child(element: "Element", name: str) -> "Element | None":
    return next((child for child in element if _name(child) == name), None)


def _bold_styles(package: Package) -> frozenset[str]:
    """Return the ids of character styles that are bold, such as Strong."""
    if "word/styles.xml" not in package.members:
        return frozenset()
    found: set[str] = set()
    for style in package.xml("word/styles.xml"):
        looks = _child(style, "rPr")
        bold = _child(looks, "b") if looks is not None else None
        if bold is not None and _value(bold) not in _OFF:
            for name, value in style.attrib.items():
                if name.endswith("}styleId"):
                    found.add(value)
    return frozenset(found)


class _Body:
    """Walks block elements in order and keeps the lines."""

    def __init__(self, clean: Cleaner, bold_styles: frozenset[str]) -> None:
        self.lines: list[Line] = []
        self._clean = clean
        self._bold_styles = bold_styles
        self._carried: list[tuple[str, bool]] = []

    def walk(self, container: "Element") -> None:
        """Add the lines of every paragraph and table in the container."""
        for child in container:
            name = _name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name not in _LEFT_OUT and name != "sectPr":
                self.walk(child)
        if self._carried:
            self._flush()

    def _paragraph(self, paragraph: "Element") -> None:
        self._carried += self._runs(paragraph)
        looks = _child(paragraph, "pPr")
        mark = _child(looks, "rPr") if looks is not None else None
        if mark is not None and _child(mark, "del") is not None:
            return  # the paragraph mark is deleted: the next paragraph goes on in this one
        self._flush()
        for box in _boxes(paragraph):
            self.walk(box)

    def _flush(self) -> None:
        pieces, self._carried = self._carried, []
        self.lines += paragraphs.as_lines(pieces, self._clean)

    def _runs(self, element: "Element") -> Iterator[tuple[str, bool]]:
        for child in element:
            name = _name(child)
            if name == "r":
                yield from self._run(child)
            elif name not in _LEFT_OUT:
                yield from self._runs(child)

    def _run(self, run: "Element") -> Iterator[tuple[str, bool]]:
        bold = self._is_bold(run)
        for child in run:
            name = _name(child)
            if name == "t":
                yield child.text or "", bold
            elif name in _SIGNS:
                yield _SIGNS[name], bold
            elif name == "sym":
                yield "\ufffd", bold

    def _is_bold(self, run: "Element") -> bool:
        looks = _child(run, "rPr")
        if looks is None:
            return False
        bold = _child(looks, "b")
        if bold is not None:
            return _value(bold) not in _OFF
        style = _child(looks, "rStyle")
        return style is not None and _value(style) in self._bold_styles

    def _table(self, table: "Element") -> None:
        rows: list[list[list[Line]]] = []
        for row in _inside(table, "tr"):
            looks = _child(row, "trPr")
            if looks is None or _child(looks, "del") is None:
                rows.append([self._cell(cell) for cell in _inside(row, "tc")])
        self.lines += tables.as_lines(rows)

    def _cell(self, cell: "Element") -> list[Line]:
        inner = _Body(self._clean, self._bold_styles)
        inner.walk(cell)
        return inner.lines


def _inside(element: "Element", name: str) -> Iterator["Element"]:
    """Yield rows or cells, also those wrapped in content controls."""
    for child in element:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(child, name)


def _boxes(element: "Element") -> Iterator["Element"]:
    """Yield the text boxes anchored in a paragraph, each once."""
    for child in element:
        name = _name(child)
        if name == "txbxContent":
            yield child
        elif name not in ("Fallback", "del", "moveFrom"):
            yield from _boxes(child)
