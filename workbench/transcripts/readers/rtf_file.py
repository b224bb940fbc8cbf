"""Rich text (RTF) as Word, LibreOffice, TextEdit, f4 and f5 write it.

A pass of our own: the known libraries lose bold, tables, notes and comments, or stop at odd files. Groups are kept on
a stack, so nothing here is deeper than the stack's limit.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import replace

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers.flow import Comment, Flow, once
from workbench.transcripts.readers.rtf_parts import (
    CODE_PAGES,
    DEAD,
    ENDS,
    ESCAPES,
    FEET,
    HEADS,
    QUIET,
    SIGNS,
    Place,
    State,
)

MAX_DEPTH = 2_000
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\$", re.DOTALL
)


def read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return the lines of a rich text; `encoding` overrides the code page the file names.

    Footnotes stand after their paragraph, page heads before and page feet after the body; comments are remarks.

    Raises:
        TranscriptError: it is nested deeper than any document, or `encoding` is unknown.
    """
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise TranscriptError(
                f"There is no encoding «{encoding[:40]}»; try utf-8, cp1252, latin-1, cp850 or utf-16."
            ) from error
    reader = _Reader(clean, name, encoding)
    reader.run(data.decode("latin-1"))
    draft = reader.draft()
    draft.encoding = encoding or reader.codec
    return draft


