"""Names added by a person: the same rule on the screen and on the command line."""

import hashlib
from pathlib import Path

import pytest

from workbench.acts.transcripts import NewTranscript, NewTurn, add
from workbench.errors import StudyError
from workbench.shield.by_hand import add_by_hand
from workbench.store.lookups.entities import entities
from workbench.store.study_file import StudyFile
from workbench.study.masking import EntityKind, Masker
from workbench.study.transcripts import Role

WORDS = "Det er vår tur, sa han, og våren var lang. Vår kom innom. Grimhild kom også, og GRIMHILD lo."


def test_only_names_that_are_words_need_their_capital(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "s", "Studie", "nb", "Anna") as study:
        turn = NewTurn(WORDS, "P01", Role.PARTICIPANT, "P01")
        add(study, NewTranscript("P01", [turn], "P01.txt", "txt", "utf-8", hashlib.sha256(b"1").hexdigest()))
        assert add_by_hand(study, "Vår", EntityKind.PERSON)
        assert add_by_hand(study, " Skogtun ", EntityKind.PLACE)
        assert not add_by_hand(study, "vår", EntityKind.PERSON)
        with pytest.raises(StudyError, match="empty"):
            add_by_hand(study, "  ", EntityKind.PERSON)
        rules = {entity.name: entity.match_case for entity in entities(study)}
        assert rules == {"Vår": True, "Skogtun": False}
        found = [WORDS[mask.start : mask.end] for mask in Masker(entities(study)).find(WORDS)]
        assert found == ["Vår"]
        assert [m.entity.name for m in Masker(entities(study)).find("Vi dro til skogtun og SKOGTUN.", cased=True)] == [
            "Skogtun",
            "Skogtun",
        ]
