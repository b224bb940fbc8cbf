"""Answers on consent and withdrawals are kept, changed and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content

from workbench.acts import consent, history, people
from workbench.errors import StudyError
from workbench.store.lookups.people import labelled
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.consent import Answer, Scope


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "s", "S", "nb", "Anna") as made:
        people.take_table(made, [{"p": "P1", "age": "46"}], "p", add_unknown=True)
        yield made


def test_an_answer_with_its_day_and_note(study: StudyFile) -> None:
    before, one = content(study), labelled(study, "P1").id
    consent.answer(study, one, Scope.QUOTE, Answer.YES, "31.3.2026", " på  papir ")
    kept = (consents(study)[one].given or {})[Scope.QUOTE]
    assert (kept.answer, kept.given, kept.note) == (Answer.YES, "2026-03-31", "på papir")
    consent.answer(study, one, Scope.QUOTE, Answer.NO)
    kept = (consents(study)[one].given or {})[Scope.QUOTE]
    assert (kept.answer, kept.given, kept.note) == (Answer.NO, "2026-03-31", "på papir"), "what is not said stays"
    with pytest.raises(StudyError, match="is no day"):
        consent.answer(study, one, Scope.SHARE, Answer.YES, "snart")
    history.undo(study)
    history.undo(study)
    assert content(study) == before
    consent.answer(study, one, Scope.SHARE, Answer.NOT_ASKED)
    assert content(study) == before, "nothing said, nothing kept"


def test_a_withdrawal_is_a_day_and_can_be_taken_back(study: StudyFile) -> None:
    before, one = content(study), labelled(study, "P1").id
    consent.withdraw(study, one, "1.4.2026")
    assert labelled(study, "P1").withdrawn == "2026-04-01" and consents(study)[one].withdrawn == "2026-04-01"
    consent.withdraw(study, one, "")
    assert labelled(study, "P1").withdrawn == ""
    history.undo(study)
    history.undo(study)
    assert content(study) == before
    with pytest.raises(StudyError, match="no longer in the study"):
        consent.withdraw(study, 1, "1.4.2026")
