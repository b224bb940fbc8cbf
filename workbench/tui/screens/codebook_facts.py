"""A code's other names, source and owner: as texts to write, and as lines to read."""

from collections.abc import Mapping

from workbench.study.codes import Code, CodeSource, join_aliases
from workbench.tui.drawing import Line, wrapped
from workbench.words import say
from workbench.words.history import value_name


def facts_shown(code: Code) -> dict[str, str]:
    """Return the texts that the form opens with, the source in the language of the interface."""
    source = value_name(code.source) if code.source else ""
    return {"aliases": join_aliases(code.aliases), "source": source, "owner": code.owner}


def facts_kept(written: Mapping[str, str]) -> dict[str, str]:
    """Return what was written with the source as the study keeps it; a word that names none stays as it is."""
    given = written.get("source")
    if given is None:
        return dict(written)
    known = {value_name(one).casefold(): one.value for one in CodeSource if one}
    return {**written, "source": known.get(given.strip().casefold(), given)}


def fact_lines(code: Code, width: int) -> list[Line]:
    """Return the facts that are known of a code, a line each."""
    lines: list[Line] = []
    for name, text in facts_shown(code).items():
        if text:
            lines += wrapped(say(f"codebook.fact.{name}", text=text), width, "dim")
    return lines
