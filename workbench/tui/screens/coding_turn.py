"""What can be done to the turns at the caret: other words, another speaker, cut, joined, no data."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.store.lookups import speakers as speaker_lookup
from workbench.study import units
from workbench.study.transcripts import Role, Turn
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.transcript_view import TranscriptView
from workbench.words import counted, say
from workbench.words.speakers import speaker_label

if TYPE_CHECKING:
    from workbench.acts import revisions as acts
    from workbench.acts.carry_over import Tally
    from workbench.tui.room import Room
else:
    acts, Room = later("workbench.acts.revisions"), object


class TurnEditing(Room):
    """Command `coding.turn`: a small menu, so that it takes one key."""

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

    def do_coding_turn(self) -> None:
        """Choose what to do to the turn at the caret, or to the turns of the selection."""
        turns = self._turns_in_hand()
        if not turns:
            return
        first, last = turns[0].number, turns[-1].number
        one = len(turns) == 1
        data = all(turn.role is not Role.NOT_DATA for turn in turns)
        todo: dict[str, Callable[[], None]] = {}
        if one:
            todo["edit"] = lambda: self._edit(turns[0])
        todo["speaker"] = lambda: self._ask_speaker(turns)
        # Only what can be done is offered: nothing is cut off before the first word, or joined with another's words.
        if one and self._word()[0] > turns[0].start:
            todo["split"] = self._split
        if self._one_speaker(first, max(last, first + 1)):
            todo["join"] = lambda: self._join(first, max(last, first + 1))
        todo["not_data" if data else "data"] = lambda: self._mark(turns, data=not data)
        details = {"split": self._split_told(), "join": say("turn.with", turn=max(last, first + 1)) if one else ""}
        options = [Option(name, say(f"turn.{name}"), details.get(name, "")) for name in todo]
        self.choose(self._title(turns), options, lambda name, _: todo[str(name)]())

    def _one_speaker(self, first: int, last: int) -> bool:
        turns = self.view.transcript.turns[first - 1 : last]
        return len(turns) == last - first + 1 and len({turn.speaker_id for turn in turns}) == 1

    def _turns_in_hand(self) -> tuple[Turn, ...]:
        transcript, selection = self.view.transcript, self.view.selection
        if not transcript.turns:
            return ()
        return transcript.turns_of(selection) if selection else (transcript.turn_at(self.view.caret),)

    def _title(self, turns: tuple[Turn, ...]) -> str:
        first, last = turns[0], turns[-1]
        if first is last:
            return say("turn.one", turn=first.number, speaker=speaker_label(first.speaker, first.role))
        return say("turn.several", first=first.number, last=last.number)

    def _told(self, words: str, tally: "Tally") -> None:
        waiting = f" {counted(say('turn.waiting'), tally.to_review)}" if tally.to_review else ""
        self.tell(f"{words} {say('turn.undo')}{waiting}", "accent" if waiting else "good")

    # Each of them

    def _edit(self, turn: Turn) -> None:
        transcript = self.view.transcript

        def keep(text: str) -> None:
            tally = acts.edit_turn(self.study, transcript.id, turn.number, text)
            key = "edit_turn.waiting" if tally.to_review else "edit_turn.done"
            self.tell(say(key, turn=turn.number, count=tally.to_review), "good")

        words = transcript.text[turn.start : turn.end]
        self.ask(say("edit_turn.ask", turn=turn.number), keep, value=words, long=True)

    def _labels(self) -> list[str]:
        found = speaker_lookup.speakers(self.study, self.view.transcript.id)
        return list(dict.fromkeys(one.label for one in found if one.label and one.role is not Role.NOT_DATA))

    def _ask_speaker(self, turns: tuple[Turn, ...]) -> None:
        numbers = [turn.number for turn in turns]

        def chosen(label: object, typed: str) -> None:
            name = typed if label is None else str(label)
            tally = acts.set_speaker(self.study, self.view.transcript.id, numbers, name)
            self.view.clear_selection()
            self._told(say("turn.speaker_done", turns=_numbers(numbers), label=name), tally)

        options = [Option(label, label) for label in self._labels()]
        self.choose(say("turn.who", turns=_numbers(numbers)), options, chosen, new=say("turn.new_speaker"))

    def _word(self) -> tuple[int, int]:
        return units.word_at(self.view.transcript.text, self.view.caret)

    def _split_told(self) -> str:
        start, end = self._word()
        return say("turn.before", word=self.view.transcript.text[start:end].strip())

    def _split(self) -> None:
        start = self._word()[0]
        turn = self.view.transcript.turn_at(start)

        def chosen(label: object, typed: str) -> None:
            name = typed if label is None else str(label)
            tally = acts.split_turn(self.study, self.view.transcript.id, start, name)
            self._told(say("turn.split_done", turn=turn.number, next=turn.number + 1), tally)

        same = Option("", say("turn.same", label=speaker_label(turn.speaker, turn.role)))
        others = [Option(label, label) for label in self._labels() if label != turn.speaker]
        self.choose(say("turn.who_follows"), [same, *others], chosen, new=say("turn.new_speaker"))

    def _join(self, first: int, last: int) -> None:
        tally = acts.join_turns(self.study, self.view.transcript.id, first, last)
        self.view.clear_selection()
        self._told(say("turn.join_done", turns=_numbers([first, last]), turn=first), tally)

    def _mark(self, turns: tuple[Turn, ...], *, data: bool) -> None:
        numbers = [turn.number for turn in turns]
        tally = acts.mark_not_data(self.study, self.view.transcript.id, numbers, data)
        self.view.clear_selection()
        self._told(say("turn.data_done" if data else "turn.not_data_done", turns=_numbers(numbers)), tally)


def _numbers(numbers: list[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
