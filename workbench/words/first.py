"""The texts of the first frame: the rest of the catalogue is read once they are seen, or when one of it is asked for."""

from workbench.words.commands import COMMANDS
from workbench.words.screens import SCREENS
from workbench.words.screens_beside import BESIDE
from workbench.words.screens_reading import READING
from workbench.words.screens_turns import TURNS

FIRST = {**COMMANDS, **SCREENS, **BESIDE, **READING, **TURNS}
