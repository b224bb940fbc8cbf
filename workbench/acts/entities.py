"""Entities: what the finders proposed and what the researcher decides, one decision for every mention."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.errors import StudyError
from workbench.store.journal import Value, Writer, now
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.entities import entities as load
from workbench.store.study_file import StudyFile
from workbench.study.folding import fold
from workbench.study.ids import new_guid
from workbench.study.masking import Decision, Entity, EntityKind, Masker, tidy_forms
from workbench.study.spans import Span
from workbench.study.text import squeeze_name


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An identifier as a finder or a person proposes it; the first form is its name."""

    kind: EntityKind
    forms: tuple[str, ...]
    match_case: bool = False
    sure: bool = True
    reason: str = ""
    decision: Decision = Decision.UNDECIDED
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finder saw a written form: characters `start`–`end` of a transcript's present text."""

    form: str
    transcript_id: int
    start: int
    end: int
    finder: str


def get(study: StudyFile, entity_id: int) -> Entity:
    """Return an entity, or raise StudyError when it is gone."""
    for entity in load(study):
        if entity.id == entity_id:
            return entity
    raise StudyError("This entity is no longer in the study.")


def add(study: StudyFile, new: Sequence[NewEntity], verb: str = "entity.add", places: Sequence[Place] = ()) -> int:
    """Add the entities none of whose forms is known yet, in one act; return how many were new.

    `places` are kept as findings of the entities that have their forms, listed before or now; those kept already, and
    those of transcripts that are gone, are passed over.
    """
    by_form = {form.casefold(): entity.id for entity in load(study) for form in entity.forms}
    count = 0
    detail: dict[str, str] = {}
    with study.writing(verb, detail) as writer:
        for one in new:
            forms = tuple(form for form in tidy_forms(one.forms) if form.casefold() not in by_form)
            if not forms or forms[0] != tidy_forms(one.forms)[0]:
                continue
            made = writer.insert("entity", {
                "guid": new_guid(), "kind": one.kind.value, "forms": json.dumps(forms, ensure_ascii=False),
                "decision": one.decision.value, "replacement": one.replacement, "match_case": int(one.match_case),
                "sure": int(one.sure), "reason": one.reason,
            })  # fmt: skip
            by_form |= {form.casefold(): made for form in forms}
            count += 1
        _keep_places(study, writer, places, by_form)
        detail["count"] = str(count)
    return count


def _keep_places(study: StudyFile, writer: Writer, places: Sequence[Place], by_form: Mapping[str, int]) -> None:
    owners = {fold(form).text: entity_id for form, entity_id in by_form.items()}
    revisions = {row["id"]: row["revision_id"] for row in study.live("transcript")} if places else {}
    kept = {_spot(row) for row in study.live("finding")} if places else set[tuple[object, ...]]()
    moment = now()
    for place in places:
        owner, revision = owners.get(fold(place.form).text), revisions.get(place.transcript_id)
        if owner is None or revision is None:
            continue
        row: dict[str, Value] = {
            "entity_id": owner, "transcript_id": place.transcript_id, "revision_id": revision, "start": place.start,
            "end": place.end, "finder": place.finder,
        }  # fmt: skip
        if _spot(row) not in kept:
            kept.add(_spot(row))
            writer.insert("finding", {**row, "created": moment})


def _spot(row: Mapping[str, Value]) -> tuple[object, ...]:
    return row["entity_id"], row["revision_id"], row["start"], row["end"], row["finder"]


def decide(study: StudyFile, entity_id: int, decision: Decision, replacement: str = "") -> None:
    """Decide on an entity; at once true for every mention in every transcript.

    Raises:
        StudyError: a replacement is missing, is used for another entity, or holds one of the entity's own forms.
    """
    entity = get(study, entity_id)
    values: dict[str, Value] = {"decision": decision.value}
    if decision is Decision.REPLACE:
        values["replacement"] = check_replacement(study, entity, replacement)
    with study.writing("entity.decide", {"kind": entity.kind.value, "to": decision.value}) as writer:
        writer.update("entity", entity_id, values)


