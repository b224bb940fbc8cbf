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
        "While you read there are no codes; Z shows them again.",
        "Mens du leser, er det ingen koder; Z viser dem igjen.",
    ),
    "lacking.note": ("There is no note here; m writes one.", "Det er ikke noe notat her; m skriver et."),
    "lacking.reading": (
        "This is for reading without codes; Z begins it.",
        "Dette er for lesing uten koder; Z begynner.",
    ),
    "lacking.unread": ("You have read this to its end.", "Du har lest denne til ende."),
    "reading.on": (
        "Reading: no codes are shown. m writes a note, R when you have read to the end, {key} shows codes again.",
        "Lesing: ingen koder vises. m skriver et notat, R når du har lest til ende, {key} viser koder igjen.",
    ),
    "reading.off": ("Codes are shown again; {key} reads without them.", "Koder vises igjen; {key} leser uten dem."),
    "reading.now": ("reading", "lesing"),
    "reading.title": ("READING", "LESING"),
    "reading.notes": ("NOTES NEAR HERE", "NOTATER HER OMKRING"),
    "reading.no_notes": ("No notes yet; {key} writes one.", "Ingen notater ennå; {key} skriver et."),
    "n.notes": ("{n} margin note|{n} margin notes", "{n} margnotat|{n} margnotater"),
    "note.ask": ("Note on «{words}»", "Notat til «{words}»"),
    "note.which": ("Which note?", "Hvilket notat?"),
    "note.another": ("another note", "et nytt notat"),
    "note.kept": ("Note kept; {key} takes it back.", "Notatet er lagret; {key} angrer."),
    "note.changed": ("Note changed; {key} takes it back.", "Notatet er endret; {key} angrer."),
    "note.gone": ("Note taken away; {key} brings it back.", "Notatet er fjernet; {key} henter det tilbake."),
    "note.no_more": ("No more notes this way; {key} writes one.", "Ingen flere notater denne veien; {key} skriver et."),
}
