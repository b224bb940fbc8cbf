"""What a person asks of the history, from the words they say it in, and back into words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from workbench.errors import StudyError
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.acts import name_of
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.found_acts import verbs_in_use
from workbench.store.lookups.ids import ever
from workbench.store.lookups.people import coders, labelled
from workbench.store.lookups.things import KINDS as THINGS
from workbench.store.lookups.things import called
from workbench.store.study_file import StudyFile
from workbench.study.history import KINDS, STATES, ActFilter, Thing
from workbench.study.ids import meant, short
from workbench.study.periods import as_kept, day_here, days, period
from workbench.study.text import shorten
from workbench.words.history_filter import (
    kind_name,
    kinds_by_name,
    state_title,
    table_by_name,
    thing_told,
    verb_title,
)

_BY_ID = ("coding", "quote", "memo")


def by_whom(study: StudyFile, wanted: ActFilter, names: Iterable[str]) -> ActFilter:
    """Return the filter narrowed to what these coders did; raise StudyError for a name that is no coder's."""
    known = {one.name.casefold(): one.id for one in coders(study)}
    found: list[int] = []
    for name in names:
        if name.casefold() not in known:
            raise StudyError(
                f"There is no coder «{name[:60]}»; there are {', '.join(one.name for one in coders(study))}."
            )
        found.append(known[name.casefold()])
    return replace(wanted, coders=tuple(found))


def of_what(study: StudyFile, wanted: ActFilter, names: Iterable[str]) -> ActFilter:
    """Return the filter narrowed to kinds of thing (in either language) or whole verbs such as `coding.apply`."""
    by_name, verbs = kinds_by_name(KINDS), verbs_in_use(study)
    kinds: list[str] = []
    acts: list[str] = []
    for name in names:
        low = name.strip().lower()
        if low in by_name:
            kinds.append(by_name[low])
        elif low in verbs:
            acts.append(low)
        else:
            raise StudyError(
                f"The history holds no acts on «{name[:60]}»; give {', '.join(KINDS)}, or a verb such as "
                f"{', '.join(verbs[:3])}."
            )
    return replace(wanted, kinds=tuple(dict.fromkeys(kinds)), verbs=tuple(dict.fromkeys(acts)))


def at_times(wanted: ActFilter, text: str, today: date | None = None) -> ActFilter:
    """Return the filter narrowed to a time as people say it: `today`, `last week`, `1.3.2026 – 31.3.2026`.

    Raises:
        StudyError: it is no time.
    """
    first, after = period(text, today or datetime.now().date())
    return replace(wanted, since=as_kept(first), until=as_kept(after))


def between(wanted: ActFilter, since: str, until: str, today: date | None = None) -> ActFilter:
    """Return the filter narrowed to what was done from one day on and to the end of another; either may be empty."""
    now = today or datetime.now().date()
    first = days(since, now)[0] if since else None
    after = days(until, now)[1] if until else None
    if first and after and after <= first:
        raise StudyError(f"The end ({until[:40]}) lies before the beginning ({since[:40]}).")
    return replace(wanted, since=as_kept(first), until=as_kept(after))


def on_thing(study: StudyFile, wanted: ActFilter, text: str, *, whole: bool = False) -> ActFilter:
    """Return the filter narrowed to the life of a thing (see `thing_named`); `whole` takes in its codings."""
    return replace(wanted, about=thing_named(study, text, whole=whole))


def thing_named(study: StudyFile, text: str, *, whole: bool = False) -> Thing:
    """Return the thing meant by `kind:name`, such as `code:Søvn`, `quote:3fk2`; one that is gone is found too.

    Raises:
        StudyError: the kind is not known, or no thing or several are called so.
    """
    kind, colon, name = text.partition(":")
    table = table_by_name(THINGS).get(kind.strip().lower(), "")
    if not colon or not table or not name.strip():
        raise StudyError(f"Write a thing as kind:name, such as code:Søvn; the kinds are {', '.join(THINGS)}.")
    return Thing(table, _row_named(study, table, name.strip()), whole)


def _row_named(study: StudyFile, table: str, name: str) -> int:
    if table in _BY_ID:
        return meant(name, ever(study, table), table)
    try:
        if table == "code":
            return codebook(study).named(name).id
        if table == "transcript":
            return transcript_lookup.named(study, name)
        if table == "participant":
            return labelled(study, name).id
    except StudyError:
        # What is gone has a life too.
        living, gone = called(study, table, name)
        if living or not gone:
            raise
        return gone[-1]
    living, gone = called(study, table, name)
    if not living and not gone:
        raise StudyError(f"There never was a {table} called «{name[:60]}».")
    return (living or gone)[-1]


def told(study: StudyFile, wanted: ActFilter) -> dict[str, str]:
    """Return what narrows the history, in words, by part (see ActFilter.parts)."""
    said: dict[str, str] = {}
    for part in wanted.parts():
        if part == "about" and wanted.about is not None:
            said[part] = thing_in_words(study, wanted.about)
        elif part == "who":
            names = {one.id: one.name for one in coders(study)}
            said[part] = ", ".join(names.get(one, "–") for one in wanted.coders)
        elif part == "what":
            said[part] = ", ".join([*map(kind_name, wanted.kinds), *map(verb_title, wanted.verbs)])
        elif part == "when":
            said[part] = _days_told(wanted.since, wanted.until)
        elif part == "state":
            said[part] = state_title(wanted.state)
        elif part == "words":
            said[part] = f"«{shorten(wanted.words, 30)}»"
    return said


def thing_in_words(study: StudyFile, thing: Thing) -> str:
    """Return a thing as people call it, such as `the code «Søvn»`; never a real name."""
    name = name_of(study, thing.kind, thing.id)
    return thing_told(thing.kind, shorten(name or short(thing.id), 60))


def _days_told(since: str, until: str) -> str:
    first = day_here(since).isoformat() if since else ""
    last = (day_here(until) - timedelta(days=1)).isoformat() if until else ""
    return first if first == last else f"{first}–{last}"


def in_state(wanted: ActFilter, state: str) -> ActFilter:
    """Return the filter narrowed to acts in a state of STATES (empty: all)."""
    if state and state not in STATES:
        raise StudyError(f"«{state[:40]}» is no state of an act; there are {', '.join(STATES)}.")
    return replace(wanted, state=state)


def shown_verbs(verbs: Sequence[str]) -> list[tuple[str, str]]:
    """Return verbs with their titles, alphabetically by title."""
    return sorted(((verb, verb_title(verb)) for verb in verbs), key=lambda one: one[1])
