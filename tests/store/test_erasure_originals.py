"""What is kept beside a text goes with a person too: the original, repairs over it, comments, what was carried over."""

from pathlib import Path

from workbench.acts import codebook, coding, repairs, revisions
from workbench.store import erasure
from workbench.store.check import Severity, check, worst
from workbench.store.lookups import originals
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.people import labelled
from workbench.store.study_file import StudyFile
from workbench.study.repairs import RepairState
from workbench.transcripts.intake import read_file, take

GROUP = (
    "Moderator: Hvordan har dere det i hverdagen?\n"
    "P07: Jeg jobbet på Kobberverket i tretti år og bodde over smeden, med utsikt mot mel-\nlombygget der de lagret "
    "malmen, og det var\nstille der om natta, bortsett fra vannsaga som\ngikk og gikk, for der var det nattskift helt "
    "til\nklokka fem om morgenen, og vi lå og hørte på\n"
    "P08: Her er det fint, synes jeg. Men kaﬀen er dyr.\n"
    "P07: Kaﬀen på verket var gratis, og det savner jeg mest av alt.\n"
    "P08: Ja, gratis kaffe er bra.\n"
)
THEIRS = ("Kobberverket", "smeden", "vannsaga", "nattskift", "mellombygget", "lombygget", "savner jeg mest")


def held(folder: Path) -> list[tuple[str, str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(word, path.name) for word in THEIRS for path in files if word.encode() in path.read_bytes()]


def test_no_word_is_left_of_a_person_of_a_group(tmp_path: Path) -> None:
    path = tmp_path / "Gruppe.txt"
    path.write_text(GROUP, encoding="utf-8")
    folder = tmp_path / "study"
    with StudyFile.create(folder, "Fjell", "nb", "Ane") as study:
        transcript_id = take(study, read_file(path))
        codebook.add(study, "Arbeid")
        text = lookup.load(study, transcript_id)
        span = text.find("gratis, og det savner jeg mest")
        coding.apply(study, transcript_id, span, study.live("code")[0]["id"])
        made = [one.id for one in originals.repairs(study, transcript_id) if one.state is RepairState.MADE]
        assert len(made) >= 2
        repairs.decide(study, transcript_id, made, made=False)
        repairs.decide(study, transcript_id, made, made=True)
        revisions.edit_turn(study, transcript_id, 4, "Kaffen på verket var aldri dyr.")
        assert study.live("carried") and originals.original(study, transcript_id) is not None and held(folder)
        erasure.erase_participant(study, labelled(study, "P07").id)
        assert originals.original(study, transcript_id) is None and not originals.repairs(study, transcript_id)
        assert "Her er det fint, synes jeg. Men kaffen er dyr." in lookup.load(study, transcript_id).text
        assert worst(check(study.path, thorough=True)) is Severity.NOTE
        while study.undo():
            pass
    assert held(folder) == []
