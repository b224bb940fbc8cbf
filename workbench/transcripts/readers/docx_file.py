"""Word documents: the body in order, with tables, text boxes, notes, tracked insertions, comments, heads and feet.

Deleted text is left out and counted. Elements are known by their local names, so documents saved as strict Open XML
are read as well.
"""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.packages import Package
from workbench.transcripts.readers import meetings
from workbench.transcripts.readers.flow import Flow, once

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Text the author has deleted or moved away, and what is no text of the body.
_LEFT_OUT = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rPr", "pPr", "sdtPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OFF = frozenset({"0", "false", "off", "none"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_FACTS = {"title": "title", "created": "made", "language": "language"}


def read(package: Package, clean: Cleaner) -> Draft:
    """Return the lines of a Word document: page heads first, the body, page feet last.

    Footnotes and endnotes stand right after the paragraph they hang on, comments are remarks on their words.

    Raises:
        TranscriptError: the package or one of its parts is damaged.
    """
    main = _main_part(package)
    root = package.xml(main)
    body = next((child for child in root if _name(child) == "body"), None)
    if body is None:
        raise TranscriptError(f"{package.name} is a Word package without a text; open it in Word and save it again.")
    parts = _Parts(package, main)
    flow = Flow(clean)
    reader = _Body(flow, parts)
    reader.furniture("header")
    reader.walk(body)
    reader.furniture("footer")
    reader.placeless_comments()
    draft = flow.draft("docx")
    draft.facts |= parts.facts(clean)
    meetings.settle(draft)
    if parts.deleted:
        draft.warnings.append(
            "The file has tracked changes; inserted text was read, deleted text was left out "
            f"(places: {parts.deleted})."
        )
    if any(_name(element) == "altChunk" for element in body.iter()):
        draft.warnings.append(
            "Another document is embedded in the file and was not read; open the file in Word, save it anew and import "
            "that."
        )
    return draft


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package.members:
        for relation in package.xml("_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _value(element: "Element", name: str = "val") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _child(element: "Element", name: str) -> "Element | None":
    return next((child for child in element if _name(child) == name), None)


def _is_on(looks: "Element | None", name: str) -> bool:
    sign = _child(looks, name) if looks is not None else None
    return sign is not None and _value(sign) not in _OFF


class _Parts:
    """What stands in other parts of the package: styles, notes, comments, page heads and feet."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._places: dict[str, list[str]] = {}
        folder, file = posixpath.split(main)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        for relation in package.xml(relations) if relations in package.members else ():
            target = relation.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if relation.get("TargetMode") != "External" and place in package.members:
                self._places.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(place)
        self.bold_styles = self._bold_styles()
        self.comments = {_value(one, "id"): one for root in self.roots("comments") for one in root}
        self.deleted = 0
        self._notes: dict[str, dict[str, Element]] = {}

    def roots(self, kind: str) -> "Iterator[Element]":
        """Yield the root of every part of a kind (`comments`, `header`…), by name."""
        for place in sorted(set(self._places.get(kind, ()))):
            yield self._package.xml(place)

    def note(self, kind: str, number: str) -> "Element | None":
        """Return the footnote or endnote with this number."""
        if kind not in self._notes:
            self._notes[kind] = {_value(one, "id"): one for root in self.roots(kind) for one in root}
        return self._notes[kind].pop(number, None)

    def _bold_styles(self) -> frozenset[str]:
        """Return the ids of styles that are bold, such as Strong."""
        return frozenset(
            _value(style, "styleId")
            for root in self.roots("styles")
            for style in root
            if _is_on(_child(style, "rPr"), "b")
        )

    def facts(self, clean: Cleaner) -> dict[str, str]:
        """Return title, time of making and language as the file's properties say them."""
        if "docProps/core.xml" not in self._package.members:
            return {}
        found = {
            _FACTS[_name(one)]: " ".join(clean(one.text or "").split())
            for one in self._package.xml("docProps/core.xml")
            if _name(one) in _FACTS
        }
        return {key: value for key, value in found.items() if value}


class _Body:
    """Walks block elements in order into a flow."""

    def __init__(self, flow: Flow, parts: _Parts) -> None:
        self._flow = flow
        self._parts = parts

    def furniture(self, kind: str) -> None:
        """Add the words of page heads (`header`) or feet (`footer`); the same words on other pages are added once."""
        for part in once(self._head(root) for root in self._parts.roots(kind)):
            self._flow.join(part)

    def _head(self, root: "Element") -> Flow:
        part = self._flow.inner(Block.RUNNING_HEAD)
        _Body(part, self._parts).walk(root)
        return part

    def placeless_comments(self) -> None:
        """Keep the comments whose place is gone, such as those on deleted words."""
        for number, comment in list(self._parts.comments.items()):
            self._open(number, comment)
            self._flow.close(number)

    def walk(self, container: "Element") -> None:
        """Add the lines of every paragraph and table in the container."""
        self._walk(container)
        self._flow.end()

    def _walk(self, container: "Element") -> None:
        for child in container:
            name = _name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name.startswith("comment"):
                self._comment(child, name)
            elif name not in _LEFT_OUT and name != "sectPr":
                self._walk(child)

    def _paragraph(self, paragraph: "Element") -> None:
        self._runs(paragraph)
        looks = _child(paragraph, "pPr")
        mark = _child(looks, "rPr") if looks is not None else None
        if mark is None or _child(mark, "del") is None:  # else the next paragraph goes on in this one
            self._flow.end()

    def _runs(self, element: "Element") -> None:
        for child in element:
            name = _name(child)
            if name == "r":
                self._run(child)
            elif name in ("del", "moveFrom"):
                self._parts.deleted += len(child) > 0
            elif name.startswith("comment"):
                self._comment(child, name)
            elif name not in _LEFT_OUT:
                self._runs(child)

    def _run(self, run: "Element") -> None:
        looks = next((child for child in run if child.tag.endswith("}rPr")), None)
        bold = looks is not None and self._is_bold(looks)
        hidden = looks is not None and _is_on(looks, "vanish")
        for child in run:
            name = _name(child)
            text = child.text or "" if name == "t" else _sign(child, name)
            if text and hidden:
                self._flow.hide(text)
            elif text:
                self._flow.add(text, bold)
            elif name in _NOTES:
                self._note(child, name)
            elif name.startswith("comment"):
                self._comment(child, name)
            elif name not in _LEFT_OUT and len(child):
                self._boxes(child)

    def _is_bold(self, looks: "Element") -> bool:
        bold = _child(looks, "b")
        if bold is not None:
            return _value(bold) not in _OFF
        style = _child(looks, "rStyle")
        return style is not None and _value(style) in self._parts.bold_styles

    def _note(self, reference: "Element", kind: str) -> None:
        note = self._parts.note(_NOTES[kind], _value(reference, "id"))
        if note is not None:
            part = self._flow.inner(Block.FOOTNOTE)
            _Body(part, self._parts).walk(note)
            self._flow.hang(part)

    def _comment(self, mark: "Element", kind: str) -> None:
        number = _value(mark, "id")
        if kind == "commentRangeEnd":
            self._flow.close(number)
        elif kind in ("commentRangeStart", "commentReference"):
            comment = self._parts.comments.pop(number, None)
            if comment is not None:
                self._open(number, comment)
                if kind == "commentReference":
                    self._flow.close(number)

    def _open(self, number: str, comment: "Element") -> None:
        words = [_plain(paragraph) for paragraph in comment.iter() if _name(paragraph) == "p"]
        self._flow.open(number, "\n".join(words), _value(comment, "author"))

    def _boxes(self, element: "Element") -> None:
        """Hang the text boxes anchored in a run on its paragraph, each once."""
        for child in element:
            name = _name(child)
            if name == "txbxContent":
                part = self._flow.inner()
                _Body(part, self._parts).walk(child)
                self._flow.hang(part)
            elif name not in _LEFT_OUT:
                self._boxes(child)

    def _table(self, table: "Element") -> None:
        rows: list[list[Flow]] = []
        for row in _inside(table, "tr"):
            looks = _child(row, "trPr")
            if looks is None or _child(looks, "del") is None:
                rows.append([self._cell(cell) for cell in _inside(row, "tc")])
            else:
                self._parts.deleted += 1
        self._flow.table(rows)

    def _cell(self, cell: "Element") -> Flow:
        part = self._flow.inner()
        _Body(part, self._parts).walk(cell)
        return part


def _sign(element: "Element", name: str) -> str:
    """Return the character an element stands for, or ""."""
    if name != "sym":
        return _SIGNS.get(name, "")
    try:
        return chr(int(_value(element, "char"), 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _plain(element: "Element") -> str:
    """Return the words of a comment's paragraph."""
    parts: list[str] = []
    for child in element:
        name = _name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name not in _LEFT_OUT:
            parts.append(_sign(child, name) or _plain(child))
    return "".join(parts)


def _inside(element: "Element", name: str) -> "Iterator[Element]":
    """Yield rows or cells, also those wrapped in content controls."""
    for child in element:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(child, name)
