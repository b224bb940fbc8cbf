"""Sheets of open answers: a row is a respondent, some columns hold texts, the others are attributes."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import StudyError, TranscriptError
from workbench.study.new_transcripts import NewTurn
from workbench.study.people import AGE, check_label
from workbench.study.telling_who import tells_who
from workbench.study.text import shorten, squeeze_name, visible
from workbench.study.transcripts import Role
from workbench.transcripts import decode, people, sheets, sniff
from workbench.transcripts.people import PeopleTable
from workbench.transcripts.preview import Preview

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

MAX_RESPONDENTS = 20_000
ASKER = "Q"
# A cell is prose from six words on; a column holds texts when half of its filled cells are prose.
_PROSE, _SHARE = 6, 0.5
_LABEL = "label"
_SAMPLE, _LOOKED_AT = 120, 1000


@dataclass(frozen=True, slots=True)
class Answers:
    """A sheet as read: a preview for each respondent who answered, and everybody's attributes.

    `questions` are the headers of the text columns, `attributes` the names of the others, `left_out` the headers of
    columns that tell who a person is. `label_column` is the header of the column with the labels, "" when labels were
    made from the rows.
    """

    path: Path
    questions: tuple[str, ...]
    attributes: tuple[str, ...]
    left_out: tuple[str, ...]
    label_column: str
    previews: tuple[Preview, ...]
    people: PeopleTable
    warnings: tuple[str, ...]

    def part(self, after: int, most: int) -> "Answers":
        """Return the same sheet with at most `most` respondents, those behind the first `after`."""
        chosen = slice(after, after + most)
        return replace(self, previews=self.previews[chosen], people=replace(self.people, rows=self.people.rows[chosen]))

    def with_more(self, more: "Answers") -> "Answers":
        """Return the same sheet with the respondents of another part of it too."""
        rows = (*self.people.rows, *more.people.rows)
        return replace(self, previews=(*self.previews, *more.previews), people=replace(self.people, rows=rows))

    def as_json(self) -> dict[str, Any]:
        """Return plain values that `json.dumps` takes and `from_json` reads back."""
        return {
            "questions": self.questions, "attributes": self.attributes, "left_out": self.left_out,
            "label_column": self.label_column, "previews": [one.as_json() for one in self.previews],
            "columns": self.people.columns, "rows": [dict(row) for row in self.people.rows], "warnings": self.warnings,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any], path: Path) -> "Answers":
        """Return the answers of `path` that `as_json` described."""
        rows = tuple({str(name): str(value) for name, value in row.items()} for row in data["rows"])
        return cls(
            path, _words(data["questions"]), _words(data["attributes"]), _words(data["left_out"]),
            str(data["label_column"]),
            tuple(replace(Preview.from_json(one), path=path) for one in data["previews"]),
            PeopleTable(_words(data["columns"]), rows, _LABEL), _words(data["warnings"]),
        )  # fmt: skip


def _words(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(visible(str(value)) for value in values)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Headers and filled rows, every row as wide as the headers, with its number in the file."""

    name: str
    headers: list[str]
    rows: list[tuple[int, list[str]]]

    def column(self, at: int) -> list[str]:
        return [row[at] for _, row in self.rows if row[at]]


def read_answers(
    path: Path, texts: Sequence[str] | None = None, label: str | None = None, *, encoding: str | None = None
) -> Answers:
    """Read a sheet (csv, tsv, xlsx, ods) with one respondent a row; the first filled row holds the questions.

    `texts` names the columns with answers, by header, the beginning of one, or number from 1; without it they are
    those where half of the cells or more have six words. `label` names the column with the respondents' labels;
    without it one is known by its header, or labels are made from the rows. Columns that tell who somebody is (name,
    e-mail, telephone) are left out, and said.

    Raises:
        TranscriptError: it is no such table, is too large, a column is unknown, or labels are missing or double.
    """
    path = Path(path)
    data = sniff.load(path)
    sheet = _sheet(sheets.read(data, path, squeeze_name(path.name), sheets.prose, encoding), squeeze_name(path.name))
    warnings: list[str] = []
    label_at = _label_at(sheet, label)
    answered = _text_places(sheet, texts, label_at)
    label_at, labels = _labels(sheet, label_at, label is not None, warnings)
    others = [at for at in range(len(sheet.headers)) if at not in answered and at != label_at and sheet.column(at)]
    personal = [at for at in others if _is_personal(sheet, at)]
    attributes = _attributes(sheet, [at for at in others if at not in personal])
    made = _Maker(path, sheet, answered, *_encoding(data, path, encoding))
    previews = [made.preview(label, row) for label, (_, row) in zip(labels, sheet.rows, strict=True)]
    silent = [label for label, preview in zip(labels, previews, strict=True) if not preview.turns]
    rows = [
        {_LABEL: label} | {name: sheets.one_line(row[at]) for at, name in attributes.items()}
        for label, (_, row), preview in zip(labels, sheet.rows, previews, strict=True)
        if preview.turns
    ]
    if not made.encoding.sure:
        warnings.append(decode.UNSURE.format(made.encoding.encoding, made.encoding.others[0]))
    warnings += _said(sheet, personal, silent)
    return Answers(
        path, tuple(sheet.headers[at] for at in answered), tuple(attributes.values()),
        tuple(sheet.headers[at] for at in personal), "" if label_at is None else sheet.headers[label_at],
        tuple(preview for preview in previews if preview.turns),
        PeopleTable((_LABEL, *attributes.values()), tuple(rows), _LABEL), tuple(warnings),
    )  # fmt: skip


