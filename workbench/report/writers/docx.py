"""Word documents: real heading styles, a style of their own for quotes, the same bytes every time."""

import io
from datetime import datetime
from importlib import import_module
from typing import Any

from workbench.report.document import Block, Document, Heading, Paragraph, QuoteBlock, Table
from workbench.report.writers.safe import printable, read_parts, timeless_zip

_MOMENT = datetime(1980, 1, 1)
_LANGUAGES = {"nb": "nb-NO", "en": "en-GB"}
_SERIF, _SANS = "Cambria", "Calibri"
_UNUSED_PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")
_TABLE_STYLES = ("Normal Table", "Table Grid")
QUOTE, ATTRIBUTION, SOURCE, SMALL = "Interview Quote", "Quote Attribution", "Quote Source", "Small Line"


def write(document: Document) -> bytes:
    """Return the document as the bytes of a .docx file."""
    import docx

    made: Any = docx.Document()
    _page(made)
    _styles(made, _LANGUAGES.get(document.language, "en-GB"))
    _properties(made, document)
    for block in document.blocks:
        _add(made, block)
    target = io.BytesIO()
    made.save(target)
    return timeless_zip(target.getvalue())


def read_back(data: bytes) -> list[str]:
    """Return every paragraph, cell and property of a .docx file, headers and footers included.

    Raises:
        ReportError: the file cannot be read.
    """
    return read_parts(data, _texts)


def _texts(root: Any) -> list[str]:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = list(root.iter(f"{word}p"))
    if not paragraphs:
        return [node.text for node in root.iter() if node.text and node.text.strip()]
    signs = {f"{word}t": None, f"{word}br": "\n", f"{word}tab": " "}
    return ["".join(signs[node.tag] or node.text or "" for node in one.iter() if node.tag in signs)
            for one in paragraphs]  # fmt: skip


def _page(made: Any) -> None:
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(27)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    footer = section.footer.paragraphs[0]
    footer.alignment = 1
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        _field(footer.add_run(), kind, text)


def _element(name: str) -> Any:
    # Loaded by name: the library's own types of it are half known.
    return import_module("docx.oxml").OxmlElement(name)


def _field(run: Any, kind: str, text: str) -> None:
    from docx.oxml.ns import qn

    element = _element("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.set(qn("xml:space"), "preserve")
        element.text = text
    run._r.append(element)


def _styles(made: Any, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    styles = made.styles
    for style in [one for one in styles if one.type == WD_STYLE_TYPE.TABLE and one.name not in _TABLE_STYLES]:
        style.delete()
    normal = styles["Normal"]
    _font(normal, _SERIF, 11, language)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.15
    for name, size, before, after in (("Title", 22, 0, 4), ("Heading 1", 15, 22, 6), ("Heading 2", 12, 14, 4)):
        style = styles[name]
        _font(style, _SANS, size, language)
        style.font.bold, style.font.color.rgb = name != "Title", RGBColor(0x22, 0x2B, 0x38)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    _without_rule(styles["Title"])
    quote, attribution, source, small = (
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in (QUOTE, ATTRIBUTION, SOURCE, SMALL)
    )
    for style in (quote, attribution, source):
        style.base_style = normal
        style.paragraph_format.left_indent, style.paragraph_format.right_indent = Mm(10), Mm(8)
    quote.paragraph_format.space_before, quote.paragraph_format.space_after = Pt(8), Pt(3)
    quote.paragraph_format.keep_together = quote.paragraph_format.keep_with_next = True
    attribution.paragraph_format.space_after = Pt(0)
    source.paragraph_format.space_after = Pt(10)
    small.base_style, small.paragraph_format.space_after = normal, Pt(2)
    for style in (source, small):
        _font(style, _SANS, 8.5 if style is source else 10, language)
        style.font.color.rgb = RGBColor(0x66, 0x6E, 0x7A)


def _font(style: Any, name: str, size: float, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = name, Pt(size)
    properties: Any = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = _element("w:lang")
    element.set(qn("w:val"), language)
    properties.append(element)


def _without_rule(style: Any) -> None:
    """Take the line under the title away that the default template draws."""
    from docx.oxml.ns import qn

    properties: Any = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _properties(made: Any, document: Document) -> None:
    core = made.core_properties
    core.title, core.language = printable(document.title)[:255], _LANGUAGES.get(document.language, "en-GB")
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = core.category = ""
    core.created = core.modified = core.last_printed = _MOMENT
    core.revision = 1
    # The library's template brings along a picture of an empty page, and the styles once more for old programs.
    for relations in (made.part.package.rels, made.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(_UNUSED_PARTS)]:
            del relations[key]


def _add(made: Any, block: Block) -> None:
    if isinstance(block, Heading):
        made.add_paragraph(_flat(block.text), style="Title" if block.level == 0 else f"Heading {min(block.level, 2)}")
    elif isinstance(block, Paragraph):
        _paragraph(made, block)
    elif isinstance(block, QuoteBlock):
        _quote(made, block)
    else:
        _table(made, block)


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))


def _paragraph(made: Any, block: Paragraph) -> None:
    added = made.add_paragraph(style=SMALL if block.small else "Normal")
    if block.label:
        added.add_run(f"{_flat(block.label)}: ").bold = True
    for run in block.runs:
        words = added.add_run(printable(run.text))
        words.italic, words.bold = run.italic or None, run.bold or None


def _quote(made: Any, block: QuoteBlock) -> None:
    from docx.shared import Pt

    for number, part in enumerate(block.paragraphs):
        added = made.add_paragraph(printable(part), style=QUOTE)
        if number:
            added.paragraph_format.space_before = Pt(0)
    if block.attribution:
        added = made.add_paragraph(f"({_flat(block.attribution)})", style=ATTRIBUTION)
        added.paragraph_format.keep_with_next = bool(block.reference)
    if block.reference:
        made.add_paragraph(_flat(block.reference), style=SOURCE)


def _table(made: Any, block: Table) -> None:
    table = made.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
    for row, values in zip(table.rows, block.rows, strict=True):
        for place, value in zip(row.cells, values, strict=True):
            place.text = printable(value)
    for place in table.rows[0].cells:
        for run in place.paragraphs[0].runs:
            run.bold = True
