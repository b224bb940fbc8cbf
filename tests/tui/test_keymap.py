"""Keys as one person sets them: what is understood, what is refused and how, and that every face shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seat import Play, Seat
from textual.keys import _character_to_key

from workbench import commands, keymap
from workbench.__main__ import main
from workbench.command import EVERYWHERE
from workbench.settings import user_file


@pytest.fixture(autouse=True)
def _as_they_were() -> Iterator[None]:
    yield
    commands.set_keys({})


def write(text: str) -> None:
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text(text, encoding="utf-8")


@given(st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Zs")))
def test_a_character_is_named_as_the_screens_name_its_key(character: str) -> None:
    assert keymap.name_of(character) == _character_to_key(character)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("c", "c"), ("C", "C"), ("ø", "ø"), ("?", "question_mark"), ("^k", "ctrl+k"), ("Ctrl+K", "ctrl+k"),
        ("F5", "f5"),
        ("esc", "escape"), ("g,k", "g,k"), (",", "comma"), ("pgdn", "pagedown"), ("+", "plus"),
        ("shift+left", "shift+left"), ("full_stop", "full_stop"), ("alt+x", "alt+x"),
        ("", None), ("cc", None), ("hyper+x", None), ("g,k,l", None), ("g,", None), ("f25", None), ("ctrl+", None),
    ],
)  # fmt: skip
def test_how_keys_are_written(written: str, read: str | None) -> None:
    assert (keymap.read_key(written) if written else keymap.spelt(" ") and None) == read


def test_every_key_of_the_registry_is_understood_and_none_clashes() -> None:
    for command in commands.COMMANDS:
        for key in command.keys:
            assert keymap.read_key(key) == key, (command.id, key)
    everything = tuple((one.id, one.keys) for one in commands.COMMANDS if one.keys)
    good, troubles = keymap.wanted(everything)
    assert not troubles and len(good) == len(everything)


@pytest.mark.parametrize(
    ("command", "keys", "words"),
    [
        ("coding.cod", ("x",), "no command «coding.cod»; did you mean «coding.code»"),
        ("line.keys", ("x",), "no command «line.keys»"),
        ("coding.code", ("banana",), "«banana» for coding.code is no key"),
        ("coding.code", ("ctrl+i",), "no terminal tells ctrl+i from tab"),
        ("coding.code", ("ctrl+s",), "is taken by the terminal or by fields"),
        ("coding.code", ("escape",), "esc always goes back"),
        ("coding.code", ("v",), "v for coding.code is that of select.start already"),
        ("coding.code", ("u",), "u for coding.code is that of app.undo already"),
        ("coding.code", ("g",), "g begins a chord and is a key of its own too"),
        ("coding.code", ("d,d",), "d begins a chord and is a key of its own too, for coding.code and coding.drop"),
        ("app.leave", ("Q",), "app.leave must work while one writes"),
        ("app.leave", ("ctrl+x",), "app.leave must work while one writes"),
        ("app.palette", ("p",), "app.palette must work while one writes"),
        ("app.back", ("backspace",), "app.back must work while one writes"),
        ("app.keys", (), "app.keys needs a key"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(command: str, keys: tuple[str, ...], words: str) -> None:
    troubles = keymap.use(((command, keys),))
    assert [words in one.sentence for one in troubles] == [True]
    assert commands.current() == commands.COMMANDS
    assert troubles[0].sentence.endswith((".", "?", ")."))


def test_a_swap_is_no_clash_and_of_two_the_later_gives_way() -> None:
    assert not keymap.use((("coding.code", ("x",)), ("select.grow", ("c",))))
    assert commands.keys_of("coding.code") == ["x"] and commands.keys_of("select.grow") == ["c"]
    troubles = keymap.use((("coding.recode", ("f6",)), ("coding.drop", ("f6",))))
    assert [one.command for one in troubles] == ["coding.drop"]
    assert commands.keys_of("coding.drop") == ["d"]
    # Half a swap is left out: the key is another's.
    assert [one.command for one in keymap.use((("coding.code", ("x",)),))] == ["coding.code"]


KEYS = st.sampled_from(
    ["c", "x", "v", "g", "g,h", "d,d", "u", "f6", "ctrl+k", "escape", "?", "space", "Q", "tab", "j", "é"]
)
SOME = st.sampled_from([one.id for one in commands.COMMANDS if one.rooms] + ["no.such"])


@given(st.dictionaries(SOME, st.lists(KEYS, max_size=3).map(tuple), max_size=8))
def test_whatever_is_set_the_keys_in_force_do_not_clash(wanted: dict[str, tuple[str, ...]]) -> None:
    good, troubles = keymap.wanted(tuple(wanted.items()))
    assert set(good) | {one.command for one in troubles} == set(wanted)
    commands.set_keys(good)
    for room in commands.ROOMS:
        here = [one for one in commands.current() if {room, EVERYWHERE} & set(one.rooms)]
        keys = {key for one in here for key in one.keys}
        assert not {key.split(",")[0] for key in keys if "," in key} & keys
        for one, other in combinations([one for one in here if one.id in good], 2):
            assert not (set(one.keys) & set(other.keys) and keymap.clash(one, other, room))
    commands.set_keys({})


# The faces


def test_the_line_shows_checks_and_offers_them(capsys: pytest.CaptureFixture[str], empty_study: Path) -> None:
    at = ["--study", str(empty_study)]
    assert main([*at, "keys", "--check"]) == 0
    assert "can be used as they are set" in capsys.readouterr().out
    write('[keys]\n"coding.code" = "k"\n"coding.in_vivo" = ["f7", "f8"]\n')
    assert main([*at, "keys", "--check"]) == 1
    out = capsys.readouterr().out
    assert "k for coding.code is that of caret.up already (read and code). (not done; it keeps c)" in out
    assert "1 command has keys" in out
    assert main([*at, "keys"]) == 0
    out, err = capsys.readouterr()
    assert "f7 or f8" in out and "coding.code" in err
    assert main([*at, "--json", "keys"]) == 0
    told = {one["command"]: one["keys"] for one in json.loads(capsys.readouterr().out)}
    assert told["coding.in_vivo"] == ["f7", "f8"] and told["coding.code"] == ["c"]


def test_the_template_is_a_settings_file(capsys: pytest.CaptureFixture[str], empty_study: Path) -> None:
    main(["--study", str(empty_study), "keys", "--toml"])
    text = capsys.readouterr().out
    write(text)
    assert main(["--study", str(empty_study), "keys", "--check"]) == 0
    import re

    # Taken whole, every line of it holds.
    write(re.sub(r'^# (")', r"\1", text, flags=re.M))
    capsys.readouterr()
    assert main(["--study", str(empty_study), "keys", "--check"]) == 0
    assert f"{sum(1 for one in commands.COMMANDS if one.keys)} commands have keys" in capsys.readouterr().out


def test_the_screens_do_and_show_them(study_folder: Path, play: Play) -> None:
    write('[keys]\n"codebook.add" = "f7"\n"go.codebook" = "f8,c"\n"app.leave" = "ctrl+o"\n"app.back" = "f9"\n')

    async def journey(seat: Seat) -> None:
        await seat.press("f8", "c")
        await seat.until(lambda: seat.room.ROOM == "codebook")
        await seat.see("f7 Add")
        await seat.press("a")
        assert not seat.room.asking
        await seat.press("f7")
        assert seat.room.asking and "f9" in seat.text
        await seat.press("f9")
        assert not seat.room.asking
        await seat.press("question_mark")
        await seat.see("f7")
        await seat.press("f9")
        await seat.press("f8")
        await seat.see("f8 …  c Codebook")
        await seat.press("z")
        await seat.press("ctrl+p")
        await seat.type("add a code")
        await seat.see("f7")
        await seat.press("ctrl+o")
        await seat.until(lambda: seat.app._exit)

    play(study_folder, "home", journey)


def test_what_cannot_be_is_said_at_the_start_and_in_the_guide(study_folder: Path, play: Play) -> None:
    write('[keys]\n"codebook.add" = "u"\n"no.such" = "x"\n')

    async def journey(seat: Seat) -> None:
        await seat.see("And 1 more: `workbench keys --check`")
        await seat.press("question_mark")
        await seat.see("u for codebook.add is that of app.undo already")

    play(study_folder, "home", journey)


def test_a_command_without_a_key_is_in_the_palette(study_folder: Path, play: Play) -> None:
    write('[keys]\n"codebook.rename" = []\n')

    async def journey(seat: Seat) -> None:
        await seat.press("r")
        assert not seat.room.asking
        await seat.press("ctrl+p")
        await seat.type("rename")
        await seat.press("enter")
        await seat.until(lambda: seat.room.asking, "the new name")

    play(study_folder, "codebook", journey)
