"""Codes and the tree they form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.errors import StudyError
from workbench.study.text import squeeze_name

MAX_NAME = 120
DEFINITION_FIELDS = ("brief", "definition", "when", "when_not", "example", "counter_example")
# What else is written of a code, each as one line of text: other names (`;` between them), source, owner's name.
CODE_FACTS = ("aliases", "source", "owner")
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C8C8C")


class CodeStatus(StrEnum):
    """Whether a code is in use."""

    ACTIVE = "active"
    RETIRED = "retired"


class CodeSource(StrEnum):
    """Where a code comes from; unset is a value of its own."""

    UNSET = ""
    DATA = "data"
    THEORY = "theory"
    GUIDE = "guide"
    EARLIER_STUDY = "earlier study"
    ASSIST = "assist"


@dataclass(frozen=True, slots=True)
class Code:
    """A code with the definition fields of MacQueen et al. (1998); `rank` orders siblings.

    `aliases` are other names it is found by, `owner` is the name of the coder who looks after it.
    """

    id: int
    guid: str
    name: str
    parent_id: int | None = None
    rank: int = 0
    brief: str = ""
    definition: str = ""
    when: str = ""
    when_not: str = ""
    example: str = ""
    colour: str = ""
    codable: bool = True
    status: CodeStatus = CodeStatus.ACTIVE
    merged_into: int | None = None
    counter_example: str = ""
    aliases: tuple[str, ...] = ()
    source: CodeSource = CodeSource.UNSET
    owner: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the other names."""
        return self.name, *self.aliases

    @property
    def defined(self) -> bool:
        """Tell whether at least one line says what the code means."""
        return bool(self.brief or self.definition)


def check_name(name: str) -> str:
    """Return a code or theme name as kept; raise StudyError when it is empty or too long."""
    tidy = squeeze_name(name)
    if not tidy:
        raise StudyError("A name cannot be empty.")
    if len(tidy) > MAX_NAME:
        raise StudyError(f"The name «{tidy[:40]}…» has {len(tidy)} characters; use at most {MAX_NAME}.")
    return tidy


def split_aliases(text: str) -> tuple[str, ...]:
    """Return the names in a text with `;` or line ends between them, each once; raise StudyError for one too long."""
    found: dict[str, str] = {}
    for part in text.replace("\n", ";").split(";"):
        if part.strip():
            name = check_name(part)
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def join_aliases(aliases: Iterable[str]) -> str:
    """Return names as one text, as `split_aliases` reads it."""
    return "; ".join(aliases)


def check_source(text: str) -> CodeSource:
    """Return the source as typed (case aside, `earlier-study` too); raise StudyError when there is no such source."""
    tidy = squeeze_name(text).casefold().replace("-", " ").replace("_", " ")
    if tidy not in list(CodeSource):
        raise StudyError(f"A code comes from {', '.join(one for one in CodeSource if one)}, not «{text}».")
    return CodeSource(tidy)


def check_colour(colour: str) -> str:
    """Return `#RRGGBB` in capitals, or the empty string; raise StudyError for anything else."""
    if not colour:
        return ""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise StudyError(f"«{colour}» is not a colour; write it as #RRGGBB.")
    return f"#{digits.upper()}"


