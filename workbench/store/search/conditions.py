"""Filters of a search: what they name in this study, and the same as SQL on turns."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import inf

from workbench.store.lookups.people import participants
from workbench.store.study_file import StudyFile
from workbench.study.codes import Code, Codebook
from workbench.study.periods import as_kept
from workbench.study.search_tree import Field, Filter
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role
from workbench.words.attributes import attribute_kept

_ROLES = {
    "interviewer": Role.INTERVIEWER, "intervjuer": Role.INTERVIEWER, "participant": Role.PARTICIPANT,
    "deltaker": Role.PARTICIPANT, "deltakar": Role.PARTICIPANT, "other": Role.OTHER, "annen": Role.OTHER,
    "andre": Role.OTHER, "unknown": Role.UNKNOWN, "ukjent": Role.UNKNOWN,
    "not data": Role.NOT_DATA, "not-data": Role.NOT_DATA, "ikke data": Role.NOT_DATA, "ikke-data": Role.NOT_DATA,
}  # fmt: skip

_BETWEEN = re.compile(r"[\s_-]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RANGE = re.compile(r"(?P<sign>[<>]=?)\s*(?P<edge>\d+)|(?P<low>\d+)(?:\s*[-–]\s*(?P<high>\d+))?")
_A_LITTLE = 1e-9
_DATA = f"s.role <> '{Role.NOT_DATA.value}'"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a filter names: ids of transcripts, participants, codes (with all below) or coders; labels and a role.

    A theme names its `themes` (with all below) and, as ids, the codes these gather.
    """

    ids: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    labels: frozenset[str] = frozenset()
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true or false (never NULL) of turn `u` of transcript `t` said by speaker `s`.

    `turns`, when given, is SQL for the ids of the turns it holds for, `size` about how many these are.
    """

    sql: str
    turns: str = ""
    size: int = 0


class Parameters:
    """Values bound to a statement under made-up names."""

    def __init__(self) -> None:
        self.values: dict[str, str | int] = {}

    def add(self, value: str | int) -> str:
        """Return the mark of a value in SQL."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def ids(self, ids: Iterable[int]) -> str:
        """Return SQL for a set of ids."""
        return f"(SELECT value FROM json_each({self.add(json.dumps(sorted(ids)))}))"


