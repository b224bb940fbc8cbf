"""Verbs on people: their table, attributes, kinds, consent, withdrawal."""

import argparse
from collections.abc import Callable
from datetime import date

from workbench.acts import consent as consent_acts
from workbench.acts import people as acts
from workbench.acts import people_schema as schema_acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.errors import StudyError
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_details import quotes_held_back
from workbench.store.lookups.people_schema import consents, schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Definition, Schema, Type, choices_read, choices_written, shown
from workbench.study.bands import bands_written
from workbench.study.consent import NOTHING_KNOWN, Answer, Consents, Scope
from workbench.words import say
from workbench.words.attributes import attribute_kept, attribute_label, template_kept

__all__ = ["import_people", "participants"]


def import_people(args: argparse.Namespace, output: Output) -> None:
    """Take in a table of participants, or with --dry-run say what that would do."""
    from workbench.cli.people_import import import_people as carry_out

    carry_out(args, output)


def participants(args: argparse.Namespace, output: Output) -> None:
    """List the participants with what is known of them, their consent, and what is not to leave."""
    with reading(args) as study:
        people, names, known = lookup.participants(study), lookup.attribute_names(study), schema(study)
        given, held_back, language = consents(study), quotes_held_back(study), study.language
    kinds = {one.id: one.name for one in known.kinds}
    output.data([
        {"label": one.label, "kind": kinds.get(one.kind_id or 0), "attributes": dict(one.attributes),
         "consent": _consent_data(given.get(one.id, NOTHING_KNOWN)), "withdrawn": one.withdrawn or None,
         "refusal": _refusal(given.get(one.id, NOTHING_KNOWN)), "quotes_refused": held_back.get(one.id, 0)}
        for one in people
    ])  # fmt: skip
    if not people:
        output.line(say("line.no_participants"))
        return
    marks = {one.id: _marks(given.get(one.id, NOTHING_KNOWN), held_back.get(one.id, 0)) for one in people}
    headings = [say("line.col.participant"), *([say("line.col.kind")] if kinds else [])]
    headings += [attribute_label(name) for name in names]
    rows = [
        [
            one.label,
            *([kinds.get(one.kind_id or 0, "–")] if kinds else []),
            *(_shown(known, name, one.attributes.get(name, ""), one.kind_id, language) for name in names),
            *([marks[one.id]] if any(marks.values()) else []),
        ]
        for one in people
    ]
    output.table([*headings, *([say("line.col.consent")] if any(marks.values()) else [])], rows)


def _shown(known: Schema, name: str, value: str, kind_id: int | None, language: str) -> str:
    definition = known.definition(name, kind_id)
    return shown(definition.type, value, language) if definition and value else value or "–"


def _consent_data(one: Consents) -> dict[str, object]:
    given = one.given or {}
    return {
        scope.value: {"answer": given[scope].answer.value, "given": given[scope].given or None,
                      "note": given[scope].note}
        for scope in Scope
        if scope in given
    }  # fmt: skip


def _refusal(one: Consents) -> str | None:
    return one.refusal.value if one.refusal else None


def _marks(one: Consents, held_back: int) -> str:
    parts = [say("consent.withdrawn", day=one.withdrawn)] if one.withdrawn else []
    if not one.withdrawn and one.refusal:
        parts.append(say(f"consent.mark.{one.refusal.name}"))
    if not one.may_be_analysed and not one.withdrawn:
        parts.append(say("consent.mark.no_analysis"))
    if held_back and one.refusal:
        parts.append(say("line.quotes_held_back", count=held_back))
    return ", ".join(parts)


def set_person(args: argparse.Namespace, output: Output) -> None:
    """Set one attribute of one participant."""
    with acting(args, output) as desk:
        person = lookup.labelled(desk.study, args.participant)
        acts.set_attribute(desk.study, person.id, _kept(args.name), args.value, add_choice=args.add_value)


def unset_person(args: argparse.Namespace, output: Output) -> None:
    """Take one attribute of one participant away."""
    with acting(args, output) as desk:
        acts.unset_attribute(desk.study, lookup.labelled(desk.study, args.participant).id, _kept(args.name))


