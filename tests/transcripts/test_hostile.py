"""Files made to do harm: each is refused or made harmless with one sentence; nothing hangs, nothing else is read."""

import json
import os
import re
import signal
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from samples import EAF, PDF_TEXT, SAMPLES, package, pdf_file, pdf_of, stream, unpacked, with_part, xlsx_file
from test_fuzz_readers import harmless

from workbench.errors import TranscriptError
from workbench.study.text import visible
from workbench.transcripts import Problem, formats, read_many, readers, repairs
from workbench.transcripts.guarded import Guard, Limits
from workbench.transcripts.preview import Preview

MB = 1024 * 1024
NIGHT = "WORKBENCH_FUZZ" in os.environ


def many(number: int) -> int:
    """So many by night; by day what shows a square as well."""
    return number if NIGHT else number // 8


posix = pytest.mark.skipif(sys.platform == "win32", reason="files as POSIX systems have them")
DOCX, ODT = SAMPLES[".docx"][0], SAMPLES[".odt"][0]
SECRET = "SVÆRT-HEMMELIG-INNHOLD"


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(Limits(memory=512 * MB, seconds=15)) as made:
        yield made


def outcome(guard: Guard, path: Path, data: bytes | None = None, seconds: float = 12) -> Preview | str:
    """Return the preview, looked through, or the sentence; whichever it is, it came in time."""
    if data is not None:
        path.write_bytes(data)
    begin = time.monotonic()
    try:
        preview = guard.read(path)
    except TranscriptError as error:
        found: Preview | str = str(error)
        assert found.endswith(".") and visible(found) == found, found
        assert "fell over" not in found, found
    else:
        harmless(preview)
        found = preview
    assert time.monotonic() - begin < seconds
    return found


def refused(guard: Guard, path: Path, data: bytes, words: str) -> None:
    found = outcome(guard, path, data)
    assert isinstance(found, str) and re.search(words, found), found


def text_of(found: Preview | str) -> str:
    assert isinstance(found, Preview), found
    return "\n".join(turn.text for turn in found.turns)


# Packages


def lying(data: bytes, size: int) -> bytes:
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def many_parts(_: bytes) -> bytes:
    return package({f"part{number}.xml": b"" for number in range(10_001)})


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "declared": lambda data: with_part(data, "word/document.xml", lambda _: b"\0" * (60 * MB)),
    "in a picture": lambda data: with_part(data, "word/media/a.png", lambda _: b"\0" * (60 * MB)),
    "lying": lambda data: lying(with_part(data, "word/document.xml", lambda _: b"\0" * (60 * MB)), 60 * MB),
    "many parts": many_parts,
    "many large parts": lambda data: package(unpacked(data) | {f"a{at}.bin": b"\0" * (4 * MB) for at in range(20)}),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_zip_bomb_is_refused(guard: Guard, tmp_path: Path, bomb: str) -> None:
    refused(guard, tmp_path / "P07.docx", BOMBS[bomb](DOCX), "would unpack to|damaged")
    assert guard.pid is not None  # refused before it took much memory: the process lives


def test_a_bomb_within_a_bomb_is_not_opened(guard: Guard, tmp_path: Path) -> None:
    inner = package({"a.xml": b"\0" * (40 * MB)})
    found = outcome(guard, tmp_path / "P07.docx", package(unpacked(DOCX) | {"word/embeddings/a.docx": inner}))
    assert "Det gikk seg til" in text_of(found)


def test_the_length_of_a_line_of_blanks_is_bounded(guard: Guard, tmp_path: Path) -> None:
    blanks = b'<text:s text:c="999999999"/>' * 1000
    data = with_part(
        ODT, "content.xml", lambda old: old.replace(b"Det gikk seg til", b"Det gikk" + blanks + b"seg til")
    )
    found = outcome(guard, tmp_path / "P07.odt", data)
    assert isinstance(found, str) or len(text_of(found)) < 3 * MB


