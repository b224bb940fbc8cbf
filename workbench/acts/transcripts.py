"""Taking transcripts in and saying how far they are read."""

from workbench.acts import readings, texts
from workbench.errors import StudyError
from workbench.store.journal import now
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.readings import passes
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.text import squeeze_name

__all__ = ["NewTranscript", "NewTurn", "add", "mark_read", "mark_reviewed", "remove"]


def add(study: StudyFile, new: NewTranscript, *, is_known_new: bool = False) -> int:
    """Store a transcript with its turns and the participants who speak in it; return its id.

    With `is_known_new` the caller has seen to it that no transcript was made from the same file: of very many in a row
    each would look through all before it.

    Raises:
        StudyError: it is empty, its name is taken, or the same file is in the study already.
    """
    name = squeeze_name(new.name)
    if not name:
        raise StudyError(f"{squeeze_name(new.source)} needs a name for its transcript.")
    turns = texts.kept_turns(new)
    double = None if is_known_new else lookup.by_hash(study, new.sha256)
    if double is not None:
        raise StudyError(f"{new.source} is in the study already, as {double}; it was not imported again.")
    if lookup.is_named(study, name):
        raise StudyError(
            f"There is already a transcript called {name}; rename the file {new.source} and import it again."
        )
    columns = texts.file_columns(new, texts.body_of(turns))
    with study.writing("transcript.add", {"name": name}) as writer:
        transcript_id = writer.insert("transcript", {"name": name, "sha256": new.sha256, "added": now(), **columns})
        texts.write_revision(study, writer, transcript_id, new, turns, columns=columns)
    return transcript_id


def remove(study: StudyFile, transcript_id: int) -> None:
    """Take a transcript out of the study (undo brings it back with its codings)."""
    transcript = lookup.load(study, transcript_id)
    with study.writing("transcript.remove", {"name": transcript.name}) as writer:
        writer.delete("transcript", transcript_id)


def mark_read(study: StudyFile, transcript_id: int, read: bool) -> None:
    """Say that the current coder has read the transcript through, or has not (see `acts.readings` for passes)."""
    found = passes(study, transcript_id)
    if read and not found.finished:
        readings.finish(study, transcript_id)
    elif not read and found.finished:
        readings.take_back(study, transcript_id)
    else:
        lookup.name_of(study, transcript_id)


def mark_reviewed(study: StudyFile, transcript_id: int, reviewed: bool) -> None:
    """Say that a person has read the transcript for names that no finder found, or has not."""
    transcript = lookup.load(study, transcript_id)
    verb = "transcript.reviewed" if reviewed else "transcript.unreviewed"
    with study.writing(verb, {"name": transcript.name}) as writer:
        writer.update("transcript", transcript_id, {"reviewed": int(reviewed)})
