import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from workbench.language import (
    Phrases,
    blanked,
    char_space,
    in_vivo_phrases,
    notes,
    sentences,
    stem,
    stem_space,
    stems,
    words,
)

BACKGROUND = [
    "Jeg venta på plass hele høsten, og så kom brevet.",
    "Det var kaldt i gangen, og jeg venta på bussen.",
    "Hun ringte legen, men legen var på ferie.",
    "Vi spiste suppe på kjøkkenet, og hun lo av meg.",
]


def test_sentences_are_cut_at_ends_and_at_line_ends() -> None:
    text = "Hei du. Hva sa ho?\nIngenting – da  "
    assert [one.cut(text) for one in sentences(text, "nb")] == ["Hei du.", "Hva sa ho?", "Ingenting – da"]


def test_words_leave_punctuation_out_and_keep_positions() -> None:
    text = "Ja, «hun» gikk.\n12 dager – sa 𝒙ho."
    assert [one.cut(text) for one in words(text, "nb")] == ["Ja", "hun", "gikk", "12", "dager", "sa", "𝒙ho"]
    assert [one.cut("I don't know.") for one in words("I don't know.", "en")] == ["I", "do", "n't", "know"]


@given(st.text(alphabet="abæø .,!?\n()[]–𝒙", max_size=80))
def test_words_lie_inside_sentences_and_never_overlap(text: str) -> None:
    inside = sentences(text, "nb")
    at = 0
    for word in words(text, "nb"):
        assert word.start >= at
        at = word.end
        assert any(sentence.holds(word) for sentence in inside)


def test_stems_follow_the_language() -> None:
    assert stem("Ventelistene", "nb") == stem("ventelister", "nb")
    assert stems("She was waiting", "en") == ["she", "was", "wait"]
    assert stems("Han venta 3 uker_på", "nb") == [stem(one, "nb") for one in ("han", "venta", "uker", "på")]


def test_notes_are_found_and_replacements_for_names_stay() -> None:
    text = "Ja (ler) han [uklart] sa [søsteren] det [00:12:31] (pause) her […]."
    assert [one.cut(text) for one in notes(text)] == ["(ler)", "[uklart]", "[00:12:31]", "(pause)", "[…]"]
    bare = blanked(text)
    assert len(bare) == len(text)
    assert bare.split() == ["Ja", "han", "sa", "[søsteren]", "det", "her", "."]


@given(st.text(alphabet="ab ()[]\n:1", max_size=60))
def test_blanking_keeps_every_position(text: str) -> None:
    bare = blanked(text)
    assert len(bare) == len(text)
    assert all(kept in (" ", sign) for kept, sign in zip(bare, text, strict=True))


def test_vectors_have_length_one_and_do_not_depend_on_each_other() -> None:
    for space in (char_space(BACKGROUND), stem_space(BACKGROUND, "nb")):
        both = space.matrix(["Jeg venta på brevet", "suppe og brød", ""])
        lengths = both.multiply(both).sum(axis=1).ravel().tolist()[0]
        assert [round(one, 12) for one in lengths] == [1, 1, 0]
        alone = space.matrix(["suppe og brød"])
        assert abs(both[1] - alone).sum() == 0
        assert space.matrix([]).shape[0] == 0


def test_character_vectors_see_inflected_words_as_alike() -> None:
    rows = char_space(BACKGROUND).matrix(["ventelista", "ventelistene", "suppekjøkken"])
    likeness = (rows @ rows.T).toarray()
    assert likeness[0, 1] > 0.5 > likeness[0, 2]


def test_rare_words_weigh_more_than_usual_ones() -> None:
    rows = stem_space(BACKGROUND, "nb").matrix(["jeg brevet", "jeg", "brevet"])
    likeness = (rows @ rows.T).toarray()
    assert likeness[0, 2] > likeness[0, 1]


def test_a_word_in_many_texts_is_usual() -> None:
    space = stem_space([*BACKGROUND, *(f"jeg gikk {number}" for number in range(9))], "nb")
    assert space.is_usual("jeg")
    assert not space.is_usual("legen")
    assert not space.is_usual("aldri")


def test_phrases_are_the_passage_s_own_words_and_leave_names_out() -> None:
    texts = [*BACKGROUND, "Torkel ringte på døra og sa at låsen var ødelagt."] * 2
    passage = "Ja, altså, det er to muttere som låser hverandre (ler), sa Torkel, og jeg venta på plass."
    found = in_vivo_phrases(passage, texts, "nb", 3)
    assert found[0] == "muttere som låser hverandre"
    assert all(phrase in passage for phrase in found)
    assert not any("Torkel" in phrase or "ler" in phrase.split() for phrase in found)
    assert found == Phrases(texts, "nb").in_vivo(passage, 3)


def test_a_passage_of_small_words_has_no_telling_phrase() -> None:
    assert in_vivo_phrases("Ja, nei, det var jo det, da.", BACKGROUND, "nb") == []


def test_words_that_go_together_in_the_study_are_preferred() -> None:
    texts = ["Jeg sto på venteliste i mange år.", "Hun fikk rene prøver.", "Rene prøver igjen, sa han."] * 4
    assert in_vivo_phrases("De ville ha rene prøver fra meg", texts, "nb", 1) == ["rene prøver"]


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = (
        "import sys, workbench.language; print(*[m for m in ('spacy', 'nltk', 'sklearn', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
