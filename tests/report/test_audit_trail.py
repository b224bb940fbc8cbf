"""The audit trail as a file: what it holds, what it leaves out, and that it is whole or not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workbench import words
from workbench.acts import codebook, coding, memos, people, quotes
from workbench.errors import GateClosed, ReportError, StoreError
from workbench.report import audit_trail
from workbench.report.audit_trail import export_trail, plan_trail, write_trail
from workbench.report.writers.trail_html import _POLICY, _SCRIPT, _STYLE  # pyright: ignore[reportPrivateUsage]
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.history import ActFilter
from workbench.study.ids import short

if TYPE_CHECKING:
    from conftest import Room

NASTY = "<img src=x onerror=alert(1)>\u202e\x1b[31m"


def acts_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class _Page(HTMLParser):
    """What a browser would make of the page: tags with what asks for something, and the text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_act_is_a_line_with_its_rows_before_and_after(room: Room) -> None:
    path = room.folder / "trail.jsonl"
    quote = quotes.load_all(room.study)[0]
    coding.drop(room.study, quote.coding_id)
    room.study.undo()
    result = export_trail(room.study, path, ActFilter())
    lines = acts_in(path)
    assert result.acts == len(lines) == room.study.value("SELECT count(*) FROM act") - 1
    assert [one["at"] for one in lines] == sorted(one["at"] for one in lines)
    undone, undo = lines[-2], lines[-1]
    assert (undone["verb"], undone["kind"], undone["state"]) == ("coding.drop", "do", "undone")
    assert (undo["kind"], undo["state"]) == ("undo", "log") and undo["text"].startswith("took back: ")
    assert undo["of"] == undone["id"] and undone["of"] is None
    (dropped, unpicked) = undone["rows"]
    assert (dropped["table"], dropped["became"], dropped["id"]) == ("coding", "removed", short(quote.coding_id))
    assert (unpicked["table"], unpicked["became"]) == ("quote", "removed")
    added = next(row for one in lines if one["verb"] == "coding.apply" for row in one["rows"])
    assert added["after"]["code_id"]["name"] == "Blir ringt opp" and added["after"]["start"] >= 0


def test_names_and_words_are_left_out_unless_asked_for(room: Room) -> None:
    room.name("Nordre Mekaniske")
    codebook.add(room.study, "Torhilds rolle", None, example="Da ringte Torhild.", brief="om Nordre Mekaniske")
    memos.write(room.study, "code", room.study.live("code")[0]["id"], "Torhild minner om moren min.")
    path = room.folder / "trail.jsonl"
    export_trail(room.study, path, ActFilter())
    text = path.read_text(encoding="utf-8")
    for gone in ("Torhild", "Nordre Mekaniske", "brev. Det kom", "jeg trodde på", "moren min", '"47"', "P01.txt"):
        assert gone not in text, gone
    # Counts and ids stay, and a name that is replaced is told as it is shown elsewhere.
    assert "[ruskonsulenten]s rolle" in text and "[left out, 18 characters]" in text
    assert room.study.live("code")[-1]["id"] and short(room.study.live("code")[-1]["id"]) in text
    page = room.folder / "trail.html"
    export_trail(room.study, page, ActFilter())
    assert "Torhild" not in page.read_text(encoding="utf-8")


def test_with_words_the_gate_stands_in_the_way(room: Room) -> None:
    path = room.folder / "trail.jsonl"
    result = export_trail(room.study, path, ActFilter(), with_words=True)
    said = next(one for one in acts_in(path) if one["verb"] == "coding.apply")
    assert said["passage"]["words"].startswith("Da var det [ruskonsulenten] som ringte") and result.acts > 10
    assert said["detail"]["words"].startswith("Da var det [ruskonsulenten]")
    path.unlink()
    exports = len(room.study.live("export"))
    room.name("Brevet")
    with pytest.raises(GateClosed, match="nobody has decided"):
        export_trail(room.study, path, ActFilter(), with_words=True)
    assert not path.exists() and len(room.study.live("export")) == exports
    assert not list(room.folder.glob(".*part"))


