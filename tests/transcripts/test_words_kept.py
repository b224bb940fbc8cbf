"""No word of a file is lost, doubled or moved, whatever its format; positions hold after it is taken in."""

import io
from pathlib import Path

import docx
import odfdo
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.text import canonical
from workbench.transcripts import read_file, take

relaxed = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Words as they come in speech, with marks and letters that could be mistaken for labels, times or tags.
_special = [
    "(ler)",
    "[uklart]",
    "(pause)",
    "…",
    "–",
    "12:30",
    "NB:",
    "Klokka",
    "#3",
    "«nei»",
    "a\u030a",
    "é",
    "😀",
    "P7",
    "I",
    "3 < 4",
]
_words = st.one_of(
    st.sampled_from(["ja", "jeg", "bor", "ved", "sjøen", "Ærlig", "på", "Ås", "hva?", "slutt."]),
    st.sampled_from(_special),
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=8),
)
_talk = st.lists(_words, min_size=1, max_size=12).map(" ".join)
_turns = st.lists(st.lists(_talk, min_size=1, max_size=3), min_size=2, max_size=8)
_LABELS = ("I", "P07")


def labelled(turns: list[list[str]]) -> list[str]:
    """Lines of a transcript; a continuation line opens with a word that no label can open with."""
    lines: list[str] = []
    for at, (first, *more) in enumerate(turns):
        lines.append(f"{_LABELS[at % 2]}: ordet {first}")
        lines += [f"og {line}" for line in more]
    return lines


def expected(turns: list[list[str]]) -> list[list[str]]:
    return [
        canonical(" ".join([f"ordet {first}", *(f"og {line}" for line in more)])).text.split() for first, *more in turns
    ]


def check(path: Path, turns: list[list[str]]) -> None:
    preview = read_file(path)
    assert [turn.text.split() for turn in preview.turns] == expected(turns)
    assert [turn.speaker for turn in preview.turns] == [_LABELS[at % 2] for at in range(len(turns))]
    assert preview.words == sum(map(len, expected(turns)))


@relaxed
@given(_turns, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_plain_text(tmp_path: Path, turns: list[list[str]], encoding: str, end: str) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes(end.join(labelled(turns)).encode(encoding))
    check(path, turns)


@relaxed
@given(_turns)
def test_f4_text(tmp_path: Path, turns: list[list[str]]) -> None:
    path = tmp_path / "P07.txt"
    lines = [f"{line} #00:{at:02d}:01-5#" for at, line in enumerate(labelled(turns))]
    path.write_text("\n".join(lines), encoding="utf-8")
    check(path, turns)


@settings(relaxed, max_examples=12)
@given(_turns)
def test_word_documents(tmp_path: Path, turns: list[list[str]]) -> None:
    document = docx.Document()
    for line in labelled(turns):
        document.add_paragraph(line)
    path = tmp_path / "P07.docx"
    document.save(str(path))
    check(path, turns)


@settings(relaxed, max_examples=12)
@given(_turns)
def test_open_documents(tmp_path: Path, turns: list[list[str]]) -> None:
    document = odfdo.Document("text")
    document.body.clear()
    for line in labelled(turns):
        document.body.append(odfdo.Paragraph(line))
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "P07.odt"
    path.write_bytes(buffer.getvalue())
    check(path, turns)


def _stamp(milliseconds: int, comma: str) -> str:
    return f"00:{milliseconds // 60_000:02d}:{milliseconds // 1000 % 60:02d}{comma}{milliseconds % 1000:03d}"


@relaxed
@given(st.lists(st.tuples(_talk, st.integers(0, 3000)), min_size=1, max_size=30), st.booleans())
def test_captions(tmp_path: Path, cues: list[tuple[str, int]], vtt: bool) -> None:
    at, blocks = 0, ["WEBVTT\n"] if vtt else []
    for number, (text, pause) in enumerate(cues, 1):
        at += pause
        times = f"{_stamp(at, '.' if vtt else ',')} --> {_stamp(at + 500, '.' if vtt else ',')}"
        blocks.append(f"{number}\n{times}\nordet {text}\n")
        at += 500
    path = tmp_path / ("P10.vtt" if vtt else "P10.srt")
    path.write_text("\n".join(blocks), encoding="utf-8")
    preview = read_file(path)
    said = canonical(" ".join(f"ordet {text}" for text, _ in cues)).text.split()
    assert canonical(preview.beside.original).text.split() == said
    if any(made for _, made in preview.beside.repairs):  # what comes three times over is a recogniser's loop
        return
    assert " ".join(turn.text for turn in preview.turns).split() == said
    times = [moment for turn in preview.turns for moment in (turn.begin_ms or 0, turn.end_ms or 0)]
    assert times == sorted(times)
    assert times[-1] == at


@settings(relaxed, max_examples=40)
@given(st.text(max_size=300))
def test_any_text_keeps_its_words_apart_from_labels_and_marks(tmp_path: Path, text: str) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes(("I: start\nP: " + text.replace("#", "").replace(":", "")).encode("utf-8", errors="replace"))
    written = canonical(path.read_bytes().decode("utf-8")).text
    preview = read_file(path)
    mended = any(made for _, made in preview.beside.repairs)
    kept = canonical(preview.beside.original if mended else " ".join(turn.text for turn in preview.turns)).text.split()
    labels = {"I:", "P:"}
    assert [word for word in kept if word not in labels] == [word for word in written.split() if word not in labels]


@settings(relaxed, max_examples=15)
@given(_turns)
def test_what_is_taken_in_is_what_was_shown(tmp_path: Path, turns: list[list[str]]) -> None:
    path = tmp_path / "P07.txt"
    path.write_text("\n".join(labelled(turns)), encoding="utf-8")
    preview = read_file(path)
    study = _study(tmp_path)
    try:
        transcript = lookup.load(study, take(study, preview))
        assert [transcript.text[turn.start : turn.end] for turn in transcript.turns] == [
            turn.text for turn in preview.turns
        ]
        assert study.undo() is not None
    finally:
        study.close()


def _study(folder: Path) -> StudyFile:
    for number in range(10_000):
        if not (folder / f"studie{number}").exists():
            return StudyFile.create(folder / f"studie{number}", "Prøve", "nb", "Anna")
    raise AssertionError
