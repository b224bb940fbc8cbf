"""The nearest passages of the corpus: cut into sentences, found by rare words, changed text by text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.assist.echo import LEAST_WORDS, EchoIndex, passages
from workbench.errors import AssistError
from workbench.jobs.registry import Bench, run_inline
from workbench.jobs.task import Stopped

BOAT = "Han rodde båten over fjorden hver eneste morgen før det ble lyst."
BOAT_AGAIN = "Vi rodde båten ut på fjorden den morgenen, og det var ikke lyst ennå."
SCHOOL = "Læreren på skolen skrev alltid noe på tavla som ingen av oss forsto."


def _index() -> EchoIndex:
    index = EchoIndex("nb")
    index.put(1, [(2, 10, f"{BOAT} {SCHOOL}")])
    index.put(2, [(1, 0, SCHOOL), (4, 100, f"Ja. {BOAT_AGAIN}")])
    return index


@given(st.text(alphabet="ab .!?\n", max_size=300))
def test_passages_are_whole_apart_and_leave_no_word_out(words: str) -> None:
    found = list(passages(words))
    assert all(0 <= start < end <= len(words) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    left = "".join(words[start:end] for start, end in found)
    assert "".join(left.split()) == "".join(words.split())
    assert all(len(words[start:end].split()) >= LEAST_WORDS for start, end in found[:-1])


def test_what_is_said_alike_is_nearest_and_nothing_finds_itself() -> None:
    index = _index()
    near = index.near(BOAT, 3, (1, 10, 10 + len(BOAT)))
    assert (near[0].transcript_id, near[0].turn, near[0].start) == (2, 4, 100)
    assert near[0].words == f"Ja. {BOAT_AGAIN}"
    assert all(not (one.transcript_id == 1 and one.start < 10 + len(BOAT)) for one in near)
    assert [one.nearness for one in near] == sorted((one.nearness for one in near), reverse=True)
    assert index.near("", 3) == [] and EchoIndex("nb").near(BOAT) == []


def test_a_text_taken_anew_or_out_counts_as_if_it_had_always_been_so() -> None:
    index, fresh = _index(), EchoIndex("nb")
    index.put(3, [(1, 0, BOAT)])
    index.put(2, [(1, 0, BOAT_AGAIN)])
    index.put(3, [])
    fresh.put(1, [(2, 10, f"{BOAT} {SCHOOL}")])
    fresh.put(2, [(1, 0, BOAT_AGAIN)])
    assert index.near(BOAT, 5) == fresh.near(BOAT, 5)
    assert index.size == fresh.size


def test_what_is_called_off_leaves_the_index_as_it_was() -> None:
    index = _index()
    before = index.near(BOAT)

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        index.put(1, [(1, 0, SCHOOL)], stop)
    assert index.near(BOAT) == before


def test_notes_of_the_transcriber_are_not_heard() -> None:
    index = EchoIndex("nb")
    index.put(1, [(1, 0, "(ler) [uklart]"), (2, 20, SCHOOL)])
    assert index.size == 1


def test_the_jobs_load_in_pieces_and_answer() -> None:
    bench = Bench()
    with pytest.raises(AssistError):
        run_inline("echo", {"passage": BOAT}, bench=bench)
    for at, words in enumerate((BOAT, SCHOOL, BOAT_AGAIN)):
        said = {"language": "nb", "first": at == 0, "texts": [{"id": at, "turns": [[1, 0, words]]}]}
        assert run_inline("echo.load", said, bench=bench) == {"passages": at + 1}
    found = run_inline("echo", {"passage": BOAT, "k": 1, "without": [0, 0, len(BOAT)]}, bench=bench)["near"]
    assert found[0]["transcript_id"] == 2 and found[0]["words"] == BOAT_AGAIN
    run_inline("echo.load", {"language": "nb", "texts": [{"id": 2, "turns": []}]}, bench=bench)
    found = run_inline("echo", {"passage": BOAT, "k": 1, "without": [0, 0, len(BOAT)]}, bench=bench)["near"]
    assert not found or found[0]["transcript_id"] == 1


def test_a_text_in_parts_is_one_and_begins_anew_when_it_was_called_off() -> None:
    bench = Bench()

    def send(part: int, words: str, more: bool) -> int:
        text = {"id": 1, "turns": [[part + 1, 100 * part, words]], "part": part, "more": more}
        return run_inline("echo.load", {"language": "nb", "texts": [text]}, bench=bench)["passages"]

    assert [send(0, BOAT, True), send(0, BOAT, True), send(1, SCHOOL, False)] == [0, 0, 2]
    found = run_inline("echo", {"passage": SCHOOL, "k": 1}, bench=bench)["near"]
    assert (found[0]["turn"], found[0]["start"]) == (2, 100)
