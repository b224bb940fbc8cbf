"""One small valid file of every format, by its ending, made here; and ways to spoil them."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import odfdo
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TALK = "I: Hvordan gikk det?\nP07: Det gikk seg til, «litt» etter litt.\nI: Ja?\nP07: Ja.\n"


def package(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    members = unpacked(data)
    return package(members | {part: change(members.get(part, b""))})


def with_lines(*lines: str) -> Any:
    """Return a Word document of python-docx with these paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def element(tag: str, text: str = "", **attributes: str) -> Any:
    """Return an element of Word's XML to put into one."""
    made = OxmlElement(tag)
    if text:
        made.text = text
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def docx_file() -> bytes:
    document = with_lines(*TALK.splitlines())
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "P07", "I en tabell."
    document.add_comment(document.paragraphs[1].runs[0], "Merk dette", author="Kari")
    buffer = io.BytesIO()
    document.save(buffer)
    told = (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
    )
    return package({name: data for name, data in unpacked(buffer.getvalue()).items() if name in told})


def odt_of(*parts: Any) -> bytes:
    """Return an OpenDocument text of these paragraphs and elements of odfdo."""
    document = odfdo.Document("text")
    document.body.clear()
    for part in parts:
        document.body.append(odfdo.Paragraph(part) if isinstance(part, str) else part)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def odt_file() -> bytes:
    return odt_of(*TALK.splitlines())


def xlsx_file() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("svar")
        for at, row in enumerate((("Deltaker", "Alder", "Svar"), ("P07", 41, "Det gikk bra."), ("P08", 50, "Nei."))):
            sheet.write_row(at, 0, row)
    return buffer.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def pdf_of(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    made = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    begin = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + begin + table + end


PDF_TEXT = (
    b"BT /F1 12 Tf 50 700 Td (I: Hvordan gikk det?) Tj ET\nBT /F1 12 Tf 50 680 Td (P07: Det gikk seg til.) Tj ET\n"
)


def pdf_file(content: bytes = PDF_TEXT, catalogue: bytes = b"", page: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF of one page with this content; objects from number 6 on are `more`."""
    return pdf_of([
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>" + page + b">>>>",
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ])  # fmt: skip


VTT = (
    "WEBVTT\n\nNOTE laget for hånd\n\n1\n00:01.000 --> 00:02.000\n<v Bo Li>hei &amp; hopp</v>\n\n"
    "00:03.000 --> 00:04.500\nAnna: ja\n"
)
SRT = "1\n00:00:01,000 --> 00:00:02,000\n<i>hei</i> du\n\n2\n00:00:03,000 --> 00:00:04,000\nja\n"
F4 = "I: Hva skjedde? #00:00:05-2#\nP07: Ingenting. #00:00:09-7#\n"
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}\f0\fs24 I: Hvordan gikk det?\par "
    r"{\b P07:} Det gikk seg til, litt for \'f8yet \u8211? ja.\par}"
)
HTML = (
    "<!DOCTYPE html><html><head><title>P07</title><style>p{}</style></head><body><h1>Intervju</h1>"
    "<p><b>I:</b> Hvordan gikk det?</p><p><b>P07:</b> Det gikk &aring;t &lt;3.</p><script>alert(1)</script>"
    "<table><tr><td>P07</td><td>Ja</td></tr></table></body></html>"
)
MD = "# Intervju\n\n**I:** Hvordan gikk det?\n\n**P07:** Det gikk _seg_ til.\n\n- ja\n- nei\n"
WHISPER = json.dumps({
    "text": " Hei. Ja.", "language": "no",
    "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 1.5, "text": " Hei.", "tokens": [1], "temperature": 0.0,
         "avg_logprob": -0.2, "compression_ratio": 1.1, "no_speech_prob": 0.01, "speaker": "SPEAKER_00",
         "words": [{"word": " Hei.", "start": 0.0, "end": 1.4, "probability": 0.4}]},
        {"id": 1, "seek": 0, "start": 2.0, "end": 2.5, "text": " Ja.", "tokens": [2], "speaker": "SPEAKER_01"},
    ],
})  # fmt: skip
OTR = json.dumps({
    "text": "<p><span class=\"timestamp\" data-timestamp=\"1.5\">00:01</span>I: Hei<br />P07: Ja &amp; nei</p>",
    "media": "opptak.mp3", "media-time": 3.2,
})  # fmt: skip
EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T10:00:00+01:00" FORMAT="3.0" VERSION="3.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="900"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="2000"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="I" TIER_ID="I"><ANNOTATION><ALIGNABLE_ANNOTATION
 ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Hvordan gikk det?</ANNOTATION_VALUE>
</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="P07" TIER_ID="P07"><ANNOTATION><ALIGNABLE_ANNOTATION
 ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>Bra &amp; greit.</ANNOTATION_VALUE>
</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
"""
NOSCRIBE = (
    "P07\n\nTranscribed with noScribe vers. 0.6\nAudio source: /opptak/P07.m4a\n\n"
    "S00: [00:00:01] Hvordan gikk det?\n\nS01: Det gikk seg til.\n"
)
NOSCRIBE_HTML = (
    '<!DOCTYPE html><html><head><meta name="audio_source" content="/opptak/P07.m4a"><title>P07</title></head><body>'
    '<p>P07</p><p>Transcribed with noScribe vers. 0.6</p><p><a name="ts_690_2070_S00">S00: Hvordan gikk det?</a></p>'
    '<p><a name="ts_2100_4000_S01">S01: Det gikk seg til.</a></p></body></html>'
)
TSV = "start\tend\ttext\n0\t1500\tHei du.\n1500\t3000\tJa, hei.\n"
CSV = "Deltaker;Alder;Svar\nP07;41;Det gikk bra.\nP08;50;Nei, egentlig ikke.\n"

# Every ending in `formats.FORMATS` must stand here; several files of one ending are several shapes.
SAMPLES: dict[str, tuple[bytes, ...]] = {
    ".docx": (docx_file(),),
    ".odt": (odt_file(),),
    ".pdf": (pdf_file(),),
    ".txt": (TALK.encode(), F4.encode(), NOSCRIBE.encode(), TALK.encode("utf-16"), TALK.encode("cp850", "replace")),
    ".vtt": (VTT.encode(),),
    ".srt": (SRT.encode(),),
    ".rtf": (RTF.encode("cp1252"),),
    ".html": (HTML.encode(), NOSCRIBE_HTML.encode()),
    ".md": (MD.encode(),),
    ".json": (WHISPER.encode(), json.dumps(json.loads(WHISPER)["segments"]).encode()),
    ".otr": (OTR.encode(),),
    ".eaf": (EAF.encode(),),
    ".tsv": (TSV.encode(),),
    ".csv": (CSV.encode(),),
    ".xlsx": (xlsx_file(),),
}
SAMPLES |= {".htm": SAMPLES[".html"], ".markdown": SAMPLES[".md"], ".xhtml": SAMPLES[".html"]}
