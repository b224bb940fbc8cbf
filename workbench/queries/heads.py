"""What stands at the side and at the top of a table: codes, themes, participants, transcripts, values."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.errors import QueryError
from workbench.queries.material import NOBODY, Cast
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Definition, Type, order_of
from workbench.study.attribution import AGE_BAND
from workbench.study.codes import Codebook
from workbench.study.people import AGE, Participant, age_band
from workbench.study.themes import ThemeStatus
from workbench.words import say
from workbench.words.attributes import attribute_label

BY_PARTICIPANT, BY_TRANSCRIPT = "participant", "transcript"


class HeadKind(StrEnum):
    """What a row or column stands for; `without` are people without a value, `unknown` words of nobody known."""

    CODE = "code"
    THEME = "theme"
    PARTICIPANT = "participant"
    TRANSCRIPT = "transcript"
    VALUE = "value"
    WITHOUT = "without"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Head:
    """A row or a column.

    `key` is the id of what it stands for (0 where it has none), `codes` the living codes that count in a row, `depth`
    a code's in the tree, `people` how many people a column holds, coded or not.
    """

    kind: HeadKind
    key: int
    name: str
    codes: frozenset[int] = frozenset()
    path: str = ""
    depth: int = 0
    colour: str = ""
    people: int = 0


def code_rows(codebook: Codebook, under: int | None = None, *, children: bool = False) -> tuple[Head, ...]:
    """Return the codes in tree order, or `under` with all below it; with `children` each counts those under it too.

    A code that only gathers others is left out where it would count nothing.
    """
    listed = list(codebook.walk(under))
    if under is not None:
        listed = [(codebook.get(under), 0), *((code, depth + 1) for code, depth in listed)]
    return tuple(
        Head(
            HeadKind.CODE, code.id, code.name,
            frozenset(codebook.with_descendants(code.id)) if children else frozenset({code.id}),
            " > ".join(codebook.path(code.id)), depth, code.colour,
        )
        for code, depth in listed
        if code.codable or children
    )  # fmt: skip


def theme_rows(study: StudyFile, codebook: Codebook, *, children: bool = False) -> tuple[Head, ...]:
    """Return the themes that are not dropped; each counts its codes, with `children` those under them too."""
    return tuple(
        Head(
            HeadKind.THEME, theme.id, theme.name,
            codes_of(codebook, theme.code_ids, children=children), theme.name, 0, theme.colour,
        )
        for theme in theme_lookup.themes(study)
        if theme.status is not ThemeStatus.DROPPED
    )  # fmt: skip


def codes_of(codebook: Codebook, code_ids: Sequence[int], *, children: bool = False) -> frozenset[int]:
    """Return living codes, with `children` those under them too."""
    living = [codebook.get(one).id for one in code_ids]
    return frozenset(code for one in living for code in (codebook.with_descendants(one) if children else (one,)))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and for each speaker of the cast the column their words count in."""

    heads: tuple[Head, ...]
    of_speaker: array[int]


def columns(study: StudyFile, cast: Cast, by: str) -> Columns:
    """Return the columns for `participant`, `transcript`, or the name of an attribute.

    Raises:
        QueryError: no participant has such an attribute.
    """
    if by == BY_TRANSCRIPT:
        heads = [Head(HeadKind.TRANSCRIPT, one, name) for one, name in cast.transcripts]
        return _with_people(cast, heads, cast.place)
    if by == BY_PARTICIPANT:
        people = [one for one in people_lookup.participants(study) if one.id in cast.participants]
        heads = [Head(HeadKind.PARTICIPANT, one.id, one.label) for one in people]
        return _by_person(cast, heads, {one.id: at for at, one in enumerate(people)})
    values = attribute_values(study, by)
    names = sorted({value.casefold(): value for value in values.values()}.values(), key=order_key(study, by))
    at = {name.casefold(): place for place, name in enumerate(names)}
    heads = [Head(HeadKind.VALUE, 0, name) for name in names]
    heads.append(Head(HeadKind.WITHOUT, 0, say("query.without", name=attribute_label(by))))
    column = {person: at.get(values.get(person, "").casefold(), len(names)) for person in cast.participants}
    return _by_person(cast, heads, column)


