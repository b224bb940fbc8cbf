"""Honest attributions: one template a study, filled from a participant's attributes, the same each time."""

import string
from collections.abc import Mapping

from workbench.errors import StudyError
from workbench.study.people import AGE, Participant, age_band

DEFAULT_TEMPLATES = {"nb": "{gender} i {age_band}", "en": "{gender}, {age_band}"}
AGE_BAND = "age_band"


def fields(template: str) -> list[str]:
    """Return the field names of `template`, in order.

    Raises:
        StudyError: the braces do not match, or a field carries anything but a plain name.
    """
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise StudyError(f"The attribution template «{template}» is not well formed: {error}.") from error
    names: list[str] = []
    for _, name, specification, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or specification or conversion:
            raise StudyError(f"The attribution template «{template}» may hold only plain fields such as {{gender}}.")
        names.append(name)
    return names


def check_template(template: str, known: set[str]) -> None:
    """Raise StudyError unless every field of `template` is a known attribute or `age_band`."""
    for name in fields(template):
        if name != AGE_BAND and name not in known:
            choices = ", ".join(sorted(known | {AGE_BAND}))
            raise StudyError(f"The attribution template asks for «{name}», which no participant has. Known: {choices}.")


def attribute(template: str, participant: Participant, language: str) -> str:
    """Return the attribution of one participant, such as `Kvinne i 40-årene`.

    Raises:
        StudyError: the participant lacks a value that the template asks for.
    """
    values: dict[str, str] = {}
    for name in fields(template):
        source = AGE if name == AGE_BAND else name
        value = _value(participant.attributes, source)
        if value is None:
            raise StudyError(
                f"{participant.label} has no value for «{source}», which the attribution «{template}» needs; "
                "add it to the people table."
            )
        values[name] = age_band(value, language) if name == AGE_BAND else value
    return template.format_map(values)


def _value(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name, "").strip()
    return value or None
