"""A list of coded passages with their references, and one passage in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.study.codings import CodedPassage
from workbench.study.transcripts import clock
from workbench.tui.drawing import Line, Part, flowed, wrapped
from workbench.words import say
from workbench.words.codings import marks_told

PASSAGE_ROWS = 3
AROUND = 240


@dataclass(frozen=True, slots=True)
class Heading:
    """A code above its passages."""

    name: str
    colour: str
    count: int


def draw(item: CodedPassage | Heading, width: int) -> Sequence[Line]:
    """Return a heading, or reference and two lines of words."""
    if isinstance(item, Heading):
        return [[], [("▌", item.colour), (item.name, "title"), (f"  {say('passages.count', count=item.count)}", "dim")]]
    lines: list[Line] = [reference(item)]
    words = wrapped(" ".join(item.words.split()), width - 2, indent="  ")
    shown = words[: PASSAGE_ROWS - 1]
    if len(words) > len(shown):
        shown[-1].append((" …", "dim"))
    return [*lines, *shown]


def reference(item: CodedPassage) -> list[Part]:
    """Return who, where, by whom, and what hangs on it."""
    parts: list[Part] = [(item.participant or item.transcript, "accent")]
    if item.transcript != item.participant and item.participant:
        parts.append((f" {item.transcript}", ""))
    parts.append((f" {say('passages.turn', turn=item.turn)}", ""))
    if item.begin_ms is not None:
        parts.append((f" ({clock(item.begin_ms)})", "dim"))
    parts.append((f" · {item.coder}", "dim"))
    if item.coding.memo:
        parts.append((f" · {say('passages.memo')}", "dim"))
    if item.quote_id:
        parts.append((f" ❞ {say('passages.picked')}", "good"))
    return parts


def in_full(item: CodedPassage, colour: str, width: int) -> list[Line]:
    """Return a passage with the words round it and what was noted on it."""
    lines: list[Line] = [[("▌", colour), (item.code, "strong")], reference(item), []]
    first, *rest = item.words.split("\n")
    before, after = _whole_words(item)
    paragraphs: list[list[Part]] = [[("…" + _flat(before), "dim")] if before.strip() else []]
    paragraphs[0].append((_flat(first), "strong"))
    paragraphs += [[(_flat(one), "strong")] for one in rest]
    if after.strip():
        paragraphs[-1].append((_flat(after) + "…", "dim"))
    for parts in paragraphs:
        lines += flowed(parts, width)
    if told := marks_told(item.coding):
        lines += [[], *wrapped(told, width)]
    if item.coding.memo:
        lines += [[], *wrapped(say("coding.memo_line", text=item.coding.memo), width, "accent")]
    return lines


def _whole_words(item: CodedPassage) -> tuple[str, str]:
    """Return the words before and after, without the halves of words that they were cut at."""
    before, after = item.before, item.after
    if item.coding.span.start > len(before):
        before = before[before.find(" ") + 1 :]
    if len(after) >= AROUND:
        after = after[: after.rfind(" ") + 1]
    return before, after


def _flat(text: str) -> str:
    """Return text as running words, with a blank at an end where there was one."""
    words = " ".join(text.split())
    before, after = text[:1].isspace() and words, text[-1:].isspace() and words
    return f"{' ' if before else ''}{words}{' ' if after else ''}"
