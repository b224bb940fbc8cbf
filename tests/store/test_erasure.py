"""Erasing a participant: nothing of them is left in any file, everything of the others is, and undo still works."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from erasing_study import (
    OWN,
    REAL,
    THEIRS,
    every_row,
    full_study,
    interview,
    journal_tells_the_tables,
    left,
    person,
    planted,
    sound,
    spoken,
    talk,
)
from locked import PASSPHRASE, needs_cipher
from made_study import content, ids, transcript
from released import RELEASED, unpack

from workbench import words
from workbench.acts import coding, history, memos, people, transcripts
from workbench.errors import StoreError, StudyError
from workbench.store import backups, check, engine, erasure, restore
from workbench.store.backup_names import Reason
from workbench.store.erasing.one_file import VERB
from workbench.store.lookups import readings
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.schema import JOURNALLED, VERSION
from workbench.store.study_file import StudyFile
from workbench.study.text import words_hash
from workbench.study.transcripts import Role

ALSO = ("ternefarvann", "solgt båt sommernatt")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed study with everything in it; its log is kept hot beside it."""
    folder = tmp_path_factory.mktemp("made") / "study"
    study = full_study(folder)
    hot = folder.with_name("hot")
    shutil.copytree(folder, hot, ignore=shutil.ignore_patterns("*-desk", "*-shm"))
    study.close()
    return hot


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "study"))


@pytest.fixture
def study(folder: Path) -> Iterator[StudyFile]:
    with StudyFile.open(folder) as study:
        yield study


def erase(study: StudyFile, label: str = "P07", also: tuple[str, ...] = ALSO) -> erasure.Certificate:
    return erasure.erase_participant(study, person(study, label), also)


# What is gone


def test_no_byte_is_left(study: StudyFile, folder: Path) -> None:
    strings = [*planted(), *ALSO]
    assert {one for one, _ in left(folder, strings)} == set(strings), "all of them were there"
    assert (folder / "study.workbench-wal").exists() == engine.wal_is_safe(), "the log is hot"
    certificate = erase(study)
    assert left(folder, strings) == []
    study.close()
    assert left(folder, strings) == []
    assert certificate.checked and not certificate.hits and certificate.sought > 15
    assert [one.result for one in certificate.files] == ["erased", "nothing", "erased"]


def test_the_label_is_left_only_within_other_words(study: StudyFile, folder: Path) -> None:
    erase(study)
    study.close()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        data = path.read_bytes().replace(b"P070", b"").replace(b"XP07", b"")
        assert b"P07" not in data and b"p07" not in data.lower(), path


def test_rows_of_every_kind_are_gone(study: StudyFile) -> None:
    certificate = erase(study)
    kinds = {
        "participant", "attribute", "transcript", "revision", "turn", "speaker", "session", "session_participant",
        "session_transcript", "coding", "quote", "quote_edit", "memo", "memo_link", "code", "entity",
        "entity_exception", "finding", "verdict", "review", "reading", "change", "word", "desk",
    }  # fmt: skip
    assert set(certificate.removed) == kinds and all(certificate.removed.values())
    assert {row["name"] for row in study.live("session")} == {"Gruppa", "Annet"}
    assert {row["name"] for row in study.live("transcript")} == {"P03", "Gruppe P03 [erased] P11"}
    assert {tuple(json.loads(row["forms"])) for row in study.live("entity")} == {("Torgrim", "Toggen"), ("Nordby",)}
    assert "den sommeren" in {row["name"] for row in study.live("code")}, "others' passages are coded so"
    assert not {"telte terner", "Skjærsommerfuglen kom aldri mer"} & {row["name"] for row in study.live("code")}
    assert study.desk("words") == {"last": "søkte «[erased].»", "else": "lampe", "[erased]": 1}
    assert study.desk(f"desk.{study.coder_id}") is None
    # Where one had looked in their text is forgotten with it, in others' not.
    left = {row["id"] for row in study.live("transcript")}
    assert len(readings.all_looks(study)) == 1 and readings.all_looks(study).keys() <= left
    assert all(one["transcript_id"] in left for one in study.rows("SELECT transcript_id FROM reading"))


