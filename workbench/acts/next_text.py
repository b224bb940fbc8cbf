"""A text that gives way to its next one: what replacing a file, editing turns and making repairs share."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.acts import texts
from workbench.acts.carry_over import CarryOver, Tally, carry_beside
from workbench.store.journal import Value, Writer
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.carrying import Carrying
from workbench.study.spans import Span
from workbench.study.text_map import TextMap
from workbench.study.transcripts import Transcript, Turn


def present(study: StudyFile, transcript_id: int) -> Any:
    """Return the row of the revision that a transcript has now."""
    rows = study.live("transcript", id=transcript_id)
    return study.live("revision", id=rows[0]["revision_id"])[0]


def over(
    study: StudyFile,
    writer: Writer,
    old: Transcript,
    old_revision_id: int,
    revision_id: int,
    carrying: Carrying,
    *,
    ask_speaker: bool,
) -> Tally:
    """Carry everything over to the text that was written as a revision in this act; return how it went."""
    new = transcript_lookup.load(study, old.id)
    if _new_words(old.text, new.text):
        # A signature says that a person has read these words for names; new ones nobody has read.
        writer.update("transcript", old.id, {"reviewed": 0})
    going = CarryOver(study, writer, old, new, old_revision_id, revision_id, carrying, ask_speaker)
    return going.everything()


def _new_words(old: str, new: str) -> bool:
    return not set(re.findall(r"\w+", new.casefold())) <= set(re.findall(r"\w+", old.casefold()))


def edited(
    study: StudyFile,
    old: Transcript,
    body: str,
    turns: Callable[[Writer], Sequence[Turn]],
    act: tuple[str, Mapping[str, str]],
    window: tuple[Span | None, Span | None] = (None, None),
    places: TextMap | None = None,
) -> Tally:
    """Write an edited text as a revision; with no window, words and signs are the same and in the same order.

    `places` says where each character stands, when that is known better than by words.
    """
    before = present(study, old.id)
    columns: dict[str, Value] = {name: before[name] for name in ("source", "format", "encoding")}
    columns |= {"words": len(body.split()), "length": len(body)}
    carrying = Carrying(old.text, body, window)
    with study.writing(*act) as writer:
        made = turns(writer)
        number = int(before["number"]) + 1
        revision_id = texts.attach(study, writer, old.id, body, made, columns, number, "edited")
        writer.update("revision", revision_id, {"facts": before["facts"]})
        carry_beside(study, writer, before["id"], revision_id, places or carrying.map)
        return over(study, writer, old, before["id"], revision_id, carrying, ask_speaker=False)