class Resolver:
    """Finds what filters name in a study; remembers names for one search, and remarks on what is unknown."""

    def __init__(self, study: StudyFile) -> None:
        self._study = study
        self._known: dict[Filter, Meant] = {}
        self.remarks: list[str] = []

    def meant(self, asked: Filter) -> Meant:
        """Return what a filter names; all of it is empty when the study knows no such name."""
        if asked not in self._known:
            self._known[asked] = self._found(asked)
        return self._known[asked]

    def _found(self, asked: Filter) -> Meant:
        if asked.field is Field.SPEAKER:
            return self._speaker(asked.value)
        if asked.field is Field.CODE:
            return Meant(frozenset(self._codes(asked.value)))
        if asked.field is Field.THEME:
            return self._theme(asked.value)
        if asked.field is Field.ATTRIBUTE:
            return Meant(frozenset(self._attribute(asked.name, asked.value)))
        tables = {
            Field.TRANSCRIPT: ("transcript", "name"),
            Field.PARTICIPANT: ("participant", "label"),
            Field.CODER: ("coder", "name"),
        }
        table, column = tables[asked.field]
        rows = self._study.rows(f"SELECT id, {column} AS name FROM {table} WHERE deleted = 0 ORDER BY id")
        return Meant(
            frozenset(self._called(asked.field.value, asked.value, [(row["id"], row["name"]) for row in rows]))
        )

    def _called(self, field: str, value: str, names: Iterable[tuple[int, str]]) -> list[int]:
        """Return the ids of what is called `value`, case aside; else of what begins so, else of what holds it."""
        wanted = squeeze_name(value).casefold()
        folded = [(one, name, name.casefold()) for one, name in names]
        exact = [one for one, _, name in folded if name == wanted]
        if exact:
            return exact
        found = [hit for hit in folded if hit[2].startswith(wanted)] or [hit for hit in folded if wanted in hit[2]]
        if not found:
            self._remark(f"Nothing is called «{value}» ({field}:).")
        else:
            shown = ", ".join(name for _, name, _ in found[:3]) + (" …" if len(found) > 3 else "")
            self._remark(f"«{value}» is taken for {shown} ({field}:).")
        return [one for one, _, _ in found]

    def _remark(self, sentence: str) -> None:
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    @cached_property
    def _book(self) -> Codebook:
        rows = self._study.rows(
            "SELECT id, guid, name, parent_id, rank, merged_into, deleted FROM code "
            "WHERE deleted = 0 OR merged_into IS NOT NULL"
        )
        codes = [(row["deleted"], Code(row["id"], row["guid"], row["name"], row["parent_id"], row["rank"],
                                       merged_into=row["merged_into"])) for row in rows]  # fmt: skip
        return Codebook([code for gone, code in codes if not gone], [code for gone, code in codes if gone])

    @cached_property
    def _heirs(self) -> Mapping[str, int]:
        """The codes that merged ones have become, by the folded name of the merged one."""
        rows = self._study.rows("SELECT id, name FROM code WHERE deleted = 1 AND merged_into IS NOT NULL ORDER BY id")
        return {row["name"].casefold(): row["id"] for row in rows}

    def _codes(self, value: str) -> set[int]:
        book = self._book
        wanted = squeeze_name(value).casefold()
        if ">" in wanted:
            path = [part.strip() for part in wanted.split(">")]
            named = [code.id for code in book if [name.casefold() for name in book.path(code.id)][-len(path) :] == path]
        elif wanted in self._heirs and not any(code.name.casefold() == wanted for code in book):
            named = [book.get(self._heirs[wanted]).id]
        else:
            named = self._called("code", value, [(code.id, code.name) for code in book])
        return self._with_below(named)

    def _with_below(self, ids: Iterable[int]) -> set[int]:
        return {one for code in ids if code in self._book for one in self._book.with_descendants(code)}

    def _theme(self, value: str) -> Meant:
        rows = self._study.rows("SELECT id, name, parent_id FROM theme WHERE deleted = 0 ORDER BY id")
        wanted = set(self._called("theme", value, [(row["id"], row["name"]) for row in rows]))
        below = {row["id"] for row in rows if row["parent_id"] in wanted} - wanted
        while below:
            wanted |= below
            below = {row["id"] for row in rows if row["parent_id"] in wanted} - wanted
        marks = ",".join(map(str, sorted(wanted)))
        links = self._study.rows(f"SELECT code_id FROM theme_code WHERE deleted = 0 AND theme_id IN ({marks})")
        return Meant(frozenset(self._with_below(row["code_id"] for row in links)), frozenset(wanted))

    def _attribute(self, name: str, value: str) -> set[int]:
        wanted = {_one_word(name), _one_word(attribute_kept(_one_word(name)))}
        rows = [
            (person.id, held)
            for person in participants(self._study)
            for called, held in person.attributes.items()
            if _one_word(called) in wanted
        ]
        if not rows:
            self._remark(f"No participant has an attribute «{name}»; put «{name}:{value}» in quotation marks as words.")
            return set()
        bounds = _bounds(value)
        if bounds is not None and any(_number(held) is not None for _, held in rows):
            return {person for person, held in rows if _within(held, *bounds)}
        values = list(dict.fromkeys(held for _, held in rows))
        # Bands are named with the dash of print and typed with the hyphen.
        named = [(at, held.replace("–", "-")) for at, held in enumerate(values)]
        taken = {values[at] for at in self._called(name, value.replace("–", "-"), named)}
        return {person for person, held in rows if held in taken}

    def _speaker(self, value: str) -> Meant:
        wanted = squeeze_name(value).casefold()
        if wanted in _ROLES:
            return Meant(role=_ROLES[wanted])
        rows = self._study.rows("SELECT DISTINCT label FROM speaker WHERE deleted = 0 ORDER BY label")
        labels = [row["label"] for row in rows]
        return Meant(labels=frozenset(labels[at] for at in self._called("speaker", value, list(enumerate(labels)))))


def _one_word(name: str) -> str:
    """Return an attribute's name as it is typed in a search: `Antall barn` is asked for as `antall-barn:`."""
    return _BETWEEN.sub("_", name.strip()).casefold()


def _number(value: str) -> float | None:
    digits = value.strip().replace(",", ".")
    return float(digits) if _NUMBER.fullmatch(digits) else None


def _within(value: str, low: float, high: float) -> bool:
    number = _number(value)
    return number is not None and low <= number <= high


def _bounds(value: str) -> tuple[float, float] | None:
    """Return the numbers that `45`, `30-45`, `>=30` or `<30` take in (whole or not, no negative ones)."""
    hit = _RANGE.fullmatch(value.strip())
    if hit is None:
        return None
    if hit["sign"]:
        edge = float(hit["edge"])
        beyond = 0.0 if "=" in hit["sign"] else _A_LITTLE
        return (edge + beyond, inf) if hit["sign"][0] == ">" else (0.0, edge - beyond)
    return float(hit["low"]), float(hit["high"] or hit["low"])


