"""Texts of reading without codes, margin notes, reading passes and where one has looked."""

READING: dict[str, tuple[str, str]] = {
    "command.reading.begin": ("Read", "Les"),
    "command.reading.begin.help": (
        "Read this transcript, which you have not read to its end, without codes; notes stand in the margin.",
        "Les denne transkripsjonen, som du ikke har lest til ende, uten koder; notater står i margen.",
    ),
    "command.reading.again": ("Read again", "Les igjen"),
    "command.reading.again.help": (
        "Read without codes, once more: nothing on the screen says how the text is coded.",
        "Les uten koder, en gang til: ingenting på skjermen sier hvordan teksten er kodet.",
    ),
    "command.reading.end": ("Show codes", "Vis koder"),
    "command.reading.end.help": (
        "End reading without codes; codes can be seen and put on words again.",
        "Avslutt lesing uten koder; koder vises og kan settes på ord igjen.",
    ),
    "command.coding.note": ("Note", "Notat"),
    "command.coding.note.help": (
        "Write a margin note on the selected words, else on the sentence at the caret; or open the one there.",
        "Skriv et margnotat til de markerte ordene, ellers til setningen ved markøren; eller åpne det som står der.",
    ),
    "command.note.open": ("Open note", "Åpne notat"),
    "command.note.open.help": (
        "Read on and change the margin note at the caret; emptied, it is taken away.",
        "Les videre i og endre margnotatet ved markøren; tømmes det, blir det borte.",
    ),
    "command.note.next": ("Next note", "Neste notat"),
    "command.note.next.help": (
        "While reading, go to the next margin note.",
        "Under lesing: gå til neste margnotat.",
    ),
    "command.note.previous": ("Previous note", "Forrige notat"),
    "command.note.previous.help": (
        "While reading, go to the previous margin note.",
        "Under lesing: gå til forrige margnotat.",
    ),
    "lacking.codes.coding": (
        "While you read there are no codes; {key:reading.end} shows them again.",
        "Mens du leser, er det ingen koder; {key:reading.end} viser dem igjen.",
    ),
    "lacking.note": (
        "There is no note here; {key:coding.note} writes one.",
        "Det er ikke noe notat her; {key:coding.note} skriver et.",
    ),
    "lacking.reading": (
        "This is for reading without codes; {key:reading.again} begins it.",
        "Dette er for lesing uten koder; {key:reading.again} begynner.",
    ),
    "lacking.unread": ("You have read this to its end.", "Du har lest denne til ende."),
    "reading.on": (
        "Reading: no codes are shown. {key:coding.note} writes a note, {key:transcripts.read} when you have read to the end, "
        "{key:reading.end} shows codes again.",
        "Lesing: ingen koder vises. {key:coding.note} skriver et notat, {key:transcripts.read} når du har lest til ende, "
        "{key:reading.end} viser koder igjen.",
    ),
    "reading.off": (
        "Codes are shown again; {key:reading.again} reads without them.",
        "Koder vises igjen; {key:reading.again} leser uten dem.",
    ),
    "command.reading.next_open": ("Not looked at", "Ikke sett på"),
    "command.reading.next_open.help": (
        "While reading, go to the next turn that has not stood on your screen for three seconds.",
        "Under lesing: gå til neste replikk som ikke har stått på skjermen din i tre sekunder.",
    ),
    "command.reading.previous_open": ("Prev. not looked", "Forrige ikke sett"),
    "command.reading.previous_open.help": (
        "While reading, go to the previous turn that has not stood on your screen for three seconds.",
        "Under lesing: gå til forrige replikk som ikke har stått på skjermen din i tre sekunder.",
    ),
    "looked.share": ("looked at {share} %", "sett på {share} %"),
    "looked.left": ("{n} turn left •|{n} turns left •", "{n} replikk igjen •|{n} replikker igjen •"),
    "looked.none_left": ("every turn", "alle replikker"),
    "looked.no_more": (
        "No more this way; {key} goes the other way.",
        "Ingen flere denne veien; {key} går andre veien.",
    ),
    "looked.all": ("You have looked at every other turn.", "Du har sett på alle andre replikker."),
    "reading.pass_first": ("First reading", "Første lesing"),
    "reading.pass_again": ("Reading number {number}", "Lesing nummer {number}"),
    "reading.since": ("(since {day})", "(siden {day})"),
    "reading.last": ("last {day}", "sist {day}"),
    "reading.unread": ("Not read to its end yet", "Ikke lest til ende ennå"),
    "n.passes": ("Read once|Read {n} times", "Lest én gang|Lest {n} ganger"),
    "transcripts.passes": ("✓ {n}×", "✓ {n}×"),
    "looked.percent": ("{share} %", "{share} %"),
    "home.looked": ("looked at {share} %", "sett på {share} %"),
    "home.passes": ("{n} reading|{n} readings", "{n} lesing|{n} lesinger"),
    "line.col.passes": ("readings", "lesinger"),
    "line.col.looked": ("looked at", "sett på"),
    "coding.read_again": (
        "Marked as read to its end {number} times.",
        "Merket som lest til ende {number} ganger.",
    ),
    "reading.now": ("reading", "lesing"),
    "reading.title": ("READING", "LESING"),
    "reading.notes": ("NOTES NEAR HERE", "NOTATER HER OMKRING"),
    "reading.no_notes": (
        "No notes yet; {key:coding.note} writes one.",
        "Ingen notater ennå; {key:coding.note} skriver et.",
    ),
    "n.notes": ("{n} margin note|{n} margin notes", "{n} margnotat|{n} margnotater"),
    "note.ask": ("Note on «{words}»", "Notat til «{words}»"),
    "note.which": ("Which note?", "Hvilket notat?"),
    "note.another": ("another note", "et nytt notat"),
    "note.kept": ("Note kept; {key:app.undo} takes it back.", "Notatet er lagret; {key:app.undo} angrer."),
    "note.changed": ("Note changed; {key:app.undo} takes it back.", "Notatet er endret; {key:app.undo} angrer."),
    "note.gone": (
        "Note taken away; {key:app.undo} brings it back.",
        "Notatet er fjernet; {key:app.undo} henter det tilbake.",
    ),
    "note.no_more": (
        "No more notes this way; {key:coding.note} writes one.",
        "Ingen flere notater denne veien; {key:coding.note} skriver et.",
    ),
}
