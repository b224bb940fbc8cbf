"""Passes of reading: begun, finished, several, taken back and undone; each coder's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import ids, small_study

from workbench.acts import history, readings, transcripts
from workbench.errors import StudyError
from workbench.store.lookups import counts
from workbench.store.lookups import readings as lookup
from workbench.store.lookups import transcripts as cards
from workbench.store.study_file import StudyFile


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def is_read(study: StudyFile, place: int) -> bool:
    return next(card.read for card in cards.cards(study) if card.id == place)


def test_a_transcript_is_read_several_times(study: StudyFile) -> None:
    place = ids(study, "transcript")[0]
    was = counts.counts(study).read
    readings.begin(study, place)
    found = lookup.passes(study, place)
    assert found.current and found.current.started and not found.finished
    # What is begun is not read.
    assert not is_read(study, place) and counts.counts(study).read == was
    with pytest.raises(StudyError, match="reading P01 already"):
        readings.begin(study, place)
    assert readings.turn(study, place)
    assert is_read(study, place) and counts.counts(study).read == was + 1
    readings.begin(study, place)
    assert is_read(study, place)
    assert readings.turn(study, place)
    found = lookup.passes(study, place)
    assert (found.finished, len(found.passes), counts.counts(study).passes) == (2, 2, 2)
    # All finished: the newest is taken back, and goes on.
    assert not readings.turn(study, place)
    found = lookup.passes(study, place)
    assert found.finished == 1 and found.current
    for _ in range(5):
        history.undo(study)
    assert lookup.passes(study, place).passes == () and not is_read(study, place)
    for _ in range(5):
        history.redo(study)
    assert lookup.passes(study, place) == found


def test_a_mark_without_a_beginning_is_taken_away_whole(study: StudyFile) -> None:
    place = ids(study, "transcript")[0]
    transcripts.mark_read(study, place, True)
    transcripts.mark_read(study, place, True)
    assert [(one.started, bool(one.finished)) for one in lookup.passes(study, place).passes] == [("", True)]
    transcripts.mark_read(study, place, False)
    assert lookup.passes(study, place).passes == ()
    with pytest.raises(StudyError, match="not marked P01 as read"):
        readings.take_back(study, place)
    for act in (readings.begin, readings.finish, readings.turn):
        with pytest.raises(StudyError, match="no longer in the study"):
            act(study, 404)


def test_looks_are_each_coders_own_and_what_others_wrote_there_is_no_harm(study: StudyFile) -> None:
    place, other = ids(study, "transcript")[0], 12345
    assert lookup.looks(study, place) is None and lookup.looked_share(study)[0] == 0
    kept = lookup.KeptLooks(7, ((0, 10), (20, 30)), 20, 40)
    study.keep_desk(lookup.looks_name(study, place), kept.as_kept())
    assert lookup.looks(study, place) == kept
    for wrong in ("x", 5, {"stretches": 1}, {"revision": 1, "stretches": [[1]], "done": 1, "of": 2}):
        study.keep_desk(lookup.looks_name(study, other), wrong)
        assert lookup.looks(study, other) is None
    assert lookup.all_looks(study) == {place: (20, 40)}
    rest = sum(row["length"] for row in study.live("transcript") if row["id"] != place)
    assert lookup.looked_share(study) == (20, 40 + rest)
    mine = study.coder_id
    study.coder_id = mine + 1
    assert lookup.all_looks(study) == {}
    study.coder_id = mine
