"""The app: it holds the open study and the desk, and moves between rooms."""

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from textual.app import App, ScreenStackError
from textual.screen import Screen

from workbench import settings
from workbench.errors import RedoWaiting, StoreError, StudyBusy, WorkbenchError
from workbench.settings import Settings
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.changes import Change
from workbench.tui.asides import Asides
from workbench.tui.chords import Chords
from workbench.tui.everything import Everything
from workbench.tui.key_row import leaving_keys
from workbench.tui.later import fetch, later
from workbench.tui.room import Room
from workbench.tui.safekeeping import Safekeeping, sit
from workbench.tui.second_window import SecondWindow
from workbench.tui.surface import Surface
from workbench.words import say, use
from workbench.words.history import sentence
from workbench.words.history_clearing import cleared_sentence

# The first frame needs few of the texts; the others are read when it stands.
later("workbench.words.catalogue")
# Room → (module, class); a room is imported when it is first entered.
ROOMS = {
    "home": ("workbench.tui.screens.home", "Home"),
    "transcripts": ("workbench.tui.screens.transcripts", "Transcripts"),
    "import": ("workbench.tui.screens.intake", "Intake"),
    "coding": ("workbench.tui.screens.coding", "Coding"),
    "codebook": ("workbench.tui.screens.codebook", "CodebookRoom"),
    "themes": ("workbench.tui.screens.themes", "Themes"),
    "quotes": ("workbench.tui.screens.quotes", "Quotes"),
    "anonymise": ("workbench.tui.screens.anonymise", "Anonymise"),
    "reconcile": ("workbench.tui.screens.reconcile", "Reconcile"),
    "people": ("workbench.tui.screens.people", "People"),
    "schema": ("workbench.tui.screens.schema", "SchemaRoom"),
    "history": ("workbench.tui.screens.history", "History"),
    "life": ("workbench.tui.screens.life", "Life"),
    "replay": ("workbench.tui.screens.replay", "ReplayRoom"),
    "care": ("workbench.tui.screens.care", "Care"),
    "search": ("workbench.tui.screens.search", "Search"),
    "queries": ("workbench.tui.screens.queries", "Queries"),
    "carried": ("workbench.tui.screens.carried", "CarriedRoom"),
    "repairs": ("workbench.tui.screens.repairs", "RepairsRoom"),
    "sessions": ("workbench.tui.screens.sessions", "Sessions"),
    "mending": ("workbench.tui.screens.intake_repairs", "MendingRoom"),
    "answers": ("workbench.tui.screens.intake_answers", "AnswersRoom"),
}
_GO = {"transcript": "coding"}
# Rooms that show what another room asked for: nobody begins there.
_ASIDE = ("life", "replay", "mending", "answers")
_KEEP_PLACE_SECONDS = 10.0


@dataclass(slots=True)
class Desk:
    """Where the analyst stands; kept with the study, so reopening lands on the same word."""

    room: str = "home"
    transcript: int = 0
    caret: int = 0
    armed: int = 0
    overview: str = "code"
    reading: bool = False
    echo: bool = False


