"""Taking a person's turns out of a group interview, so that nothing else in the text moves."""

import hashlib

from workbench.store.engine import Connection
from workbench.store.erasing.scope import GroupText
from workbench.study.search_words import indexed

SIGN = "█"


def neutral(words: str) -> str:
    """Return signs for words: as many characters and as many words, but not how long each word was."""
    count = max(1, len(words.split()))
    size, longer = divmod(len(words) - (count - 1), count)
    return " ".join(SIGN * (size + (place < longer)) for place in range(count))


def neutral_body(group: GroupText) -> str:
    """Return a group interview's text with signs in the place of the person's words."""
    parts: list[str] = []
    at = 0
    for turn in group.turns:
        if turn.speaker_id in group.theirs:
            parts += (group.body[at : turn.start], neutral(group.body[turn.start : turn.end]))
            at = turn.end
    return "".join((*parts, group.body[at:]))


def replace_text(connection: Connection, group: GroupText) -> str:
    """Write the text without their words, with its hash, index it so, and return it."""
    body = neutral_body(group)
    theirs = [(key, turn) for key, turn in zip(group.keys, group.turns, strict=True) if turn.speaker_id in group.theirs]
    connection.executemany(
        "INSERT INTO turn_words (turn_words, rowid, words) VALUES ('delete', ?, ?)",
        [(key, indexed(group.body[turn.start : turn.end])) for key, turn in theirs],
    )
    connection.executemany(
        "INSERT INTO turn_words (rowid, words) VALUES (?, ?)",
        [(key, indexed(body[turn.start : turn.end])) for key, turn in theirs],
    )
    connection.execute("UPDATE transcript_text SET body = ? WHERE revision_id = ?", (body, group.revision_id))
    return body


def text_hash(body: str) -> str:
    """Return the hash that a revision keeps of its text."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
