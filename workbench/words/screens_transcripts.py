"""Texts of the transcripts room, and of asking for paths."""

TRANSCRIPTS_ROOM: dict[str, tuple[str, str]] = {
    "transcripts.empty": (
        "No transcripts yet. Press i to import interviews (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json…).",
        "Ingen transkripsjoner ennå. Trykk i for å importere intervjuer (docx, odt, rtf, pdf, html, md, txt, vtt, srt, json…).",
    ),
    "transcripts.title": (
        "{count} transcripts · {read} read · {words} words",
        "{count} transkripsjoner · {read} lest · {words} ord",
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
        "Not yet read for names by a person (N).",
        "Ikke gjennomgått for navn av et menneske ennå (N).",
    ),
    "transcripts.is_reviewed": ("Read for names by a person.", "Gjennomgått for navn av et menneske."),
    "transcripts.speakers": ("SPEAKERS", "TALERE"),
    "transcripts.no_label": ("(no label)", "(uten merke)"),
    "transcripts.voice": ("{role} · {turns} turns · {share} %", "{role} · {turns} replikker · {share} %"),
    "transcripts.memos": ("MEMOS", "MEMOER"),
    "transcripts.opening": ("HOW IT BEGINS", "SLIK BEGYNNER DEN"),
    "transcripts.memo": ("Memo on {name}", "Memo til {name}"),
    "transcripts.memo_kept": ("Memo kept; u takes it back.", "Memoet er lagret; u angrer."),
    "transcripts.read": ("{name} is marked as read.", "{name} er merket som lest."),
    "transcripts.unread": ("{name} is marked as not read.", "{name} er merket som ulest."),
    "transcripts.reviewed": (
        "{name} is signed as read for names; u takes it back.",
        "{name} er signert som gjennomgått for navn; u angrer.",
    ),
    "transcripts.unreviewed": ("The signature on {name} is taken back.", "Signaturen på {name} er trukket."),
    "transcripts.removed": (
        "Removed {name} with its codings ({codings}) and quotes ({quotes}); u brings all of it back.",
        "Fjernet {name} med kodinger ({codings}) og sitater ({quotes}); u henter alt tilbake.",
    ),
    "transcripts.removed_bare": (
        "Removed {name}, which had no codings; u brings it back.",
        "Fjernet {name}, som ikke hadde kodinger; u henter den tilbake.",
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
