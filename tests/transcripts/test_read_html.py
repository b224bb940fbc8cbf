"""Web pages: what is seen, in order; nothing of scripts, styles and markup."""

from pathlib import Path

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers import html_file


def drafted(body: str, head: str = "", encoding: str = "utf-8", *, force: str | None = None) -> Draft:
    page = f"<!DOCTYPE html><html lang=nb><head>{head}</head><body>{body}</body></html>"
    return html_file.read(page.encode(encoding), Cleaner(), "P07.html", force)


def told(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>I: S&aring;?<p>P: Ja,\n   visst&nbsp;det.", ["I: Så?", "P: Ja, visst\u00a0det."]),
        ("<div>I: Så?<br>P: <i>Ja</i> , <span>vis</span>st</div>og", ["I: Så?", "P: Ja , visst", "og"]),
        ("<p>en<script>x()</script><style>p{}</style><!-- c --> to", ["en to"]),
        ("<ul><li>en<li>to</ul>", ["en", "to"]),
        ("<pre>I: Så?\n   P: Ja</pre>", ["I: Så?", "   P: Ja"]),
        ("<p>&lt;script&gt; &amp; &#230;", ["<script> & æ"]),
        ("<table><tr><td>a<td>b<td>c<tr><td><p>d<p>e<td><td>f</table>", ["a", "b", "c", "d", "e", "f"]),
        ("<p>en <del>borte</del><ins>her</ins>", ["en her"]),
        ("<template>borte</template><p>her", ["her"]),
        ("<p> <b> </b> en  <b> to </b> tre", ["en to tre"]),
    ],
)
def test_what_is_seen(body: str, lines: list[str]) -> None:
    assert told(drafted(body)) == lines


def test_bold_leads_in_every_way_of_saying_it() -> None:
    style = "<style>.c1 { color: red; font-weight: 700 }</style>"
    body = (
        "<p><b>Bo Vik:</b> en<p><span style='font-weight:bold'>Bo Vik:</span> to<p>"
        "<span class='x c1'>Bo Vik:</span> tre<b style='font-weight:normal'><p>Bo Vik: fire</b>"
    )
    assert [line.lead for line in drafted(body, style).lines] == ["Bo Vik:", "Bo Vik:", "Bo Vik:", ""]


def test_tables_and_lists_of_speaker_and_words() -> None:
    table = "<table><caption>Samtale</caption><tr><td>I</td><td>Så?</td></tr><tr><td>P07<td><p>Ja.<p>Tja.</table>"
    terms = "<dl><dt>I<dd>Mm?<dt>P07<dd>Nei.</dl>"
    draft = drafted(table + terms)
    assert [(line.cell, line.text) for line in draft.lines] == [
        ("", "Samtale"), ("I", "Så?"), ("P07", "Ja."), ("", "Tja."), ("I", "Mm?"), ("P07", "Nei."),
    ]  # fmt: skip
    assert draft.lines[0].block is Block.CAPTION


def test_parts_that_are_not_talk() -> None:
    body = (
        "<nav>Forsiden</nav><h1>Samtale 7</h1><p>I: Så?</p><h2>Del to</h2><p style='display: none'>skjult</p>"
        "<div style='mso-element:footnote' id=ftn1><p>1 Ler.</div><footer>Side 1</footer>"
    )
    draft = drafted(body, "<title> Samtale &amp; mer </title><meta name=Generator content='Skriver 2'>")
    assert [(line.text, line.block) for line in draft.lines] == [
        ("Forsiden", Block.RUNNING_HEAD), ("Samtale 7", Block.TITLE), ("I: Så?", Block.WORDS),
        ("Del to", Block.WORDS), ("skjult", Block.NOTE), ("1 Ler.", Block.FOOTNOTE), ("Side 1", Block.RUNNING_HEAD),
    ]  # fmt: skip
    assert draft.facts == {"title": "Samtale & mer", "language": "nb", "engine": "Skriver 2"}


def test_heads_and_notes_as_libreoffice_writes_them() -> None:
    body = (
        "<div title='header'><p>Intervju P07<br></p></div><p>P: Ja<a name='sdfootnote1anc'><sup>1</sup></a>."
        "<div id='sdfootnote1'><p><a name='sdfootnote1sym'>1</a>Ler.</p></div>"
    )
    assert [(line.text, line.block) for line in drafted(body).lines] == [
        ("Intervju P07", Block.RUNNING_HEAD), ("P: Ja1.", Block.WORDS), ("1Ler.", Block.FOOTNOTE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said", "used"),
    [
        ("cp1252", "<meta charset=windows-1252>", "windows-1252"),
        ("latin-1", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("utf-8", "", "utf-8"),
        ("utf-8", "<meta charset=utf-16>", "utf-8"),
        ("utf-16", "<meta charset=utf-16>", "utf-16"),
        ("mac_roman", "<meta charset=macintosh>", "macintosh"),
    ],
)
def test_the_page_says_how_it_is_written(written: str, said: str, used: str) -> None:
    draft = drafted("<p>blåbær på øya, sa hun og gikk ut i hagen", said, written)
    assert told(draft) == ["blåbær på øya, sa hun og gikk ut i hagen"]
    assert draft.encoding == used


def test_a_page_that_says_wrongly_is_guessed_and_told() -> None:
    draft = drafted("<p>blåbær på øya og på båten", "<meta charset=utf-8>", "cp1252")
    assert told(draft) == ["blåbær på øya og på båten"]
    assert any("says that it is written in utf-8" in warning for warning in draft.warnings)
    assert told(drafted("<p>blåbær", "<meta charset=cp1252>", "cp850", force="cp850")) == ["blåbær"]


@pytest.mark.parametrize("name", ["P07.html", "P07.htm", "P07.txt"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n<!-- laget her --><HTML><p>I: Så?<p>P: Ja.", encoding="utf-8")
    preview = read_file(path)
    assert [(turn.speaker, turn.text) for turn in preview.turns] == [("I", "Så?"), ("P", "Ja.")]
    assert preview.format == "html"


def test_a_part_of_a_page_and_a_page_without_markup(tmp_path: Path) -> None:
    part, plain = tmp_path / "P1.html", tmp_path / "P2.html"
    part.write_text("<p>I: Så?</p><p>P: Ja.</p>", encoding="utf-8")
    plain.write_text("I: Så?\nP: Ja.", encoding="utf-8")
    assert [read_file(path).format for path in (part, plain)] == ["html", "txt"]


def test_nested_deeper_than_python_calls_and_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(drafted("<div>" * 20_000 + "P: Ja.")) == ["P: Ja."]
    monkeypatch.setattr(html_file, "MAX_BYTES", 10)
    with pytest.raises(TranscriptError, match="less than"):
        drafted("<p>P: Ja.")
