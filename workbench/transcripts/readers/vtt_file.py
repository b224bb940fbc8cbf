"""WebVTT captions as Teams (`<v Name>words</v>`), Zoom (`Name: words`) and speech recognition write them."""

import re

from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import cues

_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?(?:[ \t]+([^>]{0,300}))?>")
_TAGS = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang|v)(?:\.[^\s>]{0,80})?(?:\s[^>]{0,300})?>|<(?:\d+:)?\d{2}:\d{2}\.\d{3}>")
_SIGNS = {"&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "\u200e", "&rlm;": "\u200f", "&amp;": "&"}
_SIGN = re.compile("|".join(_SIGNS))


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the captions, one line each, with speaker and times; comments (NOTE) are no words and are left out.

    Raises:
        TranscriptError: a time line cannot be read, or there are no captions.
    """
    lines = clean(text).split("\n")
    head = lines[0].split(maxsplit=1) if lines and lines[0].startswith("WEBVTT") else []
    body = ["", *lines[1:]] if head else lines
    found, before = cues.cut(body, name, comments=True)
    draft = Draft("vtt", encoding, [], captions=True)
    _say_left_out(draft, [*head[1:], *before], body)
    for cue in cues.in_order(found, draft.warnings):
        draft.lines += _lines(cue)
    return draft


def _say_left_out(draft: Draft, title: list[str], body: list[str]) -> None:
    if title:
        draft.warnings.append(f"Words before the first caption that were left out: {' '.join(title)[:200]}")
    notes = sum(1 for line in body if re.match(r"NOTE(?:\s|$)", line))
    if notes:
        draft.warnings.append(f"Comments (NOTE) in the file that were left out: {notes}.")


def _lines(cue: cues.Cue) -> list[Line]:
    """Return a line for each voice of a cue, or for each written line when no voice is named."""
    text = "\n".join(cue.texts)
    parts = _VOICE.split(text)
    found: list[Line] = []
    for part in parts[0].split("\n"):
        found.append(Line(_plain(part), begin_ms=cue.begin_ms, end_ms=cue.end_ms))
    for voice, words in zip(parts[1::2], parts[2::2], strict=True):
        said = " ".join(_plain(words).split("\n"))
        found.append(Line(said, voice=" ".join(_plain(voice or "").split()), begin_ms=cue.begin_ms, end_ms=cue.end_ms))
    return [line for line in found if line.text.strip()]


def _plain(marked: str) -> str:
    return _SIGN.sub(lambda hit: _SIGNS[hit.group()], _TAGS.sub("", marked))
