"""What is counted: columns of codings as read, and the tables that say what their numbers mean.

Both go to the helper process as they are; `plain` and `swept` count them, each in its own way, with equal results.
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from workbench.store.lookups import scan
from workbench.store.study_file import StudyFile
from workbench.study.codes import Codebook
from workbench.study.coding_filter import EVERY_CODING, CodingFilter

NOBODY = 0
SHIFT = 32


class Kind(StrEnum):
    """What is counted: codings by column, or where codings of two rows meet (on words or turns, or in one unit)."""

    TABLE = "table"
    PAIRS = "pairs"
    TRANSCRIPTS = "transcripts"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class How:
    """How to count; `turns` lets codings meet that touch the same turn.

    With `once`, overlapping codings of one code on the words of one person in one transcript are one coding: two
    coders, or one coder twice, are not counted twice.
    """

    kind: Kind
    once: bool = False
    turns: bool = False

    def as_plain(self) -> dict[str, Any]:
        """Return JSON values."""
        return {"kind": self.kind.value, "once": self.once, "turns": self.turns}


def how_from_plain(plain: Mapping[str, Any]) -> How:
    """Return the way of counting that `as_plain` described."""
    return How(Kind(plain["kind"]), bool(plain["once"]), bool(plain["turns"]))


@dataclass(frozen=True, slots=True)
class Raw:
    """Columns of codings in no order (see `store.lookups.scan`); `span` may be empty where only who said what counts.

    `turn_of` and `turn_at` are (transcript id, where it begins) of every turn, rising, where turns count.
    """

    span: array[int]
    code: array[int]
    speaker: array[int]
    turn_of: array[int]
    turn_at: array[int]

    def __len__(self) -> int:
        return len(self.code)

    def as_plain(self) -> dict[str, str]:
        """Return the arrays as base64 of their bytes."""
        return {name: base64.b64encode(getattr(self, name).tobytes()).decode("ascii") for name in _RAW}


_RAW = tuple(field.name for field in fields(Raw))


def raw_from_plain(parts: Iterable[Mapping[str, str]]) -> Raw:
    """Return the columns that `as_plain` described, part by part."""
    arrays = {name: array("q") for name in _RAW}
    for part in parts:
        for name, kept in arrays.items():
            kept.frombytes(base64.b64decode(part[name]))
    return Raw(**arrays)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the ids in the columns mean.

    `codes` are code ids and `number` the number of each (a merged code has its heir's); `code_rows` are the rows that a
    code of that number counts in. `speakers` are speaker ids with each one's `place` (a number of the transcript),
    `person` (0 is nobody, such as an interviewer) and `column`. Ids that are not listed are not in the study any more
    and count nowhere. `places` are transcript ids. `people` is one more than the highest person.
    """

    codes: array[int]
    number: array[int]
    code_rows: tuple[tuple[int, ...], ...]
    speakers: array[int]
    place: array[int]
    person: array[int]
    column: array[int]
    places: array[int]
    rows: int
    columns: int
    people: int

    def as_plain(self) -> dict[str, Any]:
        """Return JSON values."""
        lists = {name: list(getattr(self, name)) for name in _KEYS}
        return lists | {"code_rows": self.code_rows, "rows": self.rows, "columns": self.columns, "people": self.people}


_KEYS = ("codes", "number", "speakers", "place", "person", "column", "places")


def keys_from_plain(plain: Mapping[str, Any]) -> Keys:
    """Return the keys that `as_plain` described."""
    codes, number, speakers, place, person, column, places = (array("q", plain[name]) for name in _KEYS)
    code_rows = tuple(tuple(int(one) for one in rows) for rows in plain["code_rows"])
    rows, columns, people = (int(plain[name]) for name in ("rows", "columns", "people"))
    return Keys(codes, number, code_rows, speakers, place, person, column, places, rows, columns, people)


class Cast:
    """Who speaks in the living transcripts.

    A person is a participant or, where it is not known who speaks, whoever it is: one person a transcript. An
    interviewer's words are nobody's, and what is no data too.
    """

    def __init__(self, study: StudyFile, without: Collection[int] = ()) -> None:
        """Read transcripts and speakers; what participants `without` say counts nowhere."""
        self.transcripts = scan.transcript_names(study)
        places = {one: place for place, (one, _) in enumerate(self.transcripts)}
        left_out = frozenset(without)
        listed = [one for one in scan.speakers(study) if one[2] not in left_out]
        participants = sorted({person for _, _, person, _ in listed if person})
        self.participants = {person: number for number, person in enumerate(participants, 1)}
        unknown = len(participants) + 1
        self.people = unknown + len(places)
        self.speakers = array("q")
        self.place = array("q")
        self.person = array("q")
        for speaker, transcript, person, nobody in listed:
            whoever = NOBODY if nobody else unknown + places[transcript]
            self._add(speaker, places[transcript], self.participants[person] if person else whoever)
        for transcript, place in places.items():
            self._add(-transcript, place, unknown + place)

    def _add(self, speaker: int, place: int, person: int) -> None:
        self.speakers.append(speaker)
        self.place.append(place)
        self.person.append(person)


def keys_of(
    study: StudyFile,
    codebook: Codebook,
    cast: Cast,
    rows: Sequence[frozenset[int]],
    column: array[int] | None = None,
    columns: int = 0,
) -> Keys:
    """Return the keys for rows that are sets of living codes; `column` is that of each speaker of the cast.

    A code that was merged into another counts where its heir does.
    """
    number = {code.id: at for at, code in enumerate(codebook)}
    code_rows: list[list[int]] = [[] for _ in number]
    for row, codes in enumerate(rows):
        for code_id in codes:
            code_rows[number[code_id]].append(row)
    number |= {gone: number[heir] for gone, heir in scan.heirs(study).items()}
    return Keys(
        array("q", number), array("q", number.values()), tuple(map(tuple, code_rows)),
        cast.speakers, cast.place, cast.person,
        column or array("q", bytes(8 * len(cast.speakers))), array("q", [one for one, _ in cast.transcripts]),
        len(rows), columns, cast.people,
    )  # fmt: skip


def gather(
    study: StudyFile,
    how: How,
    narrow: CodingFilter = EVERY_CODING,
    codes: Collection[int] | None = None,
    between: tuple[int, int] | None = None,
) -> Raw:
    """Return the columns that a way of counting needs; `between` is a part as `parts_of` cuts them."""
    if quick(how, narrow, codes):
        code, speaker = scan.said(study, between)
        if 0 not in speaker:
            return Raw(array("q"), code, speaker, array("q"), array("q"))
        if between is not None:
            living = (row for row in scan.code_ids(study) if between[0] <= row < between[1])
            code, speaker = scan.columns(study, ("code", "speaker"), codes=list(living))
            return Raw(array("q"), code, speaker, array("q"), array("q"))
    span, code, speaker = scan.columns(study, ("span", "code", "speaker"), narrow, codes, between)
    turns = scan.turn_starts(study, between) if how.turns else (array("q"), array("q"))
    return Raw(span, code, speaker, *turns)


def quick(how: How, narrow: CodingFilter, codes: Collection[int] | None) -> bool:
    """Tell whether only who said what counts, of all codings: then the index of that alone is read."""
    return how.kind is not Kind.PAIRS and not how.once and not narrow and codes is None


def parts_of(
    study: StudyFile, how: How, narrow: CodingFilter, codes: Collection[int] | None = None
) -> list[tuple[int, int]]:
    """Return parts in which `gather` can read little by little."""
    return scan.parts(study, "code" if quick(how, narrow, codes) else "transcript")
