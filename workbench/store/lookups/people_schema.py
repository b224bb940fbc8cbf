"""The kinds of people of a study, what can be known of each, and what people agreed to."""

import json
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.attributes import Definition, PeopleKind, Schema, Type
from workbench.study.bands import bands_kept
from workbench.study.consent import Answer, Consent, Consents, Scope, by_person


def schema(study: StudyFile) -> Schema:
    """Return kinds and definitions, each in their order."""
    kinds = study.rows("SELECT id, guid, name, rank FROM people_kind WHERE deleted = 0 ORDER BY rank, id")
    ranks = {row["id"]: place for place, row in enumerate(kinds, 1)}
    rows = study.rows("SELECT * FROM attribute_definition WHERE deleted = 0 ORDER BY rank, id")
    listed = sorted(rows, key=lambda row: ranks.get(row["kind_id"], 0))
    return Schema(
        tuple(PeopleKind(row["id"], row["guid"], row["name"], row["rank"]) for row in kinds),
        tuple(_definition(row) for row in listed if row["kind_id"] is None or row["kind_id"] in ranks),
    )


@of_row("attribute_definition")
def _definition(row: Any) -> Definition:
    return Definition(
        row["id"], row["guid"], row["name"], Type(row["type"]), row["kind_id"],
        tuple(str(one) for one in json.loads(row["choices"])), row["source"], bands_kept(row["bands"]), row["note"],
        row["rank"],
    )  # fmt: skip


def consents(study: StudyFile) -> dict[int, Consents]:
    """Return what every participant agreed to, by their id."""
    people = study.rows("SELECT id, withdrawn FROM participant WHERE deleted = 0")
    given = study.rows("SELECT * FROM consent WHERE deleted = 0 ORDER BY id")
    return by_person({row["id"]: row["withdrawn"] for row in people}, [_consent(row) for row in given])


@of_row("consent")
def _consent(row: Any) -> Consent:
    return Consent(row["participant_id"], Scope(row["scope"]), Answer(row["answer"]), row["given"], row["note"])


def values_in_use(study: StudyFile, name: str) -> list[str]:
    """Return the values that people have for an attribute, each once, in the order they came."""
    rows = study.rows(
        "SELECT a.value, min(a.id) AS first FROM attribute a JOIN participant p ON p.id = a.participant_id "
        "AND p.deleted = 0 WHERE a.deleted = 0 AND a.name = ? GROUP BY a.value ORDER BY first",
        (name,),
    )
    return [row["value"] for row in rows]
