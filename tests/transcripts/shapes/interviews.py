"""The invented interviews of the corpus: who says what, and when; everything a shape is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

SOURCES = Path(__file__).parent / "sources"
PARAGRAPH = "¶"


@dataclass(frozen=True)
class Said:
    """A turn as it should come in: `begin_ms` is None where the file says no time."""

    speaker: str
    role: str
    participant: str
    begin_ms: int | None
    words: str


@dataclass(frozen=True)
class Turn:
    key: str
    paragraphs: tuple[str, ...]
    begin: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        return " ".join(self.paragraphs)

    def pieces(self, most: int = 9) -> list[tuple[str, int, int]]:
        """The turn cut as captions are, with the times of each piece."""
        words = self.words.split()
        each = (self.end - self.begin) // len(words)
        starts = list(range(0, len(words), most))
        return [
            (
                " ".join(words[at : at + most]),
                self.begin + at * each,
                self.end if at == starts[-1] else self.begin + (at + most) * each,
            )
            for at in starts
        ]


@dataclass(frozen=True)
class Interview:
    title: str
    roles: Mapping[str, str]
    people: Mapping[str, str]
    turns: tuple[Turn, ...]

    def timed(self, gap: int = 420, overlap: int = 0) -> "Interview":
        """With times: `gap` ms between turns; every fourth one begins `overlap` ms before the last is over."""
        at, turns = 690, []
        for number, turn in enumerate(self.turns):
            begin = at - overlap - gap if overlap and number % 4 == 3 else at
            end = begin + 310 * len(turn.words.split()) + 170
            turns.append(replace(turn, begin=begin, end=end))
            at = end + gap
        return replace(self, turns=tuple(turns))

    def said(self, labels: Mapping[str, str] | None = None, people: Mapping[str, str] | None = None, *,
             roles: Mapping[str, str] | None = None, step: int | None = None) -> list[Said]:  # fmt: skip
        """What should come in when the speakers are called so; times are cut to whole `step`s, None: no times."""
        called, who, parts = labels or {}, people or {}, roles or {}
        return [
            Said(
                called.get(turn.key, turn.key),
                parts.get(turn.key, self.roles[turn.key]),
                who.get(turn.key, self.people[turn.key]) if self.roles[turn.key] == "participant" else "",
                None if step is None else turn.begin // step * step,
                turn.words,
            )
            for turn in self.turns
        ]


def load(name: str) -> Interview:
    title, roles, people, turns = "", dict[str, str](), dict[str, str](), list[Turn]()
    for line in (SOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        first, *rest = line.split("\t")
        if first == "# title":
            title = rest[0]
        elif first.startswith("# "):
            roles[first[2:]], people[first[2:]] = rest[0], rest[1]
        else:
            turns.append(Turn(first, tuple(part.strip() for part in rest[0].split(PARAGRAPH))))
    return Interview(title, roles, people, tuple(turns))


def clock(ms: int, *, hours: bool = True, sign: str = ".", digits: int = 3) -> str:
    minutes = f"{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}"
    head = f"{ms // 3_600_000:02d}:" if hours else ""
    return head + minutes + (f"{sign}{ms % 1000:03d}"[: digits + 1] if digits else "")


@dataclass(frozen=True)
class Made:
    """A file of the corpus, what should come in of it, and the words in it that are no talk."""

    name: str
    data: bytes
    said: list[Said]
    beside: tuple[str, ...] = ()
    not_data: tuple[str, ...] = ()
    by: str = ""

    def __str__(self) -> str:
        return self.name
