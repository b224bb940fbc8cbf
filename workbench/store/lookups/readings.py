"""How often the current coder has read the transcripts, and what of them they have looked at.

Passes are rows of the study; where somebody looked is kept beside it, as the desk is: it is no step of the analysis.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from workbench.store.study_file import StudyFile
from workbench.study.reading import Pass, Passes

_NAME = "looked"


def passes(study: StudyFile, transcript_id: int) -> Passes:
    """Return the current coder's passes through a transcript."""
    return all_passes(study, transcript_id).get(transcript_id, Passes())


def all_passes(study: StudyFile, transcript_id: int | None = None) -> dict[int, Passes]:
    """Return the current coder's passes by transcript; those that have none are left out."""
    rows = study.rows(
        "SELECT id, transcript_id, started, finished FROM reading WHERE deleted = 0 AND coder_id = :coder "
        "AND (:transcript IS NULL OR transcript_id = :transcript) ORDER BY id",
        {"coder": study.coder_id, "transcript": transcript_id},
    )
    found: defaultdict[int, list[Pass]] = defaultdict(list)
    for row in rows:
        found[row["transcript_id"]].append(Pass(row["id"], row["started"], row["finished"]))
    return {one: Passes(tuple(held)) for one, held in found.items()}


@dataclass(frozen=True, slots=True)
class KeptLooks:
    """What was looked at of a revision of a text: `stretches`, and `done` of `of` characters of its turns."""

    revision_id: int
    stretches: tuple[tuple[int, int], ...]
    done: int
    of: int

    def as_kept(self) -> dict[str, Any]:
        """Return what the desk keeps."""
        return {"revision": self.revision_id, "stretches": self.stretches, "done": self.done, "of": self.of}


def looks_name(study: StudyFile, transcript_id: int) -> str:
    """Return under what name the desk keeps where the current coder looked in a transcript."""
    return f"{_NAME}.{study.coder_id}.{transcript_id}"


def looks(study: StudyFile, transcript_id: int) -> KeptLooks | None:
    """Return where the current coder looked in a transcript, or None."""
    return _read(study.desk(looks_name(study, transcript_id)))


def all_looks(study: StudyFile) -> dict[int, tuple[int, int]]:
    """Return how many characters the current coder looked at, of how many, by transcript."""
    prefix = f"{_NAME}.{study.coder_id}."
    rows = study.rows("SELECT name FROM desk WHERE name > ? AND name < ?", (prefix, f"{prefix}:"))
    found: dict[int, tuple[int, int]] = {}
    for row in rows:
        number = str(row["name"]).removeprefix(prefix)
        kept = _read(study.desk(row["name"]))
        if kept is not None and number.isdecimal():
            found[int(number)] = (kept.done, kept.of)
    return found


def looked_share(study: StudyFile) -> tuple[int, int]:
    """Return how many characters of all transcripts the current coder looked at, and how many there are."""
    lengths = {row["id"]: int(row["length"]) for row in study.live("transcript")}
    known = all_looks(study)
    done = sum(min(known[one][0], known[one][1]) for one in lengths if one in known)
    return done, sum(known[one][1] if one in known else length for one, length in lengths.items())


def body(study: StudyFile, revision_id: int) -> str | None:
    """Return the text of a revision, or None when it is gone."""
    found = study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (revision_id,))
    return None if found is None else str(found)


def _read(held: Any) -> KeptLooks | None:
    """Return what the desk keeps, if it is what was written there."""
    if not isinstance(held, dict):
        return None
    kept = cast("dict[str, Any]", held)
    try:
        stretches = tuple((int(start), int(end)) for start, end in kept["stretches"])
        return KeptLooks(int(kept["revision"]), stretches, int(kept["done"]), int(kept["of"]))
    except (KeyError, TypeError, ValueError):
        return None
