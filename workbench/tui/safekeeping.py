"""What the app does for the study file: it keeps the backups, and leaves the study for what needs it closed."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.options import Option
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

    from workbench.store.keeper import Keeper
    from workbench.store.study_file import StudyFile
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.room import Room

_SOON_SECONDS = 1.0
_TICK_SECONDS = 60.0
_LARGE_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Interlude:
    """What is done while the study is closed: `act` gets its folder, returns the folder to open and what to say."""

    act: Callable[[Path], tuple[Path, str]]
    room: str = "care"

    def carry_out(self, folder: Path) -> tuple[Path, str]:
        """Do it; a refusal is what is said then."""
        try:
            return self.act(folder)
        except WorkbenchError as error:
            return folder, translated(str(error))


class Safekeeping:
    """The app's part in keeping the study file safe."""

    keeper: Keeper | None = None
    interlude: Interlude | None = None
    asks_about_sharing = True

    if TYPE_CHECKING:
        # Given by the app.
        study: StudyFile
        set_timer: Callable[[float, Callable[[], None]], Timer]
        set_interval: Callable[[float, Callable[[], None]], Timer]
        exit: Callable[[int], None]
        keep_desk: Callable[[], None]

        @property
        def screen(self) -> Screen[Any]:
            """The screen that is shown."""
            ...

    def begin_safekeeping(self) -> None:
        """Begin once the first screen stands."""
        self._leave_when_told()
        if self.asks_about_sharing:
            self._ask_about_sharing()
        self.set_timer(_SOON_SECONDS, self.keep_backups)

    def _leave_when_told(self) -> None:
        """Leave as by the key when the system asks us to end (SIGTERM): the place and a last backup are kept."""

        def leave() -> None:
            self.keep_desk()
            self.exit(0)

        with contextlib.suppress(NotImplementedError, RuntimeError):
            # Windows has no such signal; a thread of its own, as in tests, cannot take it.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)

    def keep_backups(self) -> None:
        """Let a keeper make backups from now on."""
        from workbench.store.keeper import Keeper

        if self.keeper is None:
            self.keeper = Keeper(self.study, self._tell_of_backups)
            self.set_interval(_TICK_SECONDS, self.keeper.tick)

    def leave_for(self, act: Callable[[Path], tuple[Path, str]], room: str = "care") -> None:
        """Close the study, do something to its file, and open it again in `room`."""
        self.interlude = Interlude(act, room)
        self.keep_desk()
        self.exit(0)

    def finish_safekeeping(self) -> None:
        """Make the last backup when one is due; a large one is said on the plain terminal, because it takes seconds."""
        from workbench.store.keeper import Keeper

        if self.keeper is None:
            self.keeper = Keeper(self.study, self._tell_of_backups)
        self.keeper.settle()
        if self.study.path.stat().st_size > _LARGE_BYTES and self.keeper.due():
            sys.stderr.write(f"{say('care.closing')}\n")
        self.keeper.finish()

    def _tell_of_backups(self, words: str) -> None:
        room = self._shown_room
        if room is not None:
            room.tell(words, "error")
        else:
            sys.stderr.write(f"workbench: {translated(words)}\n")

    @property
    def _shown_room(self) -> Room | None:
        from textual.app import ScreenStackError

        from workbench.tui.room import Room

        try:
            return self.screen if isinstance(self.screen, Room) else None
        except ScreenStackError:
            return None

    # Folders that are shared

    def _ask_about_sharing(self) -> None:
        from workbench.store import synced

        shared = synced.found(self.study.folder)
        room = self._shown_room
        if shared is None or room is None or synced.is_remembered(self.study, shared, never=True):
            return
        if self.study.read_only:
            key = "synced.network" if shared.network else "synced.warning"
            room.tell(say(key, service=shared.service, root=shared.root), "warn")
            return
        options = [Option(one, say(f"synced.{one}"), say(f"synced.{one}.help")) for one in ("move", "go_on", "never")]

        def done(value: Any, _typed: str) -> None:
            if value == "never":
                synced.remember(self.study, shared, never=True)
            elif value == "move":
                ask_where(room, lambda folder: self.leave_for(lambda now: moved(now, folder, self.study.key), "home"))

        room.choose(say("synced.ask", service=shared.service), options, done)


def ask_where(room: Room, done: Callable[[Path], None]) -> None:
    """Ask for the folder to move the study to."""
    from workbench.errors import StoreError
    from workbench.tui.paths import plain

    def given(text: str) -> None:
        if not plain(text):
            raise StoreError(say("path.none"))
        done(Path(plain(text)).expanduser())

    room.ask(say("care.move.folder"), given, value=str(Path.home() / room.study.folder.resolve().name))


def moved(folder: Path, target: Path, key: bytes | None) -> tuple[Path, str]:
    """Move the study, and return where it is and what to say."""
    from workbench.store.moving import move

    done = move(folder, target, key=key)
    if done.left:
        return done.folder, say("care.moved_left", folder=done.folder, names=", ".join(done.left[:5]))
    return done.folder, say("care.moved", folder=done.folder)


def sit(app: WorkbenchApp) -> int:
    """Run the app on its open study, make the last backup, close the study, and return the exit code."""
    try:
        result = app.run(mouse=True)
        if app.failure is not None:
            raise app.failure
        app.finish_safekeeping()
        return result or 0
    finally:
        if app.keeper is not None:
            app.keeper.settle()
        app.study.close()
