"""Exports: what the files hold, that they are the same every time, and that the gate holds."""

import csv
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from workbench import words
from workbench.acts import entities, people, themes
from workbench.errors import GateClosed, ReportError
from workbench.report import export_quotes, formats
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.masking import Decision, EntityKind

EVIL = "\x1b[31mrød\x1b[0m <script>alert(1)</script> *fet* [lenke](http://a.no) =1+1 \u202edrev & slutt"


def read_docx(path: Path) -> Any:
    import docx

    return docx.Document(str(path))


def everything(path: Path) -> str:
    """The text of a file as a hostile reader would look for it."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", formats())
def test_every_format_holds_the_quotes_and_no_name(room: Any, name: str) -> None:
    target = room.folder / f"sitater.{name}"
    result = export_quotes(room.study, target)
    text = everything(target)
    assert result.quotes == 3
    assert "ruskonsulenten" in text
    assert "Kvinne i 40-årene" in text
    assert "Torhild" not in text
    assert not list(room.folder.glob(".*.part"))


@pytest.mark.parametrize("name", formats())
def test_the_same_board_gives_the_same_bytes(room: Any, name: str) -> None:
    first = export_quotes(room.study, room.folder / f"a.{name}")
    second = export_quotes(room.study, room.folder / f"b.{name}")
    assert first.sha256 == second.sha256
    assert (room.folder / f"a.{name}").read_bytes() == (room.folder / f"b.{name}").read_bytes()


def test_the_export_is_registered_and_can_be_undone(room: Any) -> None:
    result = export_quotes(room.study, room.folder / "sitater.md")
    row = room.study.live("export")[0]
    assert (row["file"], row["format"], row["sha256"], row["quotes"]) == ("sitater.md", "md", result.sha256, 3)


def test_word_document_is_set_properly(room: Any) -> None:
    target = room.folder / "sitater.docx"
    export_quotes(room.study, target)
    document = read_docx(target)
    by_style = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert by_style[0] == ("Title", "Sitater")
    assert ("Heading 1", "Tillit er å bli ringt tilbake") in by_style
    assert ("Interview Quote", "I: Hver gang?") in by_style
    assert ("Quote Attribution", "(Kvinne i 40-årene)") in by_style
    assert ("Quote Source", "P01 replikk 2 (01:00)") in by_style
    concept = next(one for one in document.paragraphs if "små handlinger" in one.text)
    assert [run.italic for run in concept.runs if "små handlinger" in run.text] == [True]
    quote = document.styles["Interview Quote"]
    assert quote.paragraph_format.keep_with_next
    assert quote.paragraph_format.left_indent.mm == pytest.approx(10, abs=0.1)
    assert (document.sections[0].page_width.mm, document.sections[0].page_height.mm) == pytest.approx(
        (210, 297), abs=0.5
    )
    assert "PAGE" in document.sections[0].footer._element.xml
    assert 'w:val="nb-NO"' in document.styles["Normal"].element.xml
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.created.year) == ("", "", 1980)


def test_references_can_be_left_out(room: Any) -> None:
    for name in formats():
        target = room.folder / f"uten.{name}"
        export_quotes(room.study, target, include_reference=False)
        assert "P01" not in everything(target)


def test_csv_is_tidy(room: Any) -> None:
    target = room.folder / "sitater.csv"
    export_quotes(room.study, target)
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0] | {"sitat": ""} == {
        "tema": "Tillit er å bli ringt tilbake", "rekkefølge": "1", "sitat": "", "henvisning": "Kvinne i 40-årene",
        "deltaker": "P01", "replikk": "2", "tid": "01:00", "kode": "Blir ringt opp",
    }  # fmt: skip
    assert rows[2]["tid"] == ""
    assert rows[1]["sitat"].split("\n")[1] == "I: Hver gang?"


def test_grouping_by_participant_and_choosing_themes(room: Any) -> None:
    target = room.folder / "sitater.md"
    export_quotes(room.study, target, by="participant")
    assert [line for line in target.read_text().splitlines() if line.startswith("## ")] == ["## P01", "## P02"]
    assert export_quotes(room.study, target, themes=["brevet som ikke kom"]).quotes == 1


@pytest.mark.parametrize("name", formats())
def test_hostile_text_comes_out_harmless(room: Any, name: str) -> None:
    room.transcript("P04", f"P: {EVIL}.")
    room.person("P04", gender="Mann", age="52")
    words = transcript_lookup.load(room.study, room.ids["P04"]).text
    room.quote("P04", words, themes.add(room.study, "=cmd|' /C calc'!A1"))
    target = room.folder / f"ond.{name}"
    export_quotes(room.study, target)
    text = everything(target)
    assert "\x1b" not in text
    assert "\u202e" not in text
    if name in ("docx", "xlsx"):
        assert "<script>" not in text
        assert "<f>" not in text
    if name == "md":
        assert r"\<script>" in text
        assert r"\*fet\*" in text
        assert r"[lenke\](http\://a.no)" in text
    if name == "csv":
        assert "\n'=cmd" in text.replace("\r", "")


def test_cells_of_a_workbook_open_as_text(room: Any) -> None:
    from python_calamine import CalamineWorkbook

    room.transcript("P05", "P: =HYPERLINK() er ikke en formel her, og 12 er ikke et tall.")
    room.person("P05", gender="Mann", age="52")
    room.quote("P05", "=HYPERLINK() er ikke en formel her")
    target = room.folder / "sitater.xlsx"
    export_quotes(room.study, target)
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[0][2] == "sitat"
    assert rows[4][0] == "Uten tema"
    assert rows[4][2] == "=HYPERLINK() er ikke en formel her"


# The gate


def closed(room: Any, match: str) -> None:
    target = room.folder / "sitater.docx"
    with pytest.raises(GateClosed, match=match):
        export_quotes(room.study, target)
    assert not target.exists()
    assert not list(room.folder.glob(".*.part"))
    assert not room.study.live("export")


def test_gate_stops_an_undecided_name(room: Any) -> None:
    entity_id = room.name("brev")
    closed(room, r"P02 turn 2: «brev» \(nobody has decided")
    entities.decide(room.study, entity_id, Decision.NOT_A_NAME)
    assert export_quotes(room.study, room.folder / "sitater.docx").quotes == 3


@pytest.mark.parametrize("words", ["Torhild", "TORHILDS", "Tor\u00adhild", "torhild"])
def test_gate_stops_a_confirmed_name_in_what_the_researcher_wrote(room: Any, words: str) -> None:
    themes.define(room.study, room.ids["trust"], {"definition": f"Når {words} holder det hun sier."})
    closed(room, "definition: «.*» .it was to be replaced")


def test_gate_stops_a_name_in_an_insertion_a_code_and_the_file_name(room: Any) -> None:
    with pytest.raises(GateClosed, match="the file name"):
        export_quotes(room.study, room.folder / "om Torhild.docx")
    room.quote("P02", "Det kom aldri noe brev", room.ids["letters"], "Om Torhilds brev")
    closed(room, "code: «Torhilds»")


def test_gate_stops_a_name_in_the_attribution(room: Any) -> None:
    people.set_setting(room.study, "attribution", "{gender} hos Torhild")
    closed(room, "attribution: «Torhild»")


def test_gate_stops_part_of_a_full_name(room: Any) -> None:
    room.name("Maren Vestby", shown="[vikaren]")
    themes.rename(room.study, room.ids["letters"], "Brevet Vestby aldri sendte")
    closed(room, r"heading: «Vestby» \(it is part of a name")


def test_gate_stops_numbers_nobody_listed(room: Any) -> None:
    room.transcript("P06", "P: Ring 44 07 31 62 eller skriv til a.b@enhet.no, nummeret er 148379 30007.")
    room.person("P06", gender="Mann", age="52")
    room.quote("P06", "Ring 44 07 31 62 eller skriv til a.b@enhet.no, nummeret er 148379 30007")
    closed(room, "44 07 31 62.*identifies somebody")
    room.name("44 07 31 62", kind=EntityKind.PHONE, decision=Decision.KEEP)
    room.name("a.b@enhet.no", kind=EntityKind.EMAIL, shown="[e-post]")
    room.name("148379 30007", kind=EntityKind.BIRTH_NUMBER, shown="[fødselsnummer]")
    target = room.folder / "sitater.md"
    export_quotes(room.study, target)
    assert "44 07 31 62 eller skriv til [e-post], nummeret er [fødselsnummer]" in target.read_text()


def test_a_spared_mention_passes_but_only_where_it_was_spared(room: Any) -> None:
    picked = quote_lookup.quotes(room.study)[1]
    transcript = transcript_lookup.load(room.study, picked.transcript_id)
    entity_id = room.study.live("entity")[0]["id"]
    at = transcript.text.index("Torhilds")
    entities.except_mention(room.study, entity_id, transcript.id, at, at + 8)
    for name in formats():
        assert export_quotes(room.study, room.folder / f"a.{name}").quotes == 3
    themes.define(room.study, room.ids["letters"], {"concept": "Torhilds brev"})
    with pytest.raises(GateClosed, match="concept"):
        export_quotes(room.study, room.folder / "b.docx")


# Refusals


def test_an_empty_board_and_unknown_words_are_refused(make_room: Any, room: Any) -> None:
    empty = make_room("nb")
    with pytest.raises(ReportError, match="no quotes on the quote board"):
        export_quotes(empty.study, empty.folder / "tom.docx")
    with pytest.raises(ReportError, match="choose one of docx"):
        export_quotes(room.study, room.folder / "a.pages")
    with pytest.raises(ReportError, match="no theme called «Ukjent»"):
        export_quotes(room.study, room.folder / "a.md", themes=["Ukjent"])
    with pytest.raises(ReportError, match="not by «age»"):
        export_quotes(room.study, room.folder / "a.md", by="age")


def test_places_that_cannot_be_written_to(room: Any) -> None:
    (room.folder / "mappe.md").mkdir()
    with pytest.raises(ReportError, match="is a folder"):
        export_quotes(room.study, room.folder / "mappe.md")
    with pytest.raises(ReportError, match="cannot be written"):
        export_quotes(room.study, room.folder / "finnes ikke" / "a.md")
    assert not room.study.live("export")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind the superuser")
def test_a_folder_without_rights(room: Any) -> None:
    locked = room.folder / "stengt"
    locked.mkdir(mode=0o500)
    with pytest.raises(ReportError, match="cannot be written"):
        export_quotes(room.study, locked / "a.md")


def test_warnings_tell_what_to_look_at(room: Any) -> None:
    result = export_quotes(room.study, room.folder / "a.md")
    assert any("2 of the 2 quotes" in one for one in result.warnings)
    assert any("P01, P02" in one for one in result.warnings)


def test_what_is_refused_and_warned_is_said_in_norwegian(room: Any) -> None:
    words.use("nb")
    try:
        warned = export_quotes(room.study, room.folder / "sitater.md").warnings
        assert warned and all("Nobody" not in one and " of the " not in one for one in warned)
        with pytest.raises(ReportError, match="ikke noe tema som heter «Månen»"):
            export_quotes(room.study, room.folder / "sitater.md", themes=["Månen"])
        with pytest.raises(ReportError, match="er ikke et filformat for sitater"):
            export_quotes(room.study, room.folder / "sitater.pdf")
        with pytest.raises(GateClosed, match=r"^Eksporten ble stoppet.* filnavnet: «Torhild» \(skulle vært"):
            export_quotes(room.study, room.folder / "sitater fra Torhild.md")
    finally:
        words.use("en")


def test_the_sheet_is_called_in_the_language_of_the_study(room: Any) -> None:
    export_quotes(room.study, room.folder / "a.xlsx")
    assert 'name="sitater"' in everything(room.folder / "a.xlsx")
    export_quotes(room.study, room.folder / "b.xlsx", include_reference=False)
    assert 'name="sitater"' in everything(room.folder / "b.xlsx")
