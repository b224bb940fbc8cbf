"""Every word of every file is accounted for: kept, mended, a label or a time, or marked as no data."""

import io
import json
import random
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_maker import Page, pdf
from shapes import make, office, score
from shapes.interviews import clock

from workbench.store.check import check as check_study
from workbench.store.lookups import originals
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.repairs import state_of
from workbench.study.text import harmless
from workbench.study.text_map import TextMap
from workbench.transcripts import Preview, read_file, take
from workbench.transcripts.accounts import Whereto, account

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FILES = [made for made in make.corpus() if made.name.rpartition(".")[2] not in ("xlsx", "csv")]


def words_of(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in unicodedata.normalize("NFC", text).split())


def missing(wanted: Counter[str], text: str) -> list[str]:
    """The words that are not in a text: a word counts as there, too, when a line end breaks it with a hyphen."""
    there = words_of([text])
    begun = [word.rstrip("-") for word in there if word.endswith("-")]
    gone = wanted - there
    return [
        word for word in gone if not any(word.startswith(part) and word[len(part) :] in there for part in begun if part)
    ]


def maps_both_ways(preview: Preview) -> None:
    """Every kept character of the turns is the same one in the original, and the way there leads back."""
    kept, original = preview.beside.kept, preview.beside.original
    assert kept is not None
    text = "\n".join(turn.text for turn in preview.turns)
    assert (kept.old_length, kept.new_length) == (len(original), len(text))
    back = kept.inverse()
    for old, new, length in kept.runs:
        assert original[old : old + length] == text[new : new + length]
        for at in {0, length // 2, length - 1}:
            assert back.to_new(new + at) == old + at
            assert kept.to_new(old + at) == new + at
    mended = {sign for repair, made in preview.beside.repairs if made for sign in repair.after}
    for old, old_end, start, end in kept.gaps:
        # What stands in no original: line ends between turns, what repairs put in, letters that came together.
        came = "".join(sign for sign in text[start:end] if not sign.isspace() and sign not in mended)
        assert came in "".join(unicodedata.normalize("NFC", original[old:old_end]).split())


# The corpus.


@pytest.mark.parametrize("made", FILES, ids=str)
def test_every_character_of_the_corpus_is_accounted_for(tmp_path: Path, made: make.Made) -> None:
    path = tmp_path / made.name
    path.write_bytes(made.data)
    preview = read_file(path)
    found = account(preview)
    assert found.lost == ()
    assert sum(found.counts.values()) == len(preview.beside.original)
    maps_both_ways(preview)


@pytest.mark.parametrize("made", make.corpus(), ids=str)
def test_every_word_put_into_the_corpus_is_in_the_original(tmp_path: Path, made: make.Made) -> None:
    path = tmp_path / made.name
    path.write_bytes(made.data)
    read = score.previews(path)
    whole = "\n".join(one.beside.original or "\n".join(turn.text for turn in one.turns) for one in read)
    wanted = words_of([*(turn.words for turn in made.said), *made.beside])
    assert missing(Counter({word.replace("•", "\uf0b7"): count for word, count in wanted.items()}), whole) == []


@pytest.mark.parametrize("made", [one for one in FILES if one.name.endswith((".docx", ".odt"))], ids=str)
def test_every_word_in_the_packages_own_xml_is_in_the_file_as_read(tmp_path: Path, made: make.Made) -> None:
    path = tmp_path / made.name
    path.write_bytes(made.data)
    preview = read_file(path)
    remarks = " ".join(f"{one.text} {one.author}" for one in preview.beside.remarks)
    voices = " ".join(turn.speaker for turn in preview.turns)
    begins = {(turn.begin_ms or 0) // 1000 for turn in preview.turns}
    wanted = words_of(text for text in _told(made.data) if _seconds(text) not in begins)
    assert missing(wanted, f"{preview.beside.original}\n{remarks}\n{voices}") == []


def _seconds(text: str) -> int | None:
    """The seconds of a text that is a time, or two times with an arrow, and nothing else."""
    hit = re.fullmatch(r"(\d+):(\d+):(\d+)(?:\.\d+ --> [\d:.]+)?", text.strip())
    return (int(hit[1]) * 60 + int(hit[2])) * 60 + int(hit[3]) if hit else None


def _told(data: bytes) -> list[str]:
    """The paragraphs of a package by a walk of its own: text elements, tabs and line ends, without struck words."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and name.startswith(("word/", "content")):
                for element in ElementTree.fromstring(package.read(name)).iter():
                    if element.tag.endswith("}p") and not element.tag.endswith("drawing}p"):
                        texts += _inside(element, name.startswith("word/")).split("\n")
    return [text for text in texts if text.strip()]


def _inside(paragraph: ElementTree.Element, word: bool) -> str:
    if not word:
        # LibreOffice: the paragraph's own words; those of notes and comments are paragraphs themselves.
        parts = [paragraph.text or ""]
        for child in paragraph:
            inner = "" if child.tag.endswith(("}annotation", "}note")) else _inside(child, word)
            parts += [" " if child.tag.endswith("}s") else inner, child.tail or ""]
        return "".join(parts)
    signs = {"}tab": "\t", "}br": "\n"}
    return "".join(
        element.text or "" if element.tag.endswith("}t") else signs.get("}" + element.tag.rpartition("}")[2], "")
        for element in paragraph.iter()
    )


def test_an_account_that_does_not_balance_is_found(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_text("Tittel på noe\nI: Hvor bor du?\nP07: Ved sjøen, alltid.\nI: Og?\nP07: Ja.\n", encoding="utf-8")
    preview = read_file(path)
    assert account(preview).lost == ()
    kept = preview.beside.kept
    assert kept is not None
    at, gone = preview.beside.original.index(" alltid."), len(" alltid.")
    runs = [
        run
        for old, new, length in kept.runs
        for run in (
            [(old, new, at - old)] if old <= at < old + length else [(old, new - gone if old > at else new, length)]
        )
    ]
    turns = tuple(replace(turn, text=turn.text.replace(" alltid.", "")) for turn in preview.turns)
    map_ = TextMap(kept.old_length, kept.new_length - gone, tuple(runs))
    damaged = replace(preview, turns=turns, beside=replace(preview.beside, kept=map_))
    assert [one.text for one in account(damaged).lost] == [" alltid."]
    counts = account(preview).counts
    assert counts[Whereto.NOT_DATA] == len("Tittel på noe")
    assert counts[Whereto.LABEL] == len("I:P07:I:P07:")
    assert counts[Whereto.LOST] == 0


# Files of every family, made by chance.

_SPECIAL = ["(ler)", "[uklart]", "(.)", "…", "–", "12:30", "NB:", "Klokka", "«nei»", "P7", "I", "Int.", "å-", "e-post",
            "[00:01]", "3", "FAGBLAD", "Kari:", "#5"]  # fmt: skip
_ODD = ["a\u030a", "\ufb01sker", "sam\u00adtale", "10\u00a0kr", "\uf0b7", "o\u0308l", "\u200b"]
_WORDS = ["ja", "jeg", "bor", "ved", "sjøen", "Ærlig", "på", "Ås", "hva?", "slutt.", "kommunen", "oppfølging", "å"]
_word = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(_SPECIAL),
    st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=8),
)  # fmt: skip
_talk = st.lists(_word, min_size=1, max_size=14).map(" ".join)
_odd_talk = st.lists(st.one_of(_word, st.sampled_from(_ODD)), min_size=1, max_size=14).map(" ".join)
_LABELS = (("I", "P07"), ("Int.", "Inf."), ("INTERVJUER", "DELTAKER"), ("Intervjuer 1", "Informant 3"),
           ("Moderator", "Deltaker 2 (kvinne)"), ("Anna Berg", "Bo Vik"), ("I1", "IP"))  # fmt: skip
Talk = list[tuple[str, str]]


@st.composite
def talks(draw: st.DrawFn, words: st.SearchStrategy[str] = _odd_talk) -> Talk:
    labels = draw(st.sampled_from(_LABELS))
    said = draw(st.lists(words, min_size=2, max_size=10))
    return [(labels[at % 2], f"så {one}") for at, one in enumerate(said)]


def check(path: Path, data: bytes, texts: Iterable[str]) -> Preview:
    path.write_bytes(data)
    preview = read_file(path)
    assert account(preview).lost == ()
    assert sum(account(preview).counts.values()) == len(preview.beside.original)
    maps_both_ways(preview)
    facts = " ".join(turn.speaker for turn in preview.turns)
    assert missing(words_of(harmless(text).text for text in texts), f"{preview.beside.original} {facts}") == []
    return preview


@relaxed
@given(talks(), st.sampled_from([": ", " : ", ":\t", "\t"]), st.sampled_from(["\n", "\n\n", "\r\n"]), st.booleans())
def test_plain_text(tmp_path: Path, talk: Talk, between: str, end: str, marked: bool) -> None:
    # A turn's further lines open with anything at all, also with what could be a label, a number or a time.
    told = [(who, words.replace(" ja ", "\n")) for who, words in talk]
    lines = [f"{who}{between}{words}{f' #00:{at:02d}:10-5#' if marked else ''}" for at, (who, words) in enumerate(told)]
    check(tmp_path / "P07.txt", end.join(lines).encode(), (words for _, words in told))


@relaxed
@given(talks(), st.integers(20, 70), st.randoms(use_true_random=False))
def test_text_broken_into_pages(tmp_path: Path, talk: Talk, width: int, luck: random.Random) -> None:
    out: list[str] = []
    for who, words in talk:
        line = f"{who}:"
        for word in words.split():
            if len(line) + len(word) >= width:
                out.append(line)
                line = word
                if luck.random() < 0.1:
                    out += ["12", "FAGBLAD"]
            else:
                line += " " + word
        out.append(line)
    check(tmp_path / "P07.txt", "\n".join(out).encode(), (words for _, words in talk))


@settings(relaxed, max_examples=25)
@given(talks(), st.integers(0, 3))
def test_word_documents(tmp_path: Path, talk: Talk, how: int) -> None:
    shapes: list[Callable[[str, str], str]] = [
        lambda who, words: office.paragraph(office.run(f"{who}: {words}")),
        lambda who, words: office.paragraph(office.run(who, "<w:b/>"), office.run(f": {words}")),
        lambda who, words: office.paragraph(office.run(f"{who}\t{words}")),
        lambda who, words: office.paragraph(*office.split_runs(f"{who}: {words}")),
    ]
    body = "".join(shapes[how](who, words) for who, words in talk)
    check(tmp_path / "P07.docx", office.docx(body), (words for _, words in talk))


@settings(relaxed, max_examples=25)
@given(talks())
def test_tables_of_word(tmp_path: Path, talk: Talk) -> None:
    rows = "".join(
        f"<w:tr>{''.join(office.cell(office.paragraph(office.run(text))) for text in row)}</w:tr>" for row in talk
    )
    check(tmp_path / "P07.docx", office.docx(f"<w:tbl>{rows}</w:tbl>"), (words for _, words in talk))


@settings(relaxed, max_examples=25)
@given(talks())
def test_web_pages_and_markdown(tmp_path: Path, talk: Talk) -> None:
    page = "".join(f"<p><b>{who}:</b> {escape(words)}</p>" for who, words in talk)
    said = [words for _, words in talk]
    check(tmp_path / "P07.html", f"<html><meta charset=utf-8><body>{page}</body></html>".encode(), said)
    quiet = [words.replace("#", "").replace("[", "(").replace("]", ")").replace("*", "").replace("_", "")
             for words in said]  # fmt: skip
    text = "\n\n".join(f"**{who}:** ordet {words}" for (who, _), words in zip(talk, quiet, strict=True))
    check(tmp_path / "P07.md", text.encode(), quiet)


@settings(relaxed, max_examples=25)
@given(talks())
def test_rich_text(tmp_path: Path, talk: Talk) -> None:
    def coded(text: str) -> str:
        units = text.encode("utf-16-le")
        numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
        return "".join(chr(one) if 32 <= one < 127 and chr(one) not in "\\{}" else f"\\u{one}?" for one in numbers)

    body = "".join(rf"\pard {{\b {coded(who)}:}} {coded(words)}\par " for who, words in talk)
    check(tmp_path / "P07.rtf", rf"{{\rtf1\ansi\uc1 {body}}}".encode("ascii"), (words for _, words in talk))


@relaxed
@given(talks(), st.sampled_from(["voice", "colon", "plain"]), st.booleans())
def test_captions(tmp_path: Path, talk: Talk, how: str, vtt: bool) -> None:
    out = ["WEBVTT\n"] if vtt else []
    for at, (who, words) in enumerate(talk):
        times = f"{clock(at * 4000, sign='.' if vtt else ',')} --> {clock(at * 4000 + 3000, sign='.' if vtt else ',')}"
        told = escape(words, quote=False) if vtt else words
        line = (
            f"<v {who}>{told}</v>" if how == "voice" and vtt else f"{who}: {told}" if how == "colon" else f"ord {told}"
        )
        out.append(f"{at + 1}\n{times}\n{line}\n")
    check(tmp_path / f"P07.{'vtt' if vtt else 'srt'}", "\n".join(out).encode(), (words for _, words in talk))


@relaxed
@given(talks(), st.sampled_from(["segments", "chunks", "voices"]))
def test_recognisers(tmp_path: Path, talk: Talk, how: str) -> None:
    found = [{"start": at * 4.0, "end": at * 4.0 + 3, "text": f" {words}"} for at, (_, words) in enumerate(talk)]
    if how == "voices":
        found = [one | {"speaker": f"SPEAKER_0{at % 2}"} for at, one in enumerate(found)]
    if how == "chunks":
        found = [{"timestamp": [one["start"], one["end"]], "text": one["text"]} for one in found]
    value = {"chunks" if how == "chunks" else "segments": found}
    check(tmp_path / "P07.json", json.dumps(value).encode(), (words for _, words in talk))


@settings(relaxed, max_examples=25)
@given(talks())
def test_own_formats_of_transcribing_programs(tmp_path: Path, talk: Talk) -> None:
    said = [words for _, words in talk]
    stamp = '<span class="timestamp" contenteditable="false" data-timestamp="{0}">0:{0:02d}</span>&nbsp;'
    page = "".join(f"<p>{stamp.format(at)}{who}: {escape(words)}</p>" for at, (who, words) in enumerate(talk))
    check(tmp_path / "P07.otr", json.dumps({"text": page, "media": "a.mp3"}).encode(), said)
    text = "\n\n".join(f"S{at % 2:02d}: [00:00:{at:02d}] ordet {words}" for at, words in enumerate(said))
    check(tmp_path / "P07b.txt", f"Samtale\n\nTranscribed with noScribe vers. 0.6\n\n{text}\n".encode(), said)
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="ts{at}" TIME_VALUE="{at * 900}"/>' for at in range(len(talk) + 1))
    tiers = "".join(
        f'<TIER TIER_ID="{escape(name)}" LINGUISTIC_TYPE_REF="t">'
        + "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{at}" TIME_SLOT_REF1="ts{at}" '
            f'TIME_SLOT_REF2="ts{at + 1}">'
            f"<ANNOTATION_VALUE>{escape(words)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
            for at, (who, words) in enumerate(talk)
            if who == name
        )
        + "</TIER>"
        for name in dict.fromkeys(who for who, _ in talk)
    )
    elan = f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}</ANNOTATION_DOCUMENT>"
    check(tmp_path / "P07.eaf", elan.encode(), said)


@settings(relaxed, max_examples=15)
@given(
    talks(st.lists(st.sampled_from([*_WORDS, "(ler)", "12:30", "–", "«nei»"]), min_size=1, max_size=12).map(" ".join))
)
def test_pages_of_pdf(tmp_path: Path, talk: Talk) -> None:
    page = Page()
    page.lines(60, 780, [f"{who}: {words}" for who, words in talk], size=9, leading=13)
    check(tmp_path / "P07.pdf", pdf(page), (words for _, words in talk))


# What the study keeps of it.


def test_a_study_has_it_all_back_and_undo_takes_it_out_of_sight(tmp_path: Path) -> None:
    folder = tmp_path / "filer"
    folder.mkdir()
    chosen = [one for one in FILES if one.name.endswith((".docx", ".pdf", ".vtt", ".txt", ".eaf", ".json"))][::3]
    chosen = [*chosen, *(one for one in FILES if one.name in ("P07_sider.pdf", "P07_fagblad.txt", "par_macos.txt"))]
    with StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna") as study:
        taken: list[int] = []
        for made in {one.name: one for one in chosen}.values():
            path = folder / made.name
            path.write_bytes(made.data)
            preview = read_file(path)
            taken.append(take(study, preview))
            stored = originals.original(study, taken[-1])
            assert stored is not None
            assert (stored.text, stored.kept) == (preview.beside.original, preview.beside.kept)
            assert [(one.repair, one.state) for one in originals.repairs(study, taken[-1])] == [
                (repair, state_of(repair.sure, done)) for repair, done in preview.beside.repairs
            ]
            assert originals.marks(study, taken[-1]) == list(preview.beside.marks)
            text = lookup.load(study, taken[-1]).text
            assert all(stored.text[old : old + size] == text[new : new + size] for old, new, size in stored.kept.runs)
        assert len(lookup.cards(study)) == len(taken)
        assert [one for one in check_study(study.path) if one.matter != "no_backup"] == []
        for _ in taken:
            assert study.undo() is not None
        assert lookup.cards(study) == []
        assert [one for one in check_study(study.path) if one.matter != "no_backup"] == []
