"""Makes the corpus: `python make.py FOLDER` writes every file, byte by byte the same each time, and its truth.

The interviews stand in `sources/`; each function of `texts`, `captions` and `office` gives one of them the shape of
a program's file. The truth, a table of role, speaker, participant, begin and words, is written to `truth/`.
"""

import functools
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1])]

from shapes import captions, office, texts
from shapes.interviews import Made


@functools.cache
def corpus() -> tuple[Made, ...]:
    return tuple(make() for make in (*texts.ALL, *captions.ALL, *office.ALL))


def write(folder: Path) -> list[tuple[Path, Made]]:
    folder.mkdir(parents=True, exist_ok=True)
    made: list[tuple[Path, Made]] = []
    for one in corpus():
        path = folder / one.name
        path.write_bytes(one.data)
        made.append((path, one))
    return made


def truth(one: Made) -> str:
    rows = [("role", "speaker", "participant", "begin_ms", "words")]
    for turn in one.said:
        begin = "" if turn.begin_ms is None else str(turn.begin_ms)
        rows.append((turn.role, turn.speaker, turn.participant, begin, turn.words))
    return "".join("\t".join(row) + "\n" for row in rows)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    write(target)
    (target / "truth").mkdir(exist_ok=True)
    for one in corpus():
        (target / "truth" / f"{one.name}.tsv").write_text(truth(one), encoding="utf-8")
    print(f"{len(corpus())} files, {sum(len(one.said) for one in corpus())} turns")
