"""noScribe's plain text and HTML."""

from pathlib import Path

from workbench.study.new_transcripts import NewTurn
from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file
from workbench.transcripts.lines import Block, Cleaner
from workbench.transcripts.readers import noscribe_file, noscribe_html_file

HEAD = "(Language: Norwegian (no) | Speaker detection: auto | Overlapping speech: 1 | Timestamps: 1 | Mark pause: 1)"
TEXT = f"""Samtale P07

Transcribed with noScribe vers. 0.7
Audio file: C:\\opptak\\p07.m4a
{HEAD}

S00: [00:00:00] Hvor bor du nå?

S01: [00:00:02] Ved sjøen, (..) ja. [00:01:02] Og så flyttet vi.

S00: Hvorfor det?
"""
HTML = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">
<html >
<head >
<meta charset="UTF-8" />
<meta name="qrichtext" content="1" />
<style type="text/css" >
p, li {{ white-space: pre-wrap; }}
</style>
<meta name="audio_source" content="/opptak/p07.m4a" /></head>
<body style="font-family: 'Arial'; font-weight: 400; font-style: normal" >
<p style="font-weight: 600" >Samtale P07</p><p ><span style="color: #909090; font-size: 0.8em" >Transcribed with noScribe vers. 0.7<br />Audio file: /opptak/p07.m4a<br />{HEAD}</span></p><p ></p><p ><a name="ts_690_2070_S00" >S00: <span style="color: #78909C" >[00:00:00]</span> Hvor bor du?</a></p><p ><a name="ts_2500_4000_S01" >S01: Ved sjøen &amp; fjellet,</a><a name="ts_4000_5100_S01" > ja. <b>Alltid</b>.</a></p><p ><a name="ts_5200_6000_S00" >S00: Å?</a></p></body>
</html>"""  # noqa: E501


def talk(preview: Preview) -> list[NewTurn]:
    return [turn for turn in preview.turns if turn.speaker not in list(Block)]


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_text(TEXT, encoding="utf-8")
    preview = read_file(path)
    assert preview.format == "noscribe"
    assert [(turn.speaker, turn.text, turn.begin_ms) for turn in talk(preview)] == [
        ("S00", "Hvor bor du nå?", 0), ("S01", "Ved sjøen, (..) ja. Og så flyttet vi.", 2000),
        ("S00", "Hvorfor det?", None),
    ]  # fmt: skip
    assert talk(preview)[1].role is Role.PARTICIPANT
    draft = noscribe_file.read(TEXT, "utf-8", Cleaner(), "P07.txt")
    assert [line.block for line in draft.lines[:5]] == [Block.TITLE, *[Block.NOTE] * 3, Block.WORDS]
    assert draft.facts == {"engine": "noScribe 0.7", "media": "p07.m4a", "language": "Norwegian (no)"}


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "P07.html"
    path.write_text(HTML, encoding="utf-8")
    preview = read_file(path)
    assert preview.format == "noscribe-html"
    assert [(turn.speaker, turn.text, turn.begin_ms, turn.end_ms) for turn in talk(preview)] == [
        ("S00", "Hvor bor du?", 690, 2070), ("S01", "Ved sjøen & fjellet, ja. Alltid.", 2500, 5100),
        ("S00", "Å?", 5200, 6000),
    ]  # fmt: skip
    draft = noscribe_html_file.read(HTML.encode(), Cleaner(), "P07.html", None)
    assert [(line.text[:11], line.block) for line in draft.lines[:4]] == [
        ("Samtale P07", Block.TITLE), ("Transcribed", Block.NOTE), ("Audio file:", Block.NOTE),
        ("(Language: ", Block.NOTE),
    ]  # fmt: skip
    assert draft.facts == {"engine": "noScribe 0.7", "media": "p07.m4a", "language": "Norwegian (no)"}
