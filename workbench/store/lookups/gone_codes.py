"""Codes that left the codebook, and how many codings hold a code in it."""

from dataclasses import dataclass

from workbench.store.study_file import StudyFile


@dataclass(frozen=True, slots=True)
class GoneCode:
    """A removed code's row, or a merged code's, whose `heir` is the id of the code it went into."""

    id: int
    heir: int | None


def gone_codes(study: StudyFile) -> dict[str, GoneCode]:
    """Return the codes that are no longer in the codebook, by GUID."""
    rows = study.rows("SELECT id, guid, merged_into FROM code WHERE deleted = 1")
    return {row["guid"]: GoneCode(row["id"], row["merged_into"]) for row in rows}


def aliases(study: StudyFile) -> dict[str, str]:
    """Return, for the GUID of every merged code, the GUID of the living code that took its codings over."""
    rows = study.rows("SELECT id, guid, merged_into, deleted FROM code")
    by_id = {row["id"]: row for row in rows}
    result: dict[str, str] = {}
    for row in rows:
        at, steps = row, 0
        while at is not None and at["deleted"] and at["merged_into"] is not None and steps <= len(by_id):
            at, steps = by_id.get(at["merged_into"]), steps + 1
        if row["deleted"] and at is not None and not at["deleted"]:
            result[row["guid"]] = at["guid"]
    return result


def codings_held(study: StudyFile) -> dict[str, int]:
    """Return how many codings each code has, by GUID; codes without any are left out."""
    rows = study.rows(
        "SELECT code.guid, count(*) AS codings FROM coding c JOIN code ON code.id = c.code_id "
        "WHERE c.deleted = 0 GROUP BY code.guid"
    )
    return {row["guid"]: row["codings"] for row in rows}
