"""Texts of the people room."""

PEOPLE_ROOM: dict[str, tuple[str, str]] = {
    "people.empty": (
        "No participants yet. They come with their transcripts ({key:go.import}), or from a people table ({key:people.import}): one row a person.",
        "Ingen deltakere ennå. De kommer med transkripsjonene ({key:go.import}) eller fra en deltakertabell ({key:people.import}): én rad per person.",
    ),
    "people.title": (
        "{count} {count:participant|participants} · {names} {names:attribute|attributes}",
        "{count} {count:deltaker|deltakere} · {names} {names:egenskap|egenskaper}",
    ),
    "people.col.label": ("participant", "deltaker"),
    "people.attributes": ("ATTRIBUTES · {key:people.edit} edits", "EGENSKAPER · {key:people.edit} redigerer"),
    "people.no_attributes": (
        "Nothing is known yet; {key:people.edit} writes, {key:people.import} takes in a table.",
        "Ingenting er kjent ennå; {key:people.edit} skriver, {key:people.import} leser inn en tabell.",
    ),
    "people.attribution": ("HOW QUOTES ARE ATTRIBUTED", "HENVISNING UNDER SITATER"),
    "people.transcripts": ("TRANSCRIPTS", "TRANSKRIPSJONER"),
    "people.speaks": ("{turns} {turns:turn|turns}", "{turns} {turns:replikk|replikker}"),
    "people.silent": ("Speaks in no transcript of this study.", "Snakker ikke i noen transkripsjon i studien."),
    "people.quotes": ("QUOTES PICKED ({count})", "VALGTE SITATER ({count})"),
    "people.no_quotes": ("None yet.", "Ingen ennå."),
    "people.path": (
        "Take in which people table? (xlsx or csv; tab completes)",
        "Les inn hvilken deltakertabell? (xlsx eller csv; tab fullfører)",
    ),
    "people.reading": ("Reading {name}… (esc stops)", "Leser {name}… (esc stopper)"),
    "people.stopped": ("Stopped; nothing was changed.", "Stoppet; ingenting ble endret."),
    "people.folder": (
        "{path} is a folder; give the table itself (xlsx or csv).",
        "{path} er en mappe; oppgi selve tabellen (xlsx eller csv).",
    ),
    "people.table": ("PEOPLE TABLE  {name}", "DELTAKERTABELL  {name}"),
    "people.table.size": (
        "{rows} {rows:person|people}, {columns} {columns:column|columns}; «{label}» says who.",
        "{rows} {rows:person|personer}, {columns} {columns:kolonne|kolonner}; «{label}» sier hvem.",
    ),
    "people.table.columns": ("COLUMNS", "KOLONNER"),
    "people.table.filled": ("{filled} of {rows}", "{filled} av {rows}"),
    "people.table.unknown": ("NOT IN THE STUDY ({count})", "IKKE I STUDIEN ({count})"),
    "people.table.absent": ("IN THE STUDY, NOT IN THE TABLE ({count})", "I STUDIEN, IKKE I TABELLEN ({count})"),
    "people.table.troubles": ("CANNOT BE TAKEN AS IT STANDS ({count})", "KAN IKKE LESES INN SLIK DET STÅR ({count})"),
    "people.take.troubles": ("Cannot be taken as it stands: {count}", "Kan ikke leses inn slik det står: {count}"),
    "people.take.good": ("Take in the rest, without these", "Les inn resten, uten disse"),
    "people.take.without": ("Leave these values out", "Utelat disse verdiene"),
    "people.taken.without": ("Left out: {what}.", "Utelatt: {what}."),
    "people.take": ("Take in this table?", "Les inn denne tabellen?"),
    "people.take.known": (
        "Take in the {count} {count:person|people} of the study",
        "Les inn de {count} som er i studien",
    ),
    "people.take.known.leaves": ("leaves out {names}", "utelater {names}"),
    "people.take.all": ("Take in all, and add {count} new people", "Les inn alle, og legg til {count} nye"),
    "people.take.none": ("Leave it", "La den være"),
    "people.left": ("The table was left; nothing was changed.", "Tabellen ble ikke lest inn; ingenting ble endret."),
    "people.taken": (
        "{count} {count:person|people} changed; {key:app.undo} takes it back.",
        "{count} {count:deltaker|deltakere} endret; {key:app.undo} angrer.",
    ),
    "people.same": ("The table says nothing new.", "Tabellen sier ikke noe nytt."),
    "people.edit": (
        "What of {label}? Choose, or write a new attribute",
        "Hva ved {label}? Velg, eller skriv en ny egenskap",
    ),
    "people.new": ("+ new attribute «{name}»", "+ ny egenskap «{name}»"),
    "people.value": ("{name} of {label} (empty takes it away)", "{name} for {label} (tomt fjerner det)"),
    "people.set": (
        "{label}: {name} is {value}; {key:app.undo} takes it back.",
        "{label}: {name} er {value}; {key:app.undo} angrer.",
    ),
    "people.unset": (
        "{label} has no {name} any more; {key:app.undo} brings it back.",
        "{label} har ikke lenger {name}; {key:app.undo} henter det tilbake.",
    ),
    "people.memo": ("Memo on {label}", "Memo til {label}"),
}
