"""Taking transcripts in and saying how far they are read."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from workbench.errors import StudyError
from workbench.store.journal import Value, Writer, now
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.people import check_label
from workbench.study.text import canonical, squeeze_name

__all__ = ["NewTranscript", "NewTurn", "add", "mark_read", "mark_reviewed", "remove"]


def add(study: StudyFile, new: NewTranscript) -> int:
    """Store a transcript with its turns and the participants who speak in it; return its id.

    Raises:
        StudyError: it is empty, its name is taken, or the same file is in the study already.
    """
    name = squeeze_name(new.name)
    texts = [canonical(turn.text).text.strip() for turn in new.turns]
    kept = [(turn, text) for turn, text in zip(new.turns, texts, strict=True) if text]
    if not name:
        raise StudyError(f"{squeeze_name(new.source)} needs a name for its transcript.")
    if not kept:
        raise StudyError(f"{new.source} holds no words; nothing was imported.")
    double = lookup.by_hash(study, new.sha256)
    if double is not None:
        raise StudyError(f"{new.source} is in the study already, as {double}; it was not imported again.")
    if lookup.is_named(study, name):
        raise StudyError(
            f"There is already a transcript called {name}; rename the file {new.source} and import it again."
        )
    body = "\n".join(text for _, text in kept)
    with study.writing("transcript.add", {"name": name}) as writer:
        people: dict[str, int] = {}
        for label in dict.fromkeys(turn.participant for turn, _ in kept if turn.participant):
            people[label] = people_lookup.participant_id(study, label) or writer.insert(
                "participant", {"label": check_label(label)}
            )
        text: dict[str, Value] = {
            "source": squeeze_name(new.source), "format": new.format, "encoding": new.encoding,
            "words": len(body.split()), "length": len(body),
        }  # fmt: skip
        transcript_id = writer.insert("transcript", {"name": name, "sha256": new.sha256, "added": now(), **text})
        revision_id = writer.insert("revision", {
            "transcript_id": transcript_id, "number": 1, "sha256": sha256(body.encode()).hexdigest(),
            "made": now(), "coder_id": study.coder_id, **text,
        })  # fmt: skip
        writer.update("transcript", transcript_id, {"revision_id": revision_id})
        writer.attach_text(revision_id, body, _turns(writer, transcript_id, kept, people))
    return transcript_id


def _turns(
    writer: Writer, transcript_id: int, kept: Sequence[tuple[NewTurn, str]], people: Mapping[str, int]
) -> list[dict[str, Value]]:
    """Write the speakers of a transcript and return the rows of its turns."""
    speakers: dict[tuple[str, str, int | None], int] = {}
    rows: list[dict[str, Value]] = []
    at = 0
    for number, (turn, text) in enumerate(kept, 1):
        label, role, person = key = squeeze_name(turn.speaker), turn.role.value, people.get(turn.participant)
        if key not in speakers:
            speakers[key] = writer.insert(
                "speaker", {"transcript_id": transcript_id, "label": label, "role": role, "participant_id": person}
            )
        rows.append({
            "number": number, "start": at, "end": at + len(text), "speaker_id": speakers[key],
            "begin_ms": turn.begin_ms, "end_ms": turn.end_ms,
        })  # fmt: skip
        at += len(text) + 1
    return rows


def remove(study: StudyFile, transcript_id: int) -> None:
    """Take a transcript out of the study (undo brings it back with its codings)."""
    transcript = lookup.load(study, transcript_id)
    with study.writing("transcript.remove", {"name": transcript.name}) as writer:
        writer.delete("transcript", transcript_id)


def mark_read(study: StudyFile, transcript_id: int, read: bool) -> None:
    """Say that the current coder has read the transcript through, or has not."""
    transcript = lookup.load(study, transcript_id)
    marks = study.live("reading", transcript_id=transcript_id, coder_id=study.coder_id)
    if read == bool(marks):
        return
    with study.writing("transcript.read" if read else "transcript.unread", {"name": transcript.name}) as writer:
        if read:
            writer.insert("reading", {"transcript_id": transcript_id, "coder_id": study.coder_id, "finished": now()})
        for mark in marks:
            writer.delete("reading", mark["id"])


def mark_reviewed(study: StudyFile, transcript_id: int, reviewed: bool) -> None:
    """Say that a person has read the transcript for names that no finder found, or has not."""
    transcript = lookup.load(study, transcript_id)
    verb = "transcript.reviewed" if reviewed else "transcript.unreviewed"
    with study.writing(verb, {"name": transcript.name}) as writer:
        writer.update("transcript", transcript_id, {"reviewed": int(reviewed)})
