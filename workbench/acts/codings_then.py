"""A coder's codings of a transcript as they were at a time, placed in the text as it is now; changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.store.lookups import codings_then as lookup
from workbench.store.lookups.codings_then import CodingThen
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span

# Comparing two texts takes a second for a hundred thousand words.
_LONGEST = 600_000


@dataclass(frozen=True, slots=True)
class Then:
    """Codings of then where their words stand now; `lost` are those whose words cannot be told any more."""

    codings: tuple[CodingThen, ...]
    lost: int = 0


def codings_then(study: StudyFile, transcript_id: int, coder_id: int, time: str) -> Then:
    """Return what a coder had coded in a transcript before a time (ISO 8601 in UTC)."""
    found = lookup.codings_then(study, transcript_id, coder_id, lookup.act_before(study, time))
    now = int(study.live("transcript", id=transcript_id)[0]["revision_id"])
    here = [one for one in found if one.revision_id == now]
    for revision_id in sorted({one.revision_id for one in found} - {now}):
        here += _placed(study, revision_id, now, [one for one in found if one.revision_id == revision_id])
    here.sort(key=lambda one: (one.span, one.id))
    return Then(tuple(here), len(found) - len(here))


def _placed(study: StudyFile, old_id: int, new_id: int, codings: Sequence[CodingThen]) -> list[CodingThen]:
    """Return codings of an earlier text where their words stand in the present one."""
    from workbench.study.carrying import Carrying

    old, new = lookup.text_of(study, old_id), lookup.text_of(study, new_id)
    if old is None or new is None or max(len(old), len(new)) > _LONGEST:
        return []
    carrying = Carrying(old, new)
    places: list[tuple[CodingThen, Span | None]] = [(one, carrying.carry(one.span).span) for one in codings]
    return [CodingThen(one.id, one.code_id, span, new_id) for one, span in places if span is not None]
