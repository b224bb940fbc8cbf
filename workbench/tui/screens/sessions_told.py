"""Sessions in words, and asking which session a transcript comes of."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from workbench.store.lookups import sessions as lookup
from workbench.study.sessions import Session
from workbench.study.transcripts import TranscriptCard
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.screens.speakers_asking import AskingSpeakers
from workbench.words import say
from workbench.words.history import value_name

if TYPE_CHECKING:
    from workbench.acts import sessions as acts
else:
    acts = later("workbench.acts.sessions")


def session_value(one: Session, field: str) -> str:
    """Return a field of a session as people read it; empty when nothing is known."""
    value = getattr(one, field)
    if value is None or value == "":
        return ""
    return value_name(value) if isinstance(value, StrEnum) else str(value)


def facts_told(one: Session) -> str:
    """Return what is known of a session in one line: its day, how, where, minutes, state."""
    minutes = say("sessions.told_minutes", count=one.minutes) if one.minutes is not None else ""
    parts = (one.held, session_value(one, "mode"), session_value(one, "place"), minutes, session_value(one, "state"))
    return " · ".join(part for part in parts if part)


class OfSession(AskingSpeakers):
    """Commands `transcripts.session` and `transcripts.speakers`."""

    if TYPE_CHECKING:

        @property
        def current(self) -> Any:
            """The transcript in hand."""
            ...

    def do_transcripts_session(self) -> None:
        """Say which session the transcript comes of."""
        self._ask_session(self.current, 0)

    def _ask_session(self, card: TranscriptCard, first: int) -> None:
        found = lookup.sessions(self.study)
        held = {one.id for one in found if card.name in one.transcripts}
        linked = say("sessions.linked.transcript")
        options = [
            Option(one.id, one.name, f"{linked}  {facts_told(one)}" if one.id in held else facts_told(one))
            for one in found
        ]

        def chosen(session_id: object, typed: str) -> None:
            if not isinstance(session_id, int):
                with self.study.together("session.add", {"name": typed}):
                    acts.link(self.study, acts.add(self.study, typed), "transcript", card.id)
                self.tell(say("sessions.joined", what=card.name, name=typed), "good")
                return
            (acts.unlink if session_id in held else acts.link)(self.study, session_id, "transcript", card.id)
            key = "sessions.unlinked" if session_id in held else "sessions.joined"
            name = next(one.name for one in found if one.id == session_id)
            self.tell(say(key, what=card.name, name=name), "good")
            self._ask_session(card, next(at for at, one in enumerate(found) if one.id == session_id))

        title = say("sessions.of_transcript", name=card.name)
        self.choose(title if found else f"{title} · {say('sessions.type_name')}", options, chosen,
                    new=say("sessions.new_named"), first=first)  # fmt: skip

    def do_transcripts_speakers(self) -> None:
        """Say who a speaker of the transcript is."""
        from workbench.store.lookups.speakers import speakers

        card: TranscriptCard = self.current
        found = [one for one in speakers(self.study, card.id) if one.turns]
        self.ask_speaker(found, say("speakers.of_transcript", name=card.name))
