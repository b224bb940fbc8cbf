"""The quotes of codes in a list, read a page at a time: a code with very many opens as quickly as one with few."""

from collections.abc import Collection, Sequence

from workbench.store.lookups import pages
from workbench.store.study_file import StudyFile
from workbench.study.codings import CodedPassage
from workbench.tui.ledger import Ledger
from workbench.tui.passages import AROUND

# Quotes are read so many at a time; the next ones when one comes as near as this to the last.
PAGE, NEAR_END = 50, 10


def count_of(study: StudyFile, codes: Collection[int]) -> int:
    """Return how many quotes the codes have."""
    return sum(pages.said_by(study, codes).values())


class QuotePages:
    """Fills a list with quotes as far as one has come in it."""

    def __init__(self) -> None:
        self._codes: tuple[int, ...] = ()
        self._whole = True

    def begin(
        self, study: StudyFile, quotes: Ledger, codes: Collection[int], index: int = 0, at_least: int = 0
    ) -> bool:
        """Read the first quotes, beyond `index` and `at_least` so many, and show that one; return whether any are."""
        self._codes = tuple(codes)
        limit = max(PAGE, index + NEAR_END + 1, at_least)
        found = pages.page(study, self._codes, limit=limit, around=AROUND)
        self._whole = len(found) < limit
        quotes.set_items(found, index)
        return bool(found)

    def read_on(self, study: StudyFile, quotes: Ledger) -> None:
        """Read the next quotes where the one in hand is near the end of the list."""
        items: Sequence[CodedPassage] = quotes.items
        if not self._whole and items and quotes.index >= len(items) - NEAR_END:
            more = pages.page(study, self._codes, after=pages.end_of(items[-1]), limit=PAGE, around=AROUND)
            self._whole = len(more) < PAGE
            quotes.set_items([*items, *more])
