"""Taking a codebook file into the study: new codes come, empty fields are filled, nothing is overwritten."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.errors import StudyError
from workbench.store.backup_names import Reason
from workbench.store.journal import Value, Writer
from workbench.store.lookups.codes import codebook as load
from workbench.store.lookups.gone_codes import GoneCode, gone_codes
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode
from workbench.study.codes import DEFINITION_FIELDS, PALETTE, Code, Codebook

_WORDS = {"brief": "brief definition", "definition": "definition", "when": "when to use", "when_not": "when not to use",
          "example": "example", "counter_example": "counter-example", "colour": "colour", "source": "source",
          "owner": "owner"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakeReport:
    """How many codes were added, filled in and left as they were; `differs` tells what was not taken, in sentences."""

    added: int
    updated: int
    unchanged: int
    differs: tuple[str, ...]


@dataclass(slots=True)
class _Sibling:
    code_id: int
    name: str


@dataclass(slots=True)
class _Taking:
    study: StudyFile
    writer: Writer
    codebook: Codebook
    gone: dict[str, GoneCode]
    claimed: set[str]
    known: dict[str, Code]
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    differs: list[str] = field(default_factory=list[str])
    new: dict[int | None, list[_Sibling]] = field(default_factory=dict[int | None, list[_Sibling]])
    aliases: set[str] = field(default_factory=set[str])
    names: set[str] = field(default_factory=set[str])

    def level(self, codes: tuple[FileCode, ...], parent_id: int | None, parent_colour: str) -> None:
        for code in codes:
            found = self._match(code, parent_id)
            if found is not None:
                self._compare(code, found, parent_id)
                self.level(code.children, found.id, found.colour)
                continue
            heir = self._heir(code)
            if heir is not None:
                self.differs.append(f"«{code.name}» was merged into «{heir.name}» here and was not added again.")
                self.level(code.children, heir.id, heir.colour)
            elif self._taken(code.name, parent_id):
                below = sum(1 for _ in CodebookFile("", code.children).walk())
                rest = f" with the {below} below it" if below else ""
                self.differs.append(
                    f"«{code.name}»{rest} was not added: another code of that name stands there; use merge to decide."
                )
            else:
                self._add(code, parent_id, parent_colour)

    def _match(self, code: FileCode, parent_id: int | None) -> Code | None:
        if code.guid in self.known:
            return self.known[code.guid]
        for one in self.codebook.children(parent_id) if parent_id is None or parent_id in self.codebook else ():
            if one.name.casefold() == code.name.casefold() and one.guid not in self.claimed:
                return one
        return None

    def _heir(self, code: FileCode) -> Code | None:
        gone = self.gone.get(code.guid)
        return self.codebook.get(gone.id) if gone and gone.heir is not None else None

    def _taken(self, name: str, parent_id: int | None) -> bool:
        if name.casefold() in self.aliases or self.codebook.also_called(name):
            return True
        names = [one.name for one in self.new.get(parent_id, ())]
        if parent_id is None or parent_id in self.codebook:
            names += [one.name for one in self.codebook.children(parent_id)]
        return name.casefold() in {one.casefold() for one in names}

    def _compare(self, code: FileCode, found: Code, parent_id: int | None) -> None:
        fill = self._fillings(code, found)
        if code.name != found.name:
            self._differ(found, f"the name «{code.name}»")
        if code.codable != found.codable:
            self._differ(found, "another setting of whether it is used for coding")
        if found.parent_id != parent_id:
            self._differ(found, "another place in the tree")
        if fill and self.writer.update("code", found.id, fill):
            self.updated += 1
        else:
            self.unchanged += 1

    def _fillings(self, code: FileCode, found: Code) -> dict[str, Value]:
        """Return what the file says where nothing stands here, and tell where something else does."""
        fill: dict[str, Value] = {}
        for name, words in _WORDS.items():
            theirs, ours = str(getattr(code, name)), str(getattr(found, name))
            if theirs and not ours:
                fill[name] = theirs
            elif theirs and theirs != ours:
                self._differ(found, f"another {words}")
        if code.aliases and not found.aliases:
            fill["aliases"] = self._free(code, but=found)
        elif set(code.aliases) - set(found.aliases):
            self._differ(found, "other names of its own")
        if "owner" in fill:
            fill["owner_id"] = owner_id(self.study, self.writer, str(fill.pop("owner")))
        return fill

    def _differ(self, found: Code, what: str) -> None:
        self.differs.append(f"«{found.name}» has {what} in the file; it was left as it is, use merge to decide.")

    def _free(self, code: FileCode, but: Code | None = None) -> str:
        """Return the other names that no code here or in the file has, and tell of those that one has."""
        free: list[str] = []
        for alias in code.aliases:
            folded = alias.casefold()
            try:
                self.codebook.check_aliases([alias], but.id if but else None)
                known = folded in self.aliases or folded in self.names
            except StudyError:
                known = True
            if known:
                self.differs.append(f"«{alias}» was not taken as another name of «{code.name}»; a code is called so.")
            else:
                free.append(alias)
                self.aliases.add(folded)
        return written_aliases(free)

    def _add(self, code: FileCode, parent_id: int | None, parent_colour: str) -> None:
        known = parent_id is None or parent_id in self.codebook
        siblings = self.codebook.children(parent_id) if known else ()
        new = self.new.setdefault(parent_id, [])
        rank = max((one.rank for one in siblings), default=0) + len(new) + 1
        colour = code.colour or parent_colour or PALETTE[(len(siblings) + len(new)) % len(PALETTE)]
        values: dict[str, Value] = {name: str(getattr(code, name)) for name in DEFINITION_FIELDS}
        self.names.add(code.name.casefold())
        values |= {"guid": code.guid, "name": code.name, "parent_id": parent_id, "rank": rank, "colour": colour,
                   "codable": int(code.codable), "source": code.source, "aliases": self._free(code),
                   "owner_id": owner_id(self.study, self.writer, code.owner)}  # fmt: skip
        code_id = put_code(self.writer, self.gone.get(code.guid), values)
        new.append(_Sibling(code_id, code.name))
        self.added += 1
        self.level(code.children, code_id, colour)


def written_aliases(aliases: Iterable[str]) -> str:
    """Return other names as the study keeps them."""
    return json.dumps(list(aliases), ensure_ascii=False)


def owner_id(study: StudyFile, writer: Writer, name: str) -> int | None:
    """Return the id of the coder of that name, who is added when the study does not know them; None without a name."""
    if not name:
        return None
    found = study.live("coder", name=name)
    return found[0]["id"] if found else writer.insert("coder", {"name": name})


def put_code(writer: Writer, gone: GoneCode | None, values: dict[str, Value]) -> int:
    """Insert a code, or bring its removed row back so that its GUID stays one code; return the id."""
    if gone is None:
        return writer.insert("code", values)
    writer.update("code", gone.id, {**values, "merged_into": None, "status": "active", "deleted": 0})
    return gone.id


def take(study: StudyFile, file: CodebookFile) -> TakeReport:
    """Take a file's codes into the study, in one act.

    A code is the same as one here by GUID, else by name and place. New codes are added with their GUID, after the
    others; of known ones only empty fields are filled. What differs is left and told.
    """
    codebook = load(study)
    claimed = {code.guid for code, _ in file.walk()}
    detail: dict[str, str] = {"title": file.title}
    study.about_to(Reason.IMPORT)
    with study.writing("codebook.import", detail) as writer:
        taking = _Taking(study, writer, codebook, gone_codes(study), claimed, {code.guid: code for code in codebook})
        taking.level(file.codes, None, "")
        detail |= {"added": str(taking.added), "updated": str(taking.updated)}
    return TakeReport(taking.added, taking.updated, taking.unchanged, tuple(taking.differs))
