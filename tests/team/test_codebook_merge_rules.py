"""What must hold for every merge."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_merges import guids, triples

from workbench.acts.codebook_file import take
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile, FileCode, of_codebook
from workbench.team import Conflict, ConflictKind, MergePlan, Resolution, apply, merged, plan, plan_for, undecided
from workbench.team.codebook_settle import settle

many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Triple = tuple[CodebookFile, CodebookFile, CodebookFile]
OTHER = {Resolution.OURS: Resolution.THEIRS, Resolution.THEIRS: Resolution.OURS, Resolution.BOTH: Resolution.BOTH}


def same_question(one: Conflict) -> tuple[object, ...]:
    return one.kind, one.guids, one.field, one.base, frozenset((one.ours, one.theirs))


def decide(found: MergePlan, data: st.DataObject) -> dict[str, Resolution]:
    """Decide every conflict, those too that decisions raise."""
    decisions: dict[str, Resolution] = {}
    while waiting := undecided(found, decisions):
        for one in waiting:
            choices = [choice for choice in one.choices if choice is not Resolution.SKIP]
            decisions[one.id] = data.draw(st.sampled_from(choices))
    return decisions


def decide_swapped(found: MergePlan, answers: Mapping[tuple[object, ...], Resolution]) -> dict[str, Resolution]:
    decisions: dict[str, Resolution] = {}
    while fresh := [one for one in undecided(found, decisions) if same_question(one) in answers]:
        decisions |= {one.id: OTHER[answers[same_question(one)]] for one in fresh}
    return decisions


def canonical(found: MergePlan, decisions: Mapping[str, Resolution]) -> tuple[object, ...]:
    """Return the merged codebook with one GUID for codes that were unified, whichever survived."""
    unified = settle(found.given, decisions).unified
    alias = {guid: min(pair) for pair in unified.items() for guid in pair}

    def plain(codes: tuple[FileCode, ...]) -> tuple[object, ...]:
        return tuple(
            (alias.get(one.guid, one.guid), one.name, one.brief, one.definition, one.example, one.colour, one.codable,
             one.counter_example, one.aliases, one.source, one.owner, plain(one.children))
            for one in codes
        )  # fmt: skip

    return plain(merged(found, decisions).codes)


def check_sound(file: CodebookFile) -> None:
    seen: set[str] = set()
    for code, _ in file.walk():
        assert code.guid not in seen
        seen.add(code.guid)
        names = [child.name.casefold() for child in code.children]
        assert len(names) == len(set(names))
    names = [code.name.casefold() for code in file.codes]
    assert len(names) == len(set(names))


@many
@given(triples(), st.booleans(), st.data())
def test_the_sides_may_be_swapped(triple: Triple, with_base: bool, data: st.DataObject):
    base, ours, theirs = triple
    start = base if with_base else None
    here, there = plan(start, ours, theirs, {}), plan(start, theirs, ours, {})
    decisions = decide(here, data)
    asked = settle(here.given, decisions).conflicts
    swapped = decide_swapped(there, {same_question(one): decisions[one.id] for one in asked})
    assert undecided(there, swapped) == ()
    questions = [same_question(one) for one in asked]
    assert set(questions) == {same_question(one) for one in settle(there.given, swapped).conflicts}
    assert len(questions) == len(set(questions))
    assert canonical(here, decisions) == canonical(there, swapped)


@many
@given(triples(shared=False))
def test_undecided_the_tree_is_the_same_for_both(triple: Triple):
    base, ours, theirs = triple

    def places(found: MergePlan) -> dict[str, str | None]:
        return {code.guid: above[-1].guid if above else None for code, above in merged(found, {}).walk()}

    assert places(plan(base, ours, theirs, {})) == places(plan(base, theirs, ours, {}))


@many
@given(triples())
def test_a_branch_merged_with_its_base_is_the_branch(triple: Triple):
    base, ours, _ = triple
    forward, still = plan(base, base, ours, {}), plan(base, ours, base, {})
    assert merged(forward, {}).codes == ours.codes
    assert forward.conflicts == ()
    assert merged(still, {}).codes == ours.codes
    assert (still.changes, still.conflicts) == ((), ())
    both = plan(base, ours, ours, {})
    assert (both.changes, both.conflicts, merged(both, {}).codes) == ((), (), ours.codes)


@many
@given(triples(), st.booleans(), st.data())
def test_every_merge_is_a_sound_tree_and_loses_nothing(triple: Triple, with_base: bool, data: st.DataObject):
    base, ours, theirs = triple
    found = plan(base if with_base else None, ours, theirs, {guid: 2 for guid in sorted(guids(ours))[::2]})
    decisions = data.draw(st.sampled_from([{}, decide(found, data)]))
    outcome = settle(found.given, decisions)
    after = merged(found, decisions)
    check_sound(after)
    assert set(outcome.codebook.rows) == guids(after)  # no orphan, no cycle
    waiting = {
        guid for one in outcome.conflicts if one.kind is ConflictKind.SAME_NAME and one.default is Resolution.SKIP
        and one.id not in decisions for guid in one.guids
    }  # fmt: skip
    in_base = guids(base) if with_base else set[str]()
    deleted = in_base - (guids(ours) & guids(theirs))
    gone = (guids(ours) | guids(theirs)) - guids(after) - set(outcome.unified) - waiting
    assert gone <= deleted
    assert not gone & set(found.given.used)
    assert guids(ours) & guids(theirs) <= guids(after)
    assert guids(ours) - in_base <= guids(after)


@many
@given(triples())
def test_an_undecided_merge_merged_again_keeps_all_codes_and_fields(triple: Triple):
    base, ours, theirs = triple
    found = plan(base, ours, theirs, {})
    waiting = settle(found.given, {}).waiting
    after = merged(found, {})
    again = plan(base, after, theirs, {}, waiting=waiting)
    assert {code.guid: above[-1].guid if above else None for code, above in merged(again, {}).walk()} == {
        code.guid: above[-1].guid if above else None for code, above in after.walk()
    }
    assert guids(merged(again, {})) == guids(after)


@few
@given(triples(), st.data())
def test_applied_to_a_study_once_twice_and_undone(triple: Triple, data: st.DataObject):
    base, ours, theirs = triple
    coloured = CodebookFile(ours.title, tuple(with_colours(code) for code in ours.codes))
    with tempfile.TemporaryDirectory() as folder, StudyFile.create(Path(folder), "x", "nb", "Ane") as study:
        take(study, coloured)
        found = plan_for(study, base, theirs)
        decisions = decide(found, data)
        before = of_codebook("Prøve", codebook(study))
        assert before.codes == coloured.codes
        report = apply(study, found, decisions)
        after = of_codebook("Prøve", codebook(study))
        assert after.codes == merged(found, decisions).codes
        second = apply(study, found, decisions)
        assert second.changed == 0
        assert of_codebook("Prøve", codebook(study)) == after
        if report.changed:
            study.undo()
            assert of_codebook("Prøve", codebook(study)) == before
            study.redo()
            assert of_codebook("Prøve", codebook(study)) == after


def with_colours(code: FileCode) -> FileCode:
    from dataclasses import replace

    return replace(code, colour=code.colour or "#8C8C8C", children=tuple(map(with_colours, code.children)))
