"""Captions and speech recognisers' files: Teams, Zoom, YouTube, Whisper, WhisperX, NB-Whisper, noScribe, Autotekst."""

import html
import json
from collections.abc import Mapping

from shapes.interviews import Interview, Made, Said, clock, load

VOICES = {"I": "SPEAKER_00", "P": "SPEAKER_01"}


def _unnamed(interview: Interview, participant: str, *, timed: bool = True) -> list[Said]:
    return [Said("", "unknown", participant, turn.begin if timed else None, turn.words) for turn in interview.turns]


def _cues(interview: Interview) -> list[tuple[str, str, int, int]]:
    return [(turn.key, *piece) for turn in interview.turns for piece in turn.pieces()]


def teams_vtt() -> Made:
    talk = load("navn").timed()
    out = ["WEBVTT", ""]
    for number, (who, text, begin, end) in enumerate(_cues(talk)):
        out += [f"5d1f0a3e-7b1c-4e0d-9a55-21cd7f0e8b{number // 60:02d}/{number}-{number % 3}",
                f"{clock(begin)} --> {clock(end)}", f"<v {who}>{html.escape(text, quote=False)}</v>", ""]  # fmt: skip
    return Made("P15_teams.vtt", "\n".join(out).encode(), talk.said(step=1), by="Teams, captions")


def teams_stream_vtt() -> Made:
    talk = load("navn").timed()
    out = ["WEBVTT", "", 'NOTE duration:"00:04:11.0000000"', "", "NOTE language:nb-no", ""]
    for who, text, begin, end in _cues(talk):
        out += ["NOTE Confidence: 0.87", "", "2f6c1e8a-0f66-4b0e-8d6b-6f2f5a1c9d11",
                f"{clock(begin)} --> {clock(end)}", f"<v {who}>{text}", ""]  # fmt: skip
    return Made("P15_stream.vtt", "\r\n".join(out).encode(), talk.said(step=1), by="Stream, captions")


def zoom_vtt() -> Made:
    talk = load("navn").timed()
    out = ["WEBVTT", ""]
    for number, (who, text, begin, end) in enumerate(_cues(talk), 1):
        out += [str(number), f"{clock(begin)} --> {clock(end)}", f"{who}: {text}", ""]
    return Made("P15_zoom.vtt", "\r\n".join(out).encode(), talk.said(step=1), by="Zoom, captions")


def youtube_vtt() -> Made:
    """Rolling captions: each line comes alone with its words' times, then again above the next one."""
    talk = load("nynorsk").timed(1800)
    out, above = ["WEBVTT", "Kind: captions", "Language: no", ""], ""
    for _, text, begin, end in _cues(talk):
        first, *rest = text.split()
        step = (end - begin) // (len(rest) + 1)
        spoken = first + "".join(f"<{clock(begin + step * at)}><c> {word}</c>" for at, word in enumerate(rest, 1))
        where = "align:start position:0%"
        out += [f"{clock(begin)} --> {clock(end - 10)} {where}", above or " ", spoken, ""]
        out += [f"{clock(end - 10)} --> {clock(end)} {where}", text, " ", ""]
        above = text
    return Made("N12_youtube.vtt", "\n".join(out).encode(), _unnamed(talk, "N12"), by="YouTube, rolling captions")


def _whisper(interview: Interview) -> list[tuple[str, int, int]]:
    return [piece for turn in interview.turns for piece in turn.pieces(12)]


def whisper_vtt() -> Made:
    talk = load("dialekt").timed(1500)
    out = ["WEBVTT", ""]
    for text, begin, end in _whisper(talk):
        out += [f"{clock(begin, hours=False)} --> {clock(end, hours=False)}", text, ""]
    return Made("P31_whisper.vtt", "\n".join(out).encode(), _unnamed(talk, "P31"), by="Whisper, VTT")


