"""What can be known of people: text, numbers, dates, categories with an order, and bands reckoned from these."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from workbench.errors import StudyError
from workbench.study.bands import Band, band_of, decade_of, decade_order
from workbench.study.sessions import check_day
from workbench.study.text import squeeze_name

_GROUPED = re.compile(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_DOTTED = re.compile(r"-?\d{1,3}(?:\.\d{3})+,\d+")
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_MOST_DIGITS = 24
_MOST_NAME = 60
_MOST_CHOICES = 200
# From so many rows on a column of few values is guessed to be a category; with at most so many of them.
_ROWS_TO_GUESS, _MOST_GUESSED, _LONGEST_GUESSED = 6, 12, 40


class Type(StrEnum):
    """What the values of an attribute are; a band is reckoned from another attribute and never kept."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CATEGORY = "category"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class PeopleKind:
    """A kind of people with a schema of its own, such as users or professionals."""

    id: int
    guid: str
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """What an attribute is; `kind_id` None means everybody's.

    `choices` are the values of a category in their order; `source` names what a band is reckoned from, by `bands`
    (none: by tens).
    """

    id: int
    guid: str
    name: str
    type: Type = Type.TEXT
    kind_id: int | None = None
    choices: tuple[str, ...] = ()
    source: str = ""
    bands: tuple[Band, ...] = ()
    note: str = ""
    rank: int = 0


def check_name(written: str) -> str:
    """Return the name of an attribute as kept (`Antall barn` → `antall_barn`); raise StudyError when it is none."""
    name = "_".join(squeeze_name(written).casefold().split())
    if not name:
        raise StudyError("An attribute needs a name.")
    return _short(name)


def check_kind_name(written: str) -> str:
    """Return the name of a kind of people as kept; raise StudyError when it is empty or too long."""
    name = squeeze_name(written)
    if not name:
        raise StudyError("A kind of people needs a name, such as users.")
    return _short(name)


def _short(name: str) -> str:
    if len(name) > _MOST_NAME:
        raise StudyError(f"The name «{name[:_MOST_NAME]}…» is too long; use at most {_MOST_NAME} characters.")
    return name


def check_choices(written: Sequence[str]) -> tuple[str, ...]:
    """Return the values of a category, each once, in their order; raise StudyError when there are none or too many."""
    choices = _each_once(written)
    if not choices:
        raise StudyError("A category needs values to choose from, in their order: hybel, egen bolig, hospits.")
    if len(choices) > _MOST_CHOICES:
        raise StudyError(f"A category has at most {_MOST_CHOICES} values, not {len(choices)}.")
    return choices


def choices_read(written: str) -> tuple[str, ...]:
    """Return the values that a line names, with commas between, or with semicolons where values hold commas."""
    return _each_once(written.split(";" if ";" in written else ","))


def choices_written(choices: Sequence[str]) -> str:
    """Return a line that `choices_read` reads."""
    if not any("," in one for one in choices):
        return ", ".join(choices)
    return "; ".join(choices) + (";" if len(choices) == 1 else "")


def _each_once(written: Iterable[str]) -> tuple[str, ...]:
    """Return texts on one line, each once whatever its case, as and in the order they came first."""
    found: dict[str, str] = {}
    for one in map(squeeze_name, written):
        if one:
            found.setdefault(one.casefold(), one)
    return tuple(found.values())


def number_of(text: str) -> Decimal | None:
    """Return the number that a text writes (`1 234,5`, `1234.5`, `−3`), or None when it writes none."""
    tidy = re.sub(r"[\s\u00a0\u202f\u2009]+", " ", text.strip()).replace("−", "-")
    if _GROUPED.fullmatch(tidy):
        tidy = tidy.replace(" ", "")
    elif _DOTTED.fullmatch(tidy):
        tidy = tidy.replace(".", "")
    elif _ENGLISH.fullmatch(tidy):
        tidy = tidy.replace(",", "")
    if not (_PLAIN.fullmatch(tidy) and tidy.isascii() and len(tidy) <= _MOST_DIGITS):
        return None
    return Decimal(tidy.replace(",", "."))


