"""Narrowing a search: by whom, where, with which codes; chosen from what the study knows."""

from collections.abc import Iterator

from textual.widgets import Input

from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook
from workbench.study.search_narrow import narrowed
from workbench.study.search_tree import Field, Filter
from workbench.tui.options import Option
from workbench.tui.screens.search_asking import Asking
from workbench.words import say
from workbench.words.attributes import attribute_label


class Narrowing(Asking):
    """Command `search.narrow`."""

    def do_search_narrow(self) -> None:
        """Choose one more condition."""

        def add(condition: Filter, _: str) -> None:
            self.marked.clear()
            with self.field.prevent(Input.Changed):
                self.field.value = narrowed(self.field.value, condition, _typed(condition))
            self.search()
            self.focus_main()

        options = [
            Option(condition, label, detail, _typed(condition)) for condition, label, detail in self._conditions()
        ]
        self.choose(say("search.narrow"), options, add)

    def _conditions(self) -> Iterator[tuple[Filter, str, str]]:
        """Yield every condition with a label and what it is, participants with hits first."""
        counts = dict(self.spread.people) if self.spread is not None and not self.in_notes else {}
        for label, count in counts.items():
            told = say("search.narrow.hits", count=count) if count > 1 else say("search.narrow.hit")
            yield Filter(Field.PARTICIPANT, label), label, told
        for state in ("uncoded", "coded"):
            yield Filter(Field.IS, state), say(f"search.narrow.{state}"), ""
        for role in ("participant", "interviewer"):
            yield Filter(Field.SPEAKER, role), say(f"search.narrow.{role}"), ""
        people = people_lookup.participants(self.study)
        named = {
            Field.PARTICIPANT: [one.label for one in people if one.label not in counts],
            Field.CODE: [code.name for code in codebook(self.study)],
            Field.THEME: [theme.name for theme in theme_lookup.themes(self.study)],
            Field.CODER: [coder.name for coder in people_lookup.coders(self.study)],
            Field.TRANSCRIPT: [card.name for card in transcript_lookup.cards(self.study)],
        }
        for field, names in named.items():
            kind = say(f"search.narrow.kind.{field.value}")
            yield from ((Filter(field, name), name, kind) for name in names)
        known = {(name, value) for one in people for name, value in one.attributes.items()}
        for name, value in sorted(known):
            yield Filter(Field.ATTRIBUTE, value, name), f"{attribute_label(name)}: {value}", ""


def _typed(condition: Filter) -> str:
    """Return a condition as it is typed in the language of the screen."""
    if condition.field is Field.ATTRIBUTE:
        name = "-".join(attribute_label(condition.name).split())
    else:
        name = say(f"search.filter.{condition.field.value}")
    value = condition.value
    if condition.field in (Field.IS, Field.SPEAKER) and condition.value in _WORDED:
        value = say(f"search.filter.value.{condition.value}")
    plain = value.replace("-", "").replace("_", "").replace(".", "").isalnum()
    doubled = value.replace('"', '""')
    return f"{name}:{value}" if plain else f'{name}:"{doubled}"'


_WORDED = ("coded", "uncoded", "participant", "interviewer")
