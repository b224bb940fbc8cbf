"""Erasing a participant from a study file and its backups, so that no byte of them is left there.

Whatever refers to the person is removed from every file, their words and names are replaced in what stays, in the
journal too, and every file is written anew beside the old one and put in its place: the backups first, the study last.
So a kill at any moment leaves the study whole, with all that is needed to go on; a mark in it makes the next opening
do so. What could not be erased is listed in the certificate.
"""

import json
import os
from collections.abc import Collection, Generator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.errors import StoreError, StudyError
from workbench.store import engine
from workbench.store.copying import held_alone
from workbench.store.engine import Connection
from workbench.store.erasing import exports, files
from workbench.store.erasing.certificate import Certificate, FileDone, Preview
from workbench.store.erasing.certificate import read as read_certificate
from workbench.store.erasing.extent import Extent, Look
from workbench.store.erasing.files import Unreadable
from workbench.store.erasing.known import Known
from workbench.store.erasing.look import Looking, is_database, looking
from workbench.store.erasing.one_file import KEPT, MARKER, VERB
from workbench.store.journal import now
from workbench.store.refusals import told
from workbench.store.study_file import StudyFile
from workbench.store.whole_files import blank
from workbench.study.changes import Change, Kind
from workbench.study.search_words import words
from workbench.study.text import squeeze_name

_BACKUPS = "backups"
_MOST_TRIES = 3
_MOST_BYTES = 500_000_000  # of a file that is not the workbench's own


def preview(study: StudyFile, participant_id: int, also: Collection[str] = ()) -> Preview:
    """Return what erasing a participant would remove and replace; the file is not touched.

    All of it is done inside one transaction that is then taken back, without a page written to the disk.

    Raises:
        StudyError: the participant is not in the study, or one of `also` is no word.
        StoreError: the study is open for reading only, or cannot be read.
    """
    known = _known(study, participant_id, also)
    _check_open(study)
    gone_through: list[FileDone] = []
    with told(study.path), _sound(study.path), _taken_back(study.db):
        folder = study.folder / _BACKUPS
        files.know(study.db, known)
        for path in files.backups_of(folder):
            gone_through.append(_looked_into(path, study, known))
        left = exports.exports_left(
            study.db, study.folder, exports.first_act(study.db, known.ids), looking(known).sought
        )  # fmt: skip
        extent = files.erase_in(study.db, known, study.coder_id)
    return Preview(
        study.name, dict(+extent.removed), dict(+extent.replaced), tuple(gone_through), tuple(left), tuple(extent.looks)
    )  # fmt: skip


def erase_participant(study: StudyFile, participant_id: int, also: Collection[str] = ()) -> Certificate:
    """Erase a participant and every string of `also` from the study and its backups; this cannot be undone.

    Gone are the participant and all that is about them, transcripts in which nobody else is interviewed, their turns in
    group interviews (signs stand there instead, so that nothing moves), and names only they used. In what stays, runs
    of four or more of their words, their label, names and `also` are replaced. The undo steps of everything else stay.

    Raises:
        StudyError: the participant is not in the study, or one of `also` is no word.
        StoreError: the study is open for reading only, somebody else reads it, the disk is full or refuses. The study
            is as it was; the message says whether backups are erased already.
    """
    known = _known(study, participant_id, also)
    _check_open(study)
    if study.guard is not None:
        study.guard.settle()
    return _carried_out(study, known, {"participant": participant_id, "also": list(known.also), "tries": 0})


def finish(study: StudyFile) -> None:
    """Go on with an erasure that was cut off; called when a study is opened.

    The certificate is then kept in the study (`last_certificate`).

    Raises:
        StoreError: it cannot be finished; it is given up then, the study is as it was, and the message says so.
    """
    marker: dict[str, Any] | None = study.desk(MARKER)
    if marker is None:
        return
    if study.read_only:
        raise StoreError(
            f"Erasing a participant from the study in {study.folder} was cut off and has to be finished first; open it "
            "once without --read-only."
        )
    participant = int(marker["participant"])
    if marker["tries"] >= _MOST_TRIES or not study.rows("SELECT 1 FROM participant WHERE id = ?", (participant,)):
        _unmark(study)
        raise StoreError(
            f"Erasing a participant from the study in {study.folder} was cut off again and again, and was given up; "
            "the study is as it was. Open it and start anew."
        )
    coder, study.coder_id = study.coder_id, int(marker["coder"])
    try:
        _carried_out(study, _known(study, participant, marker["also"]), marker)
    finally:
        study.coder_id = coder


