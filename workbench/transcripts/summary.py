"""The little of a read file that a list of many needs: measures, speakers, warnings and the first turns.

The file itself is read again when it is taken in; `sha256` tells whether it is still the same.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from workbench.study.text import shorten
from workbench.study.transcripts import Role
from workbench.transcripts import labels
from workbench.transcripts.preview import Preview, Speaker, called, refuse_nobody
from workbench.transcripts.repairs.odd import Odd, OddKind, report

OPENING, _LONGEST = 10, 400
MOST_SPEAKERS, MOST_WARNINGS, MOST_ODD, _MOST_SINGLE = 200, 100, 60, 50


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of a file before it is taken in; see `preview.Preview` for the fields of the same names.

    `words`, `turns` and `timed` (turns with a time) are counts, `length_ms` is where the last time stands, None
    without times. `made` and `proposed` are counts of repairs by kind, `comments` of comments beside the text.
    `opening` are the first turns as (speaker, role, words, begin_ms), `original` is a mark of the untouched text by
    which two readings of it are compared. At most `MOST_SPEAKERS` speakers and `MOST_WARNINGS` warnings are kept.
    """

    path: Path
    name: str
    format: str
    encoding: str
    sha256: str
    words: int
    turns: int
    timed: int = 0
    length_ms: int | None = None
    speakers: tuple[Speaker, ...] = ()
    warnings: tuple[str, ...] = ()
    encoding_sure: bool = True
    encodings: tuple[tuple[str, str], ...] = ()
    made: Mapping[str, int] = field(default_factory=dict[str, int])
    proposed: Mapping[str, int] = field(default_factory=dict[str, int])
    single: tuple[str, ...] = ()
    comments: int = 0
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    opening: tuple[tuple[str, str, str, int | None], ...] = ()
    odd: tuple[Odd, ...] = ()
    original: str = ""

    @classmethod
    def of(cls, preview: Preview) -> "Summary":
        """Return the summary of a file as read."""
        speakers = preview.speakers
        made: Counter[str] = Counter()
        proposed: Counter[str] = Counter()
        for repair, applied in preview.beside.repairs:
            if applied or not repair.sure:
                (made if applied else proposed)[repair.kind.value] += 1
        times = [at for turn in preview.turns for at in (turn.begin_ms, turn.end_ms) if at is not None]
        return cls(
            path=preview.path, name=preview.name, format=preview.format, encoding=preview.encoding,
            sha256=preview.sha256, words=sum(one.words for one in speakers), turns=len(preview.turns),
            timed=sum(turn.begin_ms is not None for turn in preview.turns), length_ms=max(times, default=None),
            speakers=speakers[:MOST_SPEAKERS], warnings=preview.warnings[:MOST_WARNINGS],
            encoding_sure=preview.encoding_sure, encodings=preview.encodings, made=dict(made),
            proposed=dict(proposed), single=preview.single[:_MOST_SINGLE], comments=len(preview.beside.remarks),
            facts=preview.beside.facts,
            opening=tuple(
                (turn.speaker, turn.role.value, shorten(turn.text, _LONGEST), turn.begin_ms)
                for turn in preview.turns[:OPENING]
            ),
            odd=tuple(report(preview.beside.original)[:MOST_ODD]),
            original=_mark(preview.beside.original),
        )  # fmt: skip

    @property
    def participant(self) -> str:
        """The label of the participant who speaks most, or "" when nobody is known as one."""
        words: Counter[str] = Counter()
        for one in self.speakers:
            if one.participant:
                words[one.participant] += one.words
        return max(words, key=lambda label: words[label], default="")

    @property
    def participants(self) -> tuple[str, ...]:
        """The labels of all participants, in the order they first speak."""
        return tuple(dict.fromkeys(one.participant for one in self.speakers if one.participant))

    @property
    def unknown(self) -> tuple[Speaker, ...]:
        """The speakers of whom it is not known who they are."""
        return tuple(one for one in self.speakers if one.role is Role.UNKNOWN)

    @property
    def minutes(self) -> int | None:
        """The minutes that the times span, rounded up, or None without times."""
        return None if self.length_ms is None else -(-self.length_ms // 60_000)

    def speaker(self, label: str) -> Speaker:
        """Return the speaker of that label.

        Raises:
            TranscriptError: nobody of that label speaks.
        """
        found = next((one for one in self.speakers if one.label == label), None)
        if found is None:
            refuse_nobody(label, self.name, self.speakers)
        return found

    def with_speaker(self, label: str, role: Role, participant: str = "") -> "Summary":
        """Return the summary with a speaker in that role, as `Preview.with_speaker` does; raises what it raises."""
        known = self.speaker(label)
        participant = called(label, role, participant, known.participant, self.path.stem, self.name)
        about = labels.about(label)
        told = tuple((said, role.value if said == label else was, words, at) for said, was, words, at in self.opening)
        return replace(
            self,
            speakers=tuple(
                replace(one, role=role, participant=participant) if one.label == label else one
                for one in self.speakers
            ),
            warnings=tuple(one for one in self.warnings if not one.startswith(about)),
            opening=told,
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Return plain values that `json.dumps` takes and `from_json` reads back."""
        return {
            "path": str(self.path), "name": self.name, "format": self.format, "encoding": self.encoding,
            "sha256": self.sha256, "words": self.words, "turns": self.turns, "timed": self.timed,
            "length_ms": self.length_ms,
            "speakers": [
                [one.label, one.role.value, one.participant, one.turns, one.words, one.sample]
                for one in self.speakers
            ],
            "warnings": list(self.warnings), "encoding_sure": self.encoding_sure,
            "encodings": [list(one) for one in self.encodings], "made": dict(self.made),
            "proposed": dict(self.proposed), "single": list(self.single), "comments": self.comments,
            "facts": dict(self.facts), "opening": [list(one) for one in self.opening],
            "odd": [odd_json(one) for one in self.odd], "original": self.original,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Summary":
        """Return the summary that `as_json` described."""
        values = dict(data)
        values["path"] = Path(data["path"])
        values["speakers"] = tuple(
            Speaker(label, Role(role), participant, turns, words, sample)
            for label, role, participant, turns, words, sample in data["speakers"]
        )
        for name in ("warnings", "single"):
            values[name] = tuple(data[name])
        for name in ("encodings", "opening"):
            values[name] = tuple(tuple(one) for one in data[name])
        values["odd"] = tuple(odd_from_json(one) for one in data["odd"])
        return cls(**values)


def _mark(text: str) -> str:
    """Return what tells a text from others, "" for none."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16] if text else ""


def odd_json(one: Odd) -> dict[str, Any]:
    """Return an odd sign as plain values."""
    return {
        "kind": one.kind.value, "sign": one.sign, "count": one.count, "line": one.where_line, "sample": one.sample,
    }  # fmt: skip


def odd_from_json(data: Mapping[str, Any]) -> Odd:
    """Return the odd sign that `odd_json` described."""
    return Odd(OddKind(data["kind"]), data["sign"], data["count"], data["line"], data["sample"])
