"""Two windows on one study, each a process: the one that reads sees what the other does, and takes its place."""

import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from other_window import OtherWindow
from proof import prove

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import content, small_study

from workbench.acts import codebook, history
from workbench.errors import StoreError, StudyBusy
from workbench.store import engine
from workbench.store.lookups.people import coders
from workbench.store.others import REPLACED
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.changes import Change, Kind


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_study(tmp_path / "study").close()
    return tmp_path / "study"


@pytest.fixture
def other(folder: Path) -> Iterator[OtherWindow]:
    with OtherWindow(folder) as window:
        yield window


def test_what_the_other_does_is_announced_like_own_acts(folder: Path, other: OtherWindow) -> None:
    other.done("open")
    heard: list[Change] = []
    with StudyFile.open(folder, read_only=True, coder="Ane") as study:
        study.listen(heard.append)
        assert study.catch_up() == [] == heard
        other.done("code Regn", "import P02")
        found = study.catch_up()
        assert found == heard and study.catch_up() == []
        assert [(one.verb, one.kind, dict(one.detail)) for one in found] == [
            ("code.add", Kind.DO, {"code": "Regn"}), ("transcript.add", Kind.DO, {"name": "P02"}),
        ]  # fmt: skip
        assert {one.name: one.id for one in coders(study)}["Kari"] == found[0].coder_id == found[1].coder_id
        added = study.live("code", name="Regn")[0]["id"]
        assert found[0].touched == {"code": frozenset({added})}
        assert found[1].touched["transcript"] == {study.live("transcript", name="P02")[0]["id"]}
        other.done("undo", "redo", "undo")
        kinds = [(one.verb, one.kind, one.act_id, one.touched) for one in study.catch_up()]
        undone = found[1].act_id, found[1].touched
        assert kinds == [("transcript.add", kind, *undone) for kind in (Kind.UNDO, Kind.REDO, Kind.UNDO)]
        other.done("together")
        (group,) = study.catch_up()
        assert group.verb == "codebook.import" and len(group.touched["code"]) == 2
        with pytest.raises(StoreError, match="open for reading only"):
            codebook.add(study, "Nei")


def test_own_acts_are_no_news_to_oneself(folder: Path) -> None:
    with StudyFile.open(folder) as study:
        codebook.add(study, "Regn")
        assert study.catch_up() == [] == study.take_desk()


def test_the_desk_is_taken_when_it_is_free(folder: Path, other: OtherWindow) -> None:
    other.done("open", "code Regn")
    with StudyFile.open(folder, read_only=True, coder="Per") as study:
        assert study.coder_id == coders(study)[0].id
        with pytest.raises(StudyBusy, match=rf"open in another workbench \(process {other.pid}, since \d\d:\d\d\)"):
            study.take_desk()
        assert study.read_only
        other.done("code Snø")
        assert [one.verb for one in study.catch_up()] == ["code.add"]
        other.done("code Vind", "close")
        heard: list[Change] = []
        study.listen(heard.append)
        taken = study.take_desk()
        assert not study.read_only and [dict(one.detail) for one in taken] == [{"code": "Vind"}] == [
            dict(one.detail) for one in heard[:1]
        ]
        # Only now could the one who sits here be written down.
        assert {one.name: one.id for one in coders(study)}["Per"] == study.coder_id
        codebook.add(study, "Sol")
        history.undo(study)
        assert "open in another workbench" in other.do("open")
        prove(study)
        end = content(study)
    other.done("open")
    with StudyFile.open(folder, read_only=True) as study:
        assert content(study) == end


def test_the_desk_of_one_who_was_killed_is_free(folder: Path, other: OtherWindow) -> None:
    other.done("open", "many 30")
    with StudyFile.open(folder, read_only=True) as study:
        other.kill()
        study.take_desk()
        assert len(study.live("code")) == 33
        codebook.add(study, "Regn")
        prove(study)


def test_the_one_file_holds_all_when_the_writer_has_left(folder: Path, other: OtherWindow, tmp_path: Path) -> None:
    other.done("open")
    with StudyFile.open(folder, read_only=True) as study:
        other.done("many 30", "import P02", "close")
        assert len(study.catch_up()) == 31
        end = content(study)
    log = folder / f"{FILE_NAME}-wal"
    assert not log.exists() or log.stat().st_size == 0
    (tmp_path / "sent").mkdir()
    shutil.copy(folder / FILE_NAME, tmp_path / "sent")
    with StudyFile.open(tmp_path / "sent") as study:
        assert content(study) == end


def test_asking_costs_nothing_when_nothing_was_written(folder: Path, other: OtherWindow) -> None:
    other.done("open", "many 300")
    with StudyFile.open(folder, read_only=True) as study:
        study.catch_up()
        begun = time.process_time()
        for _ in range(200):
            assert not study.catch_up()
        assert (time.process_time() - begun) / 200 < 0.001
        other.done("many 0", "code Regn")
        assert len(study.catch_up()) == 1