def whisper_srt() -> Made:
    talk = load("dialekt").timed(1500)
    out = []
    for number, (text, begin, end) in enumerate(_whisper(talk), 1):
        out += [str(number), f"{clock(begin, sign=',')} --> {clock(end, sign=',')}", text, ""]
    return Made("P31_whisper.srt", "\n".join(out).encode(), _unnamed(talk, "P31"), by="Whisper, SRT")


def whisper_tsv() -> Made:
    talk = load("dialekt").timed(1500)
    out = ["start\tend\ttext", *(f"{begin}\t{end}\t{text}" for text, begin, end in _whisper(talk))]
    return Made("P31_whisper.tsv", "\n".join(out).encode() + b"\n", _unnamed(talk, "P31"), by="Whisper, TSV")


def whisper_txt() -> Made:
    """A line for each stretch and nothing else; a stretch ends where a breath is taken, also within a sentence."""
    talk = load("dialekt")
    lines, said = [], list[Said]()
    for turn in talk.turns:
        for sentence in turn.words.replace("? ", "?|").replace(". ", ".|").split("|"):
            head, comma, tail = sentence.partition(", ")
            lines += [head + ",", tail] if comma and tail[:1].islower() else [sentence]
            said.append(Said("", "unknown", "P31", None, sentence))
    return Made("P31_whisper.txt", "\n".join(lines).encode() + b"\n", said, by="Whisper, text")


def whisper_json() -> Made:
    talk = load("dialekt").timed(1500)
    segments = [
        {"id": number, "seek": begin // 10, "start": begin / 1000, "end": end / 1000, "text": f" {text}",
         "tokens": [50364, 440, 50614], "temperature": 0.0, "avg_logprob": -0.24, "compression_ratio": 1.5,
         "no_speech_prob": 0.03}
        for number, (text, begin, end) in enumerate(_whisper(talk))
    ]  # fmt: skip
    value = {"text": "".join(one["text"] for one in segments), "segments": segments, "language": "no"}
    data = json.dumps(value, ensure_ascii=False).encode()
    return Made("P31_whisper.json", data, _unnamed(talk, "P31"), by="Whisper, JSON")


def whisperx_json() -> Made:
    talk = load("bolig").timed()
    segments = []
    for turn in talk.turns:
        for text, begin, end in turn.pieces(14):
            words = text.split()
            step = (end - begin) / 1000 / len(words)
            voice = VOICES[turn.key]
            told = [{"word": word, "start": round(begin / 1000 + at * step, 3),
                     "end": round(begin / 1000 + (at + 0.9) * step, 3), "score": 0.82, "speaker": voice}
                    for at, word in enumerate(words)]  # fmt: skip
            segments.append({"start": begin / 1000, "end": end / 1000, "text": f" {text}", "words": told,
                             "speaker": voice})  # fmt: skip
    value = {"segments": segments, "word_segments": [word for one in segments for word in one["words"]],
             "language": "no"}  # fmt: skip
    data = json.dumps(value, ensure_ascii=False).encode()
    return Made("P07_whisperx.json", data, _voices(talk), by="WhisperX, JSON")


def _voices(talk: Interview, labels: Mapping[str, str] = VOICES) -> list[Said]:
    return talk.said(labels, step=1)


def nb_whisper_json() -> Made:
    talk = load("nynorsk").timed(1700)
    chunks = [{"timestamp": [begin / 1000, end / 1000], "text": f" {text}"} for text, begin, end in _whisper(talk)]
    value = {"text": "".join(one["text"] for one in chunks), "chunks": chunks}
    data = json.dumps(value, ensure_ascii=False, indent=2).encode()
    return Made("N12_nb-whisper.json", data, _unnamed(talk, "N12"), by="NB-Whisper, pipeline chunks")


def autotekst_srt() -> Made:
    talk = load("bolig").timed()
    out = []
    for number, (who, text, begin, end) in enumerate(_cues(talk), 1):
        out += [str(number), f"{clock(begin, sign=',')} --> {clock(end, sign=',')}", f"[{VOICES[who]}]: {text}", ""]
    return Made("P07_autotekst.srt", "\n".join(out).encode(), _voices(talk), by="Autotekst, SRT")


