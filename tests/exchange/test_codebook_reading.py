from pathlib import Path

import pytest

from workbench.errors import ExchangeError
from workbench.exchange import from_study, read_codebook, take_codebook, write_codebook
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode

GUID = "1b0f6a52-9d42-4f0a-8a53-0b1f4d5e6a7"


def put(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(file: CodebookFile) -> list[str]:
    return [" > ".join(one.name for one in (*above, code)) for code, above in file.walk()]


# Bad files: one sentence, the line, and what to do

YAML = {
    "": "is empty",
    "# bare en merknad\n": "is empty",
    "codes: [": "line 1: this is not YAML",
    "a: b: c\n": "line 1: this is not YAML",
    "codes:\n  - name: A\x01\n": "not YAML",
    "codes: []\n---\ncodes: []\n": "line 2: this is not YAML",
    "- A\n- B\n": "line 1: the codebook must be written as `key: value`",
    "codebook: X\n": "no `codes:` list",
    "codebook: X\nkoder: []\n": "line 2: `koder` is not a key of the codebook; allowed are codebook, format, codes.",
    "format: 3\ncodes: []\n": "line 1: the codebook is of format 3, newer than this workbench",
    "format: ny\ncodes: []\n": "line 1: `format` must be a number",
    "codes:\n  - name: A\n    source: luft\n": "line 2: A code comes from data, theory, guide, earlier study, assist",
    "codes:\n  - name: A\n    aliases: [[B]]\n": "line 3: `aliases` must be a text",
    "codes:\n  - name: A\n    farge: x\n": "line 3: `farge` is not a key of a code; allowed are name, aliases, "
    "guid, codable, colour, source, owner, brief, definition, when, when_not, example, counter_example, codes.",
    "codes:\n  - name: A\n    name: B\n": "line 3: `name` comes twice",
    "codes:\n  - name: A\n  - name: a\n": "line 3: «a» stands beside another code of that name (line 2)",
    f"codes:\n  - name: A\n    guid: {GUID}0\n  - name: B\n    guid: '{{{GUID.upper()}0}}'\n": "line 4: «B» has the",
    "codes:\n  - brief: uten navn\n": "line 2: a code has no name",
    "codes:\n  - name: ''\n": "line 2: a code has no name",
    "codes:\n  - name: [A]\n": "line 2: `name` must be a text",
    "codes:\n  - A\n": "line 2: a code must be written",
    "codes: A\n": "line 1: `codes:` must hold a list",
    "codes:\n  - name: A\n    colour: blågrønn\n": "line 2: «blågrønn» is not a colour; write it as #RRGGBB.",
    "codes:\n  - name: A\n    guid: 12\n": "line 2: «12» is not a GUID",
    "codes:\n  - name: A\n    codable: kanskje\n": "line 3: `codable` must be true or false",
    f"codes:\n  - name: {'x' * 121}\n": "has 121 characters; use at most 120",
    "codes: &k\n  - name: A\n    codes: *k\n": "line 1: a YAML alias puts a code inside itself",
    "codes:\n  - &a\n    name: A\n    codes: [*a]\n": "alias puts a code inside itself",
    "codes: [" + "{name: A, codes: [" * 51 + "]}" * 51 + "]": "more than 50 levels",
    "codes: " + "[" * 4000: "too deep",
}


@pytest.mark.parametrize("content", YAML, ids=range(len(YAML)))
def test_bad_yaml_is_refused_in_one_sentence(tmp_path: Path, content: str):
    path = put(tmp_path, "bok.yaml", content)
    with pytest.raises(ExchangeError) as refused:
        read_codebook(path)
    assert YAML[content] in str(refused.value)
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)


def test_a_file_of_aliases_that_would_explode_is_refused(tmp_path: Path):
    lines = ["codes:", "  - name: A", "    codes: &l0 [{name: x}]"]
    for level in range(1, 40):
        lines += [f"  - name: B{level}", f"    codes: &l{level}"]
        lines += [f"      - {{name: y{n}, codes: *l{level - 1}}}" for n in range(4)]
    path = put(tmp_path, "bok.yaml", "\n".join(lines))
    with pytest.raises(ExchangeError, match="more than 20000 codes"):
        read_codebook(path)


