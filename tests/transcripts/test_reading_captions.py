"""WebVTT from meetings and SRT from speech recognition."""

import html
from pathlib import Path

import pysubs2
import pytest
import webvtt

from workbench.errors import TranscriptError
from workbench.study.new_transcripts import NewTurn
from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file
from workbench.transcripts.lines import Block

TEAMS = """WEBVTT

3f1c-0/1-0
00:00:02.000 --> 00:00:05.800
<v Anna Berg>Hvor bor</v>

3f1c-0/1-1
00:00:05.900 --> 00:00:07.000
<v Anna Berg>du?</v>

3f1c-0/2-0
00:00:09.000 --> 00:00:12.500
<v Bo Vik>Ved sjøen &amp; fjellet,
et sted.</v>

NOTE laget i et møte

3f1c-0/3-0
00:00:13.000 --> 00:00:14.000 align:start
<v Anna Berg>Og?</v>
<v Bo Vik>Ja da, det er fint der.</v>
"""


def read(folder: Path, text: str, name: str) -> Preview:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def talk(preview: Preview) -> list[NewTurn]:
    return [turn for turn in preview.turns if turn.speaker not in list(Block)]


def rows(preview: Preview) -> list[tuple[str, str, int | None, int | None]]:
    return [(turn.speaker, turn.text, turn.begin_ms, turn.end_ms) for turn in talk(preview)]


def test_teams_voices_are_joined_to_turns(tmp_path: Path) -> None:
    preview = read(tmp_path, TEAMS, "P04_teams.vtt")
    assert rows(preview) == [
        ("Anna Berg", "Hvor bor du?", 2000, 7000),
        ("Bo Vik", "Ved sjøen & fjellet, et sted.", 9000, 12_500),
        ("Anna Berg", "Og?", 13_000, 14_000),
        ("Bo Vik", "Ja da, det er fint der.", 13_000, 14_000),
    ]
    assert (preview.format, preview.participant) == ("vtt", "P04")
    assert not any("laget i et møte" in turn.text for turn in talk(preview))


def test_zoom_names_stand_in_the_text(tmp_path: Path) -> None:
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAnna Berg: Hvor bor du?\n\n"
    text += "2\n00:03.000 --> 00:04.000\nBo Vik: Ved sjøen,\n\n"
    text += "3\n00:04.500 --> 00:06.000\nBo Vik: et sted.\n\n4\n00:06.000 --> 00:07.000\nKlokka 12:30\n\n"
    text += "5\n00:08.000 --> 00:09.000\nAnna Berg: Og?\n"
    assert rows(read(tmp_path, text, "P05.vtt")) == [
        ("Anna Berg", "Hvor bor du?", 1000, 2000),
        ("Bo Vik", "Ved sjøen, et sted. Klokka 12:30", 3000, 7000),
        ("Anna Berg", "Og?", 8000, 9000),
    ]


