r"""Codebooks as CSV: one code a row, for spreadsheets.

Written with the columns of `COLUMNS`; `path` is the whole path, `A > B > C`, with `>` and `\` inside a name
escaped by a backslash. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
Also read: MAXQDA's Code and Memo, Taguette's tag and description, QualCoder's `>>` paths.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.errors import ExchangeError
from workbench.exchange.raw_codes import RawCode
from workbench.study.codebook_file import CodebookFile, text_of_field
from workbench.study.codes import CODE_FACTS, DEFINITION_FIELDS
from workbench.study.text import canonical, squeeze_name

COLUMNS = ("path", "name", *DEFINITION_FIELDS, *CODE_FACTS, "colour", "codable", "guid")
_TEXTS = (*DEFINITION_FIELDS, *CODE_FACTS)
_ALIASES = {
    "code": "path", "tag": "path", "codename": "path", "code name": "path", "memo": "brief", "description": "brief",
    "full": "definition", "color": "colour", "when not": "when_not", "when to use": "when",
    "when not to use": "when_not", "full definition": "definition", "brief definition": "brief",
    "counter example": "counter_example", "counter-example": "counter_example", "other names": "aliases",
}  # fmt: skip
_TRUTH = {"": True, "true": True, "1": True, "yes": True, "ja": True} | dict.fromkeys(
    ("false", "0", "no", "nei"), False
)
_RUNS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_STEP = re.compile(r"\\([\\>])|( > )")
_FOREIGN_STEP = re.compile(r"(?!)()|(>>?|\\)")
_MAX_CELL = 1_000_000


@dataclass(slots=True)
class _Row:
    raw: RawCode
    path: tuple[str, ...]
    key: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.key = tuple(name.casefold() for name in self.path)


def read(text: str, file: str) -> tuple[list[RawCode], list[str], frozenset[str]]:
    """Return the codes of a CSV codebook, notes on what was made up for them, and the columns there are.

    Raises:
        ExchangeError: no usable columns, a row without a code, a cycle of parents; the message names the line.
    """
    numbered = _table(text, file)
    if not numbered:
        raise ExchangeError(f"{file} is empty; the first line must name the columns {', '.join(COLUMNS)}.")
    columns, notes = _columns(numbered[0][1], file)
    foreign = squeeze_name(numbered[0][1][columns["path"]]).casefold() != "path" if "path" in columns else False
    reader = _Rows(file, columns, _FOREIGN_STEP if foreign else _STEP)
    rows = [reader.row(line, cells) for line, cells in numbered[1:] if any(cell.strip() for cell in cells)]
    _check_cycles(rows, {row.key for row in rows}, file)
    codes, made = _tree(rows)
    return codes, [*notes, *made], frozenset(columns)


def _table(text: str, file: str) -> list[tuple[int, list[str]]]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    previous = csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    result: list[tuple[int, list[str]]] = []
    try:
        begin = 1
        for cells in reader:
            result.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise ExchangeError(f"{file}, line {reader.line_num}: this is not a CSV table ({error}).") from error
    finally:
        csv.field_size_limit(previous)
    return result


def _columns(cells: Sequence[str], file: str) -> tuple[dict[str, int], list[str]]:
    found: dict[str, int] = {}
    unknown: list[str] = []
    for place, cell in enumerate(cells):
        given = squeeze_name(cell).casefold()
        name = _ALIASES.get(given, given)
        if name in found:
            raise ExchangeError(f"{file}, line 1: the column «{cell}» comes twice.")
        if name in COLUMNS:
            found[name] = place
        elif name:
            unknown.append(squeeze_name(cell))
    if "path" not in found and "name" not in found:
        raise ExchangeError(f"{file}, line 1: there is no column `path` or `name`, so no codes can be read.")
    allowed = ", ".join(COLUMNS)
    if unknown and "guid" in found:
        raise ExchangeError(f"{file}, line 1: «{unknown[0]}» is not a column of a codebook; allowed are {allowed}.")
    return found, [f"Left out: the column «{name}», which a codebook does not have." for name in unknown]


class _Rows:
    """Makes codes of table rows."""

    def __init__(self, file: str, columns: dict[str, int], step: re.Pattern[str]) -> None:
        self._file = file
        self._columns = columns
        self._step = step

    def row(self, line: int, cells: Sequence[str]) -> _Row:
        values = {name: _unguarded(cells[at]) if at < len(cells) else "" for name, at in self._columns.items()}
        path = _path(values.get("path", ""), self._step)
        name = squeeze_name(values.get("name", ""))
        if name and (not path or path[-1].casefold() != name.casefold()):
            path = (*path, name)
        if not path:
            raise ExchangeError(f"{self._file}, line {line}: a code has no name; give it one.")
        codable = _TRUTH.get(values.get("codable", "").strip().casefold())
        if codable is None:
            raise ExchangeError(f"{self._file}, line {line}: «{values['codable']}» in `codable` must be true or false.")
        texts = {field: values.get(field, "") for field in _TEXTS}
        raw = RawCode(line, path[-1], values.get("guid", ""), values.get("colour", ""), codable, texts)
        return _Row(raw, path)


def _path(text: str, step: re.Pattern[str]) -> tuple[str, ...]:
    names, at, current = list[str](), 0, ""
    for hit in step.finditer(text := canonical(text).text):
        current += text[at : hit.start()]
        at = hit.end()
        if hit.group(1):
            current += hit.group(1)
        else:
            names.append(current)
            current = ""
    names.append(current + text[at:])
    return tuple(name for name in map(squeeze_name, names) if name)


def _tree(rows: Sequence[_Row]) -> tuple[list[RawCode], list[str]]:
    top: list[RawCode] = []
    notes: list[str] = []
    known: dict[tuple[str, ...], RawCode] = {}
    for row in rows:
        known.setdefault(row.key, row.raw)
    for row in rows:
        siblings = top
        for depth in range(1, len(row.path)):
            key = row.key[:depth]
            if key not in known:
                known[key] = RawCode(row.raw.line, row.path[depth - 1], codable=False)
                siblings.append(known[key])
                notes.append(f"Line {row.raw.line}: «{row.path[depth - 1]}» has no row of its own; a folder was made.")
            siblings = known[key].children
        siblings.append(row.raw)
    return top, notes


def _check_cycles(rows: Sequence[_Row], known: set[tuple[str, ...]], file: str) -> None:
    """Refuse parents given by name that lead round in a circle (`A` under `B` and `B` under `A`)."""
    under: dict[str, _Row] = {}
    for row in rows:
        if len(row.key) > 1 and row.key[:-1] not in known:
            under.setdefault(row.key[-1], row)
    for start in under.values():
        seen: set[str] = set()
        row = start
        while row.key[-2] in under and row.key[-1] not in seen:
            seen.add(row.key[-1])
            row = under[row.key[-2]]
        if row.key[-1] in seen:
            raise ExchangeError(
                f"{file}, line {row.raw.line}: «{row.path[-1]}» and «{row.path[-2]}» stand under each other in a "
                "circle; give one of them a place at the top level."
            )


def write(file: CodebookFile) -> str:
    """Return the codebook as CSV text with a byte-order mark (spreadsheets need it), LF line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for code, above in file.walk():
        path = " > ".join(_escaped(one.name) for one in (*above, code))
        texts = [text_of_field(code, name) for name in _TEXTS]
        row = [path, code.name, *texts, code.colour, "true" if code.codable else "false", code.guid]
        writer.writerow([_guarded(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace(">", "\\>")


def _guarded(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