def look(path: Path) -> dict[str, Any]:
    """Return what the columns of a sheet hold, as plain values, for a person who chooses among them.

    `columns` have `header`, `filled` (cells), `sample` (the longest of the first cells) and `personal` (left out);
    `rows` counts the respondents; `texts` and `label` are the places, from 0, that `read_answers` would choose.
    `labels` are the first labels: those of that column, else of the first.

    Raises:
        TranscriptError: it is no such table, or is too large.
    """
    path = Path(path)
    data = sniff.load(path)
    name = squeeze_name(path.name)
    sheet = _sheet(sheets.read(data, path, name, sheets.prose), name)
    label = _label_at(sheet, None)
    columns: list[dict[str, Any]] = []
    for at, header in enumerate(sheet.headers):
        cells = sheet.column(at)
        sample = shorten(max(cells[:20], key=len, default=""), _SAMPLE)
        columns.append(
            {"header": header, "filled": len(cells), "sample": sample, "personal": _is_personal(sheet, at)}
        )  # fmt: skip
    texts = [at for at in range(len(sheet.headers)) if at != label and _is_prose(sheet.column(at))]
    labels = [sheets.one_line(cell)[:_SAMPLE] for cell in sheet.column(label or 0)[:_LOOKED_AT]]
    return {"columns": columns, "rows": len(sheet.rows), "texts": texts, "label": label, "labels": labels}


def kind_of_sheet(looked: Mapping[str, Any], known: Collection[str]) -> str:
    """Return what a sheet as `look` returns it holds: `people`, `answers`, or "" where only a person can say.

    Known participants' labels and no longer texts make a table of people; longer texts and nobody who is known make
    answers. Both, or neither, may be either.
    """
    folded = {one.casefold() for one in known}
    people = any(squeeze_name(one).casefold() in folded for one in looked["labels"])
    if bool(looked["texts"]) == people:
        return ""
    return "people" if people else "answers"


def take_answers(study: "StudyFile", answers: Answers) -> int:
    """Take the answers and the attributes into the study, in one act; return how many transcripts it made.

    Respondents who are in the study already are passed over; see `answers_taking.take_in_pieces`.

    Raises:
        StudyError: all are in the study already, a name is taken, or a value is none of its attribute's type;
            nothing is taken then.
    """
    # Not at the top: the process that reads files of strangers holds nothing that opens a study.
    from workbench.transcripts.answers_taking import take_in_pieces

    return [come.taken for come in take_in_pieces(study, answers)][-1]


def _sheet(cells: sheets.Cells, name: str) -> _Sheet:
    numbered = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
    if len(numbered) < 2:
        raise TranscriptError(
            f"{name} holds no answers; the first row must hold the questions, one respondent a row below."
        )
    if len(numbered) > MAX_RESPONDENTS + 1:
        raise TranscriptError(f"{name} has more than {MAX_RESPONDENTS} respondents; split it, and import the parts.")
    width = max(len(row) for _, row in numbered)
    first, *rest = [(number, row + [""] * (width - len(row))) for number, row in numbered]
    headers: list[str] = []
    for at, written in enumerate(first[1], 1):
        header = squeeze_name(written) or f"Column {at}"
        headers.append(f"{header} ({at})" if header in headers else header)
    return _Sheet(name, headers, rest)


def _place(sheet: _Sheet, wanted: str) -> int:
    """Return the column named by its header, the beginning of one, or its number."""
    flat = squeeze_name(wanted).casefold()
    headers = [header.casefold() for header in sheet.headers]
    if flat in headers:
        return headers.index(flat)
    starting = [at for at, header in enumerate(headers) if flat and header.startswith(flat)]
    if len(starting) == 1:
        return starting[0]
    if flat.isdecimal() and 0 < int(flat[:6]) <= len(headers):
        return int(flat) - 1
    names = ", ".join(f"«{header[:40]}»" for header in sheet.headers[:30])
    raise TranscriptError(f"{sheet.name} has no one column «{squeeze_name(wanted)[:60]}»; its columns are {names}.")


