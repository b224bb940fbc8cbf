"""Replaying the history: to and fro, each act with the state it left."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from made_study import Researcher, ids, journal, small_study

from workbench.acts import codebook, replay, themes
from workbench.acts.replay import Replay
from workbench.errors import StudyError
from workbench.store.lookups.past import Past, PastCounts
from workbench.study.history import ActFilter, Thing


@pytest.mark.parametrize("ahead", [100, 3])
def test_there_and_back(tmp_path: Path, ahead: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_AHEAD", ahead)
    monkeypatch.setattr(replay, "_KEPT", 2 * ahead)
    with small_study(tmp_path / "study") as study:
        researcher = Researcher(study, random.Random(9))
        for _ in range(60):
            with suppress(StudyError):
                researcher.luck.choice(researcher.acts())()
        before = journal(study)
        acts = [row["id"] for row in study.rows("SELECT id FROM act ORDER BY id")]
        shown = Replay(study, ActFilter())
        assert (shown.count, shown.position) == (len(acts), 1)
        seen: list[tuple[int, PastCounts]] = []
        while True:
            assert shown.line is not None and shown.line.act_id == acts[shown.position - 1]
            seen.append((shown.line.act_id, shown.past.counts()))
            added, last = shown.added(), seen[-2][1] if len(seen) > 1 else PastCounts(0, 0, 0, 0, 0)
            assert all(getattr(last, name) + by == getattr(seen[-1][1], name) for name, by in added.items())
            if not shown.next():
                break
        assert shown.position == len(acts) and not shown.next()
        for act, numbers in reversed(seen):
            assert shown.line.act_id == act and shown.past.counts() == numbers == Past(study, act).counts()
            shown.previous()
        assert shown.position == 1 and not shown.previous()
        shown.last()
        assert (shown.line.act_id, shown.position, shown.past.counts()) == (acts[-1], len(acts), seen[-1][1])
        shown.first()
        assert (shown.line.act_id, shown.position) == (acts[0], 1)
        shown.go_to(acts[7])
        assert (shown.line.act_id, shown.position) == (acts[7], 8) and shown.previous() and shown.position == 7
        assert journal(study) == before


def test_a_period_passes_over_what_lies_between(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        theme = themes.add(study, "Hvile")
        codebook.add(study, "Regn")
        themes.gather(study, theme, ids(study, "code")[0])
        shown = Replay(study, ActFilter(kinds=("theme",)))
        assert shown.count == 2 and shown.past.counts() == PastCounts(1, 3, 1, 1, 0)
        assert shown.added()["themes"] == 1 and shown.added()["codes"] == 0
        assert shown.next() and shown.past.counts().codes == 4
        # The code that came between is there, but this act did not bring it.
        assert shown.added()["codes"] == 0 and [row.table for row in shown.rows()] == ["theme_code"]
        assert shown.passage() is None
        life = Replay(study, ActFilter(about=Thing("code", ids(study, "code")[0])))
        assert [row.table for row in life.rows()] == ["code"] and life.count == 2


def test_nothing_to_replay(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        shown = Replay(study, ActFilter(words="finnes ikke"))
        assert (shown.count, shown.position, shown.line, shown.rows(), shown.passage()) == (0, 0, None, [], None)
        assert not shown.next() and not shown.previous()
        shown.first()
        shown.last()
        assert shown.line is None and shown.past.counts() == PastCounts(0, 0, 0, 0, 0)
