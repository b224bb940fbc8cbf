"""A small invented study with quotes, made anew for each test."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, people, quotes, themes, transcripts
from workbench.acts import entities as entity_acts
from workbench.acts.entities import NewEntity
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.study.transcripts import Role


@dataclass
class Room:
    """The study and short ways to fill it."""

    study: StudyFile
    folder: Path
    ids: dict[str, int] = field(default_factory=dict)

    def transcript(self, name: str, *turns: str, times: bool = True) -> int:
        """Add turns written `I: …` or `P: …`; the participant is called like the transcript."""
        made = [
            NewTurn(line[3:], line[0], Role.INTERVIEWER if line[0] == "I" else Role.PARTICIPANT,
                    name if line[0] == "P" else "", number * 60_000 if times else None)
            for number, line in enumerate(turns)
        ]  # fmt: skip
        digest = hashlib.sha256("".join((name, *turns)).encode()).hexdigest()
        self.ids[name] = transcripts.add(self.study, NewTranscript(name, made, f"{name}.txt", "txt", "utf-8", digest))
        return self.ids[name]

    def quote(self, name: str, words: str, theme: int | None = None, code: str = "Kode") -> int:
        """Code the words and put them on the board."""
        transcript = transcript_lookup.load(self.study, self.ids[name])
        known = {row["name"]: row["id"] for row in self.study.live("code")}
        code_id = known.get(code) or codebook.add(self.study, code)
        coding_id = coding.apply(self.study, transcript.id, transcript.find(words), code_id)
        return quotes.pick(self.study, coding_id, theme)

    def name(self, *forms: str, shown: str = "", kind: EntityKind = EntityKind.PERSON, decision: Decision | None = None,
             match_case: bool = False) -> int:  # fmt: skip
        """Add an entity: replaced when `shown` is given, else with that decision (undecided)."""
        entity_acts.add(self.study, [NewEntity(kind, forms, match_case)])
        entity_id = int(self.study.live("entity")[-1]["id"])
        if shown:
            entity_acts.decide(self.study, entity_id, Decision.REPLACE, shown)
        elif decision:
            entity_acts.decide(self.study, entity_id, decision)
        return entity_id

    def person(self, label: str, **values: str) -> None:
        """Set attributes of a participant."""
        people.take_table(self.study, [{"label": label, **values}], "label", add_unknown=False)

    def theme(self, name: str, **fields: str) -> int:
        """Add a theme."""
        return themes.add(self.study, name, **fields)


@pytest.fixture
def make_room(tmp_path: Path) -> Iterator[Callable[[str], Room]]:
    opened: list[StudyFile] = []

    def make(language: str = "nb") -> Room:
        folder = tmp_path / f"studie-{len(opened)}"
        opened.append(StudyFile.create(folder, "Tillit på prøve", language, "Koder"))
        return Room(opened[-1], tmp_path)

    yield make
    for study in opened:
        study.close()


@pytest.fixture
def room(make_room: Callable[[str], Room]) -> Room:
    """Two people, two themes, three quotes, one name replaced."""
    made = make_room("nb")
    made.transcript(
        "P01", "I: Hvem stolte du på?", "P: Da var det Torhild som ringte meg. Hun sa at det gikk bra, og "
        "jeg trodde på det.",
        "I: Hver gang?", "P: Ja, hver gang. Torhilds stemme var rolig.",
    )  # fmt: skip
    made.transcript("P02", "I: Og du?", "P: De sa det kom et brev. Det kom aldri noe brev.", times=False)
    made.person("P01", gender="Kvinne", age="47")
    made.person("P02", gender="Mann", age="31")
    trust = made.theme("Tillit er å bli ringt tilbake", concept="Tillit bygges i små handlinger",
                       definition="Når noen holder det de sier.")  # fmt: skip
    letters = made.theme("Brevet som ikke kom")
    made.quote("P01", "Da var det Torhild som ringte meg. Hun sa at det gikk bra", trust, "Blir ringt opp")
    made.quote("P01", "jeg trodde på det.\nHver gang?\nJa, hver gang. Torhilds", trust, "Blir trodd")
    made.quote("P02", "De sa det kom et brev. Det kom aldri noe brev.", letters, "Venter på brev")
    made.name("Torhild", shown="[ruskonsulenten]")
    made.ids |= {"trust": trust, "letters": letters}
    return made
