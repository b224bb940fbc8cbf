"""Taking in a table of people as it was planned: matches, types, kind and values in one act."""

from collections.abc import Mapping, Sequence

from workbench.acts.people import check_of_row, write_attribute
from workbench.acts.people_schema import insert_definition
from workbench.errors import StudyError
from workbench.store.journal import Writer
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import consents, schema
from workbench.store.study_file import StudyFile
from workbench.study import people_plan
from workbench.study.attributes import Definition, Type, choice_of, kept_choices
from workbench.study.people import check_label
from workbench.study.people_plan import Plan, PlannedColumn, Settled
from workbench.study.people_troubles import Trouble


def plan(
    study: StudyFile, rows: Sequence[Mapping[str, str]], label_column: str, settled: Settled | None = None
) -> Plan:
    """Return what taking in a table would do; see `study.people_plan.plan`."""
    return people_plan.plan(
        rows, label_column, lookup.participants(study), schema(study), consents(study), settled or Settled()
    )


def take(
    study: StudyFile, planned: Plan, *, keep_old: bool = False, add_choices: bool = False, good_only: bool = False
) -> int:
    """Carry a plan out in one act; return how many participants changed or came.

    Columns that are not defined yet are defined, in the order they stand. With `keep_old` a value that is there
    stays; with `add_choices` values outside a category are added to it; with `good_only` what the plan tells as
    trouble stays outside.

    Raises:
        StudyError: a row is neither matched, new nor left out, or there is trouble (rows without a person, values
            that are none of their type) and `good_only` is not set; nothing is changed.
    """
    people_plan.refuse_strangers([one.label for one in planned.open])
    troubles = planned.troubles(add_choices=add_choices)
    if troubles and not good_only:
        _refuse(troubles)
    taken = [one for one in planned.rows if one.taken]
    with study.writing("people.import", {"count": str(len(taken))}) as writer:
        known = {one.id: one for one in lookup.participants(study)}
        columns = {one.name: _column(study, writer, one, planned, add_choices=add_choices) for one in planned.columns}
        touched: set[int] = set()
        for row in taken:
            person_id = row.participant_id
            if person_id is None:
                person_id = writer.insert("participant", {"label": check_label(row.label), "kind_id": planned.kind_id})
                touched.add(person_id)
            elif planned.kind_id is not None and writer.update("participant", person_id, {"kind_id": planned.kind_id}):
                touched.add(person_id)
            before = known[person_id].attributes if person_id in known else dict[str, str]()
            added = {name: value for name, value in row.unfit.items() if add_choices and columns[name].choices}
            for name, value in {**row.values, **added}.items():
                if keep_old and before.get(name):
                    continue
                kept = check_of_row(columns[name], value, row.number, row.label)
                if before.get(name) != kept:
                    touched.add(person_id)
                    write_attribute(study, writer, person_id, name, kept)
    return len(touched)


def _refuse(troubles: Sequence[Trouble]) -> None:
    first, more = troubles[0].sentence(), len(troubles) - 1
    if more:
        raise StudyError(
            f"{first} And {more} more cannot be taken as they stand. Mend that in the table, or take in the rest "
            "without it (--good-only)."
        )
    raise StudyError(f"{first} Mend that in the table, or take in the rest without it (--good-only).")


def _column(study: StudyFile, writer: Writer, column: PlannedColumn, planned: Plan, *, add_choices: bool) -> Definition:
    """Return what a column is, defined now where it was not; with values added to a category where allowed."""
    known = schema(study)
    definition = known.definition(column.name, planned.kind_id)
    if definition is None:
        definition = Definition(0, "", column.name, column.type, planned.kind_id, column.choices)
        rank = 1 + max((one.rank for one in known.definitions), default=0)
        insert_definition(study, writer, definition, rank)
        return definition
    if add_choices and definition.type is Type.CATEGORY and column.unfit:
        fresh = dict.fromkeys(value for _, value in column.unfit if choice_of(definition, value) is None)
        choices = (*definition.choices, *fresh)
        writer.update("attribute_definition", definition.id, {"choices": kept_choices(choices)})
        return Definition(definition.id, "", definition.name, Type.CATEGORY, definition.kind_id, choices)
    return definition
