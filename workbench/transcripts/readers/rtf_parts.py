"""The words of rich text (RTF), and what holds while its groups are read."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.transcripts.readers.flow import Flow


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "softline": "\n",
}  # fmt: skip
ESCAPES = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
ENDS = frozenset({"par", "sect", "page", "column", "nestcell", "nestrow"})
HEADS = frozenset({"header", "headerl", "headerr", "headerf"})
FEET = frozenset({"footer", "footerl", "footerr", "footerf"})
# Groups that hold no text of the document.
DEAD = _set(
    "colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator filetbl pict objdata objclass "
    "nonshppict shprslt fldinst datafield xe tc listtext pntext pntxta pntxtb pnseclvl bkmkstart bkmkend atntime "
    "atndate atnicn atnparent author operator category manager company keywords subject doccomm comment hlinkbase "
    "template private themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgdsctbl buptim revtim "
    "printim nonesttables passwordhash ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn creatim atnid"
)
# Groups whose own words are none, but which may hold some that are.
QUIET = frozenset({"info", "shpinst", "upr"})
CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip


class Place:
    """Where words go: a flow, and the table that is open in it."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._rows: list[list[Flow]] = []
        self._cells: list[Flow] = []
        self._cell: Flow | None = None

    def target(self, in_table: bool) -> Flow:
        """Return the flow for the next words; words outside of the table end it."""
        if not in_table:
            self.end_table()
            return self.flow
        if self._cell is None:
            self._cell = self.flow.inner()
        return self._cell

    def end_cell(self) -> None:
        """Finish a cell, also an empty one."""
        self._cells.append(self.target(True))
        self._cell = None

    def end_row(self) -> None:
        """Finish a row."""
        if self._cell is not None:
            self.end_cell()
        self._rows.append(self._cells)
        self._cells = []

    def end_table(self) -> None:
        """Put the table that is open, if any, into the flow."""
        if self._cell is not None or self._cells:
            self.end_row()
        if self._rows:
            rows, self._rows = self._rows, []
            self.flow.table(rows)

    def end(self) -> str:
        """Finish, and return the words as plain text."""
        self.end_table()
        self.flow.end()
        return "\n".join(line.text for line in self.flow.lines)


@dataclass(slots=True)
class State:
    """What holds within a group; `place` None: a group without text, `host` is what notes and boxes hang on."""

    place: Place | None
    host: Place
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    skip: int = 1
    codec: str = ""
    symbol: bool = False
    closes: Callable[[str], None] | None = None
