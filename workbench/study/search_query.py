"""The search language: what a researcher types, read into a tree.

    miljø                  the word and, from four letters on, words that hold it (arbeidsmiljøet)
    "tydelig ledelse"      these words in this order; =miljø or "miljø": this word only
    miljø* *miljø *miljø*  words that begin with it, end with it, hold it
    a b, a AND b, a OR b, NOT a, -a, ( )     also OG, ELLER, IKKE; operators in capitals
    NEAR(a b, 5), a NEAR/5 b                 at most five words between; also NÆR
    /e[nt] jobb/           a regular expression, case aside
    in:P01 who:P07 hvem:P07 speaker:interviewer taler:participant    transcript, participant, who speaks
    code:trivsel kode:trivsel theme:ro tema:ro coder:Ane koder:Ane   codes count with all below them
    is:coded is:uncoded er:kodet er:ukodet
    since:2026-11 until:22.11.2026 since:"forrige uke"    also siden: fra: til:, as study.periods understands days;
                           the date of the session, else the day on which the transcript was added
    kjønn:kvinne kommune:"Øvre Li"   any other name is an attribute of the participant who speaks

AND binds tighter than OR. Case is put aside; å, ø and æ are letters of their own. What is half typed is understood as
far as it goes and remarked on.
"""

from dataclasses import dataclass, field
from datetime import date

from workbench.errors import StudyError
from workbench.study.search_lexer import Lexer, Piece
from workbench.study.search_tree import (
    And,
    Field,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    Term,
    Wild,
    joined,
    leaves,
    negated,
    printed,
    without_filters,
)
from workbench.study.text import canonical

__all__ = [
    "And", "Field", "Filter", "Near", "Node", "Not", "Or", "Phrase", "Query", "Regex", "Term", "Wild",
    "leaves", "parse", "printed", "without_filters",
]  # fmt: skip

MAX_LENGTH = 2000
_DEEPEST = 12  # SQLite's full-text parser of 2022 has room for no more


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. `tree` is None when nothing is.

    `parts`: plain words of four letters and more also find the words that hold them. `stems`: plain words also find
    the other forms of the word. `remarks` are gentle English sentences on what was half typed.
    """

    tree: Node | None
    parts: bool = True
    stems: bool = False
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def has_words(self) -> bool:
        """Whether it asks for words, not only for conditions."""
        return self.tree is not None and any(
            wanted and not isinstance(leaf, Filter) for leaf, wanted in leaves(self.tree)
        )

    @property
    def has_regex(self) -> bool:
        """Whether a regular expression is in it."""
        return self.tree is not None and any(isinstance(leaf, Regex) for leaf, _ in leaves(self.tree))


def parse(text: str, *, parts: bool = True, stems: bool = False, today: date | None = None) -> Query:
    """Return what `text` asks for, with remarks on what was half typed; `today` is for `since:"last week"`.

    Raises:
        StudyError: nothing sensible is left: a broken regular expression, or only words that are not wanted.
    """
    clean = canonical(text).text.strip()
    lexer = Lexer(clean[:MAX_LENGTH], today or date.today())
    reader = _Reader(lexer.pieces())
    tree = reader.whole()
    remarks = [*lexer.remarks, *reader.remarks]
    if len(clean) > MAX_LENGTH:
        remarks.append(f"Only the first {MAX_LENGTH} characters are searched for.")
    if tree is not None and not any(wanted or isinstance(leaf, Filter) for leaf, wanted in leaves(tree)):
        raise StudyError("This search says only what is not wanted; add a word or a filter such as who:P07.")
    return Query(tree, parts, stems, tuple(dict.fromkeys(remarks)))


class _Reader:
    """Reads pieces by recursive descent: OR over AND over NOT over NEAR over operands."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._depth = 0
        self.remarks: list[str] = []

    def whole(self) -> Node | None:
        found: list[Node] = []
        while self._at < len(self._pieces):
            node = self._either()
            if node is not None:
                found.append(node)
            if self._kind() == ")":
                self._at += 1
                self._remark("A parenthesis is closed that was not opened.")
        return joined(And, found)

    def _kind(self) -> str:
        return self._pieces[self._at].kind if self._at < len(self._pieces) else ""

    def _remark(self, sentence: str) -> None:
        self.remarks.append(sentence)

    def _either(self) -> Node | None:
        found: list[Node] = []
        while True:
            node = self._all()
            if node is not None:
                found.append(node)
            if self._kind() != "OR":
                return joined(Or, found)
            self._at += 1
            if node is None or self._kind() in ("", ")"):
                self._remark("OR waits for a word on each side.")

    def _all(self) -> Node | None:
        found: list[Node] = []
        while self._kind() not in ("", ")", "OR"):
            if self._kind() == "AND":
                self._at += 1
                if not found or self._kind() in ("", ")", "OR", "AND"):
                    self._remark("AND waits for a word on each side.")
                continue
            node = self._perhaps_not()
            if node is not None:
                found.append(node)
        return joined(And, found)

    def _perhaps_not(self) -> Node | None:
        turned = False
        while self._kind() == "NOT":
            self._at += 1
            turned = not turned
        if self._kind() in ("", ")", "AND", "OR"):
            self._remark("NOT waits for a word.")
            return None
        node = self._near()
        return negated(node) if turned and node is not None else node

    def _near(self) -> Node | None:
        if self._kind() == "NEAR":
            self._at += 1
            self._remark("NEAR waits for a word on each side.")
            return None
        left = self._operand()
        found: list[Node] = [] if left is None else [left]
        while self._kind() == "NEAR":
            distance = self._pieces[self._at].distance
            self._at += 1
            right = self._operand() if self._kind() in ("operand", "(") else None
            if right is None:
                self._remark("NEAR waits for a word on each side.")
            elif isinstance(left, Term | Phrase | Wild) and isinstance(right, Term | Phrase | Wild):
                pair = Near((left, right), distance)
                found[-1:] = [pair] if found[-1:] == [left] else [*found[-1:], pair]
            else:
                self._remark("NEAR takes only words and phrases; here it is read as AND.")
                found.append(right)
            left = right if right is not None else left
        return joined(And, found)

    def _operand(self) -> Node | None:
        piece = self._pieces[self._at]
        self._at += 1
        if piece.kind != "(":
            return piece.operand
        if self._depth >= _DEEPEST:
            self._remark("Parentheses this deep are left out.")
            return None
        self._depth += 1
        node = self._either()
        self._depth -= 1
        if self._kind() == ")":
            self._at += 1
        else:
            self._remark("A parenthesis is not closed.")
        return node
