"""Regular expressions: one transcript after the other, under a time limit."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from workbench.acts import transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.search.clock import Clock
from workbench.store.search.find import find
from workbench.store.search.regex_find import RegexSearch, find_regex
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query, Regex, parse
from workbench.study.transcripts import Role

ENDLESS = "/(a|aa)+$/"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Regn", "nb", "Ane") as made:
        for name, texts in {"b": ["Ja.", "Å ja, ja!"], "A": ["Nei.", "JA"], "c": ["a" * 40 + "b", "ja"]}.items():
            turns = [NewTurn(text, name, Role.PARTICIPANT, name) for text in texts]
            transcripts.add(made, NewTranscript(name, turns, name, "txt", "utf-8", name))
        yield made


def test_one_step_a_transcript_by_name(study: StudyFile) -> None:
    steps = list(find_regex(study, parse("/ja/")))
    assert [[(hit.transcript, hit.turn) for hit in step.hits] for step in steps] == [
        [("A", 2)], [("b", 1), ("b", 2)], [("c", 2)]
    ]  # fmt: skip
    assert [(step.done, step.of) for step in steps] == [(1, 3), (2, 3), (3, 3)]
    assert not any(step.stopped for step in steps)
    assert [mark.cut("Ja.\nÅ ja, ja!") for mark in steps[1].hits[1].marks] == ["ja", "ja"]


def test_an_expression_sees_one_turn_at_a_time(study: StudyFile) -> None:
    assert [hit.turn for step in find_regex(study, parse("/^ja$/")) for hit in step.hits] == [2, 2]
    assert not [hit for step in find_regex(study, parse(r"/ja.\så/")) for hit in step.hits]


def test_words_beside_it_narrow_what_is_read(study: StudyFile) -> None:
    steps = list(find_regex(study, parse("/ja/ nei OR /ja/ in:b")))
    assert [(hit.transcript, hit.turn) for step in steps for hit in step.hits] == [("b", 1), ("b", 2)]
    steps = list(find_regex(study, parse("/j/ å")))
    assert [(step.done, step.of) for step in steps] == [(1, 1)]
    assert [hit.turn for hit in steps[0].hits] == [2]
    nothing = list(find_regex(study, parse("/j/ in:hjemme")))
    assert [(step.hits, step.done, step.of) for step in nothing] == [((), 0, 0)]
    assert "Nothing is called «hjemme»" in nothing[0].remarks[0] == find(study, parse("/j/ in:hjemme")).remarks[0]


def test_reading_may_be_stopped_at_any_step(study: StudyFile) -> None:
    steps = find_regex(study, parse("/ja/"))
    assert next(steps).done == 1
    steps.close()
    assert study.rows("SELECT 1")


def test_the_time_is_limited_in_all(study: StudyFile) -> None:
    begun = monotonic()
    steps = list(find_regex(study, parse(ENDLESS), seconds=0.1))
    assert monotonic() - begun < 2
    last = steps[-1]
    assert last.stopped and (last.done, last.of) == (2, 3)
    assert "after 2 of 3 transcripts" in last.remarks[-1]
    none = list(find_regex(study, parse("/ja/"), seconds=0))
    assert none[-1].stopped and none[-1].done == 0


def test_find_says_how_far_it_came(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.search.regex_find.SECONDS", 0.1)
    results = find(study, parse(f"=ja OR {ENDLESS}"))
    assert results.stopped and results.more
    assert [(hit.transcript, hit.turn) for hit in results.hits] == [("A", 2), ("b", 1), ("b", 2)]
    some = find(study, parse("/ja/"), 1)
    assert len(some.hits) == 1 and some.more and not some.stopped
    assert [hit.turn for hit in find(study, parse("/ja/"), 2, skip=2).hits] == [2, 2]


def test_a_broken_expression_is_refused(study: StudyFile) -> None:
    with pytest.raises(StudyError):
        list(find_regex(study, Query(Regex("(?P<n>"))))
    with pytest.raises(StudyError):
        Clock(1).finder("(")


def test_one_text_may_take_only_so_long(study: StudyFile) -> None:
    found = Clock(60, each=0.05).finder("(a|aa)+$")
    begun = monotonic()
    with pytest.raises(TimeoutError):
        list(found("a" * 60 + "b"))
    assert monotonic() - begun < 5
    assert [hit.span() for hit in found("aa")] == [(0, 2)]


def test_texts_are_read_without_the_study(study: StudyFile) -> None:
    clock = Clock(5)
    search = RegexSearch(study, parse("/ja/"), clock)
    loaded = [search.load(revision) for revision in search.revisions()]
    with ThreadPoolExecutor(1) as thread:
        fitting = [thread.submit(search.read, one).result() for one in loaded]
    assert [hit for one in fitting for hit in search.hits(one)] == list(find(study, parse("/ja/"), 100).hits)
    clock.stop()
    with pytest.raises(TimeoutError):
        search.load(search.revisions()[0])
    assert search.out_of_time(1).stopped
