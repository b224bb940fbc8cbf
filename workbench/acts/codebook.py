"""The codebook: adding, renaming, moving, merging and retiring codes."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.acts.codebook_file import written_aliases
from workbench.acts.memos import follow
from workbench.errors import StudyError
from workbench.store.backup_names import BULK, Reason
from workbench.store.journal import Value, Writer
from workbench.store.lookups.codes import codebook as load
from workbench.store.lookups.codes import is_used
from workbench.store.lookups.people import coder_named
from workbench.store.study_file import StudyFile
from workbench.study.codes import (
    CODE_FACTS,
    DEFINITION_FIELDS,
    PALETTE,
    Codebook,
    CodeStatus,
    check_colour,
    check_name,
    check_source,
    split_aliases,
)
from workbench.study.ids import new_guid
from workbench.study.text import canonical


def insert_code(
    writer: Writer,
    codebook: Codebook,
    name: str,
    parent_id: int | None,
    *,
    guid: str = "",
    brief: str = "",
    colour: str = "",
) -> int:
    """Insert a checked code as the last of its siblings, in its parent's colour unless given; return its id."""
    siblings = codebook.children(parent_id)
    if not colour:
        colour = codebook.get(parent_id).colour if parent_id else PALETTE[len(siblings) % len(PALETTE)]
    return writer.insert("code", {
        "guid": guid or new_guid(), "name": name, "parent_id": parent_id, "colour": colour,
        "brief": canonical(brief).text.strip(), "rank": max((code.rank for code in siblings), default=0) + 1,
    })  # fmt: skip


def living_parent(codebook: Codebook, parent_id: int | None) -> int | None:
    """Return the parent to put a code under: a merged code's heir; raise StudyError when it is gone."""
    return None if parent_id is None else codebook.get(parent_id).id


def add(study: StudyFile, name: str, parent_id: int | None = None, **fields: str) -> int:
    """Add a code; `fields` are as those of `define`. Return its id.

    Raises:
        StudyError: the name is empty, too long, or taken by a sibling; or as `define`.
    """
    codebook = load(study)
    tidy, parent_id = check_name(name), living_parent(codebook, parent_id)
    codebook.check_free(tidy, parent_id)
    columns = _columns(study, codebook, tidy, None, fields)
    with study.writing("code.add", {"code": tidy}) as writer:
        code_id = insert_code(writer, codebook, tidy, parent_id)
        writer.update("code", code_id, columns)
    return code_id


def _columns(
    study: StudyFile, codebook: Codebook, name: str, code_id: int | None, fields: Mapping[str, str]
) -> dict[str, Value]:
    """Return what to write for fields given as texts."""
    known = (*DEFINITION_FIELDS, *CODE_FACTS)
    unknown = set(fields) - set(known)
    if unknown:
        raise StudyError(f"A code has no field «{', '.join(sorted(unknown))}»; it has {', '.join(known)}.")
    texts = {one: canonical(value).text.strip() for one, value in fields.items()}
    columns: dict[str, Value] = {one: texts[one] for one in DEFINITION_FIELDS if one in texts}
    if "aliases" in texts:
        aliases = [one for one in split_aliases(texts["aliases"]) if one.casefold() != name.casefold()]
        codebook.check_aliases(aliases, code_id)
        columns["aliases"] = written_aliases(aliases)
    if "source" in texts:
        columns["source"] = check_source(texts["source"]).value
    if "owner" in texts:
        columns["owner_id"] = coder_named(study, texts["owner"]).id if texts["owner"] else None
    return columns


def define(study: StudyFile, code_id: int, fields: Mapping[str, str]) -> None:
    """Write what a code means and how it is found.

    `fields` may hold DEFINITION_FIELDS (brief, definition, when, when_not, example, counter_example) and CODE_FACTS:
    `aliases` (other names, `;` between them), `source` (see CodeSource), `owner` (a coder's name, or nothing).

    Raises:
        StudyError: there is no such field, source or coder, or a living code is called by one of the other names.
    """
    codebook = load(study)
    code = codebook.get(code_id)
    columns = _columns(study, codebook, code.name, code.id, fields)
    with study.writing("code.define", {"code": code.name}) as writer:
        writer.update("code", code.id, columns)


