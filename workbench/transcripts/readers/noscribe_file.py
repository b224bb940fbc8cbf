"""noScribe's plain text: a title, how it was made, and paragraphs that begin with `S00:` and maybe `[00:00:12]`.

noScribe's WebVTT is read as WebVTT, its HTML by `noscribe_html_file`.
"""

import re

from workbench.transcripts import labels
from workbench.transcripts.lines import Block, Cleaner, Draft, Line
from workbench.transcripts.readers import cues, made_by

MADE = re.compile(r"^Transcribed with noScribe\b", re.MULTILINE)
STAMP = re.compile(r"\[(\d{1,2}:\d{2}:\d{2})\] ?")
LABEL = re.compile(r"(S\d{2,3}):[ \u00a0]?")


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the paragraphs; one with several times is a line from each time on. The head is a title and notes."""
    del name
    draft = Draft("noscribe", encoding, [], captions=True)
    lines = [line.strip() for line in clean(text).split("\n")]
    start = head(lines, draft)
    voice: str | None = None
    for line in lines[start:]:
        label = LABEL.match(line)
        voice = label[1] if label else voice
        draft.lines += _timed(line[label.end() :] if label else line, voice)
    return draft


def head(lines: list[str], draft: Draft) -> int:
    """Put the title and the lines on its making, which end in `(Language: …)`, in the draft; return where talk begins.

    A file without such a head begins at once.
    """
    made = next((at for at, line in enumerate(lines[:20]) if MADE.match(line)), None)
    if made is None:
        return 0
    draft.lines += [Line(line, block=Block.TITLE) for line in lines[:made] if line]
    at = made
    while at < len(lines) and lines[at]:
        made_by.take(lines[at], draft.facts)
        draft.lines.append(cues.note(lines[at]))
        at += 1
    return at


def _timed(text: str, voice: str | None) -> list[Line]:
    """Return a line for each time mark of a paragraph, each from its time on."""
    parts = STAMP.split(text)
    times = [None, *(labels.milliseconds(clock) for clock in parts[1::2])]
    return [
        Line(said.strip(), voice=voice, begin_ms=begin)
        for begin, said in zip(times, parts[::2], strict=True)
        if said.strip()
    ]
