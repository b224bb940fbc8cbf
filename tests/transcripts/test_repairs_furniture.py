"""Page numbers and running heads among lines of talk, and numbers that are answers."""

import textwrap

from workbench.study.repairs import Repair, RepairKind, applied
from workbench.transcripts.lines import Block, Line
from workbench.transcripts.repairs import find, spans_of

PROSE = (
    "Vi satt ute på trappa hele kvelden og snakket om hvordan det hadde vært å vokse opp der ute ved fjorden, med båten"
    " og nøstet og alle som kom innom for å låne noe, og om hvor stille det ble da ferja sluttet å gå om vinteren. "
)


def lines_of(*texts: str, page: int = 0) -> list[Line]:
    return [Line(text, follows=True, page=page) for text in texts]


def wrapped(times: int = 1, width: int = 62) -> list[str]:
    return textwrap.wrap(PROSE * times, width)


def found(lines: list[Line], *, captions: bool = False) -> tuple[str, tuple[Repair, ...]]:
    original = "\n".join(line.text for line in lines)
    return original, find(original, list(spans_of(lines)), captions=captions)


def repaired(lines: list[Line], *, captions: bool = False) -> str:
    original, repairs = found(lines, captions=captions)
    return applied(original, [one for one in repairs if one.sure])


def with_furniture(*pairs: tuple[int, list[str]]) -> list[Line]:
    """Prose with lines put in before the numbered lines."""
    lines = wrapped(4)
    for at, texts in sorted(pairs, reverse=True):
        lines[at:at] = texts
    return lines_of(*lines)


def test_a_number_and_a_head_inside_a_sentence_go() -> None:
    lines = with_furniture((2, ["82", "ABC-rapport 2014:7"]), (8, ["121", "ABC-rapport 2014:7"]))
    assert repaired(lines) == "\n".join(wrapped(4))
    kinds = [one.kind for one in found(lines)[1]]
    assert kinds == [RepairKind.PAGE_NUMBER, RepairKind.RUNNING_HEAD] * 2


def test_a_head_on_one_page_only_is_proposed() -> None:
    _, repairs = found(with_furniture((2, ["82", "ABC-rapport 2014:7"])))
    assert [(one.kind, one.sure) for one in repairs] == [
        (RepairKind.PAGE_NUMBER, True),
        (RepairKind.RUNNING_HEAD, False),
    ]


def test_a_head_with_its_number_far_out_at_the_right_goes() -> None:
    lines = with_furniture(*((at, [f"Intervju P17{' ' * 58}side {page}"]) for page, at in enumerate((2, 6, 9), 1)))
    assert repaired(lines) == "\n".join(wrapped(4))


def test_heads_with_rising_numbers_go_with_and_without_a_blank() -> None:
    lines = with_furniture((2, ["6 FAGBLAD"]), (5, ["7FAGBLAD"]), (8, ["13FAGBLAD"]), (11, ["55FAGBLAD"]))
    assert repaired(lines) == "\n".join(wrapped(4))


def test_numbers_that_fall_are_no_pages() -> None:
    lines = with_furniture((2, ["33 fisker"]), (5, ["7 fisker"]), (8, ["13 fisker"]))
    assert not found(lines)[1]


def test_a_lone_number_between_two_halves_of_a_sentence_goes() -> None:
    assert repaired(with_furniture((2, ["82"]))) == "\n".join(wrapped(4))
    assert repaired(with_furniture((2, ["– 82 –"]))) == "\n".join(wrapped(4))
    assert repaired(with_furniture((2, ["Side 82 av 140"]))) == "\n".join(wrapped(4))


def test_a_number_that_is_an_answer_stays() -> None:
    talk = lines_of("Hvor mange barn har du?", "5", "Å ja, så mange.", "Og hvor gamle er de?", "12", "alle sammen?")
    assert repaired(talk) == "\n".join(line.text for line in talk)
    assert not found(talk)[1]
    unmarked = lines_of("hvor mange barn har du", "5", "ja så mange", "og hvor gamle er de", "12", "ja")
    assert not any(one.sure for one in found(unmarked)[1])
    assert not found(unmarked, captions=True)[1]


