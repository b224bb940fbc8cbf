"""Speaker labels as real files write them: what opens a turn, whose role it tells, and what stays talk."""

from pathlib import Path

import pytest

from workbench.study.transcripts import Role
from workbench.transcripts import Preview, labels, read_file
from workbench.transcripts.accounts import account
from workbench.transcripts.lines import Choices

SAID = (
    "Hvor bor du nå for tiden?", "Ved sjøen, og der har jeg bodd i mange år.", "Og før det?",
    "Det vil jeg helst ikke si noe om her.", "Nei vel, hvorfor det?", "Nei.",
)  # fmt: skip
INTERVIEWER, PARTICIPANT, OTHER, UNKNOWN = Role.INTERVIEWER, Role.PARTICIPANT, Role.OTHER, Role.UNKNOWN


def read(folder: Path, text: str, choices: Choices | None = None, name: str = "samtale.txt") -> Preview:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    preview = read_file(path, choices=choices)
    assert account(preview).lost == ()
    return preview


def two(first: str, second: str) -> str:
    """Six turns under two beginnings; one that ends in a line end stands on a line of its own."""
    out = []
    for at, said in enumerate(SAID):
        lead = (first, second)[at % 2]
        out.append(f"{lead}{said}\n" if lead.endswith("\n") else f"{lead}{said}")
    return "\n".join(out)


@pytest.mark.parametrize(
    ("first", "second", "speakers", "participant"),
    [
        ("Int.: ", "Inf.: ", ("Int", "Inf"), "samtale"),
        ("INTERVJUER: ", "DELTAKER: ", ("INTERVJUER", "DELTAKER"), "samtale"),
        ("Interv: ", "P07: ", ("Interv", "P07"), "P07"),
        ("Intervjuer – ", "Informant 3 – ", ("Intervjuer", "Informant 3"), "Informant 3"),
        ("I – ", "P07 – ", ("I", "P07"), "P07"),
        ("I - ", "P - ", ("I", "P"), "samtale"),
        ("I    ", "P    ", ("I", "P"), "samtale"),
        ("- I: ", "- P: ", ("I", "P"), "samtale"),
        ("[Interviewer] ", "[Participant] ", ("Interviewer", "Participant"), "samtale"),
        ("<I> ", "<P2> ", ("I", "P2"), "P2"),
        ("I1: ", "Deltaker 2 (kvinne): ", ("I1", "Deltaker 2 (kvinne)"), "Deltaker 2"),
        ("I: ", "Informant 12 (mann, 45 år): ", ("I", "Informant 12 (mann, 45 år)"), "Informant 12"),
        ("I: ", "K (kvinne, 45): ", ("I", "K (kvinne, 45)"), "K (kvinne, 45)"),
        ("I: ", "Informant nr. 3: ", ("I", "Informant nr. 3"), "Informant nr. 3"),
        ("Intervjuer\n", "Kvinnelig deltaker\n", ("Intervjuer", "Kvinnelig deltaker"), "samtale"),
        ("Intervjuer:\n", "Informant:\n", ("Intervjuer", "Informant"), "samtale"),
        ("INTERVJUER\n", "P07\n", ("INTERVJUER", "P07"), "P07"),
        ("Int: ", "«Kari»: ", ("Int", "Kari"), "Kari"),
        ("Int: ", '"Ola": ', ("Int", "Ola"), "Ola"),
        ("int: ", "kari: ", ("int", "kari"), "kari"),
        ("I: ", "Ida, 34: ", ("I", "Ida, 34"), "Ida, 34"),
        ("M: ", "D1: ", ("M", "D1"), "D1"),
        ("Moderator: ", "IP: ", ("Moderator", "IP"), "samtale"),
    ],
)
def test_interviewer_and_participant(
    tmp_path: Path, first: str, second: str, speakers: tuple[str, str], participant: str
) -> None:
    preview = read(tmp_path, two(first, second))
    assert [turn.speaker for turn in preview.turns] == [speakers[at % 2] for at in range(6)]
    assert [turn.text for turn in preview.turns] == list(SAID)
    assert [turn.role for turn in preview.turns[:2]] == [INTERVIEWER, PARTICIPANT]
    assert preview.participant == participant


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("[00:01:02] I: ", "[00:01:09] P: ", (62_000, 69_000)),
        ("(00:01:02) I: ", "00:01:09 P: ", (62_000, 69_000)),
        ("I (00:01:02): ", "P [00:01:09]: ", (62_000, 69_000)),
        ("I 00:12: ", "P 00:14: ", (12_000, 14_000)),
        ("Speaker 1  00:00:05\n", "Speaker 2  00:00:09\n", (5_000, 9_000)),
        ("Ingrid Solvang   0:04\n", "Tor Brekkhus   0:09\n", (4_000, 9_000)),
        ("00:00:01 Speaker 1\n", "00:00:09 Speaker 2\n", (1_000, 9_000)),
        ("01  I:\t", "02  P:\t", (None, None)),
    ],
)
def test_times_and_numbers_beside_labels(
    tmp_path: Path, first: str, second: str, times: tuple[int | None, int | None]
) -> None:
    preview = read(tmp_path, two(first, second))
    assert [turn.text for turn in preview.turns] == list(SAID)
    assert tuple(turn.begin_ms for turn in preview.turns[:2]) == times