class WorkbenchApp(Chords, Surface, Everything, Asides, SecondWindow, Safekeeping, App[int]):
    """The workbench in a terminal."""

    CSS_PATH = "workbench.tcss"
    TITLE = "workbench"
    ENABLE_COMMAND_PALETTE = False
    CLOSE_TIMEOUT = 1.0

    def __init__(
        self, study: StudyFile, start_room: str | None = None, message: str = "", chosen: Settings | None = None
    ) -> None:
        super().__init__()
        self.study = study
        self.desk = _kept_desk(study)
        self._kept_place: dict[str, Any] = {}
        self._came_from = ""
        self._left: list[tuple[str, str]] = []
        self._start_room = start_room or self.desk.room
        self._message = message
        self.rooms: dict[str, Room] = {}
        self.animation_level = "none"
        self.take_settings(chosen or settings.load(study.path.parent))
        self._bindings = leaving_keys(self._bindings)
        self._helper: Any = None
        # Undone acts of which it was asked whether a new act may make them final, and said that the next one does.
        self.redos_asked_about: frozenset[int] = frozenset()
        self.failure: Exception | None = None

    # Starting and leaving

    def on_mount(self) -> None:
        """Enter the room the analyst left."""
        self.study.listen(self._published)
        self.study.before_clearing = _ask_first
        self.theme_changed_signal.subscribe(self, lambda _: self.recolour())
        self.call_after_refresh(self._settled)

    def get_default_screen(self) -> Screen[Any]:
        """Begin in the room itself; a blank screen before it would cost a layout and a paint."""
        start = self._start_room if self._start_room in ROOMS else "home"
        if start == "coding" and not self.desk.transcript:
            start = "home"
        self.rooms[start] = self._make(start)
        self.desk.room = start
        return self.rooms[start]

    def _settled(self) -> None:
        # One collection now, none in the middle of a key press: a full pass costs more than a frame.
        gc.collect()
        gc.freeze()
        gc.enable()
        words = " ".join(one for one in (self._message, *self.key_troubles[:1]) if one)
        if words and self.room is not None:
            self.room.tell(words, "warn")
        self.show_cursor()
        self.set_timer(0.3, fetch)
        # A line that drops ends us without a word: the place is kept as one goes.
        self.set_interval(_KEEP_PLACE_SECONDS, self.keep_desk)
        self.begin_to_look_out()
        self.begin_safekeeping()

    async def action_leave(self) -> None:
        """Leave; everything is saved already."""
        self.do_app_leave()

    def do_app_leave(self) -> None:
        """Keep where we stand and leave."""
        self.keep_desk()
        self.exit(0)

    async def on_unmount(self) -> None:
        """Stop the helper process; the cursor is the terminal's again."""
        self.give_cursor_back()
        if self._helper is not None:
            await self._helper.close()

    def _fatal_error(self) -> None:
        """Leave without the framework's traceback: it would print words of interviews to the terminal."""
        self.failure = self._exception
        with contextlib.suppress(Exception):
            self.keep_desk()
        self._close_messages_no_wait()

    def keep_desk(self) -> None:
        """Remember where the analyst stands, where that changed; a full disk must not end the screens over it."""
        place = asdict(self.desk)
        if place != self._kept_place:
            with contextlib.suppress(StoreError):
                self.study.keep_desk(f"desk.{self.study.coder_id}", place)
                self._kept_place = place

    async def helper(self) -> Any:
        """Return the helper process, started on first use."""
        if self._helper is None:
            from workbench.jobs.client import Helper

            self._helper = Helper()
            await self._helper.start()
        return self._helper

    # Rooms

    @property
    def room(self) -> Room | None:
        """The room on the screen; None while something else is, or nothing yet."""
        with contextlib.suppress(ScreenStackError):
            return self.screen if isinstance(self.screen, Room) else None
        return None

    def _make(self, room: str) -> Room:
        module, name = ROOMS[room]
        made: Room = getattr(importlib.import_module(module), name)()
        # An installed screen outlives being switched from, so a room is where it was left.
        self.install_screen(made, f"room-{room}")  # pyright: ignore[reportUnknownMemberType]
        return made

    def go(self, room: str) -> Room:
        """Enter a room and return it."""
        room = _GO.get(room, room)
        if room == "coding" and not self.desk.transcript:
            room = "transcripts"
        if room not in self.rooms:
            self.rooms[room] = self._make(room)
        self.forget_keys()
        self.desk.room, self._came_from = room, ""
        self._left.clear()
        if self.screen is not self.rooms[room]:
            self.await_room()
            self.switch_screen(self.rooms[room])  # pyright: ignore[reportUnknownMemberType]
        return self.rooms[room]

    def go_back(self) -> None:
        """Go to the room one came from (passages, names, quotes; whence a life or a replay was opened), else home."""
        if not self._left:
            self.go(self._came_from or "home")
            return
        (room, came_from), left = self._left[-1], self._left[:-1]
        self.go(room)
        self._came_from, self._left = came_from, left

    def open_transcript(self, transcript_id: int, offset: int | None = None) -> None:
        """Go to the coding room with a transcript, the caret at `offset` (None: where it was, or the top)."""
        if offset is not None or transcript_id != self.desk.transcript:
            kept = self.study.desk(f"caret.{self.study.coder_id}.{transcript_id}")
            self.desk.caret = offset if offset is not None else int(kept or 0)
        self.desk.transcript = transcript_id
        came_from = self._came_from if self.desk.room == "coding" else self.desk.room
        room = self.go("coding")
        self._came_from = came_from
        opener = getattr(room, "open_from_desk", None)
        if opener is not None and room.is_mounted:
            opener()

    def _published(self, change: Change) -> None:
        for room in self.rooms.values():
            if room.is_mounted:
                room.changed(change)

    def sentence(self, change: Change) -> str:
        """Return an act in words."""
        return self.sentence_of(change.verb, change.detail)

    def sentence_of(self, verb: str, detail: Mapping[str, str]) -> str:
        """Return an act in words, from its verb and particulars."""
        return sentence(verb, "do", detail)

    # Help

    def do_app_keys(self) -> None:
        """Show the keys of this room."""
        from workbench.tui.screens.key_guide import KeyGuide

        if (room := self.room) is not None:
            self.push_screen(KeyGuide(room.ROOM, self.palette, room.all_states(), self.key_troubles))


