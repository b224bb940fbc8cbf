"""What is wrong in a table of people: rows and single values that cannot be taken, each with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.study.attributes import Definition, Type, check_value
from workbench.study.people import AGE, age_band, check_label

Numbered = tuple[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A value that cannot be taken, or (`column` empty) a whole row; `number` is the row in the table, from 2 on.

    `why` is a sentence of the program.
    """

    number: int
    label: str
    column: str
    value: str
    why: str

    def sentence(self) -> str:
        """Return what is wrong, with the row."""
        return _of_row(self.number, self.label, self.why) if self.column else self.why


def sound_rows(rows: Iterable[Numbered], label_column: str) -> tuple[list[Numbered], list[Trouble]]:
    """Return the rows that tell whom they are about, each person once, and what is wrong with the others."""
    seen: set[str] = set()
    sound: list[Numbered] = []
    troubles: list[Trouble] = []
    for number, row in rows:
        label = row.get(label_column, "")
        why = _why_no_row(number, label, label_column, seen)
        if why:
            troubles.append(Trouble(number, label, "", label, why))
        else:
            seen.add(label.casefold())
            sound.append((number, row))
    return sound, troubles


def check_rows(rows: Sequence[Mapping[str, str]], label_column: str) -> None:
    """Raise StudyError, with the row, when a tidied table names nobody, one person twice, or an age that is none."""
    sound, troubles = sound_rows(enumerate(rows, 2), label_column)
    age = Definition(0, "", AGE)
    found = [one.why for one in troubles]
    found += [
        _of_row(number, row[label_column], why)
        for number, row in sound
        if row.get(AGE) and (why := why_not(age, row[AGE]))
    ]
    if found:
        raise StudyError(found[0])


def _of_row(number: int, label: str, why: str) -> str:
    return f"Row {number} of the people table ({label}): {why}"


def _why_no_row(number: int, label: str, label_column: str, seen: set[str]) -> str:
    if not label:
        return f"Row {number} of the people table has no participant in the column «{label_column}»."
    if label.casefold() in seen:
        return f"{label} stands twice in the people table (row {number}); keep one row a person."
    try:
        check_label(label)
    except StudyError as error:
        return _of_row(number, label[:40], str(error))
    return ""


def why_not(like: Definition, value: str) -> str:
    """Return why a value cannot be kept as what its column is, or nothing; an age is whole years."""
    try:
        if is_age(like):
            # The language is that of the band, which nobody sees here.
            age_band(value, "nb")
        check_value(like, value)
    except StudyError as error:
        return str(error)
    return ""


def is_age(like: Definition) -> bool:
    """Tell whether values are ages: what nobody defined is, by its name; a defined one where it is a number."""
    return like.name == AGE and (not like.id or like.type is Type.NUMBER)
