"""What another program, a bad disk or a kill did to a study is found, named, and where it can be, set right."""

import lzma
import random
import sys
from contextlib import closing
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "acts"))

from made_study import Researcher, content, small_study

from workbench.acts import codebook, history, memos, quotes, themes
from workbench.errors import StoreError, StudyBusy, StudyError
from workbench.store import backups, engine, in_words
from workbench.store.check import Severity, check, worst
from workbench.store.checks.finding import MATTERS, Finding
from workbench.store.repair import repair
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.store.whole_files import converting
from workbench.words import LANGUAGES, use
from workbench.words.catalogue import CATALOGUE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "study"
    with small_study(where) as study:
        code = study.live("code")[0]["id"]
        codebook.add(study, "Under", code)
        theme = themes.add(study, "Natt")
        themes.gather(study, theme, code)
        quote = quotes.pick(study, study.live("coding")[0]["id"], theme)
        quotes.cut(study, quote, 50, 53)
        memos.write(study, "code", code, "husk dette")
        history.undo(study)
        history.redo(study)
    return where


def matters(folder: Path, *, thorough: bool = True) -> set[str]:
    found = check(folder / FILE_NAME, thorough=thorough)
    return {one.matter for one in found} - {"no_backup", "shared"}


def tamper(folder: Path, *statements: str) -> None:
    with closing(engine.connect(folder / FILE_NAME)) as other:
        other.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            other.execute(statement.replace("¦", ";"))


@pytest.mark.parametrize("thorough", [False, True])
def test_nothing_is_wrong_with_a_sound_study(folder: Path, thorough: bool) -> None:
    assert matters(folder, thorough=thorough) == set()
    with StudyFile.open(folder) as study:
        codebook.add(study, "Ny")
        assert matters(folder, thorough=thorough) == set()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_researcher_does_the_study_stays_sound(tmp_path: Path, seed: int) -> None:
    with small_study(tmp_path) as study:
        researcher = Researcher(study, random.Random(seed))
        for _ in range(150):
            try:
                luck = researcher.luck.random()
                step = (
                    study.undo
                    if luck < 0.15
                    else study.redo
                    if luck < 0.2
                    else researcher.luck.choice(researcher.acts())
                )
                step()
            except StudyError:
                pass
        assert matters(tmp_path) == set()


def test_a_migrated_study_is_sound(tmp_path: Path) -> None:
    released = Path(__file__).parent / "released" / "format-1.workbench.xz"
    (tmp_path / FILE_NAME).write_bytes(lzma.decompress(released.read_bytes()))
    assert matters(tmp_path) == {"older"}
    StudyFile.open(tmp_path).close()
    assert matters(tmp_path) == set()


# (what another program did, what is found of it)
TAMPERED = {
    "UPDATE speaker SET role = 'gjest'": "value",
    "UPDATE coding SET level = 'dypt'": "value",
    "UPDATE coding SET origin = 'x', stance = 'y'": "value",
    "UPDATE code SET status = 'borte', source = '?'": "value",
    "UPDATE theme SET status = ''": "value",
    "UPDATE quote_edit SET kind = 'mal'": "value",
    "UPDATE memo SET deleted = 7": "value",
    "UPDATE code SET aliases = 'nattevakt'": "json",
    "UPDATE desk SET value = '{'; INSERT INTO desk VALUES ('x', '{')": "json",
    "UPDATE coding SET created = 'i går'": "time",
    "UPDATE code SET parent_id = id WHERE name = 'Kaffe'": "loop",
    "UPDATE code SET parent_id = (SELECT id FROM code WHERE name = 'Under') WHERE name = 'Søvn'": "loop",
    "UPDATE code SET merged_into = id WHERE name = 'Kaffe'": "loop",
    "UPDATE code SET deleted = 1 WHERE name = 'Søvn'": "orphan",
    "UPDATE theme SET deleted = 1": "orphan",
    "UPDATE coding SET deleted = 1": "orphan",
    "DELETE FROM code WHERE name = 'Søvn'": "dangling",
    "UPDATE memo SET about_id = 77": "dangling",
    "UPDATE coding SET start = 1, \"end\" = 9000": "outside",
    "UPDATE coding SET start = start + 1": "words",
    "UPDATE coding SET words_hash = 0": "unhashed",
    "UPDATE coding SET turn = 3": "placed",
    "UPDATE coding SET speaker_id = (SELECT id FROM speaker WHERE role = 'interviewer')": "placed",
    "UPDATE coding SET revision_id = NULL": "placed",
    "UPDATE transcript_text SET body = replace(body, 'kaffe', 'kakao')": "text_changed",
    "UPDATE transcript_text SET body = body || 'x'": "text_length",
    "UPDATE transcript SET revision_id = NULL": "text_missing",
    "DELETE FROM transcript_text": "text_missing",
    "UPDATE turn SET start = start + 5 WHERE number = 1; UPDATE turn SET \"end\" = 60 WHERE number = 1": "turns",
    "DELETE FROM turn WHERE number = 2": "turns",
    "UPDATE change SET after = '{' WHERE id = (SELECT max(id) FROM change)": "change_unreadable",
    "UPDATE change SET tbl = 'hva' WHERE id = (SELECT max(id) FROM change)": "change_of_nothing",
    "DELETE FROM memo": "change_of_nothing",
    "UPDATE act SET detail = 'ingen' WHERE verb = 'theme.add'": "act_unreadable",
    "UPDATE act SET kind = 'gjort' WHERE verb = 'theme.add'": "act_unreadable",
    "DELETE FROM change WHERE act_id = (SELECT id FROM act WHERE verb = 'theme.add')": "act_empty",
    "UPDATE act SET state = 'undone' WHERE verb = 'theme.add'": "undo_chain",
    "UPDATE act SET of_act = NULL WHERE kind = 'redo'": "undo_chain",
    "UPDATE code SET definition = 'noe annet' WHERE name = 'Hjem'": "beside_journal",
    "DELETE FROM turn_words_docsize WHERE id = 2": "search_missing",
    "INSERT INTO turn_words (turn_words, rowid, words) VALUES ('delete', 2, 'det gikk greit')": "search_words",
    "DELETE FROM word WHERE word = 'kaffe'": "vocabulary",
    "DROP INDEX coding_code": "index_missing",
    "DROP TABLE saved_search": "table_missing",
    "CREATE TRIGGER x AFTER INSERT ON coding BEGIN DELETE FROM memo¦ END": "trigger_foreign",
    "CREATE VIEW x AS SELECT * FROM coding": "trigger_foreign",
    "CREATE TABLE mine (x)": "table_foreign",
    "ALTER TABLE memo ADD COLUMN mine TEXT": "definition_changed",
    "PRAGMA user_version=99": "newer",
    "PRAGMA application_id=1": "no_study",
}  # fmt: skip


