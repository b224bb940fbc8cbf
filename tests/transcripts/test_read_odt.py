"""What stands beside the talk in OpenDocument texts: comments, notes, heads and feet, hidden words."""

import io
import zipfile
from typing import Any

import odfdo
from samples import odt_of, with_part

from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.packages import Package
from workbench.transcripts.readers import odt_file


def changed(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    def put(inside: bytes) -> bytes:
        assert old in inside
        return inside.replace(old, new, 1)

    return with_part(data, member, put)


def drafted(data: bytes) -> Draft:
    return odt_file.read(Package(data, "P05.odt"), Cleaner())


def told(draft: Draft) -> list[tuple[str, Block]]:
    return [(line.text, line.block) for line in draft.lines]


def test_a_comment_on_words_and_one_at_a_place() -> None:
    data = odt_of("I: Så?", "P: Jeg bor HER nå.", "Og der.")
    comment = (
        b'<office:annotation office:name="a1"><dc:creator>B. Vik</dc:creator><text:p>Hvor?</text:p><text:p>Finn ut'
        b'</text:p></office:annotation>HER<office:annotation-end office:name="a1"/>'
    )
    data = changed(data, "content.xml", b"HER", comment)
    data = changed(
        data, "content.xml", b"der.", b"der.<office:annotation><text:p>s\xc3\xa5</text:p></office:annotation>"
    )
    first, second = drafted(data).remarks
    lines = drafted(data).lines
    assert (first.text, first.author, lines[first.line].text[first.start : first.end]) == (
        "Hvor?\nFinn ut", "B. Vik", "HER",
    )  # fmt: skip
    assert (second.line, second.start, second.end, second.text) == (2, 7, 7, "så")
    assert lines[1].text == "P: Jeg bor HER nå."


def test_notes_stand_after_their_paragraph() -> None:
    paragraph = odfdo.Paragraph("P: Jeg bor her.")
    paragraph.insert_note(after="bor", note_id="n1", citation="1", body="Ler.")
    assert told(drafted(odt_of("I: Så?", paragraph, "I: Mm."))) == [
        ("I: Så?", Block.WORDS), ("P: Jeg bor her.", Block.WORDS), ("Ler.", Block.FOOTNOTE), ("I: Mm.", Block.WORDS),
    ]  # fmt: skip


def test_heads_and_feet_are_running_heads() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph("I: Så?"))
    style: Any = document.get_style("master-page", "Standard") or document.get_styles("master-page")[0]
    style.set_page_header([odfdo.Paragraph("Intervju P05")])
    style.set_page_footer([odfdo.Paragraph("Side 1")])
    buffer = io.BytesIO()
    document.save(buffer)
    assert told(drafted(buffer.getvalue())) == [
        ("Intervju P05", Block.RUNNING_HEAD), ("I: Så?", Block.WORDS), ("Side 1", Block.RUNNING_HEAD),
    ]  # fmt: skip


def test_a_table_in_a_cell_is_read_once() -> None:
    inner, outer = odfdo.Table("Inne", width=1, height=1), odfdo.Table("Ute", width=3, height=1)
    for cell in inner.get_cells(flat=True):
        cell.append(odfdo.Paragraph("innerst"))
        inner.set_cell((0, 0), cell)
    for at, cell in enumerate(outer.get_cells(flat=True)):
        cell.append(inner.clone if at == 1 else odfdo.Paragraph("ytterst"))
        outer.set_cell((at, 0), cell)
    assert [text for text, _ in told(drafted(odt_of(outer)))] == ["ytterst", "innerst", "ytterst"]


def test_hidden_words_are_notes() -> None:
    data = odt_of("P: Ja SKJULT nå.")
    data = changed(data, "content.xml", b"SKJULT", b'<text:span text:style-name="T9">SKJULT</text:span>')
    style = (
        b'<office:automatic-styles><style:style style:name="T9" style:family="text"><style:text-properties '
        b'text:display="none"/></style:style>'
    )
    whole = b"<office:automatic-styles/>"
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
    old, end = (whole, b"</office:automatic-styles>") if whole in content else (b"<office:automatic-styles>", b"")
    draft = drafted(changed(data, "content.xml", old, style + end))
    assert told(draft) == [("P: Ja  nå.", Block.WORDS), ("SKJULT", Block.NOTE)]


def test_a_count_of_blanks_that_is_no_number_is_one_blank() -> None:
    data = odt_of("P: Ja  nå.")
    broken = changed(data, "content.xml", b"<text:s/>", b'<text:s text:c="mange"/>')
    assert told(drafted(broken)) == [("P: Ja  nå.", Block.WORDS)]
