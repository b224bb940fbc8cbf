from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_codebooks import codebooks, texts

from workbench.errors import ExchangeError
from workbench.exchange import (
    csv_codebook,
    description,
    from_study,
    qdc_codebook,
    read_codebook,
    take_codebook,
    write_codebook,
    yaml_codebook,
)
from workbench.exchange.raw_codes import Builder
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode
from workbench.study.codes import DEFINITION_FIELDS
from workbench.study.text import canonical

XSD = Path(__file__).with_name("Codebook.xsd")
SAMPLE = CodebookFile(
    "Nattarbeid på sykehjem",
    (
        FileCode(
            "Vakta", "7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a70", "Det som skjer om natta.", colour="#0072B2", codable=False,
            children=(
                FileCode(
                    "No", "7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a71", "Å si nei til ei vakt.",
                    "Første linje.\n\nAndre avsnitt.", "Når noen sier nei.", "Ikke når de er syke.",
                    "- Nei, ikke i natt heller.", "#D55E00",
                ),
                FileCode("På", "7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a72", colour="#009E73"),
            ),
        ),
        FileCode("Søvn & <uro>", "7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a73", colour="#CC79A7"),
    ),
)  # fmt: skip


def repeated(file: CodebookFile, kind: str) -> CodebookFile:
    if kind == "yaml":
        title, codes, _ = yaml_codebook.read(yaml_codebook.write(file), "a.yaml")
        return Builder("a.yaml").build(title, codes)
    if kind == "qdc":
        content = qdc_codebook.read(qdc_codebook.write(file).encode(), "a.qdc")
        assert not content.notes
        return Builder("a.qdc", lenient=True).build(content.title, content.codes)
    codes, notes, _ = csv_codebook.read(csv_codebook.write(file).removeprefix("\ufeff"), "a.csv")
    assert not notes
    return Builder("a.csv").build(file.title, codes)


def xml_safe(text: str) -> str:
    return qdc_codebook._NOT_XML.sub("\ufffd", text)


@settings(max_examples=40, deadline=None)
@given(codebooks())
def test_yaml_keeps_every_codebook(file: CodebookFile):
    assert repeated(file, "yaml") == file


@settings(max_examples=60, deadline=None)
@given(codebooks(texts=texts.map(xml_safe), facts=False))
def test_qdc_keeps_every_codebook(file: CodebookFile):
    if file.codes:
        again = repeated(file, "qdc")
        assert [code.name for code, _ in again.walk()] == [xml_safe(code.name) for code, _ in file.walk()]
        if all(xml_safe(code.name) == code.name for code, _ in file.walk()):
            assert again.codes == file.codes


@settings(max_examples=60, deadline=None)
@given(codebooks())
def test_csv_keeps_every_codebook(file: CodebookFile):
    assert repeated(file, "csv").codes == file.codes


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries({name: texts for name in DEFINITION_FIELDS}))
def test_a_description_keeps_every_field(fields: dict[str, str]):
    assert description.parse(description.compose(fields)) == {name: text for name, text in fields.items() if text}


def test_description_with_headings_out_of_order_is_all_brief():
    text = "Kort.\n\nExample:\nslik\n\nWhen to use:\nher"
    assert description.parse(text) == {"brief": text}


@pytest.mark.parametrize("suffix", [".yaml", ".qdc", ".csv"])
def test_study_to_file_and_back_is_the_same_codebook(study: StudyFile, tmp_path: Path, suffix: str):
    take_codebook(study, SAMPLE)
    path = tmp_path / f"ut{suffix}"
    write_codebook(study, path)
    first = path.read_bytes()
    again = read_codebook(path)
    assert again.codes == from_study(study).codes == SAMPLE.codes
    assert again.title == ("ut" if suffix == ".csv" else SAMPLE.title)
    assert again.notes == ()
    write_codebook(study, path)
    assert path.read_bytes() == first
    assert b"\r" not in first
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [path.name]


def test_written_qdc_is_valid(study: StudyFile, tmp_path: Path):
    import xmlschema

    take_codebook(study, SAMPLE)
    path = tmp_path / "ut.qdc"
    write_codebook(study, path)
    xmlschema.XMLSchema10(XSD).validate(path)
    assert path.read_bytes().startswith(b"<?xml")
    # The schema must be able to say no.
    path.write_bytes(path.read_bytes().replace(b"#0072B2", b"#0072B2FF"))
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        xmlschema.XMLSchema10(XSD).validate(path)


def test_yaml_is_the_form_people_edit(study: StudyFile, tmp_path: Path):
    take_codebook(study, SAMPLE)
    path = tmp_path / "ut.yaml"
    write_codebook(study, path)
    assert path.read_text("utf-8") == (
        "codebook: Nattarbeid på sykehjem\n"
        "format: 2\n"
        "codes:\n"
        "  - name: Vakta\n"
        "    guid: 7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a70\n"
        "    codable: false\n"
        '    colour: "#0072B2"\n'
        "    brief: Det som skjer om natta.\n"
        "    codes:\n"
        '      - name: "No"\n'
        "        guid: 7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a71\n"
        '        colour: "#D55E00"\n'
        "        brief: Å si nei til ei vakt.\n"
        "        definition: |-\n"
        "          Første linje.\n"
        "\n"
        "          Andre avsnitt.\n"
        "        when: Når noen sier nei.\n"
        "        when_not: Ikke når de er syke.\n"
        "        example: '- Nei, ikke i natt heller.'\n"
        "      - name: På\n"
        "        guid: 7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a72\n"
        '        colour: "#009E73"\n'
        "  - name: Søvn & <uro>\n"
        "    guid: 7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a73\n"
        '    colour: "#CC79A7"\n'
    )


def test_csv_runs_no_formula(study: StudyFile, tmp_path: Path):
    import csv

    code = FileCode("=SUM(A1)", "7c0f6a52-9d42-4f0a-8a53-0b1f4d5e6a70", "+47", "@her", "-1", "'=x", colour="#0072B2")
    take_codebook(study, CodebookFile("x", (code,)))
    path = tmp_path / "ut.csv"
    write_codebook(study, path)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        cells = list(csv.reader(lines))[1]
    assert cells[:6] == ["'=SUM(A1)", "'=SUM(A1)", "'+47", "'@her", "'-1", "''=x"]
    assert read_codebook(path).codes == (code,)


def test_names_of_one_letter_of_difference_in_form_are_one(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("codes:\n  - name: re\u0301n\n", encoding="utf-8")
    assert read_codebook(path).codes[0].name == canonical("rén").text


def test_writing_over_another_kind_of_file_is_refused(study: StudyFile, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("deltaker;alder\nP01;44\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="is no codebook"):
        write_codebook(study, people)
    assert people.read_text(encoding="utf-8") == "deltaker;alder\nP01;44\n"
    take_codebook(study, SAMPLE)
    mine = tmp_path / "mine.yaml"
    write_codebook(study, mine)
    write_codebook(study, mine)
    assert len(read_codebook(mine).codes) == 2