class Codebook:
    """The living codes of a study as a tree; immutable, cheap to look things up in."""

    def __init__(self, codes: Iterable[Code], merged: Iterable[Code] = ()) -> None:
        """Take living `codes` and those that were `merged` into others (kept as redirects)."""
        self._codes = {code.id: code for code in codes}
        self._merged = {code.id: code for code in merged}
        self._children: dict[int | None, list[Code]] = {}
        for code in sorted(self._codes.values(), key=lambda one: (one.rank, one.id)):
            parent = code.parent_id if code.parent_id in self._codes else None
            self._children.setdefault(parent, []).append(code)
        self._open_circles()
        self._aliases = {name.casefold(): code for code in self._codes.values() for name in code.aliases}

    def _open_circles(self) -> None:
        """Bring to the top what lies inside itself (no act allows that, another program may have done it)."""
        reached, level = 0, self._children.get(None, [])
        while level:
            reached += len(level)
            level = [child for code in level for child in self._children.get(code.id, ())]
        if reached == len(self._codes):
            return
        lost = self._codes.keys() - {code.id for code, _ in self.walk()}
        while lost:
            code = self._codes[min(lost)]
            self._children[code.parent_id].remove(code)
            self._codes[code.id] = top = replace(code, parent_id=None)
            self._children.setdefault(None, []).append(top)
            lost -= self.with_descendants(code.id)

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[Code]:
        """Yield the codes in tree order, parents before children."""
        return (code for code, _ in self.walk())

    def __contains__(self, code_id: int) -> bool:
        return code_id in self._codes

    @property
    def by_id(self) -> Mapping[int, Code]:
        """The living codes by id."""
        return self._codes

    def get(self, code_id: int) -> Code:
        """Return a living code, following merges; raise StudyError when it is gone."""
        seen: set[int] = set()
        while code_id in self._merged and code_id not in seen:
            seen.add(code_id)
            code_id = self._merged[code_id].merged_into or 0
        if code_id not in self._codes:
            raise StudyError("This code is no longer in the codebook.")
        return self._codes[code_id]

    def children(self, code_id: int | None) -> tuple[Code, ...]:
        """Return the codes directly under `code_id` (None: the top level), in order."""
        return tuple(self._children.get(code_id, ()))

    def walk(self, under: int | None = None, depth: int = 0) -> Iterator[tuple[Code, int]]:
        """Yield (code, depth) in tree order below `under`."""
        waiting = [(code, depth) for code in reversed(self._children.get(under, ()))]
        while waiting:
            code, level = waiting.pop()
            yield code, level
            waiting.extend((child, level + 1) for child in reversed(self._children.get(code.id, ())))

    def with_descendants(self, code_id: int) -> set[int]:
        """Return the ids of the code and everything below it."""
        return {code_id, *(code.id for code, _ in self.walk(code_id))}

    def merged_into(self, code_id: int) -> tuple[str, ...]:
        """Return the names of the codes that were merged into a code, oldest first."""
        return tuple(self._merged[one].name for one in sorted(self._merged) if self._merged[one].merged_into == code_id)

    def path(self, code_id: int) -> tuple[str, ...]:
        """Return the names from the top down to the code."""
        names: list[str] = []
        at: int | None = code_id
        while at is not None and at in self._codes and len(names) <= len(self._codes):
            names.append(self._codes[at].name)
            at = self._codes[at].parent_id
        return tuple(reversed(names))

    def named(self, name: str) -> Code:
        """Return the code of that name, ` > `-separated path or other name, case aside.

        Raises:
            StudyError: no code, or several, are called so; a merged code's message names its heir.
        """
        wanted = squeeze_name(name).casefold()
        hits = [code for code in self._codes.values() if code.name.casefold() == wanted]
        if not hits:
            hits = [c for c in self._codes.values() if " > ".join(self.path(c.id)).casefold() == wanted]
        if not hits and wanted in self._aliases:
            hits = [self._aliases[wanted]]
        if len(hits) == 1:
            return hits[0]
        if hits:
            paths = "; ".join(" > ".join(self.path(code.id)) for code in hits)
            raise StudyError(f"Several codes are called «{name}»: {paths}. Give the whole path.")
        for gone in self._merged.values():
            if gone.name.casefold() == wanted:
                raise StudyError(f"The code «{gone.name}» was merged into «{self.get(gone.id).name}»; use that name.")
        raise StudyError(f"There is no code called «{name}»{self._nearest(wanted)}")

    def is_named(self, name: str) -> bool:
        """Tell whether a code is called so, by name, path or other name, case aside."""
        wanted = squeeze_name(name).casefold()
        return wanted in self._aliases or any(
            wanted in (code.name.casefold(), " > ".join(self.path(code.id)).casefold()) for code in self._codes.values()
        )

    def also_called(self, name: str) -> Code | None:
        """Return the code that has this other name, case aside."""
        return self._aliases.get(name.casefold())

    def _nearest(self, wanted: str) -> str:
        import difflib

        names = {name.casefold(): name for code in self._codes.values() for name in code.names}
        close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
        return f"; did you mean «{names[close[0]]}»?" if close else "; see `workbench codes`."

    def check_free(self, name: str, parent_id: int | None, but: int | None = None) -> None:
        """Raise StudyError when a sibling under `parent_id`, or any code as other name, has that name (`but` aside)."""
        for code in self._children.get(parent_id, ()):
            if code.id != but and code.name.casefold() == name.casefold():
                where = f"under «{self._codes[parent_id].name}»" if parent_id in self._codes else "at the top level"
                raise StudyError(f"There is already a code «{code.name}» {where}.")
        other = self.also_called(name)
        if other is not None and other.id != but:
            raise StudyError(f"«{name}» is a name of «{other.name}» already; choose another.")

    def check_aliases(self, aliases: Iterable[str], but: int | None = None) -> None:
        """Raise StudyError when a living code (other than `but`) is called by one of these names, case aside."""
        names = {name.casefold(): code for code in self._codes.values() if code.id != but for name in code.names}
        for alias in aliases:
            if alias.casefold() in names:
                raise StudyError(f"«{alias}» is a name of «{names[alias.casefold()].name}» already; choose another.")

    def check_move(self, code_id: int, parent_id: int | None) -> None:
        """Raise StudyError when the move would make a cycle or two siblings of one name."""
        code = self.get(code_id)
        if parent_id is not None:
            parent = self.get(parent_id)
            if parent.id in self.with_descendants(code_id):
                raise StudyError(f"«{code.name}» cannot be moved under «{parent.name}», which lies inside it.")
        self.check_free(code.name, parent_id, but=code_id)


def check_usable(code: Code) -> Code:
    """Return the code if passages may be coded with it, else raise StudyError."""
    if not code.codable:
        raise StudyError(f"«{code.name}» only gathers other codes; choose one of the codes under it.")
    if code.status is CodeStatus.RETIRED:
        raise StudyError(f"«{code.name}» is retired; bring it back in the codebook before you use it.")
    return code


def sigils(names: Iterable[str]) -> dict[str, str]:
    """Return a two-letter sign for each name, unlike each other as long as letters allow."""
    taken: set[str] = set()
    result: dict[str, str] = {}
    for name in names:
        result[name] = next((s for s in _candidates(name) if s not in taken), "··")
        taken.add(result[name])
    return result


def _candidates(name: str) -> Iterator[str]:
    words = [word for word in "".join(c if c.isalnum() else " " for c in name.lower()).split() if word]
    letters = "".join(words) or "x"
    if len(words) > 1:
        yield words[0][0] + words[-1][0]
        yield words[0][0] + words[1][0]
    for second in letters[1:]:
        yield letters[0] + second
    for digit in "23456789":
        yield letters[0] + digit
