"""The summary of a file, how files stand to the study and each other, and repairs as they are looked at."""

import json
from pathlib import Path

import pytest

from workbench.errors import JobError, TranscriptError
from workbench.jobs.registry import run_inline
from workbench.study.consent import Answer, Consent, Consents, Scope
from workbench.study.people import Participant
from workbench.study.repairs import RepairKind
from workbench.study.transcripts import Role
from workbench.transcripts.answers import Answers, look
from workbench.transcripts.intake import files_of, read_file
from workbench.transcripts.lines import Choices
from workbench.transcripts.repairs_shown import RepairShown, repairs_shown
from workbench.transcripts.standing import Asked, Known, Standing, State, standings
from workbench.transcripts.summary import Summary

TALK = (
    "Randi: Hva skjedde etter det?\nOla: Vi satt på kjøkkenet og drakk kaffe til det ble lyst.\nRandi: Og så?\n"
    "Ola: Så gikk alle hjem til sitt, det var ikke mer å si.\nPer: Ha det.\n"
)
BROKEN = "I: Hva gjorde dere?\nP07: Vi tok en pau\ufb01se ved elva.\nI: Ja?\nP07: Ja, og så  gikk vi \ue000 hjem.\n"


def write(folder: Path, name: str, text: str = TALK) -> Summary:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Summary.of(read_file(path))


def test_a_summary_says_what_the_preview_says(tmp_path: Path) -> None:
    preview = read_file(_written(tmp_path))
    summary = Summary.of(preview)
    assert Summary.from_json(json.loads(json.dumps(summary.as_json()))) == summary
    assert (summary.words, summary.turns, summary.speakers) == (preview.words, len(preview.turns), preview.speakers)
    assert summary.single == ("Per",) and summary.participant == preview.participant
    changed, same = preview.with_speaker("Ola", Role.PARTICIPANT), summary.with_speaker("Ola", Role.PARTICIPANT)
    assert same.speakers == changed.speakers and same.warnings == changed.warnings
    with pytest.raises(TranscriptError, match="Nobody called «Kari»"):
        summary.with_speaker("Kari", Role.OTHER)


def _written(folder: Path) -> Path:
    (folder / "møte.txt").write_text(TALK, encoding="utf-8")
    return folder / "møte.txt"


