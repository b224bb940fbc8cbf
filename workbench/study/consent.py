"""What participants agreed to: for what, yes or no, when; and whether they have withdrawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What is agreed to: analysis, quotes in print, the archive, sharing with others, being asked again."""

    ANALYSE = "analyse"
    QUOTE = "quote"
    ARCHIVE = "archive"
    SHARE = "share"
    RECONTACT = "re-contact"


class Answer(StrEnum):
    """What they answered; not asked is an answer of its own."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


class Refusal(StrEnum):
    """Why words of a person are not to leave."""

    WITHDRAWN = "withdrawn"
    NO_QUOTE = "no quote"


@dataclass(frozen=True, slots=True)
class Consent:
    """An answer of a participant; `given` is a day (ISO 8601) or empty."""

    participant_id: int
    scope: Scope
    answer: Answer
    given: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consents:
    """What one participant agreed to, and the day they withdrew (ISO 8601) or nothing."""

    withdrawn: str = ""
    given: Mapping[Scope, Consent] | None = None

    def answer(self, scope: Scope) -> Answer:
        """Return what they answered."""
        one = self.given.get(scope) if self.given else None
        return one.answer if one else Answer.NOT_ASKED

    @property
    def refusal(self) -> Refusal | None:
        """Why their words are not to be quoted, or None."""
        if self.withdrawn:
            return Refusal.WITHDRAWN
        return Refusal.NO_QUOTE if self.answer(Scope.QUOTE) is Answer.NO else None

    @property
    def may_be_analysed(self) -> bool:
        """Whether they neither refused analysis nor withdrew."""
        return not self.withdrawn and self.answer(Scope.ANALYSE) is not Answer.NO


NOTHING_KNOWN = Consents()


def by_person(withdrawn: Mapping[int, str], given: Iterable[Consent]) -> dict[int, Consents]:
    """Return what each participant agreed to; `withdrawn` holds the day (or nothing) of every participant."""
    answers: dict[int, dict[Scope, Consent]] = {}
    for one in given:
        answers.setdefault(one.participant_id, {})[one.scope] = one
    return {person: Consents(day, answers.get(person)) for person, day in withdrawn.items()}
