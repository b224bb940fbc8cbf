"""The study as it stood after any act: what a snapshot taken then showed, and at the beginning nothing."""

import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from made_study import Researcher, ids, small_study

from workbench.acts import codebook, coding, quotes, transcripts
from workbench.errors import StudyError
from workbench.store.lookups import past
from workbench.store.lookups.codes import codebook as codebook_now
from workbench.store.lookups.codes import use
from workbench.store.lookups.counts import counts
from workbench.store.lookups.passage_then import passage_of_act
from workbench.store.lookups.past import Past, PastCounts, row_at
from workbench.store.lookups.themes import themes
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span

Snapshot = tuple[int, dict[str, list[dict[str, Any]]], PastCounts, list[Any], list[Any], dict[int, int]]


def newest(study: StudyFile) -> int:
    return int(study.value("SELECT max(id) FROM act"))


def snapshot(study: StudyFile) -> Snapshot:
    """What the study shows now: every living row, the numbers of the board, both trees, codings by code."""
    rows = {table: [dict(row) for row in study.live(table)] for table in JOURNALLED}
    now = counts(study)
    numbers = PastCounts(now.transcripts, now.codes, now.codings, now.themes, now.quotes)
    tree = [(code.id, depth, code.name) for code, depth in codebook_now(study).walk()]
    board = [(theme.id, theme.name, tuple(theme.code_ids)) for theme in themes(study)]
    uses = {code: one.codings for code, one in use(study).items()}
    return newest(study), rows, numbers, tree, board, uses


def living(study: StudyFile, table: str, act_id: int) -> list[dict[str, Any]]:
    """Every living row of a table as `row_at` gives it back."""
    then = [row_at(study, table, row[0], act_id) for row in study.rows(f'SELECT id FROM "{table}" ORDER BY id')]
    return [row for row in then if row is not None and not row["deleted"]]


def check(then: Past, kept: Snapshot) -> None:
    _, _, numbers, tree, board, uses = kept
    assert then.counts() == numbers
    assert [(code.id, depth, code.name) for code, depth in then.codebook.walk()] == tree
    assert [(theme.id, theme.name, theme.code_ids) for theme in then.themes] == board
    assert {code: count for code, count in then.codings_by_code().items() if count} == uses


@pytest.mark.parametrize("few", [3000, 10], ids=["by act", "by table"])
@pytest.mark.parametrize("seed", range(4))
def test_every_state_comes_back(tmp_path: Path, seed: int, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "_FEW", few)
    with small_study(tmp_path / "study") as study:
        researcher = Researcher(study, random.Random(seed))
        kept = [snapshot(study)]
        while len(kept) < 60:
            with suppress(StudyError):
                researcher.luck.choice(researcher.acts())()
            for step, share in ((study.undo, 0.2), (study.redo, 0.1)):
                if researcher.luck.random() < share:
                    step()
            if newest(study) != kept[-1][0]:
                kept.append(snapshot(study))
        for one in kept[::6]:
            for table in JOURNALLED:
                assert living(study, table, one[0]) == one[1][table], table
            check(Past(study, one[0]), one)
        then = Past(study, kept[len(kept) // 2][0])
        for one in researcher.luck.sample(kept, 30):
            then.go(one[0])
            check(then, one)
        then.go(0)
        assert then.counts() == PastCounts(0, 0, 0, 0, 0) and not len(then.codebook) and not then.themes
        assert not any(living(study, table, 0) for table in JOURNALLED)
        # Looking at the past changed nothing.
        assert snapshot(study) == kept[-1]


def test_codings_of_a_removed_transcript_come_and_go_with_it(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        there, (code, *_) = ids(study, "transcript")[0], ids(study, "code")
        quotes.pick(study, ids(study, "coding")[0])
        before = newest(study)
        transcripts.remove(study, there)
        removed = newest(study)
        study.undo()
        then = Past(study, removed)
        assert then.counts() == PastCounts(0, 3, 0, 0, 0) and not then.codings_by_code().get(code)
        then.go(before)
        assert then.counts() == PastCounts(1, 3, 1, 0, 1) and then.codings_by_code()[code] == 1
        then.go(newest(study))
        assert then.counts() == PastCounts(1, 3, 1, 0, 1)


def test_a_passage_is_shown_with_the_borders_it_had_then(tmp_path: Path) -> None:
    with small_study(tmp_path / "study") as study:
        made, (coding_id,) = newest(study), ids(study, "coding")
        coding.resize(study, coding_id, Span(44, 50))
        resized = newest(study)
        coding.drop(study, coding_id)
        first, later, last = (passage_of_act(study, act) for act in (made, resized, newest(study)))
        assert first and later and last
        assert (first.span, later.span, last.span) == (Span(44, 60), Span(44, 50), Span(44, 50))
        assert first.words.startswith(later.words) and first.transcript == "P01" and first.code == "Søvn"
        assert first.before.endswith(("greit, ", "greit,")) or first.before
        codebook.add(study, "Tomt")
        assert passage_of_act(study, newest(study)) is None
        row = row_at(study, "coding", coding_id, made)
        assert row is not None and (row["end"], row["deleted"]) == (60, 0)
        assert row_at(study, "coding", 404, made) is None


def test_a_step_through_a_long_history_is_short(tmp_path: Path) -> None:
    """Ten thousand codings: a step reads what the act changed, not what came before or after it."""
    asked: list[int] = []
    with small_study(tmp_path / "study") as study:
        with study.writing("coding.import", {"count": "10000"}) as writer:
            like = dict(study.live("coding")[0])
            for number in range(10_000):
                writer.insert("coding", {name: value for name, value in like.items() if name not in ("id", "guid")}
                              | {"memo": str(number)})  # fmt: skip
        codebook.add(study, "Etter")
        acts = [row["id"] for row in study.rows("SELECT id FROM act ORDER BY id")]
        then = Past(study, acts[-1])
        study.db.set_progress_handler(lambda: asked.append(1), 1000)
        then.go(acts[-2])
        then.go(acts[-1])
        study.db.set_progress_handler(None, 0)
        assert len(asked) < 20
        assert then.counts().codings == 10_001
        then.go(acts[-3])
        assert then.counts().codings == 1
