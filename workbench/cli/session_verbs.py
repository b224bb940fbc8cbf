"""Verbs on sessions and on who speaks in the transcripts."""

import argparse

from workbench.acts import sessions as acts
from workbench.acts import speakers as speaker_acts
from workbench.cli.desk import Desk, acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import sessions as lookup
from workbench.store.lookups import speakers as speaker_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.ids import short
from workbench.study.sessions import SESSION_FIELDS
from workbench.study.transcripts import Role
from workbench.words import say
from workbench.words.history import value_name


def sessions(args: argparse.Namespace, output: Output) -> None:
    """List the sessions by day."""
    with reading(args) as study:
        found = lookup.sessions(study)
    output.data([
        {"id": short(one.id), "name": one.name, "held": one.held or None, "mode": one.mode.value,
         "place": one.place.value, "minutes": one.minutes, "present": one.present, "state": one.state.value,
         "participants": list(one.participants), "transcripts": list(one.transcripts)}
        for one in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.no_sessions"))
        return
    headings = [say(f"line.col.{name}") for name in (
        "name", "day", "mode", "place", "minutes", "state", "participants", "transcripts", "present")]  # fmt: skip
    output.table(headings, (
        (one.name, one.held or "–", value_name(one.mode) or "–", value_name(one.place) or "–",
         "–" if one.minutes is None else one.minutes, value_name(one.state) or "–", ", ".join(one.participants) or "–",
         ", ".join(one.transcripts) or "–", one.present)
        for one in found
    ))  # fmt: skip


def _fields(args: argparse.Namespace) -> dict[str, str]:
    return {name: getattr(args, name) for name in SESSION_FIELDS if getattr(args, name) is not None}


def add(args: argparse.Namespace, output: Output) -> None:
    """Add a session, with participants and transcripts when given."""
    with acting(args, output) as desk, desk.study.together("session.add", {"name": " ".join(args.name.split())}):
        session_id = acts.add(desk.study, args.name, _fields(args))
        _each(desk, args, session_id, acts.link)


def define(args: argparse.Namespace, output: Output) -> None:
    """Write what is known of a session, or give it another name."""
    fields = _fields(args)
    if not fields and args.rename is None:
        raise WrongUse(say("line.session_needs"))
    with acting(args, output) as desk:
        session = lookup.session_named(desk.study, args.name)
        with desk.study.together("session.set", {"name": session.name}):
            if fields:
                acts.define(desk.study, session.id, fields)
            if args.rename is not None:
                acts.rename(desk.study, session.id, args.rename)


def link(args: argparse.Namespace, output: Output) -> None:
    """Say who was at a session and which transcripts come of it."""
    _linking(args, output, "session.link")


def unlink(args: argparse.Namespace, output: Output) -> None:
    """Take participants or transcripts from a session."""
    _linking(args, output, "session.unlink")


def _linking(args: argparse.Namespace, output: Output, verb: str) -> None:
    given = [*args.participant, *args.transcript]
    if not given:
        raise WrongUse(say("line.session_link_needs"))
    act = acts.link if verb == "session.link" else acts.unlink
    with acting(args, output) as desk:
        session = lookup.session_named(desk.study, args.name)
        with desk.study.together(verb, {"name": session.name, "to": ", ".join(given)}):
            _each(desk, args, session.id, act)


def _each(desk: Desk, args: argparse.Namespace, session_id: int, act: acts.Linking) -> None:
    for label in args.participant:
        act(desk.study, session_id, "participant", people_lookup.labelled(desk.study, label).id)
    for name in args.transcript:
        act(desk.study, session_id, "transcript", transcript_lookup.named(desk.study, name))


def remove(args: argparse.Namespace, output: Output) -> None:
    """Take a session away."""
    with acting(args, output) as desk:
        acts.remove(desk.study, lookup.session_named(desk.study, args.name).id)


def speakers(args: argparse.Namespace, output: Output) -> None:
    """List who speaks in the transcripts."""
    with reading(args) as study:
        wanted = transcript_lookup.named(study, args.transcript) if args.transcript else None
        found = speaker_lookup.speakers(study, wanted)
    output.data([
        {"transcript": one.transcript, "label": one.label, "role": one.role.value,
         "participant": one.participant or None, "turns": one.turns, "codings": one.codings}
        for one in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.no_transcripts"))
        return
    headings = [say(f"line.col.{name}") for name in (
        "transcript", "label", "role", "participant", "turns", "codings")]  # fmt: skip
    output.table(headings, (
        (one.transcript, one.label or "–", value_name(one.role), one.participant or "–", one.turns, one.codings)
        for one in found
    ))  # fmt: skip


def identify(args: argparse.Namespace, output: Output) -> None:
    """Correct the role of a speaker, or which participant it is."""
    if args.role is None and args.participant is None:
        raise WrongUse(say("line.speaker_needs"))
    with acting(args, output) as desk:
        study = desk.study
        transcript_id = transcript_lookup.named(study, args.transcript)
        found = speaker_lookup.speaker_labelled(study, transcript_id, args.label)
        role = None if args.role is None else Role(args.role)
        detail = {"transcript": found[0].transcript, "to": args.participant or args.role or Role.UNKNOWN.value}
        with study.together("speaker.identify", detail):
            for one in found:
                speaker_acts.identify(study, one.id, role=role, participant=args.participant, add=args.add)
