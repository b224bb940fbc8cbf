"""The codebook as rows of a tree, and one code in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups.codes import CodeUse, use
from workbench.store.lookups.spread import acts_on, spread
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine
from workbench.study.codes import DEFINITION_FIELDS, Code, Codebook, CodeStatus
from workbench.study.memos import Memo
from workbench.study.themes import Theme
from workbench.tui.clock import local_time
from workbench.tui.drawing import Line, Part, bar, wrapped
from workbench.tui.memos import memo_head
from workbench.tui.screens.codebook_facts import fact_lines
from workbench.words import say
from workbench.words.history import sentence

_WIDE = 70


@dataclass(frozen=True, slots=True)
class Row:
    """A code in the tree; `below` counts the codings of all codes under it."""

    code: Code
    depth: int
    use: CodeUse
    below: int
    most: int


def rows(study: StudyFile, book: Codebook) -> list[Row]:
    """Return the tree, line by line."""
    used, none = use(study), CodeUse()
    most = max((one.codings for one in used.values()), default=1)
    walked = list(book.walk())
    below: dict[int, int] = {}
    # From the leaves up: each code hands what it and all under it have to the one it stands under.
    for code, depth in reversed(walked):
        if depth:
            parent = code.parent_id or 0
            below[parent] = below.get(parent, 0) + below.get(code.id, 0) + used.get(code.id, none).codings
    return [Row(code, depth, used.get(code.id, none), below.get(code.id, 0), most) for code, depth in walked]


def columns() -> tuple[str, str]:
    """Return the captions of the two columns of numbers."""
    return say("codebook.column.codings"), say("codebook.column.people")


def draw_row(row: Row, width: int) -> Sequence[Line]:
    """Draw a code: indent, colour, name, marks; bar, codings, people."""
    code = row.code
    first, second = (len(one) + 2 for one in columns())
    cells = 12 if width >= _WIDE else 6
    room = max(10, width - cells - first - second - 1)
    indent = "  " * min(row.depth, 6)
    look = "dim" if code.status is CodeStatus.RETIRED else "" if code.codable else "strong"
    mark: Part = (indent + ("▌" if code.codable else "▾"), code.colour)
    return [
        [*named(mark, (code.name, look), marks_of(code, width >= _WIDE), room), *_numbers(row, cells, first, second)]
    ]


def named(mark: Part, name: Part, marks: Sequence[Part], room: int) -> list[Part]:
    """Return a mark, a name cut to what is left, and marks behind it, on `room` cells."""
    left = max(4, room - len(mark[0]) - 1 - sum(cell_len(text) for text, _ in marks))
    shown = name[0] if cell_len(name[0]) <= left else set_cell_size(name[0], left - 1) + "…"
    parts: list[Part] = [mark, (shown, name[1]), *marks]
    return [*parts, (" " * max(1, room - sum(cell_len(text) for text, _ in parts)), "")]


def _numbers(row: Row, cells: int, first: int, second: int) -> list[Part]:
    if not row.code.codable and not row.use.codings:
        return [(" " * (cells + 1), ""), (f"{f'({row.below})':>{first}}", "dim"), (" " * second, "")]
    return [
        (bar(row.use.codings / row.most, cells) + " ", row.code.colour),
        (f"{row.use.codings:>{first}}", "" if row.use.codings else "dim"),
        (f"{row.use.people:>{second}}", "dim"),
    ]


def marks_of(code: Code, wide: bool) -> list[Part]:
    """Return what is special about a code."""
    marks: list[Part] = []
    if code.status is CodeStatus.RETIRED:
        marks.append((f" × {say('codebook.retired')}" if wide else " ×", "warn"))
    if not code.codable:
        marks.append((f" {say('codebook.folder')}" if wide else "", "dim"))
    elif not code.defined:
        marks.append((f" ? {say('codebook.undefined')}" if wide else " ?", "accent"))
    return [mark for mark in marks if mark[0]]


@dataclass(frozen=True, slots=True)
class Details:
    """What the side pane tells of a code."""

    path: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]
    memos: Sequence[Memo]
    spread: Mapping[str, int]
    acts: Sequence[AuditLine]
    heirs_of: tuple[str, ...]


def details(study: StudyFile, code: Code, book: Codebook, themes: Sequence[Theme]) -> Details:
    """Gather what the side pane tells of a code; with `book` and `themes` no key reads ten thousand codes again."""
    gathering = tuple((theme.name, theme.colour) for theme in themes if code.id in theme.code_ids)
    return Details(
        book.path(code.id), gathering, memo_lookup.on(study, "code", code.id),
        spread(study, [code.id]), acts_on(study, "code", code.id), book.merged_into(code.id),
    )  # fmt: skip


def describe(code: Code, found: Details, width: int) -> Sequence[Line]:
    """Return a code in full."""
    lines: list[Line] = []
    if found.path[:-1]:
        lines += wrapped(" ▸ ".join(found.path[:-1]) + " ▸", width, "dim")
    lines += [[("▌", code.colour), (line[0][0], "strong")] for line in wrapped(code.name, width - 1)]
    lines += [*fact_lines(code, width), *_state(code, found, width)]
    for name in DEFINITION_FIELDS:
        lines += [[], [(say(f"form.{name}"), "title")]]
        text = str(getattr(code, name))
        lines += wrapped(text, width) if text else wrapped(say(f"form.{name}.hint"), width, "dim")
    lines += [[], [(say("codebook.themes"), "title")]]
    lines += [[("▌", colour), (name, "")] for name, colour in found.themes]
    if not found.themes:
        lines += wrapped(say("codebook.no_themes"), width, "dim")
    lines += spread_lines(found.spread, code.colour, width)
    lines += memo_lines(found.memos, width)
    lines += act_lines(found.acts, width)
    return lines


def act_lines(found: Sequence[AuditLine], width: int) -> list[Line]:
    """Return acts with date and person."""
    lines: list[Line] = [[], [(say("codebook.latest"), "title")]]
    for act in found:
        lines.append([(local_time(act.at), "dim"), (f"  {act.coder}", "accent")])
        lines += wrapped(sentence(act.verb, act.kind, act.detail), width, indent="  ")
    return lines


def _state(code: Code, found: Details, width: int) -> list[Line]:
    lines: list[Line] = []
    if code.status is CodeStatus.RETIRED:
        lines += wrapped(say("codebook.retired.long"), width, "warn")
    if not code.codable:
        lines += wrapped(say("codebook.folder.long"), width, "dim")
    if found.heirs_of:
        lines += wrapped(say("codebook.merged_here", names=", ".join(found.heirs_of)), width, "dim")
    return lines


def spread_lines(found: Mapping[str, int], colour: str, width: int) -> list[Line]:
    """Return how many codings each person has, with bars."""
    lines: list[Line] = [[], [(say("codebook.spread", count=sum(found.values()), people=len(found)), "title")]]
    most = max(found.values(), default=1)
    label = min(16, max((len(who) for who in found), default=0))
    for who, count in found.items():
        cells = max(4, min(20, width - label - 6))
        lines.append([(f"{who[:label]:<{label}} ", ""), (bar(count / most, cells), colour), (f" {count}", "dim")])
    if not found:
        lines += wrapped(say("codebook.unused"), width, "dim")
    return lines


def memo_lines(found: Sequence[Memo], width: int) -> list[Line]:
    """Return memos with date and writer."""
    if not found:
        return []
    lines: list[Line] = [[], [(say("codebook.memos"), "title")]]
    for memo in found:
        lines.append(memo_head(memo))
        lines += wrapped(memo.title, width, "strong", indent="  ") if memo.title else []
        lines += wrapped(memo.text, width, indent="  ")
    return lines
