"""Finding turns by what is said in them and by what is known of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.store.search import reading
from workbench.store.search.clock import limited
from workbench.store.search.conditions import Resolver
from workbench.store.search.hits import Hit, matcher_for, read_hits
from workbench.store.search.plan import Plan, Planner
from workbench.store.search.statement import COUNTED, Statement
from workbench.store.search.vocabulary import Vocabulary
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query
from workbench.study.search_tree import PART_LETTERS, Near, Term, Wild, leaves

SECONDS = 5.0
_FEWEST_WORDS = 8
_NEAREST_WORDS = 24
_RANKED_WORDS = 200
_ALL_WORDS = 2000
_UNWANTED_WORDS = 2000
_COUNTING = 0.015  # seconds of work to count hits that are not shown


class Order(StrEnum):
    """How hits are ordered: the best first, or by transcript and turn."""

    RANK = "rank"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: `hits` as many as were asked for, `total` all of them, or with `more` at least so many.

    `remarks` are English sentences on what was half typed, unknown or left out. `stopped`: the time ran out.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool = False
    remarks: tuple[str, ...] = field(default=())
    stopped: bool = False


def find(
    study: StudyFile,
    query: Query,
    limit: int = 50,
    order: Order = Order.RANK,
    *,
    skip: int = 0,
    seconds: float | None = None,
) -> Results:
    """Return the turns of the present texts that fit `query`, `limit` of them after the first `skip`.

    Ranked, turns with the words themselves come first, then those with the words nearest to them (bm25 over the first
    5,000 hits). The words of a query together stand for at most 200 words of the texts (each for 8 in any case); by
    document, each for 2,000. A
    query without words is answered by document, and so is one with a regular expression (see `find_regex`). After
    `seconds` (5; with a regular expression 2) the search is stopped and says so. An empty query finds nothing.

    Raises:
        StudyError: a regular expression is broken.
    """
    if query.tree is None:
        return Results((), 0, remarks=query.remarks)
    if query.has_regex:
        return _by_regex(study, query, limit, skip, seconds)
    search = _Search(study, query, order)
    seconds = SECONDS if seconds is None else seconds
    try:
        with limited(study, seconds):
            return search.results(limit, skip)
    except TimeoutError:
        sentence = f"The search was stopped after {seconds:g} seconds; ask for longer or rarer words."
        return Results((), 0, more=True, remarks=(*query.remarks, sentence), stopped=True)


def _by_regex(study: StudyFile, query: Query, limit: int, skip: int, seconds: float | None) -> Results:
    from workbench.store.search import regex_find

    hits: list[Hit] = []
    remarks, stopped, done, of = query.remarks, False, 0, 0
    given = regex_find.SECONDS if seconds is None else seconds
    for step in regex_find.find_regex(study, query, seconds=given):
        hits.extend(step.hits)
        remarks, stopped, done, of = step.remarks, step.stopped, step.done, step.of
        if len(hits) >= skip + limit:
            break
    return Results(tuple(hits[skip : skip + limit]), len(hits), stopped or done < of, remarks, stopped)


def ids_found(study: StudyFile, query: Query, order: Order = Order.RANK) -> list[int]:
    """Return the turns that fit a query without regular expressions, in no order; of very many the first."""
    return [] if query.tree is None else _Search(study, query, order).ids()


class _Search:
    """One query put to one study."""

    def __init__(self, study: StudyFile, query: Query, order: Order) -> None:
        self._study = study
        self._query = query
        self._order = order if query.has_words else Order.DOCUMENT
        self._resolver = Resolver(study)
        # Every word that stands in a statement costs time: many typed words share what there is.
        self._share = max(1, words_in(query)) if self._order is Order.RANK else 1
        self._most = max(_FEWEST_WORDS, (_RANKED_WORDS if self._order is Order.RANK else _ALL_WORDS) // self._share)
        self._vocabulary = Vocabulary(study, query, self._most, _UNWANTED_WORDS)
        self._remarks: dict[str, None] = dict.fromkeys(query.remarks)

    def results(self, limit: int, skip: int) -> Results:
        found = self._found(limit, skip)
        ids = found.ids[skip : skip + limit] if self._order is Order.RANK else found.ids
        hits = read_hits(self._study, matcher_for(self._study, self._query), ids, found.exact)
        return Results(tuple(hits), min(found.total, COUNTED), found.more, tuple(self._remarks))

    def ids(self) -> list[int]:
        whole = self._statement(self._most)
        return [] if whole is None else whole.unranked()

    def _found(self, limit: int, skip: int) -> "_Found":
        whole = self._statement(self._most)
        if whole is None:
            return _Found([], 0)
        if self._order is Order.RANK and not whole.plan.match:
            self._order = Order.DOCUMENT  # words there are, but none that every hit must have
        if self._order is Order.DOCUMENT:
            ids, total = whole.by_document(limit, skip)
            return _Found(ids, total, total > COUNTED)
        if whole.ids is not None and reading.is_cheaper(whole):
            ids, exact = reading.ranked(self._study, self._query, whole.ids, self._resolver)
            return _Found(ids, len(ids), exact=exact)
        return self._ranked(whole, skip + limit)

    def _statement(self, words: int, *, exact: bool = False) -> Statement | None:
        assert self._query.tree is not None
        planner = Planner(self._study, self._vocabulary, self._resolver, words)
        part = planner.plan(self._query.tree, exact=exact)
        if words == self._most and not exact:
            self._remarks.update(dict.fromkeys(planner.remarks))
        if part is False:
            return None
        return Statement(self._study, Plan() if part is True else part, planner)

    def _ranked(self, whole: Statement, need: int) -> "_Found":
        """Return the best `need` ids: those with the words themselves, then with the nearest, then with the rest.

        Ranking costs time for every word in a statement, so each is asked only when there is room left.
        """
        few = max(_FEWEST_WORDS, _NEAREST_WORDS // self._share)
        near = whole if whole.widest <= few else self._statement(few)
        ids: dict[int, None] = {}
        exact, total = None, 0
        if whole.widened:
            best = self._statement(few, exact=True)
            found, total = ([], 0) if best is None else best.ranked(need)
            ids.update(dict.fromkeys(found))
            exact = set(found)
        if len(ids) < need and near is not None:
            found, counted = near.ranked(need)
            ids.update(dict.fromkeys(found))
            total = max(total, counted)
            if near is whole:
                return _Found(list(ids)[:need], total, total > COUNTED, exact)
        return self._counted(whole, list(ids), need, total, exact)

    def _counted(self, whole: Statement, ids: list[int], need: int, total: int, exact: set[int] | None) -> "_Found":
        """Return what was found with how many there are; where room is left, with what was not ranked."""
        if total > COUNTED and len(ids) >= need:
            return _Found(ids[:need], total, True, exact)
        if len(ids) >= need:
            counted, done = whole.count(_COUNTING)
            return _Found(ids[:need], max(total, counted), not done or counted > COUNTED, exact)
        rest = whole.unranked()
        return _Found(list(dict.fromkeys([*ids, *rest]))[:need], len(rest), len(rest) > COUNTED, exact)


@dataclass(frozen=True, slots=True)
class _Found:
    """Ids of hits, how many there are, whether even more, and which have the words themselves (None: all)."""

    ids: list[int]
    total: int
    more: bool = False
    exact: set[int] | None = None


def words_in(query: Query) -> int:
    """Return how many wanted words of a query may stand for others."""
    found = () if query.tree is None else leaves(query.tree)
    terms = (item for leaf, wanted in found if wanted for item in (leaf.items if isinstance(leaf, Near) else (leaf,)))
    return sum(isinstance(term, Wild) or (isinstance(term, Term) and _widens(term, query)) for term in terms)


def _widens(term: Term, query: Query) -> bool:
    return not term.exact and (query.stems or (query.parts and len(term.text) >= PART_LETTERS))
