"""A codebook as files and merges carry it: nested codes with their GUIDs, or the same codes laid flat."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.study.codes import CODE_FACTS, DEFINITION_FIELDS, Code, Codebook, join_aliases

MAX_DEPTH = 50
# What files of the first format, and those of other programs, have no word for.
LATER_FIELDS = ("counter_example", *CODE_FACTS)
_CARRIED = ("guid", "name", *DEFINITION_FIELDS, "colour", "codable", *CODE_FACTS)


def _carried(code: "Code | FileCode | FlatCode") -> dict[str, Any]:
    return {name: getattr(code, name) for name in _CARRIED}


def text_of_field(code: "FileCode | FlatCode", name: str) -> str:
    """Return a field of a code as one text."""
    return join_aliases(code.aliases) if name == "aliases" else str(getattr(code, name))


@dataclass(frozen=True, slots=True)
class FileCode:
    """A code with the codes under it; `guid` in lower case, `colour` `#RRGGBB` or empty, texts NFC with LF."""

    name: str
    guid: str
    brief: str = ""
    definition: str = ""
    when: str = ""
    when_not: str = ""
    example: str = ""
    colour: str = ""
    codable: bool = True
    children: tuple["FileCode", ...] = ()
    counter_example: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class CodebookFile:
    """A whole codebook in order; `notes` tell what was repaired or left out on reading and do not count as content.

    `knows` are those of LATER_FIELDS that the file can speak of: of the others its silence says nothing.
    """

    title: str
    codes: tuple[FileCode, ...]
    notes: tuple[str, ...] = field(default=(), compare=False)
    knows: frozenset[str] = field(default=frozenset(LATER_FIELDS), compare=False)

    def walk(self) -> Iterator[tuple[FileCode, tuple[FileCode, ...]]]:
        """Yield every code with its ancestors from the top down, parents before children."""
        waiting: list[tuple[FileCode, tuple[FileCode, ...]]] = [(code, ()) for code in reversed(self.codes)]
        while waiting:
            code, above = waiting.pop()
            yield code, above
            waiting.extend((child, (*above, code)) for child in reversed(code.children))


@dataclass(frozen=True, slots=True)
class FlatCode:
    """One code beside its fellows; `parent` is a GUID, None at the top level."""

    guid: str
    name: str
    parent: str | None = None
    brief: str = ""
    definition: str = ""
    when: str = ""
    when_not: str = ""
    example: str = ""
    colour: str = ""
    codable: bool = True
    counter_example: str = ""
    aliases: tuple[str, ...] = ()
    source: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class FlatCodebook:
    """Codes by GUID, and the order of the children of each parent (None: the top level)."""

    rows: Mapping[str, FlatCode]
    order: Mapping[str | None, tuple[str, ...]]

    def walk(self) -> Iterator[str]:
        """Yield the GUIDs in tree order."""
        waiting = list(reversed(self.order.get(None, ())))
        while waiting:
            guid = waiting.pop()
            yield guid
            waiting.extend(reversed(self.order.get(guid, ())))

    def path(self, guid: str | None) -> str:
        """Return the names from the top down to the code, joined by ` > `; empty for None."""
        names: list[str] = []
        while guid is not None and guid in self.rows and len(names) <= len(self.rows):
            names.append(self.rows[guid].name)
            guid = self.rows[guid].parent
        return " > ".join(reversed(names))


def flatten(file: CodebookFile) -> FlatCodebook:
    """Lay a nested codebook flat."""
    rows: dict[str, FlatCode] = {}
    order: dict[str | None, tuple[str, ...]] = {None: tuple(code.guid for code in file.codes)}
    for code, above in file.walk():
        rows[code.guid] = FlatCode(**_carried(code), parent=above[-1].guid if above else None)
        if code.children:
            order[code.guid] = tuple(child.guid for child in code.children)
    return FlatCodebook(rows, order)


def nest(title: str, flat: FlatCodebook) -> CodebookFile:
    """Nest a flat codebook; codes that hang on nothing are left out."""

    def under(parent: str | None) -> tuple[FileCode, ...]:
        return tuple(_file_code(flat.rows[guid], under(guid)) for guid in flat.order.get(parent, ()))

    return CodebookFile(title, under(None))


def _file_code(row: FlatCode, children: tuple[FileCode, ...]) -> FileCode:
    return FileCode(**_carried(row), children=children)


def of_codebook(title: str, codebook: Codebook) -> CodebookFile:
    """Return the living codes of a study, retired ones included (their codings need them)."""
    return nest(title, flat_codebook(codebook))


def flat_codebook(codebook: Codebook) -> FlatCodebook:
    """Return the living codes of a study, laid flat."""
    rows: dict[str, FlatCode] = {}
    order: dict[str | None, tuple[str, ...]] = {None: _guids(codebook, None)}
    for code in codebook:
        parent = codebook.by_id.get(code.parent_id) if code.parent_id is not None else None
        rows[code.guid] = FlatCode(**_carried(code), parent=parent.guid if parent else None)
        if codebook.children(code.id):
            order[code.guid] = _guids(codebook, code.id)
    return FlatCodebook(rows, order)


def _guids(codebook: Codebook, parent_id: int | None) -> tuple[str, ...]:
    return tuple(code.guid for code in codebook.children(parent_id))


def free_name(name: str, taken: Iterable[str], longest: int) -> str:
    """Return `name`, or `name (2)`, `name (3)`…: the first that is not `taken` (case aside) within `longest`."""
    folded = {one.casefold() for one in taken}
    number, candidate = 1, name
    while candidate.casefold() in folded:
        number += 1
        tail = f" ({number})"
        candidate = name[: longest - len(tail)].rstrip() + tail
    return candidate
