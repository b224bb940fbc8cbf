"""A window that only reads a study: it sees what another window does, and takes its place when that one is closed."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from textual.css.query import NoMatches

from workbench.errors import StoreError
from workbench.store.lookups.people import coders
from workbench.store.others import REPLACED
from workbench.study.changes import Change
from workbench.words import say
from workbench.words.history import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

    from workbench.store.study_file import StudyFile
    from workbench.tui.room import Room

_LOOK_SECONDS = 1.0


class SecondWindow:
    """What the app does while its study is open for reading only."""

    catching_up = False
    only_reads = False  # it was asked to change nothing
    _timer: Timer | None = None
    _news = ""
    _trouble = ""

    if TYPE_CHECKING:
        # Given by the app.
        study: StudyFile
        rooms: dict[str, Room]
        set_interval: Callable[[float, Callable[[], None]], Timer]

        @property
        def screen(self) -> Screen[Any]:
            """The screen that is shown."""
            ...

    def begin_to_look_out(self) -> None:
        """Look about once a second for what another window did, as long as this one only reads."""
        if self.study.read_only:
            self._timer = self.set_interval(_LOOK_SECONDS, self.look_out)

    def look_out(self) -> None:
        """Show what another window did since the last time, unless a question is open: nothing moves under that."""
        room = self._room
        if room is not None and room.asking:
            return
        try:
            self._caught_up(self.study.catch_up)
            self._trouble = ""
        except StoreError as error:
            # Said once, not each second.
            if str(error) != self._trouble and room is not None:
                self._trouble = str(error)
                room.tell(str(error), "error")
            return
        if self._news and room is not None and room.overhear(self._news):
            self._news = ""

    def do_app_take_desk(self) -> None:
        """Become the one who writes, when the other window is closed."""
        if not self.study.read_only:
            return
        if self.only_reads:
            raise StoreError(say("desk.only_reads"))
        self._caught_up(self.study.take_desk)
        if self._timer is not None:
            self._timer.stop()
        self._news = ""
        for room in self.rooms.values():
            room.outdate()
        if self._room is not None:
            self._room.tell(say("desk.taken"), "accent")

    @property
    def _room(self) -> Room | None:
        from textual.app import ScreenStackError

        from workbench.tui.room import Room

        try:
            return self.screen if isinstance(self.screen, Room) else None
        except ScreenStackError:
            # A last look while the screens are taken down.
            return None

    def _caught_up(self, read: Callable[[], Sequence[Change]]) -> None:
        with self.in_quiet():
            changes = read()
        if changes:
            # However many there are, what is on the screen is read again once.
            self.outdate_rooms()
            self._news = self._told(changes)

    @contextmanager
    def in_quiet(self) -> Generator[None]:
        """Of the acts inside the rooms learn, but what is on the screen is read again only by `outdate_rooms`."""
        self.catching_up = True
        try:
            yield
        finally:
            self.catching_up = False

    def outdate_rooms(self) -> None:
        """What the rooms show is read again: at once where it is on the screen."""
        for room in self.rooms.values():
            # Work may end because the window is being taken down: then there is nothing left to show it on.
            with suppress(NoMatches):
                room.outdate()

    def _told(self, changes: Sequence[Change]) -> str:
        last = changes[-1]
        if last.verb == REPLACED:
            return say("others.replaced")
        what = sentence(last.verb, last.kind, last.detail)
        if len(changes) > 1:
            what = say("others.more", what=what, count=len(changes) - 1)
        if last.coder_id == self.study.coder_id:
            return say("others.own", what=what)
        name = next((one.name for one in coders(self.study) if one.id == last.coder_id), "–")
        return say("others.did", who=name, what=what)
