"""Themes: making, defining, gathering codes."""

from collections.abc import Mapping

from workbench.errors import StudyError
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.themes import themes as load
from workbench.store.study_file import StudyFile
from workbench.study.codes import PALETTE, check_colour, check_name
from workbench.study.ids import new_guid
from workbench.study.text import canonical
from workbench.study.themes import Theme, ThemeStatus

_FIELDS = ("concept", "definition")


def _get(study: StudyFile, theme_id: int) -> Theme:
    for theme in load(study):
        if theme.id == theme_id:
            return theme
    raise StudyError("This theme is no longer in the study.")


def _check_free(study: StudyFile, name: str, but: int = 0) -> None:
    for theme in load(study):
        if theme.id != but and theme.name.casefold() == name.casefold():
            raise StudyError(f"There is already a theme «{theme.name}».")


def add(study: StudyFile, name: str, *, concept: str = "", definition: str = "", colour: str = "") -> int:
    """Add a candidate theme after the others; return its id."""
    tidy = check_name(name)
    _check_free(study, tidy)
    present = load(study)
    shade = check_colour(colour) or PALETTE[len(present) % len(PALETTE)]
    with study.writing("theme.add", {"theme": tidy}) as writer:
        return writer.insert("theme", {
            "guid": new_guid(), "name": tidy, "concept": canonical(concept).text.strip(),
            "definition": canonical(definition).text.strip(),
            "colour": shade, "rank": max((theme.rank for theme in present), default=0) + 1,
        })  # fmt: skip


def define(study: StudyFile, theme_id: int, fields: Mapping[str, str]) -> None:
    """Set the central organising concept (`concept`) or the `definition` of a theme."""
    theme = _get(study, theme_id)
    if set(fields) - set(_FIELDS):
        raise StudyError(f"A theme has the fields {', '.join(_FIELDS)}.")
    tidy = {name: canonical(value).text.strip() for name, value in fields.items()}
    if theme.status is ThemeStatus.FINAL and tidy.get("concept") == "":
        raise StudyError(f"«{theme.name}» is final and needs its concept; say that it is developing first.")
    with study.writing("theme.define", {"theme": theme.name}) as writer:
        writer.update("theme", theme.id, tidy)


def rename(study: StudyFile, theme_id: int, name: str) -> None:
    """Give a theme another name."""
    theme, tidy = _get(study, theme_id), check_name(name)
    _check_free(study, tidy, but=theme_id)
    with study.writing("theme.rename", {"theme": theme.name, "to": tidy}) as writer:
        writer.update("theme", theme.id, {"name": tidy})


def recolour(study: StudyFile, theme_id: int, colour: str) -> None:
    """Give a theme another colour (#RRGGBB)."""
    theme = _get(study, theme_id)
    with study.writing("theme.recolour", {"theme": theme.name, "to": colour}) as writer:
        writer.update("theme", theme.id, {"colour": check_colour(colour)})


def set_status(study: StudyFile, theme_id: int, status: ThemeStatus) -> None:
    """Say how far a theme has come; a final theme needs its central organising concept."""
    theme = _get(study, theme_id)
    if status is ThemeStatus.FINAL and not theme.concept:
        raise StudyError(f"«{theme.name}» has no central organising concept yet; write it before the theme is final.")
    with study.writing("theme.status", {"theme": theme.name, "to": status.value}) as writer:
        writer.update("theme", theme.id, {"status": status.value})


def reorder(study: StudyFile, theme_id: int, step: int) -> bool:
    """Move a theme one place up (-1) or down (+1); return False at the edge."""
    order = [theme.id for theme in load(study)]
    at = order.index(_get(study, theme_id).id)
    if not 0 <= at + step < len(order):
        return False
    order[at], order[at + step] = order[at + step], order[at]
    with study.writing("theme.reorder", {"theme": _get(study, theme_id).name}) as writer:
        for rank, one in enumerate(order, 1):
            writer.update("theme", one, {"rank": rank})
    return True


def remove(study: StudyFile, theme_id: int) -> None:
    """Take a theme away; its codes stay, its quotes stay picked without a theme."""
    theme = _get(study, theme_id)
    with study.writing("theme.remove", {"theme": theme.name}) as writer:
        for row in study.live("theme_code", theme_id=theme.id):
            writer.delete("theme_code", row["id"])
        for row in study.live("quote", theme_id=theme.id):
            writer.update("quote", row["id"], {"theme_id": None})
        writer.delete("theme", theme.id)


def gather(study: StudyFile, theme_id: int, code_id: int) -> None:
    """Put a code under a theme; a code may be under several."""
    theme, code = _get(study, theme_id), codebook(study).get(code_id)
    if code.id in theme.code_ids:
        raise StudyError(f"«{code.name}» is under «{theme.name}» already.")
    with study.writing("theme.gather", {"theme": theme.name, "code": code.name}) as writer:
        writer.insert("theme_code", {"theme_id": theme.id, "code_id": code.id, "rank": len(theme.code_ids) + 1})


def release(study: StudyFile, theme_id: int, code_id: int) -> None:
    """Take a code from under a theme."""
    theme, code = _get(study, theme_id), codebook(study).get(code_id)
    with study.writing("theme.release", {"theme": theme.name, "code": code.name}) as writer:
        for row in study.live("theme_code", theme_id=theme.id, code_id=code.id):
            writer.delete("theme_code", row["id"])