def check_replacement(study: StudyFile, entity: Entity, replacement: str) -> str:
    """Return the replacement in square brackets, or raise StudyError when it cannot be used."""
    words = squeeze_name(replacement).strip("[]").strip()
    if not words:
        raise StudyError("Say what to show instead, such as [kollega 1].")
    shown = f"[{words}]"
    if Masker([replace(entity, match_case=False)]).find(words, cased=False):
        raise StudyError(f"The replacement {shown} holds the name itself.")
    for other in load(study):
        if (
            other.id != entity.id
            and other.decision is Decision.REPLACE
            and other.replacement.casefold() == shown.casefold()
        ):
            raise StudyError(
                f"{shown} stands for another {other.kind.value} already; number them, such as [{words} 2]."
            )
    return shown


def add_form(study: StudyFile, entity_id: int, form: str) -> None:
    """Let another written form (a nickname, a misspelling) count as the entity."""
    entity = get(study, entity_id)
    tidy = tidy_forms((form,))
    if not tidy:
        raise StudyError("A written form needs words.")
    for other in load(study):
        if tidy[0].casefold() in {one.casefold() for one in other.forms}:
            whose = "" if other.id == entity.id else f", of another {other.kind.value}; join the two if they are one"
            raise StudyError(f"That form is known already{whose}.")
    forms = (*entity.forms, *tidy)
    _set_forms(study, entity, forms)


def join(study: StudyFile, entity_id: int, into_id: int) -> None:
    """Say that two entities are one: the forms of the first go over, its decision is dropped."""
    entity, into = get(study, entity_id), get(study, into_id)
    if entity.id == into.id:
        raise StudyError("Choose another entity to join this one with.")
    with study.writing("entity.join", {"kind": into.kind.value}) as writer:
        forms = tidy_forms((*into.forms, *entity.forms))
        match_case = int(into.match_case or entity.match_case)
        writer.update("entity", into.id, {"forms": json.dumps(forms, ensure_ascii=False), "match_case": match_case})
        there = {(row["transcript_id"], row["start"], row["end"])
                 for row in study.live("entity_exception", entity_id=into.id)}  # fmt: skip
        for row in study.live("entity_exception", entity_id=entity.id):
            if (row["transcript_id"], row["start"], row["end"]) in there:
                writer.delete("entity_exception", row["id"])
            else:
                writer.update("entity_exception", row["id"], {"entity_id": into.id})
        _move_findings(study, writer, entity.id, into.id)
        writer.delete("entity", entity.id)


def _move_findings(study: StudyFile, writer: Writer, from_id: int, into_id: int) -> None:
    there = {_spot(row) for row in study.live("finding", entity_id=into_id)}
    for row in study.live("finding", entity_id=from_id):
        if (into_id, *_spot(row)[1:]) in there:
            writer.delete("finding", row["id"])
        else:
            writer.update("finding", row["id"], {"entity_id": into_id})


def relabel(study: StudyFile, entity_id: int, kind: EntityKind) -> None:
    """Say that an entity is of another kind."""
    entity = get(study, entity_id)
    with study.writing("entity.relabel", {"kind": kind.value}) as writer:
        writer.update("entity", entity.id, {"kind": kind.value})


def except_mention(study: StudyFile, entity_id: int, transcript_id: int, start: int, end: int) -> None:
    """Say that the words at this place are not the entity (or, said again, that they are)."""
    get(study, entity_id)
    transcript_lookup.load(study, transcript_id).check(Span(start, end))
    place: dict[str, Value] = {"entity_id": entity_id, "transcript_id": transcript_id, "start": start, "end": end}
    present = study.live("entity_exception", **place)
    with study.writing("entity.except", {"to": "again" if present else "not here"}) as writer:
        if present:
            writer.delete("entity_exception", present[0]["id"])
        else:
            writer.insert("entity_exception", place)


def _set_forms(study: StudyFile, entity: Entity, forms: tuple[str, ...]) -> None:
    with study.writing("entity.form", {"kind": entity.kind.value}) as writer:
        writer.update("entity", entity.id, {"forms": json.dumps(forms, ensure_ascii=False)})
