"""One scripted case for each kind of conflict, and what a merge does to a study."""

from dataclasses import replace

import pytest
from random_merges import find, guid

from workbench import words
from workbench.acts import codebook as codebook_act
from workbench.acts.codebook_file import take
from workbench.acts.coding import apply as apply_code
from workbench.acts.transcripts import NewTranscript, NewTurn, add
from workbench.errors import TeamError
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode, of_codebook
from workbench.study.codes import CodeStatus
from workbench.study.spans import Span
from workbench.study.transcripts import Role
from workbench.team import (
    Conflict,
    ConflictKind,
    MergePlan,
    Resolution,
    apply,
    merged,
    plan,
    plan_for,
    resolutions_from_json,
    resolutions_to_json,
    undecided,
    with_decisions,
)

OURS, THEIRS, BOTH, SKIP = Resolution.OURS, Resolution.THEIRS, Resolution.BOTH, Resolution.SKIP
COLOUR = "#0072B2"


def code(number: int, name: str, *children: FileCode, **fields: str | bool | tuple[str, ...]) -> FileCode:
    given = {"colour": COLOUR} | fields
    return replace(FileCode(name, guid(number), children=children), **given)  # type: ignore[arg-type]


def book(*codes: FileCode) -> CodebookFile:
    return CodebookFile("Skift", codes)


def only(found: MergePlan, kind: ConflictKind) -> Conflict:
    assert [one.kind for one in found.conflicts] == [kind]
    assert found.conflicts[0].sentence().endswith(".")
    return found.conflicts[0]


def outline(file: CodebookFile) -> list[str]:
    return [" > ".join(one.name for one in (*above, this)) for this, above in file.walk()]


def outcomes(found: MergePlan, *choices: Resolution) -> list[list[str]]:
    return [outline(merged(found, {found.conflicts[0].id: choice})) for choice in choices]


def test_rename_rename():
    found = plan(book(code(1, "Søvn")), book(code(1, "Nattesøvn")), book(code(1, "Dagsøvn")), {guid(1): 4})
    conflict = only(found, ConflictKind.RENAME)
    assert (conflict.base, conflict.ours, conflict.theirs, conflict.codings) == ("Søvn", "Nattesøvn", "Dagsøvn", 4)
    assert conflict.default is OURS
    assert found.changes == ()
    assert outcomes(found, OURS, THEIRS, SKIP) == [["Nattesøvn"], ["Dagsøvn"], ["Nattesøvn"]]


def test_definition_definition_in_the_same_line():
    base, ours, theirs = (book(code(1, "Søvn", definition=f"Alt om søvn.\n{line}")) for line in ("a", "b", "c"))
    found = plan(base, ours, theirs, {})
    conflict = only(found, ConflictKind.TEXT)
    assert conflict.field == "definition"
    texts = [merged(found, {conflict.id: how}).codes[0].definition for how in (OURS, THEIRS, BOTH)]
    assert texts == ["Alt om søvn.\nb", "Alt om søvn.\nc", "Alt om søvn.\nb\nc"]


def test_definitions_changed_in_different_lines_are_merged():
    base, ours, theirs = (
        book(code(1, "Søvn", definition=text)) for text in ("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nd\ne")
    )
    found = plan(base, ours, theirs, {})
    assert found.conflicts == ()
    assert merged(found, {}).codes[0].definition == "A\nb\nc\nd\ne"
    assert [change.sentence() for change in found.changes] == ["«Søvn»: the definition is changed."]


def test_examples_of_both_are_kept():
    base, ours, theirs = (book(code(1, "Søvn", example=text)) for text in ("x", "x\nfra oss", "x\nfra dem"))
    found = plan(base, ours, theirs, {})
    assert found.conflicts == ()
    assert merged(found, {}).codes[0].example == "x\nfra dem\nfra oss"


