"""The echo: while the caret rests, the nearest passages of the whole corpus stand beside the text.

The helper process does the work. It is sent what participants say, transcript by transcript, then the words in hand;
what it answers is shown and changes nothing. Nothing of it is done while a key is on its way.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.worker import Worker, WorkerCancelled

from workbench import commands
from workbench.errors import WorkbenchError
from workbench.study import units
from workbench.study.changes import Change
from workbench.study.spans import Span, trimmed
from workbench.tui.drawing import Line, OneLine, Part, wrapped
from workbench.tui.later import later
from workbench.tui.ledger import Ledger, docked
from workbench.tui.screens.coding_context import Context
from workbench.tui.screens.coding_peek import Place
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.assist import from_study
    from workbench.store.lookups import heard
else:
    from_study, heard = later("workbench.assist.from_study", "workbench.store.lookups.heard")

# The caret rests when it has not moved for so long.
REST_SECONDS = 0.6
NEAREST, ROWS = 5, 4
_FEWEST_WORDS = 3
# Between two pieces keys go first: the next one waits until none came for so long, so often at most.
_WAIT_SECONDS, _WAITS = 0.1, 10
# Acts on these may change who is heard, and where.
_PEOPLE = frozenset({"speaker", "participant", "consent"})


@dataclass(frozen=True, slots=True)
class Near:
    """A passage the helper found, with what the screen adds: where it stands, and one's codes on it."""

    transcript_id: int
    start: int
    words: str
    reference: str
    codes: tuple[tuple[str, str], ...]


class Echoes(Ledger):
    """A list that changes while one reads: nothing in it is in hand before one moves into it."""

    def show_near(self, near: Sequence[Near]) -> None:
        """Show other passages."""
        if list(near) != list(self.items):
            self.set_items(near, 0)
            if not self.has_focus:
                self.index = -1

    def on_focus(self) -> None:
        """Take the first passage in hand (Textual calls the list's own handler after this one)."""
        if self.index < 0:
            self.go(0)


