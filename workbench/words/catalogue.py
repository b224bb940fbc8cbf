"""All texts of the interface by key: (English, Bokmål)."""

from workbench.words.acts import ACTS
from workbench.words.arguments import ARGUMENTS
from workbench.words.commands import COMMANDS
from workbench.words.lines import LINES
from workbench.words.screens import SCREENS

CATALOGUE: dict[str, tuple[str, str]] = {**ACTS, **COMMANDS, **SCREENS, **LINES, **ARGUMENTS}
