"""What the study file, the settings, the helper and the command line refuse: (English as it is raised, Bokmål)."""

DESK: tuple[tuple[str, str], ...] = (
    # The study file
    (
        "{folder} already holds a study; open it with `workbench --study {folder}`.",
        "{folder} har en studie fra før; åpne den med `workbench --study {folder}`.",
    ),
    ("Interviews are in {known}, not «{language}».", "Intervjuer er på {known}, ikke «{language}»."),
    ("The folder {folder} cannot be made ({error}).", "Mappen {folder} kan ikke lages ({error})."),
    (
        "The folder {folder} cannot be made ({error}); choose another place.",
        "Mappen {folder} kan ikke lages ({error}); velg et annet sted.",
    ),
    (
        "There is no study in {folder}; make one with `workbench init` or try `workbench demo`.",
        "Det er ingen studie i {folder}; lag en med `workbench init`, eller prøv `workbench demo`.",
    ),
    (
        "The study in {folder} is open for reading only; nothing was changed.",
        "Studien i {folder} er bare åpen for lesing; ingenting ble endret.",
    ),
    (
        "The study in {folder} is open in another workbench (process {pid}, since {since}); close it there first. "
        "Nothing was changed.",
        "Studien i {folder} er åpen i en annen arbeidsbenk (prosess {pid}, siden {since}); lukk den der først. "
        "Ingenting ble endret.",
    ),
    (
        "The study in {folder} is open in another workbench (another process); close it there first. Nothing was "
        "changed.",
        "Studien i {folder} er åpen i en annen arbeidsbenk; lukk den der først. Ingenting ble endret.",
    ),
    (
        "The folder {folder} cannot be written to ({error}); check your rights to it, or read with --read-only.",
        "Det går ikke å skrive i mappen {folder} ({error}); sjekk rettighetene dine, eller les med --read-only.",
    ),
    (
        "The file {name} in {folder} is damaged ({error}); delete it, it holds nothing of the study. Nothing was changed.",
        "Filen {name} i {folder} er skadet ({error}); slett den, den har ikke noe av studien. Ingenting ble endret.",
    ),
    (
        "{path} cannot be opened ({error}). Check that the folder exists and is yours.",
        "{path} kan ikke åpnes ({error}). Sjekk at mappen finnes og er din.",
    ),
    (
        "The study file has no {table} with id {row}; run `workbench history` and undo.",
        "Studiefilen har ingen rad {row} i {table}; kjør `workbench history` og angre.",
    ),
    (
        "{path}: the study file refused ({error}). Nothing was changed.",
        "{path}: studiefilen avviste det ({error}). Ingenting ble endret.",
    ),
    (
        "{path} is not a study file of the workbench; it was left untouched.",
        "{path} er ikke en studiefil fra arbeidsbenken; den ble ikke rørt.",
    ),
    (
        "{path} was made by a newer workbench (format {version}, this one knows {known}); update the workbench. The "
        "file was left untouched.",
        "{path} er laget av en nyere arbeidsbenk (format {version}, denne kjenner {known}); oppdater arbeidsbenken. "
        "Filen ble ikke rørt.",
    ),
    (
        "{path} is damaged or not a study file ({error}); restore a copy. Nothing was changed.",
        "{path} er skadet eller ingen studiefil ({error}); hent fram en kopi. Ingenting ble endret.",
    ),
    (
        "{path} is damaged ({error}); restore a backup, or look at what can still be read with --read-only. Nothing was "
        "changed.",
        "{path} er skadet ({error}); hent fram en sikkerhetskopi, eller se på det som fortsatt kan leses, med "
        "--read-only. Ingenting ble endret.",
    ),
    (
        "The disk of {path} failed ({error}); check the disk and the connection to it, and open the study again. The last "
        "act is there whole or not at all; every act before it is kept.",
        "Disken til {path} feilet ({error}); sjekk disken og forbindelsen til den, og åpne studien på nytt. Den siste "
        "handlingen er der helt eller ikke i det hele tatt; alle før den er bevart.",
    ),
    (
        "{path} was made by an older workbench (format {version}, this one keeps {known}) and has to be brought up to "
        "date before it can be read; open it once without --read-only.",
        "{path} er laget av en eldre arbeidsbenk (format {version}, denne bruker {known}) og må oppdateres før den kan "
        "leses; åpne den en gang uten --read-only.",
    ),
    (
        "{path} was not closed in order, and its folder takes no file that reading it needs ({error}); open it once "
        "where you may write and there is space. Nothing was changed.",
        "{path} ble ikke lukket som den skulle, og mappen tar ikke imot en fil som trengs for å lese den ({error}); åpne "
        "den en gang der du kan skrive og det er plass. Ingenting ble endret.",
    ),
    (
        "{path} is not yours to write to; check your rights to the file, or read with --read-only.",
        "Du kan ikke skrive til {path}; sjekk rettighetene dine til filen, eller les med --read-only.",
    ),
    (
        "The study in {folder} is no longer there; it was moved or taken away. Open it where it is now.",
        "Studien i {folder} er ikke der lenger; den er flyttet eller tatt bort. Åpne den der den er nå.",
    ),
    (
        "{path} cannot be read ({error}); check your rights to the folder.",
        "{path} kan ikke leses ({error}); sjekk rettighetene dine til mappen.",
    ),
    (
        "{path} cannot be written to ({error}); check your rights to the folder.",
        "Det går ikke å skrive til {path} ({error}); sjekk rettighetene dine til mappen.",
    ),
    (
        "The disk of {path} is full; free some space and try again. Nothing was changed.",
        "Disken til {path} er full; frigjør plass og prøv igjen. Ingenting ble endret.",
    ),
    (
        "{path} is in use by another program; try again when it is done. Nothing was changed.",
        "{path} er i bruk av et annet program; prøv igjen når det er ferdig. Ingenting ble endret.",
    ),
    (
        "«{text}» holds broken characters that cannot be kept; write it again. Nothing was changed.",
        "«{text}» har ødelagte tegn som ikke kan lagres; skriv det på nytt. Ingenting ble endret.",
    ),
    ("A study needs a name.", "En studie må ha et navn."),
    # Settings, suggestions, the helper, the demo
    (
        "The setting «{name}» in {path} must be text in quotation marks.",
        "Innstillingen «{name}» i {path} må være tekst i anførselstegn.",
    ),
    (
        "{path} has an unknown setting «{name}»; known are {known}.",
        "{path} har en ukjent innstilling «{name}»; kjente er {known}.",
    ),
    (
        "The settings in {path} cannot be read ({error}); mend or remove the file.",
        "Innstillingene i {path} kan ikke leses ({error}); rett eller fjern filen.",
    ),
    (
        "The interface speaks {known}, not «{language}»; set WORKBENCH_LANGUAGE.",
        "Grensesnittet finnes på {known}, ikke «{language}»; sett WORKBENCH_LANGUAGE.",
    ),
    (
        "Suggestions are switched off in this study (setting «{name}»); switch them on first.",
        "Forslag er slått av i denne studien (innstillingen «{name}»); slå dem på først.",
    ),
    (
        "This coding has a code the suggestions do not know yet; load them again.",
        "Denne kodingen har en kode som forslagene ikke kjenner ennå; last dem på nytt.",
    ),
    (
        "The suggestions are not loaded yet; load the study's material first.",
        "Forslagene er ikke lastet ennå; last studiens materiale først.",
    ),
    (
        "The phrases are not loaded yet; load the study's material first.",
        "Uttrykkene er ikke lastet ennå; last studiens materiale først.",
    ),
    (
        "The sheet is no longer in the helper's hands; choose it once more in the import room.",
        "Arket er ikke lenger i hjelperens hender; velg det en gang til i importrommet.",
    ),
    ("The texts are not loaded yet; load them first.", "Tekstene er ikke lastet ennå; last dem først."),
    ("The helper process is closed.", "Hjelpeprosessen er lukket."),
    (
        "The helper process stopped twice; close the workbench and start it again.",
        "Hjelpeprosessen stoppet to ganger; lukk arbeidsbenken og start den igjen.",
    ),
    ("The work was stopped; nothing was changed.", "Arbeidet ble stoppet; ingenting ble endret."),
    ("The helper process cannot be started ({error}).", "Hjelpeprosessen kan ikke startes ({error})."),
    (
        "The work «{job}» failed ({where}); nothing was changed.",
        "Arbeidet «{job}» feilet ({where}); ingenting ble endret.",
    ),
    (
        "{folder} already holds a study; choose a new folder for the demo.",
        "{folder} har en studie fra før; velg en ny mappe til demoen.",
    ),
    (
        "{folder} already holds other files; choose a new or an empty folder for the demo.",
        "{folder} inneholder andre filer; velg en ny eller tom mappe til demoen.",
    ),
    (
        "The demo study could not be written to {folder} ({error}). Nothing was made.",
        "Demostudien kunne ikke skrives til {folder} ({error}). Ingenting ble laget.",
    ),
    (
        "The demo has codings that the study refuses ({count}). {why}",
        "Demoen har kodinger som studien avviser ({count}). {why}",
    ),
    (
        "The demo's files are missing from this installation; install the workbench again.",
        "Filene til demoen mangler i denne installasjonen; installer arbeidsbenken på nytt.",
    ),
    # The command line
    (
        "{path} lacks the column {missing}; the first row must name {known} (and memo, if there are any).",
        "{path} mangler kolonnen {missing}; den første raden må ha {known} (og memo, hvis det er noen).",
    ),
    (
        "{path}, line {line}: this is not a CSV table ({error}).",
        "{path}, linje {line}: dette er ingen CSV-tabell ({error}).",
    ),
    ("{path} is larger than {size} MB; split it.", "{path} er større enn {size} MB; del den opp."),
    ("{path} is not UTF-8 text; save it as CSV UTF-8.", "{path} er ikke UTF-8-tekst; lagre den som CSV UTF-8."),
    ("{path} cannot be read ({error}).", "{path} kan ikke leses ({error})."),
    (
        "{path} row {number}: «{turn}» is no turn number; nothing was changed.",
        "{path} rad {number}: «{turn}» er ikke et replikknummer; ingenting ble endret.",
    ),
    (
        "Nobody called «{name}» codes in this study; there are {names}.",
        "Ingen som heter «{name}», koder i denne studien; det er {names}.",
    ),
    (
        "Nobody called «{name}» speaks in these files; the speakers are {names}.",
        "Ingen som heter «{name}», snakker i disse filene; talerne er {names}.",
    ),
    ("There is no setting «{name}»; there are {known}.", "Det er ingen innstilling «{name}»; det er {known}."),
    ("«{name}» is one of {known}, not «{value}».", "«{name}» er en av {known}, ikke «{value}»."),
    ("unrecognized arguments: {words}", "ukjente argumenter: {words}"),
    ("the following arguments are required: {names}", "disse argumentene må være med: {names}"),
    ("argument {name}: expected one argument", "argument {name}: trenger én verdi"),
    ("argument {name}: expected at least one argument", "argument {name}: trenger minst én verdi"),
    ("argument {name}: invalid int value: {value}", "argument {name}: ikke et helt tall: {value}"),
    (
        "argument {name}: invalid choice: {value} (choose from {known})",
        "argument {name}: ugyldig valg: {value} (velg blant {known})",
    ),
    ("argument {name}: not allowed with argument {other}", "argument {name}: går ikke sammen med {other}"),
    # What nobody foresaw
    (
        "Something went wrong that should not have ({kind}); {why}. Acts are whole or not at all, so the study is as it "
        "was before the last one.",
        "Noe gikk galt som ikke skulle det ({kind}); {why}. En handling blir gjort helt eller ikke i det hele tatt, så "
        "studien er slik den var før den siste.",
    ),
    ("what is known stands in {path}", "det som er kjent, står i {path}"),
    ("no log could be written", "ingen logg kunne skrives"),
    # What `import --dry-run` says of files that would not go in
    (
        "{file} is in the study already, as {name}; it would not be imported again.",
        "{file} er i studien fra før, som {name}; den ville ikke blitt importert igjen.",
    ),
    (
        "There is already a transcript called {name}; rename the file {file} first, or put a corrected file in its place "
        "with `workbench replace`.",
        "Det er alt en transkripsjon som heter {name}; gi filen {file} et nytt navn først, eller sett en rettet fil i "
        "stedet for den med `workbench replace`.",
    ),
    # Settings and keys of a person's own
    (
        "{path} sets «{name}», which belongs in {other}; remove the line there.",
        "{path} setter «{name}», som hører hjemme i {other}; fjern linjen der.",
    ),
    ("The setting «calm» in {path} is true or false.", "Innstillingen «calm» i {path} er true eller false."),
    (
        "The setting «{name}» in {path} is {choices}, not «{value}».",
        "Innstillingen «{name}» i {path} er {choices}, ikke «{value}».",
    ),
    (
        '«keys» in {path} is a table: [keys], then lines such as "coding.code" = "c".',
        '«keys» i {path} er en tabell: [keys], så linjer som "coding.code" = "c".',
    ),
    (
        "The keys of «{name}» in {path} must be text in quotation marks, or a list of such.",
        "Tastene til «{name}» i {path} må være tekst i anførselstegn, eller en liste av slike.",
    ),
    (
        "«{name}» in {path} is written over several lines; change it there by hand.",
        "«{name}» i {path} er skrevet over flere linjer; endre den der for hånd.",
    ),
    (
        "The settings in {path} cannot be written ({error}).",
        "Innstillingene i {path} kan ikke skrives ({error}).",
    ),
)
