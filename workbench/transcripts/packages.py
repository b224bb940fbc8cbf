"""Zip packages (docx, odt, xlsx) opened with care: size before unpacking, no DTD, no password."""

import io
import struct
import zipfile
import zlib
from collections.abc import Generator
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO, RATIO_FROM = 100, 50 * 1024 * 1024
MAX_MEMBERS = 10_000
_CHUNK = 1 << 20
# What zipfile raises over packages that are not what they say: among the RuntimeErrors NotImplementedError, for a way
# of packing or a zip version that it does not know; among the ValueErrors UnicodeError, for the name of a part.
_BAD = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_DAMAGED = "{} is cut off or damaged ({}); get a fresh copy, or open and save it again in the program that made it."


class Package:
    """The checked members of a zip file held in memory; `name` is that of the file, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open and check the package.

        Raises:
            TranscriptError: it is damaged, has a password, or would unpack to more than is sane.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _BAD as error:
            raise TranscriptError(_DAMAGED.format(name, "no complete zip package")) from error
        self.members = frozenset(member.filename for member in members)
        if any(member.flag_bits & 0x1 for member in members):
            raise TranscriptError(f"{name} has a password; open it, save a copy without one, and import the copy.")
        self._refuse_declared(members, len(data))
        if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
            raise TranscriptError(_DAMAGED.format(name, "packed in a way that documents are not"))
        if len(self.members) < len(members):
            raise TranscriptError(_DAMAGED.format(name, "two parts have the same name"))
        self._checked = False

    def _refuse_declared(self, members: list[zipfile.ZipInfo], packed: int) -> None:
        if len(members) > MAX_MEMBERS:
            raise self._bomb(f"{len(members)} parts")
        total = sum(member.file_size for member in members)
        self._packed = max(1, packed)
        self._refuse_size(total)

    def _refuse_size(self, total: int) -> None:
        if total > MAX_UNPACKED or (total > RATIO_FROM and total / self._packed > MAX_RATIO):
            raise self._bomb(f"{total // (1024 * 1024)} MB")

    def _bomb(self, what: str) -> TranscriptError:
        return TranscriptError(
            f"{self.name} would unpack to {what}, which no transcript does; it was refused. "
            "Save the text in a new file and import that."
        )

    def check(self) -> None:
        """Unpack every part once, counting, and refuse a document type declaration in any XML part."""
        if self._checked:
            return
        total = 0
        for member in self._zip.infolist():
            is_xml = member.filename.lower().endswith((".xml", ".rels"))
            tail = b""
            for chunk in self._chunks(member):
                total += len(chunk)
                self._refuse_size(total)
                if is_xml:
                    self._refuse_declaration(tail + chunk)
                    tail = chunk[-32:]
        self._checked = True

    def _chunks(self, member: zipfile.ZipInfo) -> Generator[bytes]:
        try:
            with self._zip.open(member) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except _BAD as error:
            raise TranscriptError(_DAMAGED.format(self.name, member.filename[:60])) from error

    def _refuse_declaration(self, data: bytes) -> None:
        # The parser takes only UTF-16 and encodings that hold ASCII, so these bytes find every declaration.
        plain = data.replace(b"\0", b"") if b"\0" in data else data
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise TranscriptError(
                f"{self.name} holds a document type declaration, which can be made to read other files; it was "
                "refused. Open it in a word processor, save it anew and import that."
            )

    def read(self, member: str) -> bytes:
        """Return the bytes of a part; raise TranscriptError when it is missing or damaged."""
        self.check()
        try:
            return self._zip.read(member)
        except KeyError as error:
            raise TranscriptError(_DAMAGED.format(self.name, f"the part {member[:60]} is missing")) from error
        except _BAD as error:
            raise TranscriptError(_DAMAGED.format(self.name, member[:60])) from error

    def xml(self, member: str) -> "Element":
        """Return the root element of an XML part; raise TranscriptError when it is damaged or declares entities."""
        from xml.etree import ElementTree

        data = self.read(member)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise TranscriptError(_DAMAGED.format(self.name, f"{member[:60]}: {error}")) from error
