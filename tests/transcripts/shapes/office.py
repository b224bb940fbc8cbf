"""Documents of Word, Teams, LibreOffice, f4 and of page layouts, and a workbook: packed here, byte by byte the same."""

import io
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

from pdf_maker import Page, pdf
from shapes.interviews import Made, Said, Turn, clock, load
from shapes.texts import ANSWERS, HEADER, answered

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(members: dict[str, str], stored: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2024, 3, 1, 9, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            made.writestr(info, text)
    return buffer.getvalue()


def docx(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word package; `parts` are further ones by kind (comments, footnotes, header1, footer1)."""
    parts = parts or {}
    kinds = {name: name.rstrip("0123456789") for name in parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate(kinds.items(), 1)
    )
    ids = {name: f"rId{at}" for at, name in enumerate(kinds, 1)}
    section = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{ids[name]}"/>'
        for name, kind in kinds.items()
        if kind in ("header", "footer")
    )
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/>'
    members = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        "word/document.xml": f'{_XML}<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}'
        f"<w:sectPr>{section}{page}</w:sectPr></w:body></w:document>",
    }  # fmt: skip
    return packed(members | {f"word/{name}.xml": f"{_XML}{text}" for name, text in parts.items()})


def run(text: str, look: str = "") -> str:
    """A run; tabs and line ends become their elements."""
    inside = ""
    for number, part in enumerate(text.split("\t")):
        inside += "<w:tab/>" if number else ""
        inside += "<w:br/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in part.split("\n"))
    return f'<w:r w:rsidRPr="00A41B7D">{f"<w:rPr>{look}</w:rPr>" if look else ""}{inside}</w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p w:rsidR="00C52F10" w:rsidRDefault="00C52F10">{look}{"".join(runs)}</w:p>'


def split_runs(text: str) -> list[str]:
    """Runs as Word leaves them after spelling and edits: cut in the middle of words."""
    middle = len(text) // 2
    return [run(text[:3]), '<w:proofErr w:type="spellStart"/>', run(text[3:middle]), '<w:proofErr w:type="spellEnd"/>',
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>', run(text[middle:])]  # fmt: skip


def word_ip() -> Made:
    talk = load("bolig")
    body = [paragraph(run(talk.title), style="Overskrift1")]
    for turn in talk.turns:
        first, *more = turn.paragraphs
        body.append(paragraph(*split_runs(f"{turn.key}: {first}")))
        body += [paragraph(run(one)) for one in more]
        body.append(paragraph())
    return Made("P07_word.docx", docx("".join(body)), talk.said(), (talk.title,), (talk.title,), "Word, I: and P:")


def word_bold() -> Made:
    talk = load("par")
    body = [paragraph(run(f"{turn.key}: ", "<w:b/><w:bCs/>"), run(turn.words)) for turn in talk.turns]
    return Made("par_uthevet.docx", docx("".join(body)), talk.said(), by="Word, bold labels")


def word_bold_bare() -> Made:
    """Bold labels without a colon."""
    talk = load("to_intervjuere")
    body = [paragraph(run(turn.key, "<w:b/>"), run(f" {turn.words}")) for turn in talk.turns]
    return Made("F22_uthevet.docx", docx("".join(body)), talk.said(), by="Word, bold labels without colon")


def word_tab() -> Made:
    talk = load("nynorsk")
    labels = {"I": "Int.", "P": "Inf."}
    body = []
    for turn in talk.turns:
        first, *more = turn.paragraphs
        body.append(paragraph(run(f"{labels[turn.key]}\t{first}")))
        body += [paragraph(run(f"\t{one}")) for one in more]
    shown = {"I": "Int", "P": "Inf"}
    return Made("N12_tabulator.docx", docx("".join(body)), talk.said(shown), by="Word, tabs after labels")


def cell(*paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3020" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def word_table() -> Made:
    talk = load("gruppe").timed()
    rows = [[paragraph(run(text)) for text in ("Taler", "Tekst", "Tid")]]
    for turn in talk.turns:
        texts = (turn.key, turn.words, clock(turn.begin, digits=0))
        rows.append([paragraph(run(text)) for text in texts])
    table = "".join(f"<w:tr>{''.join(cell(one) for one in row)}</w:tr>" for row in rows)
    body = f"<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl>{paragraph()}"
    return Made("gruppe_tabell.docx", docx(body), talk.said(step=1000), ("Taler", "Tekst", "Tid"),
                by="Word, table of speaker, text and time")  # fmt: skip


def word_tracked() -> Made:
    talk = load("stotte")
    by = 'w:author="Kollega" w:date="2024-03-01T10:00:00Z"'
    body, comments, said = [], [], talk.said()
    for number, turn in enumerate(talk.turns):
        words = turn.words.split()
        head = f"{turn.key}: {' '.join(words[:3])}"
        tail = " " + " ".join(words[3:])
        if number % 4 == 1:  # two words put in, one struck
            inside = (f'<w:ins w:id="{900 + number}" {by}>{run(head)}</w:ins>'
                      f'<w:del w:id="{950 + number}" {by}><w:r><w:delText xml:space="preserve"> liksom</w:delText>'
                      f"</w:r></w:del>{run(tail)}")  # fmt: skip
        elif number % 4 == 2:
            comments.append(f'<w:comment w:id="{number}" {by} w:initials="K">'
                            f"{paragraph(run(f'Sjekk opptaket her, sted {number}'))}</w:comment>")  # fmt: skip
            inside = (f'{run(head)}<w:commentRangeStart w:id="{number}"/>{run(tail)}<w:commentRangeEnd '
                      f'w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>')  # fmt: skip
        else:
            inside = run(head + tail)
        body.append(paragraph(inside))
    part = f'<w:comments xmlns:w="{W}">{"".join(comments)}</w:comments>'
    return Made("P19_sporede_endringer.docx", docx("".join(body), {"comments": part}), said,
                by="Word, tracked changes and comments")  # fmt: skip


def word_furniture() -> Made:
    talk = load("bolig")
    notes = {3: "Med kirken menes kapellet.", 9: "Navnet på butikken er tatt ut."}
    body = [paragraph(run("Prosjektet Trygt hjem"), style="Tittel")]
    for number, turn in enumerate(talk.turns):
        mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' if number in notes else ""
        body.append(paragraph(run(f"{turn.key}: {turn.words}"), mark))
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>", run(f" {text}"))}</w:footnote>'
        for number, text in notes.items()
    )
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
    parts = {
        "footnotes": f'<w:footnotes xmlns:w="{W}">{footnotes}</w:footnotes>',
        "header1": f'<w:hdr xmlns:w="{W}">{paragraph(run("Konfidensielt – intervju 7"))}</w:hdr>',
        "footer1": f'<w:ftr xmlns:w="{W}">{paragraph(run("Side "), field)}</w:ftr>',
    }
    beside = ("Prosjektet Trygt hjem", "Konfidensielt – intervju 7", *notes.values())
    return Made("P07_topptekst.docx", docx("".join(body), parts), talk.said(), beside, beside,
                "Word, headers, footers and footnotes")  # fmt: skip


def teams_docx() -> Made:
    """Name and time on a line, the words on the next, in one paragraph; the meeting's own lines around."""
    talk = load("navn").timed()
    head = ("Intervju 15-20240301_100000-Opptak av møte", "1. mars 2024, 09:00AM", "5m 12s")
    body = [paragraph(run(head[0])), paragraph(run(head[1])), paragraph(run(head[2])),
            paragraph(run("Ingrid Solvang", "<w:b/>"), run(" started transcription"))]  # fmt: skip
    for turn in talk.turns:
        time = f"{turn.begin // 60000}:{turn.begin // 1000 % 60:02d}"
        body.append(paragraph(run(turn.key, "<w:b/>"), run(f"   {time}\n"), run(turn.words)))
    body.append(paragraph(run("Ingrid Solvang", "<w:b/>"), run(" stopped transcription")))
    beside = (*head, "Ingrid Solvang started transcription", "Ingrid Solvang stopped transcription")
    return Made("P15_teams.docx", docx("".join(body)), talk.said(step=1000), beside,
                (*beside[:3], beside[3], beside[4]), "Teams, Word transcript")  # fmt: skip


def teams_docx_old() -> Made:
    """Times, name and words as three lines, as Teams gave them at first."""
    talk = load("navn").timed()
    body = []
    for turn in talk.turns:
        begin, end = (f"0:{ms // 60000}:{ms // 1000 % 60}.{ms % 1000}" for ms in (turn.begin, turn.end))
        body.append(paragraph(run(f"{begin} --> {end}\n{turn.key}\n{turn.words}")))
    return Made("P15_teams_eldre.docx", docx("".join(body)), talk.said(step=1), by="Teams, older Word transcript")


def teams_two_lines() -> Made:
    """Copied out of the window: name and time on one line, words on the next, a blank line between."""
    talk = load("navn").timed()
    out = []
    for turn in talk.turns:
        out += [f"{turn.key}   {turn.begin // 60000}:{turn.begin // 1000 % 60:02d}", turn.words, ""]
    return Made("P15_kopiert.txt", "\n".join(out).encode(), talk.said(step=1000), by="Teams, copied, two lines")


def word_bullets() -> Made:
    """Answers given as lists, with bullets of the Symbol font."""
    talk = load("bolig")
    body, said = [], list[Said]()
    for turn, one in zip(talk.turns, talk.said(), strict=True):
        first, *more = turn.words.split(". ")
        body.append(paragraph(run(f"{turn.key}: {first}{'.' if more else ''}")))
        listed = [text + ("." if number < len(more) else "") for number, text in enumerate(more, 1)]
        body += [paragraph(run(f"\uf0b7\t{text}")) for text in listed]
        words = " ".join([first + ("." if more else ""), *(f"• {text}" for text in listed)])
        said.append(replace(one, words=words))
    return Made("P07_kulepunkt.docx", docx("".join(body)), said, by="Word, bullets of a symbol font")


def odt() -> Made:
    talk = load("nynorsk")
    names = ("office", "text", "style", "fo")
    spaces = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in names)
    spaces = spaces.replace("xmlns:fo:1.0", "xmlns:xsl-fo-compatible:1.0")
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    body, beside = '<text:h text:style-name="Heading_20_1" text:outline-level="1">Intervju, nynorsk</text:h>', []
    for number, turn in enumerate(talk.turns):
        words = escape(turn.words)
        if number == 5:
            words += ('<office:annotation office:name="__Annotation__1"><dc:creator>Medforskar</dc:creator>'
                      "<dc:date>2024-03-01T10:00:00</dc:date><text:p>Fin passasje om mat</text:p>"
                      "</office:annotation>")  # fmt: skip
        if number == 7:
            words += ('<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                      "<text:note-body><text:p>Hunden er nemnd før.</text:p></text:note-body></text:note>")  # fmt: skip
            beside.append("Hunden er nemnd før.")
        label = f'<text:span text:style-name="T1">{turn.key}:</text:span><text:s/>'
        body += f'<text:p text:style-name="P1">{label}{words}</text:p>'
    bold = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'{_XML}<office:document-content {spaces} office:version="1.3"><office:automatic-styles>{bold}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": f'{_XML}<manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }  # fmt: skip
    return Made("N12_libreoffice.odt", packed(members, "mimetype"), talk.said(), ("Intervju, nynorsk", *beside),
                ("Intervju, nynorsk", *beside), "LibreOffice, with an annotation and a footnote")  # fmt: skip


def _rtf(text: str) -> str:
    out = ""
    for sign in text:
        code = ord(sign)
        if sign in "\\{}":
            out += "\\" + sign
        elif code < 128:
            out += sign
        else:
            try:
                out += f"\\'{sign.encode('cp1252')[0]:02x}"
            except UnicodeEncodeError:
                out += f"\\u{code}?"
    return out


def f4_rtf() -> Made:
    talk = load("par").timed(0)
    out = [r"{\rtf1\ansi\ansicpg1252\deff0\nouicompat\deflang1031{\fonttbl{\f0\fnil\fcharset0 Arial;}}",
           r"{\*\generator Riched20 10.0.19041}\viewkind4\uc1 ", r"\pard\f0\fs22 "]  # fmt: skip
    before, said = None, []
    for turn, one in zip(talk.turns, talk.said(), strict=True):
        out.append(_rtf(f"{turn.key}: {turn.words} #{clock(turn.end, sign='-', digits=1)}#") + "\\par\n\\par\n")
        said.append(replace(one, begin_ms=before))
        before = turn.end // 100 * 100
    return Made("par_f4.rtf", ("\r\n".join(out) + "}\r\n\0").encode("ascii"), said, by="f4, RTF")


def word_rtf() -> Made:
    talk = load("english")
    out = [r"{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\adeff31507\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
           r"{\f31506\fswiss\fcharset0 Calibri;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql \li0\ri0 Normal;}}"
           r"{\info{\author researcher}{\creatim\yr2024\mo3\dy1}}\paperw11906\paperh16838\widowctrl",
           r"{\header \pard\plain \qr {\rtlch\fcs1 \af0 \ltrch\fcs0 Interview 4 of 12\par }}"]  # fmt: skip
    for turn in talk.turns:
        half = len(turn.words) // 2
        out.append(
            r"\pard\plain \ltrpar\ql \li0\ri0\sa160 {\rtlch\fcs1 \ab\af0 \ltrch\fcs0 \b\insrsid3344 "
            + _rtf(f"{turn.key}:") + r"}{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid3344  " + _rtf(turn.words[:half])
            + r"}{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid5566 " + _rtf(turn.words[half:]) + r"\par }"
        )  # fmt: skip
    return Made("P04_word.rtf", ("\r\n".join(out) + "}").encode("ascii"), talk.said(), ("Interview 4 of 12",),
                ("Interview 4 of 12",), "Word, RTF")  # fmt: skip


# Where a layout breaks these words; none of them has a hyphen of its own.
_BREAKS = {
    "oppfølgingstjenesten": "oppfølgings·tjenesten", "boligkontoret": "bolig·kontoret",
    "miljøarbeider": "miljø·arbeider",
    "institusjonen": "institu·sjonen", "brukerforeningen": "bruker·foreningen", "kaffetrakter": "kaffe·trakter",
    "fiskemottaket,": "fiske·mottaket,", "hjelpeapparatet?": "hjelpe·apparatet?", "formiddagen.": "for·middagen.",
    "omorganiseringen,": "om·organi·seringen,", "kommunal": "kom·munal", "leilighet": "leilig·het",
    "intervjuet": "inter·vjuet", "vanskelig?": "vanske·lig?", "regninger": "reg·ninger",
}  # fmt: skip


def set_lines(turns: tuple[Turn, ...], width: int) -> list[str]:
    """The turns set in lines of a width, words broken with a hyphen where that fills a line."""
    out: list[str] = []
    for turn in turns:
        line = ""
        for word in f"{turn.key}: {turn.words}".split():
            glue = " " if line else ""
            if len(line) + len(glue) + len(word) <= width:
                line += glue + word
                continue
            parts = _BREAKS.get(word, word).split("·")
            at = next((n for n in range(len(parts) - 1, 0, -1)
                       if len(line) + len(glue) + len("".join(parts[:n])) < width), 0)  # fmt: skip
            if at:
                line += glue + "".join(parts[:at]) + "-"
            out.append(line)
            line = "".join(parts[at:]) if at else word
        out.append(line)
    return out


def pdf_pages() -> Made:
    """One column; head and page number on each page, also where a sentence goes over it."""
    talk = load("bolig")
    rows = set_lines(talk.turns, 64)
    pages, size = [], 14
    for number, start in enumerate(range(0, len(rows), size), 1):
        page = Page()
        page.put(72, 800, "Trygt hjem – intervju 7", size=9)
        page.lines(72, 750, rows[start : start + size], leading=15)
        page.put(290, 40, str(number), size=9)
        pages.append(page)
    return Made("P07_sider.pdf", pdf(*pages), talk.said(), ("Trygt hjem – intervju 7",), by="PDF, one column")


def pdf_columns() -> Made:
    talk = load("par")
    rows = set_lines(talk.turns, 38)
    half = -(-len(rows) // 2)
    page = Page()
    page.put(72, 800, "Vedlegg 3: Parintervju", size=14, bold=True)
    page.lines(60, 760, rows[:half], size=10, leading=13)
    page.lines(320, 760, rows[half:], size=10, leading=13)
    return Made("par_spalter.pdf", pdf(page), talk.said(), ("Vedlegg 3: Parintervju",), ("Vedlegg 3: Parintervju",),
                "PDF, two columns")  # fmt: skip


def answers_xlsx() -> Made:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Svar")
        for at, row in enumerate((HEADER, *ANSWERS)):
            sheet.write_row(at, 0, [int(one) if one.isdigit() else one for one in row])
    said = [turn for one in answered("") for turn in one]
    return Made("svar.xlsx", buffer.getvalue(), said, by="open answers, Excel")


ALL = (
    word_ip, word_bold, word_bold_bare, word_tab, word_table, word_tracked, word_furniture, teams_docx, teams_docx_old,
    teams_two_lines, word_bullets, odt, f4_rtf, word_rtf, pdf_pages, pdf_columns, answers_xlsx,
)  # fmt: skip
