"""Tables and co-occurrence against plain loops over random studies; both ways of counting give the same."""

from __future__ import annotations

import random
from array import array
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_study import Entry, copied, entries, fill, joined

from workbench.queries import plain, swept
from workbench.queries.cells import cells_from_plain
from workbench.queries.heads import Head, attribute_values, code_rows, theme_rows
from workbench.queries.material import (
    How,
    Keys,
    Kind,
    Raw,
    gather,
    keys_from_plain,
    parts_of,
    raw_from_plain,
)
from workbench.queries.tables import Table, Unit, answer, crosstab, read, together
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import CodingFilter
from workbench.study.codings import Level, Stance
from workbench.study.transcripts import Role

SLOW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def filters(study: StudyFile, luck: random.Random) -> tuple[CodingFilter, list[Entry]]:
    """Return a filter and what of the model fits it."""
    return luck.choice([by_coding, by_speaker, lambda *_: (CodingFilter(), entries(study))])(study, luck)


def by_coding(study: StudyFile, luck: random.Random) -> tuple[CodingFilter, list[Entry]]:
    model = entries(study)
    match luck.randrange(5):
        case 0:
            coder = luck.choice(study.live("coder"))["id"]
            return CodingFilter(coders=(coder,)), [one for one in model if one.coder == coder]
        case 1:
            level = luck.choice(list(Level))
            return CodingFilter(levels=(level,)), [one for one in model if one.level == level]
        case 2:
            stance = luck.choice(list(Stance))
            fits = [one for one in model if one.stance == stance and one.round == 2]
            return CodingFilter(stances=(stance,), rounds=(2,)), fits
        case 3:
            since, until = "2026-03-02T10:00:00Z", "2026-03-04T10:00:00Z"
            return CodingFilter(since=since, until=until), [one for one in model if since <= one.created < until]
        case _:
            texts = [row["id"] for row in study.live("transcript")]
            some = tuple(luck.sample(texts, luck.randint(0, len(texts))))
            return CodingFilter(transcripts=some), [one for one in model if not some or one.transcript in some]


def by_speaker(study: StudyFile, luck: random.Random) -> tuple[CodingFilter, list[Entry]]:
    model = entries(study)
    known = {one.id: one.person[1] if one.person and one.person[0] == "participant" else 0 for one in model}
    match luck.randrange(5):
        case 0:
            person = luck.choice(study.live("participant") or [{"id": 1}])["id"]
            return CodingFilter(participants=(person,)), [one for one in model if known[one.id] == person]
        case 1:
            roles = tuple(luck.sample(list(Role), 2))
            return CodingFilter(roles=roles), [one for one in model if one.role in roles]
        case 2:
            who = [row["id"] for row in study.live("speaker")]
            some = tuple(luck.sample(who, luck.randint(0, len(who))))
            return CodingFilter(speakers=some), [one for one in model if one.speaker in some]
        case 3:
            men = {row["participant_id"] for row in study.live("attribute", name="gender") if row["value"] == "Mann"}
            return CodingFilter(attributes=(("gender", "Mann"),)), [one for one in model if known[one.id] in men]
        case _:
            aged = {row["participant_id"] for row in study.live("attribute", name="age")} | {0}
            here = {row["participant_id"] for row in study.live("attribute", name="by") if row["value"] == "Åmot"}
            fits = [one for one in model if known[one.id] not in aged and known[one.id] in here]
            return CodingFilter(attributes=(("age", ""), ("by", "Åmot"))), fits


def rows_of(study: StudyFile, luck: random.Random) -> tuple[Head, ...]:
    book = codebook(study)
    children = luck.random() < 0.5
    if luck.random() < 0.3:
        return theme_rows(study, book, children=children)
    under = luck.choice([None, *(code.id for code in book)])
    return code_rows(book, under, children=children)


def people(listed: list[Entry]) -> int:
    return len({one.person for one in listed} - {None})


def check_totals(table: Table, model: list[Entry]) -> None:
    for at, row in enumerate(table.rows):
        held = [one for one in model if one.code in row.codes]
        assert (table.cells.row_people[at], table.cells.row_mentions[at]) == (people(held), len(held))


