"""Whatever two people say and whatever is written of it: no four words in a row that only one of them said are left."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from erasing_study import person, sound, talk

from workbench.acts import codebook, memos, people, transcripts
from workbench.store import erasure
from workbench.store.erasing.scrub import grams_of
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.search_words import words

WORDS = ["hav", "båt", "Åse", "tåke", "nes", "😴", "garn,", "natt.", "(lys)", "Kai;", "mo's", "blå-grå"]
SAID = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14).map(" ".join).filter(lambda one: words(one))
NOTE = st.tuples(st.integers(0, 1), st.integers(0, 9), st.integers(3, 9), st.sampled_from(["", "jf. ", "(", "Åse: "]))


@given(
    mine=st.lists(SAID, min_size=1, max_size=4), theirs=st.lists(SAID, min_size=1, max_size=4),
    notes=st.lists(NOTE, max_size=6), group=st.booleans(),
)  # fmt: skip
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_run_is_left(
    mine: list[str], theirs: list[str], notes: list[tuple[int, int, int, str]], group: bool
) -> None:
    with tempfile.TemporaryDirectory() as home, StudyFile.create(Path(home) / "s", "Ord", "nb", "Bo") as study:
        turns = {"P1": [("P1", "P1", one) for one in mine], "P2": [("P2", "P2", one) for one in theirs]}
        for name, said in {"a": turns["P1"] + turns["P2"]}.items() if group else turns.items():
            transcripts.add(study, talk([("I", "", "Ja?"), *said], f"samtale {name}"))
        code = codebook.add(study, "Kode")
        written = [_note(mine if whose == 0 else theirs, *rest) for whose, *rest in notes]
        for text in written:
            memos.write(study, "study", 0, text)
            codebook.define(study, code, {"example": text, "brief": text.upper()})
            people.set_setting(study, "merknad", text)
        study.undo()
        certificate = erasure.erase_participant(study, person(study, "P1"))
        sound(study)
        only_theirs = _grams(mine) - _grams(theirs)
        for text in _texts(study):
            assert not set(grams_of(words(text))) & only_theirs, text
        kept = [row["text"] for row in study.live("memo")]
        for was, now in zip(written, kept, strict=False):
            said = set(grams_of(words(was)))
            if said & only_theirs:
                assert "[erased]" in now
            elif not said & _grams([" ".join(mine)]):
                assert now == was, "what nobody said stays; in a text that goes, runs go over the borders of turns"
        assert not certificate.hits


def _note(said: list[str], first: int, size: int, opening: str) -> str:
    running = " ".join(said).split(" ")
    first = min(first, max(0, len(running) - size))
    return f"{opening}{' '.join(running[first : first + size])} slik"


def _grams(said: list[str]) -> set[tuple[str, ...]]:
    return {gram for text in said for gram in grams_of(words(text))}


def _texts(study: StudyFile) -> Iterator[str]:
    for table in (*JOURNALLED, "act", "change", "desk"):
        for row in study.rows(f'SELECT * FROM "{table}"'):
            yield from (value for value in tuple(row) if isinstance(value, str))
