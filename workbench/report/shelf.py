"""The quote board as a screen shows it: each quote is made ready to be printed when it is looked at."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.report.board_quote import BoardQuote
from workbench.report.quote_maker import QuoteMaker
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.study_file import StudyFile
from workbench.study.quotes import PlacedQuote
from workbench.study.themes import Theme, ThemeStatus
from workbench.study.transcripts import Transcript


@dataclass(frozen=True, slots=True)
class Group:
    """A theme and the quotes under it, in order; `theme` is None for those that wait without one."""

    theme: Theme | None
    quotes: tuple[PlacedQuote, ...]


class Shelf:
    """The board as it stands now; ten thousand quotes cost what those cost that are seen."""

    def __init__(self, study: StudyFile) -> None:
        """Read where the quotes of a study stand (dropped themes left out)."""
        self._study = study
        self._maker = QuoteMaker(study)
        self._made: dict[int, BoardQuote] = {}
        themes = [theme for theme in theme_lookup.themes(study) if theme.status is not ThemeStatus.DROPPED]
        ids = {theme.id for theme in themes}
        self.quotes = quote_lookup.placed(study)
        by_theme: dict[int | None, list[PlacedQuote]] = {}
        for one in self.quotes:
            by_theme.setdefault(one.theme_id if one.theme_id in ids else None, []).append(one)
        self.groups = [Group(theme, tuple(by_theme.get(theme.id, ()))) for theme in themes]
        self.loose = Group(None, tuple(by_theme.get(None, ())))

    def people(self) -> int:
        """Return from how many people the quotes come."""
        speaking = (self._maker.speaker(one.transcript_id, one.span) for one in self.quotes)
        return len({person.label if person else "" for person in speaking})

    def quote(self, placed: PlacedQuote) -> BoardQuote:
        """Return a quote as it will be printed.

        Raises:
            StudyError: it is gone, or lies outside its transcript.
            StoreError: it cannot be read.
        """
        if placed.id not in self._made:
            self._made[placed.id] = self._make(placed)
        return self._made[placed.id]

    def _make(self, placed: PlacedQuote) -> BoardQuote:
        return self._maker.make(quote_lookup.quote(self._study, placed.id))

    def transcript(self, transcript_id: int) -> Transcript:
        """Return a transcript that has quotes."""
        return self._maker.transcript(transcript_id)

    def group_of(self, theme_id: int | None) -> Group:
        """Return the group that quotes of a theme stand in."""
        return next((one for one in self.groups if one.theme and one.theme.id == theme_id), self.loose)

    def words(self, group: Group) -> Iterator[tuple[str, int]]:
        """Yield who gives a quote of the group and how many words, quote by quote; unreadable ones are left out."""
        for one in group.quotes:
            with suppress(WorkbenchError):
                # None of them is kept: only those that are seen need be.
                made = self._made.get(one.id) or self._make(one)
                yield made.participant, made.words
