"""A log or a study file that was cut or altered: old or new state of each act, or a sentence; never halves."""

import os
import random
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from nursery import Nursery
from proof import acts, prove

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import Researcher, content, small_study

from workbench.errors import StoreError, StudyError
from workbench.store import engine
from workbench.store.schema import ATTACHED, BESIDE, JOURNALLED
from workbench.store.study_file import FILE_NAME, StudyFile

PLACES = 200
needs_a_log = pytest.mark.skipif(
    os.name == "nt" or not engine.wal_is_safe(),
    reason="a log is left by killing a process (no SIGKILL and no fork there), and by a SQLite that keeps one safely",
)


def damaged(whole: bytes, luck: random.Random) -> bytes:
    """Return it cut, or with one bit turned."""
    at = luck.randrange(len(whole))
    if luck.random() < 0.4:
        return whole[:at]
    return whole[:at] + bytes([whole[at] ^ 1 << luck.randrange(8)]) + whole[at + 1 :]


@needs_a_log
def test_a_torn_log_leaves_a_state_that_was(tmp_path: Path) -> None:
    luck = random.Random(7)
    small_study(tmp_path / "left").close()
    with Nursery() as nursery:
        nursery.begin("leave_a_log", tmp_path / "left", 7)
        nursery.listen(30.0, until="ready")
        nursery.kill()
        states = [tuple(line.split()) for line in nursery.said("state")]
    assert len(states) > 25
    log = f"{FILE_NAME}-wal"
    study_bytes, log_bytes = ((tmp_path / "left" / name).read_bytes() for name in (FILE_NAME, log))
    lengths: set[int] = set()
    for number in range(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(study_bytes)
        (folder / log).write_bytes(damaged(log_bytes, luck))
        with StudyFile.open(folder) as study:
            prove(study)
            found = list(acts(study).items())
            place = next(at for at, (act, digest, _) in enumerate(states) if (int(act), digest) == found[-1])
            assert content(study) == states[place][2]
            assert study.undo() is not None and study.redo() is not None
            assert content(study) == states[place][2]
        lengths.add(place)
    # Not the same old state each time: what was whole in the log is there.
    assert len(lengths) > len(states) // 2


def seen(study: StudyFile) -> tuple[str, list[str], dict[int, str]]:
    """Return all a researcher could see: rows, texts, history."""
    texts = [str(row["body"]) for row in study.rows("SELECT body FROM transcript_text ORDER BY revision_id")]
    return content(study), texts, acts(study)


def test_a_damaged_file_is_told_or_reads_as_before(tmp_path: Path) -> None:
    luck = random.Random(8)
    with small_study(tmp_path / "whole") as study:
        researcher = Researcher(study, luck)
        for _ in range(300):
            with suppress(StudyError):
                luck.choice(researcher.acts())()
        before = seen(study)
    whole = (tmp_path / "whole" / FILE_NAME).read_bytes()
    outcome: Counter[str] = Counter()
    for number in range(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        bad = damaged(whole, luck)
        (folder / FILE_NAME).write_bytes(bad)
        try:
            with StudyFile.open(folder) as study:
                same = seen(study) == before
                # A cut can only have hit a free page.
                assert same or len(bad) == len(whole)
                outcome["same" if same else "a letter became another"] += 1
                # What SQLite can see, it saw: the tables and their indexes fit together.
                for table in (*JOURNALLED, *ATTACHED, *BESIDE):
                    assert study.value(f'PRAGMA integrity_check("{table}")') == "ok"
        except StoreError as error:
            assert str(error).endswith(".") and "Nothing was changed" in str(error) and "\n" not in str(error)
            assert (folder / FILE_NAME).read_bytes() == bad
            outcome["told"] += 1
    assert outcome["told"] > PLACES * 0.4 and outcome["a letter became another"] < PLACES * 0.15, outcome


def test_a_damaged_file_can_still_be_looked_at(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        page = study.value("SELECT rootpage FROM sqlite_master WHERE name = 'memo_about'")
        size = study.value("PRAGMA page_size")
        before = content(study)
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: (page - 1) * size] + bytes(size) + whole[page * size :])
    with pytest.raises(StoreError, match="is damaged"):
        StudyFile.open(tmp_path)
    with StudyFile.open(tmp_path, read_only=True) as study:
        assert content(study) == before
    path.write_bytes(whole)
    StudyFile.open(tmp_path).close()


@needs_a_log
def test_a_large_file_is_looked_through_after_a_crash_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.soundness._SMALL_BYTES", 1)
    small_study(tmp_path).close()
    asked: list[str] = []
    real = engine.prepare

    def watched(connection: engine.Connection, *, read_only: bool) -> None:
        real(connection, read_only=read_only)
        connection.set_trace_callback(lambda sql: asked.append(sql))

    monkeypatch.setattr(engine, "prepare", watched)
    StudyFile.open(tmp_path).close()
    assert asked and not any("quick_check" in sql or "integrity_check" in sql for sql in asked)
    with Nursery() as nursery:
        nursery.begin("leave_a_log", tmp_path)
        nursery.listen(30.0, until="ready")
        nursery.kill()
    StudyFile.open(tmp_path).close()
    assert any("quick_check" in sql for sql in asked)
