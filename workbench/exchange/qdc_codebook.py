"""Codebooks as REFI-QDA Codebook (.qdc), specification 1.5 of 25 September 2019, namespace codebook:1.0."""

import re
from collections import Counter
from dataclasses import dataclass
from xml.parsers import expat

from workbench import __version__
from workbench.errors import ExchangeError
from workbench.exchange import description
from workbench.exchange.raw_codes import RawCode
from workbench.study.codebook_file import MAX_DEPTH, CodebookFile, FileCode
from workbench.study.codes import DEFINITION_FIELDS

_NAMESPACE = "urn:QDA-XML:codebook:1.0"
_FAMILY = "urn:QDA-XML:"
_TOOL = "Thematic Workbench"
_ORIGIN = re.compile(rf"{_TOOL} [^:]*: (.*)", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


@dataclass(slots=True)
class QdcContent:
    """What a .qdc file says: title (empty when another program wrote it), codes, and what was tolerated."""

    title: str
    codes: list[RawCode]
    notes: list[str]


def read(data: bytes, file: str) -> QdcContent:
    """Return the content of a .qdc file.

    Raises:
        ExchangeError: malformed XML, a DOCTYPE, or no REFI-QDA codebook; the message names the line.
    """
    return _Reader(file).document(data)


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._parser = expat.ParserCreate(namespace_separator="\n")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._open: list[str] = []
        self._codes: list[RawCode] = []
        self._above: list[RawCode] = []
        self._words: list[str] | None = None
        self._origin = ""
        self._notes: list[str] = []
        self._left_out: Counter[str] = Counter()

    def document(self, data: bytes) -> QdcContent:
        if data.startswith(b"\xef\xbb\xbf"):
            self._notes.append("The file began with a byte-order mark, which REFI-QDA files should not have.")
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise ExchangeError(f"{self._file}, line {error.lineno}: the XML is damaged ({what}).") from error
        except (LookupError, ValueError) as error:
            raise ExchangeError(f"{self._file}: the XML cannot be read ({error}).") from error
        self._notes += [f"Left out, as the workbench does not keep it: {n} × {what}." for what, n in
                        self._left_out.items()]  # fmt: skip
        if not self._codes:
            self._notes.append("The codebook holds no codes.")
        ours = _ORIGIN.fullmatch(self._origin)
        return QdcContent(ours.group(1) if ours else "", self._codes, self._notes)

    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _doctype(self, *_: object) -> None:
        raise ExchangeError(
            f"{self._file}, line {self._line()}: the file declares a DOCTYPE, which can hide harmful content; "
            "it was refused. Export the codebook again without one."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition("\n")
        if not self._open:
            self._root(space, local)
            self._origin = attributes.get("origin", "")
        elif local == "Code" and self._open[-1] in ("Code", "Codes"):
            self._code(attributes)
        elif local == "Description" and self._open[-1] == "Code":
            self._words = []
        elif local == "Set" or local not in ("Codes", "Sets", "Description", "MemberCode"):
            self._left_out[local] += 1
        self._open.append(local)

    def _root(self, space: str, local: str) -> None:
        if not space.startswith(_FAMILY) or local not in ("CodeBook", "Project"):
            raise ExchangeError(f"{self._file}, line {self._line()}: this XML is not a REFI-QDA codebook.")
        if local == "Project":
            raise ExchangeError(f"{self._file} is a REFI-QDA project; export its codebook (.qdc) alone.")
        if space != _NAMESPACE:
            self._notes.append(f"The file names the format «{space}» in place of «{_NAMESPACE}».")

    def _code(self, attributes: dict[str, str]) -> None:
        if len(self._above) >= MAX_DEPTH:
            where = f"{self._file}, line {self._line()}"
            raise ExchangeError(f"{where}: codes lie more than {MAX_DEPTH} levels deep; make the tree flatter.")
        codable = _TRUTH.get(attributes.get("isCodable", "").strip())
        if codable is None:
            self._notes.append(f"Line {self._line()}: isCodable is missing or unclear; the code is taken as codable.")
        code = RawCode(
            self._line(), attributes.get("name", ""), attributes.get("guid", ""), attributes.get("color", ""),
            codable is not False,
        )  # fmt: skip
        (self._above[-1].children if self._above else self._codes).append(code)
        self._above.append(code)

    def _characters(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def _end(self, _: str) -> None:
        local = self._open.pop()
        if local == "Description" and self._words is not None:
            self._above[-1].texts = description.parse("".join(self._words))
            self._words = None
        elif local == "Code" and self._open[-1] in ("Code", "Codes"):
            self._above.pop()
        elif local == "Sets" and not self._left_out["Set"]:
            self._notes.append("The file holds an empty <Sets>, which REFI-QDA does not allow.")


def write(file: CodebookFile) -> str:
    """Return the codebook as .qdc text: no byte-order mark, LF, the same text for the same codebook.

    Raises:
        ExchangeError: there are no codes, which the format does not allow.
    """
    if not file.codes:
        raise ExchangeError("A .qdc file needs at least one code and the codebook is empty; add codes first.")
    origin = f"{_TOOL} {__version__}: {file.title}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<CodeBook xmlns="{_NAMESPACE}" origin="{_attribute(origin)}">',
        "  <Codes>",
    ]
    for code in file.codes:
        _write_code(code, "    ", lines)
    lines += ["  </Codes>", "</CodeBook>", ""]
    return "\n".join(lines)


def _write_code(code: FileCode, indent: str, lines: list[str]) -> None:
    colour = f' color="{code.colour}"' if code.colour else ""
    codable = "true" if code.codable else "false"
    tag = f'{indent}<Code guid="{code.guid}" name="{_attribute(code.name)}" isCodable="{codable}"{colour}'
    words = description.compose({name: getattr(code, name) for name in DEFINITION_FIELDS})
    if not words and not code.children:
        lines.append(f"{tag}/>")
        return
    lines.append(f"{tag}>")
    if words:
        lines.append(f"{indent}  <Description>{_xml(words)}</Description>")
    for child in code.children:
        _write_code(child, f"{indent}  ", lines)
    lines.append(f"{indent}</Code>")


def _attribute(text: str) -> str:
    return _xml(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _xml(text: str) -> str:
    """Escape text; what XML cannot hold is replaced one character for one."""
    return _NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
