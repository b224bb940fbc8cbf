"""A study whose every text holds what a terminal, a markup reader or a bidi renderer would act on."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from pathlib import Path

from workbench.acts import codebook, coding, entities, memos, people, quotes, themes, transcripts
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.study.spans import Span
from workbench.study.transcripts import Role

# Acts make control characters harmless on the way in, so they are put into the finished file: each stands as a
# private character, one for one, until then.
_PRIVATE = 0xE000
SIGNS = "\x1b\x07\x00\x08\x0d\x7f\x90\x9b\x9c\x9d"


def hidden(text: str) -> str:
    return text.translate({ord(sign): _PRIVATE + ord(sign) for sign in SIGNS})


def revealed(text: str) -> str:
    return text.translate({_PRIVATE + ord(sign): ord(sign) for sign in SIGNS})


MARKUP = "[bold]fet[/bold] [/] [P1] [@click=app.quit]klikk[/] [link=x]"
ESCAPES = (
    "\x1b[31mrød \x1b]52;c;SEVNTUVMSUc=\x07 \x1b]0;tittel\x07 \x1bPq#0\x1b\\ \x9b2J \x9d52;c;QQ==\x9c "
    "\x1b[2J\x08\x0d\x7f\x00 \u202eomvendt\u202c \u2066iso\u2069 \u200f"
)
HOSTILE = hidden(f"{MARKUP} {ESCAPES}")
SHORT = hidden("[bold]x[/] \x1b[31m\x9b2J\x07\u202e")

MARKUP_PIECES = ("[bold]", "[/]", "[P1]", "[@click=app.quit]")


def build(folder: Path) -> Path:
    """Make the study and return its folder."""
    with StudyFile.create(folder, f"Studie {SHORT}", "nb", "Anna") as study:
        for number in (1, 2):
            label = hidden(f"P{number} [bold]\x1b[31m")
            turns = [
                transcripts.NewTurn("Hva skjedde? " + HOSTILE, hidden("I[/]\x1b[7m"), Role.INTERVIEWER),
                transcripts.NewTurn(
                    f"Jeg ventet på Kari {HOSTILE}. " + "Og så gikk det seg til. " * 30, label, Role.PARTICIPANT, label
                ),
            ]
            file = hidden("fil\x1b[31m[bold].txt")
            transcripts.add(study, transcripts.NewTranscript(label, turns, file, "txt", "utf-8", f"h{number}"))
        top = codebook.add(study, f"Topp {SHORT}", None, brief=HOSTILE, definition=HOSTILE, when=HOSTILE)
        code = codebook.add(study, f"Kode {SHORT}", top, brief=HOSTILE, definition=HOSTILE)
        theme = themes.add(study, f"Tema {SHORT}", concept=HOSTILE, definition=HOSTILE)
        themes.gather(study, theme, code)
        for card in lookup.cards(study):
            text = lookup.load(study, card.id).text
            at = text.index("Jeg ventet")
            one = coding.apply(study, card.id, Span(at, at + 60), code)
            coding.apply(study, card.id, Span(at, at + 200), top)
            coding.set_memo(study, one, HOSTILE)
            quote = quotes.pick(study, one, theme if card.participant.startswith("P1") else None)
            quotes.insert(study, quote, at + 10, f"innsatt {SHORT}")
            memos.write(study, "transcript", card.id, HOSTILE)
        memos.write(study, "code", code, HOSTILE)
        kinds = entities.NewEntity(EntityKind.PERSON, ("Kari", hidden("[bold]\x1b[31m")), reason=HOSTILE)
        more = entities.NewEntity(EntityKind.PLACE, (hidden("\x1b[31mrød [/]"), "rød"), reason=HOSTILE)
        entities.add(study, [kinds, more, entities.NewEntity(EntityKind.OTHER, ("gikk",))])
        for entity in entities.load(study)[2:]:
            entities.decide(study, entity.id, Decision.REPLACE, f"[erstattet {SHORT}]")
        person = study.live("participant")[0]["id"]
        people.set_attribute(study, person, hidden("kjønn [/]\x1b[31m"), hidden("Kvinne [bold]\x1b[31m"))
        people.set_attribute(study, person, "gender", hidden("[/]\x1b[31m\u202e"))
        people.set_attribute(study, person, "age", "45")
    reveal(folder / "study.workbench")
    return folder


def reveal(file: Path) -> None:
    """Put the control characters into every text of the file."""
    connection = sqlite3.connect(file)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for column in [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]:
            values = connection.execute(f'SELECT DISTINCT "{column}" FROM {table}').fetchall()
            for (value,) in values:
                if isinstance(value, str) and value != revealed(value):
                    connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{column}" = ?', (_put(value), value))
    connection.commit()
    connection.close()


def _put(value: str) -> str:
    try:
        json.loads(value)
    except ValueError:
        return revealed(value)
    # JSON holds control characters escaped.
    return "".join(f"\\u{ord(revealed(sign)):04x}" if sign != revealed(sign) else sign for sign in value)


BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def harmful(text: str) -> set[str]:
    """Return the characters of a text that a terminal would act on."""
    return {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in BIDI}
