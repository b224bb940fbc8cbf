"""Web pages: what a reader of the page would see, in order; scripts, styles and markup never become text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts import decode
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers.flow import Flow

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_BYTES = 30 * 1024 * 1024
_MAX_STYLES = 200_000
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "td", "th",
     "tr", "ul"}
)  # fmt: skip
_LEFT_OUT = frozenset({"script", "style", "template", "head", "-comment"})
_PARTS = {"caption": Block.CAPTION, "figcaption": Block.CAPTION, "nav": Block.RUNNING_HEAD}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
_BOLD_CLASS = re.compile(r"\.([\w-]{1,60})\s*\{[^{}]{0,2000}?font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_NOTE_NAME = re.compile(r"sd(?:foot|end)note\d")
_NOTES = re.compile(r"mso-element\s*:\s*(?:foot|end)note(?!-)", re.IGNORECASE)


def read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return the lines of a web page; its title, language and the program that made it are facts.

    Raises:
        TranscriptError: it is larger than any transcript, or `encoding` does not fit.
    """
    from selectolax.lexbor import LexborHTMLParser

    if len(data) > MAX_BYTES:
        raise TranscriptError(
            f"{name} has {len(data) // (1024 * 1024)} MB; a page with a transcript has less than "
            f"{MAX_BYTES // (1024 * 1024)}. Save its text as docx, odt or txt, and import that."
        )
    text, used, warnings = _decoded(data, name, encoding)
    tree = LexborHTMLParser(text)
    styles = " ".join(node.text_content or "" for node in tree.css("style") for node in node.iter(include_text=True))
    page = _Page(Flow(clean), frozenset(_BOLD_CLASS.findall(styles[:_MAX_STYLES])))
    if tree.body is not None:
        page.walk(tree.body)
    draft = page.frames[0].flow.draft("html", used)
    draft.warnings[:0] = warnings
    draft.facts = _facts(tree, clean)
    if page.deleted:
        draft.warnings.append(
            f"The file has tracked changes; inserted text was read, deleted text was left out (places: {page.deleted})."
        )
    return draft


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, str, list[str]]:
    """Return the text, its encoding and warnings; the page's own word counts when the bytes agree with it."""
    named = _CHARSET.search(data[:4096])
    if encoding is None and named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        said = named[1].decode("ascii").lower()
        said = "cp1252" if said in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else said
        if not said.startswith(("utf-16", "utf-32", "ucs")):  # a page whose own word can be read is in neither
            try:
                return decode.decode(data, name, said)
            except TranscriptError:
                text, used, warnings = decode.decode(data, name, None)
                return text, used, [*warnings, f"The page says that it is written in {said}, but it is not."]
    return decode.decode(data, name, encoding)


def _facts(tree: "LexborHTMLParser", clean: Cleaner) -> dict[str, str]:
    title, root = tree.css_first("title"), tree.css_first("html")
    maker = tree.css_first('meta[name="generator" i]')
    found = {
        "title": title.text() if title is not None else "",
        "language": (root.attributes.get("lang") or "") if root is not None else "",
        "engine": (maker.attributes.get("content") or "") if maker is not None else "",
    }
    return {key: told for key, value in found.items() if (told := " ".join(clean(value).split())[:200])}


@dataclass(slots=True)
class _Frame:
    """An element that is open: where its text goes, how it looks, and whether it stands apart from the talk."""

    tag: str
    flow: Flow
    bold: bool = False
    hidden: bool = False
    as_written: bool = False
    apart: bool = False
    rows: list[list[Flow]] = field(default_factory=list[list[Flow]])
    term: Flow | None = None


