"""Markdown: `**I:** words`, headings, lists, quotes, tables; the signs of the markup are taken away."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.transcripts.lines import Block, Cleaner, Draft
from workbench.transcripts.readers.flow import Flow

_FACTS = {"date": "made", "dato": "made", "lang": "language", "språk": "language", "audio": "media", "lydfil": "media",
          "tittel": "title"}  # fmt: skip
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_UNDER = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_PREFIX = re.compile(r"[ \t]*(?:(?:>[ \t]?)|(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?))*")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*(.*)")
_TABLE_RULE = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?")
_STRONG = re.compile(r"(?<!`)(?P<ticks>`++)[^`\n]{1,5000}(?P=ticks)|\\.|(?P<stars>\*\*)|(?P<lines>(?<!\w)__|__(?!\w))")
_TAGS = "b|strong|i|em|u|s|sub|sup|span|p|div|small|mark|a|center|font"
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`++)(?P<code>[^`\n]{1,5000})(?P=ticks)"
    r"|!?\[(?P<link>[^\[\]\n]{0,1000})\]\((?P<target>[^()\s]{1,2000})(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<stars>[^*\n]{1,5000}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<lines>[^_\n]{1,5000}?)(?<=\S)_(?![\w_])"
    r"|~~(?=\S)(?P<struck>[^~\n]{1,5000})~~"
    r"|(?P<br><br[ \t]*/?>)"
    rf"|</?(?:{_TAGS})(?:\s[^<>\n]{{0,500}})?/?>"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|\[\^[^\]\s]{1,40}\](?!:)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,32});)"
)


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the lines of a Markdown text; headings before the first other words are titles, front matter facts."""
    del name
    reader = _Reader(Flow(clean))
    written = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    facts, written = _front_matter(written)
    reader.run(written)
    draft = reader.flow.draft("md", encoding)
    draft.facts = {clean(key): told for key, value in facts.items() if (told := " ".join(clean(value).split())[:500])}
    return draft


