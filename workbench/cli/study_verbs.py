"""Verbs on the study as a whole: making it, its transcripts, its history, its settings."""

import argparse
import getpass
from collections.abc import Callable
from pathlib import Path

from workbench.acts import history as history_acts
from workbench.acts import people as people_acts
from workbench.cli.desk import Desk, acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passphrase import new_passphrase
from workbench.cli.vault_verbs import tell_recovery_key
from workbench.cli.who import coder
from workbench.errors import StudyError
from workbench.store import engine
from workbench.store.lookups import readings
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.pieces import alike, pieces
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.attribution import DEFAULT_TEMPLATES
from workbench.study.changes import Change
from workbench.study.ids import short
from workbench.study.people import SMALL_NUMBER
from workbench.study.quotes import INSERT_STYLES
from workbench.study.reading import Passes, share
from workbench.study.text import squeeze_name
from workbench.words import say
from workbench.words.attributes import template_kept

# Setting → what it may be; None: see the act.
SETTINGS: dict[str, tuple[str, ...] | None] = {
    "attribution": None, "insert_style": tuple(INSERT_STYLES), "assist": ("on", "off"), "round": None,
    "small_number": None,
}  # fmt: skip


def init(args: argparse.Namespace, output: Output) -> None:
    """Make a study."""
    if args.read_only:
        raise WrongUse(say("line.not_read_only", verb="init"))
    where = Path(args.folder or args.study)
    name = squeeze_name(args.name or where.resolve().name)
    language = args.language or "nb"
    who = coder(args) or _login_name()
    passphrase = _passphrase(args, where) if args.encrypted else None
    with StudyFile.create(where, name, language, who, passphrase=passphrase) as study:
        recovery = study.recovery_key
        output.data({"folder": str(where), "name": name, "language": language, "coder": who, "recovery_key": recovery})
        output.line(say("line.made", name=name, folder=where.resolve(), coder=who))
        if recovery:
            tell_recovery_key(output, recovery)
        output.line(say("line.made_next"))


def _passphrase(args: argparse.Namespace, where: Path) -> str:
    engine.need_encryption(where / FILE_NAME)
    return new_passphrase(args.passphrase_file)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "coder"


def transcripts(args: argparse.Namespace, output: Output) -> None:
    """List the transcripts."""
    with reading(args) as study:
        cards = transcript_lookup.cards(study)
        passes, looks = readings.all_passes(study), readings.all_looks(study)
    read = {card.id: passes.get(card.id, Passes()) for card in cards}
    looked = {card.id: share(*looks[card.id]) if card.id in looks else 0 for card in cards}
    output.data([
        {"id": short(card.id), "name": card.name, "participant": card.participant, "format": card.format,
         "words": card.words, "turns": card.turns, "codings": card.codings, "quotes": card.quotes,
         "read": card.read, "reviewed": card.reviewed,
         "passes": [{"started": one.started, "finished": one.finished} for one in read[card.id].passes],
         "looked": looked[card.id]}
        for card in cards
    ])  # fmt: skip
    if not cards:
        output.line(say("line.no_transcripts"))
        return
    headings = [say(f"line.col.{name}") for name in (
        "transcript", "participant", "words", "turns", "codings", "quotes", "read", "reviewed", "passes",
        "looked")]  # fmt: skip
    output.table(headings, (
        (card.name, card.participant, card.words, card.turns, card.codings, card.quotes, _yes(card.read),
         _yes(card.reviewed), read[card.id].finished, say("looked.percent", share=looked[card.id]))
        for card in cards
    ))  # fmt: skip


def _yes(holds: bool) -> str:
    return say("line.yes") if holds else "–"


def undo(args: argparse.Namespace, output: Output) -> None:
    """Take back the last acts."""
    _step(args, output, history_acts.undo)


def redo(args: argparse.Namespace, output: Output) -> None:
    """Do the acts taken back again."""
    _step(args, output, history_acts.redo)


def _step(args: argparse.Namespace, output: Output, step: Callable[[StudyFile], Change]) -> None:
    if args.count < 1:
        raise WrongUse(say("line.count_from_one"))
    with acting(args, output, known_coder_only=True) as desk:
        for number in range(args.count):
            try:
                step(desk.study)
            except StudyError:
                if not number:
                    raise
                desk.notes.append(say("line.steps_done", count=number))
                break
        _tell_pieces(desk, redo=step is history_acts.redo)


def _tell_pieces(desk: Desk, *, redo: bool) -> None:
    """Say how to go on with what was taken in piece by piece."""
    study = desk.study
    following = history_acts.next_redo(study) if redo else history_acts.next_undo(study)
    if following is not None and alike(following, desk.changes[-1]):
        line, count = "redo" if redo else "undo", pieces(study, following, redo=redo).acts
        desk.notes.append(say(f"line.pieces.{line}", name=following.detail["name"], count=count))


def set_setting(args: argparse.Namespace, output: Output) -> None:
    """Set something for the whole study, or show the settings."""
    if args.name is None:
        with reading(args) as study:
            values = _settings(study)
        output.data({"acts": [], "settings": values})
        output.table([say("line.col.setting"), say("line.col.value")], values.items())
        return
    if args.value is None:
        raise WrongUse(say("line.set_needs_value", name=args.name))
    allowed = SETTINGS.get(args.name, ())
    if args.name not in SETTINGS:
        raise StudyError(f"There is no setting «{args.name}»; there are {', '.join(SETTINGS)}.")
    if allowed is not None and args.value not in allowed:
        raise StudyError(f"«{args.name}» is one of {', '.join(allowed)}, not «{args.value}».")
    with acting(args, output) as desk:
        value = template_kept(args.value) if args.name == "attribution" else args.value
        people_acts.set_setting(desk.study, args.name, value)
        desk.result["settings"] = _settings(desk.study)


def _settings(study: StudyFile) -> dict[str, str]:
    defaults = {"attribution": DEFAULT_TEMPLATES.get(study.language, ""), "insert_style": "ellipses", "assist": "on",
                "round": "1", "small_number": str(SMALL_NUMBER)}  # fmt: skip
    return {name: study.setting(name, default) for name, default in defaults.items()}
