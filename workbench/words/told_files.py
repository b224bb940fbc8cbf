"""What is refused or noticed in files: (English as it is raised, Bokmål); fields are particulars."""

FILES: tuple[tuple[str, str], ...] = (
    # Transcripts
    (
        "No file is called «{name}»; give the names as the list shows them.",
        "Ingen fil heter «{name}»; gi navnene slik listen viser dem.",
    ),
    (
        "{name} was left out: {other} has withdrawn or does not agree to analysis; --take {file} takes it all the "
        "same.",
        "{name} ble utelatt: {other} har trukket seg eller samtykker ikke til analyse; --take {file} tar den inn "
        "likevel.",
    ),
    (
        "{name} gives the same words or the same name as another of these files; it was left out.",
        "{name} gir de samme ordene eller det samme navnet som en annen av disse filene; den ble utelatt.",
    ),
    (
        "{name} has changed since it was read; look at it again, and take it then.",
        "{name} er endret siden den ble lest; se på den igjen, og ta den inn da.",
    ),
    (
        "«{encoding}» is no encoding of text files; try utf-8, cp1252, latin-1 or cp850.",
        "«{encoding}» er ingen tegnkoding for tekstfiler; prøv utf-8, cp1252, latin-1 eller cp850.",
    ),
    (
        "«{encoding}» is no encoding of text; try utf-8, cp1252, latin-1 or cp850.",
        "«{encoding}» er ingen tegnkoding for tekst; prøv utf-8, cp1252, latin-1 eller cp850.",
    ),
    (
        "There is no encoding «{encoding}»; try utf-8, cp1252, latin-1, cp850 or utf-16.",
        "Det finnes ingen tegnkoding «{encoding}»; prøv utf-8, cp1252, latin-1, cp850 eller utf-16.",
    ),
    (
        "{name} is no text file; export the transcript as docx, odt or txt and import that.",
        "{name} er ingen tekstfil; eksporter transkripsjonen som docx, odt eller txt og importer den.",
    ),
    (
        "{name} is not written in {encoding} (line {line} does not fit); leave the encoding out to have it guessed.",
        "{name} er ikke skrevet i {encoding} (linje {line} passer ikke); utelat tegnkodingen, så blir den gjettet.",
    ),
    (
        "{name} holds no words; nothing was read. Check that it is the right file.",
        "{name} har ingen ord; ingenting ble lest. Sjekk at det er riktig fil.",
    ),
    (
        "{name} holds only blanks; nothing was read. Check that it is the right file.",
        "{name} har bare mellomrom; ingenting ble lest. Sjekk at det er riktig fil.",
    ),
    (
        "The workbench does not read files without an ending ({name}); it reads {known}. Save the transcript as one of "
        "these.",
        "Arbeidsbenken leser ikke filer uten endelse ({name}); den leser {known}. Lagre transkripsjonen som en av dem.",
    ),
    (
        "The workbench does not read {suffix} ({name}); it reads {known}. Save the transcript as one of these.",
        "Arbeidsbenken leser ikke {suffix} ({name}); den leser {known}. Lagre transkripsjonen som en av dem.",
    ),
    (
        "{name} is nested deeper than any transcript; copy its text to a new file.",
        "{name} er nøstet dypere enn noen transkripsjon; kopier teksten til en ny fil.",
    ),
    (
        "{name} is called {suffix} but is no document, or is damaged; get a fresh copy from who made it.",
        "{name} heter {suffix}, men er ikke et dokument, eller er skadet; få en ny kopi fra den som laget filen.",
    ),
    (
        "{name} takes longer to read than any transcript ({seconds} s); it was refused. Copy its text to a new file and "
        "import that.",
        "{name} tar lengre tid å lese enn noen transkripsjon ({seconds} s); den ble avvist. Kopier teksten til en ny fil "
        "og importer den.",
    ),
    (
        "{name} takes more memory to read than any transcript ({megabytes} MB); it was refused. Copy its text to a new "
        "file and import that.",
        "{name} tar mer minne å lese enn noen transkripsjon ({megabytes} MB); den ble avvist. Kopier teksten til en ny "
        "fil og importer den.",
    ),
    (
        "{name} holds more text than any transcript ({megabytes} MB); split it.",
        "{name} har mer tekst enn noen transkripsjon ({megabytes} MB); del den opp.",
    ),
    (
        "The reader fell over {name} ({place}); nothing was read. Copy its text to a new file and import that.",
        "Leseren falt over {name} ({place}); ingenting ble lest. Kopier teksten til en ny fil og importer den.",
    ),
    (
        "{name} is a link to a file outside the folder; import that file itself if it is a transcript.",
        "{name} er en lenke til en fil utenfor mappen; importer selve filen hvis den er en transkripsjon.",
    ),
    (
        "The process that reads files cannot be started ({reason}).",
        "Prosessen som leser filer, kan ikke startes ({reason}).",
    ),
    (
        "The process that reads files does not start; run `workbench doctor`.",
        "Prosessen som leser filer, starter ikke; kjør `workbench doctor`.",
    ),
    (
        "{name} would unpack to {what}, which no transcript does; it was refused. Save the text in a new file and import "
        "that.",
        "{name} ville pakkes ut til {what}, det gjør ingen transkripsjon; den ble avvist. Lagre teksten i en ny fil og "
        "importer den.",
    ),
    (
        "{name} has a password; open it, save a copy without one, and import the copy.",
        "{name} har passord; åpne filen, lagre en kopi uten, og importer kopien.",
    ),
    (
        "{name} is cut off or damaged ({why}); get a fresh copy, or open and save it again in the program that made it.",
        "{name} er avkuttet eller skadet ({why}); skaff en ny kopi, eller åpne og lagre den på nytt i programmet den er "
        "laget i.",
    ),
    (
        "{name} is cut off or damaged ({error}); get a fresh copy, or open and save it again in the program that made it.",
        "{name} er avkuttet eller skadet ({error}); skaff en ny kopi, eller åpne og lagre den på nytt i programmet den er "
        "laget i.",
    ),
    ("packed in a way that documents are not", "pakket slik dokumenter ikke er"),
    ("two parts have the same name", "to deler har samme navn"),
    ("no complete zip package", "ikke en hel zip-pakke"),
    ("the part {part} is missing", "delen {part} mangler"),
    (
        "{name} holds a document type declaration, which can be made to read other files; it was refused. Open it in a "
        "word processor, save it anew and import that.",
        "{name} har en dokumenttypedeklarasjon, som kan brukes til å lese andre filer; den ble avvist. Åpne den i et "
        "tekstbehandlingsprogram, lagre på nytt og importer det.",
    ),
    (
        "Nobody called «{label}» speaks in {name}; the speakers are {names}.",
        "Ingen som heter «{label}», snakker i {name}; talerne er {names}.",
    ),
    ("The transcript of {name} needs a name.", "Transkripsjonen av {name} trenger et navn."),
    (
        "{name} holds no captions; nothing was read. Export it anew, or as plain text.",
        "{name} har ingen undertekster; ingenting ble lest. Eksporter på nytt, eller som ren tekst.",
    ),
    (
        "{name} line {line}: «{text}» is no pair of times; mend the line and import again.",
        "{name} linje {line}: «{text}» er ikke to tidspunkter; rett linjen og importer på nytt.",
    ),
    (
        "{name} is a Word package without a text; open it in Word and save it again.",
        "{name} er en Word-pakke uten tekst; åpne den i Word og lagre på nytt.",
    ),
    (
        "{name} holds no text; save the transcript as odt or docx and import that.",
        "{name} har ingen tekst; lagre transkripsjonen som odt eller docx og importer den.",
    ),
    (
        "{name} is a zip archive; unpack it and import the transcripts in it.",
        "{name} er et zip-arkiv; pakk det ut og importer transkripsjonene i det.",
    ),
    (
        "{path} is empty; nothing was read. Get a fresh copy of the file.",
        "{path} er tom; ingenting ble lest. Skaff en ny kopi av filen.",
    ),
    (
        "{name} is a sound or video recording; have it transcribed first, and import the text.",
        "{name} er et lyd- eller bildeopptak; få det transkribert først, og importer teksten.",
    ),
    (
        "{path} is a folder; give the files in it, or import the folder as a whole.",
        "{path} er en mappe; oppgi filene i den, eller importer hele mappen.",
    ),
    (
        "{path} is no ordinary file; copy the transcript to a file and import that.",
        "{path} er ingen vanlig fil; kopier transkripsjonen til en fil og importer den.",
    ),
    (
        "{path} has {size} MB; a transcript has less than 200. Take out pictures and sound, or split it.",
        "{path} er på {size} MB; en transkripsjon er under 200. Ta ut bilder og lyd, eller del den opp.",
    ),
    (
        "There is no file {path}; check the name and the folder.",
        "Det finnes ingen fil {path}; sjekk navnet og mappen.",
    ),
    (
        "You have no right to read {path}; ask for access or copy the file.",
        "Du har ikke lov til å lese {path}; be om tilgang, eller kopier filen.",
    ),
    (
        "{path} cannot be read ({error}); check the disk and the name.",
        "{path} kan ikke leses ({error}); sjekk disken og navnet.",
    ),
    (
        "{name} is an OpenDocument file, but no text; save the transcript as odt or docx.",
        "{name} er en OpenDocument-fil, men ingen tekst; lagre transkripsjonen som odt eller docx.",
    ),
    (
        "{name} is an old Word document (.doc); open it in Word or LibreOffice, save it as docx and import that.",
        "{name} er et gammelt Word-dokument (.doc); åpne det i Word eller LibreOffice, lagre som docx og importer det.",
    ),
    ("{name} is {why_what}; {why_remedy}.", "{name} er {why_what}; {why_remedy}."),
    ("a web page", "en nettside"),
    ("an old Office file", "en gammel Office-fil"),
    ("a PDF", "en PDF"),
    ("rich text (RTF)", "rik tekst (RTF)"),
    ("a picture", "et bilde"),
    ("a sound recording", "et lydopptak"),
    ("a recording or picture", "et opptak eller et bilde"),
    ("a packed archive", "et pakket arkiv"),
    ("a database", "en database"),
    ("an Excel workbook", "en Excel-arbeidsbok"),
    ("a PowerPoint presentation", "en PowerPoint-presentasjon"),
    ("an e-book", "en e-bok"),
    ("a REFI-QDA project", "et REFI-QDA-prosjekt"),
    (
        "open it in its program, save it as docx, odt or txt, and import that",
        "åpne den i programmet sitt, lagre som docx, odt eller txt, og importer det",
    ),
    ("import the transcript as docx, odt or txt", "importer transkripsjonen som docx, odt eller txt"),
    ("have it transcribed first, and import the text", "få det transkribert først, og importer teksten"),
    ("unpack it and import the files in it", "pakk det ut og importer filene i det"),
    (
        "export the transcript from its program as docx or txt",
        "eksporter transkripsjonen fra programmet som docx eller txt",
    ),
    (
        "import it as a people table, or save the transcript as docx or txt",
        "importer den som deltakertabell, eller lagre transkripsjonen som docx eller txt",
    ),
    ("use the import of projects instead", "bruk heller import av prosjekter"),
    # Notices on a transcript
    (
        "The file {called} but is {what}; it was read as that.",
        "Filen {called}, men er {what}; den ble lest som det.",
    ),
    (
        "The captions did not stand in order of time; they were put in order.",
        "Undertekstene sto ikke i tidsrekkefølge; de ble ordnet.",
    ),
    (
        "{what} in the file that were left out of the text: {count}.",
        "{what} i filen som ble utelatt fra teksten: {count}.",
    ),
    (
        "«{name}:» begins a line only once and was left in the text; it may be a speaker who says one thing.",
        "«{name}:» begynner en linje bare én gang og ble stående i teksten; det kan være en taler som sier én ting.",
    ),
    (
        "Turns whose time marks run backwards and were left without times: {count}.",
        "Replikker med tidsmerker som går bakover, og som ble stående uten tid: {count}.",
    ),
    ("Speaker «{label}»: {why}", "Taler «{label}»: {why}"),
    ("Speaker without a label: {why}", "Taler uten merkelapp: {why}"),
    (
        "some captions name nobody; say whose words they are.",
        "noen undertekster nevner ingen; si hvem ordene tilhører.",
    ),
    ("taken for the participant; change it if that is wrong.", "tatt for deltakeren; endre det hvis det er feil."),
    (
        "it is not known who this is; say whether it is the participant.",
        "det er ukjent hvem dette er; si om det er deltakeren.",
    ),
    (
        "taken for the interviewer, who asks most and says least; change it if that is wrong.",
        "tatt for intervjueren, som spør mest og sier minst; endre det hvis det er feil.",
    ),
    (
        "called by name in the file; the study keeps {label} instead.",
        "kalt ved navn i filen; studien bruker {label} i stedet.",
    ),
    (
        "the participant is called by name; give a label such as P07 before it is taken in.",
        "deltakeren er kalt ved navn; gi en merkelapp som P07 før filen tas inn.",
    ),
    (
        "the file name says {label}; check that this is the right file.",
        "filnavnet sier {label}; sjekk at dette er riktig fil.",
    ),
    (
        "called {label} after the file; give a label such as P07 if there is one.",
        "kalt {label} etter filen; gi en merkelapp som P07 hvis det finnes en.",
    ),
    # People tables
    (
        "{name} holds no table; the first row must name the columns, one person a row below.",
        "{name} har ingen tabell; første rad må ha kolonnenavn, så én person per rad.",
    ),
    (
        "{name} names columns but no people; write one person a row below the headers.",
        "{name} har kolonnenavn, men ingen personer; skriv én person per rad under overskriftene.",
    ),
    (
        "{name} has {count} columns; a people table has at most {most}.",
        "{name} har {count} kolonner; en deltakertabell har høyst {most}.",
    ),
    (
        "{name} is no people table the workbench reads; save it as csv or xlsx.",
        "{name} er ingen deltakertabell arbeidsbenken leser; lagre den som csv eller xlsx.",
    ),
    (
        "{name} is no Excel workbook; save the table as xlsx or csv.",
        "{name} er ingen Excel-arbeidsbok; lagre tabellen som xlsx eller csv.",
    ),
    (
        "{name} has two columns for «{column}» ({first} and {second}); rename or remove one.",
        "{name} har to kolonner for «{column}» ({first} og {second}); gi en av dem nytt navn, eller fjern den.",
    ),
    (
        "{name} row {number} has «{value}» in column {column}, which has no header; name the column, or put the value in "
        "quotation marks if it holds the separator.",
        "{name} rad {number} har «{value}» i kolonne {column}, som ikke har overskrift; gi kolonnen navn, eller sett "
        "verdien i anførselstegn hvis den inneholder skilletegnet.",
    ),
    (
        "{name} cannot be read as a table ({error}); save it anew as csv or xlsx.",
        "{name} kan ikke leses som tabell ({error}); lagre den på nytt som csv eller xlsx.",
    ),
    (
        "{name} is damaged ({error}); open it in Excel, save it anew as xlsx or csv.",
        "{name} er skadet ({error}); åpne den i Excel, og lagre på nytt som xlsx eller csv.",
    ),
)
