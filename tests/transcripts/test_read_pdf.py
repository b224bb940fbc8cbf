"""PDFs with a text layer: order of reading, heads and feet, hyphens and ligatures as they stand, refusals."""

from pathlib import Path

import pytest
from pdf_maker import Page, pdf

from workbench.errors import TranscriptError
from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers import pdf_file

LEFT = ["I: Hva tenker du om", "hjelpemidlene du har?", "P: Jeg er nokså godt hjul-", "pen med det jeg har, og", "så"]
RIGHT = [
    "har jeg fått en stol til",
    "å sitte på i dusjen.",
    "I: Bruker du den da?",
    "P: Nei, den står i boden,",
    "egentlig.",
]


def drafted(*pages: Page) -> Draft:
    return pdf_file.read(pdf(*pages), Cleaner(), "P07.pdf", None)


def told(draft: Draft, block: Block = Block.WORDS) -> list[str]:
    return [line.text for line in draft.lines if line.block is block]


def body(page: Page, *, at: float = 740) -> Page:
    page.lines(70, at, [f"P: Dette er en linje nummer {number} med tale i" for number in range(8)])
    return page


def test_lines_stand_as_written_with_hyphens_and_pages() -> None:
    first, second = Page(), Page()
    first.lines(70, 740, ["I: Har du \ufb01tt hjelpemid-", "ler, eller \ufb02ere?"])
    second.lines(70, 740, ["P: Ja (to)."])
    draft = drafted(first, second)
    assert [(line.text.replace("\ufb01", "fi").replace("\ufb02", "fl"), line.page) for line in draft.lines] == [
        ("I: Har du fitt hjelpemid-", 1), ("ler, eller flere?", 1), ("P: Ja (to).", 2),
    ]  # fmt: skip


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Page()
    page.put(70, 780, "Samtale med P07 om hjelpemidler i hjemmet, bad og stue", bold=True)
    page.lines(70, 740, LEFT)
    page.lines(320, 736, RIGHT)
    draft = drafted(page)
    assert told(draft)[1:] == LEFT + RIGHT


def test_a_row_over_both_columns_parts_them() -> None:
    page = Page()
    page.lines(70, 740, LEFT)
    page.lines(320, 740, RIGHT)
    page.put(70, 640, "Etter pausen gikk samtalen videre ute i hagen bak huset", bold=True)
    page.lines(70, 600, LEFT)
    page.lines(320, 600, RIGHT)
    texts = told(drafted(page))
    assert texts[:10] == LEFT + RIGHT
    assert texts[11:] == LEFT + RIGHT


def test_a_short_second_column_on_the_last_page() -> None:
    first, last = Page(), Page()
    first.lines(70, 740, LEFT)
    first.lines(320, 740, RIGHT)
    last.lines(70, 740, LEFT)
    last.lines(320, 740, ["P: Ja visst."])
    assert told(drafted(first, last)) == LEFT + RIGHT + [*LEFT, "P: Ja visst."]


def test_speakers_in_a_narrow_column_are_tabbed_and_no_column() -> None:
    page = Page()
    for number in range(6):
        page.put(70, 740 - 28 * number, "P07" if number % 2 else "Intervjuer", bold=True)
        page.put(160, 740 - 28 * number, "Og hva skjedde så med stolen du fikk, spurte jeg om")
    draft = drafted(page)
    assert draft.lines[0].text == "Intervjuer\tOg hva skjedde så med stolen du fikk, spurte jeg om"
    assert draft.lines[1].lead == "P07"
    assert len(draft.lines) == 6


def test_heads_and_page_numbers_that_come_back_are_running_heads() -> None:
    pages = [body(Page()) for _ in range(4)]
    for number, page in enumerate(pages, 1):
        page.put(70, 800, f"Intervju P07, {number}. utkast")
        page.put(290, 30, str(number))
    draft = drafted(*pages)
    assert told(draft, Block.RUNNING_HEAD) == [
        word for number in range(1, 5) for word in (f"Intervju P07, {number}. utkast", str(number))
    ]
    assert len(told(draft)) == 32


def test_what_is_not_sure_stays_words() -> None:
    pages = [body(Page()) for _ in range(4)]
    pages[1].put(70, 800, "Noe som står én gang")  # not repeated
    pages[2].put(290, 30, "1987")  # a number that does not count pages
    pages[3].put(70, 600, "Intervju P07")  # in the middle
    draft = drafted(*pages)
    assert told(draft, Block.RUNNING_HEAD) == []
    assert len(told(draft)) == 35


def test_talk_that_begins_pages_alike_is_no_head() -> None:
    pages = [Page() for _ in range(5)]
    for number, page in enumerate(pages):
        page.lines(70, 770, ["P: Mm.", f"I: Og så, {number}?", "P: Ja, det var slik det var, husker jeg."] * 4)
    assert told(drafted(*pages), Block.RUNNING_HEAD) == []