@pytest.mark.parametrize(("done", "matter"), TAMPERED.items(), ids=lambda one: one[:60])
def test_what_another_program_did_is_found(folder: Path, done: str, matter: str) -> None:
    tamper(folder, *done.split("; "))
    found = check(folder / FILE_NAME, thorough=True)
    assert matter in {one.matter for one in found}
    for one in found:
        assert in_words.what(one) and in_words.remedy(one) and all(in_words.where(place) for place in one.places)


@pytest.mark.parametrize(
    ("done", "matter"), [one for one in TAMPERED.items() if MATTERS[one[1]].repairable], ids=lambda one: one[:60]
)
def test_what_can_be_set_right_is(folder: Path, done: str, matter: str) -> None:
    tamper(folder, *done.split("; "))
    found = check(folder / FILE_NAME, thorough=True)
    assert matter in repair(folder, found)
    left = {one.matter for one in check(folder / FILE_NAME, thorough=True) if one.severity is not Severity.NOTE}
    # What was changed beside the journal stays told of, until the journal leads there.
    assert left <= {"beside_journal", "definition_changed"} and matter not in left
    assert backups.listed(folder / FILE_NAME)[0].reason.value == "before repair"
    with StudyFile.open(folder) as study:
        assert study.live("code") and (study.live("coding") or "coding SET deleted" in done)


def test_a_repair_of_rows_is_one_act_that_can_be_undone(folder: Path) -> None:
    tamper(folder, "UPDATE coding SET level = 'dypt'", "UPDATE code SET parent_id = id WHERE name = 'Kaffe'")
    with StudyFile.open(folder) as study:
        before = content(study)
    repair(folder, check(folder / FILE_NAME))
    with StudyFile.open(folder) as study:
        assert history.next_undo(study).verb == "study.repair"  # pyright: ignore[reportOptionalMemberAccess]
        assert content(study) != before
        study.undo()
        assert content(study) == before


def test_a_coding_whose_code_was_taken_away_keeps_it(folder: Path) -> None:
    tamper(folder, "UPDATE code SET deleted = 1 WHERE name = 'Søvn'")
    repair(folder, check(folder / FILE_NAME))
    with StudyFile.open(folder) as study:
        assert "Søvn" in {row["name"] for row in study.live("code")} and study.live("coding")


def test_nothing_to_repair_makes_no_backup(folder: Path) -> None:
    assert repair(folder, check(folder / FILE_NAME)) == []
    assert backups.listed(folder / FILE_NAME) == []


def test_somebody_at_the_desk(folder: Path) -> None:
    tamper(folder, "UPDATE coding SET level = 'dypt'")
    found = check(folder / FILE_NAME)
    with StudyFile.open(folder), pytest.raises(StudyBusy):
        repair(folder, found)


