"""How many turns of a file came in as they should: speaker, role, participant, time and words, counted exactly."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from shapes.interviews import Made, Said

from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_answers, read_file


@dataclass(frozen=True)
class Score:
    name: str
    right: int
    wanted: int
    wrong: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.right / max(1, self.wanted)


def previews(path: Path) -> list[Preview]:
    return list(read_answers(path).previews) if path.suffix in (".csv", ".xlsx") else [read_file(path)]


def came(path: Path) -> list[Said]:
    return [
        Said(turn.speaker, turn.role.value, turn.participant, turn.begin_ms, " ".join(turn.text.split()))
        for preview in previews(path)
        for turn in preview.turns
        if turn.role is not Role.NOT_DATA
    ]


def score(path: Path, made: Made) -> Score:
    """Turns that came in but should not count against the file as those that are missing do."""
    got = came(path)
    matcher = SequenceMatcher(None, made.said, got, autojunk=False)
    right = sum(block.size for block in matcher.get_matching_blocks())
    wrong = tuple(
        f"  wanted {made.said[a0:a1]}\n  got    {got[b0:b1]}"
        for kind, a0, a1, b0, b1 in matcher.get_opcodes()
        if kind != "equal"
    )
    return Score(made.name, right, max(len(made.said), len(got)), wrong)