def test_a_memo_for_its_writer_alone_never_leaves(room: Room) -> None:
    memos.write(room.study, "study", 0, "Jeg ble rørt.")
    with room.study.writing("memo.edit", {"about": "study", "words": "Jeg ble rørt."}) as writer:
        writer.update("memo", room.study.live("memo")[-1]["id"], {"private": 1})
    path = room.folder / "trail.jsonl"
    export_trail(room.study, path, ActFilter(kinds=("memo",)), with_words=True)
    assert "rørt" not in path.read_text(encoding="utf-8") and "left out" in path.read_text(encoding="utf-8")


def test_nothing_in_a_name_becomes_markup_or_a_command(room: Room) -> None:
    people.set_setting(room.study, "remark", NASTY)
    codebook.add(room.study, NASTY)
    page, lines = room.folder / "trail.html", room.folder / "trail.jsonl"
    export_trail(room.study, page, ActFilter())
    export_trail(room.study, lines, ActFilter())
    read = _Page(page)
    assert "img" not in {tag for tag, _ in read.tags} and "<img src=x" in read.text
    for path in (page, lines):
        text = path.read_text(encoding="utf-8")
        assert "\u202e" not in text and "\x1b" not in text


def test_the_page_asks_nobody_for_anything(room: Room) -> None:
    page = room.folder / "trail.html"
    export_trail(room.study, page, ActFilter())
    read = _Page(page)
    asks = [(tag, name) for tag, attrs in read.tags for name in attrs if name in ("src", "href", "action", "srcset")]
    assert not asks and not {"link", "iframe", "object", "base", "img"} & {tag for tag, _ in read.tags}
    policy = next(attrs["content"] for tag, attrs in read.tags if attrs.get("http-equiv"))
    assert policy == _POLICY and "default-src 'none'" in policy and "unsafe" not in policy
    text = page.read_text(encoding="utf-8")
    # The hashes of the policy are of just what stands in the page.
    assert text.count(f"<style>{_STYLE}</style>") == 1 and text.count(f"<script>{_SCRIPT}</script>") == 1
    assert "@import" not in _STYLE and "url(" not in _STYLE and "fetch" not in _SCRIPT and "innerHTML" not in _SCRIPT
    assert "@media print" in _STYLE
    acts = [attrs for tag, attrs in read.tags if tag == "article"]
    assert len(acts) == room.study.value("SELECT count(*) FROM act") - 1
    assert {attrs["data-who"] for attrs in acts} >= {"Koder"} and "codings" in {attrs["data-what"] for attrs in acts}


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "Historikken til studien «Tillit på prøve»"), ("en", "History of")]
)
def test_the_page_speaks_the_language_of_the_interface(room: Room, language: str, said: str) -> None:
    words.use(language)
    try:
        export_trail(room.study, room.folder / "trail.html", ActFilter(kinds=("code",)))
        text = (room.folder / "trail.html").read_text(encoding="utf-8")
    finally:
        words.use("en")
    assert said in text and f'<html lang="{language}">' in text
    assert ("la til koden" if language == "nb" else "added the code") in text


def test_the_page_tells_what_went_and_what_came_of_a_text(room: Room) -> None:
    code = room.study.live("code")[0]["id"]
    codebook.define(room.study, code, {"definition": "Å bli ringt opp av noen."})
    codebook.define(room.study, code, {"definition": "Å bli ringt opp av <alle>."})
    export_trail(room.study, room.folder / "trail.html", ActFilter(verbs=("code.define",)))
    text = (room.folder / "trail.html").read_text(encoding="utf-8")
    assert "Å bli ringt opp av <del>noen</del><ins>&lt;alle&gt;</ins>." in text


def test_the_filter_and_the_register(room: Room) -> None:
    path = room.study.folder / "exports" / "trail.jsonl"
    result = export_trail(room.study, path, ActFilter(kinds=("theme",), words="brevet"))
    assert [one["verb"] for one in acts_in(path)] == ["theme.add"] and result.acts == 1
    import hashlib

    assert result.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    kept = room.study.live("export")[-1]
    assert (kept["file"], kept["format"], kept["sha256"]) == ("trail.jsonl", "jsonl", result.sha256)
    line = room.study.rows("SELECT verb, state, detail FROM act ORDER BY id DESC LIMIT 1")[0]
    assert (line["verb"], line["state"]) == ("export.trail", "log") and json.loads(line["detail"])["count"] == "1"


