"""Five journeys over a real pseudo-terminal, seen through an emulator; one of them is an hour of coding."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from emulated import Person

from workbench.acts import codebook, transcripts
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study import units
from workbench.study.transcripts import Role

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")

SAID = (
    "Intervjuer: Hvor bor du nå?\nP11: Jeg bor i en hybel ved elva. Den er liten, men den er min.\n"
    "Intervjuer: Og før?\nP11: Hos mor, og det gikk ikke lenger.\n"
)
CODES = ("Hjem", "Arbeid", "Venner", "Penger", "Søvn", "Glede", "Uro", "Frykt", "Lengsel")
CODINGS = 120


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def names(folder: Path, table: str) -> list[str]:
    with StudyFile.open(folder, read_only=True) as study:
        return [row["name"] for row in study.live(table)]


def coded(folder: Path) -> list[tuple[str, str]]:
    """Return (code, words) of every coding, by place."""
    with StudyFile.open(folder, read_only=True) as study:
        return [(one.code, one.words) for one in coding_lookup.passages(study)]


def test_a_newcomer(tmp_path: Path) -> None:
    """From an empty folder to a first coding: a study, an interview, a code of one's own."""
    (tmp_path / "P11.txt").write_text(SAID, "utf-8")
    folder = tmp_path / "mine"
    folder.mkdir()
    person = Person(cwd=folder)
    person.see("1  ", "4  ")
    person.calmly("1")
    person.see("mine")
    person.calmly("\r")
    person.see("In which language")
    person.calmly("1")
    person.see("name")
    person.write("Ida")
    person.see("PHASES")
    person.calmly("i")
    person.see("Press enter and give a file")
    person.calmly("\r")
    person.write(str(tmp_path / "P11.txt"))
    person.see("1 can be taken in")
    person.calmly("A")
    person.see("Took in")
    person.calmly("\r")
    person.see("turn 1", "Jeg bor i en hybel")
    person.calmly("J", "c")
    person.see("Code these words as")
    person.write("Eget sted")
    person.see("Put the new code")
    person.calmly("\r")
    person.see("what does")
    person.calmly("\r")
    person.see("Coded as")
    person.leave()
    assert names(folder, "code") == ["Eget sted"]
    assert coded(folder) == [("Eget sted", "Jeg bor i en hybel ved elva.")]


@pytest.fixture
def hour(tmp_path: Path) -> Path:
    """An interview of 130 sentences, and nine codes."""
    folder = tmp_path / "hour"
    words = [f"Det var dag {number} da noe hendte og jeg merket det." for number in range(1, CODINGS + 11)]
    with StudyFile.create(folder, "Time", "nb", "Ida") as study:
        turns = [
            transcripts.NewTurn(" ".join(words[at : at + 10]), "P01", Role.PARTICIPANT, "P01")
            for at in range(0, len(words), 10)
        ]
        transcripts.add(study, transcripts.NewTranscript("P01", turns, "P01.txt", "txt", "utf-8", "h"))
        for name in CODES:
            codebook.add(study, name, None)
        place = {"room": "coding", "transcript": lookup.named(study, "P01"), "caret": 0, "armed": 0}
        study.keep_desk(f"desk.{study.coder_id}", place)
    return folder


