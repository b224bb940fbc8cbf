"""Narrowing the history: keys that ask by whom, of what, when, in which state, told by which words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from workbench.acts import history_filter as asked
from workbench.store.lookups.found_acts import verbs_in_use
from workbench.store.lookups.people import coders
from workbench.study.history import STATES, ActFilter, kinds_among
from workbench.study.periods import period
from workbench.tui.options import Option
from workbench.tui.screens.act_list import ActList
from workbench.words import say
from workbench.words.history_filter import kind_name, state_title

_MOST_COUNTED = 10_000
_TIMES = ("today", "yesterday", "this week", "last week", "this month", "last month")


class Narrowing(ActList):
    """Commands `history.who`, `history.what`, `history.when`, `history.state`, `history.find`."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[str] = []

    def narrow(self, part: str, wanted: ActFilter) -> None:
        """Show what another filter wants, which differs in one part; esc takes the latest part away first."""
        if part in self._steps:
            self._steps.remove(part)
        if part in wanted.parts():
            self._steps.append(part)
        self.wanted = wanted
        self.opened = False
        self.pin(False)
        self.list.index = 0
        self.refresh_room()
        if wanted.narrows:
            count = self.finder.count(most=_MOST_COUNTED)
            shown = f"{count}+" if count == _MOST_COUNTED else str(count)
            self.tell(say("history.found", count=shown) if count else say("history.nothing_fits"), "accent")

    def widen(self) -> bool:
        """Take the part that narrowed last away; return False when nothing narrows."""
        parts = self.wanted.parts()
        if not parts:
            return False
        part = next((one for one in reversed(self._steps) if one in parts), parts[-1])
        self.narrow(part, self.wanted.without(part))
        return True

    def do_history_who(self) -> None:
        """By whom."""
        options = [Option(0, say("history.all.who"))]
        options += [Option(one.id, one.name) for one in coders(self.study)]

        def wanted(one: int) -> ActFilter:
            return replace(self.wanted, coders=(one,) if one else ())

        self._choose("who", options, wanted)

    def do_history_what(self) -> None:
        """Of which kind of thing, or one act."""
        verbs = verbs_in_use(self.study)
        options = [Option("", say("history.all.what"))]
        options += [
            Option(("kind", kind), kind_name(kind), say("history.kind_of_thing")) for kind in kinds_among(verbs)
        ]
        options += [Option(("verb", verb), title, verb) for verb, title in asked.shown_verbs(verbs)]

        def wanted(one: tuple[str, str] | str) -> ActFilter:
            kinds = (one[1],) if one and one[0] == "kind" else ()
            return replace(self.wanted, kinds=kinds, verbs=(one[1],) if one and not kinds else ())

        self._choose("what", options, wanted)

    def _choose(self, part: str, options: list[Option], wanted: Callable[..., ActFilter]) -> None:
        self.choose(say(f"history.ask.{part}"), options, lambda one, _: self.narrow(part, wanted(one)))

    def do_history_when(self) -> None:
        """In which days: one of those offered, or as one writes them."""
        today = datetime.now().date()
        options = [Option("", say("history.all.when"))]
        options += [Option(one, say(f"history.when.{one.replace(' ', '_')}"), _days(one, today)) for one in _TIMES]
        # A year among the choices: digits that are typed are read as days, not as the number of a choice.
        options.append(Option(str(today.year), str(today.year), say("history.when.this_year")))

        def chosen(one: str | None, typed: str) -> None:
            self.narrow("when", asked.at_times(self.wanted, typed if one is None else one or ".."))

        self.choose(say("history.ask.when"), options, chosen, new=say("history.when.typed"))

    def do_history_state(self) -> None:
        """Whether they still hold."""
        options = [Option("", say("history.all.state")), *[Option(one, state_title(one)) for one in STATES]]

        def wanted(one: str) -> ActFilter:
            return replace(self.wanted, state=one)

        self._choose("state", options, wanted)

    def do_history_find(self) -> None:
        """Words of the sentence."""
        self.ask(
            say("history.ask.words"),
            lambda words: self.narrow("words", replace(self.wanted, words=words.strip())),
            value=self.wanted.words,
        )


def _days(said: str, today: date) -> str:
    first, after = period(said, today)
    assert first is not None and after is not None
    last = date.fromordinal(after.toordinal() - 1)
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
