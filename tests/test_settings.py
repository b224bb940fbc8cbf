"""Settings: environment over file over default, and one sentence for a file that cannot be read."""

import sys
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.settings import Settings, config_folder, load

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
        (b'colour = "x"\n', "unknown setting «colour»; known are coder, language, theme"),
        (b"coder = 3\n", "«coder» in .* must be text in quotation marks"),
        (b"[theme]\na = 1\n", "must be text"),
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
