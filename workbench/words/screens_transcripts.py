"""Texts of the transcripts room, and of asking for paths."""

TRANSCRIPTS_ROOM: dict[str, tuple[str, str]] = {
    "transcripts.empty": (
        "No transcripts yet. Press {key:transcripts.import} to import interviews (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json…).",
        "Ingen transkripsjoner ennå. Trykk {key:transcripts.import} for å importere intervjuer (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json…).",
    ),
    "transcripts.title": (
        "{count} {count:transcript|transcripts} · {read} read · {words} {words:word|words}",
        "{count} {count:transkripsjon|transkripsjoner} · {read} lest · {words} ord",
    ),
    "transcripts.col.name": ("name", "navn"),
    "transcripts.col.participant": ("participant", "deltaker"),
    "transcripts.col.words": ("words", "ord"),
    "transcripts.col.turns": ("turns", "replikker"),
    "transcripts.col.codings": ("codings", "kodinger"),
    "transcripts.col.quotes": ("quotes", "sitater"),
    "transcripts.col.read": ("read", "lest"),
    "transcripts.col.reviewed": ("names", "navnesjekk"),
    "transcripts.col.coded": ("coded", "kodet"),
    "transcripts.from": ("from {file} · {format} · {encoding}", "fra {file} · {format} · {encoding}"),
    "transcripts.not_reviewed": (
        "Not yet read for names by a person ({key:transcripts.reviewed}).",
        "Ikke gjennomgått for navn av et menneske ennå ({key:transcripts.reviewed}).",
    ),
    "transcripts.is_reviewed": ("Read for names by a person.", "Gjennomgått for navn av et menneske."),
    "transcripts.speakers": ("SPEAKERS", "TALERE"),
    "transcripts.no_label": ("(no label)", "(uten merke)"),
    "transcripts.voice": (
        "{role} · {turns} {turns:turn|turns} · {share} %",
        "{role} · {turns} {turns:replikk|replikker} · {share} %",
    ),
    "transcripts.memos": ("MEMOS", "MEMOER"),
    "transcripts.opening": ("HOW IT BEGINS", "SLIK BEGYNNER DEN"),
    "transcripts.memo": ("Memo on {name}", "Memo til {name}"),
    "transcripts.memo_kept": ("Memo kept; {key:app.undo} takes it back.", "Memoet er lagret; {key:app.undo} angrer."),
    "transcripts.read": ("{name} is marked as read.", "{name} er merket som lest."),
    "transcripts.unread": ("{name} is marked as not read.", "{name} er merket som ulest."),
    "transcripts.reviewed": (
        "{name} is signed as read for names; {key:app.undo} takes it back.",
        "{name} er signert som gjennomgått for navn; {key:app.undo} angrer.",
    ),
    "transcripts.unreviewed": ("The signature on {name} is taken back.", "Signaturen på {name} er trukket."),
    "transcripts.removed": (
        "Removed {name} with its codings ({codings}) and quotes ({quotes}); {key:app.undo} brings all of it back.",
        "Fjernet {name} med kodinger ({codings}) og sitater ({quotes}); {key:app.undo} henter alt tilbake.",
    ),
    "transcripts.removed_bare": (
        "Removed {name}, which had no codings; {key:app.undo} brings it back.",
        "Fjernet {name}, som ikke hadde kodinger; {key:app.undo} henter den tilbake.",
    ),
    "role.interviewer": ("interviewer", "intervjuer"),
    "role.participant": ("participant", "deltaker"),
    "role.other": ("somebody else", "en annen"),
    "role.unknown": ("not known", "ukjent"),
    "role.not data": ("not data", "ikke data"),
    "mark.yes": ("✓", "✓"),
    "mark.no": ("·", "·"),
    # Paths, in every room that asks for one
    "path.none": ("No path was written; nothing was read.", "Ingen sti ble skrevet; ingenting ble lest."),
    "path.missing": (
        "There is no file or folder {path}; tab completes names.",
        "Det finnes ingen fil eller mappe {path}; tab fullfører navn.",
    ),
    "path.no_folder": (
        "There is no file or folder {path}; it goes wrong after {folder}.",
        "Det finnes ingen fil eller mappe {path}; feilen kommer etter {folder}.",
    ),
    "path.no_match": ("No file fits the pattern {path}.", "Ingen fil passer mønsteret {path}."),
}
