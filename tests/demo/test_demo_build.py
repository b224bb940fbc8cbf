"""The demo study is built whole, or not at all."""

from pathlib import Path

import pytest

from workbench.demo import ENGLISH, NORWEGIAN, Material, build, material
from workbench.errors import StoreError, WorkbenchError
from workbench.shield.gate import OutgoingPart, gate_of
from workbench.shield.masks import Shield
from workbench.store.lookups import people, transcripts
from workbench.store.lookups.counts import counts
from workbench.store.lookups.entities import entities
from workbench.store.lookups.people_schema import schema
from workbench.store.lookups.quotes import quotes
from workbench.store.lookups.sessions import sessions
from workbench.store.study_file import StudyFile
from workbench.study.attribution import DEFAULT_TEMPLATES, attribute
from workbench.study.masking import Decision
from workbench.study.quotes import plain, render
from workbench.study.transcripts import Role


@pytest.fixture(params=["norwegian", "english"])
def built(request: pytest.FixtureRequest) -> tuple[Material, Path]:
    what = NORWEGIAN if request.param == "norwegian" else ENGLISH
    return what, request.getfixturevalue(request.param)


def test_every_file_is_taken_whole(built: tuple[Material, Path]) -> None:
    what, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        found = counts(study)
        assert (study.name, study.language) == (what.study, what.language)
        assert found.transcripts == found.participants == len(what.transcripts())
        first, second = (material.read_codings(what.books / name) for name in (what.codings, what.second_codings))
        assert found.codings == len(first) + len(second)
        assert found.coded == len({one.transcript for one in first})
        assert found.quotes == len(material.read_quotes(what.books / what.quotes))
        assert found.themes == found.themes_with_quotes == found.defined_themes
        assert found.codes == found.gathered_codes == found.defined_codes
        assert found.read == found.transcripts - len(what.unread)


def test_two_coders_have_coded_the_same_interviews(built: tuple[Material, Path]) -> None:
    what, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        assert [coder.name for coder in people.coders(study)] == ["A", "B"]
        names = {card.id: card.name for card in transcripts.cards(study)}
        first, second = (
            {names[row["transcript_id"]] for row in study.live("coding", coder_id=coder.id)}
            for coder in people.coders(study)
        )
        assert second == what.second
        assert second < first


def test_everybody_can_be_cited(built: tuple[Material, Path]) -> None:
    what, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        for person in people.participants(study):
            assert attribute(DEFAULT_TEMPLATES[what.language], person, what.language)


def test_every_interview_has_its_session(built: tuple[Material, Path]) -> None:
    _, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        known = {person.label: person.attributes for person in people.participants(study)}
        met = sessions(study)
        assert {name for one in met for name in one.transcripts} == {card.name for card in transcripts.cards(study)}
        for one in met:
            (label,) = one.participants
            assert all(name.startswith(label) for name in one.transcripts)
            assert one.minutes == (int(known[label]["minutter"]) if "minutter" in known[label] else None)
            others = known[label]["others_present"]
            assert one.present == ("" if others in ("ingen", "nobody") else others)


def test_what_is_known_of_people_has_its_type(built: tuple[Material, Path]) -> None:
    what, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        made = {one.name: one.type for one in schema(study).definitions}
        assert made == {name: shape.type for name, shape in what.attributes.items()}
        band = next(name for name, shape in what.attributes.items() if shape.source)
        assert all(person.attributes[band] for person in people.participants(study))


def test_the_third_voice_is_nobodys_data(norwegian: Path) -> None:
    with StudyFile.open(norwegian, read_only=True) as study:
        talk = transcripts.load(study, transcripts.named(study, "P13"))
        assert {turn.speaker: turn.role for turn in talk.turns} == {
            "Ragnhild Solbakk": Role.INTERVIEWER, "P13": Role.PARTICIPANT, "Camilla Tverrbakk": Role.OTHER,
        }  # fmt: skip
        assert all(
            turn.role is not Role.UNKNOWN
            for card in transcripts.cards(study)
            if card.name != "P10"
            for turn in transcripts.load(study, card.id).turns
        )


def test_the_scan_leaves_names_for_the_user_but_none_in_a_quote(built: tuple[Material, Path]) -> None:
    _, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        assert any(one.decision is Decision.UNDECIDED for one in entities(study))
        shield = Shield.of(study)
        for quote in quotes(study):
            transcript = transcripts.load(study, quote.transcript_id)
            assert shield.undecided(transcript, quote.span) == []


def test_the_gate_lets_every_quote_out(built: tuple[Material, Path]) -> None:
    _, folder = built
    with StudyFile.open(folder, read_only=True) as study:
        gate, shield = gate_of(study), Shield.of(study)
        names = 0
        for quote in quotes(study):
            transcript = transcripts.load(study, quote.transcript_id)
            pieces = render(transcript.text, quote.span, quote.edits, shield.masks(transcript))
            assert gate.leaks(OutgoingPart(transcript.name, plain(pieces))) == []
            names += bool(gate.leaks(OutgoingPart(transcript.name, quote.span.cut(transcript.text))))
        assert names * 4 >= len(quotes(study))


def test_edits_stand_where_the_table_put_them(norwegian: Path) -> None:
    with StudyFile.open(norwegian, read_only=True) as study:
        rendered = {
            plain(render(transcripts.load(study, quote.transcript_id).text, quote.span, quote.edits))
            for quote in quotes(study)
        }
    assert "Så dem leverte […hjem til meg…] en dosett." in " ".join(rendered)
    assert "for jeg var for frisk. […] Og så var det rus" in " ".join(rendered)


def test_the_folder_holds_copies_of_what_went_in(norwegian: Path) -> None:
    for source in (*NORWEGIAN.corpus.iterdir(), *NORWEGIAN.books.iterdir()):
        place = "corpus" if source.parent == NORWEGIAN.corpus else "codebooks"
        assert (norwegian / place / source.name).read_bytes() == source.read_bytes()
    assert list((norwegian / "exports").iterdir()) == []


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    build(tmp_path / "study", english=True, progress=lambda *step: seen.append(step))
    assert [done for done, _, _ in seen] == list(range(1, len(seen) + 1))
    assert {of for _, of, _ in seen} == {len(seen)}
    assert "E02.vtt" in [name for _, _, name in seen]


@pytest.mark.parametrize("name", ["study.workbench", "notes.txt"])
def test_a_taken_folder_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="already holds"):
        build(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with pytest.raises(StoreError, match="already holds"):
        build(tmp_path / name)


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert build(tmp_path / "empty", english=True) == tmp_path / "empty"
    assert (tmp_path / "empty" / "study.workbench").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_refused_coding_stops_the_build_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = [*material.read_codings(ENGLISH.books / ENGLISH.codings)]
    spoilt[3] = type(spoilt[3])("E01", 2, "words nobody said", spoilt[3].code)
    monkeypatch.setattr(material, "read_codings", lambda path: spoilt)
    with pytest.raises(WorkbenchError, match=r"refuses \(1\)\. .*words nobody said"):
        build(tmp_path / "deep" / "study", english=True)
    assert list((tmp_path / "deep").iterdir()) == []
