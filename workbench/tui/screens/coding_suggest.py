"""Suggestions in the coding room: asked for, ranked, with reasons; taken or refused by one key each.

The helper process does the work. It is sent text and answers with codes; it never opens the study.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.worker import Worker

from workbench.errors import WorkbenchError
from workbench.study.changes import Change
from workbench.study.codings import Coding as OneCoding
from workbench.study.codings import Origin
from workbench.study.spans import Span
from workbench.tui.drawing import Line, wrapped
from workbench.tui.later import later
from workbench.tui.ledger import Ledger
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.acts import coding as acts
    from workbench.store.lookups import transcripts as transcript_lookup
    from workbench.tui.room import Room
else:
    acts, transcript_lookup = later("workbench.acts.coding", "workbench.store.lookups.transcripts")
    Room = object

_REASONS = 2
# More codings than these are not told one by one: all is loaded anew. So it is when other things of a study change.
_TOLD_AT_MOST = 100
_ANEW = frozenset({"code", "transcript", "speaker", "participant", "consent"})


class Suggesting(Room):
    """Commands `coding.suggest`, `suggestion.accept` and `suggestion.reject`."""

    if TYPE_CHECKING:
        # Given by the other parts of the coding room.
        def show_near(self) -> None:
            """Show the nearest coded passages beside the text."""

        def target(self) -> Span | None:
            """Return the words in question."""

        def coding_if_there(self, coding_id: int) -> OneCoding | None:
            """Return a coding, or None where another window dropped it."""

    in_question: Span | None = None
    looking: Worker[None] | None = None
    _loaded = False
    _untold: frozenset[int] = frozenset()
    _restarts: int = 0
    near: Sequence[Mapping[str, Any]] = ()

    def near_lines(self, width: int) -> list[Line]:
        """Return the nearest coded passages as lines."""
        if not self.near:
            return []
        lines: list[Line] = [[], [(say("suggest.nearest"), "title")]]
        for one in self.near[:4]:
            lines += wrapped(f"{one['reference']}: {' '.join(one['text'].split())}", width, "dim")
        return lines

    def suggestion_list(self) -> Ledger:
        """Return the docked list, hidden at first."""
        made = Ledger(self.palette, self._draw_suggestion, 1 + _REASONS, id="suggestions")
        made.display = False
        return made

    @property
    def suggestions(self) -> Ledger:
        """The list of suggestions."""
        return self.query_one("#suggestions", Ledger)

    @property
    def suggesting(self) -> bool:
        """Whether the list of suggestions has the keys."""
        return self.suggestions.display and bool(self.suggestions.items)

    def forget_suggestions(self) -> None:
        """Close the list."""
        if self.looking is not None:
            self.looking.cancel()
            self.looking = None
        self.near = ()
        if self.suggestions.display:
            self.suggestions.display = False
            self.suggestions.set_items(())
            self.focus_main()

    def leave_suggestions(self) -> bool:
        """Close the list or stop the search; return False when there is none."""
        if not self.suggestions.display and self.looking is None:
            return False
        self.forget_suggestions()
        self.tell("")
        return True

    def follow_selection(self, selected: Span | None) -> None:
        """Close the list or stop the search once other words are in hand than it was asked for."""
        looking = self.looking is not None
        if selected != self.in_question and (self.suggestions.display or looking):
            self.forget_suggestions()
            if looking:
                self.tell("")

    def transcript_id(self) -> int:
        """Return the open transcript."""
        return self.workbench.desk.transcript

    def do_coding_suggest(self) -> None:
        """Ask the helper for codes."""
        if self.study.setting("assist") == "off":
            self.tell(say("suggest.off"), "warn")
            return
        if span := self.target():
            self.in_question = span
            self.tell(say("suggest.working"), "accent")
            self.looking = self.run_worker(self._ask_helper(span), exclusive=True)

    async def loaded_helper(self) -> Any:
        """Return the helper process with the study's material in it (again after it had to be restarted)."""
        helper = await self.workbench.helper()
        if not self._loaded or helper.restarts != self._restarts or len(self._untold) > _TOLD_AT_MOST:
            try:
                await self._load(helper)
            finally:
                self.end_work()
        else:
            await self._catch_up(helper)
        return helper

    async def _catch_up(self, helper: Any) -> None:
        """Tell the helper of the codings made, changed and dropped since it was told last."""
        from dataclasses import asdict

        from workbench.assist import from_study as material

        while self._untold:
            coding_id = min(self._untold)
            await helper.call("suggest.remove", {"coding_id": coding_id})
            coding = self.coding_if_there(coding_id)
            transcript = self.query_one(TranscriptView).transcript
            if coding is not None and coding.transcript_id != transcript.id:
                transcript = transcript_lookup.load(self.study, coding.transcript_id)
            example = material.example(self.study, transcript, coding) if coding is not None else None
            if example is not None:
                await helper.call("suggest.add", {"example": asdict(example)})
            self._untold -= {coding_id}

    async def _load(self, helper: Any) -> None:
        """Send the material transcript by transcript, so that no key waits for it; then have the model made."""
        from dataclasses import asdict

        from workbench.assist import from_study as material

        self._loaded, self._restarts, self._untold = True, int(helper.restarts), frozenset()
        try:
            for step in material.steps(self.study):
                self.show_work(say("suggest.work"), step.done, 2 * step.of)
                part = {name: value for name, value in asdict(step).items() if name not in ("done", "of")}
                await helper.call("suggest.part", {**part, "first": step.done == 1})
            codes = [asdict(one) for one in material.codes(self.study)]
            rest = {"language": self.study.language, "codes": codes}
            await helper.call("suggest.load", {"material": rest}, self._learning)
        except BaseException:
            self._loaded = False
            raise

    def _learning(self, done: int, of: int, _: str) -> None:
        self.show_work(say("suggest.work"), of + done, 2 * of)

    async def _ask_helper(self, span: Span) -> None:
        from workbench.assist import from_study as material

        try:
            helper = await self.loaded_helper()
            transcript = self.query_one(TranscriptView).transcript
            arguments = {
                "passage": material.spoken(transcript, span), "context": material.question(transcript, span), "k": 5,
                "leave_out": self._own_codings(span),
            }  # fmt: skip
            answer: Mapping[str, Any] = await helper.call("suggest", arguments)
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        # A search that was stopped never comes here: its worker is cancelled.
        self.looking = None
        self._show(answer)

    def _own_codings(self, span: Span) -> list[int]:
        return [passage.coding_id for passage in self.query_one(TranscriptView).meeting(span)]

    def _show(self, answer: Mapping[str, Any]) -> None:
        found: Sequence[Mapping[str, Any]] = answer["suggestions"]
        verdict = say(f"verdict.{answer['verdict']}")
        self.near = answer["near"]
        self.show_near()
        if not found:
            self.tell(verdict, "warn")
            return
        self.suggestions.display = True
        self.suggestions.set_items(found, 0)
        self.suggestions.focus()
        self.tell(f"{verdict} {say('suggest.keys')}", "accent")
        self.show_keys()

    def _draw_suggestion(self, item: Mapping[str, Any], width: int) -> Sequence[Line]:
        from workbench.store.lookups.codes import codebook

        code = codebook(self.study).get(int(item["code_id"]))
        lines: list[Line] = [
            [("▌", code.colour), (code.name, "strong"), (f"  {say('suggest.' + item['level'])}", "accent")]
        ]
        for reason in item["reasons"][:_REASONS]:
            key = f"suggest.{reason['kind']}"
            text = say(key, text=reason["text"], ref=reason.get("reference", ""))
            lines.append([("    ", ""), (" ".join(text.split()), "dim")])
        return lines

    def do_suggestion_down(self) -> None:
        """The next suggestion."""
        self.suggestions.move(1)

    def do_suggestion_up(self) -> None:
        """The suggestion before."""
        self.suggestions.move(-1)

    def do_suggestion_accept(self) -> None:
        """Put the suggested code on the words."""
        item, span = self.suggestions.current, self.in_question
        if item is not None and span is not None:
            acts.apply(self.study, self.transcript_id(), span, int(item["code_id"]), Origin.SUGGESTED)
            self.workbench.desk.armed = int(item["code_id"])
            self.tell(say("coding.done", code=self._code_name(item)), "good")
            self._without(item)

    def do_suggestion_reject(self) -> None:
        """Refuse the suggested code for these words."""
        item, span = self.suggestions.current, self.in_question
        if item is not None and span is not None:
            acts.reject(self.study, self.transcript_id(), span, int(item["code_id"]))
            self.tell(say("suggest.rejected", code=self._code_name(item)), "accent")
            self._without(item)

    def _code_name(self, item: Mapping[str, Any]) -> str:
        from workbench.store.lookups.codes import codebook

        return codebook(self.study).get(int(item["code_id"])).name

    def _without(self, item: Mapping[str, Any]) -> None:
        rest = [one for one in self.suggestions.items if one is not item]
        if rest:
            self.suggestions.set_items(rest)
            self.show_keys()
        else:
            words, self_said = self.told, self.suggestions
            self_said.set_items(())
            self.forget_suggestions()
            self.tell(words, "good")

    def learn(self, change: Change) -> None:
        """Learn what the helper does not know yet; a few codings are told it, anything else is loaded anew."""
        tables = set(change.touched)
        if not tables or _ANEW & tables:
            self._loaded = False
        self._untold |= change.touched.get("coding", frozenset())
        verdicts = change.touched.get("verdict", frozenset())
        there = {row["id"]: row for one in verdicts for row in self.study.live("verdict", id=one)}
        if any(one not in there or not there[one]["accepted"] for one in verdicts):
            self._loaded = False
