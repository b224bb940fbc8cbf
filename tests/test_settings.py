"""Settings: environment over file over default, and one sentence for a file that cannot be read."""

import sys
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.settings import Settings, config_folder, keep, load

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folder is told by a variable here")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("CODER", "LANGUAGE", "THEME"):
        monkeypatch.delenv(f"WORKBENCH_{name}", raising=False)
    path = tmp_path / "workbench" / "settings.toml"
    path.parent.mkdir()
    return path


def test_environment_over_file_over_default(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load() == Settings() == Settings("", "en", "workbench-dusk")
    file.write_text('coder = "Åse"\nlanguage = "nb"\n', encoding="utf-8")
    assert load() == Settings("Åse", "nb")
    monkeypatch.setenv("WORKBENCH_LANGUAGE", "en")
    monkeypatch.setenv("WORKBENCH_CODER", "")
    assert load() == Settings("Åse", "en")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"coder = ", "cannot be read .* mend or remove the file"),
        (b'coder = "\xff"', "cannot be read"),
        (
            b'colour = "x"\n',
            "unknown setting «colour»; known are calm, coder, cursor, density, keys, language, signs, theme",
        ),
        (b"coder = 3\n", "«coder» in .* must be text in quotation marks"),
        (b"[theme]\na = 1\n", "must be text"),
        (b"calm = 1\n", "«calm» in .* is true or false"),
        (b'density = "tight"\n', "«density» in .* is roomy or compact, not «tight»"),
        (b'keys = "x"\n', "«keys» in .* is a table"),
        (b"[keys]\n'coding.code' = 7\n", "keys of «coding.code» in .* must be text"),
    ],
)
def test_a_file_that_cannot_be_used(file: Path, content: bytes, words: str) -> None:
    file.write_bytes(content)
    with pytest.raises(WorkbenchError, match=words) as caught:
        load()
    assert str(file) in str(caught.value)


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_folder() == tmp_path / ".config" / "workbench"


def test_keys_are_written_flat_or_nested(file: Path) -> None:
    file.write_text(
        '[keys]\n"coding.code" = "c f5"\ncoding.drop = ["ctrl+k"]\n[keys.list]\ndown = "n"\n', encoding="utf-8"
    )
    assert load().keys == (("coding.code", ("c", "f5")), ("coding.drop", ("ctrl+k",)), ("list.down", ("n",)))


def test_the_study_over_the_person_but_never_as_whom(file: Path, tmp_path: Path) -> None:
    file.write_text('theme = "nord"\ncoder = "Åse"\n[keys]\n"a.b" = "x"\n"c.d" = "y"\n', encoding="utf-8")
    ours = tmp_path / "study" / "workbench.toml"
    ours.parent.mkdir()
    ours.write_text('density = "compact"\ncalm = true\n[keys]\n"a.b" = "z"\n', encoding="utf-8")
    chosen = load(ours.parent)
    assert (chosen.theme, chosen.density, chosen.calm, chosen.coder) == ("nord", "compact", True, "Åse")
    assert chosen.keys == (("a.b", ("z",)), ("c.d", ("y",)))
    ours.write_text('coder = "Bo"\n', encoding="utf-8")
    with pytest.raises(WorkbenchError, match="sets «coder», which belongs in"):
        load(ours.parent)


def test_calm_by_a_variable(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_CALM", "1")
    assert load().calm
    monkeypatch.setenv("WORKBENCH_CALM", "perhaps")
    with pytest.raises(WorkbenchError, match="WORKBENCH_CALM is true or false"):
        load()


def test_one_setting_is_kept_and_the_rest_stays(file: Path) -> None:
    keep("theme", "nord")
    assert file.read_text(encoding="utf-8") == 'theme = "nord"\n'
    written = '# mine\ncoder = "Åse"  # me\n theme = "nord" # blue\n\n[keys]\ntheme = "x"\n"coding.code" = "c"'
    file.write_text(written, encoding="utf-8")
    keep("theme", "dracula")
    keep("calm", True)
    keep("calm", False)
    text = file.read_text(encoding="utf-8")
    assert text.startswith('# mine\ncoder = "Åse"  # me\ntheme = "dracula" # blue\n\ncalm = false\n[keys]\n')
    assert text.endswith('theme = "x"\n"coding.code" = "c"')
    assert load().theme == "dracula" and not load().calm and load().coder == "Åse"
    assert [one.name for one in file.parent.iterdir()] == ["settings.toml"]


def test_what_cannot_be_changed_safely_is_left(file: Path) -> None:
    written = 'theme = """\nnord"""\n'
    file.write_text(written, encoding="utf-8")
    with pytest.raises(WorkbenchError):
        keep("theme", "dracula")
    assert file.read_text(encoding="utf-8") == written
    assert [one.name for one in file.parent.iterdir()] == ["settings.toml"]
