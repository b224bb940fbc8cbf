"""Marking hits and coding them, after review, in one step."""

from collections.abc import Sequence

from workbench.acts import searches
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook
from workbench.store.search.hits import Hit
from workbench.study.codes import Code, CodeStatus
from workbench.study.search_units import Unit, passages
from workbench.study.spans import Span
from workbench.tui.options import Option
from workbench.tui.screens.search_asking import Asking
from workbench.tui.screens.search_rows import key_of
from workbench.words import say


class CodingFound(Asking):
    """The part of the search room that codes."""

    def do_search_mark(self) -> None:
        """Mark the hit, or take its mark off, and go on to the next."""
        hit: Hit = self.hits.current
        if self.marked.pop(key_of(hit), None) is None:
            self.marked[key_of(hit)] = hit
        self._redraw()
        self.hits.move(1)

    def do_search_mark_all(self) -> None:
        """Mark all hits, or none when all are marked."""
        every = {key_of(hit): hit for hit in self.all_hits()}
        if every.keys() <= self.marked.keys():
            self.marked.clear()
            self.tell(say("search.unmarked"), "accent")
        else:
            self.marked = every
            key = "search.all_marked" if self.whole else "search.most_marked"
            self.tell(say(key, count=len(every)), "good")
        self._redraw()

    def _redraw(self) -> None:
        self.hits.set_palette(self.palette)
        self.renew()

    def do_search_code(self) -> None:
        """Choose the code, then how much, then code."""
        searches.writable(self.study)
        hit: Hit = self.hits.current
        chosen = list(self.marked.values()) or [hit]
        book = codebook(self.study)
        usable = [code for code in book if code.codable and code.status is not CodeStatus.RETIRED]
        if not usable:
            self.tell(say("search.no_codes"), "warn")
            return
        options = [
            Option(code, code.name, " ▸ ".join(book.path(code.id)[:-1]), code.brief, code.colour, code.aliases)
            for code in usable
        ]
        others = sum(not hit.participant for hit in chosen)
        key = "search.code_others" if others else "search.code"
        self.choose(
            say(key, count=len(chosen), others=others), options, lambda code, _: self._choose_unit(chosen, code)
        )

    def _choose_unit(self, hits: Sequence[Hit], code: Code) -> None:
        found = {unit: self._passages(hits, unit) for unit in (Unit.TURN, Unit.SENTENCE, Unit.WORDS)}
        options = [
            Option(unit, say(f"search.unit.{unit.value}"), say("search.unit.count", count=len(places)))
            for unit, places in found.items()
        ]
        self.choose(say("search.unit", code=code.name), options, lambda unit, _: self._code(found[Unit(unit)], code))

    def _passages(self, hits: Sequence[Hit], unit: Unit) -> list[tuple[int, Span]]:
        texts: dict[int, str] = {}
        found: list[tuple[int, Span]] = []
        for hit in hits:
            if hit.transcript_id not in texts:
                texts[hit.transcript_id] = transcript_lookup.load(self.study, hit.transcript_id).text
            text = texts[hit.transcript_id]
            found += [(hit.transcript_id, span) for span in passages(text, hit.span, hit.marks, unit)]
        return found

    def _code(self, places: Sequence[tuple[int, Span]], code: Code) -> None:
        done = searches.code_found(self.study, places, code.id, self.field.value)
        self.marked.clear()
        self._redraw()
        if done:
            self.tell(say("search.coded", count=done, code=code.name), "good")
        else:
            self.tell(say("search.coded_none", code=code.name), "warn")
