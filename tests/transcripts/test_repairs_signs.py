"""Single signs, text that is not NFC, marks of footnotes."""

import unicodedata

import pytest

from workbench.study.repairs import Repair, RepairKind, applied
from workbench.transcripts.lines import Block, Line
from workbench.transcripts.repairs import find, spans_of


def found(*texts: str, captions: bool = False) -> tuple[str, tuple[Repair, ...]]:
    lines = [Line(text) for text in texts]
    original = "\n".join(texts)
    return original, find(original, list(spans_of(lines)), captions=captions)


def repaired(*texts: str) -> str:
    original, repairs = found(*texts)
    return applied(original, [one for one in repairs if one.sure])


@pytest.mark.parametrize(
    ("written", "read", "kind"),
    [
        ("to \ufb01sker på \ufb02åten", "to fisker på flåten", RepairKind.LIGATURE),
        ("e\ufb03sient ka\ufb00e", "effisient kaffe", RepairKind.LIGATURE),
        ("hel\u00adse\u00adtje\u00adneste", "helsetjeneste", RepairKind.SOFT_HYPHEN),
        ("hel\u00ad\nse", "helse", RepairKind.SOFT_HYPHEN),
        ("10\u00a0000 kr\u202fi\u2009dag", "10 000 kr i dag", RepairKind.SPACING),
        ("over\u200bskrift", "overskrift", RepairKind.SPACING),
        ("\uf0fc bolig", "• bolig", RepairKind.BULLET),
        ("\uf0b7\tbolig", "•\tbolig", RepairKind.BULLET),
        ("pa\u030a A\u030as", "på Ås", RepairKind.NFC),
        (" og så gikk vi", "og så gikk vi", RepairKind.PAGE_BREAK_BLANK),
        ("\u00a0og så gikk vi", "og så gikk vi", RepairKind.PAGE_BREAK_BLANK),
    ],
)
def test_signs_become_what_they_stand_for(written: str, read: str, kind: RepairKind) -> None:
    assert repaired("Ja.", *written.split("\n"), "Så?") == f"Ja.\n{read}\nSå?"
    assert {one.kind for one in found("Ja.", *written.split("\n"), "Så?")[1]} == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dette er et f o r s l a g", RepairKind.SPACING),
        ("P bolig for alle\nP arbeid for alle", RepairKind.BULLET),
        ("ü\tbolig\nü\tarbeid", RepairKind.BULLET),
        ("\ue123 bolig", RepairKind.BULLET),
        ("LAR\u00admedisin", RepairKind.SOFT_HYPHEN),
    ],
)
def test_signs_that_may_mean_something_else_are_asked_about(text: str, kind: RepairKind) -> None:
    _, repairs = found("Ja.", *text.split("\n"))
    assert repairs and {(one.kind, one.sure) for one in repairs} == {(kind, False)}


@pytest.mark.parametrize(
    "text", ["👩\u200d🔬 ja", "a a a a a", "P: ja\nP: nei", "P Hei", "jeg så en Ø der\nog en å her"]
)
def test_ordinary_signs_stay(text: str) -> None:
    assert not found("Ja.", *text.split("\n"))[1]


def test_a_text_in_another_form_becomes_nfc_and_its_words_are_still_seen() -> None:
    text = unicodedata.normalize("NFD", "Æsj, blåbærsyltetøy på brødskiva, sa Åse på øya, éi gang til så går vi nå.")
    original, repairs = found(text, " så \ufb01sk\u00a0på")
    assert applied(original, repairs) == unicodedata.normalize("NFC", text) + "\nså fisk på"
    assert all(one.end - one.start <= 3 for one in repairs)


def test_marks_of_footnotes_are_asked_about_when_the_notes_are_there() -> None:
    text = "Det gjelder TSB1. I 20159 var det annerledes med husleia2 og"
    _, repairs = found(text, "1 Se rapporten.", "2 Samme sted.", "9 Tall fra byen.")
    assert [(one.kind, one.sure) for one in repairs] == [(RepairKind.FOOTNOTE_MARK, False)] * 3
    original, repairs = found(text, "1 Se rapporten.", "2 Samme sted.", "9 Tall fra byen.")
    assert applied(original, repairs).startswith("Det gjelder TSB. I 2015 var det annerledes med husleia og")


def test_codes_are_no_marks_of_footnotes() -> None:
    assert not found("Jeg så det på NRK1 og TV2, og P07 og covid19 og mp3", "Informant1: ja", "Informant2: nei")[1]


def test_a_note_marked_as_one_counts() -> None:
    lines = [Line("Prosent4 av dem"), Line("4 Avrundet.", block=Block.FOOTNOTE)]
    original = "\n".join(line.text for line in lines)
    (one,) = find(original, list(spans_of(lines)), captions=False)
    assert one.kind is RepairKind.FOOTNOTE_MARK and not one.sure