def test_an_hour_of_coding(hour: Path) -> None:
    """120 sentences get a known code, each in at most three keys besides the `s` to the next; all are in the study.

    The last code again is one key; one beside a digit takes two, one further down its letter and enter.
    """
    luck = random.Random(5)
    person = Person("--study", str(hour))
    person.see("turn 1", "Det var dag 1 ")
    wanted: list[str] = []
    most, pressed = 0, 0
    for number in range(1, CODINGS + 1):
        # People go on with a code for a while.
        code = wanted[-1] if wanted and luck.random() < 0.4 else luck.choice(CODES)
        if number > 1:
            person.press("s")
        person.keys = 0
        if wanted and code == wanted[-1]:
            person.press(".")
        else:
            person.press("c")
            person.see("Code these words as")
            person.until(lambda: len(_chooser(person)) > 5, "the codes")
            row = re.compile(rf"(\d) ▍?{code}\b")
            if hit := row.search("\n".join(_chooser(person))):
                person.press(hit.group(1))
            else:
                # Further down: its first letter brings it to the top.
                person.press(code[0].lower())
                person.until(lambda code=code: code in (*_chooser(person), "")[0], f"«{code}» first")
                person.press("\r")
        person.until(lambda number=number: f" {number} coding" in person.text and not _chooser(person), "the coding")
        wanted.append(code)
        most, pressed = max(most, person.keys), pressed + person.keys
    person.leave()
    with StudyFile.open(hour) as study:
        text = lookup.load(study, lookup.named(study, "P01")).text
        expected: list[tuple[str, str]] = []
        at = 0
        for code in wanted:
            start, end = units.sentence_at(text, at)
            expected.append((code, text[start:end]))
            at = units.next_sentence(text, at)
    assert coded(hour) == expected
    print(f"{CODINGS} codings, {pressed} keys, {pressed / CODINGS:.2f} a coding, at most {most}")
    assert most <= 3 and pressed / CODINGS <= 2.5


def _chooser(person: Person) -> list[str]:
    """Return the codes that are offered."""
    rows = person.text.split("\n")
    at = next((number for number, row in enumerate(rows) if "Code these words as" in row), len(rows))
    return [row for row in rows[at + 1 :] if "▍" in row]


def test_from_import_to_a_quote(tmp_path: Path, empty_study: Path) -> None:
    (tmp_path / "P11.txt").write_text(SAID, "utf-8")
    with StudyFile.open(empty_study) as study:
        codebook.add(study, "Hjem", None)
    person = Person("--study", str(empty_study), columns=80, rows=24)
    person.see("PHASES")
    person.calmly("g", "i")
    person.see("give a file")
    person.calmly("\r")
    person.write(str(tmp_path / "P11.txt"))
    person.see("1 can be taken in")
    person.calmly("A")
    person.see("Took in")
    person.calmly("\r")
    person.see("Jeg bor i en hybel")
    person.calmly("J", "c")
    person.see("Code these words as")
    person.calmly("1")
    person.see("Coded as")
    person.calmly("q")
    person.see("quote board")
    person.calmly("g", "q")
    person.see("1 quote", "Jeg bor i en hybel ved elva.")
    person.leave()
    assert coded(empty_study) == [("Hjem", "Jeg bor i en hybel ved elva.")]
    with StudyFile.open(empty_study, read_only=True) as study:
        assert len(study.live("quote")) == 1


def test_search_and_code(study_folder: Path) -> None:
    """A word is sought, all its hits are marked and coded in one act, and taken back in one."""
    before = coded(study_folder)
    person = Person("--study", str(study_folder), columns=160, rows=48)
    person.see("PHASES")
    person.calmly("g", "f")
    person.see("earch")
    person.press(*"hun OR ventet")
    person.see("2 hits")
    person.calmly("\r", "A", "c")
    person.see("Savn")
    person.write("Savn")
    person.see("Code how much")
    person.calmly("3")
    person.see("Coded 2 passages as «Savn»")
    assert len(coded(study_folder)) == len(before) + 2
    person.calmly("u")
    person.see("Took back")
    person.leave()
    assert coded(study_folder) == before


def test_two_windows(study_folder: Path) -> None:
    """The second one reads, sees what the first does, and takes the desk when the first has left."""
    with StudyFile.open(study_folder) as study:
        place = {"room": "coding", "transcript": lookup.named(study, "P01"), "caret": 0, "armed": 0}
        study.keep_desk(f"desk.{study.coder_id}", place)
    first = Person("--study", str(study_folder))
    first.see("Jeg savner", "2 codings")
    second = Person("--study", str(study_folder))
    second.see("READING ONLY", "2 codings")
    first.press("G", "c")
    first.see("Code these words as")
    first.press("1")
    first.see("3 codings")
    second.see("3 codings")
    first.leave()
    second.press("W")
    second.until(lambda: "READING ONLY" not in second.text, "the desk")
    second.press("u")
    second.see("Took back", "2 codings")
    second.leave()
    assert len(coded(study_folder)) == 5
