"""What the demo study is made of: where its files lie, and reading those that no other room reads."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.acts.coding import NewCoding
from workbench.acts.entities import NewEntity
from workbench.acts.people_schema import Shape
from workbench.errors import StoreError
from workbench.study.attributes import Type
from workbench.study.masking import Decision, EntityKind
from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote to pick: the coding it is made of, its theme, and its marked edits in order."""

    coding: NewCoding
    theme: str
    edits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme and the names of the codes it gathers."""

    name: str
    concept: str
    definition: str
    colour: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A meeting, its transcript and who was interviewed, and the facts kept of it, by name of the field."""

    name: str
    transcript: str
    participant: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """The files of one demo study, by name; `folder` names its place in `corpus` and `codebooks`.

    `voices` says who speaks where the files leave it open: role by speaker label, by transcript.
    `attributes` says what the columns of the people table are, in their order.
    `unread` are the transcripts coder A has not read through yet, `second` those coder B has.
    """

    study: str
    language: str
    folder: str
    people: str
    codebook: str
    themes: str
    codings: str
    second_codings: str
    quotes: str
    names: str
    sessions: str
    attributes: Mapping[str, Shape]
    voices: Mapping[str, Mapping[str, Role]] = field(default_factory=dict[str, Mapping[str, Role]])
    unread: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()

    @property
    def corpus(self) -> Path:
        """The folder of the transcripts and the people table."""
        return data_root() / "corpus" / self.folder

    @property
    def books(self) -> Path:
        """The folder of the codebooks, codings, quotes and names."""
        return data_root() / "codebooks" / self.folder

    def transcripts(self) -> list[Path]:
        """Return the transcript files, by name."""
        return sorted(path for path in self.corpus.iterdir() if path.name != self.people)


NORWEGIAN = Material(
    study="Rustjenester i fire kommuner",
    language="nb",
    folder="norsk",
    people="deltakere.xlsx",
    codebook="kodebok.yaml",
    themes="temaer.yaml",
    codings="koding-a.csv",
    second_codings="koding-b.csv",
    quotes="sitater.csv",
    names="skjerming.csv",
    sessions="samtaler.csv",
    attributes={
        "gender": Shape(Type.CATEGORY, ("Kvinne", "Mann")),
        "age": Shape(Type.NUMBER),
        "aldersgruppe": Shape(Type.BAND, source="age"),
        "municipality_size": Shape(
            Type.CATEGORY, ("liten kystkommune", "mindre bykommune", "mellomstor bykommune", "stor bykommune")
        ),
        "lar": Shape(Type.CATEGORY, ("Ja", "Nei"), note="legemiddelassistert rehabilitering da vi snakket sammen"),
        "minutter": Shape(Type.NUMBER, note="lengden på opptaket"),
    },
    voices={
        "P13_teams": {
            "Ragnhild Solbakk": Role.INTERVIEWER,
            "Emir Hadžimehić": Role.PARTICIPANT,
            "Camilla Tverrbakk": Role.OTHER,
        }
    },
    unread=frozenset({"P07", "P10", "P13_teams", "P15", "P16"}),
    second=frozenset({"P02", "P05", "P09", "P12"}),
)

ENGLISH = Material(
    study="Night work",
    language="en",
    folder="english",
    people="people.csv",
    codebook="codebook.yaml",
    themes="themes.yaml",
    codings="coding-a.csv",
    second_codings="coding-b.csv",
    quotes="quotes.csv",
    names="names.csv",
    sessions="sessions.csv",
    attributes={
        "gender": Shape(Type.CATEGORY, ("Woman", "Man")),
        "age": Shape(Type.NUMBER),
        "age_group": Shape(Type.BAND, source="age"),
        "home_size": Shape(Type.NUMBER, note="residents"),
        "years_on_nights": Shape(Type.NUMBER),
    },
    voices={"E04": {"Daughter": Role.OTHER}},
    second=frozenset({"E01", "E03"}),
)


def data_root() -> Path:
    """Return the folder that holds `corpus` and `codebooks`: inside an installed package, else the repository.

    Raises:
        StoreError: the demo's files are in neither place.
    """
    here = Path(__file__).resolve()
    for root in (here.parent / "data", here.parents[2]):
        if (root / "corpus").is_dir() and (root / "codebooks").is_dir():
            return root
    raise StoreError("The demo's files are missing from this installation; install the workbench again.")


def read_codings(path: Path) -> list[NewCoding]:
    """Return the codings of a table with the columns transcript, turn, words, code, memo."""
    return [_coding(row) for row in _rows(path)]


def read_quotes(path: Path) -> list[QuoteRow]:
    """Return the quotes of a table with the columns transcript, turn, words, code, theme, edits."""
    return [
        QuoteRow(_coding(row), row["theme"], tuple(edit for edit in row["edits"].split(" ;; ") if edit))
        for row in _rows(path)
    ]


def read_names(path: Path) -> list[NewEntity]:
    """Return the decided names of a table with the columns forms, kind, decision, replacement, match_case."""
    return [
        NewEntity(
            EntityKind(row["kind"]), tuple(row["forms"].split("|")), match_case=row["match_case"] == "1",
            decision=Decision(row["decision"]), replacement=row["replacement"],
        )
        for row in _rows(path)
    ]  # fmt: skip


def read_sessions(path: Path) -> list[SessionRow]:
    """Return the meetings of a table with the columns name, transcript, participant and the facts of a session."""
    return [
        SessionRow(row.pop("name"), row.pop("transcript"), row.pop("participant"), row | {"state": "held"})
        for row in _rows(path)
    ]


def read_themes(path: Path) -> list[ThemeRow]:
    """Return the themes of a YAML file: a list `themes` of name, concept, definition, colour and codes."""
    from ruamel.yaml import YAML

    reader: Any = YAML(typ="safe", pure=True)
    return [
        ThemeRow(theme["name"], theme["concept"], theme["definition"], theme["colour"], tuple(theme["codes"]))
        for theme in reader.load(path.read_text(encoding="utf-8"))["themes"]
    ]


def _coding(row: Mapping[str, str]) -> NewCoding:
    return NewCoding(row["transcript"], int(row["turn"]), row["words"], row["code"], row.get("memo", ""))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
