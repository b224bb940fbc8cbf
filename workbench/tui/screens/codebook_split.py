"""Splitting a code passage by passage, in the list of its passages."""

from collections.abc import Sequence

from workbench.acts.codebook_split import split
from workbench.study.codes import Code, Codebook, CodeStatus
from workbench.study.codings import CodedPassage
from workbench.tui.beside import Beside
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.options import Option
from workbench.tui.passages import draw
from workbench.words import say


class Splitting(Beside):
    """Commands `codebook.mark` and `codebook.split`; the passages are in `#passages`."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Codebook(())
        self._marked: set[int] = set()

    @property
    def quotes(self) -> Ledger:
        """The passages of the code in hand."""
        return self.query_one("#passages", Ledger)

    @property
    def code(self) -> Code | None:
        """The code in hand."""
        return None

    def option(self, code: Code) -> Option:
        """Return a code as a choice."""
        path = " ▸ ".join(self.book.path(code.id)[:-1])
        detail = code.brief or code.definition
        return Option(code.id, code.name, f"{path}  {detail}".strip(), f"{path} {detail}", code.colour, code.aliases)

    def draw_passage(self, item: CodedPassage, width: int) -> Sequence[Line]:
        """Draw a passage, with a sign before it when it is marked."""
        first, *rest = draw(item, width)
        return [[("✓ ", "good"), *first], *rest] if item.coding.id in self._marked else [first, *rest]

    def unmark(self) -> None:
        """Let no passage be marked."""
        self._marked.clear()

    def do_codebook_mark(self) -> None:
        """Mark the passage for the split, or not any more, and go to the next."""
        one: CodedPassage = self.quotes.current
        self._marked ^= {one.coding.id}
        # The list keeps what it drew: given anew, it draws the sign.
        self.quotes.set_items(self.quotes.items, self.quotes.index)
        self.quotes.move(1)
        self.tell(say("codebook.marked", count=len(self._marked)) if self._marked else "", "dim")

    def do_codebook_split(self) -> None:
        """Choose the code that the marked passages get, or the one in hand when none is marked."""
        code, one = self.code, self.quotes.current
        assert code is not None
        there = {item.coding.id for item in self.quotes.items}
        chosen = sorted(self._marked & there) or [one.coding.id]
        options = [self.option(other) for other in self.book if _usable(other) and other.id != code.id]

        def decided(target: int | None, name: str) -> None:
            goal = name if target is None else target
            split(self.study, code.id, dict.fromkeys(chosen, goal))
            self.unmark()
            shown = name if target is None else self.book.get(target).name
            told = say("codebook.split.done", count=len(chosen), code=code.name, to=shown)
            self.tell(f"{told} {say('codebook.undo')}", "good")

        title = say("codebook.split", count=len(chosen), code=code.name)
        self.choose(title, options, decided, new=say("codebook.split.new"))


def _usable(code: Code) -> bool:
    return code.codable and code.status is CodeStatus.ACTIVE
