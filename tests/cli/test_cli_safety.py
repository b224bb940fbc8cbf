"""What leaves the command line: exit codes, no traceback, nothing a terminal would act on."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_study import FIRST, Run

from workbench import __version__
from workbench.__main__ import main
from workbench.cli import study_verbs
from workbench.cli.output import Output, cells
from workbench.cli.verbs import VERBS

# Clear the screen, set the title, an 8-bit CSI, a right-to-left override, a bell.
EVIL = "\x1b[2Jx\x1b]0;tittel\x07\x9b31m\u202e"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def evil(on: Run, tmp_path: Path) -> Run:
    """Put escape sequences wherever content can carry them, past the doors that would have tidied it."""
    from workbench.store.study_file import StudyFile

    assert on("code", "P01", "--words", "hagen", "--code", "Savn", "--memo", "notat").code == 0
    coding = on("codings", "P01").out.split()[0]
    assert on("pick", coding).code == 0
    with StudyFile.open(tmp_path / "study") as study:
        for statement, values in (
            ("UPDATE transcript_text SET body = replace(body, 'Jeg', ?)", (EVIL[:3],)),
            ("UPDATE transcript SET name = name || ?", (EVIL,)),
            ("UPDATE code SET name = name || ?, brief = ? WHERE name <> 'Ensomhet'", (EVIL, EVIL)),
            ("UPDATE code SET definition = ?", (EVIL,)),
            ("UPDATE participant SET label = label || ?", (EVIL,)),
            ("UPDATE attribute SET name = name || ?, value = ?", (EVIL, EVIL)),
            ("UPDATE theme SET name = name || ?, concept = ?", (EVIL, f"a\n{EVIL}")),
            ("UPDATE coding SET memo = ?", (f"{EVIL}\n{EVIL}",)),
            ("UPDATE coder SET name = name || ?", (EVIL,)),
            ("UPDATE act SET detail = json_object('name', ?, 'code', ?)", (EVIL, EVIL)),
            ("INSERT INTO setting VALUES (99, 'attribution', ?, 0, 'g')", (EVIL,)),
            ("INSERT INTO entity VALUES (98, 'g', 'person', json_array(?), 'undecided', ?, 0, 1, ?, 0)",
             (f"Tormod{EVIL}", EVIL, EVIL)),
        ):  # fmt: skip
            study.db.execute(statement, values)
    return on


LISTS = (
    "transcripts", "participants", "history", "set", "codings", "quotes --code Ensomhet --children --context 50",
    "codes", "themes", "board", "shield entities",
)  # fmt: skip


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_nothing_a_terminal_would_act_on(evil: Run, form: tuple[str, ...]) -> None:
    for line in LISTS:
        ran = evil(*line.split(), *form)
        assert ran.code == 0, (line, ran.err)
        assert ran.out.strip() and not RAW.search(ran.out), line
        if form:
            json.loads(ran.out)


def test_json_keeps_what_the_text_hides(evil: Run) -> None:
    assert all(one["name"].endswith(EVIL) for one in evil("codes", "--json").json[1:])
    assert "␛[2Jx" in evil("codes").out


def test_refusals_and_acts_are_harmless_too(on: Run, tmp_path: Path) -> None:
    for line in (("codes", "add", f"Farlig{EVIL}"), ("themes", "add", EVIL), ("codes", "rename", EVIL, "x"),
                 ("quotes", "--code", EVIL), (EVIL,), ("codes", EVIL), ("export", "quotes", "--format", EVIL),
                 ("import", tmp_path / f"{EVIL.replace('/', '')}.txt"), ("uncode", EVIL), ("undo", EVIL)):  # fmt: skip
        ran = on(*line)
        assert not RAW.search(ran.out) and not RAW.search(ran.err), line
    file = tmp_path / "P03.txt"
    file.write_text(FIRST.replace("P01", "P03").replace("lange", f"lange {EVIL}"), encoding="utf-8")
    ran = on("import", file)
    assert ran.code == 0 and not RAW.search(ran.out)


def test_a_lone_surrogate_on_the_command_line(on: Run) -> None:
    ran = on("codes", "add", "bl\udce5", "--json")
    assert ran.code == 0
    ran.out.encode("utf-8")
    assert on("codes").code == 0


# Verb → the lines that give it something to list.
BEFORE = {
    "map list": (("map", "save", "x"),),
    "map diff": (("map", "save", "x"), ("themes", "rename", "Alene blant folk", "Nytt")),
    "review list": (("review", "add", "Alene blant folk", "--transcript", "P01", "--verdict", "missing"),),
    "memos list": (("memos", "add", "En tanke."),),
    "memos history": (("memos", "add", "En tanke."),),
    "sessions list": (("sessions", "add", "Første"),),
    "shield entities": (("shield", "add", "Tormod"),),
    "searches": (("search", "hagen", "--keep", "Hage"),),
    "kinds": (("kinds", "add", "brukere"),),
    "carried list": (("turns", "edit", "P01", "2", "Noe helt annet enn det som sto her."),),
}


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.is_list], ids=lambda one: one.path)
def test_lists_have_the_documented_fields(on: Run, verb: object, tmp_path: Path) -> None:
    from workbench.cli.verbs import Verb

    assert isinstance(verb, Verb)
    file = tmp_path / "P03.txt"
    file.write_text(FIRST.replace("P01", "P03"), encoding="utf-8")
    more = {"import": (file, "--dry-run"), "quotes": ("--code", "Savn"), "map diff": ("x",)}.get(verb.path, ())
    if verb.path == "board":
        assert on("pick", on("codings").out.split()[0]).code == 0
    if verb.path == "check":
        (tmp_path / "study" / ".stfolder").mkdir()
    for line in BEFORE.get(verb.path, ()):
        assert on(*line).code == 0
    if verb.path == "memos history":
        more = (on("memos", "list", "--json").json[0]["id"],)
    rows = on(*verb.path.split(), *more, "--json").json
    assert rows
    for row in rows:
        assert tuple(row) == verb.fields[1:]


def test_objects_have_the_documented_fields(on: Run, tmp_path: Path) -> None:
    by_path = {verb.path: verb.fields for verb in VERBS}
    for path, more in (
        ("codes add", ("Håp",)), ("codes merge", ("Håp", "Savn")), ("themes add", ("x",)), ("undo", ()), ("redo", ()),
        ("set", ()), ("code", ("P01", "--words", "hagen", "--code", "Savn")), ("people set", ("P01", "x", "y")),
        ("suggest", ("--text", "x")), ("codebook export", (tmp_path / "b.yaml",)),
        ("codebook import", (tmp_path / "b.yaml",)), ("codebook merge", (tmp_path / "b.yaml", "--list")),
        ("codebook merge", (tmp_path / "b.yaml", "--base", tmp_path / "b.yaml")),
    ):  # fmt: skip
        ran = on(*path.split(), *more, "--json")
        assert ran.code == 0, ran.err
        assert set(ran.json) == set(by_path[path]), path


def test_version_imports_nothing() -> None:
    probe = (
        "import sys; before = set(sys.modules); from workbench.__main__ import main; code = main(['--version']);"
        "import json; print(json.dumps(sorted(set(sys.modules) - before))); sys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    shown, modules = ran.stdout.split("\n")[:2]
    assert shown == f"workbench {__version__}"
    assert {name for name in json.loads(modules) if name.startswith("workbench")} == {"workbench", "workbench.__main__"}
    assert not {"argparse", "sqlite3", "sqlcipher3", "textual", "numpy", "spacy"} & set(json.loads(modules))


def test_a_list_needs_neither_screens_nor_models(study: Path) -> None:
    probe = (
        "import sys; from workbench.__main__ import main; code = main(['codes', '--study', sys.argv[1]]);"
        "print(sorted({'textual', 'rich', 'numpy', 'spacy', 'nltk', 'sklearn', 'docx', 'odfdo', 'lxml', 'ruamel',"
        "'xlsxwriter', 'sqlite_utils'} & set(sys.modules))); sys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", probe, str(study)], capture_output=True, text=True, check=True)
    assert ran.stdout.rstrip().endswith("[]")


def test_help_and_wrong_verbs(cli: Run) -> None:
    for line in (["--help"], ["codes", "--help"], ["codes", "add", "-h"]):
        ran = cli(*line)
        assert ran.code == 0 and ran.out.startswith("usage: workbench")
    assert "Vis kodeboken som et tre" in cli("--language", "nb", "--help").out
    assert "Vis kodeboken som et tre" in cli("--help", "--language=nb").out
    for line in (["frobnicate"], ["codes", "add"], ["--language", "sv", "codes"], ["--colour"]):
        ran = cli(*line)
        assert ran.code == 2 and ran.out == "" and ran.err
    assert cli("--study", ".", "--version").out == f"workbench {__version__}\n"


def test_the_language_of_the_settings(on: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_LANGUAGE", "nb")
    assert on("codes", "add", "Håp").out == "La til koden «Håp».\n"
    monkeypatch.setenv("WORKBENCH_LANGUAGE", "volapyk")
    ran = on("codes")
    assert ran.code == 1 and "volapyk" in ran.err


def test_an_unexpected_error_is_one_sentence_and_a_log_without_content(
    on: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))

    def fails(*_: object) -> None:
        raise ZeroDivisionError("Jeg savner hagen")

    monkeypatch.setattr(study_verbs, "transcripts", fails)
    monkeypatch.setattr("workbench.settings.sys.platform", "linux")
    ran = on("transcripts")
    assert ran.code == 1 and ran.out == "" and ran.err.count("\n") == 1
    assert "ZeroDivisionError" in ran.err and "Traceback" not in ran.err and "hagen" not in ran.err
    log = (tmp_path / "config" / "workbench" / "workbench.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log and "test_cli_safety.py" in log and "hagen" not in log
    monkeypatch.setenv("WORKBENCH_DEBUG", "1")
    assert "Traceback" in on("transcripts").err


def test_no_log_can_be_written(on: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(study_verbs, "transcripts", fails)
    monkeypatch.setattr("workbench.settings.sys.platform", "linux")
    ran = on("transcripts")
    assert ran.code == 1 and "no log could be written" in ran.err


def test_interrupted(on: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(study_verbs, "transcripts", interrupted)
    ran = on("transcripts")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_broken_pipe_is_quiet(study: Path) -> None:
    line = [sys.executable, "-m", "workbench", "keys"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_without_a_verb_the_screens_open(cli: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import workbench.tui.app as app

    asked: list[object] = []

    def opened(folder: Path, *, read_only: bool = False, coder: str | None = None, unlock: object = None) -> int:
        assert unlock is not None
        asked.append((folder, read_only, coder, os.environ["TEXTUAL_FPS"]))
        return 0

    monkeypatch.delenv("TEXTUAL_FPS", raising=False)
    monkeypatch.setattr(app, "run", opened)
    assert cli("--study", study, "--read-only", "--coder", "Bo").code == 0
    assert asked == [(study, True, "Bo", "240")]
    monkeypatch.setenv("WORKBENCH_LANGUAGE", "en")
    assert cli("--study", study, "--language", "nb").code == 0
    assert os.environ["WORKBENCH_LANGUAGE"] == "nb" and asked[1] == (study, False, None, "240")


def test_the_key_guide(cli: Run) -> None:
    assert "In every list".upper() in cli("keys").out
    assert "| `^p` | Commands |" in cli("keys", "--markdown").out
    assert "| `^p` | Kommandoer |" in cli("keys", "--markdown", "--language", "nb").out
    rooms = {one["room"] for one in cli("keys", "--json").json}
    assert {"everywhere", "coding", "reconcile"} <= rooms


def test_table_columns_line_up(capsys: pytest.CaptureFixture[str]) -> None:
    Output(False).table(["name", "n"], [["日本", 1], ["e\u0301e", 20], ["x\ny", 300]])
    lines = capsys.readouterr().out.split("\n")
    assert [cells(line) for line in lines[:-1]] == [9, 9, 9, 9]
    assert lines[1].endswith("1") and lines[3].startswith("x y ")


def test_a_line_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    Output(False).table(["name"], [["a" * 50], ["kort"]])
    assert [len(line) for line in terminal.getvalue().split("\n")] == [4, 20, 4, 0]


def test_main_reads_the_command_line_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["workbench", "-V"])
    assert main() == 0 and capsys.readouterr().out == f"workbench {__version__}\n"


@pytest.mark.parametrize("line", [
    ("codings", "bl\udce5"), ("transcripts", "--coder", "bl\udce5"), ("suggest", "--text", "\udcff"),
    ("set", "attribution", "\udcff"), ("uncode", "z" * 5000), ("history", "--limit", "9" * 30),
    ("codings", "e" * 10_000), ("import", "x" * 300 + ".txt"), ("import", "a\0b"), ("init", "y" * 300),
    ("--study", "z" * 300, "codes"), ("demo", "y" * 300, "--no-open"),
])  # fmt: skip
def test_clumsy_and_hostile_arguments(on: Run, line: tuple[str, ...]) -> None:
    ran = on(*line)
    assert ran.code in (0, 1)
    assert "should not have" not in ran.err and ran.err.count("\n") <= 1 and len(ran.err) < 600
    assert bool(ran.err) is bool(ran.code)


def test_a_coder_of_blanks_is_nobody_and_one_of_a_page_is_refused(on: Run) -> None:
    assert on("codes", "add", "Ny", "--coder", "   ").code == 0
    assert on("codes", "add", "Nyere", "--coder", "x" * 5000).code == 1
    assert {one["coder"] for one in on("history", "--json").json} == {"Anna"}


def test_a_name_typed_with_combining_marks_finds_its_own(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "Åse.txt"
    file.write_text(FIRST.replace("P01", "P03"), encoding="utf-8")
    assert on("import", file).code == 0
    assert on("codings", "A\u030ase").code == on("codings", "ÅSE").code == 0
    assert on("code", "A\u030ase", "--words", "pa\u030a verkstedet", "--code", "Savn").code == 0


def test_one_path_too_long_does_not_stop_the_others(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "P03.txt"
    file.write_text(FIRST.replace("P01", "P03"), encoding="utf-8")
    ran = on("import", "x" * 300 + ".txt", file, "--json")
    assert ran.code == 1 and sorted(one["stored"] for one in ran.json) == [False, True]
    assert "P03" in on("transcripts").out


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_closed_stream(study: Path, name: str) -> None:
    number = {"stdout": 1, "stderr": 2}[name]
    line = f'exec "$0" -m workbench --study "$1" codes add Ny {number}>&-'
    ran = subprocess.run(["sh", "-c", line, sys.executable, str(study)], capture_output=True, text=True)
    assert ran.returncode == 0 and "should not" not in ran.stderr
    assert main(["--study", str(study), "codes", "add", "Ny"]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output(study: Path) -> None:
    with open("/dev/full", "w") as full:
        line = [sys.executable, "-m", "workbench", "--study", str(study), "codes", "add", "Ny"]
        ran = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True)
    assert ran.returncode == 1 and ran.stderr.count("\n") == 1 and "done as far as it goes" in ran.stderr


def test_screens_without_a_terminal(study: Path) -> None:
    line = [sys.executable, "-m", "workbench", "--study", str(study)]
    ran = subprocess.run(line, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=20)
    assert ran.returncode == 1 and "need a terminal" in ran.stderr and ran.stderr.count("\n") == 1 and not ran.stdout


def test_help_and_refusals_speak_norwegian(on: Run, cli: Run) -> None:
    shown = cli("codes", "add", "--help", "--language", "nb").out
    assert shown.startswith("bruk: workbench codes add") and "vis denne hjelpen" in shown
    assert "usage:" not in shown and "options:" not in shown and "positional" not in shown
    assert "disse argumentene må være med: --code" in on("quotes", "--language", "nb").err
    assert "Det er ingen kode som heter «Månen»" in on("quotes", "--code", "Månen", "--language", "nb").err
    assert "Det er ingenting å gjøre om igjen." in on("redo", "--language", "nb").err
    assert "There is nothing to redo." in on("redo").err
