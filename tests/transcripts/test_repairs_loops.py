"""Loops of speech recognisers, and people who repeat themselves."""

import pytest

from workbench.study.repairs import Repair, RepairKind, applied
from workbench.transcripts.lines import Line
from workbench.transcripts.repairs import find, spans_of


def found(texts: list[str], *, captions: bool = True) -> tuple[str, tuple[Repair, ...]]:
    lines = [Line(text) for text in texts]
    original = "\n".join(texts)
    return original, find(original, list(spans_of(lines)), captions=captions)


def repaired(texts: list[str]) -> str:
    original, repairs = found(texts)
    return applied(original, [one for one in repairs if one.sure])


def test_cues_that_repeat_leave_one() -> None:
    loop = ["Jeg husker katten ved døra."] * 6
    assert repaired(["Det var kaldt.", *loop, "Ja."]) == "Det var kaldt.\nJeg husker katten ved døra.\nJa."


def test_a_phrase_that_repeats_inside_and_over_cues_leaves_one() -> None:
    loop = "takk for at du så på "
    assert repaired(["og da sa jeg " + loop * 3, (loop * 3).strip(), "Ja."]) == "og da sa jeg takk for at du så på\nJa."


def test_a_long_sentence_that_repeats_leaves_one() -> None:
    loop = "Vi gikk langs stranda og så på båtene som kom inn om kvelden, og så gikk vi hjem igjen og laget mat."
    assert repaired([loop] * 3) == loop


@pytest.mark.parametrize(
    "talk",
    [
        "nei nei nei",
        "Ja ja ja. Ja ja ja, ja.",
        "nei nei nei nei nei nei nei nei nei nei",
        "ja da, ja da, ja da, ja da",
        "det går bra, det går bra, det går bra",
        "mm mm mm mm mm",
        "vi gikk og gikk og gikk og gikk og gikk",
        "ti, tjue, tretti, førti, femti",
    ],
)
def test_people_repeat_themselves(talk: str) -> None:
    for captions in (True, False):
        assert not found(["Hva skjedde?", talk, "Akkurat."], captions=captions)[1]


def test_outside_captions_a_loop_is_a_proposal() -> None:
    _, repairs = found(["Jeg husker katten ved døra. " * 5], captions=False)
    assert [(one.kind, one.sure) for one in repairs] == [(RepairKind.LOOP, False)]


def test_forty_times_the_same_word_is_asked_about() -> None:
    _, repairs = found(["ja " * 40])
    assert [(one.kind, one.sure) for one in repairs] == [(RepairKind.LOOP, False)]


def test_people_who_take_turns_are_no_loop() -> None:
    assert not found(["I: Er du enig", "P: Er du enig"] * 5, captions=False)[1]


def test_two_cues_alike_are_asked_about() -> None:
    _, repairs = found(["Jeg husker katten ved døra den kvelden.", "Jeg husker katten ved døra den kvelden."])
    assert [one.sure for one in repairs] == [False]


@pytest.mark.parametrize(
    "credit", ["Teksting av Odd Fjellheim", "Undertekster av Fjelltekst.org", "Subtitles by Ida Strand"]
)
def test_a_credit_written_over_silence_goes(credit: str) -> None:
    assert repaired(["Ja, det var det.", credit]) == "Ja, det var det.\n"
    assert not found(["Ja, det var det.", credit], captions=False)[1]


@pytest.mark.parametrize("thanks", ["Takk for at du så på!", "Takk for at dere fulgte med.", "Thanks for watching!"])
def test_thanks_may_be_meant(thanks: str) -> None:
    _, repairs = found(["Da var vi ferdige.", thanks])
    assert [one.sure for one in repairs] == [False]


def test_talk_about_subtitles_stays() -> None:
    assert not found(["Jeg jobba med teksting av filmer", "tekst av Jon Havn er fint", "teksting av filmer"])[1]
