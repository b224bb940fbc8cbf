"""From what a file says to a codebook: one set of checks and repairs for every format."""

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import ExchangeError, StudyError
from workbench.study.codebook_file import LATER_FIELDS, MAX_DEPTH, CodebookFile, FileCode, free_name
from workbench.study.codes import DEFINITION_FIELDS, MAX_NAME, check_colour, check_name, check_source, split_aliases
from workbench.study.ids import canonical_guid
from workbench.study.text import canonical, shorten, squeeze_name

MAX_CODES = 20_000
# GUIDs for codes that come without one are derived, so that reading a file twice gives the same codes.
_DERIVED = uuid.UUID("6f1f2c86-6a0c-5d53-9f5e-0a8f3c1f7b21")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)")
_HEX_WITH_ALPHA = re.compile(r"(#[0-9a-fA-F]{6})[0-9a-fA-F]{2}|(#[0-9a-fA-F]{3})[0-9a-fA-F]")


@dataclass(slots=True)
class RawCode:
    """A code as a file has it, unchecked; `line` counts from 1, `texts` holds definition fields and CODE_FACTS."""

    line: int
    name: str = ""
    guid: str = ""
    colour: str = ""
    codable: bool = True
    texts: dict[str, str] = field(default_factory=dict[str, str])
    children: list["RawCode"] = field(default_factory=list["RawCode"])


class Builder:
    """Builds the codebook of one file; `lenient` repairs what other programs are known to write, and notes it."""

    def __init__(
        self,
        file: str,
        *,
        lenient: bool = False,
        notes: Sequence[str] = (),
        knows: Iterable[str] = LATER_FIELDS,
    ) -> None:
        """Take the file's name, and which of LATER_FIELDS it can speak of (see CodebookFile)."""
        self._file = file
        self._knows = frozenset(knows)
        self._lenient = lenient
        self._notes = list(notes)
        self._count: Counter[str] = Counter()
        self._lines: dict[str, int] = {}

    def build(self, title: str, codes: Sequence[RawCode]) -> CodebookFile:
        """Return the checked codebook.

        Raises:
            ExchangeError: a rule is broken that may not be repaired; the message names file and line.
        """
        built = self._siblings(codes, ())
        counted = [f"{what}: {count}." for what, count in self._count.items()]
        return CodebookFile(squeeze_name(title), built, (*self._notes, *counted), self._knows)

    def _siblings(self, codes: Sequence[RawCode], path: tuple[str, ...]) -> tuple[FileCode, ...]:
        if codes and len(path) >= MAX_DEPTH:
            raise self._refused(codes[0], f"codes lie more than {MAX_DEPTH} levels deep; make the tree flatter")
        taken: dict[str, int] = {}
        result: list[FileCode] = []
        for place, raw in enumerate(codes, 1):
            name = self._name(raw, taken, place)
            taken[name.casefold()] = raw.line
            here = (*path, name)
            guid = self._guid(raw, here)
            texts = {name: canonical(raw.texts.get(name, "")).text.strip() for name in DEFINITION_FIELDS}
            colour = self._colour(raw)
            result.append(
                FileCode(name, guid, **texts, **self._facts(raw, name), colour=colour, codable=raw.codable,
                         children=self._siblings(raw.children, here))
            )  # fmt: skip
        return tuple(result)

    def _name(self, raw: RawCode, taken: dict[str, int], place: int) -> str:
        name = squeeze_name(raw.name)
        if self._lenient:
            name = self._repaired_name(raw, name, place)
        elif not name:
            raise self._refused(raw, "a code has no name; give it one")
        try:
            name = check_name(name)
        except StudyError as error:
            raise self._refused(raw, str(error).rstrip(".")) from error
        if name.casefold() not in taken:
            return name
        if not self._lenient:
            first = taken[name.casefold()]
            raise self._refused(raw, f"«{name}» stands beside another code of that name (line {first}); rename one")
        free = free_name(name, taken, MAX_NAME)
        self._notes.append(f"Line {raw.line}: «{name}» stood twice under one code; the second is called «{free}».")
        return free

    def _repaired_name(self, raw: RawCode, name: str, place: int) -> str:
        if not name:
            name = f"Code {place}"
            self._notes.append(f"Line {raw.line}: a code had no name; it is called «{name}».")
        if len(name) > MAX_NAME:
            self._notes.append(f"Line {raw.line}: the name «{name[:40]}…» was cut to {MAX_NAME} characters.")
            name = shorten(name, MAX_NAME)
        return name

    def _guid(self, raw: RawCode, path: tuple[str, ...]) -> str:
        given = raw.guid.strip()
        guid = canonical_guid(given)
        if not given:
            guid = str(uuid.uuid5(_DERIVED, " > ".join(path)))
            self._count["Codes without a GUID, which got one made from their place"] += 1
        elif guid is None:
            if not self._lenient:
                hint = "correct it, or leave it out for a new code"
                raise self._refused(raw, f"«{shorten(given, 40)}» is not a GUID; {hint}")
            guid = str(uuid.uuid5(_DERIVED, given))
            self._count["Ids that were no GUIDs and got one made from them"] += 1
        elif guid != given:
            self._count["GUIDs put into lower case without braces"] += 1
        if guid in self._lines:
            raise self._refused(
                raw, f"«{path[-1]}» has the GUID {guid}, which line {self._lines[guid]} has too; remove it from one"
            )
        self._lines[guid] = raw.line
        if len(self._lines) > MAX_CODES:
            raise self._refused(raw, f"there are more than {MAX_CODES} codes; this is no codebook")
        return guid

    def _facts(self, raw: RawCode, name: str) -> dict[str, Any]:
        """Return other names, source and owner; a code's own name is no other name."""
        try:
            given = split_aliases(canonical(raw.texts.get("aliases", "")).text)
            source = check_source(raw.texts.get("source", ""))
        except StudyError as error:
            raise self._refused(raw, str(error).rstrip(".")) from error
        aliases = tuple(one for one in given if one.casefold() != name.casefold())
        return {"aliases": aliases, "source": source.value, "owner": squeeze_name(raw.texts.get("owner", ""))}

    def _colour(self, raw: RawCode) -> str:
        given = raw.colour.strip()
        try:
            return check_colour(given)
        except StudyError as error:
            if not self._lenient:
                raise self._refused(raw, str(error).rstrip(".")) from error
        repaired = repaired_colour(given)
        if repaired:
            self._count["Colours put into the form #RRGGBB"] += 1
        else:
            self._notes.append(f"Line {raw.line}: «{shorten(given, 40)}» is not a colour and was left out.")
        return repaired

    def _refused(self, raw: RawCode, words: str) -> ExchangeError:
        return ExchangeError(f"{self._file}, line {raw.line}: {words}.")


def repaired_colour(given: str) -> str:
    """Return `#RRGGBB` for a colour with transparency or written as `rgb(…)`, or the empty string."""
    if hit := _RGB.fullmatch(given):
        parts = [min(255, int(part)) for part in hit.groups()]
        return "#" + "".join(f"{part:02X}" for part in parts)
    if hit := _HEX_WITH_ALPHA.fullmatch(given):
        return check_colour(hit.group(1) or hit.group(2))
    return ""
