"""Rows that another program left unreadable: told by name, so that no screen falls over them."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from workbench.errors import StoreError, StudyError
from workbench.study.ids import short

P = ParamSpec("P")
T = TypeVar("T")
Maker = Callable[Concatenate[Any, P], T]


def of_row(table: str) -> Callable[[Maker[P, T]], Maker[P, T]]:
    """Decorate a function that makes something of a row of `table`: values it cannot read become a StoreError."""

    def wrap(make: Maker[P, T]) -> Maker[P, T]:
        @wraps(make)
        def made(row: Any, /, *more: P.args, **names: P.kwargs) -> T:
            try:
                return make(row, *more, **names)
            except (ValueError, KeyError, TypeError, StudyError) as error:
                raise unreadable(table, int(row["id"])) from error

        return made

    return wrap


def json_of(words: str, table: str = "change", row_id: int = 0) -> Any:
    """Return what a column's JSON says.

    Raises:
        StoreError: it is no JSON.
    """
    try:
        return json.loads(words)
    except ValueError as error:
        raise unreadable(table, row_id) from error


def unreadable(table: str, row_id: int = 0) -> StoreError:
    """Return what is said of a row that cannot be read; 0 stands for any of the table."""
    if not row_id:
        return StoreError(
            f"A row of «{table}» in the study file cannot be read; another program may have changed it. "
            "Run `workbench check`."
        )
    return StoreError(
        f"The row {short(row_id)} of «{table}» in the study file cannot be read; another program may have changed it. "
        "Run `workbench check`."
    )
