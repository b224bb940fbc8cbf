"""The house stands: arrows run downwards, the screen process stays light and alone, every text is there and used."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from workbench import commands
from workbench.acts import coding, transcripts
from workbench.store.study_file import StudyFile
from workbench.study.changes import Kind
from workbench.study.codings import Level
from workbench.study.masking import Decision, EntityKind
from workbench.study.themes import ThemeStatus
from workbench.study.transcripts import Role
from workbench.tui.app import ROOMS
from workbench.tui.room import Room
from workbench.words.catalogue import CATALOGUE

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "workbench"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "words" not in path.relative_to(PACKAGE).parts)

# What the screen process must never hold: it is slow to import, or reads files of other people.
HEAVY = ("spacy", "sklearn", "nltk", "numpy", "pandas", "docx", "odfdo", "lxml", "scipy", "ruamel", "sqlite_utils")


def test_import_contracts() -> None:
    from importlinter import cli

    assert (
        cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), is_debug_mode=False) == cli.EXIT_STATUS_SUCCESS
    )


def run_python(code: str, *arguments: str) -> dict[str, object]:
    """Run code in a process of its own; it prints JSON."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


SIT = """
import sys, json
calls = []
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        calls.append(event)
    elif event == "socket.__new__" and arguments[1] in (2, 10):
        calls.append(event)
sys.addaudithook(watch)
import asyncio, importlib, pkgutil
from pathlib import Path
import workbench.tui.app, workbench.tui.screens
for found in [*pkgutil.iter_modules(workbench.tui.__path__), *pkgutil.iter_modules(workbench.tui.screens.__path__)]:
    where = "workbench.tui" if hasattr(workbench.tui, found.name) else "workbench.tui.screens"
    try:
        importlib.import_module(f"workbench.tui.{found.name}")
    except ModuleNotFoundError:
        importlib.import_module(f"workbench.tui.screens.{found.name}")
from workbench.store.study_file import StudyFile
from workbench.tui.app import WorkbenchApp
from workbench.tui.later import fetch
from workbench.words.catalogue import CATALOGUE
async def sit():
    with StudyFile.open(Path(sys.argv[1])) as study:
        there = study.live("transcript")[0]["id"]
        study.keep_desk(f"desk.{study.coder_id}", {"room": "coding", "transcript": there, "caret": 0, "armed": 0})
        app = WorkbenchApp(study)
        async with app.run_test(size=(120, 40)) as pilot:
            keys = "s x c S a v n enter".split() + ["enter", "enter"]
            await pilot.press(*keys, "e", "j", "J", "m", "escape", "t", "q", "u", "slash", "e", "r", "enter", "n")
            fetch()
            for letter in "xlcmqarpjiht":
                await pilot.press("g", letter)
            codings = len(study.live("coding"))
    return codings
codings = asyncio.run(sit())
print(json.dumps({"modules": sorted({name.split(".")[0] for name in sys.modules}), "codings": codings, "calls": calls}))
"""


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a process looked like after it had shown every room and coded a sentence."""
    folder = tmp_path_factory.mktemp("house") / "study"
    with StudyFile.create(folder, "House", "nb", "Anna") as study:
        turns = [
            transcripts.NewTurn("Hvordan gikk det?", "I", Role.INTERVIEWER),
            transcripts.NewTurn(
                "Det gikk seg til. Jeg ventet lenge, men det gikk seg til.", "P1", Role.PARTICIPANT, "P1"
            ),
        ]
        added = transcripts.add(study, transcripts.NewTranscript("P1", turns, "P1.txt", "txt", "utf-8", "h"))
        from workbench.study.spans import Span

        coding.new_code(study, added, Span(18, 30), "Ro", None, "")
    return run_python(SIT, str(folder))


def test_the_screen_process_stays_light(sitting: dict[str, object]) -> None:
    assert sitting["codings"] == 2
    modules = sitting["modules"]
    assert isinstance(modules, list)
    assert not set(HEAVY) & set(modules)


def test_the_screen_process_opens_no_socket(sitting: dict[str, object]) -> None:
    assert sitting["calls"] == []


def test_the_version_is_told_at_once() -> None:
    line = [sys.executable, "-X", "importtime", "-m", "workbench", "--version"]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=True, cwd=ROOT)
    assert re.fullmatch(r"workbench \d+\.\d+\S*\n", done.stdout)
    assert done.stderr.count("import time:") < 60


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


_SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA)\b", re.S
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_sql_stands_in_the_store_only(path: Path) -> None:
    if "store" in path.relative_to(PACKAGE).parts:
        return
    texts = [
        node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if _SQL.search(text)]
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for name in node.names
    } | {node.module.split(".")[0] for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.module}
    assert not imported & {"sqlite3", "sqlite_utils"}


@pytest.mark.parametrize("room", ROOMS)
def test_every_command_of_a_room_is_done_there(room: str) -> None:
    from workbench.tui.app import WorkbenchApp

    module, name = ROOMS[room]
    made = getattr(importlib.import_module(module), name)
    assert issubclass(made, Room) and room == made.ROOM
    for command in commands.in_room(room):
        method = "do_" + command.id.replace(".", "_")
        if not command.id.startswith("go."):
            assert hasattr(made, method) or hasattr(WorkbenchApp, method), f"{room} lacks {method}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_does_what_no_command_says(room: str) -> None:
    module, name = ROOMS[room]
    made = getattr(importlib.import_module(module), name)
    known = {"do_" + command.id.replace(".", "_") for command in commands.COMMANDS}
    methods = {one for one, _ in inspect.getmembers(made, inspect.isfunction) if one.startswith("do_")}
    assert methods <= known


def test_the_rooms_are_those_of_the_registry() -> None:
    assert set(ROOMS) == set(commands.ROOMS)


# Texts


def _pattern(node: ast.JoinedStr) -> str:
    parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*" for p in node.values]
    return "".join(parts)


def _said(path: Path) -> Iterator[ast.expr]:
    """Yield the first argument of every `say(…)`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
            yield node.args[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_text_asked_for_is_there(path: Path) -> None:
    for asked in _said(path):
        choices = [asked.body, asked.orelse] if isinstance(asked, ast.IfExp) else [asked]
        for one in choices:
            if isinstance(one, ast.Constant):
                assert one.value in CATALOGUE, f"{path.name}:{one.lineno} {one.value}"
            elif isinstance(one, ast.JoinedStr):
                assert any(re.fullmatch(_pattern(one), key) for key in CATALOGUE), f"{path.name}:{one.lineno}"


def test_every_text_is_asked_for() -> None:
    plain: set[str] = set()
    computed: set[str] = set()
    for path in [*SOURCES, *(PACKAGE / "words").glob("*.py")]:
        code_in_words = ("__init__", "history", "codings", "search_language", "speakers", "citation", "told.py")
        if path.parent.name == "words" and not path.name.startswith(code_in_words):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
                if re.fullmatch(r"[a-z_]+(\.[a-z_]+)*\.", node.value):
                    computed.add(re.escape(node.value) + ".*")
            elif isinstance(node, ast.JoinedStr) and re.match(r"[a-z_]+\\?\.", _pattern(node)):
                computed.add(_pattern(node))
    unused = [
        key for key in CATALOGUE if key not in plain and not any(re.fullmatch(pattern, key) for pattern in computed)
    ]
    assert not unused


def test_texts_of_closed_sets_are_whole() -> None:
    states = {state for command in commands.COMMANDS if command.keys for state in command.when}
    wanted = {f"lacking.{state}" for state in states}
    wanted |= {f"kind.{one}" for one in (*EntityKind, *Kind)} | {f"decision.{one}" for one in Decision}
    wanted |= {f"level.{one}" for one in Level} | {f"themes.status.{one}" for one in ThemeStatus}
    wanted |= {f"room.{room}" for room in commands.ROOMS}
    assert wanted <= set(CATALOGUE)


# Where there is nothing to add, in either language.
_EMPTY = {"kind.do", "history.state.done", "history.state.log"}


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", CATALOGUE)
def test_both_languages_say_it_with_the_same_particulars(key: str) -> None:
    english, norwegian = CATALOGUE[key]
    assert all(text.strip() for text in (english, norwegian)) or key in _EMPTY
    assert _fields(english) == _fields(norwegian)
