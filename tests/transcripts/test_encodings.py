"""The encoding of a text file is right or asked, never silently wrong, and can be changed."""

from pathlib import Path

import pytest

from benchmarks.text_encodings import ENCODINGS, counts, written
from workbench.transcripts import read_file
from workbench.transcripts.decode import Guess, decode, guess, samples

TALK = "I: Hvordan går det nå?\nP: Sånn passe, vi øver på å være tålmodige – «hver dag», sa læreren.\n"


@pytest.mark.parametrize("length", [60, 500])
def test_norwegian_is_right_or_asked_in_every_encoding(length: int) -> None:
    found = counts(40, (length,))
    assert len(found) == len(ENCODINGS)
    assert all(row["silently wrong"] == 0 for row in found.values()), found
    right = {encoding: row["right"] / row.total() for (encoding, _), row in found.items()}
    assert all(right[one] == 1 for one in ENCODINGS if one.startswith("utf"))
    assert min(right.values()) > (0.8 if length == 60 else 0.97)


def test_long_texts_are_right() -> None:
    assert all(row["right"] == row.total() for row in counts(2, (37_000,)).values())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_whole_file_comes_through(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes(written(TALK, encoding))
    preview = read_file(path)
    assert preview.encoding_sure
    assert preview.turns[1].text == written(TALK, encoding).decode(encoding).split("P: ")[1].strip()


def test_unsure_guesses_are_asked_with_samples_and_can_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes("I: Hvem var med?\nP: Bare René.\nI: Mm.\nP: Ja.\n".replace("é", "š").encode("cp1252"))
    preview = read_file(path)
    assert not preview.encoding_sure
    shown = dict(preview.encodings) | {preview.encoding: guess(path.read_bytes()).sample}
    assert "Renš" in shown["cp1252"]
    assert "Renö" in shown["mac_roman"]
    changed = read_file(path, encoding="cp1252")
    assert changed.turns[1].text == "Bare Renš."
    assert changed.encoding_sure and changed.encodings == ()


def test_a_sure_guess_still_offers_the_others() -> None:
    data = TALK.encode("cp1252")
    found = guess(data)
    assert (found.encoding, found.sure) == ("cp1252", True)
    assert "går det nå" in found.sample
    others = dict(samples(data, found))
    assert "cp850" in others and "gÕr det nÕ" in others["cp850"]
    assert "latin-1" not in others or "–" not in others["latin-1"]


def test_plain_ascii_and_marks_need_no_asking() -> None:
    assert guess(b"I: Ja?\nP: Nei.\n") == Guess("utf-8", True, (), "")
    assert guess("\ufeffæ".encode("utf-16-le")).encoding == "utf-16"
    assert guess(b"").sure


def test_damaged_utf8_is_asked_and_said() -> None:
    data = (TALK * 3).encode() + b"\xe5 slutt"
    found = guess(data)
    assert (found.encoding, found.sure) == ("utf-8", False)
    text, _, warnings = decode(data, "P07.txt")
    assert text.endswith("\ufffd slutt")
    assert any("1 damaged" in warning for warning in warnings)


def test_letters_spoilt_before_are_told() -> None:
    spoilt = TALK.encode().decode("cp1252", errors="replace").encode()
    warnings = decode(spoilt, "P07.txt")[2]
    assert any("spoilt" in warning for warning in warnings)


def test_other_writing_is_not_taken_for_norwegian() -> None:
    assert not guess("Он сказал, что это было давно и что он не помнит.".encode("cp1251")).sure
    assert not guess("Člověk řekl, že už tam nebude žít, protože je to těžké.".encode("cp1250")).sure


def test_the_preview_keeps_it_as_json(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_bytes(TALK.encode("mac_roman"))
    preview = read_file(path)
    assert preview.encodings
    assert type(preview).from_json(preview.as_json()) == preview
