"""What of the history may leave: names hidden, and without leave the words of passages and memos left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.report.writers.safe import printable
from workbench.shield.gate import Gate, OutgoingPart, gate_of, guard
from workbench.store.lookups import entities as entity_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.acts import RawChange, name_of, points_at
from workbench.store.lookups.things import private_memos
from workbench.store.study_file import StudyFile
from workbench.study.ids import canonical_guid, short
from workbench.study.masking import Decision, Masker, is_cased, masked
from workbench.words import say

Value = int | str | None

# Columns with words of interviews, of memos, or with what tells who somebody is; these go out by leave only.
_BY_LEAVE: Mapping[str, frozenset[str]] = {
    "coding": frozenset(("memo",)),
    "memo": frozenset(("text", "title")),
    "code": frozenset(("example", "counter_example")),
    "quote": frozenset(("translation", "note")),
    "quote_edit": frozenset(("text",)),
    "attribute": frozenset(("value",)),
    "consent": frozenset(("note",)),
    "attribute_definition": frozenset(("choices", "note")),
    "session": frozenset(("place", "present")),
    "transcript": frozenset(("source",)),
    "revision": frozenset(("source",)),
    "speaker": frozenset(("label",)),
    "map_version": frozenset(("body",)),
}
_DETAIL_BY_LEAVE = frozenset(("words", "text"))
# What the program itself wrote: numbers in it are nobody's.
_MACHINE = frozenset((
    "sha256", "created", "added", "made", "finished", "at", "colour", "format", "encoding", "origin", "level", "status",
    "decision", "kind", "about", "stance", "state",
    "withdrawn", "scope", "answer", "given", "type",
))  # fmt: skip
# Rows that are called by words of a memo, or by what a transcript calls its speakers.
_NAMED_BY_LEAVE = ("memo", "memo_link", "speaker")
_MOST_HELD = 5
_CACHED = 50_000


@dataclass(frozen=True, slots=True)
class Left:
    """A text that was left out, `characters` long."""

    characters: int

    def __str__(self) -> str:
        return say("trail.left_out", count=self.characters)


@dataclass(frozen=True, slots=True)
class Ref:
    """A row that another points at: its id as people type it, and what it is called."""

    id: str
    name: str


OutValue = int | str | Ref | None


@dataclass(frozen=True, slots=True)
class OutRow:
    """A row an act touched, as it leaves: ids short and with names, texts cleaned."""

    table: str
    id: str
    name: str
    became: str
    before: Mapping[str, OutValue]
    after: Mapping[str, OutValue]


class Cleaner:
    """Cleans what an act tells before it leaves, and stops what may not leave at all."""

    def __init__(self, study: StudyFile, *, with_words: bool) -> None:
        self._study, self._with_words = study, with_words
        self._gate: Gate = gate_of(study)
        hidden = (Decision.REPLACE,) if with_words else (Decision.REPLACE, Decision.UNDECIDED)
        self._masker = Masker(one for one in entity_lookup.entities(study) if one.decision in hidden)
        self._private = private_memos(study)
        self._texts: dict[str, str] = {}
        self._names: dict[tuple[str, int], str] = {}
        self._cased: dict[int, bool] = {}
        self._held: list[OutgoingPart] = []
        self._said: dict[bool, list[str]] = {True: [], False: []}

    # Texts

    def text(self, text: str, cased: bool | None = None) -> str:
        """Return a text with names hidden; without leave a text that still holds what may not leave is left out."""
        if cased is not None:
            found = self._cleaned(text, cased)
        else:
            if text not in self._texts:
                if len(self._texts) > _CACHED:
                    self._texts.clear()
                self._texts[text] = self._cleaned(text, True)
            found = self._texts[text]
        if self._with_words:
            self._said[cased is not False].append(found)
        return found

    def _cleaned(self, text: str, cased: bool) -> str:
        if not text:
            return ""
        hidden = masked(text, self._masker.find(text, cased))
        if not self._with_words and self._gate.leaks(OutgoingPart("", hidden)):
            return str(Left(len(text)))
        return printable(hidden)

    def detail(self, detail: Mapping[str, str], rows: list[RawChange], cased: bool = True) -> dict[str, str]:
        """Return an act's particulars as they leave; `cased`: capitals mean something in a passage's words."""
        hide = not self._with_words or any(row.table == "memo" and self._is_private(row) for row in rows)
        found: dict[str, str] = {}
        for name, value in detail.items():
            if name not in _DETAIL_BY_LEAVE:
                found[name] = self.text(value)
            else:
                found[name] = str(Left(len(value))) if hide else self.text(value, cased)
        return found

    def is_cased(self, transcript_id: int) -> bool:
        """Tell whether capitals mean something in a transcript; of one that is gone nothing is taken for granted."""
        if transcript_id not in self._cased:
            try:
                self._cased[transcript_id] = is_cased(transcript_lookup.load(self._study, transcript_id).text)
            except StudyError:
                self._cased[transcript_id] = False
        return self._cased[transcript_id]

    # Rows

    def row(self, row: RawChange) -> OutRow:
        """Return a row as it leaves."""
        private = row.table == "memo" and self._is_private(row)
        return OutRow(
            row.table, short(row.row_id), self.name(row.table, row.row_id), row.became,
            dict(self._values(row.table, row.before, private)), dict(self._values(row.table, row.after, private)),
        )  # fmt: skip

    def _is_private(self, row: RawChange) -> bool:
        return row.row_id in self._private or 1 in (row.before.get("private"), row.after.get("private"))

    def _values(self, table: str, values: Mapping[str, Value], private: bool) -> Iterator[tuple[str, OutValue]]:
        by_leave = _BY_LEAVE.get(table, frozenset())
        for column, value in values.items():
            if isinstance(value, int) and (pointed := self._pointed(table, column, values)):
                yield column, Ref(short(value), self.name(pointed, value))
            elif isinstance(value, str) and column in by_leave and (private or not self._with_words):
                yield column, str(Left(len(value))) if value else ""
            elif isinstance(value, str) and column not in _MACHINE and canonical_guid(value) is None:
                yield column, self.text(value)
            else:
                yield column, value

    @staticmethod
    def _pointed(table: str, column: str, values: Mapping[str, Value]) -> str:
        """Return the table whose row a column holds the id of, or nothing."""
        if column == "about_id":
            return str(values.get("about") or "memo")
        return table if column == "parent_id" else points_at(column)

    def name(self, table: str, row_id: int) -> str:
        """Return what people call a row, cleaned; a memo is called by its words, which need leave."""
        if table in _NAMED_BY_LEAVE and not self._with_words:
            return ""
        if (table, row_id) not in self._names:
            if len(self._names) > _CACHED:
                self._names.clear()
            self._names[table, row_id] = self.text(name_of(self._study, table, row_id))
        return self._names[table, row_id]

    # The gate

    def test(self, where: str) -> None:
        """Test what was cleaned since the last test, where words of interviews go out with it.

        Raises:
            GateClosed: several may not leave; `close` stops the last ones.
        """
        for cased, said in self._said.items():
            # As its reader meets it, line by line: names may be broken over two.
            part = OutgoingPart(where, "\n".join(said), cased)
            said.clear()
            if part.text and self._gate.leaks(part):
                self._held.append(part)
        if len(self._held) >= _MOST_HELD:
            self.close()

    def close(self) -> None:
        """Stop everything when anything tested may not leave.

        Raises:
            GateClosed: it may not; the message tells the first places.
        """
        if self._held:
            guard(self._held, self._study, self._gate)
