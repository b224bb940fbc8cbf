"""Themes: making, defining, gathering codes."""

from collections.abc import Iterable, Mapping

from workbench.errors import StudyError
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.themes import themes as load
from workbench.store.study_file import StudyFile
from workbench.study.codes import PALETTE, check_colour, check_name
from workbench.study.ids import new_guid
from workbench.study.text import canonical
from workbench.study.themes import THEME_TEXTS, Theme, ThemeLevel, ThemeStatus


def _get(study: StudyFile, theme_id: int) -> Theme:
    for theme in load(study):
        if theme.id == theme_id:
            return theme
    raise StudyError("This theme is no longer in the study.")


def _check_free(study: StudyFile, name: str, but: int = 0) -> None:
    for theme in load(study):
        if theme.id != but and theme.name.casefold() == name.casefold():
            raise StudyError(f"There is already a theme «{theme.name}».")


def add(study: StudyFile, name: str, *, colour: str = "", **texts: str) -> int:
    """Add a candidate theme after the others, with `texts` as `define` takes them; return its id."""
    tidy = check_name(name)
    _check_free(study, tidy)
    columns = _texts(texts)
    present = load(study)
    shade = check_colour(colour) or PALETTE[len(present) % len(PALETTE)]
    with study.writing("theme.add", {"theme": tidy}) as writer:
        return writer.insert("theme", {
            "guid": new_guid(), "name": tidy, **columns,
            "colour": shade, "rank": max((theme.rank for theme in present), default=0) + 1,
        })  # fmt: skip


def _texts(fields: Mapping[str, str]) -> dict[str, str]:
    if set(fields) - set(THEME_TEXTS):
        raise StudyError(f"A theme has the fields {', '.join(THEME_TEXTS)}.")
    return {name: canonical(value).text.strip() for name, value in fields.items()}


def define(study: StudyFile, theme_id: int, fields: Mapping[str, str]) -> None:
    """Write the texts of a theme: its central organising `concept`, `definition`, `includes`, `excludes`, `story`."""
    theme, tidy = _get(study, theme_id), _texts(fields)
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
    """Move a theme one place up (-1) or down (+1) among those beside it; return False at the edge."""
    parent_id = _get(study, theme_id).parent_id
    order = [theme.id for theme in load(study) if theme.parent_id == parent_id]
    at = order.index(theme_id)
    if not 0 <= at + step < len(order):
        return False
    order[at], order[at + step] = order[at + step], order[at]
    with study.writing("theme.reorder", {"theme": _get(study, theme_id).name}) as writer:
        for rank, one in enumerate(order, 1):
            writer.update("theme", one, {"rank": rank})
    return True


def set_level(study: StudyFile, theme_id: int, level: ThemeLevel) -> None:
    """Say that a theme is a sub-theme, a theme or an overarching theme; it leaves a parent that is no higher then.

    Raises:
        StudyError: themes under it would not stand lower any more.
    """
    theme, found = _get(study, theme_id), load(study)
    _check_over(theme, level, found)
    parent = next((one for one in found if one.id == theme.parent_id), None)
    with study.writing("theme.level", {"theme": theme.name, "to": level.value}) as writer:
        writer.update("theme", theme.id, {"level": level.value})
        if parent is not None and parent.level.height <= level.height:
            writer.update("theme", theme.id, {"parent_id": None})


def _check_over(theme: Theme, level: ThemeLevel, found: Iterable[Theme]) -> None:
    if any(one.parent_id == theme.id and one.level.height >= level.height for one in found):
        raise StudyError(f"«{theme.name}» has themes under it; move these first.")


def stand_alone(study: StudyFile, theme_id: int, level: ThemeLevel) -> None:
    """Let a theme stand on its own, on a level, as one step."""
    theme = _get(study, theme_id)
    _check_over(theme, level, load(study))
    with study.writing("theme.alone", {"theme": theme.name, "to": level.value}) as writer:
        writer.update("theme", theme.id, {"parent_id": None, "level": level.value})


def put_under(study: StudyFile, theme_id: int, parent_id: int) -> None:
    """Put a theme under another; put under one of its own level or a lower one, it goes to the level below that.

    Raises:
        StudyError: the other is a sub-theme or the theme itself, or what is under the theme would make a fourth level.
    """
    theme, parent = _get(study, theme_id), _get(study, parent_id)
    level = theme.level
    if parent.id == theme.id or parent.level is ThemeLevel.SUB:
        raise StudyError(
            f"«{theme.name}» cannot stand under «{parent.name}»; only themes and overarching themes hold others."
        )
    if parent.level.height <= level.height:
        level = list(ThemeLevel)[parent.level.height - 1]
        _check_over(theme, level, load(study))
    with study.writing("theme.move", {"theme": theme.name, "to": parent.name}) as writer:
        writer.update("theme", theme.id, {"parent_id": parent.id, "level": level.value})


def remove(study: StudyFile, theme_id: int) -> None:
    """Take a theme away with its reviews; its codes stay, its quotes stay picked, themes under it stand alone."""
    theme = _get(study, theme_id)
    with study.writing("theme.remove", {"theme": theme.name}) as writer:
        for row in study.live("theme_code", theme_id=theme.id):
            writer.delete("theme_code", row["id"])
        for row in study.live("quote", theme_id=theme.id):
            writer.update("quote", row["id"], {"theme_id": None})
        for row in study.live("theme", parent_id=theme.id):
            writer.update("theme", row["id"], {"parent_id": None})
        for row in study.live("review", theme_id=theme.id):
            writer.delete("review", row["id"])
        writer.delete("theme", theme.id)


def gather(study: StudyFile, theme_id: int, code_id: int, reason: str = "") -> None:
    """Put a code under a theme, with the reason when given; a code may be under several."""
    theme, code = _get(study, theme_id), codebook(study).get(code_id)
    if code.id in theme.code_ids:
        raise StudyError(f"«{code.name}» is under «{theme.name}» already.")
    with study.writing("theme.gather", {"theme": theme.name, "code": code.name}) as writer:
        writer.insert("theme_code", {
            "theme_id": theme.id, "code_id": code.id, "rank": len(theme.code_ids) + 1,
            "reason": canonical(reason).text.strip(),
        })  # fmt: skip


def add_with_code(study: StudyFile, name: str, code_id: int) -> int:
    """Make a theme and put a code under it, as one step; return the theme's id."""
    detail = {"theme": check_name(name), "code": codebook(study).get(code_id).name}
    with study.together("theme.add_with_code", detail):
        theme_id = add(study, name)
        gather(study, theme_id, code_id)
    return theme_id


def set_reason(study: StudyFile, theme_id: int, code_id: int, reason: str) -> None:
    """Write why a code is under a theme (empty takes the reason away)."""
    theme, code = _get(study, theme_id), codebook(study).get(code_id)
    links = study.live("theme_code", theme_id=theme.id, code_id=code.id)
    if not links:
        raise StudyError(f"«{code.name}» is not under «{theme.name}».")
    with study.writing("theme.reason", {"theme": theme.name, "code": code.name}) as writer:
        writer.update("theme_code", links[0]["id"], {"reason": canonical(reason).text.strip()})


def release(study: StudyFile, theme_id: int, code_id: int) -> None:
    """Take a code from under a theme."""
    theme, code = _get(study, theme_id), codebook(study).get(code_id)
    with study.writing("theme.release", {"theme": theme.name, "code": code.name}) as writer:
        for row in study.live("theme_code", theme_id=theme.id, code_id=code.id):
            writer.delete("theme_code", row["id"])
