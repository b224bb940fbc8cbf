"""Teams' Word transcripts, older and newer, and captions that roll."""

from pathlib import Path

import pytest
from shapes.office import docx, paragraph, run

from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file
from workbench.transcripts.accounts import account
from workbench.transcripts.lines import Block, Draft, Line, Remark
from workbench.transcripts.readers import meetings


def read(folder: Path, name: str, data: bytes) -> Preview:
    path = folder / name
    path.write_bytes(data)
    preview = read_file(path)
    assert account(preview).lost == ()
    return preview


def rows(preview: Preview) -> list[tuple[str, str, int | None]]:
    return [(turn.speaker, turn.text, turn.begin_ms) for turn in preview.turns if turn.role is not Role.NOT_DATA]


@pytest.mark.parametrize(
    "remark",
    ["started transcription", "stopped transcription", "startet transkripsjon", "stoppet transkriberingen",
     "avslutta transkripsjonen"],
)  # fmt: skip
def test_what_the_meeting_says_itself_is_no_talk(tmp_path: Path, remark: str) -> None:
    body = [paragraph(run("Anna Berg", "<w:b/>"), run("   0:03\nHvor bor du nå?")),
            paragraph(run("Bo Vik", "<w:b/>"), run("   0:09\nVed sjøen.")),
            paragraph(run("Anna Berg", "<w:b/>"), run("   0:12\nHar du startet transkripsjon hjemme?")),
            paragraph(run("Bo Vik", "<w:b/>"), run("   0:15\nNei.")),
            paragraph(run("Anna Berg", "<w:b/>"), run(f" {remark}"))]  # fmt: skip
    preview = read(tmp_path, "P15.docx", docx("".join(body)))
    assert rows(preview) == [
        ("Anna Berg", "Hvor bor du nå?", 3000), ("Bo Vik", "Ved sjøen.", 9000),
        ("Anna Berg", "Har du startet transkripsjon hjemme?", 12_000), ("Bo Vik", "Nei.", 15_000),
    ]  # fmt: skip
    assert [turn.text for turn in preview.turns if turn.role is Role.NOT_DATA] == [f"Anna Berg {remark}"]


def test_older_transcripts_count_milliseconds_without_noughts(tmp_path: Path) -> None:
    parts = ["0:0:0.80 --> 0:0:2.870\nAnna Berg\nHvor bor du nå?", "0:0:3.5 --> 0:1:2.70\nBo Vik\nVed sjøen.\nAlltid.",
             "0:1:2.70 --> 0:1:4.0\nBo Vik\nJa."]  # fmt: skip
    preview = read(tmp_path, "P15.docx", docx("".join(paragraph(run(part)) for part in parts)))
    assert rows(preview) == [("Anna Berg", "Hvor bor du nå?", 80), ("Bo Vik", "Ved sjøen. Alltid. Ja.", 3005)]
    assert preview.turns[1].end_ms == 64_000


def test_remarks_follow_their_words() -> None:
    lines = [Line("0:0:1.0 --> 0:0:2.0"), Line("Anna"), Line("Hei du."), Line("0:0:3.0 --> 0:0:4.0"), Line("Bo"),
             Line("Hei.")]  # fmt: skip
    draft = Draft(
        "docx", "", lines, remarks=[Remark(2, 4, 6, "du"), Remark(4, 0, 2, "navnet"), Remark(5, 0, 3, "svar")]
    )
    meetings.settle(draft)
    assert [(line.voice, line.text, line.begin_ms) for line in draft.lines] == [
        ("Anna", "Hei du.", 1000), ("Bo", "Hei.", 3000),
    ]  # fmt: skip
    assert draft.remarks == [Remark(0, 4, 6, "du"), Remark(1, 0, 1, "navnet"), Remark(1, 0, 3, "svar")]


def test_times_without_words_take_nothing_away() -> None:
    lines = [Line("0:0:1.0 --> 0:0:2.0"), Line("Anna")]
    draft = Draft("docx", "", list(lines))
    meetings.settle(draft)
    assert draft.lines == lines


def test_captions_in_a_document_lose_no_words(tmp_path: Path) -> None:
    parts = ["00:00:01.000 --> 00:00:02.000\nJeg bor ved sjøen\nog har det bra.", "00:00:03.000 --> 00:00:04.000\nJa."]
    preview = read(tmp_path, "P15.docx", docx("".join(paragraph(run(part)) for part in parts)))
    whole = " ".join(turn.text for turn in preview.turns).split()
    assert all(word in whole for word in ["Jeg", "bor", "ved", "sjøen", "og", "har", "det", "bra.", "Ja."])


def test_a_note_between_times_stays_a_note() -> None:
    draft = Draft(
        "docx", "", [Line("0:0:1.0 --> 0:0:2.0"), Line("Anna"), Line("Hei."), Line("fot", block=Block.FOOTNOTE)]
    )
    meetings.settle(draft)
    assert [(line.text, line.block) for line in draft.lines] == [("Hei.", Block.WORDS), ("fot", Block.FOOTNOTE)]


ROLLING = """WEBVTT
Kind: captions
Language: no

00:00:00.160 --> 00:00:02.389 align:start position:0%

hvordan<00:00:00.480><c> har</c><00:00:00.960><c> du</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
hvordan har du


00:00:02.399 --> 00:00:04.630 align:start position:0%
hvordan har du
det<00:00:02.720><c> nå</c>

00:00:04.630 --> 00:00:04.640 align:start position:0%
det nå


00:00:04.640 --> 00:00:06.000 align:start position:0%
det nå
det<00:00:04.900><c> nå</c>
"""


def test_captions_that_roll_are_read_once(tmp_path: Path) -> None:
    preview = read(tmp_path, "P10.vtt", ROLLING.encode())
    assert [turn.text for turn in preview.turns] == ["hvordan har du det nå det nå"]
    assert any("shown again: 4" in warning for warning in preview.warnings)
    assert (preview.turns[0].begin_ms, preview.turns[0].end_ms) == (160, 6000)


def test_what_is_said_twice_is_read_twice_where_captions_do_not_roll(tmp_path: Path) -> None:
    cues = "".join(f"00:0{at}.000 --> 00:0{at}.900\nja det gjør jeg\n\n" for at in range(1, 3))
    preview = read(tmp_path, "P10.vtt", f"WEBVTT\n\n{cues}".encode())
    assert [turn.text for turn in preview.turns] == ["ja det gjør jeg ja det gjør jeg"]
