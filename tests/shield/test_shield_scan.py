"""Scanning invented interviews: what is found, on which pile, as which entity; and what is left alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import entities, transcripts
from workbench.acts.entities import NewEntity
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.shield import suggest_replacement
from workbench.shield.masks import Shield, masks_for, mentions
from workbench.shield.scan import scan, scan_texts
from workbench.store.lookups.entities import entities as load
from workbench.store.lookups.findings import finding_counts, findings
from workbench.store.lookups.transcripts import load as load_transcript
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, Entity, EntityKind, masked
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript

FIRST = """Jeg bodde på Granvika skole sitt internat, og mannen min Torhild var ikke der.
Da kom Anne-Mari Solvang innom. Vi satt i Fjærveien 14. Anne-Mari sa at Solvangs bil sto på Brattholmen.
Så ringte jeg, og i dag er det vår og liv i gata, men en bjørn så jeg ikke. Etterpå kom ho Liv.
Jeg går på NAV og LAR, får Subutex, og Deres brev kom i mars. Telefonen er 44 07 31 62.
En som heter Krumspring skrev brevet. Det sto i § 3-1 i 2014:7. Hans Brekkes hund, og så Dag."""
SECOND = "da kom torhild innom og ho hadde vært på brattholmen, og det er jo vår, men ho bente sa ingenting."


def found(text: str, language: str = "nb", **known: Entity) -> dict[str, NewEntity]:
    return {one.forms[0]: one for one in scan_texts([(1, "P01", text)], language, list(known.values()))}


def test_names_places_and_numbers_are_found() -> None:
    all_found = found(FIRST)
    assert all_found["Anne-Mari Solvang"].forms == ("Anne-Mari Solvang", "Anne-Mari", "Solvang")
    assert all_found["Anne-Mari Solvang"].kind is EntityKind.PERSON
    assert all_found["Torhild"].sure
    assert all_found["Granvika skole"].kind is EntityKind.ORGANISATION
    assert all_found["Fjærveien 14"].kind is EntityKind.ADDRESS
    assert (all_found["Brattholmen"].kind, all_found["Brattholmen"].sure) == (EntityKind.PLACE, True)
    assert all_found["44 07 31 62"].kind is EntityKind.PHONE
    assert all_found["Krumspring"].kind is EntityKind.PERSON
    assert all(one.reason for one in all_found.values())


def test_names_that_are_words_need_their_capital() -> None:
    all_found = found(FIRST)
    assert all_found["Liv"].match_case
    assert all_found["Dag"].match_case
    assert "Bjørn" not in all_found
    assert "Vår" not in all_found


def test_what_names_nobody_is_left_alone() -> None:
    text = (
        FIRST
        + " I februar gikk De til DPS. Så sa de (ler) XX. Den Gud elsker. Jeg så på TV. Kommunen betalte. NAV-kontoret."
    )
    assert not {
        "NAV",
        "LAR",
        "DPS",
        "Subutex",
        "De",
        "Deres",
        "XX",
        "Gud",
        "TV",
        "Kommunen",
        "Telefonen",
        "Etterpå",
    } & set(found(text))


def test_text_without_capitals() -> None:
    all_found = found(SECOND)
    assert all_found["Torhild"].sure
    assert all_found["Bente"].sure
    assert "vår" not in all_found
    both = {one.forms[0]: one for one in scan_texts([(1, "P01", FIRST), (2, "P02", SECOND)], "nb", [])}
    assert both["Torhild"].forms == ("Torhild",)


def test_two_people_of_one_first_name_stay_apart() -> None:
    text = "Jeg traff Terje Nygård og Terje Brekke, og så gikk Terje hjem. Der satt Brekke."
    all_found = found(text)
    assert all_found["Terje Brekke"].forms == ("Terje Brekke", "Brekke")
    assert "several people" in all_found["Terje"].reason


def test_a_first_name_met_elsewhere_alone_is_not_joined() -> None:
    texts = [(1, "P01", "Så kom Bente Haugland, og Bente satt."), (2, "P02", "Huset er til Bente.")]
    assert {one.forms for one in scan_texts(texts, "nb", [])} == {("Bente Haugland",), ("Bente",)}


def test_known_entities_are_not_proposed_again() -> None:
    known = Entity(1, EntityKind.PERSON, ("Anne-Mari Solvang", "Anne-Mari"))
    names = {form for one in scan_texts([(1, "P01", FIRST)], "nb", [known]) for form in one.forms}
    assert not {"Anne-Mari Solvang", "Anne-Mari"} & names


def test_inhabitants_are_weak() -> None:
    all_found = found("Vi dro til Brattholm. Han er brattholming, det høres.")
    assert not all_found["brattholming"].sure


def test_english() -> None:
    text = (
        "So my husband Gareth and I moved to Thornwick in March. I'd been at Thornwick Primary School. On Monday "
        "Mrs Okell rang. She lives at 12 Harbour Road, and our Shanice said, I hope so. "
        "Gareth's mum is ninety-six years old."
    )
    all_found = found(text, "en")
    assert {"Gareth", "Thornwick", "Thornwick Primary School", "Mrs Okell", "12 Harbour Road", "Shanice"} <= set(
        all_found
    )
    assert not {"I", "March", "Monday", "I'd", "She", "Hope"} & set(all_found)


@pytest.mark.parametrize("text", ["", "   ", "\n", "ja", "…", "JEG HAR DET BRA", "123", "«»"])
def test_odd_texts_hold_nothing(text: str) -> None:
    assert found(text) == {}


# Suggested replacements


def named(number: int, kind: EntityKind, *forms: str, replacement: str = "") -> Entity:
    return Entity(number, kind, forms, Decision.REPLACE if replacement else Decision.UNDECIDED, replacement)


@pytest.mark.parametrize(
    ("kind", "form", "context", "language", "label"),
    [
        (EntityKind.PERSON, "Torhild", "", "nb", "[person 1]"),
        (EntityKind.PERSON, "Torhild", "så kom søstera mi ", "nb", "[søster 1]"),
        (EntityKind.PERSON, "Gareth", "my husband ", "en", "[husband 1]"),
        (EntityKind.PLACE, "Brattholmen", "", "nb", "[sted 1]"),
        (EntityKind.ORGANISATION, "Granvika skole", "", "nb", "[skole 1]"),
        (EntityKind.PHONE, "44 07 31 62", "", "nb", "[telefonnummer 1]"),
        (EntityKind.BIRTH_NUMBER, "148379 30007", "", "en", "[national identity number 1]"),
        (EntityKind.AGE, "14 år gammel", "", "nb", "[14–16 år]"),
        (EntityKind.AGE, "ho er ni", "", "nb", "[ho er 9–11 år]"),
        (EntityKind.AGE, "49 år gammel", "", "nb", "[46–50 år]"),
        (EntityKind.AGE, "14-year-old", "", "en", "[14–16 years]"),
        (EntityKind.PERSON, "Person", "", "nb", "[x 1]"),
    ],
)
def test_suggestions(kind: EntityKind, form: str, context: str, language: str, label: str) -> None:
    assert suggest_replacement(named(1, kind, form), [], context, language) == label


def test_no_two_entities_share_a_suggestion() -> None:
    taken = [
        named(2, EntityKind.PERSON, "Ada", replacement="[Person 1]"),
        named(3, EntityKind.AGE, "15", replacement="[14–16 år]"),
    ]
    assert suggest_replacement(named(1, EntityKind.PERSON, "Torhild"), taken) == "[person 2]"
    assert suggest_replacement(named(4, EntityKind.AGE, "14 år gammel"), taken) == "[14–16 år, 2]"


# In a study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "s", "Prøve", "nb", "K") as made:
        turns = [NewTurn(line, "P", Role.PARTICIPANT, "P01") for line in FIRST.split("\n")]
        transcripts.add(made, NewTranscript("P01", turns, "P01.txt", "txt", "utf-8", "0" * 64))
        yield made


def test_a_scan_is_one_act_and_a_second_one_finds_nothing_new(study: StudyFile) -> None:
    report = scan(study)
    assert report.new == report.sure + report.unsure == len(load(study)) > 8
    again = scan(study)
    assert (again.found, again.new) == (report.found, 0)
    undone = study.undo()
    assert undone is not None
    assert (undone.verb, load(study)) == ("shield.scan", [])


def test_where_a_name_was_seen_is_kept_once(study: StudyFile) -> None:
    scan(study)
    text = load_transcript(study, study.live("transcript")[0]["id"]).text
    person = next(one for one in load(study) if one.name == "Anne-Mari Solvang")
    seen = findings(study, person.id)
    # The first name alone is hers; the genitive of the surname alone is a form of its own to the finders.
    assert [text[one.start : one.end] for one in seen][:2] == ["Anne-Mari Solvang", "Anne-Mari"]
    assert {one.finder for one in seen} == {"names"}
    counts = finding_counts(study)
    assert counts[person.id] == len(seen) and set(counts) == {one.id for one in load(study)}
    phone = next(one for one in load(study) if one.kind is EntityKind.PHONE)
    assert [one.finder for one in findings(study, phone.id)] == ["codes"]
    before = len(study.live("finding"))
    acts = study.value("SELECT count(*) FROM act")
    scan(study)
    assert len(study.live("finding")) == before and study.value("SELECT count(*) FROM act") == acts
    # What comes later is added alone, to whom it belongs.
    turns = [NewTurn("Så kom Anne-Mari Solvang igjen.", "P", Role.PARTICIPANT, "P02")]
    added = transcripts.add(study, NewTranscript("P02", turns, "P02.txt", "txt", "utf-8", "1" * 64))
    scan(study)
    fresh = [one for one in findings(study, person.id) if one.transcript_id == added]
    assert [(one.start, one.end) for one in fresh] == [(7, 24)]
    assert len(study.live("finding")) == before + 1
    torhild = next(one for one in load(study) if "Torhild" in one.forms)
    entities.join(study, torhild.id, person.id)
    assert finding_counts(study)[person.id] == len(seen) + 1 + counts[torhild.id]
    transcripts.remove(study, added)
    assert finding_counts(study)[person.id] == len(seen) + counts[torhild.id]


def test_mentions_and_masks_follow_decisions_and_exceptions(study: StudyFile) -> None:
    scan(study)
    person = next(one for one in load(study) if one.name == "Anne-Mari Solvang")
    listed = [one for one in mentions(study) if one.entity.id == person.id]
    assert [one.words for one in listed] == ["Anne-Mari Solvang", "Anne-Mari", "Solvangs"]
    assert [one.turn for one in listed] == [2, 2, 2]
    assert listed[0].before.endswith("Da kom ")
    assert masks_for(study, listed[0].transcript_id) == []
    entities.decide(study, person.id, Decision.REPLACE, suggest_replacement(person, load(study)))
    text = load_transcript(study, listed[0].transcript_id)
    assert "[person 1] innom" in masked(text.text, masks_for(study, text.id))
    assert "[person 1]s bil" in masked(text.text, masks_for(study, text.id))
    entities.except_mention(study, person.id, text.id, listed[2].start, listed[2].end)
    assert "Solvangs bil" in masked(text.text, masks_for(study, text.id))
    assert len([one for one in mentions(study) if one.entity.id == person.id]) == 2


def test_undecided_names_in_a_passage(study: StudyFile) -> None:
    scan(study)
    transcript = load_transcript(study, mentions(study)[0].transcript_id)
    span = transcript.find("Vi satt i Fjærveien 14")
    assert [one.entity.name for one in Shield.of(study).undecided(transcript, span)] == ["Fjærveien 14"]
    street = next(one for one in load(study) if one.name == "Fjærveien 14")
    entities.decide(study, street.id, Decision.KEEP)
    assert Shield.of(study).undecided(transcript, span) == []
    assert Shield.of(study).undecided(transcript, Span(0, 3)) == []


def test_a_shorter_name_under_a_spared_longer_one_is_still_masked() -> None:
    whole = named(1, EntityKind.ORGANISATION, "Moen Telt", replacement="[firma 1]")
    place = named(2, EntityKind.PLACE, "Moen", replacement="[sted 1]")
    transcript = Transcript(5, "g", "P05", "Det var Moen Telt som kom.", ())
    assert masked(transcript.text, Shield([whole, place]).masks(transcript)) == "Det var [firma 1] som kom."
    spared = Shield([whole, place], [(1, 5, 8, 17)])
    assert masked(transcript.text, spared.masks(transcript)) == "Det var [sted 1] Telt som kom."


def test_a_full_stop_of_an_abbreviation_opens_no_sentence() -> None:
    inside = found("Jeg var innom flere steder, bl.a. Gråsteinsvik, og der satt dr. Tveitnes og ventet på oss.")
    assert {"Gråsteinsvik", "Tveitnes"} <= set(inside)
    assert not found("Vi gikk innom flere steder. Gråsteinen var våt. Tvetydig var det også.")
