"""What is refused about encrypted studies and their keys: (English as it is raised, Bokmål)."""

VAULT: tuple[tuple[str, str], ...] = (
    (
        "{path}: encrypted studies need the Python package sqlcipher3, which is not in use here; install it with `pip "
        "install sqlcipher3`. The study was left untouched.",
        "{path}: krypterte studier trenger Python-pakken sqlcipher3, som ikke er i bruk her; installer den med `pip "
        "install sqlcipher3`. Studien ble ikke rørt.",
    ),
    (
        "The study in {folder} is encrypted and needs its passphrase; give it at the question, or in a file with "
        "--passphrase-file.",
        "Studien i {folder} er kryptert og trenger passfrasen; oppgi den når det spørres, eller i en fil med "
        "--passphrase-file.",
    ),
    (
        "The study in {folder} is encrypted, and there is no terminal to ask for its passphrase on; give it in a file "
        "with --passphrase-file.",
        "Studien i {folder} er kryptert, og det finnes ingen terminal å spørre om passfrasen på; oppgi den i en fil med "
        "--passphrase-file.",
    ),
    (
        "There is no terminal to ask for a new passphrase on; give it in a file with {flag}.",
        "Det finnes ingen terminal å spørre om en ny passfrase på; oppgi den i en fil med {flag}.",
    ),
    (
        "No passphrase was given; the study in {folder} stays closed.",
        "Ingen passfrase ble oppgitt; studien i {folder} forblir lukket.",
    ),
    (
        "Three tries did not open the study in {folder}; it stays closed. A forgotten passphrase is made good by the "
        "recovery key (--recovery).",
        "Tre forsøk åpnet ikke studien i {folder}; den forblir lukket. Er passfrasen glemt, hjelper "
        "gjenopprettingsnøkkelen (--recovery).",
    ),
    (
        "The two passphrases were not the same three times; nothing was changed.",
        "De to passfrasene var ulike tre ganger; ingenting ble endret.",
    ),
    (
        "The passphrase file {path} cannot be read ({error}); check its name and your rights to it.",
        "Filen med passfrasen, {path}, kan ikke leses ({error}); sjekk navnet og rettighetene dine.",
    ),
    (
        "The passphrase file {path} is not text in UTF-8; save it as such.",
        "Filen med passfrasen, {path}, er ikke tekst i UTF-8; lagre den slik.",
    ),
    ("The passphrase file {path} is empty.", "Filen med passfrasen, {path}, er tom."),
    (
        "The passphrase does not open {path}; try again, or use the recovery key (--recovery).",
        "Passfrasen åpner ikke {path}; prøv igjen, eller bruk gjenopprettingsnøkkelen (--recovery).",
    ),
    (
        "That recovery key does not open {path}: it is another study's, or a newer one was made since.",
        "Den gjenopprettingsnøkkelen åpner ikke {path}: den hører til en annen studie, eller det er laget en nyere.",
    ),
    (
        "The passphrase holds a key that types no letter (an arrow, a tab); type it again.",
        "Passfrasen har med en tast som ikke gir noe tegn (en pil, en tabulator); skriv den på nytt.",
    ),
    (
        "The passphrase is too short: use at least {count} characters. Four or five ordinary words do well.",
        "Passfrasen er for kort: bruk minst {count} tegn. Fire–fem vanlige ord er bra.",
    ),
    (
        "A recovery key has no «{letter}» in it; its letters are {letters}. Type it again.",
        "En gjenopprettingsnøkkel har ingen «{letter}»; bokstavene er {letters}. Skriv den på nytt.",
    ),
    (
        "A recovery key has {groups} groups of {each} letters, {all} in all; {typed} were typed. Type it again.",
        "En gjenopprettingsnøkkel har {groups} grupper på {each} bokstaver, {all} i alt; {typed} ble skrevet. Skriv den "
        "på nytt.",
    ),
    (
        "Group {number} of the recovery key ({group}) is mistyped; compare it and type again.",
        "Gruppe {number} i gjenopprettingsnøkkelen ({group}) er skrevet feil; sammenlign og skriv på nytt.",
    ),
    (
        "{path} is encrypted (or damaged from its first byte), and its key file {key} is missing; copy {copy} to {place} "
        "and try again.",
        "{path} er kryptert (eller skadet fra første byte), og nøkkelfilen {key} mangler; kopier {copy} til {place} og "
        "prøv igjen.",
    ),
    (
        "{path} is encrypted (or damaged from its first byte), and its key file {key} is missing; put it back from where "
        "you keep a copy. Without it nobody can open the study.",
        "{path} er kryptert (eller skadet fra første byte), og nøkkelfilen {key} mangler; legg den tilbake derfra du har "
        "en kopi. Uten den kan ingen åpne studien.",
    ),
    (
        "The key file {path} is damaged; put a copy in its place (the workbench keeps one in the folder {folder}).",
        "Nøkkelfilen {path} er skadet; legg en kopi i stedet (arbeidsbenken har en i mappen {folder}).",
    ),
    (
        "The key file {path} was made by a newer workbench; update the workbench.",
        "Nøkkelfilen {path} er laget av en nyere arbeidsbenk; oppdater arbeidsbenken.",
    ),
    (
        "The key file {path} cannot be read ({error}); check your rights to it.",
        "Nøkkelfilen {path} kan ikke leses ({error}); sjekk rettighetene dine til den.",
    ),
    (
        "The key file {path} cannot be written ({error}); check the folder and the disk. The study is as it was.",
        "Nøkkelfilen {path} kan ikke skrives ({error}); sjekk mappen og disken. Studien er som den var.",
    ),
    (
        "The key file {path} belongs to another study; put the right one in its place.",
        "Nøkkelfilen {path} hører til en annen studie; legg den riktige i stedet.",
    ),
    (
        "The key file {name} belongs to another study than {path} (or the file is damaged from its first byte); put the "
        "right key file in its place. Nothing was changed.",
        "Nøkkelfilen {name} hører til en annen studie enn {path} (eller filen er skadet fra første byte); legg den "
        "riktige nøkkelfilen i stedet. Ingenting ble endret.",
    ),
    (
        "{path} is damaged ({error}); restore a copy. Nothing was changed.",
        "{path} er skadet ({error}); hent tilbake en kopi. Ingenting ble endret.",
    ),
    (
        "{path} is damaged (its check fails); restore a copy. Nothing was changed.",
        "{path} er skadet (den består ikke kontrollen); hent tilbake en kopi. Ingenting ble endret.",
    ),
    (
        "The study in {folder} is encrypted already; `workbench passphrase` changes what opens it.",
        "Studien i {folder} er kryptert fra før; `workbench passphrase` bytter det som åpner den.",
    ),
    (
        "The study in {folder} is not encrypted; `workbench encrypt` makes it so.",
        "Studien i {folder} er ikke kryptert; `workbench encrypt` gjør den det.",
    ),
    (
        "A backup would stay plain, for it cannot be encrypted: {why} Move it out of the study's folder or delete it, and "
        "encrypt again.",
        "En sikkerhetskopi ville blitt stående åpen, for den kan ikke krypteres: {why} Flytt den ut av studiemappen eller "
        "slett den, og krypter på nytt.",
    ),
    (
        "{path} cannot be converted ({error}); check the folder and the disk. The file is as it was.",
        "{path} kan ikke gjøres om ({error}); sjekk mappen og disken. Filen er som den var.",
    ),
    (
        "{path} could not be converted faithfully; run `workbench check`. The file is as it was.",
        "{path} kunne ikke gjøres trofast om; kjør `workbench check`. Filen er som den var.",
    ),
)
