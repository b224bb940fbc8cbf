"""All finders together: repairs never overlap, lose no word of talk, and are found once only."""

import re
import textwrap
import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.study.repairs import RepairKind, applied, check
from workbench.transcripts.lines import Block, Line
from workbench.transcripts.repairs import LineSpan, find, spans_of

relaxed = settings(max_examples=150, deadline=None)

_REMOVED = {RepairKind.PAGE_NUMBER, RepairKind.RUNNING_HEAD, RepairKind.LOOP, RepairKind.FOOTNOTE_MARK}
_LINES = ["\n82\n", "\nABC-rapport 2014:7\n", "\n6 FAGBLAD\n", "\n7FAGBLAD\n", "\n", "\n", "\nI: ", "\nP07: ", "\n P "]
_BREAKS = [
    "spe-\nsialisten",
    "LAR-\nmedisinen",
    "Nord-\nNorge",
    "olje\narbeideren",
    "behandlings-\nog",
    "hel\u00ad\nse",
    "-\n",
]
_SIGNS = [
    "\ufb01sk",
    "hel\u00adse",
    "10\u00a0000",
    "\u200b",
    "A\u030as",
    "\n\uf0fc bolig",
    "\ufb01\u0301",
    "e\u0323\u0301",
]
_MORE = [
    "\u2000",
    "x\x02\ny",
    "\t",
    " ",
    "5",
    "?",
    ".",
    "…",
    "👩\u200d🔬",
    "TSB1.",
    "20159",
    "f o r s l a g",
    "nei nei nei",
]
_WORDS = ["og", "så", "jeg", "spesialisten", "vil- ville", "oljearbeideren", *["takk for at du så på"] * 3]
_piece = st.sampled_from([*_LINES, *_BREAKS, *_SIGNS, *_MORE, *_WORDS])
_texts = st.lists(_piece, max_size=60).map(" ".join)
_anything = st.text(
    st.sampled_from("aeå\u030a\u0301 \n\n-\u00ad\u00a0\u200b\ufb01.1?P:\tB\uf0b7\u1100\u1161\u11a8\x02"), max_size=80
)


def spans(text: str) -> list[LineSpan]:
    return list(spans_of([Line(line) for line in text.split("\n")]))


def letters(text: str) -> str:
    flat = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in flat if sign.isalnum())


@relaxed
@given(st.one_of(_texts, _anything), st.booleans())
def test_repairs_are_sorted_and_apart_and_change_something(text: str, captions: bool) -> None:
    repairs = find(text, spans(text), captions=captions)
    check(repairs, len(text))
    assert all(text[one.start : one.end] != one.after for one in repairs)


@relaxed
@given(st.one_of(_texts, _anything), st.booleans())
def test_no_letter_goes_but_with_furniture_loops_and_marks(text: str, captions: bool) -> None:
    repairs = find(text, spans(text), captions=captions)
    for one in repairs:
        if one.kind not in _REMOVED and one.kind is not RepairKind.BULLET:
            assert letters(text[one.start : one.end]) == letters(one.after)
    kept = [one for one in repairs if one.kind not in _REMOVED and one.kind is not RepairKind.BULLET]
    assert letters(applied(text, kept)) == letters(text)


@relaxed
@given(st.one_of(_texts, _anything), st.booleans())
def test_the_text_becomes_nfc(text: str, captions: bool) -> None:
    repairs = find(text, spans(text), captions=captions)
    mended = applied(text, [one for one in repairs if one.sure])
    if not any(one.kind is not RepairKind.NFC for one in repairs):
        assert unicodedata.is_normalized("NFC", mended)


@relaxed
@given(st.lists(_piece.filter(lambda one: "\n" not in one), min_size=5, max_size=80), st.integers(40, 70))
def test_what_was_mended_is_not_mended_again(pieces: list[str], width: int) -> None:
    text = "\n".join(textwrap.wrap(" ".join(pieces), width))
    mended = applied(text, [one for one in find(text, spans(text), captions=False) if one.sure])
    assert not any(one.sure for one in find(mended, spans(mended), captions=False))


WORDS = (
    "jeg bor ved sjøen og så kom naboen med båten sin da var det vinter igjen her ute hos oss på øya med katten og"
    " fisken spesialisten institusjonen oljearbeideren kommunen boligkontoret behandlingen vinteren rusmisbruk"
)
_plain = st.lists(st.sampled_from(WORDS.split()), min_size=60, max_size=200)


@relaxed
@given(_plain, st.integers(45, 75), st.randoms(use_true_random=False))
def test_every_planted_break_is_undone(words: list[str], width: int, luck) -> None:
    """A text broken for its width, long words cut with hyphens, reads as before or asks."""
    whole = " ".join(words)
    lines: list[str] = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            room = width - len(line) - 2
            cut = min(room, len(word) - 3)
            if cut >= 3 and luck.random() < 0.8:
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line])
    repairs = find(text, spans(text), captions=False)
    mended = applied(text, [one for one in repairs if one.kind is RepairKind.HYPHEN and one.sure])
    lost = Counter(mended.replace("\n", " ").split()) - Counter(words)
    assert all(re.search("-$", word) or word in "".join(words) for word in lost), (lost, whole)


def test_plain_talk_is_left_alone() -> None:
    talk = [
        "I: Hvor mange barn har du?", "P07: 5", "I: Og hvor gamle er de?", "P07: Eh, 12, 14, 16 og- nei, 17.",
        "I: Ja ja ja.", "P07: Jeg vil- jeg ville ikke- altså, nei nei nei, jeg ville ikke det.", "I: Nei-", 
        "P07: men så",
        "I: mhm mhm mhm", "P07: Ja da, ja da, ja da.", "I: 5?", "P07: 5, ja – 5 – og så 6 …", "I: Ok", "P07: 100 %",
    ]  # fmt: skip
    for captions in (True, False):
        text = "\n".join(talk)
        assert not find(text, spans(text), captions=captions)


def test_breaks_do_not_run_into_another_kind_of_block() -> None:
    lines = [Line("Da jeg kom dit fikk jeg snakke med spe-"), Line("sialisten i byen", block=Block.FOOTNOTE)]
    original = "\n".join(line.text for line in lines)
    assert not find(original, list(spans_of(lines)), captions=False)


def test_an_empty_text_has_no_repairs() -> None:
    assert not find("", [], captions=False) and not find("", [LineSpan(0, 0)], captions=True)
