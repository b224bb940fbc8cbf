import base64
import json
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import ReportError
from workbench.jobs.plain import document, document_json, entity, entity_json, new_entity, place
from workbench.jobs.registry import Bench, run_inline
from workbench.report.document import Document, Heading, Paragraph, QuoteBlock, Run, Table
from workbench.study.masking import Decision, Entity, EntityKind

REPORT = Document(
    "Sitater",
    "nb",
    (
        Heading("Å vente", 1),
        Paragraph((Run("Ventetida "), Run("teller", italic=True)), "Merknad", True),
        QuoteBlock(("Jeg venta hele vinteren hos Gudlaug.",), "Kvinne", "D1, 4"),
        Table((("tema", "sitat"), ("Å vente", "Jeg venta"))),
    ),
)
NAME = Entity(3, EntityKind.PERSON, ("Gudlaug",), Decision.REPLACE, "[søsteren]")


def test_documents_and_entities_cross_as_json() -> None:
    assert document(json.loads(json.dumps(document_json(REPORT)))) == REPORT
    assert entity(json.loads(json.dumps(entity_json(NAME)))) == NAME


def rendered(args: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(run_inline("report.render", json.loads(json.dumps(args)))))


@pytest.mark.parametrize("name", ["md", "docx"])
def test_a_document_becomes_a_file_and_its_text(name: str) -> None:
    made = rendered({"format": name, "document": document_json(REPORT)})
    assert len(base64.b64decode(made["data"])) > 100
    assert any("Jeg venta hele vinteren hos Gudlaug." in text for text in made["texts"])


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_rows_become_a_table_and_its_text(name: str) -> None:
    made = rendered({"format": name, "rows": [["tema", "sitat"], ["Å vente", "Jeg venta"]]})
    assert base64.b64decode(made["data"])
    assert any("Jeg venta" in text for text in made["texts"])


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ReportError, match="pdf"):
        rendered({"format": "pdf", "document": document_json(REPORT)})


def test_names_are_found_and_known_ones_left_out() -> None:
    text = "Så ringte jeg til Gudlaug Tveiten, og hun sa at Sverre Kvam på Nordlia kom på mandag. Gudlaug lo."
    args: dict[str, Any] = {"texts": [{"id": 4, "name": "D1", "text": text}], "language": "nb"}
    found = [new_entity(one) for one in json.loads(json.dumps(run_inline("shield.scan", args)))["new"]]
    names = {form for one in found for form in one.forms}
    assert {"Gudlaug Tveiten", "Sverre Kvam"} <= names
    known = [Entity(9, EntityKind.PERSON, ("Sverre Kvam",), Decision.KEEP)]
    rest = run_inline("shield.scan", {**args, "known": [entity_json(one) for one in known]})
    assert "Sverre Kvam" not in {form for one in rest["new"] for form in one["forms"]}
    seen = [place(one) for one in rest["places"]]
    assert {text[one.start : one.end] for one in seen if one.form == "Sverre Kvam"} == {"Sverre Kvam"}
    assert {one.transcript_id for one in seen} == {4} and "names" in {one.finder for one in seen}


def test_texts_come_part_by_part_and_the_scan_tells_how_far_it_is() -> None:
    text = "Så ringte jeg til Gudlaug Tveiten, og hun sa at Sverre Kvam på Nordlia kom på mandag. Gudlaug lo."
    whole = [{"id": 4, "name": "D1", "text": text}, {"id": 5, "name": "D2", "text": "Der traff jeg Gudlaug igjen."}]
    at_once = run_inline("shield.scan", {"texts": whole, "language": "nb"})

    bench = Bench()
    run_inline("shield.part", {"id": 9, "name": "D9", "text": "Og Torgeir Aas kom.", "first": True}, bench=bench)
    parts = [(4, "D1", text[:30]), (4, "D1", text[30:]), (5, "D2", whole[1]["text"])]
    counted = [
        run_inline("shield.part", {"id": one, "name": name, "text": words, "first": not at}, bench=bench)["texts"]
        for at, (one, name, words) in enumerate(parts)
    ]
    assert counted == [1, 1, 2]
    told: list[tuple[int, int]] = []
    found = run_inline("shield.scan", {"language": "nb"}, lambda done, of, _: told.append((done, of)), bench=bench)
    assert found == at_once and told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    # The texts are not kept.
    assert run_inline("shield.scan", {"language": "nb"}, bench=bench)["places"] == []


def test_transcripts_are_listed_then_read_one_by_one_and_bad_files_named(tmp_path: Path) -> None:
    (tmp_path / "D1.txt").write_text("I: Hvordan gikk det?\nD: Det gikk fint, takk, og så dro jeg hjem.\n", "utf-8")
    (tmp_path / "D2.docx").write_bytes(b"")
    listed = run_inline("transcripts.files", {"paths": [str(tmp_path), str(tmp_path / "none")]})
    assert [Path(one).name for one in listed["files"]] == ["D1.txt", "D2.docx", "none"] and listed["problems"] == []
    found = [run_inline("transcripts.read", {"path": one}) for one in listed["files"]]
    assert [sorted(one) for one in found] == [["preview"], ["path", "problem"], ["path", "problem"]]
    assert found[0]["preview"]["name"] == "D1"
    assert "D2.docx" in found[1]["problem"]
    said = {"accepted": [], "rejected": [], "speakers": {"d": "interviewer", "i": "participant"}, "words": []}
    other = run_inline("transcripts.read", {"path": listed["files"][0], "choices": said})["preview"]
    assert [turn[2] for turn in other["turns"]] == ["participant", "interviewer"]
    assert json.loads(json.dumps(found)) == found
