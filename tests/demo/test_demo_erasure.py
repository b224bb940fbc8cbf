"""The demo's P07 and P05 erased: nothing of them in the study and its backups, everything of the others as before."""

import shutil
import time
from pathlib import Path

import pytest

from workbench.store import backups, check, erasure
from workbench.store.backup_names import Reason
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile
from workbench.study.search_words import words


def _said(study: StudyFile, person: int, texts: list[int]) -> set[str]:
    """Return the longer turns of a person, as their words with one blank between."""
    found: set[str] = set()
    for one in texts:
        loaded = transcripts.load(study, one)
        spoken = (loaded.text[turn.start : turn.end] for turn in loaded.turns if turn.participant_id == person)
        found |= {" ".join(words(turn)) for turn in spoken if len(words(turn)) > 6}
    return found


@pytest.mark.parametrize("label", ["P07", "P05"])
def test_a_participant_of_the_demo(norwegian: Path, tmp_path: Path, label: str) -> None:
    folder = Path(shutil.copytree(norwegian, tmp_path / "study"))
    # The files it was made of lie in the demo's folder; the certificate would name them.
    shutil.rmtree(folder / "corpus")
    shutil.rmtree(folder / "codebooks")
    backups.make(folder / "study.workbench", Reason.HAND)
    with StudyFile.open(folder) as study:
        person = next(row["id"] for row in study.live("participant") if row["label"] == label)
        mine = [one for one in transcripts.cards(study) if label in one.participant]
        said = _said(study, person, [one.id for one in mine])
        others = {name: text for _, name, text in transcripts.texts(study) if name not in {one.name for one in mine}}
        codings = len(study.live("coding"))
        began = time.process_time()
        certificate = erasure.erase_participant(study, person)
        assert time.process_time() - began < 30
        assert not certificate.hits and certificate.sought > 40
        assert [one.result for one in certificate.files] == ["erased", "erased"]
        left = {name: text for _, name, text in transcripts.texts(study)}
        assert {name: left[name] for name in others} == others
        assert len(study.live("coding")) == codings - sum(one.codings for one in mine)
        assert {one.matter for one in check.check(study.path, thorough=True)} <= {"no_backup"}
        steps = 0
        while study.undo():
            steps += 1
        while study.redo():
            steps -= 1
        assert steps == 0
    for path in (folder / "study.workbench", *(folder / "backups").iterdir()):
        held = " ".join(words(path.read_bytes().decode("utf-8", "ignore")))
        assert len(said) > 9 and not [one for one in said if one in held]
        assert label.lower() not in held.split()
