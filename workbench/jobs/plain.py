"""Nouns of the study and the report to JSON values and back, for the way to the helper."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from workbench.errors import JobError
from workbench.study.masking import Decision, Entity, EntityKind

if TYPE_CHECKING:
    from workbench.acts.entities import NewEntity, Place
    from workbench.report.document import Block, Document


def entity_json(entity: Entity) -> dict[str, Any]:
    """Return an entity as JSON values."""
    return {
        "id": entity.id, "kind": entity.kind.value, "forms": list(entity.forms), "decision": entity.decision.value,
        "replacement": entity.replacement, "match_case": entity.match_case, "reason": entity.reason,
        "sure": entity.sure, "mentions": entity.mentions, "transcripts": entity.transcripts,
    }  # fmt: skip


def entity(plain: Mapping[str, Any]) -> Entity:
    """Return the entity that `entity_json` described."""
    return Entity(**_entity_values(plain))


def _entity_values(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **plain,
        "kind": EntityKind(plain["kind"]),
        "forms": tuple(plain["forms"]),
        "decision": Decision(plain["decision"]),
    }


def new_entity_json(proposed: "NewEntity") -> dict[str, Any]:
    """Return a proposed entity as JSON values."""
    return {
        "kind": proposed.kind.value, "forms": list(proposed.forms), "match_case": proposed.match_case,
        "sure": proposed.sure, "reason": proposed.reason, "decision": proposed.decision.value,
        "replacement": proposed.replacement,
    }  # fmt: skip


def new_entity(plain: Mapping[str, Any]) -> "NewEntity":
    """Return the proposal that `new_entity_json` described, ready for `acts.entities.add`."""
    from workbench.acts.entities import NewEntity

    return NewEntity(**_entity_values(plain))


def place_json(place: "Place") -> list[Any]:
    """Return a place where a finder saw something as JSON values."""
    return [place.form, place.transcript_id, place.start, place.end, place.finder]


def place(plain: Sequence[Any]) -> "Place":
    """Return the place that `place_json` described."""
    from workbench.acts.entities import Place

    form, transcript_id, start, end, finder = plain
    return Place(str(form), int(transcript_id), int(start), int(end), str(finder))


def document_json(document: "Document") -> dict[str, Any]:
    """Return a report document as JSON values; each block carries its kind."""
    from dataclasses import asdict

    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in document.blocks]
    return {"title": document.title, "language": document.language, "blocks": blocks}


def document(plain: Mapping[str, Any]) -> "Document":
    """Return the document that `document_json` described."""
    from workbench.report.document import Document

    return Document(str(plain["title"]), str(plain["language"]), tuple(_block(one) for one in plain["blocks"]))


def _block(plain: Mapping[str, Any]) -> "Block":
    from workbench.report import document as blocks

    values: dict[str, Any] = {name: value for name, value in plain.items() if name != "kind"}
    match plain["kind"]:
        case "Heading":
            return blocks.Heading(**values)
        case "Paragraph":
            values["runs"] = tuple(blocks.Run(**run) for run in plain["runs"])
            return blocks.Paragraph(**values)
        case "QuoteBlock":
            values["paragraphs"] = tuple(plain["paragraphs"])
            return blocks.QuoteBlock(**values)
        case "Table":
            return blocks.Table(tuple(tuple(row) for row in plain["rows"]))
        case kind:
            raise JobError(f"A report has no block «{kind}»; nothing was written.")


def texts_of(plain: Any) -> list[str]:
    """Return every string in JSON values, in order."""
    if isinstance(plain, str):
        return [plain]
    if isinstance(plain, Mapping):
        return [text for one in cast("Mapping[str, Any]", plain).values() for text in texts_of(one)]
    if isinstance(plain, list | tuple):
        return [text for one in cast("Sequence[Any]", plain) for text in texts_of(one)]
    return []
