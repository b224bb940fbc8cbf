"""Verbs on the codes of the codebook."""

import argparse

from workbench.acts import codebook as acts
from workbench.acts.codebook_split import split as split_code
from workbench.cli.clock import local_time
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import CODING, pointed_at
from workbench.store.lookups.code_history import code_history
from workbench.store.lookups.codes import CodeUse, codebook, use
from workbench.store.study_file import StudyFile
from workbench.study.codes import CODE_FACTS, DEFINITION_FIELDS, Code, Codebook, CodeStatus, join_aliases
from workbench.study.text import shorten, squeeze_name
from workbench.words import say


def codes(args: argparse.Namespace, output: Output) -> None:
    """Print the codebook as a tree."""
    with reading(args) as study:
        book, used = codebook(study), use(study)
    output.data([_as_data(book, code, depth, used.get(code.id, CodeUse())) for code, depth in book.walk()])
    if not len(book):
        output.line(say("line.no_codes"))
        return
    headings = [say(f"line.col.{name}") for name in ("code", "codings", "people", "definition")]
    output.table(headings, (_row(code, depth, used.get(code.id, CodeUse())) for code, depth in book.walk()))


def _row(code: Code, depth: int, used: CodeUse) -> tuple[str, int, int, str]:
    name = f"{'  ' * depth}{code.name}"
    if code.aliases:
        name += f" ({say('line.also', names=join_aliases(code.aliases))})"
    if code.status is CodeStatus.RETIRED:
        name += f" ({say('line.retired')})"
    if not code.codable:
        name += f" ({say('line.folder')})"
    return name, used.codings, used.people, shorten(code.brief or code.definition, 100) or "–"


def _as_data(book: Codebook, code: Code, depth: int, used: CodeUse) -> dict[str, object]:
    path = book.path(code.id)
    return {
        "name": code.name, "path": " > ".join(path), "depth": depth,
        "parent": " > ".join(path[:-1]) or None, "codings": used.codings, "people": used.people,
        **{name: getattr(code, name) for name in DEFINITION_FIELDS},
        "aliases": list(code.aliases), "source": code.source.value, "owner": code.owner,
        "colour": code.colour, "codable": code.codable, "status": code.status.value,
    }  # fmt: skip


def _texts(args: argparse.Namespace) -> dict[str, str]:
    given = {name: getattr(args, name) for name in (*DEFINITION_FIELDS, *CODE_FACTS)}
    return {name: text for name, text in given.items() if text is not None}


def _named(study: StudyFile, name: str) -> int:
    return codebook(study).named(name).id


def add(args: argparse.Namespace, output: Output) -> None:
    """Add a code."""
    with acting(args, output) as desk:
        parent = _named(desk.study, args.under) if args.under else None
        code_id = acts.add(desk.study, args.name, parent, **_texts(args))
        desk.result["code"] = " > ".join(codebook(desk.study).path(code_id))


def define(args: argparse.Namespace, output: Output) -> None:
    """Write definition fields of a code."""
    texts = _texts(args)
    if not texts:
        raise WrongUse(say("line.define_needs"))
    with acting(args, output) as desk:
        acts.define(desk.study, _named(desk.study, args.name), texts)


def rename(args: argparse.Namespace, output: Output) -> None:
    """Rename a code."""
    with acting(args, output) as desk:
        acts.rename(desk.study, _named(desk.study, args.name), args.new)


def move(args: argparse.Namespace, output: Output) -> None:
    """Move a code under another, or to the top."""
    with acting(args, output) as desk:
        acts.move(desk.study, _named(desk.study, args.name), _named(desk.study, args.under) if args.under else None)


def merge(args: argparse.Namespace, output: Output) -> None:
    """Merge a code into another."""
    with acting(args, output) as desk:
        desk.result["codings"] = acts.merge(desk.study, _named(desk.study, args.name), _named(desk.study, args.into))


def retire(args: argparse.Namespace, output: Output) -> None:
    """Put a code away."""
    _set_status(args, output, CodeStatus.RETIRED)


def revive(args: argparse.Namespace, output: Output) -> None:
    """Take a code into use again."""
    _set_status(args, output, CodeStatus.ACTIVE)


def _set_status(args: argparse.Namespace, output: Output, status: CodeStatus) -> None:
    with acting(args, output) as desk:
        acts.set_status(desk.study, _named(desk.study, args.name), status)


def remove(args: argparse.Namespace, output: Output) -> None:
    """Remove a code that has neither codings nor codes under it."""
    with acting(args, output) as desk:
        acts.remove(desk.study, _named(desk.study, args.name))


def split(args: argparse.Namespace, output: Output) -> None:
    """Give some codings of a code another code, new or there already."""
    with acting(args, output) as desk:
        book = codebook(desk.study)
        code = book.named(args.name)
        chosen = [pointed_at(desk.study, one, CODING) for one in args.codings]
        wanted = squeeze_name(args.to)
        target = book.named(wanted).id if book.is_named(wanted) else wanted
        into = dict.fromkeys(chosen, target)
        made = split_code(desk.study, code.id, into, themes=not args.no_themes, memos=args.memos)
        desk.result["codings"] = len(into)
        desk.result["made"] = bool(made)


def history(args: argparse.Namespace, output: Output) -> None:
    """Print how a code has been called and defined, by whom and when."""
    with reading(args) as study:
        found = code_history(study, _named(study, args.name))
    output.data({
        "versions": [
            {"at": one.at, "coder": one.coder, "name": one.name, "changed": list(one.changed), **one.fields}
            for one in found.versions
        ],
        "older": found.older_codings,
    })  # fmt: skip
    for one in found.versions:
        output.line(f"{local_time(one.at)}  {one.coder}  «{one.name}»")
        for name in one.changed:
            if name != "name":
                output.lines(f"{say(f'merge.field.{name}')}: {one.fields[name] or '–'}", "    ")
    output.line(say("line.older_codings", count=found.older_codings))
