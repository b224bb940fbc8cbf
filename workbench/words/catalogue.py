"""All texts of the interface by key: (English, Bokmål)."""

from workbench.words.acts import ACTS
from workbench.words.commands import COMMANDS
from workbench.words.screens import SCREENS

CATALOGUE: dict[str, tuple[str, str]] = {**ACTS, **COMMANDS, **SCREENS}
