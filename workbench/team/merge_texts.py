"""Three-way merging of texts by line; pure, and the same with the sides swapped."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MergedText:
    """`text` holds all changes of both sides; where they `touch`, the lines of both stand one after the other."""

    text: str
    touch: bool


@dataclass(frozen=True, slots=True)
class _Hunk:
    begin: int
    end: int
    lines: tuple[str, ...]
    side: int


def merge_lines(base: str, ours: str, theirs: str) -> MergedText:
    """Merge two versions of `base`; hunks touch when they overlap or lie side by side and differ."""
    origin = _lines(base)
    versions = (_lines(ours), _lines(theirs))
    hunks = sorted(
        (hunk for side in (0, 1) for hunk in _hunks(origin, versions[side], side)),
        key=lambda hunk: (hunk.begin, hunk.end, hunk.side),
    )
    merged: list[str] = []
    at, touch = 0, False
    while hunks:
        group = [hunks.pop(0)]
        end = group[0].end
        while hunks and hunks[0].begin <= end:
            group.append(hunks.pop(0))
            end = max(end, group[-1].end)
        begin = group[0].begin
        merged += origin[at:begin]
        variants = sorted({_apply(origin, begin, end, group, side) for side in {hunk.side for hunk in group}})
        touch = touch or len(variants) > 1
        merged += [line for variant in variants for line in variant]
        at = end
    return MergedText("\n".join([*merged, *origin[at:]]), touch)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _hunks(base: Sequence[str], version: Sequence[str], side: int) -> list[_Hunk]:
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, base, version, autojunk=False).get_opcodes()
    return [_Hunk(i1, i2, tuple(version[j1:j2]), side) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def _apply(base: Sequence[str], begin: int, end: int, hunks: Sequence[_Hunk], side: int) -> tuple[str, ...]:
    result: list[str] = []
    at = begin
    for hunk in hunks:
        if hunk.side == side:
            result += [*base[at : hunk.begin], *hunk.lines]
            at = hunk.end
    return (*result, *base[at:end])


def unite_lines(base: str, ours: str, theirs: str) -> str:
    """Keep what both kept and what either added; what one side took away is gone. Never in conflict.

    The pieces are paragraphs when one of the texts has blank lines, else lines.
    """
    between = "\n\n" if any("\n\n" in text for text in (base, ours, theirs)) else "\n"
    origin, one, other = (text.split(between) if text else list[str]() for text in (base, ours, theirs))
    kept = [piece for piece in origin if piece in one and piece in other]
    added = ([piece for piece in side if piece not in origin] for side in (one, other))
    first, second = sorted(added)
    return between.join([*kept, *first, *(piece for piece in second if piece not in first)])


def merge_names(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Keep the names both kept, then what either added, by the alphabet; what one side took away is gone."""
    if tuple(ours) == tuple(theirs) or tuple(base) in (tuple(ours), tuple(theirs)):
        return tuple(theirs if tuple(ours) == tuple(base) else ours)
    both = {one.casefold() for one in ours} & {one.casefold() for one in theirs}
    origin = {one.casefold() for one in base}
    kept = [one for one in base if one.casefold() in both]
    added = {one.casefold(): one for one in sorted((*theirs, *ours), reverse=True) if one.casefold() not in origin}
    return (*kept, *(added[folded] for folded in sorted(added)))
