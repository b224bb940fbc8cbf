"""A process that writes codings until it is killed: prints each one's id once the study has acknowledged it."""

import sys
from pathlib import Path

from workbench.acts import coding, history
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span

if __name__ == "__main__":
    with StudyFile.open(Path(sys.argv[1])) as study:
        place, code = study.live("transcript")[0]["id"], study.live("code")[0]["id"]
        length = study.live("transcript")[0]["length"]
        print("ready", flush=True)
        for number in range(int(sys.argv[2]), 1_000_000):
            start = number % (length - 30)
            made = coding.apply(study, place, Span(start, start + 1 + number // (length - 30) % 29), code)
            if number % 7 == 0:
                history.undo(study)
                history.redo(study)
            print(made, number, flush=True)
