"""oTranscribe's own files and its plain text, f4 and f5."""

import json
from pathlib import Path

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import Preview, read_file


def stamp(seconds: str, clock: str) -> str:
    return f'<span class="timestamp" contenteditable="false" data-timestamp="{seconds}">{clock}</span>&nbsp;'


def read(folder: Path, text: str, name: str) -> Preview:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def otr(folder: Path, html: str) -> Preview:
    made = {"text": html, "media": "p07.mp3", "media-source": "", "media-time": 61.5}
    return read(folder, json.dumps(made), "P07.otr")


def rows(preview: Preview) -> list[tuple[str, str, int | None]]:
    return [(turn.speaker, turn.text, turn.begin_ms) for turn in preview.turns]


def test_own_format(tmp_path: Path) -> None:
    html = f"<p>{stamp('1.98', '0:01')}I: Hvor bor du &amp; hvorfor?</p>"
    html += f"<p>P: {stamp('4.2', '0:04')}Ved <i>sjøen</i>.<br></p>"
    html += f"<p>I:&nbsp;Og?</p><p>{stamp('0:09', '0:09')}P: Ja. Så flyttet vi {stamp('71.04', '1:11')}til byen.</p>"
    preview = otr(tmp_path, html)
    assert preview.format == "otr"
    assert rows(preview) == [
        ("I", "Hvor bor du & hvorfor?", 1980), ("P", "Ved sjøen.", 4200), ("I", "Og?", None),
        ("P", "Ja. Så flyttet vi til byen.", 9000),
    ]  # fmt: skip


def test_words_in_a_mark_and_after_it_are_kept(tmp_path: Path) -> None:
    html = f"<div>I: Hei?</div><div>P: Ja {stamp('4', 'ca. 0:04')}da</div><script>alert(1)</script>"
    assert " ".join(turn.text for turn in otr(tmp_path, html).turns).split() == ["Hei?", "Ja", "ca.", "0:04", "da"]


def test_not_of_otranscribe(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="no text of oTranscribe"):
        read(tmp_path, '{"media": "a.mp3"}', "P07.otr")
    with pytest.raises(TranscriptError, match="nested"):
        otr(tmp_path, "<div>" * 20_000 + "a")
    with pytest.raises(TranscriptError, match="damaged"):
        read(tmp_path, '{"text": "<p>', "P07.otr")


def test_plain_text_with_times_before_the_turns(tmp_path: Path) -> None:
    text = "0:01 I: Hvor bor du?\n\n0:04\u00a0P: Ved sjøen.\n\n1:00:10 I: Og?\n\nP: Klokka 12:30 gikk jeg.\n"
    assert rows(read(tmp_path, text, "P07.txt")) == [
        ("I", "Hvor bor du?", 1000), ("P", "Ved sjøen.", 4000), ("I", "Og?", 3_610_000),
        ("P", "Klokka 12:30 gikk jeg.", None),
    ]  # fmt: skip


def test_times_on_lines_of_their_own(tmp_path: Path) -> None:
    text = "[00:01]\nI: Hvor bor du?\n\n[00:04]\nP: Ved sjøen.\n\n[00:09]\nI: Og?\n"
    assert [row[2] for row in rows(read(tmp_path, text, "P07.txt"))] == [1000, 4000, 9000]


def test_times_that_run_backwards_are_talk(tmp_path: Path) -> None:
    text = "I: Når?\nP: Ja.\n12:30 kom bussen.\n11:15 gikk jeg.\n10:00 sov jeg.\n"
    assert rows(read(tmp_path, text, "P07.txt"))[1][1] == "Ja.\n12:30 kom bussen.\n11:15 gikk jeg.\n10:00 sov jeg."


@pytest.mark.parametrize("mark", ["#00:03:10-5#", "#00:03:10.5#", "# 00:03:10-5 #", "#3:10-5#", "#00:03:10-50#"])
def test_f4_marks_in_their_spellings(tmp_path: Path, mark: str) -> None:
    preview = read(tmp_path, f"I: Så? {mark}\nB1: Ja. #00:04:00-0#\n\nI: Mm.\n", "P07.txt")
    assert [(turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("Så?", None, 190_500), ("Ja.", 190_500, 240_000), ("Mm.", 240_000, None),
    ]  # fmt: skip