def test_labelled_answers_stay() -> None:
    talk = lines_of(*["I: Hvor mange da", "P07: 5", "I: og så", "P07: 6", "I: mm", "P07: 7"] * 4)
    assert not found(talk)[1]


def test_numbers_that_rise_with_the_pages_go() -> None:
    lines: list[Line] = []
    for page in range(1, 6):
        lines += lines_of("Da var det slutt for i dag.", *wrapped(2), str(page + 10), page=page)
    text = repaired(lines)
    assert not any(str(number) in text.split("\n") for number in range(11, 16))


def test_a_head_at_the_edges_of_pages_goes() -> None:
    lines: list[Line] = []
    for page in range(1, 6):
        lines += lines_of("Livet ved fjorden", *wrapped(2), page=page)
    assert "Livet ved fjorden" not in repaired(lines)


def test_what_the_reader_marked_goes_everywhere() -> None:
    lines = [Line("Livet ved fjorden", block=Block.RUNNING_HEAD), Line("Ja."), Line("7", block=Block.RUNNING_HEAD)]
    original, repairs = found(lines)
    assert applied(original, repairs) == "Ja."
    assert [one.kind for one in repairs] == [RepairKind.RUNNING_HEAD, RepairKind.PAGE_NUMBER]


def test_headings_of_a_guide_and_small_answers_stay() -> None:
    talk = [
        "Spørsmål 1",
        "Hvordan var det?",
        "Det var fint.",
        "Spørsmål 2",
        "Og nå?",
        "Mm",
        "Det var fint.",
        "Spørsmål 3",
    ]
    assert not found(lines_of(*talk))[1]
    between = ["så var jeg på", "Ja ikke sant", "sykehuset da", "og så var vi på", "Ja ikke sant", "butikken igjen"]
    others = ["men jeg sto der", "Ja ikke sant", "lenge og venta", "mens de var på", "Ja ikke sant", "kaia der nede"]
    assert not found(lines_of(*between, *others))[1]


def test_a_file_of_heads_only_becomes_empty() -> None:
    lines = [Line("Livet", block=Block.RUNNING_HEAD)] * 3
    original, repairs = found(lines)
    assert applied(original, repairs).strip() == ""


def test_a_sentence_that_a_head_cut_in_two_goes_on_in_its_line() -> None:
    names = ("Ane", "Bo", "Cato", "Dina", "Eli", "Finn", "Gro", "Hans")
    whole = [f"Da {name} kom dit, var det ingen som visste at de skulle komme i det hele tatt." for name in names]
    first, second = (line.partition(" visste")[0] for line in whole[2:4])
    rest = whole[2].partition(" som ")[2]
    cut = [*whole[:2], first, "7 FAGBLAD", rest, second, "8 FAGBLAD", rest, *whole[4:]]
    assert repaired(lines_of(*cut)) == "\n".join(whole)
    # Where it is not sure of all that stands between, the lines are left as they are.
    two = [*whole[:2], first, "7 FAGBLAD", "82", rest, second, "8 FAGBLAD", rest, *whole[4:]]
    assert f"{first}\n82\n{rest}\n{whole[3]}\n" in repaired(lines_of(*two))


def test_the_end_of_a_sentence_before_a_head_stays_the_end_of_its_line() -> None:
    talk = [
        "Det var slik det begynte den gangen ute på øya.",
        "7 FAGBLAD",
        "Siden ble det annerledes for oss alle der.",
    ]
    cut = ["Vi gikk ned til", "8 FAGBLAD", "vannet den kvelden.", "Der satt han som", "9 FAGBLAD", "hadde ringt."]
    assert repaired(lines_of(*talk, *cut)) == (
        "Det var slik det begynte den gangen ute på øya.\nSiden ble det annerledes for oss alle der.\n"
        "Vi gikk ned til vannet den kvelden.\nDer satt han som hadde ringt."
    )
