"""What bringing transcripts in costs, and how much of them comes in right.

Run as `python benchmarks/transcripts.py [--files 500]`: files of 8,000 words in every format through `read_file`
(CPU, the median of seven after a warm-up), the turns of the corpus of shapes in `tests/` that are right,
FILES files of 2,000 words through the guarded process with progress, and the same taken into a study.
"""

import argparse
import functools
import io
import json
import os
import random
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from html import escape
from itertools import accumulate, pairwise
from pathlib import Path

from generator import lexicon

from workbench.store.study_file import StudyFile
from workbench.transcripts import Preview, read_file, read_many, take
from workbench.transcripts.accounts import account

# The corpus of shapes, and what writes Word documents and PDFs, stand beside the tests and are imported from there.
sys.path.append(str(Path(__file__).parents[1] / "tests" / "transcripts"))

AIMS = {"docx": 150, "odt": 150, "vtt": 150}
Talk = list[tuple[str, str]]


@functools.cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, and how often each comes, added up."""
    known = lexicon(random.Random(0))
    return known, list(accumulate(1 / (rank + 3) for rank in range(len(known))))


def talk(words: int, seed: int) -> Talk:
    """Questions and answers of 4 to 44 words by turns."""
    luck = random.Random(seed)
    known, weights = vocabulary()
    made: Talk = []
    said = 0
    while said < words:
        who = ("I", "P07")[len(made) % 2]
        told = luck.choices(known, cum_weights=weights, k=luck.randint(4, 14) if who == "I" else luck.randint(12, 44))
        said += len(told)
        made.append((who, " ".join(told).capitalize() + ("?" if who == "I" else ".")))
    return made


def captions(spoken: Talk, sign: str) -> list[tuple[str, str, str]]:
    """Who says what in stretches of nine words, with the line of times."""
    from shapes.interviews import clock

    found: list[tuple[str, str, str]] = []
    at = 0
    for who, words in spoken:
        parts = words.split()
        for start in range(0, len(parts), 9):
            times = f"{clock(at, sign=sign)} --> {clock(at + 2900, sign=sign)}"
            found.append((who, " ".join(parts[start : start + 9]), times))
            at += 3000
    return found


def docx(spoken: Talk) -> bytes:
    from shapes import office

    return office.docx("".join(office.paragraph(*office.split_runs(f"{who}: {words}")) for who, words in spoken))


def odt(spoken: Talk) -> bytes:
    spaces = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text"))
    body = "".join(f"<text:p><text:span>{who}:</text:span> {escape(words)}</text:p>" for who, words in spoken)
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
    return buffer.getvalue()


def rtf(spoken: Talk) -> bytes:
    def coded(text: str) -> str:
        return "".join(sign if sign.isascii() else f"\\'{sign.encode('cp1252')[0]:02x}" for sign in text)

    body = "\n".join(rf"\pard {{\b {who}:}} {coded(words)}\par" for who, words in spoken)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}\f0 {body}}}".encode("ascii")


def pages(spoken: Talk) -> bytes:
    from pdf_maker import Page, pdf

    rows: list[str] = []
    for who, words in spoken:
        line = f"{who}:"
        for word in words.split():
            if len(line) + len(word) > 78:
                rows.append(line)
                line = word
            else:
                line += " " + word
        rows.append(line)
    made: list[Page] = []
    for number, start in enumerate(range(0, len(rows), 44), 1):
        page = Page()
        page.lines(60, 770, rows[start : start + 44])
        page.put(290, 40, str(number), size=9)
        made.append(page)
    return pdf(*made)


def html(spoken: Talk) -> bytes:
    body = "\n".join(f"<p class=MsoNormal><b>{who}:</b> {escape(words)}</p>" for who, words in spoken)
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def vtt(spoken: Talk) -> bytes:
    cues = [f"{times}\n<v {who}>{words}</v>\n" for who, words, times in captions(spoken, ".")]
    return "\n".join(["WEBVTT\n", *cues]).encode()


def srt(spoken: Talk) -> bytes:
    told = enumerate(captions(spoken, ","), 1)
    return "\n".join(f"{number}\n{times}\n{words}\n" for number, (_, words, times) in told).encode()


def whisper(spoken: Talk) -> bytes:
    segments = [
        {"id": number, "start": number * 3.0, "end": number * 3.0 + 2.9, "text": f" {words}", "avg_logprob": -0.2,
         "words": [{"word": f" {word}", "start": number * 3.0 + at * 0.3, "end": number * 3.0 + at * 0.3 + 0.3,
                    "probability": 0.9} for at, word in enumerate(words.split())]}
        for number, (_, words, _) in enumerate(captions(spoken, "."))
    ]  # fmt: skip
    return json.dumps({"segments": segments, "language": "no"}, ensure_ascii=False).encode()


def eaf(spoken: Talk) -> bytes:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{at}" TIME_VALUE="{at * 900}"/>' for at in range(len(spoken) + 1))
    tiers = ""
    for name in ("I", "P07"):
        marks = "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{at}" TIME_SLOT_REF1="ts{at}" '
            f'TIME_SLOT_REF2="ts{at + 1}"><ANNOTATION_VALUE>{escape(words)}</ANNOTATION_VALUE>'
            "</ALIGNABLE_ANNOTATION></ANNOTATION>"
            for at, (who, words) in enumerate(spoken)
            if who == name
        )
        tiers += f'<TIER TIER_ID="{name}" LINGUISTIC_TYPE_REF="t">{marks}</TIER>'
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>".encode()


FORMATS: dict[str, tuple[str, Callable[[Talk], bytes]]] = {
    "docx": (".docx", docx),
    "odt": (".odt", odt),
    "rtf": (".rtf", rtf),
    "pdf": (".pdf", pages),
    "html": (".html", html),
    "md": (".md", lambda spoken: "\n\n".join(f"**{who}:** {words}" for who, words in spoken).encode()),
    "txt": (".txt", lambda spoken: "\n\n".join(f"{who}: {words}" for who, words in spoken).encode()),
    "vtt": (".vtt", vtt),
    "srt": (".srt", srt),
    "Whisper JSON": (".json", whisper),
    "eaf": (".eaf", eaf),
}


def read_each(folder: Path) -> None:
    spoken = talk(8_000, 1)
    total = sum(len(words.split()) for _, words in spoken)
    print("| 8,000 words | kB | turns | CPU ms, median of 7 | aim | words lost |\n|---|---|---|---|---|---|")
    for name, (suffix, made) in FORMATS.items():
        path = folder / f"P07_{name.split()[0]}{suffix}"
        path.write_bytes(made(spoken))
        read_file(path)
        runs: list[float] = []
        for _ in range(7):
            start = time.process_time()
            preview = read_file(path)
            runs.append((time.process_time() - start) * 1000)
        # What a repair put together is one word then, so the words are counted without blanks.
        kept = sum(len("".join(turn.text.split())) for turn in preview.turns)
        told = sum(len("".join(words.split())) for _, words in spoken)
        lost = len(account(preview).lost) + (abs(told - kept) if name != "pdf" else 0)
        size = path.stat().st_size // 1024
        turns, cpu = len(preview.turns), statistics.median(runs)
        print(f"| {name} | {size} | {turns} | {cpu:.0f} | {AIMS.get(name, '')} | {lost} |")
    print(f"\n({total} words, {len(spoken)} turns; «lost»: signs that are not in the turns, and unaccounted stretches)")


def shares(folder: Path) -> None:
    from shapes import make, score

    scores = [score.score(path, made) for path, made in make.write(folder)]
    right, wanted = sum(one.right for one in scores), sum(one.wanted for one in scores)
    poor = [f"{one.name} {one.right} of {one.wanted}" for one in scores if one.right < one.wanted]
    print("\n| files of the programs' shapes | turns | right | share |\n|---|---|---|---|")
    print(f"| {len(scores)} | {wanted} | {right} | {100 * right / wanted:.2f} % |")
    if poor:
        print("\nnot whole: " + ", ".join(poor))


def children() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def many(folder: Path, files: int, study_folder: Path) -> None:
    names = ("docx", "txt", "vtt", "odt", "rtf")
    for number in range(files):
        suffix, made = FORMATS[names[number % len(names)]]
        (folder / f"P{number + 1:03d}{suffix}").write_bytes(made(talk(2_000, number)))
    steps: list[float] = []

    def progress(number: int, total: int, path: Path) -> bool:
        del number, total, path
        steps.append(time.perf_counter())
        return True

    start, cpu = time.perf_counter(), children()
    found = read_many([folder], progress)
    steps.append(time.perf_counter())
    wall, spent = steps[-1] - start, children() - cpu
    previews = [one for one in found if isinstance(one, Preview)]
    longest = max(later - before for before, later in pairwise(steps))
    print("\n| files of 2,000 words | read | wall s | CPU s | ms a file (wall) | longest step ms |")
    print("|---|---|---|---|---|---|")
    print(f"| {files} through the guard | {len(previews)} | {wall:.1f} | {spent:.1f} | {1000 * wall / files:.0f} | "
          f"{1000 * longest:.0f} |")  # fmt: skip
    with StudyFile.create(study_folder, "Prøve", "nb", "Anna") as study:
        runs: list[float] = []
        start, cpu = time.perf_counter(), children()
        for preview in previews:
            before = time.perf_counter()
            take(study, preview)
            runs.append((time.perf_counter() - before) * 1000)
        wall, spent = time.perf_counter() - start, children() - cpu
        size = study.path.stat().st_size / 1024 / 1024
    print(f"| {files} into a study ({size:.0f} MB) | {len(runs)} | {wall:.1f} | {spent:.1f} | "
          f"{1000 * wall / files:.0f} | {max(runs):.0f} |")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place) / name for name in ("each", "shapes", "many")]
        for folder in folders:
            folder.mkdir()
        read_each(folders[0])
        shares(folders[1])
        many(folders[2], chosen.files, Path(place) / "study")


if __name__ == "__main__":
    main()
