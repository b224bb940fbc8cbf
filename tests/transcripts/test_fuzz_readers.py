"""Whatever the bytes, a reader gives a preview of harmless text or one sentence, in bounded time and memory.

Quick here; `WORKBENCH_FUZZ=100000 pytest tests/transcripts/test_fuzz_readers.py` for a night. The files are read in
the process that reads files, so that a hang or the end of a native library is seen as what it is.
"""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import SAMPLES, package, unpacked

from workbench.errors import TranscriptError
from workbench.study.text import visible
from workbench.transcripts.formats import FORMATS
from workbench.transcripts.guarded import Guard, Limits
from workbench.transcripts.preview import Preview

EXAMPLES = int(os.environ.get("WORKBENCH_FUZZ", "30"))
SUFFIXES = sorted({suffix for row in FORMATS.values() for suffix in row.suffixes})
# What would not be a reader's own refusal.
NOT_OURS = ("fell over", "longer to read", "more memory", "more text")
TOKENS = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1b]52;c;aGVp\x07", b"\x9b31m", "\u202e".encode(),
    "\u0301".encode() * 40, b"&#0;", b"&#xD800;", b"\\ud800", b"\\u0000", b"\\bin999999999 ", b"\\'", b"\\u-99999?",
    b"{", b"}", b"[", b"<", b"</", b"]]>", b"-->", b":", b"\n\n", b"\r", b"99999999999999999999", b"-1",
    b"1e999", b"NaN",
    b"null", b"true", b'""', b"#00:00:99-9#", b"99:99:99", b"<!DOCTYPE a>", b"P07:", b"\t", b"%PDF-1.7", b" 0 R", b"/",
    b"\\par ", b"#", b"**", b"<p>", b"<td>", b"start",
)  # fmt: skip


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(Limits(memory=1024**3, seconds=20)) as made:
        yield made


def check(guard: Guard, path: Path) -> None:
    try:
        preview = guard.read(path)
    except TranscriptError as error:
        message = str(error)
        assert message.endswith(".") and visible(message) == message, message
        assert not any(words in message for words in NOT_OURS), message
        return
    harmless(preview)


def harmless(preview: Preview) -> None:
    assert preview.turns and any(turn.text.strip() for turn in preview.turns)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in preview.name)
    for told in preview.warnings:
        assert visible(told) == told, told
    for turn in preview.turns:
        for text in (turn.text, turn.speaker, turn.participant):
            assert unicodedata.is_normalized("NFC", text)
            assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in text), text
        assert turn.begin_ms is None or turn.begin_ms >= 0
        assert turn.end_ms is None or turn.begin_ms is None or turn.end_ms >= turn.begin_ms


def test_every_format_has_a_sample_that_is_read(guard: Guard, tmp_path: Path) -> None:
    """A new row in the table of formats needs a sample in samples.py."""
    read: set[str] = set()
    for suffix in SUFFIXES:
        for number, data in enumerate(SAMPLES[suffix]):
            path = tmp_path / f"P07 {number}{suffix}"
            path.write_bytes(data)
            preview = guard.read(path)
            harmless(preview)
            read.add(preview.format)
    assert read == set(FORMATS)


@st.composite
def spoilt(draw: st.DrawFn, suffix: str) -> bytes:
    """A sample with a few places changed; of a package, one part of it (its checksums would hide the rest)."""
    data = draw(st.sampled_from(SAMPLES[suffix]))
    if data.startswith(b"PK") and draw(st.integers(0, 9)):
        members = unpacked(data)
        told = [name for name in members if name.endswith(("document.xml", "content.xml", "sheet1.xml"))]
        name = draw(st.sampled_from(told if draw(st.booleans()) else sorted(members)))
        return package(members | {name: draw(changed(members[name], suffix))}, 0)
    return draw(changed(data, suffix))


@st.composite
def changed(draw: st.DrawFn, data: bytes, suffix: str) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 60)))
        match draw(st.sampled_from(("flip", "cut", "twice", "token", "noise", "splice", "end", "word"))):
            case "flip":
                data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[end:]
            case "twice":
                data = data[:end] + data[at:end] * draw(st.integers(1, 20)) + data[end:]
            case "token":
                data = data[:at] + draw(st.sampled_from(TOKENS)) * draw(st.integers(1, 3)) + data[at:]
            case "noise":
                data = data[:at] + draw(st.binary(max_size=20)) + data[end:]
            case "word":
                data = data[:at] + draw(st.text(max_size=10)).encode("utf-8", "surrogatepass") + data[at:]
            case "splice":
                other = draw(st.sampled_from(SAMPLES[draw(st.sampled_from(SUFFIXES))]))
                begin = draw(st.integers(0, len(other)))
                data = data[:at] + other[begin : begin + draw(st.integers(0, 300))] + data[end:]
            case _:
                data = data[:at]
    return data


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_spoilt_file_is_read_or_refused(guard: Guard, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"P07{suffix}"

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(spoilt(suffix))
    def spoil(data: bytes) -> None:
        path.write_bytes(data)
        check(guard, path)

    spoil()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise_is_read_or_refused(guard: Guard, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"P07{suffix}"
    first = SAMPLES[suffix][0][:8]

    @settings(max_examples=EXAMPLES // 2, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.booleans(), st.binary(max_size=300) | st.text(max_size=200).map(_bytes))
    def spoil(begin: bool, data: bytes) -> None:
        path.write_bytes((first if begin else b"") + data)
        check(guard, path)

    spoil()
