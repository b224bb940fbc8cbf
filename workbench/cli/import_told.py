"""What `import` says of each file: lines that fit 80 columns, or one object with everything."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.output import Output
from workbench.study.consent import Answer, Scope
from workbench.study.text import visible
from workbench.transcripts.preview import Preview
from workbench.transcripts.standing import Known, Standing, State
from workbench.transcripts.summary import Summary, odd_json
from workbench.words import has, say
from workbench.words.attributes import attribute_label
from workbench.words.told import translated

_WIDTH, _SPEAKERS, _WARNINGS, _ODD, _VALUES = 80, 30, 20, 12, 4
_FIELDS = (
    "transcript", "format", "encoding", "encoding_sure", "words", "turns", "minutes", "comments", "state", "other",
)  # fmt: skip
_LISTS = ("encodings", "speakers", "single", "people", "repairs", "odd", "warnings")


@dataclass(slots=True)
class FileRead:
    """A file on its way in: as read, how it stands, and what came of it."""

    path: Path
    preview: Preview | None = None
    read: Summary | None = None
    standing: Standing | None = None
    error: str | None = None
    stored: bool = False

    @property
    def passed_over(self) -> bool:
        """Whether it gives way to another file of the same recording."""
        return self.standing is not None and self.standing.state is State.RECORDING


def as_data(one: FileRead, known: Known) -> dict[str, object]:
    """Return everything that is known of a file."""
    read = one.read
    ends = {"stored": one.stored, "error": one.error}
    if read is None:
        lists = {name: list[object]() for name in _LISTS}
        return {"file": str(one.path), **dict.fromkeys(_FIELDS), "state": "problem", **lists, "facts": {}, **ends}
    return {
        "file": str(one.path), "transcript": read.name, "format": read.format, "encoding": read.encoding,
        "encoding_sure": read.encoding_sure,
        "encodings": [{"encoding": name, "sample": sample} for name, sample in read.encodings],
        "words": read.words, "turns": read.turns, "minutes": read.minutes, "comments": read.comments,
        "speakers": [
            {"label": who.label, "role": who.role.value, "participant": who.participant, "turns": who.turns,
             "words": who.words}
            for who in read.speakers
        ],
        "single": list(read.single), "people": [_person(label, known) for label in read.participants],
        "repairs": [
            {"kind": kind, "made": read.made.get(kind, 0), "proposed": read.proposed.get(kind, 0)}
            for kind in dict.fromkeys((*read.made, *read.proposed))
        ],
        "odd": [odd_json(odd) for odd in read.odd], "facts": dict(read.facts), "warnings": list(read.warnings),
        "state": one.standing.state.value if one.standing else None,
        "other": (one.standing.other or None) if one.standing else None, **ends,
    }  # fmt: skip


def _person(label: str, known: Known) -> dict[str, object]:
    person, given = known.person(label), known.agreed(label)
    return {
        "participant": label, "known": person is not None,
        "attributes": dict(person.attributes) if person else {}, "withdrawn": given.withdrawn or None,
        "consent": {scope.value: given.answer(scope).value for scope in Scope} if person else {},
    }  # fmt: skip


def tell(one: FileRead, known: Known, output: Output) -> None:
    """Print what a file is."""
    read = one.read
    if read is None or output.as_json:
        return
    _wrapped(output, _head(read), "")
    for who in read.speakers[:_SPEAKERS]:
        role = say(f"line.role.{who.role.value}", participant=who.participant)
        label = who.label or say("line.no_speaker")
        told = say("line.speaker", label=label, role=role.rstrip(), turns=who.turns, words=who.words)
        _wrapped(output, told, "    ")
    for label in read.participants:
        if told := _match(label, known):
            _wrapped(output, told, "    ")
    _beside(read, output)
    for name, sample in () if read.encoding_sure else read.encodings:
        _wrapped(output, say("line.may_be", encoding=name, sample=sample), "    ")
    for warning in read.warnings[:_WARNINGS]:
        _wrapped(output, f"! {translated(warning)}", "    ")
    if one.passed_over and one.standing is not None:
        _wrapped(output, say("line.same_recording", other=one.standing.other, file=one.path.name), "    ")


def _beside(read: Summary, output: Output) -> None:
    """Print repairs, odd characters and what the file says of itself."""
    kinds = dict.fromkeys((*read.made, *read.proposed))
    if kinds:
        told = ", ".join(_repaired(kind, read.made, read.proposed) for kind in kinds)
        _wrapped(output, say("line.repairs", told=told), "    ")
    if read.odd:
        signs = ", ".join(f"{say(f'odd.{odd.kind.value}')} {_sign(odd.sign)} {odd.count}" for odd in read.odd[:_ODD])
        _wrapped(output, say("line.odd", told=signs), "    ")
    if read.facts:
        told = ", ".join(f"{_fact(name)} {value}" for name, value in read.facts.items())
        _wrapped(output, told, "    ")


def _head(read: Summary) -> str:
    told = say(
        "line.file_read", file=read.path.name, name=read.name, format=read.format, encoding=read.encoding,
        words=read.words, turns=read.turns,
    )  # fmt: skip
    if not read.encoding_sure:
        told += f", {say('line.unsure')}"
    return told if read.minutes is None else f"{told}, {say('line.minutes', count=read.minutes)}"


def _match(label: str, known: Known) -> str:
    person, given = known.person(label), known.agreed(label)
    if person is None:
        return ""
    values = [f"{attribute_label(name)} {value}" for name, value in person.attributes.items() if value][:_VALUES]
    told = say("line.person_known", label=label, told=", ".join(values) or "–")
    if given.withdrawn:
        return f"{told} ! {say('line.person_withdrew', day=given.withdrawn)}"
    if not given.may_be_analysed:
        return f"{told} ! {say('line.person_not_analysed')}"
    return f"{told} ! {say('line.person_not_quoted')}" if given.answer(Scope.QUOTE) is Answer.NO else told


def _repaired(kind: str, made: Mapping[str, int], proposed: Mapping[str, int]) -> str:
    return say("line.repair_kind", kind=say(f"repair.{kind}"), made=made.get(kind, 0), proposed=proposed.get(kind, 0))


def _sign(sign: str) -> str:
    return f"U+{ord(sign):04X}" if len(sign) == 1 else sign


def _fact(name: str) -> str:
    return say(f"fact.{name}") if has(f"fact.{name}") else name


def _wrapped(output: Output, text: str, indent: str) -> None:
    """Print a sentence on lines of at most 80 columns, those after the first set in."""
    flat = visible(text.replace("\n", " "))
    for line in textwrap.wrap(flat, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ") or [indent]:
        output.line(line)
