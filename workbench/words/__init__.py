"""The interface's texts: one catalogue, English and Bokmål side by side."""

import re
from collections.abc import Callable, Mapping

from workbench.errors import WorkbenchError

LANGUAGES = ("en", "nb")
# `{key:coding.apply}` stands for the key that a command has now, `{count:code|codes}` for the form that a number asks for.
_FORM = re.compile(r"\{(\w+):([^{}]*)\}")
_chosen = 0
# What has been read of the catalogue: nothing, the texts of the first frame, or all of it.
_read: Mapping[str, tuple[str, str]] = {}


def _no_key(command_id: str) -> str:
    return command_id


_key_told: Callable[[str], str] = _no_key


def tell_keys(key_told: Callable[[str], str]) -> None:
    """Let texts that name a key name the one in force; `key_told` returns it for the id of a command."""
    global _key_told
    _key_told = key_told


def use(language: str) -> None:
    """Choose the language of the interface (`en` or `nb`).

    Raises:
        WorkbenchError: there is no such language.
    """
    global _chosen
    if language not in LANGUAGES:
        raise WorkbenchError(
            f"The interface speaks {' and '.join(LANGUAGES)}, not «{language}»; set WORKBENCH_LANGUAGE."
        )
    _chosen = LANGUAGES.index(language)


def chosen() -> str:
    """Return the language in use."""
    return LANGUAGES[_chosen]


def say(key: str, /, **values: object) -> str:
    """Return a text of the catalogue with its `{fields}` filled in, keys as they are set, words by their number."""
    text = _with_forms(_text(key), values)
    return text.format(**values) if values else text


def filled(key: str, values: Mapping[str, str]) -> str:
    """As `say`, with the particulars in a mapping that may know what to say of one that is missing."""
    return _with_forms(_text(key), values).format_map(values)


def _text(key: str) -> str:
    if key not in _read:
        _read_on(key)
    return _read[key][_chosen]


def _read_on(key: str) -> bool:
    """Read on in the catalogue until it has this text; tell whether it has."""
    global _read
    if not _read:
        from workbench.words.first import FIRST

        _read = FIRST
    if key not in _read:
        from workbench.words.catalogue import CATALOGUE

        _read = CATALOGUE
    return key in _read


def _with_forms(text: str, values: Mapping[str, object]) -> str:
    return _FORM.sub(lambda hit: _formed(hit[1], hit[2], values), text) if ":" in text and "{" in text else text


def _formed(name: str, forms: str, values: Mapping[str, object]) -> str:
    if name == "key":
        key = _key_told(forms)
        return key.replace("{", "{{").replace("}", "}}") if values else key
    one, _, many = forms.partition("|")
    return one if str(values.get(name)) == "1" else many


def counted(forms: str, count: int) -> str:
    """Return the form for one or for many of a text such as `{n} code|{n} codes`, with the number in it."""
    one, _, many = forms.partition("|")
    return (one if count == 1 else many).format(n=count)


def has(key: str) -> bool:
    """Tell whether the catalogue has this text."""
    return key in _read or _read_on(key)
