"""What a coder says of a coding beside its code: level, stance, uncertain, important; one digit each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.study.codings import PLAIN, Level, Marks, Stance
from workbench.study.codings import Coding as OneCoding
from workbench.tui.later import later
from workbench.tui.marks import Passage
from workbench.tui.options import Option
from workbench.words import say
from workbench.words.codings import marks_told
from workbench.words.history import value_name

if TYPE_CHECKING:
    from workbench.acts import coding as acts
    from workbench.tui.room import Room
else:
    acts, Room = later("workbench.acts.coding"), object


class Judging(Room):
    """Command `coding.judge`: a small menu whose digits put a mark on the current coding or take it away."""

    if TYPE_CHECKING:

        def current_coding(self) -> Passage | None:
            """Return the coding that is meant."""

        def coding(self, coding_id: int) -> OneCoding:
            """Return a coding with all that hangs on it."""
            ...

    def do_coding_judge(self) -> None:
        """Choose what to say of the current coding; what was said already is taken back."""
        current = self.current_coding()
        if current is None:
            return
        one = self.coding(current.coding_id)
        options = [Option(name, _named(name), say("judge.set") if is_so else "") for name, is_so in _said(one).items()]
        if _marks(one) != PLAIN:
            options.append(Option("", say("judge.nothing")))
        self.choose(
            say("judge.which", code=current.name), options, lambda name, _: self._judge(current, one, str(name))
        )

    def _judge(self, current: Passage, before: OneCoding, name: str) -> None:
        if name:
            self._toggle(before, name)
        else:
            self._clear(before)
        told = marks_told(self.coding(before.id))
        self.tell(say("judge.now" if told else "judge.none_now", code=current.name, marks=told), "good")

    def _toggle(self, one: OneCoding, name: str) -> None:
        if name in set(Level):
            acts.set_level(self.study, one.id, Level.UNSET if one.level == name else Level(name))
        elif name in set(Stance):
            acts.set_stance(self.study, one.id, Stance.UNSET if one.stance == name else Stance(name))
        elif name == "uncertain":
            acts.set_certain(self.study, one.id, not one.certain)
        else:
            acts.set_important(self.study, one.id, not one.important)

    def _clear(self, one: OneCoding) -> None:
        todo: list[tuple[bool, Callable[[], None]]] = [
            (bool(one.level), lambda: acts.set_level(self.study, one.id, Level.UNSET)),
            (bool(one.stance), lambda: acts.set_stance(self.study, one.id, Stance.UNSET)),
            (not one.certain, lambda: acts.set_certain(self.study, one.id, True)),
            (one.important, lambda: acts.set_important(self.study, one.id, False)),
        ]
        with self.study.together("coding.mark", acts.told(self.study, one.id)):
            for is_set, take_away in todo:
                if is_set:
                    take_away()


def _said(one: OneCoding) -> dict[str, bool]:
    """Return what can be said of a coding, in the order of the digits, and whether it is said."""
    said = {level.value: one.level is level for level in Level if level}
    said |= {stance.value: one.stance is stance for stance in Stance if stance}
    return said | {"uncertain": not one.certain, "important": one.important}


def _named(name: str) -> str:
    return say(f"level.{name}") if name in set(Level) else value_name(name)


def _marks(one: OneCoding) -> Marks:
    return Marks(one.level, one.stance, one.certain, one.important)
