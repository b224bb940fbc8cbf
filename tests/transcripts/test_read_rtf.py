"""Rich text as Word, LibreOffice, TextEdit and f4 write it: signs, bold, tables, notes, comments, odd files."""

from pathlib import Path
from unicodedata import normalize

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers import rtf_file

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 A;}"
    rb"}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title Samtale 7}{\author Anna}}"
    rb"\uc1\pard\f0 "
)


def drafted(body: bytes, *, end: bytes = b"}") -> Draft:
    return rtf_file.read(HEAD + body + end, Cleaner(), "P07.rtf", None)


def told(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


def blocks(draft: Draft) -> list[tuple[str, Block]]:
    return [(line.text, line.block) for line in draft.lines]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"bl\'e5b\'e6r og \'f8l", "blåbær og øl"),
        (rb"bl\u229?b\u230\'e6r", "blåbær"),
        (rb"\uc0 bl\u229 b\u230 r", "blåbær"),
        (rb"{\uc2 \u229 xxb}", "åb"),
        (rb"A\u778?", "Å"),
        (rb"\u-10179?\u-8704?", "\U0001f600"),
        (rb"\uc0 \u55357\uc1 \u56832\'3f", "\U0001f600"),
        (rb"\u-10179? x", "\ufffd x"),
        (rb"{\f2 \'e4\'e0}", "да"),
        (rb"{\f1 \'b7}\tab x", "\uf0b7\tx"),
        (rb"\lquote a\rquote  \endash  \{b\}\~c\_d", "‘a’ – {b}\u00a0c\u2011d"),
        (b"et\r\nord", "etord"),
        (rb"{\*\ukjent borte}her", "her"),
        (rb'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt lenke}}', "lenke"),
        (rb"{\pict\pngblip 89504e47}etter", "etter"),
        (rb"{\listtext 1.\tab}punkt", "punkt"),
        (rb"{\upr{a?}{\*\ud{a\u230?}}}", "aæ"),
    ],
)
def test_signs_and_groups(body: bytes, text: str) -> None:
    assert [normalize("NFC", line) for line in told(drafted(body + rb"\par"))] == [text]


def test_binary_data_is_passed_over() -> None:
    assert told(drafted(rb"{\pict\bin8 }}{{\x\\}f" + b"\xc3\xb8r\\par")) == ["fÃ¸r"]


def test_lines_bold_leads_and_facts() -> None:
    draft = drafted(rb"{\b Anna Berg:} Hvor?\par \b Bo\b0  Her.\line Og der.\par\plain Slutt\par")
    assert [(line.text, line.lead) for line in draft.lines] == [
        ("Anna Berg: Hvor?", "Anna Berg:"), ("Bo Her.", "Bo"), ("Og der.", ""), ("Slutt", ""),
    ]  # fmt: skip
    assert draft.facts == {"title": "Samtale 7"}
    assert draft.encoding == "cp1252"


def test_a_table_of_speaker_and_text() -> None:
    row = rb"\trowd\cellx2000\cellx9000\pard\intbl %b\cell %b\cell\row "
    body = rb"F\'f8r\par " + row % (b"I", rb"S\'e5?") + row % (b"P07", rb"Ja.\par Tja.") + rb"\pard Etter\par"
    assert [(line.text, line.cell) for line in drafted(body).lines] == [
        ("Før", ""), ("Så?", "I"), ("Ja.", "P07"), ("Tja.", ""), ("Etter", ""),
    ]  # fmt: skip


