"""What becomes of passages when their text is corrected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.carrying import run
from workbench.study.carrying import TO_REVIEW, Carried, Carrying, Outcome
from workbench.study.spans import Span

OLD = (
    "Hvordan var nattevakta?\n"
    "Den var lang. Kari satt oppe hele natta 😴 og så på lyset. Jeg var redd, og jeg sa det til Per.\n"
    "Ja.\n"
    "Jeg sa det til Per én gang til neste morgen, men han hørte ikke etter."
)


def carried(words: str, new: str, old: str = OLD) -> tuple[Outcome, str]:
    at = old.index(words)
    assert old.count(words) == 1
    found = Carrying(old, new).carry(Span(at, at + len(words)))
    assert found.old.cut(old) == words
    return found.outcome, "" if found.span is None else found.span.cut(new)


def test_what_is_not_touched_is_exact_wherever_it_has_gone_to() -> None:
    new = "Takk for sist.\n" + OLD.replace("lang", "lang og kald")
    assert carried("hele natta 😴 og så", new) == (Outcome.EXACT, "hele natta 😴 og så")
    assert carried("atta 😴 og s", new) == (Outcome.EXACT, "atta 😴 og s")


def test_a_corrected_word_is_followed_inside_and_at_a_border() -> None:
    new = OLD.replace("redd", "reddet").replace("nattevakta", "nattevakten")
    assert carried("Jeg var redd, og", new) == (Outcome.CORRECTED, "Jeg var reddet, og")
    assert carried("Hvordan var nattevakta?", new) == (Outcome.CORRECTED, "Hvordan var nattevakten?")
    assert carried("nattevakt", new) == (Outcome.EXACT, "nattevakt")


def test_words_put_in_at_a_border_stay_outside() -> None:
    new = OLD.replace("Kari satt", "Så vidt Kari satt").replace("lyset.", "lyset i taket.")
    assert (
        carried("Kari satt oppe hele natta 😴 og så på lyset", new)[1] == "Kari satt oppe hele natta 😴 og så på lyset"
    )


def test_a_replaced_name_at_a_border_is_followed_when_replaced_twice_and_asked_about_once() -> None:
    old = "Kari kom sent. Vi ventet på Kari hele kvelden. Da sa Ola nei."
    new = old.replace("Kari", "Søsteren").replace("Ola", "mannen")
    assert carried("Vi ventet på Kari", new, old) == (Outcome.CORRECTED, "Vi ventet på Søsteren")
    assert carried("Da sa Ola", new, old) == (Outcome.UNSURE, "Da sa mannen")


def test_deleted_words_trim_or_lose() -> None:
    new = OLD.replace("Jeg var redd, og jeg sa det til Per.", "").replace("lyset. ", "lyset.")
    assert carried("så på lyset. Jeg var redd", new) == (Outcome.TRIMMED, "så på lyset.")
    assert carried("Jeg var redd", new) == (Outcome.LOST, "")


def test_a_turn_that_changed_place_takes_its_passages_along() -> None:
    first, second, third, fourth = OLD.split("\n")
    new = "\n".join((first, third, fourth, second))
    assert (
        carried("Kari satt oppe hele natta 😴 og så på lyset", new)[1] == "Kari satt oppe hele natta 😴 og så på lyset"
    )
    assert (
        carried("Jeg sa det til Per én gang til neste morgen", new)[1] == "Jeg sa det til Per én gang til neste morgen"
    )


def test_which_of_repeated_words_went_is_asked_unless_it_is_all_one() -> None:
    old = "Hun sa ja ja ja og gikk."
    assert carried("Hun sa ja", "Hun sa ja ja ja ja og gikk.", "Hun sa ja og gikk.")[0] is Outcome.UNSURE
    assert carried("sa ja ja ja og", "Hun sa ja og gikk.", old) == (Outcome.CORRECTED, "sa ja og")
    twice = "Det er sant. Og så?\nDet er sant. Det var fint."
    found = Carrying("Det er sant. Det var fint.", "Det er sant. Det er sant. Det var fint.").carry(Span(0, 12))
    assert found.outcome is Outcome.UNSURE
    assert Carrying(twice, twice).carry(Span(20, 32)) == Carried(Span(20, 32), Outcome.EXACT, Span(20, 32))


def test_an_inserted_sentence_that_begins_alike_is_told_by_its_ends() -> None:
    new = "Ja. Det var fint. Det var kaldt ute."
    assert carried("Det var kaldt", new, "Ja. Det var kaldt ute.") == (Outcome.EXACT, "Det var kaldt")


def test_another_text_loses_all() -> None:
    new = "Helt andre ord står her nå.\nIngen kjenner dem igjen.\nSlik går det når en velger feil fil."
    found = Carrying(OLD, new)
    spans = [Span(start, start + 30) for start in range(0, len(OLD) - 30, 10)]
    assert all(found.carry(span).outcome in TO_REVIEW for span in spans)


def test_only_the_window_is_compared() -> None:
    old, new = "ja\nnei ja\nja ja", "ja\nja nei\nja ja"
    found = Carrying(old, new, (Span(3, 9), Span(3, 9)))
    assert found.carry(Span(10, 12)) == Carried(Span(10, 12), Outcome.EXACT, Span(10, 12))
    assert found.carry(Span(0, 2)).outcome is Outcome.EXACT


TEXTS = st.lists(st.sampled_from(["ja", "nei", ".", "Kari", "å", "😀", "\n", "natta", "natten"]), min_size=1).map(
    lambda words: " ".join(words).strip() or "ja"
)


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.data())
def test_borders_stay_inside_and_the_same_text_changes_nothing(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    found = Carrying(old, new)
    assert (found.map.old_length, found.map.new_length) == (len(old), len(new))
    for here, there, length in found.map.runs:
        assert old[here : here + length] == new[there : there + length]
    one = found.carry(span)
    if one.span is not None:
        assert one.span.end <= len(new)
    if one.outcome is Outcome.EXACT:
        assert one.span is not None and one.span.cut(new).split() == span.cut(old).split()
    same = Carrying(old, old).carry(span)
    assert same.outcome is Outcome.EXACT and same.span is not None
    assert same.span.cut(old).strip() == span.cut(old).strip()


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_codings_find_their_words_again_or_are_asked_about(seed: int) -> None:
    fared, _ = run(seed, words=3_000, codings=120, edits=56)
    assert fared["wrong"] == 0
    assert fared["right"] + fared["right, asked"] >= 0.95 * 120