class Echoing(Context):
    """Commands `coding.echo` and `echo.open`."""

    _rest: asyncio.TimerHandle | None = None
    _hearing: Worker[None] | None = None
    # The transcripts that the helper knows, those of them that it knows as they are now, whether these are all there
    # are, and which helper it is.
    _known: frozenset[int] = frozenset()
    _heard: frozenset[int] = frozenset()
    _all_heard = False
    _heard_by: object = None
    _echo_of: object = None
    _moved_at = 0.0

    if TYPE_CHECKING:

        @property
        def reading(self) -> bool:
            """Whether one reads without codes."""
            ...

        def go_there(self, place: Place, transcript_id: int, offset: int, words: str) -> None:
            """Go to a passage, from where a step back leads to `place` again."""

        def show_work(self, words: str, done: int, of: int) -> None:
            """Say in the title row what is worked on."""

        def end_work(self) -> None:
            """Nothing is worked on any more."""

    def echo_pane(self) -> Vertical:
        """Return the list beside the text, hidden at first."""
        return docked(OneLine(self.palette, id="echo-head"), Echoes(self.palette, draw, ROWS, id="echo"), "echoing")

    @property
    def echoes(self) -> Echoes:
        """The list of passages."""
        return self.query_one("#echo", Echoes)

    @property
    def echo_on(self) -> bool:
        """Whether the echo is wanted; kept with the desk."""
        return self.workbench.desk.echo

    @property
    def echo_states(self) -> set[str]:
        """What the keys can do with the echo."""
        return {"echo"} if self.echoes.has_focus and self.echoes.items else set()

    # On and off

    def do_coding_echo(self) -> None:
        """Switch the echo on or off."""
        if not self.echo_on and not from_study.is_on(self.study):
            self.tell(say("suggest.off"), "warn")
            return
        self._set_echo(not self.echo_on)
        key = commands.key_of("coding.echo")
        self.tell(say("echo.on" if self.echo_on else "echo.off", key=key), "good")

    def _set_echo(self, on: bool) -> None:
        self.workbench.desk.echo = on
        self.workbench.keep_desk()
        self.show_echo_pane()
        if on:
            self.echo_soon()
        else:
            self._stop_hearing()

    def show_echo_pane(self) -> None:
        """Show the list where the echo is on."""
        pane = self.query_one("#echoing")
        if pane.display != self.echo_on:
            pane.display = self.echo_on
            self._show_near((), say("echo.resting"))
            if not self.echo_on and self.echoes.has_focus:
                self.focus_main()

    def stop_hearing(self) -> bool:
        """Stop reading the corpus, and with it the echo; return False when it was not being read."""
        if self._hearing is None:
            return False
        self._set_echo(False)
        self.tell(say("echo.stopped", key=commands.key_of("coding.echo")), "accent")
        return True

    def _stop_hearing(self) -> None:
        self._echo_of = None
        if self._rest is not None:
            self._rest.cancel()
        if self._hearing is not None:
            self._hearing.cancel()
            self._hearing = None
            self.end_work()

    # Resting

    def echo_soon(self) -> None:
        """The caret moved: look when it has rested. This is done at every key and costs next to nothing."""
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None
        if self.echo_on:
            self._moved_at = monotonic()
            self._rest = asyncio.get_running_loop().call_later(REST_SECONDS, self._rested)

    def _rested(self) -> None:
        self._rest = None
        if not (self.is_current and self.has_text and self.echo_on and from_study.is_on(self.study)):
            return
        span = self._in_hand()
        asked = (self.view.transcript.id, span, self.reading)
        if self._hearing is not None or (asked == self._echo_of and self._all_heard):
            return
        self._echo_of = asked
        if span is None:
            self._show_near((), say("echo.resting"))
        else:
            self.run_worker(self._look(span), group="echo", exclusive=True)

    def _in_hand(self) -> Span | None:
        """Return the words to look for: the selection, the coding at the caret, or the sentence there."""
        text, current = self.view.transcript.text, self.current_coding()
        span = self.view.selection or (current.span if current else None)
        if span is None and text:
            span = trimmed(text, *units.sentence_at(text, self.view.caret))
        return span if span and len(span.cut(text).split()) >= _FEWEST_WORDS else None

    async def _look(self, span: Span) -> None:
        try:
            helper = await self.workbench.helper()
            if self._heard_by != (helper, helper.restarts):
                self._heard_by, self._known, self._heard = (helper, helper.restarts), frozenset(), frozenset()
                self._all_heard = False
            if not self._all_heard:
                self._show_near((), say("echo.work"))
                # Reading outlives the rest of the caret: who moves on must not begin it anew.
                self._hearing = self.run_worker(self._hear(helper), group="hearing")
                await self._hearing.wait()
                # The caret may have gone on meanwhile, and the room with it.
                if not self.query(TranscriptView):
                    return
                span = self._in_hand() or span
            transcript = self.view.transcript
            turns = transcript.turns_of(span)
            around = (turns[0].start, turns[-1].end) if turns else (span.start, span.end)
            words = from_study.spoken(transcript, span) or span.cut(transcript.text)
            asked = {"passage": words, "k": NEAREST, "without": [transcript.id, *around]}
            answer: Mapping[str, Any] = await helper.call("echo", asked)
        except WorkerCancelled:
            return
        except WorkbenchError as error:
            self._echo_of = None
            self.tell(str(error), "error")
            return
        if self.echo_on and self.query("#echo"):
            self._show_near(self._placed(answer["near"]), say("echo.none"))

    # Reading the corpus

    async def _hear(self, helper: Any) -> None:
        """Send the helper what it has not heard, text by text and in pieces."""
        try:
            while wanted := self._unheard():
                for at, one in enumerate(wanted):
                    self.show_work(say("echo.work"), at, len(wanted))
                    await self._send(helper, one)
        except WorkbenchError as error:
            self._all_heard = False
            self.tell(str(error), "error")
        except asyncio.CancelledError:
            self._all_heard = False
            raise
        finally:
            self._hearing = None
            self.end_work()

    async def _give_way(self) -> None:
        """Let a row of keys go first, for a while."""
        for _ in range(_WAITS):
            if monotonic() - self._moved_at > _WAIT_SECONDS:
                return
            await asyncio.sleep(_WAIT_SECONDS)

    def _unheard(self) -> list[int]:
        """Return the texts to be sent: new and changed ones, and those that are gone."""
        there = from_study.heard_ids(self.study)
        self._all_heard = True
        return [*(one for one in there if one not in self._heard), *self._known.difference(there)]

    async def _send(self, helper: Any, transcript_id: int) -> None:
        # Said first: an act that comes in between takes it back.
        self._heard |= {transcript_id}
        pieces = from_study.heard_pieces(self.study, transcript_id)
        piece, number, any_said = next(pieces), 0, False
        try:
            while piece is not None:
                following = next(pieces, None)
                text = {"id": transcript_id, "turns": piece, "part": number, "more": following is not None}
                said = {"texts": [text], "language": self.study.language, "first": not self._known and not number}
                await helper.call("echo.load", said)
                piece, number, any_said = following, number + 1, any_said or bool(piece)
                await self._give_way()
        except BaseException:
            self._heard -= {transcript_id}
            raise
        # One that is gone has no turns, and is not asked for again.
        self._known = self._known | {transcript_id} if any_said else self._known - {transcript_id}

    def echo_touched(self, change: Change) -> None:
        """Learn which texts must be heard again, and show one's codes as they are now."""
        touched = change.touched
        if not touched or _PEOPLE & set(touched):
            self._heard, self._all_heard = frozenset(), False
        elif "transcript" in touched:
            self._heard, self._all_heard = self._heard - touched["transcript"], False
        if {"coding", "code"} & set(touched) or not touched:
            self._echo_of = None
            if self.is_current:
                self.echo_soon()

    # What was found

    def _placed(self, near: Sequence[Mapping[str, Any]]) -> list[Near]:
        places = [(int(one["transcript_id"]), int(one["start"]), int(one["end"])) for one in near]
        codes: Sequence[Sequence[int]] = [()] * len(places)
        if not self.reading:
            codes = heard.codes_on(self.study, places, self.study.coder_id)
        names = {row["id"]: row["name"] for row in self.study.live("transcript")}
        return [
            Near(
                place[0], place[1], str(one["words"]),
                f"{names.get(place[0], '')} {say('passages.turn', turn=one['turn'])}",
                tuple((code.name, code.colour) for code in map(self.codebook.get, found)),
            )
            for one, place, found in zip(near, places, codes, strict=True)
        ]  # fmt: skip

    def _show_near(self, near: Sequence[Near], empty: str) -> None:
        head: list[Part] = [(" ", ""), (say("echo.title"), "title")]
        if not near:
            head.append((f"  {empty}", "dim"))
        self.query_one("#echo-head", OneLine).show(head)
        self.query_one("#echoing").set_class(not near, "empty")
        # An empty list has nothing to move in.
        self.echoes.can_focus = bool(near)
        self.echoes.show_near(near)

    def do_echo_open(self) -> None:
        """Go to the passage in hand; a step back leads here again."""
        one: Near | None = self.echoes.current
        if one is not None:
            place = Place(self.view.transcript.id, self.view.caret)
            self.leave_side()
            self.go_there(place, one.transcript_id, one.start, one.reference)


def draw(item: Near, width: int) -> Sequence[Line]:
    """Return where a passage stands, two rows of its words, and one's codes on it."""
    rows = wrapped(" ".join(item.words.split()), width - 2, indent="  ")
    words = rows[: ROWS - 2]
    if len(rows) > len(words):
        words[-1].append((" …", "dim"))
    codes: list[Part] = [("  ", "")]
    for name, colour in item.codes:
        codes += [("▌", colour), (f"{name}  ", "")]
    head: list[Part] = [(item.reference, "accent")]
    return [head, *words, codes] if item.codes else [head, *words]
