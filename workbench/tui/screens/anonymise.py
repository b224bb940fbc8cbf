"""Anonymise: one decision a person or place, in force at once in every transcript."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.masking import Decision, Entity, EntityKind
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.later import later
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.options import Option
from workbench.tui.room import Room
from workbench.tui.screens.anonymise_scan import Scanning
from workbench.words import say
from workbench.words.reasons import reason_in_words

if TYPE_CHECKING:
    from workbench.acts import entities as acts
    from workbench.shield import by_hand, masks, replacements
    from workbench.shield.masks import Mention
else:
    acts, by_hand, masks, replacements = later(
        "workbench.acts.entities", "workbench.shield.by_hand", "workbench.shield.masks", "workbench.shield.replacements"
    )


@dataclass(frozen=True, slots=True)
class _Pile:
    key: str
    count: int


class Anonymise(Scanning, Room):
    """Entities in three piles, the mentions of the current one beside them."""

    ROOM = "anonymise"

    def __init__(self) -> None:
        super().__init__()
        self._entities: list[Entity] = []
        self._mentions: dict[int, list[Mention]] = {}
        self._everything = False
        self._proposed: dict[int, str] = {}

    def panes(self) -> ComposeResult:
        """Piles at the left, mentions at the right or below."""
        with Vertical(classes="stack"):
            yield Ledger(self.palette, self._draw, heading=_is_pile, id="entities")
            yield Ledger(self.palette, self._draw_mention, 3, id="mentions-below", classes="below")
        with Vertical(classes="side"):
            yield TextPane(self.palette, id="entity")
            yield Ledger(self.palette, self._draw_mention, 3, id="mentions")

    def reload(self) -> None:
        """Read entities and mentions again."""
        self._mentions = {}
        for mention in masks.mentions(self.study):
            self._mentions.setdefault(mention.entity.id, []).append(mention)
        from workbench.store.lookups.entities import entities

        self._entities = entities(self.study)
        self._proposed = {}
        ledger = self.query_one("#entities", Ledger)
        kept = ledger.current
        items = self._items()
        index = None
        if isinstance(kept, Entity):
            ids = [item.id if isinstance(item, Entity) else 0 for item in items]
            index = ids.index(kept.id) if kept.id in ids else None
        ledger.empty = say("anonymise.all_decided" if self._entities else "anonymise.empty")
        ledger.set_items(items, index)
        self.show_item()

    def _items(self) -> list["_Pile | Entity"]:
        open_ones = [one for one in self._entities if one.decision is Decision.UNDECIDED]
        piles = [
            ("sure", [one for one in open_ones if one.sure]),
            ("check", [one for one in open_ones if not one.sure]),
        ]
        if self._everything:
            piles.append(("decided", [one for one in self._entities if one.decision is not Decision.UNDECIDED]))
        items: list[_Pile | Entity] = []
        for key, pile in piles:
            if pile:
                ranked = sorted(pile, key=lambda one: (-len(self._mentions.get(one.id, ())), one.name.casefold()))
                items += [_Pile(key, len(pile)), *ranked]
        return items

    def title_parts(self) -> tuple[Line, Line]:
        """How much is left."""
        left, _ = super().title_parts()
        waiting = sum(one.decision is Decision.UNDECIDED for one in self._entities)
        return left, [(say("anonymise.left", left=waiting, all=len(self._entities)), "dim")]

    def states(self) -> set[str]:
        """What the keys depend on."""
        found: set[str] = set()
        if self.current() is not None:
            found.add("item")
        if self.mention_list().current is not None and self.focused is self.mention_list():
            found.add("mention")
        return found

    def current(self) -> Entity | None:
        """Return the current entity."""
        item = self.query_one("#entities", Ledger).current
        return item if isinstance(item, Entity) else None

    def mention_list(self) -> Ledger:
        """Return the list of mentions that is on the screen."""
        return self.query_one("#mentions-below" if self.has_class("narrow") else "#mentions", Ledger)

    # Drawing

    def _draw(self, item: "_Pile | Entity", width: int) -> Sequence[Line]:
        if isinstance(item, _Pile):
            return [[(say(f"anonymise.{item.key}"), "title"), (f"  {item.count}", "dim")]]
        count = len(self._mentions.get(item.id, ()))
        name = item.name if len(item.name) <= 28 else item.name[:27] + "…"
        line: list[Part] = [
            (f"  {name:<29}", "strong"),
            (f"{say(f'kind.{item.kind}'):<18}", "dim"),
            (f"{count:>3}× ", ""),
        ]
        match item.decision:
            case Decision.REPLACE:
                line.append((f"→ {item.replacement}", "good"))
            case Decision.UNDECIDED:
                line.append((f"→ {self._label(item)}?", "accent"))
            case _:
                line.append((say(f"decision.{item.decision}"), "dim"))
        return [line]

    def _label(self, entity: Entity) -> str:
        """Return the replacement that would be used, worked out once a reload; no two proposals are alike."""
        if entity.id not in self._proposed:
            found = self._mentions.get(entity.id, ())
            context = found[0].before if found else ""
            labels = self._proposed
            known = [replace(one, replacement=labels[one.id]) if one.id in labels else one for one in self._entities]
            label = replacements.suggest_replacement(entity, known, context, self.study.language)
            self._proposed[entity.id] = label
        return self._proposed[entity.id]

    def _draw_mention(self, item: "Mention", width: int) -> Sequence[Line]:
        room = max(10, width - len(item.words) - 4)
        before = item.before.replace("\n", " ")[-(room // 2) :]
        after = item.after.replace("\n", " ")[: room // 2]
        where = f"{item.transcript} {say('turn.word')} {item.turn}"
        return [[(" …" + before, "dim"), (item.words, "warn"), (after + "…", "dim")], [(f"  {where}", "dim")], []]

    def show_item(self) -> None:
        """Show the current entity and its mentions."""
        entity = self.current()
        found = self._mentions.get(entity.id, []) if entity else []
        for name in ("#mentions", "#mentions-below"):
            ledger = self.query_one(name, Ledger)
            if list(ledger.items) != found:
                ledger.set_items(found, 0)
        self.query_one("#entity", TextPane).show(lambda width: self._entity_lines(entity, found, width))

    def _entity_lines(self, entity: Entity | None, found: Sequence["Mention"], width: int) -> Sequence[Line]:
        if entity is None:
            return wrapped(say("anonymise.honest"), width, "dim")
        people = len({mention.transcript_id for mention in found})
        lines: list[Line] = [[(" / ".join(entity.forms), "strong")]]
        lines.append([(say("anonymise.mentions", count=len(found), transcripts=people), "")])
        if entity.reason:
            lines += wrapped(say("anonymise.reason", reason=reason_in_words(entity.reason)), width, "dim")
        lines += [[], *wrapped(say("anonymise.honest"), width, "dim")]
        return lines

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Follow the list of entities; the mentions move by themselves."""
        if event.ledger.id == "entities":
            self.show_item()
        self.show_keys()

    # Deciding

    def do_anonymise_replace(self) -> None:
        """Replace by the proposed label."""
        if entity := self.current():
            self._replace(entity, entity.replacement or self._label(entity))

    def _replace(self, entity: Entity, label: str) -> None:
        acts.decide(self.study, entity.id, Decision.REPLACE, label)
        shown = acts.get(self.study, entity.id).replacement
        count = len(self._mentions.get(entity.id, ()))
        self.tell(say("anonymise.replaced", name=entity.name, shown=shown, count=count), "good")

    def do_anonymise_edit(self) -> None:
        """Replace by another label."""
        if entity := self.current():
            label = entity.replacement or self._label(entity)
            self.ask(say("anonymise.label", name=entity.name), lambda text: self._replace(entity, text), value=label)

    def do_anonymise_keep(self) -> None:
        """Keep the name."""
        self._decide(Decision.KEEP, "anonymise.kept")

    def do_anonymise_not_a_name(self) -> None:
        """Say that it is no name."""
        self._decide(Decision.NOT_A_NAME, "anonymise.dismissed")

    def do_anonymise_undecide(self) -> None:
        """Take the decision back."""
        self._decide(Decision.UNDECIDED, "anonymise.undecided")

    def _decide(self, decision: Decision, words: str) -> None:
        if entity := self.current():
            acts.decide(self.study, entity.id, decision)
            self.tell(say(words, name=entity.name), "good")

    def do_anonymise_kind(self) -> None:
        """Say what kind of thing it is."""
        if entity := self.current():

            def chosen(kind: object, _: str) -> None:
                acts.relabel(self.study, entity.id, EntityKind(str(kind)))
                self.tell(say("anonymise.kind_set", name=entity.name, kind=say(f"kind.{kind}")), "good")

            options = [Option(kind.value, say(f"kind.{kind}")) for kind in EntityKind]
            self.choose(say("anonymise.kind_of", name=entity.name), options, chosen)

    def do_anonymise_join(self) -> None:
        """Say that two are one."""
        if entity := self.current():

            def chosen(other: object, _: str) -> None:
                if isinstance(other, int):
                    acts.join(self.study, entity.id, other)
                    self.tell(say("anonymise.joined", name=entity.name, other=acts.get(self.study, other).name), "good")

            others = [one for one in self._entities if one.id != entity.id and one.kind is entity.kind]
            others += [one for one in self._entities if one.kind is not entity.kind]
            options = [Option(one.id, one.name, f"{say(f'kind.{one.kind}')} {one.replacement}") for one in others]
            self.choose(say("anonymise.join_with", name=entity.name), options, chosen)

    def do_anonymise_form(self) -> None:
        """Add another written form."""
        if entity := self.current():
            words = say("anonymise.form_of", name=entity.name)

            def keep(form: str) -> None:
                acts.add_form(self.study, entity.id, form)
                self.tell(say("anonymise.form_added", name=entity.name, form=form.strip()), "good")

            self.ask(words, keep)

    def do_anonymise_add(self) -> None:
        """Add a name the finders missed."""

        def kind_of(name: str) -> None:
            def chosen(kind: object, _: str) -> None:
                added = by_hand.add_by_hand(self.study, name, EntityKind(str(kind)))
                self.tell(
                    say("anonymise.added" if added else "anonymise.known", name=name), "good" if added else "warn"
                )

            options = [Option(kind.value, say(f"kind.{kind}")) for kind in EntityKind]
            self.choose(say("anonymise.kind_of", name=name), options, chosen)

        self.ask(say("anonymise.add_name"), kind_of)

    def do_anonymise_here(self) -> None:
        """Say that this mention is not the entity."""
        mention = self.mention_list().current
        if mention is not None:
            acts.except_mention(self.study, mention.entity.id, mention.transcript_id, mention.start, mention.end)
            self.tell(say("anonymise.not_here", name=mention.entity.name), "accent")

    def do_anonymise_open(self) -> None:
        """Open the mention in its transcript."""
        mention = self.mention_list().current
        if mention is not None:
            self.workbench.open_transcript(mention.transcript_id, mention.start)

    def do_anonymise_filter(self) -> None:
        """Show everything, or only what waits."""
        self._everything = not self._everything
        self.reload()
        self.tell(say("anonymise.filter.all" if self._everything else "anonymise.filter.open"), "good")

    def step_back(self) -> bool:
        """Stop a scan, or leave the mentions, first."""
        if self.stop_scan():
            return True
        if self.focused is self.mention_list():
            self.focus_main()
            return True
        return False

    def texts(self) -> Iterator[tuple[int, str, str, int]]:
        """Yield what a scan looks through."""
        return transcript_lookup.each_text(self.study)


def _is_pile(item: object) -> bool:
    return isinstance(item, _Pile)
