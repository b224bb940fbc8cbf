"""The tables of a study file, as numbered migrations carried out by sqlite-utils.

Every table that acts write to has `id` (63-bit, see study.ids), `guid` and `deleted`; rows are never removed by
an act, so undoing is setting columns back. Offsets are code points of the transcript's NFC text, end exclusive.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.store.engine import APPLICATION_ID, Connection
from workbench.store.migrations import format_1, format_2, format_3

if TYPE_CHECKING:
    from sqlite_utils import Database

VERSION = 3

# Tables an act may write to; their rows are journalled column by column.
JOURNALLED = (
    "coder", "participant", "attribute", "transcript", "revision", "speaker", "session", "session_participant",
    "session_transcript", "code", "coding", "theme", "theme_code", "map_version", "review", "memo", "memo_link",
    "quote", "quote_edit", "entity", "entity_exception", "finding", "verdict", "reading", "saved_search", "export",
    "setting", "repair", "carried", "known_label", "people_kind", "attribute_definition", "consent",
)  # fmt: skip

# Rows that live and die with a journalled row, and what is kept beside the study itself.
ATTACHED = ("transcript_text", "turn", "original", "mark")
BESIDE = ("act", "change", "desk", "word")
SEARCH = ("turn_words", "word_part")

# One step a format.
STEPS: tuple[tuple[str, Callable[[Connection], None]], ...] = (
    ("m001_first", format_1.carry_out),
    ("m002_trustworthy", format_2.carry_out),
    ("m003_transcripts_in", format_3.carry_out),
)


def migrate(connection: Connection, wanted: Sequence[tuple[str, Callable[[Connection], None]]] = STEPS) -> None:
    """Bring the file to the newest schema, in one transaction: it is of the old format or of the newest, never between.

    Each step is kept with its record and its format number.
    """
    from sqlite_utils import Database, Migrations

    steps = Migrations("workbench")

    def step(name: str, number: int, carry_out: Callable[[Connection], None]) -> None:
        def run(_: "Database") -> None:
            carry_out(connection)
            # In the same transaction: a file must not say another format than it has.
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={number}")

        run.__name__ = name
        steps()(run)

    for number, (name, carry_out) in enumerate(wanted, 1):
        step(name, number, carry_out)
    database: Any = Database(connection)
    with database.atomic():
        steps.apply(database)