def _by_person(cast: Cast, heads: list[Head], column: Mapping[int, int]) -> Columns:
    """Return columns of participants; a last one takes the words of nobody known."""
    of_person = {number: column[participant] for participant, number in cast.participants.items()}
    heads = [*heads, Head(HeadKind.UNKNOWN, 0, say("query.nobody_known"))]
    return _with_people(cast, heads, array("q", [of_person.get(one, len(heads) - 1) for one in cast.person]))


def _with_people(cast: Cast, heads: Sequence[Head], column: array[int]) -> Columns:
    people: list[set[int]] = [set() for _ in heads]
    for speaker, person, at in zip(cast.speakers, cast.person, column, strict=True):
        # Below zero nobody is known to speak: only who is coded there counts.
        if speaker > 0 and person != NOBODY:
            people[at].add(person)
    return Columns(
        tuple(
            Head(one.kind, one.key, one.name, people=len(persons)) for one, persons in zip(heads, people, strict=True)
        ),
        column,
    )


def attribute_values(study: StudyFile, name: str) -> dict[int, str]:
    """Return the value of an attribute for every participant who has one; `age_band` is reckoned from the age.

    Raises:
        QueryError: no participant has it.
    """
    source = AGE if _is_plain_age_band(study, name) else name
    found = {one.id: one.attributes[source] for one in people_lookup.participants(study) if one.attributes.get(source)}
    if not found:
        raise QueryError(say("query.no_attribute", name=attribute_label(name), known=_known(study)))
    return {one: age_band(value, study.language) for one, value in found.items()} if source != name else found


def _is_plain_age_band(study: StudyFile, name: str) -> bool:
    """Tell whether the age band is meant that every study has, because it defines none of its own."""
    return name == AGE_BAND and AGE_BAND not in people_lookup.attribute_names(study)


def attribute_names(study: StudyFile) -> list[str]:
    """Return the attributes a table can be by; `age_band` among them where ages are known."""
    names = people_lookup.attribute_names(study)
    return [*names, AGE_BAND] if AGE in names and AGE_BAND not in names else names


def _known(study: StudyFile) -> str:
    return ", ".join(attribute_label(name) for name in attribute_names(study)) or "–"


def fitting(study: StudyFile, name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return (name, value) as participants have them for a value as typed, case aside; an empty one: has none.

    Raises:
        QueryError: nobody has the attribute, or nobody has that value.
    """
    wanted = " ".join(value.casefold().split())
    values = attribute_values(study, name)
    source = AGE if _is_plain_age_band(study, name) else name
    definition = schema(study).first(name)
    if definition is not None and definition.type is Type.BAND:
        source = definition.source
    if not wanted:
        return ((source, ""),)
    held = {one.id: one for one in people_lookup.participants(study)}
    found = {_value(held[one], source) for one, shown in values.items() if shown.casefold() == wanted}
    if not found:
        known = ", ".join(sorted(set(values.values()), key=order_key(study, name))[:20])
        raise QueryError(say("query.no_value", name=attribute_label(name), value=value, known=known))
    return tuple((source, one) for one in sorted(found))


def _value(person: Participant, name: str) -> str:
    return person.attributes[name]


def order_key(study: StudyFile, name: str) -> Callable[[str], tuple[int, Decimal, str]]:
    """Return what the values of an attribute are ordered by: a category's as it says, numbers by size before words."""
    definition = schema(study).first(name)
    if definition is None and name == AGE_BAND:
        definition = Definition(0, "", AGE_BAND, Type.BAND, source=AGE)
    return lambda value: order_of(definition, value)
