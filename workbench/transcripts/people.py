"""Tables of participants and their attributes, from CSV files and workbooks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.study.text import squeeze_name
from workbench.transcripts import sheets, sniff

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

_LABEL_HEADERS = (
    "participant", "deltaker", "deltakar", "informant", "participantid", "deltakerid", "informantid", "deltakernummer",
    "deltakernr", "informantnummer", "informantnr", "respondent", "pid", "id", "kode", "code", "label", "løpenummer",
)  # fmt: skip
# What Norwegian (and loosely written English) headers are called in a study.
_NAMES = {
    "participant": "participant", "deltaker": "participant", "deltakar": "participant", "informant": "participant",
    "kjønn": "gender", "aldersgruppe": "age_band", "sex": "gender", "alder": "age", "kommune": "municipality",
    "by": "city", "fylke": "county",
    "kommunestørrelse": "municipality_size", "kommunestorleik": "municipality_size",
    "bolig": "housing", "bosituasjon": "housing", "boligsituasjon": "housing", "bustad": "housing", "lar": "lar",
    "rekruttert gjennom": "recruited_through", "rekruttert via": "recruited_through",
    "rekruttering": "recruited_through", "intervjuform": "interview_mode", "andre til stede": "others_present",
    "andre tilstede": "others_present", "sivilstatus": "marital_status", "sivilstand": "marital_status",
    "utdanning": "education", "inntekt": "income", "inntektskilde": "income", "yrke": "occupation",
    "arbeid": "work", "barn": "children", "rusmiddel": "substance", "primært rusmiddel": "substance",
    "fødeland": "country_of_birth", "rolle": "role", "tjeneste": "service", "varighet": "duration",
    "intervjudato": "interview_date", "dato": "date", "sted": "place",
}  # fmt: skip
_MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """Participants and attributes: `columns` are attribute names, `rows` map them to values, one person a row."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    label_column: str


def read_people(path: Path) -> PeopleTable:
    """Read a people table from a CSV file (comma, semicolon or tab; any encoding) or a workbook (xlsx, ods).

    The first filled row holds the headers. Headers known in Norwegian get the English attribute name, others
    become lower case with _ for blanks. Rows without any value are passed over.

    Raises:
        TranscriptError: the file cannot be read, has no rows, or has columns without or with the same name.
    """
    path = Path(path)
    data = sniff.load(path)
    name = squeeze_name(path.name)
    cells = sheets.read(data, path, name)
    numbered = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
    if not numbered:
        raise TranscriptError(f"{name} holds no table; the first row must name the columns, one person a row below.")
    headers = _headers(numbered[0][1], name)
    rows = [_row(row, headers, number, name) for number, row in numbered[1:]]
    if not rows:
        raise TranscriptError(f"{name} names columns but no people; write one person a row below the headers.")
    columns = tuple(column for _, column in headers)
    return PeopleTable(columns, tuple(rows), _label_column(numbered[0][1], headers))


def take_people(study: "StudyFile", table: PeopleTable, add_unknown: bool = False) -> int:
    """Set the table's attributes in the study, in one act; return how many people changed.

    Raises:
        StudyError: a label is empty or comes twice, an age is no number, or somebody is unknown and `add_unknown`
            is not set.
    """
    from workbench.acts import people as acts

    return acts.take_table(study, table.rows, table.label_column, add_unknown=add_unknown)


def _headers(row: Sequence[str], name: str) -> list[tuple[int, str]]:
    """Return (position, attribute name) of every named column."""
    if len(row) > _MAX_COLUMNS:
        raise TranscriptError(f"{name} has {len(row)} columns; a people table has at most {_MAX_COLUMNS}.")
    found: dict[str, int] = {}
    for at, header in enumerate(row):
        column = _column(header)
        if not column:
            continue
        if column in found:
            raise TranscriptError(
                f"{name} has two columns for «{column}» ({found[column] + 1} and {at + 1}); rename or remove one."
            )
        found[column] = at
    return [(at, column) for column, at in found.items()]


def attribute_name(written: str) -> str:
    """Return the attribute a written name means: `Kjønn` → `gender`, `Antall barn` → `antall_barn`."""
    return _column(squeeze_name(written))


def _column(header: str) -> str:
    flat = " ".join(header.casefold().replace("_", " ").split()).strip(" :.*")
    return _NAMES.get(flat, flat.replace(" ", "_"))


def _row(row: Sequence[str], headers: Sequence[tuple[int, str]], number: int, name: str) -> dict[str, str]:
    named = {at for at, _ in headers}
    for at, value in enumerate(row):
        if value and at not in named:
            raise TranscriptError(
                f"{name} row {number} has «{value[:40]}» in column {at + 1}, which has no header; "
                "name the column, or put the value in quotation marks if it holds the separator."
            )
    return {column: row[at] if at < len(row) else "" for at, column in headers}


def _label_column(raw: Sequence[str], headers: Sequence[tuple[int, str]]) -> str:
    at = label_place(raw)
    return next((column for place, column in headers if place == at), headers[0][1])


def label_place(headers: Sequence[str]) -> int | None:
    """Return the place of the column whose header says that it holds the participants' labels, or None."""
    flat = {re.sub(r"[\W_]+", "", header.casefold()): at for at, header in enumerate(headers)}
    return next((flat[known] for known in _LABEL_HEADERS if known in flat), None)
