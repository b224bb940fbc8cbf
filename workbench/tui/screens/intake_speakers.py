"""Saying who a speaker is, and what a transcript is to be called, before it is taken in."""

from dataclasses import replace

from workbench.study.transcripts import Role
from workbench.transcripts.preview import Preview, Speaker
from workbench.tui.options import Option
from workbench.tui.screens.intake_list import Waiting, waiting
from workbench.tui.screens.list_room import ListRoom
from workbench.words import say


class Speakers(ListRoom):
    """Commands `import.speaker` and `import.rename`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Waiting] = []

    def do_import_speaker(self) -> None:
        """Choose a speaker, then who it is."""
        one: Waiting = self.current
        preview = one.preview
        if preview is None:
            self.tell(one.told, "warn")
            return
        speakers = preview.speakers
        if len(speakers) == 1:
            self._ask_role(preview, speakers[0])
            return
        options = [self._option(number, speaker) for number, speaker in enumerate(speakers)]
        unknown = next((at for at, speaker in enumerate(speakers) if speaker.role is Role.UNKNOWN), 0)
        self.choose(
            say("intake.which_speaker", name=preview.name),
            options,
            lambda number, _: self._ask_role(preview, speakers[int(number)]),
            first=unknown,
        )

    @staticmethod
    def _option(number: int, speaker: Speaker) -> Option:
        role = say(f"role.{speaker.role}")
        who = f"{role} {speaker.participant}".strip()
        return Option(number, speaker.label or say("intake.no_label"), f"{who} · {speaker.sample}")

    def _ask_role(self, preview: Preview, speaker: Speaker) -> None:
        options = [Option(role, say(f"role.{role}")) for role in Role]
        self.choose(
            say("intake.role", speaker=speaker.label or say("intake.no_label")),
            options,
            lambda role, _: self._role(preview, speaker, Role(role)),
            first=list(Role).index(speaker.role),
        )

    def _role(self, preview: Preview, speaker: Speaker, role: Role) -> None:
        if role is Role.PARTICIPANT:
            own = next(one for one in preview.with_speaker(speaker.label, role).speakers if one.label == speaker.label)
            self.ask(
                say("intake.participant", speaker=speaker.label or say("intake.no_label")),
                lambda label: self._set(preview, speaker, role, label),
                value=own.participant,
            )
            return
        others = [one for one in self.found if _also(one, preview, speaker.label, role)]
        if not others:
            self._set(preview, speaker, role)
            return
        options = [
            Option(False, say("intake.only_here", name=preview.name)),
            Option(True, say("intake.everywhere")),
        ]
        self.choose(
            say("intake.role_everywhere", speaker=speaker.label or say("intake.no_label"), count=len(others)),
            options,
            lambda everywhere, _: self._set(preview, speaker, role, everywhere=bool(everywhere)),
        )

    def _set(
        self, preview: Preview, speaker: Speaker, role: Role, label: str = "", *, everywhere: bool = False
    ) -> None:
        changed = preview.with_speaker(speaker.label, role, label)
        found: list[Waiting] = []
        for one in self.found:
            if one.preview is preview:
                found.append(waiting(changed))
            elif everywhere and one.preview is not None and _also(one, preview, speaker.label, role):
                found.append(waiting(one.preview.with_speaker(speaker.label, role)))
            else:
                found.append(one)
        self.found = found
        self.refresh_room()
        own = next(one for one in changed.speakers if one.label == speaker.label)
        who = f" {own.participant}" if own.participant else ""
        self.tell(
            say(
                "intake.speaker_set",
                speaker=speaker.label or say("intake.no_label"),
                role=say(f"role.{role}"),
                participant=who,
            ),
            "good",
        )

    def do_import_rename(self) -> None:
        """Give the transcript another name."""
        one: Waiting = self.current
        preview = one.preview
        if preview is None:
            self.tell(one.told, "warn")
            return

        def rename(name: str) -> None:
            changed = preview.renamed(name)
            self.found = [replace(other, read=changed) if other.preview is preview else other for other in self.found]
            self.refresh_room()

        self.ask(say("intake.rename", file=preview.path.name), rename, value=preview.name)


def _also(one: Waiting, preview: Preview, label: str, role: Role) -> bool:
    """Tell whether another file has a speaker of that label in another role."""
    other = one.preview
    if other is None or other is preview:
        return False
    return any(turn.speaker == label and turn.role is not role for turn in other.turns)
