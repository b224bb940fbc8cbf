"""What can be asked of the history: by whom, of what kind, when, in which state, on which thing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

# The first word of a verb → what kind of thing the act was about; the order is that of the choices on the screen.
_KIND_OF_FIRST_WORD = {
    "coding": "coding", "suggestion": "coding", "code": "code", "codebook": "code", "theme": "theme", "map": "theme",
    "review": "theme", "memo": "memo", "quote": "quote", "transcript": "transcript", "speaker": "transcript",
    "repair": "transcript", "carried": "transcript", "answers": "transcript",
    "reading": "transcript",
    "session": "session", "people": "participant", "participant": "participant",
    "kind": "participant", "attribute": "participant", "entity": "entity",
    "shield": "entity", "search": "search", "export": "export", "study": "setting", "coder": "coder",
    "erased": "participant",
}  # fmt: skip
OTHER = "other"
KINDS = (*dict.fromkeys(_KIND_OF_FIRST_WORD.values()), OTHER)
# Acts that are of a second kind too.
_ALSO = {"coding.memo": "memo"}

# Whether an act still holds: those that do, those that redo can bring back, those undone for good, both of these, and
# those of which an erased participant left nothing.
HOLDS, UNDONE, CLEARED, TAKEN_BACK, ERASED = "holds", "undone", "cleared", "taken back", "erased"
STATES: dict[str, tuple[str, ...]] = {
    HOLDS: ("done", "log"), UNDONE: ("undone",), CLEARED: ("cleared",), TAKEN_BACK: ("undone", "cleared"),
    ERASED: ("erased",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the study whose life is asked for: its table and row id.

    `whole` takes in what is made with it in great numbers: the codings of a code, of a transcript…
    """

    kind: str
    id: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are wanted; what is empty does not narrow.

    `coders` are ids, `kinds` of KINDS, `verbs` whole verbs, `words` free text that the told sentence must hold (each
    word, case aside), `since` (inclusive) and `until` (exclusive) ISO 8601 in UTC, `state` a key of STATES.
    """

    coders: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    words: str = ""
    since: str = ""
    until: str = ""
    state: str = ""
    about: Thing | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out at all."""
        return self != ActFilter()

    def without(self, part: str) -> "ActFilter":
        """Return the filter without one of its parts: `who`, `what`, `when`, `state`, `words`, `about`."""
        return replace(self, **{name: getattr(_EVERYTHING, name) for name in _PARTS[part]})

    def parts(self) -> tuple[str, ...]:
        """Return the parts that narrow."""
        return tuple(
            part for part, names in _PARTS.items() if any(getattr(self, n) != getattr(_EVERYTHING, n) for n in names)
        )

    def verbs_among(self, known: Iterable[str]) -> list[str] | None:
        """Return which of the verbs in use are wanted; None when every verb is."""
        if not self.kinds and not self.verbs:
            return None
        return [verb for verb in known if verb in self.verbs or not kinds_of(verb).isdisjoint(self.kinds)]


_EVERYTHING = ActFilter()
_PARTS = {
    "about": ("about",), "who": ("coders",), "what": ("kinds", "verbs"), "when": ("since", "until"),
    "state": ("state",), "words": ("words",),
}  # fmt: skip


def kinds_of(verb: str) -> frozenset[str]:
    """Return the kinds of thing an act is about, such as `coding` and `memo` for `coding.memo`."""
    first = _KIND_OF_FIRST_WORD.get(verb.partition(".")[0], OTHER)
    return frozenset((first, _ALSO[verb])) if verb in _ALSO else frozenset((first,))


def kinds_among(verbs: Collection[str]) -> list[str]:
    """Return the kinds that these verbs are of, in the order of KINDS."""
    found = {kind for verb in verbs for kind in kinds_of(verb)}
    return [kind for kind in KINDS if kind in found]
