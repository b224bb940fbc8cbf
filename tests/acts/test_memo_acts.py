"""Memos of all kinds: on things and passages, private ones, links, and how they read before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, journal, small_study

from workbench.acts import codebook, coding, history, memos
from workbench.errors import StudyError
from workbench.store.lookups import memos as lookup
from workbench.store.lookups.acts import rows_of
from workbench.store.lookups.memos import MemoFilter
from workbench.store.study_file import StudyFile
from workbench.study.memos import MemoKind
from workbench.study.spans import Span


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def as_per(study: StudyFile) -> StudyFile:
    """Open the study again as a second coder."""
    study.close()
    return StudyFile.open(study.folder, coder="Per")


def test_kinds_titles_and_passages(study: StudyFile) -> None:
    place, sleep = ids(study, "transcript")[0], ids(study, "code")[0]
    on_code = memos.write(study, "code", sleep, "  Om å sove. ", title=" Første \n tanke ")
    on_words = memos.write(study, "transcript", place, "Her snur det.", span=Span(44, 60))
    theory = memos.write(study, "study", 0, "Arendt?", kind=MemoKind.THEORY)
    found = {memo.id: memo for memo in lookup.memos(study, MemoFilter())}
    assert (found[on_code].kind, found[on_code].title, found[on_code].text) == (
        MemoKind.CODE, "Første tanke", "Om å sove.",
    )  # fmt: skip
    assert found[on_words].kind is MemoKind.DOCUMENT and found[on_words].span == Span(44, 60)
    assert lookup.passage_of(study, found[on_words]) == "it, men jeg var "
    assert lookup.about_name(study, found[on_code]) == "Søvn" and lookup.about_name(study, found[theory]) == ""
    assert [memo.id for memo in lookup.memos(study, MemoFilter(kind=MemoKind.THEORY))] == [theory]
    assert [memo.id for memo in lookup.memos(study, MemoFilter(words="sove tanke"))] == [on_code]
    before = journal(study)
    for act, words in (
        (lambda: memos.write(study, "code", sleep, " \n"), "A memo needs words"),
        (lambda: memos.write(study, "code", sleep, "x", span=Span(0, 4)), "Only a memo on a transcript"),
        (lambda: memos.write(study, "transcript", place, "x", span=Span(0, 9999)), "lies outside P01"),
        (lambda: memos.write(study, "code", 404, "x"), "This code is no longer"),
        (lambda: memos.write(study, "coder", 1, "x"), "Memos are on study, transcript"),
        (lambda: memos.write(study, "study", 0, "x", title="t" * 201), "has 201 characters"),
    ):
        with pytest.raises(StudyError, match=words):
            act()
    assert journal(study) == before


def test_notes_on_passages_come_by_place_and_private_ones_to_their_writer_alone(study: StudyFile) -> None:
    place = ids(study, "transcript")[0]
    late = memos.write(study, "transcript", place, "Sent.", span=Span(44, 60))
    memos.write(study, "transcript", place, "På hele teksten.")
    own = memos.write(study, "transcript", place, "Bare meg.", span=Span(4, 9), private=True)
    gone = memos.write(study, "transcript", place, "Bort.", span=Span(4, 9))
    memos.remove(study, gone)
    assert [one.id for one in lookup.on_passages(study, place)] == [own, late]
    study = as_per(study)
    assert [(one.id, one.span) for one in lookup.on_passages(study, place)] == [(late, Span(44, 60))]
    study.close()


def test_an_edited_memo_keeps_its_writer_and_how_it_read(study: StudyFile) -> None:
    sleep = ids(study, "code")[0]
    memo = memos.write(study, "code", sleep, "Først.")
    assert lookup.get(study, memo).edited == ""
    with as_per(study) as again:
        memos.edit(again, memo, "Så.", title="Ny")
        found = lookup.get(again, memo)
        assert (found.text, found.title, found.coder, found.editor) == ("Så.", "Ny", "Ane", "Per")
        assert found.edited
        assert [(one.text, one.title, one.coder) for one in lookup.versions(again, memo)] == [
            ("Først.", "", "Ane"), ("Så.", "Ny", "Per"),
        ]  # fmt: skip
        memos.edit(again, memo, "Så.")
        assert len(lookup.versions(again, memo)) == 2
        history.undo(again)
        assert [one.text for one in lookup.versions(again, memo)] == ["Først.", "Så.", "Først."]
        history.redo(again)
        assert lookup.get(again, memo).text == "Så."
        with pytest.raises(StudyError, match="A memo needs words"):
            memos.edit(again, memo, "")


def test_a_private_memo_is_its_writers_alone(study: StudyFile) -> None:
    sleep = ids(study, "code")[0]
    hidden = memos.write(study, "code", sleep, "Dette traff meg hardt.", kind=MemoKind.REFLEXIVE)
    shared = memos.write(study, "code", sleep, "Til alle.")
    memos.write(study, "study", 0, "Åpen refleksjon.", kind=MemoKind.REFLEXIVE, private=False)
    assert [memo.private for memo in lookup.on(study, "code", sleep)] == [False, True]
    memos.edit(study, hidden, "Dette traff meg enda hardere.")
    told = history.lines(study, 10)
    assert not any("traff" in str(line.detail) for line in told)
    acts = [line.act_id for line in told if line.verb in ("memo.write", "memo.edit")]
    assert "traff" in str([rows_of(study, act) for act in acts])
    with as_per(study) as again:
        assert [memo.id for memo in lookup.on(again, "code", sleep)] == [shared]
        assert len(lookup.memos(again, MemoFilter())) == 2 and not lookup.memos(again, MemoFilter(private=True))
        assert "traff" not in str([rows_of(again, act) for act in acts])
        for act in (
            lambda: memos.edit(again, hidden, "nei"),
            lambda: memos.remove(again, hidden),
            lambda: memos.link(again, hidden, "code", sleep),
            lambda: lookup.versions(again, hidden),
        ):
            with pytest.raises(StudyError, match="no longer in the study"):
                act()
        with pytest.raises(StudyError, match="The memo is Ane's; only who wrote a memo can make it private"):
            memos.edit(again, shared, private=True)
    with StudyFile.open(study.folder, coder="Ane") as mine:
        memos.edit(mine, hidden, private=False)
        assert [memo.private for memo in lookup.on(mine, "code", sleep)] == [False, False]


def test_links_lead_to_anything_and_follow_a_merge(study: StudyFile) -> None:
    sleep, coffee, _ = ids(study, "code")
    memo, other = (memos.write(study, "study", 0, text) for text in ("En tanke.", "En til."))
    for about, about_id in (
        ("code", coffee), ("coding", ids(study, "coding")[0]), ("participant", ids(study, "participant")[0]),
        ("memo", other),
    ):  # fmt: skip
        memos.link(study, memo, about, about_id)
    assert [(link.about, link.name) for link in lookup.links(study, memo)] == [
        ("code", "Kaffe"), ("coding", "P01 2 «Søvn»"), ("participant", "P1"), ("memo", "En til."),
    ]  # fmt: skip
    assert [one.id for one in lookup.memos(study, MemoFilter("code", coffee))] == [memo]
    for thing, words in (
        (("code", coffee), "linked to that already"), (("memo", memo), "linked to that already"),
        (("code", 404), "no longer in the study"), (("study", 0), "A memo can be linked to transcript, code"),
    ):  # fmt: skip
        with pytest.raises(StudyError, match=words):
            memos.link(study, memo, *thing)
    memos.link(study, memo, "code", sleep)
    before = content(study)
    codebook.merge(study, coffee, sleep)
    assert [link.name for link in lookup.links(study, memo) if link.about == "code"] == ["Søvn"]
    history.undo(study)
    assert content(study) == before
    memos.unlink(study, memo, "code", sleep)
    with pytest.raises(StudyError, match="is not linked to that"):
        memos.unlink(study, memo, "code", sleep)
    memos.remove(study, other)
    assert [link.about for link in lookup.links(study, memo)] == ["code", "coding", "participant"]


def test_memos_on_a_coding_follow_it_into_its_double(study: StudyFile) -> None:
    place, (sleep, coffee, _) = ids(study, "transcript")[0], ids(study, "code")
    double = coding.apply(study, place, Span(44, 60), coffee)
    memo = memos.write(study, "coding", double, "Hvorfor begge?")
    codebook.merge(study, coffee, sleep)
    assert lookup.get(study, memo).about_id == ids(study, "coding")[0] != double
