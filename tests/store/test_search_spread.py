"""Who says what was found: hits counted by participant."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.search.find import Order, find
from workbench.store.search.spread import Spread, spread, spread_of
from workbench.store.study_file import StudyFile
from workbench.study.search_query import parse
from workbench.study.transcripts import Role

ASKS, SAYS = Role.INTERVIEWER, Role.PARTICIPANT


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    talk = {
        "P01": [(ASKS, "Liker du te?"), (SAYS, "Te er godt."), (SAYS, "Mer te, takk.")],
        "P02": [(ASKS, "Kaffe?"), (SAYS, "Te. Tebrev.")],
        "P03": [(ASKS, "Te?"), (SAYS, "Te."), (SAYS, "Bare te."), (SAYS, "Og te.")],
    }
    with StudyFile.create(tmp_path / "study", "Te", "nb", "Ane") as made:
        for name, said in talk.items():
            turns = [
                NewTurn(text, "I" if role is ASKS else name, role, "" if role is ASKS else name) for role, text in said
            ]
            transcripts.add(made, NewTranscript(name, turns, name, "txt", "utf-8", name))
        yield made


@pytest.mark.parametrize("order", list(Order))
def test_hits_are_counted_by_participant_most_first(study: StudyFile, order: Order) -> None:
    found = spread(study, parse("te"), order)
    assert found == Spread((("P03", 3), ("P01", 2), ("P02", 1)), others=2)
    assert found is not None and found.total == find(study, parse("te")).total


@pytest.mark.parametrize("typed", ["speaker:participant", "who:P03", "te -mer", "te who:P01", "is:uncoded"])
def test_filters_and_what_is_not_wanted_count_too(study: StudyFile, typed: str) -> None:
    query = parse(typed)
    assert spread(study, query) == spread_of(find(study, query, 1000).hits)


def test_nothing_found_is_nobody(study: StudyFile) -> None:
    assert spread(study, parse("")) == Spread()
    assert spread(study, parse("kakao")) == Spread()
    assert spread(study, parse("in:hjemme")) == Spread()


def test_regular_expressions_are_counted_from_their_hits(study: StudyFile) -> None:
    with pytest.raises(TypeError):
        spread(study, parse("/te/"))
    assert spread_of(find(study, parse("/^te/"), 100).hits) == Spread((("P01", 1), ("P02", 1), ("P03", 1)), others=1)
