"""An encrypted study: nothing of it is readable on the disk, it is never half-opened, and it is never lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from locked import PASSPHRASE, PLANTED, found, holds, needs_cipher, plant, planted_study

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import Researcher, content, ids, small_study

from workbench.acts import codebook, coding
from workbench.errors import StoreError, StudyBusy, StudyError, StudyLocked, WrongPassphrase
from workbench.store import backups, convert, engine, key_file, restore, vault
from workbench.store.backup_names import Reason
from workbench.store.keeper import Keeper
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span

HERE = Path(__file__).parent
pytestmark = needs_cipher


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY_KIB", 256)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An encrypted study with a backup, made once, and what it holds."""
    folder = tmp_path_factory.mktemp("made") / "study"
    was, vault.MEMORY_KIB = vault.MEMORY_KIB, 256
    try:
        held = planted_study(folder)
        backups.make(folder / FILE_NAME, Reason.HAND, key=vault.unlock(folder / FILE_NAME, PASSPHRASE))
    finally:
        vault.MEMORY_KIB = was
    return folder, held


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "study"))


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    planted_study(tmp_path / "plain", None)
    backups.make(tmp_path / "plain" / FILE_NAME, Reason.HAND)
    return tmp_path / "plain"


def key_of(folder: Path) -> bytes:
    return vault.unlock(folder / FILE_NAME, PASSPHRASE)


def refused(act: Callable[[], object], *words: str, kind: type[StoreError] = StoreError) -> str:
    with pytest.raises(kind) as caught:
        act()
    message = str(caught.value)
    assert all(one in message for one in words), message
    assert message.endswith(".") and "\n" not in message and not any(word in message for word in PLANTED.values())
    return message


def python(code: str, *arguments: object, **env: str) -> "subprocess.Popen[str]":
    paths = os.pathsep.join(map(str, (HERE, HERE.parent / "acts", HERE.parents[1])))
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, **env},
    )  # fmt: skip


# A whole journey


def test_a_journey_on_an_encrypted_study(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path, "Natt", "nb", "Ane", passphrase=PASSPHRASE) as study:
        recovery = study.recovery_key
        plant(study)
    with StudyFile.open(tmp_path, passphrase=PASSPHRASE, coder="Bo") as study:
        before = content(study)
        marked = coding.apply(study, ids(study, "transcript")[0], Span(70, 90), ids(study, "code")[0])
        after = content(study)
        assert study.undo() is not None and content(study) == before
        assert study.redo() is not None and content(study) == after
        assert study.live("coding", id=marked) and study.recovery_key == ""
    key = vault.unlock(tmp_path / FILE_NAME, recovery=recovery)
    holds(tmp_path, after, None, key)
    with StudyFile.open(tmp_path, key=key, read_only=True) as study:
        assert study.value("SELECT count(*) FROM turn_words WHERE turn_words MATCH 'skjærgårdslegevakta'") == 1


