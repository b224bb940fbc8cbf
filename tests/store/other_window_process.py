"""Another workbench at the same study: does what each line asks, and answers with one line (`FOLDER CODER`).

`open`, `code NAME`, `import NAME`, `remove NAME`, `together`, `undo`, `redo`, `many COUNT`,
`close`; ends with its input.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import transcript

from workbench.acts import codebook, transcripts
from workbench.errors import WorkbenchError
from workbench.store.study_file import StudyFile


def carry_out(study: StudyFile, verb: str, name: str) -> object:
    if verb == "code":
        return codebook.add(study, name)
    if verb == "import":
        return transcripts.add(study, transcript(name))
    if verb == "remove":
        return transcripts.remove(study, study.live("transcript", name=name)[0]["id"])
    if verb == "together":
        with study.together("codebook.import", {"file": "a.csv", "added": "2"}):
            return codebook.add(study, "En") + codebook.add(study, "To")
    if verb == "many":
        for number in range(int(name)):
            codebook.add(study, f"Kode {number}")
        return None
    return {"undo": study.undo, "redo": study.redo}[verb]()


def main() -> None:
    folder, coder = Path(sys.argv[1]), sys.argv[2]
    study: StudyFile | None = None
    for line in sys.stdin:
        verb, _, name = line.strip().partition(" ")
        answer = "done"
        try:
            if verb == "open":
                study = StudyFile.open(folder, coder=coder)
            elif study is None:
                answer = "not open"
            elif verb == "close":
                study.close()
                study = None
            else:
                carry_out(study, verb, name)
        except WorkbenchError as error:
            answer = str(error)
        print(answer, flush=True)
    if study is not None:
        study.close()


if __name__ == "__main__":
    main()
