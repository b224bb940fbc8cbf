"""Quotes of people who withdrew or said no to being quoted do not leave; the export says how many and why."""

from collections.abc import Callable
from typing import Any

import pytest

from workbench.acts import consent, people_schema
from workbench.acts.people_schema import Shape
from workbench.errors import ReportError, ShieldError
from workbench.report.board import board
from workbench.report.export import export_quotes
from workbench.report.passage_file import export_passages
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import people as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.people_details import quotes_held_back
from workbench.study.attributes import Type
from workbench.study.consent import Answer, Refusal, Scope
from workbench.tui.clipboard import masked_passage, printed_quote


def who(room: Any, label: str) -> int:
    return lookup.labelled(room.study, label).id


def test_a_no_keeps_the_quotes_in_and_is_told(room: Any) -> None:
    consent.answer(room.study, who(room, "P01"), Scope.QUOTE, Answer.NO)
    result = export_quotes(room.study, room.folder / "q.md")
    text = result.path.read_text(encoding="utf-8")
    assert result.quotes == 1 and result.refused == 2 and "ruskonsulenten" not in text and "noe brev" in text
    assert result.warnings[0] == "Quotes left out: 2. P01 said no to being quoted (2)."
    assert [one.refusal for one in board(room.study).quotes] == [Refusal.NO_QUOTE, Refusal.NO_QUOTE, None]
    assert quotes_held_back(room.study) == {who(room, "P01"): 2}


def test_withdrawn_and_asked_again(room: Any) -> None:
    consent.answer(room.study, who(room, "P02"), Scope.QUOTE, Answer.YES)
    consent.withdraw(room.study, who(room, "P02"), "2026-04-01")
    result = export_quotes(room.study, room.folder / "q.csv")
    assert result.refused == 1 and result.warnings[0] == "Quotes left out: 1. P02 has withdrawn (1)."
    with pytest.raises(ReportError, match=r"No quote of those asked for may leave\. Quotes left out: 1\. P02"):
        export_quotes(room.study, room.folder / "x.csv", themes=["Brevet som ikke kom"])
    assert not (room.folder / "x.csv").exists()
    consent.withdraw(room.study, who(room, "P02"), "")
    assert export_quotes(room.study, room.folder / "q.csv").refused == 0


def test_a_refused_person_needs_no_attribution(room: Any) -> None:
    consent.withdraw(room.study, who(room, "P02"), "2026-04-01")
    from workbench.acts import people

    people.unset_attribute(room.study, who(room, "P02"), "age")
    assert export_quotes(room.study, room.folder / "q.md").quotes == 2


def test_who_is_only_heard_in_a_quote_counts_too(make_room: Callable[[str], Any]) -> None:
    from workbench.acts.transcripts import NewTranscript, NewTurn, add
    from workbench.study.transcripts import Role

    room = make_room("nb")
    turns = [
        NewTurn("Vi var der.", "A", Role.PARTICIPANT, "P01"),
        NewTurn("Ja, begge to.", "B", Role.PARTICIPANT, "P02"),
    ]
    room.ids["G"] = add(room.study, NewTranscript("G", turns, "g.txt", "txt", "utf-8", "a" * 64))
    room.person("P01", gender="Kvinne", age="47")
    room.quote("G", "Vi var der.\nJa, begge")
    consent.answer(room.study, who(room, "P02"), Scope.QUOTE, Answer.NO)
    with pytest.raises(ReportError, match=r"P02 said no to being quoted \(1\)"):
        export_quotes(room.study, room.folder / "q.md")


def test_passages_and_copies_stay_too(room: Any) -> None:
    passages = coding_lookup.passages(room.study)
    consent.withdraw(room.study, who(room, "P02"), "2026-04-01")
    result = export_passages(room.study, room.folder / "p.csv", passages, ("where", "words"), lambda _: ("x",))
    assert result.quotes == 2 and result.refused == 1 and "withdrew" in result.warnings[0]
    only = [one for one in passages if one.participant == "P02"]
    with pytest.raises(ReportError, match="None of the 1 passage may leave"):
        export_passages(room.study, room.folder / "x.csv", only, ("where", "words"), lambda _: ("x",))
    held = transcript_lookup.load(room.study, room.ids["P02"])
    with pytest.raises(ShieldError, match="Not copied: P02 has withdrawn"):
        masked_passage(room.study, held, only[0].coding.span)
    refused = next(one for one in board(room.study).quotes if one.refusal)
    with pytest.raises(ShieldError, match="Not copied: P02 has withdrawn"):
        printed_quote(refused)


def test_each_kind_is_attributed_by_its_own_template(room: Any) -> None:
    staff = people_schema.add_kind(room.study, "fagfolk")
    people_schema.define(room.study, "rolle", Shape(Type.TEXT), staff)
    people_schema.put_in_kind(room.study, who(room, "P02"), staff)
    room.person("P02", rolle="Leder")
    people_schema.set_template(room.study, staff, "{rolle}")
    assert [one.attribution for one in board(room.study).quotes] == ["Kvinne i 40-årene", "Kvinne i 40-årene", "Leder"]
    from workbench.acts import people

    people.unset_attribute(room.study, who(room, "P02"), "rolle")
    with pytest.raises(ReportError, match=r"«\{rolle\}» cannot be made"):
        export_quotes(room.study, room.folder / "q.md")


def test_own_bands_of_age_go_into_the_attribution(room: Any) -> None:
    people_schema.define(room.study, "age_band", Shape(Type.BAND, source="age", bands="<45, 45+"))
    assert [one.attribution for one in board(room.study).quotes][::2] == ["Kvinne i 45+", "Mann i <45"]
