"""What stands beside the talk in Word documents: comments, notes, heads and feet, hidden and deleted words."""

import io
from pathlib import Path
from typing import Any
from unicodedata import normalize

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from samples import element, with_lines

from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.packages import Package
from workbench.transcripts.readers import docx_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def drafted(document: Any) -> Draft:
    buffer = io.BytesIO()
    document.save(buffer)
    return docx_file.read(Package(buffer.getvalue(), "P07.docx"), Cleaner())


def add_notes(document: Any, kind: str, notes: dict[str, str]) -> None:
    body = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
        for number, text in notes.items()
    )
    xml = f'<w:{kind}s xmlns:w="{W}">{body}</w:{kind}s>'.encode()
    part = Part(PackURI(f"/word/{kind}s.xml"), f"application/vnd.{kind}s+xml", xml, document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))


def refer(paragraph: Any, kind: str, number: str) -> None:
    run = element("w:r")
    run.append(element(f"w:{kind}Reference", id=number))
    paragraph._p.append(run)


def told(draft: Draft) -> list[tuple[str, Block]]:
    return [(line.text, line.block) for line in draft.lines]


def test_a_comment_is_a_remark_on_its_words() -> None:
    document = with_lines("I: Så?", "P: ")
    paragraph = document.paragraphs[1]
    paragraph.add_run("Jeg ")
    run = paragraph.add_run("bor her")
    paragraph.add_run(" nå.")
    document.add_comment([run], text="Hør på nytt", author="B. Vik", initials="B")
    draft = drafted(document)
    (remark,) = draft.remarks
    assert (remark.line, remark.text, remark.author) == (1, "Hør på nytt", "B. Vik")
    assert draft.lines[1].text[remark.start : remark.end] == "bor her"


def test_a_comment_after_decomposed_letters_and_a_line_break_stays_on_its_words() -> None:
    document = with_lines("P: A\u030a na\u030a")
    run = document.paragraphs[0].add_run()
    run.add_break()
    run.add_text("mer ")
    last = document.paragraphs[0].add_run("til slutt")
    document.add_comment([last], text="?", author="B", initials="B")
    draft = drafted(document)
    (remark,) = draft.remarks
    assert draft.lines[remark.line].text[remark.start : remark.end] == "til slutt"
    assert normalize("NFC", draft.lines[0].text) == "P: Å nå"


def test_a_comment_over_two_paragraphs_is_on_the_first() -> None:
    document = with_lines("I: Så?", "P: Ja.", "Og nei.")
    document.add_comment([document.paragraphs[1].runs[0], document.paragraphs[2].runs[0]], text="x", author="B")
    (remark,) = drafted(document).remarks
    assert (remark.line, remark.start, remark.end) == (1, 0, len("P: Ja."))


def test_a_comment_in_a_table_follows_its_cell() -> None:
    document = with_lines("Før")
    made = document.add_table(rows=1, cols=2)
    made.rows[0].cells[0].text, made.rows[0].cells[1].text = "P07", "Ja visst."
    document.add_comment([made.rows[0].cells[1].paragraphs[0].runs[0]], text="sikker?", author="B")
    document.add_comment([made.rows[0].cells[0].paragraphs[0].runs[0]], text="hvem?", author="B")
    draft = drafted(document)
    assert (draft.lines[1].cell, draft.lines[1].text) == ("P07", "Ja visst.")
    assert {(one.line, one.start, one.end, one.text) for one in draft.remarks} == {
        (1, 0, 9, "sikker?"), (1, 0, 0, "hvem?"),
    }  # fmt: skip


def test_a_comment_on_deleted_words_is_kept() -> None:
    document = with_lines("I: Så?", "P: Ja.")
    run = document.paragraphs[1].add_run("borte")
    document.add_comment([run], text="hvorfor?", author="B")
    gone = element("w:del", id="1", author="A")
    paragraph = document.paragraphs[1]._p
    for child in list(paragraph)[1:]:
        gone.append(child)
    paragraph.append(gone)
    draft = drafted(document)
    assert [one.text for one in draft.remarks] == ["hvorfor?"]
    assert draft.lines[1].text == "P: Ja."


def test_notes_stand_after_their_paragraph() -> None:
    document = with_lines("I: Så?", "P: Ja.", "I: Mm.")
    add_notes(document, "footnote", {"1": "Ler."})
    add_notes(document, "endnote", {"4": "Jf. P02."})
    refer(document.paragraphs[1], "footnote", "1")
    refer(document.paragraphs[1], "endnote", "4")
    assert told(drafted(document)) == [
        ("I: Så?", Block.WORDS), ("P: Ja.", Block.WORDS), ("Ler.", Block.FOOTNOTE), ("Jf. P02.", Block.FOOTNOTE),
        ("I: Mm.", Block.WORDS),
    ]  # fmt: skip


def test_heads_and_feet_are_running_heads_and_stand_once() -> None:
    document = with_lines("I: Så?", "P: Ja.")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Intervju P07, fortrolig"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Intervju P07, fortrolig"
    section.footer.paragraphs[0].text = "Side 1"
    assert told(drafted(document)) == [
        ("Intervju P07, fortrolig", Block.RUNNING_HEAD), ("I: Så?", Block.WORDS), ("P: Ja.", Block.WORDS),
        ("Side 1", Block.RUNNING_HEAD),
    ]  # fmt: skip


def test_hidden_words_are_notes_and_deleted_words_are_counted() -> None:
    document = with_lines("I: Så?", "P: Ja.")
    document.paragraphs[1].add_run("skjult").font.hidden = True
    for _ in range(2):
        gone, run = element("w:del", id="1", author="A"), element("w:r")
        run.append(element("w:delText", "borte"))
        gone.append(run)
        document.paragraphs[1]._p.append(gone)
    draft = drafted(document)
    assert told(draft)[1:] == [("P: Ja.", Block.WORDS), ("skjult", Block.NOTE)]
    assert any("deleted" in warning and "places: 2" in warning for warning in draft.warnings)
    assert any("Hidden" in warning and warning.endswith("1.") for warning in draft.warnings)


def test_symbols_keep_their_code_and_facts_are_told() -> None:
    document = with_lines("P: Ja ")
    document.paragraphs[0].runs[0]._r.append(element("w:sym", font="Wingdings", char="F04A"))
    document.core_properties.title = "Samtale 7"
    draft = drafted(document)
    assert draft.lines[0].text == "P: Ja \uf04a"
    assert draft.facts["title"] == "Samtale 7"


def test_the_shape_teams_exports(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Møte om hjelpemidler")
    for name, time, text in [("Anna Berg", "0:03", "Hvor bor du?"), ("Bo Vik", "1:07", "Ved sjøen.")] * 2:
        head = document.add_paragraph()
        head.add_run(name).bold = True
        head.add_run(f"   {time}")
        document.add_paragraph(text)
    document.save(str(tmp_path / "P07.docx"))
    turns = read_file(tmp_path / "P07.docx").turns
    assert [(one.speaker, one.begin_ms, one.text) for one in turns[-2:]] == [
        ("Anna Berg", 3000, "Hvor bor du?"), ("Bo Vik", 67_000, "Ved sjøen."),
    ]  # fmt: skip
