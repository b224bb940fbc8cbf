"""Plain text and f4: labels, title lines, wraps, encodings, time marks."""

from pathlib import Path

import pytest

from workbench.errors import TranscriptError
from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(folder: Path, text: str, name: str = "P07.txt") -> Preview:
    return read_file(written(folder, name, text))


def said(preview: Preview) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in preview.turns]


def roles(preview: Preview) -> dict[str, tuple[str, str]]:
    return {one.label: (one.role.value, one.participant) for one in preview.speakers}


def test_letters_become_roles_and_the_participant_comes_from_the_file_name(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hvor bor du?\nP: På Øvre torg.\nI: Lenge?\nP: (ler) Ja. [uklart] Ti år.\n")
    assert said(preview)[1] == ("P", "På Øvre torg.")
    assert said(preview)[3] == ("P", "(ler) Ja. [uklart] Ti år.")
    assert roles(preview) == {"I": ("interviewer", ""), "P": ("participant", "P07")}
    assert (preview.participant, preview.format, preview.encoding) == ("P07", "txt", "utf-8")
    assert preview.warnings == ()


def test_title_lines_are_kept_and_are_no_data(tmp_path: Path) -> None:
    preview = read(
        tmp_path, "Intervju P07, 51 minutter\nDato: 3. mai\nIntervjuer: Kari Lund\n\nI: Hei?\nP: Hei.\nI: Ja.\n"
    )
    title = preview.turns[0]
    assert (title.speaker, title.role, title.participant) == ("", Role.NOT_DATA, "")
    assert title.text == "Intervju P07, 51 minutter\nDato: 3. mai\nIntervjuer: Kari Lund"
    assert [turn.speaker for turn in preview.turns[1:]] == ["I", "P", "I"]


@pytest.mark.parametrize(
    "line",
    [
        "Klokka 12:30 gikk vi ned.",
        "Kl. 07:15: da begynte det.",
        "NB: dette er viktig.",
        "Og da sa han: kom hit.",
        "Se https://eksempel.example/side for mer.",
        "Det var slik det var: ingen ringte.",
        "12:30 kom bussen.",
        "Grunnen til at jeg ble: huset.",
    ],
)
def test_a_colon_in_the_talk_is_no_speaker(tmp_path: Path, line: str) -> None:
    preview = read(tmp_path, f"I: Fortell?\nP: Ja.\n{line}\nI: Mm.\nP: Så.\n{line}\n")
    assert [turn.speaker for turn in preview.turns] == ["I", "P", "I", "P"]
    assert preview.turns[1].text == f"Ja.\n{line}"
    assert preview.turns[3].text == f"Så.\n{line}"


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("I:", Role.INTERVIEWER), ("Int.:", Role.INTERVIEWER), ("INTERVJUER:", Role.INTERVIEWER),
        ("Intervjuar:", Role.INTERVIEWER), ("Interviewer\t", Role.INTERVIEWER), ("P07:", Role.PARTICIPANT),
        ("P 07:", Role.PARTICIPANT), ("P:", Role.PARTICIPANT), ("Informant 3 –", Role.PARTICIPANT),
        ("INFORMANT:", Role.PARTICIPANT), ("Deltaker -", Role.PARTICIPANT), ("[P07]:", Role.PARTICIPANT),
        ("Informant P16:", Role.PARTICIPANT), ("E01:", Role.PARTICIPANT), ("R:", Role.UNKNOWN),
        ("SPEAKER_01:", Role.UNKNOWN), ("Ragnhild Solvik:", Role.UNKNOWN), ("Ole von der Lippe:", Role.UNKNOWN),
    ],
)  # fmt: skip
def test_label_shapes(tmp_path: Path, label: str, role: Role) -> None:
    text = f"{label} Første svar.\nAnna Berg: Hei.\n{label} Andre svar.\nBo Vik: Hallo.\nAnna Berg: Ja.\nBo Vik: Nei.\n"
    preview = read(tmp_path, text, "samtale.txt")
    first = preview.turns[0]
    assert (first.text, first.role) == ("Første svar.", role)
    assert preview.turns[2].speaker == first.speaker
    assert len(preview.turns) == 6


def test_a_label_alone_on_its_line_opens_the_lines_below(tmp_path: Path) -> None:
    preview = read(
        tmp_path, "INTERVJUER\nHvordan går det?\n\nDELTAKER\nBra.\nTror jeg.\n\nINTERVJUER\nMm.\n\nDELTAKER\nJa.\n"
    )
    assert said(preview)[:2] == [("INTERVJUER", "Hvordan går det?"), ("DELTAKER", "Bra.\nTror jeg.")]