def _ask_first(waiting: Sequence[Change]) -> None:
    """Keep a new act from making undone ones final before the person was asked (see tui.clearing)."""
    raise RedoWaiting(cleared_sentence([(change.verb, change.detail) for change in waiting]))


def _kept_desk(study: StudyFile) -> Desk:
    desk, kept = Desk(), study.desk(f"desk.{study.coder_id}")
    # Another program may have written anything there.
    place = cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}
    for name, usual in asdict(desk).items():
        if type(place.get(name)) is type(usual):
            setattr(desk, name, place[name])
    if not study.live("transcript", id=desk.transcript):
        desk.transcript = desk.caret = 0
    if desk.room in _ASIDE:
        desk.room = "history"
    return desk


def _need_terminal() -> None:
    """Refuse to draw where nobody would see it and no key could end it.

    Raises:
        WorkbenchError: the keyboard or the screen is no terminal, or one that cannot move its cursor.
    """
    # Textual reads keys from stdin and draws on stderr; stdout is nobody's but a sign of a pipe.
    missing = [name for name in ("stdin", "stdout", "stderr") if not _is_terminal(getattr(sys, f"__{name}__"))]
    if missing:
        raise WorkbenchError(say("start.no_terminal", names=", ".join(missing)))
    if os.environ.get("TERM", "dumb" if os.name == "posix" else "") == "dumb":
        raise WorkbenchError(say("start.dumb_terminal"))


def _is_terminal(stream: Any) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def run(
    folder: Path, *, read_only: bool = False, coder: str | None = None, room: str | None = None,
    unlock: Callable[[Path], bytes | None] = lambda _: None,
) -> int:  # fmt: skip
    """Open the study in `folder` in the terminal, or offer to make one; return the exit code.

    A study that another workbench has open is opened for reading, and the screen says so. `unlock` asks for the key of
    an encrypted one (None: a plain study) while the terminal is still plain.

    Raises:
        WorkbenchError: the study cannot be opened.
    """
    chosen = settings.load()
    use(chosen.language)
    _need_terminal()
    gc.disable()
    if not (folder / FILE_NAME).exists():
        from workbench.tui.start import offer

        found = offer(folder)
        if found is None:
            return 0
        folder = found
    chosen = settings.load(folder)
    use(chosen.language)
    message, who, key, asks = "", coder or chosen.coder or None, unlock(folder), True
    while True:
        try:
            study = StudyFile.open(folder, read_only=read_only, coder=who, key=key)
        except StudyBusy as error:
            study = StudyFile.open(folder, read_only=True, coder=who, key=key)
            message = f"{error} {say('start.reading_only')}"
        app = WorkbenchApp(study, room, message, chosen)
        app.only_reads = read_only
        app.asks_about_sharing = asks
        result = sit(app)
        if app.interlude is None:
            return result
        asks = False
        folder, message = app.interlude.carry_out(folder)
        room = app.interlude.room
