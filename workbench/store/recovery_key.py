"""The recovery key: random letters to print and keep, in groups that each tell when they are mistyped.

Nineteen consonants, so that no word comes about by chance and no letter is taken for a digit. As nineteen is a prime,
one check letter a group (a weighted sum modulo 19) finds every wrong letter, every two letters swapped, and every
group in another's place. Eight groups of four free letters are 136 bits: it needs no slow derivation.
"""

import secrets
import unicodedata

from workbench.errors import StoreError

LETTERS = "BCDFGHJKMNPQRSTVWXZ"
GROUPS = 8
_FREE = 4


def make() -> str:
    """Return a new recovery key, such as `BCDFG-…` (eight groups of five letters)."""
    return "-".join(_whole(place, [secrets.choice(LETTERS) for _ in range(_FREE)]) for place in range(GROUPS))


def read(typed: str) -> str:
    """Return a recovery key as it was made from one that was typed: blanks, hyphens and small letters do not matter.

    Raises:
        StoreError: it is not a recovery key, or the group named was mistyped.
    """
    letters = [one for one in unicodedata.normalize("NFKC", typed).upper() if one.isalnum()]
    strange = next((one for one in letters if one not in LETTERS), None)
    if strange is not None:
        raise StoreError(f"A recovery key has no «{strange}» in it; its letters are {LETTERS}. Type it again.")
    if len(letters) != GROUPS * (_FREE + 1):
        raise StoreError(
            f"A recovery key has {GROUPS} groups of {_FREE + 1} letters, {GROUPS * (_FREE + 1)} in all; "
            f"{len(letters)} were typed. Type it again."
        )
    groups = ["".join(letters[at : at + _FREE + 1]) for at in range(0, len(letters), _FREE + 1)]
    for place, group in enumerate(groups):
        if _whole(place, group[:_FREE]) != group:
            raise StoreError(f"Group {place + 1} of the recovery key ({group}) is mistyped; compare it and type again.")
    return "-".join(groups)


def _whole(place: int, free: "list[str] | str") -> str:
    """Return a group with its check letter; `place` (from 0) is in the sum, so that groups keep their order."""
    total = place + 1 + sum((at + 2) * LETTERS.index(letter) for at, letter in enumerate(free))
    return "".join(free) + LETTERS[total % len(LETTERS)]
