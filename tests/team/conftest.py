from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.store.study_file import StudyFile


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Skift og søvn", "nb", "Ane") as opened:
        yield opened