def test_colour_colour():
    base, ours, theirs = (book(code(1, "Søvn", colour=colour)) for colour in ("", "#D55E00", "#009E73"))
    found = plan(base, ours, theirs, {})
    conflict = only(found, ConflictKind.COLOUR)
    assert merged(found, {}).codes[0].colour == "#D55E00"
    assert merged(found, {conflict.id: THEIRS}).codes[0].colour == "#009E73"


def test_codable_used_and_codable_without_a_base():
    ours, theirs = book(code(1, "Søvn")), book(code(1, "Søvn", codable=False))
    assert plan(ours, ours, theirs, {}).conflicts == ()
    used = plan(ours, ours, theirs, {guid(1): 3})
    conflict = only(used, ConflictKind.CODABLE_USED)
    assert "3 codings" in conflict.sentence()
    assert [merged(used, {conflict.id: how}).codes[0].codable for how in (OURS, THEIRS)] == [True, False]
    assert merged(used, {}).codes[0].codable
    two_way = plan(None, ours, theirs, {})
    conflict = only(two_way, ConflictKind.CODABLE)
    assert not merged(two_way, {conflict.id: THEIRS}).codes[0].codable


def places(*under: int) -> CodebookFile:
    """Return codes 1, 2, 3 and `Kaffe` (9) under the first of `under`."""
    return book(*(code(n, "ABC"[n - 1], *((code(9, "Kaffe"),) if n in under else ())) for n in (1, 2, 3)))


def test_move_move():
    found = plan(places(1), places(2), places(3), {})
    conflict = only(found, ConflictKind.MOVE)
    assert (conflict.base, conflict.ours, conflict.theirs) == ("A", "B", "C")
    assert conflict.default is SKIP
    assert [outline(merged(found, {conflict.id: how})).index(f"{name} > Kaffe") > 0
            for how, name in ((SKIP, "A"), (OURS, "B"), (THEIRS, "C"))] == [True] * 3  # fmt: skip


def test_move_cycle():
    flat = book(code(1, "A"), code(2, "B"))
    found = plan(flat, book(code(2, "B", code(1, "A"))), book(code(1, "A", code(2, "B"))), {})
    conflict = only(found, ConflictKind.MOVE_CYCLE)
    assert (conflict.ours, conflict.theirs) == ("B > A", "A > B")
    assert outcomes(found, SKIP, OURS, THEIRS) == [["A", "B"], ["B", "B > A"], ["A", "A > B"]]


def test_same_name_added_by_both():
    base = book(code(1, "A"))
    ours = book(code(1, "A", code(2, "Kaffe", brief="vår", example="v")))
    theirs = book(code(1, "A", code(3, "kaffe", code(4, "Svart"), when="når som helst", brief="deres", example="d")))
    found = plan(base, ours, theirs, {})
    conflict = only(found, ConflictKind.SAME_NAME)
    assert (conflict.default, conflict.ours, conflict.theirs) == (BOTH, "vår", "deres")
    assert conflict.guids == (guid(2), guid(3))
    assert outcomes(found, BOTH, OURS, THEIRS) == [
        ["A", "A > Kaffe", "A > kaffe (2)", "A > kaffe (2) > Svart"],
        ["A", "A > Kaffe", "A > Kaffe > Svart"],
        ["A", "A > kaffe", "A > kaffe > Svart"],
    ]
    one = find(merged(found, {conflict.id: OURS}), "Kaffe")
    assert (one.guid, one.brief, one.when, one.example) == (guid(2), "vår", "når som helst", "d\nv")
    assert find(merged(found, {conflict.id: THEIRS}), "kaffe").guid == guid(2)


def test_same_name_through_a_rename():
    base = book(code(1, "A"), code(2, "B"))
    found = plan(base, book(code(1, "X"), code(2, "B")), book(code(1, "A"), code(2, "x")), {})
    conflict = only(found, ConflictKind.SAME_NAME)
    assert outcomes(found, BOTH, OURS, THEIRS) == [["X", "x (2)"], ["X", "x (2)"], ["X (2)", "x"]]
    assert conflict.default is BOTH


