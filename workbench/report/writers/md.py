"""Markdown: every sign that could be markup is escaped, so the words show as they were written."""

import re

from workbench.report.document import Block, Document, Heading, Paragraph, QuoteBlock, Run, Table
from workbench.report.writers.safe import printable

_MARKUP = re.compile(r"[\\`*_<#|~^$@]|\](?=[(\[:])|&(?=#?\w+;)|:(?=//)")
_LINE_START = re.compile(r"^[ \t]*(?:(\d+)([.)])|([-+=>]))?", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def write(document: Document) -> bytes:
    """Return the document as the bytes of a Markdown file (CommonMark)."""
    return ("\n\n".join(_block(block) for block in document.blocks) + "\n").encode()


def read_back(data: bytes) -> list[str]:
    """Return the paragraphs of a Markdown file made here, as a reader sees them."""
    text = _ESCAPED.sub(r"\1", data.decode())
    return [re.sub(r"(?m)^> ?|\\$", "", part) for part in text.split("\n\n")]


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it letter by letter."""
    marked = _MARKUP.sub(lambda hit: f"\\{hit[0]}", printable(text))
    return _LINE_START.sub(lambda hit: f"{hit[1]}\\{hit[2]}" if hit[1] else f"\\{hit[3]}" if hit[3] else "", marked)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_line(block.text)}"
    if isinstance(block, Paragraph):
        label = f"**{_line(block.label)}:** " if block.label else ""
        return label + "".join(_run(run) for run in block.runs)
    if isinstance(block, QuoteBlock):
        return _quote(block)
    return _table(block)


def _run(run: Run) -> str:
    text = escaped(run.text).replace("\n", "  \n")
    sign = "*" if run.italic else "**" if run.bold else ""
    if not sign:
        return text
    return "\n\n".join(f"{sign}{line.strip()}{sign}" for line in text.split("\n") if line.strip())


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _quote(block: QuoteBlock) -> str:
    parts = [escaped(part).replace("\n", "  \n> ") for part in block.paragraphs]
    under = f"({_line(block.attribution)})" if block.attribution else ""
    source = f"<sub>{_line(block.reference)}</sub>" if block.reference else ""
    closing = "  \n> ".join(one for one in (under, source) if one)
    return "> " + "\n>\n> ".join([*parts, *([closing] if closing else [])])


def _table(block: Table) -> str:
    rows = ["| " + " | ".join(_line(value) for value in row) + " |" for row in block.rows]
    return "\n".join([rows[0], "|" + " --- |" * len(block.rows[0]), *rows[1:]])
