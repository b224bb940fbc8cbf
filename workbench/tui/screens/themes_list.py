"""The themes with the codes under them as rows, and one theme in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups.codes import CodeUse, use
from workbench.store.lookups.codings import passages
from workbench.store.lookups.quotes import codings_quoted
from workbench.store.lookups.reviews import review_counts
from workbench.store.lookups.spread import acts_on, spread
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine
from workbench.study.codes import Code, Codebook, CodeStatus
from workbench.study.codings import CodedPassage
from workbench.study.memos import Memo
from workbench.study.reviews import ReviewCounts
from workbench.study.text import shorten
from workbench.study.themes import Theme, ThemeLevel, ThemeStatus, in_tree
from workbench.tui.drawing import Line, Part, bar, wrapped
from workbench.tui.passages import reference
from workbench.tui.screens.codebook_tree import act_lines, columns, marks_of, memo_lines, named, spread_lines
from workbench.words import say
from workbench.words.history import value_name

_UNUSED = CodeUse()


@dataclass(frozen=True, slots=True)
class Row:
    """A theme, a code under it, a code under no theme, or a heading (`title` alone, which may be empty).

    `depth` counts the themes above.
    """

    theme: Theme | None = None
    code: Code | None = None
    use: CodeUse = _UNUSED
    most: int = 1
    title: str = ""
    depth: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """What finds the row again."""
        return self.theme.id if self.theme else 0, self.code.id if self.code else 0

    @property
    def heading(self) -> bool:
        """Whether it cannot be current."""
        return self.theme is None and self.code is None


def rows(study: StudyFile, book: Codebook, found: Sequence[Theme]) -> list[Row]:
    """Return the themes in tree order with their codes, and the codes under no theme last."""
    used = use(study)
    most = max((one.codings for one in used.values()), default=1)
    result: list[Row] = [] if found or not len(book) else [Row(title=say("themes.empty"))]
    for theme, depth in in_tree(found):
        if result and not depth:
            result.append(Row())
        people = spread(study, theme.code_ids)
        result.append(Row(theme, None, CodeUse(sum(people.values()), len(people)), most, depth=depth))
        result += [Row(theme, book.get(one), used.get(one, _UNUSED), most, depth=depth) for one in theme.code_ids]
    gathered = {one for theme in found for one in theme.code_ids}
    loose = [code for code in book if code.codable and code.id not in gathered]
    loose = [code for code in loose if code.status is CodeStatus.ACTIVE or code.id in used]
    if loose:
        result += [Row(), Row(title=say("themes.loose", count=len(loose)))]
        result += [Row(None, code, used.get(code.id, _UNUSED), most) for code in loose]
    return result


def draw_row(row: Row, width: int) -> Sequence[Line]:
    """Draw a theme or a code: name, marks, bar, codings, people."""
    if row.heading:
        return [[(row.title, "title")]]
    first, second = (len(one) + 2 for one in columns())
    cells = 12 if width >= 70 else 6
    room = max(10, width - cells - first - second - 1)
    numbers: list[Part] = [(f"{row.use.codings:>{first}}", ""), (f"{row.use.people:>{second}}", "dim")]
    if row.code is None and row.theme is not None:
        theme = row.theme
        look = "dim" if theme.status is ThemeStatus.DROPPED else "strong"
        marks: list[Part] = [(f"  {value_name(theme.status)}", "accent" if look == "strong" else "dim")]
        if theme.level is ThemeLevel.OVERARCHING:
            marks.append((f" · {value_name(theme.level)}", "dim"))
        if not theme.concept:
            marks.append((" ?", "warn"))
        return [
            [
                *named(("  " * row.depth + "█ ", theme.colour), (theme.name, look), marks, room),
                (" " * (cells + 1), ""),
                *numbers,
            ]
        ]
    assert row.code is not None
    indent = "  " * row.depth + "  ▌" if row.theme else "▌"
    line = named((indent, row.code.colour), (row.code.name, ""), marks_of(row.code, width >= 70), room)
    return [[*line, (bar(row.use.codings / row.most, cells) + " ", row.code.colour), *numbers]]


@dataclass(frozen=True, slots=True)
class Details:
    """What the side pane tells of a theme."""

    codes: Sequence[tuple[Code, CodeUse]]
    spread: Mapping[str, int]
    quotes: Sequence[CodedPassage]
    memos: Sequence[Memo]
    acts: Sequence[AuditLine]
    reviews: ReviewCounts


def details(study: StudyFile, theme: Theme, book: Codebook) -> Details:
    """Gather what the side pane tells of a theme."""
    used = use(study)
    picked = [one for coding_id in codings_quoted(study, theme.id) for one in _passage(study, coding_id)]
    return Details(
        [(book.get(one), used.get(one, _UNUSED)) for one in theme.code_ids],
        spread(study, theme.code_ids),
        picked,
        memo_lookup.on(study, "theme", theme.id),
        acts_on(study, "theme", theme.id),
        review_counts(study, theme.id),
    )


def _passage(study: StudyFile, coding_id: int) -> list[CodedPassage]:
    return passages(study, coding_id=coding_id)


def describe(theme: Theme, found: Details, width: int) -> Sequence[Line]:
    """Return a theme in full."""
    lines: list[Line] = [[("█ ", theme.colour), (line[0][0], "strong")] for line in wrapped(theme.name, width - 2)]
    lines.append([(value_name(theme.status), "accent"), (f" · {value_name(theme.level)}", "dim")])
    lines += wrapped(say(f"themes.status.{theme.status}"), width, "dim")
    for label, text in (("concept", theme.concept), ("scope", theme.definition)):
        lines += [[], [(say(f"form.{label}"), "title")]]
        lines += wrapped(text, width) if text else wrapped(say(f"form.{label}.hint"), width, "dim")
    for label in ("includes", "excludes", "story"):
        if text := str(getattr(theme, label)):
            lines += [[], [(say(f"form.{label}"), "title")], *wrapped(text, width)]
    lines += [[], [(say("themes.codes", count=len(found.codes)), "title")]]
    for code, used in found.codes:
        lines.append([("▌", code.colour), (code.name, ""), (f"  {used.codings}", "dim")])
        lines += wrapped(theme.reasons[code.id], width, "dim", indent="  ") if code.id in theme.reasons else []
    if not found.codes:
        lines += wrapped(say("themes.no_codes"), width, "dim")
    lines += [*_review_lines(found.reviews, width), *_quote_lines(found.quotes, width)]
    lines += spread_lines(found.spread, theme.colour, width)
    lines += memo_lines(found.memos, width)
    return [*lines, *act_lines(found.acts, width)]


def _review_lines(found: ReviewCounts, width: int) -> list[Line]:
    if not (found.extracts or found.whole):
        return []
    told = [
        (say("themes.review.passages", count=found.passages, of=found.of_passages), found.extracts),
        (say("themes.review.transcripts", count=found.transcripts, of=found.of_transcripts), found.whole),
    ]
    lines: list[Line] = [[], [(say("themes.review"), "title")]]
    for words, verdicts in told:
        parts = [f"{value_name(verdict)} {count}" for verdict, count in verdicts.items()]
        lines += wrapped(": ".join(one for one in (words, ", ".join(parts)) if one), width)
    return lines


def _quote_lines(found: Sequence[CodedPassage], width: int) -> list[Line]:
    lines: list[Line] = [[], [(say("themes.quotes", count=len(found)), "title")]]
    for one in found:
        lines.append(reference(one)[:2])
        lines += wrapped(f"«{shorten(one.words, 160)}»", width, indent="  ")
    if not found:
        lines += wrapped(say("themes.no_quotes"), width, "dim")
    return lines
