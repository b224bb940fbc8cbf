"""The audit trail as lines of JSON, one act each."""

import json
from typing import TYPE_CHECKING, Any

from workbench.study.ids import short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.report.audit_trail import OutAct, TrailHead
    from workbench.report.trail_cleaning import OutValue


def head(trail: "TrailHead") -> str:
    """Return nothing: every line is an act."""
    return ""


def act(one: "OutAct") -> str:
    """Return one line."""
    line = one.line
    data: dict[str, Any] = {
        "id": one.id, "at": line.at, "coder": line.coder, "verb": line.verb, "kind": line.kind.value,
        "state": line.state, "of": None if line.of is None else short(line.of), "text": one.text, "detail": one.detail,
        "rows": [
            {"table": row.table, "id": row.id, "name": row.name, "became": row.became,
             "before": _values(row.before), "after": _values(row.after)}
            for row in one.rows
        ],
    }  # fmt: skip
    if one.passage is not None:
        passage = one.passage
        data["passage"] = {"transcript": passage.transcript, "turn": passage.turn, "words": passage.words}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _values(values: "Mapping[str, OutValue]") -> dict[str, Any]:
    """Return columns and values; a row that is pointed at as an object of `id` and `name`."""
    return {
        column: value if isinstance(value, int | str) or value is None else {"id": value.id, "name": value.name}
        for column, value in values.items()
    }


def tail() -> str:
    """Return nothing."""
    return ""
