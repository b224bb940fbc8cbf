"""How fast the screen is, over a real pseudo-terminal of 160 x 50 cells: every figure beside its aim.

    python benchmarks/screen.py [STUDY-FOLDER] [--runs 9] [--keys 200] [--only start,keys,…]

Without a folder a study with documents of 10,000, 100,000 and a million words is made, coded as densely as an hour's
interview. CPU is the kernel's accounting of all threads of the child; wall is until the frame that shows it. Machines
are noisy: an empty Textual application and Textual's own TextArea run beside the workbench, for the ratio.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from terminal import Terminal, percentile

EMPTY = """
import gc
gc.disable()
from rich.segment import Segment
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget
class Line(Widget):
    def render_line(self, y):
        return Strip([Segment("▸ ready")])
class Empty(App):
    CSS = "Line { width: 1fr; height: 1fr; }"
    def compose(self):
        yield Line()
Empty().run()
"""
AREA = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea
class Area(App):
    def compose(self):
        area = TextArea(Path(sys.argv[1]).read_text("utf-8"), read_only=True, soft_wrap=True, show_cursor=True)
        # A caret that blinks never lets the screen be quiet.
        area.cursor_blink = False
        yield area
Area().run()
"""
DOCUMENTS = ("d10k", "d100k", "d1M")
# What is measured: keys before, keys measured (over and over), aim of the median CPU; TextArea's before and measured.
KEYS: dict[str, tuple[bytes, list[bytes], float, bytes, list[bytes]]] = {
    "caret": (b"", [b"l"], 4, b"", [b"\x1b[C"]),
    "scroll": (b"j" * 70, [b"j"], 10, b"\x1b[B" * 70, [b"\x1b[B"]),
    "page": (b"", [b"\x04"] * 6 + [b"\x15"] * 6, 12, b"", [b"\x1b[6~"] * 6 + [b"\x1b[5~"] * 6),
    "extend selection": (b"v", [b"w"], 12, b"", [b"\x1b[1;2C"]),
    "next coding": (b"", [b"e"] * 20 + [b"E"] * 20, 12, b"", []),
}
WORST = 16
ROOMS = {
    "home": b"gh", "transcripts": b"gl", "codebook": b"gc", "themes": b"gm", "quotes": b"gq", "anonymise": b"ga",
    "reconcile": b"gr", "people": b"gp", "history": b"gj", "import": b"gi", "search": b"gf", "care": b"gb",
    "queries": b"gx", "carried": b"go", "repairs": b"ge", "sessions": b"gs",
}  # fmt: skip
# The list and its room's keys, in the study of long lists.
LISTS = {"10,000 quotes": b"gq", "10,000 codes": b"gc"}


def told(value: float, aim: float) -> str:
    """Return a figure in ms with its aim, and a sign where it is missed."""
    return f"{value:.1f} (≤ {aim:g}{'' if value <= aim else ' ✗'})"


