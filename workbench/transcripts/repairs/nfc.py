"""Text that is not NFC: short stretches, each with its composed form (Unicode Standard Annex 15).

The stretches begin at characters below U+0080, none of which ever composes with what stands before it, so their
forms put together are the form of the whole.
"""

import re
import unicodedata

from workbench.study.repairs import Repair, RepairKind

_STRETCH = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


def find(original: str) -> list[Repair]:
    """Return a sure repair for each stretch that is not NFC."""
    if unicodedata.is_normalized("NFC", original):
        return []
    repairs: list[Repair] = []
    for hit in _STRETCH.finditer(original):
        written = hit.group()
        composed = unicodedata.normalize("NFC", written)
        if composed != written:
            repairs.append(_narrowed(hit.start(), written, composed))
    return repairs


def _narrowed(start: int, written: str, composed: str) -> Repair:
    """Leave out what is the same on both sides, but never all of either."""
    least = min(len(written), len(composed)) - 1
    head = 0
    while head < least and written[head] == composed[head]:
        head += 1
    tail = 0
    while tail < least - head and written[-1 - tail] == composed[-1 - tail]:
        tail += 1
    after = composed[head : len(composed) - tail]
    return Repair(start + head, start + len(written) - tail, after, RepairKind.NFC, True)
