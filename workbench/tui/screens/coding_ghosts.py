"""Ghost lanes: another coder's passages, or one's own of an earlier day, beside one's own; only ever to be looked at.

What others coded is seen nowhere else in this room, so that each codes for oneself; here it is asked for, for one
transcript at a time, and ends when another is opened.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from workbench import commands
from workbench.study.changes import Change
from workbench.study.codes import Codebook, sigils
from workbench.study.spans import Span
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.ghosts import Ghosts, agrees
from workbench.tui.later import later
from workbench.tui.marks import Passage, PassageIndex
from workbench.tui.options import Option
from workbench.tui.transcript_view import TranscriptView
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.acts import codings_then as acts
    from workbench.store.lookups import codings as coding_lookup
    from workbench.store.lookups import codings_then as lookup
    from workbench.study import periods
    from workbench.tui.screens.coding_context import Context
    from workbench.tui.screens.coding_marks import Marking
    from workbench.tui.screens.coding_suggest import Suggesting

    class Below(Context, Suggesting, Marking):
        """What the coding room has else."""
else:
    acts, coding_lookup, lookup, periods = later(
        "workbench.acts.codings_then", "workbench.store.lookups.codings", "workbench.store.lookups.codings_then",
        "workbench.study.periods",
    )  # fmt: skip
    Below = object

_THEN_SIGN = "↺"
_AGO = {"week": 7, "month": 30}


class Haunted(Below):
    """Command `coding.ghosts`."""

    codebook: Codebook
    # The transcript whose ghosts are shown, and the other coder (0: oneself, then), to be read anew after their acts.
    _ghosts_in: int = 0
    _ghost_coder: int = 0
    _ghosts_old = False
    _ghosts_told: object = ()

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

    def do_coding_ghosts(self) -> None:
        """Show ghosts, or end that."""
        if self.view.ghosts is not None:
            self._end_ghosts()
            self.tell(say("ghosts.off"), "good")
            return
        here = lookup.coders_in(self.study, self.view.transcript.id)
        options = [
            Option(("coder", one, name), name, counted(say("ghosts.passages"), many))
            for one, name, many in here
            if one != self.study.coder_id
        ]
        today = datetime.now().date()
        for name, days in _AGO.items():
            day = today - timedelta(days=days)
            # The day first: where an option begins with a digit, digits are typed and choose none.
            options.append(Option(("then", day, ""), f"{day}  {say(f'ghosts.{name}')}"))
        self.choose(f"{say('ghosts.which')}  ({say('ghosts.hint')})", options, self._chosen, new=say("ghosts.typed"))

    def _chosen(self, value: Any, typed: str) -> None:
        if value is None:
            self._of_then(periods.days(typed, datetime.now().date())[1] - timedelta(days=1))
            return
        kind, which, name = value
        if kind == "coder":
            self._ghost_coder = which
            self._show_ghosts(Ghosts(name, name[:1].upper(), self._ghosts_of(which)), 0)
        else:
            self._of_then(which)

    def _of_then(self, day: date) -> None:
        until = periods.as_kept(day + timedelta(days=1))
        found = acts.codings_then(self.study, self.view.transcript.id, self.study.coder_id, until)
        passages = self._made((one.id, one.code_id, one.span.start, one.span.end) for one in found.codings)
        self._ghost_coder = 0
        self._show_ghosts(Ghosts(str(day), _THEN_SIGN, passages), found.lost)

    def _ghosts_of(self, coder_id: int) -> list[Passage]:
        places = coding_lookup.places(self.study, self.view.transcript.id, coder_id, lambda *row: row[:4])
        return self._made(places)

    def _made(self, places: Iterable[tuple[int, int, int, int]]) -> list[Passage]:
        signs = sigils(code.name for code in self.codebook)
        found: list[Passage] = []
        for coding_id, code_id, start, end in places:
            code = self.codebook.get(code_id)
            found.append(Passage(coding_id, code.id, Span(start, end), code.name, signs[code.name], ""))
        return found

    def _show_ghosts(self, ghosts: Ghosts, lost: int) -> None:
        if not len(ghosts):
            words = say("ghosts.nothing") + (counted(say("ghosts.lost"), lost) if lost else "")
            self.tell(words, "warn")
            return
        self._ghosts_in = self.view.transcript.id
        self.view.set_ghosts(ghosts)
        own = PassageIndex(self.view.passages)
        same = sum(agrees(one, own) for one in ghosts.passages)
        told = say(
            "ghosts.on", told=counted(say("ghosts.passages"), len(ghosts)), who=ghosts.who, same=same,
            key=commands.key_of("coding.ghosts"),
        )  # fmt: skip
        told += counted(say("ghosts.lost"), lost) if lost else ""
        first = self._ghost_coder and not len(own)
        self.tell(told + (say("ghosts.first") if first else ""), "warn" if first else "good")
        self.show_context()

    def _end_ghosts(self) -> None:
        self.view.set_ghosts(None)
        self._ghosts_in = 0
        self.show_context()

    # As the study goes on

    def note_touched(self, change: Change) -> None:
        """Learn that what another coded may be other now."""
        if change.coder_id != self.study.coder_id or not change.verb.startswith("coding."):
            self._ghosts_old = True
        super().note_touched(change)

    def all_passages(self, transcript_id: int, revision_id: int) -> list[Passage]:
        """Return the passages of a text; ghosts end with the one they were asked for in."""
        if self._ghosts_in not in (0, transcript_id):
            self._ghosts_in = 0
            self.view.forget_ghosts()
        return super().all_passages(transcript_id, revision_id)

    def renew_passages(self, transcript_id: int, revision_id: int) -> None:
        """Show what became of the passages, and of another's."""
        super().renew_passages(transcript_id, revision_id)
        ghosts = self.view.ghosts
        if self._ghosts_old and ghosts is not None and self._ghost_coder:
            self.view.set_ghosts(Ghosts(ghosts.who, ghosts.sign, self._ghosts_of(self._ghost_coder)))
        self._ghosts_old = False

    # In words

    def show_context(self) -> None:
        """Show what the caret stands on, ghosts too."""
        here = [(one.coding_id, same) for one, same in self.view.ghosts_here]
        if here != self._ghosts_told:
            self._ghosts_told = here
            self._context_of = None
        super().show_context()

    def _here_told(self) -> list[str]:
        who = self.view.ghosts.who if self.view.ghosts else ""
        return [
            say("ghosts.here", who=who, code=one.name, sigil=one.sigil) + (f" = {say('ghosts.same')}" if same else "")
            for one, same in self.view.ghosts_here
        ]

    def near_lines(self, width: int) -> list[Line]:
        """Return the ghosts at the caret, and what else stands below what is one's own."""
        told = [line for words in self._here_told() for line in wrapped(words, width, "dim")]
        return [*([[]] if told else []), *told, *super().near_lines(width)]

    def resting(self) -> Part:
        """On narrow screens, the ghosts at the caret too."""
        words, look = super().resting()
        if not self.has_class("narrow"):
            return words, look
        return " · ".join(part for part in (words, *self._here_told()) if part), look or "dim"
