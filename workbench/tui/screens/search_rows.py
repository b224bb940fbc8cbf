"""How hits are drawn: in the list, and one in full beside it."""

from collections.abc import Sequence

from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit
from workbench.study.search_match import Excerpt
from workbench.study.spans import Span
from workbench.study.transcripts import Transcript, clock
from workbench.tui.drawing import Line, Part, flowed, wrapped
from workbench.words import say

HIT_ROWS = 3
Found = Hit | NoteHit


def key_of(hit: Hit) -> tuple[int, int]:
    """Return what tells a turn from all others."""
    return hit.transcript_id, hit.turn


def draw(hit: Found, width: int, marked: bool) -> Sequence[Line]:
    """Return who and where, and two lines of the words round what was found."""
    head = _of_turn(hit, marked) if isinstance(hit, Hit) else _of_note(hit)
    words = flowed(parts_of(hit.excerpt), width - 4)
    shown = words[: HIT_ROWS - 1]
    if len(words) > len(shown):
        shown[-1].append(("…", "dim"))
    return [head, *([("  ", ""), *line] for line in shown)]


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


def parts_of(excerpt: Excerpt) -> list[Part]:
    """Return an excerpt on one line, what was found made to stand out."""
    return _marked(
        excerpt.words, [Span(one.start - excerpt.span.start, one.end - excerpt.span.start) for one in excerpt.marks]
    )


def _marked(text: str, marks: Sequence[Span]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, len(text))
        if start >= end:
            continue
        parts += [(_flat(text[at:start]), ""), (_flat(text[start:end]), "found")]
        at = end
    return [*parts, (_flat(text[at:]), "")]


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def in_full(hit: Hit, transcript: Transcript, width: int) -> list[Line]:
    """Return the turn with all that was found in it, its codes, and the turns round it."""
    lines: list[Line] = [*_of_neighbour(transcript, hit.turn - 1, width)]
    lines.append([(say("search.peek", turn=hit.turn), "title"), (f"  {hit.speaker}", "accent")])
    words = hit.span.cut(transcript.text)
    lines += flowed(
        _marked(words, [Span(one.start - hit.span.start, one.end - hit.span.start) for one in hit.marks]), width
    )
    lines += [[], *_of_neighbour(transcript, hit.turn + 1, width)]
    lines.append([(say("search.codes_here"), "title")])
    lines += [[(f"  {name}", "good")] for name in hit.codes] or [[(f"  {say('search.no_codes_here')}", "dim")]]
    return lines


def _of_neighbour(transcript: Transcript, number: int, width: int) -> list[Line]:
    if not 1 <= number <= len(transcript.turns):
        return []
    turn = transcript.turns[number - 1]
    words = wrapped(_flat(transcript.text[turn.start : turn.end]), width, "dim")
    shown: list[Line] = [[(f"{number} {turn.speaker}", "dim")], *words[:6]]
    if len(words) > 6:
        shown.append([("…", "dim")])
    return [*shown, []]


def note_in_full(hit: NoteHit, width: int) -> list[Line]:
    """Return a memo, definition or quote with all that was found in it."""
    head: Line = [(say(f"search.note.{hit.note.kind.value}"), "title"), (f"  {hit.note.title}", "strong")]
    parts: list[Line] = []
    at = 0
    for line in hit.note.text.split("\n"):
        inside = [
            Span(max(one.start - at, 0), min(one.end - at, len(line)))
            for one in hit.marks
            if one.start < at + len(line) and one.end > at
        ]
        parts += flowed(_marked(line, inside), width)
        at += len(line) + 1
    by = f"{hit.note.coder}  {hit.note.created[:10]}".strip()
    return [head, [(by, "dim")], [], *parts]
