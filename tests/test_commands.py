"""The registry of commands and what is made from it."""

import importlib.util
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from workbench import words
from workbench.cli.parser import build, parse
from workbench.cli.run import handler
from workbench.cli.verbs import BY_PATH, VERBS
from workbench.commands import APART, BY_ID, COMMANDS, EVERYWHERE, ROOMS, Command
from workbench.words.catalogue import CATALOGUE

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.id)
def test_title_and_help_in_both_languages(command: Command) -> None:
    for key in (f"command.{command.id}", f"command.{command.id}.help"):
        assert all(text.strip() == text != "" for text in CATALOGUE[key])
    for title, sentence in zip(
        CATALOGUE[f"command.{command.id}"], CATALOGUE[f"command.{command.id}.help"], strict=True
    ):
        assert len(title) <= 17 and len(title.split()) <= 3
        assert sentence.endswith(".") and sentence[0].isupper() and "\n" not in sentence


def test_no_text_for_a_command_that_is_not_there() -> None:
    known = {f"command.{command.id}{tail}" for command in COMMANDS for tail in ("", ".help")}
    assert {key for key in CATALOGUE if key.startswith("command.")} == known


def test_ids_and_rooms() -> None:
    assert len(BY_ID) == len(COMMANDS)
    for command in COMMANDS:
        assert set(command.rooms) <= {EVERYWHERE, *ROOMS}
        assert bool(command.rooms) == bool(command.keys)
        assert command.keys or command.line


def _clash(one: Command, other: Command, room: str) -> bool:
    """Two commands may share a key when their states never meet, or differ and one of them asks for more."""
    if any(apart & set(one.when) and apart & set(other.when) - set(one.when) for apart in APART.get(room, ())):
        return False
    return set(one.when) == set(other.when) or len(one.when) == len(other.when)


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_means_two_things(room: str) -> None:
    here = [command for command in COMMANDS if {room, EVERYWHERE} & set(command.rooms)]
    shared = [
        (one.id, other.id, set(one.keys) & set(other.keys))
        for one, other in combinations(here, 2)
        if set(one.keys) & set(other.keys) and _clash(one, other, room)
    ]
    assert not shared


@pytest.mark.parametrize("room", ROOMS)
def test_no_key_is_the_beginning_of_a_chord(room: str) -> None:
    keys = {key for command in COMMANDS if {room, EVERYWHERE} & set(command.rooms) for key in command.keys}
    chords = {key for key in keys if "," in key}
    assert not {chord.split(",")[0] for chord in chords} & keys


def test_each_room_is_one_letter_away() -> None:
    letters = [key.split(",")[1] for command in COMMANDS if command.id.startswith("go.") for key in command.keys]
    assert len(letters) == len(set(letters)) == sum(command.id.startswith("go.") for command in COMMANDS)


def _path_of(line: str) -> str:
    """Return the verb a line starts with, one word or two."""
    two = " ".join(line.split()[:2])
    return two if two in BY_PATH else line.split()[0]


def test_every_line_is_a_verb_and_every_verb_is_a_line() -> None:
    lines = {command.id: _path_of(command.line) for command in COMMANDS if command.line}
    assert set(lines.values()) <= set(BY_PATH)
    assert set(lines.values()) == {verb.path for verb in VERBS if verb.run}
    for verb in VERBS:
        if verb.run:
            assert lines[verb.command] == verb.path


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb.run], ids=lambda one: one.path)
def test_the_parser_knows_every_verb_and_its_module(verb: object) -> None:
    from workbench.cli.verbs import Verb

    assert isinstance(verb, Verb)
    needed = [
        "1" if argument.options.get("type") is int else argument.options.get("choices", ("x",))[0]
        for argument in verb.arguments
        if not argument.flags[0].startswith("-") and argument.options.get("nargs") not in ("?", "*")
    ]
    for argument in verb.arguments:
        if argument.options.get("required"):
            needed += [argument.flags[0], "x"]
    args, found = parse([*verb.path.split(), *needed])
    assert found is verb
    assert (args.study, args.json, args.coder, args.read_only) == (".", False, None, False)
    assert callable(handler(verb))


@pytest.mark.parametrize("line", ["--json codes", "codes --json", "--json codes add x", "codes add x --json"])
def test_global_options_stand_before_or_after_the_verb(line: str) -> None:
    args, _ = parse(line.split())
    assert args.json


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_argument_is_explained(language: str) -> None:
    words.use(language)
    assert build().format_help()
    for verb in VERBS:
        for argument in verb.arguments:
            assert words.has(argument.text), argument.text


def _reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["command-line.md", "keys.md"])
def test_the_docs_are_up_to_date(name: str) -> None:
    made = _reference().FILES[name]()
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert made == kept, f"docs/{name} is out of date; run `python docs/make_reference.py`"


def test_every_name_in_the_json_is_explained() -> None:
    meanings = _reference().MEANINGS
    assert {name for verb in VERBS for name in verb.fields} - {"[]"} == set(meanings)