def test_what_is_said_in_their_place(study: StudyFile) -> None:
    erase(study)
    texts = {row["text"] for row in study.live("memo")}
    assert "[erased] sa «[erased].» – og [erased] bror." in texts
    assert "P03 likner ikke på [erased], P070 eller XP07." in texts
    assert "Det var litt sånn at man ikke visste hva. Hvite nåler ned." in texts, "others said it, or too short a run"
    assert {row["value"] for row in study.live("attribute", name="nabo")} == {"bor ved [erased] hus"}
    searched = {row["name"]: json.loads(row["query"])["text"] for row in study.live("saved_search")}
    assert searched == {"søk etter [erased]": '"[erased]." OR [erased]', "[erased]": "hvem:[erased] båt"}
    assert study.live("theme")[0]["story"] == "Om [erased]. [erased]. Slik er det."
    assert study.live("code", name="Arbeid")[0]["when"] == "når  [erased]"
    assert study.live("code", name="[erased] natur") and study.live("map_version")[0]["name"] == "Kart etter [erased]"
    assert {row["file"] for row in study.live("export")} == {"[erased] sitater.md", "tabell.xlsx"}
    assert {row["reason"] for row in study.live("entity")} == {""}


# What stays


def test_everything_of_the_others_is_as_it_was(study: StudyFile) -> None:
    before = every_row(study)
    bodies = dict(tuple(row) for row in study.rows("SELECT revision_id, body FROM transcript_text"))
    certificate = erase(study)
    after = every_row(study)
    assert after.keys() <= before.keys()
    texts = ("name", "source", "sha256", "label", "words_hash", "memo", "note", "translation", "translator", "text",
             "value", "why", "place", "present", "story", "concept", "definition", "includes", "excludes", "title",
             "brief", "when", "example", "reason", "body", "query", "file")  # fmt: skip
    for key, row in after.items():
        moved = {name for name in row if row[name] != before[key][name]}
        assert moved <= {*texts, "participant_id", "speaker_id"}, (key, moved)
        for name in moved - {"sha256", "words_hash", "participant_id", "speaker_id"}:
            assert "[erased]" in row[name], (key, name)
    other = study.live("transcript", name="P03")[0]
    assert other == study.live("transcript", id=other["id"])[0]
    assert (
        study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (other["revision_id"],))
        == (bodies[other["revision_id"]])
    )
    of_p03 = [row for (table, _), row in after.items() if table == "coding" and row["transcript_id"] == other["id"]]
    assert of_p03 and all(before["coding", row["id"]] == row | {"memo": before["coding", row["id"]]["memo"]}
                          for row in of_p03)  # fmt: skip
    assert certificate.removed["coding"] + len([key for key in after if key[0] == "coding"]) == len(
        [key for key in before if key[0] == "coding"]
    )


def test_the_file_is_sound_and_goes_on(study: StudyFile) -> None:
    erase(study)
    sound(study)
    other = study.live("transcript", name="P03")[0]["id"]
    memos.write(study, "transcript", other, "Videre.")
    sound(study)
    study.close()
    with StudyFile.open(study.folder) as again:
        sound(again)
        assert again.undo() is not None
    assert not [path for path in study.folder.rglob("*") if ".part" in path.name]


def test_in_a_group_only_their_turns_are_gone(study: StudyFile) -> None:
    name = "Gruppe P03 P07 P11"
    key = transcript_lookup.named(study, name)
    before = transcript_lookup.load(study, key)
    file_hash = study.live("transcript", id=key)[0]["sha256"]
    erase(study)
    after = transcript_lookup.load(study, key)
    assert [(turn.start, turn.end, turn.number) for turn in after.turns] == [
        (turn.start, turn.end, turn.number) for turn in before.turns
    ]
    for old, new in zip(before.turns, after.turns, strict=True):
        said, was = after.text[new.start : new.end], before.text[old.start : old.end]
        if old.speaker == "P07":
            assert not set(said) - {"█", " "} and len(said.split()) == len(was.split())
            assert (new.speaker, new.participant_id, new.speaker_id) == ("[erased]", None, old.speaker_id)
        else:
            assert (said, new.speaker, new.participant_id) == (was, old.speaker, old.participant_id)
    assert len(before.text.split()) == len(after.text.split())
    row = study.live("transcript", id=key)[0]
    assert row["sha256"] != file_hash and len(row["sha256"]) == 64
    kept = study.live("coding", transcript_id=key)
    assert sorted(after.text[one["start"] : one["end"]][-8:] for one in kept) == ["lte kort", "sluttet.", "var kald"]
    for one in kept:
        assert one["words_hash"] == words_hash(after.text[one["start"] : one["end"]])
    reaching = next(one for one in kept if after.text[one["start"]] == "█")
    speaker = study.live("speaker", id=reaching["speaker_id"])[0]
    assert speaker["label"] == "P03"
    assert {row["text"] for row in study.live("memo", about="transcript", about_id=key)} == {"Alle ler."}


