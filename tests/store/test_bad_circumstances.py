"""Whatever happens to the file: one clear sentence, nothing changed, nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, memos, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StoreError, StudyBusy, StudyError
from workbench.store import engine
from workbench.store.schema import VERSION
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span
from workbench.study.transcripts import Role

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "study"
    with StudyFile.create(where, "Regn", "nb", "Ane") as study:
        turn = NewTurn("Det regnet hele natta, og jeg sov ikke et minutt før det lysnet over åsen." * 3, "P1",
                       Role.PARTICIPANT, "P1")  # fmt: skip
        place = transcripts.add(study, NewTranscript("P01", [turn], "P01.txt", "txt", "utf-8", "0"))
        coding.apply(study, place, Span(0, 10), codebook.add(study, "Regn"))
    return where


def refused(act: Callable[[], object], *words: str) -> str:
    with pytest.raises(StoreError) as caught:
        act()
    message = str(caught.value)
    assert all(one in message for one in words), message
    assert message[0].isupper() or message[0] in "/«" or ":" in message[:3]
    assert message.endswith(".") and "\n" not in message and "Traceback" not in message
    return message


def python(code: str, *arguments: str | Path, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", before + textwrap.dedent(code), *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, cwd=ROOT, check=False,
    )  # fmt: skip


def test_a_missing_study(tmp_path: Path) -> None:
    refused(lambda: StudyFile.open(tmp_path / "none"), "There is no study in", "workbench init")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("what", ["text", "garbage", "other", "empty", "header"])
def test_a_file_that_is_no_study_is_left_untouched(tmp_path: Path, folder: Path, what: str, read_only: bool) -> None:
    path = tmp_path / FILE_NAME
    if what == "other":
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE mine (x)")
        other.commit()
        other.close()
    else:
        kept = (folder / FILE_NAME).read_bytes()[:2_000]
        path.write_bytes({"text": "Kjære dagbok. ".encode() * 900, "garbage": os.urandom(9000), "empty": b"",
                          "header": kept}[what])  # fmt: skip
    before = path.read_bytes()
    message = refused(lambda: StudyFile.open(tmp_path, read_only=read_only), str(path))
    assert "not a study file" in message or "damaged" in message
    assert path.read_bytes() == before
    if what == "empty":
        return  # What a kill leaves of a study being made: it may be made anew, see test_making_cut_off.
    # The desk is free again, and nothing is made over the file.
    refused(lambda: StudyFile.create(tmp_path, "x", "nb", "Ane"), "already holds a study")
    refused(lambda: StudyFile.open(tmp_path), str(path))


def test_a_truncated_study_is_told_and_not_made_worse(folder: Path) -> None:
    path = folder / FILE_NAME
    whole = path.read_bytes()
    for part in (4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:part])

        def walk() -> None:
            with StudyFile.open(folder) as study:
                for table in ("code", "coding", "act", "change", "transcript"):
                    study.rows(f"SELECT * FROM {table}")
                study.rows("SELECT * FROM transcript_text")
                codebook.add(study, "Ny")
                if study.value("PRAGMA integrity_check") != "ok":
                    raise StoreError("Found by the check only.")

        refused(walk)
    path.write_bytes(whole)
    with StudyFile.open(folder) as study:
        assert study.value("PRAGMA integrity_check") == "ok"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_study_of_a_newer_workbench(folder: Path, read_only: bool) -> None:
    other = engine.connect(folder / FILE_NAME)
    other.execute(f"PRAGMA user_version={VERSION + 1}")
    other.close()
    before = (folder / FILE_NAME).read_bytes()
    refused(lambda: StudyFile.open(folder, read_only=read_only), "made by a newer workbench",
            f"format {VERSION + 1}, this one knows {VERSION}", "update the workbench", "left untouched")  # fmt: skip
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_damaged_desk_file(folder: Path) -> None:
    (folder / f"{FILE_NAME}-desk").write_bytes(b"x" * 4000)
    refused(lambda: StudyFile.open(folder), f"The file {FILE_NAME}-desk in {folder} is damaged", "delete it")
    (folder / f"{FILE_NAME}-desk").unlink()
    StudyFile.open(folder).close()


def test_names_that_are_needed_and_languages(tmp_path: Path) -> None:
    for given, words in (((" ", "nb", "Ane"), "needs a name"), (("x", "nb", "\n"), "name of its coder"),
                         (("x", "xx", "Ane"), "nb or en, not «xx»")):  # fmt: skip
        with pytest.raises(StudyError, match=words):
            StudyFile.create(tmp_path / "s", *given)
    assert not (tmp_path / "s").exists()
    (tmp_path / "file").write_text("x")
    refused(lambda: StudyFile.create(tmp_path / "file" / "s", "x", "nb", "Ane"), "cannot be made")


def test_a_study_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise engine.OperationalError("database or disk is full")

    monkeypatch.setattr("workbench.store.study_file.migrate", full)
    refused(lambda: StudyFile.create(tmp_path / "s", "x", "nb", "Ane"), "The disk of", "is full")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    StudyFile.create(tmp_path / "s", "x", "nb", "Ane").close()


def test_odd_folder_names(tmp_path: Path) -> None:
    for name in ("å ø # 100 % ? &mode=ro", "a'b\"c", "😴"):
        with StudyFile.create(tmp_path / name, "x", "nb", "Ane") as study:
            codebook.add(study, "a")
        with StudyFile.open(tmp_path / name, read_only=True) as study:
            assert [row["name"] for row in study.live("code")] == ["a"]


# Rights

_AS_NOBODY = """
import os
if os.name == "posix" and os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
"""


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights")
def test_a_folder_without_write_rights(folder: Path) -> None:
    # One after the other: they share the folders above, whose rights they change for a moment.
    for file_too in (False, True):
        _without_write_rights(folder, file_too)


def _without_write_rights(folder: Path, file_too: bool) -> None:
    code = """
    import sys
    from pathlib import Path
    from workbench.errors import StoreError
    from workbench.store.study_file import StudyFile
    from workbench.acts import codebook
    folder = Path(sys.argv[1])
    try:
        with StudyFile.open(folder) as study:
            codebook.add(study, "Ny")
        print("written")
    except StoreError as error:
        print(error)
    try:
        StudyFile.create(folder / "ny", "x", "nb", "Ane")
        print("made")
    except StoreError as error:
        print(error)
    with StudyFile.open(folder, read_only=True) as study:
        print(len(study.live("coding")), study.name)
    """
    (folder / f"{FILE_NAME}-desk").unlink(missing_ok=True)
    # Whoever is not the superuser must get through to the folder.
    modes = {one: one.stat().st_mode for one in folder.parents if not one.stat().st_mode & 0o001}
    try:
        for one, mode in modes.items():
            one.chmod(mode | 0o011)
        (folder / FILE_NAME).chmod(0o444 if file_too else 0o666)
        folder.chmod(0o555)
        # Whoever is nobody may not be able to read Python's own folder.
        used = "workbench.store.study_file, workbench.acts.codebook, workbench.study.attribution"
        copied = python(code, folder, before=f"import {used}\n{_AS_NOBODY}")
    finally:
        folder.chmod(0o755)
        for one, mode in modes.items():
            one.chmod(mode)
    assert copied.returncode == 0, copied.stderr
    first, second, third = copied.stdout.splitlines()
    assert str(folder) in first and "Check that the folder exists and is yours" in first
    assert "cannot be made" in second
    assert third == "1 Regn"
    assert sorted(one.name for one in folder.iterdir()) == [FILE_NAME]


# Others at the desk


def test_a_second_process_is_told_who_is_at_the_desk(folder: Path) -> None:
    code = """
    import sys
    from pathlib import Path
    from workbench.errors import StudyBusy
    from workbench.store.study_file import StudyFile
    try:
        StudyFile.open(Path(sys.argv[1]))
    except StudyBusy as error:
        print(error)
    with StudyFile.open(Path(sys.argv[1]), read_only=True) as study:
        print(len(study.live("code")))
        study.keep_desk("room", "codes")
        try:
            with study.writing("code.add", {}):
                pass
        except Exception as error:
            print(type(error).__name__, error)
    """
    with StudyFile.open(folder) as study:
        codebook.add(study, "Ny")
        ran = python(code, folder)
        busy, codes, readonly = ran.stdout.splitlines()
        assert f"(process {os.getpid()}, since " in busy and "close it there first. Nothing was changed." in busy
        assert codes == "2"
        assert readonly.startswith("StoreError The study in") and "reading only; nothing was changed" in readonly
        with pytest.raises(StudyBusy):
            StudyFile.open(folder)
        codebook.add(study, "Nyere")
    StudyFile.open(folder).close()


def test_a_reader_sees_what_is_written_meanwhile(folder: Path) -> None:
    with StudyFile.open(folder) as study, StudyFile.open(folder, read_only=True, coder="Ukjent") as reader:
        codebook.add(study, "Ny")
        assert len(reader.live("code")) == 2
        assert reader.coder_id == study.coder_id
        for act in (reader.undo, reader.redo):
            refused(act, "reading only")


# What the database refuses


@pytest.mark.parametrize(
    ("pragma", "words"),
    [
        ("query_only=ON", ("cannot be written to", "check your rights")),
        ("max_page_count=1", ("The disk of", "is full")),
    ],
)
def test_what_the_database_refuses_is_told(folder: Path, pragma: str, words: tuple[str, ...]) -> None:
    with StudyFile.open(folder) as study:
        before = study.value("SELECT count(*) FROM change")
        study.rows(f"PRAGMA {pragma}")
        refused(lambda: memos.write(study, "study", 0, "lang " * 20_000), *words)
        assert study.value("SELECT count(*) FROM change") == before
        study.rows("PRAGMA query_only=OFF")
        study.rows("PRAGMA max_page_count=1000000")
        memos.write(study, "study", 0, "kort")


def test_a_file_held_by_another_program(folder: Path) -> None:
    with StudyFile.open(folder) as study:
        study.rows("PRAGMA busy_timeout=20")
        other = engine.connect(folder / FILE_NAME)
        other.execute("BEGIN IMMEDIATE")
        refused(lambda: codebook.add(study, "Ny"), "in use by another program", "try again", "Nothing was changed")
        refused(lambda: study.keep_desk("room", 1), "in use by another program")
        refused(lambda: study.undo() and None, "in use by another program")
        other.execute("ROLLBACK")
        other.close()
        codebook.add(study, "Ny")


def test_broken_characters_are_refused_with_a_sentence(folder: Path) -> None:
    with StudyFile.open(folder) as study:
        refused(lambda: study.rows("SELECT ?", ("\ud800x",)), "«?x» holds broken characters")

        def act() -> None:
            with study.writing("code.add", {"code": "\ud800"}) as writer:
                writer.insert("code", {"guid": "g", "name": "a"})

        refused(act, "Nothing was changed")
        assert len(study.live("code")) == 1


# Crashes


def test_a_crash_between_begin_and_commit(folder: Path) -> None:
    code = """
    import os, sys
    from pathlib import Path
    from workbench.store.study_file import StudyFile
    study = StudyFile.open(Path(sys.argv[1]))
    with study.writing("code.add", {}) as writer:
        for number in range(3000):
            writer.insert("code", {"guid": str(number), "name": "halv" * 50})
        print("in the middle", flush=True)
        os._exit(9)
    """
    with StudyFile.open(folder) as study:
        acts = study.value("SELECT count(*) FROM act")
    ran = python(code, folder)
    assert ran.stdout == "in the middle\n", ran.stderr
    with StudyFile.open(folder) as study:
        assert (study.value("SELECT count(*) FROM act"), len(study.live("code"))) == (acts, 1)
        assert study.value("PRAGMA integrity_check") == "ok"


# The standard library's SQLite


def test_the_standard_library_does_when_the_other_engine_is_missing(tmp_path: Path) -> None:
    code = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from made_study import Researcher, content, small_study
    from workbench.errors import StoreError, StudyBusy, StudyError
    from workbench.store import engine
    from workbench.store.study_file import StudyFile
    import random, sqlite3
    assert engine.DatabaseError is sqlite3.DatabaseError
    folder = Path(sys.argv[1])
    study = small_study(folder)
    researcher = Researcher(study, random.Random(2))
    for _ in range(80):
        try:
            researcher.luck.choice(researcher.acts())()
        except StudyError:
            pass
    end = content(study)
    study.close()
    with StudyFile.open(folder) as study:
        try:
            StudyFile.open(folder)
        except StudyBusy:
            print("busy")
        while study.undo():
            pass
        while study.redo():
            pass
        assert content(study) == end
        mode = study.value("PRAGMA journal_mode")
        assert (mode == "wal") == engine.wal_is_safe(), mode
    with StudyFile.open(folder, read_only=True) as study:
        assert content(study) == end
    (folder / "study.workbench").write_text("ikke en studie")
    try:
        StudyFile.open(folder)
    except StoreError as error:
        print("damaged" in str(error))
    """
    hidden = "import sys\nsys.modules['sqlcipher3'] = sys.modules['sqlcipher3.dbapi2'] = None\n"
    ran = python(code, tmp_path / "s", HERE.parent / "acts", before=hidden)
    assert (ran.stdout, ran.stderr) == ("busy\nTrue\n", "")
    shutil.rmtree(tmp_path / "s")


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 7), True),
     ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True), ((4, 0, 0), True)],
)  # fmt: skip
def test_write_ahead_logging_only_where_it_keeps_all(version: tuple[int, ...], safe: bool) -> None:
    assert engine.wal_is_safe(version) is safe
