"""The check at the end: is any string that names the person, or any stretch of their words, left in any file."""

import io
import mmap
import re
import zipfile
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from workbench.store import engine
from workbench.store.engine import Connection
from workbench.store.erasing.cleaner import NAMES_OF_OTHERS
from workbench.store.erasing.known import Known, is_plain
from workbench.store.erasing.sought import Sought
from workbench.store.erasing.sql import columns, tables

_ROWS = 5000
_MEMBER_BYTES = 200_000_000
_TELLING = 5
_SMALL_BYTES = 4_000_000
_TAG = re.compile(rb"<[^<>]*>")
_DATABASE = b"SQLite format 3\0"
_OF_OTHERS = {("transcript_text", "body"), *NAMES_OF_OTHERS}


@dataclass(frozen=True, slots=True)
class Hit:
    """Strings that were found: of which `kind`, in which file, in which table ("" for bytes), how often together."""

    file: str
    kind: str
    table: str
    count: int


@dataclass(slots=True)
class Looking:
    """The strings looked for, by kind (`label`, `name`, `form`, `also`, `words`), and what is found of them."""

    kinds: list[str]
    sought: Sought
    hits: list[Hit] = field(default_factory=list[Hit])
    said_by_others: set[int] = field(default_factory=set[int])
    files: int = 0

    def database(self, path: Path, name: str, key: bytes | None) -> None:
        """Look in a study file or backup that nobody has open: in every value, the index's words, and all its bytes.

        The bytes of an encrypted file tell nothing; its values are read with its key.
        """
        self.files += 1
        parts: Counter[int] = Counter()
        held: Counter[tuple[int, str]] = Counter()
        with closing(engine.connect(path, read_only=True, more="&immutable=1", key=key)) as connection:
            for table, others, data in _values(connection):
                within, alone = self.sought.found(data)
                parts += within
                if others:
                    self.said_by_others |= alone.keys()
                else:
                    held.update({(place, table): count for place, count in alone.items()})
        for (place, table), count in sorted(held.items()):
            if place not in self.said_by_others:
                self._hit(name, place, table, count)
        if key is None:
            with _read(path) as data:
                within, size = self.sought.found(data)[0], len(data)
            for place, count in sorted(within.items()):
                # Parts of longer words that are still there account for what is found of a short string,
                # and in millions of numbers any three bytes come by chance.
                by_chance = len(self.sought.strings[place]) < _TELLING and size > _SMALL_BYTES
                if not parts[place] and not by_chance:
                    self._hit(name, place, "", count)

    def file(self, path: Path, name: str) -> None:
        """Look in any other file; in what a packed one (docx, xlsx, odt…) holds too.

        Raises:
            OSError: it cannot be read.
        """
        self.files += 1
        with _read(path) as held:
            found = self.sought.words(held)
        for data in unpacked(path):
            found += self.sought.words(data)
        for place, count in sorted(found.items()):
            self._hit(name, place, "", count)

    def raw(self, path: Path, name: str) -> None:
        """Look in the bytes of a database that is not ours to open; words there have no blanks between.

        Raises:
            OSError: it cannot be read.
        """
        self.files += 1
        with _read(path) as data:
            found, size = self.sought.found(data)[0], len(data)
        for place, count in sorted(found.items()):
            if len(self.sought.strings[place]) >= _TELLING or size <= _SMALL_BYTES:
                self._hit(name, place, "", count)

    def text(self, text: str, name: str) -> None:
        """Look in a text that was read from a file."""
        self.files += 1
        for place, count in sorted(self.sought.words(text.encode("utf-8", "surrogatepass")).items()):
            self._hit(name, place, "", count)

    def _hit(self, name: str, place: int, table: str, count: int) -> None:
        kind = self.kinds[place]
        for at, hit in enumerate(self.hits):
            if (hit.file, hit.kind, hit.table) == (name, kind, table):
                self.hits[at] = Hit(name, kind, table, hit.count + count)
                return
        self.hits.append(Hit(name, kind, table, count))


def looking(known: Known) -> Looking:
    """Return what is looked for once everything known of the person is erased."""
    strings: dict[str, str] = {}
    for kind, written in (
        ("also", known.also),
        ("label", known.labels.values()),
        ("name", known.names.values()),
        ("form", [one.written for one in known.erased_forms().values() if not one.match_case]),
        ("words", known.samples),
    ):
        strings |= {one: kind for one in written if one not in strings and not is_plain(one)}
    return Looking(list(strings.values()), Sought(list(strings)))


@contextmanager
def _read(path: Path) -> Generator[bytes | mmap.mmap]:
    """Give the bytes of a file without taking all of them into memory."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            yield b""
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
            yield held


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield what the members of a packed file hold, without markup."""
    with suppress(OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        if not zipfile.is_zipfile(path):
            return
        with zipfile.ZipFile(path) as packed:
            for member in packed.infolist():
                if member.file_size <= _MEMBER_BYTES:
                    data = packed.read(member)
                    yield _TAG.sub(b"", data) if data.lstrip()[:1] == b"<" else data


def is_database(path: Path) -> bool:
    """Tell whether a file that nobody has open is a plain database."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
    return False


def _values(connection: Connection) -> Iterator[tuple[str, bool, bytes]]:
    """Yield (table, whether others' words, values) of every table, the words of the index, and the schema."""
    for table in tables(connection):
        texts = [name for name, kind, _ in columns(connection, table) if kind in ("TEXT", "BLOB", "ANY", "")]
        for others in (False, True):
            names = [name for name in texts if ((table, name) in _OF_OTHERS) == others]
            if names:
                listed = ",".join(f'"{name}"' for name in names)
                yield from (
                    (table, others, data) for data in _joined(connection, f'SELECT {listed} FROM "{table}"')
                )  # fmt: skip
    connection.execute("CREATE VIRTUAL TABLE temp.left_terms USING fts5vocab('main', 'turn_words', 'row')")
    yield from (("turn_words", False, data) for data in _joined(connection, "SELECT term FROM left_terms"))
    yield from (("sqlite_master", False, data) for data in _joined(connection, "SELECT sql FROM sqlite_master"))
    stored = connection.execute(
        "SELECT name FROM sqlite_master WHERE name LIKE 'sqlite\\_stat%' ESCAPE '\\'"
    ).fetchall()
    for row in stored:
        yield from ((row[0], False, data) for data in _joined(connection, f'SELECT * FROM "{row[0]}"'))


def _joined(connection: Connection, sql: str) -> Iterator[bytes]:
    cursor = connection.execute(sql)
    while rows := cursor.fetchmany(_ROWS):
        yield _bytes(value for row in rows for value in row)


def _bytes(values: Iterable[object]) -> bytes:
    out = io.BytesIO()
    for value in values:
        if isinstance(value, str):
            out.write(value.encode("utf-8", "surrogatepass"))
        elif isinstance(value, bytes):
            out.write(value)
        else:
            continue
        out.write(b"\n\0\n")
    return out.getvalue()
