"""As whom to work."""

import argparse

from workbench import settings
from workbench.errors import StudyError
from workbench.study.codes import MAX_NAME
from workbench.study.text import squeeze_name
from workbench.words import say


def coder(args: argparse.Namespace) -> str | None:
    """Return as whom to work: the argument, else the setting, else None (the study's first coder).

    Raises:
        StudyError: the name is longer than a name may be.
    """
    name = squeeze_name(args.coder or settings.load().coder)
    if len(name) > MAX_NAME:
        raise StudyError(say("line.coder_too_long", name=name[:40], length=len(name), most=MAX_NAME))
    return name or None