class _Page:
    """Goes through the elements, without recursion since a page can be nested deeper than Python calls."""

    def __init__(self, flow: Flow, bold_classes: frozenset[str]) -> None:
        self.frames = [_Frame("", flow)]
        self.deleted = 0
        self._bold_classes = bold_classes
        self._talk = False
        self._at_start = True
        self._blank = False

    def walk(self, top: "LexborNode") -> None:
        """Take everything in an element."""
        waiting: list[tuple[LexborNode | None, bool]] = [(top, False)]
        while waiting:
            node, done = waiting.pop()
            if node is None or done:
                self._leave()
            elif node.tag == "-text":
                self._text(node.text_content or "")
            elif self._enter(node, node.tag or ""):
                waiting.append((None, True))
                waiting += [(child, False) for child in reversed(list(_children(node)))]

    def _enter(self, node: "LexborNode", tag: str) -> bool:
        """Open an element; tell whether what is in it is to be read."""
        frame = self.frames[-1]
        if tag == "br":
            frame.flow.add("\n")
            self._at_start, self._blank = True, False
            return False
        if tag == "del":
            self.deleted += 1
        if tag in _LEFT_OUT or tag == "del":
            return False
        made = self._looks(node, tag, frame)
        if tag in _BLOCKS:
            self._break(frame)
            made.flow = self._part(node, made, frame.flow)
        self.frames.append(made)
        return True

    def _looks(self, node: "LexborNode", tag: str, frame: _Frame) -> _Frame:
        attributes = node.attributes
        style = attributes.get("style") or ""
        weight = _WEIGHT.search(style)
        bold = frame.bold or tag in ("b", "strong")
        if weight:
            bold = weight[1].lower() not in ("normal", "100", "200", "300", "400", "500")
        elif self._bold_classes and any(one in self._bold_classes for one in (attributes.get("class") or "").split()):
            bold = True
        hidden = frame.hidden or "hidden" in attributes or tag == "noscript" or bool(_HIDDEN.search(style))
        apart = frame.apart or tag in _HEADINGS or tag in ("nav", "caption", "header")
        return _Frame(tag, frame.flow, bold, hidden, frame.as_written or tag in ("pre", "textarea"), apart)

    def _part(self, node: "LexborNode", made: _Frame, flow: Flow) -> Flow:
        """Return the flow of a block: its own for cells, terms, captions, titles and notes."""
        tag = made.tag
        if tag == "tr":
            self._table().rows.append([])
        if tag in ("td", "th", "dt", "dd"):
            return flow.inner()
        if tag in _HEADINGS and not self._talk and not made.hidden:
            return flow.inner(Block.TITLE)
        if tag == "div":
            return self._division(node, flow)
        if tag in _PARTS or (tag in ("header", "footer") and len(self.frames) == 2):
            return flow.inner(_PARTS.get(tag, Block.RUNNING_HEAD))
        return flow

    def _division(self, node: "LexborNode", flow: Flow) -> Flow:
        """Return the flow of a division that Word or LibreOffice made of a note, or of a page's head or foot."""
        attributes = node.attributes
        if _NOTES.search(attributes.get("style") or "") or _NOTE_NAME.match(attributes.get("id") or ""):
            return flow.inner(Block.FOOTNOTE)
        return flow.inner(Block.RUNNING_HEAD) if attributes.get("title") in ("header", "footer") else flow

    def _leave(self) -> None:
        frame = self.frames.pop()
        outer = self.frames[-1]
        if frame.tag not in _BLOCKS:
            return
        self._break(frame)
        if frame.tag in ("td", "th"):
            rows = self._table().rows
            if not rows:
                rows.append([])
            rows[-1].append(frame.flow)
        elif frame.tag == "dt":
            if outer.term is not None:
                outer.flow.join(outer.term)
            outer.term = frame.flow
        elif frame.tag == "dd":
            outer.flow.table([[outer.term, frame.flow] if outer.term is not None else [frame.flow]])
            outer.term = None
        elif frame.flow is not outer.flow:
            outer.flow.join(frame.flow)
        else:
            self._end_list(frame)

    def _end_list(self, frame: _Frame) -> None:
        if frame.rows:
            frame.flow.table(frame.rows)
        if frame.term is not None:
            frame.flow.join(frame.term)

    def _table(self) -> _Frame:
        """Return the table that is open, or whatever a stray row stands in."""
        return next((frame for frame in reversed(self.frames) if frame.tag == "table"), self.frames[-1])

    def _break(self, frame: _Frame) -> None:
        frame.flow.end()
        self._at_start, self._blank = True, False

    def _text(self, raw: str) -> None:
        frame = self.frames[-1]
        if frame.as_written:
            text = raw
        else:
            words = re.sub(r"[ \t\r\n\f]+", " ", raw)
            text = words.strip(" ")
            if not text:
                self._blank |= bool(words)
                return
            if not self._at_start and (self._blank or words[0] == " "):
                text = " " + text
            self._blank = words[-1] == " "
        self._at_start = False
        if frame.hidden:
            frame.flow.hide(text)
            return
        frame.flow.add(text, frame.bold)
        self._talk = self._talk or not frame.apart


def _children(node: "LexborNode") -> "Iterator[LexborNode]":
    return node.iter(include_text=True)
