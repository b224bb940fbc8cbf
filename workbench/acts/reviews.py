"""Reviewing themes: a passage against the theme, the theme against a transcript."""

from workbench.errors import StudyError
from workbench.store.journal import Value, now
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import places as place_lookup
from workbench.store.study_file import StudyFile
from workbench.study.reviews import ExtractVerdict, WholeVerdict
from workbench.study.text import canonical


def review_extract(study: StudyFile, theme_id: int, coding_id: int, verdict: ExtractVerdict, why: str = "") -> int:
    """Say how a coded passage stands to a theme; it takes the place of what this coder said of it before.

    Raises:
        StudyError: the theme or the coding is gone.
    """
    theme, coding = _theme(study, theme_id), coding_lookup.get(study, coding_id)
    place = place_lookup.place(study, coding.transcript_id, coding.span)
    detail = {
        "theme": theme, "transcript": place.transcript, "turn": str(place.turn), "to": verdict.value,
    }  # fmt: skip
    return _keep(study, "review.extract", detail, {"level": 1, "theme_id": theme_id, "coding_id": coding_id}, why)


def review_whole(study: StudyFile, theme_id: int, transcript_id: int, verdict: WholeVerdict, why: str = "") -> int:
    """Say how a transcript, read with the theme in mind, stands to it; in place of what this coder said before."""
    theme, found = _theme(study, theme_id), study.live("transcript", id=transcript_id)
    if not found:
        raise StudyError("This transcript is no longer in the study.")
    detail = {"theme": theme, "transcript": str(found[0]["name"]), "to": verdict.value}
    where: dict[str, Value] = {"level": 2, "theme_id": theme_id, "transcript_id": transcript_id}
    return _keep(study, "review.whole", detail, where, why)


def _theme(study: StudyFile, theme_id: int) -> str:
    found = study.live("theme", id=theme_id)
    if not found:
        raise StudyError("This theme is no longer in the study.")
    return str(found[0]["name"])


def _keep(study: StudyFile, verb: str, detail: dict[str, str], where: dict[str, Value], why: str) -> int:
    with study.writing(verb, detail) as writer:
        for row in study.live("review", coder_id=study.coder_id, **where):
            writer.delete("review", row["id"])
        return writer.insert("review", {
            **where, "verdict": detail["to"], "why": canonical(why).text.strip(), "coder_id": study.coder_id,
            "created": now(),
        })  # fmt: skip


def remove(study: StudyFile, review_id: int) -> None:
    """Take a review away."""
    found = study.live("review", id=review_id)
    if not found:
        raise StudyError("This review is no longer in the study.")
    with study.writing("review.remove", {"theme": _theme(study, found[0]["theme_id"])}) as writer:
        writer.delete("review", review_id)
