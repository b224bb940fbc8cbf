"""One built demo study a language for all tests that only read it."""

from pathlib import Path

import pytest

from workbench.demo import build


@pytest.fixture(scope="session")
def norwegian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("demo") / "studie")


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("demo") / "study", english=True)
