"""A study of two coders, made once and copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.store.study_file import StudyFile
from workbench.words import use


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty study."""
    use("en")
    folder = tmp_path_factory.mktemp("queries") / "template"
    StudyFile.create(folder, "Natt", "nb", "Ane").close()
    return folder