def last_certificate(study: StudyFile) -> Certificate | None:
    """Return the certificate of the participant erased last, without names of exports; None when nobody was."""
    kept: dict[str, Any] | None = study.desk(KEPT)
    return None if kept is None else read_certificate(kept)


# Who is erased


def _known(study: StudyFile, participant_id: int, also: Collection[str]) -> Known:
    rows = study.rows("SELECT id, guid, label FROM participant")
    mine = next((row for row in rows if row["id"] == participant_id), None)
    if mine is None:
        raise StudyError("This participant is no longer in the study.")
    strings = tuple(dict.fromkeys(one for one in map(squeeze_name, also) if one))
    for one in strings:
        if len("".join(words(one))) < 2:
            raise StudyError(f"«{one}» is too short to be taken out everywhere; give a whole word.")
    label = mine["label"].casefold()
    return Known(
        ids={participant_id}, guids={mine["guid"]}, labels={label: mine["label"]}, also=strings,
        others={row["id"] for row in rows if row["label"].casefold() != label},
    )  # fmt: skip


def _check_open(study: StudyFile) -> None:
    if study.read_only:
        raise StoreError(f"The study in {study.folder} is open for reading only; nothing was changed.")
    if study.db.in_transaction:
        raise StoreError("A participant is erased by itself, not inside another act. Nothing was changed.")


@contextmanager
def _taken_back(connection: Connection) -> Generator[None]:
    """A transaction that is taken back at the end, and of which nothing is written to the disk meanwhile."""
    connection.execute("PRAGMA cache_spill=OFF")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_spill=ON")


@contextmanager
def _sound(path: Path) -> Generator[None]:
    try:
        yield
    except Unreadable as error:
        raise StoreError(
            f"{path} cannot be gone through, for it is damaged; run `workbench check`, and erase afterwards. The study "
            "is as it was."
        ) from error


def _looked_into(path: Path, study: StudyFile, known: Known) -> FileDone:
    name = str(path.relative_to(study.folder))
    try:
        with files.reading(path, study.key, study.setting("guid"), present_only=True) as backup:
            files.know(backup, known)
    except Unreadable as error:
        return FileDone(name, "left", str(error))
    return FileDone(name, "to_erase")


# The work itself


class _Work:
    def __init__(self, study: StudyFile, known: Known, marker: dict[str, Any]) -> None:
        self._study, self._known, self._marker = study, known, marker
        self._path, self._key, self._folder = study.path, study.key, study.folder
        self._guid, self._name, self._coder = study.setting("guid"), study.name, study.coder_id
        who = study.value("SELECT name FROM coder WHERE id = ?", (study.coder_id,))
        self._by = str(who or "")
        self._files: list[FileDone] = []
        self._looks: list[Look] = []
        self.certificate: Certificate | None = None
        self.touched: dict[str, frozenset[int]] = {}
        self.backups_done = 0

    def run(self) -> None:
        """Go through all files, the study last; the study is closed, and its desk held."""
        folder = self._folder / _BACKUPS
        with held_alone(self._path, self._key) as study:
            backups = files.backups_of(folder)
            files.check_room([self._path, *backups])
            self._mark(study)
            files.remove_unfinished(folder)
            readable = self._learn(study, backups)
            last = int(study.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0])
            left = exports.exports_left(
                study, self._folder, exports.first_act(study, self._known.ids), looking(self._known).sought
            )  # fmt: skip
            for path in backups:
                if path in readable:
                    self._erase_backup(path)
            made = Certificate(now(), self._by, self._name, 0, {}, {}, tuple(self._files), tuple(left), ())

            def keep(connection: Connection, extent: Extent) -> None:
                self.certificate = replace(
                    made, act_id=extent.act_id, removed=dict(+extent.removed), replaced=dict(+extent.replaced),
                    looks=tuple(extent.looks), files=(FileDone(self._path.name, "erased"), *self._files),
                )  # fmt: skip
                _keep(connection, self.certificate)

            extent = files.write_anew(study, self._path, self._key, self._known, self._coder, last + 1, keep)
            self.touched = extent.touched

    def look(self) -> None:
        """Look through every file of the study for what must be nowhere; nobody has any of them open."""
        assert self.certificate is not None
        look, unread = looking(self._known), list[Look]()
        for path in sorted(one for one in self._folder.rglob("*") if one.is_file()):
            name = str(path.relative_to(self._folder))
            try:
                self._look_at(look, path, name)
            except (OSError, engine.DatabaseError, StoreError, UnicodeDecodeError):
                unread.append(Look("unread", file=name))
        self.certificate = replace(
            self.certificate, sought=len(look.kinds), looked=look.files, hits=tuple(look.hits), checked=True,
            looks=(*self.certificate.looks, *unread),
        )  # fmt: skip

    def _look_at(self, look: Looking, path: Path, name: str) -> None:
        if path.name == f"{self._path.name}-desk":
            # Its bytes must not be read: to close a file of one's own gives up the lock on it.
            with closing(engine.connect(path, read_only=True)) as desk:
                held = desk.execute("SELECT * FROM holder").fetchall()
            look.text(" ".join(str(value) for row in held for value in row), name)
        elif path == self._path or (path in files.backups_of(self._folder / _BACKUPS) and self._erased(name)):
            look.database(path, name, self._key if engine.is_encrypted(path) else None)
        elif path.stat().st_size > _MOST_BYTES:
            raise OSError("too large to be read")
        elif is_database(path):
            look.raw(path, name)
        else:
            look.file(path, name)

    def _erased(self, name: str) -> bool:
        return any(one.file == name and one.result != "left" for one in self._files)

    def _mark(self, study: Connection) -> None:
        mark = {**self._marker, "coder": self._coder, "tries": self._marker["tries"] + 1}
        study.execute("INSERT OR REPLACE INTO desk VALUES (?, ?)", (MARKER, json.dumps(mark)))

    def _learn(self, study: Connection, backups: list[Path]) -> set[Path]:
        """Take in what every file knows of the person; return the backups that can be read."""
        files.know(study, self._known)
        readable: set[Path] = set()
        for path in backups:
            try:
                with files.reading(path, self._key, self._guid) as backup:
                    files.know(backup, self._known)
                readable.add(path)
            except Unreadable as error:
                self._files.append(FileDone(str(path.relative_to(self._folder)), "left", str(error)))
        return readable

    def _erase_backup(self, path: Path) -> None:
        name = str(path.relative_to(self._folder))
        key = self._key if engine.is_encrypted(path) else None
        try:
            with closing(engine.connect(path, read_only=True, more="&immutable=1", key=key)) as backup:
                # An act of its own: by its last act a backup is told from the study as it is now.
                extent = files.write_anew(backup, path, key, self._known, self._coder, 0)
        except PermissionError:
            self._files.append(FileDone(name, "left", "refused"))
        except Unreadable as error:
            self._files.append(FileDone(name, "left", str(error)))
        else:
            self.backups_done += not extent.empty
            self._files.append(FileDone(name, "nothing" if extent.empty else "erased"))


