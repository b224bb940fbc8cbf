"""Words broken at line ends: kept, joined, left alone, asked about."""

import textwrap
from dataclasses import replace

import pytest

from workbench.study.repairs import Repair, RepairKind, applied
from workbench.transcripts.lines import Block, Line
from workbench.transcripts.repairs import find, spans_of

FILLER = (
    "Jeg flyttet inn om høsten og det var kaldt i rommene, men naboen kom med ved og kaffe, og etter hvert ble vi kjent"
    " med alle i gata. Om vinteren satt vi på kjøkkenet og snakket om fisken, om båten hans og om hvor lenge isen ville"
    " ligge på vannet det året. Da våren kom, malte vi gjerdet sammen og plantet poteter bak uthuset, slik foreldrene "
    "hans hadde gjort, og jeg tenkte at her kunne jeg bli boende lenge, hvis bare pengene rakk til det også. "
)
WIDTH = 64


def lines_of(*texts: str) -> list[Line]:
    return [Line(text, follows=True) for text in texts]


def page(left: str, right: str, more: str = "") -> list[Line]:
    """A page broken for its width on which one line ends in `left` and the next begins with `right`."""
    before = textwrap.wrap(FILLER + more, WIDTH, break_on_hyphens=False)
    lead = "og så ble det til slutt bestemt der og da av alle i huset at den"[: WIDTH - len(left) - 1].rsplit(" ", 1)[0]
    after = textwrap.wrap(right + " " + FILLER[0].lower() + FILLER[1:], WIDTH, break_on_hyphens=False)
    return lines_of(*before, f"{lead} {left}", *after)


def found(lines: list[Line], *, captions: bool = False) -> tuple[str, tuple[Repair, ...]]:
    original = "\n".join(line.text for line in lines)
    return original, find(original, list(spans_of(lines)), captions=captions)


def repaired(lines: list[Line]) -> str:
    original, repairs = found(lines)
    return applied(original, [one for one in repairs if one.sure])


def hyphens(lines: list[Line]) -> list[Repair]:
    return [one for one in found(lines)[1] if one.kind in (RepairKind.HYPHEN, RepairKind.LOST_HYPHEN)]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("LAR-", "medisinen", "LAR-medisinen"),
        ("en-til-en-", "relasjon", "en-til-en-relasjon"),
        ("Nord-", "Norge", "Nord-Norge"),
        ("18-", "åringer", "18-åringer"),
        ("2014-", "2015", "2014-2015"),
        ("tv-", "nyhetene", "tv-nyhetene"),
        ("ikke-", "røykere", "ikke-røykere"),
        ("covid-", "19", "covid-19"),
    ],
)
def test_a_hyphen_of_the_words_own_is_kept(left: str, right: str, whole: str) -> None:
    assert whole in repaired(page(left, right))


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("spe-", "sialisthelsetjenesten", "spesialisthelsetjenesten"),
        ("mest-", "ring", "mestring"),
        ("alko-", "holbruk", "alkoholbruk"),
        ("Tors-", "heim-Lie", "Torsheim-Lie"),
        ("Job-", "bKraft", "JobbKraft"),
        ("rus-", "misbruk.", "rusmisbruk."),
        ("LAR-medi-", "sinen", "LAR-medisinen"),
        ("institu\u2010", "sjonen", "institusjonen"),
        ("BEHAND-", "LINGEN og behandlingen", "BEHANDLINGEN"),
        ("b\u00adspe\u00ad", "sialisten", "bspesialisten"),
        ("spe\x02", "sialisten", "spesialisten"),
    ],
)
def test_a_word_broken_for_the_width_is_put_together(left: str, right: str, whole: str) -> None:
    assert whole in repaired(page(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("behandlings-", "og rehabiliteringstiltak"),
        ("bolig-", "eller tjenestetilbud"),
        ("vil-", "ville si"),
        ("bar-", "men så gikk hun"),
        ("j-", "jeg vet ikke"),
        ("Kari-", "Hun sa det"),
        ("hadde-", "Intervjuer: Ja"),
        ("hadde-", "P07: Ja"),
        ("hadde –", "måtte gå"),
        ("hadde -", "måtte gå"),
        ("hadde--", "måtte gå"),
    ],
)
def test_a_pair_of_words_and_a_word_broken_off_are_left_alone(left: str, right: str) -> None:
    lines = page(left, right)
    assert repaired(lines) == "\n".join(line.text for line in lines)


def test_a_suspended_pair_is_not_even_proposed() -> None:
    assert not hyphens(page("behandlings-", "og rehabiliteringstiltak"))
    assert not hyphens(page("bar-", "men så gikk hun", "Han sa ikke meny, han sa men- altså noe annet. "))


@pytest.mark.parametrize(
    ("left", "right"), [("Hansen-", "Lie"), ("www.enhet-", "a.no"), ("e-", "tjenesten"), ("e-", "posten")]
)
def test_what_only_a_person_can_know_is_proposed(left: str, right: str) -> None:
    (one,) = hyphens(page(left, right))
    assert not one.sure


def test_the_text_itself_tells_a_double_name() -> None:
    assert "Hansen-Lie" in repaired(page("Hansen-", "Lie", "Hun heter Hansen-Lie, sa han. "))


def test_the_text_itself_tells_a_hyphenated_word() -> None:
    assert "nav-kontoret" in repaired(page("nav-", "kontoret", "Vi gikk til nav-kontoret i byen. "))


def test_where_both_ways_of_writing_stand_in_the_text_one_is_asked() -> None:
    (one,) = hyphens(page("bolig-", "kontoret", "Til boligkontoret, altså til bolig-kontoret, gikk vi. "))
    assert not one.sure


