"""Which codings a question is about."""

from dataclasses import dataclass, fields

from workbench.study.codings import Level, Stance
from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Conditions on codings; one left empty does not restrict, all others must hold.

    `coders`, `transcripts` and `participants` are ids, of which one must fit, as of `roles`, `levels`, `stances` and
    `rounds`. `attributes` are (name, value) of the person who says most of the passage: of one name one must fit, of
    several names each; the value "" means that nothing is known. `since` and `until` are times as the study keeps them
    (ISO 8601 in UTC), the second not included. `speakers`, when it is not None, are the only speaker ids that fit;
    an id below zero means a passage in the transcript of that number that no speaker says. `without` are participants
    whose passages do not count (such as those who withdrew).
    """

    coders: tuple[int, ...] = ()
    transcripts: tuple[int, ...] = ()
    participants: tuple[int, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    roles: tuple[Role, ...] = ()
    levels: tuple[Level, ...] = ()
    stances: tuple[Stance, ...] = ()
    rounds: tuple[int, ...] = ()
    since: str = ""
    until: str = ""
    speakers: tuple[int, ...] | None = None
    without: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        # No speakers at all is something else than any speaker.
        return self.speakers is not None or any(
            getattr(self, field.name) for field in fields(self) if field.name != "speakers"
        )


EVERY_CODING = CodingFilter()