def test_delete_edit_both_ways():
    base, gone = book(code(1, "A"), code(2, "B")), book(code(1, "A"))
    edited = book(code(1, "A"), code(2, "B", brief="ny"))
    deleted_there = plan(base, edited, gone, {}), OURS, THEIRS
    deleted_here = plan(base, gone, edited, {}), THEIRS, OURS
    for found, keeping, deleting in (deleted_there, deleted_here):
        conflict = only(found, ConflictKind.DELETE_EDIT)
        assert conflict.default is keeping
        assert outcomes(found, SKIP, keeping, deleting) == [["A", "B"], ["A", "B"], ["A"]]
        assert merged(found, {}).codes[1].brief == "ny"


def test_delete_against_something_new_under_it():
    base = book(code(1, "A"))
    found = plan(base, book(code(1, "A", code(2, "ny"))), book(), {})
    only(found, ConflictKind.DELETE_EDIT)
    assert outcomes(found, OURS, THEIRS) == [["A", "A > ny"], ["ny"]]


def test_delete_used_stays_or_is_retired():
    base = book(code(1, "A"), code(2, "B"))
    found = plan(base, base, book(code(1, "A")), {guid(2): 1})
    conflict = only(found, ConflictKind.DELETE_USED)
    assert conflict.codings == 1
    assert outcomes(found, OURS, THEIRS) == [["A", "B"], ["A", "B"]]
    unused = plan(base, base, book(code(1, "A")), {})
    assert (unused.conflicts, [change.sentence() for change in unused.changes]) == ((), ["«B» is deleted."])


def test_children_climb_when_their_parent_goes():
    base = book(code(1, "A", code(2, "B", code(3, "C"))))
    theirs = book(code(1, "A"))
    found = plan(base, base, theirs, {guid(3): 2})
    assert outline(merged(found, {})) == ["A", "A > C"]
    assert found.notes == ("«C» moves under «A», as the code it stood under is gone.",)


def test_order_of_the_one_who_changed_it_and_newcomers_after_their_left_neighbour():
    base = book(*(code(n, name) for n, name in enumerate("ABC")))
    ours = book(code(0, "A"), code(7, "ny hos oss"), code(1, "B"), code(2, "C"))
    theirs = book(code(2, "C"), code(8, "ny hos dem"), code(0, "A"), code(1, "B"))
    assert outline(merged(plan(base, ours, theirs, {}), {})) == ["C", "ny hos dem", "A", "ny hos oss", "B"]


def test_without_a_base_names_are_proposals():
    ours = book(code(1, "A", code(2, "Kaffe")), code(3, "Bare oss"))
    theirs = book(code(11, "a", code(12, "kaffe"), code(13, "Te")), code(14, "Bare dem"))
    found = plan(None, ours, theirs, {})
    assert [one.kind for one in found.conflicts] == [ConflictKind.SAME_NAME] * 2
    assert {one.default for one in found.conflicts} == {SKIP}
    assert outline(merged(found, {})) == ["A", "A > Kaffe", "A > Te", "Bare dem", "Bare oss"]
    unified = {one.id: OURS for one in found.conflicts}
    assert outline(merged(found, unified)) == outline(merged(found, {}))
    apart = {one.id: BOTH for one in found.conflicts}
    assert outline(merged(found, apart)) == [
        "A",
        "A > Kaffe",
        "Bare oss",
        "a (2)",
        "a (2) > kaffe",
        "a (2) > Te",
        "Bare dem",
    ]


def test_one_guid_twice_is_refused():
    with pytest.raises(TeamError, match="stands twice in their codebook"):
        plan(None, book(), book(code(1, "A"), code(1, "B")), {})


# Decisions


