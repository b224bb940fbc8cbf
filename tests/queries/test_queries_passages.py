"""Passages page by page, and what meets them, against plain loops over random studies."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_study import Entry, copied, fill
from test_queries_tables import filters

from workbench.queries.meeting import Finding, Question, Relation, Term
from workbench.store.lookups import pages
from workbench.store.study_file import StudyFile

SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def some_codes(study: StudyFile, luck: random.Random) -> frozenset[int]:
    living = [row["id"] for row in study.live("code")]
    return frozenset(luck.sample(living, luck.randint(1, len(living))))


def totals(model: list[Entry]) -> tuple[int, int, int]:
    return len(model), len({one.person for one in model} - {None}), len({one.transcript for one in model})


@pytest.mark.parametrize("few", [0, 3_000], ids=["walking", "sorting"])
@SLOW
@given(seed=st.integers(0, 10**9))
def test_passages_come_page_by_page_in_order(template: Path, tmp_path: Path, few: int, seed: int) -> None:
    luck = random.Random(seed)
    before, pages._FEW = pages._FEW, few
    try:
        with copied(template, tmp_path / f"study{few}") as study:
            fill(study, luck)
            codes = some_codes(study, luck)
            narrow, model = filters(study, luck)
            expected = [one for one in model if one.code in codes]
            finding = Finding(study, Question(codes, narrow=narrow), around=5)
            limit, found = luck.randint(1, 5), []
            while not finding.whole:
                found += finding.more(limit)
            assert [one.passage.coding.id for one in found] == [one.id for one in expected]
            told = finding.totals()
            assert (told.passages, told.people, told.transcripts) == totals(expected)
            for one in found:
                passage = one.passage
                body = text_of(study, passage.coding.transcript_id)
                start, end = passage.coding.span.start, passage.coding.span.end
                around = (body[max(0, start - 5) : start], body[start:end], body[end : end + 5])
                assert (passage.before, passage.words, passage.after) == around
    finally:
        pages._FEW = before


def text_of(study: StudyFile, transcript_id: int) -> str:
    revision = study.live("transcript", id=transcript_id)[0]["revision_id"]
    return str(study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (revision,)))


def stands_so(one: Entry, other: Entry, relation: Relation, turns: int) -> bool:
    """The relations as they are said in words."""
    if one.id == other.id:
        return False
    if relation is Relation.PERSON:
        return one.person is not None and one.person == other.person
    if one.transcript != other.transcript:
        return False
    ours, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    away = min(abs(a - b) for a in range(one.first, one.last + 1) for b in range(other.first, other.last + 1))
    return {
        Relation.OVERLAP: bool(ours & theirs),
        Relation.INSIDE: ours <= theirs,
        Relation.AROUND: theirs <= ours,
        Relation.TURN: away == 0,
        Relation.NEAR: away <= turns,
        Relation.AFTER: other.start >= one.end and other.first - one.last <= turns,
        Relation.BEFORE: other.end <= one.start and one.first - other.last <= turns,
        Relation.TRANSCRIPT: True,
    }[relation]


def terms(study: StudyFile, luck: random.Random, most: int) -> tuple[Term, ...]:
    return tuple(
        Term(some_codes(study, luck), luck.choice(list(Relation)), luck.randint(0, 3))
        for _ in range(luck.randint(0, most))
    )


@settings(parent=SLOW, max_examples=40)
@given(seed=st.integers(0, 10**9))
def test_what_meets_passages_is_what_loops_find(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        narrow, model = filters(study, luck)
        asked = Question(
            some_codes(study, luck), terms(study, luck, 2), terms(study, luck, 2), terms(study, luck, 1), narrow
        )
        if not asked.terms:
            return
        met = {one.id: answers(one, model, asked) for one in model if one.code in asked.codes}
        expected = {one: others for one, others in met.items() if others is not None}
        finding = Finding(study, asked)
        found = [*finding.more(2), *finding.more(-1)]
        assert [one.passage.coding.id for one in found] == [one.id for one in model if one.id in expected]
        for one in found:
            assert {other.coding.id for other in one.met} == expected[one.passage.coding.id]
        told = finding.totals()
        assert (told.passages, told.people, told.transcripts) == totals([one for one in model if one.id in expected])


def answers(one: Entry, model: list[Entry], asked: Question) -> set[int] | None:
    def of(term: Term) -> set[int]:
        return {
            other.id for other in model if other.code in term.codes and stands_so(one, other, term.relation, term.turns)
        }

    must, can, without = ([of(term) for term in terms] for terms in (asked.must, asked.can, asked.without))
    if not all(must) or any(without) or (can and not any(can)):
        return None
    return set().union(*must, *can)
