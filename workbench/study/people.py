"""Participants and what is known of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.errors import StudyError
from workbench.study.text import squeeze_name

GENDER, AGE = "gender", "age"
# Tables by attribute that leave the study do not tell of fewer people than this, unless the study sets another number.
SMALL_NUMBER = 5
_MOST_SMALL = 1000
_DECADE_WORDS = {"nb": "{decade}-årene", "en": "{decade}s"}
_TEEN_WORDS = {"nb": "tenårene", "en": "teens"}
_CHILD_WORDS = {"nb": "barneårene", "en": "childhood"}


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of the study, known by a label such as P07; `attributes` maps lower-case names to values.

    Attributes stand in the order of the schema, bands reckoned. `kind_id` is the kind of people they are of,
    `withdrawn` the day they withdrew (ISO 8601) or empty.
    """

    id: int
    guid: str
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    kind_id: int | None = None
    withdrawn: str = ""


def check_label(label: str) -> str:
    """Return the label as kept, or raise StudyError when it is empty or too long to cite."""
    tidy = squeeze_name(label)
    if not tidy:
        raise StudyError("A participant needs a label such as P07.")
    if len(tidy) > 40:
        raise StudyError(f"The participant label «{tidy[:40]}…» is too long; use at most 40 characters.")
    return tidy


def age_band(age: str, language: str) -> str:
    """Return the ten-year band of an age in whole years: `47` → `40-årene` (nb), `40s` (en).

    Raises:
        StudyError: `age` is not a whole number from 0 to 120.
    """
    if not re.fullmatch(r"\d{1,3}", age.strip()) or int(age) > 120:
        raise StudyError(f"«{age}» is not an age in whole years; leave it empty if it is not known.")
    years = int(age)
    if years < 20:
        return (_TEEN_WORDS if years > 12 else _CHILD_WORDS)[language]
    return _DECADE_WORDS[language].format(decade=years // 10 * 10)


def check_small_number(text: str) -> int:
    """Return the smallest number of people a table may tell of outside the study (0: any), as typed.

    Raises:
        StudyError: it is no whole number from 0 to 1000.
    """
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and int(text) <= _MOST_SMALL):
        raise StudyError(f"The small number of people is a whole number from 0 to {_MOST_SMALL}, not «{text}».")
    return int(text)
