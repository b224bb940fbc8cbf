"""A small document that any writer can set: headings, paragraphs, quotes, tables."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.report.board import Board, BoardTheme
from workbench.report.board_quote import BoardQuote
from workbench.study.transcripts import clock

_WORDS = {
    "nb": {
        "title": "Sitater", "concept": "Sentralt organiserende begrep", "definition": "Definisjon", "codes": "Koder",
        "loose": "Uten tema", "turn": "replikk", "no_participant": "Uten deltaker",
    },
    "en": {
        "title": "Quotes", "concept": "Central organising concept", "definition": "Definition", "codes": "Codes",
        "loose": "Without a theme", "turn": "turn", "no_participant": "No participant",
    },
}  # fmt: skip
GROUPINGS = ("theme", "participant")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title, 1 a section."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `label` is a bold word before it; `small` marks what stands below the text in rank."""

    runs: tuple[Run, ...]
    label: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quote: its paragraphs, the attribution and source reference under it (either may be empty)."""

    paragraphs: tuple[str, ...]
    attribution: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | QuoteBlock | Table


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in order; `language` is `nb` or `en`, `title` what the file calls itself."""

    title: str
    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A group of quotes under a heading; only a theme has concept, definition and codes."""

    title: str
    quotes: tuple[BoardQuote, ...]
    concept: str = ""
    definition: str = ""
    codes: tuple[str, ...] = ()


def words_in(language: str) -> dict[str, str]:
    """Return the fixed words of a report (`title`, `concept`, `turn`…) in `nb` or `en`."""
    return _WORDS.get(language, _WORDS["en"])


def sections(shown: Board, language: str, by: str = "theme", themes: Collection[str] | None = None) -> list[Section]:
    """Return the groups that hold quotes: by theme in board order, or by participant.

    `themes` keeps only the themes of those names, case aside; quotes without a theme are left out then.
    """
    wanted = None if themes is None else {name.casefold() for name in themes}
    kept = [one for one in shown.themes if wanted is None or one.theme.name.casefold() in wanted]
    loose = shown.loose if wanted is None else ()
    if by == "participant":
        return _by_participant([quote for one in kept for quote in one.quotes] + list(loose), language)
    made = [_theme_section(one) for one in kept if one.quotes]
    return made + ([Section(words_in(language)["loose"], loose)] if loose else [])


def _theme_section(one: BoardTheme) -> Section:
    return Section(one.theme.name, one.quotes, one.theme.concept, one.theme.definition, one.codes)


def _by_participant(quotes: Sequence[BoardQuote], language: str) -> list[Section]:
    grouped: dict[str, list[BoardQuote]] = {}
    for quote in quotes:
        grouped.setdefault(quote.participant or words_in(language)["no_participant"], []).append(quote)
    return [Section(label, tuple(grouped[label])) for label in sorted(grouped)]


def quotes_document(
    shown: Board | Sequence[Section], language: str, include_reference: bool = True, *, study: str = "", date: str = ""
) -> Document:
    """Return the quotes as a document: per section its heading, concept, definition, codes, and quotes in order.

    `date` gives a line of its own under the study's name; without it the document carries no date.
    """
    words = words_in(language)
    listed = sections(shown, language) if isinstance(shown, Board) else shown
    blocks: list[Block] = [Heading(words["title"], 0)]
    blocks += [Paragraph((Run(line),), small=True) for line in (study, date) if line]
    for section in listed:
        blocks += _section_blocks(section, words, include_reference)
    return Document(f"{words['title']} – {study}" if study else words["title"], language, tuple(blocks))


def _section_blocks(section: Section, words: dict[str, str], include_reference: bool) -> list[Block]:
    blocks: list[Block] = [Heading(section.title, 1)]
    if section.concept:
        blocks.append(Paragraph((Run(section.concept, italic=True),), words["concept"]))
    if section.definition:
        blocks.append(Paragraph((Run(section.definition),), words["definition"]))
    if section.codes:
        blocks.append(Paragraph((Run(", ".join(section.codes)),), words["codes"]))
    for quote in section.quotes:
        source = quote.reference(words["turn"]) if include_reference else ""
        blocks.append(QuoteBlock(tuple(part.text for part in quote.paragraphs), quote.attribution, source))
    return blocks


def table_rows(listed: Sequence[Section], language: str) -> list[tuple[str, ...]]:
    """Return one row a quote under a header: theme, order, quote, attribution, participant, turn, time, code."""
    rows: list[tuple[str, ...]] = [HEADERS.get(language, HEADERS["en"])]
    for section in listed:
        for order, quote in enumerate(section.quotes, 1):
            time = "" if quote.begin_ms is None else clock(quote.begin_ms)
            rows.append((
                section.title, str(order), quote.text, quote.attribution, quote.participant, str(quote.turn), time,
                quote.code,
            ))  # fmt: skip
    return rows


def sheet_name(rows: Sequence[Sequence[str]]) -> str:
    """Return what a sheet of these rows is called, in the language of their header."""
    language = next((one for one, header in HEADERS.items() if rows and rows[0][:3] == header[:3]), "en")
    return words_in(language)["title"].lower()


HEADERS = {
    "nb": ("tema", "rekkefølge", "sitat", "henvisning", "deltaker", "replikk", "tid", "kode"),
    "en": ("theme", "order", "quote", "attribution", "participant", "turn", "time", "code"),
}
