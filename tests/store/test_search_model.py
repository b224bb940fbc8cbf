"""Whatever is asked of whatever texts, the index finds the turns that a reader would."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.acts import codebook, coding, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.search.find import Order, find
from workbench.store.search.vocabulary import stem_of
from workbench.store.study_file import StudyFile
from workbench.study.search_match import Matcher
from workbench.study.search_query import (
    And,
    Field,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Term,
    Wild,
    parse,
    printed,
)
from workbench.study.spans import Span
from workbench.study.transcripts import Role

WORDS = ("å", "år", "ar", "ær", "arbeid", "arbeidsmiljø", "miljø", "miljøet", "øst")
NUMBERS = count()

texts = st.lists(st.sampled_from((*WORDS, "År", "–", "MILJØ,", "😴")), min_size=1, max_size=7).map(" ".join)
talks = st.lists(st.tuples(texts, st.booleans()), min_size=1, max_size=4)
corpora = st.lists(talks, min_size=1, max_size=3)

word = st.sampled_from(WORDS)
terms = st.builds(Term, word, st.booleans())
phrases = st.builds(Phrase, st.lists(word, min_size=2, max_size=3).map(tuple), st.booleans())
wilds = st.builds(Wild, st.sampled_from(("a*", "*ø*", "*miljø", "arb*", "arb*ø", "*r", "*xyz*")))
operands = st.one_of(terms, phrases, wilds)
nears = st.builds(Near, st.lists(operands, min_size=2, max_size=3).map(tuple), st.integers(0, 4))
filters = st.sampled_from((
    Filter(Field.PARTICIPANT, "P1"), Filter(Field.SPEAKER, "interviewer"), Filter(Field.TRANSCRIPT, "T1"),
    Filter(Field.IS, "coded"), Filter(Field.IS, "uncoded"), Filter(Field.CODE, "ro"), Filter(Field.CODE, "ingen"),
))  # fmt: skip


def trees(leaves: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Not, inner),
        ),
        max_leaves=6,
    )


patterns = st.sampled_from(("å.? a", "^a", "ø$", "mil+", "(?i)ÆR"))
with_regex = st.builds(lambda tree, pattern: And((tree, Regex(pattern))), trees(st.one_of(operands, filters)), patterns)
anything = st.one_of(
    trees(st.one_of(operands, nears)), trees(st.one_of(operands, nears, filters)), with_regex,
    trees(st.one_of(operands, filters, st.builds(Regex, patterns))),
)  # fmt: skip


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path_factory.mktemp("model") / "study", "Hav", "nb", "Ane") as made:
        codebook.add(made, "ro")
        yield made


class Turn:
    def __init__(self, place: str, number: int, text: str, asks: bool, coded: bool) -> None:
        self.place, self.number, self.text, self.asks, self.coded = place, number, text, asks, coded

    def holds(self, asked: Filter) -> bool:
        answers = {
            Field.PARTICIPANT: not self.asks and self.place == "T1",
            Field.SPEAKER: self.asks,
            Field.TRANSCRIPT: self.place == "T1",
            Field.IS: self.coded == (asked.value == "coded"),
            Field.CODE: self.coded and asked.value == "ro",
        }
        return answers[asked.field]


def fill(study: StudyFile, corpus: list[list[tuple[str, bool]]], coded: list[tuple[int, int]]) -> list[Turn]:
    """Store a corpus with one code on some turns; return what a reader knows of every turn."""
    turns: list[Turn] = []
    code = codebook_code(study)
    for at, talk in enumerate(corpus):
        place = f"T{at}"
        new = [NewTurn(text, "I" if asks else f"P{at}", Role.INTERVIEWER if asks else Role.PARTICIPANT,
                       "" if asks else f"P{at}") for text, asks in talk]  # fmt: skip
        transcript = transcripts.add(study, NewTranscript(place, new, place, "txt", "utf-8", str(next(NUMBERS))))
        start = 0
        for number, (text, asks) in enumerate(talk, 1):
            on = (at, number) in coded
            if on:
                coding.apply(study, transcript, Span(start, start + 1), code)
            turns.append(Turn(place, number, text, asks, on))
            start += len(text) + 1
    return turns


def codebook_code(study: StudyFile) -> int:
    return int(study.value("SELECT id FROM code WHERE name = 'ro'"))


def empty(study: StudyFile) -> None:
    for row in study.rows("SELECT id FROM transcript WHERE deleted = 0"):
        transcripts.remove(study, row["id"])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    corpora,
    st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4)), max_size=4),
    st.lists(st.tuples(anything, st.booleans(), st.booleans()), min_size=1, max_size=6),
)
def test_the_index_finds_what_a_reader_finds(
    study: StudyFile,
    corpus: list[list[tuple[str, bool]]],
    coded: list[tuple[int, int]],
    asked: list[tuple[Node, bool, bool]],
) -> None:
    turns = fill(study, corpus, coded)
    try:
        for tree, parts, stems in asked:
            query = Query(tree, parts, stems)
            matcher = Matcher(query, stem_of("nb"))
            wanted = [(turn.place, turn.number) for turn in turns if matcher.matches(turn.text, turn.holds)]
            for order in Order:
                results = find(study, query, limit=99, order=order)
                found = [(hit.transcript, hit.turn) for hit in results.hits]
                assert sorted(found) == wanted, printed(tree)
                assert results.total == len(wanted) and not results.more
                if order is Order.DOCUMENT:
                    assert found == wanted
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("workbench.store.search.reading._WALKED", -1)
                read = find(study, query, limit=99)
                assert sorted((hit.transcript, hit.turn) for hit in read.hits) == wanted, printed(tree)
                assert read.total == len(wanted)
    finally:
        empty(study)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(['"', "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "-", "å", "miljø", "in:", "ro", "'",
                                 "^", ":", "+", "{", "}", "/", "\\", "%", ", 3)", "kode:"])).map(" ".join))  # fmt: skip
def test_nothing_that_is_typed_upsets_the_index(study: StudyFile, typed: str) -> None:
    fill(study, [[("å miljø ro", False)]], [])
    try:
        try:
            query = parse(typed)
        except StudyError:
            return
        for order in Order:
            assert not find(study, query, order=order).stopped
    finally:
        empty(study)
