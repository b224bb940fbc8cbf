"""Rules of the other acts: what is one step, what is refused, what the trail may show."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, journal, small_study, transcript

from workbench.acts import coding, entities, history, people, quotes, themes, transcripts
from workbench.acts.entities import NewEntity
from workbench.errors import StudyError
from workbench.store.lookups import acts as touched
from workbench.store.lookups import codings
from workbench.store.lookups import entities as entity_lookup
from workbench.store.lookups.people import labelled, participants
from workbench.store.lookups.quotes import quote
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.study.quotes import QuoteRole, QuoteState, plain, render
from workbench.study.spans import Span
from workbench.study.themes import ThemeStatus


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def text(study: StudyFile) -> str:
    return study.value("SELECT body FROM transcript_text")


# Coding


def test_a_note_given_with_the_code_is_the_same_step(study: StudyFile) -> None:
    before = content(study)
    place, code = ids(study, "transcript")[0], ids(study, "code")[1]
    made = coding.apply(study, place, Span(0, 7), code, memo=" bra\r\nsagt\ud800 ")
    assert codings.get(study, made).memo == "bra\nsagt\ufffd"
    history.undo(study)
    fresh, _ = coding.new_code(study, place, Span(0, 7), "Hvordan", memo="spør")
    assert codings.get(study, fresh).memo == "spør"
    history.undo(study)
    assert content(study) == before


def test_the_same_coder_does_not_code_the_same_words_twice(study: StudyFile) -> None:
    place, code = ids(study, "transcript")[0], ids(study, "code")[0]
    with pytest.raises(StudyError, match="exactly these words as «Søvn» already"):
        coding.apply(study, place, Span(44, 60), code)
    other = coding.apply(study, place, Span(44, 61), code)
    with pytest.raises(StudyError, match="already"):
        coding.resize(study, other, Span(44, 60))
    folder = study.folder
    study.close()
    with StudyFile.open(folder, coder="Bo") as again:
        coding.apply(again, place, Span(44, 60), code)
        assert {one.coder for one in codings.passages(again)} == {"Ane", "Bo"}


def test_a_file_of_codings_is_one_step_and_tells_what_was_new(study: StudyFile) -> None:
    before = content(study)
    rows = [
        coding.NewCoding("P01", 2, "trøtt", "søvn", "n"), coding.NewCoding("p01", 2, "tr\u006f\u0338tt", "Søvn"),
        coding.NewCoding("P01", 4, "regnet", "Kaffe"), coding.NewCoding("P01", 4, "regnet", "Te"),
        coding.NewCoding("P01", 9, "regnet", "Kaffe"), coding.NewCoding("P02", 1, "x", "Kaffe"),
    ]  # fmt: skip
    added, refused = coding.take_file(study, rows, "koder.csv")
    assert added == 2 and len(refused) == 4
    assert refused[1] == ("koder.csv row 5: There is no code called «Te»; see `workbench codes`.")
    assert history.lines(study, 1)[0].detail == {"file": "koder.csv", "count": "2"}
    trail = journal(study)
    assert coding.take_file(study, rows[:1], "koder.csv") == (0, [])
    assert journal(study) == trail
    history.undo(study)
    assert content(study) == before


def test_decomposed_words_are_found(study: StudyFile) -> None:
    rows = [coding.NewCoding("P01", 2, "kj\u00f8kkenet lagde", "Kaffe"), coding.NewCoding("P01", 2, "pa\u030a", "Hjem")]
    assert coding.take_file(study, rows, "x")[0] == 2


# Quotes


def test_edits_of_a_quote_come_and_go(study: StudyFile) -> None:
    one = quotes.pick(study, ids(study, "coding")[0])
    span = quote(study, one).span
    whole = span.cut(text(study))
    first = quotes.cut(study, one, span.start + 2, span.start + 5)
    quotes.insert(study, one, span.end, " [at hun var der] ")
    shown = plain(render(text(study), span, quote(study, one).edits))
    assert "[…]" in shown and shown.endswith("[…at hun var der…]")
    quotes.take_back(study, one, first)
    with pytest.raises(StudyError, match="no longer in the quote"):
        quotes.take_back(study, one, first)
    history.undo(study)
    assert plain(render(text(study), span, quote(study, one).edits)) == shown
    for _ in range(3):
        history.undo(study)
    with pytest.raises(StudyError, match="no longer on the board"):
        quote(study, one)
    history.redo(study)
    assert plain(render(text(study), span, quote(study, one).edits)) == whole


def test_a_quote_keeps_words_whatever_is_cut_or_resized(study: StudyFile) -> None:
    made = ids(study, "coding")[0]
    one = quotes.pick(study, made)
    with pytest.raises(StudyError, match="keep some of its words"):
        quotes.cut(study, one, 44, 60)
    quotes.cut(study, one, 44, 50)
    place = text(study).index(" ", 50)
    with pytest.raises(StudyError, match="marked edits outside"):
        coding.resize(study, made, Span(46, 60))
    with pytest.raises(StudyError, match="would keep none of its words"):
        coding.resize(study, made, Span(44, 50))
    with pytest.raises(StudyError, match="keep some of its words"):
        quotes.cut(study, one, 50, place) and quotes.cut(study, one, place + 1, 60)
    coding.drop(study, made)
    assert not ids(study, "quote")


def test_an_export_and_a_coder_are_no_undo_steps(study: StudyFile) -> None:
    history.undo(study)
    quotes.register_export(study, "sitater.csv", "csv", "0" * 64, 3)
    assert len(history.waiting_redos(study)) == 1
    folder = study.folder
    study.close()
    with StudyFile.open(folder, coder=" Bo\n") as again:
        lines = history.lines(again, 2)
        assert [(line.verb, line.state, line.coder) for line in lines] == [
            ("coder.add", "log", ""), ("export.write", "log", "Ane"),
        ]  # fmt: skip
    with StudyFile.open(folder) as again:
        history.redo(again)
        for _ in range(5):
            history.undo(again)
        with pytest.raises(StudyError, match="nothing to undo"):
            history.undo(again)
        assert len(again.live("coder")) == 2 and len(again.live("export")) == 1


# Themes


def test_a_final_theme_keeps_its_concept(study: StudyFile) -> None:
    theme = themes.add(study, "Natt", concept=" \ud800 ")
    with pytest.raises(StudyError, match="There is already a theme «Natt»"):
        themes.add(study, "NATT")
    themes.define(study, theme, {"concept": ""})
    with pytest.raises(StudyError, match="no central organising concept yet"):
        themes.set_status(study, theme, ThemeStatus.FINAL)
    themes.define(study, theme, {"concept": "natta er lang"})
    themes.set_status(study, theme, ThemeStatus.FINAL)
    with pytest.raises(StudyError, match="is final and needs its concept"):
        themes.define(study, theme, {"concept": " "})


# People


def test_a_people_table_is_taken_whole_or_not(study: StudyFile) -> None:
    rows = [{" Participant": "P1", "Gender": "Kvinne", "AGE": "47"}, {" Participant": "P2", "Gender": "Mann"}]
    before, trail = content(study), journal(study)
    for bad, words in (
        ([*rows, {" Participant": "p1"}], r"p1 stands twice in the people table \(row 4\)"),
        ([*rows, {" Participant": " "}], "Row 4 of the people table has no participant in the column «participant»"),
        ([*rows, {"x": "y"}], "Row 4 .* has no participant"),
        ([*rows, {" Participant": "P3", "age": "gammel"}], r"Row 4 of the people table \(P3\): «gammel» is not an age"),
        ([*rows, {" Participant": "P3", "a": "1", "A ": "2"}], "two columns of one name"),
        ([*rows, {" Participant": "x" * 50}], "too long"),
    ):
        with pytest.raises(StudyError, match=words):
            people.take_table(study, bad, " Participant", add_unknown=True)
    with pytest.raises(StudyError, match=r"names P2, who speak in no transcript.*\(--add\)"):
        people.take_table(study, rows, "participant", add_unknown=False)
    assert (content(study), journal(study)) == (before, trail)
    assert people.take_table(study, rows, " Participant", add_unknown=True) == 2
    assert labelled(study, "p1").attributes == {"gender": "Kvinne", "age": "47"}
    assert people.take_table(study, rows, " Participant", add_unknown=True) == 0
    history.undo(study)
    assert content(study) == before


def test_attributes_of_one_participant(study: StudyFile) -> None:
    one = participants(study)[0].id
    people.set_attribute(study, one, " Yrke ", "kokk ved et lite sted")
    people.unset_attribute(study, one, "YRKE")
    with pytest.raises(StudyError, match="There is no «yrke» to take away"):
        people.unset_attribute(study, one, "Yrke")
    with pytest.raises(StudyError, match="participant is no longer in the study"):
        people.set_attribute(study, 404, "yrke", "kokk")
    assert "kokk" not in json.dumps([dict(line.detail) for line in history.lines(study)])


def test_settings_have_sensible_values(study: StudyFile) -> None:
    people.set_attribute(study, participants(study)[0].id, "gender", "Kvinne")
    people.set_setting(study, "attribution", "{gender}")
    people.set_setting(study, "attribution", "{gender}, {age_band}")
    assert len(study.live("setting", name="attribution")) == 1
    before = content(study)
    for name, value, words in (
        ("attribution", "{job}", "asks for «job»"), ("language", "xx", "one of nb, en, not «xx»"),
        ("insert_style", "fet", "one of ellipses, plain"), ("name", " ", "has a name"), ("guid", "x", "identity"),
    ):  # fmt: skip
        with pytest.raises(StudyError, match=words):
            people.set_setting(study, name, value)
    assert content(study) == before


# Entities


def test_the_trail_of_names_shows_no_name(study: StudyFile) -> None:
    entities.add(study, [NewEntity(EntityKind.PERSON, ("Gro Lunde", "Gro"), reason="two capitals")])
    first = ids(study, "entity")[0]
    entities.add_form(study, first, "Groa")
    entities.decide(study, first, Decision.REPLACE, "kollega 1")
    entities.add(study, [NewEntity(EntityKind.PERSON, ("Lunde",))])
    entities.join(study, ids(study, "entity")[1], first)
    told = [line for line in history.lines(study) if line.verb.startswith("entity.")]
    assert len(told) == 5
    for line in told:
        shown = json.dumps(dict(line.detail)) + str(touched.rows_of(study, line.act_id))
        assert "Gro" not in shown and "Lunde" not in shown
    assert entity_lookup.entities(study)[0].forms == ("Gro Lunde", "Gro", "Groa", "Lunde")


def test_forms_belong_to_one_entity(study: StudyFile) -> None:
    assert entities.add(study, [NewEntity(EntityKind.PERSON, ("Gro",)), NewEntity(EntityKind.PLACE, ("Li",)),
                                NewEntity(EntityKind.PERSON, ("GRO",))]) == 2  # fmt: skip
    assert history.lines(study, 1)[0].detail == {"count": "2"}
    gro, li = ids(study, "entity")
    for form, words in (("gro", "known already[.]"), ("LI", "of another place; join"), (" \n", "needs words")):
        with pytest.raises(StudyError, match=words):
            entities.add_form(study, gro, form)
    entities.decide(study, li, Decision.REPLACE, "[politi]")
    with pytest.raises(StudyError, match=r"\[politi\] stands for another place already"):
        entities.decide(study, gro, Decision.REPLACE, "politi")
    for name in ("Gro", "groS venn", "søster til gro"):
        with pytest.raises(StudyError, match="holds the name itself"):
            entities.decide(study, gro, Decision.REPLACE, name)
    with pytest.raises(StudyError, match="Say what to show"):
        entities.decide(study, gro, Decision.REPLACE, "[ ]")


def test_exceptions_lie_in_a_transcript_and_survive_a_join(study: StudyFile) -> None:
    entities.add(study, [NewEntity(EntityKind.PERSON, ("Gro",)), NewEntity(EntityKind.PERSON, ("Groa",))])
    gro, groa = ids(study, "entity")
    place = ids(study, "transcript")[0]
    for one in (gro, groa):
        entities.except_mention(study, one, place, 68, 71)
    for start, end, words in ((9_000, 9_003, "lies outside"), (5, 5, "at least one character")):
        with pytest.raises(StudyError, match=words):
            entities.except_mention(study, gro, place, start, end)
    with pytest.raises(StudyError, match="no longer in the study"):
        entities.except_mention(study, gro, 404, 0, 3)
    entities.join(study, groa, gro)
    assert entity_lookup.exceptions(study) == {(gro, place, 68, 71)}
    entities.except_mention(study, gro, place, 68, 71)
    assert entity_lookup.exceptions(study) == set()


# Transcripts


def test_transcripts_need_words_and_a_name_of_their_own(study: StudyFile) -> None:
    for name, said, words in (
        ("\u2028 ", ("hei",), "needs a name"), ("P02", (" \n", "\ufeff"), "holds no words"),
        ("p01", ("hei",), "already a transcript called p01"),
    ):  # fmt: skip
        with pytest.raises(StudyError, match=words):
            transcripts.add(study, transcript(name, said=said))
    with pytest.raises(StudyError, match="is in the study already, as P01"):
        transcripts.add(study, transcript("P01"))


def test_a_file_name_that_is_no_text_is_kept_readably(study: StudyFile) -> None:
    new = transcript("P0\udce52", "P\udce5")
    transcripts.add(study, new)
    assert study.live("transcript")[1]["source"] == "P0\ufffd2.txt"
    assert [one.label for one in participants(study)] == ["P1", "P\ufffd"]


def test_what_is_stored_is_canonical_and_turns_tile_it(study: StudyFile) -> None:
    made = transcripts.add(study, transcript("P02", said=("A\u030ase\r\nsa\x07", " ", " ja\u2029 😴 ")))
    body = study.value(
        "SELECT x.body FROM transcript_text x JOIN revision r ON r.id = x.revision_id WHERE r.transcript_id = ?",
        (made,),
    )
    turns = study.rows(
        'SELECT u.start, u."end" FROM turn u JOIN revision r ON r.id = u.revision_id '
        "WHERE r.transcript_id = ? ORDER BY u.number",
        (made,),
    )
    assert body == "Åse\nsa␇\nja\n 😴"
    assert [body[row["start"] : row["end"]] for row in turns] == ["Åse\nsa␇", "ja\n 😴"]


def test_what_is_said_of_a_quote(study: StudyFile) -> None:
    picked = quotes.pick(study, ids(study, "coding")[0])
    found = quote(study, picked)
    assert (found.state, found.role, found.note) == (QuoteState.PICKED, QuoteRole.UNSET, "")
    quotes.set_role(study, picked, QuoteRole.SET_SCENE)
    quotes.translate(study, picked, " But I was tired ", "Ola  N.")
    for refused in (
        lambda: quotes.set_state(study, picked, QuoteState.REJECTED),
        lambda: quotes.set_state(study, picked, QuoteState.REJECTED, "  "),
    ):
        with pytest.raises(StudyError, match="Say why the quote is rejected"):
            refused()
    quotes.set_state(study, picked, QuoteState.REJECTED, "sier ikke noe nytt")
    with pytest.raises(StudyError, match="Say why"):
        quotes.set_note(study, picked, "")
    found = quote(study, picked)
    assert (found.state, found.role, found.note, found.translation, found.translator) == (
        QuoteState.REJECTED, QuoteRole.SET_SCENE, "sier ikke noe nytt", "But I was tired", "Ola N.",
    )  # fmt: skip
    quotes.set_state(study, picked, QuoteState.CLEARED)
    quotes.set_note(study, picked, "")
    quotes.translate(study, picked, "", "Ola")
    found = quote(study, picked)
    assert (found.state, found.note, found.translation, found.translator) == (QuoteState.CLEARED, "", "", "")
