"""The sessions room: when, how and where people met, who was there, and which transcripts came of it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from workbench.acts import sessions as acts
from workbench.errors import StudyError
from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import sessions as lookup
from workbench.store.lookups import speakers as speaker_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.history import Thing
from workbench.study.sessions import SESSION_FIELDS, Mode, PlaceKind, Session, SessionState
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line, Part
from workbench.tui.ledger import Ledger
from workbench.tui.memos import open_memos
from workbench.tui.options import Option
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading, pairs
from workbench.tui.screens.sessions_told import session_value
from workbench.tui.screens.speakers_asking import AskingSpeakers, speaker_told
from workbench.tui.screens.transcripts import memo_lines
from workbench.words import counted, say
from workbench.words.history import value_name
from workbench.words.speakers import speaker_label

_COLUMNS = ("name", "day", "mode", "place", "minutes", "state", "participants", "transcripts", "present")
_CHOICES: dict[str, type[StrEnum]] = {"mode": Mode, "place": PlaceKind, "state": SessionState}
_NAME, _HINTED = "name", ("held", "minutes", "present")


class Sessions(AskingSpeakers, ListRoom):
    """One row a session."""

    ROOM = "sessions"

    def empty_words(self) -> str:
        """Say what to do first."""
        return say("sessions.empty")

    @property
    def session(self) -> Session:
        """The session in hand."""
        assert isinstance(self.current, Session)
        return self.current

    def reload(self) -> None:
        """Read the sessions again; the current one stays current."""
        found = lookup.sessions(self.study)
        columns = [
            Column(say(f"line.col.{name}"), name == "minutes", 8 if name == "minutes" else 24) for name in _COLUMNS
        ]
        index = next((at for at, one in enumerate(found) if self.current and one.id == self.current.id), None)
        self.set_table(Columns(columns, [self.row(one)[0] for one in found]), found, index)

    def thing(self) -> Thing | None:
        """The current session."""
        return Thing("session", self.current.id) if self.current is not None else None

    def title_parts(self) -> tuple[Line, Line]:
        """How many."""
        return super().title_parts()[0], [(counted(say("n.sessions"), len(self.list.items)), "dim")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a session."""
        one: Session = item
        cells = [
            one.name,
            *(session_value(one, field) or "–" for field in ("held", "mode", "place", "minutes", "state")),
        ]
        cells += [", ".join(one.participants) or "–", ", ".join(one.transcripts) or "–", one.present]
        return cells, ["strong", "", "", "", "", "", "", "", "dim"]

    # The side pane

    def details(self) -> Fill:
        """What is known, who was there, what came of it, who speaks."""
        one: Session | None = self.current
        if one is None:
            return lambda _: ()
        names = set(one.transcripts)
        speaking = [each for each in speaker_lookup.speakers(self.study) if each.transcript in names and each.turns]
        memos = memo_lookup.on(self.study, "session", one.id)

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(one.name, "strong")], []]
            lines += pairs(
                [(say(f"sessions.{field}"), session_value(one, field) or "–") for field in SESSION_FIELDS], width
            )
            lines += heading(say("sessions.were_there"))
            lines += clipped(", ".join(one.participants) or say("sessions.nobody"), width, 6)
            lines += heading(say("sessions.came_of_it"))
            lines += clipped(", ".join(one.transcripts) or say("sessions.no_transcript"), width, 6)
            lines += heading(say("transcripts.speakers")) if speaking else []
            for each in speaking:
                where: list[Part] = [(f"{each.transcript}  ", "dim")] if len(names) > 1 else []
                lines.append(
                    [*where, (speaker_label(each.label, each.role), "strong"), (f"  {speaker_told(each)}", "")]
                )
            return [*lines, *memo_lines(memos, width)]

        return fill

    # What is known of it

    def do_sessions_add(self) -> None:
        """Add a session, and go on to what is known of it."""

        def named(name: str) -> None:
            session_id = acts.add(self.study, name)
            self._go_to(session_id)
            self.tell(say("sessions.added", name=" ".join(name.split())), "good")
            self._ask_field(1)

        self.ask(say("sessions.new"), named)

    def _go_to(self, session_id: int) -> None:
        for at, one in enumerate(self.list.items):
            if one.id == session_id:
                self.list.go(at)

    def do_sessions_edit(self) -> None:
        """Write what is known of it, field by field."""
        self._ask_field(0)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Edit by double click."""
        self.attempt(self.do_sessions_edit)

    def _ask_field(self, first: int) -> None:
        """Let the person choose a field, write it, and come back for the next until esc."""
        one, fields = self.session, (_NAME, *SESSION_FIELDS)
        options = [
            Option(field, say(f"sessions.{field}"), one.name if field == _NAME else session_value(one, field) or "–")
            for field in fields
        ]

        def chosen(field: object, _: str) -> None:
            after = min(fields.index(str(field)) + 1, len(fields) - 1)
            self._ask_value(one, str(field), lambda: self._ask_field(after))

        self.choose(say("sessions.fields", name=one.name), options, chosen, first=first)

    def _ask_value(self, one: Session, field: str, then: Callable[[], None], written: str | None = None) -> None:
        title = say("sessions.write", name=one.name, field=say(f"sessions.{field}"))

        def keep(text: str) -> None:
            try:
                if field == _NAME:
                    acts.rename(self.study, one.id, text)
                else:
                    acts.define(self.study, one.id, {field: text})
            except StudyError as error:
                # What was written stays in the field, to be mended.
                self._ask_value(one, field, then, text)
                self.tell(str(error), "error")
                return
            self.tell(say("sessions.kept", field=say(f"sessions.{field}")), "good")
            then()

        if field in _CHOICES:
            values = list(_CHOICES[field])
            options = [Option(each.value, value_name(each.value) if each else say("sessions.unset")) for each in values]
            now = values.index(getattr(one, field))
            self.choose(title, options, lambda value, _: keep(str(value)), first=now)
            return
        held = one.name if field == _NAME else "" if getattr(one, field) is None else str(getattr(one, field))
        hint = f"  {say(f'sessions.{field}.hint')}" if field in _HINTED else ""
        self.ask(title + hint, keep, value=held if written is None else written, before=held)

    # Who and what belongs to it

    def do_sessions_people(self) -> None:
        """Say who was there, or was not."""
        held = {one.casefold() for one in self.session.participants}
        people = [(one.id, one.label, one.label.casefold() in held) for one in people_lookup.participants(self.study)]
        self._ask_link("participant", people, say("sessions.no_people"), 0)

    def do_sessions_transcripts(self) -> None:
        """Say which transcripts come of it, or do not."""
        held = set(self.session.transcripts)
        texts = [(card.id, card.name, card.name in held) for card in transcript_lookup.cards(self.study)]
        self._ask_link("transcript", texts, say("transcripts.empty"), 0)

    def _ask_link(self, about: str, things: Sequence[tuple[int, str, bool]], none: str, first: int) -> None:
        one = self.session
        if not things:
            self.tell(none, "warn")
            return
        linked = {thing for thing, _, belongs in things if belongs}
        names = {thing: name for thing, name, _ in things}
        options = [
            Option(thing, name, say(f"sessions.linked.{about}") if belongs else "") for thing, name, belongs in things
        ]

        def chosen(thing: object, _: str) -> None:
            assert isinstance(thing, int)
            (acts.unlink if thing in linked else acts.link)(self.study, one.id, about, thing)
            key = "sessions.unlinked" if thing in linked else "sessions.joined"
            self.tell(say(key, what=names[thing], name=one.name), "good")
            after = [(each, name, belongs != (each == thing)) for each, name, belongs in things]
            self._ask_link(about, after, none, list(names).index(thing))

        self.choose(say(f"sessions.link.{about}", name=one.name), options, chosen, first=first)

    def do_sessions_speakers(self) -> None:
        """Say who a speaker of its transcripts is."""
        names = set(self.session.transcripts)
        found = [one for one in speaker_lookup.speakers(self.study) if one.transcript in names and one.turns]
        if found:
            self.ask_speaker(found, say("speakers.of_session", name=self.session.name))
        else:
            self.tell(say("sessions.no_speakers"), "warn")

    def do_sessions_open(self) -> None:
        """Read a transcript of it."""
        wanted = [card for card in transcript_lookup.cards(self.study) if card.name in set(self.session.transcripts)]
        if not wanted:
            self.tell(say("sessions.no_speakers"), "warn")
        elif len(wanted) == 1:
            self.workbench.open_transcript(wanted[0].id)
        else:
            options = [Option(card.id, card.name) for card in wanted]
            opened: Callable[[Any, str], None] = lambda card_id, _: self.workbench.open_transcript(card_id)  # noqa: E731
            self.choose(say("sessions.which"), options, opened)

    def do_sessions_memo(self) -> None:
        """Write a memo on it, or open one that is there."""
        one = self.session
        kept: Callable[[], None] = lambda: self.tell(say("transcripts.memo_kept"), "good")  # noqa: E731
        open_memos(self, "session", one.id, say("transcripts.memo", name=one.name), kept)

    def do_sessions_remove(self) -> None:
        """Take it away; people and transcripts stay."""
        one = self.session
        acts.remove(self.study, one.id)
        self.tell(say("sessions.removed", name=one.name), "accent")
