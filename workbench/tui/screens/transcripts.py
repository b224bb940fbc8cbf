"""The transcripts room: what has been taken in, how far it is read and coded."""

from collections.abc import Sequence
from typing import Any

from workbench.acts import readings
from workbench.acts import transcripts as acts
from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import readings as reading_lookup
from workbench.store.lookups import sessions as session_lookup
from workbench.store.lookups import transcript_details
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.transcript_details import Voice
from workbench.study.history import Thing
from workbench.study.memos import Memo
from workbench.study.people import Participant
from workbench.study.reading import Passes, share
from workbench.study.transcripts import Role, TranscriptCard
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.memos import memo_head, open_memos
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading, pairs
from workbench.tui.screens.sessions_told import OfSession, facts_told
from workbench.tui.screens.transcripts_covered import Covered
from workbench.tui.screens.transcripts_replace import Replacing
from workbench.words import counted, say
from workbench.words.attributes import attribute_label
from workbench.words.speakers import shown_speaker, speaker_label

_COLUMNS = (("name", False), ("participant", False), ("words", True), ("turns", True), ("codings", True),
            ("quotes", True), ("read", False), ("reviewed", False), ("coded", False))  # fmt: skip


class Transcripts(Covered, OfSession, Replacing, ListRoom):
    """One row a transcript."""

    ROOM = "transcripts"

    def __init__(self) -> None:
        super().__init__()
        self._people: dict[int, Participant] = {}
        self._passes: dict[int, Passes] = {}
        self._looks: dict[int, tuple[int, int]] = {}

    def empty_words(self) -> str:
        """Say what to do first."""
        return say("transcripts.empty")

    def reload(self) -> None:
        """Read the cards again; the current one stays current."""
        cards = lookup.cards(self.study)
        self._people = {one.id: one for one in people_lookup.participants(self.study)}
        self._passes, self._looks = reading_lookup.all_passes(self.study), reading_lookup.all_looks(self.study)
        columns = [Column(say(f"transcripts.col.{name}"), right, 28 if not right else 9) for name, right in _COLUMNS]
        index = next((at for at, card in enumerate(cards) if self.current and card.id == self.current.id), None)
        self.set_table(Columns(columns, [self.row(card)[0] for card in cards]), cards, index)
        self.cover_soon()

    def thing(self) -> Thing | None:
        """The current transcript."""
        return Thing("transcript", self.current.id) if self.current is not None else None

    def title_parts(self) -> tuple[Line, Line]:
        """How many, how many read, how many words."""
        cards: Sequence[TranscriptCard] = self.list.items
        read = sum(card.read for card in cards)
        words = f"{sum(card.words for card in cards):,}".replace(",", "\u00a0")
        return super().title_parts()[0], [(say("transcripts.title", count=len(cards), read=read, words=words), "")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a card."""
        card: TranscriptCard = item
        marks = [say("mark.yes" if mark else "mark.no") for mark in (card.read, card.reviewed)]
        marks[0] = self._reading_told(card, marks[0])
        cells = [card.name, card.participant, *map(str, (card.words, card.turns, card.codings, card.quotes)), *marks]
        cells.append(self.strip(card))
        looks = ("strong", "", "", "dim", "", "", "good" if card.read else "dim", "good" if card.reviewed else "dim")
        return cells, (*looks, "accent")

    def _reading_told(self, card: TranscriptCard, mark: str) -> str:
        """Return whether it was read, how often where that is more than once, and how much was looked at."""
        times, looked = self._passes.get(card.id, Passes()).finished, self._looks.get(card.id)
        told = [say("transcripts.passes", n=times) if times > 1 else mark]
        return " ".join([*told, say("looked.percent", share=share(*looked))] if looked else told)

    # The side pane

    def details(self) -> Fill:
        """Speakers, participant, memos, first turns."""
        card: TranscriptCard | None = self.current
        if card is None:
            return lambda _: ()
        record = self.study.live("transcript", id=card.id)[0]
        voices = transcript_details.voices(self.study, card.id)
        opening = transcript_details.opening(self.study, card.id)
        memos = memo_lookup.on(self.study, "transcript", card.id)
        people = [
            self._people[one] for one in transcript_details.participants_of(self.study, card.id) if one in self._people
        ]
        sessions = [one for one in session_lookup.sessions(self.study) if card.name in one.transcripts]
        source = say("transcripts.from", file=record["source"], format=card.format, encoding=record["encoding"])
        whole = sum(voice.characters for voice in voices if voice.role is not Role.NOT_DATA) or 1

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(card.name, "strong")], *clipped(source, width, 2, "dim")]
            reviewed = "transcripts.is_reviewed" if card.reviewed else "transcripts.not_reviewed"
            lines += clipped(say(reviewed), width, 2, "good" if card.reviewed else "warn")
            lines += memo_lines(memos, width)
            for person in people:
                lines += person_lines(person, width)
            lines += heading(say("transcripts.sessions"))
            for one in sessions:
                lines += clipped(f"{one.name}: {facts_told(one)}", width, 3)
            lines += [] if sessions else [[(say("transcripts.no_session"), "dim")]]
            lines += heading(say("transcripts.speakers"))
            for voice in voices:
                lines.append(
                    [(speaker_label(voice.speaker, voice.role), "strong"), (f"  {voice_told(voice, whole)}", "")]
                )
            lines += heading(say("transcripts.opening"))
            for turn in opening:
                speaker = shown_speaker(turn.speaker, turn.role)
                look = "" if turn.role.answers else "dim"
                lines += clipped(f"{speaker}: {turn.words}" if speaker else turn.words, width, 4, look)
            return lines

        return fill

    # What can be done

    def do_transcripts_open(self) -> None:
        """Read and code it."""
        self.workbench.open_transcript(self.current.id)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Open by double click."""
        self.do_transcripts_open()

    def do_transcripts_repairs(self) -> None:
        """See what was repaired in it."""
        self.workbench.open_repairs(self.current.id)

    def do_transcripts_import(self) -> None:
        """Go to the import room."""
        self.workbench.go("import")

    def do_transcripts_read(self) -> None:
        """Mark as read, or as not read."""
        card: TranscriptCard = self.current
        read = readings.turn(self.study, card.id)
        self.tell(say("transcripts.read" if read else "transcripts.unread", name=card.name), "good")

    def do_transcripts_reviewed(self) -> None:
        """Sign as read for names, or take the signature back."""
        card: TranscriptCard = self.current
        acts.mark_reviewed(self.study, card.id, not card.reviewed)
        self.tell(say("transcripts.unreviewed" if card.reviewed else "transcripts.reviewed", name=card.name), "good")

    def do_transcripts_remove(self) -> None:
        """Take it out of the study."""
        card: TranscriptCard = self.current
        acts.remove(self.study, card.id)
        key = "transcripts.removed" if card.codings else "transcripts.removed_bare"
        self.tell(say(key, name=card.name, codings=card.codings, quotes=card.quotes), "accent")

    def do_transcripts_memo(self) -> None:
        """Write a memo on it, or open one that is there."""
        card: TranscriptCard = self.current
        kept = lambda: self.tell(say("transcripts.memo_kept"), "good")  # noqa: E731
        open_memos(self, "transcript", card.id, say("transcripts.memo", name=card.name), kept)


def voice_told(voice: Voice, whole: int) -> str:
    """Return a speaker's role, turns and share of what is said; what is no data has no share."""
    if voice.role is Role.NOT_DATA:
        turns = counted(say("n.turns"), voice.turns)
        return f"{say(f'role.{voice.role}')} · {turns}" if voice.speaker else turns
    share = round(100 * voice.characters / whole)
    return say("transcripts.voice", role=say(f"role.{voice.role}"), turns=voice.turns, share=share)


def memo_lines(memos: Sequence[Memo], width: int) -> list[Line]:
    """Return memos under their heading, or nothing."""
    if not memos:
        return []
    lines = heading(say("transcripts.memos"))
    for memo in memos:
        title: list[Line] = [[(f"  {memo.title}", "strong")]] if memo.title else []
        lines += [memo_head(memo), *title, *clipped(memo.text, width, 12, "", indent="  ")]
    return lines


def person_lines(person: Participant, width: int) -> list[Line]:
    """Return a participant's card."""
    lines = heading(f"{say('participant.card')}  {person.label}")
    if person.withdrawn:
        lines.append([(f"⊘ {say('participant.withdrawn')} {person.withdrawn}", "error")])
    return [*lines, *pairs([(attribute_label(name), value) for name, value in person.attributes.items()], width)]
