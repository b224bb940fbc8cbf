"""Markdown: speakers in strong type, headings, lists, quotes, escapes, tables, front matter."""

from pathlib import Path

import pytest

from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers import md_file


def drafted(text: str) -> Draft:
    return md_file.read(text, "utf-8", Cleaner(), "P07.md")


def told(draft: Draft) -> list[tuple[str, Block]]:
    return [(line.text, line.block) for line in draft.lines]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("**I:** Så?", "I: Så?"),
        ("__I:__ Så?", "I: Så?"),
        ("P: *Ja* og _nei_ og snake_case_ord og 2 * 3 * 4", "P: Ja og nei og snake_case_ord og 2 * 3 * 4"),
        (r"P: \*ler\* og \# og 1\. og \\", r"P: *ler* og # og 1. og \\".replace(r"\\", "\\")),
        ("P: [uhørlig] (ler) [x](y)", "P: [uhørlig] (ler) [x](y)"),
        ("se [siden](https://eksempel.no/a) og <https://eksempel.no>", "se siden og https://eksempel.no"),
        ("`**ikke**` fet", "**ikke** fet"),
        ("en &amp; to &aring; <b>tre</b> <ukjent>", "en & to å tre <ukjent>"),
        ("~~borte~~ her[^1]", "borte her"),
        ("> sitat", "sitat"),
        ("- punkt", "punkt"),
        ("1. nummer", "1. nummer"),
        ("– Ja, sa hun", "– Ja, sa hun"),
        ("** alene **", "** alene **"),
    ],
)
def test_markup_is_taken_away_and_words_are_not(written: str, text: str) -> None:
    assert told(drafted(written)) == [(text, Block.WORDS)]


def test_leads_and_lines_of_a_paragraph() -> None:
    draft = drafted("**Anna Berg:** Hvor bor\ndu?\n\n**Bo Vik**: Her.<br>Og der.\n\nSlutt")
    assert [(line.text, line.lead, line.follows) for line in draft.lines] == [
        ("Anna Berg: Hvor bor", "Anna Berg:", False), ("du?", "", True), ("Bo Vik: Her.", "Bo Vik", False),
        ("Og der.", "", False), ("Slutt", "", False),
    ]  # fmt: skip


def test_headings_before_the_talk_are_titles() -> None:
    text = "# Samtale 7 #\n\nBoligen\n=======\n\n**I:** Så?\n\n## Del to\n\nEtter pausen\n---\n\n***\n\nP: Ja.\n"
    assert told(drafted(text)) == [
        ("Samtale 7", Block.TITLE), ("Boligen", Block.TITLE), ("I: Så?", Block.WORDS), ("Del to", Block.WORDS),
        ("Etter pausen", Block.WORDS), ("P: Ja.", Block.WORDS),
    ]  # fmt: skip


def test_front_matter_is_facts() -> None:
    draft = drafted("---\ntitle: 'Samtale 7'\ndate: 2024-03-01\nsted: Øya\n  nord\n---\n\nI: Så?\n")
    assert draft.facts == {"title": "Samtale 7", "made": "2024-03-01", "sted": "Øya nord"}
    assert told(draft) == [("I: Så?", Block.WORDS)]
    assert told(drafted("---\nDette er ingen fakta.\n\n---\nJa"))[0] == ("Dette er ingen fakta.", Block.WORDS)


def test_tables_notes_and_stretches_as_written() -> None:
    text = "| I | Så? |\n|---|:--|\n| **P07** | Ja \\| nei |\n\n"
    text += "[^1]: Ler.\n<!-- hør igjen -->\n```\n**som skrevet**\n```\n"
    draft = drafted(text)
    assert told(draft) == [
        ("Så?", Block.WORDS), ("Ja | nei", Block.WORDS), ("Ler.", Block.FOOTNOTE), ("hør igjen", Block.NOTE),
        ("**som skrevet**", Block.WORDS),
    ]  # fmt: skip
    assert [line.cell for line in draft.lines[:2]] == ["I", "P07"]


@pytest.mark.parametrize("name", ["P07.md", "P07.markdown", "P07.txt"])
def test_known_by_its_name_or_its_speakers(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("**I:** Så?\n\n**P07:** Ja,\ndet er slik.\n\n**I:** Mm.\n", encoding="utf-8")
    preview = read_file(path)
    assert [(turn.speaker, turn.text) for turn in preview.turns][:2] == [("I", "Så?"), ("P07", "Ja, det er slik.")]
    assert preview.format == "md"


def test_long_lines_of_markup_take_no_time() -> None:
    for part in ("**a ", "[x](", "*a ", "`a ", "__a", "<b ", "[", "a*", "~~a "):
        assert drafted("P: " + part * 30_000).lines


def test_many_stars_take_no_time() -> None:
    assert len(drafted("*" * 20_000 + " a " + "**b" * 20_000 + "_c" * 20_000).lines) == 1
