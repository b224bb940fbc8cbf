"""Codebooks as YAML 1.2: the form people edit and put under version control; lossless."""

import io
from typing import Any, Never

from workbench.errors import ExchangeError
from workbench.exchange.raw_codes import MAX_CODES, RawCode
from workbench.study.codebook_file import LATER_FIELDS, MAX_DEPTH, CodebookFile, FileCode
from workbench.study.codes import DEFINITION_FIELDS

# Format 2 has all of LATER_FIELDS; a file without `format` has those that one of its codes names.
FORMAT = 2
_TOP_KEYS = ("codebook", "format", "codes")
_CODE_KEYS = ("name", "aliases", "guid", "codable", "colour", "source", "owner", *DEFINITION_FIELDS, "codes")
_NULL = "tag:yaml.org,2002:null"
_TEXTS = (*DEFINITION_FIELDS, "source", "owner")
# Words an older YAML reader would take for a truth value or nothing.
_OLD_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"))


def read(text: str, file: str) -> tuple[str, list[RawCode], frozenset[str]]:
    """Return title and codes of a YAML codebook, and which of LATER_FIELDS it can speak of.

    Raises:
        ExchangeError: it is not YAML, or not in the form of a codebook; the message names the line.
    """
    return _Reader(file).document(text)


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._count = 0
        self._named: set[str] = set()

    def document(self, text: str) -> tuple[str, list[RawCode], frozenset[str]]:
        root = self._root(text)
        if root is None:
            raise ExchangeError(f"{self._file} is empty; a codebook begins with `codebook:` and `codes:`.")
        top = self._mapping(root, _TOP_KEYS, "the codebook")
        if "codes" not in top:
            self._refuse(root, "there is no `codes:` list")
        title = self._text(top["codebook"], "codebook") if "codebook" in top else ""
        later = "format" in top and self._format(top["format"]) > 1
        codes = self._codes(top["codes"], ())
        return title, codes, frozenset(LATER_FIELDS if later else self._named.intersection(LATER_FIELDS))

    def _format(self, node: Any) -> int:
        written = str(node.value) if node.id == "scalar" else ""
        if not (written.isascii() and written.isdecimal() and len(written) < 9 and int(written)):
            self._refuse(node, "`format` must be a number")
        if int(written) > FORMAT:
            self._refuse(node, f"the codebook is of format {written}, newer than this workbench; update the workbench")
        return int(written)

    def _root(self, text: str) -> Any:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        parser: Any = YAML(typ="safe", pure=True)
        try:
            return parser.compose(text)
        except MarkedYAMLError as error:
            told: Any = error
            mark = told.problem_mark or told.context_mark
            where = f", line {mark.line + 1}" if mark else ""
            raise ExchangeError(f"{self._file}{where}: this is not YAML ({told.problem or told.context}).") from error
        except (YAMLError, ValueError) as error:
            raise ExchangeError(f"{self._file}: this is not YAML ({str(error).splitlines()[0]}).") from error
        except RecursionError as error:
            raise ExchangeError(f"{self._file}: the YAML is nested too deep to be a codebook.") from error

    def _mapping(self, node: Any, allowed: tuple[str, ...], what: str) -> dict[str, Any]:
        if node.id != "mapping":
            self._refuse(node, f"{what} must be written as `key: value` lines")
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if key.id != "scalar" or name not in allowed:
                shown = name if key.id == "scalar" else "a nested key"
                self._refuse(key, f"`{shown}` is not a key of {what}; allowed are {', '.join(allowed)}")
            if name in found:
                self._refuse(key, f"`{name}` comes twice")
            found[name] = value
        return found

    def _codes(self, node: Any, above: tuple[int, ...]) -> list[RawCode]:
        if node.id == "scalar" and node.tag == _NULL:
            return []
        if node.id != "sequence":
            self._refuse(node, "`codes:` must hold a list, each code beginning with `- name:`")
        if id(node) in above:
            self._refuse(node, "a YAML alias puts a code inside itself")
        if len(above) >= MAX_DEPTH and node.value:
            self._refuse(node, f"codes lie more than {MAX_DEPTH} levels deep; make the tree flatter")
        return [self._code(one, (*above, id(node))) for one in node.value]

    def _code(self, node: Any, above: tuple[int, ...]) -> RawCode:
        self._count += 1
        if self._count > MAX_CODES:
            self._refuse(node, f"there are more than {MAX_CODES} codes; this is no codebook")
        keys = self._mapping(node, _CODE_KEYS, "a code")
        self._named |= set(keys)
        texts = {name: self._text(keys[name], name) for name in _TEXTS if name in keys}
        if "aliases" in keys:
            texts["aliases"] = self._names(keys["aliases"])
        return RawCode(
            node.start_mark.line + 1,
            self._text(keys["name"], "name") if "name" in keys else "",
            self._text(keys["guid"], "guid") if "guid" in keys else "",
            self._text(keys["colour"], "colour") if "colour" in keys else "",
            self._truth(keys["codable"]) if "codable" in keys else True,
            texts,
            self._codes(keys["codes"], above) if "codes" in keys else [],
        )

    def _text(self, node: Any, key: str) -> str:
        if node.id != "scalar":
            self._refuse(node, f"`{key}` must be a text; put it in quotes")
        if node.tag == _NULL and (key not in ("name", "codebook") or not node.value):
            return ""
        return str(node.value)

    def _names(self, node: Any) -> str:
        if node.id != "sequence":
            return self._text(node, "aliases")
        return "\n".join(self._text(one, "aliases") for one in node.value)

    def _truth(self, node: Any) -> bool:
        word = str(node.value).lower() if node.id == "scalar" else ""
        if word not in ("true", "false"):
            self._refuse(node, "`codable` must be true or false")
        return word == "true"

    def _refuse(self, node: Any, words: str) -> Never:
        raise ExchangeError(f"{self._file}, line {node.start_mark.line + 1}: {words}.")


def write(file: CodebookFile) -> str:
    """Return the codebook as YAML text; the same codebook gives the same text."""
    from ruamel.yaml import YAML

    writer: Any = YAML(typ="rt")
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.width = 1 << 30
    writer.allow_unicode = True
    out = io.StringIO()
    codes = [_mapping(code) for code in file.codes]
    writer.dump({"codebook": _scalar(file.title), "format": FORMAT, "codes": codes}, out)
    return out.getvalue()


def _mapping(code: FileCode) -> dict[str, Any]:
    result: dict[str, Any] = {"name": _scalar(code.name), "guid": code.guid}
    if code.aliases:
        result["aliases"] = [_scalar(name) for name in code.aliases]
    if not code.codable:
        result["codable"] = False
    for key in ("colour", "source", "owner", *DEFINITION_FIELDS):
        value = str(getattr(code, key))
        if value:
            result[key] = _scalar(value)
    if code.children:
        result["codes"] = [_mapping(child) for child in code.children]
    return result


def _scalar(text: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    lines = text.split("\n")
    if not text or any(not sign.isprintable() for sign in text.replace("\n", "")):
        return DoubleQuotedScalarString(text)
    if len(lines) > 1:
        plain = all(line == line.strip() for line in lines)
        return LiteralScalarString(text) if plain else DoubleQuotedScalarString(text)
    if text.startswith("#") or text.casefold() in _OLD_WORDS or text[0].isdigit():
        return DoubleQuotedScalarString(text)
    return text
