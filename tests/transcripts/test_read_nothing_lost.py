"""Every word of a document comes out once: as words, a cell, a note, a head or a remark, however it is put together."""

from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.transcripts.lines import Cleaner, Draft
from workbench.transcripts.readers import html_file, md_file, rtf_file

KINDS = ("plain", "bold", "label", "table", "note", "comment", "hidden", "list", "heading", "box")


def html(kind: str, a: str, b: str, c: str) -> str:
    return {
        "plain": f"<p>{a} {b}<br>{c}</p>", "bold": f"<p>{a}<b> {b}</b> {c}</p>",
        "label": f"<div><b>{a}:</b> {b} {c}</div>",
        "table": f"<table><tr><td>{a}<td>{b}<tr><td><p>{c}</table>", "note": f"<p>{a}<div id=sdfootnote1>{b}</div>{c}",
        "comment": f"<dl><dt>{a}<dd>{b}<dd>{c}</dl>", "hidden": f"<p>{a} <span hidden>{b}</span> {c}",
        "list": f"<ul><li>{a}<li>{b}</ul>{c}", "heading": f"<h2>{a}</h2>{b}<nav>{c}</nav>",
        "box": f"<table><tr><td>{a}<table><tr><td>{b}</table>{c}</table>",
    }[kind]  # fmt: skip


def rtf(kind: str, a: str, b: str, c: str) -> str:
    return {
        "plain": rf"\pard {a} {b}\line {c}\par ", "bold": rf"\pard {a}{{\b  {b}}} {c}\par ",
        "label": rf"\pard {{\b {a}:}}\tab {b} {c}\par ",
        "table": rf"\trowd\pard\intbl {a}\cell {b}\cell\row\trowd\pard\intbl {c}\cell\row ",
        "note": rf"\pard {a}{{\footnote {b}\par}} {c}\par ",
        "comment": rf"\pard {{\*\atrfstart 1}}{a}{{\*\atrfend 1}}{{\*\annotation{{\*\atnref 1}}{b}}} {c}\par ",
        "hidden": rf"\pard {a} {{\v {b}}} {c}\par ", "list": rf"\pard{{\pntext\bullet\tab}}{a}\par {b}\par {c}\par ",
        "heading": rf"{{\header {a}\par}}\pard {b} {c}\par ",
        "box": rf"\pard {a}{{\shp{{\*\shpinst{{\shptxt {b}\par}}}}}} {c}\par ",
    }[kind]  # fmt: skip


def md(kind: str, a: str, b: str, c: str) -> str:
    return {
        "plain": f"{a} {b}  \n{c}\n\n", "bold": f"{a} **{b}** {c}\n\n", "label": f"**{a}:** {b} {c}\n\n",
        "table": f"| {a} | {b} |\n|---|---|\n| {c} | |\n\n", "note": f"{a}[^1]\n\n[^1]: {b}\n\n{c}\n\n",
        "comment": f"{a}\n\n<!-- {b} -->\n{c}\n\n", "hidden": f"{a} *{b}* ~~{c}~~\n\n",
        "list": f"- {a}\n- {b}\n\n> {c}\n\n",
        "heading": f"# {a}\n\n{b}\n===\n\n{c}\n\n", "box": f"```\n{a}\n```\n`{b}` [{c}](https://x)\n\n",
    }[kind]  # fmt: skip


def read_html(body: str) -> Draft:
    return html_file.read(f"<!doctype html><body>{body}".encode(), Cleaner(), "x", None)


def read_rtf(body: str) -> Draft:
    return rtf_file.read(rf"{{\rtf1\ansi\pard {body}}}".encode(), Cleaner(), "x", None)


def read_md(body: str) -> Draft:
    return md_file.read(body, "utf-8", Cleaner(), "x")


@pytest.mark.parametrize(("write", "read"), [(html, read_html), (rtf, read_rtf), (md, read_md)])
@settings(max_examples=60, deadline=None)
@given(kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=12))
def test_every_word_comes_out_once(
    write: Callable[[str, str, str, str], str], read: Callable[[str], Draft], kinds: list[str]
) -> None:
    numbers = count()
    tokens: list[str] = []
    body = ""
    for kind in kinds:
        three = [f"Ord{next(numbers)}" for _ in range(3)]
        tokens += three
        body += write(kind, *three)
    draft = read(body)
    told = [f"{line.cell} {line.text}" for line in draft.lines] + [one.text for one in draft.remarks]
    found = Counter(word.strip(":") for text in told for word in text.split())
    assert found == Counter(tokens)
