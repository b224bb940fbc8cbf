"""Undo and redo stay with the coder who acted."""

from pathlib import Path

import pytest

from workbench.acts import codebook, history
from workbench.errors import StudyError
from workbench.store.lookups.codes import codebook as codes
from workbench.store.study_file import StudyFile


def test_nobody_takes_back_a_colleagues_step(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "s", "Studie", "nb", "Anna") as study:
        codebook.add(study, "Vente")
    with StudyFile.open(tmp_path / "s", coder="Berit") as study:
        with pytest.raises(StudyError, match="Anna's"):
            history.undo(study)
        codebook.add(study, "Håpe")
        assert history.undo(study).verb == "code.add"
        with pytest.raises(StudyError):
            history.undo(study)
        assert [code.name for code in codes(study)] == ["Vente"]
    with StudyFile.open(tmp_path / "s", coder="Anna") as study:
        with pytest.raises(StudyError, match="Berit's"):
            history.redo(study)
        assert [code.name for code in codes(study)] == ["Vente"]
