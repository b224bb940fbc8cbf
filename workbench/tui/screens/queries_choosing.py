"""Choosing what a question is asked with: codes, what is to meet them, rows and columns, filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from workbench.errors import QueryError
from workbench.queries.heads import attribute_names, attribute_values, codes_of, fitting, order_key
from workbench.queries.meeting import COUNTS_TURNS, Relation, Term
from workbench.queries.tables import Unit
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.people import coders, participants, withdrawn
from workbench.store.lookups.themes import themes
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter
from workbench.study.codings import Level, Stance
from workbench.study.periods import as_kept, period
from workbench.study.transcripts import Role
from workbench.tui.options import Option
from workbench.tui.room import Room
from workbench.tui.screens.queries_asked import Asked
from workbench.words import say
from workbench.words.attributes import attribute_label
from workbench.words.history import value_name

_MOST_TURNS = 99
_WITHDRAWN = "withdrawn"


class Choosing(Room):
    """Asks for what a question needs; `answer` is called when it has it."""

    narrow: CodingFilter = EVERY_CODING
    # What each kind of filter lets through, in words.
    narrow_told: Mapping[str, str] = {}
    with_withdrawn = False

    def leave_out_withdrawn(self) -> None:
        """Let nobody who withdrew count, unless that is asked for, by name or as a filter."""
        gone = () if self.with_withdrawn else withdrawn(self.study)
        without = tuple(one for one in gone if one not in self.narrow.participants)
        self.narrow = replace(self.narrow, without=without)
        told = {kind: words for kind, words in self.narrow_told.items() if kind != _WITHDRAWN}
        self.narrow_told = {**told, _WITHDRAWN: say("query.withdrawn", count=len(without))} if without else told

    def answer(self) -> None:
        """Answer the question in hand."""

    # Codes and what is to meet them

    def _codes(self, *, with_themes: bool) -> list[Option]:
        book = codebook(self.study)
        found = [
            Option((code.id,), code.name, " > ".join(book.path(code.id)[:-1]), colour=code.colour)
            for code in book
        ]  # fmt: skip
        if with_themes:
            gathering = [theme for theme in themes(self.study) if theme.code_ids]
            found += [Option(one.code_ids, one.name, say("queries.theme"), colour=one.colour) for one in gathering]
        return found

    def choose_codes(self, asked: Asked, then: Callable[[], None]) -> None:
        """Ask for the code or theme whose passages are read."""
        options = self._codes(with_themes=True)
        if not options:
            raise QueryError(say("query.no_rows"))

        def chosen(value: object, _: str) -> None:
            asked.name = next(one.label for one in options if one.value == value)
            asked.named = _ids(value)
            asked.must, asked.can, asked.without = [], [], []
            # A code that only gathers others has passages through them alone.
            book = codebook(self.study)
            asked.children = asked.children or any(not book.get(one).codable for one in asked.named)
            self.spread_codes(asked)
            then()

        self.choose(say("queries.which_code"), options, chosen)

    def spread_codes(self, asked: Asked) -> None:
        """Take in the codes under those named, or leave them out again; what is gone is passed over."""
        book = codebook(self.study)
        asked.named = tuple(one for one in asked.named if one in book)
        asked.codes = codes_of(book, asked.named, children=asked.children)

    def choose_term(self, asked: Asked) -> None:
        """Ask what else is to meet the passages, or not to."""
        kinds = [Option(kind, say(f"queries.term.{kind}.choice")) for kind in ("must", "can", "without")]
        if asked.must or asked.can or asked.without:
            kinds.append(Option("", say("queries.term.clear")))

        def chosen(kind: object, _: str) -> None:
            if kind:
                self.choose_other(asked, str(kind))
            else:
                asked.must, asked.can, asked.without = [], [], []
                self.answer()

        self.choose(say("queries.which_term"), kinds, chosen)

    def choose_other(self, asked: Asked, kind: str) -> None:
        """Ask which code meets the passages, and how."""
        options = self._codes(with_themes=True)

        def chosen(value: object, _: str) -> None:
            name = next(one.label for one in options if one.value == value)
            codes = codes_of(codebook(self.study), list(_ids(value)), children=asked.children)
            self._choose_how(lambda relation, turns: self._add(asked, kind, Term(codes, relation, turns, name)))

        self.choose(say("queries.which_other"), options, chosen)

    def _choose_how(self, done: Callable[[Relation, int], None]) -> None:
        options = [Option(one, say(f"queries.how.{one}.choice")) for one in Relation]

        def chosen(value: object, _: str) -> None:
            relation = Relation(str(value))
            if relation in COUNTS_TURNS:
                self.ask(say("queries.how_many_turns"), lambda text: done(relation, _turns(text)), value="2")
            else:
                done(relation, 0)

        self.choose(say("queries.which_how"), options, chosen)

    def _add(self, asked: Asked, kind: str, term: Term) -> None:
        {"must": asked.must, "can": asked.can, "without": asked.without}[kind].append(term)
        self.answer()

    # Rows and columns

    def choose_rows(self, asked: Asked) -> None:
        """Ask for the rows of a table: all codes, themes, or those under a code."""
        book = codebook(self.study)
        options = [Option("codes", say("queries.rows.codes")), Option("themes", say("queries.rows.themes"))]
        options += [
            Option(code.id, say("queries.rows.under", name=code.name), " > ".join(book.path(code.id)[:-1]))
            for code in book
            if book.children(code.id)
        ]

        def chosen(value: object, _: str) -> None:
            asked.themes = value == "themes"
            asked.under = value if isinstance(value, int) else None
            asked.under_name = book.get(asked.under).name if asked.under else ""
            self.answer()

        self.choose(say("queries.which_rows"), options, chosen)

    def choose_attribute(self, asked: Asked, then: Callable[[], None] | None = None) -> None:
        """Ask for the attribute that makes the columns; `then` is done with it, else the question answered."""
        names = attribute_names(self.study)
        if not names:
            raise QueryError(say("queries.no_attributes"))
        options = [Option(name, attribute_label(name), _values_told(self.study, name)) for name in names]

        def chosen(value: object, _: str) -> None:
            asked.by = str(value)
            (then or self.answer)()

        self.choose(say("queries.which_attribute"), options, chosen)

    def choose_unit(self, asked: Asked) -> None:
        """Ask where codes are to meet."""
        options = [Option(unit, say(f"queries.unit.{unit}")) for unit in Unit]

        def chosen(value: object, _: str) -> None:
            asked.unit = Unit(str(value))
            self.answer()

        self.choose(say("queries.which_unit"), options, chosen)

    # Filters

    def choose_filter(self) -> None:
        """Ask which codings count."""
        kinds = ("coder", "who", "attribute", "role", "level", "stance", "round", "when")
        options = [Option(kind, say(f"queries.filter.{kind}")) for kind in kinds]
        if self.narrow.without or self.with_withdrawn:
            words = "queries.filter.withdrawn.out" if self.with_withdrawn else "queries.filter.withdrawn.in"
            options.append(Option(_WITHDRAWN, say(words)))
        if replace(self.narrow, without=()):
            options.append(Option("", say("queries.filter.clear")))

        def chosen(kind: object, _: str) -> None:
            if kind:
                getattr(self, f"_filter_{kind}")()
            else:
                self._narrowed(EVERY_CODING, "", "")

        self.choose(say("queries.which_filter"), options, chosen)

    def _filter_withdrawn(self) -> None:
        self.with_withdrawn = not self.with_withdrawn
        self.leave_out_withdrawn()
        self.answer()

    def _narrowed(self, narrow: CodingFilter, kind: str, told: str) -> None:
        self.narrow = narrow
        self.narrow_told = {**self.narrow_told, kind: told} if kind else {}
        self.leave_out_withdrawn()
        self.answer()

    def _filter_coder(self) -> None:
        options = [Option(one.id, one.name) for one in coders(self.study)]
        self._choose_value(options, "coder", lambda one: {"coders": (one,)})

    def _filter_who(self) -> None:
        options = [Option(one.id, one.label) for one in participants(self.study)]
        self._choose_value(options, "who", lambda one: {"participants": (one,)})

    def _filter_role(self) -> None:
        options = [Option(one, say(f"role.{one}")) for one in Role]
        self._choose_value(options, "role", lambda one: {"roles": (one,)})

    def _filter_level(self) -> None:
        options = [Option(one, say(f"level.{one}") if one else say("queries.unset")) for one in Level]
        self._choose_value(options, "level", lambda one: {"levels": (one,)})

    def _filter_stance(self) -> None:
        options = [Option(one, value_name(one) if one else say("queries.unset")) for one in Stance]
        self._choose_value(options, "stance", lambda one: {"stances": (one,)})

    def _choose_value(
        self, options: Sequence[Option], kind: str, change: Callable[[object], Mapping[str, object]]
    ) -> None:
        labels = {option.value: option.label for option in options}

        def chosen(value: object, _: str) -> None:
            changes: Mapping[str, Any] = change(value)
            self._narrowed(replace(self.narrow, **changes), kind, labels[value])

        self.choose(say("queries.which_value"), list(options), chosen)

    def _filter_attribute(self) -> None:
        names = attribute_names(self.study)
        if not names:
            raise QueryError(say("queries.no_attributes"))
        options = [Option(name, attribute_label(name), _values_told(self.study, name)) for name in names]
        self.choose(say("queries.which_attribute"), options, lambda name, _: self._filter_values(str(name)))

    def _filter_values(self, name: str) -> None:
        label = attribute_label(name)
        values = {one.casefold(): one for one in attribute_values(self.study, name).values()}
        options = [Option(one, one) for one in sorted(values.values(), key=order_key(self.study, name))]
        options.append(Option("", say("query.without", name=label)))

        def chosen(value: object, _: str) -> None:
            pairs = (*self.narrow.attributes, *fitting(self.study, name, str(value)))
            kind = f"attribute {name}"
            told = str(value) or say("queries.unset")
            before = self.narrow_told.get(kind)
            self._narrowed(
                replace(self.narrow, attributes=pairs), kind, f"{before} / {told}" if before else f"{label}: {told}"
            )

        self.choose(say("queries.which_value"), options, chosen)

    def _filter_round(self) -> None:
        def done(text: str) -> None:
            number = _turns(text)
            self._narrowed(replace(self.narrow, rounds=(number,)), "round", say("coding.round", round=number))

        self.ask(say("queries.which_round"), done, value="1")

    def _filter_when(self) -> None:
        def done(text: str) -> None:
            since, until = period(text, datetime.now().astimezone().date())
            narrow = replace(self.narrow, since=as_kept(since), until=as_kept(until))
            self._narrowed(narrow, "when", " ".join(text.split()))

        self.ask(say("queries.which_period"), done)


def _ids(value: object) -> tuple[int, ...]:
    return cast("tuple[int, ...]", value)


def _turns(text: str) -> int:
    written = text.strip()
    if not (written.isascii() and written.isdecimal() and int(written) <= _MOST_TURNS):
        raise QueryError(say("queries.no_number", most=_MOST_TURNS))
    return int(written)


def _values_told(study: StudyFile, name: str) -> str:
    values = sorted(set(attribute_values(study, name).values()), key=order_key(study, name))
    return ", ".join(values[:6]) + (" …" if len(values) > 6 else "")