def test_a_moderator_among_participants_is_known_by_asking(tmp_path: Path) -> None:
    text = "M: Hva er viktig for dere?\nD1: Ro, og at noen svarer.\nD2: At de kommer igjen.\nM: Hvorfor?\n"
    text += "D1: Fordi de ikke gjør det.\n"
    preview = read(tmp_path, text)
    assert [(one.label, one.role) for one in preview.speakers] == [
        ("M", INTERVIEWER), ("D1", PARTICIPANT), ("D2", PARTICIPANT),
    ]  # fmt: skip
    assert any("«M»: taken for the interviewer" in warning for warning in preview.warnings)


def test_one_who_asks_little_among_participants_is_asked_about(tmp_path: Path) -> None:
    text = "M: Ja, slik var det.\nD1: Ro?\nD2: At de kommer igjen.\nM: Jo.\nD1: Fordi?\n"
    assert read(tmp_path, text).speakers[0].role is UNKNOWN


def test_a_word_on_the_person_may_come_and_go(tmp_path: Path) -> None:
    text = "I: Hei?\nDeltaker 2 (kvinne): Hei.\nI: Ja?\nDeltaker 2: Ja.\nDELTAKER 2: Jo.\n"
    preview = read(tmp_path, text)
    assert {turn.speaker for turn in preview.turns} == {"I", "Deltaker 2 (kvinne)"}
    assert preview.participant == "Deltaker 2"


def test_an_unknown_participant_is_asked_about(tmp_path: Path) -> None:
    text = "I: Hei?\nP1: Hei.\nUkjent deltaker: Hva?\nI: Ja?\nP1: Ja.\nUkjent deltaker: Jo.\n"
    assert [one.role for one in read(tmp_path, text).speakers] == [INTERVIEWER, PARTICIPANT, UNKNOWN]


@pytest.mark.parametrize(
    "line",
    [
        "klokka 12:30 gikk jeg ut", "NB: dette er viktig", "så: det var det", "I fjor – ja, da var det annerledes",
        "– og så gikk jeg hjem", "[ler] ja", "2 kaffe og en bolle", "12:30 kom bussen", "Ja: det gjorde jeg",
        "(pause) nei", "hun sa: kom inn", "I – altså, i fjor", "P  som i Per",
    ],
)  # fmt: skip
def test_what_is_no_label_stays_talk(tmp_path: Path, line: str) -> None:
    preview = read(tmp_path, f"I: Hva skjedde?\nP: Jeg dro.\n{line}\nI: Hva mer?\nP: Ikke noe mer.\n")
    assert [turn.speaker for turn in preview.turns] == ["I", "P", "I", "P"]
    assert preview.turns[1].text == f"Jeg dro.\n{line}"


@pytest.mark.parametrize("lead", ["KMS: ", "kms: ", "KMS – ", "KMS\n", "KMS\t", "[KMS] "])
def test_a_learnt_label_speaks_however_it_is_parted(tmp_path: Path, lead: str) -> None:
    text = f"I: Hvor bor du?\n{lead}Ved sjøen.\n"
    assert [turn.speaker for turn in read(tmp_path, text).turns][1:] in ([], ["KMS"])
    choices = Choices(speakers={labels.key("KMS"): Role.OTHER})
    preview = read(tmp_path, text, choices)
    assert [(turn.speaker.upper(), turn.text) for turn in preview.turns] == [
        ("I", "Hvor bor du?"),
        ("KMS", "Ved sjøen."),
    ]


def test_beginnings_said_to_be_words_stay_talk(tmp_path: Path) -> None:
    text = "I: Hva?\nP: Dette.\nMerknad A: ja\nI: Og?\nP: Nei.\nMerknad A: jo\n"
    assert "Merknad A" in [turn.speaker for turn in read(tmp_path, text).turns]
    preview = read(tmp_path, text, Choices(words=frozenset({labels.key("Merknad A")})))
    assert [turn.speaker for turn in preview.turns] == ["I", "P", "I", "P"]
    assert preview.turns[1].text == "Dette.\nMerknad A: ja"


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("Deltaker 2 (kvinne)", "Deltaker 2"), ("P07 (ler)", "P07"), ("Kari (P07)", "Kari (P07)"), ("P(1)", "P(1)"),
        ("Kari (40)", "Kari (40)"), ("I", "I"),
    ],
)  # fmt: skip
def test_core(label: str, plain: str) -> None:
    assert labels.core(label) == plain


def test_long_beginnings_cost_nothing() -> None:
    for text in ("a " * 200_000, " " * 200_000 + "(", "(" * 100_000, "A" + " " * 200_000 + ":"):
        assert not labels.plausible(text)
        labels.key(text)
