"""Reading in a study file what is known of a person: their words, labels, attributes, and the names only they used."""

import json
from collections.abc import Iterable

from workbench.store.engine import Connection
from workbench.store.erasing import scope as scopes
from workbench.store.erasing.known import Known, is_general, is_naming, is_plain, looks_like_a_name
from workbench.store.erasing.scope import Scope
from workbench.store.erasing.scrub import Phrase
from workbench.store.erasing.sql import chosen
from workbench.store.erasing.turns import neutral_body
from workbench.study.folding import fold
from workbench.study.masking import Decision, Entity, EntityKind, Masker
from workbench.study.search_words import indexed
from workbench.study.transcripts import Role


def learn(connection: Connection, known: Known) -> Scope:
    """Take in what a study file of the present format knows of the person; return what in it is theirs."""
    scope = scopes.find(connection, known)
    known.ids |= scope.people
    _hear(connection, known, scope)
    # Now that their words are known, a removed second copy of their interview can be told by them.
    again = scopes.find(connection, known)
    if again.whole - scope.whole:
        _hear(connection, known, again)
    _labels(connection, known, again)
    _attributes(connection, known, again)
    _titles(connection, known, again)
    _forms(connection, known, again)
    return again


def texts_of(connection: Connection, scope: Scope) -> list[str]:
    """Return the texts that are to be erased: whole bodies, and their turns of group interviews."""
    bodies = connection.execute(
        "SELECT x.body FROM transcript_text x JOIN revision r ON r.id = x.revision_id "
        "WHERE r.transcript_id IN (SELECT value FROM json_each(?)) ORDER BY r.id",
        (json.dumps(sorted(scope.whole)),),
    ).fetchall()
    turns = [
        group.body[turn.start : turn.end]
        for group in scope.groups
        for turn in group.turns
        if turn.speaker_id in group.theirs
    ]
    return [*(str(row[0]) for row in bodies), *turns]


def _hear(connection: Connection, known: Known, scope: Scope) -> None:
    known.hear(texts_of(connection, scope))
    rows = connection.execute(
        'SELECT substr(x.body, u.start + 1, u."end" - u.start) FROM turn u '
        "JOIN revision r ON r.id = u.revision_id JOIN transcript_text x ON x.revision_id = r.id "
        "JOIN speaker s ON s.id = u.speaker_id WHERE s.role <> ? AND (s.id IN (SELECT value FROM json_each(?)) "
        "OR r.transcript_id IN (SELECT value FROM json_each(?))) ORDER BY u.id",
        (Role.INTERVIEWER.value, json.dumps(sorted(scope.speakers)), json.dumps(sorted(scope.whole))),
    ).fetchall()
    known.sample([str(row[0]) for row in rows])
    hashes = connection.execute(
        "SELECT sha256 FROM transcript WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(scope.whole)),),
    ).fetchall()
    known.files.update(row[0] for row in hashes)


def _past_values(connection: Connection, table: str, ids: Iterable[int], name: str) -> set[str]:
    """Return every value that a column of these rows ever had."""
    found: set[str] = set()
    for side in ("before", "after"):
        rows = connection.execute(
            f"SELECT DISTINCT json_extract({side}, ?) FROM change WHERE tbl = ? "
            "AND row_id IN (SELECT value FROM json_each(?))",
            (f"$.{name}", table, json.dumps(list(ids))),
        ).fetchall()
        found.update(row[0] for row in rows if isinstance(row[0], str))
    return found


def _labels(connection: Connection, known: Known, scope: Scope) -> None:
    marks = json.dumps(sorted(scope.people))
    theirs = {
        row[0]
        for row in connection.execute(
            "SELECT label FROM participant WHERE id IN (SELECT value FROM json_each(?))", (marks,)
        )
    }
    theirs |= _past_values(connection, "participant", scope.people, "label")
    others = {
        row[0].casefold()
        for row in connection.execute(
            "SELECT label FROM participant WHERE id NOT IN (SELECT value FROM json_each(?))", (marks,)
        )
    }
    known.labels |= {one.casefold(): one for one in theirs if one.strip() and one.casefold() not in others}
    speakers = json.dumps(sorted(scope.speakers))
    of_others = {
        row[0].casefold()
        for row in connection.execute(
            "SELECT DISTINCT label FROM speaker WHERE id NOT IN (SELECT value FROM json_each(?))", (speakers,)
        )
    }
    for row in connection.execute(
        "SELECT DISTINCT label FROM speaker WHERE id IN (SELECT value FROM json_each(?))", (speakers,)
    ).fetchall():
        label = str(row[0])
        if label.strip() and label.casefold() not in of_others and not is_general(label) and not is_plain(label):
            # A word that others use, too, is no name, or not theirs alone: that is for a person to judge.
            common = _said_by_others(connection, scope, label)
            (known.values if common else known.names).setdefault(label.casefold(), label)


