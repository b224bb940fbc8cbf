"""What taking in a table of people would do: whom each row is, what each column is, which values change."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import StudyError
from workbench.study.attributes import Definition, Schema, Type, check_name, check_value, guess
from workbench.study.consent import NOTHING_KNOWN, Consents
from workbench.study.people import Participant
from workbench.study.people_troubles import Numbered, Trouble, is_age, sound_rows, why_not
from workbench.study.telling_who import tells_who
from workbench.study.text import squeeze_name

NEW, LEAVE = "+", "-"  # what an unmatched row may be settled as, beside the label of a participant
_MOST_NEAR, _EXAMPLES = 3, 6
_TELLING = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"\s*\([^()]*\)$")
_KINDS_OF_LABEL = re.compile(r"(?:p|deltaker|deltakar|informant|participant|respondent|nr|id)?0*(\d+)")


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A column: the attribute it becomes and its type; `defined` when the study knows it, else guessed or given.

    `unfit` are (row number, value) that are none of the type, of a category those outside it.
    """

    name: str
    type: Type
    choices: tuple[str, ...]
    defined: bool
    filled: int
    examples: tuple[str, ...]
    unfit: tuple[tuple[int, str], ...] = ()
    definition_id: int = 0

    @property
    def like(self) -> Definition:
        """What the values of the column have to be."""
        return Definition(self.definition_id, "", self.name, self.type, choices=self.choices)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row: `participant` is whom it is about (empty: nobody known), `settled` new, left out, or not asked yet.

    `near` are the labels of those it may be about; `values` are as they will be kept, `unfit` as they stand.
    """

    number: int
    label: str
    participant: str
    participant_id: int | None
    settled: str
    near: tuple[str, ...]
    values: Mapping[str, str]
    unfit: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def open(self) -> bool:
        """Whether it has to be asked whom this row is about."""
        return self.participant_id is None and not self.settled

    @property
    def taken(self) -> bool:
        """Whether the row goes into the study."""
        return self.participant_id is not None or self.settled == NEW


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that a participant has, and the other one that the table has."""

    participant: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking in the table would do; `new_values` counts values where there was none before.

    `left_out` are columns that tell who a person is: they stay outside the study. `no_rows` are rows of which nothing
    can be taken.
    """

    label_column: str
    columns: tuple[PlannedColumn, ...]
    rows: tuple[PlannedRow, ...]
    conflicts: tuple[Conflict, ...]
    new_values: int
    kind_id: int | None = None
    refusing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    no_rows: tuple[Trouble, ...] = ()

    @property
    def open(self) -> tuple[PlannedRow, ...]:
        """The rows of which it has to be asked whom they are about."""
        return tuple(one for one in self.rows if one.open)

    @property
    def new(self) -> tuple[PlannedRow, ...]:
        """The rows that become new participants."""
        return tuple(one for one in self.rows if one.participant_id is None and one.taken)

    @property
    def unfit(self) -> tuple[PlannedColumn, ...]:
        """The columns with values that are none of their type."""
        return tuple(one for one in self.columns if one.unfit)

    def troubles(self, *, add_choices: bool = False) -> tuple[Trouble, ...]:
        """Return what cannot be taken, row by row; with `add_choices` values outside a category can."""
        columns = {one.name: one for one in self.columns}
        found = [
            Trouble(row.number, row.label, name, value, why_not(columns[name].like, value))
            for row in self.rows
            if row.taken or row.open
            for name, value in row.unfit.items()
            if not (add_choices and columns[name].type is Type.CATEGORY)
        ]
        return tuple(sorted([*self.no_rows, *found], key=lambda one: one.number))


@dataclass(frozen=True, slots=True)
class Settled:
    """What the researcher settled: whom unmatched labels are, types of columns, and the kind of people these are.

    `matches` maps a label as it stands in the table to that of a participant, or to NEW or LEAVE; `rest` is for all
    that is not named there.
    """

    matches: Mapping[str, str] | None = None
    types: Mapping[str, Type] | None = None
    kind_id: int | None = None
    rest: str = ""


def plan(
    rows: Sequence[Mapping[str, str]],
    label_column: str,
    people: Sequence[Participant],
    schema: Schema,
    consents: Mapping[int, Consents],
    settled: Settled,
) -> Plan:
    """Return what taking in a table would do; nothing is changed.

    Raises:
        StudyError: two rows are about the same person, or something was settled that is not there.
    """
    tidy = [(number, tidied(row, number)) for number, row in enumerate(rows, 2)]
    label_column = squeeze_name(label_column).casefold()
    every = [name for name in dict.fromkeys(name for _, row in tidy for name in row) if name != label_column]
    left_out = tuple(name for name in every if tells_who(name, [row.get(name, "") for _, row in tidy]))
    names = [name for name in every if name not in left_out]
    sound, no_rows = sound_rows(tidy, label_column)
    known = {one.label.casefold(): one for one in people}
    columns = [_column(name, sound, people, schema, settled) for name in names]
    made = [_row(number, row, label_column, columns, known, settled) for number, row in sound]
    _check_settled(made, settled, names)
    by_id = {one.id: one for one in people}
    categories = {one.name for one in columns if one.type is Type.CATEGORY}
    conflicts: list[Conflict] = []
    fresh = 0
    for row in made:
        before = by_id[row.participant_id].attributes if row.participant_id is not None else dict[str, str]()
        # What is outside its category may be added to it, and is then a value as others.
        outside = {name: value for name, value in row.unfit.items() if name in categories}
        for name, value in {**row.values, **outside}.items():
            old = before.get(name, "")
            fresh += row.taken and not old
            if old and old != value:
                conflicts.append(Conflict(row.participant, name, old, value))
    refusing = tuple(
        row.participant
        for row in made
        if row.participant_id is not None and not consents.get(row.participant_id, NOTHING_KNOWN).may_be_analysed
    )
    return Plan(
        label_column, tuple(columns), tuple(made), tuple(conflicts), fresh, settled.kind_id, refusing, left_out,
        tuple(no_rows),
    )  # fmt: skip


def tidied(row: Mapping[str, str], number: int) -> dict[str, str]:
    """Return a row with column names in lower case, names and values on one line; raise StudyError for a bad name."""
    tidy = {squeeze_name(column).casefold(): squeeze_name(value) for column, value in row.items()}
    if len(tidy) < len(row) or "" in tidy:
        raise StudyError(f"Row {number} of the people table has two columns of one name, or one without; name each.")
    return tidy


def refuse_strangers(labels: Sequence[str]) -> None:
    """Raise StudyError when labels are left that are nobody's in the study and may not become new people."""
    if labels:
        names = ", ".join(labels[:8]) + ("…" if len(labels) > 8 else "")
        raise StudyError(
            f"The people table names {names}, who speak in no transcript. "
            "Import their transcripts first, or allow new people (--add)."
        )