def test_the_index_knows_none_of_their_words(study: StudyFile) -> None:
    known = {row[0] for row in study.rows("SELECT word FROM word")}
    erase(study)
    gone = known - {row[0] for row in study.rows("SELECT word FROM word")}
    assert {"kikkerten", "havella", "ytterholmen", "båndsaga"} <= gone
    assert "meg" not in gone and "kvelden" in gone
    assert not study.rows("SELECT 1 FROM turn_words WHERE turn_words MATCH 'ytterholmen OR kikkerten'")
    assert not study.rows("SELECT 1 FROM word_part WHERE word_part MATCH 'kikkert'")
    assert len(study.rows("SELECT 1 FROM turn_words WHERE turn_words MATCH 'nordby'")) == 1


# The journal


def test_undo_and_redo_of_the_rest(study: StudyFile) -> None:
    undone = [act.act_id for act in history.waiting_redos(study)]
    erase(study)
    assert [act.act_id for act in history.waiting_redos(study)] == [
        one for one in undone if study.value("SELECT state FROM act WHERE id = ?", (one,)) == "undone"
    ]
    states: dict[int, str] = {}
    while (change := study.undo()) is not None:
        states[change.act_id] = content(study)
        assert not study.rows("PRAGMA foreign_key_check")
    assert not study.live("transcript") and not study.live("code") and not study.live("participant")
    journal_tells_the_tables(study)
    steps = []
    while (change := study.redo()) is not None:
        steps.append(change.act_id)
        if len(steps) < len(states):
            following = sorted(states)[len(steps)] if len(steps) < len(states) else 0
            assert content(study) == states.get(following, content(study))
    assert len(steps) >= len(states)
    sound(study)


def test_the_lines_stay(study: StudyFile) -> None:
    before = {row["id"]: dict(row) for row in study.rows("SELECT * FROM act")}
    certificate = erase(study)
    after = {row["id"]: dict(row) for row in study.rows("SELECT * FROM act")}
    assert after.keys() - before.keys() == {certificate.act_id} and before.keys() <= after.keys()
    line = after[certificate.act_id]
    assert (line["verb"], line["state"], line["kind"]) == (VERB, "log", "do") and "P07" not in line["detail"]
    assert max(after) == certificate.act_id
    for key, row in before.items():
        same = ("id", "at", "coder_id", "kind", "of_act")
        assert {name: row[name] for name in same} == {name: after[key][name] for name in same}
        if after[key]["state"] == "erased":
            assert (after[key]["verb"], after[key]["detail"]) == ("erased", "{}")
        else:
            assert (after[key]["verb"], after[key]["state"]) == (row["verb"], row["state"])
    assert sum(row["state"] == "erased" for row in after.values()) > 20
    lines = history.lines(study, 500)
    assert {line.state for line in lines} >= {"done", "erased", "log"}
    from workbench.words.history import full_sentence

    shown = [full_sentence(one.verb, one.kind.value, one.detail) for one in lines]
    assert shown[0].startswith("Erased a participant (transcripts: 3,") and "Something was erased here." in shown


def test_it_cannot_be_undone_and_is_heard_of(study: StudyFile) -> None:
    heard: list[Any] = []
    study.listen(heard.append)
    waiting = history.next_undo(study)
    certificate = erase(study)
    following = history.next_undo(study)
    assert following is not None and waiting is not None and following.verb != VERB
    assert [(one.verb, one.act_id) for one in heard] == [(VERB, certificate.act_id)]
    assert heard[0].touched["participant"] and heard[0].touched["coding"]


# Preview, certificate, refusals


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file() and not one.name.endswith("-shm")}


def test_the_preview_tells_the_same_and_touches_nothing(study: StudyFile, folder: Path) -> None:
    study.close()
    with StudyFile.open(folder) as again:
        before, held = bytes_of(folder), content(again)
        preview = erasure.preview(again, person(again, "P07"), ALSO)
        assert content(again) == held and bytes_of(folder) == before
        certificate = erase(again)
        assert (preview.removed, preview.replaced) == (certificate.removed, certificate.replaced)
        assert preview.exports == certificate.exports and set(preview.looks) == set(certificate.looks)
        assert [one.file for one in preview.files] == [one.file for one in certificate.files[1:]]
    assert json.loads(preview.as_json())["removed"]["transcript"] == 3