def _carried_out(study: StudyFile, known: Known, marker: dict[str, Any]) -> Certificate:
    work = _Work(study, known, marker)
    try:
        with _log_blanked(study.path), _put_aside(study), told(study.path):
            try:
                with _sound(study.path):
                    work.run()
            except OSError as error:
                raise StoreError(
                    f"A participant could not be erased from {study.path} ({error.strerror}); check the folder and the "
                    "disk. The study is as it was."
                ) from error
            work.look()
    except BaseException as error:
        if work.certificate is None or study.desk(MARKER) is not None:
            _unmark(study)
            if work.backups_done and isinstance(error, StoreError):
                raise StoreError(
                    f"{error} In {work.backups_done} backups the participant is erased already; try again to erase the "
                    "rest."
                ) from error
        raise
    certificate = work.certificate
    assert certificate is not None
    with told(study.path):
        _keep(study.db, certificate)
    detail: dict[str, Any] = json.loads(study.value("SELECT detail FROM act WHERE id = ?", (certificate.act_id,)))
    study.announce(Change(certificate.act_id, VERB, Kind.DO, detail, work.touched, study.coder_id))
    return certificate


def _keep(connection: Connection, certificate: Certificate) -> None:
    connection.execute("INSERT OR REPLACE INTO desk VALUES (?, ?)", (KEPT, certificate.kept().as_json()))


def _unmark(study: StudyFile) -> None:
    """Give an erasure up: nothing of what was asked for stays in the study."""
    with told(study.path):
        study.db.execute("DELETE FROM desk WHERE name = ?", (MARKER,))
        study.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


@contextmanager
def _put_aside(study: StudyFile) -> Generator[None]:
    """Close the study file, its desk still held, while another takes its place; then open what stands there."""
    study.db.close()
    try:
        yield
    finally:
        study.db = engine.connect(study.path, key=study.key)
        engine.prepare(study.db, read_only=False)


@contextmanager
def _log_blanked(path: Path) -> Generator[None]:
    """Write zeros over the write-ahead log once it has lost its name: it holds what is erased."""
    with ExitStack() as stack:
        # Windows removes no file that is open.
        with suppress(OSError):
            if os.name != "nt":
                log = stack.enter_context(path.with_name(path.name + "-wal").open("rb+"))
                stack.callback(blank, log)
        yield
