"""Turns that a narrow filter leaves are read one by one, where asking the index for all their words would cost more."""

from workbench.store.search.hits import matcher_for
from workbench.store.search.statement import Statement
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query
from workbench.study.search_tree import And, Filter, joined, leaves

_FEW = 1500
_FAR = 20_000


def is_cheaper(statement: Statement) -> bool:
    """Tell whether the turns of the narrowest filter are few and lie far apart."""
    ids = statement.ids
    return ids is not None and 0 < len(ids) <= _FEW and max(ids) - min(ids) > _FAR


def ranked(study: StudyFile, query: Query, statement: Statement) -> tuple[list[int], set[int]]:
    """Return the ids of all hits, the best first, and of those with the words themselves.

    Turns with the words themselves come first, then those in which more of the text is what was sought.
    """
    tree = query.tree
    items = list(tree.items) if isinstance(tree, And) else [] if tree is None else [tree]
    words = joined(And, [one for one in items if not any(isinstance(leaf, Filter) for leaf, _ in leaves(one))])
    wide = matcher_for(study, Query(words, query.parts, query.stems))
    strict = matcher_for(study, Query(words, parts=False))
    found: list[tuple[bool, float, int]] = []
    for turn_id, text in statement.texts():
        if wide.matches(text):
            share = sum(map(len, wide.marks(text))) / max(1, len(text))
            found.append((not strict.matches(text), -share, turn_id))
    found.sort()
    return [turn_id for _, _, turn_id in found], {turn_id for loose, _, turn_id in found if not loose}