def test_captions_without_names_are_cut_at_pauses(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nhallo er\n\n00:03.199 --> 00:04.000\ndu der\n\n"
    text += "00:05.200 --> 00:06.000\nja\n"
    preview = read(tmp_path, text, "P10.vtt")
    assert rows(preview) == [("", "hallo er du der", 1000, 4000), ("", "ja", 5200, 6000)]
    assert {(turn.role, turn.participant) for turn in preview.turns} == {(Role.UNKNOWN, "P10")}


def srt(cues: list[tuple[int, int, str]]) -> str:
    made = pysubs2.SSAFile()
    for begin, end, text in cues:
        made.append(pysubs2.SSAEvent(start=begin, end=end, text=text.replace("\n", "\\N")))
    return made.to_string("srt")


def test_srt_turns_are_cut_at_pauses_and_carry_the_participant(tmp_path: Path) -> None:
    preview = read(
        tmp_path,
        srt([(0, 900, "hallo\ndu"), (1000, 2000, "hører du"), (3200, 4000, "1984"), (4001, 5000, "ja")]),
        "P10.srt",
    )
    assert rows(preview) == [("", "hallo du hører du", 0, 2000), ("", "1984 ja", 3200, 5000)]
    assert preview.participant == "P10"
    assert [(one.label, one.role) for one in preview.speakers] == [("", Role.UNKNOWN)]


def test_long_talk_without_pauses_is_cut_at_a_sentence_end(tmp_path: Path) -> None:
    cues = [(at * 1000, at * 1000 + 990, f"ord{at} " * 10 + ("slutt." if at % 3 == 2 else "og")) for at in range(40)]
    preview = read(tmp_path, srt(cues), "P10.srt")
    assert all(turn.text.endswith("slutt.") for turn in preview.turns[:-1])
    assert all(len(turn.text.split()) <= 165 for turn in preview.turns)
    unpunctuated = read(tmp_path, srt([(at * 1000, at * 1000 + 990, "ord " * 10) for at in range(70)]), "P11.srt")
    assert [len(turn.text.split()) for turn in unpunctuated.turns] == [300, 300, 100]


def test_srt_with_names_from_a_diarising_recogniser(tmp_path: Path) -> None:
    cues = [
        (0, 900, "[SPEAKER_00]: Hvor bor du?"),
        (900, 1900, "SPEAKER_01: Ved sjøen, tror jeg."),
        (2000, 2500, "SPEAKER_00: Og?"),
    ]
    assert [row[:2] for row in rows(read(tmp_path, srt(cues), "P12.srt"))] == [
        ("SPEAKER_00", "Hvor bor du?"), ("SPEAKER_01", "Ved sjøen, tror jeg."), ("SPEAKER_00", "Og?"),
    ]  # fmt: skip


def test_tags_go_and_transcribers_signs_stay(tmp_path: Path) -> None:
    text = '1\n00:00:00,000 --> 00:00:01,000\n<i>Ja</i> <uklart> {ler} [pause]\n<font color="red">nei</font> 3 < 4\n'
    assert read(tmp_path, text, "P10.srt").turns[0].text == "Ja <uklart> {ler} [pause] nei 3 < 4"


def test_words_after_a_blank_line_or_without_times_are_kept(tmp_path: Path) -> None:
    text = "1\n00:00:00,000 --> 00:00:01,000\nJa\n\nda kom han\n\n2\n00:00:01,100 --> 00:00:02,000\nfor sent\n"
    assert read(tmp_path, text, "P10.srt").turns[0].text == "Ja da kom han for sent"


def test_other_readers_agree_on_words_and_times(tmp_path: Path) -> None:
    preview = read(tmp_path, TEAMS, "P04.vtt")
    theirs = list(webvtt.from_string(TEAMS))
    assert (
        " ".join(turn.text for turn in talk(preview)).split()
        == html.unescape(" ".join(one.text for one in theirs)).split()
    )
    assert (theirs[2].end, talk(preview)[1].end_ms) == ("00:00:12.500", 12_500)
    text = srt([(0, 900, "hallo du"), (5000, 6000, "<b>hører</b> du")])
    ours = read(tmp_path, text, "P10.srt")
    theirs_too = pysubs2.SSAFile.from_string(text)
    assert [(one.plaintext, one.start, one.end) for one in theirs_too] == [row[1:] for row in rows(ours)]


def test_captions_out_of_order_are_put_in_order_and_it_is_said(tmp_path: Path) -> None:
    text = "1\n00:00:05,000 --> 00:00:06,000\nto\n\n2\n00:00:01,000 --> 00:00:02,000\nen\n"
    preview = read(tmp_path, text, "P10.srt")
    assert [turn.text for turn in preview.turns] == ["en", "to"]
    assert any("order" in warning for warning in preview.warnings)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("P1.vtt", "WEBVTT\n\n00:01.000 --> tull\nhei\n", "line 3"),
        ("P1.srt", "1\n00:00:01,000 --> 00:00:02,000\nhei\n\n2\n00:00:xx,000 --> 00:00:05,000\nhei\n", "line 6"),
        ("P1.vtt", "WEBVTT\n\nNOTE bare et notat\n", "no captions"),
        ("P1.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "no words"),
    ],
)
def test_broken_captions_are_refused_with_the_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(TranscriptError, match=words):
        read(tmp_path, text, name)


def test_recognised_speech_with_times_in_brackets(tmp_path: Path) -> None:
    text = "[00:00.000 --> 00:02.500]  hallo er du der\n[00:02.500 --> 00:04.000]  ja\n"
    text += "[01:00:00.000 --> 01:00:01.000] nei\n"
    preview = read(tmp_path, text, "P10.txt")
    assert rows(preview) == [("", "hallo er du der ja", 0, 4000), ("", "nei", 3_600_000, 3_601_000)]


def test_unnamed_captions_among_named_ones_are_unknown_and_said(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nmumling\n\n00:03.000 --> 00:04.000\n<v P07>Ja.</v>\n"
    preview = read(tmp_path, text, "P07.vtt")
    assert [(turn.speaker, turn.role) for turn in preview.turns] == [("", Role.UNKNOWN), ("P07", Role.PARTICIPANT)]
    assert any("name nobody" in warning for warning in preview.warnings)


def test_hostile_tags_take_no_time(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<c <v " * 30_000 + "\n"
    assert read(tmp_path, text, "P07.vtt").words == 60_000


def test_words_right_above_a_time_line_are_words(tmp_path: Path) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nja\nda\n2\n00:00:02,100 --> 00:00:03,000\nnei\nog\n"
    text += "00:00:03,100 --> 00:00:04,000\njo\n"
    assert read(tmp_path, text, "P10.srt").turns[0].text == "ja da nei og jo"
