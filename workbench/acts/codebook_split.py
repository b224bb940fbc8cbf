"""Splitting a code passage by passage: each coding that was chosen goes to a new code or to one there is."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.acts.codebook import insert_code, move_codings
from workbench.errors import StudyError
from workbench.store.journal import Writer
from workbench.store.lookups.codes import codebook as load
from workbench.store.study_file import StudyFile
from workbench.study.codes import Code, Codebook, check_name, check_usable


def split(
    study: StudyFile, code_id: int, into: Mapping[int, int | str], *, themes: bool = True, memos: bool = False
) -> list[int]:
    """Give codings of a code to other codes, in one act; return the ids of the codes made, in the order named.

    `into` maps the id of a coding to the id of a code there is, or to the name of a new one, which is put beside the
    code. Codings not named keep the code. New codes come under the themes of the code and get a copy of its memos
    when `themes` and `memos` say so.

    Raises:
        StudyError: nothing was chosen, a coding is not of this code, a target is this code, gone or cannot take
            codings, or a new name is taken.
    """
    codebook = load(study)
    code = codebook.get(code_id)
    rows = _chosen(study, code, into)
    targets = {target: _target(codebook, code, target) for target in dict.fromkeys(into.values())}
    names: dict[str, str] = {}
    for one in targets.values():
        name = one if isinstance(one, str) else one.name
        names.setdefault(name.casefold(), name)
    detail = {"code": code.name, "to": ", ".join(names.values()), "count": str(len(rows))}
    made: dict[str, int] = {}
    with study.writing("code.split", detail) as writer:
        groups: dict[int, list[Any]] = {}
        for row in rows:
            target = targets[into[row["id"]]]
            if isinstance(target, str) and target.casefold() not in made:
                made[target.casefold()] = insert_code(writer, codebook, target, code.parent_id)
            to_id = made[target.casefold()] if isinstance(target, str) else target.id
            groups.setdefault(to_id, []).append(row)
        for to_id, some in groups.items():
            move_codings(study, writer, some, to_id)
        for made_id in made.values():
            _take_along(study, writer, code.id, made_id, themes=themes, memos=memos)
    return list(made.values())


def _chosen(study: StudyFile, code: Code, into: Mapping[int, int | str]) -> Sequence[Any]:
    rows = [row for row in study.live("coding", code_id=code.id) if row["id"] in into]
    if not into:
        raise StudyError(f"Choose the passages of «{code.name}» that get another code.")
    if len(rows) < len(into):
        raise StudyError(f"Some of the codings to split off do not have the code «{code.name}»; nothing was changed.")
    return rows


def _target(codebook: Codebook, code: Code, target: int | str) -> Code | str:
    if isinstance(target, str):
        name = check_name(target)
        codebook.check_free(name, code.parent_id)
        return name
    found = check_usable(codebook.get(target))
    if found.id == code.id:
        raise StudyError(f"«{code.name}» cannot be split into itself; choose another code or a new name.")
    return found


def _take_along(study: StudyFile, writer: Writer, code_id: int, made_id: int, *, themes: bool, memos: bool) -> None:
    for row in study.live("theme_code", code_id=code_id) if themes else ():
        rank = max((one["rank"] for one in study.live("theme_code", theme_id=row["theme_id"])), default=0) + 1
        link = {"theme_id": row["theme_id"], "code_id": made_id, "rank": rank, "reason": row["reason"]}
        writer.insert("theme_code", link)
    for row in study.live("memo", about="code", about_id=code_id) if memos else ():
        kept = {name: row[name] for name in ("text", "coder_id", "created", "kind", "title", "private")}
        writer.insert("memo", {**kept, "about": "code", "about_id": made_id})
