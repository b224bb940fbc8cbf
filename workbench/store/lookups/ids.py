"""Which rows live, by id alone."""

from workbench.errors import StoreError
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile


def living(study: StudyFile, table: str) -> list[int]:
    """Return the ids of the rows of a journalled table that are not deleted, oldest first."""
    if table not in JOURNALLED:
        raise StoreError(f"{table} is not a table of acts.")
    return [row["id"] for row in study.rows(f'SELECT id FROM "{table}" WHERE deleted = 0 ORDER BY id')]


def ever(study: StudyFile, table: str) -> list[int]:
    """Return the ids of all rows of a journalled table, those that are gone too, oldest first."""
    if table not in JOURNALLED:
        raise StoreError(f"{table} is not a table of acts.")
    return [row["id"] for row in study.rows(f'SELECT id FROM "{table}" ORDER BY id')]
