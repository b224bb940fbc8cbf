"""Memos on codes, themes, transcripts and the study."""

from workbench.errors import StudyError
from workbench.store.journal import now
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.study.text import canonical, shorten

ABOUT = ("study", "transcript", "code", "theme", "participant")


def write(study: StudyFile, about: str, about_id: int, text: str) -> int:
    """Add a memo by the current coder on a thing of the study (`about` is one of ABOUT); return its id."""
    tidy = canonical(text).text.strip()
    if not tidy:
        raise StudyError("A memo needs words.")
    if about not in ABOUT:
        raise StudyError(f"Memos are on {', '.join(ABOUT)}.")
    if about != "study" and not study.live(about, id=about_id):
        raise StudyError(f"This {about} is no longer in the study.")
    with study.writing("memo.write", {"about": about, "words": shorten(tidy, 60)}) as writer:
        return writer.insert("memo", {
            "guid": new_guid(), "about": about, "about_id": about_id, "text": tidy, "coder_id": study.coder_id,
            "created": now(),
        })  # fmt: skip


def remove(study: StudyFile, memo_id: int) -> None:
    """Take a memo away."""
    rows = study.live("memo", id=memo_id)
    if not rows:
        raise StudyError("This memo is no longer in the study.")
    with study.writing("memo.remove", {"words": shorten(rows[0]["text"], 60)}) as writer:
        writer.delete("memo", memo_id)