def _front_matter(written: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return what stands between two lines of `---` at the top as keys and values, and the rest."""
    if not written or written[0].rstrip() != "---":
        return {}, written
    end = next((at for at, line in enumerate(written[1:200], 1) if line.rstrip() in ("---", "...")), 0)
    if not end or not all(re.match(r"[\w -]{1,40}:|\s|#|- |$", line) for line in written[1:end]):
        return {}, written
    facts: dict[str, str] = {}
    key = "title"
    for line in written[1:end]:
        hit = re.match(r"([\w -]{1,40}):\s*(.*)", line)
        if hit:
            key = _FACTS.get(hit[1].strip().casefold(), hit[1].strip().casefold())
        value = (hit[2] if hit else line).strip().strip("\"'")
        facts[key] = f"{facts.get(key, '')} {value}".strip()
    return facts, written[end + 1 :]


class _Reader:
    """Takes line after line."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._follows = False
        self._fence = ""
        self._talk = False

    def run(self, written: list[str]) -> None:
        """Take every line."""
        for number, line in enumerate(written):
            below = written[number + 1] if number + 1 < len(written) else ""
            above = written[number - 1] if number else ""
            if not self._fenced(line):
                self._line(line.rstrip(), above, below)

    def _fenced(self, line: str) -> bool:
        """Take a line in, or at the edge of, a stretch that is kept as written; tell whether it was one."""
        fence = _FENCE.match(line)
        if fence and (not self._fence or fence[1].startswith(self._fence)):
            self._fence, self._follows = "" if self._fence else fence[1], False
            return True
        if self._fence:
            self._put([(line, False)])
        return bool(self._fence)

    def _line(self, line: str, above: str, below: str) -> None:
        heading = _HEADING.fullmatch(line)
        note = _FOOTNOTE.fullmatch(line)
        if not line.strip() or _is_only_markup(line, above):
            self._follows = False
        elif heading:
            self._heading(heading[1] or "")
        elif _UNDER.fullmatch(below) and not self._follows and not _is_row(line):
            self._heading(line)
        elif note:
            self._part(note[1], Block.FOOTNOTE)
        elif re.fullmatch(r"\s*<!--.*-->\s*", line):
            self._part(line.strip()[4:-3].strip(), Block.NOTE)
        elif _is_row(line):
            self._row(line)
        else:
            self._words(line)

    def _heading(self, text: str) -> None:
        if self._talk:
            self._follows = False
            self._put(list(_pieces(text)))
        else:
            self._part(text, Block.TITLE)
        self._follows = False

    def _part(self, text: str, block: Block) -> None:
        part = self.flow.inner(block)
        for piece, bold in _pieces(text):
            part.add(piece, bold)
        self.flow.join(part)
        self._follows = False

    def _row(self, line: str) -> None:
        cells: list[Flow] = []
        for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|")):
            made = self.flow.inner()
            for piece, bold in _pieces(cell.strip()):
                made.add(piece, bold)
            cells.append(made)
        self.flow.table([cells])
        self._talk = True

    def _words(self, line: str) -> None:
        prefix = _PREFIX.match(line)
        at = prefix.end() if prefix else 0
        if at and line[:at].strip():
            self._follows = self._follows and ">" in line[:at]
        self._put(list(_pieces(line[at:].removesuffix("\\") if _ends_hard(line) else line[at:])))

    def _put(self, pieces: list[tuple[str, bool]]) -> None:
        before = len(self.flow.lines)
        for piece, bold in pieces:
            self.flow.add(piece, bold)
        self.flow.end()
        for at in range(before, len(self.flow.lines)):
            self._talk = True
            if self._follows and at == before:
                self.flow.lines[at] = replace(self.flow.lines[at], follows=True)
        self._follows = True


def _ends_hard(line: str) -> bool:
    """A backslash at the end is a line end, two are a backslash."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _is_only_markup(line: str, above: str) -> bool:
    """Tell whether a line draws a rule, underlines the heading above, or parts a table's head from its rows."""
    if _is_row(above) and "|" in line and _TABLE_RULE.fullmatch(line):
        return True
    return bool(_RULE.fullmatch(line) or (above.strip() and not _is_row(above) and _UNDER.fullmatch(line)))


def _is_row(line: str) -> bool:
    """A row of a table begins and ends with a bar."""
    bare = line.strip()
    return len(bare) > 2 and bare[0] == bare[-1] == "|"


def _pieces(text: str) -> "Iterator[tuple[str, bool]]":
    """Yield the words without markup, and whether they are strong."""
    at = 0
    for begin, end in _strong(text):
        yield _plain(text[at:begin]), False
        yield _plain(text[begin + 2 : end]), True
        at = end + 2
    yield _plain(text[at:]), False


def _strong(text: str) -> "Iterator[tuple[int, int]]":
    """Yield where strong words open and close: `**` or `__` before a word, and the next such after one."""
    begin, kind = -1, ""
    for hit in _STRONG.finditer(text):
        sign, after = hit["stars"] or hit["lines"], text[hit.end() : hit.end() + 1]
        if not sign:
            continue  # between ticks, or behind a backslash: meant as written
        if begin >= 0 and sign == kind and hit.start() > begin + 2 and not text[hit.start() - 1].isspace():
            yield begin, hit.start()
            begin = -1
        elif after and not after.isspace():
            begin, kind = hit.start(), sign


def _plain(text: str, depth: int = 0) -> str:
    def shown(hit: re.Match[str]) -> str:
        if hit["entity"]:
            return html.unescape(hit["entity"])
        if hit["br"]:
            return "\n"
        whole = hit["escaped"] or hit["code"] or hit["address"]
        if whole:
            return whole
        if hit["target"] and not re.search(r"[/#.:]", hit["target"]):
            return hit[0]  # brackets of the transcriber, no link
        inner = hit["stars"] or hit["lines"] or hit["struck"] or hit["link"] or ""
        return _plain(inner, depth + 1) if depth < 5 else inner

    return _INLINE.sub(shown, text)
