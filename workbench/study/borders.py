"""Where a passage begins and ends in the new text, and how sure that is."""

from dataclasses import dataclass
from enum import IntEnum

from workbench.study.alignment import Alignment, Kind, is_word
from workbench.study.spans import Span

_SHORT = 3


class How(IntEnum):
    """How sure a border is."""

    SURE = 0
    CUT = 1
    """The words at the border are gone; it stands at the next that is left."""
    UNSURE = 2


@dataclass(frozen=True, slots=True)
class Border:
    """The outermost new word of a passage, the border's code point, and how sure it is."""

    word: int
    offset: int
    how: How


Often = frozenset[tuple[str, str]]


def border(found: Alignment, often: Often, span: Span, touched: tuple[int, int], *, end: bool) -> Border | None:
    """Return the new place of a passage's beginning (or `end`); None when no word of it is left.

    `touched` are the first and last old word of the passage. The outermost word tells: signs follow it.
    """
    order = range(touched[1], touched[0] - 1, -1) if end else range(touched[0], touched[1] + 1)
    words = [at for at in order if is_word(found.old.words[at])] or list(order)
    edge = words[0]
    held = next((at for at in words if found.places[at] >= 0), None)
    if held is None:
        return None
    place = found.places[held]
    slide = found.slide_at(edge)
    if slide is not None:
        low, high = slide.stops(edge) if end else slide.starts(edge)
        if low != high or not 0 <= low < len(found.new):
            return _at(found, place, How.UNSURE, end)
        return _with_signs(found, span, order, edge, low, end)
    if held != edge:
        came = _whole_gap(found, edge, held)
        how, place = (How.CUT, place) if came is None else (How.UNSURE, came)
        return _at(found, _signs_left(found, order, place, end), how, end)
    how = _how(found, often, held)
    inside = span.end - found.old.ends[held] if end else found.old.starts[held] - span.start
    if inside < 0:
        return _inside(found, held, -inside, how, end)
    outer = _with_signs(found, span, order, edge, place, end)
    return Border(outer.word, outer.offset, how)


def _at(found: Alignment, place: int, how: How, end: bool) -> Border:
    return Border(place, found.new.ends[place] if end else found.new.starts[place], how)


def _how(found: Alignment, often: Often, at: int) -> How:
    """A word replaced by another is followed when the same was done elsewhere; a sign by another always."""
    if at in found.doubtful:
        return How.UNSURE
    if found.kinds[at] is not Kind.REPLACED:
        return How.SURE
    pair = (found.old.words[at], found.new.words[found.places[at]])
    return How.SURE if pair in often or not is_word(pair[0]) else How.UNSURE


def _inside(found: Alignment, held: int, beyond: int, how: How, end: bool) -> Border:
    """Place a border that stands within a word, `beyond` characters from its outer edge."""
    word, place = found.old.words[held], found.places[held]
    now, start, stop = found.new.words[place], found.new.starts[place], found.new.ends[place]
    outer, inner = (word[-beyond:], word[:-beyond]) if end else (word[:beyond], word[beyond:])
    if end and now.startswith(inner):
        return Border(place, start + len(inner), how)
    if end and now.endswith(outer) and len(now) > beyond:
        return Border(place, stop - beyond, how)
    if not end and now.endswith(inner):
        return Border(place, stop - len(inner), how)
    if not end and now.startswith(outer) and len(now) > beyond:
        return Border(place, start + beyond, how)
    return _at(found, place, How.UNSURE, end)


def _with_signs(found: Alignment, span: Span, order: range, edge: int, place: int, end: bool) -> Border:
    """Take in the signs (and the white space) outside of the outermost word that are still there."""
    old, new, step = found.old, found.new, 1 if end else -1
    outermost = order[0]
    for at in range(edge + step, outermost + step, step):
        here = place + step
        if not 0 <= here < len(new) or is_word(new.words[here]):
            return _at(found, place, How.SURE, end)
        if found.places[at] != here and old.words[at] != new.words[here]:
            return _at(found, place, How.SURE, end)
        place = here
    if end:
        tail = old.text[old.ends[outermost] : span.end]
        extra = len(tail) if tail and new.text.startswith(tail, new.ends[place]) else 0
        return Border(place, new.ends[place] + extra, How.SURE)
    lead = old.text[span.start : old.starts[outermost]]
    extra = len(lead) if lead and new.text.endswith(lead, 0, new.starts[place]) else 0
    return Border(place, new.starts[place] - extra, How.SURE)


def _signs_left(found: Alignment, order: range, place: int, end: bool) -> int:
    """Return the outermost of the passage's signs that stand directly outside of its outermost word that is left."""
    signs = {found.places[at] for at in order if not is_word(found.old.words[at])}
    step = 1 if end else -1
    while place + step >= 0 and place + step in signs:
        place += step
    return place


def _whole_gap(found: Alignment, edge: int, held: int) -> int | None:
    """Return the outermost new word when the words before `held` are the whole of a short replaced stretch."""
    step = 1 if held > edge else -1
    if abs(held - edge) > _SHORT:
        return None
    beside = edge - step
    outside = -1 if step > 0 else len(found.new)
    before = found.places[beside] if 0 <= beside < len(found.old) else outside
    if before < 0 and beside >= 0:
        return None
    came = abs(found.places[held] - before) - 1
    return before + step if 0 < came <= _SHORT + 1 else None