def _column(
    name: str, rows: Sequence[Numbered], people: Sequence[Participant], schema: Schema, settled: Settled
) -> PlannedColumn:
    values = [row[name] for _, row in rows if row.get(name)]
    defined = schema.definition(name, settled.kind_id)
    chosen = (settled.types or {}).get(name)
    if defined is not None:
        type_, choices = defined.type, defined.choices
    else:
        # What is known already has to be of the type, too.
        held = [one.attributes[name] for one in people if one.attributes.get(name)]
        age = is_age(Definition(0, "", name))
        type_, choices = (Type.NUMBER, ()) if age and values else guess([*values, *held], len(rows))
        if chosen is not None and chosen is not type_:
            listed = tuple(dict.fromkeys([*values, *held]))
            type_, choices = chosen, listed if chosen is Type.CATEGORY else ()
    check_name(name)
    known_id = defined.id if defined is not None else 0
    like = Definition(known_id, "", name, type_, choices=choices)
    unfit = tuple((number, row[name]) for number, row in rows if row.get(name) and why_not(like, row[name]))
    examples = tuple(dict.fromkeys(values))[:_EXAMPLES]
    return PlannedColumn(name, type_, choices, defined is not None, len(values), examples, unfit, known_id)


def _row(
    number: int, row: Mapping[str, str], label_column: str, columns: Sequence[PlannedColumn],
    known: Mapping[str, Participant], settled: Settled,
) -> PlannedRow:  # fmt: skip
    label = row[label_column]
    person = known.get(label.casefold())
    chosen = _chosen(label, settled) or ("" if person else settled.rest)
    if chosen not in ("", NEW, LEAVE):
        person = known.get(chosen.casefold())
        if person is None:
            raise StudyError(f"There is no participant «{chosen}»; see `workbench participants`.")
    given = {one.name: (one.like, row[one.name]) for one in columns if row.get(one.name)}
    unfit = {name: value for name, (like, value) in given.items() if why_not(like, value)}
    values = {name: check_value(like, value) for name, (like, value) in given.items() if name not in unfit}
    if person is None:
        return PlannedRow(number, label, label, None, chosen, near(label, known), values, unfit)
    if chosen == LEAVE:
        return PlannedRow(number, label, label, None, LEAVE, (), values, unfit)
    return PlannedRow(number, label, person.label, person.id, "", (), values, unfit)


def _chosen(label: str, settled: Settled) -> str:
    for written, chosen in (settled.matches or {}).items():
        if squeeze_name(written).casefold() == label.casefold():
            return chosen if chosen in (NEW, LEAVE) else squeeze_name(chosen)
    return ""


def _check_settled(rows: Sequence[PlannedRow], settled: Settled, names: Sequence[str]) -> None:
    labels = {row.label.casefold() for row in rows}
    for written in settled.matches or {}:
        if squeeze_name(written).casefold() not in labels:
            raise StudyError(f"The people table has nobody called «{squeeze_name(written)}».")
    for name in settled.types or {}:
        if name not in names:
            raise StudyError(f"The people table has no column «{name}»; it has {', '.join(names)}.")
    seen: dict[int, str] = {}
    for row in rows:
        if row.participant_id is None:
            continue
        if row.participant_id in seen:
            raise StudyError(
                f"«{seen[row.participant_id]}» and «{row.label}» would both be {row.participant}; "
                "match each with a person of its own."
            )
        seen[row.participant_id] = row.label


def near(label: str, known: Mapping[str, Participant]) -> tuple[str, ...]:
    """Return the labels of those whom a label not known may mean (`Informant 7` → `P07`), likeliest first."""
    flat = "".join(_TELLING.findall(label.casefold()))
    number = _KINDS_OF_LABEL.fullmatch(flat)
    found: list[str] = []
    for person in known.values():
        hit = _KINDS_OF_LABEL.fullmatch("".join(_TELLING.findall(person.label.casefold())))
        if number and hit and int(hit[1]) == int(number[1]):
            found.append(person.label)
    # Teams and Zoom write who is a guest behind the name: «Arvid Lothe (gjest)» is «Arvid Lothe» in the table.
    bare = {name: _BEHIND.sub("", name) for name in known}
    found += [known[name].label for name, own in bare.items() if own == _BEHIND.sub("", label.casefold())]
    close = difflib.get_close_matches(label.casefold(), list(known), _MOST_NEAR, 0.75)
    found += [known[one].label for one in close if not number or not _KINDS_OF_LABEL.fullmatch(one)]
    return tuple(dict.fromkeys(found))[:_MOST_NEAR]
