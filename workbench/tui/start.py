"""Before a study is open: make one here, open another, look at the demo, or leave."""

import asyncio
import contextlib
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input
from textual.worker import Worker

from workbench import settings
from workbench.errors import StoreError, WorkbenchError
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.text import squeeze_name
from workbench.tui.asking import Chooser, Prompt
from workbench.tui.drawing import Line, OneLine, bar, wrapped
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.looks import DUSK, PAPER, palette
from workbench.tui.options import Option
from workbench.tui.paths import complete, expand, plain
from workbench.tui.room import NARROW
from workbench.words import say
from workbench.words.told import translated

_CHOICES = ("new", "open", "demo", "leave")
_LANGUAGES = ("nb", "en")
_DEMO = "workbench-demo"


def offer(folder: Path) -> Path | None:
    """Offer what can be done in a folder without a study; return the folder to open, or None to leave."""
    return Start(folder.absolute()).run(mouse=True)


class Start(App[Path]):
    """Four choices; what they need is asked below them."""

    CSS_PATH = "workbench.tcss"
    ENABLE_COMMAND_PALETTE = False
    CSS = "#greeting { height: 4; } #choices { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("escape", "step_back", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("enter", "choose", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, len(_CHOICES) + 1)),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.animation_level = "none"
        self.register_theme(DUSK)
        self.register_theme(PAPER)
        wanted = settings.load().theme
        self.theme = wanted if wanted in self.available_themes else DUSK.name
        self._palette = palette(self.current_theme, bool(os.environ.get("NO_COLOR")))
        self._building: Worker[None] | None = None
        self._completes = False

    def compose(self) -> ComposeResult:
        """Lay out greeting, choices, what is asked, and two rows."""
        yield OneLine(self._palette, id="title")
        yield TextPane(self._palette, id="greeting")
        yield Ledger(self._palette, self._draw, 3, id="choices")
        yield Chooser(self._palette)
        yield Prompt(self._palette)
        yield OneLine(self._palette, id="message")
        yield OneLine(self._palette, id="keys")

    def on_mount(self) -> None:
        """Show the choices."""
        self.query_one("#title", OneLine).show([(f" {say('start.title')}", "title")])
        words = say("start.none", folder=str(self.folder))
        self.query_one("#greeting", TextPane).show(lambda width: [[], *wrapped(words, width)])
        self._list.set_items(_CHOICES, 0)
        self._rest()

    def on_resize(self, event: events.Resize) -> None:
        """Fold on small screens as the rooms do."""
        self.screen.set_class(event.size.width < NARROW, "narrow")
        self.screen.set_class(event.size.height < 30, "short")

    def _draw(self, item: Any, width: int) -> Sequence[Line]:
        number = _CHOICES.index(item) + 1
        details = say(f"start.{item}.help")
        if item == "new":
            details = say("start.new.help", file=FILE_NAME, folder=str(self.folder))
        return [[(f" {number}  ", "accent"), (say(f"start.{item}"), "strong")], [("    ", ""), (details, "dim")]]

    # Saying and asking

    @property
    def _list(self) -> Ledger:
        return self.query_one("#choices", Ledger)

    @property
    def asking(self) -> bool:
        """Whether something is asked."""
        return self.query_one(Chooser).display or self.query_one(Prompt).display

    @property
    def told(self) -> str:
        """What the message row says."""
        return self.query_one("#message", OneLine).text.strip()

    def tell(self, words: str, look: str = "") -> None:
        """Say something in the message row."""
        if look == "error":
            words = translated(words)
        self.query_one("#message", OneLine).show([(" ", ""), (words, look)])

    def _ask(self, title: str, done: Callable[[str], None], value: str, *, path: bool = False) -> None:
        prompt = self.query_one(Prompt)
        self._completes = path

        def finish(text: str) -> None:
            self.tell("")
            self._rest()
            try:
                done(text)
            except WorkbenchError as error:
                # What was written stays, to be mended.
                self._ask(title, done, text, path=path)
                self.tell(str(error), "error")

        prompt.ask(title, finish, value=value)
        prompt.query_one("#prompt-line", Input).select_on_focus = not path
        self._renew()

    def _choose(self, title: str, options: Sequence[Option], done: Callable[[Any], None]) -> None:
        def finish(option: Option | None, _: str) -> None:
            self._rest()
            if option is not None:
                done(option.value)

        self.query_one(Chooser).ask(title, options, finish)
        self._renew()

    def _rest(self) -> None:
        self._completes = False
        self._list.focus()
        self._renew()

    def _renew(self) -> None:
        keys = say("start.keys.asking" if self.asking or self._building else "start.keys")
        self.query_one("#keys", OneLine).show([(" ", ""), (keys, "dim")])

    # Keys

    def action_leave(self) -> None:
        """Leave without a study."""
        self._stop()
        self.exit(None)

    def action_step_back(self) -> None:
        """Close what is asked or stop what is built; else leave."""
        if self._building is not None:
            self._stop()
            self.tell(say("start.demo.stopped"), "warn")
        elif self.asking:
            self.query_one(Chooser).close()
            self.query_one(Prompt).close()
            self.tell("")
        else:
            self.exit(None)
            return
        self._rest()

    def _stop(self) -> None:
        if self._building is not None:
            self._building.cancel()
            self._building = None

    def action_complete(self) -> None:
        """Complete a path."""
        from workbench.tui.screens.asking_path import names_in

        if self._completes and self.asking:
            line = self.query_one("#prompt-line", Input)
            line.value, names = complete(line.value, folders_only=True)
            line.cursor_position = len(line.value)
            self.tell(names_in(names, self.size.width - 2), "dim")

    def action_move(self, step: int) -> None:
        """Move among the choices."""
        self._list.move(step)

    def action_number(self, number: int) -> None:
        """Choose by number."""
        self._list.go(number - 1)
        self.action_choose()

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Choose by double click."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what the current choice says."""
        if self.asking or self._building is not None:
            return
        self.tell("")
        doing = {"new": self._new, "open": self._open_other, "demo": self._demo, "leave": self.action_leave}
        doing[self._list.current]()

    # Making

    def _new(self) -> None:
        def named(text: str) -> None:
            name = squeeze_name(text)
            if not name:
                raise StoreError(say("start.name.missing"))
            options = [Option(one, say(f"start.language.{one}")) for one in _LANGUAGES]
            self._choose(say("start.language"), options, lambda language: self._ask_coder(name, str(language)))

        self._ask(say("start.name"), named, self.folder.name)

    def _ask_coder(self, name: str, language: str) -> None:
        def make(text: str) -> None:
            coder = squeeze_name(text)
            if not coder:
                raise StoreError(say("start.coder.missing"))
            StudyFile.create(self.folder, name, language, coder).close()
            self.exit(self.folder)

        self._ask(say("start.coder"), make, settings.load().coder or login_name())

    # Opening

    def _open_other(self) -> None:
        def given(text: str) -> None:
            path = expand(text, self.folder)[0]
            folder = path.parent if path.name == FILE_NAME else path
            if not (folder / FILE_NAME).is_file():
                raise StoreError(_no_study(folder))
            self.exit(folder.absolute())

        self._ask(say("start.folder"), given, f"{self.folder}{os.sep}", path=True)

    # The demo

    def _demo(self) -> None:
        options = [Option(one, say(f"start.demo.{one}")) for one in _LANGUAGES]
        self._choose(say("start.demo.which"), options, lambda one: self._ask_where(english=one == "en"))

    def _ask_where(self, *, english: bool) -> None:
        def given(text: str) -> None:
            if not plain(text):
                raise StoreError(say("path.none"))
            folder = Path(plain(text)).absolute()
            if (folder / FILE_NAME).is_file():
                self.exit(folder)
                return
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise StoreError(say("start.demo.taken", folder=str(folder)))
            self._building = self.run_worker(self._build(folder, english), exclusive=True)
            self._renew()

        self._ask(say("start.demo.where"), given, str(self.folder / _DEMO), path=True)

    async def _build(self, folder: Path, english: bool) -> None:
        """Have a process of its own build it: reading documents has no place in this one."""
        command = [sys.executable, "-P", "-m", "workbench.demo", str(folder), *(["--english"] if english else [])]
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*command, stdin=nothing, stdout=pipe, stderr=nothing)
        refused = say("start.demo.failed")
        try:
            assert process.stdout is not None
            while line := await process.stdout.readline():
                step = json.loads(line)
                if isinstance(step, dict):
                    refused = str(step["error"])  # pyright: ignore[reportUnknownArgumentType]
                else:
                    self._progress(*step)
            code = await process.wait()
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.terminate()
                await process.wait()
        self._building = None
        if code == 0:
            self.exit(folder)
            return
        self.tell(refused, "error")
        self._renew()

    def _progress(self, done: int, of: int, file: str) -> None:
        share = bar(done / of if of else 0.0, 12)
        self.tell(f"{share} " + say("start.demo.working", done=done, of=of, file=file), "accent")


def login_name() -> str:
    """Return the name one is logged in under, or ""."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _no_study(folder: Path) -> str:
    try:
        inside = sorted(path.parent for path in folder.glob(f"*/{FILE_NAME}"))
    except OSError:
        inside = []
    if inside:
        return say("start.no_study.inside", folder=str(folder), inside=str(inside[0]))
    return say("start.no_study", folder=str(folder))
