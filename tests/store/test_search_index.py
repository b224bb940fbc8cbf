"""What the index holds: the words that are marked and matched, no more and no fewer."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.acts import transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store import engine
from workbench.store.check import Severity, check, worst
from workbench.store.search import index
from workbench.store.study_file import StudyFile
from workbench.study.search_words import fold_word, words
from workbench.study.text import canonical
from workbench.study.transcripts import Role

# Signs that every Unicode version of the supported Pythons and of SQLite knows alike, and the ones that are trouble.
letters = st.one_of(
    st.characters(max_codepoint=0x24F), st.characters(min_codepoint=0x370, max_codepoint=0x52F),
    st.characters(min_codepoint=0x900, max_codepoint=0x97F), st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF),
    st.sampled_from("åÅæÆøØöéİıſßẞς😴👩\u200d🔬\u00ad\u0301\u0305\u030a\ufeffᦰĳǅ½²_’-"),
)  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Fjell", "nb", "Ane") as made:
        yield made


def vocabulary(study: StudyFile) -> set[str]:
    study.db.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'turn_words', 'row')")
    try:
        return {row["term"] for row in study.rows("SELECT term FROM seen")}
    finally:
        study.db.execute("DROP TABLE temp.seen")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(letters, min_size=1, max_size=30), min_size=1, max_size=5))
def test_the_index_holds_the_words_of_the_texts(study: StudyFile, texts: list[str]) -> None:
    kept = [text for text in (canonical(one).text.strip() for one in texts) if text]
    if not kept:
        return
    turns = [NewTurn(text, "x", Role.UNKNOWN) for text in kept]
    transcripts.add(study, NewTranscript("T", turns, "t.txt", "txt", "utf-8", "h"))
    wanted = {word for text in kept for word in words(text)}
    assert vocabulary(study) == wanted
    assert {row["word"] for row in study.rows("SELECT word FROM word")} >= wanted
    for number, text in enumerate(kept, 1):
        for word in words(text):
            phrase = f'"{word}"'
            found = study.rows("SELECT u.number FROM turn_words JOIN turn u ON u.id = turn_words.rowid "
                               "WHERE turn_words MATCH ?", (phrase,))  # fmt: skip
            assert number in {row["number"] for row in found}
    revision = study.value("SELECT max(revision_id) FROM transcript_text")
    study.undo()
    study.db.execute("BEGIN")
    index.remove_turns(study.db, revision)
    assert vocabulary(study) == set()
    study.db.execute("INSERT INTO turn_words (turn_words) VALUES ('integrity-check')")
    study.db.execute("ROLLBACK")
    study.db.execute("BEGIN")
    index.remove_turns(study.db, revision)
    study.db.execute("DELETE FROM turn WHERE revision_id = ?", (revision,))
    study.db.execute("DELETE FROM transcript_text WHERE revision_id = ?", (revision,))
    study.db.execute("COMMIT")


def test_every_letter_that_both_know_is_one_word_of_the_index(study: StudyFile) -> None:
    # Latin, Greek, Cyrillic and the signs of CJK: what both the program and SQLite have known for twenty years.
    signs = [chr(code) for low, high in ((0x30, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x4E00, 0x9FA5))
             for code in range(low, high) if words(chr(code))]  # fmt: skip
    study.db.execute("BEGIN")
    rows = [(at, fold_word("x" + sign + "y")) for at, sign in enumerate(signs, 1)]
    study.db.executemany("INSERT INTO turn_words (rowid, words) VALUES (?, ?)", rows)
    assert vocabulary(study) == {word for _, word in rows}
    study.db.execute("ROLLBACK")


def test_a_rebuilt_index_finds_the_same(study: StudyFile) -> None:
    turns = [NewTurn(text, "x", Role.UNKNOWN) for text in ("Så gikk vi hjem.", "Hjemme er best 😴hjem")]
    transcripts.add(study, NewTranscript("T", turns, "t.txt", "txt", "utf-8", "h"))
    before = vocabulary(study), study.rows("SELECT rowid FROM turn_words WHERE turn_words MATCH '\"hjem\"'")
    assert len(before[1]) == 2
    study.db.execute("BEGIN")
    index.rebuild(study.db)
    study.db.execute("COMMIT")
    after = vocabulary(study), study.rows("SELECT rowid FROM turn_words WHERE turn_words MATCH '\"hjem\"'")
    assert [tuple(row) for row in before[1]] == [tuple(row) for row in after[1]] and before[0] == after[0]


def test_segments_are_joined_between_acts(study: StudyFile) -> None:
    """Not in the act that adds one too many; in small steps, each a transaction, until nothing is due."""

    def segments() -> int:
        return len(study.rows("SELECT DISTINCT segid FROM turn_words_idx"))

    for number in range(9):
        turns = [NewTurn(f"Vi snakket om boligen og ventetiden, gang {number}.", "P", Role.PARTICIPANT)]
        transcripts.add(study, NewTranscript(f"Samtale {number}", turns, "t.txt", "txt", "utf-8", f"h{number}"))
    before, act = segments(), study.value("SELECT max(id) FROM act")
    assert before >= 9
    while study.settle_some():
        pass
    assert segments() < before
    assert study.value("SELECT max(id) FROM act") == act and not study.settle_some()
    assert study.value("SELECT count(*) FROM turn_words WHERE turn_words MATCH 'ventetiden'") == 9
    assert worst(check(study.path, thorough=True)) is Severity.NOTE


def test_words_known_to_be_there_are_forgotten_when_they_may_be_gone(study: StudyFile) -> None:
    """After an act that failed, and after somebody else has written to the file."""

    def take(name: str, words: str) -> None:
        turns = [NewTurn(words, "P", Role.PARTICIPANT)]
        transcripts.add(study, NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", name))

    with pytest.raises(ZeroDivisionError), study.together("test", {}):
        take("A", "Regnbuen over fjorden")
        raise ZeroDivisionError
    take("B", "Regnbuen over byen")
    with closing(engine.connect(study.path)) as other:
        other.execute("DELETE FROM word_part WHERE rowid IN (SELECT id FROM word WHERE word = 'byen')")
        other.execute("DELETE FROM word WHERE word = 'byen'")
    take("C", "Byen og regnbuen")
    assert {row["word"] for row in study.rows("SELECT word FROM word")} == {"regnbuen", "over", "byen", "og"}
    assert worst(check(study.path, thorough=True)) is Severity.NOTE
