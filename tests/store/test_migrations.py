"""Every study file that was released is brought up to date: the same content, and old acts can still be taken back."""

import json
import os
import random
import time
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from nursery import Nursery
from proof import acts, prove
from released import RELEASED, format_of, kept, missing, seen, unpack

from workbench.acts import history
from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.check import Severity, check, worst
from workbench.store.lookups import readings
from workbench.store.schema import VERSION
from workbench.store.study_file import StudyFile

MADE_ANEW = ("revision", "speaker")  # by format 2, from the turns
KILLS = int(os.environ.get("WORKBENCH_KILLS", "100")) // 2


def _format(file: Path) -> str:
    return file.name.removesuffix(".workbench.xz")


every_released = pytest.mark.parametrize("file", RELEASED, ids=_format)
# What is of the newest format already has nowhere to go.
every_older = pytest.mark.parametrize("file", RELEASED[: VERSION - 1], ids=_format)
needs_killing = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL and no fork there")


def assert_as_it_was(file: Path, folder: Path) -> None:
    """A migrated study holds what it held, and is sound."""
    with StudyFile.open(folder) as study:
        assert missing(kept(file), seen(study)) == []
        prove(study, MADE_ANEW)


def test_each_format_before_this_one_is_here() -> None:
    assert [int(one.name.split("-")[1].split(".")[0]) for one in RELEASED][: VERSION - 1] == list(range(1, VERSION))


@every_released
def test_the_content_stays(tmp_path: Path, file: Path) -> None:
    path = unpack(file, tmp_path)
    before = format_of(path)
    assert_as_it_was(file, tmp_path)
    assert format_of(path) == VERSION
    # What was there before lies among the backups, as it was.
    backups = sorted((tmp_path / "backups").iterdir())
    assert [format_of(one) for one in backups] == ([before] if before < VERSION else [])
    assert worst(check(path, thorough=True)) is Severity.NOTE
    # The second time there is nothing to do.
    held = path.read_bytes()
    with StudyFile.open(tmp_path, read_only=True) as study:
        assert missing(kept(file), seen(study)) == []
    assert path.read_bytes() == held


@every_released
def test_marks_of_having_read_are_finished_passes(tmp_path: Path, file: Path) -> None:
    path = unpack(file, tmp_path)
    with closing(engine.connect(path)) as connection:
        marks = connection.execute("SELECT transcript_id, coder_id, finished FROM reading WHERE deleted = 0").fetchall()
    with StudyFile.open(tmp_path) as study:
        found: list[tuple[int, int, str]] = []
        for coder in study.live("coder"):
            study.coder_id = coder["id"]
            for transcript_id, passes in readings.all_passes(study).items():
                assert passes.finished == len(passes.passes) and passes.begins(asked=True)
                found += [(transcript_id, coder["id"], one.finished) for one in passes.passes if not one.started]
    assert marks and sorted(found) == sorted((one["transcript_id"], one["coder_id"], one["finished"]) for one in marks)


def rows_before_each_act(path: Path) -> list[dict[tuple[str, int], dict[str, Any]]]:
    """Return the rows of a study as they were before each of its acts, the newest act first, from its journal."""
    with closing(engine.connect(path)) as connection:
        done = connection.execute("SELECT id FROM act WHERE kind = 'do' AND state = 'done' ORDER BY id DESC").fetchall()
        tables = {row[0] for row in connection.execute("SELECT DISTINCT tbl FROM change")}
        rows = {(one, row["id"]): dict(row) for one in tables for row in connection.execute(f'SELECT * FROM "{one}"')}
        changes = {
            act["id"]: connection.execute(
                "SELECT * FROM change WHERE act_id = ? ORDER BY id DESC", (act["id"],)
            ).fetchall()
            for act in done
        }
    states: list[dict[tuple[str, int], dict[str, Any]]] = []
    for act in done:
        for change in changes[act["id"]]:
            rows[change["tbl"], change["row_id"]].update(json.loads(change["before"]))
        states.append(deepcopy(rows))
    return states


@every_released
def test_old_acts_are_taken_back_and_done_again(tmp_path: Path, file: Path) -> None:
    expected = iter(rows_before_each_act(unpack(file, tmp_path)))
    with StudyFile.open(tmp_path) as study:
        end, steps = seen(study), 0
        first = history.next_undo(study)
        while study.undo():
            steps += 1
            for (table, row_id), values in next(expected).items():
                now = study.rows(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))[0]
                assert {name: now[name] for name in values} == values, (table, row_id)
        assert steps > 20 and next(expected, None) is None
    with StudyFile.open(tmp_path) as study:
        prove(study, MADE_ANEW)
        for _ in range(steps):
            assert study.redo()
        assert history.next_undo(study) == first
        prove(study, MADE_ANEW)
        assert worst(check(study.path, thorough=True)) is Severity.NOTE
        for told in (end, now_told := seen(study)):
            del told["history"]
        assert now_told == end


@every_older
def test_what_cannot_be_migrated_is_told(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = unpack(file, tmp_path)
    before, pages = schema(path), path.stat().st_size // engine.PAGE_BYTES
    with pytest.raises(StoreError, match=r"made by an older workbench .* open it once without --read-only"):
        StudyFile.open(tmp_path, read_only=True)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(StoreError, match="the backup before that failed; it was left as it is"):
        StudyFile.open(tmp_path)
    (tmp_path / "backups").unlink()
    real = engine.prepare

    def crammed(connection: engine.Connection, *, read_only: bool) -> None:
        real(connection, read_only=read_only)
        connection.execute(f"PRAGMA max_page_count={pages + 8}")

    monkeypatch.setattr(engine, "prepare", crammed)
    with pytest.raises(StoreError, match=r"The disk of .* is full; free some space and try again. Nothing was changed"):
        StudyFile.open(tmp_path)
    monkeypatch.undo()
    assert format_of(path) < VERSION and schema(path) == before
    assert_as_it_was(file, tmp_path)


# Cut off


def schema(path: Path) -> list[tuple[str, ...]]:
    with closing(engine.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name, type")
        return [tuple(row) for row in rows if not row["name"].startswith("sqlite_stat")]


@needs_killing
@every_older
def test_a_migration_that_was_cut_off(tmp_path: Path, file: Path) -> None:
    old = unpack(file, tmp_path / "old")
    new = unpack(file, tmp_path / "new")
    luck = random.Random(3)
    found: list[int] = []
    with Nursery() as nursery:
        begun = time.monotonic()
        nursery.begin("migrate", tmp_path / "new", -1)
        nursery.end()
        took, statements = time.monotonic() - begun, int(nursery.said("migrated")[0])
        whole = {format_of(one): schema(one) for one in (old, new)}
        # Between any two statements (the last of them all), and at any moment.
        some = range(0, statements - 8, max(1, 2 * statements // KILLS))
        for number in (*some, *range(statements - 8, statements), *[-1] * KILLS):
            path = unpack(file, folder := tmp_path / str(len(found)))
            nursery.begin("migrate", folder, number)
            if number < 0:
                nursery.listen(luck.uniform(0, 1.2 * took))
                nursery.kill()
            else:
                nursery.end()
                assert not nursery.said("migrated")
            found.append(format_of(path))
            # Wholly the one or wholly the other, down to each table and index.
            assert schema(path) == whole[found[-1]], number
            assert_as_it_was(file, folder)
            assert acts_of(folder) == acts_of(tmp_path / "new")
    assert {*found} == {format_of(old), VERSION} and statements > (100 if format_of(old) == 1 else 20)


def acts_of(folder: Path) -> list[int]:
    with StudyFile.open(folder, read_only=True) as study:
        return list(acts(study))
