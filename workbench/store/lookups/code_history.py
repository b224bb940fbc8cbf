"""How a code has been called and defined, by whom and when, and how much coding is older than its definition."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.lookups.definitions import codings_before_definition
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of
from workbench.study.codes import DEFINITION_FIELDS

_FIELDS = ("name", *DEFINITION_FIELDS)


@dataclass(frozen=True, slots=True)
class CodeVersion:
    """What a code was called and how its definition read from act `act_id` on; `at` is ISO 8601 in UTC.

    `changed` are the fields that this version changed; of the first version, those that are filled.
    """

    act_id: int
    at: str
    coder: str
    name: str
    fields: Mapping[str, str]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeHistory:
    """The versions of a code, oldest first, and how many codings were made under another definition than today's."""

    versions: tuple[CodeVersion, ...]
    older_codings: int


def code_history(study: StudyFile, code_id: int) -> CodeHistory:
    """Return the life of a code's name and definition; undoing brings the earlier words as a new version."""
    found = study.rows("SELECT * FROM code WHERE id = ?", (code_id,))
    if not found:
        return CodeHistory((), 0)
    state = {name: str(found[0][name]) for name in _FIELDS}
    changes = study.rows(
        "SELECT c.act_id, c.before, act.at, coalesce(coder.name, '') AS coder FROM change c "
        "JOIN act ON act.id = c.act_id LEFT JOIN coder ON coder.id = act.coder_id "
        "WHERE c.tbl = 'code' AND c.row_id = ? ORDER BY c.act_id DESC, c.id DESC",
        (code_id,),
    )
    # What one act wrote in several steps is one version: of its rows, the first tells how it was before.
    before_act: dict[int, dict[str, str]] = {}
    first_act = changes[-1]["act_id"] if changes else 0
    acts: dict[int, tuple[str, str, dict[str, str]]] = {}
    for change in changes:
        acts.setdefault(change["act_id"], (change["at"], change["coder"], dict(state)))
        before = json_of(change["before"])
        state = state | {name: str(before[name]) for name in _FIELDS if name in before}
        before_act[change["act_id"]] = dict(state)
    versions: list[CodeVersion] = []
    for act_id, (at, coder, after) in acts.items():
        was = {name: "" for name in _FIELDS} if act_id == first_act else before_act[act_id]
        changed = tuple(name for name in _FIELDS if after[name] != was[name])
        if changed:
            fields = {name: after[name] for name in DEFINITION_FIELDS}
            versions.append(CodeVersion(act_id, at, coder, after["name"], fields, changed))
    return CodeHistory(tuple(reversed(versions)), codings_before_definition(study, code_id))
