"""Correcting who a speaker is, after the transcript was imported."""

from workbench.errors import StudyError
from workbench.store.journal import Value
from workbench.store.lookups.people import participant_id
from workbench.store.study_file import StudyFile
from workbench.study.people import check_label
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role


def identify(
    study: StudyFile, speaker_id: int, *, role: Role | None = None, participant: str | None = None, add: bool = False
) -> None:
    """Say which role a speaker of a transcript has, and which participant it is (empty: none of them).

    Everything that points at the speaker, turns and codings, follows. `add` takes in a participant not known yet.

    Raises:
        StudyError: the speaker is gone, or the participant is not known and `add` is not set.
    """
    found = study.live("speaker", id=speaker_id)
    if not found or not study.live("transcript", id=found[0]["transcript_id"]):
        raise StudyError("This speaker is no longer in the study.")
    transcript = study.live("transcript", id=found[0]["transcript_id"])[0]["name"]
    label = squeeze_name(participant or "")
    person = participant_id(study, label) if label else None
    if label and person is None and not add:
        raise StudyError(
            f"There is no participant «{label}»; see `workbench participants`, or take a new one in (--add)."
        )
    told = label or (Role.UNKNOWN if role is None else role).value
    with study.writing("speaker.identify", {"transcript": transcript, "to": told}) as writer:
        values: dict[str, Value] = {} if role is None else {"role": role.value}
        if participant is not None:
            if label and person is None:
                person = writer.insert("participant", {"label": check_label(label)})
            values["participant_id"] = person
        writer.update("speaker", speaker_id, values)