TRICKS = ["../../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "word/../../up.xml", "a" * 300 + ".xml",
          "word/\u202elmx.exe", "con.txt", "word/\x1b[31m.xml", "word/a\nb.xml"]  # fmt: skip


@pytest.mark.parametrize("member", TRICKS)
def test_names_of_parts_lead_nowhere(guard: Guard, tmp_path: Path, member: str) -> None:
    found = outcome(guard, tmp_path / "P07.docx", package(unpacked(DOCX) | {member: SECRET.encode()}))
    assert SECRET not in text_of(found)
    assert [path.name for path in tmp_path.iterdir()] == ["P07.docx"]


@pytest.mark.parametrize("target", ["../../../../{}", "{}", "file://{}", "http://127.0.0.1:9/{}", "\\\\host\\share"])
def test_relations_lead_nowhere(guard: Guard, tmp_path: Path, target: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<document><body><p><r><t>{SECRET}</t></r></p></body></document>", encoding="utf-8")
    aim = target.format(secret)
    for part in ("_rels/.rels", "word/_rels/document.xml.rels"):
        data = with_part(DOCX, part, lambda old: re.sub(rb'Target="[^"]*"', lambda _: f'Target="{aim}"'.encode(), old))
        found = outcome(guard, tmp_path / "P07.docx", data)
        assert SECRET not in (found if isinstance(found, str) else text_of(found))


# XML


LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)
DECLARED = {
    "laughs": (LAUGHS, "&a9;"),
    "quadratic": (f"<!DOCTYPE a [<!ENTITY a9 '{'ha' * 50_000}'>]>", "&a9;" * 1000),
    "file": ("<!DOCTYPE a [<!ENTITY a9 SYSTEM 'file://{secret}'>]>", "&a9;"),
    "parameter": ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'file://{secret}'> %b;]>", ""),
    "net": ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>", ""),
}
XML_PARTS = [(".docx", "word/document.xml"), (".docx", "word/comments.xml"), (".odt", "content.xml"), (".eaf", "")]


def declared(data: bytes, case: str, secret: Path) -> bytes:
    """Return an XML text with a declaration, its entity used in the middle of the first text there is."""
    declaration, use = (one.replace("{secret}", str(secret)) for one in DECLARED[case])
    body = data.split(b"?>", 1)[1] if data.lstrip().startswith(b"<?xml") else data
    body = re.sub(rb">([^<\s][^<]*)<", lambda hit: b">" + use.encode() + hit[1] + b"<", body, count=1)
    return b'<?xml version="1.0" encoding="UTF-8"?>' + declaration.encode() + body