def rename(study: StudyFile, code_id: int, name: str) -> None:
    """Give a code another name, free among its siblings and not another code's other name."""
    codebook = load(study)
    code, tidy = codebook.get(code_id), check_name(name)
    codebook.check_free(tidy, code.parent_id, but=code.id)
    aliases = written_aliases(one for one in code.aliases if one.casefold() != tidy.casefold())
    with study.writing("code.rename", {"code": code.name, "to": tidy}) as writer:
        writer.update("code", code.id, {"name": tidy, "aliases": aliases})


def recolour(study: StudyFile, code_id: int, colour: str) -> None:
    """Give a code another colour (#RRGGBB)."""
    code = load(study).get(code_id)
    with study.writing("code.recolour", {"code": code.name, "to": colour}) as writer:
        writer.update("code", code.id, {"colour": check_colour(colour)})


def move(study: StudyFile, code_id: int, parent_id: int | None) -> None:
    """Put a code with all below it under another parent (None: the top level), as the last child.

    Raises:
        StudyError: that would make a cycle or two siblings of one name.
    """
    codebook = load(study)
    code, parent_id = codebook.get(code_id), living_parent(codebook, parent_id)
    if code.parent_id == parent_id:
        return
    codebook.check_move(code.id, parent_id)
    where = codebook.get(parent_id).name if parent_id else ""
    rank = max((one.rank for one in codebook.children(parent_id)), default=0) + 1
    with study.writing("code.move", {"code": code.name, "to": where}) as writer:
        writer.update("code", code.id, {"parent_id": parent_id, "rank": rank})


def reorder(study: StudyFile, code_id: int, step: int) -> bool:
    """Move a code one place up (-1) or down (+1) among its siblings; return False at the edge."""
    codebook = load(study)
    code = codebook.get(code_id)
    siblings = list(codebook.children(code.parent_id))
    at = [one.id for one in siblings].index(code.id)
    if not 0 <= at + step < len(siblings):
        return False
    siblings[at], siblings[at + step] = siblings[at + step], siblings[at]
    with study.writing("code.reorder", {"code": code.name}) as writer:
        for rank, one in enumerate(siblings, 1):
            writer.update("code", one.id, {"rank": rank})
    return True


def merge(study: StudyFile, code_id: int, into_id: int) -> int:
    """Merge a code into another: codings, children, themes, memos, other names go over; return how many codings moved.

    Where the same coder had both codes on exactly the same words, the doubled coding goes and its quotes go over.

    Raises:
        StudyError: the two are the same, the target lies inside the merged code, or it cannot take codings
            (a folder, retired), or both have a code of the same name under them.
    """
    codebook = load(study)
    code, into = codebook.get(code_id), codebook.get(into_id)
    if code.id == into.id:
        raise StudyError(f"«{code.name}» cannot be merged into itself.")
    if into.id in codebook.with_descendants(code.id):
        raise StudyError(
            f"«{code.name}» cannot be merged into «{into.name}», which lies inside it; move that code out first."
        )
    codings = study.live("coding", code_id=code.id)
    if codings and not into.codable:
        raise StudyError(f"«{into.name}» only gathers other codes; merge «{code.name}» into one of the codes under it.")
    if codings and into.status is CodeStatus.RETIRED:
        raise StudyError(f"«{into.name}» is retired; bring it back in the codebook before you merge into it.")
    if len(codings) >= BULK:
        study.about_to(Reason.MERGE)
    with study.writing("code.merge", {"code": code.name, "to": into.name, "count": str(len(codings))}) as writer:
        move_codings(study, writer, codings, into.id)
        _move_children(writer, codebook, code.id, into.id)
        _move_theme_links(study, writer, code.id, into.id)
        follow(study, writer, "code", code.id, into.id)
        if code.aliases:
            writer.update("code", into.id, {"aliases": written_aliases((*into.aliases, *code.aliases))})
        writer.update("code", code.id, {"merged_into": into.id, "deleted": 1})
    return len(codings)


