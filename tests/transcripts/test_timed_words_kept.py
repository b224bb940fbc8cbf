"""No word of a timed file is lost, doubled or moved, whatever its format: as talk, note, title or remark."""

import html
import json
import re
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.transcripts.lines import Cleaner, Draft
from workbench.transcripts.readers import (
    eaf_file,
    noscribe_file,
    noscribe_html_file,
    otr_file,
    srt_file,
    tsv_file,
    vtt_file,
    whisper_file,
)

_special = [
    "(ler)",
    "[uklart]",
    "…",
    "–",
    "12:30",
    "NB:",
    "#3",
    "«nei»",
    "é",
    "😀",
    "3 < 4",
    "a & b",
    "{ler}",
    "--",
    "NOTE",
]
_words = st.one_of(
    st.sampled_from(["ja", "jeg", "bor", "ved", "sjøen", "Ærlig", "på", "Ås", "hva?", "slutt."]),
    st.sampled_from(_special),
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=8),
)
_talk = st.lists(st.one_of(st.just("ord"), _words), min_size=1, max_size=8).map(" ".join).map(lambda said: f"så {said}")
_cues = st.lists(st.tuples(_talk, st.sampled_from(["S00", "S01", "Anna Berg"])), min_size=1, max_size=8)
relaxed = settings(max_examples=30, deadline=None)


def clock(seconds: int, sign: str = ".") -> str:
    return f"00:{seconds // 60:02d}:{seconds % 60:02d}{sign}000"


def kept(draft: Draft) -> list[str]:
    return " ".join(line.text for line in draft.lines).split()


def given_words(cues: list[tuple[str, str]]) -> list[str]:
    return Cleaner()(" ".join(said for said, _ in cues)).split()


@relaxed
@given(_cues, st.lists(_talk, max_size=3))
def test_vtt(cues: list[tuple[str, str]], notes: list[str]) -> None:
    text = "WEBVTT\n\n" + "".join(f"NOTE\n{html.escape(note, quote=False)}\n\n" for note in notes)
    for at, (said, voice) in enumerate(cues):
        text += f"{at}\n{clock(at)} --> {clock(at + 1)}\n<v {voice}>{html.escape(said, quote=False)}</v>\n\n"
    found = vtt_file.read(text, "utf-8", Cleaner(), "P07.vtt")
    assert kept(found) == Cleaner()(" ".join(notes)).split() + given_words(cues)
    assert [line.begin_ms for line in found.lines if line.voice] == [1000 * at for at in range(len(cues))]
    assert [line.voice for line in found.lines if line.voice] == [voice for _, voice in cues]


@relaxed
@given(_cues)
def test_srt(cues: list[tuple[str, str]]) -> None:
    text = "".join(
        f"{at + 1}\n{clock(at, ',')} --> {clock(at + 1, ',')}\n[SPEAKER_0{at % 2}] {said}\n\n"
        for at, (said, _) in enumerate(cues)
    )
    found = srt_file.read(text, "utf-8", Cleaner(), "P07.srt")
    assert kept(found) == given_words(cues)
    assert [line.voice for line in found.lines] == [f"SPEAKER_0{at % 2}" for at in range(len(cues))]


@relaxed
@given(_cues)
def test_whisper_and_its_table(cues: list[tuple[str, str]]) -> None:
    parts = [
        {"start": at, "end": at + 1, "text": f" {said}", "speaker": voice,
         "words": [{"word": word, "score": 0.1} for word in said.split()]}
        for at, (said, voice) in enumerate(cues)
    ]  # fmt: skip
    found = whisper_file.read(json.dumps({"segments": parts}), "utf-8", Cleaner(), "P07.json")
    assert kept(found) == given_words(cues)
    for line in found.lines:
        assert [line.text[one.start : one.end] for one in line.doubts] == line.text.split()
    rows = "".join(f"{at * 1000}\t{at * 1000 + 900}\t{said}\n" for at, (said, _) in enumerate(cues))
    assert kept(tsv_file.read(f"start\tend\ttext\n{rows}", "utf-8", Cleaner(), "P07.tsv")) == given_words(cues)


@relaxed
@given(_cues)
def test_otranscribe(cues: list[tuple[str, str]]) -> None:
    page = "".join(
        f'<p><span class="timestamp" data-timestamp="{at}.5">0:{at:02d}</span>&nbsp;{html.escape(said)}</p>'
        for at, (said, _) in enumerate(cues)
    )
    found = otr_file.read(json.dumps({"text": page}), "utf-8", Cleaner(), "P07.otr")
    assert kept(found) == given_words(cues)
    assert [line.begin_ms for line in found.lines] == [1000 * at + 500 for at in range(len(cues))]


@relaxed
@given(_cues)
def test_noscribe(cues: list[tuple[str, str]]) -> None:
    text = "".join(f"S0{at % 2}: [{clock(at)[:8]}] {said}\n\n" for at, (said, _) in enumerate(cues))
    assert kept(noscribe_file.read(text, "utf-8", Cleaner(), "P07.txt")) == given_words(cues)
    page = "".join(
        f'<p><a name="ts_{at}000_{at}900_S0{at % 2}" >S0{at % 2}: {html.escape(said)}</a></p>'
        for at, (said, _) in enumerate(cues)
    )
    found = noscribe_html_file.read(f"<html><body>{page}</body></html>".encode(), Cleaner(), "P07.html", None)
    assert kept(found) == given_words(cues)
    assert [line.voice for line in found.lines] == [f"S0{at % 2}" for at in range(len(cues))]


@relaxed
@given(_cues)
def test_elan(cues: list[tuple[str, str]]) -> None:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{at}" TIME_VALUE="{at * 1000}"/>' for at in range(len(cues) + 1))
    tiers = ""
    for voice in sorted({voice for _, voice in cues}):
        tiers += f'<TIER TIER_ID="{voice}">' + "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{at}" TIME_SLOT_REF1="t{at}" '
            f'TIME_SLOT_REF2="t{at + 1}">'
            f"<ANNOTATION_VALUE>{escape(said)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
            for at, (said, speaker) in enumerate(cues)
            if speaker == voice
        ) + "</TIER>"  # fmt: skip
    text = f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
    found = eaf_file.read(text.encode(), Cleaner(), "P07.eaf", None)
    assert kept(found) == given_words(cues)
    assert [line.voice for line in found.lines] == [voice for _, voice in cues]


@relaxed
@given(
    st.lists(
        st.sampled_from(["ja", "nei\n", "-->", "00:01 -->", "<v", ">", "NOTE", "\n\n", "1", "00:00:01.000"]),
        max_size=40,
    )
)
def test_words_around_the_cues_are_kept(parts: list[str]) -> None:
    body = " ".join(parts)
    # A broken time line is refused, and a voice that says nothing is nobody's words.
    if re.search(r"(?m)^\s*\d+:\d.*-->", body) or re.search(r"<v\s[^>]*(?<!--)>", body):
        return
    text = f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nstart\n\n{body}\n\n00:00:03.000 --> 00:00:04.000\nslutt\n"
    found = kept(vtt_file.read(text, "utf-8", Cleaner(), "P07.vtt"))
    assert [word for word in found if word in ("ja", "nei")] == [
        one.strip() for one in parts if one.strip() in ("ja", "nei")
    ]
