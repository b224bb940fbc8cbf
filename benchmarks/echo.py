"""How near the echo's passages are in meaning: how often they share a code with the passage they were found for.

    python benchmarks/echo.py STUDY-FOLDER [--k 5]

For each coded passage the nearest `k` passages of the corpus are asked for, its own turns left out, as on the screen.
A found passage shares a code when a coding of one of the codes on the asked words (by any coder) meets it. Beside it
stands what passages drawn at random would share: the share of all passages that do, over the same questions. Codes
with a single passage cannot be found again and are left out. Building the index is timed too.
"""

import argparse
import sys
import time
from bisect import bisect_left
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from workbench.assist.echo import EchoIndex
from workbench.assist.from_study import heard_ids, heard_pieces
from workbench.store.lookups import codings as lookup
from workbench.store.study_file import StudyFile


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--k", type=int, default=5)
    args = parser.parse_args()
    with StudyFile.open(args.folder, read_only=True) as study:
        index = EchoIndex(study.language)
        turns_of: dict[int, list[tuple[int, int, str]]] = {}
        begun = time.perf_counter()
        characters = 0
        for one in heard_ids(study):
            turns_of[one] = [turn for piece in heard_pieces(study, one) for turn in piece]
            characters += sum(len(words) for _, _, words in turns_of[one])
            index.put(one, turns_of[one])
        built = time.perf_counter() - begun
        codings = {one: lookup.of_transcript(study, one) for one in turns_of}
        measure(index, turns_of, codings, args.k, built, characters)


def measure(index, turns_of, codings, k, built, characters) -> None:
    spread: dict[int, int] = {}
    for found in codings.values():
        for one in found:
            spread[one.code_id] = spread.get(one.code_id, 0) + 1

    def codes_on(transcript_id: int, start: int, end: int) -> set[int]:
        return {one.code_id for one in codings[transcript_id] if one.span.start < end and one.span.end > start}

    places = [(place, codes_on(*place)) for place in index.all_places()]
    asked = shared = found_in_all = some = coded = 0
    chance = chance_coded = any_by_chance = took = 0.0
    for transcript_id, found in codings.items():
        starts = [start for _, start, _ in turns_of[transcript_id]]
        for one in found:
            if spread[one.code_id] < 2 or not starts:
                continue
            words = " ".join(
                said[max(0, one.span.start - start) : one.span.end - start]
                for _, start, said in turns_of[transcript_id]
                if start < one.span.end and start + len(said) > one.span.start
            )
            # What it could find: all but the turns the passage is in.
            at = max(0, bisect_left(starts, one.span.start + 1) - 1)
            low = starts[at]
            last = max(at, bisect_left(starts, one.span.end) - 1)
            high = starts[last] + len(turns_of[transcript_id][last][2])
            wanted = codes_on(transcript_id, one.span.start, one.span.end)
            others = [(p, c) for p, c in places if not (p[0] == transcript_id and p[1] < high and p[2] > low)]
            begun = time.perf_counter()
            near = index.near(words, k, (transcript_id, low, high))
            took += time.perf_counter() - begun
            hits = [bool(wanted & codes_on(hit.transcript_id, hit.start, hit.end)) for hit in near]
            asked += 1
            found_in_all += len(hits)
            shared += sum(hits)
            some += any(hits)
            coded += sum(bool(codes_on(hit.transcript_id, hit.start, hit.end)) for hit in near)
            fitting = sum(bool(wanted & codes) for _, codes in others)
            chance += fitting / len(others)
            chance_coded += fitting / sum(bool(codes) for _, codes in others)
            any_by_chance += 1 - (1 - fitting / len(others)) ** k
    speed = characters / built / 1e6
    print(f"passages {index.size}, characters {characters}, built in {built:.1f} s ({speed:.2f} M characters a second)")
    print(f"asked for {asked} coded passages, {1000 * took / asked:.1f} ms each, {found_in_all / asked:.1f} found")
    share, random = shared / found_in_all, chance / asked
    print(f"of the nearest {k} share a code: {share:.1%}; at random {random:.1%}; {share / random:.1f} times as often")
    share, random = shared / max(1, coded), chance_coded / asked
    print(f"of those that are coded: {share:.1%}; at random {random:.1%}; {share / random:.1f} times as often")
    print(f"at least one of {k} shares a code for {some / asked:.1%}; of {k} at random {any_by_chance / asked:.1%}")


if __name__ == "__main__":
    main()
