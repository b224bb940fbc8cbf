"""What a word is when texts are searched: the same for the index, for what is typed and for what is marked.

A word is a run of Unicode letters and digits in one case. å, ø, æ and every other letter with a mark stay letters of
their own. Signs that cannot be seen (a soft hyphen, a zero-width joiner) do not cut a word. SQLite's FTS5 tokenizer
`unicode61 remove_diacritics 0` takes every such word as one word and leaves it as it is, which the tests prove.
"""

import re

from workbench.study.folding import INVISIBLE

# Accents that no letter is composed with (а́) and that FTS5 reads as part of a word.
_MARKS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
# Vowel signs of two scripts that Python takes for letters and FTS5 does not.
_NO_LETTERS = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
# Small letters that are one letter to a reader: the long s, the Greek letters' other forms.
_SAME = str.maketrans("ſϐϵϑ\u1fbeϰµϖϱςϕẛ", "sβεθικμπρσφṡ")
_LETTER = rf"[^\W_{_NO_LETTERS}]"
WORD = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}]|[{INVISIBLE}]+(?={_LETTER}))*"
_WORD = re.compile(WORD)
_PLAIN = re.compile(r"[^\W_]+")
_ODD = re.compile(rf"[{_MARKS}{_NO_LETTERS}{INVISIBLE}İſϐϵϑ\u1fbeϰµϖϱςϕẛ]")
_UNSEEN = re.compile(f"[{INVISIBLE}]+")


def fold_word(word: str) -> str:
    """Return a word in small letters, without signs that cannot be seen."""
    return _UNSEEN.sub("", word).lower().translate(_SAME)


def words(text: str) -> list[str]:
    """Return the folded words of an NFC text, in order."""
    low = text.lower()
    if _ODD.search(low) or _ODD.search(text):
        return [fold_word(found) for found in _WORD.findall(text)]
    return _PLAIN.findall(low)


def placed(text: str) -> list[tuple[int, int]]:
    """Return where the words of an NFC text stand (code points, end exclusive); as many as `words`, in order."""
    pattern = _WORD if _ODD.search(text) else _PLAIN
    return [hit.span() for hit in pattern.finditer(text)]


def indexed(text: str) -> str:
    """Return what a full-text index is given for `text`: its folded words, one blank between."""
    return " ".join(words(text))