def test_name_and_time_lines_as_video_meetings_write_them(tmp_path: Path) -> None:
    text = "Anna Berg   0:03\nHar du det bra?\n\nBo Vik   0:07\nJa, takk.\n\n"
    preview = read(tmp_path, text + "Anna Berg   1:00:12\nOg?\nBo Vik  1:00:20\nJa.\n")
    assert said(preview)[0] == ("Anna Berg", "Har du det bra?")
    assert [turn.begin_ms for turn in preview.turns] == [3000, 7000, 3_612_000, 3_620_000]


def test_in_a_two_name_file_the_asker_is_the_interviewer_and_it_is_said(tmp_path: Path) -> None:
    text = "Anna Berg: Hvor bor du?\nBo Vik: Jeg bor ved sjøen.\nAnna Berg: Trives du?\nBo Vik: Ja, stort sett.\n"
    preview = read(tmp_path, text, "P04_teams.txt")
    assert roles(preview) == {"Anna Berg": ("interviewer", ""), "Bo Vik": ("participant", "P04")}
    assert any("Anna Berg" in warning and "interviewer" in warning for warning in preview.warnings)
    assert any("Bo Vik" in warning and "P04" in warning for warning in preview.warnings)


def test_without_a_clear_asker_nobody_is_guessed(tmp_path: Path) -> None:
    preview = read(tmp_path, "Anna: Ja.\nBo: Nei, det tror jeg ikke.\nAnna: Å.\nBo: Nei.\n", "samtale.txt")
    assert {role for role, _ in roles(preview).values()} == {"unknown"}
    assert len(preview.warnings) == 2


