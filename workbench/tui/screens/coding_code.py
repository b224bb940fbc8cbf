"""The code line: putting codes on selected words, known ones, new ones, the words themselves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.store.lookups import codes as code_lookup
from workbench.study import units
from workbench.study.codes import Code, Codebook, CodeStatus
from workbench.study.spans import Span, trimmed
from workbench.study.text import shorten
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.screens.coding_gather import Gathering
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from textual.worker import Worker

    from workbench.acts import coding as acts
    from workbench.acts import coding_many as many
else:
    acts, many = later("workbench.acts.coding", "workbench.acts.coding_many")

_SHORT = 6


class CodeLine(Gathering):
    """Commands `coding.code`, `coding.armed`, `coding.repeat`, `coding.in_vivo`."""

    codebook: Codebook
    looking: "Worker[None] | None"
    in_question: Span | None
    _not_made_yet = ""

    if TYPE_CHECKING:
        # Given by the other parts of the coding room.
        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

        async def loaded_helper(self) -> Any:
            """Return the helper process with the study's material in it."""
            ...

        def here_first(self, coding_id: int) -> None:
            """Make a coding the current one."""
            ...

    def target(self) -> Span | None:
        """Return the selected words, or the sentence at the caret, which then is selected for all to see."""
        if self.view.selection is None and self.view.transcript.text:
            start, end = units.sentence_at(self.view.transcript.text, self.view.caret)
            span = trimmed(self.view.transcript.text, start, end)
            if span:
                self.view.select(span)
        return self.view.selection

    def code_options(self, order: Sequence[int] = ()) -> list[Option]:
        """Return the codes that may be applied: recent ones first, then in tree order."""
        usable = [code for code in self.codebook if code.codable and code.status is CodeStatus.ACTIVE]
        first = [self.codebook.by_id[one] for one in order if one in self.codebook]
        listed = [*[c for c in first if c in usable], *[c for c in usable if c not in first]]
        return [self._option(code) for code in listed]

    def _option(self, code: Code) -> Option:
        path = " ▸ ".join(self.codebook.path(code.id)[:-1])
        detail = code.brief or code.definition
        search = f"{path} {code.brief} {code.definition}"
        return Option(code.id, code.name, f"{path}  {detail}".strip(), search, code.colour, code.aliases)

    def do_coding_code(self) -> None:
        """Open the code line; of several codes gathered in it, all are put on the words in one act."""
        if span := self.target():

            def done(gathered: tuple[int, ...], code_id: int | None, typed: str) -> None:
                if code_id is None:
                    self._place_new(span, typed, gathered)
                else:
                    self._apply_all(span, (*gathered, code_id))

            self._not_made_yet = ""
            self.open_code_line(self.code_options(code_lookup.recent(self.study)), done)

    def _apply_all(self, span: Span, code_ids: Sequence[int]) -> None:
        if len(set(code_ids)) == 1:
            self.apply(span, code_ids[0])
        else:
            self._coded_all(many.apply_all(self.study, self.view.transcript.id, span, code_ids))

    def _coded_all(self, done: "many.Applied") -> None:
        coding_id, code_id = done.made[-1]
        self._coded(coding_id, code_id)
        book = code_lookup.codebook(self.study)
        said = say("coding.done_many", codes=", ".join(f"«{book.get(one).name}»" for _, one in done.made))
        self.tell(" ".join((said, *map(translated, done.refused))), "warn" if done.refused else "good")

    def apply(self, span: Span, code_id: int) -> None:
        """Put a code on words, and arm it."""
        made = acts.apply(self.study, self.view.transcript.id, span, code_id)
        self._coded(made, code_id)

    def _coded(self, coding_id: int, code_id: int) -> None:
        self.workbench.desk.armed = code_id
        # A memo, a level, a pick that follows is about the coding just made.
        self.here_first(coding_id)
        self.view.clear_selection()
        self.tell(say("coding.done", code=code_lookup.codebook(self.study).get(code_id).name), "good")
        self.renew()

    def _place_new(self, span: Span, name: str, gathered: tuple[int, ...]) -> None:
        self._not_made_yet = name

        def placed(parent: object, _: str) -> None:
            new = parent if isinstance(parent, int) and parent else None
            self.ask(say("coding.define", name=name), lambda brief: self._make(span, name, new, brief, gathered))

        self.choose(say("coding.parent", name=name), self._parents(), placed)

    def left_asking(self) -> None:
        """Say what did not come to be where a new code is left half way; its words stay selected."""
        super().left_asking()
        if self._not_made_yet and not self.asking:
            self.tell(say("coding.not_made", name=self._not_made_yet), "accent")
            self._not_made_yet = ""

    def _parents(self) -> list[Option]:
        """Return where a new code may stand: at the top, beside the code used last, under parents, under any other."""
        armed = self.codebook.by_id.get(self.workbench.desk.armed)
        near = [self.codebook.get(armed.parent_id)] if armed and armed.parent_id else []
        usual = [code for code in self.codebook if not code.codable or self.codebook.children(code.id)]
        others = [code for code in self.codebook if code.status is CodeStatus.ACTIVE]
        listed = dict.fromkeys(code.id for code in (*near, *usual, *others))
        return [Option(0, say("coding.top")), *(self._option(self.codebook.get(one)) for one in listed)]

    def _make(self, span: Span, name: str, parent_id: int | None, brief: str, gathered: tuple[int, ...]) -> None:
        self._not_made_yet = ""
        if gathered:
            new = many.NewCode(name, parent_id, brief)
            self._coded_all(many.apply_all(self.study, self.view.transcript.id, span, gathered, new))
        else:
            made, code_id = acts.new_code(self.study, self.view.transcript.id, span, name, parent_id, brief)
            self._coded(made, code_id)

    def do_coding_armed(self) -> None:
        """Apply the armed code."""
        if span := self.view.selection:
            self.apply(span, self.workbench.desk.armed)

    def do_coding_repeat(self) -> None:
        """Apply the armed code to the selection or the sentence."""
        if span := self.target():
            self.apply(span, self.workbench.desk.armed)

    def do_coding_in_vivo(self) -> None:
        """Make the words themselves a code; of many words, let a telling phrase be chosen."""
        if span := self.target():
            if len(span.cut(self.view.transcript.text).split()) <= _SHORT:
                self._in_vivo(span, "")
            else:
                self.in_question = span
                self.tell(say("invivo.looking"), "accent")
                self.looking = self.run_worker(self._offer_phrases(span), exclusive=True)

    async def _offer_phrases(self, span: Span) -> None:
        try:
            helper = await self.loaded_helper()
            passage = span.cut(self.view.transcript.text)
            phrases: list[str] = await helper.call("phrases", {"passage": passage, "n": 8})
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        self.looking = None
        self.tell("")
        options = [Option(phrase, phrase) for phrase in phrases]
        whole = shorten(passage, 60)
        options.append(Option("", whole, say("invivo.whole")))
        self.choose(say("invivo.which"), options, lambda phrase, _: self._in_vivo(span, str(phrase)))

    def _in_vivo(self, span: Span, phrase: str) -> None:
        made, code_id = acts.in_vivo(self.study, self.view.transcript.id, span, phrase=phrase)
        self._coded(made, code_id)
