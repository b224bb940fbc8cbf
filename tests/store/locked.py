"""What the tests of encrypted studies share: a study with planted words, and where they must not be found."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import content, ids, transcript
from proof import prove

from workbench.acts import codebook, coding, entities, memos, people, quotes, themes, transcripts
from workbench.acts.entities import NewEntity
from workbench.store import engine
from workbench.store.study_file import StudyFile
from workbench.study.masking import EntityKind
from workbench.study.spans import Span

PASSPHRASE = "fire grå katter på taket"
needs_cipher = pytest.mark.skipif(not engine.can_encrypt(), reason="encrypted studies need sqlcipher3")
# Each is written in another place of the study, so that each must be kept from the disk.
PLANTED = {
    "study": "Vårflommen", "coder": "Ragnhild", "transcript": "Lakselvprøven", "text": "skjærgårdslegevakta",
    "code": "Ventesorgtid", "brief": "Ordløshetsmerke", "memo": "Randmerknadsord", "person": "Solbritt",
    "value": "Fyrvokterske", "theme": "Havgapsensomhet", "insertion": "Innskuddsordet", "entity": "Brattværet",
}  # fmt: skip


def plant(study: StudyFile) -> None:
    """Write every planted word but the study's and the coder's."""
    said = (
        "Hvem ringte du til?",
        f"Jeg ringte {PLANTED['text']}, og der satt {PLANTED['person']} på {PLANTED['entity']} og ventet på båten. "
        * 20,
    )
    place = transcripts.add(study, transcript(PLANTED["transcript"], "P1", said))
    code = codebook.add(study, PLANTED["code"], brief=PLANTED["brief"])
    marked = coding.apply(study, place, Span(20, 60), code)
    memos.write(study, "code", code, f"Husk {PLANTED['memo']}.")
    people.set_attribute(study, ids(study, "participant")[0], "yrke", PLANTED["value"])
    theme = themes.add(study, PLANTED["theme"])
    quote = quotes.pick(study, marked, theme)
    quotes.insert(study, quote, 25, PLANTED["insertion"])
    entities.add(study, [NewEntity(EntityKind.PLACE, (PLANTED["entity"],))])


def planted_study(folder: Path, passphrase: str | None = PASSPHRASE) -> str:
    """Make a study with planted words, acts, and acts taken back; return what it holds, as one hash."""
    with StudyFile.create(folder, PLANTED["study"], "nb", PLANTED["coder"], passphrase=passphrase) as study:
        plant(study)
        study.undo()
        return content(study)


def found(*folders: Path) -> list[str]:
    """Return which planted words stand in which files, in UTF-8 or UTF-16."""
    hits: list[str] = []
    for folder in folders:
        for path in (one for one in folder.rglob("*") if one.is_file()):
            held = path.read_bytes()
            for word in PLANTED.values():
                forms = {
                    form.encode(code) for form in (word, word.lower()) for code in ("utf-8", "utf-16-le", "utf-16-be")
                }
                forms |= {word[1:].encode()}
                hits += [f"{path.name}: {word}" for form in forms if form.lower() in held]
    return hits


def holds(folder: Path, expected: str, passphrase: str | None = PASSPHRASE, key: bytes | None = None) -> None:
    """Assert that the study opens, is sound, and holds what is expected."""
    with StudyFile.open(folder, passphrase=passphrase, key=key) as study:
        prove(study)
        assert content(study) == expected
