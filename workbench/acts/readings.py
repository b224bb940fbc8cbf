"""Passes of reading: begun, finished, taken back. Each is the current coder's own."""

from workbench.errors import StudyError
from workbench.store.journal import now
from workbench.store.lookups import readings as lookup
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile


def begin(study: StudyFile, transcript_id: int) -> None:
    """Begin a pass through a transcript.

    Raises:
        StudyError: the transcript is gone, or a pass through it goes on already.
    """
    name = transcripts.name_of(study, transcript_id)
    found = lookup.passes(study, transcript_id)
    if found.current is not None:
        raise StudyError(f"You are reading {name} already.")
    detail = {"name": name, "pass": str(found.finished + 1)}
    with study.writing("reading.begin" if not found.finished else "reading.again", detail) as writer:
        row = {"transcript_id": transcript_id, "coder_id": study.coder_id, "started": now(), "finished": ""}
        writer.insert("reading", row)


def finish(study: StudyFile, transcript_id: int) -> None:
    """Mark a transcript as read to its end: the pass that goes on is finished, else one is noted that knows no start.

    Raises:
        StudyError: the transcript is gone.
    """
    name = transcripts.name_of(study, transcript_id)
    found = lookup.passes(study, transcript_id)
    detail = {"name": name, "pass": str(found.finished + 1)}
    with study.writing("transcript.read" if not found.finished else "transcript.read_again", detail) as writer:
        if found.current is not None:
            writer.update("reading", found.current.id, {"finished": now()})
        else:
            row = {"transcript_id": transcript_id, "coder_id": study.coder_id, "started": "", "finished": now()}
            writer.insert("reading", row)


def take_back(study: StudyFile, transcript_id: int) -> None:
    """Take the newest mark of having read a transcript to its end back; a pass that knows its start goes on again.

    Raises:
        StudyError: the transcript is gone, or was never read to its end.
    """
    name = transcripts.name_of(study, transcript_id)
    found = lookup.passes(study, transcript_id)
    if (newest := found.newest) is None:
        raise StudyError(f"You have not marked {name} as read.")
    with study.writing("transcript.unread", {"name": name}) as writer:
        if newest.started and found.current is None:
            writer.update("reading", newest.id, {"finished": ""})
        else:
            writer.delete("reading", newest.id)


def turn(study: StudyFile, transcript_id: int) -> bool:
    """Finish the pass that goes on, or note the first; where all are finished, take the newest back. Return which."""
    ends = lookup.passes(study, transcript_id).ends()
    (finish if ends else take_back)(study, transcript_id)
    return ends
