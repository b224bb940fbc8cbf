"""Regular expressions over the turns, one transcript after the other, under a time limit.

They go through the `regex` package: the standard library's expressions cannot be stopped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.store.search.clock import SHORTEST, Clock, limited
from workbench.store.search.conditions import Parameters, Resolver
from workbench.store.search.hits import Hit, matcher_for, read_hits
from workbench.store.search.plan import Plan, Planner
from workbench.store.search.reading import Reader
from workbench.store.search.statement import Statement
from workbench.store.search.vocabulary import Vocabulary
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query
from workbench.study.search_tree import And, Node, Regex, joined, leaves
from workbench.study.spans import Span

SECONDS = 2.0
_MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Step:
    """One transcript read: its hits by turn, how many of how many transcripts are done, whether the time ran out."""

    hits: tuple[Hit, ...]
    done: int
    of: int
    stopped: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A transcript ready to be read: its text and the turns that the filters leave, with the answers to the rest."""

    body: str
    turns: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The turns of a transcript that fit, and the marks in each, by its text."""

    ids: tuple[int, ...]
    marked: dict[str, list[Span]]

    def marks(self, text: str) -> list[Span]:
        """Return the marks in one of these turns."""
        return self.marked[text]


def find_regex(study: StudyFile, query: Query, *, seconds: float = SECONDS) -> Iterator[Step]:
    """Yield the turns that fit a query with regular expressions, one step a transcript, by name and turn.

    There is at least one step. After `seconds` in all, the last one says how far the search came. Stop it by asking for
    no more.

    Raises:
        StudyError: an expression is broken.
    """
    search = RegexSearch(study, query, Clock(seconds))
    done = 0
    try:
        revisions = search.revisions()
        if not revisions:
            yield Step((), 0, 0, remarks=search.remarks)
        for revision in revisions:
            hits = search.hits(search.read(search.load(revision)))
            done += 1
            yield Step(hits, done, len(revisions), remarks=search.remarks)
    except TimeoutError:
        yield search.out_of_time(done)


_IDS = "SELECT revision_id FROM transcript WHERE deleted = 0 ORDER BY name COLLATE NOCASE"


class RegexSearch:
    """One query with regular expressions, put to the transcripts of a study.

    `load` and `hits` ask the study; `read` does not, so that a thread of its own may do it while a screen goes on.
    """

    def __init__(self, study: StudyFile, query: Query, clock: Clock) -> None:
        self._study = study
        self._query = query
        self._clock = clock
        self._matcher = matcher_for(study, query, clock.finder)
        self._resolver = Resolver(study)
        self._reader = Reader(study, query, self._resolver)
        self._candidates: dict[int, list[int]] | None = None
        vocabulary = Vocabulary(study, query, _MOST_WORDS, _MOST_WORDS)
        self._planner = Planner(study, vocabulary, self._resolver, _MOST_WORDS)
        self.transcripts = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """What there is to say about what was asked for."""
        return tuple(dict.fromkeys((*self._query.remarks, *self._planner.remarks)))

    def revisions(self) -> Sequence[int]:
        """Return the present revisions that may hold hits, by the name of their transcripts."""
        every = [row["revision_id"] for row in self._study.rows(_IDS)]
        self.transcripts = len(every)
        plain = self._plain()
        if plain is not None:
            with limited(self._study, max(self._clock.left, SHORTEST)):
                self._candidates = self._by_revision(self._of_plan(plain))
            every = [one for one in every if one in self._candidates]
            self.transcripts = len(every)
        return every

    def _plain(self) -> Node | None:
        """Return what stands beside the regular expressions and holds for every hit."""
        tree = self._query.tree
        items = list(tree.items) if isinstance(tree, And) else []
        return joined(And, [item for item in items if not any(isinstance(leaf, Regex) for leaf, _ in leaves(item))])

    def _of_plan(self, node: Node) -> set[int]:
        part = self._planner.plan(node)
        if part is False:
            return set()
        return Statement(self._study, Plan() if part is True else part, self._planner).every()

    def _by_revision(self, ids: set[int]) -> dict[int, list[int]]:
        values = Parameters()
        found: dict[int, list[int]] = {}
        for row in self._study.rows(f"SELECT id, revision_id FROM turn WHERE id IN {values.ids(ids)}", values.values):
            found.setdefault(row["revision_id"], []).append(row["id"])
        return found

    def load(self, revision: int) -> Loaded:
        """Return a transcript for `read`.

        Raises:
            TimeoutError: the time is up.
        """
        if self._clock.left <= 0:
            raise TimeoutError
        body = str(self._study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (revision,)) or "")
        ids = None if self._candidates is None else self._candidates[revision]
        return Loaded(body, self._reader.turns(revision=revision, ids=ids))

    def read(self, loaded: Loaded) -> Fitting:
        """Return the turns that fit, by turn.

        Raises:
            TimeoutError: the time is up, or one turn takes too long.
        """
        ids: list[int] = []
        marked: dict[str, list[Span]] = {}
        for turn in loaded.turns:
            text = loaded.body[turn["start"] : turn["end"]]
            if self._reader.fits(self._matcher, text, turn):
                ids.append(turn["id"])
                marked[text] = self._matcher.marks(text)
        return Fitting(tuple(ids), marked)

    def hits(self, fitting: Fitting) -> tuple[Hit, ...]:
        """Return what fits as hits."""
        return tuple(read_hits(self._study, fitting, fitting.ids))

    def out_of_time(self, done: int) -> Step:
        """Return the last step of a search that was stopped after `done` transcripts."""
        of = self.transcripts
        sentence = f"The time was up after {done} of {of} transcripts; the rest is not searched."
        return Step((), done, of, stopped=True, remarks=(*self.remarks, sentence))