def test_random_acts_undone_and_done_again(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    convert.encrypt(tmp_path, PASSPHRASE)
    with StudyFile.open(tmp_path, passphrase=PASSPHRASE) as study:
        start, researcher = content(study), Researcher(study, random.Random(3))
        for _ in range(120):
            try:
                researcher.luck.choice(researcher.acts())()
            except StudyError:
                continue
        while study.redo():
            pass
        end = content(study)
        steps = 0
        while study.undo():
            steps += 1
        assert steps > 20 and content(study) != end and start != end
        for _ in range(steps):
            study.redo()
        assert content(study) == end
    holds(tmp_path, end)


# Nothing is readable


WORKING = """
import sys, os
from pathlib import Path
from locked import PASSPHRASE, plant
from workbench.acts import coding
from workbench.store.backup_names import Reason
from workbench.store.keeper import Keeper
from workbench.store.study_file import StudyFile
study = StudyFile.create(Path(sys.argv[1]), "Vårflommen", "nb", "Ragnhild", passphrase=PASSPHRASE)
Keeper(study, print)
plant(study)
study.about_to(Reason.MERGE)
study.guard.settle()
study.undo()
# Sorting and statements too large for memory make temporary files where they are made at all.
study.db.execute("PRAGMA cache_size=5")
study.rows("SELECT * FROM transcript_text x, change c, change d ORDER BY x.body || c.after || d.before LIMIT 1")
study.db.execute("BEGIN IMMEDIATE")
for number in range(3000):
    study.db.execute("INSERT INTO desk VALUES (?, ?)", (f"Lakselvprøven {number}", "skjærgårdslegevakta" * 40))
print("open", flush=True)
sys.stdin.readline()
"""


def test_no_planted_word_on_the_disk_while_open_and_after_a_kill(tmp_path: Path) -> None:
    folder, temporary = tmp_path / "study", tmp_path / "tmp"
    temporary.mkdir()
    with python(WORKING, folder, TMPDIR=str(temporary), SQLITE_TMPDIR=str(temporary)) as process:
        assert process.stdout is not None and process.stdout.readline() == "open\n"
        assert (folder / f"{FILE_NAME}-wal").stat().st_size > 100_000
        assert len(list((folder / "backups").glob("*.workbench"))) == 1
        assert not found(folder, temporary)
        process.send_signal(signal.SIGKILL)
    assert (folder / f"{FILE_NAME}-wal").stat().st_size > 100_000
    assert not found(folder, temporary) and not list(temporary.iterdir())
    with StudyFile.open(folder, passphrase=PASSPHRASE) as study:
        assert study.name == "Vårflommen" and not found(folder)
    assert not found(folder)


def test_the_plain_words_are_found_where_they_stand(plain: Path) -> None:
    """The test before looks at what it should: in a plain study every word is found."""
    hits = found(plain)
    assert {one.split(": ")[1] for one in hits} == set(PLANTED.values())


def test_backups_by_the_keeper_and_restoring_stay_encrypted(folder: Path, made: tuple[Path, str]) -> None:
    with StudyFile.open(folder, passphrase=PASSPHRASE) as study:
        keeper = Keeper(study, pytest.fail)
        codebook.add(study, "Ny kode")
        keeper.finish()
    kept = backups.listed(folder / FILE_NAME)
    assert len(kept) == 2 and backups.inside(kept[0], key_of(folder)).codes == 2
    restore.restore(folder, kept[-1], key=key_of(folder))
    holds(folder, made[1])
    assert not found(folder)


# What is given is wrong, or nothing is


def test_nothing_given_and_the_wrong_words(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    for how in ({}, {"read_only": True}):
        refused(partial(StudyFile.open, folder, **how), "is encrypted", kind=StudyLocked)
        refused(partial(StudyFile.open, folder, passphrase="feil", **how), kind=WrongPassphrase)
        refused(partial(StudyFile.open, folder, key=bytes(32), **how), "another study")
    refused(lambda: StudyFile.create(folder, "Ny", "nb", "Bo"), "already holds a study")
    refused(lambda: StudyFile.create(folder, "Ny", "nb", "Bo", passphrase=PASSPHRASE), "already holds a study")
    assert (folder / FILE_NAME).read_bytes() == before


def test_the_key_file_of_another_study(folder: Path, tmp_path: Path, made: tuple[Path, str]) -> None:
    planted_study(tmp_path / "other")
    own = engine.key_path(folder / FILE_NAME)
    kept = own.read_bytes()
    shutil.copy(engine.key_path(tmp_path / "other" / FILE_NAME), own)
    refused(lambda: StudyFile.open(folder, passphrase=PASSPHRASE), "belongs to another study", str(own.name))
    # One that holds the right data key under another study's name is refused too.
    key_file.write(folder / FILE_NAME, vault.make("another", PASSPHRASE, key_of(made[0])).file)
    refused(lambda: StudyFile.open(folder, passphrase=PASSPHRASE), "belongs to another study")
    own.write_bytes(kept)
    holds(folder, made[1])


def test_a_missing_or_damaged_key_file_names_its_copy(folder: Path, made: tuple[Path, str]) -> None:
    own = engine.key_path(folder / FILE_NAME)
    copy = key_file.copies(folder / FILE_NAME)[0]
    own.unlink()
    refused(lambda: StudyFile.open(folder, passphrase=PASSPHRASE), "is missing; copy", str(copy))
    own.write_bytes(b"{")
    refused(lambda: StudyFile.open(folder, passphrase=PASSPHRASE), "is damaged", "backups")
    shutil.copy(copy, own)
    copy.unlink()
    holds(folder, made[1])
    assert copy.read_bytes() == own.read_bytes()


def test_cut_and_flipped_files_are_refused_or_whole(folder: Path, made: tuple[Path, str]) -> None:
    path, key = folder / FILE_NAME, key_of(folder)
    whole, luck = path.read_bytes(), random.Random(11)
    pages = len(whole) // 4096

    def broken() -> Iterator[bytes]:
        cut = [*(luck.randrange(len(whole)) for _ in range(20)), 1, 15, 100, 4095, 4096, 8192, len(whole) - 1]
        yield from (whole[:length] for length in cut)
        for at in [*range(0, 120, 7), *(luck.randrange(len(whole)) for _ in range(60))]:
            yield whole[:at] + bytes([whole[at] ^ (1 << luck.randrange(8))]) + whole[at + 1 :]
        for _ in range(10):
            one, other = luck.randrange(pages) * 4096, luck.randrange(pages) * 4096
            yield whole[:one] + whole[other : other + 4096] + whole[one + 4096 :]

    stopped = 0
    for held in broken():
        path.write_bytes(held)
        for tail in ("-wal", "-shm"):
            path.with_name(path.name + tail).unlink(missing_ok=True)
        try:
            with StudyFile.open(folder, key=key) as study:
                assert content(study) == made[1]
                assert study.value("PRAGMA quick_check") == "ok"
        except StoreError as error:
            message = str(error)
            stopped += 1
            assert message.endswith(".") and not any(word in message for word in PLANTED.values())
            assert "damaged" in message or "not a study file" in message or "another study" in message, message
    assert stopped > 90
    path.write_bytes(whole)
    holds(folder, made[1])


def test_a_torn_log(tmp_path: Path) -> None:
    """Whatever is cut from the log or flipped in it: the study opens as it was after some act."""
    code = """
import sys, os
from pathlib import Path
from locked import PASSPHRASE
from made_study import content
from workbench.acts import codebook
from workbench.store.study_file import StudyFile
study = StudyFile.create(Path(sys.argv[1]), "Logg", "nb", "Ane", passphrase=PASSPHRASE)
study.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
print(content(study), flush=True)
for number in range(12):
    codebook.add(study, f"Kode {number}")
    print(content(study), flush=True)
os._exit(9)
"""
    with python(code, tmp_path / "study") as process:
        assert process.stdout is not None
        states = process.stdout.read().split()
    assert len(states) == 13
    folder, luck = tmp_path / "study", random.Random(1)
    log = folder / f"{FILE_NAME}-wal"
    files = {one: one.read_bytes() for one in (folder / FILE_NAME, log)}
    key = vault.unlock(folder / FILE_NAME, PASSPHRASE)
    for _ in range(40):
        for one, held in files.items():
            one.write_bytes(held)
        (folder / f"{FILE_NAME}-shm").unlink(missing_ok=True)
        at = luck.randrange(len(files[log]))
        torn = files[log][:at]
        if luck.random() < 0.5:
            torn += bytes([files[log][at] ^ 16]) + files[log][at + 1 :]
        log.write_bytes(torn)
        with StudyFile.open(folder, key=key) as study:
            assert content(study) in states
            assert study.value("PRAGMA integrity_check") == "ok"


def test_the_standard_library_refuses_an_encrypted_study(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from locked import PASSPHRASE
from workbench.errors import StoreError
from workbench.store import convert
from workbench.store.study_file import StudyFile
for act in (lambda: StudyFile.open(Path(sys.argv[1]), passphrase=PASSPHRASE),
            lambda: StudyFile.open(Path(sys.argv[1]), read_only=True),
            lambda: StudyFile.create(Path(sys.argv[1]) / "ny", "x", "nb", "Ane", passphrase=PASSPHRASE),
            lambda: convert.encrypt(Path(sys.argv[1]), PASSPHRASE)):
    try:
        act()
    except StoreError as error:
        print(error)
"""
    with python(code, folder, WORKBENCH_SQLITE="standard") as process:
        said, complained = process.communicate()
    assert said.count("need the Python package sqlcipher3") == 4 and not complained
    assert not (folder / "ny").exists() and not found(folder)


_AS_NOBODY = """
import importlib, os, pkgutil
import workbench.store
import cryptography.hazmat.primitives.ciphers.aead, cryptography.hazmat.primitives.kdf.argon2
# Read while it may be: nobody may look into the folder that the packages lie in.
for package in pkgutil.walk_packages(workbench.store.__path__, "workbench.store."):
    importlib.import_module(package.name)
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
"""


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights")
def test_read_where_nothing_may_be_written(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from locked import PASSPHRASE
from made_study import content
from workbench.errors import StoreError
from workbench.store import convert, vault
from workbench.store.study_file import StudyFile
"""
    code += _AS_NOBODY
    code += """
folder = Path(sys.argv[1])
with StudyFile.open(folder, passphrase=PASSPHRASE, read_only=True) as study:
    print(content(study))
key = vault.unlock(folder / "study.workbench", PASSPHRASE)
for act in (lambda: StudyFile.open(folder, passphrase=PASSPHRASE), lambda: convert.decrypt(folder, key),
            lambda: convert.change_passphrase(folder, key, "et nytt passord")):
    try:
        act()
    except StoreError as error:
        print("refused")
"""
    with StudyFile.open(folder, passphrase=PASSPHRASE) as study:
        held = content(study)
    modes = {one: one.stat().st_mode for one in (folder, *folder.parents) if not one.stat().st_mode & 0o001}
    try:
        for one, mode in modes.items():
            one.chmod(mode | 0o011)
        folder.chmod(0o555)
        (folder / "backups").chmod(0o555)
        with python(code, folder) as process:
            said, complained = process.communicate()
    finally:
        (folder / "backups").chmod(0o755)
        folder.chmod(0o755)
        for one, mode in modes.items():
            one.chmod(mode)
    assert (said.split(), complained) == ([held, "refused", "refused", "refused"], "")


def test_a_plain_study_is_spared_what_encryption_needs(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from workbench.store.study_file import StudyFile
StudyFile.create(Path(sys.argv[1]), "Enkel", "nb", "Ane").close()
StudyFile.open(Path(sys.argv[1])).close()
print([name for name in ("cryptography", "workbench.store.vault", "workbench.store.key_file") if name in sys.modules])
"""
    with python(code, tmp_path) as process:
        assert process.communicate() == ("[]\n", "")


# Making


def test_what_a_kill_left_of_making_one_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for stage in ("nothing", "empty database"):
        made = vault.make("left", PASSPHRASE)
        key_file.write(path, made.file)
        path.unlink(missing_ok=True)
        if stage == "nothing":
            path.touch()
        else:
            connection = engine.connect(path, key=made.data_key)
            engine.prepare(connection, read_only=False)
            connection.close()
            refused(lambda: StudyFile.create(tmp_path, "Studie", "nb", "Anna", passphrase="et annet ord"), "already")
        with StudyFile.create(tmp_path, "Studie", "nb", "Anna", passphrase=PASSPHRASE) as study:
            assert study.name == "Studie"
        holds(tmp_path, content(StudyFile.open(tmp_path, passphrase=PASSPHRASE, read_only=True)))


def test_one_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise engine.OperationalError("database or disk is full")

    monkeypatch.setattr("workbench.store.study_file.migrate", full)
    refused(lambda: StudyFile.create(tmp_path / "s", "x", "nb", "Ane", passphrase=PASSPHRASE), "is full")
    refused(lambda: StudyFile.create(tmp_path / "s", "x", "nb", "Ane", passphrase="kort"), "too short")
    assert list(tmp_path.iterdir()) == []


# Converting


def test_both_ways_and_back_keeps_every_row(plain: Path) -> None:
    with StudyFile.open(plain) as study:
        held = content(study)
        everything = {
            row[0]: study.rows(f'SELECT * FROM "{row[0]}" ORDER BY 1, 2')
            for row in study.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
            if row[0] not in ("setting", "desk") and not row[0].startswith("sqlite_")
        }
    done = convert.encrypt(plain, PASSPHRASE)
    assert done.backups == 1 and not done.left
    assert not found(plain)
    assert all(engine.is_encrypted(one) for one in plain.rglob("*.workbench"))
    holds(plain, held)
    with StudyFile.open(plain, passphrase=PASSPHRASE) as study:
        for table, rows in everything.items():
            assert [tuple(row) for row in study.rows(f'SELECT * FROM "{table}" ORDER BY 1, 2')] == [
                tuple(row) for row in rows
            ], table
        assert study.value("PRAGMA journal_mode") == "wal"
    key = vault.unlock(plain / FILE_NAME, recovery=done.recovery)
    backup = backups.listed(plain / FILE_NAME)[0]
    assert backups.inside(backup, key).codes == 1
    done = convert.decrypt(plain, key)
    assert done == convert.Converted(1)
    holds(plain, held, None)
    assert backups.inside(backup).codes == 1
    assert not engine.key_path(plain / FILE_NAME).exists() and len(key_file.copies(plain / FILE_NAME)) == 1
    convert.encrypt(plain, "et nytt passord")
    holds(plain, held, "et nytt passord")
    assert not found(plain)


def test_converting_what_is_so_already(folder: Path, plain: Path) -> None:
    refused(lambda: convert.encrypt(folder, PASSPHRASE), "is encrypted already")
    refused(lambda: convert.decrypt(plain, bytes(32)), "is not encrypted")
    refused(lambda: convert.encrypt(plain, "kort"), "too short")
    refused(lambda: convert.encrypt(plain / "none", PASSPHRASE), "no study")
    assert not engine.key_path(plain / FILE_NAME).exists()


def test_somebody_at_the_desk_or_reading(plain: Path, folder: Path) -> None:
    with StudyFile.open(plain), pytest.raises(StudyBusy):
        convert.encrypt(plain, PASSPHRASE)
    with StudyFile.open(plain, read_only=True) as reader:
        reader.rows("SELECT * FROM code")
        refused(lambda: convert.encrypt(plain, PASSPHRASE), "is being read by another workbench")
    with StudyFile.open(folder, passphrase=PASSPHRASE), pytest.raises(StudyBusy):
        convert.change_passphrase(folder, key_of(folder), "et nytt passord")


def test_the_wrong_key_decrypts_nothing(folder: Path, made: tuple[Path, str]) -> None:
    refused(lambda: convert.decrypt(folder, bytes(32)), "another study")
    holds(folder, made[1])
    assert not found(folder)


def test_a_linked_study_and_its_log_are_turned_where_they_lie(plain: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.workbench"
    shutil.move(plain / FILE_NAME, real)
    (plain / FILE_NAME).symlink_to(real)
    convert.encrypt(plain, PASSPHRASE)
    assert (plain / FILE_NAME).is_symlink() and not found(plain, tmp_path / "elsewhere")


def test_a_backup_that_cannot_be_encrypted_stops_it(plain: Path) -> None:
    backup = backups.listed(plain / FILE_NAME)[0].path
    backup.write_bytes(backup.read_bytes()[:9000])
    refused(lambda: convert.encrypt(plain, PASSPHRASE), "A backup would stay plain", str(backup), "encrypt again")
    assert not engine.is_encrypted(plain / FILE_NAME)
    backup.unlink()
    convert.encrypt(plain, PASSPHRASE)


def test_what_copies_that_were_cut_off_left_goes_too(plain: Path) -> None:
    half = (plain / FILE_NAME).read_bytes()
    (plain / "backups" / ".stversions").mkdir()
    for name in (f"{FILE_NAME}-restoring", f".{FILE_NAME}.part", "backups/.study half.workbench.part"):
        (plain / name).write_bytes(half)
    convert.encrypt(plain, PASSPHRASE)
    assert not found(plain)


def test_a_backup_of_an_earlier_key_is_left(folder: Path, made: tuple[Path, str]) -> None:
    early = backups.listed(folder / FILE_NAME)[0].path
    kept = early.read_bytes()
    convert.decrypt(folder, key_of(folder))
    convert.encrypt(folder, PASSPHRASE)
    early.write_bytes(kept)
    done = convert.decrypt(folder, key_of(folder))
    assert done.left == (f"backups/{early.name}",)
    holds(folder, made[1], None)
    assert len(key_file.copies(folder / FILE_NAME)) == 2


def test_passphrase_and_recovery_key_are_changed_and_backups_open(folder: Path, made: tuple[Path, str]) -> None:
    key = key_of(folder)
    convert.change_passphrase(folder, key, "et nytt passord")
    recovery = convert.new_recovery_key(folder, key)
    refused(lambda: StudyFile.open(folder, passphrase=PASSPHRASE), kind=WrongPassphrase)
    holds(folder, made[1], "et nytt passord")
    again = vault.unlock(folder / FILE_NAME, recovery=recovery)
    assert backups.inside(backups.listed(folder / FILE_NAME)[0], again).transcripts == 1
    assert key_file.copies(folder / FILE_NAME)[0].read_bytes() == engine.key_path(folder / FILE_NAME).read_bytes()


# Cut off


@pytest.mark.skipif(os.name == "nt", reason="no forks there")
@pytest.mark.parametrize("how", ["step", "moment"])
@pytest.mark.parametrize("direction", ["encrypt", "decrypt"])
def test_killed_while_converting(tmp_path: Path, folder: Path, plain: Path, direction: str, how: str) -> None:
    source = plain if direction == "encrypt" else folder
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (HERE, HERE.parent / "acts", HERE.parents[1])))}
    ran = subprocess.run(
        [sys.executable, str(HERE / "converting_process.py"), str(source), str(tmp_path), direction, how,
         "200" if how == "step" else "12"],
        capture_output=True, text=True, env=env, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    was_plain, was_encrypted, times = map(int, ran.stdout.split())
    assert was_plain + was_encrypted == times
    if how == "step":
        assert was_plain > 3 and was_encrypted > 3 and times < 200


def test_an_error_at_every_step_leaves_old_or_new(plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with StudyFile.open(plain) as study:
        held = content(study)
    failures = at = 0
    real = {name: getattr(os, name) for name in ("fsync", "replace")}
    done = False
    while not done:
        at += 1
        folder = Path(shutil.copytree(plain, tmp_path / f"{at}"))
        left = [at]

        def wrapped(name: str, left: list[int], *given: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(28, "No space left on device")
            return real[name](*given)

        with monkeypatch.context() as patched:
            for name in real:
                patched.setattr(os, name, partial(wrapped, name, left))
            try:
                convert.encrypt(folder, PASSPHRASE)
            except StoreError as error:
                failures += 1
                assert "No space left" in str(error)
        done = left[0] > 0
        holds(folder, held, PASSPHRASE if engine.is_encrypted(folder / FILE_NAME) else None)
        assert not list(folder.rglob("*.part*"))
    assert failures > 6
