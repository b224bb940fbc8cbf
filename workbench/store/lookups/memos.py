"""Memos on the things of a study; those private to another coder are never among them."""

from dataclasses import dataclass
from typing import Any

from workbench.errors import StudyError
from workbench.store.lookups.acts import name_of
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of, of_row
from workbench.study.memos import Memo, MemoKind, MemoLink, MemoVersion
from workbench.study.spans import Span

_MEMOS = """
SELECT m.*, coalesce(coder.name, '') AS coder,
  (SELECT max(c.act_id) FROM change c WHERE c.tbl = 'memo' AND c.row_id = m.id
   AND json_extract(c.before, '$.deleted') IS NULL
   AND (json_extract(c.after, '$.text') IS NOT NULL OR json_extract(c.after, '$.title') IS NOT NULL)) AS last_act
FROM memo m LEFT JOIN coder ON coder.id = m.coder_id
WHERE m.deleted = 0 AND (m.private = 0 OR m.coder_id = :me) {where} ORDER BY m.id DESC
"""


# Without what only the journal knows: a transcript may have many, and they are read while one reads.
_ON_PASSAGES = """
SELECT m.*, coalesce(coder.name, '') AS coder, NULL AS last_act FROM memo m LEFT JOIN coder ON coder.id = m.coder_id
WHERE m.deleted = 0 AND (m.private = 0 OR m.coder_id = ?) AND m.about = 'transcript' AND m.about_id = ?
AND m.start IS NOT NULL ORDER BY m.start, m."end", m.id
"""


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos are wanted; what is left out does not narrow.

    `about` is a kind of thing, with `about_id` one thing, also by a link; `words` must each stand in title or text,
    case aside; `private` wants the private ones, or the others.
    """

    about: str = ""
    about_id: int | None = None
    kind: MemoKind | None = None
    coder_id: int | None = None
    private: bool | None = None
    words: str = ""


def memos(study: StudyFile, wanted: MemoFilter) -> list[Memo]:
    """Return the memos wanted, the newest first."""
    where: list[str] = []
    values: dict[str, Any] = {"me": study.coder_id}
    if wanted.about_id is not None:
        where.append(
            "(m.about = :about AND m.about_id = :about_id OR m.id IN (SELECT memo_id FROM memo_link "
            "WHERE deleted = 0 AND about = :about AND about_id = :about_id))"
        )
        values |= {"about": wanted.about, "about_id": wanted.about_id}
    elif wanted.about:
        where.append("m.about = :about")
        values["about"] = wanted.about
    for column, value in (("kind", wanted.kind), ("coder_id", wanted.coder_id), ("private", wanted.private)):
        if value is not None:
            where.append(f"m.{column} = :{column}")
            values[column] = int(value) if column != "kind" else str(value)
    rows = study.rows(_MEMOS.format(where="".join(f" AND {one}" for one in where)), values)
    parts = wanted.words.casefold().split()
    return [
        _memo(row, study) for row in rows if all(part in f"{row['title']}\n{row['text']}".casefold() for part in parts)
    ]


def on(study: StudyFile, about: str, about_id: int) -> list[Memo]:
    """Return the memos on a thing itself, the newest first."""
    rows = study.rows(
        _MEMOS.format(where="AND m.about = :about AND m.about_id = :about_id"),
        {"me": study.coder_id, "about": about, "about_id": about_id},
    )
    return [_memo(row, study) for row in rows]


def on_passages(study: StudyFile, transcript_id: int) -> list[Memo]:
    """Return the memos on passages of a transcript (its margin notes), by place.

    Each has a `span`; `edited` and `editor` are left empty here (see `get`).
    """
    return [_memo(row, study) for row in study.rows(_ON_PASSAGES, (study.coder_id, transcript_id))]


def get(study: StudyFile, memo_id: int) -> Memo:
    """Return one memo; raise StudyError when it is gone, or private to another coder."""
    rows = study.rows(_MEMOS.format(where="AND m.id = :id"), {"me": study.coder_id, "id": memo_id})
    if not rows:
        raise StudyError("This memo is no longer in the study.")
    return _memo(rows[0], study)


@of_row("memo")
def _memo(row: Any, study: StudyFile) -> Memo:
    edited, editor = "", ""
    if row["last_act"]:
        act = study.rows(
            "SELECT act.at, coalesce(coder.name, '') AS coder FROM act "
            "LEFT JOIN coder ON coder.id = act.coder_id WHERE act.id = ?",
            (row["last_act"],),
        )
        edited, editor = (act[0]["at"], act[0]["coder"]) if act else ("", "")
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Memo(
        row["id"], row["about"], row["about_id"], row["text"], row["coder"], row["created"], MemoKind(row["kind"]),
        row["title"], bool(row["private"]), span, row["coder_id"], edited, editor,
    )  # fmt: skip


def links(study: StudyFile, memo_id: int) -> list[MemoLink]:
    """Return what a memo is linked to, things that are gone left out, oldest link first."""
    return [
        MemoLink(row["id"], row["about"], row["about_id"], name_of(study, row["about"], row["about_id"]))
        for row in study.live("memo_link", memo_id=memo_id)
        if study.live(row["about"], id=row["about_id"])
    ]


def about_name(study: StudyFile, memo: Memo) -> str:
    """Return what people call the thing a memo is on; empty for the study itself."""
    return "" if memo.about == "study" else name_of(study, memo.about, memo.about_id)


def passage_of(study: StudyFile, memo: Memo) -> str:
    """Return the words of the passage a memo is on, or nothing."""
    if memo.span is None:
        return ""
    words = study.value(
        "SELECT substr(x.body, ?, ?) FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id "
        "WHERE t.id = ?",
        (memo.span.start + 1, len(memo.span), memo.about_id),
    )
    return str(words or "")


def versions(study: StudyFile, memo_id: int) -> list[MemoVersion]:
    """Return how a memo has read, oldest first; nothing written over is lost.

    Raises:
        StudyError: the memo is gone, or private to another coder.
    """
    memo = get(study, memo_id)
    title, text = memo.title, memo.text
    rows = study.rows(
        "SELECT c.before, c.after, act.at, coalesce(coder.name, '') AS coder FROM change c "
        "JOIN act ON act.id = c.act_id LEFT JOIN coder ON coder.id = act.coder_id "
        "WHERE c.tbl = 'memo' AND c.row_id = ? ORDER BY c.act_id DESC, c.id DESC",
        (memo_id,),
    )
    found: list[MemoVersion] = []
    for row in rows:
        before, after = json_of(row["before"]), json_of(row["after"])
        came = before.get("deleted") == 1 and "text" in after
        if came or "text" in before or "title" in before:
            found.append(MemoVersion(row["at"], row["coder"], title, text))
            title, text = str(before.get("title", title)), str(before.get("text", text))
        if came:
            break
    return found[::-1]