def test_decisions_are_replayed_from_their_file():
    base, ours, theirs = book(code(1, "A")), book(code(1, "B")), book(code(1, "C"))
    found = plan(base, ours, theirs, {})
    text = resolutions_to_json(found, {found.conflicts[0].id: THEIRS})
    again = plan(base, ours, theirs, {})
    assert resolutions_from_json(text) == {again.conflicts[0].id: THEIRS}
    assert outline(merged(again, resolutions_from_json(text))) == ["C"]
    open_file = resolutions_to_json(found, {})
    assert '"decision": "skip"' in open_file and '"code": "B"' in open_file
    other = plan(base, book(code(1, "D")), theirs, {})
    assert other.conflicts[0].id != found.conflicts[0].id


@pytest.mark.parametrize(
    "text, words",
    [
        ("{", "is not JSON"),
        ("[]", "not a file of decisions"),
        ('{"format": "noe annet", "decisions": []}', "not a file of decisions"),
        ('{"format": "workbench codebook decisions", "version": 2, "decisions": []}', "newer workbench"),
        ('{"format": "workbench codebook decisions", "version": 1, "decisions": [7]}', r"Decision 1 .* no `decision`"),
        (
            '{"format": "workbench codebook decisions", "version": 1, "decisions": [{"id": "a", "decision": "nei"}]}',
            "Decision 1 says «nei»; it can be ours, theirs, both, skip",
        ),
    ],
)
def test_bad_decision_files(text: str, words: str):
    with pytest.raises(TeamError, match=words):
        resolutions_from_json(text)


def test_a_decision_that_does_not_fit_is_refused():
    found = plan(book(code(1, "A")), book(code(1, "B")), book(code(1, "C")), {})
    with pytest.raises(TeamError, match=r"«both» does not settle this .* Use ours, theirs, skip"):
        merged(found, {found.conflicts[0].id: BOTH})


def test_a_decision_can_raise_a_new_conflict():
    base = book(code(1, "A"), code(2, "B"))
    found = plan(base, book(code(1, "X"), code(2, "Y")), book(code(1, "Y"), code(2, "B")), {})
    decisions = {found.conflicts[0].id: THEIRS}
    assert [one.kind for one in undecided(found, decisions)] == [ConflictKind.SAME_NAME]
    assert outline(merged(found, decisions)) == ["Y", "Y (2)"]
    again = with_decisions(found, decisions)
    assert [one.kind for one in again.conflicts] == [ConflictKind.RENAME, ConflictKind.SAME_NAME]
    assert [one.sentence() for one in again.changes] == ["«X» is renamed «Y».", "«Y» is renamed «Y (2)»."]
    assert with_decisions(again, {}).conflicts == found.conflicts


def test_the_same_question_has_the_same_id_in_both_languages():
    words.use("nb")
    try:
        base = book(code(1, "A"), code(2, "B"))
        ours, theirs = book(code(1, "A", code(2, "B"))), book(code(2, "B", code(1, "A")))
        norwegian = plan(base, ours, theirs, {}).conflicts
        assert "under seg selv" in norwegian[0].sentence()
        words.use("en")
        assert [one.id for one in plan(base, ours, theirs, {}).conflicts] == [one.id for one in norwegian]
    finally:
        words.use("en")


# In a study

BASE = book(code(1, "A", code(2, "B")), code(3, "C"), code(4, "D"))


def outline_of(study: StudyFile) -> list[str]:
    return outline(of_codebook("", codebook(study)))


def put_coding(study: StudyFile, name: str) -> None:
    turn = NewTurn("Natta er lang og kaffen er svart.", "I1", Role.PARTICIPANT, "I1")
    found = study.live("transcript")
    transcript_id = found[0]["id"] if found else add(study, NewTranscript("I1", [turn], "i1.txt", "txt", "utf-8", "0"))
    apply_code(study, transcript_id, Span(0, 5), codebook(study).named(name).id)


