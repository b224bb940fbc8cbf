"""What can be asked of an open study file, whether it is open for writing or for reading only."""

import json
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.journal import Value
from workbench.store.refusals import told
from workbench.store.schema import JOURNALLED

T = TypeVar("T")
# KiB of a file that are in memory while a text is read that is kept as objects.
_ONCE = 1024


class OpenStudy:
    """An open study file that answers questions."""

    def __init__(self, path: Path, connection: engine.Connection) -> None:
        self.path = path
        self.db = connection

    @property
    def folder(self) -> Path:
        """The study folder."""
        return self.path.parent

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """Return all rows of a query, as mappings."""
        with told(self.path):
            return self.db.execute(sql, parameters).fetchall()

    def ask(self, question: Callable[[engine.Connection], T]) -> T:
        """Return the answer to a question of the journal."""
        with told(self.path):
            return question(self.db)

    def value(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    @contextmanager
    def read_once(self) -> Generator[None]:
        """Read much of the file without keeping its pages in memory, as one does who keeps what is made of them."""
        self.db.execute(f"PRAGMA cache_size=-{_ONCE}")
        try:
            yield
        finally:
            self.db.execute(f"PRAGMA cache_size=-{engine.CACHE}")

    def live(self, table: str, **equal: Value) -> list[Any]:
        """Return the rows of a journalled table that are not deleted and have these column values, oldest first."""
        if table not in JOURNALLED:
            raise StoreError(f"{table} is not a table of acts.")
        where = "".join(f' AND "{name}" IS ?' for name in equal)
        return self.rows(f'SELECT * FROM "{table}" WHERE deleted = 0{where} ORDER BY id', tuple(equal.values()))

    def setting(self, name: str, default: str = "") -> str:
        """Return a setting of the study."""
        found = self.value("SELECT value FROM setting WHERE name = ? AND deleted = 0", (name,))
        return default if found is None else str(found)

    @property
    def name(self) -> str:
        """The study's name."""
        return self.setting("name")

    @property
    def language(self) -> str:
        """The language of the interviews: `nb` or `en`."""
        return self.setting("language", "nb")

    def desk(self, name: str) -> Any:
        """Return where the analyst stood (not part of the study, not journalled), or None."""
        found = self.value("SELECT value FROM desk WHERE name = ?", (name,))
        # What another program made unreadable is forgotten: it is no part of the study.
        with suppress(ValueError):
            return None if found is None else json.loads(found)
        return None