def line(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def workbench(folder: Path) -> list[str]:
    return ["-m", "workbench", "--study", str(folder)]


def stand(folder: Path, name: str = "", caret: int = 200) -> None:
    """Let the next start be on the coding screen with that transcript (without a name: the most coded one)."""
    from workbench.store.lookups.transcripts import cards
    from workbench.store.study_file import StudyFile

    with StudyFile.open(folder) as study:
        found = [card for card in cards(study) if card.name == name or not name]
        place = {"room": "coding", "transcript": max(found, key=lambda card: card.codings).id, "caret": caret}
        study.keep_desk(f"desk.{study.coder_id}", {**place, "armed": study.live("code")[0]["id"]})


def standing(folder: Path, name: str = "", caret: int = 200) -> Terminal:
    """Return a terminal with the coding screen, once all is quiet."""
    stand(folder, name, caret)
    terminal = Terminal(workbench(folder))
    terminal.until(b"turn", 60)
    terminal.settle(1.0)
    return terminal


def start(folder: Path, chosen: argparse.Namespace) -> None:
    """First paint, beside an empty Textual application."""
    stand(folder, DOCUMENTS[0] if chosen.study is None else "")
    script = Path(tempfile.mkdtemp()) / "empty.py"
    script.write_text(EMPTY, "utf-8")
    line("start to first paint", "CPU ms median (min)", "wall ms median (aim ≤ 300)", "resident MB")
    line(*["---"] * 4)
    for name, arguments, mark in (("empty Textual app", [str(script)], b"ready"),
                                  ("coding screen, 10 k words", workbench(folder), b"turn")):  # fmt: skip
        walls: list[float] = []
        cpus: list[float] = []
        memory = 0.0
        for _ in range(chosen.runs + 1):
            terminal = Terminal(arguments)
            walls.append(terminal.until(mark) * 1000)
            cpus.append(terminal.cpu() * 1000)
            terminal.settle(0.2)
            memory = terminal.rss()
            terminal.close()
        cpu, wall = statistics.median(cpus[1:]), statistics.median(walls[1:])
        line(name, f"{cpu:.0f} ({min(cpus[1:]):.0f})", told(wall, 300), f"{memory:.0f}")


def press(terminal: Terminal, before: bytes, pattern: list[bytes], count: int) -> tuple[list[float], list[float]]:
    """Return the CPU and the wall times of `count` keys, in ms."""
    if before:
        os.write(terminal.fd, before)
        terminal.settle(0.5)
    pressed = (pattern * (count // len(pattern) + 1))[:count]
    times = [terminal.key(key) for key in pressed]
    return [cpu * 1000 for cpu, _ in times], [wall * 1000 for _, wall in times]


def keys(folder: Path, chosen: argparse.Namespace) -> None:
    """CPU a key at every size, beside TextArea with the same text."""
    line("key", "document", "CPU ms median", "worst", "wall ms median", "p95", "TextArea CPU median", "worst")
    line(*["---"] * 8)
    area = Path(tempfile.mkdtemp()) / "area.py"
    area.write_text(AREA, "utf-8")
    for document in DOCUMENTS:
        text = _text_of(folder, document, area.parent)
        for name, (before, pattern, aim, area_before, area_pattern) in KEYS.items():
            terminal = standing(folder, document)
            cpu, wall = press(terminal, before, pattern, chosen.keys)
            terminal.close()
            beside = ("", "")
            if area_pattern:
                terminal = Terminal([str(area), str(text)])
                terminal.until(text.read_text("utf-8").split()[1].encode(), 60)
                terminal.settle(1.0)
                theirs, _ = press(terminal, area_before, area_pattern, max(20, chosen.keys // 5))
                terminal.close()
                beside = (f"{statistics.median(theirs):.1f}", f"{max(theirs):.1f}")
            line(name, document, told(statistics.median(cpu), aim), told(max(cpu), WORST),
                 f"{statistics.median(wall):.1f}", f"{percentile(wall, 0.95):.1f}", *beside)  # fmt: skip


def _text_of(folder: Path, name: str, where: Path) -> Path:
    from workbench.store.lookups.transcripts import load, named
    from workbench.store.study_file import StudyFile

    path = where / f"{name}.txt"
    with StudyFile.open(folder) as study:
        path.write_text(load(study, named(study, name)).text, "utf-8")
    return path


def code(folder: Path, chosen: argparse.Namespace) -> None:
    """A code applied and saved: `.` on the sentence at the caret, till the screen says so."""
    line("a code applied and saved", "CPU ms median", "wall ms median", "worst")
    line(*["---"] * 4)
    copied = Path(tempfile.mkdtemp()) / "study"
    shutil.copytree(folder, copied)
    for document in DOCUMENTS:
        terminal = standing(copied, document, 2000)
        cpus: list[float] = []
        walls: list[float] = []
        for _ in range(20):
            terminal.act(b"s")
            terminal.act(b"w")
            cpu, wall = terminal.act(b".", b"Coded")
            cpus.append(cpu * 1000)
            walls.append(wall * 1000)
        terminal.close()
        line(document, f"{statistics.median(cpus):.1f}", told(statistics.median(walls), 30), f"{max(walls):.1f}")


def open_long(folder: Path, chosen: argparse.Namespace) -> None:
    """From the document of 10 k words to that of a million, by its key."""
    line("open a million words", "CPU ms", "wall ms", "resident MB before", "after")
    line(*["---"] * 5)
    for _ in range(3):
        terminal = standing(folder, "d10k")
        memory = terminal.rss()
        cpu, wall = terminal.act(b">", b"d1M", 0.5)
        after = f"{terminal.rss():.0f} (≤ 90{'' if terminal.rss() <= 90 else ' ✗'})"
        line("d10k to d1M", f"{cpu * 1000:.0f}", told(wall * 1000, 1000), f"{memory:.0f}", after)
        terminal.close()
    terminal = standing(folder, "d1M")
    line("started on d1M", "", "", "", f"{terminal.rss():.0f}")
    terminal.close()


def lists(folder: Path, chosen: argparse.Namespace) -> None:
    """Lists of ten thousand items."""
    line("list", "to show, CPU ms", "a key, CPU ms median", "worst", "wall p95")
    line(*["---"] * 5)
    for name, room in LISTS.items():
        terminal = standing(folder)
        cpu, _ = terminal.act(room, quiet=0.5)
        cpus, walls = press(terminal, b"", [b"j"] * 30 + [b"\x04"] * 5, chosen.keys)
        terminal.close()
        line(name, told(cpu * 1000, 200), told(statistics.median(cpus), 8), f"{max(cpus):.1f}",
             f"{percentile(walls, 0.95):.1f}")  # fmt: skip


def rooms(folder: Path, chosen: argparse.Namespace) -> None:
    """From the coding room into every other, the first time and after."""
    line("room", "first, wall ms", "after, CPU ms", "after, wall ms")
    line(*["---"] * 4)
    terminal = standing(folder, DOCUMENTS[0] if chosen.study is None else "")
    for name, go in ROOMS.items():
        _, first = terminal.act(go)
        again: list[tuple[float, float]] = []
        for _ in range(3):
            _back(terminal)
            again.append(terminal.act(go))
        _back(terminal)
        cpu, wall = (statistics.median(times) * 1000 for times in zip(*again, strict=True))
        line(name, f"{first * 1000:.0f}", f"{cpu:.0f}", told(wall, 100))
    terminal.close()


def _back(terminal: Terminal) -> None:
    """Go to the coding room; a room that asks at once, as the search does, is left first."""
    os.write(terminal.fd, b"\x1b")
    terminal.settle(0.3)
    terminal.act(b"gt", b"turn")


def busy(folder: Path, chosen: argparse.Namespace) -> None:
    """The caret while the helper looks for names in a million words, hears them for the echo, and answers it."""
    terminal = standing(folder, "d10k")
    line("caret", "CPU ms median", "wall ms median", "wall p95", "worst", "helper runs")
    line(*["---"] * 6)
    _caret_row(terminal, "calm", chosen.keys)
    terminal.act(b"ga", quiet=0.5)
    os.write(terminal.fd, b"s")
    terminal.settle(0.5)
    os.write(terminal.fd, b"gt")
    terminal.settle(0.3)
    _caret_row(terminal, "helper looks for names", chosen.keys)
    terminal.close()
    terminal = standing(folder, "d10k")
    os.write(terminal.fd, b"I")
    # The caret rests once, and the helper begins to hear.
    terminal.settle(0.9)
    _caret_row(terminal, "echo: the helper hears 1.1 million words", chosen.keys)
    terminal.settle(5)
    _caret_row(terminal, "echo on, the caret never rests", chosen.keys)
    terminal.close()


def _caret_row(terminal: Terminal, name: str, count: int) -> None:
    cpu, wall = press(terminal, b"", [b"l"], count)
    running = subprocess.run(["pgrep", "-P", str(terminal.pid)], capture_output=True, text=True).stdout.split()
    line(name, f"{statistics.median(cpu):.1f}", f"{statistics.median(wall):.1f}", told(percentile(wall, 0.95), 16),
         f"{max(wall):.1f}", "yes" if running else "no")  # fmt: skip


PARTS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "start": start, "keys": keys, "code": code, "open": open_long, "rooms": rooms, "busy": busy, "lists": lists,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("study", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--only", default="")
    parser.add_argument("--kept", type=Path, help="a folder in which the made studies are kept for the next run")
    chosen = parser.parse_args()
    os.environ["TEXTUAL_FPS"], os.environ["WORKBENCH_LANGUAGE"] = "240", "en"
    # As installed: compiled once. A checkout that may write no byte code would compile at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", tempfile.mkdtemp(prefix="workbench-pycache-"))
    made = chosen.kept or Path(tempfile.mkdtemp())
    wanted = chosen.only.split(",") if chosen.only else list(PARTS) if chosen.study is None else ["start", "rooms"]
    for name in wanted:
        print(f"\n### {name}\n")
        PARTS[name](_study_for(name, made, chosen.study), chosen)


def _study_for(part: str, made: Path, given: Path | None) -> Path:
    import long_documents

    if given is not None:
        return given
    folder = made / ("lists" if part == "lists" else "long")
    if not folder.exists():
        (long_documents.make_lists if part == "lists" else long_documents.make)(folder)
    return folder


if __name__ == "__main__":
    main()
