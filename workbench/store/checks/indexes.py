"""The search index: every turn is in it with every word, and the vocabulary holds them all."""

import random
from array import array

from workbench.store.checks.finding import Place
from workbench.store.checks.look import Look
from workbench.study.search_words import indexed

SAMPLE = 40
_NO_SUCH_TURN = "SELECT id FROM turn_words_docsize WHERE id NOT IN (SELECT id FROM turn)"
_NOT_THERE = "SELECT id FROM turn WHERE id NOT IN (SELECT id FROM turn_words_docsize)"
_WORDS = """
SELECT u.id, t.name, u.number, substr(x.body, u.start + 1, u."end" - u.start) AS words
FROM turn u JOIN transcript_text x ON x.revision_id = u.revision_id JOIN revision r ON r.id = u.revision_id
JOIN transcript t ON t.id = r.transcript_id
"""
_MASK = (1 << 62) - 1


def search_index(look: Look) -> None:
    """Turns that are missing from the index or are none; words of a sample (of all when thorough); the vocabulary."""
    for row in look.rows(_NOT_THERE):
        look.add("search_missing", Place("turn", row["id"]))
    for row in look.rows(_NO_SUCH_TURN):
        look.add("search_words", Place("turn", row["id"]))
    look.step(0.1)
    if look.thorough:
        _all_words(look)
    else:
        _some_words(look)
    look.step(0.8)
    _vocabulary(look)


def _some_words(look: Look) -> None:
    most = look.one("SELECT max(id) FROM turn") or 0
    for turn_id in random.sample(range(1, most + 1), min(SAMPLE, most)):
        for row in look.rows(f"{_WORDS} WHERE u.id = ?", (turn_id,)):
            words = sorted(set(indexed(row["words"]).split()))
            asked = " ".join(f'"{word}"' for word in words)
            found = "SELECT count(*) FROM turn_words WHERE turn_words MATCH ? AND rowid = ?"
            if words and not look.one(found, (asked, turn_id)):
                look.add("search_words", Place("turn", turn_id, f"{row['name']} {row['number']}"))


def _all_words(look: Look) -> None:
    """Compare the words of every turn with what the index holds of it: how many, and the sum of their hashes."""
    most = int(look.one("SELECT max(id) FROM turn") or 0)
    # Two numbers a turn; whatever the order, equal words give equal sums.
    wanted, held = array("q", bytes(8 * (most + 1))), array("q", bytes(8 * (most + 1)))
    for number, row in enumerate(look.rows(_WORDS)):
        wanted[row["id"]] = sum(hash(word) & _MASK for word in indexed(row["words"]).split()) & _MASK
        if number % 500 == 0:
            look.step(0.1 + 0.3 * number / (most + 1))
    look.db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.check_words USING fts5vocab(main, turn_words, instance)")
    for number, (word, turn_id) in enumerate(look.rows("SELECT term, doc FROM temp.check_words")):
        if turn_id <= most:
            held[turn_id] = held[turn_id] + (hash(word) & _MASK) & _MASK
        if number % 20_000 == 0:
            look.step(0.6)
    for turn_id in range(1, most + 1):
        if wanted[turn_id] != held[turn_id]:
            look.add("search_words", Place("turn", turn_id))


def _vocabulary(look: Look) -> None:
    look.db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.check_terms USING fts5vocab(main, turn_words, row)")
    for row in look.rows("SELECT count(*) FROM temp.check_terms WHERE term NOT IN (SELECT word FROM word)"):
        if row[0]:
            look.add("vocabulary", count=row[0])
    parts = look.one("SELECT count(*) FROM word WHERE id NOT IN (SELECT id FROM word_part_docsize)")
    if parts:
        look.add("vocabulary", count=parts)
