"""Killed with SIGKILL at random moments: nothing acknowledged is lost, no act is there by halves, search keeps step.

100 kills; `WORKBENCH_KILLS=1000` for a night.
"""

import os
import random
import sys
from pathlib import Path

import pytest
from nursery import Nursery
from proof import acts, prove

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import content, small_study

from workbench.store.study_file import StudyFile

if os.name == "nt":
    pytest.skip("no SIGKILL and no fork there", allow_module_level=True)

KILLS = int(os.environ.get("WORKBENCH_KILLS", "100"))
GROWN = 1200  # acts; then another study begins, as what has grown for long is slow to prove
LONGEST = 0.1  # seconds a researcher works


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    luck = random.Random(1)
    folder, known = _a_study(tmp_path / "study 0")
    with Nursery() as nursery:
        for kill in range(KILLS):
            nursery.begin("work", folder, luck.randrange(1 << 30))
            if luck.random() < 0.8:
                nursery.listen(5.0, until="open")
            nursery.listen(luck.uniform(0, LONGEST))
            nursery.kill()
            assert not nursery.said("refused"), (kill, nursery.said("refused"))
            known = _proved(folder, known, nursery.said("did"), kill)
            if len(known) > GROWN:
                folder, known = _a_study(tmp_path / f"study {kill}")


def _a_study(folder: Path) -> tuple[Path, dict[int, str]]:
    with small_study(folder) as study:
        return folder, acts(study)


def _proved(folder: Path, known: dict[int, str], said: list[str], kill: int) -> dict[int, str]:
    """Open what the kill left, and return the acts that are in it."""
    acknowledged = {int(act): digest for act, digest in (line.split() for line in said)}
    with StudyFile.open(folder) as study:
        prove(study)
        found = acts(study)
        must = known | acknowledged
        assert {act: found.get(act) for act in must} == must, kill
        # The one that was committed when its word had not gone out yet.
        assert len(found) - len(must) <= 1, kill
        before = content(study)
        assert study.undo() is not None and study.redo() is not None
        assert content(study) == before
        return acts(study)