def test_where_words_are_broken_off_inside_lines_a_join_needs_the_word() -> None:
    breaking = "Jeg vil- jeg ville si at katten var borte og at skolen sto der. "
    (one,) = hyphens(page("skole-", "katten", breaking))
    assert not one.sure
    assert "boligkontoret" in repaired(page("bolig-", "kontoret", breaking + "Til boligkontoret gikk vi. "))


def test_in_paragraphs_and_captions_a_hyphen_at_the_end_is_the_speakers() -> None:
    paragraphs = lines_of(
        *(f"Det var en gang {'lenge ' * count}siden jeg ville-" for count in range(3, 40, 3)), "men så"
    )
    assert not hyphens(paragraphs)
    lines = page("spe-", "sialisten")
    assert not [one for one in found(lines, captions=True)[1] if one.kind is RepairKind.HYPHEN]


def test_a_short_line_that_ends_in_a_hyphen_is_asked_about() -> None:
    lines = page("x", "y")
    lines[7:7] = lines_of("så spe-", "sialisten var borte")
    assert [one.sure for one in hyphens(lines)] == [False]


def test_a_blank_line_between_makes_it_a_question_but_not_on_pages() -> None:
    lines = page("spe-", "sialisten")
    at = next(number for number, line in enumerate(lines) if line.text.endswith("spe-")) + 1
    lines[at] = replace(lines[at], follows=False)
    assert [one.sure for one in hyphens(lines)] == [False]
    assert [one.sure for one in hyphens([replace(line, page=3) for line in lines])] == [True]


def test_a_file_with_blank_lines_everywhere_is_read_as_one_without() -> None:
    lines = [replace(line, follows=False) for line in page("spe-", "sialisten")]
    assert [one.sure for one in hyphens(lines)] == [True]


def test_two_lines_are_too_few_to_be_sure() -> None:
    (one,) = hyphens(lines_of("Da jeg kom dit fikk jeg snakke med spe-", "sialisten"))
    assert not one.sure


@pytest.mark.parametrize("between", [("82", "ABC-rapport 2014:7"), ("ABC-rapport 2014:7", "82")])
def test_a_word_broken_around_furniture_is_put_together(between: tuple[str, str]) -> None:
    first, second = page("insti-", "tusjonen"), page("spe-", "sialisten")
    at = next(number for number, line in enumerate(first) if line.text.endswith("insti-")) + 1
    also = next(number for number, line in enumerate(second) if line.text.endswith("spe-")) + 1
    other = [text.replace("82", "83") for text in between]
    text = repaired([*first[:at], *lines_of(*between), *first[at:], *second[:also], *lines_of(*other), *second[also:]])
    assert "institusjonen" in text and "spesialisten" in text
    assert "rapport" not in text and "82" not in text


def test_a_number_alone_on_the_next_line_is_no_half_of_a_word() -> None:
    lines = page("rus-", "78")
    at = next(number for number, line in enumerate(lines) if line.text.endswith("rus-")) + 1
    lines[at:] = lines_of("78", "Livet ved fjorden", "og noe mer enn det")
    assert not hyphens(lines)


def test_a_layout_that_breaks_only_where_words_have_hyphens_is_asked_about() -> None:
    lines = page("svart-", "hvitt", "Det var et svart bilde og et hvitt bilde. ")
    assert [one.sure for one in hyphens(lines)] == [False]


def test_english_keeps_many_hyphens_so_one_is_asked() -> None:
    prose = (
        "It was the end of the day and the boats came in and it was the first time that I saw the harbour so still. "
    )
    lines = lines_of(*textwrap.wrap(prose * 3, 60), "and the people who lived there then had a very well-paid self-")
    lines += lines_of("employed life and it was the best they had seen in a long", "time and so on.")
    assert [one.sure for one in hyphens(lines)] == [False]


def test_a_head_the_reader_marked_does_not_part_a_word() -> None:
    lines = page("insti-", "tusjonen")
    at = next(number for number, line in enumerate(lines) if line.text.endswith("insti-")) + 1
    lines.insert(at, Line("Årsmelding for huset", block=Block.RUNNING_HEAD))
    assert "institusjonen" in repaired(lines)


def test_a_lost_hyphen_is_proposed_and_sure_only_when_the_text_proves_it() -> None:
    (proven,) = hyphens(page("viss", "heten", "Vissheten om det var nok. "))
    assert proven.sure and proven.kind is RepairKind.LOST_HYPHEN
    (ending,) = hyphens(page("viss", "heten"))
    assert not ending.sure
    (compound,) = hyphens(page("opplærings", "programmet"))
    assert not compound.sure


@pytest.mark.parametrize(
    ("left", "right", "known"),
    [
        ("olje", "arbeiderens", "oljearbeider"),
        ("rus", "tjenester", "rustjenester"),
        ("data", "maskin", "datamaskinen"),
        ("opp", "leves", "oppleves"),
        ("skade", "reduksjon", "skadereduksjon"),
        ("Tilbake", "meldings-", "tilbakemeldinger tilbakemeldings"),
    ],
)
def test_a_compound_cut_in_two_is_found_by_its_whole(left: str, right: str, known: str) -> None:
    (one,) = hyphens(page(left, right, f"Det er {known} jeg mener. "))
    assert one.kind is RepairKind.LOST_HYPHEN and one.after == ""


def test_line_ends_of_plain_prose_are_no_lost_hyphens() -> None:
    lines = lines_of(*textwrap.wrap(FILLER * 6, 58))
    assert not found(lines)[1]
