"""Writing a text of a transcript: its first one, a corrected file, or the same text with an edit."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from workbench.errors import StudyError
from workbench.store.journal import Value, Writer, now
from workbench.store.lookups import people as people_lookup
from workbench.store.study_file import StudyFile
from workbench.study.memos import MemoKind
from workbench.study.new_transcripts import NewTranscript, NewTurn, Remark
from workbench.study.people import check_label
from workbench.study.repairs import state_of
from workbench.study.text import canonical, squeeze_name
from workbench.study.transcripts import Role, Turn

_NOT_DATA = Role.NOT_DATA.value


def kept_turns(new: NewTranscript) -> tuple[NewTurn, ...]:
    """Return the turns of a file as the study keeps them: canonical words, empty ones left out.

    Raises:
        StudyError: no words are in it.
    """
    texts = [canonical(turn.text).text.strip() for turn in new.turns]
    kept = tuple(
        turn if turn.text == text else replace(turn, text=text)
        for turn, text in zip(new.turns, texts, strict=True)
        if text
    )
    if not kept:
        raise StudyError(f"{new.source} holds no words; nothing was imported.")
    return kept


def body_of(turns: Sequence[NewTurn]) -> str:
    """Return the text that kept turns make: one a line."""
    return "\n".join(turn.text for turn in turns)


def file_columns(new: NewTranscript, body: str) -> dict[str, Value]:
    """Return what transcript and revision both keep of a file and of its text."""
    return {
        "source": squeeze_name(new.source), "format": new.format, "encoding": new.encoding,
        "words": len(body.split()), "length": len(body),
    }  # fmt: skip


def write_revision(
    study: StudyFile,
    writer: Writer,
    transcript_id: int,
    new: NewTranscript,
    turns: Sequence[NewTurn],
    number: int = 1,
    reason: str = "",
    speakers: Mapping[int, int] | None = None,
    columns: Mapping[str, Value] | None = None,
) -> int:
    """Write a text read from a file as the present revision of a transcript; return the revision's id.

    `turns` are the kept turns of `new`. A speaker the transcript knows by label stays as the researcher has
    corrected them; `speakers` names, by a turn's place from 0 on, speakers known otherwise.
    `columns` are `file_columns`, where they are known.
    """
    body = body_of(turns)
    found = _speakers(study, writer, transcript_id, turns, speakers or {})
    at, rows = 0, list[Turn]()
    for place, (turn, speaker_id) in enumerate(zip(turns, found, strict=True), 1):
        rows.append(Turn(place, at, at + len(turn.text), "", turn.role, None, turn.begin_ms, turn.end_ms, speaker_id))
        at += len(turn.text) + 1
    revision_id = attach(study, writer, transcript_id, body, rows, columns or file_columns(new, body), number, reason)
    _write_beside(study, writer, transcript_id, revision_id, new, len(body))
    return revision_id


def _write_beside(
    study: StudyFile, writer: Writer, transcript_id: int, revision_id: int, new: NewTranscript, length: int
) -> None:
    """Store what a file holds beside its turns: the original with its repairs, marks, comments, labels learnt."""
    if new.facts:
        writer.update("revision", revision_id, {"facts": json.dumps(dict(new.facts), ensure_ascii=False)})
    # Places count only in the very text that they were found in.
    if new.kept is not None and new.kept.new_length == length:
        writer.attach_original(revision_id, new.original, new.kept)
        writer.attach_marks(revision_id, new.marks)
        for repair, made in new.repairs:
            writer.insert("repair", {
                "revision_id": revision_id, "kind": repair.kind.value, "start": repair.start, "end": repair.end,
                "after": repair.after, "sure": int(repair.sure), "why": repair.why,
                "state": state_of(repair.sure, made).value,
            })  # fmt: skip
        for remark in new.remarks:
            _remark(study, writer, transcript_id, remark)
    learn(study, writer, new.learnt)


def _remark(study: StudyFile, writer: Writer, transcript_id: int, remark: Remark) -> None:
    """Keep a comment of the file as a memo on its words, unless a text before this one brought it already."""
    text, start, end = canonical(remark.text).text.strip(), remark.start, remark.end
    author = squeeze_name(remark.author)
    known = study.live("memo", about="transcript", about_id=transcript_id, text=text, title=author)
    if text and not known:
        writer.insert("memo", {
            "about": "transcript", "about_id": transcript_id, "text": text, "coder_id": study.coder_id,
            "created": now(), "kind": MemoKind.DOCUMENT.value, "title": author, "start": start, "end": end,
        })  # fmt: skip


def learn(study: StudyFile, writer: Writer, labels: Mapping[str, Role]) -> None:
    """Keep the roles of speaker labels for the files to come; what was learnt last holds."""
    for label, role in labels.items():
        known = study.live("known_label", label=label)
        if known:
            writer.update("known_label", known[0]["id"], {"role": role.value})
        else:
            writer.insert("known_label", {"label": label, "role": role.value})


def attach(
    study: StudyFile,
    writer: Writer,
    transcript_id: int,
    body: str,
    turns: Sequence[Turn],
    columns: Mapping[str, Value],
    number: int,
    reason: str,
) -> int:
    """Store a body with its turns (their speakers are in the study) as the present revision; return its id."""
    revision_id = writer.insert("revision", {
        "transcript_id": transcript_id, "number": number, "sha256": sha256(body.encode()).hexdigest(),
        "made": now(), "coder_id": study.coder_id, "reason": reason, **columns,
    })  # fmt: skip
    writer.update("transcript", transcript_id, {"revision_id": revision_id, **columns})
    rows: list[dict[str, Value]] = [
        {
            "number": turn.number, "start": turn.start, "end": turn.end, "speaker_id": turn.speaker_id,
            "begin_ms": turn.begin_ms, "end_ms": turn.end_ms,
        }
        for turn in turns
    ]  # fmt: skip
    writer.attach_text(revision_id, body, rows)
    return revision_id


def _speakers(
    study: StudyFile, writer: Writer, transcript_id: int, turns: Sequence[NewTurn], known: Mapping[int, int]
) -> list[int]:
    """Return each turn's speaker; people and speakers not met before are written."""
    people: dict[str, int | None] = {"": None}
    present = study.live("speaker", transcript_id=transcript_id)
    by_key = {(row["label"], row["role"], row["participant_id"]): int(row["id"]) for row in present}
    by_label = {row["label"]: int(row["id"]) for row in reversed(present) if row["role"] != _NOT_DATA}
    names = {one: squeeze_name(one) for one in {turn.speaker for turn in turns}}
    found: list[int] = []
    for at, turn in enumerate(turns):
        label, role = names[turn.speaker], turn.role.value
        if turn.participant not in people:
            people[turn.participant] = people_lookup.participant_id(study, turn.participant)
        # Somebody new is nobody that is known, though the study has no id for them yet.
        is_new = turn.participant and people[turn.participant] is None
        same = None if is_new else by_key.get((label, role, people[turn.participant]))
        speaker_id = known.get(at) or same or by_label.get(label)
        if speaker_id is None:
            if turn.participant and people[turn.participant] is None:
                people[turn.participant] = writer.insert("participant", {"label": check_label(turn.participant)})
            person = people[turn.participant]
            speaker_id = by_key[label, role, person] = writer.insert(
                "speaker", {"transcript_id": transcript_id, "label": label, "role": role, "participant_id": person}
            )
        found.append(speaker_id)
    return found
