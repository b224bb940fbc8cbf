"""Encrypted studies on the command line: made, opened, converted, and never opened by anything wrong."""

import getpass
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_study import Run

from workbench import words
from workbench.cli import passphrase as asking
from workbench.store import engine, vault
from workbench.store.study_file import FILE_NAME

PASSPHRASE = "fire grå katter på taket"
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not engine.can_encrypt(), reason="encrypted studies need sqlcipher3")


class Typist:
    """Types what it was given, one answer a question, and keeps the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        self.asked.append(question)
        answer = next(self.answers, None)
        if answer is None:
            raise EOFError
        return answer


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY_KIB", 256)
    monkeypatch.delenv(asking.VARIABLE, raising=False)
    monkeypatch.setattr(asking, "_has_terminal", lambda: False)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch):
    """Return a function that sits somebody at the terminal."""

    def sit(*answers: str) -> Typist:
        typist = Typist(*answers)
        monkeypatch.setattr(getpass, "getpass", typist)
        monkeypatch.setattr(asking, "_has_terminal", lambda: True)
        return typist

    return sit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "passphrase").write_text(f"{PASSPHRASE}\nthe rest does not count\n", encoding="utf-8")
    return tmp_path / "passphrase"


@pytest.fixture
def locked(on: Run, study: Path, file: Path) -> tuple[Path, str]:
    """Return an encrypted study's folder and its recovery key."""
    return study, on("encrypt", "--passphrase-file", file, "--json").json["recovery_key"]


def flat(text: str) -> str:
    """Return a paragraph without its line breaks."""
    return " ".join(text.split())


def plain_words(folder: Path) -> list[str]:
    return [
        f"{path.name}: {word}"
        for path in folder.rglob("*")
        if path.is_file()
        for word in ("savner", "Utenforskap", "Prøvestudie", "verkstedet")
        if word.encode() in path.read_bytes()
    ]


def test_a_study_made_encrypted_and_worked_on(cli: Run, tmp_path: Path, file: Path) -> None:
    folder = tmp_path / "ny"
    (tmp_path / "P01.txt").write_text(
        "Intervjuer: Hva skjer?\nP01: Jeg savner hagen i Prøvestudie.\n", encoding="utf-8"
    )
    home = ("--study", folder, "--passphrase-file", file)
    made = cli("init", *home, "--encrypted", "--name", "Prøvestudie")
    assert made.code == 0 and re.search(r"(?:[B-Z]{5}-){3}[B-Z]{5}\n +(?:[B-Z]{5}-){3}[B-Z]{5}\n", made.out)
    assert "A lost key file is a lost study" in flat(made.out) and "never again" in made.out
    assert cli("import", *home, tmp_path / "P01.txt").code == 0
    assert cli("codes", "add", *home, "Savn").code == 0
    assert cli("code", "P01", *home, "--turn", "2", "--words", "savner hagen", "--code", "Savn").code == 0
    assert "savner hagen" in cli("quotes", *home, "--code", "Savn").out
    assert cli("undo", *home).code == 0 and cli("redo", *home).code == 0
    assert len(cli("codings", *home, "--json").json) == 1
    assert cli("import", *home, "--dry-run", tmp_path / "P01.txt").code == 1
    assert not plain_words(folder)
    assert cli("codes", "--study", folder).code == 1


def test_the_passphrase_is_asked_for_on_the_terminal(on: Run, locked: tuple[Path, str], typing) -> None:
    typist = typing(PASSPHRASE)
    assert on("codes").code == 0
    assert typist.asked == [f"Passphrase of the study in {locked[0]}: "]
    typist = typing("feil en", "feil to", PASSPHRASE)
    ran = on("codes")
    assert ran.code == 0 and ran.err.count("does not open") == 2 and len(typist.asked) == 3
    typist = typing("feil en", "feil to", "feil tre", PASSPHRASE)
    ran = on("codes")
    assert ran.code == 1 and len(typist.asked) == 3 and not ran.out
    assert "Three tries did not open the study" in ran.err and "feil" not in ran.err
    ran = typing() and on("codes")
    assert ran.code == 1 and "No passphrase was given" in ran.err


def test_a_plain_study_asks_for_nothing(on: Run, typing) -> None:
    typist = typing(PASSPHRASE)
    assert on("codes").code == 0 and not typist.asked