def test_a_merge_is_one_act_and_can_be_undone(study: StudyFile):
    take(study, BASE)
    ours = of_codebook("", codebook(study))
    theirs = book(code(1, "A2", code(5, "ny", brief="kort", codable=False)), code(2, "B"), code(3, "C", brief="nytt"))
    found = plan_for(study, BASE, theirs)
    acts = len(study.rows("SELECT id FROM act"))
    report = apply(study, found, {})
    assert (report.changed, report.settled, report.postponed) == (5, 0, 0)
    assert report.sentences == (
        "«A» is renamed «A2».", "«ny» is added under «A2».", "«B», under «A» until now, moves to the top level.",
        "«C»: the brief definition is changed.", "«D» is deleted.",
    )  # fmt: skip
    assert of_codebook("", codebook(study)).codes == theirs.codes
    assert len(study.rows("SELECT id FROM act")) == acts + 1
    study.undo()
    assert of_codebook("", codebook(study)) == ours


def test_codings_stay_with_a_code_they_deleted(study: StudyFile):
    take(study, BASE)
    put_coding(study, "D")
    theirs = book(*BASE.codes[:2])
    found = plan_for(study, BASE, theirs)
    conflict = only(found, ConflictKind.DELETE_USED)
    report = apply(study, found, {})
    assert (report.changed, report.postponed) == (0, 1)
    assert "Postponed: They deleted «D», which has 1 coding here." in report.sentences
    report = apply(study, found, {conflict.id: THEIRS})
    assert (report.changed, report.settled) == (1, 1)
    assert codebook(study).named("D").status is CodeStatus.RETIRED
    assert apply(study, found, {conflict.id: THEIRS}).changed == 0


def test_a_unified_code_keeps_both_guids(study: StudyFile):
    take(study, book(code(1, "A")))
    put_coding(study, "A")
    theirs = book(code(9, "a", brief="deres", definition="x"))
    found = plan_for(study, None, theirs)
    conflict = only(found, ConflictKind.SAME_NAME)
    report = apply(study, found, {conflict.id: OURS})
    assert "Their «a» and our «A» become one code." in report.sentences
    assert outline_of(study) == ["A"]
    assert codebook(study).named("A").brief == "deres"
    assert apply(study, found, {conflict.id: OURS}).changed == 0
    again = plan_for(study, theirs, book(code(9, "a", brief="deres", definition="y")))
    assert again.conflicts == ()
    apply(study, again, {})
    assert codebook(study).named("A").definition == "y"
    study.undo()
    study.undo()
    assert len(plan_for(study, None, theirs).conflicts) == 1


def test_a_code_merged_here_and_edited_there(study: StudyFile):
    take(study, book(code(1, "A", brief="a"), code(2, "B", brief="b"), code(3, "C")))
    base = of_codebook("", codebook(study))
    codebook_act.merge(study, codebook(study).named("B").id, codebook(study).named("A").id)
    theirs = book(code(1, "A", brief="a"), code(2, "B", code(3, "C"), brief="bedre"))
    found = plan_for(study, base, theirs)
    conflict = only(found, ConflictKind.MERGE_EDIT)
    assert conflict.sentence() == "«B» was merged into «A» here, while they changed its brief definition."
    assert outline(merged(found, {})) == ["A", "A > C"]
    assert find(merged(found, {}), "A").brief == "a"
    apply(study, found, {conflict.id: BOTH})
    assert codebook(study).named("A").brief == "a\nbedre"
    untouched = book(code(1, "A", brief="a"), code(2, "B", brief="b"), code(3, "C"))
    assert plan_for(study, untouched, untouched).changes == ()


def test_undecided_moves_are_asked_again(study: StudyFile):
    take(study, places(2))
    found = plan_for(study, places(1), places(3))
    apply(study, found, {})
    assert "A > Kaffe" in outline_of(study)
    again = plan_for(study, places(1), places(3))
    assert again.changes == ()
    assert [one.id for one in again.conflicts] == [one.id for one in found.conflicts]
    apply(study, again, {again.conflicts[0].id: OURS})
    assert "B > Kaffe" in outline_of(study)
    study.undo()
    study.undo()
    assert "B > Kaffe" in outline_of(study)


