"""As whom to work."""

import argparse

from workbench import settings


def coder(args: argparse.Namespace) -> str | None:
    """Return as whom to work: the argument, else the setting, else None (the study's first coder)."""
    return args.coder or settings.load().coder or None
