"""The report of odd characters."""

import pytest

from workbench.transcripts.repairs.odd import Odd, OddKind, report


def kinds(text: str) -> set[OddKind]:
    return {one.kind for one in report(text)}


@pytest.mark.parametrize(
    ("text", "kind", "sign", "count"),
    [
        ("Ja.\n\uf0fc bolig\n\uf0fc arbeid", OddKind.SYMBOL_FONT, "\uf0fc", 2),
        ("bl\ufffdb\ufffdr", OddKind.BROKEN, "\ufffd", 2),
        ("ja \u202enei", OddKind.DIRECTION, "\u202e", 1),
        ("ja \u2400 nei", OddKind.CONTROL, "\u2400", 1),
        ("ja \x1b[31m nei", OddKind.CONTROL, "\x1b", 1),
        ("over\u00adskrift", OddKind.INVISIBLE, "\u00ad", 1),
        ("10\u00a0000", OddKind.BLANK, "\u00a0", 1),
        ("\ufb01sk", OddKind.LIGATURE, "\ufb01", 1),
        ("•\tbolig\n•\tarbeid", OddKind.BULLET_TAB, "•", 2),
        ("har han ”sovet i to år” eller ”annet”", OddKind.BOTH_ENDS, "”", 2),
        ("han sa «jeg går hjem og ble der", OddKind.UNCLOSED, "«", 1),
        ('han sa "jeg går hjem', OddKind.UNCLOSED, '"', 1),
        ("ja – nei − jo", OddKind.DASHES, "−", 1),
        ("- ja\n– nei", OddKind.DASHES, "-", 1),
        ("ting… mitt….. og", OddKind.ELLIPSES, "…..", 1),
        ("i MidtFORSKNING er", OddKind.GLUED, "idtFORSKNING", 1),
        ("på www.enhet-a.nowww.enhet-b.no", OddKind.GLUED, "www.enhet-a.nowww.enhet-b.no", 1),
        ("hun er19 år", OddKind.GLUED, "er19 år", 1),
    ],
)
def test_odd_signs_are_counted(text: str, kind: OddKind, sign: str, count: int) -> None:
    assert (kind, sign, count) in [(one.kind, one.sign, one.count) for one in report(text)]


def test_an_entry_says_where_the_first_stands() -> None:
    (one,) = report("Ja.\nNei, og så kom det \uf0fc bolig der.\n\uf0fc")
    assert one == Odd(OddKind.SYMBOL_FONT, "\uf0fc", 2, 2, "Nei, og så kom det \uf0fc bolig der.")


def test_six_ways_of_writing_an_ellipsis_are_six_entries() -> None:
    text = "a … b. … c… d…. e….. f……"
    assert [one.kind for one in report(text)] == [OddKind.ELLIPSES] * len(report(text)) and len(report(text)) >= 5


@pytest.mark.parametrize(
    "text",
    ["", "Ja. «Nei», sa hun – og «jo».", "“Ja” og “nei”…", "Han sa «at «dette» var nok», ja.", "5–6 år, f.eks. 10-12"],
)
def test_ordinary_text_is_not_odd(text: str) -> None:
    assert not kinds(text)
