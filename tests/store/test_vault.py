"""The key file: it opens by passphrase and recovery key, by nothing else, and says in a sentence why not."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import StoreError, WrongPassphrase
from workbench.store import engine, key_file, recovery_key, vault
from workbench.store.vault import Made

PASSPHRASE = "fire grå katter på taket"
ROOT = Path(__file__).parents[2]
needs_cipher = pytest.mark.skipif(not engine.can_encrypt(), reason="encrypted studies need sqlcipher3")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of the memory: what is tested does not hang on it."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 256)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "study.workbench").touch()
    return tmp_path / "study.workbench"


@pytest.fixture
def made(study: Path) -> Made:
    made = vault.make("guid-1", PASSPHRASE)
    key_file.write(study, made.file)
    return made


def refused(study: Path, *words: str, passphrase: str | None = None, recovery: str | None = None) -> StoreError:
    with pytest.raises(StoreError) as caught:
        vault.unlock(study, passphrase, recovery)
    message = str(caught.value)
    assert all(one in message for one in words), message
    assert message.endswith(".") and "\n" not in message
    return caught.value


def test_both_ways_in(study: Path, made: Made) -> None:
    assert len(made.data_key) == 32
    assert vault.unlock(study, PASSPHRASE) == made.data_key
    assert vault.unlock(study, recovery=made.recovery) == made.data_key
    assert vault.unlock(study, recovery=made.recovery.lower().replace("-", " ")) == made.data_key
    words = engine.key_path(study).read_text()
    assert made.data_key.hex() not in words and "grå" not in words and made.recovery[:5] not in words
    assert [one.read_text() for one in key_file.copies(study)] == [words]


def test_a_passphrase_is_the_same_however_its_letters_are_typed(study: Path) -> None:
    made = vault.make("g", "Blåbærsyltetøy ﬁn")
    key_file.write(study, made.file)
    assert vault.unlock(study, "Bla\u030abærsyltetøy fin") == made.data_key


def test_the_wrong_passphrase_and_the_wrong_recovery_key(study: Path, made: Made) -> None:
    for words in ("", PASSPHRASE.upper(), f"{PASSPHRASE} ", "x" * 5000, "\ud800"):
        assert isinstance(refused(study, "does not open", passphrase=words), WrongPassphrase)
    wrong = refused(study, "does not open", "a newer one was made", recovery=recovery_key.make())
    assert isinstance(wrong, WrongPassphrase)


@pytest.mark.parametrize(
    ("words", "why"),
    [("kort nok", ""), ("k" * 7, "too short"), ("", "too short"), ("æ" + "o\u0308" * 6, "too short"),
     ("pil\x1b[Dpil", "no letter"), ("tab\ttabtab", "no letter")],
)  # fmt: skip
def test_what_a_new_passphrase_must_be(words: str, why: str) -> None:
    if not why:
        assert vault.checked_passphrase(words) == words
        return
    with pytest.raises(StoreError, match=why):
        vault.make("g", words)


def test_a_new_passphrase_ends_the_old_one(study: Path, made: Made) -> None:
    key_file.write(study, vault.change_passphrase(key_file.read(study), made.data_key, "et helt annet ord"))
    assert vault.unlock(study, "et helt annet ord") == made.data_key
    assert vault.unlock(study, recovery=made.recovery) == made.data_key
    refused(study, "does not open", passphrase=PASSPHRASE)
    assert len(key_file.copies(study)) == 1
    assert key_file.copies(study)[0].read_bytes() == engine.key_path(study).read_bytes()


def test_a_new_recovery_key_ends_the_old_one(study: Path, made: Made) -> None:
    file, recovery = vault.new_recovery_key(key_file.read(study), made.data_key)
    key_file.write(study, file)
    assert vault.unlock(study, recovery=recovery) == vault.unlock(study, PASSPHRASE) == made.data_key
    refused(study, "a newer one was made", recovery=made.recovery)


def test_no_wrap_passes_for_another(study: Path, made: Made) -> None:
    """Neither the wraps of one file swapped nor those of another study open anything."""
    other = vault.make("guid-2", PASSPHRASE, made.data_key)
    for study_guid, which in (("guid-1", other.file.passphrase), ("guid-1", made.file.recovery)):
        mixed = key_file.KeyFile(study_guid, made.file.key, made.file.made, 256, 3, 4, which, made.file.recovery)
        key_file.write(study, mixed)
        refused(study, "does not open", passphrase=PASSPHRASE)


def test_any_byte_flipped_is_told_as_damage(study: Path, made: Made) -> None:
    path = engine.key_path(study)
    whole = path.read_bytes()
    luck = random.Random(5)
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << luck.randrange(8))]) + whole[at + 1 :])
        message = str(refused(study, passphrase=PASSPHRASE))
        assert "is damaged" in message or "newer workbench" in message, (at, message)


@pytest.mark.parametrize("part", [0, 1, 40, 300, -3, -200])
def test_a_cut_key_file(study: Path, made: Made, part: int) -> None:
    path = engine.key_path(study)
    path.write_bytes(path.read_bytes()[:part])
    refused(study, "is damaged", "backups", passphrase=PASSPHRASE)


@pytest.mark.parametrize("content", [b"[]", b"null", b"{}", b'{"format": "workbench-key", "version": 1}', b"\xff\xfe"])
def test_other_content(study: Path, content: bytes) -> None:
    engine.key_path(study).write_bytes(content)
    refused(study, "is damaged", passphrase=PASSPHRASE)


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 1 << 40), ("passes", 10**9), ("lanes", 0), ("key", "../../x"), ("memory_kib", 1)],
)
def test_a_key_file_that_asks_for_too_much(study: Path, made: Made, field: str, value: object) -> None:
    """A file from elsewhere, its sum in order, cannot make the machine reckon for hours or write elsewhere."""
    path = engine.key_path(study)
    content = {**json.loads(path.read_bytes()), field: value}
    del content["check"]
    content["check"] = key_file.sum_of(content)
    path.write_text(json.dumps(content))
    refused(study, "is damaged", passphrase=PASSPHRASE)


def test_a_newer_key_file(study: Path, made: Made) -> None:
    path = engine.key_path(study)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "version": 2}))
    refused(study, "newer workbench", passphrase=PASSPHRASE)


def test_a_missing_key_file_and_its_copy(study: Path, made: Made) -> None:
    engine.key_path(study).unlink()
    copy = key_file.copies(study)[0]
    refused(study, "is missing; copy", str(copy), passphrase=PASSPHRASE)
    copy.unlink()
    refused(study, "is missing; put it back", passphrase=PASSPHRASE)


def test_a_key_file_of_an_earlier_key_is_kept(study: Path, made: Made) -> None:
    key_file.copies(study)[0].unlink()
    before = engine.key_path(study).read_bytes()
    key_file.write(study, vault.make("guid-1", PASSPHRASE).file)
    assert len(key_file.copies(study)) == 2
    assert before in [one.read_bytes() for one in key_file.copies(study)]
    assert engine.key_path(study).read_bytes() != before


def test_a_key_file_that_cannot_be_written(study: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    before = engine.key_path(study).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(StoreError, match="cannot be written"):
        key_file.write(study, vault.make("guid-1", PASSPHRASE).file)
    assert engine.key_path(study).read_bytes() == before
    assert not list(study.parent.rglob("*.part"))


# The recovery key


def test_every_single_error_in_a_recovery_key_is_told() -> None:
    key = recovery_key.make()
    assert recovery_key.read(key) == key and len(key) == 47
    letters = key.replace("-", "")
    for at, letter in enumerate(letters):
        for other in recovery_key.LETTERS:
            if other != letter:
                with pytest.raises(StoreError, match=f"Group {at // 5 + 1} of the recovery key"):
                    recovery_key.read(letters[:at] + other + letters[at + 1 :])
        pair = letters[at : at + 2]
        if at % 5 < 4 and pair[0] != pair[1]:
            with pytest.raises(StoreError, match="mistyped"):
                recovery_key.read(letters[:at] + pair[::-1] + letters[at + 2 :])


def test_groups_in_the_wrong_order_are_told() -> None:
    groups = recovery_key.make().split("-")
    groups[1], groups[5] = groups[5], groups[1]
    with pytest.raises(StoreError, match="Group 2 "):
        recovery_key.read("-".join(groups))


@pytest.mark.parametrize(
    ("typed", "why"), [("", "0 were typed"), ("BCDFG", "5 were typed"), ("BCDFO", "no «O»"), ("B1", "no «1»")]
)
def test_what_is_no_recovery_key(typed: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        recovery_key.read(typed)


# The engine


@pytest.fixture
def database(study: Path) -> bytes:
    key = bytes(range(32))
    connection = engine.connect(study, key=key)
    engine.prepare(connection, read_only=False)
    connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
    connection.executemany("INSERT INTO t (b) VALUES (?)", [("Solveig i Lakselv " * 20,)] * 500)
    connection.close()
    return key


@needs_cipher
def test_what_is_encrypted(study: Path, database: bytes, tmp_path: Path) -> None:
    assert engine.is_encrypted(study)
    assert b"Solveig" not in study.read_bytes()
    plain, text, empty = (tmp_path / name for name in ("plain", "text", "empty"))
    connection = engine.connect(plain)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    text.write_text("Kjære dagbok. " * 900)
    empty.touch()
    assert not any(engine.is_encrypted(one) for one in (plain, text, empty))
    for read_only in (False, True):
        connection = engine.connect_to_read(study, database) if read_only else engine.connect(study, key=database)
        assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 500
        connection.close()


@needs_cipher
def test_a_key_of_another_study_and_damage_are_told_apart(study: Path, database: bytes) -> None:
    for opened in (engine.connect, engine.connect_to_read):
        with pytest.raises(StoreError, match="belongs to another study"):
            opened(study, key=bytes(32)).close()
    whole = study.read_bytes()
    study.write_bytes(whole[:300] + bytes([whole[300] ^ 4]) + whole[301:])
    for opened in (engine.connect, engine.connect_to_read):
        with pytest.raises(StoreError, match="is damaged"):
            opened(study, key=database).close()


LOUD = """
import sys
from pathlib import Path
from workbench.errors import StoreError
from workbench.store import engine
path, whole = Path(sys.argv[1]), Path(sys.argv[1]).read_bytes()
def read(key):
    try:
        connection = engine.connect(path, key=key)
        try:
            connection.execute("SELECT sum(length(b)) FROM t").fetchone()
        finally:
            connection.close()
    except (StoreError, engine.DatabaseError):
        return 1
    return 0
