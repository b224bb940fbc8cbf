"""Every shape a research team has: the right speaker, role, participant, time and words, turn by turn."""

import hashlib
from pathlib import Path

import pytest
from shapes import make, score

from workbench.study.transcripts import Role

WHOLE, EACH = 0.99, 0.95


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> list[score.Score]:
    return [score.score(path, made) for path, made in make.write(tmp_path_factory.mktemp("shapes"))]


def test_the_corpus_is_large_enough_and_always_the_same() -> None:
    assert len(make.corpus()) >= 36
    assert len({made.name for made in make.corpus()}) == len(make.corpus())
    make.corpus.cache_clear()
    once = [hashlib.sha256(made.data).digest() for made in make.corpus() if not made.name.endswith(".xlsx")]
    make.corpus.cache_clear()
    assert once == [hashlib.sha256(made.data).digest() for made in make.corpus() if not made.name.endswith(".xlsx")]


def test_turns_of_the_whole_corpus_are_right(scores: list[score.Score]) -> None:
    right, wanted = sum(one.right for one in scores), sum(one.wanted for one in scores)
    poor = "\n".join(f"{one.name}: {one.right} of {one.wanted}" for one in scores if one.right < one.wanted)
    assert right >= WHOLE * wanted, f"{right} of {wanted} turns are right\n{poor}"


def test_no_file_is_poor(scores: list[score.Score]) -> None:
    poor = [f"{one.name}: {one.right} of {one.wanted}\n" + "\n".join(one.wrong) for one in scores if one.share < EACH]
    assert not poor, "\n".join(poor)


@pytest.mark.parametrize("made", [made for made in make.corpus() if made.not_data], ids=str)
def test_titles_heads_and_notes_are_kept_but_no_talk(tmp_path: Path, made: make.Made) -> None:
    path = tmp_path / made.name
    path.write_bytes(made.data)
    (preview,) = score.previews(path)
    talk = " ".join(" ".join(turn.text.split()) for turn in preview.turns if turn.role is not Role.NOT_DATA)
    for words in made.not_data:
        assert words in " ".join(preview.beside.original.split())
        assert words not in talk
