"""OpenDocument texts: the body in order with tables, lists, text boxes, notes, comments, page heads and feet.

Deleted text is left out and counted.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.packages import Package
from workbench.transcripts.readers.flow import Flow, once

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT = frozenset({"tracked-changes", "sequence-decls", "forms", "title", "desc", "variable-decls",
                       "user-field-decls", "ruby-text"})  # fmt: skip
_HEADS = ("header-first", "header", "header-left")
_FEET = ("footer-first", "footer", "footer-left")
_FACTS = {"title": "title", "creation-date": "made", "language": "language"}
_PASSWORD = "{} has a password; open it, save a copy without one, and import the copy."


def read(package: Package, clean: Cleaner) -> Draft:
    """Return the lines of an OpenDocument text: page heads first, the body, page feet last.

    Footnotes and endnotes stand right after the paragraph they hang on, comments are remarks on their words.

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
    styles = package.xml("styles.xml") if "styles.xml" in package.members else None
    looks = _Looks(root, styles)
    flow = Flow(clean)
    reader = _Body(flow, looks)
    reader.furniture(styles, _HEADS)
    reader.walk(body)
    reader.furniture(styles, _FEET)
    draft = flow.draft("odt")
    draft.facts |= _facts(package, clean)
    deleted = sum(1 for element in body.iter() if _name(element) == "deletion")
    if any(_name(element) == "tracked-changes" for element in body):
        draft.warnings.append(
            f"The file has tracked changes; inserted text was read, deleted text was left out (places: {deleted})."
        )
    return draft


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: "Element", name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _facts(package: Package, clean: Cleaner) -> dict[str, str]:
    """Return title, time of making and language as the file's properties say them."""
    if "meta.xml" not in package.members:
        return {}
    found = {
        _FACTS[_name(one)]: " ".join(clean(one.text or "").split())
        for one in package.xml("meta.xml").iter()
        if _name(one) in _FACTS
    }
    return {key: value for key, value in found.items() if value}


class _Looks:
    """The names of the styles that are bold, and of those that are not shown."""

    def __init__(self, *roots: "Element | None") -> None:
        self.bold: set[str] = set()
        self.hidden: set[str] = set()
        for root in roots:
            for style in root.iter() if root is not None else ():
                if _name(style) == "style":
                    self._take(style)

    def _take(self, style: "Element") -> None:
        for looks in style:
            if _attribute(looks, "font-weight") == "bold":
                self.bold.add(_attribute(style, "name"))
            if _name(looks) == "text-properties" and _attribute(looks, "display") == "none":
                self.hidden.add(_attribute(style, "name"))


class _Body:
    """Walks block elements in order into a flow."""

    def __init__(self, flow: Flow, looks: _Looks) -> None:
        self._flow = flow
        self._looks = looks

    def furniture(self, styles: "Element | None", kinds: tuple[str, ...]) -> None:
        """Add the words of page heads or feet; the same words on other pages are added once."""
        places = styles.iter() if styles is not None else ()
        shown = (one for one in places if _name(one) in kinds and _attribute(one, "display") != "false")
        for part in once(self._head(place) for place in shown):
            self._flow.join(part)

    def _head(self, place: "Element") -> Flow:
        part = self._flow.inner(Block.RUNNING_HEAD)
        _Body(part, self._looks).walk(place)
        return part

    def walk(self, container: "Element") -> None:
        """Add the lines of every paragraph, heading and table in the container."""
        for child in container:
            name = _name(child)
            if name in ("p", "h"):
                self._text(child, False, False)
                self._flow.end()
            elif name == "table":
                self._flow.table([[self._cell(cell) for cell in row] for row in _rows(child)])
            elif name not in _LEFT_OUT and not self._beside(child, name):
                self.walk(child)

    def _text(self, element: "Element", bold: bool, hidden: bool) -> None:
        style = _attribute(element, "style-name")
        bold, hidden = bold or style in self._looks.bold, hidden or style in self._looks.hidden
        self._add(_collapse(element.text), bold, hidden)
        for child in element:
            name = _name(child)
            sign = _sign(child, name)
            if sign:
                self._add(sign, bold, hidden)
            elif name not in _LEFT_OUT and not self._beside(child, name):
                self._text(child, bold, hidden)
            self._add(_collapse(child.tail), bold, hidden)

    def _add(self, text: str, bold: bool, hidden: bool) -> None:
        if hidden:
            self._flow.hide(text)
        else:
            self._flow.add(text, bold)

    def _beside(self, element: "Element", name: str) -> bool:
        """Take what stands beside the text: comments, notes and text boxes; tell whether it was one."""
        if name == "annotation":
            words = [_plain(paragraph) for paragraph in element.iter() if _name(paragraph) == "p"]
            author = next((one.text or "" for one in element if _name(one) == "creator"), "")
            key = _attribute(element, "name") or f"#{id(element)}"
            self._flow.open(key, "\n".join(words), author)
            if not _attribute(element, "name"):
                self._flow.close(key)
        elif name == "annotation-end":
            self._flow.close(_attribute(element, "name"))
        elif name in ("note", "text-box"):
            part = self._flow.inner(Block.FOOTNOTE if name == "note" else None)
            inside = next((one for one in element if _name(one) == "note-body"), None) if name == "note" else element
            if inside is not None:
                _Body(part, self._looks).walk(inside)
            self._flow.hang(part)
        else:
            return False
        return True

    def _cell(self, cell: "Element") -> Flow:
        part = self._flow.inner()
        _Body(part, self._looks).walk(cell)
        return part


def _rows(table: "Element") -> "Iterator[list[Element]]":
    """Yield the cells of every row, also of rows in groups and header rows, but not those of tables inside cells."""
    for child in table:
        name = _name(child)
        if name == "table-row":
            yield [cell for cell in child if _name(cell) == "table-cell"]
        elif name in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)


def _sign(element: "Element", name: str) -> str:
    """Return the blanks, tab or line end an element stands for, or ""."""
    if name == "s":
        count = _attribute(element, "c")
        return " " * (min(int(count), 1000) if count.isdecimal() and len(count) < 8 else 1)
    return {"tab": "\t", "line-break": "\n", "soft-hyphen": "\u00ad"}.get(name, "")


def _plain(element: "Element") -> str:
    """Return the words of a comment's paragraph."""
    parts = [_collapse(element.text)]
    for child in element:
        parts += [_sign(child, _name(child)) or _plain(child), _collapse(child.tail)]
    return "".join(parts)


def _collapse(text: str | None) -> str:
    """XML white space counts as one blank in OpenDocument."""
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
