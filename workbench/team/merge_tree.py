"""The shape of a merged codebook: cycles of parents and the order of siblings; pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence

Parents = Mapping[str, str | None]


def find_cycle(parents: Parents) -> tuple[str, ...]:
    """Return the GUIDs of one cycle, sorted, or nothing; always the same one for the same tree."""
    sound: set[str] = set()
    for start in sorted(parents):
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in sound and at not in path:
            path.append(at)
            at = parents.get(at)
        if at is not None and at in path:
            return tuple(sorted(path[path.index(at) :]))
        sound.update(path)
    return ()


def merge_order(
    members: Iterable[str],
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    name: Callable[[str], str],
) -> tuple[str, ...]:
    """Return the order of siblings: the one who changed it decides; newcomers follow their left neighbour.

    `members` are all siblings after the merge, the other sequences those of each side. When both reordered, one
    of the two orders is taken, the same one whichever side is called ours.
    """
    final = set(members)
    here, there = [one for one in ours if one in final], [one for one in theirs if one in final]
    shared = set(here) & set(there)
    spine = _spine(
        [one for one in base if one in shared], [one for one in here if one in shared],
        [one for one in there if one in shared],
    )  # fmt: skip
    after: dict[str | None, list[str]] = {}
    for side in (here, there):
        for place, one in enumerate(side):
            if one not in shared:
                after.setdefault(side[place - 1] if place else None, []).append(one)

    def key(guid: str) -> tuple[str, str]:
        return name(guid).casefold(), guid

    result = _threaded(spine, after, key)
    return (*result, *sorted(final - set(result), key=key))


def _spine(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    if ours == theirs:
        return ours
    known = set(base)
    ours_kept = [one for one in ours if one in known] == base
    theirs_kept = [one for one in theirs if one in known] == base
    if ours_kept != theirs_kept:
        return theirs if ours_kept else ours
    return min(ours, theirs)


def _threaded(
    spine: Sequence[str], after: Mapping[str | None, list[str]], key: Callable[[str], tuple[str, str]]
) -> tuple[str, ...]:
    result: list[str] = []
    for start in (None, *spine):
        waiting = [start]
        while waiting:
            at = waiting.pop()
            if at is not None:
                result.append(at)
            waiting.extend(sorted(after.get(at, ()), key=key, reverse=True))
    return tuple(result)
