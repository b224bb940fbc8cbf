"""What the side pane of the import room tells of a file."""

from collections.abc import Sequence

from workbench.study.attributes import Type, shown
from workbench.study.text import visible
from workbench.study.transcripts import Role
from workbench.transcripts.standing import Known, State
from workbench.transcripts.summary import Summary
from workbench.tui.drawing import Line
from workbench.tui.screens.intake_list import Waiting
from workbench.tui.screens.list_room import clipped, heading, pairs
from workbench.words import counted, has, say
from workbench.words.attributes import attribute_label
from workbench.words.told import translated

_SPEAKERS, _SINGLE, _ODD, _WARNINGS, _PEOPLE, _ATTRIBUTES = 24, 8, 12, 20, 8, 4


def particulars(one: Waiting, known: Known, language: str, width: int) -> Sequence[Line]:
    """Return what is known of a file: how it stands, its measures, people, repairs, warnings, and how it begins."""
    lines: list[Line] = [[(one.path.name, "strong")], *clipped(str(one.path.parent), width, 2, "dim")]
    if one.told:
        look = "good" if one.state == State.INSIDE else "warn"
        lines += [[], *clipped(one.told, width, 12, look)]
    read = one.read
    if read is None:
        return lines
    lines += [[], *clipped(_measures(read), width, 3)]
    lines += _encodings(one, read, width)
    lines += _people(read, known, language, width)
    lines += _repairs(read, width)
    if read.warnings:
        lines += heading(say("intake.warnings"))
        for warning in read.warnings[:_WARNINGS]:
            lines += clipped(f"! {translated(warning)}", width, 6, "warn")
        lines += _more(len(read.warnings) - _WARNINGS)
    lines += _speakers(read, width)
    lines += _facts(read, width)
    lines += heading(say("intake.opening"))
    for speaker, role, words, _ in read.opening:
        look = "dim" if role == Role.INTERVIEWER else ""
        lines += clipped(f"{speaker}: {words}" if speaker else words, width, 4, look)
    return lines


def _more(count: int) -> list[Line]:
    return [[(say("intake.more", count=count), "dim")]] if count > 0 else []


def _measures(read: Summary) -> str:
    speakers = sum(bool(one.label) for one in read.speakers)
    told = [read.format, read.encoding, say("intake.words", count=read.words), counted(say("n.turns"), read.turns)]
    told.append(say("intake.voices", count=speakers))
    if read.minutes is not None:
        told.append(say("intake.minutes", count=read.minutes))
    if read.comments:
        told.append(say("intake.comments", count=read.comments))
    return " · ".join(told)


def _encodings(one: Waiting, read: Summary, width: int) -> list[Line]:
    if read.encoding_sure or one.encoding is not None:
        return []
    lines = heading(say("intake.encodings"))
    for name, sample in read.encodings:
        lines += clipped(f"{name}: …{sample}…", width, 2)
    return lines


def _people(read: Summary, known: Known, language: str, width: int) -> list[Line]:
    """Say of each participant whether the study knows them, what it knows, and what they agreed to."""
    labels = read.participants
    lines: list[Line] = heading(say("intake.people")) if labels else []
    for label in labels[:_PEOPLE]:
        person = known.person(label)
        if person is None:
            lines += clipped(say("intake.person_new", label=label), width, 2)
            continue
        values = [f"{attribute_label(name)} {value}" for name, value in person.attributes.items() if value]
        told = " · ".join(values[:_ATTRIBUTES]) or say("intake.nothing_known")
        lines += clipped(say("intake.person_known", label=person.label, told=told), width, 3, "good")
        given = known.agreed(label)
        if given.withdrawn:
            day = shown(Type.DATE, given.withdrawn, language)
            lines += clipped(say("intake.person_withdrew", label=person.label, day=day), width, 3, "error")
        elif not given.may_be_analysed:
            lines += clipped(say("intake.person_not_analysed", label=person.label), width, 3, "error")
        elif given.refusal is not None:
            lines += clipped(say("intake.person_not_quoted", label=person.label), width, 3, "warn")
    return lines + _more(len(labels) - _PEOPLE)


def _repairs(read: Summary, width: int) -> list[Line]:
    kinds = [kind for kind in (*read.made, *read.proposed)]
    lines: list[Line] = heading(say("intake.repairs")) if kinds or read.odd else []
    numbers = [
        (say(f"repair.{kind}"), say("intake.repaired", made=read.made.get(kind, 0), open=read.proposed.get(kind, 0)))
        for kind in dict.fromkeys(kinds)
    ]
    lines += pairs(numbers, width)
    for odd in read.odd[:_ODD]:
        lines += clipped(odd_told(odd.kind.value, odd.sign, odd.count, odd.where_line), width, 2, "dim")
    return lines + _more(len(read.odd) - _ODD)


def odd_told(kind: str, sign: str, count: int, line: int) -> str:
    """Return an odd sign in words: what it is, its code point, how often, and where first."""
    code = f"U+{ord(sign):04X}" if len(sign) == 1 else ""
    seen = visible(sign) if sign.isprintable() and not sign.isspace() else ""
    told = " ".join(part for part in (say(f"odd.{kind}"), seen, code) if part)
    return say("intake.odd", told=told, count=count, line=line)


def _speakers(read: Summary, width: int) -> list[Line]:
    lines: list[Line] = heading(say("intake.speakers"))
    for speaker in read.speakers[:_SPEAKERS]:
        who = f" {speaker.participant}" if speaker.participant else ""
        told = say(
            "intake.speaker", role=say(f"role.{speaker.role}"), participant=who,
            turns=counted(say("n.turns"), speaker.turns), words=speaker.words,
        )  # fmt: skip
        label = speaker.label or say("intake.no_label")
        lines.append([(label, "strong"), (f"  {told}", "warn" if speaker.role is Role.UNKNOWN else "")])
    lines += _more(len(read.speakers) - _SPEAKERS)
    if read.single:
        names = ", ".join(f"«{name}:»" for name in read.single[:_SINGLE])
        lines += clipped(say("intake.single", names=names), width, 3, "accent")
    return lines


def _facts(read: Summary, width: int) -> list[Line]:
    if not read.facts:
        return []
    told = [
        (say(f"fact.{name}") if has(f"fact.{name}") else name, visible(value)) for name, value in read.facts.items()
    ]
    return [*heading(say("intake.facts")), *pairs(told, width)]