def xml(codes: str, root: str = 'xmlns="urn:QDA-XML:codebook:1.0"') -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<CodeBook {root}>\n<Codes>\n{codes}\n</Codes>\n</CodeBook>'


QDC = {
    "<CodeBook": "line 1: the XML is damaged",
    xml("<Code>"): "line 5: the XML is damaged (mismatched tag)",
    '<?xml version="1.0"?>\n<!DOCTYPE CodeBook [<!ENTITY a "b">]>\n<CodeBook/>': "line 2: the file declares a DOCTYPE",
    "<html></html>": "line 1: this XML is not a REFI-QDA codebook",
    '<Project xmlns="urn:QDA-XML:project:1.0"/>': "is a REFI-QDA project",
    xml(f'<Code guid="{GUID}0" name="A"/>\n<Code guid="{GUID}0" name="B"/>'): "line 5: "
    f"«B» has the GUID {GUID}0, which line 4 has too",
    xml('<Code name="A" isCodable="true">' * 51 + "</Code>" * 51): "more than 50 levels",
    '<?xml version="1.0" encoding="finnes-ikke"?><CodeBook/>': "cannot be read",
    "ren tekst": "does not begin as XML",
}  # fmt: skip


@pytest.mark.parametrize("content", QDC, ids=range(len(QDC)))
def test_bad_qdc_is_refused_in_one_sentence(tmp_path: Path, content: str):
    path = put(tmp_path, "bok.qdc", content)
    with pytest.raises(ExchangeError) as refused:
        read_codebook(path)
    assert QDC[content] in str(refused.value)
    assert "\n" not in str(refused.value)