def test_a_study_that_was_moved_away_is_told_and_not_made_anew(folder: Path) -> None:
    with StudyFile.open(folder, read_only=True) as study:
        (folder / FILE_NAME).rename(folder / "moved")
        with pytest.raises(StoreError, match="is no longer there; it was moved or taken away"):
            study.catch_up()
        with pytest.raises(StoreError, match="There is no study in"):
            study.take_desk()
        assert study.read_only and not (folder / FILE_NAME).exists()
        (folder / "moved").rename(folder / FILE_NAME)
        assert study.catch_up() == []


@pytest.mark.skipif(os.name == "nt", reason="a file that is open cannot be replaced there")
def test_another_file_in_its_place_is_read_anew(folder: Path, tmp_path: Path) -> None:
    with small_study(tmp_path / "more") as more:
        codebook.add(more, "Regn")
    with StudyFile.open(folder, read_only=True) as study:
        os.replace(tmp_path / "more" / FILE_NAME, folder / FILE_NAME)
        assert [one.verb for one in study.catch_up()] == [REPLACED]
        assert len(study.live("code")) == 4 and study.catch_up() == []


def test_a_folder_that_lets_no_change_be_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, opened = engine.connect_to_read, list[int]()

    def still(path: Path, key: bytes | None = None) -> engine.Connection:
        opened.append(1)
        return engine.connect(path, read_only=True, more="&immutable=1", key=key) if len(opened) == 1 else real(path)

    monkeypatch.setattr(engine, "connect_to_read", still)
    with StudyFile.open(folder, read_only=True) as study:
        assert engine.is_still(study.db) and study.catch_up() == [] and len(opened) == 1
        with StudyFile.open(folder) as writer:
            codebook.add(writer, "Regn")
            assert [one.verb for one in study.catch_up()] == ["code.add"]
            assert not engine.is_still(study.db) and len(study.live("code")) == 4
            codebook.add(writer, "Snø")
            assert len(study.catch_up()) == 1 and len(opened) == 2
        study.take_desk()
        prove(study)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs two users: one who may write, one who may not")
def test_one_who_may_only_read_the_folder_sees_it_live(folder: Path, other: OtherWindow) -> None:
    code = """
    import os, sys
    from pathlib import Path
    import workbench.store.vault
    from workbench.store import engine
    from workbench.store.study_file import StudyFile
    os.setgid(65534); os.setuid(65534)
    with StudyFile.open(Path(sys.argv[1]), read_only=True) as study:
        print(engine.is_still(study.db), flush=True)
        for line in sys.stdin:
            print(*[one.verb for one in study.catch_up()], engine.is_still(study.db), flush=True)
            try:
                study.take_desk()
            except Exception as error:
                print(type(error).__name__, error, flush=True)
    """
    modes = {one: one.stat().st_mode for one in (folder, *folder.parents)}
    for one, mode in modes.items():
        if not mode & 0o001:
            one.chmod(mode | 0o055)
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, encoding="utf-8",
    ) as reader:  # fmt: skip
        assert reader.stdin is not None and reader.stdout is not None
        assert reader.stdout.readline() == f"{engine.wal_is_safe()}\n"
        other.done("open", "code Regn")
        reader.stdin.write("look\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "coder.add code.add False\n"
        assert reader.stdout.readline().startswith("StoreError")
        reader.stdin.close()
    for one, mode in modes.items():
        one.chmod(mode)


def test_a_copy_of_the_other_engine_reads_live_too(folder: Path) -> None:
    """Without safe write-ahead logging readers and writers take turns; news is seen all the same."""
    shutil.copytree(folder, folder.with_name("copy"))
    with StudyFile.open(folder.with_name("copy")) as writer:
        writer.rows("PRAGMA journal_mode=DELETE")
        with StudyFile.open(folder.with_name("copy"), read_only=True) as study:
            codebook.add(writer, "Regn")
            assert len(study.catch_up()) == 1 and len(study.live("code")) == 4


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite opens no encrypted study")
def test_an_encrypted_study_is_read_live_and_taken_over(tmp_path: Path) -> None:
    words = "tre små ord om natta"
    with StudyFile.create(tmp_path, "Natt", "nb", "Ane", passphrase=words) as writer:
        study = StudyFile.open(tmp_path, read_only=True, passphrase=words)
        codebook.add(writer, "Regn")
        assert [one.verb for one in study.catch_up()] == ["code.add"]
        with pytest.raises(StudyBusy):
            study.take_desk()
    study.take_desk()
    codebook.add(study, "Sol")
    study.close()
    with StudyFile.open(tmp_path, passphrase=words) as study:
        assert len(study.live("code")) == 2
