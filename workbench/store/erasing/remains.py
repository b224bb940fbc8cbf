"""What only a person can judge after an erasure: short runs of their words, second copies, passages they reach into."""

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.store.engine import Connection
from workbench.store.erasing.cleaner import free_columns
from workbench.store.erasing.closure import Going
from workbench.store.erasing.extent import Look
from workbench.store.erasing.known import Known, is_plain
from workbench.store.erasing.own_codes import OwnCodes
from workbench.store.erasing.scope import Scope
from workbench.store.erasing.scrub import Gram, Scrubber, grams_of
from workbench.store.erasing.sql import columns
from workbench.study.search_words import indexed, words
from workbench.study.transcripts import Role

_SHORT_RUN = 3
_RARE = 5
_ENTITIES = ("entity", "attribute", "speaker", "participant", "transcript", "revision", "setting")


def looks(
    connection: Connection, known: Known, scope: Scope, going: Going, codes: OwnCodes, scrubber: Scrubber
) -> list[Look]:
    """Return what is to be looked at in a file from which the person is erased."""
    found = [Look("label", table="participant") for label in known.labels.values() if is_plain(label)]
    found += [Look("alike", "transcript", one) for one in sorted(scope.alike)]
    found += [Look("others", "transcript", one) for one in sorted(_without_participants(scope))]
    for table, ids in sorted(going.touching.items()):
        found += [Look("touching", table, one) for one in sorted(ids)]
    found += [Look("in_vivo", table, one) for table, one in _named_by_words(connection, codes, scrubber)]
    found += _named_by_others(connection, known, scope)
    found += _short_runs(connection, known)
    return found


def _without_participants(scope: Scope) -> Iterator[int]:
    """Yield group transcripts in which nobody but the person is a participant: someone came along, or no label fits."""
    people: dict[int, bool] = {}
    for group in scope.groups:
        others = (turn for turn in group.turns if turn.speaker_id not in group.theirs)
        known = any(turn.participant_id is not None or turn.role is Role.PARTICIPANT for turn in others)
        people[group.transcript_id] = people.get(group.transcript_id, False) or known
    yield from (transcript for transcript, known in people.items() if not known)


def _named_by_words(connection: Connection, codes: OwnCodes, scrubber: Scrubber) -> list[tuple[str, int]]:
    """Return the codes and themes that keep a name made of the person's words."""
    found = {("code", one) for one in codes.kept}
    for table in ("code", "theme"):
        rows = connection.execute(f"SELECT id, name FROM {table} WHERE deleted = 0").fetchall()
        found |= {(table, row["id"]) for row in rows if scrubber.has_run(row["name"])}
    return sorted(found)


def _named_by_others(connection: Connection, known: Known, scope: Scope) -> list[Look]:
    """Return the transcripts in which others say one of the strings that name the person."""
    found: dict[int, int] = {}
    for phrase in known.phrases():
        wanted = indexed(phrase.written)
        if not wanted or phrase in known.said.values():
            continue
        rows = connection.execute(
            "SELECT r.transcript_id, count(*) FROM turn u JOIN revision r ON r.id = u.revision_id "
            "WHERE u.id IN (SELECT rowid FROM turn_words WHERE turn_words MATCH ?) GROUP BY r.transcript_id",
            (f'"{wanted}"',),
        ).fetchall()
        for transcript_id, count in rows:
            if transcript_id not in scope.alike:
                found[transcript_id] = found.get(transcript_id, 0) + int(count)
    return [Look("named", "transcript", one, count=count) for one, count in sorted(found.items())]


def _short_runs(connection: Connection, known: Known) -> Iterator[Look]:
    """Yield rows whose words hold three of the person's words in a row, a word only they said, or a value of theirs."""
    runs = {gram for running in known.running for gram in grams_of(running.split(), _SHORT_RUN)}
    rare = {word for word in known.words if len(word) >= _RARE}
    values = [gram for gram in (tuple(words(one)) for one in known.values.values()) if gram]
    for table, names in free_columns(connection).items():
        if table in _ENTITIES:
            continue
        listed = ",".join(f'"{name}"' for name in names)
        living = " WHERE deleted = 0" if "deleted" in {name for name, _, _ in columns(connection, table)} else ""
        for row in connection.execute(f'SELECT rowid AS id, {listed} FROM "{table}"{living}').fetchall():
            said = words(" \n ".join(str(row[name]) for name in names if row[name]))
            if said and _betrays(connection, said, runs, rare, values):
                yield Look("runs", table, row["id"])


def _betrays(
    connection: Connection, said: list[str], runs: set[Gram], rare: set[str], values: Iterable[Gram]
) -> bool:  # fmt: skip
    if any(gram in runs and not _in_a_turn(connection, gram) for gram in grams_of(said, _SHORT_RUN)):
        return True
    if any(word in rare and not _in_a_turn(connection, (word,)) for word in said):
        return True
    return any(tuple(said[at : at + len(one)]) == one for one in values for at in range(len(said)))


def _in_a_turn(connection: Connection, gram: Gram) -> bool:
    found: Any = connection.execute(
        "SELECT 1 FROM turn_words WHERE turn_words MATCH ? LIMIT 1", (f'"{" ".join(gram)}"',)
    ).fetchone()
    return found is not None
