"""The verbs that look after the study file."""

from workbench.cli.verb import Verb
from workbench.cli.verb import argument as _a
from workbench.cli.verb import listed as _list

SAFETY: tuple[Verb, ...] = (
    Verb("backups", "line.backups", "safety_verbs:list_backups", (),
         _list("number name at reason size format transcripts codes codings last last_at error")),
    Verb("backup", "care.backup", "safety_verbs:backup", (), ("file", "size")),
    Verb("restore", "care.restore", "safety_verbs:restore", (
        _a("backup", text="restore_backup", metavar="BACKUP"), _a("--to", text="restore_to", metavar="FOLDER"),
    ), ("backup", "folder", "kept", "damaged")),
    Verb("check", "care.check", "safety_verbs:check", (
        _a("--thorough", text="check_thorough", action="store_true"),
        _a("--repair", text="check_repair", action="store_true"),
    ), _list("matter severity count text remedy places repairable repaired")),
    Verb("doctor", "care.doctor", "safety_verbs:doctor", (),
         ("program", "sqlite", "terminal", "settings", "parts", "disk", "study", "warnings")),
    Verb("move", "care.move", "safety_verbs:move", (
        _a("folder", text="move_folder", metavar="FOLDER"),
    ), ("folder", "files", "left")),
)  # fmt: skip
