"""The life of one thing: every act that touched it, oldest first, with what it was and what it became."""

from dataclasses import replace

from workbench.acts import history_filter as asked
from workbench.store.lookups.definitions import codings_before_definition, definition_versions
from workbench.store.lookups.things import has_wide_life
from workbench.study.history import ActFilter, Thing
from workbench.tui.drawing import Line, Part
from workbench.tui.screens.act_list import ActList
from workbench.tui.screens.list_room import clipped
from workbench.words import counted, say


class Life(ActList):
    """All that was done to a thing."""

    ROOM = "life"
    OLDEST_FIRST = True

    def __init__(self) -> None:
        super().__init__()
        self.opened = True
        self._of_code: tuple[int, int] | None = None

    def thing(self) -> Thing | None:
        """Whose life it is."""
        return self.wanted.about

    def show_thing(self, thing: Thing) -> None:
        """Tell the life of another thing, from its beginning."""
        self.wanted = ActFilter(about=thing)
        if self.is_mounted:
            self.opened = True
            self.list.index = 0
            self.refresh_room()

    def empty_words(self) -> str:
        """Say that nothing is told."""
        return say("life.empty")

    def reload(self) -> None:
        """Read the life again."""
        thing = self.thing()
        if thing is None:
            return
        self._of_code = None
        if thing.kind == "code":
            versions = len(definition_versions(self.study, thing.id))
            self._of_code = versions, codings_before_definition(self.study, thing.id)
        super().reload()

    def title_parts(self) -> tuple[Line, Line]:
        """Whose life, and how many acts are shown."""
        left: list[Part] = list(super().title_parts()[0])
        if (thing := self.thing()) is not None:
            left += [(" ", ""), (asked.thing_in_words(self.study, thing), "accent")]
        count = counted(say("n.lines"), len(self.lines))
        return left, [(count if self.whole else say("life.title_more", lines=count), "")]

    def states(self) -> set[str]:
        """Whether there is more to a life than is told at first."""
        found = super().states()
        return found | {"wide"} if (thing := self.thing()) is not None and has_wide_life(thing.kind) else found

    def above(self, width: int) -> list[Line]:
        """Of a code how often its definition was rewritten, and what was coded before it read as it does."""
        thing = self.thing()
        if thing is None:
            return []
        lines: list[Line] = []
        if self._of_code is not None:
            versions, before = self._of_code
            lines.append([(say("life.definition"), "title")])
            lines += clipped(counted(say("life.versions"), versions), width, 2)
            if before:
                lines += clipped(counted(say("life.coded_before"), before), width, 3, "warn")
            elif versions > 1:
                lines += clipped(say("life.coded_after"), width, 3, "dim")
        if has_wide_life(thing.kind):
            lines += clipped(say("life.is_whole" if thing.whole else "life.is_narrow"), width, 3, "dim")
        return lines

    def do_history_more(self) -> None:
        """Show the rows in the list's place on a narrow screen; on a wide one close and open them."""
        if self.has_class("narrow"):
            self.pin(not self.pinned)
        else:
            self.open_rows(not self.opened)

    def do_life_whole(self) -> None:
        """Tell its codings too, or no more."""
        thing = self.thing()
        if thing is not None:
            self.wanted = replace(self.wanted, about=replace(thing, whole=not thing.whole))
            self.refresh_room()

    def do_history_replay(self) -> None:
        """See the life happen again."""
        self.workbench.open_replay(self.wanted)

    def step_back(self) -> bool:
        """Leave a side pane that stands in the list's place; the rows stay open."""
        if self.pinned and self.has_class("narrow"):
            self.pin(False)
            return True
        if self.side.has_focus:
            self.list.focus()
            return True
        return False