class _Reader:
    """Goes through the tokens."""

    def __init__(self, clean: Cleaner, name: str, encoding: str | None) -> None:
        self.codec = encoding or "cp1252"
        self._fixed = encoding is not None
        self._clean = clean
        self._name = name
        self._whole = Flow(clean)
        self._heads: list[Flow] = []
        self._feet: list[Flow] = []
        body = Place(self._whole.inner())
        self._body = body
        self._state = State(body, body)
        self._stack: list[State] = []
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._font = 0
        self._in_fonts = False
        self._default_font: int | None = None
        self._bytes = bytearray()
        self._half = ""
        self._left_to_skip = 0
        self._starred = False
        self._comments: dict[str, Comment] = {}
        self._author = ""
        self._reference = ""
        self._deleted = 0
        self._facts: dict[str, str] = {}
        self._cut_off = False

    def run(self, text: str) -> None:
        """Take every token; stop where the outer group is closed."""
        at, match = 0, _TOKEN.match
        while hit := match(text, at):
            at = hit.end()
            word, number, code, escape, brace, chunk = hit.groups()
            if chunk is not None:
                self._take_text(chunk)
            elif word is not None:
                if word == "bin":
                    at += max(0, int(number or 0))
                self._take_word(word, None if number is None else int(number))
            elif code is not None:
                self._take_byte(int(code, 16))
            elif escape is not None:
                self._take_escape(escape)
            elif brace is not None and not self._take_brace(brace):
                return
        self._flush()
        self._cut_off = bool(self._stack)
        while self._stack:
            self._close()

    def draft(self) -> Draft:
        """Return what was read."""
        self._body.end()
        whole = self._whole
        for part in (*once(self._heads), self._body.flow, *once(self._feet)):
            whole.join(part)
        draft = whole.draft("rtf")
        draft.facts |= {key: told for key, raw in self._facts.items() if (told := " ".join(raw.split()))}
        if self._deleted:
            draft.warnings.append(
                "The file has tracked changes; inserted text was read, deleted text was left out "
                f"(places: {self._deleted})."
            )
        if self._cut_off:
            draft.warnings.append("The file ends in the middle of something; compare its end with the recording.")
        return draft

    # Groups

    def _take_brace(self, brace: str) -> bool:
        """Open or close a group; tell whether the document goes on."""
        self._flush()
        self._left_to_skip, self._starred = 0, False
        if brace == "{":
            if len(self._stack) >= MAX_DEPTH:
                raise TranscriptError(
                    f"{self._name} is nested deeper than any transcript; copy its text to a new file."
                )
            self._stack.append(self._state)
            self._state = replace(self._state, closes=None)
            return True
        if self._stack:
            self._close()
        return bool(self._stack)

    def _close(self) -> None:
        state, self._state = self._state, self._stack.pop()
        self._in_fonts = self._in_fonts and self._state.place is None
        if state.closes is not None and state.place is not None:
            state.closes(state.place.end())

    def _enter(self, block: Block | None, closes: Callable[[str], None], *, fresh: bool = False) -> None:
        """Let the rest of this group be a part of its own."""
        flow = Flow(self._clean) if fresh else self._state.host.flow.inner(block)
        place = Place(flow)
        self._state = replace(self._state, place=place, host=place, in_table=False, bold=False, closes=closes)

    def _enter_note(self, block: Block | None) -> None:
        host, in_table = self._state.host, self._state.in_table
        self._enter(block, lambda _: None)
        part = self._state.host.flow
        self._state.closes = lambda _: host.target(in_table).hang(part)

    def _enter_furniture(self, parts: list[Flow]) -> None:
        self._enter(Block.RUNNING_HEAD, lambda _: None)
        parts.append(self._state.host.flow)

    def _destination(self, word: str, number: int | None) -> bool:
        """Enter the group that a word begins; tell whether it was such a word."""
        if word == "fonttbl":
            self._in_fonts, self._state.place = True, None
        elif word in DEAD:
            self._state.place = None
        elif word in QUIET:
            self._state.place = Place(Flow(Cleaner()))
        elif word in HEADS:
            self._enter_furniture(self._heads)
        elif word in FEET:
            self._enter_furniture(self._feet)
        elif word in ("footnote", "shptxt"):
            self._enter_note(Block.FOOTNOTE if word == "footnote" else None)
        elif word == "ud":
            self._state.place = self._state.host
        elif word == "title" and len(self._stack) == 3:  # the title of the document stands in its info group
            self._enter(None, lambda told: self._facts.__setitem__("title", told), fresh=True)
        else:
            return self._comment_part(word, number)
        return True

    def _comment_part(self, word: str, number: int | None) -> bool:
        host, in_table = self._state.host, self._state.in_table
        if word == "atrfstart":
            self._enter(None, lambda key: self._begin_comment(host.target(in_table), key), fresh=True)
        elif word == "atrfend":
            self._enter(None, lambda key: host.target(in_table).close(key.strip()), fresh=True)
        elif word == "atnauthor":
            self._enter(None, lambda author: setattr(self, "_author", author), fresh=True)
        elif word == "atnref":
            self._enter(None, lambda key: setattr(self, "_reference", key.strip()), fresh=True)
        elif word == "annotation":
            self._enter(None, lambda words: self._end_comment(host.target(in_table), words), fresh=True)
        else:
            return False
        if number is not None and self._state.place is not None and word in ("atrfstart", "atrfend", "atnref"):
            self._state.place.flow.add(str(number))
        return True

    def _begin_comment(self, flow: Flow, key: str) -> None:
        self._comments[key.strip()] = flow.open(key.strip(), "", "")

    def _end_comment(self, flow: Flow, words: str) -> None:
        comment = self._comments.pop(self._reference, None) if self._reference else None
        if comment is None:
            key = f"here {id(words)}"
            comment = flow.open(key, "", "")
            flow.close(key)
        comment.text, comment.author = words, self._author
        self._author = self._reference = ""

    # Words of control

    def _take_word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u":
            self._take_unicode(number)
            return
        self._flush()
        if self._left_to_skip:
            self._left_to_skip -= 1
            return
        if self._state.place is None:
            if self._in_fonts:
                self._font_word(word, number)
        elif not self._destination(word, number):
            if starred:
                self._state.place = None  # a group this pass does not know, and which says it may be passed over
            else:
                self._in_text(word, number, self._state.place)

    def _in_text(self, word: str, number: int | None, place: Place) -> None:
        state = self._state
        if word in SIGNS:
            self._add(SIGNS[word])
        elif word in ENDS:
            place.target(state.in_table).end()
        elif word == "cell":
            place.end_cell()
        elif word == "row":
            place.end_row()
        elif not self._looks(word, number != 0):
            self._document(word, number)

    def _looks(self, word: str, on: bool) -> bool:
        """Take a word that changes how the next ones look; tell whether it was one."""
        state = self._state
        if word == "b":
            state.bold = on
        elif word == "v":
            state.hidden = on
        elif word == "deleted":
            self._deleted += on and not state.deleted
            state.deleted = on
        elif word == "intbl":
            state.in_table = True
        elif word == "pard":
            state.in_table = False
        elif word == "plain":
            state.bold = state.hidden = state.deleted = False
            self._use_font(self._default_font)
        else:
            return False
        return True

    def _document(self, word: str, number: int | None) -> None:
        if word == "uc":
            self._state.skip = min(max(number or 0, 0), 64)
        elif word == "f":
            self._use_font(number)
        elif word == "deff":
            self._default_font = number
        elif word in ("ansicpg", "mac", "pc", "pca") and not self._fixed:
            named = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word, f"cp{number}")
            named = {"cp65001": "utf-8", "cp10000": "mac_roman"}.get(named, named)
            self.codec = _known(named) or self.codec

    # Fonts and their code pages

    def _font_word(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset":
            self._fonts[self._font] = (CODE_PAGES.get(number or 0, ""), number == 2)
        elif word == "cpg" and number:
            self._fonts[self._font] = (_known(f"cp{number}"), False)

    def _use_font(self, number: int | None) -> None:
        self._state.codec, self._state.symbol = self._fonts.get(-1 if number is None else number, ("", False))

    # Text

    def _take_escape(self, sign: str) -> None:
        if sign == "*":
            self._flush()
            self._starred = True
        elif sign in "\r\n":
            self._take_word("par", None)
        elif sign in ESCAPES:
            self._flush()
            if self._left_to_skip:
                self._left_to_skip -= 1
            else:
                self._add(ESCAPES[sign])

    def _take_text(self, chunk: str) -> None:
        if self._left_to_skip:
            skipped = min(self._left_to_skip, len(chunk))
            self._left_to_skip -= skipped
            chunk = chunk[skipped:]
        if self._state.place is not None:
            self._bytes += chunk.encode("latin-1")

    def _take_byte(self, code: int) -> None:
        if self._left_to_skip:
            self._left_to_skip -= 1
        elif self._state.place is not None:
            self._bytes.append(code)

    def _take_unicode(self, number: int | None) -> None:
        self._flush()
        self._left_to_skip = self._state.skip
        if number is not None and self._state.place is not None:
            sign = chr(number & 0xFFFF) if abs(number) <= 0xFFFF else chr(number) if 0 < number < 0x110000 else "\ufffd"
            if "\ud800" <= sign <= "\udbff":
                self._half += sign  # the second half may come after other words of control
            else:
                self._add(sign)

    def _flush(self) -> None:
        """Decode the bytes collected so far; those of a symbol font have no meaning but their code."""
        if self._bytes:
            raw, self._bytes = bytes(self._bytes), bytearray()
            if self._state.symbol:
                self._add("".join(chr(0xF000 + code) if code > 0x20 else chr(code) for code in raw))
            else:
                self._add(raw.decode(self._state.codec or self.codec, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if self._half:
            text, self._half = (self._half + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        if state.place is None or state.deleted:
            return
        if state.hidden:
            state.place.target(state.in_table).hide(text)
        else:
            state.place.target(state.in_table).add(text, state.bold)


def _known(codec: str) -> str:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return ""
