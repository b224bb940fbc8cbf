"""Take pictures of the running app for docs/screens: `python docs/make_screens.py [NAME …]`.

Builds the demo study in a temporary folder, visits the rooms and writes one SVG each.
"""

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from picture_material import PREPARE

from workbench.demo.build import build
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile
from workbench.tui.app import WorkbenchApp

TARGET = Path(__file__).parent / "screens"
# Keys that the terminal names otherwise.
KEYS = {"?": "question_mark", ".": "full_stop", "-": "minus", " ": "space"}


@dataclass(frozen=True)
class Picture:
    """A room, how it is reached, and the size in cells.

    Of the steps `~words` waits for words, `!words` until they are gone, `=words` types; others are keys.

    `words` is where the caret stands in the transcript called `transcript`.
    """

    room: str
    steps: tuple[str, ...] = ()
    size: tuple[int, int] = (140, 38)
    transcript: str = "P02"
    words: str = ""


# The study's folder of transcripts is read, and the first new file stood on.
IN_CORPUS = ("enter", "enter", "~can be taken", "G", "k", "k", "k")

PICTURES = {
    "home": Picture("home", size=(120, 31)),
    "transcripts": Picture("transcripts", ("j",), (140, 30)),
    "coding": Picture("coding", ("x", "x", "x"), words="når spiste du sist"),
    "code-line": Picture("coding", ("x", "x", "c", "=se"), words="Jeg hadde jo bestemt meg"),
    "suggestions": Picture(
        "coding", ("x", "x", "x", "a", "~strong"), transcript="P13", words="Vi har ansvarsgruppe, og den funker"
    ),
    "reading": Picture(
        "coding", ("Z", "x", "x", "x", "x", "m", "=Hvem er Silje i dette?", "ctrl+s", "~Note kept"), transcript="P07",
        words="Formelt, nei",
    ),
    "ghosts": Picture("coding", ("H", "enter", "~Ghosts of B"), words="når spiste du sist"),
    "peek": Picture("coding", ("p", "~24 quotes", "j", "j"), words="når spiste du sist"),
    "echo": Picture(
        "coding", ("x", "x", "x", "I", "~ECHO", "!let the caret rest", "!reading the corpus"),
        words="Jeg hadde jo bestemt meg",
    ),
    "codebook": Picture("codebook", ("j", "j")),
    "themes": Picture("themes"),
    "quotes": Picture("quotes", ("j", "j")),
    "anonymise": Picture("anonymise", ("j", "j", "a", "k", "k", "j")),
    "reconcile": Picture(
        "reconcile",
        ("i", "~Their codebook", "=kodebok-b", "enter", "~started from", "=felles", "enter", "~changes without",
         "3", "j", "j", "j"),
    ),
    "questions": Picture(
        "queries", ("j", "j", "enter", "~on the same words", "s", "l", "j", "j"), (150, 42)
    ),
    "history": Picture("history", ("j", "j", "j", "j"), (140, 30)),
    "keys": Picture("coding", ("?",)),
    "palette": Picture("coding", ("ctrl+p", "=vent"), words="når spiste du sist"),
    "import": Picture("import", IN_CORPUS),
    "import-repairs": Picture("import", (*IN_CORPUS, "R", "~P17"), (120, 31)),
    "answers": Picture("import", ("enter", "=spørreskjema.csv", "enter", "~answers"), (120, 31)),
    "carried": Picture("carried", ("j", "j")),
    "repairs": Picture("repairs", ("j",), (130, 31)),
    "sessions": Picture("sessions", ("j",), (120, 31)),
    "people": Picture("people", ("j", "j"), (120, 31)),
    "sheet": Picture("people", ("j", "enter"), (120, 31)),
    "schema": Picture("people", ("s", "j"), (120, 31)),
    "search": Picture("search", ("=vente* OR kaffe", "~hits", "enter", "j", "space", "j")),
    "life": Picture("codebook", ("j", "j", "L", "~code"), (130, 31)),
    "replay": Picture("history", ("j", "j", "j", "p", "space"), (130, 31)),
    "safety": Picture("care", ("b", "~Backed up", "c"), (120, 31)),
    "coverage": Picture("queries", ("j", "j", "j", "enter"), (140, 38)),
}  # fmt: skip


async def picture(study: StudyFile, name: str) -> None:
    """Visit the room and write what it shows."""
    one = PICTURES[name]
    transcript = transcripts.load(study, transcripts.named(study, one.transcript))
    caret = transcript.text.index(one.words) if one.words else 0
    place = {"room": one.room, "transcript": transcript.id, "caret": caret, "armed": 0}
    study.keep_desk(f"desk.{study.coder_id}", place)
    PREPARE.get(name, _as_it_is)(study)
    app = WorkbenchApp(study, one.room)
    async with app.run_test(size=one.size) as pilot:
        await pilot.pause(0.3)
        for step in one.steps:
            await _take(app, pilot, step)
        await pilot.pause(0.3)
        # A study of one's own is called so, not by where this was made.
        svg = app.export_screenshot(title="workbench").replace(str(study.folder), "~/rustjenester")
    (TARGET / f"{name}.svg").write_text(_plain(svg), encoding="utf-8")


def _as_it_is(_: StudyFile) -> None:
    """The demo study is enough."""


async def _take(app: Any, pilot: Any, step: str) -> None:
    if step.startswith(("~", "!")):
        for _ in range(300):
            if (step[1:] in _shown(app)) is step.startswith("~"):
                return
            await pilot.pause(0.05)
        raise SystemExit(f"waited in vain: «{step}»:\n{_shown(app)}")
    for key in step[1:] if step.startswith("=") else (step,):
        await pilot.press(KEYS.get(key, key))
        await pilot.pause(0.05)


def _shown(app: Any) -> str:
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())


_TEXT = re.compile(r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>([^<]*)</text>')
_BLANK = "&#160;"
_CELL = 12.2
_FONTS = 'ui-monospace, "DejaVu Sans Mono", "Noto Sans Mono", Menlo, Consolas, monospace'


def _plain(svg: str) -> str:
    """Return the picture without a font from elsewhere, and so that every program sets the words in their cells."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", _FONTS)
    return _TEXT.sub(_set, svg)


def _set(hit: re.Match[str]) -> str:
    """Set each word at its own place: blanks at the ends of a text are lost on some programs."""
    look, x, y, _, rest, words = hit.groups()
    made: list[str] = []
    at = 0
    # Long rules are set in pieces, so that a font of another width leaves no gap at their end.
    for part in re.split(f"((?:{_BLANK})+|─{{8}})", words):
        cells = len(re.sub(r"&#?\w+;", " ", part))
        if part and not part.startswith(_BLANK):
            left, width = float(x) + at * _CELL, cells * _CELL
            made.append(f'<text class="{look}" x="{left:.1f}" y="{y}" textLength="{width:.1f}"{rest}>{part}</text>')
        at += cells
    return "".join(made)


def main(names: list[str]) -> None:
    """Make the pictures of these names, or all."""
    TARGET.mkdir(exist_ok=True)
    # A terminal of all colours, whatever this runs in.
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    for name in names or PICTURES:
        with tempfile.TemporaryDirectory() as temporary, StudyFile.open(build(Path(temporary) / "demo")) as study:
            asyncio.run(picture(study, name))


if __name__ == "__main__":
    main(sys.argv[1:])
