"""Several codes on one passage in one act: the refused ones told, one undo for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import codebook, history, transcripts
from workbench.acts.coding_many import NewCode, apply_all
from workbench.errors import StudyError
from workbench.store.lookups.codes import codebook as read_codes
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.spans import Span
from workbench.study.transcripts import Role


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Fjell", "nb", "Ane") as one:
        yield one


def _transcript(study: StudyFile) -> int:
    turns = [NewTurn("Snøen kom tidlig det året.", "P01", Role.PARTICIPANT, "P01")]
    return transcripts.add(study, NewTranscript("P01", turns, "p01.txt", "txt", "utf-8", "1"))


def test_one_act_and_one_undo(study: StudyFile) -> None:
    place, snow, year = _transcript(study), codebook.add(study, "Snø"), codebook.add(study, "Året")
    done = apply_all(study, place, Span(0, 6), [snow, year, snow], NewCode("Tidlig", year, "Før tiden."))
    assert [code for _, code in done.made[:2]] == [snow, year] and len(done.made) == 3 and not done.refused
    assert read_codes(study).named("Tidlig").parent_id == year
    change = history.undo(study)
    assert change.verb == "coding.apply_many" and change.detail["codes"] == "«Snø», «Året», «Tidlig»"
    assert not study.live("coding") and len(read_codes(study)) == 2


def test_the_refused_ones_do_not_keep_back_the_others(study: StudyFile) -> None:
    place, snow, year = _transcript(study), codebook.add(study, "Snø"), codebook.add(study, "Året")
    apply_all(study, place, Span(0, 6), [snow])
    done = apply_all(study, place, Span(0, 6), [snow, year])
    assert [code for _, code in done.made] == [year] and "«Snø»" in done.refused[0]
    acts = study.value("SELECT count(*) FROM act")
    with pytest.raises(StudyError, match="«Snø» already"):
        apply_all(study, place, Span(0, 6), [snow, year])
    with pytest.raises(StudyError):
        apply_all(study, place, Span(7, 10), [snow], NewCode("Året"))
    assert study.value("SELECT count(*) FROM act") == acts and len(study.live("coding")) == 2