def _kept(written: str) -> str:
    from workbench.transcripts.people import attribute_name

    return attribute_kept(attribute_name(written))


def consent(args: argparse.Namespace, output: Output) -> None:
    """Keep what a participant answered on consent."""
    with acting(args, output) as desk:
        person = lookup.labelled(desk.study, args.participant)
        answer = Answer(args.answer.replace("-", " "))
        consent_acts.answer(desk.study, person.id, Scope(args.scope), answer, args.given, args.note)


def withdraw(args: argparse.Namespace, output: Output) -> None:
    """Keep that a participant withdrew, and say what that does now."""
    if args.take_back and args.day:
        raise WrongUse(say("line.withdraw_not_day"))
    with acting(args, output) as desk:
        person = lookup.labelled(desk.study, args.participant)
        day = "" if args.take_back else args.day or date.today().isoformat()
        consent_acts.withdraw(desk.study, person.id, day)
        refused = quotes_held_back(desk.study).get(person.id, 0) if day else 0
        desk.result["refused"] = refused
        if day:
            desk.notes.append(say("line.withdrawn_now", label=person.label, count=refused))


def put_in_kind(args: argparse.Namespace, output: Output) -> None:
    """Say of which kind a participant is."""
    with acting(args, output) as desk:
        person = lookup.labelled(desk.study, args.participant)
        kind = None if args.kind in ("-", "–", "") else schema(desk.study).kind_named(args.kind).id
        schema_acts.put_in_kind(desk.study, person.id, kind)


# Kinds


def kinds(args: argparse.Namespace, output: Output) -> None:
    """List the kinds of people."""
    with reading(args) as study:
        known, people, templates = schema(study), lookup.participants(study), lookup.templates(study)
    rows = [
        (one.name, sum(person.kind_id == one.id for person in people), templates.own.get(one.id, ""),
         [each.name for each in known.definitions if each.kind_id == one.id])
        for one in known.kinds
    ]  # fmt: skip
    output.data([
        {"name": name, "people": count, "template": template or None, "attributes": own}
        for name, count, template, own in rows
    ])  # fmt: skip
    if not rows:
        output.line(say("line.no_kinds"))
        return
    headings = [say(f"line.col.{name}") for name in ("kind", "people", "template", "attributes")]
    output.table(headings, (
        (name, count, template or "–", ", ".join(map(attribute_label, own)) or "–")
        for name, count, template, own in rows
    ))  # fmt: skip


def add_kind(args: argparse.Namespace, output: Output) -> None:
    """Add a kind of people."""
    with acting(args, output) as desk:
        schema_acts.add_kind(desk.study, args.name)


def rename_kind(args: argparse.Namespace, output: Output) -> None:
    """Give a kind of people another name."""
    _on_kind(args, output, lambda study, kind_id: schema_acts.rename_kind(study, kind_id, args.new))


def move_kind(args: argparse.Namespace, output: Output) -> None:
    """Move a kind of people earlier or later."""
    _on_kind(args, output, lambda study, kind_id: schema_acts.move_kind(study, kind_id, _step(args)))


def set_template(args: argparse.Namespace, output: Output) -> None:
    """Say how quotes of a kind of people are attributed."""
    template = "" if args.template in ("-", "–") else template_kept(args.template)
    _on_kind(args, output, lambda study, kind_id: schema_acts.set_template(study, kind_id, template))


def remove_kind(args: argparse.Namespace, output: Output) -> None:
    """Take a kind of people away."""
    _on_kind(args, output, schema_acts.remove_kind)


def _on_kind(args: argparse.Namespace, output: Output, act: Callable[[StudyFile, int], object]) -> None:
    with acting(args, output) as desk:
        act(desk.study, schema(desk.study).kind_named(args.name).id)


def _step(args: argparse.Namespace) -> int:
    return -1 if args.step == "earlier" else 1


# Attributes


