"""How long commands take as whole processes (user + system CPU, wall; median of runs).

python benchmarks/command_line.py STUDY-FOLDER [--runs 7]
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

COMMANDS = {
    "--version": ["--version"],
    "transcripts": ["transcripts"],
    "codes": ["codes"],
    "quotes of a code": ["quotes", "--code", "Å bli sett"],
    "suggest": ["suggest", "--text", "Hun så på meg og ikke på mappa, og spurte når jeg spiste sist."],
    "shield scan (found before)": ["shield", "scan"],
    "export docx": ["export", "quotes", "--by", "theme", "--format", "docx"],
}


def once(arguments: list[str]) -> tuple[float, float, int]:
    before, start = os.times(), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "workbench", *arguments], capture_output=True, check=False)
    after = os.times()
    cpu = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return cpu * 1000, (time.perf_counter() - start) * 1000, done.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    print("| command | CPU ms median | wall ms median | exit |")
    print("|---|---|---|---|")
    for name, arguments in COMMANDS.items():
        folder = [] if name == "--version" else ["--study", str(chosen.study)]
        once([*folder, *arguments])
        runs = [once([*folder, *arguments]) for _ in range(chosen.runs)]
        cpu, wall = statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)
        print(f"| {name} | {cpu:.0f} | {wall:.0f} | {runs[-1][2]} |")


if __name__ == "__main__":
    main()
