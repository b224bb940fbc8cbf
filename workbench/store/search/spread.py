"""Who says what was found: hits counted by participant."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.store.search.clock import limited
from workbench.store.search.find import Order, ids_found
from workbench.store.search.hits import Hit
from workbench.store.search.statement import COUNTED
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query

SECONDS = 0.5

_BY_PARTICIPANT = """
SELECT coalesce(p.label, '') AS label, count(*) AS n FROM json_each(?) k CROSS JOIN turn u ON u.id = k.value
CROSS JOIN speaker s ON s.id = u.speaker_id LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0
GROUP BY p.id
"""


@dataclass(frozen=True, slots=True)
class Spread:
    """Turns that were found, by participant, those with most first.

    `others`: turns of interviewers and of whoever else is no participant. `more`: only the first hits were counted.
    """

    people: tuple[tuple[str, int], ...] = ()
    others: int = 0
    more: bool = False

    @property
    def total(self) -> int:
        """All turns that were counted."""
        return self.others + sum(count for _, count in self.people)


def spread(study: StudyFile, query: Query, order: Order = Order.RANK, *, seconds: float = SECONDS) -> Spread | None:
    """Count the hits of a query without regular expressions (of very many, the first 5,000); None: no time for it.

    `order` is that of the search it is told beside (see `find`).
    """
    try:
        with limited(study, seconds):
            ids = ids_found(study, query, order)
            rows = study.rows(_BY_PARTICIPANT, (json.dumps(ids[:COUNTED]),))
    except TimeoutError:
        return None
    return _spread(Counter({row["label"]: row["n"] for row in rows}), len(ids) > COUNTED)


def spread_of(hits: Iterable[Hit], *, more: bool = False) -> Spread:
    """Count hits that are at hand; `more`: there are others."""
    return _spread(Counter(hit.participant for hit in hits), more)


def _spread(counts: Counter[str], more: bool) -> Spread:
    others = counts.pop("", 0)
    people = sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold()))
    return Spread(tuple(people), others, more)
