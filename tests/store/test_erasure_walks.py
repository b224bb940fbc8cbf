"""Random walks, then a participant erased: what the others' acts did can be undone and done again, state by state."""

import random
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from erasing_study import sound
from made_study import Researcher, content, small_study, transcript

from workbench.acts import history, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store import erasure
from workbench.store.erasing.cleaner import free_columns
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role

REPLACED = {"sha256", "words_hash", "speaker_id", "participant_id", "label"}
Shape = list[tuple[Any, ...]]


def shape(study: StudyFile, gone: dict[str, set[int]]) -> Shape:
    """Return the living rows that are not `gone`, without what people wrote."""
    written = free_columns(study.db)
    return [
        (table, *(value for name, value in dict(row).items() if name not in (*written.get(table, ()), *REPLACED)))
        for table in JOURNALLED
        for row in study.live(table)
        if row["id"] not in gone.get(table, set())
    ]


def rows(study: StudyFile) -> dict[str, set[int]]:
    return {table: {row["id"] for row in study.rows(f'SELECT id FROM "{table}"')} for table in JOURNALLED}


def three_talk() -> NewTranscript:
    turns = [
        NewTurn(words, who, Role.INTERVIEWER if who == "I" else Role.PARTICIPANT, "" if who == "I" else who)
        for who, words in (
            ("I", "Hva skjedde på kaia?"), ("P1", "Jeg mista tauet, og båten dreiv av."),
            ("P2", "Da sprang Gro etter den."), ("P1", "Nei, det var jo Ola som sprang."),
            ("P2", "Ja, kanskje det. " * 5),
        )
    ]  # fmt: skip
    return NewTranscript("Gruppe", turns, "gruppe.txt", "txt", "utf-8", "9" * 64)


def walked(folder: Path, luck: random.Random, steps: int) -> StudyFile:
    study = small_study(folder)
    transcripts.add(study, three_talk())
    transcripts.add(study, transcript("P02", "P2", ("Og så?", "Så gikk vi hjem og spiste suppe på trappa. " * 5)))
    researcher = Researcher(study, luck)
    for _ in range(steps):
        step = luck.random()
        if step < 0.06:
            study.undo()
        elif step < 0.1:
            study.redo()
        else:
            with suppress(StudyError):
                researcher.luck.choice(researcher.acts())()
    return study


@pytest.mark.parametrize("seed", range(6))
def test_every_state_is_the_same_without_the_person(tmp_path: Path, seed: int) -> None:
    luck = random.Random(seed)
    with walked(tmp_path / "whole", luck, 200) as whole:
        found = luck.choice([row["id"] for row in whole.live("participant")])
        before = rows(whole)
    shutil.copytree(tmp_path / "whole", tmp_path / "erased")
    with StudyFile.open(tmp_path / "erased") as study, StudyFile.open(tmp_path / "whole") as whole:
        certificate = erasure.erase_participant(study, found)
        sound(study)
        gone = {table: ids - rows(study)[table] for table, ids in before.items()}
        assert certificate.removed["participant"] == len(gone["participant"]) > 0
        assert shape(study, {}) == shape(whole, gone)

        _follow(study, whole, gone, back=False)
        assert shape(study, {}) == shape(whole, gone)
        ends = [content(study)]
        _follow(study, whole, gone, back=True)
        assert not study.live("transcript") and not study.live("coding")
        while study.redo():
            pass
        assert [content(study)] == ends
        sound(study)


def _follow(study: StudyFile, whole: StudyFile, gone: dict[str, set[int]], *, back: bool) -> None:
    """Undo (or redo) both to the end; after each act both know, they look the same without the person."""
    while True:
        act = history.next_undo(study) if back else history.next_redo(study)
        if act is None:
            break
        while (done := whole.undo() if back else whole.redo()) is not None and done.act_id != act.act_id:
            assert study.value("SELECT state FROM act WHERE id = ?", (done.act_id,)) == "erased"
        assert done is not None and done.act_id == act.act_id
        assert (study.undo() if back else study.redo()) is not None
        assert not study.rows("PRAGMA foreign_key_check")
        assert shape(study, {}) == shape(whole, gone), act.verb
    while (whole.undo() if back else whole.redo()) is not None:
        pass


def test_both_one_after_the_other(tmp_path: Path) -> None:
    with walked(tmp_path / "study", random.Random(99), 250) as study:
        for row in study.live("participant"):
            erasure.erase_participant(study, row["id"])
            sound(study)
        assert not study.live("participant")
        while study.undo():
            assert not study.rows("PRAGMA foreign_key_check")
        while study.redo():
            pass
        sound(study)
