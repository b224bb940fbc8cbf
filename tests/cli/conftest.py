"""A small study, made once through the command line and copied for each test."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli_study import FIRST, SECOND, Ran, Run

from workbench import words
from workbench.__main__ import main


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Keep the tests away from the settings of whoever runs them."""
    home = tmp_path_factory.getbasetemp() / "settings"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("APPDATA", str(home))
    for name in ("CODER", "LANGUAGE", "THEME", "DEBUG"):
        monkeypatch.delenv(f"WORKBENCH_{name}", raising=False)
    yield
    words.use("en")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line in this process."""

    def run(*line: object) -> Ran:
        capsys.readouterr()
        code = main([str(one) for one in line])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def _quietly(*line: str) -> None:
    assert main(list(line)) == 0, line


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the study: two interviews, three codes, three codings, a theme, ages and genders."""
    base = tmp_path_factory.mktemp("template")
    (base / "P01.txt").write_text(FIRST, encoding="utf-8")
    (base / "P02.txt").write_text(SECOND, encoding="utf-8")
    (base / "people.csv").write_text("deltaker;kjønn;alder\nP01;Kvinne;44\nP02;Mann;61\n", encoding="utf-8")
    (base / "codings.csv").write_text(
        "transcript,turn,words,code,memo\n"
        "P01,4,savner noen å snakke med,Savn,\n"
        'P02,2,"Jeg føler meg utenfor",Utenforskap,sterkt sagt\n'
        "P01,2,noe å gjøre,Hverdag,\n",
        encoding="utf-8",
    )
    home = ("--study", str(base / "study"), "--coder", "Anna")
    _quietly("init", *home, "--name", "Prøvestudie", "--language", "nb")
    _quietly("import", *home, str(base / "P01.txt"), str(base / "P02.txt"))
    _quietly("people", "import", *home, str(base / "people.csv"))
    for name in ("Ensomhet", "Hverdag"):
        _quietly("codes", "add", *home, name)
    _quietly("codes", "add", *home, "Savn", "--under", "Ensomhet", "--brief", "å mangle noen")
    _quietly("codes", "add", *home, "Utenforskap", "--under", "Ensomhet")
    _quietly("code", *home, "--file", str(base / "codings.csv"))
    _quietly("themes", "add", *home, "Alene blant folk")
    _quietly("themes", "gather", *home, "Alene blant folk", "Savn", "Utenforskap")
    return base


@pytest.fixture
def study(template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the folder of a fresh copy of the study."""
    shutil.copytree(template / "study", tmp_path / "study")
    return tmp_path / "study"


@pytest.fixture
def on(cli: Run, study: Path) -> Run:
    """Return a function that runs a command line on the study."""
    return lambda *line: cli("--study", study, "--coder", "Anna", *line)
