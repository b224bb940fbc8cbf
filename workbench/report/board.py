"""The quote board: the picked quotes under their themes, masked, with marked edits and honest attributions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.report.board_quote import BoardQuote
from workbench.report.quote_maker import QuoteMaker
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.study_file import StudyFile
from workbench.study.themes import Theme, ThemeStatus
from workbench.words import say


@dataclass(frozen=True, slots=True)
class BoardTheme:
    """A theme, the names of the codes it gathers, and its quotes in order."""

    theme: Theme
    quotes: tuple[BoardQuote, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All quotes: under their themes (dropped themes left out), and those that wait without one."""

    themes: tuple[BoardTheme, ...]
    loose: tuple[BoardQuote, ...]

    @property
    def quotes(self) -> tuple[BoardQuote, ...]:
        """Every quote, in printing order."""
        return (*(quote for theme in self.themes for quote in theme.quotes), *self.loose)

    def leaving(self) -> "Board":
        """Return the board without the quotes that may not leave the study."""
        themes = tuple(
            replace(one, quotes=tuple(quote for quote in one.quotes if quote.refusal is None)) for one in self.themes
        )
        return Board(themes, tuple(quote for quote in self.loose if quote.refusal is None))


def board(study: StudyFile, *, complete: bool = True) -> Board:
    """Return the quote board of a study, whole; a screen shows a `Shelf` instead.

    With `complete` unset, a quote whose attribution cannot be made gets an empty one.

    Raises:
        ReportError: people lack a value that the attribution template asks for; the message names them.
    """
    picked = quote_lookup.quotes(study)
    maker = QuoteMaker(study)
    if complete:
        maker.check_people([quote for quote in picked if maker.refusal(quote)[0] is None])
    maker.read_codes()
    made = [maker.make(quote) for quote in picked]
    names = {code.id: code.name for code in code_lookup.codebook(study)}
    listed = [theme for theme in theme_lookup.themes(study) if theme.status is not ThemeStatus.DROPPED]
    ids = {theme.id for theme in listed}
    themes = tuple(
        BoardTheme(
            theme,
            tuple(one for one in made if one.quote.theme_id == theme.id),
            tuple(names[code_id] for code_id in theme.code_ids if code_id in names),
        )
        for theme in listed
    )
    return Board(themes, tuple(one for one in made if one.quote.theme_id not in ids))


# How the quotes are spread


@dataclass(frozen=True, slots=True)
class Spread:
    """How many quotes and words of a theme each participant gives; `theme` is None for the whole board."""

    theme: str | None
    quotes: Mapping[str, int]
    words: Mapping[str, int]

    @property
    def warning(self) -> str:
        """A sentence when one participant gives more than half of a theme's quotes, else empty."""
        total = sum(self.quotes.values())
        if self.theme is None or total < 2:
            return ""
        label, most = max(self.quotes.items(), key=lambda pair: (pair[1], pair[0]))
        if most * 2 <= total:
            return ""
        return say("report.one_person", most=most, total=total, theme=self.theme, label=label)


def spread(shown: Board, silent: Sequence[str] = ()) -> tuple[Spread, ...]:
    """Return the spread of the whole board, then of each theme that has quotes.

    `silent` are labels to be listed with zero when they give nothing.
    """
    whole = _spread(None, shown.quotes, silent)
    return (whole, *(_spread(one.theme.name, one.quotes) for one in shown.themes if one.quotes))


def _spread(theme: str | None, quotes: Sequence[BoardQuote], silent: Sequence[str] = ()) -> Spread:
    count: Counter[str] = Counter(dict.fromkeys(silent, 0))
    words: Counter[str] = Counter(dict.fromkeys(silent, 0))
    for one in quotes:
        label = one.participant or one.transcript
        count[label] += 1
        words[label] += one.words
    return Spread(theme, dict(sorted(count.items())), dict(sorted(words.items())))
