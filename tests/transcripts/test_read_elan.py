"""ELAN: tiers as speakers, overlapping speech, dependent tiers, hostile files."""

from pathlib import Path

import pytest

from workbench.errors import TranscriptError
from workbench.transcripts import read_file
from workbench.transcripts.lines import Block, Cleaner, Draft, Remark
from workbench.transcripts.readers import eaf_file

EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-05-03T10:11:12+02:00" FORMAT="3.0" VERSION="3.0"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
    <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/opptak/p07.wav" MIME_TYPE="audio/x-wav" RELATIVE_MEDIA_URL="./p07.wav"/>
    <PROPERTY NAME="lastUsedAnnotationId">5</PROPERTY>
  </HEADER>
  <TIME_ORDER>
    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2000"/>
    <TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="1500"/><TIME_SLOT TIME_SLOT_ID="ts4"/>
    <TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="4500"/><TIME_SLOT TIME_SLOT_ID="ts6" TIME_VALUE="5000"/>
  </TIME_ORDER>
  <TIER LINGUISTIC_TYPE_REF="tale" PARTICIPANT="P07" TIER_ID="P07-tale">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
      <ANNOTATION_VALUE>Ved sjøen,</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts4" TIME_SLOT_REF2="ts5">
      <ANNOTATION_VALUE>alltid.
Ja.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="tale" TIER_ID="Intervjuer">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
      <ANNOTATION_VALUE>Hvor bor du &amp; hvorfor?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a4" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6">
      <ANNOTATION_VALUE>  </ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="oversettelse" PARENT_REF="P07-tale" PARTICIPANT="P07" TIER_ID="engelsk">
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a5" ANNOTATION_REF="a3">
      <ANNOTATION_VALUE>always. Yes.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a6" ANNOTATION_REF="a2">
      <ANNOTATION_VALUE>sjøen</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="tale" TIER_ID="Kommentar">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a7" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts5">
      <ANNOTATION_VALUE>ser ut av vinduet</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="tale" TIME_ALIGNABLE="true"/>
  <LANGUAGE LANG_DEF="" LANG_ID="nob" LANG_LABEL="Norwegian Bokmål (nob)"/>
</ANNOTATION_DOCUMENT>
"""


def draft(text: str) -> Draft:
    return eaf_file.read(text.encode(), Cleaner(), "P07.eaf", None)


def test_tiers_are_speakers_in_order_of_time(tmp_path: Path) -> None:
    path = tmp_path / "P07.eaf"
    path.write_text(EAF, encoding="utf-8")
    preview = read_file(path)
    assert preview.format == "eaf"
    talk = [turn for turn in preview.turns if turn.speaker not in list(Block)]
    assert [(turn.speaker, turn.text, turn.begin_ms, turn.end_ms) for turn in talk] == [
        ("Intervjuer", "Hvor bor du & hvorfor?", 0, 2000), ("P07", "Ved sjøen, alltid. Ja.", 1500, 4500),
    ]  # fmt: skip
    assert preview.participant == "P07"


def test_a_time_left_open_lies_between_its_neighbours() -> None:
    assert [line.begin_ms for line in draft(EAF).lines if line.text == "alltid."] == [3000]


def test_dependent_tiers_are_remarks_and_comment_tiers_notes() -> None:
    made = draft(EAF)
    at = [line.text for line in made.lines].index("alltid.")
    assert made.remarks == [Remark(at, 0, 7, "always. Yes.", "engelsk")]
    assert [line.text for line in made.lines if line.block is Block.NOTE] == ["ser ut av vinduet"]


def test_facts() -> None:
    assert draft(EAF).facts == {
        "engine": "ELAN", "made": "2024-05-03", "media": "p07.wav", "language": "Norwegian Bokmål (nob)"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EAF[:1500], "cut off"),
        (EAF.replace("<ANNOTATION_DOCUMENT", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n<ANNOTATION_DOCUMENT'),
         "declaration"),
        ('<ANNOTATION_DOCUMENT><TIER TIER_ID="a"/></ANNOTATION_DOCUMENT>', "no annotations"),
    ],
)  # fmt: skip
def test_bad_files_are_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "P07.eaf"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TranscriptError, match=words):
        read_file(path)


def test_references_in_a_circle_end() -> None:
    circle = EAF.replace('ANNOTATION_ID="a5" ANNOTATION_REF="a3"', 'ANNOTATION_ID="a5" ANNOTATION_REF="a6"')
    circle = circle.replace('ANNOTATION_ID="a6" ANNOTATION_REF="a2"', 'ANNOTATION_ID="a6" ANNOTATION_REF="a5"')
    assert len(draft(circle).remarks) == 2
