"""The board: masks, marked edits, voices, attributions, spread."""

from collections.abc import Callable
from typing import Any

import pytest

from workbench.acts import entities, people, quotes, themes
from workbench.errors import ReportError, StudyError
from workbench.report import board, reference, spread
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.themes import ThemeStatus


def test_quotes_stand_under_their_themes_masked_and_attributed(room: Any) -> None:
    shown = board(room.study)
    assert [one.theme.name for one in shown.themes] == ["Tillit er å bli ringt tilbake", "Brevet som ikke kom"]
    first = shown.themes[0].quotes[0]
    assert first.text == "Da var det [ruskonsulenten] som ringte meg. Hun sa at det gikk bra"
    assert (first.attribution, first.participant, first.code) == ("Kvinne i 40-årene", "P01", "Blir ringt opp")
    assert first.reference("replikk") == "P01 replikk 2 (01:00)"
    assert shown.themes[1].quotes[0].reference() == "P02 turn 2"
    assert shown.loose == ()


def test_the_interviewers_words_stand_in_a_paragraph_of_their_own(room: Any) -> None:
    quote = board(room.study).themes[0].quotes[1]
    assert quote.text == "jeg trodde på det.\nI: Hver gang?\nJa, hver gang. [ruskonsulenten]s"
    assert [paragraph.voice for paragraph in quote.paragraphs] == ["", "I", ""]
    assert quote.words == 7


def test_edits_are_marked_and_can_be_taken_back(room: Any) -> None:
    picked = quote_lookup.quotes(room.study)[0]
    text = transcript_lookup.load(room.study, picked.transcript_id).text
    cut_at = text.index(" Hun sa at")
    cut = quotes.cut(room.study, picked.id, cut_at + 1, cut_at + 10)
    put = quotes.insert(room.study, picked.id, text.index(" gikk bra"), "ventetida")
    shown = board(room.study).themes[0].quotes[0].text
    assert shown == "Da var det [ruskonsulenten] som ringte meg. […] det […ventetida…] gikk bra"
    people.set_setting(room.study, "insert_style", "plain")
    assert "[ventetida]" in board(room.study).themes[0].quotes[0].text
    quotes.take_back(room.study, picked.id, cut)
    quotes.take_back(room.study, picked.id, put)
    assert board(room.study).themes[0].quotes[0].text.endswith("Hun sa at det gikk bra")


def test_a_cut_over_a_whole_turn_leaves_no_empty_voice(room: Any) -> None:
    picked = quote_lookup.quotes(room.study)[1]
    text = transcript_lookup.load(room.study, picked.transcript_id).text
    quotes.cut(room.study, picked.id, text.index("Hver gang?"), text.index("Ja, hver"))
    quote = board(room.study).themes[0].quotes[1]
    assert [paragraph.voice for paragraph in quote.paragraphs] in (["", "I", ""], ["", ""])
    assert "Hver gang?" not in quote.text
    assert "[…]" in quote.text


def test_people_without_an_attribute_are_named(room: Any) -> None:
    room.transcript("P03", "P: Det gikk seg til etter hvert.")
    room.quote("P03", "Det gikk seg til")
    with pytest.raises(ReportError, match=r"«gender» for P03; «age» for P03"):
        board(room.study)
    assert board(room.study, complete=False).loose[0].attribution == ""


def test_the_attribution_follows_the_setting(room: Any) -> None:
    people.set_setting(room.study, "attribution", "{gender}, {age} år")
    assert board(room.study).themes[0].quotes[0].attribution == "Kvinne, 47 år"


def test_quotes_of_a_dropped_theme_wait_without_one(room: Any) -> None:
    themes.set_status(room.study, room.ids["letters"], ThemeStatus.DROPPED)
    shown = board(room.study)
    assert len(shown.themes) == 1
    assert [one.participant for one in shown.loose] == ["P02"]


def test_undecided_names_are_told_until_they_are_cut_or_decided(room: Any) -> None:
    room.name("brev")
    assert [len(one.undecided) for one in board(room.study).quotes] == [0, 0, 2]


def test_a_spared_mention_is_shown_and_its_place_is_known(room: Any) -> None:
    transcript = transcript_lookup.load(room.study, room.ids["P01"])
    entity_id = room.study.live("entity")[0]["id"]
    at = transcript.text.index("Torhilds")
    entities.except_mention(room.study, entity_id, transcript.id, at, at + 8)
    quote = board(room.study).themes[0].quotes[1]
    assert quote.text.endswith("Torhilds")
    assert [quote.text[start:end] for start, end in quote.spared] == ["Torhilds"]


def test_spread_counts_and_warns(room: Any) -> None:
    whole, trust, letters = spread(board(room.study), ["P01", "P02", "P09"])
    assert dict(whole.quotes) == {"P01": 2, "P02": 1, "P09": 0}
    assert whole.words["P02"] == 11
    assert "2 of the 2 quotes" in trust.warning
    assert "P01" in trust.warning
    assert letters.warning == whole.warning == ""


def test_an_english_study_speaks_english(make_room: Callable[[str], Any]) -> None:
    made = make_room("en")
    made.transcript("P01", "I: And then?", "P: They rang me back the same day.")
    made.person("P01", gender="Woman", age="34")
    made.quote("P01", "They rang me back")
    assert board(made.study).loose[0].attribution == "Woman, 30s"


@pytest.mark.parametrize(
    ("begin", "expected"),
    [(None, "P07 turn 12"), (751_000, "P07 turn 12 (12:31)"), (3_751_000, "P07 turn 12 (1:02:31)")],
)
def test_reference(begin: int | None, expected: str) -> None:
    assert reference("P07", 12, begin) == expected


def test_a_quote_beyond_its_text_is_refused_not_searched_for_ever(room: Any) -> None:
    room.transcript("P09", "I: Hva så?", "P: Så gikk jeg hjem og la meg.")
    room.person("P09", gender="Kvinne", age="44")
    room.quote("P09", "gikk jeg hjem")
    with room.study.writing("test.damage", {}) as writer:
        writer.update("coding", room.study.live("coding")[-1]["id"], {"end": 99_999_999})
    with pytest.raises(StudyError, match="outside"):
        board(room.study)