def test_without_a_terminal_a_file_is_needed(on: Run, locked: tuple[Path, str], file: Path, tmp_path: Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    ran = on("codes")
    assert ran.code == 1 and "no terminal to ask for its passphrase on" in ran.err
    monkeypatch.setenv(asking.VARIABLE, str(file))
    assert on("codes").code == 0
    (tmp_path / "wrong").write_text("noe annet")
    ran = on("codes", "--passphrase-file", tmp_path / "wrong")
    assert ran.code == 1 and "does not open" in ran.err and "noe annet" not in ran.err


@pytest.mark.parametrize(
    ("content", "why"), [(None, "cannot be read"), (b"", "is empty"), (b"\xff\xfea\0", "UTF-8"), (b"\n", "is empty")]
)
def test_passphrase_files(on: Run, locked: tuple[Path, str], tmp_path: Path, content: bytes | None, why: str) -> None:
    if content is not None:
        (tmp_path / "given").write_bytes(content)
    ran = on("codes", "--passphrase-file", tmp_path / "given")
    assert ran.code == 1 and why in ran.err and str(tmp_path / "given") in ran.err


def test_a_passphrase_file_as_windows_writes_it(on: Run, locked: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "given").write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")
    assert on("codes", "--passphrase-file", tmp_path / "given").code == 0


def test_encrypt_and_decrypt(on: Run, study: Path, file: Path) -> None:
    before = on("quotes", "--code", "Savn").out
    (study / "backups").mkdir(exist_ok=True)
    shutil.copy(study / FILE_NAME, study / "backups" / "study 2026-01-02 03.04.05 by hand.workbench")
    kept = len(list((study / "backups").glob("*.workbench")))
    done = on("encrypt", "--passphrase-file", file)
    assert (
        done.code == 0
        and f"encrypted now, and {kept} of its backups" in flat(done.out)
        and "Not encrypted by this" in flat(done.out)
    )
    assert not plain_words(study)
    assert on("encrypt", "--passphrase-file", file).code == 1
    assert on("quotes", "--code", "Savn", "--passphrase-file", file).out == before
    done = on("decrypt", "--passphrase-file", file)
    assert done.code == 0 and "is plain now" in flat(done.out) and f"made plain: {kept}" in flat(done.out)
    assert on("quotes", "--code", "Savn").out == before
    assert on("decrypt", "--passphrase-file", file).code == 1


def test_the_passphrase_is_typed_twice(on: Run, study: Path, typing) -> None:
    ran = typing("ett langt ord", "et annet ord", "kort", *(["ett langt ord", "et annet ord"])) and on("encrypt")
    assert ran.code == 1 and ran.err.count("not the same; type both again") == 2 and "too short" in ran.err
    assert "three times; nothing was changed" in ran.err and not engine.is_encrypted(study / FILE_NAME)
    typist = typing("ett langt ord", "ett langt ord")
    assert on("encrypt").code == 0 and typist.asked == ["New passphrase: ", "The same again: "]
    assert typing("ett langt ord") and on("codes").code == 0


def test_a_new_passphrase(on: Run, locked: tuple[Path, str], file: Path, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("en helt ny frase")
    changed = on("passphrase", "--passphrase-file", file, "--new-passphrase-file", tmp_path / "new")
    assert changed.code == 0 and "opens by the new passphrase" in flat(changed.out)
    assert on("codes", "--passphrase-file", file).code == 1
    assert on("codes", "--passphrase-file", tmp_path / "new").code == 0


def test_forgotten_the_recovery_key_helps(on: Run, locked: tuple[Path, str], typing) -> None:
    key = locked[1]
    wrong = key[:-1] + ("B" if key[-1] != "B" else "C")
    typist = typing(wrong, key.lower(), "en helt ny frase", "en helt ny frase")
    changed = on("passphrase", "--recovery")
    assert changed.code == 0 and "Group 8 of the recovery key" in changed.err
    assert typist.asked[0].startswith("Recovery key of the study")
    assert typing("en helt ny frase") and on("codes").code == 0


def test_a_new_recovery_key(on: Run, locked: tuple[Path, str], file: Path, tmp_path: Path) -> None:
    made = on("recovery-key", "--passphrase-file", file, "--json").json["recovery_key"]
    for key, code in ((made, 0), (locked[1], 1)):
        (tmp_path / "key").write_text(key)
        assert on("codes", "--recovery", "--passphrase-file", tmp_path / "key").code == code


def test_verbs_that_need_an_encrypted_study_ask_nothing_of_a_plain_one(on: Run, typing) -> None:
    typist = typing(PASSPHRASE, PASSPHRASE)
    for verb in ("decrypt", "passphrase", "recovery-key"):
        ran = on(verb)
        assert ran.code == 1 and "is not encrypted" in ran.err
    for verb in ("encrypt", "decrypt", "passphrase", "recovery-key"):
        assert on(verb, "--read-only").code == 2
    assert not typist.asked


def test_a_lost_key_file_and_one_of_another_study(on: Run, locked: tuple[Path, str], file: Path, cli: Run,
                                                  tmp_path: Path) -> None:  # fmt: skip
    study, own = locked[0], engine.key_path(locked[0] / FILE_NAME)
    kept = own.read_bytes()
    own.unlink()
    for verb in ("codes", "decrypt", "passphrase"):
        ran = on(verb, "--passphrase-file", file)
        assert ran.code == 1 and "is missing; copy" in ran.err, ran.err
    assert cli("init", "--study", tmp_path / "other", "--encrypted", "--passphrase-file", file).code == 0
    shutil.copy(engine.key_path(tmp_path / "other" / FILE_NAME), own)
    ran = on("codes", "--passphrase-file", file)
    assert ran.code == 1 and "belongs to another study" in ran.err
    own.write_bytes(kept)
    assert on("codes", "--passphrase-file", file).code == 0
    assert study.is_dir()


def test_the_screens_open_after_the_passphrase(on: Run, locked: tuple[Path, str], typing,
                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    import workbench.tui.app as app

    shown: list[bytes | None] = []

    class Shown:
        failure = interlude = keeper = None

        def __init__(self, study, *_: object) -> None:
            self.study = study
            shown.append(study.key)

        def run(self, mouse: bool) -> int:
            return 0

        def finish_safekeeping(self) -> None: ...

    monkeypatch.setattr(app, "_need_terminal", lambda: None)
    monkeypatch.setattr(app, "WorkbenchApp", Shown)
    typist = typing("feil", PASSPHRASE)
    assert on().code == 0 and len(typist.asked) == 2
    assert shown == [vault.unlock(locked[0] / FILE_NAME, PASSPHRASE)]
    typing("feil", "feil", "feil")
    ran = on()
    assert ran.code == 1 and len(shown) == 1 and "Three tries" in ran.err


def test_in_norwegian(on: Run, locked: tuple[Path, str], typing) -> None:
    typist = typing("feil", "feil", "feil")
    ran = on("--language", "nb", "codes")
    words.use("en")
    assert typist.asked[0] == f"Passfrase for studien i {locked[0]}: "
    assert "Passfrasen åpner ikke" in ran.err and "Tre forsøk åpnet ikke studien" in ran.err


def test_the_unexpected_is_logged_without_words_of_the_study(on: Run, locked: tuple[Path, str], file: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    from workbench import settings
    from workbench.cli import codebook_verbs

    def breaks(*_: object) -> None:
        savner = "Jeg savner noen å snakke med"
        try:
            raise KeyError(savner)
        except KeyError as error:
            raise RuntimeError(f"{savner}: {PASSPHRASE}") from error

    log = settings.config_folder() / "workbench.log"
    log.unlink(missing_ok=True)
    monkeypatch.setattr(codebook_verbs, "codes", breaks)
    ran = on("codes", "--passphrase-file", file)
    assert ran.code == 1 and "savner" not in ran.err and PASSPHRASE not in ran.err
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError" in written and "KeyError" in written and "breaks" in written
    assert "snakke" not in written and PASSPHRASE not in written


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are not there")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_on_a_real_terminal_nothing_typed_is_shown(locked: tuple[Path, str]) -> None:
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "workbench", "codes", "--study", str(locked[0])])
    seen = b""
    try:
        while b"Passphrase" not in seen:
            seen += os.read(terminal, 4096)
        os.write(terminal, f"{PASSPHRASE}\n".encode())
        while chunk := os.read(terminal, 4096):
            seen += chunk
    except OSError:
        pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert "Utenforskap" in seen.decode() and PASSPHRASE not in seen.decode()


def test_the_passphrase_is_no_argument(locked: tuple[Path, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "workbench", "codes", "--study", str(locked[0]), "--passphrase", PASSPHRASE],
        capture_output=True, text=True, cwd=ROOT, check=False, stdin=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    assert ran.returncode == 2
