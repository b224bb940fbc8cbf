"""All texts of the interface by key: (English, Bokmål)."""

from workbench.words.acts import ACTS
from workbench.words.arguments import ARGUMENTS
from workbench.words.arguments_material import ARGUMENTS_MATERIAL
from workbench.words.arguments_queries import ARGUMENTS_QUERIES
from workbench.words.browser import BROWSER
from workbench.words.commands import COMMANDS
from workbench.words.commands_people import PEOPLE_COMMANDS
from workbench.words.doctor import DOCTOR
from workbench.words.encryption import ENCRYPTION
from workbench.words.erasure import ERASURE
from workbench.words.history_rows import HISTORY_ROWS
from workbench.words.keymap import KEYMAP
from workbench.words.lines import LINES
from workbench.words.lines_material import LINES_MATERIAL
from workbench.words.people import PEOPLE
from workbench.words.queries import QUERIES
from workbench.words.repairs import REPAIRS_ROOM
from workbench.words.report import REPORT
from workbench.words.revisions import REVISIONS
from workbench.words.safety import SAFETY
from workbench.words.screens import SCREENS
from workbench.words.screens_answers import ANSWERS_ROOM
from workbench.words.screens_beside import BESIDE
from workbench.words.screens_care import CARE_ROOM
from workbench.words.screens_codebook import CODEBOOK_ROOM
from workbench.words.screens_coding_keys import CODING_KEYS
from workbench.words.screens_coding_margin import CODING_MARGIN
from workbench.words.screens_history import HISTORY_ROOM
from workbench.words.screens_intake import INTAKE_ROOM
from workbench.words.screens_people import PEOPLE_ROOM
from workbench.words.screens_queries import QUERIES_ROOM
from workbench.words.screens_quotes import QUOTES
from workbench.words.screens_reading import READING
from workbench.words.screens_reconcile import RECONCILE_ROOM
from workbench.words.screens_repairs import REPAIRS_IN_STUDY
from workbench.words.screens_schema import SCHEMA_ROOM
from workbench.words.screens_search import SEARCH_ROOM
from workbench.words.screens_sessions import SESSIONS_ROOM
from workbench.words.screens_start import START
from workbench.words.screens_themes import THEMES_ROOM
from workbench.words.screens_transcripts import TRANSCRIPTS_ROOM
from workbench.words.screens_turns import TURNS
from workbench.words.surface import SURFACE
from workbench.words.team import TEAM
from workbench.words.trail import TRAIL

CATALOGUE: dict[str, tuple[str, str]] = {
    **ACTS,
    **COMMANDS,
    **SCREENS,
    **CODEBOOK_ROOM,
    **BESIDE,
    **THEMES_ROOM,
    **RECONCILE_ROOM,
    **TRANSCRIPTS_ROOM,
    **HISTORY_ROOM,
    **HISTORY_ROWS,
    **INTAKE_ROOM,
    **REPAIRS_ROOM,
    **ANSWERS_ROOM,
    **REPAIRS_IN_STUDY,
    **SESSIONS_ROOM,
    **TURNS,
    **CODING_KEYS,
    **CODING_MARGIN,
    **READING,
    **PEOPLE_ROOM,
    **PEOPLE,
    **PEOPLE_COMMANDS,
    **SCHEMA_ROOM,
    **SEARCH_ROOM,
    **START,
    **QUOTES,
    **TEAM,
    **REPORT,
    **REVISIONS,
    **QUERIES,
    **QUERIES_ROOM,
    **TRAIL,
    **LINES,
    **LINES_MATERIAL,
    **ARGUMENTS,
    **ARGUMENTS_MATERIAL,
    **ARGUMENTS_QUERIES,
    **ENCRYPTION,
    **SAFETY,
    **BROWSER,
    **CARE_ROOM,
    **DOCTOR,
    **ERASURE,
    **KEYMAP,
    **SURFACE,
}
