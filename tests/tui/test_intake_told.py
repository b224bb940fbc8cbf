"""What the side pane of the import room tells of a file, in whole sentences and right numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import words
from workbench.transcripts.intake import read_file
from workbench.transcripts.standing import Known
from workbench.transcripts.summary import Summary
from workbench.tui.screens.intake_list import Waiting
from workbench.tui.screens.intake_told import particulars


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")


def test_one_turn_is_one_turn(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_text("P07: Hei.\nI: Hvor bor du?\nP07: I Lærdal.\n", "utf-8")
    told = particulars(Waiting(path, Summary.of(read_file(path))), Known(), "nb", 80)
    said = "\n".join("".join(part for part, _ in line) for line in told)
    assert "1 replikker" not in said and "1 replikk ·" in said and "replikker ·" in said
