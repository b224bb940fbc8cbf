"""What captions hold besides talk is kept; the signs of many programs are read."""

from pathlib import Path

from workbench.study.transcripts import Role
from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Doubt, Draft
from workbench.transcripts.readers import srt_file, vtt_file

NOSCRIBE = """WEBVTT Samtale P07

NOTE
Transcribed with noScribe vers. 0.7
Audio file: /home/anna/opptak/p07.m4a
(Language: Norwegian (no) | Speaker detection: auto | Overlapping speech: True | Timestamps: False | Mark pause: 1)


NOTE media: /home/anna/opptak/p07.m4a

1
00:00:00.690 --> 00:00:02.070
<v S00>Hvor bor du &amp; hvorfor?

2
00:00:02.500 --> 00:00:05.010
<v S01>Ved sjøen (..) //ja// i et gult hus

3
00:00:06.000 --> 00:00:07.000
<v >Mm.
"""


def vtt(text: str) -> Draft:
    return vtt_file.read(text, "utf-8", Cleaner(), "P07.vtt")


def srt(text: str) -> Draft:
    return srt_file.read(text, "utf-8", Cleaner(), "P07.srt")


def of(draft: Draft, block: Block) -> list[str]:
    return [line.text for line in draft.lines if line.block is block]


def test_noscribe_title_notes_voices_and_facts() -> None:
    draft = vtt(NOSCRIBE)
    assert of(draft, Block.TITLE) == ["Samtale P07"]
    assert [one.split(" ")[0] for one in of(draft, Block.NOTE)] == ["Transcribed", "Audio", "(Language:", "media:"]
    assert [(line.voice, line.text, line.begin_ms) for line in draft.lines if line.block is Block.WORDS] == [
        ("S00", "Hvor bor du & hvorfor?", 690), ("S01", "Ved sjøen (..) //ja// i et gult hus", 2500),
        (None, "Mm.", 6000),
    ]  # fmt: skip
    assert draft.facts == {"engine": "noScribe 0.7", "media": "p07.m4a", "language": "Norwegian (no)"}


def test_noscribe_notes_are_no_talk(tmp_path: Path) -> None:
    path = tmp_path / "P07.vtt"
    path.write_text(NOSCRIBE, encoding="utf-8")
    preview = read_file(path)
    talk = [turn for turn in preview.turns if turn.speaker not in list(Block)]
    assert talk[0].text == "Hvor bor du & hvorfor?"
    assert all("noScribe" not in turn.text for turn in talk)
    assert {turn.speaker: turn.role for turn in preview.turns}["S01"] is Role.PARTICIPANT


def test_stream_confidence_is_a_doubt_and_settings_are_facts() -> None:
    draft = vtt(
        'WEBVTT\n\nNOTE duration:"00:00:09.0000000"\n\nNOTE language:nb-no\n\nNOTE Confidence: 0.3131\n\n'
        "ef04c7c2-a59e-463f-9d27-b5b1259d6777\n00:00:03.300 --> 00:00:06.870\nHallo du.\n\n"
        "NOTE Confidence: 0.93\n\n00:00:07.000 --> 00:00:08.000\nHei på\ndeg.\n\nNOTE Slutt på opptaket\n"
    )
    assert [(line.text, line.doubts) for line in draft.lines] == [
        ("Hallo du.", (Doubt(0, 9, 31),)), ("Hei på", ()), ("deg.", ()), ("Slutt på opptaket", ()),
    ]  # fmt: skip
    assert draft.lines[-1].block is Block.NOTE
    assert draft.facts == {"language": "nb-no"}


def test_header_fields_names_of_cues_and_styles() -> None:
    draft = vtt(
        "WEBVTT - Samtale\nKind: captions\nLanguage: nb\n\nSTYLE\n::cue { color: lime }\n\n"
        "Om oppveksten\n00:01.000 --> 00:02.000 line:0 align:start\n<c.yellow>Jeg</c> <00:01.500>vokste opp her.\n"
    )
    assert [(line.text, line.block) for line in draft.lines] == [
        ("Samtale", Block.TITLE), ("Om oppveksten", Block.NOTE), ("Jeg vokste opp her.", Block.WORDS),
    ]  # fmt: skip
    assert draft.facts == {"language": "nb"}
    assert any("look" in warning for warning in draft.warnings)


def test_words_before_the_first_caption_are_kept() -> None:
    assert of(vtt("WEBVTT\n\nLaget av Anna\n\n00:01.000 --> 00:02.000\nHei.\n"), Block.NOTE) == ["Laget av Anna"]
    assert of(srt("Laget av Anna\n\n1\n00:00:01,000 --> 00:00:02,000\nHei.\n"), Block.NOTE) == ["Laget av Anna"]


def test_srt_speakers_in_brackets_and_dashes() -> None:
    draft = srt(
        "1\n00:00:01,000 --> 00:00:02,000\n[Speaker 1] Hvor bor\ndu?\n\n2\n00:00:02,000 --> 00:00:03,000 X1:20\n"
        "- [Speaker 2]: Ved sjøen.\n- Ja.\n\n3\n00:00:03,000 --> 00:00:04,000\n(SPEAKER_00) Å?\n"
        "- Taler 2: Mm.\n- [ler]\n"
    )
    assert [(line.voice, line.text) for line in draft.lines] == [
        ("Speaker 1", "Hvor bor"), ("Speaker 1", "du?"), ("Speaker 2", "Ved sjøen."), (None, "- Ja."),
        ("SPEAKER_00", "Å?"),
        ("Taler 2", "Mm."), (None, "- [ler]"),
    ]  # fmt: skip
    assert any("dash" in warning and ": 2" in warning for warning in draft.warnings)


def test_words_above_a_time_line_in_srt_stay_talk() -> None:
    draft = srt("1\n00:00:01,000 --> 00:00:02,000\nJa\n\nog så videre\n00:00:02,500 --> 00:00:03,000\nMm.\n")
    assert [(line.text, line.begin_ms) for line in draft.lines] == [("Ja", 1000), ("og så videre", 1000), ("Mm.", 2500)]


def test_many_shapes_keep_every_word() -> None:
    body = "".join(
        f"{n}\n00:{n // 60:02d}:{n % 60:02d}.000 --> 00:{n // 60:02d}:{n % 60:02d}.900\n"
        f"<v Anna {n % 2}>ord{n} og\nmer{n}</v>\n\n"
        for n in range(1, 500)
    )
    words = " ".join(line.text for line in vtt("WEBVTT\n\n" + body).lines).split()
    assert words == [word for n in range(1, 500) for word in (f"ord{n}", "og", f"mer{n}")]
