"""10,000 random steps over every act there is: undone to the start's hash, done again to the end's, over reopenings.

`WORKBENCH_STEPS=100000` for a night.
"""

import os
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from made_study import Researcher, content, small_study

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from proof import prove

from workbench.acts import codebook, history
from workbench.errors import StudyError
from workbench.store import engine
from workbench.store.study_file import StudyFile

WALK = 500
# Without safe write-ahead logging each step waits for the disk five times.
WALKS = max(1, int(os.environ.get("WORKBENCH_STEPS", "10000" if engine.wal_is_safe() else "1000")) // WALK)
LOOK_EVERY = 20


class Walk:
    """One walk over one study: `at` acts are done since its start, `marks` are the hashes it had at some of them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.luck = random.Random(seed)
        self.study = small_study(folder)
        self.researcher = Researcher(self.study, self.luck)
        self.at = 0
        self.waiting = 0
        self.marks = {0: content(self.study)}

    def reopen(self) -> None:
        self.study.close()
        self.study = self.researcher.study = StudyFile.open(self.study.folder)

    def act(self) -> bool:
        """Carry out an act, or some as one step; tell whether that changed anything."""
        last = self.study.value("SELECT max(id) FROM act")
        with suppress(StudyError):
            if self.luck.random() < 0.1:
                with self.study.together("codebook.import", {"file": "a.csv"}):
                    for _ in range(self.luck.randrange(1, 5)):
                        with suppress(StudyError):
                            self.luck.choice(self.researcher.acts())()
            else:
                self.luck.choice(self.researcher.acts())()
        if self.study.value("SELECT max(id) FROM act") == last:
            return False
        self.at, self.waiting = self.at + 1, 0
        self.marks = {at: mark for at, mark in self.marks.items() if at < self.at}
        return True

    def back(self) -> None:
        assert self.study.undo()
        self.at, self.waiting = self.at - 1, self.waiting + 1

    def again(self) -> None:
        assert self.study.redo()
        self.at, self.waiting = self.at + 1, self.waiting - 1

    def look(self) -> None:
        """What the study was here before, it is."""
        mark = content(self.study)
        assert self.marks.setdefault(self.at, mark) == mark, self.at

    def step(self) -> bool:
        chosen = self.luck.random()
        if chosen < 0.08 and self.at:
            self.back()
        elif chosen < 0.15 and self.waiting:
            self.again()
        elif not any(self.act() for _ in range(4)):  # some refuse: they are of the walk only when one goes through
            return False
        if self.at in self.marks or self.luck.random() < 1 / LOOK_EVERY:
            self.look()
        return True


@pytest.mark.parametrize("seed", range(WALKS))
def test_undone_to_the_start_and_done_again_to_the_end(tmp_path: Path, seed: int) -> None:
    walk = Walk(tmp_path / "study", seed)
    steps = 0
    while steps < WALK:
        steps += walk.step()
        if walk.luck.random() < 0.01:
            walk.reopen()
    while walk.waiting:
        walk.again()
    walk.look()
    end = walk.at
    assert end > WALK * 0.7 and len(walk.marks) > 10
    for turn in (walk.back, walk.again):
        aim = 0 if turn == walk.back else end
        while walk.at != aim:
            turn()
            if walk.at in walk.marks:
                walk.look()
            if walk.luck.random() < 0.005:
                walk.reopen()
        walk.reopen()
        walk.look()
    assert not history.waiting_redos(walk.study)
    prove(walk.study)
    walk.study.close()


def test_a_group_within_a_group_is_part_of_it(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before, heard = content(study), list[str]()
        study.listen(lambda change: heard.append(change.verb))
        with study.together("codebook.import", {}):
            with study.together("theme.gather_many", {}):
                codebook.add(study, "Regn")
            with suppress(StudyError), study.together("theme.gather_many", {}):
                codebook.add(study, "Vind")
                codebook.add(study, "Vind")
            codebook.add(study, "Snø")
        assert heard == ["codebook.import"]
        assert [row["name"] for row in study.live("code")][3:] == ["Regn", "Snø"]
        assert study.undo() and content(study) == before
        prove(study)
