"""A person's words and names taken out of a text: all of them, and nothing else."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store.erasing.known import Known, is_plain, is_telling, looks_like_a_name
from workbench.store.erasing.scrub import MARK, Phrase, Scrubber, grams_of
from workbench.store.erasing.turns import SIGN, neutral
from workbench.study.search_words import words

SAID = "Ternene stupte som hvite nåler ned i det grønne vannet, og jeg sa ingenting."


def scrubber(*phrases: str, said: str = "", common: tuple[str, ...] = ()) -> Scrubber:
    known = {gram for text in common for gram in grams_of(words(text))}
    return Scrubber([Phrase(one) for one in phrases], set(grams_of(words(said))), lambda gram: gram in known)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hun heter Øygunn.", "Hun heter [erased]."),
        ("ØYGUNN, øygunn og Øygunns hus", "[erased], [erased] og [erased] hus"),
        ("Øygunn's house", "[erased] house"),
        ("Øygunnsen og Nøygunn", "Øygunnsen og Nøygunn"),
        ("Kari Ås-Lund", "[erased]"),
        ("Kari  Ås\u2011Lund sa", "[erased] sa"),
        ("kari åsen", "kari åsen"),
        ("Kari Ås-Lunds bil", "[erased] bil"),
        ("\u00d8y\u00adgunn", "[erased]"),
        ("P07 og P070, XP07", "[erased] og P070, XP07"),
        ("Øygunn Kari Ås-Lund", "[erased]"),
        ("ring 912 34 567!", "ring [erased]!"),
        ("ring 91234567 nå", "ring [erased] nå"),
        ("891234567", "891234567"),
        ("a@b.no", "[erased]"),
        ("", ""),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert scrubber("Øygunn", "Kari Ås-Lund", "P07", "91234567", "a@b.no").text(text) == expected


def test_a_name_that_is_also_a_word_counts_as_it_is_written() -> None:
    one = Scrubber([Phrase("Vår", match_case=True)], ())
    assert one.text("Vår er vår mor, VÅR; Vårs") == f"{MARK} er vår mor, {MARK}; {MARK}"


def test_decomposed_letters_are_the_same_letters() -> None:
    text = unicodedata.normalize("NFD", "Ja, Øygunn på Åsen")
    assert scrubber("Øygunn", "Åsen").text(text) == "Ja, [erased] på [erased]"
    assert scrubber("Kari").text(text) == text
    assert scrubber(unicodedata.normalize("NFD", "Åsen")).text("Åsen") == MARK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hun sa «hvite nåler ned i» tre ganger", "Hun sa «[erased]» tre ganger"),
        ("HVITE  nåler\nned, i: slik", "[erased]: slik"),
        ("hvite nåler ned", "hvite nåler ned"),
        ("hvite gode nåler ned i", "hvite gode nåler ned i"),
        (f"{SAID} {SAID}", "[erased]. [erased]."),
        ("som hvite nåler ned i det grøn…", "[erased]…"),
        ("og jeg sa ingenting", "og jeg sa ingenting"),
        ("vannet, og jeg sa ingenting", "[erased]"),
    ],
)
def test_runs_of_four_words(text: str, expected: str) -> None:
    assert scrubber(said=SAID, common=("men jeg og jeg sa ingenting da",)).text(text) == expected


def test_json_is_read_and_its_escapes_undone() -> None:
    one = scrubber("Øygunn", said=SAID)
    held = {"a": ["Øygunn", {"Øygunn": 1, "b": json.dumps({"c": "hvite nåler ned i"})}], "n": 7, "t": True}
    for escaped in (True, False):
        clean = json.loads(one.value(json.dumps(held, ensure_ascii=escaped)))
        assert clean == {"a": [MARK, {MARK: 1, "b": json.dumps({"c": MARK})}], "n": 7, "t": True}
    assert one.value('{"x": "\\u00d8y') == '{"x": "\\u00d8y'
    assert one.value('{"x": "\\u00d8ygunn') == f'{{"x": "{MARK}'
    untouched = '{"b":  2, "a": "lampe"}'
    assert one.value(untouched) is untouched


NAMES = st.text(st.sampled_from("aåøkrsT "), min_size=2, max_size=9).filter(lambda one: len("".join(words(one))) > 1)
TEXTS = st.text(st.sampled_from("aåøkrsT  ,.-\n\u00ad…"), max_size=80)


@given(text=TEXTS, names=st.lists(NAMES, max_size=4), said=TEXTS)
def test_nothing_is_left_and_nothing_else_is_lost(text: str, names: list[str], said: str) -> None:
    one = scrubber(*names, said=said)
    clean = one.text(text)
    assert one.text(clean) == clean
    left = [word for word in words(clean) if word != "erased"]
    rest = iter(words(text))
    assert all(word in rest for word in left), "only words of the text, in its order"
    there = words(clean)
    for name in names:
        wanted = tuple(words(name))
        assert wanted not in set(grams_of(there, len(wanted)))
    assert not set(grams_of(there)) & set(grams_of(words(said)))
    if (
        not {tuple(words(name)) for name in names} & {gram for n in range(1, 10) for gram in grams_of(words(text), n)}
        and not set(grams_of(words(text))) & set(grams_of(words(said)))
        and "s" not in text
    ):
        assert clean == text


@given(st.text(st.sampled_from("abæ .,\n"), min_size=1, max_size=60).filter(lambda one: one.strip()))
def test_signs_stand_for_as_many_characters_and_words(text: str) -> None:
    turn = text.strip()
    signs = neutral(turn)
    assert len(signs) == len(turn) and len(signs.split()) == len(turn.split())
    assert set(signs) <= {SIGN, " "} and signs == signs.strip() and "  " not in signs
    assert neutral(signs) == signs and not words(signs)
    sizes = {len(one) for one in signs.split()}
    assert max(sizes) - min(sizes) <= 1, "how long each word was is not told"


def test_what_is_taken_for_a_name() -> None:
    assert all(looks_like_a_name(one, ["Nordby"]) for one in ("Kari Lund", "k@l.no", "+47 912 34 567", "fra Nordby"))
    assert not any(looks_like_a_name(one, ["Nordby"]) for one in ("Kvinne", "sykepleier i turnus", "47", "Delvis ufør"))
    assert all(is_plain(one) for one in ("7", "1234", "A", "p")) and not is_plain("P7") and not is_plain("12345")
    assert all(is_telling(one) for one in ("P07", "Kari Lund.docx", "P07_opptak.docx"))
    assert not any(is_telling(one) for one in ("Intervju 7", "opptak.docx", "Fokusgruppe", "2026-03-02"))


def test_what_is_known_of_a_person() -> None:
    known = Known(labels={"p07": "P07", "7": "7"}, also=("Øygunn",))
    known.hear([SAID])
    assert known.own_words("Hvite nåler ned") and known.own_words("hvite nål…") and not known.own_words("hvite nål")
    assert {one.written for one in known.phrases()} == {"P07", "Øygunn"} and known.exact() == {"7"}
    known.said = {"åsen": Phrase("Åsen"), "moa": Phrase("Moa")}
    known.kept = {"moa"}
    assert known.is_erased(["Åsen"]) and not known.is_erased(["Åsen", "Moa"]) and not known.is_erased(["Lia"])
    assert set(known.erased_forms()) == {"åsen"}
