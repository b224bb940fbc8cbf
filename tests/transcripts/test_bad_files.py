"""Bad files: each gives one TranscriptError that says what, where and what to do, and nothing else."""

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import odfdo
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import TranscriptError
from workbench.transcripts import Problem, read_file, read_many

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
ODF = b"application/vnd.oasis.opendocument."
TALK = b"I: Hva skjedde?\nP: Ingenting.\n"


def docx_bytes() -> bytes:
    document = docx.Document()
    document.add_paragraph("I: Hva skjedde?")
    document.add_paragraph("P: Ingenting.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def odt_bytes() -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph("I: Hva skjedde?"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def package(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def with_member(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return package(
            {name: change(source.read(name)) if name == member else source.read(name) for name in source.namelist()}
        )


def refused(path: Path) -> str:
    with pytest.raises(TranscriptError) as caught:
        read_file(path)
    message = str(caught.value)
    assert path.name in message
    assert message.endswith(".")
    assert "\n" not in message
    return message


DECLARED = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'


def doctype(data: bytes) -> bytes:
    return DECLARED + data.split(b"?>", 1)[1]


def doctype_utf_16(data: bytes) -> bytes:
    return doctype(data).decode("utf-8").replace('"1.0"', '"1.0" encoding="utf-16"', 1).encode("utf-16")


def doctype_ebcdic(_: bytes) -> bytes:
    return '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("cp037")


def wordless(data: bytes) -> bytes:
    return data.replace(b"I: Hva skjedde?", b" ").replace(b"P: Ingenting.", b"")


def locked(data: bytes) -> bytes:
    entry = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    return data.replace(b"</manifest:manifest>", entry + b"</manifest:manifest>")


def deep(_: bytes) -> bytes:
    return b"<document><body>" + b"<sdt>" * 5000 + b"</sdt>" * 5000 + b"</body></document>"


def cut_short(data: bytes) -> bytes:
    return data[:-30]


def word(change: Callable[[bytes], bytes], member: str = "word/document.xml") -> Callable[[], bytes]:
    return lambda: with_member(docx_bytes(), member, change)