def test_footnotes_in_small_type_at_the_foot() -> None:
    page = body(Page())
    page.put(70, 100, "1 Hun ler og ser ut av vinduet.", size=8)
    page.put(70, 90, "Senere kom hun tilbake til det.", size=8)
    assert told(drafted(page), Block.FOOTNOTE) == ["1 Hun ler og ser ut av vinduet.", "Senere kom hun tilbake til det."]


def test_a_line_that_had_room_for_more_ends_its_paragraph() -> None:
    page = Page()
    page.lines(70, 740, ["P: Dette er en lang linje som fyller hele bredden", "av spalten og ender her.",
                         "så kommer en ny."])  # fmt: skip
    assert [line.follows for line in drafted(page).lines] == [False, True, False]


def test_raised_signs_stay_in_their_row() -> None:
    page = body(Page())
    page.put(70, 600, "Hun lo")
    page.put(106, 604, "2", size=6)
    page.put(115, 600, "og gikk.")
    assert "Hun lo 2 og gikk." in told(drafted(page))


def test_turns_come_out_with_speakers(tmp_path: Path) -> None:
    page = Page()
    for number, (name, words) in enumerate([("Anna Berg:", "Hvor bor du?"), ("Bo Vik:", "Ved sjøen.")] * 2):
        page.put(70, 740 - 20 * number, name, bold=True)
        page.put(135, 740 - 20 * number, words)
    path = tmp_path / "samtale.pdf"
    path.write_bytes(pdf(page, title="Samtale"))
    preview = read_file(path)
    assert [(turn.speaker, turn.text) for turn in preview.turns][:2] == [
        ("Anna Berg", "Hvor bor du?"), ("Bo Vik", "Ved sjøen."),
    ]  # fmt: skip
    assert preview.format == "pdf"


def test_a_highlight_with_words_is_a_remark() -> None:
    page = body(Page())
    page.put(70, 600, "Hun lo")
    page.put(170, 600, "ute i hagen")
    page.remark((172, 598, 300, 610), "Hvor er det?", "B. Vik")
    draft = drafted(page)
    (remark,) = draft.remarks
    assert draft.lines[remark.line].text[remark.start : remark.end] == "ute i hagen"
    assert (remark.text, remark.author) == ("Hvor er det?", "B. Vik")


def test_line_numbers_in_the_margin_stand_apart() -> None:
    page = Page()
    for number in range(8):
        page.put(70, 740 - 14 * number, f"{'I' if number % 2 else 'P'}: Linje {number} av 1987 ord")
        page.put(45 if number > 1 else 51, 740 - 14 * number, str(8 + number))
    draft = drafted(page)
    assert told(draft)[0] == "P: Linje 0 av 1987 ord"
    assert told(draft, Block.RUNNING_HEAD) == ["8 9 10 11 12 13 14 15"]


def test_numbers_that_do_not_count_are_words() -> None:
    page = Page()
    for number, year in enumerate((1987, 1988, 1990, 1991, 1992, 1993)):
        page.put(70, 740 - 14 * number, "flyttet vi dit")
        page.put(40, 740 - 14 * number, str(year))
    assert told(drafted(page))[0] == "1987 flyttet vi dit"


def test_words_far_off_the_page_are_read_and_take_no_time() -> None:
    page = body(Page())
    page.put(3_000_000, 300, "langt borte")
    page.put(90_000, 280, "borte")
    assert {"langt borte", "borte"} <= {line.text for line in drafted(page).lines}


def test_facts_and_pages_of_pictures() -> None:
    picture = Page(["0 0 0 rg 100 100 200 200 re f"])
    draft = pdf_file.read(pdf(body(Page()), picture, title="Samtale 7"), Cleaner(), "x.pdf", None)
    assert draft.facts == {"title": "Samtale 7"}
    assert any("pictures" in warning and warning.endswith("2.") for warning in draft.warnings)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(Page(["0 0 0 rg 100 100 200 200 re f"])), "OCR"),
        (b"%PDF-1.7 xxx", "damaged"),
        (pdf(body(Page()))[:300], "damaged"),
    ],
)
def test_refusals(data: bytes, words: str) -> None:
    with pytest.raises(TranscriptError, match=words):
        pdf_file.read(data, Cleaner(), "x.pdf", None)


def test_a_password_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    def locked(_: bytes) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", locked)
    with pytest.raises(TranscriptError, match="password"):
        pdf_file.read(pdf(body(Page())), Cleaner(), "x.pdf", None)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MAX_PAGES", 2)
    with pytest.raises(TranscriptError, match="3 pages"):
        drafted(*[body(Page()) for _ in range(3)])
