"""Memos on anything in the study: writing, editing, linking."""

from workbench.errors import StudyError
from workbench.store.journal import Value, Writer, now
from workbench.store.lookups import memos as lookup
from workbench.store.lookups import places as place_lookup
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.study.memos import ABOUT, LINKED, Memo, MemoKind, usual_kind
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten, squeeze_name

_LONGEST_TITLE = 200


def write(
    study: StudyFile,
    about: str,
    about_id: int,
    text: str,
    *,
    kind: MemoKind | None = None,
    title: str = "",
    private: bool | None = None,
    span: Span | None = None,
) -> int:
    """Add a memo by the current coder on a thing of the study (`about` is one of ABOUT); return its id.

    Without `kind` it is of the kind usual for the thing. Reflexive memos are private unless said otherwise.
    `span` is the passage of a transcript that the memo is on.

    Raises:
        StudyError: there are no words, the thing is gone, or the passage is outside the transcript or blank.
    """
    tidy = _words(text)
    if about not in ABOUT:
        raise StudyError(f"Memos are on {', '.join(ABOUT)}.")
    if about != "study" and not study.live(about, id=about_id):
        raise StudyError(f"This {about} is no longer in the study.")
    if span is not None and about != "transcript":
        raise StudyError("Only a memo on a transcript can be on a passage of it.")
    if span is not None:
        place_lookup.place(study, about_id, span)
    kind = usual_kind(about) if kind is None else kind
    private = kind is MemoKind.REFLEXIVE if private is None else private
    row: dict[str, Value] = {
        "guid": new_guid(), "about": about, "about_id": about_id, "text": tidy, "coder_id": study.coder_id,
        "created": now(), "kind": kind.value, "title": _title(title), "private": int(private),
        "start": span.start if span else None, "end": span.end if span else None,
    }  # fmt: skip
    with study.writing("memo.write", {"about": about} | _told(tidy, private)) as writer:
        return writer.insert("memo", row)


def _words(text: str) -> str:
    tidy = canonical(text).text.strip()
    if not tidy:
        raise StudyError("A memo needs words.")
    return tidy


def _title(title: str) -> str:
    tidy = squeeze_name(title)
    if len(tidy) > _LONGEST_TITLE:
        raise StudyError(f"The title «{tidy[:40]}…» has {len(tidy)} characters; use at most {_LONGEST_TITLE}.")
    return tidy


def _told(text: str, private: bool) -> dict[str, str]:
    """Return the words that the history shows; of a private memo none."""
    return {} if private else {"words": shorten(text, 60)}


def edit(
    study: StudyFile,
    memo_id: int,
    text: str | None = None,
    *,
    title: str | None = None,
    kind: MemoKind | None = None,
    private: bool | None = None,
) -> None:
    """Change what a memo says or is; who wrote it, and when, stays, and how it read before is in the history.

    Raises:
        StudyError: it is gone or private to somebody else, would have no words, or somebody other than its writer
            would make it private.
    """
    memo = lookup.get(study, memo_id)
    values: dict[str, Value] = {}
    if text is not None:
        values["text"] = _words(text)
    if title is not None:
        values["title"] = _title(title)
    if kind is not None:
        values["kind"] = kind.value
    if private is not None:
        if private and memo.coder_id != study.coder_id:
            raise StudyError(f"The memo is {memo.coder}'s; only who wrote a memo can make it private.")
        values["private"] = int(private)
    hidden = memo.private or bool(private)
    detail = {"about": memo.about} | _told(memo.text if text is None else str(values["text"]), hidden)
    with study.writing("memo.edit", detail) as writer:
        writer.update("memo", memo_id, values)


def remove(study: StudyFile, memo_id: int) -> None:
    """Take a memo away, with its links."""
    memo = lookup.get(study, memo_id)
    with study.writing("memo.remove", _told(memo.text, memo.private)) as writer:
        for row in study.live("memo_link", memo_id=memo_id):
            writer.delete("memo_link", row["id"])
        for row in study.live("memo_link", about="memo", about_id=memo_id):
            writer.delete("memo_link", row["id"])
        writer.delete("memo", memo_id)


def link(study: StudyFile, memo_id: int, about: str, about_id: int) -> int:
    """Link a memo to a thing of the study (`about` is one of LINKED); return the link's id.

    Raises:
        StudyError: one of the two is gone, they are linked already, or the memo would be linked to itself.
    """
    memo = lookup.get(study, memo_id)
    if about not in LINKED:
        raise StudyError(f"A memo can be linked to {', '.join(LINKED)}.")
    if not study.live(about, id=about_id):
        raise StudyError(f"This {about} is no longer in the study.")
    there = study.live("memo_link", memo_id=memo_id, about=about, about_id=about_id)
    if there or (about, about_id) == ("memo", memo_id):
        raise StudyError("The memo is linked to that already.")
    with study.writing("memo.link", _link_told(memo, about)) as writer:
        return writer.insert("memo_link", {"memo_id": memo_id, "about": about, "about_id": about_id})


def follow(study: StudyFile, writer: Writer, about: str, from_id: int, to_id: int) -> None:
    """Let memos on a thing, and links to it, lead to another that takes its place (part of the act that does that)."""
    for row in study.live("memo", about=about, about_id=from_id):
        writer.update("memo", row["id"], {"about_id": to_id})
    there = {row["memo_id"] for row in study.live("memo_link", about=about, about_id=to_id)}
    for row in study.live("memo_link", about=about, about_id=from_id):
        if row["memo_id"] in there:
            writer.delete("memo_link", row["id"])
        else:
            writer.update("memo_link", row["id"], {"about_id": to_id})


def unlink(study: StudyFile, memo_id: int, about: str, about_id: int) -> None:
    """Take a link of a memo away."""
    memo = lookup.get(study, memo_id)
    links = study.live("memo_link", memo_id=memo_id, about=about, about_id=about_id)
    if not links:
        raise StudyError("The memo is not linked to that.")
    with study.writing("memo.unlink", _link_told(memo, about)) as writer:
        writer.delete("memo_link", links[0]["id"])


def _link_told(memo: Memo, about: str) -> dict[str, str]:
    return {"about": about} | _told(memo.text, memo.private)
