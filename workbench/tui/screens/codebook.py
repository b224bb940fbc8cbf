"""The codebook: the tree of codes, what each means, and how it is used."""

from collections.abc import Sequence

from textual.app import ComposeResult

from workbench.acts import codebook as acts
from workbench.acts import themes as theme_acts
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.themes import themes
from workbench.study.codes import CODE_FACTS, DEFINITION_FIELDS, Code, CodeStatus
from workbench.study.codings import CodedPassage
from workbench.study.history import Thing
from workbench.study.themes import Theme
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.form import Form
from workbench.tui.frames import Across, Down
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.memos import open_memos
from workbench.tui.options import Option
from workbench.tui.passages import PASSAGE_ROWS, in_full
from workbench.tui.quote_pages import QuotePages, count_of
from workbench.tui.screens.codebook_facts import facts_kept, facts_shown
from workbench.tui.screens.codebook_split import Splitting
from workbench.tui.screens.codebook_tree import Details, Row, columns, describe, details, draw_row, rows
from workbench.words import counted, say


class CodebookRoom(Splitting):
    """The tree at the left, the code in hand at the right."""

    ROOM = "codebook"

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[int, Details] | None = None
        self._themes: Sequence[Theme] = ()
        self._counts = (0, 0)
        self._quote_pages, self._quote_count = QuotePages(), 0

    def panes(self) -> ComposeResult:
        """The tree (or a code's passages), the side pane; the form over both."""
        with Across(id="page"):
            with Down(classes="stack beside"):
                yield OneLine(self.palette, id="captions")
                yield Ledger(self.palette, draw_row, empty=say("codebook.empty"), id="tree")
                quotes = Ledger(self.palette, self.draw_passage, PASSAGE_ROWS, id="passages")
                quotes.display = False
                yield quotes
            yield TextPane(self.palette, id="detail", classes="side")
        yield Form(self.palette, (*DEFINITION_FIELDS, *CODE_FACTS), short=CODE_FACTS)

    @property
    def outline(self) -> Ledger:
        """The tree."""
        return self.query_one("#tree", Ledger)

    @property
    def code(self) -> Code | None:
        """The code in hand."""
        row: Row | None = self.outline.current
        return row.code if row else None

    def main_ledger(self) -> Ledger:
        """The list that is shown."""
        return self.quotes if self.quotes.display else self.outline

    def focus_main(self) -> None:
        """The list has the keys."""
        self.main_ledger().focus()

    # Showing

    def reload(self) -> None:
        """Read the codebook again; the place in the tree is kept."""
        held = self.code
        self.book, self._themes, self._shown = codebook(self.study), themes(self.study), None
        codable = [code for code in self.book if code.codable]
        self._counts = len(codable), sum(not code.defined for code in codable)
        found = rows(self.study, self.book)
        self.outline.set_items(found, _place(found, held.id if held else 0))
        if self.quotes.display:
            there = held is not None and held.id in self.book and self._read_passages(held, anew=False)
            if not there:
                self._close_passages()
        self._show_captions()
        self.show_item()

    def _show_captions(self) -> None:
        line = self.query_one("#captions", OneLine)
        if self.quotes.display and (code := self.code):
            count = say("passages.count", count=self._quote_count)
            line.show([(" ▌", code.colour), (code.name, "strong"), (f"  {count}", "dim")])
        else:
            hint = say("beside.hint") if self.has_class("narrow") else ""
            left = [(f"  {say('codebook.tree')}", "title"), (f"  {hint}", "dim")]
            line.show(left, [("  ".join(("", *columns())) + " ", "dim")])

    def show_item(self) -> None:
        """Show the code, or the passage, in hand."""
        pane, code = self.query_one("#detail", TextPane), self.code
        if code is None:
            pane.show(lambda _: ())
        elif self.quotes.display:
            self._quote_pages.read_on(self.study, self.quotes)
            one: CodedPassage | None = self.quotes.current
            pane.show(lambda width: in_full(one, code.colour, width) if one else ())
        else:
            if self._shown is None or self._shown[0] != code.id:
                self._shown = (code.id, details(self.study, code, self.book, self._themes))
            found = self._shown[1]
            pane.show(lambda width: describe(code, found, width))

    def title_parts(self) -> tuple[Line, Line]:
        """How many codes, how many without definition."""
        left, _ = super().title_parts()
        codable, undefined = self._counts
        right: list[Part] = [(counted(say("n.codes"), codable), "")]
        if undefined:
            right.append((" · " + say("codebook.count.undefined", count=undefined), "accent"))
        return left, right

    def thing(self) -> Thing | None:
        """The code in hand, or the coding whose passage is."""
        if self.quotes.display:
            one: CodedPassage | None = self.quotes.current
            return Thing("coding", one.coding.id) if one else None
        return Thing("code", code.id) if (code := self.code) and not self.forming else None

    def states(self) -> set[str]:
        """A code, or a passage of it, is in hand."""
        if self.forming:
            return set()
        if self.quotes.display:
            return {"passages"} if self.quotes.current else set()
        return {"item"} if self.code else set()

    def step_back(self) -> bool:
        """Leave form, passages, the code's page, in this order."""
        if self.leave_form():
            return True
        if self.quotes.display:
            self._close_passages()
            return True
        return self.leave_side()

    # Words

    def _done(self, key: str, **values: object) -> None:
        self.tell(f"{say(key, **values)} {say('codebook.undo')}", "good")

    def _held(self) -> Code:
        code = self.code
        assert code is not None
        return code

    def _go_to(self, code_id: int) -> None:
        found = [row.code.id for row in self.outline.items]
        if code_id in found:
            self.outline.go(found.index(code_id))

    def do_codebook_define(self) -> None:
        """Write the definition."""
        code = self._held()
        texts = {name: str(getattr(code, name)) for name in DEFINITION_FIELDS} | facts_shown(code)

        def keep(written: dict[str, str]) -> None:
            acts.define(self.study, code.id, facts_kept(written))
            self._done("codebook.defined", code=code.name)

        self.open_form(say("codebook.defining", code=code.name), texts, keep)

    def do_codebook_find(self) -> None:
        """Go to a code by name."""
        options = [self.option(code) for code in self.book]
        if not options:
            self.tell(say("codebook.empty"), "warn")
            return
        self._close_passages()
        self.choose(say("codebook.find"), options, lambda code_id, _: self._go_to(int(code_id)))

    # Adding, naming, placing

    def do_codebook_add(self) -> None:
        """Add a code: name, place, one line of definition."""
        self._close_passages()
        self.ask(say("codebook.add"), self._ask_place)

    def _ask_place(self, name: str) -> None:
        if not name.strip():
            self.tell(say("codebook.nameless"), "warn")
            return
        places = self._places()
        if len(places) == 1:
            self._ask_brief(name, None)
        else:
            self.choose(say("codebook.place", name=name), places, lambda under, _: self._ask_brief(name, under or None))

    def _places(self) -> list[Option]:
        top, code = Option(0, say("coding.top")), self.code
        if code is None:
            return [top]
        found = [Option(code.id, say("codebook.place.under", code=code.name), colour=code.colour)]
        parent = self.book.by_id.get(code.parent_id or 0)
        if parent is not None:
            words = say("codebook.place.beside", code=code.name, parent=parent.name)
            beside = Option(parent.id, words, colour=parent.colour)
        else:
            beside = Option(0, say("codebook.place.top", code=code.name))
            top = beside
        # Under a folder, beside anything else.
        found = [found[0], beside] if not code.codable else [beside, found[0]]
        return found if top is beside else [*found, top]

    def _ask_brief(self, name: str, under: int | None) -> None:
        def keep(brief: str) -> None:
            self._go_to(acts.add(self.study, name, under, brief=brief))
            self._done("codebook.added", code=name.strip())

        self.ask(say("coding.define", name=name), keep)

    def do_codebook_rename(self) -> None:
        """Give the code another name."""
        code = self._held()

        def keep(name: str) -> None:
            acts.rename(self.study, code.id, name)
            self._done("codebook.renamed", code=code.name, to=name.strip())

        self.ask(say("codebook.rename", code=code.name), keep, value=code.name)

    def do_codebook_move(self) -> None:
        """Choose the code's new parent."""
        code = self._held()
        inside = self.book.with_descendants(code.id)
        options = [Option(0, say("coding.top"), say("codebook.here_now") if code.parent_id is None else "")]
        for one in self.book:
            if one.id not in inside:
                option = self.option(one)
                now = say("codebook.here_now") if one.id == code.parent_id else option.detail
                options.append(Option(one.id, option.label, now, option.search, option.colour))

        def moved(parent: int, _: str) -> None:
            if (parent or None) == code.parent_id:
                self.tell(say("codebook.there_already", code=code.name), "warn")
                return
            where = self.book.get(parent).name if parent else say("coding.top")
            acts.move(self.study, code.id, parent or None)
            self._done("codebook.moved", code=code.name, to=where)

        self.choose(say("codebook.move", code=code.name), options, moved)

    def do_codebook_earlier(self) -> None:
        """One place up among its neighbours."""
        self._reorder(-1)

    def do_codebook_later(self) -> None:
        """One place down among its neighbours."""
        self._reorder(1)

    def _reorder(self, step: int) -> None:
        if not acts.reorder(self.study, self._held().id, step):
            self.tell(say("codebook.edge"), "warn")

    # Merging, retiring, removing

    def do_codebook_merge(self) -> None:
        """Choose the code to merge into; say what goes over, then do it."""
        code = self._held()
        options = [self.option(one) for one in self.book if one.id not in self.book.with_descendants(code.id)]
        if not options:
            self.tell(say("codebook.alone"), "warn")
            return
        self.choose(
            say("codebook.merge", code=code.name), options, lambda into, _: self._confirm_merge(code, int(into))
        )

    def _confirm_merge(self, code: Code, into_id: int) -> None:
        into = self.book.get(into_id)
        row: Row = self.outline.current
        gathering = sum(code.id in theme.code_ids for theme in themes(self.study))
        what = say(
            "codebook.merge.what",
            codings=row.use.codings,
            children=len(self.book.children(code.id)),
            themes=gathering,
        )
        options = [
            Option(True, say("codebook.merge.yes"), what),
            Option(False, say("codebook.merge.no"), say("codebook.merge.no.detail")),
        ]

        def decided(yes: bool, _: str) -> None:
            if yes:
                count = acts.merge(self.study, code.id, into.id)
                self._go_to(into.id)
                self._done("codebook.merged", code=code.name, to=into.name, count=count)

        self.choose(say("codebook.merge.ask", code=code.name, to=into.name), options, decided)

    def do_codebook_retire(self) -> None:
        """Put the code away, or take it into use again."""
        code = self._held()
        retire = code.status is CodeStatus.ACTIVE
        status = CodeStatus.RETIRED if retire else CodeStatus.ACTIVE
        key = "codebook.retired.done" if retire else "codebook.revived"
        acts.set_status(self.study, code.id, status)
        self._done(key, code=code.name)

    def do_codebook_remove(self) -> None:
        """Take the code away."""
        code = self._held()
        acts.remove(self.study, code.id)
        self._done("codebook.removed", code=code.name)

    # Memos, themes, passages

    def do_codebook_memo(self) -> None:
        """Write a memo on the code, or open one that is there."""
        code = self._held()
        kept = lambda: self._done("codebook.memo_kept", code=code.name)  # noqa: E731
        open_memos(self, "code", code.id, say("coding.memo", code=code.name), kept)

    def do_codebook_theme(self) -> None:
        """Put the code under a theme, or take it out."""
        code, found = self._held(), themes(self.study)
        names = {theme.id: theme.name for theme in found}
        having = {theme.id for theme in found if code.id in theme.code_ids}
        options = [
            Option(one.id, one.name, say("codebook.theme.has") if one.id in having else one.concept, colour=one.colour)
            for one in found
        ]

        def chosen(theme: int | None, name: str) -> None:
            if theme is None:
                theme_acts.add_with_code(self.study, name, code.id)
                self.tell(say("codebook.theme.made", code=code.name, theme=name), "good")
            elif theme in having:
                theme_acts.release(self.study, theme, code.id)
                self._done("codebook.theme.out", code=code.name, theme=names[theme])
            else:
                theme_acts.gather(self.study, theme, code.id)
                self._done("codebook.theme.in", code=code.name, theme=names[theme])

        self.choose(say("codebook.theme", code=code.name), options, chosen, new=say("codebook.theme.new"))

    def do_codebook_quotes(self) -> None:
        """Read the passages that have this code."""
        code = self._held()
        if not self._read_passages(code, anew=True):
            self.tell(say("codebook.no_passages", code=code.name), "warn")
            return
        self.unmark()
        self.outline.display, self.quotes.display = False, True
        self.focus_main()
        self._show_captions()
        self.show_item()

    def _read_passages(self, code: Code, *, anew: bool) -> bool:
        """Read the first passages of a code, or as far as they were read; return whether there are any."""
        self._quote_count = count_of(self.study, [code.id])
        # What is marked stays in the list, wherever one has moved since.
        index, at_least = (0, 0) if anew else (max(0, self.quotes.index), len(self.quotes.items))
        return self._quote_pages.begin(self.study, self.quotes, [code.id], index, at_least)

    def _close_passages(self) -> None:
        if self.quotes.display:
            self.quotes.display, self.outline.display = False, True
            self.focus_main()
            self._show_captions()
            self.show_item()

    def do_codebook_open(self) -> None:
        """Open the transcript at the passage."""
        one: CodedPassage = self.quotes.current
        self.workbench.open_transcript(one.coding.transcript_id, one.coding.span.start)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """A double click defines a code, or opens a passage."""
        if event.ledger is self.quotes:
            self.do_codebook_open()
        elif event.ledger is self.outline and self.code:
            self.do_codebook_define()


def _place(found: list[Row], code_id: int) -> int | None:
    return next((place for place, row in enumerate(found) if row.code.id == code_id), None)