def move_codings(study: StudyFile, writer: Writer, rows: Iterable[Mapping[str, Any]], to_id: int) -> None:
    """Give codings another code; where its coder has that code on exactly these words already, the two become one."""
    there = {_place(row): row for row in study.live("coding", code_id=to_id)}
    for row in rows:
        twin = there.get(_place(row))
        if twin is None:
            writer.update("coding", row["id"], {"code_id": to_id})
            continue
        kept = {
            "level": twin["level"] or row["level"], "stance": twin["stance"] or row["stance"],
            "certain": twin["certain"] and row["certain"], "important": twin["important"] or row["important"],
        }  # fmt: skip
        if row["memo"] and row["memo"] != twin["memo"]:
            kept["memo"] = f"{twin['memo']}\n{row['memo']}".strip()
        writer.update("coding", twin["id"], kept)
        for quote in study.live("quote", coding_id=row["id"]):
            writer.update("quote", quote["id"], {"coding_id": twin["id"]})
        _move_reviews(study, writer, row["id"], twin["id"])
        follow(study, writer, "coding", row["id"], twin["id"])
        writer.delete("coding", row["id"])


def _move_reviews(study: StudyFile, writer: Writer, from_id: int, to_id: int) -> None:
    judged = {(row["theme_id"], row["coder_id"]) for row in study.live("review", coding_id=to_id)}
    for row in study.live("review", coding_id=from_id):
        if (row["theme_id"], row["coder_id"]) in judged:
            writer.delete("review", row["id"])
        else:
            writer.update("review", row["id"], {"coding_id": to_id})


def _place(row: Mapping[str, int]) -> tuple[int, int, int, int]:
    return row["transcript_id"], row["start"], row["end"], row["coder_id"]


def _move_children(writer: Writer, codebook: Codebook, from_id: int, to_id: int) -> None:
    names = {code.name.casefold() for code in codebook.children(to_id) if code.id != from_id}
    rank = max((code.rank for code in codebook.children(to_id)), default=0)
    for place, child in enumerate(codebook.children(from_id), 1):
        if child.name.casefold() in names:
            raise StudyError(f"Both codes have a code «{child.name}» under them; merge or rename one of these first.")
        writer.update("code", child.id, {"parent_id": to_id, "rank": rank + place})


def _move_theme_links(study: StudyFile, writer: Writer, from_id: int, to_id: int) -> None:
    there = {row["theme_id"]: row for row in study.live("theme_code", code_id=to_id)}
    for row in study.live("theme_code", code_id=from_id):
        if row["theme_id"] in there:
            twin = there[row["theme_id"]]
            writer.update("theme_code", twin["id"], {"reason": twin["reason"] or row["reason"]})
            writer.delete("theme_code", row["id"])
        else:
            writer.update("theme_code", row["id"], {"code_id": to_id})


def set_status(study: StudyFile, code_id: int, status: CodeStatus) -> None:
    """Retire a code (its codings stay, new ones are refused) or take it into use again."""
    code = load(study).get(code_id)
    verb = "code.retire" if status is CodeStatus.RETIRED else "code.revive"
    with study.writing(verb, {"code": code.name}) as writer:
        writer.update("code", code.id, {"status": status.value})


def remove(study: StudyFile, code_id: int) -> None:
    """Take away a code that has no codes under it, and codings at most in transcripts that were removed themselves."""
    codebook = load(study)
    code = codebook.get(code_id)
    if codebook.children(code.id):
        raise StudyError(f"«{code.name}» has codes under it; move or remove these first.")
    if is_used(study, code.id):
        raise StudyError(f"«{code.name}» has codings; merge it into another code or retire it, so that none are lost.")
    with study.writing("code.remove", {"code": code.name}) as writer:
        for row in study.live("coding", code_id=code.id):
            for quote in study.live("quote", coding_id=row["id"]):
                writer.delete("quote", quote["id"])
            writer.delete("coding", row["id"])
        for row in study.live("theme_code", code_id=code.id):
            writer.delete("theme_code", row["id"])
        writer.delete("code", code.id)
