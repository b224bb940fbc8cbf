"""JSON and tables of speech recognisers: times, voices, doubts, and nothing lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import Preview, read_file
from workbench.transcripts.lines import Cleaner, Doubt, Draft
from workbench.transcripts.readers import whisper_file

WHISPER: dict[str, Any] = {
    "text": " Hvor bor du nå? Jeg bor ved sjøen. Takk for at du så på.",
    "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 2.44, "text": " Hvor bor du nå?", "tokens": [1], "temperature": 0.0,
         "avg_logprob": -0.21, "compression_ratio": 1.1, "no_speech_prob": 0.02,
         "words": [{"word": " Hvor", "start": 0.0, "end": 0.4, "probability": 0.98},
                   {"word": " bor", "start": 0.4, "end": 0.8, "probability": 0.41},
                   {"word": " du", "start": 0.8, "end": 1.0, "probability": 0.99},
                   {"word": " nå?", "start": 1.0, "end": 2.44, "probability": 0.5}]},
        {"id": 1, "seek": 0, "start": 2.9, "end": 5.0, "text": " Jeg bor ved sjøen.", "tokens": [2], "temperature": 0.0,
         "avg_logprob": -1.2, "compression_ratio": 1.0, "no_speech_prob": 0.1},
        {"id": 2, "seek": 0, "start": 30.0, "end": 32.0, "text": " Takk for at du så på.", "tokens": [3],
         "temperature": 0.0, "avg_logprob": -0.3, "compression_ratio": 2.9, "no_speech_prob": 0.81},
    ],
    "language": "no",
}  # fmt: skip

WHISPERX: dict[str, Any] = {
    "segments": [
        {"start": 0.031, "end": 1.5, "text": " Hvor bor du?", "speaker": "SPEAKER_00",
         "words": [{"word": "Hvor", "start": 0.031, "end": 0.4, "score": 0.81, "speaker": "SPEAKER_00"},
                   {"word": "bor", "start": 0.5, "end": 0.9, "score": 0.22, "speaker": "SPEAKER_00"},
                   {"word": "du?", "start": 1.0, "end": 1.5, "score": 0.45, "speaker": "SPEAKER_00"}]},
        {"start": 1.9, "end": 4.0, "text": "I 1984 flyttet jeg.", "speaker": "SPEAKER_01",
         "words": [{"word": "I", "start": 1.9, "end": 2.0, "score": 0.9, "speaker": "SPEAKER_01"}, {"word": "1984"},
                   {"word": "flyttet", "start": 2.5, "end": 3.0, "score": 0.7, "speaker": "SPEAKER_00"},
                   {"word": "jeg.", "start": 3.1, "end": 4.0, "score": 0.6, "speaker": "SPEAKER_01"}]},
    ],
    "word_segments": [],
    "language": "no",
}  # fmt: skip


def draft(value: object) -> Draft:
    return whisper_file.read(json.dumps(value, ensure_ascii=False), "utf-8", Cleaner(), "P07.json")


def read(folder: Path, text: str, name: str) -> Preview:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_whisper_times_words_and_facts(tmp_path: Path) -> None:
    preview = read(tmp_path, json.dumps(WHISPER), "P07.json")
    assert preview.format == "whisper"
    assert [(turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("Hvor bor du nå? Jeg bor ved sjøen.", 0, 5000), ("Takk for at du så på.", 30_000, 32_000),
    ]  # fmt: skip
    assert draft(WHISPER).facts == {"engine": "Whisper", "language": "no"}
    assert any("repeats itself" in warning and ": 1" in warning for warning in preview.warnings)


def test_whisper_doubts_on_words_and_stretches() -> None:
    first, second, third = draft(WHISPER).lines
    assert first.doubts == (Doubt(5, 8, 41),)
    assert first.text[5:8] == "bor"
    assert second.doubts == (Doubt(0, len(second.text), 30),)  # e to the -1.2
    assert third.doubts == (Doubt(0, len(third.text), 19),)


def test_whisperx_speakers_and_scores(tmp_path: Path) -> None:
    preview = read(tmp_path, json.dumps(WHISPERX), "P07.json")
    assert [(turn.speaker, turn.text, turn.begin_ms) for turn in preview.turns] == [
        ("SPEAKER_00", "Hvor bor du?", 31), ("SPEAKER_01", "I 1984 flyttet jeg.", 1900),
    ]  # fmt: skip
    assert any("more than one voice" in warning for warning in preview.warnings)
    made = draft(WHISPERX)
    assert made.lines[0].doubts == (Doubt(5, 8, 22),)
    assert made.facts["engine"] == "WhisperX"


def test_whisper_cpp_counts_milliseconds() -> None:
    made = draft({
        "systeminfo": "AVX = 1", "model": {"type": "large"},
        "params": {"model": "models/nb-large.bin", "language": "no"}, "result": {"language": "no"},
        "transcription": [{
            "timestamps": {"from": "00:00:00,000", "to": "00:00:03,500"}, "offsets": {"from": 0, "to": 3500},
            "text": " Ja, det stemmer.", "tokens": [{"text": " Ja", "p": 0.9}, {"text": ",", "p": 0.2}],
        }],
    })  # fmt: skip
    (line,) = made.lines
    assert (line.text, line.begin_ms, line.end_ms, line.doubts) == ("Ja, det stemmer.", 0, 3500, (Doubt(2, 3, 20),))
    assert made.facts == {"engine": "whisper.cpp", "model": "nb-large.bin", "language": "no"}


def test_chunks_of_a_pipeline_and_bare_lists() -> None:
    made = draft({"text": " Ja. Nei.", "chunks": [
        {"timestamp": [0.0, 1.5], "text": " Ja."}, {"timestamp": [1.5, None], "text": " Nei."},
    ]})  # fmt: skip
    assert [(line.text, line.begin_ms, line.end_ms) for line in made.lines] == [("Ja.", 0, 1500), ("Nei.", 1500, None)]
    assert draft([{"start": 1, "end": 0.5, "text": "Hei."}]).lines[0].end_ms == 1000


def test_words_the_stretches_lack_are_said() -> None:
    made = draft({"text": " Ja. Og mer.", "segments": [{"start": 0, "end": 1, "text": " Ja."}]})
    assert any("has words" in warning for warning in made.warnings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"segments": [', "line 1"), ('{"a": 1}', "not that of a speech recogniser"), ("[]", "not that"),
        ('{"segments": [{"text": "  "}]}', "no words"), ("[" * 100_000, "nested"),
        ('{"segments": [{"start": ' + "9" * 5000 + ', "text": "a"}]}', "endless"),
    ],
)  # fmt: skip
def test_bad_json_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(TranscriptError, match=words):
        read(tmp_path, text, "P07.json")


def test_odd_values_do_no_harm() -> None:
    made = draft({"segments": [
        {"start": "0", "end": None, "text": "Hei.", "words": [1, {"word": None}, {"word": "Hei.", "probability": "x"}]},
        {"start": float("nan"), "end": 1e300, "text": "På deg.", "speaker": 7, "avg_logprob": -1e300},
    ]})  # fmt: skip
    assert [(line.text, line.voice, line.begin_ms) for line in made.lines] == [
        ("Hei.", None, None),
        ("På deg.", None, None),
    ]


def test_the_table(tmp_path: Path) -> None:
    text = "start\tend\ttext\n0\t2440\tHvor bor du?\n2900\t5000\t[SPEAKER_01]: Ved sjøen.\n5000\t5400\tJa.\n"
    preview = read(tmp_path, text, "P07.tsv")
    assert preview.format == "whisper-tsv"
    assert [(turn.speaker, turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("", "Hvor bor du?", 0, 2440), ("SPEAKER_01", "Ved sjøen.", 2900, 5000), ("", "Ja.", 5000, 5400),
    ]  # fmt: skip


def test_other_tables_are_no_transcripts(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="people table"):
        read(tmp_path, "Deltaker\tAlder\nP07\t47\n", "deltakere.tsv")


def test_lines_with_times_in_brackets_and_voices(tmp_path: Path) -> None:
    text = "[00:00.000 --> 00:02.500]  [SPEAKER_00] Hvor bor du?\n[00:02.500 --> 00:04.000]  [SPEAKER_01] Ved sjøen.\n"
    preview = read(tmp_path, text, "P07.txt")
    assert [(turn.speaker, turn.text) for turn in preview.turns] == [
        ("SPEAKER_00", "Hvor bor du?"), ("SPEAKER_01", "Ved sjøen."),
    ]  # fmt: skip
