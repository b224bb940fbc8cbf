"""Opening, making and changing a study file."""

import json
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from workbench.errors import StoreError, StudyError
from workbench.store import engine, journal
from workbench.store.backup_names import Reason
from workbench.store.desk_lock import DeskLock
from workbench.store.guard import Guard
from workbench.store.journal import Writer
from workbench.store.open_study import OpenStudy
from workbench.store.opening import (
    check_key_file,
    check_there,
    finish_erasure,
    key_left,
    key_of,
    make_ready,
    opening,
    refuse_taken,
    take_away,
    vaulted_for,
)
from workbench.store.others import Others
from workbench.store.refusals import told
from workbench.store.schema import migrate
from workbench.store.search import index
from workbench.study.changes import Change, Kind
from workbench.study.ids import new_guid, new_id
from workbench.study.text import squeeze_name

FILE_NAME = "study.workbench"
Listener = Callable[[Change], None]


class StudyFile(OpenStudy):
    """An open study. Reading goes through `rows`; every change through `writing`, `undo` or `redo`."""

    def __init__(
        self, path: Path, connection: engine.Connection, lock: DeskLock | None, key: bytes | None = None
    ) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._listeners: list[Listener] = []
        self._writer: Writer | None = None
        self._known_words = index.KnownWords()
        # Called with the undone acts that a new act is about to make final; may raise RedoWaiting to prevent it.
        self.before_clearing: Callable[[Sequence[Change]], None] | None = None
        self.guard: Guard | None = None
        self.key = key  # the data key, where the file is encrypted
        self.recovery_key = ""  # of a study just made encrypted, to be shown once
        self.coder_id = 0
        self._coder_name: str | None = None
        self._others: Others | None = None  # of a study open for reading only

    @property
    def read_only(self) -> bool:
        """Whether acts are refused."""
        return self._lock is None

    # Making and opening

    @classmethod
    def create(
        cls, folder: Path, name: str, language: str, coder: str, *, passphrase: str | None = None
    ) -> "StudyFile":
        """Make a study in `folder` (made when missing), with `coder` as its first coder.

        With a passphrase it is encrypted; its `recovery_key` must then be shown, for it stands nowhere else.

        Raises:
            StoreError: there is a study already, the passphrase is too short, or the folder cannot be written to.
        """
        path = folder / FILE_NAME
        left = key_left(path, passphrase)
        refuse_taken(path, left)
        name, coder = _needed(name, "A study needs a name."), _needed(coder, "A study needs the name of its coder.")
        from workbench.study.attribution import DEFAULT_TEMPLATES

        if language not in DEFAULT_TEMPLATES:
            raise StudyError(f"Interviews are in {' or '.join(DEFAULT_TEMPLATES)}, not «{language}».")
        guid, made = new_guid(), not folder.exists()
        vaulted = vaulted_for(path, guid, passphrase)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {folder} cannot be made ({error.strerror}).") from error
        key = vaulted.data_key if vaulted else None
        with opening(path, read_only=False, key=key, anew=True, left=left) as (connection, lock):
            try:
                if vaulted:
                    vaulted.write(path)
                engine.prepare(connection, read_only=False)
                migrate(connection)
                study = cls(path, connection, lock, key)
                study.recovery_key = vaulted.recovery if vaulted else ""
                with study.noting("study.create", {"name": name}) as writer:
                    for setting, value in (("name", name), ("language", language), ("guid", guid)):
                        writer.insert("setting", {"name": setting, "value": value})
                    study.coder_id = writer.insert("coder", {"guid": new_guid(), "name": coder})
            except BaseException:
                connection.close()
                if vaulted:
                    vaulted.take_away(path)
                take_away(path, folder if made else None)
                raise
        return study

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, coder: str | None = None,
        passphrase: str | None = None, key: bytes | None = None,
    ) -> "StudyFile":  # fmt: skip
        """Open the study in `folder` as `coder` (the first coder when omitted).

        An encrypted one takes its passphrase or its data key (`vault.unlock`); a plain one needs neither.

        Raises:
            StudyLocked: it is encrypted, and nothing was given that opens it.
            StudyBusy: another process is at the desk and `read_only` is not set.
            StoreError: there is no study, it is damaged, not ours, or made by a newer version.
        """
        path = folder / FILE_NAME
        check_there(path)
        key = key_of(path, passphrase, key)
        with opening(path, read_only=read_only, key=key) as (connection, lock):
            make_ready(connection, path, key, read_only=read_only)
            study = cls(path, connection, lock, key)
            if key is not None:
                check_key_file(path, study.setting("guid"), writable=not read_only)
            if read_only:
                study._others = Others(path, key)
                study._others.begin(connection)
            study._coder_name = squeeze_name(coder or "") or None
            study.coder_id = study._coder(study._coder_name)
        finish_erasure(study)
        return study

    def catch_up(self) -> list[Change]:
        """Announce what others did to a study open for reading since last asked, as own acts are, and return it.

        An act of theirs carries its coder. Costs microseconds when nothing was written; meant to be asked each second.

        Raises:
            StoreError: the study is gone, or cannot be read any more.
        """
        if self._others is None:
            return []
        with told(self.path):
            self.db = self._others.look(self.db)
            changes = self._others.news(self.db)
        for change in changes:
            self.announce(change)
        return changes

    def take_desk(self) -> list[Change]:
        """Become the one who writes, the desk being free; announce what was done before that, and return it.

        Raises:
            StudyBusy: somebody is at the desk; one goes on reading.
            StoreError: the study cannot be written to; one goes on reading.
        """
        if self._others is None:
            return []
        check_there(self.path)
        with opening(self.path, read_only=False, key=self.key) as (connection, lock):
            make_ready(connection, self.path, self.key, read_only=False)
            changes = self._others.since(connection)
            self.db.close()
            self.db, self._lock, self._others = connection, lock, None
        if self.key is not None:
            check_key_file(self.path, self.setting("guid"), writable=True)
        for change in changes:
            self.announce(change)
        self.coder_id = self._coder(self._coder_name)
        return changes

    def settle_some(self, seconds: float = 0.003) -> bool:
        """Do a little of the housekeeping that acts leave, for about so long; tell whether there may be more.

        To be called between acts; nothing a researcher sees changes. What stays undone is done by later acts.
        """
        if self.read_only or self._writer is not None:
            return False
        end, more = time.perf_counter() + seconds, True
        # A disk that is full or slow today is told by the next act.
        with suppress(engine.DatabaseError), engine.unhurried(self.db):
            while more and time.perf_counter() < end:
                more = index.join_some(self.db)
            return more
        return False

    def close(self) -> None:
        """Close the file and leave the desk."""
        try:
            if not self.read_only:
                # Only housekeeping: what it cannot do today (a full disk), it does another day.
                with suppress(engine.DatabaseError):
                    engine.tidy(self.db)
            self.db.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep_desk(self, name: str, value: Any) -> None:
        """Remember where the analyst stands; forgotten silently in a study open for reading only."""
        if not self.read_only:
            with told(self.path):
                self.db.execute("INSERT OR REPLACE INTO desk VALUES (?, ?)", (name, json.dumps(value)))

    # Changing

    def listen(self, listener: Listener) -> None:
        """Call `listener` with every finished act."""
        self._listeners.append(listener)

    @contextmanager
    def writing(self, verb: str, detail: Mapping[str, str]) -> Generator[Writer]:
        """One act: one transaction, one undo step, one audit line, one announced Change.

        An act that wrote nothing leaves no trace. Any error takes everything back.
        """
        with self._act(verb, detail, undoable=True) as writer:
            yield writer

    @contextmanager
    def noting(self, verb: str, detail: Mapping[str, str]) -> Generator[Writer]:
        """As `writing`, for what cannot be taken back (a coder came, a file left): no undo step, redo stays."""
        with self._act(verb, detail, undoable=False) as writer:
            yield writer

    @contextmanager
    def together(self, verb: str, detail: Mapping[str, str]) -> Generator[Writer]:
        """Make all acts carried out inside one: one transaction, one undo step, one audit line, one Change.

        An act inside that is refused leaves nothing behind; whether the group goes on is the caller's choice.
        """
        with self.writing(verb, detail) as writer:
            outer, self._writer = self._writer, writer
            try:
                yield writer
            finally:
                self._writer = outer

    def about_to(self, reason: Reason) -> None:
        """Say that a large change comes (not inside an act): whoever keeps the backups makes one of the study as is."""
        if self.guard is not None:
            self.guard.before(reason)

    @contextmanager
    def clearing_redo(self) -> Generator[None]:
        """Let acts inside clear undone acts without asking: the researcher has been told and goes on."""
        asking, self.before_clearing = self.before_clearing, None
        try:
            yield
        finally:
            self.before_clearing = asking

    @contextmanager
    def _act(self, verb: str, detail: Mapping[str, str], *, undoable: bool) -> Generator[Writer]:
        if self._writer is not None:
            with self._writer.part():
                yield self._writer
            return
        with self._transaction() as writer:
            yield writer
            if writer.touched:
                if undoable:
                    self._clear_redos()
                journal.record(self.db, writer.act_id, self.coder_id, verb, detail, undoable=undoable)
                writer.flush()
        if writer.touched:
            self.announce(Change(writer.act_id, verb, Kind.DO, dict(detail), _frozen(writer)))

    def _clear_redos(self) -> None:
        if self.before_clearing is not None:
            waiting = journal.waiting_redos(self.db)
            if waiting:
                self.before_clearing(waiting)
        journal.clear_redos(self.db)

    def undo(self) -> Change | None:
        """Take back the newest act and return it as a Change, or None when there is none."""
        return self._step(journal.next_undo, journal.reverse, Kind.UNDO)

    def redo(self) -> Change | None:
        """Do the oldest undone act again and return it as a Change, or None."""
        return self._step(journal.next_redo, journal.repeat, Kind.REDO)

    def _step(
        self,
        find: Callable[[engine.Connection], Change | None],
        carry_out: Callable[[engine.Connection, Writer, Change], None],
        kind: Kind,
    ) -> Change | None:
        with self._transaction() as writer:
            act = find(self.db)
            if act is None:
                return None
            carry_out(self.db, writer, act)
            journal.record(self.db, writer.act_id, self.coder_id, act.verb, act.detail, act, kind)
            writer.flush()
        change = Change(act.act_id, act.verb, kind, act.detail, _frozen(writer))
        self.announce(change)
        return change

    @contextmanager
    def _transaction(self) -> Generator[Writer]:
        if self.read_only:
            raise StoreError(f"The study in {self.folder} is open for reading only; nothing was changed.")
        with told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                # Never below the last act, whatever the clock says: undo goes by this order.
                last = self.db.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0]
                writer = Writer(self.db, max(new_id(), int(last) + 1), self._known_words)
                yield writer
                self.db.execute("COMMIT")
            except BaseException:
                self._known_words.forget()
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def announce(self, change: Change) -> None:
        """Tell every listener of a finished act."""
        for listener in self._listeners:
            listener(change)

    def _coder(self, name: str | None) -> int:
        found = self.value(
            "SELECT id FROM coder WHERE deleted = 0 AND (? IS NULL OR name = ?) ORDER BY id", (name, name)
        )
        if found is not None:
            return int(found)
        if name is None or self.read_only:
            return int(self.value("SELECT id FROM coder ORDER BY id") or 0)
        with self.noting("coder.add", {"name": name}) as writer:
            added = writer.insert("coder", {"guid": new_guid(), "name": name})
        return added


def _frozen(writer: Writer) -> dict[str, frozenset[int]]:
    return {table: frozenset(ids) for table, ids in writer.touched.items()}


def _needed(name: str, sentence: str) -> str:
    tidy = squeeze_name(name)
    if not tidy:
        raise StudyError(sentence)
    return tidy