@pytest.mark.parametrize("case", DECLARED)
@pytest.mark.parametrize(("suffix", "part"), [one for one in XML_PARTS if one[0] in formats.SUFFIXES])
def test_declarations_are_refused_and_nothing_is_fetched(
    guard: Guard, tmp_path: Path, suffix: str, part: str, case: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    path = tmp_path / f"P07{suffix}"
    sample = SAMPLES[suffix][0]
    if part:
        path.write_bytes(with_part(sample, part, lambda old: declared(old, case, secret)))
    else:
        path.write_bytes(declared(sample, case, secret))
    found = outcome(guard, path)
    if isinstance(found, Preview):  # not known as what it is called, so plain text, as it stands
        assert found.format == "txt" and not part and SECRET not in text_of(found)
        assert found.words < 60_000 and "is called" in found.warnings[0]
    else:
        assert SECRET not in found


@pytest.mark.parametrize("case", DECLARED)
def test_workbooks_with_declarations_are_refused(guard: Guard, tmp_path: Path, case: str) -> None:
    path = tmp_path / "people.xlsx"
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    path.write_bytes(with_part(xlsx_file(), "xl/sharedStrings.xml", lambda old: declared(old, case, secret)))
    with pytest.raises(TranscriptError) as caught:
        guard.read_people(path)
    assert SECRET not in str(caught.value)


def test_pictures_and_frames_in_a_web_page_are_not_fetched(guard: Guard, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(f"<p>{SECRET}</p>", encoding="utf-8")
    page = (
        "<!DOCTYPE html><html><head><base href='file://{0}/'><link rel=stylesheet href='file://{0}/secret.html'></head>"
        "<body><p>I: Hei</p><p>P: Ja</p><iframe src='secret.html'></iframe><object data='file://{0}/secret.html'></object>"
        "<svg xmlns='http://www.w3.org/2000/svg'><use href='file://{0}/secret.html#a'/><text>&a;</text></svg>"
        "<img src=x onerror='alert(1)'><script>document.write('{1}')</script></body></html>"
    ).format(tmp_path, "SKRIPT")
    found = outcome(guard, tmp_path / "P07.html", page.encode())
    told = found if isinstance(found, str) else text_of(found)
    assert SECRET not in told and "SKRIPT" not in told


def nested(begin: str, end: str, depth: int, inside: str = "P: Hei du") -> str:
    return begin * depth + inside + end * depth


DEEP: dict[str, tuple[str, Callable[[], bytes]]] = {
    "docx": (".docx", lambda: with_part(DOCX, "word/document.xml", lambda _: nested_docx("sdt"))),
    "docx tables": (".docx", lambda: with_part(DOCX, "word/document.xml", lambda _: nested_docx("tbl><tr><tc"))),
    "odt": (".odt", lambda: with_part(ODT, "content.xml", deep_odt)),
    "eaf": (".eaf", lambda: EAF.replace("<HEADER", nested("<a>", "</a>", many(100_000), "") + "<HEADER").encode()),
    "rtf groups": (".rtf", lambda: (r"{\rtf1 " + nested("{", "}", many(200_000)) + "}").encode()),
    "rtf open": (".rtf", lambda: (r"{\rtf1 P: Hei " + "{" * many(500_000)).encode()),
    "json lists": (".json", lambda: nested("[", "]", many(200_000), "").encode()),
    "json objects": (".json", lambda: nested('{"segments":', "}", many(200_000), "[]").encode()),
    "otr": (".otr", lambda: json.dumps({"text": nested("<p>", "</p>", many(100_000)), "media": "a"}).encode()),
    "html": (".html", lambda: ("<!DOCTYPE html><body>" + nested("<div>", "</div>", many(100_000))).encode()),
    "html tables": (".html", lambda: ("<html><body>" + "<table><tr><td>" * many(50_000) + "P: Hei").encode()),
    "html open": (".html", lambda: ("<html><body>" + "<b><i>" * many(20_000) + "<p>P: Hei" * 200).encode()),
    "md lists": (".md", lambda: "\n".join("  " * at + "- P: hei" for at in range(1500)).encode()),
    "md quotes": (".md", lambda: (">" * many(200_000) + " P: hei").encode()),
    "md stars": (".md", lambda: ("P: " + "*a " * many(200_000)).encode()),
    "md brackets": (".md", lambda: ("P: " + "[" * many(200_000)).encode()),
}


def nested_docx(name: str) -> bytes:
    begin, last = f"<{name}>", "".join(f"</{one}>" for one in reversed(name.split("><")))
    return (
        f"<document><body>{nested(begin, last, many(50_000), '<p><r><t>P: Hei</t></r></p>')}</body></document>".encode()
    )


def deep_odt(old: bytes) -> bytes:
    inside = b"<text:section>" * many(50_000) + b"<text:p>P: Hei</text:p>" + b"</text:section>" * many(50_000)
    return re.sub(
        rb"<office:text>.*</office:text>", lambda _: b"<office:text>" + inside + b"</office:text>", old, flags=re.S
    )


@pytest.mark.parametrize("case", DEEP)
def test_deep_nesting_is_read_or_refused(guard: Guard, tmp_path: Path, case: str) -> None:
    suffix, make = DEEP[case]
    outcome(guard, tmp_path / f"P07{suffix}", make(), seconds=20)


# PDFs


def packed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    names = b"/FlateDecode" * times
    return stream(content, b"/Filter[" + names + b"]")


def with_content(content: bytes) -> bytes:
    objects = pdf_file().split(b"endobj\n")
    made = [one.split(b"obj\n", 1)[1].strip() for one in objects[:5]]
    made[3] = content
    return pdf_of(made)


def form(inside: bytes, number: int) -> bytes:
    entries = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % number
    )
    return stream(inside, entries)


PDFS: dict[str, Callable[[], bytes]] = {
    "script": lambda: pdf_file(catalogue=rb"/OpenAction<</S/JavaScript/JS(app.launchURL\('http://127.0.0.1:9/'\))>>"),
    "launch": lambda: pdf_file(catalogue=b"/OpenAction<</S/Launch/F(/bin/true)>>"),
    "embedded": lambda: pdf_file(
        PDF_TEXT, b"/Names<</EmbeddedFiles<</Names[(a.exe) 6 0 R]>>>>", b"",
        b"<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>", stream(b"MZ"),
    ),
    "pages that are their own": lambda: pdf_of(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]
    ),
    "two thousand million pages": lambda: pdf_file().replace(b"/Count 1", b"/Count 2000000000"),
    "a form in itself": lambda: pdf_file(b"/X Do", b"", b"/XObject<</X 6 0 R>>", form(b"/X Do /X Do", 6)),
    "forms by tens": lambda: pdf_file(
        b"/X Do", b"", b"/XObject<</X 6 0 R>>",
        *(form(b"/X Do " * 10 if at < 9 else PDF_TEXT, 7 + at) for at in range(10)),
    ),
    "a gigabyte of blanks": lambda: with_content(packed(b" " * ((400 if NIGHT else 80) * MB))),
    "packed three times": lambda: with_content(packed(b"q " * ((200 if NIGHT else 40) * MB), 3)),
    "many words": lambda: pdf_file(PDF_TEXT * 30_000),
    "one long word": lambda: pdf_file(b"BT /F1 12 Tf 50 700 Td (" + b"a" * 900_000 + b") Tj ET"),
    "lists in lists": lambda: pdf_file(catalogue=b"/A" + b"[" * 1_000_000),
    "tables in tables": lambda: pdf_file(catalogue=b"/A" + b"<</A" * 200_000),
    "an earlier table that is none": lambda: pdf_file().replace(b"/Root", b"/Prev 9/Root"),
    "endless measures": lambda: pdf_file(b"1e38 0 0 1e38 1e38 1e38 cm " + PDF_TEXT).replace(b"600 800", b"1e30 1e30"),
}  # fmt: skip


