"""Texts of the history room."""

HISTORY_ROOM: dict[str, tuple[str, str]] = {
    "history.empty": ("Nothing has been done in this study yet.", "Ingenting er gjort i denne studien ennå."),
    "history.title": ("{count} lines", "{count} linjer"),
    "history.title_more": ("{count} lines, older ones below", "{count} linjer, eldre lenger ned"),
    "history.col.when": ("when", "når"),
    "history.col.who": ("who", "hvem"),
    "history.col.what": ("what", "hva"),
    "history.col.state": ("state", "tilstand"),
    "history.state.done": ("", ""),
    "history.state.log": ("", ""),
    "history.state.undone": ("undone", "angret"),
    "history.state.cleared": ("undone for good", "angret for godt"),
    "history.next": ("WHAT COMES NEXT", "HVA SOM KOMMER NÅ"),
    "history.next_undo": ("u takes back: {what}", "u angrer: {what}"),
    "history.no_undo": ("u: there is nothing to undo", "u: det er ingenting å angre"),
    "history.next_redo": ("U does again: {what}", "U gjør om igjen: {what}"),
    "history.no_redo": ("U: there is nothing to redo", "U: det er ingenting å gjøre om igjen"),
    "history.waiting": (
        "{count} undone; the next new act makes them final.",
        "{count} angret; neste nye handling gjør dem endelige.",
    ),
    "history.this": ("THIS LINE", "DENNE LINJEN"),
    "history.rows": (
        "Rows of the study file: {count}; enter shows them",
        "Rader i studiefilen: {count}; enter viser dem",
    ),
    "history.touched": ("WHAT IT TOUCHED", "HVA DEN ENDRET"),
    "history.more_rows": ("… and {count} more rows", "… og {count} rader til"),
    "history.told.undone": (
        "Undone; U can do it again until something new is done.",
        "Angret; U kan gjøre den om igjen til noe nytt blir gjort.",
    ),
    "history.told.cleared": (
        "Undone, and then something new was done: it stays undone.",
        "Angret, og så ble noe nytt gjort: den forblir angret.",
    ),
}