def test_the_certificate_in_words(study: StudyFile) -> None:
    (study.folder / "exports").mkdir()
    (study.folder / "exports" / "tabell.xlsx").write_bytes(b"lampe")
    (study.folder / "exports" / f"{REAL} sitater.md").write_text(f"> {OWN[0]}\n")
    certificate = erase(study)
    kinds = {Path(one.file).name: one.holds for one in certificate.exports}
    assert kinds == {f"{REAL} sitater.md": "holds", "tabell.xlsx": "perhaps"}
    assert {(Path(one.file).parent.name, one.kind) for one in certificate.hits} == {("exports", "words")}
    english = "\n".join(certificate.lines())
    words.use("nb")
    try:
        norwegian = "\n".join(certificate.lines())
    finally:
        words.use("en")
    assert "by Ane" in english and "3 transcripts" in english and "STILL THERE" in english
    assert "av Ane" in norwegian and "3 transkripsjoner" in norwegian and "FINNES ENNÅ" in norwegian
    for text in (english, norwegian, certificate.as_json()):
        shown = text.replace(f"{REAL} sitater.md", "")
        assert not [one for one in ("P07", *planted()) if one.lower() in shown.lower()]
        assert "erasure." not in text and "{" not in english
    kept = erasure.last_certificate(study)
    assert kept is not None and kept.removed == certificate.removed and kept.sought == certificate.sought
    assert kept.checked and {one.file for one in kept.exports} == {""}


def test_what_a_person_has_to_look_at(study: StudyFile) -> None:
    looks = erase(study).looks
    whys = {(one.why, one.table) for one in looks}
    assert whys == {("touching", "coding"), ("in_vivo", "code"), ("runs", "memo"), ("runs", "code")}
    memo = next(one for one in looks if one.why == "runs" and one.table == "memo")
    assert "Hvite nåler ned" in study.live("memo", id=memo.row_id)[0]["text"]


def test_refusals(study: StudyFile, folder: Path) -> None:
    held = content(study)
    with pytest.raises(StudyError, match="no longer in the study"):
        erasure.erase_participant(study, 404)
    for one in ("", " ", "x", "–"):
        if one.strip():
            with pytest.raises(StudyError, match="too short"):
                erase(study, also=(one,))
    with pytest.raises(StoreError, match="by itself"), study.together("memo.write", {}):
        erase(study)
    with StudyFile.open(folder, read_only=True) as reader:
        for act in (erasure.preview, erasure.erase_participant):
            with pytest.raises(StoreError, match="reading only"):
                act(reader, person(study, "P07"))
        if engine.wal_is_safe():  # elsewhere who only reads holds nothing
            with pytest.raises(StoreError, match="being read by another"):
                erase(study)
    assert content(study) == held and study.desk("erasing") is None
    assert {one.result for one in erase(study).files} == {"erased", "nothing"}


def test_no_room_on_the_disk(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    held = content(study)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1_000_000))
    with pytest.raises(StoreError, match="erasing needs"):
        erase(study)
    assert content(study) == held and study.desk("erasing") is None
    study.undo()


