"""A glance at a code while one chooses: what it means and a few of its quotes, beside the text or in the row below."""

import asyncio
from collections.abc import Callable

from workbench.store.lookups import pages
from workbench.study.codes import Code
from workbench.study.text import shorten
from workbench.tui.asking import Chooser
from workbench.tui.drawing import Line, wrapped
from workbench.tui.options import Option
from workbench.tui.passages import draw
from workbench.tui.screens.coding_context import Context
from workbench.words import say

# Who moves on at once is not shown what was passed.
_REST_SECONDS = 0.12
_QUOTES, _SHORT = 3, 90

Fill = Callable[[int], list[Line]]


class Glancing(Context):
    """Shows the code one stands on while a list of codes is asked about."""

    _glanced: int = 0
    _glance: asyncio.TimerHandle | None = None

    def on_chooser_standing(self, event: Chooser.Standing) -> None:
        """Another option is in hand."""
        event.stop()
        self._glance_off()
        code = self._code_of(event.option)
        wanted = code.id if code else 0
        if wanted != self._glanced:
            self._glance = asyncio.get_running_loop().call_later(_REST_SECONDS, self._glance_at, wanted)

    def _code_of(self, option: Option | None) -> Code | None:
        """Return the code an option stands for; options about other things have other names."""
        if option is None or not isinstance(option.value, int):
            return None
        code = self.codebook.by_id.get(option.value)
        return code if code and code.name == option.label else None

    def _glance_off(self) -> None:
        if self._glance is not None:
            self._glance.cancel()
            self._glance = None

    def _glance_at(self, code_id: int) -> None:
        self._glance = None
        if not (self.asking and self.is_attached):
            return
        before, self._glanced = self._glanced, code_id
        if self.has_class("narrow"):
            self.tell(self._in_a_row(code_id) if code_id else "")
        elif code_id:
            self.show_context()
        elif before:
            self.show_context_anew()

    def renew(self) -> None:
        """Renew title row and key row; after the answer the pane is the caret's again."""
        super().renew()
        if not self.asking and (self._glance or self._glanced):
            self._glance_off()
            if self._glanced:
                self._glanced = 0
                self.tell("")
                self.show_context_anew()

    def show_context(self) -> None:
        """Show the code in hand while one chooses, else what the caret stands on."""
        code = self.codebook.by_id.get(self._glanced) if self._glanced and self.asking else None
        if code is None or self.has_class("narrow"):
            super().show_context()
        elif self._context_of != ("glance", code.id):
            self._context_of = "glance", code.id
            self.context.show(self._all_of(code))

    def _all_of(self, code: Code) -> Fill:
        quotes = pages.page(self.study, [code.id], limit=_QUOTES)
        count = sum(pages.said_by(self.study, [code.id]).values()) if len(quotes) == _QUOTES else len(quotes)
        path = " ▸ ".join(self.codebook.path(code.id)[:-1])

        use, against = (
            f"{say(key)}: {words}" if words else ""
            for key, words in (("glance.when", code.when), ("glance.not", code.when_not))
        )
        brief = code.brief or code.definition
        rest = [words for words in (code.definition if code.definition != brief else "", use, against) if words]

        def lines_of(width: int) -> list[Line]:
            # What may be cut off at the end is what one needs least in passing.
            lines: list[Line] = [[("▌", code.colour), (code.name, "strong"), (f"  {path}" if path else "", "dim")]]
            lines += wrapped(brief, width) if brief else wrapped(say("glance.undefined"), width, "dim")
            lines += [[], [(say("peek.count", count=count), "title")]]
            for one in quotes:
                lines += [*draw(one, width), []]
            for words in rest:
                lines += wrapped(words, width, "dim")
            return lines

        return lines_of

    def _in_a_row(self, code_id: int) -> str:
        code, quotes = self.codebook.get(code_id), pages.page(self.study, [code_id], limit=1)
        meaning = code.brief or code.definition or say("glance.undefined")
        words = "".join(f"  «{shorten(' '.join(one.words.split()), _SHORT)}» ({one.transcript})" for one in quotes)
        return f"{meaning}{words}"