def autotekst_vtt() -> Made:
    talk = load("bolig").timed()
    out = ["WEBVTT", ""]
    for who, text, begin, end in _cues(talk):
        out += [f"{clock(begin, hours=False)} --> {clock(end, hours=False)}", f"[{VOICES[who]}]: {text}", ""]
    return Made("P07_autotekst.vtt", "\n".join(out).encode(), _voices(talk), by="Autotekst, VTT")


_NOSCRIBE = (
    "Transcribed with noScribe vers. 0.6.1", "Audio file: C:/opptak/lyd_07.m4a",
    "(Language: Norwegian (no) | Speaker detection: 2 | Overlapping speech: 1 | Timestamps: 1 | Disfluencies: 1 | "
    "Mark pause: 1sec+)",
)  # fmt: skip
_SPOKEN = {"I": "S00", "P": "S01"}


def noscribe_txt() -> Made:
    talk = load("bolig").timed()
    out = ["lyd_07", "", *_NOSCRIBE, ""]
    for turn in talk.turns:
        out += [f"{_SPOKEN[turn.key]}: [{clock(turn.begin, digits=0)}] {turn.words}", ""]
    said = talk.said(_SPOKEN, step=1000)
    return Made("P07_noscribe.txt", "\n".join(out).encode(), said, ("lyd_07", *_NOSCRIBE), ("lyd_07",), "noScribe, txt")


def noscribe_vtt() -> Made:
    talk = load("bolig").timed()
    out = ["WEBVTT lyd_07", "", "NOTE", *_NOSCRIBE, "", "NOTE media: C:/opptak/lyd_07.m4a", ""]
    for who, text, begin, end in _cues(talk):
        out += [f"{clock(begin)} --> {clock(end)}", f"<v {_SPOKEN[who]}>{text}</v>", ""]
    return Made("P07_noscribe.vtt", "\n".join(out).encode(), _voices(talk, _SPOKEN), ("lyd_07", *_NOSCRIBE),
                ("lyd_07",), "noScribe, VTT")  # fmt: skip


def noscribe_html() -> Made:
    talk = load("bolig").timed()
    body = []
    for turn in talk.turns:
        parts = []
        for number, (text, begin, end) in enumerate(turn.pieces(11)):
            stamp = f'<span style="color: #78909C" >[{clock(begin, digits=0)}]</span> ' if not number else ""
            lead = f"{_SPOKEN[turn.key]}: {stamp}" if not number else " "
            parts.append(f'<a name="ts_{begin}_{end}_{_SPOKEN[turn.key]}" >{lead}{html.escape(text)}</a>')
        body.append(f"<p >{''.join(parts)}</p>")
    made = "<br />".join(_NOSCRIBE)
    data = (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN" "http://www.w3.org/TR/REC-html40/strict.dtd">\n<html >\n'
        '<head >\n<meta charset="UTF-8" />\n<meta name="qrichtext" content="1" />\n<style type="text/css" >\n'
        "p, li { white-space: pre-wrap; }\n</style>\n"
        '<meta name="audio_source" content="C:/opptak/lyd_07.m4a" /></head>\n'
        "<body style=\"font-family: 'Arial'; font-weight: 400; font-style: normal\" >\n"
        f'<p style="font-weight: 600" >lyd_07</p><p ><span style="color: #909090; font-size: 0.8em" >{made}</span></p>'
        f"<p ></p>{''.join(body)}</body>\n</html>"
    )
    return Made("P07_noscribe.html", data.encode(), _voices(talk, _SPOKEN), ("lyd_07", *_NOSCRIBE), ("lyd_07",),
                "noScribe, HTML")  # fmt: skip


ALL = (
    teams_vtt, teams_stream_vtt, zoom_vtt, youtube_vtt, whisper_vtt, whisper_srt, whisper_tsv, whisper_txt,
    whisper_json, whisperx_json, nb_whisper_json, autotekst_srt, autotekst_vtt, noscribe_txt, noscribe_vtt,
    noscribe_html,
)  # fmt: skip