@pytest.mark.skipif(".pdf" not in formats.SUFFIXES, reason="no reader of PDFs")
@pytest.mark.parametrize("case", PDFS)
def test_pdfs_are_read_or_refused(guard: Guard, tmp_path: Path, case: str) -> None:
    outcome(guard, tmp_path / "P07.pdf", PDFS[case]())
    assert [path.name for path in tmp_path.iterdir()] == ["P07.pdf"]


# Odd files


@posix
def test_links_pipes_and_devices(guard: Guard, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "given"
    outside.mkdir()
    folder.mkdir()
    (outside / "secret.txt").write_text(f"P: {SECRET}\n", encoding="utf-8")
    (folder / "a.txt").symlink_to(outside / "secret.txt")
    (folder / "b.txt").symlink_to("/dev/zero")
    (folder / "c.txt").symlink_to(folder / "c.txt")
    (folder / "d").symlink_to(outside)
    os.mkfifo(folder / "e.txt")
    (folder / "f.txt").write_bytes(SAMPLES[".txt"][0])
    (folder / "g.txt").symlink_to(folder / "f.txt")
    read = {one.path.name: one for one in read_many([folder])}
    assert sorted(read) == ["a.txt", "b.txt", "c.txt", "e.txt", "f.txt", "g.txt"]
    assert [name for name, one in sorted(read.items()) if isinstance(one, Preview)] == ["f.txt", "g.txt"]
    for one in read.values():
        assert not isinstance(one, Problem) or one.message.endswith(".")
    refused_words = outcome(guard, Path("/dev/zero"))
    assert isinstance(refused_words, str) and "no ordinary file" in refused_words


NAMES = ["P07\x1b[31m.txt", "P07\x1b]52;c;aGVp\x07.txt", "P07\nlinje.txt", "P07\u202etxt.exe.txt", "P07\x9b2J.txt"]


@posix
@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_are_shown_not_acted_on(guard: Guard, tmp_path: Path, name: str) -> None:
    preview = outcome(guard, tmp_path / name, SAMPLES[".txt"][0])
    assert isinstance(preview, Preview)
    assert not set("\x1b\x07\n\x9b") & set(preview.name)
    assert isinstance(outcome(guard, tmp_path / name, b"\x89PNG"), str)


@posix
def test_a_name_that_is_no_utf_8(guard: Guard, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/P07\xff\xe6.txt"))
    preview = outcome(guard, path, SAMPLES[".txt"][0])
    assert isinstance(preview, Preview) and preview.path == path
    preview.name.encode()


# Signs


SIGNS = {
    "escapes": "\x1b[31mrød \x1b]52;c;SEVNTUVMSUc=\x07 \x1b]0;tittel\x07 \x1bPq#0\x1b\\ \x9b2J \x9d52;c;QQ==\x9c",
    "nul": "Det\0 gikk\0bra", "bidi": "\u202eomvendt\u202c \u2066iso\u2069 \u200f", "zero": "a\u200bb\u2060c\ufeffd",
    "lines": "en\u2028to\u2029tre\x0bfire\x0cfem\x85seks", "surrogates": "\ud800 \udfff",
    "marks": "a" + "\u0316\u0301" * 20_000, "tags": "\U000e0041\U000e007f",
    "markup": "[bold]fet[/] [@click=app.quit]x[/]",
}  # fmt: skip


TEXTS = (".txt", ".vtt", ".srt", ".json", ".md", ".html", ".tsv", ".eaf", ".rtf", ".otr")


@pytest.mark.parametrize("signs", SIGNS)
@pytest.mark.parametrize("suffix", [one for one in TEXTS if one in formats.SUFFIXES])
def test_signs_are_made_harmless(guard: Guard, tmp_path: Path, suffix: str, signs: str) -> None:
    text = SAMPLES[suffix][0].decode("cp1252" if suffix == ".rtf" else "utf-8")
    word = next(one for one in ("gikk", "hei", "Hei", "Bra") if one in text)
    said = SIGNS[signs]
    if suffix in (".json", ".otr"):
        said = json.dumps(said)[1:-1]
    elif suffix == ".rtf":
        said = "".join(f"\\u{(ord(sign) + 32768) % 65536 - 32768}?" if ord(sign) < 65536 else "?" for sign in said)
    data = text.replace(word, f"{word} {said} {word}").encode("utf-8", "surrogatepass")
    outcome(guard, tmp_path / f"P07{suffix}", data)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_halves_of_characters_in_utf_16(guard: Guard, tmp_path: Path, encoding: str) -> None:
    data = "\ufeffP07: Det gikk \ud83d seg \udc69 til.\n".encode(encoding, "surrogatepass")
    assert "gikk" in text_of(outcome(guard, tmp_path / "P07.txt", data))


# Sizes


def many_blanks() -> str:
    return " " * many(300_000)


LONG: dict[str, tuple[str, Callable[[], str]]] = {
    "words": (".txt", lambda: "P: " + "ord og " * many(700_000)),
    "one word": (".txt", lambda: "a" * 5_000_000),
    "blanks": (".txt", lambda: "P: a" + " " * many(5_000_000) + "b"),
    "marks of f4": (".txt", lambda: "P: ja " + "#1:11#" * many(200_000)),
    "colons": (".txt", lambda: "A: " * many(1_000_000)),
    "captions": (".vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * many(300_000)),
    "voices": (".vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a>b" * many(150_000)),
    "arrows": (".srt", lambda: "1\n00:00:01,000 --> 00:00:02,000\nx\n\n" + "-->\n" * many(60_000)),
    "numbers": (".srt", lambda: "1\n00:00:01,000 --> 00:00:02,000\n" + "1\n" * many(60_000)),
    "times": (".srt", lambda: "1\n00:00:01,000 --> 00:00:02,000\nx\n" * many(40_000)),
    "fonts": (".srt", lambda: "1\n00:00:01,000 --> 00:00:02,000\n" + "<font " * many(150_000) + "<" + many_blanks()),
    "turns": (".txt", lambda: "".join(f"I: Hva {n}?\nP07: Ja, {n}.\n" for n in range(many(30_000)))),
    "speakers": (".txt", lambda: "".join(f"Navn{n % 9999}: Ja, {n}.\n" for n in range(many(40_000)))),
    "empty lines": (".txt", lambda: "a\n\n" * many(50_000) + "\n" * many(3_000_000)),
    "binary in rtf": (".rtf", lambda: r"{\rtf1 P: Hei \bin99999999999 a\par " + r"\bin5 abcde" * many(50_000) + "}"),
    "words of rtf": (".rtf", lambda: "{\\rtf1 P: Hei \\" + "a" * many(1_000_000) + " x" + "\\'" * many(100_000) + "}"),
    "numbers of rtf": (".rtf", lambda: r"{\rtf1 P: Hei \u" + "9" * many(200_000) + "? du}"),
    "numbers of json": (".json", lambda: '{"segments":[{"start":' + "9" * many(200_000) + ',"end":2,"text":"Hei"}]}'),
    "far times": (".json", lambda: '{"segments":[{"start":1e308,"end":1e309,"text":"Hei"}]}'),
    "segments": (".json", lambda: json.dumps({"segments": [
        {"start": n, "end": n + 1, "text": "Hei du"} for n in range(many(20_000))
    ]})),
    "columns of tsv": (".tsv", lambda: "start\tend\ttext" + "\ta" * many(1_000_000) + "\n0\t1\tHei\n"),
    "attributes": (".html", lambda: "<html><p " + " ".join(f"a{n}=b" for n in range(many(100_000))) + ">P: Hei"),
    "ampersands": (".html", lambda: "<!DOCTYPE html><p>P: " + "&amp" * many(500_000)),
    "comments": (".html", lambda: "<!DOCTYPE html><p>P: Hei" + "<!--" * many(500_000)),
    "rules of md": (".md", lambda: "# " * many(500_000) + "\n" + "-" * many(500_000) + "\nP: a" + "`" * many(500_000)),
    "tables of md": (".md", lambda: "|" * many(500_000) + "\n|" + "-|" * many(250_000) + "\nP: hei"),
}  # fmt: skip


@pytest.mark.parametrize("case", LONG)
def test_lines_and_lists_without_end(guard: Guard, tmp_path: Path, case: str) -> None:
    suffix, make = LONG[case]
    outcome(guard, tmp_path / f"P07{suffix}", make().encode(), seconds=20)


def test_a_huge_file_is_refused_unread(guard: Guard, tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    with path.open("wb") as stream:
        stream.truncate(300 * MB)
    found = outcome(guard, path, seconds=2)
    assert isinstance(found, str) and "less than 200" in found


def test_more_text_than_memory_allows_is_a_sentence(tmp_path: Path) -> None:
    with Guard(Limits(memory=256 * MB)) as small:
        found = outcome(small, tmp_path / "P07.txt", b"I: Hva?\nP07: Ja, det gikk bra.\n" * 1_500_000, seconds=30)
    assert isinstance(found, str) and "more memory" in found


@pytest.mark.skipif(not NIGHT, reason="half a minute; WORKBENCH_FUZZ=1 has it run")
def test_a_million_turns(tmp_path: Path) -> None:
    data = "".join(f"I: Hva skjedde?\nP07: Ja, nummer {n} gikk bra.\n" for n in range(500_000)).encode()
    with Guard() as guard:
        found = outcome(guard, tmp_path / "P07.txt", data, seconds=120)
    assert "more memory" in found if isinstance(found, str) else len(found.turns) == 1_000_000


def people_refused(guard: Guard, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    begin = time.monotonic()
    with pytest.raises(TranscriptError) as caught:
        guard.read_people(path)
    assert time.monotonic() - begin < 12
    assert "fell over" not in str(caught.value)
    return str(caught.value)


def test_tables_too_wide(guard: Guard, tmp_path: Path) -> None:
    assert "table" in people_refused(guard, tmp_path / "people.csv", b"a;" * 1_000_000 + b"\n" + b"1;" * 1_000_000)
    wide = "".join(f'<c r="{column(at)}1" t="inlineStr"><is><t>a{at}</t></is></c>' for at in range(1, 16_385))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{wide}</row></sheetData></worksheet>'
    data = with_part(xlsx_file(), "xl/worksheets/sheet1.xml", lambda _: sheet.encode())
    people_refused(guard, tmp_path / "people.xlsx", data)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def column(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def test_one_cell_far_away_does_not_fill_the_memory(guard: Guard, tmp_path: Path) -> None:
    cell = '<row r="{0}"><c r="{1}{0}" t="inlineStr"><is><t>x</t></is></c></row>'
    cells = cell.format(1, "A") + cell.format(1048576, "XFD")
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    people_refused(
        guard, tmp_path / "people.xlsx", with_part(xlsx_file(), "xl/worksheets/sheet1.xml", lambda _: sheet.encode())
    )


@pytest.mark.parametrize("text", ['"' + "a" * 3_000_000, "a;b\n" + '"' * 1_000_001, "a;b\n" + "\0;\x1b\n" * 10])
def test_odd_tables_are_read_or_refused(guard: Guard, tmp_path: Path, text: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    try:
        guard.read_people(path)
    except TranscriptError as error:
        assert "fell over" not in str(error)


# Patterns


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the room keeps, by module and name."""
    import importlib
    import pkgutil

    import workbench.transcripts as room

    found: dict[str, re.Pattern[str]] = {}
    for place, name in ((room.__path__, room.__name__), (readers.__path__, readers.__name__),
                        (repairs.__path__, repairs.__name__)):  # fmt: skip
        for info in pkgutil.iter_modules(place, f"{name}."):
            for key, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found[f"{info.name.rpartition('.')[2]}.{key}"] = value
    return found


UNITS = [" ", "\n", "a", "A", "1", "-", ":", "<", "[", "(", "#", "# ", "#1:11 ", "1:11 ", "a ", "A ", "P1 ", "<v ",
         "</c ", "--> ", "\\", "{\\an", "&", "a-\n", "a1", "'", "\u00a0", "- ", "1 av ", "<a b=", "|"]  # fmt: skip
# Used on short lines only (`furniture._LONGEST`).
SHORT_LINES_ONLY = {"furniture._WITH_NUMBER"}


@posix
@pytest.mark.parametrize("name", sorted(set(patterns()) - SHORT_LINES_ONLY))
def test_no_pattern_takes_the_square_of_its_text(name: str) -> None:
    """A megabyte (by day a sixteenth) of what a pattern likes to repeat, from the place where it is tried."""
    pattern = patterns()[name]

    def over(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"{name} on {unit!r}")

    before = signal.signal(signal.SIGVTALRM, over)
    try:
        for unit in UNITS:
            text = unit * ((MB if NIGHT else MB // 16) // len(unit)) + "!"
            signal.setitimer(signal.ITIMER_VIRTUAL, 1.5)
            pattern.match(text)
            pattern.fullmatch(text)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
