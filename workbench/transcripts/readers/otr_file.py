"""oTranscribe's `.otr`: JSON that holds the text as HTML, with a mark of time wherever the transcriber put one."""

import re
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts import labels
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import marked_up
from workbench.transcripts.readers.json_parts import load, one, words
from workbench.transcripts.readers.made_by import file_name

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CLOCK = re.compile(r"(?:\d{1,3}:)?\d{1,3}:\d{2}")
_SECONDS = re.compile(r"\d{1,7}(?:\.\d{1,20})?")


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the paragraphs; one with several time marks is a line from each mark on.

    The clock face of a mark is a time and no word; a mark that holds other words keeps them.

    Raises:
        TranscriptError: it is damaged, or holds no text of oTranscribe.
    """
    top = one(load(text, name))
    if not isinstance(top.get("text"), str):
        raise TranscriptError(f"{name} holds no text of oTranscribe; export it from there anew.")
    draft = Draft("otr", encoding, [], facts={"engine": "oTranscribe"})
    media = file_name(clean(words(top.get("media"))))
    if media:
        draft.facts["media"] = media
    page = _Page(clean)
    for piece, node in marked_up.pieces(words(top.get("text")), name):
        page.take(piece, node)
    page.end_line()
    draft.lines = page.lines
    return draft


class _Page:
    """Puts pieces together to lines, and takes the marks of time out of them."""

    def __init__(self, clean: Cleaner) -> None:
        self.lines: list[Line] = []
        self._clean = clean
        self._parts: list[str] = []
        self._begin: int | None = None
        self._clock = ""
        self._follows = False

    def take(self, piece: str, node: "LexborNode | None") -> None:
        """Take the next piece of the page."""
        if node is not None:
            if "timestamp" in (node.attributes.get("class") or "").split():
                self._mark(node)
        elif piece == "\n":
            self.end_line()
        elif self._clock and piece.strip() == self._clock:
            self._clock = ""
        else:
            self._parts.append(piece)

    def _mark(self, node: "LexborNode") -> None:
        before = "".join(self._parts).strip(" \u00a0:–-")
        if self._begin is not None or (before and not labels.plausible(before)):
            self.end_line(within=True)
        self._clock = (node.text() or "").strip()
        self._begin = _time(node.attributes.get("data-timestamp") or "") or _time(self._clock)
        if not _CLOCK.fullmatch(self._clock):
            self._clock = ""

    def end_line(self, within: bool = False) -> None:
        """Close the line; `within` says that the paragraph goes on."""
        text = self._clean("".join(self._parts)).strip(" \u00a0\n")
        self._parts, self._clock = [], ""
        if text:
            self.lines.append(Line(text, begin_ms=self._begin, follows=self._follows))
            self._follows = within
            self._begin = None
        elif not within:
            self._follows = False


def _time(written: str) -> int | None:
    """Return seconds, or the clock of old versions, in milliseconds."""
    if _SECONDS.fullmatch(written):
        return round(float(written) * 1000)
    return labels.milliseconds(written) if _CLOCK.fullmatch(written) else None