def _text_places(sheet: _Sheet, texts: Sequence[str] | None, label_at: int | None) -> list[int]:
    if texts:
        return list(dict.fromkeys(_place(sheet, one) for one in texts))
    found = [at for at in range(len(sheet.headers)) if at != label_at and _is_prose(sheet.column(at))]
    if not found:
        names = ", ".join(f"«{header[:40]}»" for header in sheet.headers[:30])
        raise TranscriptError(f"{sheet.name} has no column of longer texts; name those to read. Its columns: {names}.")
    return found


def _is_prose(cells: Sequence[str]) -> bool:
    long = sum(1 for cell in cells if len(cell.split()) >= _PROSE)
    return bool(cells) and long >= _SHARE * len(cells)


def _label_at(sheet: _Sheet, label: str | None) -> int | None:
    return _place(sheet, label) if label else people.label_place(sheet.headers)


def _labels(sheet: _Sheet, at: int | None, named: bool, warnings: list[str]) -> tuple[int | None, list[str]]:
    """Return the column of the labels and the label of each row; None and made ones when no column will do."""
    if at is not None:
        try:
            return at, _read_labels(sheet, at)
        except TranscriptError as error:
            if named:
                raise
            warnings.append(f"{error} The rows were numbered instead.")
    width = len(str(len(sheet.rows)))
    return None, [f"R{number:0{width}d}" for number in range(1, len(sheet.rows) + 1)]


def _read_labels(sheet: _Sheet, at: int) -> list[str]:
    seen: dict[str, int] = {}
    found: list[str] = []
    for number, row in sheet.rows:
        try:
            label = check_label(sheets.one_line(row[at]))
        except StudyError as error:
            raise TranscriptError(f"{sheet.name} row {number}, «{sheet.headers[at]}»: {error}") from error
        if label.casefold() in seen:
            raise TranscriptError(
                f"{sheet.name} has «{label}» twice (rows {seen[label.casefold()]} and {number}); one row a respondent."
            )
        seen[label.casefold()] = number
        found.append(label)
    return found


def _is_personal(sheet: _Sheet, at: int) -> bool:
    return tells_who(sheet.headers[at], sheet.column(at))


def _attributes(sheet: _Sheet, places: Sequence[int]) -> dict[int, str]:
    """Return the attribute names by column, each used once; an age that is no whole years is an age group."""
    found: dict[int, str] = {}
    for at in places:
        name = people.attribute_name(sheet.headers[at])
        if name == AGE and not all(re.fullmatch(r"\d{1,3}", sheets.one_line(cell)) for cell in sheet.column(at)):
            name = "age_group"
        found[at] = f"{name}_{at + 1}" if name in (*found.values(), _LABEL) else name
    return found


def _encoding(data: bytes, path: Path, encoding: str | None) -> tuple[str, decode.Guess]:
    """Return the format and the encoding."""
    if data.startswith(sniff.ZIP):
        return ("ods" if path.suffix.lower() == ".ods" else "xlsx"), decode.Guess("utf-8", True, (), "")
    return "csv", decode.Guess(encoding, True, (), "") if encoding else decode.guess(data)


def _said(sheet: _Sheet, personal: Sequence[int], silent: Sequence[str]) -> list[str]:
    said: list[str] = []
    if personal:
        names = ", ".join(f"«{sheet.headers[at][:40]}»" for at in personal)
        said.append(f"Columns that may tell who somebody is, and were left out: {names}.")
    if silent:
        some = ", ".join(silent[:8]) + ("…" if len(silent) > 8 else "")
        said.append(f"Rows without any answer, which were left out: {len(silent)} ({some}).")
    return said


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the preview of a respondent: each question they answered, and the answer below it."""

    path: Path
    sheet: _Sheet
    texts: Sequence[int]
    format: str
    encoding: decode.Guess

    def preview(self, label: str, row: Sequence[str]) -> Preview:
        turns: list[NewTurn] = []
        for at in self.texts:
            if row[at]:
                turns.append(NewTurn(self.sheet.headers[at], ASKER, Role.INTERVIEWER))
                turns.append(NewTurn(row[at], label, Role.PARTICIPANT, label))
        told = "\0".join([label, *(turn.text for turn in turns)])
        return Preview(
            path=self.path, name=f"{label} {squeeze_name(self.path.stem)}", format=self.format,
            encoding=self.encoding.encoding, encoding_sure=self.encoding.sure,
            sha256=hashlib.sha256(told.encode("utf-8", "replace")).hexdigest(), turns=tuple(turns), warnings=(),
        )  # fmt: skip
