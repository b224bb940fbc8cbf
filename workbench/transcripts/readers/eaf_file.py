"""ELAN's `.eaf`: tiers of timed annotations, mostly one tier a speaker, which may overlap in time.

A tier of the top level is a speaker, called by its participant or else by its own name; its annotations are put in
order of time with those of the others. Tiers that hang on another one (translation, comment, words one by one) are
remarks on the annotation they refer to; top tiers named as comments are notes.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Cleaner, Draft, Line, Remark
from workbench.transcripts.readers.made_by import file_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ASIDE = re.compile(
    r"(?i)(?:.*[\W_])?(comments?|kommentar(?:er)?|notes?|notat(?:er)?|merknad(?:er)?|codes?|koder?|tema(?:er)?|themes?|"
    r"gestures?|gest(?:er)?|gaze|blikk|topics?)(?:[\W_].*)?"
)
_DAMAGED = "{} is cut off or damaged ({}); open it in ELAN and save it anew."


@dataclass(slots=True)
class _Note:
    """An annotation: its words, its times, and the id of the one it refers to ("" for a timed one)."""

    text: str
    begin: int | None
    end: int | None
    parent: str = ""


@dataclass(slots=True)
class _Tier:
    name: str
    speaker: str
    parent: str
    notes: dict[str, _Note] = field(default_factory=dict[str, _Note])


def read(data: bytes, clean: Cleaner, name: str, encoding: str | None) -> Draft:
    """Return the annotations in order of time, one line for each written line.

    Raises:
        TranscriptError: it is damaged, declares entities, or holds no annotations.
    """
    del encoding  # XML says its own
    root = _parse(data, name)
    tiers = _tiers(root, clean)
    draft = Draft("eaf", "utf-8", [], captions=True, facts=_facts(root, clean))
    tops = [tier for tier in tiers if not tier.parent]
    entries = [(tier, key, note) for tier in tops for key, note in tier.notes.items() if note.text.strip()]
    if not entries:
        raise TranscriptError(f"{name} holds no annotations; nothing was read. Check that it is the right file.")
    entries.sort(key=lambda entry: (entry[2].begin is None, entry[2].begin or 0))
    asides = {tier.name for tier in tops if _ASIDE.fullmatch(tier.name)}
    if len(asides) == len(tops):
        asides.clear()
    places: dict[str, int] = {}
    for tier, key, note in entries:
        places[key] = len(draft.lines)
        draft.lines += _lines(note, tier.speaker, tier.name in asides)
    draft.remarks = list(_remarks([tier for tier in tiers if tier.parent], places, draft))
    return draft


def _parse(data: bytes, name: str) -> "Element":
    from xml.etree import ElementTree

    plain = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise TranscriptError(
            f"{name} holds a document type declaration, which can be made to read other files; it was "
            "refused. Open it in ELAN, save it anew and import that."
        )
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise TranscriptError(_DAMAGED.format(name, error)) from error


def _slots(root: "Element") -> dict[str, int | None]:
    """Return the times by id; one without a value lies evenly between its neighbours, as ELAN shows it."""
    order = [
        (slot.get("TIME_SLOT_ID", ""), slot.get("TIME_VALUE", "")) for slot in root.iterfind("TIME_ORDER/TIME_SLOT")
    ]
    times = [int(value) if value.isdecimal() and len(value) < 12 else None for _, value in order]
    known = [at for at, time in enumerate(times) if time is not None]
    for low, high in itertools.pairwise(known):
        first, last = times[low] or 0, times[high] or 0
        for at in range(low + 1, high):
            times[at] = first + (last - first) * (at - low) // (high - low)
    return {key: time for (key, _), time in zip(order, times, strict=True)}


def _tiers(root: "Element", clean: Cleaner) -> list[_Tier]:
    slots = _slots(root)
    found: list[_Tier] = []
    for element in root.iterfind("TIER"):
        name = " ".join(clean(element.get("TIER_ID", "")).split())
        speaker = " ".join(clean(element.get("PARTICIPANT", "")).split()) or name
        tier = _Tier(name, speaker, element.get("PARENT_REF", ""))
        for annotation in element.iterfind("ANNOTATION/*"):
            tier.notes[annotation.get("ANNOTATION_ID", f"{name}/{len(tier.notes)}")] = _note(annotation, slots, clean)
        found.append(tier)
    return found


def _note(annotation: "Element", slots: dict[str, int | None], clean: Cleaner) -> _Note:
    value = annotation.find("ANNOTATION_VALUE")
    text = clean("".join(value.itertext())) if value is not None else ""
    begin, end = (slots.get(annotation.get(f"TIME_SLOT_REF{number}", "")) for number in (1, 2))
    return _Note(text, begin, max(begin, end) if begin is not None and end is not None else end,
                 annotation.get("ANNOTATION_REF", ""))  # fmt: skip


def _lines(note: _Note, speaker: str, aside: bool) -> list[Line]:
    block = Block.NOTE if aside else Block.WORDS
    return [
        Line(line.strip(), voice=None if aside else speaker, begin_ms=note.begin, end_ms=note.end, block=block)
        for line in note.text.split("\n")
        if line.strip()
    ]


def _remarks(tiers: list[_Tier], places: dict[str, int], draft: Draft) -> Iterator[Remark]:
    """Yield the annotations of dependent tiers at the top annotation they refer to, through others or by their time.

    One that only repeats words of that annotation (a tier of single words) says nothing more, and is none.
    """
    parents = {key: note.parent for tier in tiers for key, note in tier.notes.items()}
    begins = [float("inf") if line.begin_ms is None else line.begin_ms for line in draft.lines]
    for tier in tiers:
        for key, note in tier.notes.items():
            top = _top(key, parents, places)
            line = places.get(top, max(0, bisect_right(begins, note.begin or 0) - 1))
            words, text = note.text.strip(), draft.lines[line].text
            if words and not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield Remark(line, 0, len(text), words, tier.name)


def _top(key: str, parents: dict[str, str], places: dict[str, int]) -> str:
    """Return the annotation at the end of a chain of references; the chain is short from then on."""
    seen: list[str] = []
    while key not in places and parents.get(key):
        seen.append(key)
        key, parents[seen[-1]] = parents[seen[-1]], ""
    parents |= dict.fromkeys(seen, key)
    return key


def _facts(root: "Element", clean: Cleaner) -> dict[str, str]:
    media = [file_name(element.get("MEDIA_URL", "")) for element in root.iterfind("HEADER/MEDIA_DESCRIPTOR")]
    languages = [element.get("LANG_LABEL") or element.get("LANG_ID", "") for element in root.iterfind("LANGUAGE")]
    said = ("ELAN", root.get("DATE", "")[:10], ", ".join(media), ", ".join(languages))
    facts = dict(zip(("engine", "made", "media", "language"), said, strict=True))
    return {key: " ".join(clean(value).split())[:200] for key, value in facts.items() if value.strip()}
