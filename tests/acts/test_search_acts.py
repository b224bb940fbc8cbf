"""Keeping searches, and coding what a search found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, small_study

from workbench.acts import history, searches
from workbench.errors import StudyError
from workbench.store.lookups import searches as lookup
from workbench.store.search.find import find
from workbench.store.study_file import StudyFile
from workbench.study.search_query import parse
from workbench.study.search_units import Unit, passages
from workbench.study.spans import Span


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def test_a_search_is_kept_replaced_and_removed(study: StudyFile) -> None:
    searches.keep(study, "Natt ", "natt* is:uncoded")
    searches.keep(study, "natt", "natt OR kveld", parts=False, stems=True)
    (one,) = lookup.saved(study)
    assert (one.name, one.text, one.parts, one.stems, one.coder) == ("natt", "natt OR kveld", False, True, "Ane")
    assert lookup.named(study, "NATT").id == one.id
    history.undo(study)
    assert lookup.named(study, "natt").text == "natt* is:uncoded"
    searches.remove(study, one.id)
    assert lookup.saved(study) == []
    with pytest.raises(StudyError, match="No search is kept"):
        lookup.named(study, "natt")


def test_a_search_of_what_was_written_is_kept_as_such(study: StudyFile) -> None:
    searches.keep(study, "Rolle", "jeg", notes=True)
    searches.keep(study, "Sagt", "jeg")
    assert [(one.name, one.notes) for one in lookup.saved(study)] == [("Rolle", True), ("Sagt", False)]


def test_nothing_is_not_kept(study: StudyFile) -> None:
    with pytest.raises(StudyError, match="nothing to keep"):
        searches.keep(study, "Tomt", "  ")


def test_coding_what_was_found_is_one_step_and_never_doubles(study: StudyFile) -> None:
    (transcript, code) = ids(study, "transcript")[0], ids(study, "code")[1]
    before = content(study)
    found = [(transcript, Span(0, 5)), (transcript, Span(10, 20)), (transcript, Span(0, 5))]
    assert searches.code_found(study, found, code, "natt*") == 2
    assert searches.code_found(study, found, code, "natt*") == 0
    assert {row["origin"] for row in study.live("coding", code_id=code)} == {"search"}
    history.undo(study)
    assert content(study) == before


def test_a_passage_beyond_the_text_is_refused_whole(study: StudyFile) -> None:
    transcript, code, before = ids(study, "transcript")[0], ids(study, "code")[1], content(study)
    with pytest.raises(StudyError, match="outside"):
        searches.code_found(study, [(transcript, Span(0, 5)), (transcript, Span(5000, 5005))], code, "x")
    assert content(study) == before


def test_how_much_is_coded(study: StudyFile) -> None:
    (hit,) = [one for one in find(study, parse("kaffe")).hits if one.turn == 2]
    text = study.value("SELECT body FROM transcript_text")
    cut = {unit: [one.cut(text) for one in passages(text, hit.span, hit.marks, unit)] for unit in Unit}
    assert cut[Unit.WORDS] == ["kaffe"]
    assert cut[Unit.SENTENCE] == ["Gro på kjøkkenet lagde kaffe."]
    assert cut[Unit.TURN] == ["Det gikk greit, men jeg var trøtt. Gro på kjøkkenet lagde kaffe."]
    assert passages(text, hit.span, (), Unit.WORDS) == passages(text, hit.span, hit.marks, Unit.TURN)


def test_neighbouring_sentences_stay_two_passages() -> None:
    text = "Kaffe her. Kaffe der. Te."
    marks = [Span(0, 5), Span(11, 16)]
    assert passages(text, Span(0, len(text)), marks, Unit.SENTENCE) == [Span(0, 10), Span(11, 21)]
