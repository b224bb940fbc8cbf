"""Making repairs in a text of the study, and taking them back: each alone, the original is never touched."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace as with_

from workbench.acts.carry_over import Tally
from workbench.acts.next_text import edited
from workbench.errors import StudyError
from workbench.store.lookups import originals as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.originals import StoredRepair
from workbench.store.study_file import StudyFile
from workbench.study.repairs import Repair, RepairState
from workbench.study.spans import Span
from workbench.study.text import canonical
from workbench.study.text_map import TextMap, apply
from workbench.study.transcripts import Transcript, Turn

_MADE = RepairState.MADE


def decide(study: StudyFile, transcript_id: int, repair_ids: Collection[int], *, made: bool) -> Tally | None:
    """Make these repairs in the present text, or take them back; return how the codings fared.

    A proposal that is turned down changes no text (None). Everything on the text follows; nothing is guessed.

    Raises:
        StudyError: the text has no original, a repair is of another text, stands so already, or its words have been
            edited since.
    """
    old = transcript_lookup.load(study, transcript_id)
    original = lookup.original(study, transcript_id)
    known = {one.id: one for one in lookup.repairs(study, transcript_id)}
    if original is None or not set(repair_ids) <= set(known):
        raise StudyError(f"These repairs are not of the present text of {old.name}.")
    chosen = sorted((known[one] for one in repair_ids), key=lambda one: one.repair.start)
    if not chosen:
        raise StudyError("Choose at least one repair.")
    wanted = _MADE if made else RepairState.REJECTED
    if any(one.state is wanted for one in chosen):
        raise StudyError("This repair stands so already." if len(chosen) == 1 else "Some of these stand so already.")
    verb = "repair.make" if made else "repair.take_back"
    detail = {"name": old.name, "count": str(len(chosen))}
    if not made and all(one.state is RepairState.PROPOSED for one in chosen):
        with study.writing("repair.turn_down", detail) as writer:
            for one in chosen:
                writer.update("repair", one.id, {"state": wanted.value})
        return None
    edits = [_edit(old, original, one, made=made) for one in chosen if made or one.state is _MADE]
    places = TextMap.of_edits(len(old.text), edits)
    body = apply(old.text, edits)
    turns = _turns(old, body, places)
    first, last = edits[0][0], edits[-1][1]
    window = _whole_words(old.text, first, last), _whole_words(body, *_after(places, first, last))
    with study.together(verb, detail):
        tally = edited(study, old, body, lambda _: turns, (verb, detail), window, places)
        with study.writing(verb, detail) as writer:
            for one in chosen:
                writer.update("repair", one.id, {"state": wanted.value})
    return tally


def possible(study: StudyFile, transcript_id: int, repair_ids: Collection[int], *, made: bool) -> list[int]:
    """Return those repairs that can be made (or taken back): they do not stand so, and their words are as they were."""
    old, original = transcript_lookup.load(study, transcript_id), lookup.original(study, transcript_id)
    wanted, found = _MADE if made else RepairState.REJECTED, list[int]()
    for one in lookup.repairs(study, transcript_id) if original is not None else ():
        if original is not None and one.id in repair_ids and one.state is not wanted:
            with suppress(StudyError):
                if made or one.state is _MADE:
                    _edit(old, original, one, made=made)
                found.append(one.id)
    return found


def _edit(old: Transcript, original: lookup.StoredOriginal, one: StoredRepair, *, made: bool) -> tuple[int, int, str]:
    """Return the edit of the present text that makes a repair or takes it back."""
    repair, kept = one.repair, original.kept
    start, end = kept.stands(repair.start, repair.end)
    now, then = (original.text[repair.start : repair.end], repair.after) if made else (
        repair.after, original.text[repair.start : repair.end])  # fmt: skip
    same = canonical(old.text[start:end]).text.split() == canonical(now).text.split()
    if not same or not _stands_by_its_words(original, repair):
        raise StudyError(
            f"The words of this repair in {old.name} have been edited since; edit the turn by hand instead."
        )
    if old.turn_at(start) is not old.turn_at(max(start, end - 1)):
        raise StudyError("This repair goes over two turns; edit them by hand instead.")
    return start, end, canonical(then).text


def _stands_by_its_words(original: lookup.StoredOriginal, repair: Repair) -> bool:
    """Tell whether the sign before a repair or the one after it is still there; where nothing stands, nothing tells."""
    text, before, after = original.text, repair.start - 1, repair.end
    while before >= 0 and text[before].isspace():
        before -= 1
    while after < len(text) and text[after].isspace():
        after += 1
    return (before >= 0 and original.kept.keeps(before)) or (after < len(text) and original.kept.keeps(after))


def _after(places: TextMap, start: int, end: int) -> tuple[int, int]:
    """Return where the edits, from `start` to `end` of the old text, stand in the new one."""
    low = places.to_new(start - 1) + 1 if start else 0
    return low, max(low, places.to_new(end) if end < places.old_length else places.new_length)


def _whole_words(text: str, start: int, end: int) -> Span | None:
    """Return the words that a stretch touches, whole."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end) if end > start else None


def _turns(old: Transcript, body: str, places: TextMap) -> list[Turn]:
    """Return the turns in the new text; the repairs lie within them."""
    turns: list[Turn] = []
    for turn in old.turns:
        span = places.span_to_new(Span(turn.start, turn.end)) if turn.end > turn.start else None
        start = span.start if span else places.to_new(turn.start)
        turns.append(with_(turn, start=start, end=span.end if span else start))
    ends = [0, *(edge for turn in turns for edge in (turn.start, turn.end)), len(body)]
    between = [body[low:high] for low, high in zip(ends[::2], ends[1::2], strict=True)]
    if any(words.strip() for words in between) or len(turns) != len({turn.start for turn in turns}):
        raise StudyError(f"This repair stands at the border of a turn of {old.name}; edit the turn by hand instead.")
    return turns
