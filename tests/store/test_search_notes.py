"""Finding memos, definitions, quotes and remarks on codings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, memos, quotes, themes, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.lookups.transcripts import load
from workbench.store.search.notes import NoteKind, find_notes
from workbench.store.study_file import StudyFile
from workbench.study.search_query import parse
from workbench.study.transcripts import Role


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Sjø", "nb", "Ane") as made:
        text = "Ja, arbeidsmiljøet er godt. Men lønna er lav."
        place = transcripts.add(
            made, NewTranscript("P01", [NewTurn(text, "P01", Role.PARTICIPANT, "P01")], "p", "txt", "utf-8", "p")
        )
        mood = codebook.add(made, "trivsel", definition="Det å ha et godt miljø rundt seg på arbeid.")
        pay = codebook.add(made, "lønn", brief="Penger for arbeid.")
        theme = themes.add(made, "Et godt sted å være", concept="Miljøet holder folk her.")
        themes.gather(made, theme, mood)
        one = coding.apply(made, place, load(made, place).find("arbeidsmiljøet er godt"), mood)
        coding.set_memo(made, one, "Tvil om miljø her.")
        two = coding.apply(made, place, load(made, place).find("lønna er lav"), pay)
        quotes.pick(made, one, theme)
        quotes.pick(made, two, None)
        memos.write(made, "study", 0, "Miljø går igjen hos alle.")
        memos.write(made, "code", mood, "Er dette ett begrep? Arbeidsmiljø og trivsel.")
        memos.write(made, "transcript", place, "Stille intervju.")
        yield made


def found(study: StudyFile, typed: str, **options: bool) -> list[tuple[str, str]]:
    results = find_notes(study, parse(typed, **options))
    assert results.total == len(results.hits)
    return [(hit.note.kind.value, hit.note.title) for hit in results.hits]


def test_the_same_language_finds_notes_of_every_kind(study: StudyFile) -> None:
    assert found(study, "miljø") == [
        ("memo", ""),
        ("code", "trivsel"),
        ("coding", "P01 · trivsel"),
        ("memo", "trivsel"),
        ("theme", "Et godt sted å være"),
        ("quote", "P01 · trivsel"),
    ]
    assert found(study, "=miljø") == found(study, "miljø")[:3]
    assert found(study, "miljø", parts=False) == found(study, "miljø")[:3]
    assert found(study, '"godt miljø"') == [("code", "trivsel")]
    assert found(study, "arbeid NOT miljø") == [("code", "lønn")]
    assert found(study, "/^stille/") == [("memo", "P01")]
    assert found(study, "miljøer", stems=True)[0] == ("memo", "")
    assert found(study, "ukjent") == [] == found(study, "")


def test_filters_ask_what_a_note_is_about(study: StudyFile) -> None:
    assert found(study, "kode:trivsel miljø") == [
        ("code", "trivsel"),
        ("coding", "P01 · trivsel"),
        ("memo", "trivsel"),
        ("theme", "Et godt sted å være"),
        ("quote", "P01 · trivsel"),
    ]
    assert found(study, 'tema:"et godt" er:kodet') == [("quote", "P01 · trivsel"), ("coding", "P01 · trivsel")]
    assert found(study, "who:P01 lønn") == [("quote", "P01 · lønn")]
    assert found(study, "in:P01 stille") == [("memo", "P01")]
    assert found(study, "taler:deltaker lønn") == found(study, "speaker:P01 lønn") == [("quote", "P01 · lønn")]
    assert found(study, "koder:Ane stille since:2020") == [("memo", "P01")]
    assert found(study, "stille until:2020") == found(study, "stille koder:Per") == []
    assert found(study, "kode:lønn koder:Ane") == [("quote", "P01 · lønn")]
    assert find_notes(study, parse("miljø koder:Per")).remarks


def test_pages_kinds_marks_and_excerpts(study: StudyFile) -> None:
    whole = find_notes(study, parse("miljø"))
    assert [hit.exact for hit in whole.hits] == [True] * 3 + [False] * 3
    page = find_notes(study, parse("miljø"), 2, skip=1)
    assert page.hits == whole.hits[1:3] and page.total == 6
    only = find_notes(study, parse("miljø"), kinds=(NoteKind.QUOTE,)).hits
    assert [hit.note.kind for hit in only] == [NoteKind.QUOTE]
    for hit in whole.hits:
        assert hit.excerpt.words in hit.note.text
        assert all("miljø" in mark.cut(hit.note.text).casefold() for mark in hit.marks) and hit.marks
    quote = only[0].note
    assert quote.span is not None
    assert quote.span.cut(load(study, quote.transcript_id).text) == quote.text


def test_a_private_memo_is_read_by_its_coder_alone(study: StudyFile) -> None:
    with study.writing("memo.write", {}) as writer:
        writer.insert("memo", {
            "about": "study", "about_id": 0, "text": "Hemmelig uro.", "coder_id": study.coder_id, "created": "2026",
            "private": 1, "title": "Til meg selv",
        })  # fmt: skip
    assert found(study, "hemmelig") == found(study, "selv") == [("memo", "Til meg selv")]
    with StudyFile.open(study.folder, read_only=True) as other:
        other.coder_id = 1
        assert found(other, "hemmelig") == []


def test_what_is_removed_is_not_found_until_it_is_back(study: StudyFile) -> None:
    study.undo()
    assert found(study, "stille") == []
    study.redo()
    assert found(study, "stille") == [("memo", "P01")]
    transcripts.remove(study, study.value("SELECT id FROM transcript"))
    assert ("quote", "P01 · lønn") not in found(study, "lønn")


def test_a_broken_expression_and_one_without_end(study: StudyFile) -> None:
    with pytest.raises(StudyError):
        find_notes(study, parse("/(/"))
    memos.write(study, "study", 0, "a" * 40 + "b")
    results = find_notes(study, parse("/(a|aa)+$/"), seconds=0.05)
    assert results.stopped and "time was up" in results.remarks[-1]