def test_what_cannot_be_written(room: Room, tmp_path: Path) -> None:
    for name, why in (
        ("trail.docx", "no ending"), ("trail", "no ending"), (str(tmp_path), "no ending"), ("nowhere/t.html", "cannot"),
    ):  # fmt: skip
        with pytest.raises(ReportError, match=why):
            export_trail(room.study, tmp_path / name, ActFilter())
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(ReportError, match="folder"):
        plan_trail(room.study, tmp_path / "folder.html", ActFilter())
    with pytest.raises(ReportError, match="No act fits"):
        plan_trail(room.study, tmp_path / "t.html", ActFilter(words="finnesikke"))
    study = room.study.folder / f"{FILE_NAME}-copy.jsonl"
    with pytest.raises(ReportError):
        plan_trail(room.study, study, ActFilter())


def test_a_study_open_for_reading_lets_nothing_out(room: Room) -> None:
    with StudyFile.open(room.study.folder, read_only=True) as study, pytest.raises(StoreError, match="reading only"):
        export_trail(study, room.folder / "trail.html", ActFilter())
    assert not (room.folder / "trail.html").exists()


@pytest.mark.parametrize("break_at", ["middle", "register"])
def test_what_is_broken_off_leaves_nothing(room: Room, monkeypatch: pytest.MonkeyPatch, break_at: str) -> None:
    monkeypatch.setattr(audit_trail, "_BETWEEN", 2)
    path = room.study.folder / "exports" / "trail.jsonl"
    if break_at == "middle":
        steps = write_trail(room.study, plan_trail(room.study, path, ActFilter()))
        assert next(steps) == 2 and next(steps) == 4
        steps.close()
    else:

        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(audit_trail, "put_in_place", refuse)
        with pytest.raises(ReportError, match="No space left"):
            export_trail(room.study, path, ActFilter())
    assert not path.exists() and not room.study.live("export")
    # A folder made for it goes with it.
    assert not path.parent.exists()


def test_an_earlier_file_stays_until_the_new_one_is_whole(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    path = room.folder / "trail.jsonl"
    path.write_text("earlier", encoding="utf-8")
    steps = write_trail(room.study, plan_trail(room.study, path, ActFilter()))
    monkeypatch.setattr(audit_trail, "_BETWEEN", 2)
    next(steps)
    assert path.read_text(encoding="utf-8") == "earlier"
    for _ in steps:
        pass
    assert len(acts_in(path)) > 10


def test_acts_that_come_meanwhile_are_not_in_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_trail, "_BETWEEN", 2)
    count = room.study.value("SELECT count(*) FROM act")
    steps = write_trail(room.study, plan_trail(room.study, room.folder / "t.jsonl", ActFilter()))
    next(steps)
    codebook.add(room.study, "Kom imens")
    for _ in steps:
        pass
    assert len(acts_in(room.folder / "t.jsonl")) == count
    assert "Kom imens" not in (room.folder / "t.jsonl").read_text(encoding="utf-8")


def test_many_rows_of_one_act_are_all_in_the_lines_and_counted_on_the_page(make_room: Callable[[str], Room]) -> None:
    made = make_room("nb")
    people.take_table(made.study, [{"p": f"Q{n:02}", "age": "40"} for n in range(60)], "p", add_unknown=True)
    export_trail(made.study, made.folder / "t.jsonl", ActFilter(kinds=("participant",)))
    export_trail(made.study, made.folder / "t.html", ActFilter(kinds=("participant",)))
    assert len(acts_in(made.folder / "t.jsonl")[0]["rows"]) == 120
    text = (made.folder / "t.html").read_text(encoding="utf-8")
    assert re.search(r"What it touched: 120", text) and "and 80 more" in text and "Q19" in text and "Q59" not in text
