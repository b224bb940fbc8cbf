"""What the pictures show beside the demo study: files on their way in, and texts with something to mend."""

from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.acts import revisions
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile
from workbench.transcripts import intake

_WIDE = """Intervju P17                                                     side 1

INTERVJUER: Kan du fortelle hvordan det var å komme hit første gan-
gen?

P17: Jeg hadde sett for meg en skranke. Men det var bare ei dør, og så
sto det en kar og måka snø, og han sa at jeg kunne gå rett inn, så kom
han etter. Det var han som var lederen, fant jeg ut. Jeg tenkte at her
Intervju P17                                                     side 2
kan jeg kanskje være. Det ﬁnnes steder der du merker på lyset at du er
i veien.

INTERVJUER: Og så?

P17: Så fikk jeg kaffe. Og et skjema, men kaffen kom først. Jeg har
fylt ut mange skjemaer i livet, og det var første gang noen spurte om
jeg ville ha påfyll mens jeg fylte ut inn-
tektsdelen.
"""
_CAPTIONS = """WEBVTT

00:00:02.000 --> 00:00:06.500
<v Kari>Skal vi begynne med hvordan du bor nå?</v>

00:00:07.000 --> 00:00:15.250
<v Deltaker 18>Jeg bor i et rekkehus med hage.</v>

00:00:15.250 --> 00:00:21.000
<v Deltaker 18>Hagen er det jeg ikke hadde trodd jeg skulle få.</v>
"""
_OLD = """I: Hvem spurte du om hjelp?
P19: Søstera mi først. Hun er ikke den som snakker så mye, men hun kjører. Hun kjørte meg i to år.
I: Hvor kjørte hun deg?
P19: På møter. Og hjem igjen, det var hjem igjen som var viktigst.
"""
_ANSWERS = """respondent;alder;Hva har vært til hjelp?;Hva skulle vært annerledes?
R01;44;At det var den samme personen hver gang, også etter at jeg flyttet.;Ventetida. Den var lengst når det hasta.
R02;31;En som sa ifra når jeg løy, uten å gjøre noe stort av det.;At brevene var skrevet så man forsto dem.
R03;57;Å få jobbe litt. Tre timer i uka er også jobb.;Det burde gå an å ringe noen etter klokka fire.
"""


def _arrived(study: StudyFile) -> Path:
    """Write the files into the study's own folder of transcripts, where the import room looks first."""
    folder = study.path.parent / "corpus"
    folder.mkdir(exist_ok=True)
    (folder / "P17.txt").write_text(_WIDE, encoding="utf-8")
    (folder / "P18_teams.vtt").write_text(_CAPTIONS, encoding="utf-8")
    (folder / "P19.txt").write_bytes(_OLD.encode("cp1252"))
    (folder / "spørreskjema.csv").write_text(_ANSWERS, encoding="utf-8")
    (folder / "lydfil.docx").write_bytes(b"PK\x03\x04 not a document")
    return folder


def files(study: StudyFile) -> None:
    """Files of several kinds, one of them broken, lie beside the study."""
    _arrived(study)


def repairs(study: StudyFile) -> None:
    """A transcript broken for paper is in the study."""
    transcript_id = intake.take(study, intake.read_file(_arrived(study) / "P17.txt"))
    study.keep_desk(f"desk.{study.coder_id}", {"room": "repairs", "transcript": transcript_id, "caret": 0, "armed": 0})


def carried(study: StudyFile) -> None:
    """A corrected file has taken the place of a coded transcript."""
    folder = _arrived(study)
    transcript = transcripts.load(study, transcripts.named(study, "P02"))
    lines = [f"{turn.speaker}: {transcript.text[turn.start : turn.end]}" for turn in transcript.turns]
    # What a second listening brings: some words heard otherwise, a turn that was the other's, one left out.
    for row in study.live("coding", transcript_id=transcript.id)[::3]:
        words = transcript.text[row["start"] : row["end"]]
        lines = [line.replace(words, words[: len(words) // 2] + " (uhørbart)") for line in lines]
    file = folder / "P02_rettet.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    revisions.replace(study, transcript.id, intake.read_file(file).new(), "hørt på nytt", force=True)


PREPARE: Mapping[str, Callable[[StudyFile], None]] = {
    "import": files, "import-repairs": files, "answers": files, "repairs": repairs, "carried": carried,

}  # fmt: skip