failed = read(bytes(32)) + read(b"x" * 32)
for at in range(7, len(whole), 4096 * 3):
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
    failed += read(bytes(range(32)))
for length in (100, 4095, 4096, 9000, len(whole) - 1):
    path.write_bytes(whole[:length])
    failed += read(bytes(range(32)))
print(failed > 10)
"""


@needs_cipher
def test_nothing_reaches_the_terminal_past_us(study: Path, database: bytes) -> None:
    ran = subprocess.run([sys.executable, "-c", LOUD, str(study)], capture_output=True, text=True, cwd=ROOT, check=True)
    assert (ran.stdout, ran.stderr) == ("True\n", "")


def test_the_standard_library_says_what_is_missing(tmp_path: Path) -> None:
    code = """
import sys
sys.modules['sqlcipher3'] = sys.modules['sqlcipher3.dbapi2'] = None
from pathlib import Path
from workbench.errors import StoreError
from workbench.store import engine
try:
    engine.connect(Path(sys.argv[1]), key=bytes(32))
except StoreError as error:
    print(error)
"""
    path = tmp_path / "study.workbench"
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=ROOT, check=True)
    assert "encrypted studies need the Python package sqlcipher3" in ran.stdout and "pip install" in ran.stdout
    assert not path.exists()


@needs_cipher
def test_an_online_backup_between_connections_of_one_key(study: Path, database: bytes, tmp_path: Path) -> None:
    source, target = engine.connect(study, key=database), engine.connect(tmp_path / "backup", key=database)
    source.backup(target)
    source.close()
    target.close()
    assert engine.is_encrypted(tmp_path / "backup") and b"Solveig" not in (tmp_path / "backup").read_bytes()
    backup = engine.connect_to_read(tmp_path / "backup", database)
    assert backup.execute("SELECT count(*) FROM t").fetchone()[0] == 500
    backup.close()
