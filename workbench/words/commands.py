"""What each command is called and what it does, for footer, palette, key guide, `--help` and docs."""

from workbench.words.commands_analysis import CODEBOOK, CODING, QUOTES, THEMES
from workbench.words.commands_material import MATERIAL
from workbench.words.commands_moving import CARET, EVERYWHERE, LISTS, TRANSCRIPTS
from workbench.words.commands_queries import QUERY_COMMANDS
from workbench.words.commands_sharing import ANONYMISE, LINE, TEAM

_ANALYSIS = {**CODING, **CODEBOOK, **THEMES, **QUOTES}
COMMANDS: dict[str, tuple[str, str]] = {
    **EVERYWHERE,
    **LISTS,
    **TRANSCRIPTS,
    **CARET,
    **_ANALYSIS,
    **ANONYMISE,
    **TEAM,
    **LINE,
    **MATERIAL,
    **QUERY_COMMANDS,
}