def kept_number(number: Decimal) -> str:
    """Return a number as the study keeps it: `1234.5`, `47`."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def date_of(text: str) -> date | None:
    """Return the day that a text writes (`2026-03-31`, `31.3.2026`), or None when it writes none."""
    try:
        return date.fromisoformat(check_day(text)) if text.strip() else None
    except StudyError:
        return None


def check_value(definition: Definition | None, written: str) -> str:
    """Return a value as the study keeps it; what nobody defined is text.

    Raises:
        StudyError: it is no value of that type; of a category the message names the choices.
    """
    value = squeeze_name(written)
    if definition is None or definition.type is Type.TEXT:
        return value
    name = definition.name
    if definition.type is Type.BAND:
        raise StudyError(f"«{name}» is reckoned from «{definition.source}»; change that instead.")
    if definition.type is Type.NUMBER:
        number = number_of(value)
        if number is None:
            raise StudyError(f"«{value[:40]}» is no number; «{name}» is written as 47 or 1 234,5.")
        return kept_number(number)
    if definition.type is Type.DATE:
        day = date_of(value)
        if day is None:
            raise StudyError(f"«{value[:40]}» is no day; «{name}» is written as 31.3.2026 or 2026-03-31.")
        return day.isoformat()
    chosen = choice_of(definition, value)
    if chosen is None:
        known = choices_written(definition.choices)
        raise StudyError(f"«{value[:40]}» is none of the values of «{name}» ({known}); choose one, or add it to them.")
    return chosen


def choice_of(definition: Definition, value: str) -> str | None:
    """Return the value of a category that is meant, case aside, or None."""
    wanted = squeeze_name(value).casefold()
    return next((one for one in definition.choices if one.casefold() == wanted), None)


def fits(definition: Definition | None, value: str) -> bool:
    """Tell whether a value is one of its type."""
    try:
        check_value(definition, value)
    except StudyError:
        return False
    return True


def shown(type_: Type, value: str, language: str) -> str:
    """Return a kept value as people write it: in Norwegian `1234,5` and `31.3.2026`; others as they are."""
    if type_ is Type.NUMBER and (number := number_of(value)) is not None:
        whole, _, rest = kept_number(number).partition(".")
        # Four figures are more often a year than an amount.
        whole = f"{int(whole):,}".replace(",", " ") if len(whole.lstrip("-")) > 4 else whole
        return whole + (("," if language == "nb" else ".") + rest if rest else "")
    if type_ is Type.DATE and language == "nb" and (day := date_of(value)) is not None:
        return f"{day.day}.{day.month}.{day.year}"
    return value


def guess(values: Iterable[str], rows: int) -> tuple[Type, tuple[str, ...]]:
    """Return the type that a column's values seem to have, and a category's values in the order they came.

    Many rows of few short values make a category; anything that is not all numbers or all days is else text.
    """
    filled = [value for value in (squeeze_name(one) for one in values) if value]
    if not filled:
        return Type.TEXT, ()
    if all(number_of(one) is not None for one in filled):
        return Type.NUMBER, ()
    if all(date_of(one) is not None for one in filled):
        return Type.DATE, ()
    distinct = _each_once(filled)
    few = len(distinct) <= min(_MOST_GUESSED, rows // 2)
    if rows >= _ROWS_TO_GUESS and few and all(len(one) <= _LONGEST_GUESSED for one in distinct):
        return Type.CATEGORY, distinct
    return Type.TEXT, ()


def derived(definition: Definition, value: str, source: Type, language: str) -> str:
    """Return the band that a value of a source of that type falls in; empty when it is no number and no day."""
    number = None if source is Type.DATE else number_of(value)
    if number is not None:
        return band_of(definition.bands, number) if definition.bands else decade_of(number, language)
    day = date_of(value)
    if day is None or source is Type.NUMBER:
        return ""
    ordinal = Decimal(day.year * 10000 + day.month * 100 + day.day)
    return band_of(definition.bands, ordinal) if definition.bands else decade_of(Decimal(day.year), language)


def natural_order(value: str) -> tuple[int, Decimal, str]:
    """Return what values without a type are ordered by: numbers by size before words."""
    number = number_of(value)
    return (1, Decimal(0), value.casefold()) if number is None else (0, number, value.casefold())


def order_of(definition: Definition | None, value: str) -> tuple[int, Decimal, str]:
    """Return what a value is ordered by among those of its attribute: as its type says, what does not fit last."""
    if definition is None or definition.type in (Type.TEXT, Type.NUMBER):
        return natural_order(value)
    if definition.type is Type.DATE:
        return (0 if date_of(value) else 1, Decimal(0), value.casefold())
    if definition.type is Type.BAND and not definition.bands:
        return (0, Decimal(decade_order(value)), value.casefold())
    names = [one.name for one in definition.bands] if definition.type is Type.BAND else definition.choices
    at = next((place for place, one in enumerate(names) if one.casefold() == value.casefold()), None)
    return (1, Decimal(0), value.casefold()) if at is None else (0, Decimal(at), "")


@dataclass(frozen=True, slots=True)
class Schema:
    """The kinds of people of a study, and what can be known of each; both in their order."""

    kinds: tuple[PeopleKind, ...] = ()
    definitions: tuple[Definition, ...] = ()

    def kind(self, kind_id: int | None) -> PeopleKind | None:
        """Return a kind of people, or None."""
        return next((one for one in self.kinds if one.id == kind_id), None)

    def kind_named(self, name: str) -> PeopleKind:
        """Return the kind of that name, case aside; raise StudyError when there is none."""
        wanted = squeeze_name(name).casefold()
        for one in self.kinds:
            if one.name.casefold() == wanted:
                return one
        known = ", ".join(one.name for one in self.kinds) or "–"
        raise StudyError(f"There is no kind of people «{squeeze_name(name)}»; there are {known}.")

    def of(self, kind_id: int | None) -> list[Definition]:
        """Return what can be known of people of a kind: everybody's attributes and their own, which go before."""
        own = {one.name for one in self.definitions if kind_id is not None and one.kind_id == kind_id}
        return [
            one
            for one in self.definitions
            if (one.kind_id is None and one.name not in own) or (kind_id is not None and one.kind_id == kind_id)
        ]

    def definition(self, name: str, kind_id: int | None = None) -> Definition | None:
        """Return what an attribute is for people of a kind, or None when nobody defined it for them."""
        return next((one for one in self.of(kind_id) if one.name == name), None)

    def first(self, name: str) -> Definition | None:
        """Return what an attribute is: everybody's, else the first kind's that has it."""
        found = [one for one in self.definitions if one.name == name]
        return next((one for one in found if one.kind_id is None), found[0] if found else None)

    def names(self) -> list[str]:
        """Return the names of all that is defined, each once, in their order."""
        return list(dict.fromkeys(one.name for one in self.definitions))

    def completed(self, kept: Mapping[str, str], kind_id: int | None, language: str) -> dict[str, str]:
        """Return what is known of a person in the order of the schema, bands reckoned, undefined attributes last."""
        found: dict[str, str] = {}
        listed = {one.name: one for one in self.of(kind_id)}
        for name, one in listed.items():
            if one.type is not Type.BAND:
                value = kept.get(name, "")
            else:
                source = listed.get(one.source)
                value = derived(one, kept.get(one.source, ""), source.type if source else Type.TEXT, language)
            if value:
                found[name] = value
        return found | {name: value for name, value in kept.items() if name not in listed}


def kept_choices(choices: Sequence[str]) -> str:
    """Return a category's values as the study keeps them."""
    return json.dumps(list(choices), ensure_ascii=False)