def test_an_error_half_way_leaves_the_study_as_it_was(study: StudyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store.erasing import files

    held, real, calls = content(study), files.put_in_place, []

    def fails(temporary: Path, path: Path) -> None:
        calls.append(path)
        if path.name == "study.workbench":
            raise OSError(5, "Input/output error")
        real(temporary, path)

    monkeypatch.setattr(files, "put_in_place", fails)
    with pytest.raises(StoreError, match=r"could not be erased .* In 1 backups the participant is erased already"):
        erase(study)
    assert content(study) == held and study.desk("erasing") is None and len(calls) == 2
    assert not [path for path in study.folder.rglob("*") if ".part" in path.name]
    monkeypatch.undo()
    assert [one.result for one in erase(study).files] == ["erased", "nothing", "nothing"]
    assert left(study.folder, planted()) == []


# Two after another, backups, encryption


def test_one_after_another(study: StudyFile, folder: Path) -> None:
    first = erase(study)
    sound(study)
    second = erase(study, "P03", ())
    sound(study)
    third = erase(study, "P11", ())
    sound(study)
    strings = [*planted(), *spoken(THEIRS), "spilte kort og drakk", "Nordby"]
    assert left(folder, strings) == []
    assert first.removed["transcript"] == 3 and second.removed["transcript"] == 1
    assert {row["label"] for row in study.live("participant")} == set() == set(study.live("transcript"))
    assert not third.hits and third.act_id > second.act_id > first.act_id
    assert third.removed["transcript"] == 1, "in the group only interviewers and signs were left"
    while study.undo():
        pass
    while study.redo():
        pass
    sound(study)


def test_backups_that_cannot_be_erased(study: StudyFile, folder: Path, tmp_path: Path) -> None:
    home = folder / "backups"
    kept = next(one for one in home.iterdir() if "working" in one.name)
    (home / "study 2026-01-01 10.00.00 by hand.workbench").write_bytes(b"lampe" * 2000)
    torn = home / "damaged 2026-01-02 10.00.00" / "study.workbench"
    torn.parent.mkdir()
    torn.write_bytes(kept.read_bytes()[:9000])
    with StudyFile.create(tmp_path / "other", "Annen", "nb", "Bo") as other:
        transcripts.add(other, transcript("P01"))
    shutil.copy(tmp_path / "other" / "study.workbench", home / "study 2026-01-03 10.00.00 by hand.workbench")
    newer = home / "study 2026-01-04 10.00.00 by hand.workbench"
    shutil.copy(kept, newer)
    connection = engine.connect(newer)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    unfinished = home / f".{kept.name}.part"
    unfinished.write_bytes(OWN[0].encode())
    certificate = erase(study)
    results = {Path(one.file).parts[1][:16]: (one.result, one.why) for one in certificate.files[1:]}
    assert results["study 2026-01-01"] == ("left", "damaged") and results["damaged 2026-01-"] == ("left", "damaged")
    assert results["study 2026-01-03"] == ("left", "foreign") and results["study 2026-01-04"] == ("left", "newer")
    assert {Path(name).parent.name for _, name in left_where(folder, planted())} <= {"backups", torn.parent.name}
    assert {hit.file for hit in certificate.hits} <= {str(newer.relative_to(folder)), str(torn.relative_to(folder))}
    assert any(hit.file == str(newer.relative_to(folder)) for hit in certificate.hits)
    assert not unfinished.exists()
    assert "NOT ERASED: it was made by a newer workbench" in "\n".join(certificate.lines())


def left_where(folder: Path, strings: list[str]) -> list[tuple[str, str]]:
    held = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [(one, str(path)) for one in strings for path, data in held.items() if one.encode() in data]


def test_a_backup_of_an_older_format(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "old"
    unpack(RELEASED[0], target)
    with StudyFile.open(target) as study:
        label = study.live("participant")[0]["label"]
        assert len(backups.listed(study.path)) == 1 and backups.inside(backups.listed(study.path)[0]).format == 1
        certificate = erasure.erase_participant(study, person(study, label))
        made = backups.listed(study.path)[0]
        assert backups.inside(made).format == VERSION
        assert [one.result for one in certificate.files] == ["erased", "erased"] and not certificate.hits
        assert {one.matter for one in check.check(made.path, thorough=True)} <= {"no_backup"}


def test_a_backup_knows_more_than_the_study(study: StudyFile, folder: Path) -> None:
    """After an older backup was restored, a newer one holds what the study has not: it is erased all the same."""
    other = study.live("transcript", name="P03")[0]["id"]
    secret = "Bare i kopien står det om lysfyret på skjæret."
    memos.write(study, "transcript", other, "som Lysfyrdronninga sa")
    older = backups.make(study.path, Reason.HAND)
    memos.write(study, "participant", person(study, "P07"), secret)
    people.set_attribute(study, person(study, "P07"), "alias", "Lysfyrdronninga")
    newer = backups.make(study.path, Reason.HAND)
    study.close()
    restore.restore(folder, older)
    with StudyFile.open(folder) as again:
        assert not again.live("attribute", name="alias")
        certificate = erase(again)
        assert left(folder, [secret, "Lysfyrdronninga"]) == [] and not certificate.hits
        assert "som [erased] sa" in {row["text"] for row in again.live("memo", about_id=other)}
    assert {one.matter for one in check.check(newer.path, thorough=True)} <= {"no_backup"}


@needs_cipher
def test_an_encrypted_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store import key_file, vault

    for module in (vault, key_file):
        if hasattr(module, "MEMORY_KIB"):
            monkeypatch.setattr(module, "MEMORY_KIB", 256)
    folder = tmp_path / "study"
    with full_study(folder, PASSPHRASE) as study:
        assert left(folder, planted()) == []
        plain = folder / "backups" / "study 2026-01-01 10.00.00 by hand.workbench"
        connection = engine.connect(study.path, key=study.key)
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')").fetchone()
        connection.execute(f"PRAGMA plain.user_version={connection.execute('PRAGMA user_version').fetchone()[0]}")
        connection.execute(f"PRAGMA plain.application_id={engine.APPLICATION_ID}")
        connection.close()
        locked = folder / "backups" / "study 2026-01-02 10.00.00 by hand.workbench"
        locked.write_bytes(os.urandom(16384))
        assert left(folder, planted())
        certificate = erase(study)
        key = study.key
        assert not certificate.hits and left(folder, planted()) == []
        results = {one.file: (one.result, one.why) for one in certificate.files}
        assert results[str(plain.relative_to(folder))] == ("erased", "")
        assert results[str(locked.relative_to(folder))] == ("left", "locked")
        sound(study)
    for path in (study.path, *[one for one in (folder / "backups").iterdir() if one.suffix == ".workbench"]):
        if path not in (plain, locked):
            assert engine.is_encrypted(path)
            assert _values_with(path, key, planted()) == []
    with StudyFile.open(folder, passphrase=PASSPHRASE) as again:
        assert again.undo() is not None


def _values_with(path: Path, key: bytes | None, strings: list[str]) -> list[str]:
    connection = engine.connect(path, read_only=True, more="&immutable=1", key=key)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    held = "\n".join(
        str(value) if not isinstance(value, bytes) else value.decode("latin-1")
        for table in tables if not table.startswith("sqlite_stat")
        for row in connection.execute(f'SELECT * FROM "{table}"')
        for value in row
    ).casefold()  # fmt: skip
    connection.close()
    return [one for one in strings if one.casefold() in held]


# Particular people


def test_a_label_that_is_only_a_number(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "s", "Tall", "nb", "Bo") as study:
        transcripts.add(study, transcript("Intervju 7", "7"))
        other = transcripts.add(study, transcript("Intervju 8", "8", ("Ja?", "Vi var 7 om bord på båten den dagen.")))
        with study.writing("people.set", {"label": "7", "count": "7", "name": "7"}) as writer:
            writer.insert("attribute", {"participant_id": person(study, "8"), "name": "nr", "value": "8"})
        memos.write(study, "transcript", other, "7 om bord; se turn 7.")
        certificate = erasure.erase_participant(study, person(study, "7"))
        assert study.live("memo")[0]["text"] == "7 om bord; se turn 7."
        detail = json.loads(study.value("SELECT detail FROM act WHERE verb = 'people.set'"))
        assert detail == {"label": "[erased]", "count": "7", "name": "[erased]"}
        assert ("label", "participant") in {(one.why, one.table) for one in certificate.looks}
        assert [row["name"] for row in study.live("transcript")] == ["Intervju 8"]


def test_somebody_else_sits_in(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "s", "Besøk", "nb", "Bo") as study:
        made = talk([("I", "", "Hei, hvordan går det?"), ("P1", "P1", OWN[0])], "P1")
        sister = transcripts.NewTurn("Hun sier alltid det.", "Søster", Role.OTHER)
        extra = transcripts.NewTurn("(pause)", "", Role.UNKNOWN)
        key = transcripts.add(
            study, transcripts.NewTranscript("P1", [*made.turns, sister, extra], "x", "txt", "utf-8", "1")
        )
        alone = transcripts.add(
            study, transcripts.NewTranscript("P1b", [*made.turns[:1], *_other_words(made), extra], "y", "txt", "u", "2")
        )
        certificate = erasure.erase_participant(study, person(study, "P1"))
        assert [row["id"] for row in study.live("transcript")] == [key] and alone
        assert "Hun sier alltid det." in transcript_lookup.load(study, key).text
        assert {(one.why, one.row_id) for one in certificate.looks} >= {("others", key)}


def _other_words(made: transcripts.NewTranscript) -> list[transcripts.NewTurn]:
    return [transcripts.NewTurn(OWN[2], "P1", Role.PARTICIPANT, "P1")]


def test_a_second_copy_with_nobody_linked_is_told_of(study: StudyFile) -> None:
    turns = [transcripts.NewTurn(one.text, one.speaker, Role.PARTICIPANT)
             for one in interview("x", "Q", OWN).turns]  # fmt: skip
    again = transcripts.add(study, transcripts.NewTranscript("Ukjent", turns, "u.txt", "txt", "utf-8", "e" * 64))
    kept = memos.write(study, "study", 0, f"Sitat: {OWN[3]}")
    certificate = erase(study)
    assert {(one.why, one.row_id) for one in certificate.looks if one.table == "transcript"} >= {("alike", again)}
    assert study.live("memo", id=kept)[0]["text"] == "Sitat: [erased].", "the copy does not make the words common"


def test_nothing_is_kept_of_who_was_never_interviewed(tmp_path: Path) -> None:
    with full_study(tmp_path / "s") as study:
        people.take_table(
            study, [{"participant": "Vilhelmine", "yrke": "losbåtfører"}], "participant", add_unknown=True
        )
        before = {table: ids(study, table) for table in JOURNALLED}
        certificate = erase(study, "Vilhelmine", ())
        assert {name for name, count in certificate.removed.items() if count} == {"participant", "attribute", "change"}
        assert left(study.folder, ["Vilhelmine", "losbåtfører"]) == []
        after = {table: ids(study, table) for table in JOURNALLED}
        assert {table for table in before if before[table] != after[table]} == {"participant", "attribute"}
        sound(study)


@pytest.mark.parametrize("way", ["coding", "memo"])
def test_what_is_done_meanwhile_waits(study: StudyFile, way: str) -> None:
    """Whoever keeps backups is waited for, and the next act goes on from the new file."""
    settled: list[str] = []

    class Guarding:
        before: Callable[[str], None] = staticmethod(settled.append)

        def settle(self) -> None:
            settled.append("settled")

    study.guard = Guarding()
    erase(study)
    assert settled == ["settled"]
    study.guard = None
    other = study.live("transcript", name="P03")[0]["id"]
    if way == "memo":
        assert memos.write(study, "transcript", other, "Etterpå.")
    else:
        from workbench.study.spans import Span

        assert coding.apply(study, other, Span(30, 40), ids(study, "code")[0])
    sound(study)


def test_what_later_formats_keep_of_a_person_goes_too(study: StudyFile, folder: Path) -> None:
    """Consent, say: a table this workbench does not know, which refers to participants."""
    study.db.execute(
        "CREATE TABLE signed_form (id INTEGER PRIMARY KEY, participant_id INTEGER REFERENCES participant(id), "
        "words TEXT, signature BLOB) STRICT"
    )
    study.db.execute(
        "CREATE TABLE signed_form_page (signed_form_id INTEGER NOT NULL REFERENCES signed_form(id), scan TEXT)"
    )
    for label in ("P07", "P03"):
        row = study.db.execute(
            "INSERT INTO signed_form (participant_id, words, signature) VALUES (?, ?, ?)",
            (person(study, label), f"{label} sier ja som {REAL}", label.encode()),
        ).lastrowid
        study.db.execute("INSERT INTO signed_form_page VALUES (?, ?)", (row, f"side av {label}"))
    certificate = erase(study)
    assert certificate.removed["signed_form"] == 1 and certificate.removed["signed_form_page"] == 1
    assert [row["words"] for row in study.rows("SELECT words FROM signed_form")] == ["P03 sier ja som [erased]"]
    assert not certificate.hits and left(folder, planted()) == []


def test_a_damaged_value_stops_it_before_anything_is_replaced(study: StudyFile, folder: Path) -> None:
    study.db.execute("UPDATE entity SET forms = 'ikke JSON' WHERE id = (SELECT min(id) FROM entity)")
    held = content(study)
    for act in (erasure.preview, erasure.erase_participant):
        with pytest.raises(StoreError, match="run `workbench check`"):
            act(study, person(study, "P07"))
    assert content(study) == held and study.desk("erasing") is None
    study.undo()


def test_a_backup_with_a_damaged_value_is_left_and_told(study: StudyFile, folder: Path) -> None:
    kept = next(one for one in (folder / "backups").iterdir() if "working" in one.name)
    connection = engine.connect(kept)
    connection.execute("UPDATE act SET detail = 'ikke JSON'")
    connection.close()
    certificate = erase(study)
    assert [(one.result, one.why) for one in certificate.files] == [
        ("erased", ""),
        ("nothing", ""),
        ("left", "damaged"),
    ]
    assert {one.file for one in certificate.hits} == {str(kept.relative_to(folder))}


def test_the_newest_backup_does_not_pass_for_the_study(study: StudyFile) -> None:
    from datetime import datetime, timedelta

    certificate = erase(study)
    last = study.value("SELECT max(id) FROM act")
    assert last == certificate.act_id
    newest = backups.listed(study.path)[0]
    assert backups.inside(newest).act_id != last and backups.inside(newest).verb == VERB
    assert backups.due(study.path, last, key=None, older_than=timedelta(), now=datetime.now())


def test_what_is_kept_of_a_search_can_still_be_read(study: StudyFile) -> None:
    from workbench.study.search_query import parse

    erase(study)
    for row in study.live("saved_search"):
        assert parse(json.loads(row["query"])["text"]).tree is not None


@pytest.mark.parametrize(("label", "replaced"), [("Solgunn", True), ("Fiskeren", False), ("Informant", False)])
def test_how_a_speaker_is_called_in_the_transcript(tmp_path: Path, label: str, replaced: bool) -> None:
    """A name is taken out everywhere; a word that others use is left, and told of."""
    with StudyFile.create(tmp_path / "s", "Taler", "nb", "Bo") as study:
        said = talk([("I", "", "Hei?"), (label, "P1", OWN[0])], "en")
        transcripts.add(study, said)
        transcripts.add(study, talk([("I", "", "Hei?"), ("P2", "P2", "Fiskeren gikk ut igjen.")], "to"))
        kept = memos.write(study, "study", 0, f"{label} sa lite.")
        certificate = erasure.erase_participant(study, person(study, "P1"))
        assert (study.live("memo", id=kept)[0]["text"] == "[erased] sa lite.") == replaced
        assert (("runs", kept) in {(one.why, one.row_id) for one in certificate.looks}) == (label == "Fiskeren")


def test_one_and_many_in_words(study: StudyFile) -> None:
    lines = erase(study).lines()
    assert "  1 place of others that reaches into their turns (coding)" in lines
    assert not [line for line in lines if "|" in line]


def test_consent_withdrawal_and_kind_go_with_a_person(study: StudyFile) -> None:
    from workbench.acts import consent, people_schema
    from workbench.study.attributes import Type
    from workbench.study.consent import Answer, Scope

    kind = people_schema.add_kind(study, "brukere")
    people_schema.define(study, "startet", people_schema.Shape(Type.DATE), kind)
    own, other = (int(study.live("participant", label=label)[0]["id"]) for label in ("P07", "P03"))
    for one in (own, other):
        people_schema.put_in_kind(study, one, kind)
        note = "underskrevet av morsøster" if one == own else "muntlig"
        consent.answer(study, one, Scope.QUOTE, Answer.NO, "2026-02-01", note)
        consent.withdraw(study, one, "2026-03-01")
    consent.answer(study, own, Scope.QUOTE, Answer.YES, "2026-02-03", "ombestemt seg")
    certificate = erase(study)
    assert certificate.removed["consent"] == 1
    assert [row["participant_id"] for row in study.live("consent")] == [other]
    assert left(study.folder, ["morsøster", "ombestemt"]) == []
    assert study.live("people_kind", id=kind) and study.live("participant", id=other)[0]["withdrawn"] == "2026-03-01"
    sound(study)


def test_a_value_of_a_category_that_only_they_had_goes_too(study: StudyFile) -> None:
    from workbench.acts import people_schema
    from workbench.store.lookups.people_schema import schema
    from workbench.study.attributes import Type

    for label, value in (("P07", "losbåtfører"), ("P03", "kokk")):
        people.set_attribute(study, int(study.live("participant", label=label)[0]["id"]), "yrke", value)
    people_schema.define(study, "yrke", people_schema.Shape(Type.CATEGORY, ["losbåtfører", "kokk", "ufør"]))
    erase(study)
    assert left(study.folder, ["losbåtfører"]) == []
    choices = next(one.choices for one in schema(study).definitions if one.name == "yrke")
    assert "losbåtfører" not in choices and {"kokk", "ufør"} <= set(choices)
    sound(study)