@SLOW
@given(seed=st.integers(0, 10**9))
def test_tables_are_what_loops_count(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        rows = rows_of(study, luck)
        narrow, model = filters(study, luck)
        once = luck.random() < 0.5
        counted = joined(model) if once else model
        for by in ("participant", "transcript", "gender"):
            if by == "gender" and not study.live("attribute", name="gender"):
                continue
            table = answer(study, crosstab(study, rows, by, narrow, once=once))
            check_totals(table, counted)
            for column, head in enumerate(table.columns):
                fits = [one for one in counted if column_of(study, one, by) == (head.kind.value, head.name.casefold())]
                seen = [one for one in fits if any(one.code in row.codes for row in rows)]
                totals = (table.cells.column_people[column], table.cells.column_mentions[column])
                assert totals == (people(seen), len(seen))
                for at, row in enumerate(rows):
                    held = [one for one in fits if one.code in row.codes]
                    assert table.cells.at(at, column) == (people(held), len(held)), (by, row.name, head.name)
            listed = {column_of(study, one, by) for one in counted if any(one.code in row.codes for row in rows)}
            assert listed <= {(head.kind.value, head.name.casefold()) for head in table.columns}


def column_of(study: StudyFile, one: Entry, by: str) -> tuple[str, str]:
    if by == "transcript":
        return "transcript", one.name.casefold()
    if one.person is None or one.person[0] != "participant":
        return "unknown", "nobody known"
    if by == "participant":
        return "participant", study.live("participant", id=one.person[1])[0]["label"].casefold()
    held = attribute_values(study, by)
    return ("value", held[one.person[1]].casefold()) if one.person[1] in held else ("without", "without gender")


def meets(a: Entry, b: Entry, unit: Unit) -> bool:
    if a.transcript != b.transcript:
        return False
    if unit is Unit.TURN:
        return a.first <= b.last and b.first <= a.last
    return a.start < b.end and b.start < a.end


@SLOW
@given(seed=st.integers(0, 10**9))
def test_what_stands_together_is_what_loops_count(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        rows = rows_of(study, luck)
        narrow, model = filters(study, luck)
        once = luck.random() < 0.5
        for unit in Unit:
            counted = joined(model) if once and unit in (Unit.OVERLAP, Unit.TURN) else model
            table = answer(study, together(study, rows, unit, narrow, once=once))
            check_totals(table, counted)
            for at, row in enumerate(rows):
                for other, column in enumerate(rows):
                    expected = pairs(counted, row, column, unit) if unit in (Unit.OVERLAP, Unit.TURN) else shared(
                        counted, row, column, unit
                    )  # fmt: skip
                    assert table.cells.at(at, other) == expected, (unit, row.name, column.name)


def pairs(model: list[Entry], row: Head, column: Head, unit: Unit) -> tuple[int, int]:
    found = [
        (a, b)
        for a, b in combinations(model, 2)
        if meets(a, b, unit)
        and ((a.code in row.codes and b.code in column.codes) or (b.code in row.codes and a.code in column.codes))
    ]
    return people([one for pair in found for one in pair]), len(found)


def shared(model: list[Entry], row: Head, column: Head, unit: Unit) -> tuple[int, int]:
    def of(head: Head, name: str) -> set[object]:
        return {getattr(one, name) for one in model if one.code in head.codes} - {None}

    persons = len(of(row, "person") & of(column, "person"))
    return persons, persons if unit is Unit.PERSON else len(of(row, "transcript") & of(column, "transcript"))


@SLOW
@given(seed=st.integers(0, 10**9))
def test_read_in_parts_and_sent_as_text_it_is_the_same(template: Path, tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with copied(template, tmp_path / "study") as study:
        fill(study, luck)
        rows = rows_of(study, luck)
        narrow, _ = filters(study, luck)
        for asked in (crosstab(study, rows, "participant", narrow), together(study, rows, Unit.TURN, narrow)):
            parts = parts_of(study, asked.how, narrow, asked.codes)
            raw = raw_from_plain(read(study, asked, part).as_plain() for part in parts)
            again = keys_from_plain(asked.keys.as_plain())
            whole = plain.count(read(study, asked), asked.keys, asked.how)
            assert swept.count(raw, again, asked.how) == whole == cells_from_plain(whole.as_plain())


SMALL = st.integers(0, 5)


@st.composite
def materials(draw: st.DrawFn) -> tuple[Raw, Keys]:
    """Columns and keys as no study need have them: unknown ids, many rows a code, everything on one spot."""
    codes, places, rows = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(0, 4))
    of = draw(st.lists(st.tuples(SMALL, SMALL, SMALL, SMALL), max_size=40))
    span = array("q", [(start << 32) + start + 1 + length for start, length, _, _ in of])
    turn_of = array("q", [70 + place for place in range(places) for _ in range(3)])
    turn_at = array("q", [at for _ in range(places) for at in sorted(draw(st.sets(SMALL, min_size=3, max_size=3)))])
    raw = Raw(span, array("q", [one for *_, one, _ in of]), array("q", [one + 10 for *_, one in of]), turn_of, turn_at)
    row = st.lists(st.integers(0, rows - 1), unique=True, max_size=rows) if rows else st.just([])
    speakers = draw(st.permutations(range(10, 15)))
    person = draw(st.lists(st.integers(0, 3), min_size=5, max_size=5))
    of_person = draw(st.lists(st.integers(0, 2), min_size=4, max_size=4))
    keys = Keys(
        codes=array("q", range(5)),
        number=array("q", draw(st.lists(st.integers(0, codes - 1), min_size=5, max_size=5))),
        code_rows=tuple(tuple(sorted(draw(row))) for _ in range(codes)),
        speakers=array("q", speakers),
        place=array("q", [one % places for one in speakers]),
        person=array("q", person),
        column=array("q", [of_person[one] for one in person]),
        places=array("q", [70 + place for place in range(places)]),
        rows=rows,
        columns=3,
        people=4,
    )
    return raw, keys


@settings(max_examples=200, deadline=None)
@given(made=materials(), kind=st.sampled_from(Kind), once=st.booleans(), turns=st.booleans())
def test_both_ways_of_counting_are_equal(made: tuple[Raw, Keys], kind: Kind, once: bool, turns: bool) -> None:
    raw, keys = made
    how = How(kind, once, turns)
    assert plain.count(raw, keys, how) == swept.count(raw, keys, how)


@pytest.mark.parametrize("block", [1, 7])
@settings(max_examples=40, deadline=None)
@given(made=materials())
def test_pairs_are_counted_in_blocks_of_any_size(block: int, made: tuple[Raw, Keys]) -> None:
    raw, keys = made
    before, swept._BLOCK = swept._BLOCK, block
    try:
        assert swept.count(raw, keys, How(Kind.PAIRS)) == plain.count(raw, keys, How(Kind.PAIRS))
    finally:
        swept._BLOCK = before


def test_speakers_nobody_knows_are_read_by_the_slower_scan(template: Path, tmp_path: Path) -> None:
    with copied(template, tmp_path / "study") as study:
        fill(study, random.Random(4))
        with study.writing("test", {}) as writer:
            for row in study.live("coding"):
                writer.update("coding", row["id"], {"speaker_id": None})
        book = codebook(study)
        asked = crosstab(study, code_rows(book), "transcript")
        whole = read(study, asked)
        assert len(whole) == len(entries_without_speakers(study)) and all(one < 0 for one in whole.speaker)
        parts = [gather(study, asked.how, between=part) for part in parts_of(study, asked.how, asked.narrow)]
        assert sorted(one for part in parts for one in part.code) == sorted(whole.code)
        assert answer(study, asked).cells.row_people[0] <= len(study.live("transcript"))


def entries_without_speakers(study: StudyFile) -> list[int]:
    living = {row["id"] for row in study.live("transcript")}
    return [row["id"] for row in study.live("coding") if row["transcript_id"] in living]
