"""What is typed into the search line, cut into pieces; what is half typed is taken as far as it goes."""

import re
import warnings
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.errors import StudyError
from workbench.study.periods import days
from workbench.study.search_tree import DEFAULT_NEAR, Field, Filter, Near, Phrase, Regex, Term, Wild
from workbench.study.search_words import WORD, fold_word, words

Operand = Term | Phrase | Wild | Regex | Near | Filter

_QUOTES = {'"': '"', "«": "»", "“": "”", "”": "”", "„": "“”", "»": "»«"}
OPERATORS = {"AND": "AND", "OG": "AND", "OR": "OR", "ELLER": "OR", "NOT": "NOT", "IKKE": "NOT"}
_FIELDS = {
    "in": Field.TRANSCRIPT, "i": Field.TRANSCRIPT, "who": Field.PARTICIPANT, "hvem": Field.PARTICIPANT,
    "speaker": Field.SPEAKER, "taler": Field.SPEAKER, "code": Field.CODE, "kode": Field.CODE,
    "theme": Field.THEME, "tema": Field.THEME, "coder": Field.CODER, "koder": Field.CODER,
    "is": Field.IS, "er": Field.IS, "since": Field.SINCE, "siden": Field.SINCE, "fra": Field.SINCE,
    "until": Field.UNTIL, "til": Field.UNTIL,
}  # fmt: skip
_STATES = {"coded": "coded", "kodet": "coded", "uncoded": "uncoded", "ukodet": "uncoded"}
_BARE = re.compile(r"[^\s()\"«»“”„]+")
_FILTER = re.compile(r"([^\W\d_][\w\u0300-\u036f-]*):(?!//)")
_NEAR_GROUP = re.compile(r"(?:NEAR|NÆR)\(")
_NEAR_BETWEEN = re.compile(r"(?:NEAR|NÆR)/(\d{0,9})")
_NEAR_DISTANCE = re.compile(r",\s*(\d{0,9})\s*$")
_REGEX = re.compile(r"/((?:[^\\/]|\\.|/(?![\s)]|$))*)/(?=[\s)]|$)", re.DOTALL)
_STARRED = re.compile(rf"(?:\*|{WORD})+")
_FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: `kind` is `(`, `)`, AND, OR, NOT, NEAR (with `distance`) or `operand`."""

    kind: str
    operand: Operand | None = None
    distance: int = 0


class Lexer:
    """Cuts one text into pieces and gathers what should be remarked on."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self.remarks: list[str] = []

    def pieces(self) -> list[Piece]:
        """Return the pieces in order.

        Raises:
            StudyError: a closed regular expression is broken.
        """
        found: list[Piece] = []
        while self._at < len(self._text):
            if self._text[self._at].isspace():
                self._at += 1
                continue
            piece = self._next()
            if piece is not None:
                found.append(piece)
        return found

    def _next(self) -> Piece | None:
        sign = self._text[self._at]
        if sign in "()":
            self._at += 1
            return Piece(sign)
        if sign in "-−" and self._negates():
            self._at += 1
            return Piece("NOT")
        if sign == "/":
            return self._operand(self._regex())
        if sign == "=":
            self._at += 1
            return self._operand(self._exact())
        if sign in _QUOTES:
            return self._operand(quoted(self._quoted()))
        return self._chunk()

    def _negates(self) -> bool:
        following = self._text[self._at + 1 : self._at + 2]
        return bool(following) and (following in '("«“”„=/*' or bool(words(following)))

    @staticmethod
    def _operand(operand: Operand | None) -> Piece | None:
        return None if operand is None else Piece("operand", operand)

    def _chunk(self) -> Piece | None:
        group = _NEAR_GROUP.match(self._text, self._at)
        if group:
            self._at = group.end()
            return self._operand(self._near())
        named = _FILTER.match(self._text, self._at)
        if named:
            self._at = named.end()
            return self._operand(self._filter(named[1].lower()))
        chunk = self._bare()
        between = _NEAR_BETWEEN.fullmatch(chunk)
        if between:
            return Piece("NEAR", distance=_distance(between[1]))
        if chunk in OPERATORS:
            return Piece(OPERATORS[chunk])
        if chunk in ("NEAR", "NÆR"):
            self.remarks.append("NEAR is written NEAR(a b, 5) or a NEAR/5 b.")
            return None
        return self._operand(self._words(chunk))

    def _bare(self) -> str:
        hit = _BARE.match(self._text, self._at)
        self._at = hit.end() if hit else self._at + 1
        return hit.group() if hit else ""

    def _quoted(self) -> str:
        """Read what stands in quotes from here; a doubled sign stands for itself."""
        closing = _QUOTES[self._text[self._at]]
        self._at += 1
        signs: list[str] = []
        while self._at < len(self._text):
            sign = self._text[self._at]
            self._at += 1
            if sign in closing:
                if sign != '"' or self._text[self._at : self._at + 1] != '"':
                    return "".join(signs)
                self._at += 1
            signs.append(sign)
        self.remarks.append("The quotation mark is not closed; the rest is taken as quoted.")
        return "".join(signs)

    def _exact(self) -> Operand | None:
        """Read `=ord`: this word and no other."""
        if self._at < len(self._text) and self._text[self._at] in _QUOTES:
            return quoted(self._quoted())
        found = self._words(self._bare())
        return Term(found.text, exact=True) if isinstance(found, Term) else found

    def _words(self, chunk: str) -> Term | Phrase | Wild | None:
        if "*" in chunk:
            return self._starred(chunk)
        found = words(chunk)
        if len(found) > 1:
            return Phrase(tuple(found))
        return Term(found[0]) if found else None

    def _starred(self, chunk: str) -> Term | Phrase | Wild | None:
        pieces = [fold_word(one) for one in _STARRED.findall(chunk) if one.strip("*")]
        if not pieces:
            self.remarks.append("An asterisk stands for letters beside others, as in ord* or *ord*.")
            return None
        if len(pieces) == 1:
            return Wild(re.sub(r"\*+", "*", pieces[0])) if "*" in pieces[0] else Term(pieces[0])
        if any("*" in one.rstrip("*") for one in pieces) or any("*" in one for one in pieces[:-1]):
            self.remarks.append("In several words an asterisk counts only after the last.")
        found = [word for one in pieces for word in words(one.replace("*", " "))]
        return Phrase(tuple(found), prefix=pieces[-1].endswith("*"))

    def _regex(self) -> Regex | None:
        closed = _REGEX.match(self._text, self._at)
        pattern = closed[1] if closed else None
        if closed:
            self._at = closed.end()
            pattern = _slashes_bare(self._text[closed.start() + 1 : closed.end() - 1])
        else:
            pattern = _slashes_bare(self._text[self._at + 1 :])
            self._at = len(self._text)
            self.remarks.append("The regular expression is not closed by a slash.")
        if not pattern.strip():
            return None
        wrong = broken(pattern)
        if wrong and closed:
            raise StudyError(f"The regular expression /{pattern[:60]}/ is broken ({wrong}).")
        return None if wrong else Regex(pattern)

    def _filter(self, name: str) -> Filter | None:
        if self._at < len(self._text) and self._text[self._at] in _QUOTES:
            value = self._quoted()
        else:
            value = self._bare() if self._text[self._at : self._at + 1].strip(" \t\n()") else ""
        value = " ".join(value.split())
        field = _FIELDS.get(name, Field.ATTRIBUTE)
        if not value:
            self.remarks.append(f"{name}: waits for a value.")
            return None
        if field is Field.IS:
            return self._state(value)
        if field in (Field.SINCE, Field.UNTIL):
            return self._date(field, value)
        return Filter(field, value, name if field is Field.ATTRIBUTE else "")

    def _state(self, value: str) -> Filter | None:
        state = _STATES.get(value.casefold())
        if state is None:
            self.remarks.append(f"is: knows coded and uncoded, not «{value}».")
            return None
        return Filter(Field.IS, state)

    def _date(self, field: Field, value: str) -> Filter | None:
        try:
            first, after = days(value, self._today)
        except StudyError as error:
            self.remarks.append(str(error))
            return None
        day = first if field is Field.SINCE else after - timedelta(days=1)
        return Filter(field, day.isoformat())

    def _near(self) -> Operand | None:
        """Read the inside of NEAR( … )."""
        inside = self._up_to_parenthesis()
        distance = _NEAR_DISTANCE.search(inside)
        inner = Lexer(inside[: distance.start()] if distance else inside, self._today)
        items: list[Term | Phrase | Wild] = []
        for piece in inner.pieces():
            if isinstance(piece.operand, Term | Phrase | Wild):
                items.append(piece.operand)
            else:
                self.remarks.append("NEAR takes only words and phrases; the rest of it is left out.")
        self.remarks.extend(inner.remarks)
        if len(items) < 2:
            self.remarks.append("NEAR waits for two words.")
            return items[0] if items else None
        return Near(tuple(items), _distance(distance[1] if distance else ""))

    def _up_to_parenthesis(self) -> str:
        start = self._at
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign == ")":
                self._at += 1
                return self._text[start : self._at - 1]
            if sign in _QUOTES:
                self._quoted()
            else:
                self._at += 1
        self.remarks.append("A parenthesis is not closed.")
        return self._text[start:]


def quoted(content: str) -> Term | Phrase | Wild | None:
    """Return what a quoted text asks for: exactly these words, of which the last may end in an asterisk."""
    found = words(content)
    if not found:
        return None
    prefix = content.rstrip().endswith("*") and bool(words(content.rstrip().rstrip("*")[-1:]))
    if len(found) == 1:
        return Wild(found[0] + "*") if prefix else Term(found[0], exact=True)
    return Phrase(tuple(found), prefix)


def broken(pattern: str) -> str:
    """Return what is wrong with a regular expression, or the empty string."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(pattern, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError, MemoryError) as error:
            return str(error)
    return ""


def _distance(digits: str) -> int:
    return min(int(digits), _FARTHEST) if digits else DEFAULT_NEAR


def _slashes_bare(pattern: str) -> str:
    return re.sub(r"\\(.)", lambda hit: "/" if hit[1] == "/" else hit[0], pattern, flags=re.DOTALL)
