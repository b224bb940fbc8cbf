"""SRT captions, mostly from speech recognition: times and words, rarely speakers."""

import re

from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import cues

_TAGS = re.compile(r"</?\s*(?:i|b|u|s|font)(?:\s[^>]{0,300})?>|\{\\an?\d+\}", re.IGNORECASE)


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the captions, one line each, with times.

    Raises:
        TranscriptError: a time line cannot be read, or there are no captions.
    """
    found, before = cues.cut(clean(text).split("\n"), name, comments=False)
    draft = Draft("srt", encoding, [], captions=True)
    if before:
        draft.warnings.append(f"Words before the first caption that were left out: {' '.join(before)[:200]}")
    for cue in cues.in_order(found, draft.warnings):
        for written in cue.texts:
            words = _TAGS.sub("", written).strip()
            if words:
                draft.lines.append(Line(words, begin_ms=cue.begin_ms, end_ms=cue.end_ms))
    return draft