_TOUCHING = (
    'SELECT 1 FROM coding c WHERE c.transcript_id = t.id AND c.deleted = 0 AND c.start < u."end" '
    'AND c."end" > u.start AND c.revision_id = t.revision_id'
)
_CODED_TURNS = """
SELECT DISTINCT w.id FROM coding c
JOIN transcript t2 ON t2.id = c.transcript_id AND t2.deleted = 0 AND t2.revision_id = c.revision_id
JOIN turn v ON v.revision_id = c.revision_id AND v.number = c.turn
JOIN turn w ON w.revision_id = c.revision_id AND w.start >= v.start AND w.start < c."end" AND w."end" > c.start
WHERE c.deleted = 0
"""
_PEOPLES_TURNS = """
SELECT w.id FROM speaker s2 JOIN transcript t2 ON t2.id = s2.transcript_id AND t2.deleted = 0
JOIN turn w ON w.revision_id = t2.revision_id AND w.speaker_id = s2.id WHERE s2.participant_id IN
"""
_TRANSCRIPTS_TURNS = """
SELECT w.id FROM transcript t2 JOIN turn w ON w.revision_id = t2.revision_id WHERE t2.deleted = 0 AND t2.id IN
"""
_HELD = (
    "(SELECT min(x.held) FROM session_transcript st JOIN session x ON x.id = st.session_id AND x.deleted = 0 "
    "AND x.held <> '' WHERE st.transcript_id = t.id AND st.deleted = 0)"
)
_TURNS_A_TRANSCRIPT = 200  # a guess, good enough to choose a way by


class Conditions:
    """Makes SQL of filters."""

    def __init__(self, study: StudyFile, resolver: Resolver, parameters: Parameters) -> None:
        self._study = study
        self._resolver = resolver
        self._add = parameters

    def condition(self, asked: Filter) -> Condition:
        """Return a filter as SQL."""
        if asked.field in (Field.CODE, Field.THEME, Field.IS, Field.CODER):
            return self._coded(asked)
        if asked.field in (Field.SINCE, Field.UNTIL):
            return Condition(self._date(asked))
        meant = self._resolver.meant(asked)
        if asked.field is Field.SPEAKER:
            if meant.role is not None:
                return Condition(f"s.role = {self._add.add(meant.role.value)}")
            labels = self._add.add(json.dumps(sorted(meant.labels)))
            return Condition(f"s.label IN (SELECT value FROM json_each({labels})) AND {_DATA}")
        ids = self._add.ids(meant.ids)
        if asked.field is Field.TRANSCRIPT:
            return Condition(f"t.id IN {ids}", _TRANSCRIPTS_TURNS + ids, len(meant.ids) * _TURNS_A_TRANSCRIPT)
        said = f"ifnull(s.participant_id, -1) IN {ids}"
        return Condition(said, _PEOPLES_TURNS + ids, len(meant.ids) * _TURNS_A_TRANSCRIPT)

    def _coded(self, asked: Filter) -> Condition:
        coders = [Filter(Field.CODER, name) for name in asked.coders]
        wanted = [asked] if asked.field is Field.CODER else coders
        by = [f" AND +c.coder_id IN {self._add.ids(self._resolver.meant(one).ids)}" for one in wanted] or [""]
        each = [self._one_coding(asked, one) for one in by]
        return Condition(" AND ".join(one.sql for one in each), each[0].turns, each[0].size)

    def _one_coding(self, asked: Filter, by: str) -> Condition:
        if asked.field not in (Field.CODE, Field.THEME):
            bare = asked.field is Field.IS and asked.value == "uncoded"
            # What is no data waits for no code.
            return Condition(f"{_DATA} AND NOT EXISTS ({_TOUCHING}{by})" if bare else f"EXISTS ({_TOUCHING}{by})")
        codes = self._resolver.meant(asked).ids
        ids = self._add.ids(codes)
        # The plus keeps SQLite from going by code where it should go by place.
        wanted = f" AND +c.code_id IN {ids}{by}"
        marks = ",".join(map(str, sorted(codes)))
        size = self._study.value(f"SELECT count(*) FROM coding WHERE code_id IN ({marks}) AND deleted = 0")
        turns = _CODED_TURNS + wanted.replace("+", "")
        return Condition(f"EXISTS ({_TOUCHING}{wanted})", turns, int(size))

    def _date(self, asked: Filter) -> str:
        day = date.fromisoformat(asked.value)
        since = asked.field is Field.SINCE
        kept = self._add.add(as_kept(day if since else day + timedelta(days=1)))
        written = self._add.add(asked.value)
        held, sign = f"substr({_HELD}, 1, 10)", ">=" if since else "<="
        return f"ifnull({held} {sign} {written}, t.added {'>=' if since else '<'} {kept})"