def test_where_it_is_said(folder: Path) -> None:
    tamper(folder, "UPDATE coding SET level = 'dypt'", "UPDATE code SET status = 'x' WHERE name = 'Hjem'")
    found = {one.values["column"]: one for one in check(folder / FILE_NAME) if one.matter == "value"}
    assert in_words.what(found["level"]) == "1 row holds a value this workbench does not know (level)."
    assert in_words.where(found["status"].places[0]).endswith(" Hjem")
    use("nb")
    try:
        assert in_words.what(found["status"]).startswith("1 rad har en verdi som denne arbeidsbenken ikke kjenner")
    finally:
        use("en")


@pytest.mark.parametrize("matter", MATTERS)
def test_every_matter_has_its_words(matter: str) -> None:
    for language in range(len(LANGUAGES)):
        assert CATALOGUE[f"check.{matter}"][language] and CATALOGUE[f"check.{matter}.do"][language].endswith(".")


# Damage


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_read_as_far_as_it_goes(folder: Path, seed: int) -> None:
    luck = random.Random(seed)
    path = folder / FILE_NAME
    whole = bytearray(path.read_bytes())
    at = luck.randrange(1, len(whole) // 4096) * 4096
    whole[at : at + 4096] = luck.choice([bytes(4096), luck.randbytes(4096)])
    path.write_bytes(bytes(whole))
    found = check(path, thorough=True)
    assert worst(found) is not Severity.NOTE
    assert all(in_words.what(one) for one in found)
    kept = path.read_bytes()
    check(path)
    assert path.read_bytes() == kept


@pytest.mark.parametrize("what", ["empty", "garbage", "header", "cut"])
def test_a_file_that_cannot_be_opened(folder: Path, what: str) -> None:
    path = folder / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(
        {"empty": b"", "garbage": b"rot" * 5000, "header": bytes(100) + whole[100:], "cut": whole[:9000]}[what]
    )
    assert worst(check(path)) is Severity.DAMAGE


def test_an_index_that_does_not_fit_is_made_anew(folder: Path) -> None:
    path = folder / FILE_NAME
    take = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = 'coding_code'"
    with closing(engine.connect(path)) as other:
        kept = tuple(other.execute(take).fetchone())
        other.execute("PRAGMA writable_schema=ON")
        other.execute("DELETE FROM sqlite_master WHERE name = 'coding_code'")
    # While the index is out of sight, its table is changed.
    tamper(folder, "UPDATE coding SET start = start - 1")
    with closing(engine.connect(path)) as other:
        other.execute("PRAGMA writable_schema=ON")
        other.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", kept)
    with pytest.raises(StoreError, match="is damaged"):
        StudyFile.open(folder)
    assert "index_damaged" in matters(folder)
    repair(folder, check(path, thorough=True))
    assert "index_damaged" not in matters(folder)
    StudyFile.open(folder).close()


def test_a_broken_search_index_hinders_neither_backup_nor_work(folder: Path) -> None:
    tamper(folder, "DELETE FROM turn_words_data WHERE id > 10")
    assert "search_broken" in matters(folder) or "unreadable" in matters(folder)
    with StudyFile.open(folder) as study:
        codebook.add(study, "Ny")
        assert backups.make(study.path, backups.Reason.HAND).size
    repair(folder, [Finding("search_broken", 1)])
    assert matters(folder) == set()


def test_a_check_can_be_stopped(folder: Path) -> None:
    class Enough(Exception):
        pass

    seen: list[float] = []

    def progress(part: str, share: float) -> None:
        seen.append(share)
        if share > 0.5:
            raise Enough

    with pytest.raises(Enough):
        check(folder / FILE_NAME, progress=progress)
    assert seen == sorted(seen)
    seen.clear()
    check(folder / FILE_NAME, progress=lambda part, share: seen.append(share))
    assert seen[0] == 0.0 and seen[-1] == 1.0


def test_no_study(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no study in"):
        check(tmp_path / FILE_NAME)


def test_leftovers_and_a_shared_folder(folder: Path) -> None:
    left = converting(folder / FILE_NAME)
    left.write_bytes(b"half")
    (folder / ".stfolder").mkdir()
    found = {one.matter: one for one in check(folder / FILE_NAME)}
    assert found["leftovers"].count == 1 and found["shared"].values == {"service": "Syncthing"}
    repair(folder, found.values())
    assert not left.exists()


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_an_encrypted_study(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path, "Regn", "nb", "Ane", passphrase="et langt passord") as study:
        key, path = study.key, study.path

    def found(given: bytes | None) -> set[str]:
        return {one.matter for one in check(path, given, thorough=True)} - {"no_backup"}

    assert found(key) == set()
    assert found(None) == {"cannot_open"}
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(bytes(whole))
    assert "page_changed" in found(key)