def test_repairs_are_shown_with_their_words(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_text(BROKEN, encoding="utf-8")
    answer = run_inline("transcripts.repairs", {"path": str(path)})
    shown = [RepairShown.from_json(one) for one in answer["repairs"]]
    ligature = next(one for one in shown if one.kind is RepairKind.LIGATURE)
    assert (ligature.before, ligature.after, ligature.line, ligature.made) == ("\ufb01", "fi", 2, ligature.sure)
    assert ligature.left.endswith("pau") and ligature.right.startswith("se ved")
    preview = read_file(path, choices=Choices(rejected=frozenset({ligature.start})))
    assert not RepairShown.from_json(repairs_shown(preview)["repairs"][shown.index(ligature)]).made
    summary = Summary.from_json(run_inline("transcripts.summary", {"path": str(path)})["summary"])
    assert summary.made["ligature"] == 1 and any(one.sign == "\ue000" for one in summary.odd)


def test_one_recording_in_several_formats(tmp_path: Path) -> None:
    srt = write(tmp_path, "P09.srt", "1\n00:00:01,000 --> 00:00:04,000\nHei på deg.\n")
    vtt = write(tmp_path, "P09.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\n<v P09>Hei på deg.</v>\n")
    other = write(tmp_path, "P10.txt", BROKEN)
    found = standings(Known(), [Asked(srt), Asked(vtt), Asked(other), None])
    assert [one and (one.state, one.other) for one in found] == [
        (State.RECORDING, "P09.vtt"), (State.NEW, ""), (State.NEW, ""), None,
    ]  # fmt: skip
    picked = standings(Known(), [Asked(srt, picked=True), Asked(vtt)])
    assert [one and one.state for one in picked] == [State.NEW, State.RECORDING]
    taken = standings(Known(by_hash={srt.sha256: "P09"}, names=frozenset({"p09"})), [Asked(srt), Asked(vtt)])
    assert [one and one.state for one in taken] == [State.INSIDE, State.RECORDING]


def test_unknown_speakers_are_asked_about(tmp_path: Path) -> None:
    group = "Tuva: Det var rart.\nSiri: Ja, det var det.\nJonas: Enig.\nTuva: Ja.\nSiri: Ja.\nJonas: Ja.\n"
    one = write(tmp_path, "Gruppe.txt", group)
    (found,) = standings(Known(), [Asked(one)])
    assert found and found.state is State.WHO
    for name in ("Tuva", "Siri", "Jonas"):
        one = one.with_speaker(name, Role.PARTICIPANT)
    (found,) = standings(Known(), [Asked(one)])
    assert found == Standing(State.NAMED, "Tuva")  # people's names are no labels, unless the study has them
    for number, name in enumerate(("Tuva", "Siri", "Jonas"), 1):
        one = one.with_speaker(name, Role.PARTICIPANT, f"P{number}")
    (found,) = standings(Known(), [Asked(one)])
    assert found and found.state is State.NEW


def test_double_named_unsure_and_withdrawn(tmp_path: Path) -> None:
    (tmp_path / "annet").mkdir()
    one, same = write(tmp_path, "P01.txt"), write(tmp_path, "kopi.txt")
    named = write(tmp_path / "annet", "P01.txt", TALK + "Randi: Takk.\n")
    states = [found and found.state for found in standings(Known(), [Asked(one), Asked(same), Asked(named)])]
    assert states == [State.NEW, State.TWICE, State.TWICE]
    (tmp_path / "annet" / "samme.txt").write_bytes(TALK.encode("utf-16"))
    wide = Summary.of(read_file(tmp_path / "annet" / "samme.txt"))
    assert [found and found.state for found in standings(Known(), [Asked(wide), Asked(one)])][1] is State.TWICE
    inside = standings(Known(names=frozenset({"p01"})), [Asked(one)])
    assert inside[0] and inside[0].state is State.NAME

    person = Participant(4, "g", "P07", {"age": "47"})
    known = Known(people={"p07": person}, consents={4: Consents(withdrawn="2026-03-01")})
    gone = write(tmp_path, "P07.txt", BROKEN)
    found = standings(known, [Asked(gone)])
    assert found[0] and (found[0].state, found[0].other) == (State.WITHDRAWN, "P07")
    refused = Known(
        people={"p07": person}, consents={4: Consents(given={Scope.ANALYSE: Consent(4, Scope.ANALYSE, Answer.NO)})}
    )
    assert refused.gone(gone) == "P07" and not Known(people={"p07": person}).gone(gone)


def test_an_unsure_encoding_is_to_be_looked_at(tmp_path: Path) -> None:
    from dataclasses import replace

    one = replace(write(tmp_path, "P02.txt"), encoding_sure=False)
    unsure, settled = standings(Known(), [Asked(one)]), standings(Known(), [Asked(one, settled=True)])
    assert unsure[0] and unsure[0].state is State.CHECK
    assert settled[0] and settled[0].state is State.NEW


def test_a_sheet_is_looked_at(tmp_path: Path) -> None:
    sheet = tmp_path / "svar.csv"
    sheet.write_text(
        "ID;E-post;Hva betyr jobben for deg?\nA1;a@eksempel.example;Jeg liker at ingen dager er helt like.\n",
        encoding="utf-8",
    )
    read = look(sheet)
    assert [one["header"] for one in read["columns"]] == ["ID", "E-post", "Hva betyr jobben for deg?"]
    assert (read["label"], read["texts"], read["rows"]) == (0, [2], 1)
    assert [one["personal"] for one in read["columns"]] == [False, True, False]
    assert run_inline("answers.look", {"path": str(sheet)}) == read
    taken = run_inline("answers.read", {"path": str(sheet), "texts": ["3"], "label": "ID"})
    assert len(taken["answers"]["previews"]) == taken["count"] == 1
    # Of a long sheet the respondents come some at a time.
    few = run_inline("answers.read", {"path": str(sheet), "texts": ["3"], "label": "ID", "first": 0})
    assert few["answers"]["previews"] == few["answers"]["rows"] == [] and few["count"] == 1
    part = run_inline("answers.part", {"path": str(sheet), "after": 0, "most": 5})
    whole = Answers.from_json(few["answers"], sheet).with_more(Answers.from_json(part["answers"], sheet))
    assert whole == Answers.from_json(taken["answers"], sheet)
    with pytest.raises(JobError, match="import room"):
        run_inline("answers.part", {"path": "other.csv", "after": 0, "most": 5})


def test_the_copy_is_the_one_that_is_double_not_the_file_it_was_made_from(tmp_path: Path) -> None:
    for name in ("P07 (2).txt", "P07.txt", "P08.txt"):
        (tmp_path / name).write_text(TALK if "7" in name else BROKEN, encoding="utf-8")
    files, problems = files_of([tmp_path])
    assert not problems and [one.name for one in files] == ["P07.txt", "P07 (2).txt", "P08.txt"]
    asked = [Asked(Summary.of(read_file(one))) for one in files]
    states = [one.state if one else None for one in standings(Known(), asked)]
    assert states == [State.NEW, State.TWICE, State.NEW]
