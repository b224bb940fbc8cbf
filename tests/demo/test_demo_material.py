"""The demo's files agree with each other and give nobody away."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from workbench.demo import ENGLISH, NORWEGIAN, Material, data_root, material
from workbench.errors import StoreError
from workbench.exchange.codebook_file import read_codebook
from workbench.study.masking import Decision, Entity, Masker
from workbench.transcripts.intake import read_file
from workbench.transcripts.people import read_people

BOTH = pytest.mark.parametrize("what", [NORWEGIAN, ENGLISH], ids=lambda what: what.folder)
TOWNS = ("Havnesund", "Elvemoen", "Granåsby", "Tangvær", "Cawthwaite", "Ottermouth", "Kilmorran", "Tipley Heath")


def _entities(what: Material) -> list[Entity]:
    return [
        Entity(number, new.kind, new.forms, new.decision, new.replacement, new.match_case)
        for number, new in enumerate(material.read_names(what.books / what.names), 1)
    ]


@BOTH
def test_no_two_names_share_a_label_and_no_form_has_two(what: Material) -> None:
    entities = _entities(what)
    labels = Counter(one.replacement.casefold() for one in entities if one.decision is Decision.REPLACE)
    forms = Counter(form.casefold() for one in entities for form in one.forms)
    assert max(labels.values()) == max(forms.values()) == 1
    assert all(re.fullmatch(r"\[[^\[\]]+\]", one.replacement) for one in entities if one.decision is Decision.REPLACE)
    assert all(not one.replacement for one in entities if one.decision is Decision.KEEP)


@BOTH
def test_every_decided_form_is_said_somewhere(what: Material) -> None:
    texts = ["\n".join(turn.text for turn in read_file(path).turns) for path in what.transcripts()]
    for entity in _entities(what):
        for form in entity.forms:
            alone = Masker([Entity(1, entity.kind, (form,), match_case=entity.match_case)])
            assert any(alone.find(text) for text in texts), form


@BOTH
def test_codebooks_and_themes_hold_no_decided_name(what: Material) -> None:
    masker = Masker(one for one in _entities(what) if one.decision is Decision.REPLACE)
    for path in what.books.glob("*.yaml"):
        assert [mask.entity.name for mask in masker.find(path.read_text(encoding="utf-8"))] == [], path.name


@BOTH
def test_themes_gather_every_code_that_can_be_used(what: Material) -> None:
    codes = {code.name for code, _ in read_codebook(what.books / what.codebook).walk() if code.codable}
    gathered = [name for theme in material.read_themes(what.books / what.themes) for name in theme.codes]
    assert set(gathered) == codes
    assert len(gathered) == len(codes)


@BOTH
def test_every_quote_is_one_of_the_first_coders_codings_and_every_theme_has_some(what: Material) -> None:
    coded = {
        (one.transcript, one.turn, one.words, one.code) for one in material.read_codings(what.books / what.codings)
    }
    quotes = material.read_quotes(what.books / what.quotes)
    assert {(q.coding.transcript, q.coding.turn, q.coding.words, q.coding.code) for q in quotes} <= coded
    assert {q.theme for q in quotes} == {theme.name for theme in material.read_themes(what.books / what.themes)}
    assert sum(bool(q.edits) for q in quotes) * 2 >= len(quotes)


def test_every_codebook_of_the_folder_can_be_read_and_the_blank_one_explains_each_key() -> None:
    books = data_root() / "codebooks"
    for path in books.rglob("*.yaml"):
        if path.name not in (NORWEGIAN.themes, ENGLISH.themes):
            assert read_codebook(path).codes, path.name
    blank = (books / "blank.yaml").read_text(encoding="utf-8")
    for key in ("name", "guid", "codable", "colour", "brief", "definition", "when", "when_not", "example", "codes"):
        assert re.search(rf"#[^\n]*\n[ -]*(# )?(- )?{key}:", blank), key


@BOTH
def test_the_people_table_names_no_town_and_everybody_who_was_interviewed(what: Material) -> None:
    table = read_people(what.corpus / what.people)
    cells = " ".join(value for row in table.rows for value in row.values())
    assert not [town for town in TOWNS if town in cells]
    labels = {row[table.label_column] for row in table.rows}
    assert labels == {path.stem.split("_")[0] for path in what.transcripts()}


@BOTH
def test_office_files_tell_neither_author_nor_program(what: Material) -> None:
    for path in what.corpus.iterdir():
        if path.suffix not in (".docx", ".odt", ".xlsx"):
            continue
        with zipfile.ZipFile(path) as package:
            assert "docProps/app.xml" not in package.namelist()
            for name in ("docProps/core.xml", "meta.xml"):
                if name in package.namelist():
                    assert not re.search(
                        rb"<(?:\w+:)?(creator|lastModifiedBy|generator|description)>[^<]", package.read(name)
                    )


@BOTH
def test_formats_are_read_as_what_they_are(what: Material) -> None:
    formats = Counter(read_file(path).format for path in what.transcripts())
    assert formats == (
        {"txt": 2, "docx": 6, "vtt": 2, "odt": 3, "f4": 2, "srt": 1}
        if what is NORWEGIAN
        else {"docx": 1, "vtt": 1, "txt": 1, "odt": 1}
    )


def test_an_installed_package_brings_its_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "site" / "workbench" / "demo"
    room.mkdir(parents=True)
    monkeypatch.setattr(material, "__file__", str(room / "material.py"))
    with pytest.raises(StoreError, match="install the workbench again"):
        data_root()
    for name in ("corpus", "codebooks"):
        (room / "data" / name).mkdir(parents=True)
    assert data_root() == room / "data"
