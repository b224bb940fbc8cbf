"""Refusals and notices in the language of the interface.

The rooms below raise whole English sentences, some of them (the study's nouns) without knowing this room. At the door
to the person a sentence is recognised by its fixed words and said in Bokmål with the same particulars.
"""

import re
from functools import cache

from workbench.words import chosen, say
from workbench.words.attributes import attribute_label, template_shown

_FIELD = re.compile(r"\{(\w+)\}")


def translated(message: str) -> str:
    """Return a sentence from below in the language of the interface; one that is not known stays as it is."""
    if chosen() != "nb" or not message:
        return message
    # Of several patterns that fit, the one with the most fixed words says what is meant.
    found = (_filled(pattern.fullmatch(message), bokmaal) for _, pattern, bokmaal in _patterns())
    return next((one for one in found if one), message)


def trouble_line(number: int, column: str, value: str, why: str) -> str:
    """Return what cannot be taken from a table of people; without a column it is the whole row."""
    why = translated(why)
    return why if not column else say("line.people_trouble", row=number, column=attribute_label(column), value=value,
                                      why=why)  # fmt: skip


def _filled(hit: re.Match[str] | None, bokmaal: str) -> str:
    """Return the sentence with its particulars; `why…` is itself one of ours, and without it the sentence is not."""
    if hit is None:
        return ""
    given = {name: _particular(name, value) for name, value in hit.groupdict().items()}
    if any(name.startswith("why") and given[name] == value for name, value in hit.groupdict().items()):
        return ""
    return _FIELD.sub(lambda field: given[field[1]], bokmaal)


def _particular(name: str, value: str) -> str:
    """Return what stands in a sentence as it is read: another sentence, or an attribute by what people call it."""
    if name == "attribute":
        return attribute_label(value)
    if name == "attribution":
        return template_shown(value)
    return translated(value) if name.startswith("why") else value


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str], str], ...]:
    from workbench.words.erasure import ERASURE_TOLD
    from workbench.words.told_codebooks import CODEBOOKS
    from workbench.words.told_desk import DESK
    from workbench.words.told_files import FILES
    from workbench.words.told_history import HISTORY
    from workbench.words.told_material import MATERIAL
    from workbench.words.told_people import PEOPLE
    from workbench.words.told_readers import READERS
    from workbench.words.told_revisions import REVISIONS_TOLD
    from workbench.words.told_safety import SAFETY
    from workbench.words.told_search import SEARCH
    from workbench.words.told_study import STUDY
    from workbench.words.told_timed import TIMED
    from workbench.words.told_vault import VAULT

    told_of = (
        *STUDY, *DESK, *FILES, *CODEBOOKS, *MATERIAL, *PEOPLE, *SAFETY, *VAULT, *READERS, *TIMED, *SEARCH,
        *ERASURE_TOLD, *HISTORY, *REVISIONS_TOLD,
    )  # fmt: skip
    made = [(len(_FIELD.sub("", english)), _pattern(english), bokmaal) for english, bokmaal in told_of]
    return tuple(sorted(made, key=lambda one: -one[0]))


def _pattern(english: str) -> re.Pattern[str]:
    parts = _FIELD.split(english)
    seen: set[str] = set()
    made: list[str] = []
    for place, part in enumerate(parts):
        if place % 2 == 0:
            made.append(re.escape(part))
        elif part in seen:
            made.append(f"(?P={part})")
        else:
            seen.add(part)
            made.append(f"(?P<{part}>.*?)")
    return re.compile("".join(made), re.DOTALL)
