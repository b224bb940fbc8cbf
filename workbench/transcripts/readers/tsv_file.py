"""Whisper's TSV: a line of `start`, `end` and `text`, the times in milliseconds."""

import re

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.readers import cues

_ROW = re.compile(r"(\d{1,10})\t(\d{1,10})\t(.*)")


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the stretches, one line each, with times; a line without times goes on in the one before.

    Raises:
        TranscriptError: no line has times.
    """
    draft = Draft("whisper-tsv", encoding, [], captions=True, facts={"engine": "Whisper"})
    begin = end = None
    for row in clean(text).split("\n")[1:]:
        hit = _ROW.fullmatch(row)
        if hit:
            begin, end = int(hit[1]), max(int(hit[1]), int(hit[2]))
        voice, said = cues.spoken((hit[3] if hit else row).strip())
        if said:
            draft.lines.append(Line(said, voice=voice, begin_ms=begin, end_ms=end))
    if begin is None:
        raise TranscriptError(
            f"{name} is a table, but not that of a speech recogniser; import it as a people table, or with its answers."
        )
    return draft
