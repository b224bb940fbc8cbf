"""Opening the study a verb works on, and telling what its acts did."""

import argparse
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.passphrase import key_of
from workbench.cli.safekeeping import keeping, tell_of_sharing
from workbench.cli.who import coder
from workbench.store.lookups.people import coders
from workbench.store.study_file import StudyFile
from workbench.study.changes import Change
from workbench.words import say
from workbench.words.history import full_sentence
from workbench.words.history_clearing import cleared_sentence


def folder(args: argparse.Namespace) -> Path:
    """Return the study folder that the arguments name."""
    return Path(args.study)


@contextmanager
def reading(args: argparse.Namespace) -> Generator[StudyFile]:
    """Open the study for looking only; this works while another workbench is at the desk."""
    with StudyFile.open(folder(args), read_only=True, coder=coder(args), key=key_of(args)) as study:
        tell_of_sharing(study)
        yield study


class Desk:
    """A study open for acts; what they did is gathered and told at the end."""

    def __init__(self, study: StudyFile) -> None:
        self.study = study
        self.changes: list[Change] = []
        self.result: dict[str, object] = {}
        self.notes: list[str] = []
        study.listen(self.changes.append)
        study.before_clearing = _tell_cleared

    def tell(self, output: Output) -> None:
        """Print a sentence for every act, or the JSON object with `acts` and what the verb added."""
        output.data({"acts": [_as_data(change) for change in self.changes]} | self.result)
        for change in self.changes:
            output.line(_sentence(change))
        for note in self.notes:
            output.line(note)
        if not self.changes and not self.notes:
            output.line(say("line.nothing_changed"))


def _tell_cleared(waiting: Sequence[Change]) -> None:
    """A line that was typed goes on, but says what it makes final."""
    Output.complain(cleared_sentence([(change.verb, change.detail) for change in waiting]))


def _sentence(change: Change) -> str:
    return full_sentence(change.verb, change.kind.value, change.detail)


def _as_data(change: Change) -> dict[str, object]:
    return {"verb": change.verb, "kind": change.kind.value, "text": _sentence(change), "detail": dict(change.detail)}


@contextmanager
def acting(args: argparse.Namespace, output: Output, *, known_coder_only: bool = False) -> Generator[Desk]:
    """Open the study for acts and tell what they did, also when a later one of them is refused.

    `known_coder_only` never adds a coder: that would be an act of its own and end the chance to redo.
    """
    name = coder(args)
    who = None if known_coder_only else name
    with StudyFile.open(folder(args), read_only=args.read_only, coder=who, key=key_of(args)) as study:
        if known_coder_only and name:
            study.coder_id = next((one.id for one in coders(study) if one.name == name), study.coder_id)
        desk = Desk(study)
        with keeping(study):
            try:
                yield desk
            except BaseException:
                if desk.changes:
                    desk.tell(output)
                raise
            desk.tell(output)