def attributes(args: argparse.Namespace, output: Output) -> None:
    """List what is known of people: the attributes that are defined, and those that are only in use."""
    with reading(args) as study:
        known, people, names = schema(study), lookup.participants(study), lookup.attribute_names(study)
    kind_names = {one.id: one.name for one in known.kinds}
    defined = {one.name for one in known.definitions}
    listed = [*known.definitions, *(Definition(0, "", name) for name in names if name not in defined)]
    held = {
        one: sum(
            one.name in person.attributes and (one.kind_id is None or person.kind_id == one.kind_id)
            for person in people
        )
        for one in listed
    }
    output.data([
        {"name": one.name, "kind": kind_names.get(one.kind_id or 0), "type": one.type.value if one.id else None,
         "choices": list(one.choices), "source": one.source or None,
         "bands": [band.name for band in one.bands], "note": one.note, "people": held[one]}
        for one in listed
    ])  # fmt: skip
    if not listed:
        output.line(say("line.no_attributes"))
        return
    headings = [say(f"line.col.{name}") for name in ("attribute", "kind", "type", "people", "values")]
    output.table(headings, (
        (attribute_label(one.name), kind_names.get(one.kind_id or 0, "–"),
         say(f"attribute.type.{one.type.value}") if one.id else "–", held[one], told_values(known, one))
        for one in listed
    ))  # fmt: skip


def told_values(known: Schema, one: Definition) -> str:
    """Return what the values of an attribute are, in words: its choices, or its bands and what they come of."""
    if one.type is Type.CATEGORY:
        return choices_written(one.choices)
    if one.type is Type.BAND:
        source = known.definition(one.source, one.kind_id)
        written = bands_written(one.bands, days=source is not None and source.type is Type.DATE)
        return f"{attribute_label(one.source)}: {written or say('line.by_tens')}"
    return one.note


def define(args: argparse.Namespace, output: Output) -> None:
    """Say what an attribute is, or change that."""
    with acting(args, output) as desk:
        known, name = schema(desk.study), _kept(args.name)
        kind_id = known.kind_named(args.kind).id if args.kind else None
        before = next((one for one in known.definitions if one.name == name and one.kind_id == kind_id), None)
        shape = _shape(args, before, known)
        if before is None:
            schema_acts.define(desk.study, name, shape, kind_id)
        else:
            schema_acts.change(desk.study, before.id, shape)


def _shape(args: argparse.Namespace, before: Definition | None, known: Schema) -> schema_acts.Shape:
    """Return what was asked for; what is not said stays as it was."""
    asked = args.type or (
        "band" if args.bands is not None or args.source else "category" if args.choices is not None else None
    )
    type_ = Type(asked) if asked else before.type if before else None
    if type_ is None:
        raise WrongUse(say("line.attribute_needs"))
    choices = choices_read(args.choices) if args.choices is not None else ()
    if args.choices is None and before:
        choices = before.choices
    source = _kept(args.source) if args.source else before.source if before else ""
    of = known.definition(source, before.kind_id if before else None)
    written = bands_written(before.bands, days=of is not None and of.type is Type.DATE) if before else ""
    bands = args.bands if args.bands is not None else written
    note = args.note if args.note is not None else before.note if before else ""
    return schema_acts.Shape(type_, choices, source, bands, note)


def rename(args: argparse.Namespace, output: Output) -> None:
    """Give an attribute another name, with everybody's values."""
    _on_attribute(args, output, lambda study, one: schema_acts.rename(study, one, _kept(args.new)))


def move(args: argparse.Namespace, output: Output) -> None:
    """Move an attribute earlier or later."""
    _on_attribute(args, output, lambda study, one: schema_acts.move(study, one, _step(args)))


def remove(args: argparse.Namespace, output: Output) -> None:
    """Take the definition of an attribute away."""
    _on_attribute(args, output, schema_acts.remove)


def _on_attribute(args: argparse.Namespace, output: Output, act: Callable[[StudyFile, int], object]) -> None:
    with acting(args, output) as desk:
        known, name = schema(desk.study), _kept(args.name)
        kind_id = known.kind_named(args.kind).id if args.kind else None
        found = [one for one in known.definitions if one.name == name and (not args.kind or one.kind_id == kind_id)]
        if not found:
            raise StudyError(f"«{attribute_label(name)}» is not defined; see `workbench attributes`.")
        if len(found) > 1:
            raise StudyError(f"«{attribute_label(name)}» is defined for several kinds; say which (--kind).")
        act(desk.study, found[0].id)
