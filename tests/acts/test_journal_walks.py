"""Random walks over every act: the journal takes all of it back and does all of it again."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from made_study import Researcher, content, journal, small_study

from workbench.acts import codebook, history
from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.changes import Change
from workbench.words.acts import ACTS

SEEDS = range(8)
# No undo steps (the first six), or acts of other rooms made of the same writer.
ELSEWHERE = {
    "study.create", "study.restore", "study.repair", "coder.add", "export.write", "export.trail", "codebook.merge",
    "shield.scan", "unknown",
}  # fmt: skip


def reopened(study: StudyFile) -> StudyFile:
    study.close()
    again = StudyFile.open(study.folder)
    again.db.execute("PRAGMA synchronous = OFF")
    return again


def do_one(researcher: Researcher, heard: list[Change]) -> bool:
    """Carry one act out and check its mark on the journal; return whether it changed anything."""
    study = researcher.study
    before, trail = content(study), journal(study)
    heard.clear()
    act = researcher.luck.choice(researcher.acts())
    try:
        act()
    except StudyError as error:
        assert str(error)
        assert (content(study), journal(study), heard) == (before, trail, [])
        return False
    lines, rows = journal(study)
    if len(lines) == len(trail[0]):
        assert (content(study), lines, heard) == (before, trail[0], [])
        return False
    assert len(lines) == len(trail[0]) + 1 == len(trail[0]) + len(heard)
    assert lines[-1][1] == heard[0].verb and lines[-1][2:4] == ("do", "done") and rows > trail[1]
    assert not any(line[3] == "undone" for line in lines)
    return True


@pytest.mark.parametrize("seed", SEEDS)
def test_there_and_back_and_there_again(tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    study = small_study(tmp_path / "study")
    heard: list[Change] = []
    states, at, done = [content(study)], 0, 0
    while study.undo():
        states.insert(0, content(study))
        at = 0
    assert len(states) == 6
    study.listen(heard.append)
    researcher = Researcher(study, luck)
    for _ in range(240):
        if luck.random() < 0.1:
            researcher.study = study = reopened(study)
            study.listen(heard.append)
        step = luck.random()
        if step < 0.07 and at > 0:
            history.undo(study)
            at -= 1
        elif step < 0.15 and at < len(states) - 1:
            history.redo(study)
            at += 1
        elif do_one(researcher, heard):
            done += 1
            at += 1
            states[at:] = [content(study)]
        assert content(study) == states[at]
        assert len(history.waiting_redos(study)) == len(states) - 1 - at
    assert done > 10
    for place in reversed(range(at)):
        if luck.random() < 0.1:
            study = reopened(study)
        history.undo(study)
        assert content(study) == states[place]
    for expected in states[1:]:
        history.redo(study)
        assert content(study) == expected
    with pytest.raises(StudyError, match="nothing to redo"):
        history.redo(study)
    assert study.value("PRAGMA integrity_check") == "ok" and not study.rows("PRAGMA foreign_key_check")
    study.close()


def test_every_act_is_walked_at_least_once(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        researcher = Researcher(study, random.Random(3))
        heard: list[Change] = []
        study.listen(heard.append)
        done: set[str] = set()
        wanted = {key.removeprefix("act.") for key in ACTS if key.startswith("act.")} - ELSEWHERE
        for _ in range(150):
            if done >= wanted:
                break
            # Each act once a round, in another order each time: what is rare comes as often as what is not.
            for at in researcher.luck.sample(range(len(researcher.acts())), len(researcher.acts())):
                with suppress(StudyError):
                    researcher.acts()[at]()
            done |= {change.verb for change in heard}
            heard.clear()
        start = content(study)
        assert done == wanted
        steps = 0
        while study.undo():
            steps += 1
        while study.redo():
            steps -= 1
        assert steps == 0 and content(study) == start


def test_a_new_act_makes_the_undone_ones_cleared(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        history.undo(study)
        history.undo(study)
        codebook.add(study, "Regn")
        lines = history.lines(study)
        assert [line.state for line in lines[:6]] == ["done", "log", "log", "cleared", "cleared", "done"]
        assert [line.kind.value for line in lines[:3]] == ["do", "undo", "undo"]
        with pytest.raises(StudyError, match="nothing to redo"):
            history.redo(study)
        while study.undo():
            pass
        with pytest.raises(StudyError, match="nothing to undo"):
            history.undo(study)
        assert study.name == "Nattevakt" and study.live("coder")


def test_an_error_inside_an_act_leaves_nothing(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        heard: list[Change] = []
        study.listen(heard.append)
        before = content(study), journal(study)
        for error in (KeyError, KeyboardInterrupt):
            with pytest.raises(error), study.writing("code.add", {}) as writer:
                writer.insert("code", {"guid": "g", "name": "halv"})
                raise error
            assert (content(study), journal(study)) == before
        assert not heard and study.undo() is not None