def test_a_deleted_code_comes_back_with_its_guid_and_leaves_its_themes(study: StudyFile):
    from workbench.acts import themes

    take(study, BASE)
    theme = themes.add(study, "Mørket")
    themes.gather(study, theme, codebook(study).named("D").id)
    without = book(*BASE.codes[:2])
    apply(study, plan_for(study, BASE, without), {})
    assert outline_of(study) == ["A", "A > B", "C"]
    assert study.live("theme_code") == []
    apply(study, plan_for(study, without, BASE), {})
    assert of_codebook("", codebook(study)).codes == BASE.codes


@pytest.mark.parametrize("what", ["renamed", "deleted", "coded", "sibling", "child"])
def test_a_stale_plan_is_refused_and_changes_nothing(study: StudyFile, what: str):
    take(study, BASE)
    theirs = book(code(1, "A2", code(2, "B")), code(3, "C"))
    found = plan_for(study, BASE, theirs)
    here = codebook(study)
    if what == "renamed":
        codebook_act.rename(study, here.named("A").id, "noe annet")
    elif what == "deleted":
        codebook_act.remove(study, here.named("B").id)
        codebook_act.remove(study, here.named("A").id)
    elif what == "coded":
        put_coding(study, "D")
    elif what == "sibling":
        codebook_act.add(study, "A2")
    else:
        codebook_act.add(study, "under", here.named("D").id)
    before = of_codebook("", codebook(study))
    with pytest.raises(TeamError, match="plan the merge again"):
        apply(study, found, {})
    assert of_codebook("", codebook(study)) == before


def test_decisions_that_fit_nothing_are_told(study: StudyFile):
    take(study, BASE)
    report = apply(study, plan_for(study, BASE, BASE), {"borte": OURS})
    assert report.sentences == ("Everything stood so already.", "Decisions that fit no conflict of this merge: 1.")


def test_what_a_file_cannot_say_is_not_taken_away():
    ours = book(
        code(1, "Natt", brief="om natta", counter_example="sov godt", aliases=("Kveld",), source="theory", owner="Ane")
    )
    silent = replace(book(code(1, "Natt", brief="om nettene")), knows=frozenset())
    for base in (ours, replace(book(code(1, "Natt", brief="om natta")), knows=frozenset())):
        found = plan(base, ours, silent, {})
        (one,) = merged(found, {}).codes
        assert one == replace(ours.codes[0], brief="om nettene") and found.conflicts == ()
    # A file that can say it, and says nothing, takes it away.
    (one,) = merged(plan(ours, ours, book(code(1, "Natt", brief="om natta")), {}), {}).codes
    assert one == code(1, "Natt", brief="om natta")


def test_other_names_of_both_sides_come_together():
    base = book(code(1, "Natt", aliases=("Kveld", "Mørke")), code(2, "Dag"))
    ours = book(code(1, "Natt", aliases=("Kveld", "Mørke", "Seint")), code(2, "Dag"))
    theirs = book(code(1, "Natt", aliases=("Mørke", "Vakt")), code(2, "Seint"))
    found = plan(base, ours, theirs, {})
    assert [one.aliases for one in merged(found, {}).codes] == [("Mørke", "Vakt"), ()]
    assert found.notes == ("«Natt» gives up the other name Seint, as a code is called so.",)


def test_both_sides_said_otherwise_where_a_code_comes_from():
    found = plan(
        book(code(1, "Natt")), book(code(1, "Natt", source="data")), book(code(1, "Natt", source="theory")), {}
    )
    (conflict,) = found.conflicts
    assert conflict.sentence().startswith("Both sides changed the source of «Natt»")
    assert merged(found, {}).codes[0].source == "data"
    assert merged(found, {conflict.id: Resolution.THEIRS}).codes[0].source == "theory"
