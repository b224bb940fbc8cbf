"""Texts made to keep a finder busy: each is done with in time."""

import time

import pytest

from workbench.transcripts.lines import Line
from workbench.transcripts.repairs import find, spans_of
from workbench.transcripts.repairs.odd import report

MANY = 20_000
HOSTILE = {
    "one letter": "a" * MANY * 5,
    "digits": "1" * MANY * 5 + "x",
    "dots": "." * MANY * 5,
    "ellipses": "….." * MANY,
    "blanks": " " * MANY * 5,
    "hyphens": "a-" * MANY + " b-\nc",
    "hyphens alone": "-" * MANY * 2 + "\nc",
    "cut off": "a- " * MANY,
    "soft": "\u00ad" * MANY * 2 + "\n" + "\u00ad \n" * 2000,
    "zero width": "\u200b" * MANY + "a\u200b" * MANY,
    "letters apart": "a b " * MANY + "ab",
    "marks": ("a" + "\u0301\u0323" * 20) * (MANY // 40),
    "small loops": "a a a b b b c c c " * (MANY // 9),
    "one word": "ja " * MANY,
    "line ends": "\n" * MANY,
    "numbers": "5\n" * MANY,
    "rising": "\n".join(map(str, range(MANY // 4))),
    "heads": "Livet 2014\n" * (MANY // 4),
    "addresses": "www.a" * MANY,
    "quotes": "«" * MANY + '"' * MANY + "”" * MANY,
    "private": "".join(map(chr, range(0xE000, 0xF900))) * 6,
    "labels": "A:" * MANY,
    "breaks": "spe-\nsialist " * (MANY // 4),
    "bullets": "\uf0b7\t\n" * (MANY // 4),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_done_in_time(name: str) -> None:
    text = HOSTILE[name]
    spans = list(spans_of([Line(line) for line in text.split("\n")]))
    begin = time.process_time()
    for captions in (True, False):
        find(text, spans, captions=captions)
    report(text)
    assert time.process_time() - begin < 2
