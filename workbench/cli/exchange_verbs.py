"""Verbs that write the codebook to a file and take one in."""

import argparse
from pathlib import Path

from workbench.cli.desk import acting, reading
from workbench.cli.output import Output
from workbench.exchange import read_codebook, take_codebook, write_codebook
from workbench.store.lookups.codes import codebook
from workbench.words import say


def export_codebook(args: argparse.Namespace, output: Output) -> None:
    """Write the codebook in the format the file's ending names."""
    path = Path(args.file)
    with reading(args) as study:
        write_codebook(study, path)
        count = len(codebook(study))
    output.data({"file": str(path), "codes": count})
    output.line(say("line.codebook_written", count=count, file=path))


def import_codebook(args: argparse.Namespace, output: Output) -> None:
    """Take in a codebook: new codes come, empty fields are filled, nothing is overwritten."""
    file = read_codebook(Path(args.file))
    with acting(args, output) as desk:
        report = take_codebook(desk.study, file)
        warnings = [*file.notes, *report.differs]
        desk.result |= {
            "added": report.added, "updated": report.updated, "unchanged": report.unchanged, "warnings": warnings,
        }  # fmt: skip
        desk.notes.append(say(
            "line.codebook_taken", added=report.added, updated=report.updated, unchanged=report.unchanged
        ))  # fmt: skip
        desk.notes += [f"! {warning}" for warning in warnings]
