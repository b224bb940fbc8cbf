"""An original as the finders see it: its lines, which of them go together, its words, whether it is broken for width.

Whether a file's lines are broken for their width is read off the lines: where a line goes on in lower case, the line
before it must be about as wide as lines get here (the next word would not have fit). Documents of one paragraph a
line, captions, and talk noted down in short lines fail that, so a hyphen at their line ends is the transcriber's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from workbench.transcripts.lines import Block
from workbench.transcripts.repairs.spans import LineSpan

LAYOUT_HYPHENS = "\u00ad\x02\u2402\ufffe"
"""Signs for a hyphen that the layout set: the soft hyphen, and how PDF readers mark one."""
HYPHENS = "-\u2010\u2011" + LAYOUT_HYPHENS
"""Signs a break may be written with."""

_ENDS = '.!?…:;»”")]}'
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"\s*(?:\[?\d[\d:.,]*\]?\s+)?[^\W_][^:\n]{0,40}:(?:\s|$)|\s*[A-ZÆØÅ][^:\t\n]{0,30}\t|\s*[–—-]\s")
_FIRST_WORD = re.compile(r"[\w-]+")
_NARROWEST, _WIDEST, _FEW = 22, 150, 4


class Broken(Enum):
    """Whether the lines of a file are broken for their width."""

    NO = 0
    UNKNOWN = 1
    YES = 2


@dataclass(slots=True, frozen=True)
class Row:
    """A line with its text."""

    text: str
    span: LineSpan

    @property
    def start(self) -> int:
        """Where it begins in the original."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends in the original."""
        return self.span.end


@dataclass
class Sheet:
    """One original in NFC with its lines.

    `furniture` holds the lines found to be page numbers or heads (True: surely), `joined` the halves of the words
    that are put together without asking.
    """

    text: str
    spans: Sequence[LineSpan]
    captions: bool
    furniture: dict[int, bool] = field(default_factory=dict[int, bool])
    joined: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    @cached_property
    def rows(self) -> list[Row]:
        """The lines with their texts."""
        text = self.text
        return [Row(text[span.start : span.end], span) for span in self.spans]

    @cached_property
    def width(self) -> int:
        """How many characters wide a full line is (the ninth decile of the lines that hold more than a few words)."""
        lengths = sorted(
            span.end - span.start for span in self.spans if span.block is Block.WORDS and span.end - span.start > 12
        )
        return lengths[len(lengths) * 9 // 10] if lengths else 0

    @cached_property
    def broken(self) -> Broken:
        """Whether its lines are broken for their width."""
        if self.captions or not _NARROWEST <= self.width <= _WIDEST:
            return Broken.NO
        going_on = full = hyphened = 0
        for row, after in zip(self.rows, self.rows[1:], strict=False):
            if row.span.block is not after.span.block or not after.text[:1].islower() or not is_open(row.text):
                continue
            first = _FIRST_WORD.match(after.text)
            going_on += 1
            hyphened += row.text.rstrip()[-1:] in HYPHENS
            full += len(row.text) + (first.end() if first else 0) + 1 >= 0.8 * self.width
        # Ragged lines, but more than one goes on in small letters after a hyphen: worth a question each.
        no = Broken.UNKNOWN if hyphened > 1 else Broken.NO
        if going_on < _FEW:
            return Broken.UNKNOWN if full == going_on and going_on * 3 >= len(self.rows) else no
        return Broken.YES if full >= 0.75 * going_on and going_on * 12 >= len(self.rows) else no

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines say nothing, since (nearly) every line has one before it."""
        return sum(span.follows for span in self.spans) * 5 <= len(self.spans)

    def is_full(self, number: int) -> bool:
        """Tell whether a line is about as wide as lines get here."""
        return len(self.rows[number].text) >= 0.6 * self.width

    def after(self, number: int) -> tuple[int, bool] | None:
        """Return the line that goes on after this one, past furniture, and whether all that furniture is sure."""
        sure, next_one = True, number + 1
        while next_one in self.furniture:
            sure = sure and self.furniture[next_one]
            next_one += 1
        if next_one >= len(self.spans) or self.spans[next_one].block is not self.spans[number].block:
            return None
        return next_one, sure

    @cached_property
    def tokens(self) -> Counter[str]:
        """How often each stretch without blanks stands in it, lower case."""
        return Counter(self.text.lower().split())

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word (letters only, lower case) stands in it."""
        words: Counter[str] = Counter()
        for token, count in self.tokens.items():
            if token.isalpha():
                words[token] += count
            else:
                for word in _WORD.findall(token):
                    words[word] += count
        return words

    @cached_property
    def norwegian(self) -> bool:
        """Whether it is in Norwegian (or Danish) rather than in English, by its smallest words."""
        ours, theirs = (sum(self.words[word] for word in few) for few in (("og", "det", "som"), ("and", "it", "the")))
        return ours >= theirs

    @cached_property
    def vocabulary(self) -> list[str]:
        """Its different words, sorted."""
        return sorted(self.words)


def is_open(text: str) -> bool:
    """Tell whether a line's sentence goes on after it."""
    flat = text.rstrip()
    return bool(flat) and flat[-1] not in _ENDS


def is_labelled(text: str) -> bool:
    """Tell whether a line begins as a turn of talk does (a speaker's label, a dash)."""
    return bool(_LABEL.match(text))


def goes_on(text: str) -> bool:
    """Tell whether a line begins in the middle of a sentence."""
    return text.lstrip()[:1].islower()
