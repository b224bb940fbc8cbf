"""Word and OpenDocument files, written here by python-docx and odfdo."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import odfdo
import pytest
from samples import element, odt_of, with_lines

from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file


def said(preview: Preview) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in preview.turns]


def saved(document: Any, folder: Path, name: str = "P07.docx") -> Path:
    path = folder / name
    document.save(str(path))
    return path


def test_paragraphs_with_a_title(tmp_path: Path) -> None:
    preview = read_file(saved(with_lines("Intervju P07, 51 minutter", "I: Så?", "P: Ja.", "", "Og nei."), tmp_path))
    assert said(preview) == [("", "Intervju P07, 51 minutter"), ("I", "Så?"), ("P", "Ja.\nOg nei.")]
    assert preview.turns[0].role is Role.NOT_DATA
    assert (preview.format, preview.participant, preview.warnings) == ("docx", "P07", ())


@pytest.mark.parametrize("colon", [":", ""])
def test_bold_names_are_labels(tmp_path: Path, colon: str) -> None:
    document = docx.Document()
    for name, text in [("Anna Berg", "Hvor bor du?"), ("Bo Vik", "Jeg bor ved sjøen et sted."), ("Anna Berg", "Og?"),
                       ("Bo Vik", "Der er det fint.")]:  # fmt: skip
        paragraph = document.add_paragraph()
        paragraph.add_run(name + colon).bold = True
        paragraph.add_run(" " + text)
    preview = read_file(saved(document, tmp_path))
    assert said(preview)[1] == ("Bo Vik", "Jeg bor ved sjøen et sted.")
    assert len(preview.turns) == 4


def test_bold_words_in_the_talk_are_no_labels(tmp_path: Path) -> None:
    document = with_lines("I: Så?", "P: Ja.")
    for _ in range(3):
        paragraph = document.add_paragraph()
        paragraph.add_run("Jeg").bold = True
        paragraph.add_run(" bestemte det.")
    assert said(read_file(saved(document, tmp_path)))[1] == ("P", "Ja." + "\nJeg bestemte det." * 3)


def test_tab_labels(tmp_path: Path) -> None:
    preview = read_file(saved(with_lines("Interviewer\tSå?", "E01\tJa.", "Interviewer\tMm."), tmp_path, "E01.docx"))
    assert said(preview) == [("Interviewer", "Så?"), ("E01", "Ja."), ("Interviewer", "Mm.")]


def table(rows: list[tuple[str, ...]]) -> Any:
    document = with_lines("Før tabellen")
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Etter tabellen")
    return document


def test_a_table_of_speaker_and_text_is_read_in_its_place(tmp_path: Path) -> None:
    preview = read_file(saved(table([("I", "Så?"), ("P07:", "Ja.\nTja."), ("", "Og nei."), ("I", "Mm.")]), tmp_path))
    assert said(preview) == [
        ("", "Før tabellen"), ("I", "Så?"), ("P07", "Ja.\nTja.\nOg nei."), ("I", "Mm.\nEtter tabellen"),
    ]  # fmt: skip


def test_a_table_with_times_gives_them_to_the_turns(tmp_path: Path) -> None:
    preview = read_file(saved(table([("00:05", "I", "Så?"), ("01:10", "P", "Ja."), ("1:00:00", "I", "Mm.")]), tmp_path))
    assert [turn.begin_ms for turn in preview.turns[1:]] == [5000, 70_000, 3_600_000]
    assert said(preview)[2] == ("P", "Ja.")


def test_a_table_of_other_things_keeps_its_words_in_order(tmp_path: Path) -> None:
    document = table([("Hva", "Når", "Hvem sa hva"), ("møte", "i går", "alle")])
    document.add_paragraph("I: Så?")
    document.add_paragraph("P: Ja.")
    preview = read_file(saved(document, tmp_path))
    assert " ".join(preview.turns[0].text.split()) == "Før tabellen Hva Når Hvem sa hva møte i går alle Etter tabellen"


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    document = with_lines("I: Så?", "P: Jeg")
    paragraph = document.paragraphs[1]._p
    changes = [("ins", "t", " bor"), ("del", "delText", " bodde"), ("moveFrom", "t", " lenge"), ("ins", "t", " her")]
    for tag, inner, text in changes:
        change, run = element(f"w:{tag}", id="1", author="A"), element("w:r")
        run.append(element(f"w:{inner}", text))
        change.append(run)
        paragraph.append(change)
    preview = read_file(saved(document, tmp_path))
    assert preview.turns[1].text == "Jeg bor her"
    assert any("tracked" in warning for warning in preview.warnings)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    document = with_lines("I: Så?", "P: Jeg bor ", "her.", "I: Mm.")
    looks, mark = element("w:pPr"), element("w:rPr")
    mark.append(element("w:del", id="1", author="A"))
    looks.append(mark)
    document.paragraphs[1]._p.insert(0, looks)
    assert said(read_file(saved(document, tmp_path)))[1] == ("P", "Jeg bor her.")


def test_comments_stay_out_of_the_text(tmp_path: Path) -> None:
    document = with_lines("I: Så?", "P: Ja.")
    document.add_comment(document.paragraphs[1].runs, text="Hør på nytt", author="B", initials="B")
    assert said(read_file(saved(document, tmp_path)))[1] == ("P", "Ja.")


def test_line_breaks_tabs_hyphens_links_and_text_boxes(tmp_path: Path) -> None:
    document = with_lines("I: Så?", "P: En")
    run = document.paragraphs[1].runs[0]
    run.add_break()
    run.add_text("to\ttre")
    run._r.append(element("w:noBreakHyphen"))
    run._r.append(element("w:t", "fire"))
    link, inside = element("w:hyperlink"), element("w:r")
    inside.append(element("w:t", "fem"))
    link.append(inside)
    document.paragraphs[1]._p.append(link)
    box, held = element("w:pict"), element("w:r")
    content, paragraph, words = element("w:txbxContent"), element("w:p"), element("w:r")
    words.append(element("w:t", "I boksen"))
    paragraph.append(words)
    content.append(paragraph)
    box.append(content)
    held.append(box)
    document.paragraphs[1]._p.append(held)
    assert said(read_file(saved(document, tmp_path)))[1] == ("P", "En\nto\ttre\u2011firefem\nI boksen")


def test_f4_marks_in_a_document(tmp_path: Path) -> None:
    preview = read_file(saved(with_lines("I: Så? #00:00:04-5#", "P: Ja. #00:00:09-0#"), tmp_path))
    assert [(turn.text, turn.end_ms) for turn in preview.turns] == [("Så?", 4500), ("Ja.", 9000)]
    assert preview.format == "docx"


def test_the_main_part_may_have_another_name(tmp_path: Path) -> None:
    plain = saved(with_lines("I: Så?", "P: Ja."), tmp_path)
    other = tmp_path / "P08.docx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(b"word/document.xml", b"word/document2.xml")
            target.writestr(name.replace("word/document.xml", "word/document2.xml"), data)
    assert said(read_file(other)) == [("I", "Så?"), ("P", "Ja.")]


# OpenDocument


def odt(folder: Path, *parts: Any, name: str = "P05.odt") -> Path:
    path = folder / name
    path.write_bytes(odt_of(*parts))
    return path


def test_odt_paragraphs_headings_lists_blanks_and_breaks(tmp_path: Path) -> None:
    path = odt(
        tmp_path,
        odfdo.Header(1, "Intervju P05"),
        "I: Så?",
        "P: En  to\ttre\nfire",
        odfdo.List(["fem", "seks"]),
        "I: Mm.",
    )
    assert said(read_file(path)) == [
        ("", "Intervju P05"),
        ("I", "Så?"),
        ("P", "En  to\ttre\nfire\nfem\nseks"),
        ("I", "Mm."),
    ]


def test_odt_table_of_speaker_and_text(tmp_path: Path) -> None:
    made = odfdo.Table("Samtale", width=2, height=3)
    made.set_values([["I", "Så?"], ["P05", "Ja."], ["I", "Mm."]])
    for row in made.get_rows():
        for cell in row.get_cells():
            cell.append(odfdo.Paragraph(str(cell.value))) if not cell.children else None
    preview = read_file(odt(tmp_path, "Før", made, "Etter"))
    assert said(preview) == [("", "Før"), ("I", "Så?"), ("P05", "Ja."), ("I", "Mm.\nEtter")]


def test_odt_comments_and_deleted_text_stay_out(tmp_path: Path) -> None:
    paragraph = odfdo.Paragraph("P: Jeg bor her.")
    paragraph.insert_annotation(after="bor", body="Hør på nytt", creator="B")
    paragraph.insert_note(after="her", note_id="n1", citation="1", body="En note")
    path = odt(tmp_path, "I: Så?", paragraph)
    gone = (
        b'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>bodde</text:p></text:deletion>'
        b"</text:changed-region></text:tracked-changes>"
    )
    data = rewritten(path, "content.xml", lambda xml: xml.replace(b"<office:text>", b"<office:text>" + gone))
    path.write_bytes(data)
    preview = read_file(path)
    assert [text.split("\n")[0] for _, text in said(preview)][:2] == ["Så?", "Jeg bor her."]
    assert "bodde" not in " ".join(text for _, text in said(preview))
    assert any("tracked" in warning and "places: 1" in warning for warning in preview.warnings)


def test_odt_bold_names_are_labels(tmp_path: Path) -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.insert_style(odfdo.Style("text", name="fet", bold=True), automatic=True)
    for name, text in [("Anna Berg", "Hvor bor du?"), ("Bo Vik", "Ved sjøen, har jeg sagt."), ("Anna Berg", "Og?"),
                       ("Bo Vik", "Ja.")]:  # fmt: skip
        paragraph = odfdo.Paragraph(f"{name} {text}")
        paragraph.set_span("fet", regex=name)
        document.body.append(paragraph)
    path = tmp_path / "P05.odt"
    document.save(str(path))
    assert said(read_file(path))[1] == ("Bo Vik", "Ved sjøen, har jeg sagt.")


def rewritten(path: Path, member: str, change: Any) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == member else data)
    return buffer.getvalue()


def test_a_bold_name_with_a_time_and_the_words_below_in_one_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    for name, time, text in [("Anna Berg", "0:03", "Hvor bor du?"), ("Bo Vik", "0:07", "Ved sjøen, der oppe.")] * 2:
        paragraph = document.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"   {time}\n{text}")
    preview = read_file(saved(document, tmp_path))
    assert said(preview)[:2] == [("Anna Berg", "Hvor bor du?"), ("Bo Vik", "Ved sjøen, der oppe.")]
    assert [turn.begin_ms for turn in preview.turns] == [3000, 7000, 3000, 7000]


def test_a_deleted_table_row_is_left_out(tmp_path: Path) -> None:
    document = table([("I", "Så?"), ("P07", "Borte."), ("P07", "Ja."), ("I", "Mm.")])
    looks = element("w:trPr")
    looks.append(element("w:del", id="1", author="A"))
    document.tables[0].rows[1]._tr.insert(0, looks)
    assert [text for _, text in said(read_file(saved(document, tmp_path)))][1:3] == ["Så?", "Ja."]


def test_a_few_bold_names_in_running_text_make_no_dialogue(tmp_path: Path) -> None:
    document = with_lines(*[f"Vi bodde der i {year} år." for year in ("to", "tre", "fire", "fem", "seks", "sju")])
    for _ in range(2):
        paragraph = document.add_paragraph()
        paragraph.add_run("Havnegata").bold = True
        paragraph.add_run(" var best.")
    preview = read_file(saved(document, tmp_path))
    assert {turn.speaker for turn in preview.turns} == {""}
    assert preview.turns[-1].text == "Havnegata var best."
