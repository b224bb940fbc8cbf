"""SRT captions, mostly from speech recognition: times and words, rarely speakers."""

import re

from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import cues

_TAGS = re.compile(r"</?\s*(?:i|b|u|s|font)(?:\s[^>]{0,300})?>|\{\\an?\d+\}", re.IGNORECASE)
_DASHES = "Lines that begin with a dash, as a change of speaker: {}; the captions do not say who speaks."


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the captions, one line for each written line, with times; words before the first one are notes.

    Raises:
        TranscriptError: a time line cannot be read, or there are no captions.
    """
    found = cues.cut(clean(text).split("\n"), name, comments=False)
    draft = Draft("srt", encoding, [cues.note(line) for line in found.before], captions=True)
    dashes = 0
    for cue in cues.in_order(found.cues, draft.warnings):
        last: str | None = None
        for written in cue.texts:
            words = _TAGS.sub("", written) if "<" in written or "{" in written else written
            voice, said = cues.spoken(words.strip())
            dashes += voice is None and said[:2] == "- "
            last = voice = voice or (None if said[:1] in "-–" else last)
            if said:
                draft.lines.append(Line(said, voice=voice, begin_ms=cue.begin_ms, end_ms=cue.end_ms))
    if dashes > 1:
        draft.warnings.append(_DASHES.format(dashes))
    return draft
