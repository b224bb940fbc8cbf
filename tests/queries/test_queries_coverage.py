"""Coverage and new codes against plain loops over random studies, and by hand on small ones."""

from __future__ import annotations

import random
from pathlib import Path
from statistics import median

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_study import Entry, copied, fill
from test_queries_tables import filters

from workbench.acts import codebook, coding, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.queries.coverage import coverage, of_transcript
from workbench.queries.growth import Order, Step, growth
from workbench.store.lookups.transcripts import load
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Turn

SLOW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def words_in(text: str, turn: Turn) -> list[tuple[int, int]]:
    """The words of a turn as (start, end), character by character."""
    found: list[tuple[int, int]] = []
    for at in range(turn.start, turn.end):
        if text[at].isspace():
            continue
        if at == turn.start or text[at - 1].isspace():
            found.append((at, at + 1))
        else:
            found[-1] = (found[-1][0], at + 1)
    return found


def is_coded(word: tuple[int, int], codings: list[Entry]) -> bool:
    return any(one.start < word[1] and word[0] < one.end for one in codings)


@SLOW
@given(seed=st.integers(0, 10**9))
def test_coverage_is_what_loops_count(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        narrow, model = filters(study, luck)
        found = coverage(study, narrow)
        shares, densities, longest = [], [], []
        for one in found.transcripts:
            transcript = load(study, one.transcript_id)
            codings = [entry for entry in model if entry.transcript == transcript.id]
            turns = [turn for turn in transcript.turns if turn.role in (Role.PARTICIPANT, Role.UNKNOWN)]
            spoken = [(turn, word) for turn in turns for word in words_in(transcript.text, turn)]
            coded = [is_coded(word, codings) for _, word in spoken]
            assert (one.words, one.coded, one.codings) == (len(spoken), sum(coded), len(codings))
            assert [(turn.number, turn.words, turn.coded, turn.codings) for turn in one.turns] == [
                (
                    turn.number,
                    sum(of is turn for of, _ in spoken),
                    sum(is_coded(word, codings) for of, word in spoken if of is turn),
                    sum(entry.start < turn.end and turn.start < entry.end for entry in codings),
                )
                for turn in turns
            ]
            stretches = uncoded(spoken, coded)
            assert [(s.first, s.last, s.start, s.end, s.words) for s in one.stretches] == stretches
            assert len(one.parts) == min(24, len(spoken))
            assert abs(sum(one.parts) * len(spoken) - sum(coded) * len(one.parts)) < 1e-6
            longest += [words for *_, words in stretches]
            if spoken:
                shares.append(one.share)
                densities.append(len(codings) * 1000 / len(spoken))
        assert [one.transcript_id for one in found.uncoded] == [
            one.transcript_id for one in found.transcripts if not any(e.transcript == one.transcript_id for e in model)
        ]
        assert [one.words for one in found.stretches] == sorted(longest, reverse=True)[:20]
        if shares:
            assert found.median_share == median(shares) and abs(found.median_density - median(densities)) < 1e-9


def uncoded(spoken: list[tuple[Turn, tuple[int, int]]], coded: list[bool]) -> list[tuple[int, int, int, int, int]]:
    """Words in a row that are not coded: (first turn, last turn, start, end, words)."""
    found: list[list[tuple[Turn, tuple[int, int]]]] = []
    before = True
    for one, is_it in zip(spoken, coded, strict=True):
        if not is_it:
            if before:
                found.append([])
            found[-1].append(one)
        before = is_it
    return [(run[0][0].number, run[-1][0].number, run[0][1][0], run[-1][1][1], len(run)) for run in found]


@SLOW
@given(seed=st.integers(0, 10**9))
def test_new_codes_are_what_loops_find(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        narrow, model = filters(study, luck)
        living = sorted(row["id"] for row in study.live("transcript"))
        used = {code: [one for one in model if one.code == code] for code in {one.code for one in model}}
        imported = {code: min(one.transcript for one in found) for code, found in used.items()}
        steps = growth(study, Order.IMPORTED, narrow)
        check(steps, living, imported)
        assert [step.codings for step in steps] == [sum(one.transcript == place for one in model) for place in living]
        since = {one: min(e.created for e in model if e.transcript == one) for one in {e.transcript for e in model}}
        first = {code: min(found, key=lambda one: (one.created, one.id)) for code, found in used.items()}
        steps = growth(study, Order.CODED, narrow)
        check(
            steps,
            sorted(since, key=lambda one: (since[one], one)),
            {code: one.transcript for code, one in first.items()},
        )
        assert {new.code_id: (new.created, new.coding_id) for step in steps for new in step.new} == {
            code: (one.created, one.id) for code, one in first.items()
        }


def check(steps: list[Step], places: list[int], home: dict[int, int]) -> None:
    assert [step.transcript_id for step in steps] == places
    total = 0
    for step in steps:
        new = {one.code_id for one in step.new}
        assert new == {code for code, place in home.items() if place == step.transcript_id}
        total += len(new)
        assert step.total == total


def interview(study: StudyFile, name: str, *said: tuple[str, str]) -> int:
    turns = [
        NewTurn(text, who, Role.INTERVIEWER if who == "I" else Role.PARTICIPANT, "" if who == "I" else who)
        for who, text in said
    ]
    return transcripts.add(study, NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", name))


def test_a_word_that_two_codings_share_counts_once(template: Path, tmp_path: Path) -> None:
    with copied(template, tmp_path / "study") as study:
        place = interview(study, "P1", ("P1", "nattevakt kom"), ("I", "og så videre?"), ("P1", "ja visst"))
        code = codebook.add(study, "Natt")
        coding.apply(study, place, Span(0, 3), code)
        coding.apply(study, place, Span(5, 7), code)
        found = of_transcript(study, place)
        assert found is not None
        assert (found.words, found.coded, found.codings) == (4, 1, 2)
        assert [(one.first, one.last, one.words) for one in found.stretches] == [(1, 3, 3)]
        assert [(turn.words, turn.coded) for turn in found.turns] == [(2, 1), (2, 0)]


def test_attention_beside_the_median(template: Path, tmp_path: Path) -> None:
    with copied(template, tmp_path / "study") as study:
        code = codebook.add(study, "Natt")
        for number, codings in enumerate((1, 2, 4)):
            place = interview(study, f"P{number}", (f"P{number}", "en to tre fire fem seks sju åtte"))
            for at in range(codings):
                coding.apply(study, place, Span(at * 3, at * 3 + 2), code)
        interview(study, "P9", ("I", "Bare spørsmål?"))
        found = coverage(study)
        assert [found.attention(one) for one in found.transcripts] == [0.5, 1.0, 2.0, None]
        assert [one.transcript for one in found.uncoded] == ["P9"]


def test_an_empty_study_answers(template: Path, tmp_path: Path) -> None:
    with copied(template, tmp_path / "study") as study:
        assert coverage(study).transcripts == () and growth(study) == [] == growth(study, Order.CODED)
