"""Backups are whole copies of one moment, made beside the work; what fails is told once and removes nothing."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook, coding, transcripts
from workbench.acts.transcripts import NewTurn
from workbench.errors import StoreError
from workbench.store import backups, copying, engine, keeper
from workbench.store.backup_names import BULK, UNFINISHED, Reason, name_of
from workbench.store.keeper import Keeper
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span
from workbench.study.transcripts import Role

NOW = datetime(2026, 11, 22, 14, 5, 33)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Regn", "nb", "Ane") as made:
        codebook.add(made, "Regn")
        yield made


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


def names(study: StudyFile) -> list[str]:
    return sorted(path.name for path in (study.folder / "backups").iterdir())


def codes(path: Path) -> list[str]:
    with closing(engine.connect(path, read_only=True, more="&immutable=1")) as copy:
        return [row[0] for row in copy.execute("SELECT name FROM code WHERE deleted = 0 ORDER BY id")]


def test_a_backup_is_one_file_that_holds_the_study(study: StudyFile) -> None:
    made = backups.make(study.path, Reason.HAND, now=NOW)
    assert names(study) == ["study 2026-11-22 14.05.33 by hand.workbench"]
    assert codes(made.path) == ["Regn"] and made.size == made.path.stat().st_size
    # Its header says that no log belongs to it, so that a copy of this one file is the whole of it.
    assert made.path.read_bytes()[18:20] == b"\x01\x01"
    held = backups.inside(made)
    assert (held.transcripts, held.codes, held.codings, held.verb) == (0, 1, 0, "code.add")
    assert held.act_id == study.value("SELECT max(id) FROM act") and held.detail == {"code": "Regn"}
    assert names(study) == [made.name]


def test_two_of_one_second(study: StudyFile) -> None:
    first, second = (backups.make(study.path, Reason.HAND, now=NOW) for _ in range(2))
    assert backups.listed(study.path) == [second, first] and second.at - first.at == timedelta(seconds=1)


def test_it_shows_the_moment_it_was_begun(study: StudyFile) -> None:
    begun = threading.Event()
    pace = copying.Pace(gentle=True)

    def pinned() -> None:
        begun.set()
        if engine.wal_is_safe():
            assert written.wait(10)

    written = threading.Event()
    thread = threading.Thread(target=lambda: backups.make(study.path, Reason.MERGE, now=NOW, pace=pace, pinned=pinned))
    thread.start()
    assert begun.wait(10)
    codebook.add(study, "Senere")
    written.set()
    thread.join()
    if engine.wal_is_safe():
        assert codes(backups.listed(study.path)[0].path) == ["Regn"]
    assert [row["name"] for row in study.live("code")] == ["Regn", "Senere"]


def test_one_called_off_leaves_nothing(study: StudyFile) -> None:
    with pytest.raises(copying.CopyStopped):
        backups.make(study.path, Reason.WORK, pace=copying.Pace(stop=True))
    assert names(study) == []


def test_what_was_cut_off_is_swept_away_later(study: StudyFile) -> None:
    backups.make(study.path, Reason.HAND, now=NOW)
    left, running = (study.folder / "backups" / f".study 2026-01-01 00.00.0{n} at close.workbench.part" for n in (0, 1))
    mine = study.folder / "backups" / "mine.part"
    for path in (left, running, mine):
        path.write_bytes(b"x")
    os.utime(left, (0, 0))
    os.utime(mine, (0, 0))
    backups.make(study.path, Reason.HAND, now=NOW + timedelta(hours=1))
    assert not left.exists() and running.exists() and mine.exists()


def test_what_was_cut_off_in_this_very_second_is_left_alone(study: StudyFile) -> None:
    whole = backups.make(study.path, Reason.HAND, now=NOW)
    rest = whole.path.with_name(f".{whole.name}{UNFINISHED}")
    rest.write_bytes(whole.path.read_bytes()[:20_000])
    whole.path.unlink()
    made = backups.make(study.path, Reason.HAND, now=NOW)
    assert made.name != whole.name and codes(made.path) == ["Regn"]
    assert rest.stat().st_size == 20_000


def test_old_ones_go_and_what_is_not_ours_stays(study: StudyFile) -> None:
    folder = study.folder / "backups"
    for hours in range(0, 240, 4):
        backups.make(study.path, Reason.WORK, now=NOW - timedelta(hours=hours))
    foreign = folder / "study 2020-01-01 00.00.00 eget arkiv.workbench"
    foreign.write_text("mitt")
    before = {one.name for one in backups.listed(study.path)}
    backups.make(study.path, Reason.WORK, now=NOW + timedelta(seconds=1))
    after = {one.name for one in backups.listed(study.path)}
    assert after < before | {name_of(NOW + timedelta(seconds=1), Reason.WORK)}
    assert foreign.exists() and foreign.name not in after


def test_a_damaged_study_is_not_copied_over_good_backups(study: StudyFile) -> None:
    for number in range(200):
        codebook.add(study, f"Kode {number}")
    good = backups.make(study.path, Reason.HAND, now=NOW)
    study.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    study.close()
    whole = bytearray(study.path.read_bytes())
    for page in range(8, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    study.path.write_bytes(bytes(whole))
    with pytest.raises(StoreError, match=r"damaged|malformed") as told:
        backups.make(study.path, Reason.CLOSE, now=NOW + timedelta(hours=1))
    assert str(told.value).endswith(".") and names(study) == [good.name]


@pytest.mark.parametrize("trouble", ["room", "folder", "disk"])
def test_what_fails_is_told_and_leaves_nothing(study: StudyFile, monkeypatch: pytest.MonkeyPatch, trouble: str) -> None:
    if trouble == "room":
        monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    elif trouble == "folder":
        (study.folder / "backups").write_text("in the way")
    else:

        def full(*_: Any) -> None:
            raise engine.OperationalError("database or disk is full")

        monkeypatch.setattr(copying, "_carry_over", full)
    with pytest.raises(StoreError, match="The study is as it was") as told:
        backups.make(study.path, Reason.WORK)
    words = {"room": "has 0 MB left, and a backup needs 3", "folder": "exists", "disk": "disk is full"}
    assert words[trouble] in str(told.value)
    if trouble != "folder":
        assert names(study) == []


def test_finding_one(study: StudyFile, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no backup in .* yet"):
        backups.named(study.path, "1")
    old, new = (backups.make(study.path, Reason.HAND, now=NOW + timedelta(days=day)) for day in (0, 1))
    assert backups.named(study.path, "1") == new and backups.named(study.path, "2") == old
    assert backups.named(study.path, old.name) == backups.named(study.path, old.path.stem) == old
    elsewhere = tmp_path / "from a stick.workbench"
    elsewhere.write_bytes(old.path.read_bytes())
    assert backups.named(study.path, str(elsewhere)).path == elsewhere
    for wanted in ("0", "3", "x"):
        with pytest.raises(StoreError, match="see `workbench backups` for the 2 there are"):
            backups.named(study.path, wanted)


# The keeper


def test_each_half_hour_of_change(study: StudyFile) -> None:
    clock, told = Clock(), list[str]()
    kept = Keeper(study, told.append, clock=clock)
    for minutes, work in ((0, True), (29, True), (1, False), (30, True), (10, True), (300, False)):
        clock.later(minutes=minutes)
        if work:
            codebook.add(study, f"Kode {clock.now:%H%M}")
        kept.tick()
        kept.settle()
    reasons = [(one.at - NOW, one.reason) for one in reversed(backups.listed(study.path))]
    assert reasons == [
        (timedelta(), Reason.WORK), (timedelta(minutes=30), Reason.WORK), (timedelta(minutes=60), Reason.WORK),
        (timedelta(minutes=370), Reason.WORK),
    ]  # fmt: skip
    kept.finish()
    assert len(backups.listed(study.path)) == 4 and not told and study.guard is None


def test_at_the_end_only_what_changed(study: StudyFile) -> None:
    clock = Clock()
    Keeper(study, lambda _: None, clock=clock).finish()
    clock.later(minutes=1)
    Keeper(study, lambda _: None, clock=clock).finish()
    assert [one.reason for one in backups.listed(study.path)] == [Reason.CLOSE]
    codebook.add(study, "Ny")
    Keeper(study, lambda _: None, clock=clock).finish(older_than=keeper.EVERY)
    assert len(backups.listed(study.path)) == 1
    clock.later(minutes=30)
    Keeper(study, lambda _: None, clock=clock).finish(older_than=keeper.EVERY)
    assert len(backups.listed(study.path)) == 2


def test_before_a_large_change(study: StudyFile) -> None:
    kept = Keeper(study, lambda _: None, clock=Clock())
    study.about_to(Reason.MERGE)
    codebook.add(study, "Fra en kollega")
    kept.settle()
    (made,) = backups.listed(study.path)
    assert made.reason is Reason.MERGE and codes(made.path) == ["Regn"]
    study.undo()
    study.about_to(Reason.IMPORT)
    study.about_to(Reason.IMPORT)
    kept.settle()
    assert [one.reason for one in backups.listed(study.path)] == [Reason.IMPORT, Reason.MERGE]


def test_a_failure_is_told_once_and_again_after_it_went_well(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, told = Clock(), list[str]()
    kept = Keeper(study, told.append, clock=clock)

    def work() -> None:
        for _ in range(3):
            clock.later(minutes=31)
            codebook.add(study, f"Kode {clock.now:%d%H%M}")
            for _ in range(2):
                kept.tick()
                kept.settle()

    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    work()
    assert len(told) == 1 and "has 0 MB left" in told[0] and backups.listed(study.path) == []
    monkeypatch.undo()
    work()
    assert len(told) == 1 and len(backups.listed(study.path)) == 3
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    work()
    kept.finish()
    assert len(told) == 2 and len(study.live("code")) == 10


def test_a_study_open_for_reading_gets_none(study: StudyFile) -> None:
    with StudyFile.open(study.folder, read_only=True) as reader:
        kept = Keeper(reader, lambda _: None, clock=Clock())
        kept.tick()
        reader.about_to(Reason.MERGE)
        kept.finish()
    assert not (study.folder / "backups").exists()


def test_a_migration_makes_its_backup_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import lzma

    released = Path(__file__).parent / "released" / "format-1.workbench.xz"
    (tmp_path / FILE_NAME).write_bytes(before := lzma.decompress(released.read_bytes()))
    with monkeypatch.context() as patched:
        patched.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
        with pytest.raises(StoreError, match="has to be brought up to date, and the backup before that failed"):
            StudyFile.open(tmp_path)
    with StudyFile.open(tmp_path):
        (made,) = backups.listed(tmp_path / FILE_NAME)
    assert made.reason is Reason.MIGRATION and backups.inside(made).format == 1
    with closing(engine.connect(made.path, read_only=True, more="&immutable=1")) as copy:
        tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
        kept = [tuple(row) for row in copy.execute(tables)]
    (tmp_path / "was.db").write_bytes(before)
    with closing(engine.connect(tmp_path / "was.db")) as was:
        assert kept == [tuple(row) for row in was.execute(tables)]


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_the_backup_of_an_encrypted_study_is_encrypted(tmp_path: Path) -> None:
    key = bytes(range(32))
    path = tmp_path / FILE_NAME
    with closing(engine.connect(path, key=key)) as made:
        engine.prepare(made, read_only=False)
        made.execute("CREATE TABLE t (words TEXT)")
        made.execute("INSERT INTO t VALUES ('hemmeligheten')")
        made.execute("PRAGMA application_id=1")
    kept = backups.make(path, Reason.HAND, key=key)
    assert engine.is_encrypted(kept.path) and b"hemmeligheten" not in kept.path.read_bytes()
    with closing(engine.connect(kept.path, read_only=True, more="&immutable=1", key=key)) as copy:
        assert copy.execute("SELECT words FROM t").fetchone()[0] == "hemmeligheten"
    with pytest.raises(StoreError):
        backups.inside(kept, bytes(32))


def test_before_many_codings_are_touched_at_once(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path, "Regn", "nb", "Ane") as study:
        kept = Keeper(study, lambda _: None, clock=Clock())
        turn = NewTurn("regn " * 300, "P1", Role.PARTICIPANT, "P1")
        place = transcripts.add(study, transcripts.NewTranscript("P01", [turn], "x", "txt", "", ""))
        first, second = (codebook.add(study, name) for name in ("Regn", "Vær"))
        for number in range(BULK - 1):
            coding.apply(study, place, Span(number * 5, number * 5 + 4), first)
        codebook.merge(study, first, second)
        kept.settle()
        assert backups.listed(study.path) == []
        study.undo()
        coding.apply(study, place, Span(700, 704), first)
        codebook.merge(study, first, second)
        kept.settle()
        (made,) = backups.listed(study.path)
        assert made.reason is Reason.MERGE and codes(made.path) == ["Regn", "Vær"]
