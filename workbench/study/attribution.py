"""Honest attributions: one template a study or kind of people, filled from attributes, the same each time."""

import string
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.errors import StudyError
from workbench.study.attributes import PeopleKind
from workbench.study.people import AGE, Participant, age_band

DEFAULT_TEMPLATES = {"nb": "{gender} i {age_band}", "en": "{gender}, {age_band}"}
AGE_BAND = "age_band"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a study: `everyone`'s, and those of kinds of people that have `own` ones, by the kind's id."""

    everyone: str
    own: Mapping[int, str] = field(default_factory=dict[int, str])

    def of(self, kind_id: int | None) -> str:
        """Return the template for people of a kind."""
        return self.everyone if kind_id is None else self.own.get(kind_id, self.everyone)

    @property
    def all(self) -> tuple[str, ...]:
        """Every template there is."""
        return (self.everyone, *self.own.values())


def kind_setting(kind: PeopleKind) -> str:
    """Return the name of the setting that holds a kind's own template."""
    return f"attribution {kind.guid}"


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
        source = source_of(name, participant.attributes)
        value = _value(participant.attributes, source)
        if value is None:
            raise StudyError(
                f"{participant.label} has no value for «{source}», which the attribution «{template}» needs; "
                "add it to the people table."
            )
        values[name] = age_band(value, language) if name == AGE_BAND and source == AGE else value
    return template.format_map(values)


def source_of(name: str, attributes: Mapping[str, str]) -> str:
    """Return the attribute that a field is filled from: the age for an age band that the study does not define."""
    return AGE if name == AGE_BAND and not attributes.get(AGE_BAND) else name


def missing(template: str, participant: Participant) -> list[str]:
    """Return the attributes that a participant has no value for and `template` asks for."""
    sources = (source_of(name, participant.attributes) for name in fields(template))
    return [name for name in sources if _value(participant.attributes, name) is None]


def _value(attributes: Mapping[str, str], name: str) -> str | None:
    value = attributes.get(name, "").strip()
    return value or None
