"""What each command is called and what it does, for footer, palette, key guide, `--help` and docs."""

from workbench.words.commands_analysis import CODEBOOK, CODING, QUOTES, THEMES
from workbench.words.commands_moving import CARET, EVERYWHERE, LISTS, TRANSCRIPTS
from workbench.words.commands_sharing import ANONYMISE, LINE, TEAM

COMMANDS: dict[str, tuple[str, str]] = {
    **EVERYWHERE, **LISTS, **TRANSCRIPTS, **CARET, **CODING, **CODEBOOK, **THEMES, **QUOTES, **ANONYMISE, **TEAM, **LINE,
}  # fmt: skip
