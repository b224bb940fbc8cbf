"""Asking who a speaker of a transcript is: first which one, then the role, then which participant."""

from collections.abc import Sequence

from workbench.acts import speakers as acts
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups.speakers import Speaker
from workbench.study.transcripts import Role
from workbench.tui.options import Option
from workbench.tui.room import Room
from workbench.words import counted, say
from workbench.words.speakers import speaker_label

# What is no data has no speaker; turns are marked so in the coding room.
_ROLES = (Role.PARTICIPANT, Role.INTERVIEWER, Role.OTHER, Role.UNKNOWN)


class AskingSpeakers(Room):
    """For rooms with transcripts in hand."""

    def ask_speaker(self, found: Sequence[Speaker], title: str) -> None:
        """Let the person choose one of these speakers and say who it is."""
        options = [
            Option(one, speaker_label(one.label, one.role), speaker_told(one))
            for one in found
            if one.role is not Role.NOT_DATA
        ]

        def chosen(one: object, _: str) -> None:
            assert isinstance(one, Speaker)
            self._ask_role(one)

        self.choose(title, options, chosen)

    def _ask_role(self, one: Speaker) -> None:
        label = speaker_label(one.label, one.role)
        options = [Option(role, say(f"role.{role}"), say(f"speakers.{role}")) for role in _ROLES]

        def chosen(role: object, _: str) -> None:
            assert isinstance(role, Role)
            if role is Role.INTERVIEWER:
                self._identify(one, role, "")
            else:
                self._ask_person(one, role)

        first = _ROLES.index(one.role) if one.role in _ROLES else 0
        self.choose(say("speakers.role", label=label, name=one.transcript), options, chosen, first=first)

    def _ask_person(self, one: Speaker, role: Role) -> None:
        people = [person.label for person in people_lookup.participants(self.study)]
        options = [Option("", say("speakers.none")), *(Option(label, label) for label in people)]
        held = people.index(one.participant) + 1 if one.participant in people else 0

        def chosen(label: object, typed: str) -> None:
            self._identify(one, role, typed if label is None else str(label))

        title = say("speakers.person", label=speaker_label(one.label, one.role), name=one.transcript)
        self.choose(title, options, chosen, new=say("speakers.new"), first=held)

    def _identify(self, one: Speaker, role: Role, participant: str) -> None:
        acts.identify(self.study, one.id, role=role, participant=participant, add=True)
        known = f"{say(f'role.{role}')}, {participant}" if participant else say(f"role.{role}")
        label = speaker_label(one.label, one.role)
        self.tell(say("speakers.done", label=label, name=one.transcript, known=known), "good")


def speaker_told(one: Speaker) -> str:
    """Return what is known of a speaker in one line: role, participant, turns."""
    role = "" if one.role is Role.NOT_DATA and not one.label else say(f"role.{one.role}")
    parts = (role, one.participant, counted(say("n.turns"), one.turns))
    return " · ".join(part for part in parts if part)
