"""The safety room: the backups and what each holds, checking the study, and the doctor's report."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.worker import Worker

from workbench.errors import StoreError, WorkbenchError
from workbench.store.backup_names import Backup
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.paths import plain
from workbench.tui.safekeeping import ask_where, moved
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading, pairs
from workbench.words import counted, say
from workbench.words.history import sentence

backups, checking, doctor, in_words, repairing, restoring = later(
    "workbench.store.backups", "workbench.store.check", "workbench.store.doctor", "workbench.store.in_words",
    "workbench.store.repair", "workbench.store.restore",
)  # fmt: skip

_LOOKS = {2: "error", 1: "warn", 0: "dim"}
# A check must leave the keys room: it rests this long at each of its steps, some 5 ms of work apart.
_REST_SECONDS = 0.0005


_NAMES = 26  # cells of the doctor's names


class _Enough(Exception):
    """The person stopped the check."""


class Care(AskingPath, ListRoom):
    """Backups at the left; at the right what the chosen one holds, what a check found, or the doctor's report."""

    ROOM = "care"

    def __init__(self) -> None:
        super().__init__()
        self._inside: dict[Path, Any] = {}
        self._shows = "backup"
        self._found: list[Any] = []
        self._thorough = False
        self._facts: list[Any] = []
        self._errand: Worker[None] | None = None
        self._stop = False

    def empty_words(self) -> str:
        """Say when a backup is made."""
        return say("care.empty")

    def reload(self) -> None:
        """List the backups; the current one stays current."""
        current: Backup | None = self.current
        kept: list[Backup] = backups.listed(self.study.path)
        index = next((at for at, one in enumerate(kept) if current and one.path == current.path), None)
        columns = [Column(say(f"care.col.{name}"), most=40) for name in ("made", "reason", "size")]
        self.set_table(Columns(columns, [self.row(one)[0] for one in kept]), kept, index)

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return when, why and how large."""
        one: Backup = item
        return [in_words.when(one), in_words.reason(one), in_words.size(one.size)], ["strong", "", "dim"]

    def title_parts(self) -> tuple[Line, Line]:
        """How many there are, and how large they are together."""
        kept: Sequence[Backup] = self.list.items
        size = in_words.size(sum(one.size for one in kept))
        told = counted(say("care.count", n="{n}", size=size), len(kept))
        return super().title_parts()[0], [(told, "")] if kept else []

    def states(self) -> set[str]:
        """Whether there is a backup, and something a repair could set right."""
        return super().states() | ({"repairable"} if any(one.repairable for one in self._found) else set())

    # The side pane

    def show_item(self) -> None:
        """Tell of the chosen backup again."""
        self._shows = "backup"
        super().show_item()

    def details(self) -> Fill:
        """Return what fills the side pane."""
        return {"backup": self._of_backup, "check": self._of_check, "doctor": self._of_doctor}[self._shows]

    def _show(self, what: str) -> None:
        self._shows = what
        self.side.show(self.details())
        if self.has_class("narrow"):
            self.pin(True)
        self.show_keys()

    def _of_backup(self, width: int) -> Sequence[Line]:
        one: Backup | None = self.current
        if one is None:
            return []
        held = self._held(one)
        lines: list[Line] = [[(say("care.this"), "title")]]
        if held is None:
            lines += clipped(say("care.unreadable"), width, 3, "error")
        else:
            numbers = [(say(f"backup.{name}"), f"{getattr(held, name)}")
                       for name in ("transcripts", "codes", "codings", "format")]  # fmt: skip
            lines += pairs(numbers, width)
            if held.verb:
                lines += heading(say("backup.last"))
                lines.append([(in_words.moment(held.at), "dim")])
                lines += clipped(sentence(held.verb, held.kind, held.detail), width, 4)
            lines += [*heading(say("care.now")), *clipped(self._since(held), width, 4)]
        lines += heading(say("care.file"))
        lines += clipped(one.name, width, 3, "dim")
        lines += heading(say("care.rule"))
        lines += clipped(say("care.rule.words"), width, 9, "dim")
        return lines

    def _held(self, one: Backup) -> Any:
        if one.path not in self._inside:
            try:
                self._inside[one.path] = backups.inside(one, self.study.key)
            except StoreError:
                self._inside[one.path] = None
        return self._inside[one.path]

    def _since(self, held: Any) -> str:
        since = backups.acts_since(self.study, held)
        if since is None:
            return say("care.elsewhere")
        return counted(say("care.since"), since) if since else say("care.same")

    def _of_check(self, width: int) -> Sequence[Line]:
        lines: list[Line] = [[(say("care.check.title"), "title")]]
        wrong, repairable = in_words.counted_findings(self._found)
        told = counted(say("care.check.wrong"), wrong) if wrong else say("care.check.sound")
        lines += wrapped(told, width, "warn" if wrong else "good")
        if repairable:
            lines += wrapped(say("care.check.repairable"), width, "accent")
        if not self._thorough:
            lines += wrapped(say("care.check.thorough"), width, "dim")
        for finding in self._found:
            lines += _told(finding, width)
        return lines

    def _of_doctor(self, width: int) -> Sequence[Line]:
        lines: list[Line] = [[(say("care.doctor.title"), "title")], *wrapped(say("care.doctor.send"), width, "dim")]
        for what, value, warning in in_words.report_lines(self._facts):
            if not value:
                lines += heading(what)
                continue
            lines.append([(f"{what:<{_NAMES}}", "dim"), (f" {value}", "")])
            if warning:
                lines += wrapped(warning, width, "warn", indent="  ")
        return lines

    # Backups

    def do_care_backup(self) -> None:
        """Make one now, while the keys go on working."""
        if self.study.read_only:
            raise StoreError(say("care.read_only"))
        if self._busy:
            return
        self.tell(say("care.backing_up"), "accent")
        self._errand = self.run_worker(self._back_up(), exclusive=True)

    async def _back_up(self) -> None:
        from workbench.store.backup_names import Reason
        from workbench.store.copying import Pace

        study, pace = self.study, Pace(gentle=True)
        try:
            made = await asyncio.to_thread(backups.make, study.path, Reason.HAND, key=study.key, pace=pace)
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._errand = None
        self.reload()
        self.list.go(next((at for at, one in enumerate(self.list.items) if one.path == made.path), 0))
        self.renew()
        self.tell(say("care.backed_up", name=made.name), "good")

    @property
    def _busy(self) -> bool:
        return self._errand is not None

    def on_ledger_chosen(self, event: Any) -> None:
        """Restore by double click."""
        self.do_care_restore()

    def do_care_restore(self) -> None:
        """Ask where to, then restore."""
        one: Backup | None = self.current
        if one is None:
            return
        ways = ["to", "leave"] if self.study.read_only else ["here", "to", "leave"]
        options = [
            Option(way, say(f"care.restore.{way}"), say(f"care.restore.{way}.help") if way != "leave" else "")
            for way in ways
        ]

        def done(way: Any, _typed: str) -> None:
            if way == "here":
                key, coder = self.study.key, self._coder_name()
                self.workbench.leave_for(lambda folder: _restored(folder, one, key, coder))
            elif way == "to":
                self._ask_folder(one)

        self.choose(say("care.restore.ask", when=in_words.when(one)), options, done)

    def _ask_folder(self, one: Backup) -> None:
        def given(text: str) -> None:
            if not plain(text):
                raise StoreError(say("path.none"))
            if not self._busy:
                folder = Path(plain(text)).expanduser().absolute()
                self._errand = self.run_worker(self._restore_to(folder, one), exclusive=True)

        self.ask_path(say("care.restore.folder"), given, f"{self.study.folder.absolute()}-{one.at:%Y-%m-%d}")

    async def _restore_to(self, folder: Path, one: Backup) -> None:
        study = self.study
        try:
            key_file = backups.key_file_of(study)
            await asyncio.to_thread(restoring.restore_to, folder, one, key=study.key, key_file=key_file)
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._errand = None
        self.tell(say("care.restored_to", folder=folder), "good")

    # Checking

    def do_care_check(self) -> None:
        """Check quickly."""
        self._check(thorough=False)

    def do_care_thorough(self) -> None:
        """Check everything."""
        self._check(thorough=True)

    def _check(self, *, thorough: bool) -> None:
        if not self._busy:
            self._stop, self._thorough = False, thorough
            self._errand = self.run_worker(self._look_through(), exclusive=True)

    async def _look_through(self) -> None:
        """Check in a thread with a connection of its own; esc stops it at its next step."""
        study, at = self.study, ("pages", 0.0)

        def progress(part: str, share: float) -> None:
            nonlocal at
            at = part, share
            if self._stop:
                raise _Enough
            time.sleep(_REST_SECONDS)

        working = asyncio.create_task(
            asyncio.to_thread(checking.check, study.path, study.key, thorough=self._thorough, progress=progress)
        )
        try:
            while not working.done():
                part, share = at
                self.tell_progress(say("care.checking", part=in_words.part(part), share=int(share * 100)))
                await asyncio.wait([working], timeout=0.1)
            self._found = working.result()
        except _Enough:
            self.tell(say("care.check.stopped"), "warn")
            return
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._stop, self._errand = True, None
        self.tell("")
        self._show("check")
        self.renew()

    def step_back(self) -> bool:
        """Stop a check, or go back from a report to the chosen backup."""
        if self._busy and not self._stop:
            self._stop = True
            return True
        narrow = super().step_back()
        if self._shows != "backup":
            self.show_item()
            self.show_keys()
            return True
        return narrow

    def do_care_repair(self) -> None:
        """Ask, then repair with the study closed."""
        if self.study.read_only:
            raise StoreError(say("care.read_only"))
        found, key, coder = list(self._found), self.study.key, self._coder_name()
        options = [
            Option(True, say("care.repair.yes"), say("care.repair.yes.help")),
            Option(False, say("care.restore.leave")),
        ]

        def done(yes: Any, _typed: str) -> None:
            if yes:
                self.workbench.leave_for(lambda folder: _repaired(folder, found, key, coder))

        self.choose(say("care.repair.ask"), options, done)

    def _coder_name(self) -> str | None:
        from workbench.store.lookups.people import coders

        return next((one.name for one in coders(self.study) if one.id == self.study.coder_id), None)

    # The doctor, and moving

    def do_care_doctor(self) -> None:
        """Measure and tell."""
        if not self._busy:
            self.tell(say("care.doctor.working"), "accent")
            self._errand = self.run_worker(self._examine(), exclusive=True)

    async def _examine(self) -> None:
        study = self.study
        try:
            self._facts = await asyncio.to_thread(doctor.report, study.path, study.key)
        finally:
            self._errand = None
        self.tell("")
        self._show("doctor")

    def do_care_move(self) -> None:
        """Ask where to, then move with the study closed."""
        if self.study.read_only:
            raise StoreError(say("care.read_only"))
        key = self.study.key
        ask_where(self, lambda target: self.workbench.leave_for(lambda folder: moved(folder, target, key)))


def _told(finding: Any, width: int) -> list[Line]:
    look = _LOOKS[finding.severity]
    head: list[Part] = [(in_words.severity(finding.severity), look)]
    lines: list[Line] = [[], head, *wrapped(in_words.what(finding), width)]
    lines += wrapped(in_words.remedy(finding), width, "dim")
    for place in finding.places[:5]:
        lines += clipped(f"– {in_words.where(place)}", width, 2, "accent", indent="  ")
    more = finding.count - min(5, len(finding.places))
    if finding.places and more > 0:
        lines.append([(f"  – {say('care.more', count=more)}", "dim")])
    return lines


def _restored(folder: Path, backup: Backup, key: bytes | None, coder: str | None) -> tuple[Path, str]:
    """Restore while the study is closed, note it, and return where the study is and what to say."""
    from workbench.store.study_file import StudyFile

    done = restoring.restore(folder, backup, key=key)
    with StudyFile.open(folder, key=key, coder=coder) as study:
        restoring.note(study, done)
    if done.damaged is not None:
        return folder, say("care.restored_damaged", backup=backup.name, folder=done.damaged)
    return folder, say("care.restored", backup=backup.name, before=done.before.name if done.before else "–")


def _repaired(folder: Path, found: Sequence[Any], key: bytes | None, coder: str | None) -> tuple[Path, str]:
    done = repairing.repair(folder, found, key, coder)
    left = {one.matter for one in checking.check(folder / "study.workbench", key)}
    mended = [in_words.what(one).rstrip(".") for one in found if one.matter in done and one.matter not in left]
    return folder, say("care.repaired", what="; ".join(mended[:3])) if mended else say("care.not_repaired")
