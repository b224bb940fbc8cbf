"""Memos: dated notes on anything in the study, by kind, some for their writer alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.study.spans import Span

# What a memo can be on; `study` is the study as a whole.
ABOUT = ("study", "transcript", "code", "theme", "participant", "coding", "quote", "session")
# What a memo can be linked to besides.
LINKED = ("transcript", "code", "theme", "participant", "coding", "quote", "session", "memo")


class MemoKind(StrEnum):
    """What a memo is for; unset is a value of its own."""

    UNSET = ""
    CODE = "code"
    THEME = "theme"
    DOCUMENT = "document"
    PERSON = "person"
    METHOD = "method"
    THEORY = "theory"
    DECISION = "decision"
    ETHICS = "ethics"
    FAMILIAR = "familiar"
    REFLEXIVE = "reflexive"


_USUAL: Mapping[str, MemoKind] = {
    "transcript": MemoKind.DOCUMENT, "code": MemoKind.CODE, "theme": MemoKind.THEME, "participant": MemoKind.PERSON,
}  # fmt: skip


def usual_kind(about: str) -> MemoKind:
    """Return what a memo on such a thing is for when nothing else is said."""
    return _USUAL.get(about, MemoKind.UNSET)


@dataclass(frozen=True, slots=True)
class Memo:
    """A note by one coder; `about` names the kind of thing, `span` a passage of the transcript it is on.

    `created` and `edited` are ISO 8601 in UTC, `editor` is who edited last; both are empty while it is as written.
    A `private` memo is for its writer alone: it is in no export and in no colleague's file.
    """

    id: int
    about: str
    about_id: int
    text: str
    coder: str
    created: str
    kind: MemoKind = MemoKind.UNSET
    title: str = ""
    private: bool = False
    span: Span | None = None
    coder_id: int = 0
    edited: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class MemoLink:
    """A thing a memo is linked to, with what people call it."""

    id: int
    about: str
    about_id: int
    name: str


@dataclass(frozen=True, slots=True)
class MemoVersion:
    """How a memo read from `at` (ISO 8601, UTC) on, and who wrote it so."""

    at: str
    coder: str
    title: str
    text: str