CSV = {
    "name,brief\n": None,
    "kode;tekst\nA;b\n": "no column `path` or `name`",
    "path,path\nA,b\n": "column «path» comes twice",
    "path,guid,farge\nA,,x\n": "line 1: «farge» is not a column of a codebook; allowed are path, name, brief",
    "path,brief\n,bare tekst\n": "line 2: a code has no name",
    'path,brief\nA,"to\nlinjer"\nA,igjen\n': "line 4: «A» stands beside another code of that name (line 2)",
    "path,codable\nA,kanskje\n": "line 2: «kanskje» in `codable` must be true or false",
    "path,colour\nA,rødt\n": "line 2: «rødt» is not a colour",
    "path,name\nB,A\nA,B\n": "stand under each other in a circle",
    "path,name\nB,A\nC,B\nA,C\n": "in a circle",
    'path,brief\nA,"uten slutt\n': "not a CSV table",
    "path\n" + " > ".join("abcdefghij"[n // 10] + str(n) for n in range(51)) + "\n": "more than 50 levels",
}


@pytest.mark.parametrize("content", [one for one, words in CSV.items() if words], ids=range(len(CSV) - 1))
def test_bad_csv_is_refused_in_one_sentence(tmp_path: Path, content: str):
    path = put(tmp_path, "bok.csv", content)
    with pytest.raises(ExchangeError) as refused:
        read_codebook(path)
    assert str(CSV[content]) in str(refused.value)


def test_a_csv_with_headings_only_is_an_empty_codebook(tmp_path: Path):
    assert read_codebook(put(tmp_path, "bok.csv", "name,brief\n")).codes == ()


def test_missing_folder_binary_and_unknown_files(tmp_path: Path):
    cases = [
        (tmp_path / "ingen.yaml", "There is no file"),
        (tmp_path, "cannot be read"),
        (put(tmp_path, "a.yaml", b"codes:\n  - name: \xe5\n"), "line 2: this is not UTF-8"),
        (put(tmp_path, "b.yaml", b"codes:\x00"), "not a text file"),
        (put(tmp_path, "c.docx", "PK"), "it reads .yaml, .yml, .qdc, .csv files"),
        (put(tmp_path, "d.csv", b"\xef\xbb\xbf \n"), "is empty"),
    ]
    for path, words in cases:
        with pytest.raises(ExchangeError, match=words):
            read_codebook(path)


# Files of other programs


def test_qualcoder_like_file_with_mark_and_crlf(tmp_path: Path):
    content = xml(
        f'<Code guid="{GUID}0" name="Søvn &amp; uro" isCodable="false">\n'
        "<Description>Første linje.\nAndre.</Description>\n"
        f'<Code guid="{GUID}1" name="Kaffe" isCodable="true" color="#a3bea5"/>\n</Code>'
    ).replace("\n", "\r\n")
    file = read_codebook(put(tmp_path, "bok.qdc", b"\xef\xbb\xbf" + content.encode()))
    assert names(file) == ["Søvn & uro", "Søvn & uro > Kaffe"]
    assert file.title == "bok"
    assert file.codes[0].brief == "Første linje.\nAndre."
    assert (file.codes[0].codable, file.codes[0].children[0].colour) == (False, "#A3BEA5")
    assert len(file.notes) == 1 and "byte-order mark" in file.notes[0]


def test_taguette_like_file_with_empty_sets(tmp_path: Path):
    content = xml(f'<Code guid="{GUID.upper()}A" name="rolig" isCodable="true"/>').replace(
        "</Codes>", "</Codes><Sets/>"
    )
    file = read_codebook(put(tmp_path, "bok.qdc", content))
    assert file.codes == (FileCode("rolig", f"{GUID}a"),)
    assert [note for note in file.notes if "empty <Sets>" in note]
    assert [note for note in file.notes if "lower case" in note]


def test_what_other_programs_write_is_repaired_and_told(tmp_path: Path):
    long = "en lang kode " * 12
    content = xml(
        f'<Code guid="{{{GUID.upper()}0}}" name="A" isCodable="true" color="#11223344"/>\n'
        f'<Code guid="id-17" name="a" color="rgb(0, 114, 178)"/>\n'
        f'<Code guid="{GUID}2" name=" " isCodable="1" color="lilla"><NoteRef targetGUID="{GUID}9"/></Code>\n'
        f'<Code name="{long}" isCodable="0"/>',
        'xmlns="urn:QDA-XML:codebook:0:4" origin="X"',
    ).replace("</Codes>", f'</Codes><Sets><Set guid="{GUID}8" name="S"><MemberCode guid="{GUID}0"/></Set></Sets>')
    file = read_codebook(put(tmp_path, "uten endelse", content))
    assert [code.name for code in file.codes][:3] == ["A", "a (2)", "Code 3"]
    assert [code.colour for code in file.codes] == ["#112233", "#0072B2", "", ""]
    assert [code.codable for code in file.codes] == [True, True, True, False]
    assert len(file.codes[3].name) <= 120
    told = " ".join(file.notes)
    for words in (
        "codebook:0:4",
        "1 × NoteRef",
        "1 × Set",
        "«a» stood twice",
        "had no name",
        "«lilla» is not a colour",
        "was cut",
        "isCodable is missing",
        "without a GUID",
        "no GUIDs",
        "lower case",
        "form #RRGGBB: 2",
    ):
        assert words in told, words  # fmt: skip
    assert [code.guid for code in read_codebook(tmp_path / "uten endelse").codes] == [code.guid for code in file.codes]


@pytest.mark.parametrize(
    "content, expected",
    [
        ("Code;Memo\nSøvn;Om natta\nSøvn > Kaffe;\n", ["Søvn", "Søvn > Kaffe"]),
        ("Code,Memo\nSøvn\\Kaffe,x\n", ["Søvn", "Søvn > Kaffe"]),
        ("tag,description\nrolig,Når det er stille\n", ["rolig"]),
        ("codename,memo,date\nSøvn>>Kaffe>>Svart,x,y\n", ["Søvn", "Søvn > Kaffe", "Søvn > Kaffe > Svart"]),
    ],
)
def test_tables_of_other_programs(tmp_path: Path, content: str, expected: list[str]):
    file = read_codebook(put(tmp_path, "bok.csv", content.encode("cp1252")))
    assert names(file) == expected
    assert ("folder was made" in " ".join(file.notes)) == (len(expected) > content.count("\n") - 1)


def test_rows_of_a_table_may_come_in_any_order(tmp_path: Path):
    file = read_codebook(put(tmp_path, "bok.csv", "path,name,brief\nA,B,under\n,A,over\n"))
    assert names(file) == ["A", "A > B"]
    assert file.codes[0].brief == "over"


# Taking a file into a study


def test_codes_without_guid_are_the_same_at_each_reading(study: StudyFile, tmp_path: Path):
    path = put(tmp_path, "bok.yaml", "codes:\n  - name: A\n    codes:\n      - name: B\n")
    assert take_codebook(study, read_codebook(path)).added == 2
    report = take_codebook(study, read_codebook(path))
    assert (report.added, report.updated, report.unchanged, report.differs) == (0, 0, 2, ())


def test_taking_fills_what_is_empty_and_overwrites_nothing(study: StudyFile):
    here = CodebookFile("x", (
        FileCode("A", f"{GUID}0", "kort", colour="#0072B2", children=(FileCode("B", f"{GUID}1", colour="#0072B2"),)),
        FileCode("C", f"{GUID}2", colour="#0072B2"),
    ))  # fmt: skip
    take_codebook(study, here)
    file = CodebookFile("x", (
        FileCode("A2", f"{GUID}0", "en annen", "hel", codable=False, colour="#0072B2"),
        FileCode("c", f"{GUID}9", children=(FileCode("D", f"{GUID}4", "ny"), FileCode("B", f"{GUID}1"))),
    ))  # fmt: skip
    report = take_codebook(study, file)
    assert (report.added, report.updated, report.unchanged) == (1, 1, 2)
    assert len(report.differs) == 5
    for words in (
        "another brief definition",
        "the name «A2»",
        "whether it is used",
        "the name «c»",
        "place in the tree",
    ):
        assert any(words in line for line in report.differs), words
    after = from_study(study)
    assert names(after) == ["A", "A > B", "C", "C > D"]
    assert (after.codes[0].brief, after.codes[0].definition) == ("kort", "hel")
    assert after.codes[1].children[0].guid == f"{GUID}4"
    study.undo()
    assert from_study(study).codes == here.codes


def test_a_name_that_another_code_has_is_not_doubled(study: StudyFile):
    take_codebook(study, CodebookFile("x", (FileCode("Y", f"{GUID}1"), FileCode("X", f"{GUID}2"))))
    file = CodebookFile("x", (
        FileCode("Z", f"{GUID}1"), FileCode("Y", f"{GUID}3", children=(FileCode("under", f"{GUID}4"),)),
    ))  # fmt: skip
    report = take_codebook(study, file)
    assert names(from_study(study)) == ["Y", "X"]
    assert report.added == 0
    assert "«Y» with the 1 below it was not added" in report.differs[1]


def test_a_removed_code_comes_back_and_a_merged_one_does_not(study: StudyFile):
    from workbench.acts import codebook as codebook_act
    from workbench.store.lookups.codes import codebook

    take_codebook(study, CodebookFile("x", tuple(FileCode(name, f"{GUID}{n}") for n, name in enumerate("ABC"))))
    codebook_act.remove(study, codebook(study).named("A").id)
    codebook_act.merge(study, codebook(study).named("B").id, codebook(study).named("C").id)
    file = CodebookFile("x", (
        FileCode("A", f"{GUID}0", "tilbake"), FileCode("B", f"{GUID}1", children=(FileCode("b", f"{GUID}5"),)),
    ))  # fmt: skip
    report = take_codebook(study, file)
    assert report.added == 2
    assert report.differs == ("«B» was merged into «C» here and was not added again.",)
    assert names(from_study(study)) == ["C", "C > b", "A"]
    study.undo()
    assert names(from_study(study)) == ["C"]


def test_writing_refuses_without_harm(study: StudyFile, tmp_path: Path):
    old = put(tmp_path, "ut.qdc", "gammel")
    with pytest.raises(ExchangeError, match="at least one code"):
        write_codebook(study, old)
    assert old.read_text() == "gammel"
    with pytest.raises(ExchangeError, match="names no codebook format"):
        write_codebook(study, tmp_path / "ut.docx")
    with pytest.raises(ExchangeError, match="cannot be written"):
        write_codebook(study, tmp_path / "ingen mappe" / "ut.yaml")
    (tmp_path / "mappe.yaml").mkdir()
    with pytest.raises(ExchangeError, match="cannot be written"):
        write_codebook(study, tmp_path / "mappe.yaml")
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]
