"""The name lists: first names, surnames, names that are also words, and capitalised words that name nobody."""

from functools import cache
from importlib.resources import files

LANGUAGES = ("nb", "en")


@cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in files("workbench.shield").joinpath("names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(found) for name, found in sections.items()}


@cache
def _folded(section: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _sections()[section])


def is_first_name(word: str, language: str = "") -> bool:
    """Tell whether `word`, case aside, is a common first name (both halves, when hyphenated).

    Names of both languages count, save in English text (`language` en): too many Norwegian names are English words.
    """
    low = word.casefold()
    known = _folded("first names en") if language == "en" else _first_names()
    return low in known or ("-" in low and all(part in known for part in low.split("-")))


@cache
def _first_names() -> frozenset[str]:
    return _folded("first names nb") | _folded("first names en")


@cache
def _surnames() -> frozenset[str]:
    return _folded("surnames nb") | _folded("surnames en")


def is_surname(word: str) -> bool:
    """Tell whether `word`, case aside, is a common surname (one half at least, when hyphenated)."""
    low = word.casefold()
    return low in _surnames() or ("-" in low and any(part in _surnames() for part in low.split("-")))


def is_name(word: str) -> bool:
    """Tell whether `word` is a listed first name or surname."""
    return is_first_name(word) or is_surname(word)


def is_word_too(word: str, language: str) -> bool:
    """Tell whether a name is also an everyday word of the language ("Liv", "Hope")."""
    return word.casefold() in _folded(f"words {language if language in LANGUAGES else 'nb'}")


def is_known_to_all(word: str) -> bool:
    """Tell whether a capitalised word is an agency, product or other name that points to nobody."""
    return word in _sections()["known to all"]


def is_place(word: str) -> bool:
    """Tell whether `word` is a well-known town or region."""
    return word.casefold() in _folded("places")
