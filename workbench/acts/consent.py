"""What participants agreed to, and that they withdrew."""

from workbench.store.lookups.people import row_of
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.consent import Answer, Scope
from workbench.study.sessions import check_day
from workbench.study.text import squeeze_name


def answer(
    study: StudyFile,
    participant_id: int,
    scope: Scope,
    given: Answer,
    day: str | None = None,
    note: str | None = None,
) -> None:
    """Keep what a participant answered; a `day` or `note` of None leaves what was written before.

    Raises:
        StudyError: the participant is gone, or the day is none.
    """
    label = row_of(study, participant_id)["label"]
    before = (consents(study)[participant_id].given or {}).get(scope)
    on = check_day(day) if day is not None else before.given if before else ""
    words = squeeze_name(note) if note is not None else before.note if before else ""
    rows = study.live("consent", participant_id=participant_id, scope=scope.value)
    values = {"answer": given.value, "given": on, "note": words}
    with study.writing("people.consent", {"name": label, "scope": scope.value, "to": given.value}) as writer:
        if rows:
            writer.update("consent", rows[0]["id"], values)
        elif given is not Answer.NOT_ASKED or on or words:
            writer.insert("consent", {"participant_id": participant_id, "scope": scope.value, **values})


def withdraw(study: StudyFile, participant_id: int, day: str) -> None:
    """Keep the day a participant withdrew; with no day they have not.

    Their words stay in the study, marked, and leave it no more, until they are erased.

    Raises:
        StudyError: the participant is gone, or the day is none.
    """
    label, on = row_of(study, participant_id)["label"], check_day(day)
    verb = "people.withdraw" if on else "people.unwithdraw"
    with study.writing(verb, {"name": label, "value": on}) as writer:
        writer.update("participant", participant_id, {"withdrawn": on})
