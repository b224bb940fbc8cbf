"""A merge as rows, and one conflict with its three sides."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.team import Conflict, MergeChange, MergePlan, MergeReport, Resolution
from workbench.tui.drawing import Line, Part, cut, wrapped
from workbench.words import say

_SIDE_BY_SIDE = 96
_EMPTY: Line = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A conflict with its decision, a change without conflict, a note, or a heading (which may be empty)."""

    conflict: Conflict | None = None
    decision: Resolution = Resolution.SKIP
    change: MergeChange | None = None
    note: str = ""
    title: str = ""

    @property
    def heading(self) -> bool:
        """Whether it cannot be current."""
        return self.conflict is None and self.change is None and not self.note

    @property
    def key(self) -> str:
        """What finds the row again."""
        return self.conflict.id if self.conflict else ""


def rows(plan: MergePlan, decisions: Mapping[str, Resolution]) -> list[Row]:
    """Return the conflicts, then what comes without conflict, then what was noticed."""
    result: list[Row] = []
    if plan.conflicts:
        open_ones = sum(one.id not in decisions for one in plan.conflicts)
        result.append(Row(title=say("reconcile.conflicts", count=len(plan.conflicts), open=open_ones)))
        result += [Row(one, decisions.get(one.id, Resolution.SKIP)) for one in plan.conflicts]
        result.append(Row())
    result.append(Row(title=say("reconcile.changes", count=len(plan.changes))))
    result += [Row(change=one) for one in plan.changes]
    if plan.notes:
        result += [Row(), Row(title=say("reconcile.notes", count=len(plan.notes)))]
        result += [Row(note=one) for one in plan.notes]
    return result


def draw_row(row: Row, width: int) -> Sequence[Line]:
    """Draw a conflict (decision, kind, code, field) or a change."""
    if row.conflict is not None:
        one = row.conflict
        look = "dim" if row.decision is Resolution.SKIP else "good"
        mark = "·" if row.decision is Resolution.SKIP else "✓"
        size = 22 if width >= _SIDE_BY_SIDE else 18
        return [[
            (f"{mark} {cut(say(f'decision.{row.decision}'), 9)}", look),
            (cut(say(f"conflict.{one.kind.name}"), size) + " ", "accent"),
            (one.name, "strong"),
            (f"  {_field(one.field)}" if one.field else "", "dim"),
            (f"  {say('reconcile.codings', count=one.codings)}" if one.codings else "", "dim"),
        ]]  # fmt: skip
    if row.change is not None:
        return [[("  ", ""), (row.change.sentence(), "")]]
    return [[("  ", ""), (row.note, "dim")] if row.note else [(row.title, "title")]]


def _field(name: str) -> str:
    return say(f"field.{name}")


def describe(row: Row, width: int) -> Sequence[Line]:
    """Return a conflict with what each side says and what can be chosen, or a change with before and after."""
    if row.conflict is not None:
        return _conflict(row.conflict, row.decision, width)
    if row.change is None:
        return wrapped(row.note, width)
    change = row.change
    lines: list[Line] = [*wrapped(change.sentence(), width, "strong")]
    if change.field and (change.before or change.after):
        sides = [("reconcile.before", change.before), ("reconcile.after", change.after)]
        lines += [[], *_sides(sides, change.before, width)]
    return lines


def _conflict(one: Conflict, decision: Resolution, width: int) -> list[Line]:
    lines: list[Line] = [*wrapped(one.sentence(), width, "strong")]
    if one.codings:
        lines += wrapped(say("reconcile.effect", count=one.codings), width, "dim")
    lines.append(_choices(one, decision))
    base, mine, other = (one.side(which) for which in ("base", "ours", "theirs"))
    ours = [("reconcile.ours", mine), ("reconcile.theirs", other)]
    sides = [("reconcile.base", base), *ours] if one.base else ours
    return [*lines, [], *_sides(sides, base if one.base else other, width, other=mine)]


def _choices(one: Conflict, decision: Resolution) -> list[Part]:
    parts: list[Part] = []
    for key, choice in (
        ("1", Resolution.OURS),
        ("2", Resolution.THEIRS),
        ("3", Resolution.BOTH),
        ("0", Resolution.SKIP),
    ):
        if choice in one.choices or choice is Resolution.SKIP:
            taken = choice is decision
            parts += [(f"{key} ", "key"), (("▸" if taken else "") + say(f"decision.{choice}"), "good" if taken else "")]
            parts.append(("   ", ""))
    if decision is Resolution.SKIP:
        parts.append((say("reconcile.until", choice=say(f"decision.{one.default}")), "dim"))
    return parts


def _sides(sides: Sequence[tuple[str, str]], compared: str, width: int, other: str = "") -> list[Line]:
    columns = len(sides) if width >= _SIDE_BY_SIDE else 1
    size = (width - 3 * (columns - 1)) // columns
    blocks: list[list[Line]] = []
    for key, text in sides:
        against = other if text == compared and key == "reconcile.theirs" and other else compared
        block: list[Line] = [[(say(key), "title")]]
        block += marked(text, against, size) if text else [[(say("reconcile.nothing"), "dim")]]
        blocks.append(block)
    if columns == 1:
        return [line for block in blocks for line in (*block, _EMPTY)]
    return [
        _beside([block[at] if at < len(block) else [] for block in blocks], size) for at in range(max(map(len, blocks)))
    ]


def _beside(cells: Sequence[Line], size: int) -> list[Part]:
    from rich.cells import cell_len

    parts: list[Part] = []
    for at, cell in enumerate(cells):
        parts += cell
        if at < len(cells) - 1:
            parts += [(" " * max(0, size - sum(cell_len(text) for text, _ in cell)), ""), (" │ ", "dim")]
    return parts


def marked(text: str, against: str, width: int) -> list[Line]:
    """Return text wrapped to `width` characters, the words that `against` does not have in bold."""
    words = re.findall(r"\n|[^\s]+", text)
    matcher = difflib.SequenceMatcher(None, re.findall(r"\n|[^\s]+", against), words, autojunk=False)
    looks = [""] * len(words)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag != "equal":
            looks[start:end] = ["accent"] * (end - start)
    lines: list[list[Part]] = [[]]
    used = 0
    for word, look in zip(words, looks, strict=True):
        if word == "\n" or used + len(word) + (used > 0) > width:
            lines.append([])
            used = 0
        if word != "\n":
            gap = " " if used else ""
            lines[-1].append((gap + word[:width], look))
            used += len(gap) + min(len(word), width)
    return list(lines)


def report_lines(report: MergeReport, width: int) -> Sequence[Line]:
    """Return what a merge did."""
    counts = say("reconcile.applied", changed=report.changed, settled=report.settled, postponed=report.postponed)
    lines: list[Line] = [*wrapped(counts, width, "good"), []]
    for sentence in report.sentences:
        lines += wrapped(sentence, width, indent="  ")
    return lines