def _attributes(connection: Connection, known: Known, scope: Scope) -> None:
    marks = json.dumps(sorted(scope.people))
    rows = connection.execute(
        "SELECT id, name, value FROM attribute WHERE participant_id IN (SELECT value FROM json_each(?))", (marks,)
    ).fetchall()
    named = (one for one in _entities(connection) if one.decision is not Decision.NOT_A_NAME)
    forms = {form for entity in named for form in entity.forms}
    held = {
        row[0].casefold()
        for row in connection.execute(
            "SELECT DISTINCT value FROM attribute WHERE participant_id NOT IN (SELECT value FROM json_each(?))",
            (marks,),
        )
    }
    for row in rows:
        values = {row["value"], *_past_values(connection, "attribute", [row["id"]], "value")}
        for value in values:
            if not value.strip() or value.casefold() in held or is_plain(value):
                continue
            naming = is_naming(row["name"]) or (
                looks_like_a_name(value, forms) and not _said_by_others(connection, scope, value)
            )
            (known.names if naming else known.values).setdefault(value.casefold(), value)


def _said_by_others(connection: Connection, scope: Scope, value: str) -> bool:
    """Tell whether a value stands in a turn that is not the person's: it is then what others call things, too."""
    return bool(
        connection.execute(
            "SELECT 1 FROM turn u JOIN revision r ON r.id = u.revision_id "
            "WHERE u.id IN (SELECT rowid FROM turn_words WHERE turn_words MATCH ?) "
            "AND r.transcript_id NOT IN (SELECT value FROM json_each(?)) "
            "AND u.speaker_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1",
            (f'"{indexed(value)}"', json.dumps(sorted(scope.whole)), json.dumps(sorted(scope.speakers))),
        ).fetchone()
    )


def _titles(connection: Connection, known: Known, scope: Scope) -> None:
    """Take in what their transcripts and files are called, unless something that stays is called so."""
    marks = json.dumps(sorted(scope.whole))
    for table, key in (("transcript", "id"), ("revision", "transcript_id")):
        names = ("name", "source") if table == "transcript" else ("source",)
        for name in names:
            theirs = connection.execute(
                f'SELECT DISTINCT "{name}" FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))', (marks,)
            ).fetchall()
            staying = {
                row[0].casefold()
                for row in connection.execute(
                    f'SELECT DISTINCT "{name}" FROM {table} WHERE {key} NOT IN (SELECT value FROM json_each(?))',
                    (marks,),
                )
            }
            known.titles |= {row[0].casefold(): row[0] for row in theirs if row[0].casefold() not in staying}


# Names that only they used


class _Finder:
    """Tells whether an entity stands in a text."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self._wanted = [fold(form).text.strip() for form in entity.forms]
        # The digits of a number may be grouped in any way.
        self._anyhow = any(form[:1].isdecimal() for form in self._wanted)
        self._masker = Masker([entity])

    def stands(self, text: str, folded: str) -> bool:
        likely = self._anyhow or any(form in folded for form in self._wanted)
        return likely and bool(self._masker.find(text))


def _forms(connection: Connection, known: Known, scope: Scope) -> None:
    entities = _entities(connection)
    texts = [(text, fold(text).text) for text in texts_of(connection, scope)]
    finders = [_Finder(entity) for entity in entities]
    said = [one for one in finders if any(one.stands(text, folded) for text, folded in texts)]
    standing = _standing(connection, scope, said)
    for entity in (one.entity for one in said):
        for form in entity.forms:
            if entity.id in standing:
                known.kept.add(form.casefold())
            elif entity.decision is Decision.NOT_A_NAME:
                known.unnamed.add(form.casefold())
            else:
                known.said.setdefault(form.casefold(), Phrase(form, entity.match_case))
    _spread(entities, known)


def _spread(entities: Iterable[Entity], known: Known) -> None:
    """A form shared with an entity that stays keeps the other entity, too, with all its forms."""
    changed = True
    while changed:
        changed = False
        for entity in entities:
            forms = {form.casefold() for form in entity.forms}
            if forms & known.kept and forms & (known.said.keys() | known.unnamed) and not forms <= known.kept:
                known.kept |= forms
                changed = True


def _entities(connection: Connection) -> list[Entity]:
    """Return every entity ever proposed, those taken back too."""
    return [
        Entity(
            row["id"], EntityKind(row["kind"]), tuple(json.loads(row["forms"])), Decision(row["decision"]),
            match_case=bool(row["match_case"]),
        )
        for row in connection.execute("SELECT * FROM entity").fetchall()
    ]  # fmt: skip


def _standing(connection: Connection, scope: Scope, said: Iterable[_Finder]) -> set[int]:
    """Return the entities that stand in a text that stays."""
    staying = chosen(
        connection,
        "SELECT x.revision_id FROM transcript_text x JOIN revision r ON r.id = x.revision_id "
        "WHERE r.transcript_id NOT IN",
        scope.whole or {0},
    )
    neutral = {group.revision_id: neutral_body(group) for group in scope.groups}
    found: set[int] = set()
    left = list(said)
    for revision_id in sorted(staying if left else ()):
        row = connection.execute("SELECT body FROM transcript_text WHERE revision_id = ?", (revision_id,)).fetchone()
        body = neutral.get(revision_id) or str(row[0])
        folded = fold(body).text
        found |= {one.entity.id for one in left if one.stands(body, folded)}
        left = [one for one in left if one.entity.id not in found]
    return found
