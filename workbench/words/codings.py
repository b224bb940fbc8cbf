"""What a coder said of a coding beside its code, in the language of the interface."""

from typing import Protocol

from workbench.words import say
from workbench.words.history import value_name


class MarkedCoding(Protocol):
    """What is asked of a coding: the words of `words` know nothing of the study's nouns."""

    @property
    def level(self) -> str:
        """The level, or the empty string."""
        ...

    @property
    def stance(self) -> str:
        """The stance, or the empty string."""
        ...

    @property
    def certain(self) -> bool:
        """Whether the coder is sure."""
        ...

    @property
    def important(self) -> bool:
        """Whether it is marked as important."""
        ...

    @property
    def round(self) -> int:
        """The round of coding, from 1 on."""
        ...


def marks_told(coding: MarkedCoding) -> str:
    """Return the marks in one line, such as `latent · contradicts · uncertain`; the first round goes unsaid."""
    told = [say(f"level.{coding.level}")] if coding.level else []
    told += [value_name(coding.stance)] if coding.stance else []
    told += [] if coding.certain else [value_name("uncertain")]
    told += [value_name("important")] if coding.important else []
    told += [say("coding.round", round=coding.round)] if coding.round > 1 else []
    return " · ".join(told)
