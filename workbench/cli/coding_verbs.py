"""Verbs on codings: coding passages, listing them, suggestions."""

import argparse
import csv
import io
from pathlib import Path

from workbench.acts import coding as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import CODING, ShownIds, as_data, pointed_at, print_passages
from workbench.errors import StudyError
from workbench.store.lookups import codings as lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook
from workbench.study.codings import Level, Marks, Stance
from workbench.study.ids import short
from workbench.study.text import canonical
from workbench.words import say

_COLUMNS = ("transcript", "turn", "words", "code")
_MAX_BYTES = 50_000_000


def code(args: argparse.Namespace, output: Output) -> int:
    """Code one passage, or every row of a file."""
    if args.file is not None:
        alone = (args.transcript, args.turn, args.words, args.code, args.new, args.under, args.memo)
        if any((*alone, args.level, args.stance, args.uncertain, args.important)):
            raise WrongUse(say("line.code_file_alone"))
        return _code_file(args, output)
    if not (args.transcript and args.words and args.code):
        raise WrongUse(say("line.code_needs"))
    if args.under and not args.new:
        raise WrongUse(say("line.under_needs_new"))
    marks = Marks(Level(args.level or ""), Stance(args.stance or ""), not args.uncertain, args.important)
    with acting(args, output) as desk:
        study = desk.study
        transcript = transcript_lookup.load(study, transcript_lookup.named(study, args.transcript))
        span = transcript.find(canonical(args.words).text, args.turn)
        codes, memo = codebook(study), args.memo or ""
        if args.new:
            parent = codes.named(args.under).id if args.under else None
            coding_id, _ = acts.new_code(study, transcript.id, span, args.code, parent, memo=memo, marks=marks)
        else:
            code_id = codes.named(args.code).id
            coding_id = acts.apply(study, transcript.id, span, code_id, memo=memo, marks=marks)
        desk.result |= {"coding": short(coding_id), "added": 1, "refused": []}
        desk.notes.append(say("line.coding_id", id=ShownIds(study, CODING)[coding_id]))
    return 0


def _code_file(args: argparse.Namespace, output: Output) -> int:
    path = Path(args.file)
    rows = _rows(path)
    with acting(args, output) as desk:
        added, refused = acts.take_file(desk.study, rows, path.name)
        desk.result |= {"coding": None, "added": added, "refused": refused}
        desk.notes.append(say("line.rows_taken", added=added, passed=len(rows) - added - len(refused)))
    for sentence in refused:
        output.complain(sentence)
    return 1 if refused else 0


def _rows(path: Path) -> list[acts.NewCoding]:
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), delimiter=_delimiter(path))
    missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise StudyError(
            f"{path} lacks the column {', '.join(missing)}; the first row must name {', '.join(_COLUMNS)} "
            "(and memo, if there are any)."
        )
    found: list[acts.NewCoding] = []
    try:
        for number, row in enumerate(reader, 2):
            turn = (row["turn"] or "").strip()
            if not (turn.isascii() and turn.isdecimal() and len(turn) < 9):
                raise StudyError(f"{path} row {number}: «{turn[:40]}» is no turn number; nothing was changed.")
            words, name, memo = (canonical(row.get(column) or "").text for column in ("words", "code", "memo"))
            found.append(acts.NewCoding((row["transcript"] or "").strip(), int(turn), words, name, memo.strip()))
    except csv.Error as error:
        raise StudyError(f"{path}, line {reader.line_num}: this is not a CSV table ({error}).") from error
    return found


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise StudyError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB; split it.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(f"{path} is not UTF-8 text; save it as CSV UTF-8.") from error
    except OSError as error:
        raise StudyError(f"{path} cannot be read ({error.strerror}).") from error


def _delimiter(path: Path) -> str:
    first = _text(path).split("\n", 1)[0]
    return max(",;\t", key=first.count)


def mark(args: argparse.Namespace, output: Output) -> None:
    """Say what a coding is: its level, its stance, whether it is certain, whether important."""
    if (args.certain and args.uncertain) or (args.important and args.not_important):
        raise WrongUse(say("line.mark_both"))
    if not any((args.level, args.stance, args.certain, args.uncertain, args.important, args.not_important)):
        raise WrongUse(say("line.mark_needs"))
    with acting(args, output) as desk:
        study = desk.study
        coding_id = pointed_at(study, args.coding, CODING)
        with study.together("coding.mark", acts.told(study, coding_id)):
            if args.level:
                acts.set_level(study, coding_id, Level("" if args.level == "unset" else args.level))
            if args.stance:
                acts.set_stance(study, coding_id, Stance("" if args.stance == "unset" else args.stance))
            if args.certain or args.uncertain:
                acts.set_certain(study, coding_id, args.certain)
            if args.important or args.not_important:
                acts.set_important(study, coding_id, args.important)


def uncode(args: argparse.Namespace, output: Output) -> None:
    """Drop a coding."""
    with acting(args, output) as desk:
        acts.drop(desk.study, pointed_at(desk.study, args.coding, CODING))


def codings(args: argparse.Namespace, output: Output) -> None:
    """List codings by transcript and place."""
    with reading(args) as study:
        transcript_id = transcript_lookup.named(study, args.transcript) if args.transcript else None
        coder_id = people_lookup.coder_named(study, args.coder_name).id if args.coder_name else None
        found = lookup.passages(study, transcript_id=transcript_id, coder_id=coder_id, around=0)
        ids = ShownIds(study, CODING)
    output.data([as_data(passage) for passage in found])
    if not found:
        output.line(say("line.no_codings"))
    if not output.as_json:
        print_passages(output, found, ids)


def quotes(args: argparse.Namespace, output: Output) -> None:
    """Print every passage of a code."""
    if not 0 <= args.context <= 2000:
        raise WrongUse(say("line.context_range"))
    with reading(args) as study:
        codes = codebook(study)
        named = codes.named(args.code)
        wanted = codes.with_descendants(named.id) if args.children else {named.id}
        found = lookup.passages(study, code_ids=wanted, around=args.context)
        ids = ShownIds(study, CODING)
    output.data([as_data(passage, context=True) for passage in found])
    if output.as_json:
        return
    print_passages(output, found, ids, context=args.context)
    people = {passage.participant or passage.transcript for passage in found}
    output.line(say("line.passages", count=len(found), people=len(people), code=named.name))
