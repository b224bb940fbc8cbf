"""PDFs with a text layer: the words of each page with their places, laid out in reading order by `pdf_layout`.

Nothing is mended here: hyphens at line ends, page numbers and running heads stay; heads and feet get a block of their
own only when they are sure.
"""

import importlib
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Cleaner, Draft, Line, Remark
from workbench.transcripts.readers import pdf_layout
from workbench.transcripts.readers.pdf_layout import Page, Row, Word

MAX_PAGES = 5_000
MAX_OBJECTS, MAX_SIGNS = 200_000, 1_000_000
_FAR = 100_000.0  # no page is as large; places beyond are damage
# The library keeps its state in one place for the whole process.
_ONE_AT_A_TIME = threading.Lock()
_FACTS = {"Title": "title", "CreationDate": "made"}
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)")
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
# What stands between blanks; the library gives a hyphen at a line end as U+0002 and goes on in the next line.
_WORD = re.compile("[^\\0\t-\r \x85\u2028\u2029\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")


def _library() -> Any:
    return importlib.import_module("pypdfium2")


def _raw() -> Any:
    return importlib.import_module("pypdfium2.raw")


def read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return the lines of a PDF with their pages; comments (notes, highlights) are remarks.

    Raises:
        TranscriptError: it is damaged, has a password, no text layer, or more pages than any transcript.
    """
    del encoding  # a PDF says its own
    with _ONE_AT_A_TIME:
        pages, notes, facts = _pages(data, name)
    if not any(page.words for page in pages):
        raise TranscriptError(
            f"{name} is a PDF of pictures, without a text layer; have it read by a program for text recognition "
            "(OCR) first, or import the docx, odt or txt it was made from."
        )
    draft = Draft("pdf", "utf-8", [])
    found = [_line(row, page, clean) for page, row in pdf_layout.rows(pages)]
    kept = [(line, row) for line, row in found if line.text.strip()]
    draft.lines = [line for line, _ in kept]
    draft.remarks = _remarks(notes, kept, clean)
    draft.facts = {key: told for key, value in facts.items() if (told := " ".join(clean(value).split()))}
    made = _DATE.match(draft.facts.get("made", ""))
    if made:
        draft.facts["made"] = "{}-{}-{}T{}:{}".format(*made.groups())
    empty = [str(page.number) for page in pages if not page.words and page.drawn]
    if empty:
        shown = ", ".join(empty[:10]) + ("…" if len(empty) > 10 else "")
        draft.warnings.append(f"Pages that are pictures without text, so nothing was read from them: {shown}.")
    return draft


def _line(row: Row, page: int, clean: Cleaner) -> tuple[Line, Row]:
    text = clean(row.text)
    lead = Cleaner()(row.lead)
    line = Line(text, lead=lead if lead and text.startswith(lead) else "", follows=row.follows, page=page)
    return (replace(line, block=row.block) if row.block is not Block.WORDS else line), row


def _pages(data: bytes, name: str) -> tuple[list[Page], list[pdf_layout.Note], dict[str, str]]:
    pypdfium2 = _library()

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error, name) from error
    try:
        if len(document) > MAX_PAGES:
            raise TranscriptError(
                f"{name} has {len(document)} pages; a transcript has at most {MAX_PAGES}. Split it, and import "
                "the parts."
            )
        facts = {_FACTS[key]: value for key, value in document.get_metadata_dict().items() if key in _FACTS}
        pages: list[Page] = []
        notes: list[pdf_layout.Note] = []
        for number in range(len(document)):
            page, beside = _page(document, number, name)
            pages.append(page)
            notes += beside
        return pages, notes, facts
    except pypdfium2.PdfiumError as error:
        raise TranscriptError(_damaged(name)) from error
    finally:
        document.close()


def _unopened(error: Any, name: str) -> TranscriptError:
    pdfium = _raw()

    code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return TranscriptError(f"{name} has a password; open it, save a copy without one, and import the copy.")
    if code == pdfium.FPDF_ERR_SECURITY:
        return TranscriptError(f"{name} is locked in a way the workbench does not know; save an unlocked copy of it.")
    return TranscriptError(_damaged(name))


def _damaged(name: str) -> str:
    return f"{name} is called a PDF by its first bytes but is cut off or damaged; get a fresh copy from who made it."


def _page(document: Any, number: int, name: str) -> tuple[Page, list[pdf_layout.Note]]:
    pypdfium2 = _library()
    pdfium = _raw()

    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise TranscriptError(
            f"{name}, page {number + 1}, is damaged; get a fresh copy, or print it to a new PDF and import that."
        ) from error
    objects: int = pdfium.FPDFPage_CountObjects(page)
    text = page.get_textpage()
    try:
        signs = text.count_chars()
        if objects > MAX_OBJECTS or signs > MAX_SIGNS:
            raise TranscriptError(
                f"{name}, page {number + 1}, holds more than any page of text does; it was refused. "
                "Save the text in a new file and import that."
            )
        width, height = page.get_size()
        made = Page(number + 1, width, height, _words(text, signs), drawn=objects > 0)
        return made, _notes(page, number + 1)
    finally:
        text.close()
        page.close()


def _words(text: Any, count: int) -> list[Word]:
    """Return the words in the order they are drawn, each with its box in points."""
    handle, code_of = text.raw, _raw().FPDFText_GetUnicode
    signs = "".join([chr(code) if code <= sys.maxunicode else "\ufffd" for at in range(count)
                     for code in (code_of(handle, at),)])  # fmt: skip
    looks = _Looks(handle)
    words = [looks.word(hit.group(), hit.start(), hit.end() - 1) for hit in _WORD.finditer(signs)]
    return [word for word in words if word.text.strip()]


class _Looks:
    """Asks for boxes and fonts; the buffers are made once a page."""

    def __init__(self, handle: Any) -> None:
        import ctypes

        pdfium = _raw()

        self._handle = handle
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._box_of: Any = pdfium.FPDFText_GetLooseCharBox
        self._font_of: Any = pdfium.FPDFText_GetFontInfo
        self._known: dict[bytes, bool] = {}

    def word(self, shown: str, first: int, last: int) -> Word:
        """Return a word given its first and last sign."""
        box = self._box
        self._box_of(self._handle, first, box)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        if last > first:
            self._box_of(self._handle, last, box)
            left, right = min(left, box.left), max(right, box.right)
        shown = shown.replace("\x02", "-").replace("\ufffe", "-")
        if not shown.isascii():  # signs beyond the basic plane come as two halves
            shown = shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        left, right, bottom, top = (at if -_FAR < at < _FAR else 0.0 for at in (left, right, bottom, top))
        return Word(shown, left, max(left, right), bottom, max(bottom, top), self._is_bold(first))

    def _is_bold(self, at: int) -> bool:
        self._font_of(self._handle, at, self._name, 128, self._flags)
        font = self._name.value
        known = self._known.get(font)
        if known is None:
            name = font.decode("latin-1").lower()
            known = self._known[font] = any(part in name for part in _BOLD)
        return known or bool(self._flags.value & 0x40000)


def _notes(page: Any, number: int) -> list[pdf_layout.Note]:
    """Return the comments on a page with their places."""
    pdfium = _raw()

    found: list[pdf_layout.Note] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), 10_000)):
        note: Any = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET,
                                                     pdfium.FPDF_ANNOT_POPUP):  # fmt: skip
            box = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, box)
            words = _string(note, b"Contents")
            if words.strip():
                place = (box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top))
                found.append(pdf_layout.Note(number, place, words, _string(note, b"T")))
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _string(note: Any, key: bytes) -> str:
    import ctypes

    pdfium = _raw()

    size: int = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    place: Any = ctypes.addressof(buffer)
    pdfium.FPDFAnnot_GetStringValue(note, key, pdfium.FPDF_WCHAR.from_address(place), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _remarks(notes: list[pdf_layout.Note], kept: list[tuple[Line, Row]], clean: Cleaner) -> list[Remark]:
    """Place each comment on the words its box covers, else on the nearest line of its page."""
    found: list[Remark] = []
    for note in notes:
        near = sorted(_distances(note, kept))
        if near:
            number = near[0][2]
            line, row = kept[number]
            begin, end = row.covered(note.place)
            begin, end = (begin, end) if end <= len(line.text) else (0, len(line.text))
            author = " ".join(clean(note.author).split())
            found.append(Remark(number, begin, end, clean(note.words).strip(), author))
    return sorted(found, key=lambda one: (one.line, one.start))


def _distances(note: pdf_layout.Note, kept: list[tuple[Line, Row]]) -> Iterator[tuple[float, float, int]]:
    """Yield how far below or above and how far beside each line of the page lies, and its number."""
    left, right, bottom, top = note.place
    height = (top + bottom) / 2 if top - bottom < 40 else top  # a tall box begins on the line it is on
    for number, (line, row) in enumerate(kept):
        if line.page == note.page:
            beside = max(0.0, row.words[0].left - right, left - row.words[-1].right)
            yield abs(height - row.middle), beside, number
