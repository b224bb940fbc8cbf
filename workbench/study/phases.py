"""The six phases of reflexive thematic analysis (Braun & Clarke 2022) as counted evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudyCounts:
    """What the phase board is made from."""

    transcripts: int = 0
    read: int = 0
    passes: int = 0
    coded: int = 0
    codes: int = 0
    defined_codes: int = 0
    codings: int = 0
    memos: int = 0
    themes: int = 0
    gathered_codes: int = 0
    reviewed_themes: int = 0
    defined_themes: int = 0
    quotes: int = 0
    themes_with_quotes: int = 0
    participants: int = 0
    undecided: int = 0
    entities: int = 0
    reviewed_transcripts: int = 0
    exports: int = 0
    coders: int = 0


@dataclass(frozen=True, slots=True)
class Phase:
    """One line of the board: `done` of `of` (0 of 0 when there is nothing to count yet)."""

    number: int
    key: str
    done: int
    of: int


def board(counts: StudyCounts) -> tuple[Phase, ...]:
    """Return the six phases with their evidence, in order; a phase is never closed by the count."""
    return (
        Phase(1, "familiarise", counts.read, counts.transcripts),
        Phase(2, "code", counts.coded, counts.transcripts),
        Phase(3, "gather", counts.gathered_codes, counts.codes),
        Phase(4, "review", counts.reviewed_themes, counts.themes),
        Phase(5, "define", counts.defined_themes, counts.themes),
        Phase(6, "write", counts.themes_with_quotes, counts.themes),
    )
