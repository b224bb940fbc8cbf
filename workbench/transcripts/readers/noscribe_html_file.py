"""noScribe's HTML: every stretch is an anchor that names its times and voice, `<a name="ts_690_2070_S00">`."""

import re
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts import decode
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import marked_up, noscribe_file
from workbench.transcripts.readers.made_by import file_name

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ANCHOR = re.compile(r"ts_(\d{1,10})_(\d{1,10})(?:_(.{0,80}))?")
_SOURCE = re.compile(r'<meta\s+name="audio_source"\s+content="([^"]{1,1000})"', re.IGNORECASE)


def read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return the stretches, one line each, with voice and times; the title and how it was made stand before them.

    Words that a transcriber wrote outside of the stretches go on in the stretch before.

    Raises:
        TranscriptError: no stretch has a time.
    """
    text, used, warnings = decode.decode(data, name, encoding)
    draft = Draft("noscribe-html", used, [], warnings, captions=True)
    source = _SOURCE.search(text[:10_000])
    if source:
        draft.facts["media"] = file_name(clean(source[1]))
    page = _Page(clean)
    for piece, node in marked_up.pieces(text, name):
        page.take(piece, node)
    page.end()
    if not page.lines:
        raise TranscriptError(f"{name} holds no captions; nothing was read. Export it anew, or as plain text.")
    noscribe_file.head([line.strip() for line in page.before], draft)
    draft.lines += page.lines
    return draft


class _Page:
    """Puts pieces together to stretches; what stands before the first of them is the head."""

    def __init__(self, clean: Cleaner) -> None:
        self.lines: list[Line] = []
        self.before: list[str] = []
        self._clean = clean
        self._parts: list[str] = []
        self._anchor: tuple[str | None, int, int] | None = None

    def take(self, piece: str, node: "LexborNode | None") -> None:
        """Take the next piece of the page."""
        hit = _ANCHOR.fullmatch(node.attributes.get("name") or "") if node is not None else None
        if hit:
            self.end()
            self._anchor = (
                " ".join(self._clean(hit[3] or "").split()) or None,
                int(hit[1]),
                max(int(hit[1]), int(hit[2])),
            )
        elif piece == "\n" and self._anchor is None:
            self.end()
        else:
            self._parts.append(" " if piece == "\n" else piece)

    def end(self) -> None:
        """Close a stretch, or a line of the head."""
        text = self._clean("".join(self._parts)).strip()
        self._parts = []
        if self._anchor is None:
            self.before.append(text)
            return
        voice, begin, end = self._anchor
        label = noscribe_file.LABEL.match(text)
        text = noscribe_file.STAMP.sub("", text[label.end() :] if label else text).strip()
        if text:
            self.lines.append(Line(text, voice=voice or (label[1] if label else None), begin_ms=begin, end_ms=end))
