"""Saying who a speaker is, what is no speaker, in which encoding a file is, and what its transcript is called."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role
from workbench.transcripts import labels
from workbench.transcripts.preview import Speaker
from workbench.transcripts.summary import Summary
from workbench.tui.options import Option
from workbench.tui.screens.intake_list import Waiting
from workbench.tui.screens.intake_reading import Reading
from workbench.words import say

_WORDS = "words"


class Speakers(Reading):
    """Commands `import.speaker`, `import.single`, `import.encoding` and `import.rename`."""

    @property
    def one(self) -> Waiting:
        """The current file."""
        found: Waiting = self.current
        return found

    # Speakers

    def do_import_speaker(self) -> None:
        """Choose a speaker, then who it is."""
        one, read = self.one, self.one.read
        if read is None:
            self.tell(one.told, "warn")
            return
        if len(read.speakers) == 1:
            self._ask_role(one, read.speakers[0])
            return
        unknown = next((at for at, speaker in enumerate(read.speakers) if speaker.role is Role.UNKNOWN), 0)
        self.choose(
            say("intake.which_speaker", name=read.name),
            [self._option(number, speaker) for number, speaker in enumerate(read.speakers)],
            lambda number, _: self._ask_role(one, read.speakers[int(number)]),
            first=unknown,
        )

    @staticmethod
    def _option(number: int, speaker: Speaker) -> Option:
        role = say(f"role.{speaker.role}")
        who = f"{role} {speaker.participant}".strip()
        return Option(number, speaker.label or say("intake.no_label"), f"{who} · {speaker.sample}")

    def _ask_role(self, one: Waiting, speaker: Speaker) -> None:
        options = [Option(role, say(f"role.{role}")) for role in Role]
        if speaker.label:
            options.append(Option(_WORDS, say("intake.no_speaker")))
        self.choose(
            say("intake.role", speaker=speaker.label or say("intake.no_label")),
            options,
            lambda role, _: self._is_words(one, speaker.label) if role == _WORDS else self._role(one, speaker, role),
            first=list(Role).index(speaker.role),
        )

    def _is_words(self, one: Waiting, label: str) -> None:
        choices = replace(one.choices, words=one.choices.words | {labels.key(label)})
        self.read_again(one, one.encoding, choices, say("intake.words_now", label=label))

    def _role(self, one: Waiting, speaker: Speaker, role: Role) -> None:
        if role is not Role.PARTICIPANT or one.read is None:
            self._offer_others(one, speaker, role)
            return
        own = one.read.with_speaker(speaker.label, role).speaker(speaker.label)
        self.ask(
            say("intake.participant", speaker=speaker.label or say("intake.no_label")),
            lambda label: self._offer_others(one, speaker, role, label),
            value=own.participant,
        )

    def _offer_others(self, one: Waiting, speaker: Speaker, role: Role, label: str = "") -> None:
        """Where other files have the label too, ask whether it means the same there."""
        others = [other for other in self.found if other is not one and _also(other, speaker.label, role)]
        if not others:
            self._set([one], speaker.label, role, label)
            return
        options = [Option([one], say("intake.only_here", name=one.read.name if one.read else ""))]
        if role is Role.PARTICIPANT:
            options.append(Option([], say("intake.everywhere_own"), say("intake.everywhere_own.help")))
        options.append(
            Option(
                [one, *others],
                say("intake.everywhere_same", who=label) if role is Role.PARTICIPANT else say("intake.everywhere"),
            )
        )
        self.choose(
            say("intake.role_everywhere", speaker=speaker.label or say("intake.no_label"), count=len(others)),
            options,
            lambda some, _: (
                self._set(some, speaker.label, role, label)
                if some
                else self._set_each(one, others, speaker.label, label)
            ),
        )

    def _set_each(self, one: Waiting, others: Sequence[Waiting], label: str, participant: str) -> None:
        """A participant here and in the others, there each under the label that its own file gives."""
        for other in others:
            other.say_speaker(_written(other.read, label), Role.PARTICIPANT)
        self._set([one], label, Role.PARTICIPANT, participant)

    def _set(self, some: Sequence[Waiting], label: str, role: Role, participant: str = "") -> None:
        for one in some:
            one.say_speaker(_written(one.read, label), role, participant)
        self.refresh_room()
        read = some[0].read
        own = read.speaker(label).participant if read else ""
        told = say(
            "intake.speaker_set", speaker=label or say("intake.no_label"), role=say(f"role.{role}"),
            participant=f" {own}" if own else "",
        )  # fmt: skip
        self.tell(told, "good")

    # What begins one line only

    def do_import_single(self) -> None:
        """Say whether a name that begins one line is a speaker or words."""
        one, read = self.one, self.one.read
        names = read.single if read else ()
        if len(names) == 1:
            self._ask_single(one, names[0])
        elif names:
            options = [Option(name, f"«{name}:»") for name in names]
            self.choose(say("intake.which_single"), options, lambda name, _: self._ask_single(one, str(name)))

    def _ask_single(self, one: Waiting, name: str) -> None:
        options = [Option(role, say("intake.is_speaker", role=say(f"role.{role}"))) for role in _ROLES]
        options.insert(0, Option(_WORDS, say("intake.no_speaker")))
        self.choose(say("intake.single_ask", name=name), options, lambda role, _: self._settle_single(one, name, role))

    def _settle_single(self, one: Waiting, name: str, role: Any) -> None:
        if role == _WORDS:
            self._is_words(one, name)
            return
        speakers: Mapping[str, Role] = {**one.choices.speakers, labels.key(name): Role(role)}
        told = say("intake.speaker_set", speaker=name, role=say(f"role.{role}"), participant="")
        self.read_again(one, one.encoding, replace(one.choices, speakers=speakers), told)

    # Encoding

    def do_import_encoding(self) -> None:
        """Choose the encoding among those that the file may be in."""
        one, read = self.one, self.one.read
        if read is None:
            return
        self.choose(
            say("intake.encoding_ask", name=one.path.name),
            [Option(name, name, sample) for name, sample in one.encodings],
            lambda name, typed: self._read_as(one, str(name or typed)),
            new=say("intake.encoding_other"),
            first=next((at for at, (name, _) in enumerate(one.encodings) if name == read.encoding), 0),
        )

    def _read_as(self, one: Waiting, encoding: str) -> None:
        told = say("intake.encoding_set", name=one.path.name, encoding=encoding)
        self.read_again(one, encoding, one.choices, told)

    # The name

    def do_import_rename(self) -> None:
        """Give the transcript another name."""
        one, read = self.one, self.one.read
        if read is None:
            self.tell(one.told, "warn")
            return

        def rename(written: str) -> None:
            if name := squeeze_name(written):
                one.rename(name)
                self.refresh_room()

        self.ask(say("intake.rename", file=one.path.name), rename, value=read.name)


_ROLES = (Role.PARTICIPANT, Role.INTERVIEWER, Role.OTHER, Role.UNKNOWN)


def _written(read: Summary | None, label: str) -> str:
    """Return how a file writes a speaker label."""
    wanted = labels.key(label)
    found = (one.label for one in (read.speakers if read else ()) if labels.key(one.label) == wanted)
    return next(found, label)


def _also(one: Waiting, label: str, role: Role) -> bool:
    """Tell whether a file has a speaker of that label in another role."""
    if one.read is None or not one.can_be_taken:
        return False
    wanted = labels.key(label)
    return any(labels.key(other.label) == wanted and other.role is not role for other in one.read.speakers)
