"""A document's lines in the making: runs become paragraphs, with the comments and notes that hang on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.transcripts.lines import Block, Cleaner, Draft, Line, Remark
from workbench.transcripts.readers import tables


@dataclass(slots=True)
class Comment:
    """A comment: its words, where it begins and ends in the paragraph, and the line it was placed on.

    Words and author may be filled in later; a comment that has no words in the end is none.
    """

    text: str
    author: str
    begin: int
    end: int | None = None
    line: Line | None = None


class Flow:
    """Collects text run by run; flows of cells, notes and text boxes are made with `inner` and share the comments."""

    def __init__(self, clean: Cleaner, block: Block = Block.WORDS) -> None:
        self.lines: list[Line] = []
        self.hidden = 0
        self._clean = clean
        self._block = block
        self._pieces: list[tuple[str, bool]] = []
        self._length = 0
        self._hidden: list[str] = []
        self._hanging: list[Line] = []
        self._waiting: dict[int, Comment] = {}
        self._open: dict[str, Comment] = {}
        self._comments: list[Comment] = []
        self._moved: dict[int, tuple[Line, Line, bool]] = {}

    def inner(self, block: Block | None = None) -> "Flow":
        """Return an empty flow for a part of this document."""
        made = Flow(self._clean, block or self._block)
        made._open, made._comments, made._moved = self._open, self._comments, self._moved
        return made

    def add(self, text: str, bold: bool = False) -> None:
        """Add a run to the paragraph in the making; a line end in it begins a new line of the same paragraph."""
        if text:
            self._pieces.append((text, bold))
            self._length += len(text)

    def hide(self, text: str) -> None:
        """Add words the document hides: they become a note after the paragraph."""
        self._hidden.append(text)

    def hang(self, part: "Flow") -> None:
        """Put a finished inner flow (footnote, text box) right after the paragraph in the making."""
        part.end()
        self._hanging += part.lines
        self.hidden += part.hidden

    def join(self, part: "Flow") -> None:
        """Put a finished inner flow here."""
        self.end()
        part.end()
        self.lines += part.lines
        self.hidden += part.hidden

    def open(self, key: str, text: str, author: str) -> Comment:
        """Begin the words that comment `key` is on."""
        comment = Comment(text, author, self._length)
        self._open[key] = comment
        self._waiting[id(comment)] = comment
        self._comments.append(comment)
        return comment

    def close(self, key: str) -> None:
        """End the words that comment `key` is on."""
        comment = self._open.pop(key, None)
        if comment and id(comment) in self._waiting:
            comment.end = self._length

    def end(self) -> None:
        """End the paragraph."""
        if self._pieces:
            self._take_paragraph()
        if self._hidden:
            hidden, self._hidden = "".join(self._hidden), []
            made = [Line(text, block=Block.NOTE) for text in self._clean(hidden).split("\n") if text.strip()]
            self.hidden += bool(made)
            self.lines += made
        if self._hanging:
            self.lines += self._hanging
            self._hanging = []

    def _take_paragraph(self) -> None:
        pieces, self._pieces, self._length = self._pieces, [], 0
        raw = "".join([piece for piece, _ in pieces])
        written = self._clean(raw).split("\n")
        lead = _lead(pieces, written[0]) if pieces[0][1] or not pieces[0][0].strip() else ""
        made: list[tuple[int, Line]] = []
        at = 0
        for number, text in enumerate(written):
            if text.strip():
                made.append((at, Line(text, lead=lead if number == 0 else "", block=self._block)))
            at += len(text) + 1
        if self._waiting:
            self._place(raw, made, same=raw == "\n".join(written))
        self.lines += [line for _, line in made]

    def _place(self, raw: str, made: list[tuple[int, Line]], *, same: bool) -> None:
        """Give the comments of this paragraph their line; without one they wait for the next paragraph."""
        for comment in self._waiting.values():
            if not made:
                comment.begin, comment.end = 0, None if comment.end is None else 0
                continue
            begin = comment.begin if same else _cleaned(raw, comment.begin)
            start, line = max((one for one in made if one[0] <= begin), key=lambda one: one[0], default=made[0])
            end = start + len(line.text) if comment.end is None else comment.end if same else _cleaned(raw, comment.end)
            comment.begin = min(max(0, begin - start), len(line.text))
            comment.end = min(max(comment.begin, end - start), len(line.text))
            comment.line = line
        if made:
            self._waiting = {}

    def table(self, rows: Iterable[list["Flow"]]) -> None:
        """Put a table here, given as rows of finished cells."""
        self.end()
        cells: list[list[list[Line]]] = []
        for row in rows:
            for cell in row:
                cell.end()
                self.hidden += cell.hidden
            cells.append([cell.lines for cell in row])
        self.lines += tables.as_lines(cells, self._moved)

    def draft(self, key: str, encoding: str = "utf-8") -> Draft:
        """Return what was collected."""
        self.end()
        draft = Draft(key, encoding, self.lines)
        numbers = {id(line): number for number, line in enumerate(self.lines)}
        for comment in self._comments:
            begin, end, line = comment.begin, comment.end or 0, comment.line
            while line is not None and id(line) in self._moved:
                _, line, keeps = self._moved[id(line)]
                begin, end = (begin, end) if keeps else (0, 0)
            if line is None or id(line) not in numbers:
                line, begin, end = (self.lines[-1] if self.lines else None), 0, 0
            words, author = self._clean(comment.text).strip(), " ".join(self._clean(comment.author).split())
            if line is not None and words:
                draft.remarks.append(Remark(numbers[id(line)], begin, end, words, author))
        draft.remarks.sort(key=lambda one: (one.line, one.start))
        if self.hidden:
            draft.warnings.append(f"Hidden text in the file that was kept as notes beside the talk: {self.hidden}.")
        return draft


def once(parts: Iterable[Flow]) -> list[Flow]:
    """Return the parts, ended, without those that say the same as one before (heads and feet of other pages)."""
    seen: dict[tuple[str, ...], Flow] = {}
    for part in parts:
        part.end()
        seen.setdefault(tuple(line.text for line in part.lines), part)
    return list(seen.values())


def _lead(pieces: list[tuple[str, bool]], first: str) -> str:
    """Return the bold beginning of the first line, or ""."""
    bold = ""
    for piece, is_bold in pieces:
        if piece.strip() and not is_bold:
            break
        bold += piece
    lead = Cleaner()(bold).split("\n")[0]
    return lead if lead.strip() and first.startswith(lead) else ""


def _cleaned(raw: str, at: int) -> int:
    """Return where a place in the text as it was read lies in the canonical text."""
    return len(Cleaner()(raw[:at]))
