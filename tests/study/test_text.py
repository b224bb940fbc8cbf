"""The border: what comes in, what is drawn."""

import time
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.study.text import canonical, shorten, squeeze_name, visible, visible_lines

# All of Unicode, lone surrogates too, with what hurts most drawn often.
nasty = st.text(
    st.one_of(
        st.sampled_from("\x00\x07\x1b\x7f\x85\x9b\x9d\ufeff\u2028\u2029\u202e\u2066\r\n\t\ud800\u0301a\u030aå"),
        st.characters(),
    )
)  # fmt: skip
# What a terminal obeys: C0, DEL, C1, and the signs that turn the direction of writing.
OBEYED = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u061c\u200e\u200f\u2028\u2029"} | {
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
}


@given(nasty)
@example("\ufeff\ufeffa")
def test_text_inside_is_nfc_with_lf_and_no_controls(raw: str) -> None:
    kept = canonical(raw).text
    assert unicodedata.is_normalized("NFC", kept)
    assert all(sign in "\n\t" or unicodedata.category(sign) != "Cc" for sign in kept)
    kept.encode()
    assert canonical(kept).text == kept
    assert canonical(kept).controls == canonical(kept).surrogates == 0


@given(nasty)
def test_harmless_text_keeps_its_words(raw: str) -> None:
    plain = "".join(sign for sign in raw if sign.isalnum() or sign == " ")
    read = canonical(plain)
    assert read.text == unicodedata.normalize("NFC", plain)
    assert read.controls == read.surrogates == 0


@given(nasty)
def test_nothing_a_terminal_obeys_is_drawn(raw: str) -> None:
    drawn = visible(raw)
    assert len(drawn) == len(raw)
    assert not set(drawn) & OBEYED
    drawn.encode()
    lines = visible_lines(raw)
    assert len(lines) == len(raw)
    assert not set(lines) & (OBEYED - {"\n"})


def test_line_ends_and_counts() -> None:
    read = canonical("\ufeffa\r\nb\rc\u2028d\x0be\x1bf\ud800")
    assert (read.text, read.controls, read.surrogates) == ("a\nb\nc\nd\ne␛f\ufffd", 1, 1)
    assert canonical("a\u030a").text == "å"
    assert visible("[P1]\x1b]0;x\x07") == "[P1]␛]0;x␇"


@given(nasty, st.integers(0, 30))
def test_shortened_text_fits_on_one_line(raw: str, limit: int) -> None:
    short = shorten(raw, limit)
    assert len(short) <= max(1, limit)
    assert short.split() == short.split(" ") or not short


@given(nasty)
def test_names_are_one_line(raw: str) -> None:
    name = squeeze_name(raw)
    assert "\n" not in name and name == name.strip() and squeeze_name(name) == name


def test_a_heap_of_marks_is_parted_so_that_sorting_it_takes_no_time() -> None:
    begin = time.process_time()
    text = canonical("a" + "\u0316\u0301" * 500_000 + "b").text
    assert time.process_time() - begin < 10
    assert unicodedata.is_normalized("NFC", text) and canonical(text).text == text
    assert text.replace("\u034f", "").count("\u0301") in (499_999, 500_000)  # one may have joined the letter
    begin = time.process_time()
    canonical("a" + "\u0f73" * 500_000)
    assert time.process_time() - begin < 10
    few = "a" + "\u0316\u0301" * 15
    assert "\u034f" not in canonical(few).text
