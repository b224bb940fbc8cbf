"""The one table of formats: what each is called, its file endings, and the reader that reads it.

A new format is a row here, a recogniser in `sniff.py`, and a module in `readers/` with `read`. What `read` is given
depends on what the format is recognised in:

- package: `read(package: Package, clean: Cleaner) -> Draft`
- bytes: `read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft`
- text: `read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft`
"""

import importlib
from dataclasses import dataclass
from typing import Any, Literal

from workbench.transcripts.lines import Cleaner, Draft
from workbench.transcripts.packages import Package


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its key in `Draft.format`, how a sentence calls it, its endings, and its reader's module."""

    key: str
    called: str
    suffixes: tuple[str, ...]
    module: str
    given: Literal["package", "bytes", "text"]


FORMATS: dict[str, Format] = {
    row.key: row
    for row in (
        Format("docx", "a Word document", (".docx",), "docx_file", "package"),
        Format("odt", "an OpenDocument text", (".odt",), "odt_file", "package"),
        Format("pdf", "a PDF", (".pdf",), "pdf_file", "bytes"),
        Format("rtf", "rich text (RTF)", (".rtf",), "rtf_file", "bytes"),
        Format("html", "a web page", (".html", ".htm"), "html_file", "bytes"),
        Format("md", "Markdown", (".md", ".markdown"), "md_file", "text"),
        Format("txt", "plain text", (".txt",), "txt_file", "text"),
        Format("f4", "plain text", (".txt",), "txt_file", "text"),
        Format("vtt", "captions with times", (".vtt",), "vtt_file", "text"),
        Format("srt", "SRT captions", (".srt",), "srt_file", "text"),
        Format("whisper", "a speech recogniser's JSON", (".json",), "whisper_file", "text"),
        Format("whisper-tsv", "a speech recogniser's table", (".tsv",), "tsv_file", "text"),
        Format("noscribe", "a noScribe transcript", (".txt",), "noscribe_file", "text"),
        Format("noscribe-html", "a noScribe transcript", (".html", ".htm"), "noscribe_html_file", "bytes"),
        Format("otr", "an oTranscribe transcript", (".otr",), "otr_file", "text"),
        Format("eaf", "an ELAN annotation", (".eaf",), "eaf_file", "bytes"),
    )
}
SUFFIXES = tuple(dict.fromkeys(suffix for row in FORMATS.values() for suffix in row.suffixes))
# Endings of files that are no text: undecodable bytes under them are a damaged document.
NO_TEXT = frozenset(suffix for row in FORMATS.values() if row.given != "text" for suffix in row.suffixes)


def read(key: str, source: Package | bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return what the reader of a format makes of a file's package or bytes.

    Raises:
        TranscriptError: the reader refuses it.
    """
    row = FORMATS[key]
    reader: Any = importlib.import_module(f"workbench.transcripts.readers.{row.module}")
    if isinstance(source, Package):
        return reader.read(source, clean)
    return reader.read(source, clean, name, encoding)


def read_text(key: str, text: tuple[str, str, list[str]], clean: Cleaner, name: str) -> Draft:
    """Return what the reader of a text format makes of a decoded text, its encoding, and the warnings so far."""
    words, encoding, warnings = text
    reader: Any = importlib.import_module(f"workbench.transcripts.readers.{FORMATS[key].module}")
    draft: Draft = reader.read(words, encoding, clean, name)
    draft.warnings[:0] = warnings
    return draft
