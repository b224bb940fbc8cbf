"""Turns read one by one: for regular expressions, and where a filter leaves so few that the index costs more."""

import json
from typing import Any

from workbench.store.search.conditions import Conditions, Parameters, Resolver
from workbench.store.search.hits import matcher_for
from workbench.store.search.statement import JOINS, Statement
from workbench.store.study_file import StudyFile
from workbench.study.search_match import Matcher
from workbench.study.search_query import Query
from workbench.study.search_tree import Filter, leaves

# Reading a turn costs as much as walking through the hits of one word among so many turns.
_WALKED = 50_000


class Reader:
    """Reads turns with the answers to the filters of a query."""

    def __init__(self, study: StudyFile, query: Query, resolver: Resolver) -> None:
        self._study = study
        self._parameters = Parameters()
        conditions = Conditions(study, resolver, self._parameters)
        found = () if query.tree is None else leaves(query.tree)
        filters = dict.fromkeys(leaf for leaf, _ in found if isinstance(leaf, Filter))
        self._columns = {asked: f"f{at}" for at, asked in enumerate(filters)}
        self._select = "".join(f", ({conditions.condition(one).sql}) AS {name}" for one, name in self._columns.items())

    def turns(self, *, revision: int = 0, ids: list[int] | None = None, texts: bool = False) -> list[Any]:
        """Return the turns of a revision, or those of `ids`: id, start, end, with `texts` the text too."""
        values: dict[str, str | int] = {**self._parameters.values, "revision": revision, "ids": json.dumps(ids or [])}
        source, where = "turn u", "u.revision_id = :revision"
        if ids is not None:
            source, where = "json_each(:ids) k CROSS JOIN turn u ON u.id = k.value", "1"
        if self._select:
            source = f"{source} {JOINS}"
        text = ""
        if texts:
            text = ', substr(x.body, u.start + 1, u."end" - u.start) AS words'
            source = f"{source} CROSS JOIN transcript_text x ON x.revision_id = u.revision_id"
        sql = f'SELECT u.id, u.start, u."end"{text}{self._select} FROM {source} WHERE {where} ORDER BY u.id'
        return self._study.rows(sql, values)

    def fits(self, matcher: Matcher, text: str, turn: Any) -> bool:
        """Tell whether a turn with this text has what is asked for, in words and by the filters."""
        return matcher.matches(text, lambda asked: bool(turn[self._columns[asked]]))


def is_cheaper(statement: Statement) -> bool:
    """Tell whether the turns of the narrowest filter are so few and lie so far apart that they had better be read."""
    ids = statement.ids
    if not ids:
        return False
    words = statement.plan.expression.count('"') // 2
    return len(ids) * _WALKED < words * (max(ids) - min(ids))


def ranked(study: StudyFile, query: Query, ids: list[int], resolver: Resolver) -> tuple[list[int], set[int]]:
    """Return those of the turns `ids` that are hits, the best first, and those of them with the words themselves.

    Turns with the words themselves come first, then those in which more of the text is what was sought.
    """
    wide = matcher_for(study, query)
    strict = matcher_for(study, Query(query.tree, parts=False))
    reader = Reader(study, query, resolver)
    found: list[tuple[bool, float, int]] = []
    for turn in reader.turns(ids=ids, texts=True):
        text = turn["words"]
        if reader.fits(wide, text, turn):
            share = sum(map(len, wide.marks(text))) / max(1, len(text))
            found.append((not reader.fits(strict, text, turn), -share, turn["id"]))
    found.sort()
    return [turn_id for _, _, turn_id in found], {turn_id for loose, _, turn_id in found if not loose}
