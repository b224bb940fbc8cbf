"""How fast the screen is: first paint, CPU and wall time a key, over a real pseudo-terminal.

    python benchmarks/screen.py STUDY-FOLDER [--runs 9] [--keys 200]

Prints a table. CPU is the kernel's per-thread accounting; quote medians, machines are noisy. An empty Textual
application is started beside the workbench in the same run, for the ratio.
"""

import argparse
import os
import statistics
import sys
import tempfile
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
KEYS = {
    "caret": [b"l"],
    "row down": [b"j"],
    "page": [b"\x04"] * 6 + [b"\x15"] * 6,
    "next coding": [b"e"] * 20 + [b"E"] * 20,
    "extend selection": [b"v", *[b"w"] * 60, b"\x1b"],
}


def first_paint(arguments: list[str], mark: bytes, runs: int) -> tuple[list[float], list[float], float]:
    walls: list[float] = []
    cpus: list[float] = []
    memory = 0.0
    for _ in range(runs):
        terminal = Terminal(arguments)
        walls.append(terminal.until(mark) * 1000)
        cpus.append(terminal.cpu() * 1000)
        terminal.settle(0.2)
        memory = terminal.rss()
        terminal.close()
    return walls, cpus, memory


def stand_on_the_coding_screen(folder: Path) -> None:
    from workbench.store.lookups.transcripts import cards
    from workbench.store.study_file import StudyFile

    with StudyFile.open(folder) as study:
        most = max(cards(study), key=lambda card: card.codings)
        place = {"room": "coding", "transcript": most.id, "caret": 200, "armed": 0}
        study.keep_desk(f"desk.{study.coder_id}", place)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--keys", type=int, default=200)
    chosen = parser.parse_args()
    os.environ["TEXTUAL_FPS"] = "240"
    # As installed: compiled once. A checkout that may write no byte code would compile at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", tempfile.mkdtemp(prefix="workbench-pycache-"))
    stand_on_the_coding_screen(chosen.study)
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as file:
        file.write(EMPTY)
    workbench = ["-m", "workbench", "--study", str(chosen.study)]
    print("| start to first paint | CPU ms median (min) | wall ms median (min) | resident MB |")
    print("|---|---|---|---|")
    for name, arguments, mark in (("empty Textual app", [file.name], "ready"), ("coding screen", workbench, "turn")):
        first_paint(arguments, mark.encode(), 1)
        walls, cpus, memory = first_paint(arguments, mark.encode(), chosen.runs)
        print(
            f"| {name} | {statistics.median(cpus):.0f} ({min(cpus):.0f}) | {statistics.median(walls):.0f} "
            f"({min(walls):.0f}) | {memory:.0f} |"
        )
    Path(file.name).unlink()
    print("\n| key | CPU ms median | p95 | worst | wall ms median | p95 |")
    print("|---|---|---|---|---|---|")
    for name, pattern in KEYS.items():
        terminal = Terminal(workbench)
        terminal.until(b"turn")
        terminal.settle(1.0)
        pressed = (pattern * (chosen.keys // len(pattern) + 1))[: chosen.keys]
        times = [terminal.key(key) for key in pressed]
        cpu, wall = [t[0] * 1000 for t in times], [t[1] * 1000 for t in times]
        print(
            f"| {name} | {statistics.median(cpu):.1f} | {percentile(cpu, 0.95):.1f} | {max(cpu):.1f} "
            f"| {statistics.median(wall):.1f} | {percentile(wall, 0.95):.1f} |"
        )
        terminal.close()


if __name__ == "__main__":
    main()