def open_text(change: Callable[[bytes], bytes], member: str = "content.xml") -> Callable[[], bytes]:
    return lambda: with_member(odt_bytes(), member, change)


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("P1.txt", lambda: b"", "empty"),
    "blanks": ("P1.txt", lambda: b" \n\t\r\n \xc2\xa0\n", "only blanks"),
    "labels only": ("P1.txt", lambda: b"I:\nP:\n", "no words"),
    "empty document": ("P1.docx", word(wordless), "no words"),
    "password docx": ("P1.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old doc": ("P1.docx", lambda: OLE + "WordDocument".encode("utf-16-le"), r"\.doc\)"),
    "old office": ("P1.docx", lambda: OLE, "old Office"),
    "password odt": ("P1.odt", open_text(locked, "META-INF/manifest.xml"), "password"),
    "truncated docx": ("P1.docx", lambda: docx_bytes()[:-400], "damaged"),
    "docx start only": ("P1.docx", lambda: docx_bytes()[:900], "damaged"),
    "zip called docx": ("P1.docx", lambda: package({"a.txt": TALK}), "zip archive"),
    "workbook called docx": ("P1.docx", lambda: package({"xl/workbook.xml": b"<a/>"}), "Excel"),
    "broken pdf called docx": ("P1.docx", lambda: b"%PDF-1.7 xxx", "PDF"),
    "presentation": ("P1.pptx", lambda: package({"ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
    "e-book": ("P1.epub", lambda: package({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<a/>"}),
               "e-book"),
    "deep rtf": ("P1.rtf", lambda: b"{\\rtf1 " + b"{" * 100_000, "nested"),
    "empty web page": ("P1.html", lambda: b"<!DOCTYPE html><script>hei()</script>", "no words"),
    "sound": ("P1.txt", lambda: b"ID3\x04\0\0\0", "sound"),
    "picture": ("P1.txt", lambda: b"\x89PNG\r\n\x1a\n", "picture"),
    "garbage txt": ("P1.txt", lambda: random.Random(7).randbytes(5000), "no text file"),
    "garbage docx": ("P1.docx", lambda: random.Random(8).randbytes(5000), "no document"),
    "unknown suffix": ("P1.pages2", lambda: TALK, r"reads \.docx"),
    "no suffix": ("P1", lambda: TALK, r"reads \.docx"),
    "dtd in docx": ("P1.docx", word(doctype), "declaration"),
    "dtd in styles": ("P1.docx", word(doctype, "word/styles.xml"), "declaration"),
    "dtd in odt": ("P1.odt", open_text(doctype), "declaration"),
    "dtd in utf-16": ("P1.docx", word(doctype_utf_16), "declaration"),
    "dtd in ebcdic": ("P1.docx", word(doctype_ebcdic), "damaged"),
    "broken xml": ("P1.docx", word(cut_short), "damaged"),
    "no body": ("P1.docx", word(lambda _: b"<document/>"), "without a text"),
    "broken odt": ("P1.odt", open_text(cut_short), "damaged"),
    "no content": ("P1.odt", lambda: package({"mimetype": ODF + b"text"}), "missing"),
    "spreadsheet": ("P1.odt", lambda: package({"mimetype": ODF + b"spreadsheet"}), "no text"),
    "many parts": ("P1.docx", lambda: package({f"a{at}": b"" for at in range(10_001)}), "parts"),
    "bzip": ("P1.docx", lambda: package({"word/document.xml": b"a"}, zipfile.ZIP_BZIP2), "damaged"),
    "deep": ("P1.docx", word(deep), "nested"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_content_is_one_clear_sentence(tmp_path: Path, case: str) -> None:
    name, make, words = CASES[case]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(TranscriptError, match=words):
        read_file(path)
    refused(path)


def test_missing_folder_fifo_and_forbidden(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "borte.txt")
    assert "is a folder" in refused(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "rør.txt")
        assert "no ordinary file" in refused(tmp_path / "rør.txt")
    with pytest.raises(TranscriptError):
        read_file(tmp_path / "nul\0.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "P1.txt"
    path.write_bytes(TALK)

    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert "no right to read" in refused(path)


def test_a_too_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "P1.txt"
    with path.open("wb") as stream:
        stream.truncate(201 * 1024 * 1024)
    assert "less than 200" in refused(path)


@pytest.mark.parametrize("lie", [False, True])
def test_a_zip_bomb_is_refused_by_declared_and_by_counted_size(tmp_path: Path, lie: bool) -> None:
    size = 60 * 1024 * 1024
    data = with_member(docx_bytes(), "word/document.xml", lambda _: b"\0" * size)
    if lie:  # the directory says 1,000 bytes; what is unpacked says otherwise
        data = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path = tmp_path / "P1.docx"
    path.write_bytes(data)
    message = refused(path)
    assert ("unpack to" in message) is not lie
    if lie:
        assert "damaged" in message


def test_a_declaration_across_two_chunks_is_found(tmp_path: Path) -> None:
    path = tmp_path / "P1.docx"
    filling = b"<?xml version='1.0'?>" + b" " * (1024 * 1024 - 21 - 5)
    path.write_bytes(with_member(docx_bytes(), "word/styles.xml", lambda _: filling + b"<!DOCTYPE a><a/>"))
    assert "declaration" in refused(path)


def test_a_password_in_the_zip_directory_is_said(tmp_path: Path) -> None:
    data = bytearray(docx_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path = tmp_path / "P1.docx"
    path.write_bytes(bytes(data))
    assert "password" in refused(path)


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO(docx_bytes())
    with zipfile.ZipFile(buffer, "a") as made, pytest.warns(UserWarning):
        made.writestr("word/document.xml", b"<document><body/></document>")
    path = tmp_path / "P1.docx"
    path.write_bytes(buffer.getvalue())
    assert "same name" in refused(path)


@pytest.mark.parametrize(
    ("name", "make", "format_"),
    [
        ("P1.txt", docx_bytes, "docx"),
        ("P1.doc", docx_bytes, "docx"),
        ("P1.docx", odt_bytes, "odt"),
        ("P1.docx", lambda: TALK, "txt"),
        ("P1.txt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\nhei\n", "vtt"),
        ("P1.vtt", lambda: b"1\n00:00:01,000 --> 00:00:02,000\nhei\n", "srt"),
        ("P1", lambda: b"1\n00:00:01,000 --> 00:00:02,000\nhei\n", "srt"),
    ],
)
def test_a_wrongly_named_file_is_read_as_what_it_is(
    tmp_path: Path, name: str, make: Callable[[], bytes], format_: str
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    preview = read_file(path)
    assert preview.format == format_
    assert "it was read as that" in preview.warnings[0]


def test_names_with_escapes_do_not_reach_the_screen(tmp_path: Path) -> None:
    assert "\x1b" not in refused_message(tmp_path / "P1\x1b[31m.txt")
    path = tmp_path / "P1\x1b]0;x\x07.txt"
    path.write_bytes(b"\x89PNG")
    assert "\x1b" not in refused_message(path)
    path.write_bytes(TALK)
    assert "\x1b" not in read_file(path).name


def refused_message(path: Path) -> str:
    with pytest.raises(TranscriptError) as caught:
        read_file(path)
    return str(caught.value)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    inner = tmp_path / "intervjuer" / "andre"
    inner.mkdir(parents=True)
    (tmp_path / "intervjuer" / "P1.txt").write_bytes(TALK)
    (tmp_path / "intervjuer" / "P2.docx").write_bytes(b"%PDF")
    (tmp_path / "intervjuer" / "~$P1.docx").write_bytes(b"lock")
    (tmp_path / "intervjuer" / "notat.pdf").write_bytes(b"%PDF")
    (inner / "P3.docx").write_bytes(docx_bytes())
    (tmp_path / "tom").mkdir()
    read = read_many(
        [tmp_path / "intervjuer", tmp_path / "borte.txt", tmp_path / "tom", tmp_path / "intervjuer" / "P1.txt"]
    )
    assert [one.path.name for one in read if not isinstance(one, Problem)] == ["P1.txt", "P3.docx"]
    assert sorted(one.path.name for one in read if isinstance(one, Problem)) == [
        "P2.docx", "borte.txt", "notat.pdf", "tom",
    ]  # fmt: skip


def test_reading_many_reports_and_can_be_stopped(tmp_path: Path) -> None:
    for at in range(4):
        (tmp_path / f"P{at}.txt").write_bytes(TALK)
    seen: list[tuple[int, int, str]] = []

    def progress(number: int, total: int, path: Path) -> bool:
        seen.append((number, total, path.name))
        return number < 3

    assert len(read_many([tmp_path], progress)) == 2
    assert seen == [(1, 4, "P0.txt"), (2, 4, "P1.txt"), (3, 4, "P2.txt")]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([".docx", ".odt", ".txt", ".vtt", ".srt"]), st.data())
def test_damage_anywhere_gives_a_preview_or_our_own_error(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    whole = {".docx": DOCX, ".odt": ODT, ".vtt": VTT, ".srt": SRT}.get(suffix, TALK)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 6))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"P1{suffix}"
    path.write_bytes(
        bytes(damaged[: data.draw(st.integers(0, len(whole)))]) if data.draw(st.booleans()) else bytes(damaged)
    )
    try:
        assert read_file(path).turns
    except TranscriptError as error:
        assert str(error).endswith(".")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_damaged_xml_in_a_whole_package_gives_our_own_error(tmp_path: Path, noise: bytes) -> None:
    path = tmp_path / "P1.docx"
    path.write_bytes(
        package(
            {
                "[Content_Types].xml": b"<a/>",
                "word/document.xml": b"<document><body><p><r><t>" + noise + b"</t></r></p></body></document>",
            }
        )
    )
    try:
        assert read_file(path).turns
    except TranscriptError as error:
        assert str(error).endswith(".")


DOCX, ODT = docx_bytes(), odt_bytes()
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>hei du</v>\n\n00:03.000 --> 00:04.000\nAnna: hei\n"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nhei\n\n2\n00:00:03,000 --> 00:00:04,000\nja\n"
