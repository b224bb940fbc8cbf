"""Verbs on the thematic map: keeping versions of it, showing them, and what differs between two."""

import argparse

from workbench.acts import theme_maps as acts
from workbench.cli.clock import local_time
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output
from workbench.store.lookups.theme_maps import map_named, maps, present_map
from workbench.store.study_file import StudyFile
from workbench.study.theme_maps import MapChange, MapStage, ThemeMap, difference
from workbench.words import say
from workbench.words.history import value_name


def save(args: argparse.Namespace, output: Output) -> None:
    """Keep the present themes as a version of the map."""
    with acting(args, output) as desk:
        acts.save(desk.study, args.name, MapStage(args.stage))


def remove(args: argparse.Namespace, output: Output) -> None:
    """Take a kept version away."""
    with acting(args, output) as desk:
        acts.remove(desk.study, map_named(desk.study, args.name).id)


def list_maps(args: argparse.Namespace, output: Output) -> None:
    """List the kept versions, oldest first."""
    with reading(args) as study:
        found = maps(study)
    output.data([
        {"name": one.name, "stage": one.stage, "coder": one.coder, "created": one.created, "themes": len(one.themes),
         "codes": len({guid for theme in one.themes for guid in theme.codes})}
        for one in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.no_maps"))
        return
    headings = [say(f"line.col.{name}") for name in ("name", "stage", "themes", "coder", "when")]
    output.table(headings, (
        (one.name, value_name(one.stage), len(one.themes), one.coder, local_time(one.created)) for one in found
    ))  # fmt: skip


def show(args: argparse.Namespace, output: Output) -> None:
    """Print a kept version, or the map as it is now."""
    with reading(args) as study:
        found = _meant(study, args.name)
    names = {one.guid: one.name for one in found.themes}
    output.data({
        "name": found.name or None, "stage": found.stage or None, "coder": found.coder or None,
        "created": found.created or None,
        "themes": [
            {"name": one.name, "level": one.level, "status": one.status, "parent": names.get(one.parent),
             "concept": one.concept, "codes": list(one.codes.values())}
            for one in found.themes
        ],
    })  # fmt: skip
    output.line(_title(found))
    for one in found.themes:
        indent = "    " * (found.depth(one) + 1)
        output.line(f"{indent}{one.name}  [{value_name(one.status)}, {value_name(one.level)}]")
        if one.concept:
            output.lines(one.concept, f"{indent}    ")
        for name in one.codes.values():
            output.line(f"{indent}    · {name}")


def _meant(study: StudyFile, name: str | None) -> ThemeMap:
    return map_named(study, name) if name else present_map(study)


def _title(found: ThemeMap) -> str:
    if not found.name:
        return say("line.map_now")
    return say(
        "line.map_kept", name=found.name, stage=value_name(found.stage), coder=found.coder,
        when=local_time(found.created),
    )  # fmt: skip


def diff(args: argparse.Namespace, output: Output) -> None:
    """Print what differs between two versions, or between one and the present."""
    with reading(args) as study:
        before, after = map_named(study, args.before), _meant(study, args.after)
    found = difference(before, after)
    output.data([
        {"kind": one.kind.value, "name": one.name, "before": one.before or None, "after": one.after or None,
         "text": _sentence(one)}
        for one in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.map_same"))
    for one in found:
        output.line(_sentence(one))


def _sentence(change: MapChange) -> str:
    top = say("line.map_top")
    before, after = (value_name(text) or top for text in (change.before, change.after))
    return say(f"map.{change.kind.value.replace(' ', '_')}", name=change.name, before=before, after=after)
