"""The interface's texts: one catalogue, English and Bokmål side by side."""

from workbench.errors import WorkbenchError

LANGUAGES = ("en", "nb")
_chosen = 0


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
    """Return a text of the catalogue with its `{fields}` filled in."""
    from workbench.words.catalogue import CATALOGUE

    return CATALOGUE[key][_chosen].format(**values) if values else CATALOGUE[key][_chosen]


def counted(forms: str, count: int) -> str:
    """Return the form for one or for many of a text such as `{n} code|{n} codes`, with the number in it."""
    one, _, many = forms.partition("|")
    return (one if count == 1 else many).format(n=count)


def has(key: str) -> bool:
    """Tell whether the catalogue has this text."""
    from workbench.words.catalogue import CATALOGUE

    return key in CATALOGUE