def test_interviewer_known_means_the_only_other_is_the_participant(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei?\nR: Hei.\nI: Ja?\nR: Ja.\n", "K12 opptak.txt")
    assert roles(preview)["R"] == ("participant", "K12")


def test_a_third_person_is_other_beside_a_participant_but_open_without_one(tmp_path: Path) -> None:
    both = read(tmp_path, "I: Hei?\nP: Hei.\nS: Hei på dere.\n")
    assert roles(both)["S"] == ("other", "")
    alone = read(tmp_path, "I: Hei?\nMor: Hei.\nI: Ja?\nMor: Ja.\n", "P09.txt")
    assert roles(alone)["Mor"] == ("participant", "P09")


def test_two_participants_in_one_file_stay_two(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei?\nInformant 1: Hei.\nInformant 2: Hallo.\nI: Ja?\n", "G2 gruppe.txt")
    assert roles(preview)["Informant 1"] == ("participant", "G2 Informant 1")
    assert roles(preview)["Informant 2"] == ("participant", "G2 Informant 2")


def test_the_label_in_the_file_disagreeing_with_the_file_name_is_said(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei?\nP08: Hei.\n", "P07.txt")
    assert preview.participant == "P08"
    assert any("P07" in warning for warning in preview.warnings)


def test_a_general_label_without_file_label_is_named_after_the_file(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei?\nP: Hei.\n", "Samtale på havna.txt")
    assert preview.participant == "Samtale på havna"
    assert len(preview.warnings) == 1


def test_a_name_that_stands_once_stays_text_and_is_mentioned(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei?\nP: Hei.\nCamilla: Kaffe?\nI: Ja takk.\n")
    assert preview.turns[1].text == "Hei.\nCamilla: Kaffe?"
    assert any("Camilla" in warning for warning in preview.warnings)


def test_lines_broken_for_width_are_joined_and_paragraphs_kept(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Ja?\nP: Jeg gikk ned til\nsjøen og så\nDer var det stille.\n\nog kaldt\n")
    assert preview.turns[1].text == "Jeg gikk ned til sjøen og så\nDer var det stille.\nog kaldt"


def test_spelling_variants_of_a_label_are_one_speaker(tmp_path: Path) -> None:
    preview = read(tmp_path, "Int.: Hei?\nP07: Ja.\nINT: Mer?\np07: Nei.\nInt : Å?\nP 07: Jo.\n")
    assert [turn.speaker for turn in preview.turns] == ["Int", "P07"] * 3


def test_a_file_without_speakers_keeps_its_paragraphs_as_unknown_and_citable(tmp_path: Path) -> None:
    preview = read(tmp_path, "Vi flyttet dit i fjor.\n\nDet ble bedre da.\n", "P11.txt")
    assert [(turn.role, turn.participant) for turn in preview.turns] == [(Role.UNKNOWN, "P11")] * 2
    assert any("no speakers" in warning for warning in preview.warnings)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "cp850", "mac_roman"]
)
@pytest.mark.parametrize("extra", ["", "Blåbær på Ås – «sånn», sa hun … Ærlig. "])
def test_norwegian_comes_through_in_every_encoding(tmp_path: Path, encoding: str, extra: str) -> None:
    if extra and encoding in ("latin-1", "cp850"):
        extra = "Blåbær på Ås. Ærlig. "
    text = f"I: Hvordan går det på skolen nå?\nP: {extra}Sånn passe. Vi øver på å være tålmodige, både hjemme og ute.\n"
    preview = read_file(written(tmp_path, "P07.txt", text, encoding))
    assert preview.turns[1].text == text.splitlines()[1].removeprefix("P: ").strip()
    if encoding.startswith("utf"):
        assert preview.warnings == ()
    else:
        assert any(preview.encoding in warning for warning in preview.warnings)


def test_an_encoding_can_be_named_and_is_checked(tmp_path: Path) -> None:
    path = written(tmp_path, "P07.txt", "I: Så?\nP: Blåbær.\n", "cp850")
    assert read_file(path, encoding="cp850").turns[1].text == "Blåbær."
    with pytest.raises(TranscriptError, match="line 1"):
        read_file(path, encoding="utf-8")
    for wrong in ("klingon", "base64", "idna", "ut\0f"):
        with pytest.raises(TranscriptError, match="encoding"):
            read_file(path, encoding=wrong)


def test_odd_characters_are_made_harmless_and_counted(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Hei\x00 du\x1b[31m?\nP: Ja\u202e nei.\n")
    assert preview.turns[0].text == "Hei␀ du␛[31m?"
    assert any("Control" in warning and ": 2" in warning for warning in preview.warnings)
    assert any("direction" in warning and ": 1" in warning for warning in preview.warnings)


def test_text_is_composed(tmp_path: Path) -> None:
    assert read(tmp_path, "I: Sa\u030a?\nP: Ja.\n").turns[0].text == "Så?"


def test_f4_marks_at_turn_ends_become_times(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Så? #00:00:04-5#\nP: Ja.\nOg nei. #00:01:10-0#\n\nI: Mm. #01:00:00-9#\nP: Nei.\n")
    assert preview.format == "f4"
    assert [(turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("Så?", None, 4500), ("Ja.\nOg nei.", 4500, 70_000), ("Mm.", 70_000, 3_600_900), ("Nei.", 3_600_900, None),
    ]  # fmt: skip


def test_f4_marks_at_turn_starts_before_or_after_the_label(tmp_path: Path) -> None:
    preview = read(tmp_path, "#00:00:01-0# I: Så?\n#00:00:04-0# P: Ja.\nI: #00:00:09-0# Mm #00:00:10-0# mm.\n")
    assert [(turn.speaker, turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("I", "Så?", 1000, 4000), ("P", "Ja.", 4000, 9000), ("I", "Mm mm.", 9000, None),
    ]  # fmt: skip


def test_marks_on_lines_of_their_own_and_backward_ones(tmp_path: Path) -> None:
    preview = read(tmp_path, "I: Så?\n#00:00:04-0#\nP: Ja. #00:00:02-0#\n\nI: Mm. #00:00:08-0#\n")
    assert [(turn.text, turn.begin_ms, turn.end_ms) for turn in preview.turns] == [
        ("Så?", None, 4000), ("Ja.", None, None), ("Mm.", None, 8000),
    ]  # fmt: skip
    assert any("backwards" in warning for warning in preview.warnings)


def test_a_very_long_line_is_read_at_once(tmp_path: Path) -> None:
    words = "ord " * 300_000
    assert read(tmp_path, f"I: Så?\nP: {words}\n").words == 300_001


def test_many_continuation_lines_and_long_blanks_take_no_time(tmp_path: Path) -> None:
    text = "I: Så?\nP: Ja." + "\nOg nei." * 100_000 + "\n" + " " * 200_000 + "ut #00:00:04-0#\n"
    assert read(tmp_path, text).words == 200_003


def test_who_asks_more_but_also_says_more_is_not_taken_for_the_interviewer(tmp_path: Path) -> None:
    text = "Anna: Er det slik at du liker deg her ved sjøen?\nBo: Ja.\nAnna: Og hva med resten av dere?\nBo: Nei.\n"
    assert {role for role, _ in roles(read(tmp_path, text, "samtale.txt")).values()} == {"unknown"}
