"""Text folded for comparing: case, blanks, dashes and invisible characters aside, with the way back to its offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Soft hyphen, zero-width signs and the byte order mark: invisible, and enough to hide a name from a search.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SAME = (
    {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2212"}
    | {ord(sign): "'" for sign in "\u2018\u2019\u02bc\u00b4"}
    | {ord(sign): " " for sign in "\t\n\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"}
    | {code: " " for code in range(0x2000, 0x200B)}
)
_UNEVEN = re.compile(rf"[{INVISIBLE}]|\s\s")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded `text`; `origins[i]` is the offset in the source of the character that `text[i]` comes from."""

    text: str
    origins: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets (end exclusive) of the folded characters `start`–`end`."""
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    """Return `text` in one case, with single blanks, one kind of dash and apostrophe, and nothing invisible."""
    if not _UNEVEN.search(text):
        even = text.casefold()
        # Every character folds to at least one, so equal lengths mean one for one.
        if len(even) == len(text):
            return Folded(even.translate(_SAME), range(len(text)))
    return _fold_slowly(text)


def _fold_slowly(text: str) -> Folded:
    signs: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        if character in INVISIBLE:
            continue
        for sign in character.casefold().translate(_SAME):
            if sign == " " and signs and signs[-1] == " ":
                continue
            signs.append(sign)
            origins.append(offset)
    return Folded("".join(signs), origins)


def plain_signs(text: str) -> str:
    """Return `text` with its case kept, otherwise folded (single blanks, no invisible characters)."""
    visible = "".join(character for character in text if character not in INVISIBLE).translate(_SAME)
    return " ".join(visible.split())
