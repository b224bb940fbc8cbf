"""The exports kept in the repository are those that the demo gives today."""

from pathlib import Path

import pytest

from workbench.demo import ENGLISH, NORWEGIAN, Material, data_root, material
from workbench.demo.golden import write_goldens
from workbench.exchange.codebook_file import read_codebook
from workbench.store.lookups.counts import counts
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, Entity, Masker

EXPORTS = data_root() / "exports"
REMAKE = "write the goldens anew with workbench.demo.golden.write_goldens when the change is meant"


@pytest.mark.parametrize("language", ["norwegian", "english"])
def test_the_demo_gives_the_kept_exports_byte_for_byte(
    language: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    written = write_goldens(request.getfixturevalue(language), tmp_path)
    for path in written:
        assert path.read_bytes() == (EXPORTS / path.name).read_bytes(), f"{path.name}: {REMAKE}"
    with StudyFile.open(request.getfixturevalue(language), read_only=True) as study:
        assert counts(study).exports >= 4


def test_every_export_of_the_list_is_kept() -> None:
    ours = {path.name for path in EXPORTS.iterdir() if path.suffix in (".md", ".csv", ".docx", ".xlsx", ".qdc")}
    assert ours >= {
        *(f"sitater-norsk.{ending}" for ending in ("md", "csv", "docx", "xlsx")),
        *(f"quotes-english.{ending}" for ending in ("md", "csv", "docx", "xlsx")),
        "kodebok.qdc", "kodebok.csv",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("what", "name"), [(NORWEGIAN, "sitater-norsk"), (ENGLISH, "quotes-english")], ids=["norsk", "english"]
)
def test_the_kept_quotes_name_nobody(what: Material, name: str) -> None:
    masker = Masker(
        Entity(number, new.kind, new.forms, new.decision, new.replacement, new.match_case)
        for number, new in enumerate(material.read_names(what.books / what.names), 1)
        if new.decision is Decision.REPLACE
    )
    for ending in ("md", "csv"):
        text = (EXPORTS / f"{name}.{ending}").read_text(encoding="utf-8-sig")
        assert [mask.entity.name for mask in masker.find(text, cased=True)] == []
        assert "[" in text


def test_the_kept_codebooks_hold_the_whole_codebook() -> None:
    kept = read_codebook(NORWEGIAN.books / NORWEGIAN.codebook)
    for name in ("kodebok.qdc", "kodebok.csv"):
        again = read_codebook(EXPORTS / name)
        assert [(code.guid, code.name, code.definition) for code, _ in again.walk()] == [
            (code.guid, code.name, code.definition) for code, _ in kept.walk()
        ]