def test_notes_boxes_heads_and_feet() -> None:
    body = (
        rb"{\header Intervju P07\par}{\footerl Side {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        rb"{\headerr Intervju P07\par}"
        rb"I: S\'e5?\par P: Ja{\footnote {\super 1} Ler.\par} visst.\par"
        rb" Og{\shp{\*\shpinst{\sp{\sn x}{\sv 2}}{\shptxt I boksen\par}}{\shprslt I boksen\par}} s\'e5.\par"
    )
    assert blocks(drafted(body)) == [
        ("Intervju P07", Block.RUNNING_HEAD), ("I: Så?", Block.WORDS), ("P: Ja visst.", Block.WORDS),
        ("1 Ler.", Block.FOOTNOTE), ("Og så.", Block.WORDS), ("I boksen", Block.WORDS), ("Side 1", Block.RUNNING_HEAD),
    ]  # fmt: skip


def test_comments_are_remarks_on_their_words() -> None:
    body = (
        rb"I: S\'e5?\par P: Jeg {\*\atrfstart 3}bor her{\*\atrfend 3}{\*\atnid BV}{\*\atnauthor B. Vik}\chatn"
        rb"{\*\annotation{\*\atnref 3}{\*\atndate 1}H\'f8r p\'e5 nytt\par} n\'e5{\*\annotation Punkt}.\par"
    )
    draft = drafted(body)
    assert told(draft) == ["I: Så?", "P: Jeg bor her nå."]
    found = [(one.text, one.author, draft.lines[one.line].text[one.start : one.end]) for one in draft.remarks]
    assert found == [("Hør på nytt", "B. Vik", "bor her"), ("Punkt", "", "")]
    assert draft.remarks[1].start == len("P: Jeg bor her nå")


def test_deleted_words_are_counted_and_hidden_ones_kept_as_notes() -> None:
    draft = drafted(rb"P: Ja{\deleted  nei}{\v skjult} da.\par")
    assert blocks(draft) == [("P: Ja da.", Block.WORDS), ("skjult", Block.NOTE)]
    assert any("places: 1" in warning for warning in draft.warnings)


def test_f4_marks_give_times(tmp_path: Path) -> None:
    path = tmp_path / "P07.rtf"
    path.write_bytes(HEAD + rb"I: S\'e5? #00:00:04-5#\par P: Ja. #00:03:10-5#\par}")
    preview = read_file(path)
    assert [(turn.speaker, turn.text, turn.end_ms) for turn in preview.turns] == [
        ("I", "Så?", 4500), ("P", "Ja.", 190_500),
    ]  # fmt: skip
    assert preview.format == "rtf"


def test_textedit_on_a_mac() -> None:
    data = b"{\\rtf1\\ansi\\ansicpg10000\\cocoartf2\n"
    data += b"{\\fonttbl\\f0\\fswiss\\fcharset77 Helvetica;}\n\\f0 bl\\'8cb\\'ber\\\nmer\\\n}"
    draft = rtf_file.read(data, Cleaner(), "x.rtf", None)
    assert told(draft) == ["blåbær", "mer"]
    assert told(rtf_file.read(rb"{\rtf1\ansi \'9b}", Cleaner(), "x.rtf", "cp850")) == ["ø"]


def test_a_file_cut_off_says_so_and_braces_too_many_are_no_matter() -> None:
    cut = drafted(rb"P: Ja {\b og", end=b"")
    assert told(cut) == ["P: Ja og"]
    assert any("ends in the middle" in warning for warning in cut.warnings)
    assert told(drafted(rb"P: Ja\par", end=b"}}}}")) == ["P: Ja"]


def test_refusals() -> None:
    with pytest.raises(TranscriptError, match="nested deeper"):
        drafted(b"{" * 3000)
    with pytest.raises(TranscriptError, match="no encoding"):
        rtf_file.read(HEAD + b"}", Cleaner(), "x.rtf", "rart")


@pytest.mark.parametrize(
    "word", [rb"\u99999999 ", rb"\uc-3 ", rb"\f-1 ", rb"\bin-5 ", rb"\cell ", rb"\row\row ", rb"\'zz", b"\\"]
)
def test_odd_words_do_no_harm(word: bytes) -> None:
    assert "Ja." in " ".join(told(drafted(word + rb"xy\par Ja.\par")))
