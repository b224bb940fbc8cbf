"""How hits are drawn in the list, and who says them in a line above it."""

from collections.abc import Sequence

from rich.cells import cell_len

from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit
from workbench.store.search.spread import Spread
from workbench.study.search_match import Excerpt
from workbench.study.spans import Span
from workbench.study.transcripts import clock
from workbench.tui.drawing import Line, Part, flowed
from workbench.words import say

HIT_ROWS = 3
Found = Hit | NoteHit
_BARS = "▁▂▃▄▅▆▇█"


def key_of(hit: Hit) -> tuple[int, int]:
    """Return what tells a turn from all others."""
    return hit.transcript_id, hit.turn


def draw(hit: Found, width: int, marked: bool) -> Sequence[Line]:
    """Return who and where, and two lines of the words round what was found."""
    head = _of_turn(hit, marked) if isinstance(hit, Hit) else _of_note(hit)
    start, end = (hit.span.start, hit.span.end) if isinstance(hit, Hit) else (0, len(hit.note.text))
    words = flowed(parts_of(hit.excerpt, start, end), width - 4)
    return [head, *([("  ", ""), *line] for line in _best(words, HIT_ROWS - 1))]


def _best(lines: list[list[Part]], rows: int) -> list[list[Part]]:
    """Return those `rows` lines in which most was found; what is left out shows as dots."""
    found = [sum(look == "found" for _, look in line) for line in lines]
    first = max(range(max(1, len(lines) - rows + 1)), key=lambda at: (sum(found[at : at + rows]), -at))
    shown = [list(line) for line in lines[first : first + rows]]
    if first and shown:
        shown[0].insert(0, ("… ", "dim"))
    if first + rows < len(lines):
        shown[-1].append((" …", "dim"))
    return shown


def _of_turn(hit: Hit, marked: bool) -> Line:
    mark = ("■ ", "good") if marked else ("□ ", "dim")
    parts: list[Part] = [mark, (hit.transcript, "accent"), (f" {say('passages.turn', turn=hit.turn)}", "")]
    if hit.begin_ms is not None:
        parts.append((f" ({clock(hit.begin_ms)})", "dim"))
    who = hit.participant or hit.speaker
    if who and who != hit.transcript:
        parts.append((f" {who}", ""))
    parts.append((f" · {', '.join(hit.codes)}", "good") if hit.codes else (f" · {say('search.uncoded')}", "dim"))
    return parts


def _of_note(hit: NoteHit) -> Line:
    parts: list[Part] = [
        ("  ", ""),
        (say(f"search.note.{hit.note.kind.value}"), "accent"),
        (f" {hit.note.title}", "strong"),
    ]
    if hit.note.coder:
        parts.append((f" · {hit.note.coder}", "dim"))
    return parts


def parts_of(excerpt: Excerpt, start: int, end: int) -> list[Part]:
    """Return an excerpt of the text `start`–`end` on one line, with dots for what was left out."""
    at = excerpt.span.start
    parts = marked(excerpt.words, [Span(one.start - at, one.end - at) for one in excerpt.marks])
    before: list[Part] = [("… ", "dim")] if at > start else []
    after: list[Part] = [(" …", "dim")] if excerpt.span.end < end else []
    return [*before, *parts, *after]


def marked(text: str, marks: Sequence[Span]) -> list[Part]:
    """Return a text on one line with what was found in it."""
    parts: list[Part] = []
    at = 0
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, len(text))
        if start >= end:
            continue
        parts += [(flat(text[at:start]), ""), (flat(text[start:end]), "found")]
        at = end
    return [*parts, (flat(text[at:]), "")]


def flat(text: str) -> str:
    """Return a text without the ends of its lines."""
    return text.replace("\n", " ").replace("\t", " ")


def by_participant(spread: Spread | None, width: int) -> Line:
    """Return how many hits each participant has, most first, as many as there is room for."""
    if spread is None or not spread.total:
        return []
    most = max((count for _, count in spread.people), default=1)
    end = f"  {say('search.others', count=spread.others)}" if spread.others else ""
    parts: list[Part] = [(f" {say('search.by_participant')}", "dim")]
    if not spread.people:
        parts.append((f"  {say('search.nobody')}", "dim"))
    room = width - 1 - cell_len(parts[0][0]) - cell_len(end)
    for place, (label, count) in enumerate(spread.people):
        one = f"  {label} {_BARS[min(7, count * 8 // most - (count == most))]}{count}"
        left = len(spread.people) - place
        rest = f"  +{left}"
        if cell_len(one) + (cell_len(rest) if left > 1 else 0) > room:
            parts.append((rest, "dim"))
            break
        parts += [(f"  {label} ", ""), (one[len(label) + 3 :], "accent")]
        room -= cell_len(one)
    return [*parts, (end, "dim")]


def by_kind(kinds: Sequence[tuple[str, int]]) -> Line:
    """Return how many hits are memos, definitions, quotes."""
    return [(" " + "  ".join(f"{say(f'search.note.{kind}')} {count}" for kind, count in kinds), "dim")]
