"""What a step of the replay shows: the act, its passage, what it changed; and the trees as they stood."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from workbench.store.lookups.acts import RowChange
from workbench.store.lookups.passage_then import PastPassage
from workbench.store.lookups.past import Past, PastCounts
from workbench.study.codes import CodeStatus
from workbench.study.themes import ThemeStatus
from workbench.tui.drawing import Line, Part, bar, cut, flowed, wrapped
from workbench.tui.screens.history_rows import touched_lines
from workbench.tui.screens.list_room import heading
from workbench.words import counted, say
from workbench.words.history import value_name

_COUNTED = ("transcripts", "codes", "codings", "themes", "quotes")
_BAR = 20


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A heading, a theme, or a code, as it stood; `changed` says that the act touched it, `count` its codings.

    `added` is by how much the act changed these.
    """

    name: str
    depth: int = 0
    colour: str = ""
    count: int = 0
    mark: str = ""
    look: str = ""
    changed: bool = False
    heading: bool = False
    added: int = 0


def place_lines(position: int, count: int, width: int) -> list[Line]:
    """Return how far one has come."""
    at = say("replay.at", position=position, count=count)
    return [[(bar(position / count if count else 0.0, min(_BAR, width - 20)), "accent"), (f" {at}", "dim")], []]


def count_lines(counts: PastCounts, added: Mapping[str, int], width: int) -> list[Line]:
    """Return how much there was, and what the act added to it or took away."""
    parts: list[Part] = [(say("replay.then"), "dim")]
    for name in _COUNTED:
        change = added[name]
        shown = counted(say(f"n.{name}"), getattr(counts, name)) + (f" ({change:+d})" if change else "")
        parts += [("  ", ""), (shown.replace(" ", "\u00a0"), "good" if change > 0 else "warn" if change else "")]
    return [[], *flowed(parts, width)]


def passage_lines(passage: PastPassage | None, width: int) -> list[Line]:
    """Return the passage the act was about, with the words around it."""
    if passage is None:
        return []
    lines = heading(say("replay.passage"))
    where: list[Part] = [(passage.transcript, "accent"), (f" {say('passages.turn', turn=passage.turn)}", "")]
    if passage.code:
        where.append((f"  {passage.code}", "strong"))
    lines.append(where)
    words: list[Part] = [(" ".join(passage.before.split()) + " ", "dim")] if passage.before.strip() else []
    words.append((f"«{' '.join(passage.words.split())}»", "strong"))
    if passage.after.strip():
        words.append((" " + " ".join(passage.after.split()), "dim"))
    lines += flowed(words, width)
    if passage.more:
        lines += wrapped(say("replay.more_passages", count=passage.more), width, "dim")
    return lines


def change_lines(rows: Sequence[RowChange], total: int, width: int) -> list[Line]:
    """Return what the act changed; of very many rows the first, and how many there are."""
    if not rows:
        return []
    lines = touched_lines(rows, width)
    if total > len(rows):
        lines += wrapped(say("history.more_rows", count=total - len(rows)), width, "dim")
    return lines


def tree_rows(
    past: Past, changed: Collection[tuple[str, int]], added: Mapping[int, int], gathered: Collection[tuple[int, int]]
) -> list[TreeRow]:
    """Return the themes with their codes, then the codebook, as they stood.

    `changed` are (table, id) of what the act touched, `added` is what codes won or lost, `gathered` what it put under
    themes.
    """
    uses, book, themes = past.codings_by_code(), past.codebook, past.themes
    rows: list[TreeRow] = []
    if themes:
        rows.append(TreeRow(say("replay.themes", count=len(themes)), heading=True))
    for theme in themes:
        dropped = theme.status is ThemeStatus.DROPPED
        under = [book.by_id[one] for one in theme.code_ids if one in book]
        rows.append(
            TreeRow(
                theme.name, 0, theme.colour, sum(uses.get(code.id, 0) for code in under),
                f"  {value_name(theme.status)}", "dim" if dropped else "strong", ("theme", theme.id) in changed,
            )
        )  # fmt: skip
        for code in under:
            new, won = (theme.id, code.id) in gathered, added.get(code.id, 0)
            rows.append(TreeRow(code.name, 1, code.colour, uses.get(code.id, 0), changed=new, added=won))
    if len(book):
        rows.append(TreeRow(say("replay.codebook", count=len(book)), heading=True))
    for code, depth in book.walk():
        retired = code.status is CodeStatus.RETIRED
        look = "dim" if retired else "" if code.codable else "strong"
        mark = f"  × {say('codebook.retired')}" if retired else ""
        touched = ("code", code.id) in changed
        won = added.get(code.id, 0)
        rows.append(TreeRow(code.name, depth, code.colour, uses.get(code.id, 0), mark, look, touched, added=won))
    return rows


def draw_row(row: TreeRow, width: int) -> Sequence[Line]:
    """Draw a heading, or colour, name, what is special, and codings at the right."""
    if row.heading:
        return [[(f"  {row.name}", "title")]]
    number = (f"({row.added:+d}) " if row.added else "") + (str(row.count) if row.count else "–")
    indent = "  " * min(row.depth, 6)
    room = max(4, width - len(indent) - 4 - len(number))
    marks = row.mark if cell_len(row.name) + cell_len(row.mark) <= room else ""
    parts: list[Part] = [("● " if row.changed else "  ", "good")]
    name = cut(row.name, min(cell_len(row.name), room - cell_len(marks)))
    parts += [(f"{indent}▌", row.colour), (name, "good" if row.changed else row.look), (marks, "dim")]
    used = sum(cell_len(text) for text, _ in parts)
    return [
        [
            *parts,
            (" " * max(1, width - used - len(number)), ""),
            (number, "good" if row.added else "" if row.count else "dim"),
        ]
    ]
