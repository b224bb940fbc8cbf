"""What waits in the import room: files as read, and how each stands to the study."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.transcripts.preview import Preview, Problem
from workbench.tui.drawing import Line
from workbench.tui.screens.list_room import clipped, heading
from workbench.words import say
from workbench.words.told import translated

READY, INSIDE, NAME, TWICE, PROBLEM = "ready", "inside", "name", "twice", "problem"
TABLES = (".xlsx", ".csv", ".tsv")
_TURNS = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file as read, with its measures; `state` says how it stands to the study, `told` why in a sentence."""

    read: Preview | Problem
    words: int = 0
    participant: str = ""
    state: str = READY
    told: str = ""

    @property
    def preview(self) -> Preview | None:
        """What was read, or None when it could not be read."""
        return self.read if isinstance(self.read, Preview) else None


def waiting(read: Preview | Problem) -> Waiting:
    """Measure a file as read."""
    if isinstance(read, Preview):
        return Waiting(read, read.words, read.participant)
    return Waiting(read, state=PROBLEM, told=translated(read.message))


def from_answer(answer: Sequence[Mapping[str, Any]]) -> list[Waiting]:
    """Return what the helper read (job `transcripts.read`)."""
    return [
        waiting(
            Preview.from_json(one["preview"]) if "preview" in one else Problem(Path(one["path"]), str(one["problem"]))
        )
        for one in answer
    ]


def placed(study: StudyFile, found: Sequence[Waiting]) -> list[Waiting]:
    """Return the files with their standing to the study and to the files before them."""
    rows = study.live("transcript")
    by_hash = {row["sha256"]: str(row["name"]) for row in rows}
    names = {str(row["name"]).casefold() for row in rows}
    seen: set[str] = set()
    result: list[Waiting] = []
    for one in found:
        preview = one.preview
        if preview is None:
            result.append(one)
            continue
        state, told = _standing(preview, by_hash, names, seen)
        if state == READY:
            seen |= {preview.sha256, preview.name.casefold()}
        result.append(replace(one, state=state, told=told))
    return result


def _standing(preview: Preview, by_hash: Mapping[str, str], names: set[str], seen: set[str]) -> tuple[str, str]:
    if preview.sha256 in by_hash:
        return INSIDE, say("intake.inside", name=by_hash[preview.sha256])
    if preview.name.casefold() in names:
        return NAME, say("intake.name_taken", name=preview.name)
    if preview.sha256 in seen or preview.name.casefold() in seen:
        return TWICE, say("intake.twice", name=preview.name)
    return READY, ""


def looks_like_people(path: Path) -> bool:
    """Tell whether a file beside transcripts is likely a table of participants."""
    hints = ("deltak", "partic", "people", "person", "inform")
    return path.suffix.lower() in TABLES and any(hint in path.stem.casefold() for hint in hints)


def particulars(one: Waiting, width: int) -> Sequence[Line]:
    """Return what the side pane tells of a file."""
    preview = one.preview
    lines: list[Line] = [[(one.read.path.name, "strong")], *clipped(str(one.read.path.parent), width, 2, "dim")]
    if one.told:
        look = "good" if one.state == INSIDE else "warn"
        lines += [[], *clipped(one.told, width, 12, look)]
    if preview is None:
        return lines
    if preview.warnings:
        lines += heading(say("intake.warnings"))
        for warning in preview.warnings:
            lines += clipped(f"! {translated(warning)}", width, 6, "warn")
    lines += heading(say("intake.speakers"))
    for speaker in preview.speakers:
        label = speaker.label or say("intake.no_label")
        who = f" {speaker.participant}" if speaker.participant else ""
        told = say(
            "intake.speaker",
            role=say(f"role.{speaker.role}"),
            participant=who,
            turns=speaker.turns,
            words=speaker.words,
        )
        lines.append([(label, "strong"), (f"  {told}", "warn" if speaker.role is Role.UNKNOWN else "")])
    lines += heading(say("intake.opening"))
    for turn in preview.turns[:_TURNS]:
        look = "dim" if turn.role is Role.INTERVIEWER else ""
        lines += clipped(f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text, width, 4, look)
    return lines
