"""Carrying out one command line: exit codes, and no traceback at anybody."""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from workbench import __version__, settings, words
from workbench.cli.output import Output, WrongUse, prepare_streams
from workbench.cli.parser import language_asked, parse
from workbench.cli.passphrase import Unlock, unlocked
from workbench.cli.verbs import Verb
from workbench.cli.who import coder
from workbench.errors import WorkbenchError
from workbench.study.text import visible_lines

DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
Handler = Callable[[argparse.Namespace, Output], "int | None"]
# (study folder, read only, as whom to work, what asks for the key of an encrypted one) → exit code
Screens = Callable[[Path, bool, "str | None", Unlock], int]


def run(line: Sequence[str], screens: Screens) -> int:
    """Carry out a command line and return the exit code; `screens` opens the screens on a study folder.

    0 done; 1 refused, with a sentence on stderr; 2 wrong use; 130 interrupted.
    """
    prepare_streams()
    try:
        code = _carry_out(line, screens)
        sys.stdout.flush()
        return code
    except BaseException as error:
        return outcome(error)


def outcome(error: BaseException) -> int:
    """Say what went wrong in a sentence and return the exit code; what nobody foresaw goes to the log."""
    match error:
        case SystemExit():
            return error.code if isinstance(error.code, int) else DONE
        case KeyboardInterrupt():
            return INTERRUPTED
        case BrokenPipeError():
            # The reader of the pipe has seen enough; point stdout elsewhere so that the last flush stays quiet.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        case WrongUse():
            Output.complain(str(error))
            return WRONG_USE
        case WorkbenchError():
            Output.complain(str(error))
            return REFUSED
        case OSError():
            Output.complain(_of_the_disk(error))
            return REFUSED
        case Exception():
            return _unexpected(error)
        case _:
            raise error


def _of_the_disk(error: OSError) -> str:
    """Say what a file operation met that no room had foreseen: a name too long, a folder nobody may look into."""
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return f"What was asked is done as far as it goes, but not shown here ({reason}); see `workbench history`."
    return f"{error.filename} cannot be used ({reason}); check the name, the folder and your rights to it."


def _carry_out(line: Sequence[str], screens: Screens) -> int:
    asked = language_asked(line)
    words.use(asked if asked in words.LANGUAGES else settings.load().language)
    args, verb = parse(line)
    if getattr(args, "version", False):
        sys.stdout.write(f"workbench {__version__}\n")
        return DONE

    def unlock(folder: Path) -> bytes | None:
        return unlocked(folder, args.passphrase_file, recovery=args.recovery)

    def open_screens(folder: Path) -> int:
        if args.language:
            os.environ["WORKBENCH_LANGUAGE"] = args.language
        if args.calm:
            os.environ["WORKBENCH_CALM"] = "1"
        return screens(folder, args.read_only, coder(args), unlock)

    if verb is None:
        return open_screens(Path(args.study))
    args.open_screens = open_screens
    return handler(verb)(args, Output(args.json)) or DONE


def handler(verb: Verb) -> Handler:
    """Return the function that carries out a verb; its module is imported only now."""
    module, _, name = verb.run.partition(":")
    return cast(Handler, getattr(importlib.import_module(f"workbench.cli.{module}"), name))


def _unexpected(error: Exception) -> int:
    if os.environ.get("WORKBENCH_DEBUG") == "1":
        sys.stderr.write(visible_lines("".join(traceback.format_exception(error))))
        return REFUSED
    try:
        where = f"what is known stands in {_logged(error)}"
    except (OSError, RuntimeError):
        where = "no log could be written"
    Output.complain(
        f"Something went wrong that should not have ({type(error).__name__}); {where}. "
        "Acts are whole or not at all, so the study is as it was before the last one."
    )
    return REFUSED


def _logged(error: BaseException) -> Path:
    """Write what went wrong and where, without any message or value: those may hold an interviewee's words."""
    path = settings.config_folder() / "workbench.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} workbench {__version__} python {sys.version.split()[0]}"]
    cause: BaseException | None = error
    while cause is not None and len(lines) < 200:
        lines.append(f"  {type(cause).__name__}")
        lines += [
            f"    {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    with path.open("a", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")
    return path
