"""What is asked, said and explained about encrypted studies."""

ENCRYPTION: dict[str, tuple[str, str]] = {
    # Asked on the terminal
    "line.ask_passphrase": ("Passphrase of the study in {folder}: ", "Passfrase for studien i {folder}: "),
    "line.ask_recovery": ("Recovery key of the study in {folder}: ", "Gjenopprettingsnøkkel for studien i {folder}: "),
    "line.ask_new_passphrase": ("New passphrase: ", "Ny passfrase: "),
    "line.ask_passphrase_again": ("The same again: ", "Den samme en gang til: "),
    "line.passphrases_differ": (
        "The two were not the same; type both again.",
        "De to var ikke like; skriv begge på nytt.",
    ),
    # Said
    "line.encrypted": (
        "The study in {folder} is encrypted now, and {backups} of its backups.",
        "Studien i {folder} er nå kryptert, og {backups} av sikkerhetskopiene.",
    ),
    "line.encrypted_none": (
        "The study in {folder} is encrypted now; it has no backups yet.",
        "Studien i {folder} er nå kryptert; den har ingen sikkerhetskopier ennå.",
    ),
    "line.decrypted": (
        "The study in {folder} is plain now: whoever gets at the file can read it. Backups made plain: {backups}.",
        "Studien i {folder} er nå åpen: den som får tak i filen, kan lese den. Sikkerhetskopier gjort åpne: {backups}.",
    ),
    "line.decrypted_left": (
        "Left encrypted (damaged, or of an earlier key): {names}.",
        "Fortsatt kryptert (skadet, eller med en tidligere nøkkel): {names}.",
    ),
    "line.decrypted_key_kept": (
        "Its key file stays in the folder {folder}, for copies of the study that lie elsewhere; delete it when there are none.",
        "Nøkkelfilen blir liggende i mappen {folder}, for kopier av studien som ligger andre steder; slett den når det ikke finnes noen.",
    ),
    "line.recovery_key": (
        "The recovery key. It is shown now and never again:",
        "Gjenopprettingsnøkkelen. Den vises nå og aldri mer:",
    ),
    "line.recovery_key_keep": (
        "Write it down or print it, and keep it away from this machine. It opens the study when the passphrase is forgotten (--recovery); if both are lost, nobody can.",
        "Skriv den ned eller ut, og oppbevar den et annet sted enn maskinen. Den åpner studien når passfrasen er glemt (--recovery); går begge tapt, kan ingen det.",
    ),
    "line.key_file_keep": (
        "{key} belongs to the study: copy it wherever you copy the study. A lost key file is a lost study, so a copy of it is kept in {copies}.",
        "{key} hører til studien: kopier den overalt der du kopierer studien. Er nøkkelfilen tapt, er studien tapt; derfor ligger en kopi av den i {copies}.",
    ),
    "line.encrypted_not": (
        "Not encrypted by this: the files you imported, what you export, and copies made by other programs. A disk may also keep blocks of the plain study for a while.",
        "Ikke kryptert med dette: filene du importerte, det du eksporterer, og kopier laget av andre programmer. En disk kan også ta vare på blokker av den åpne studien en stund.",
    ),
    "line.passphrase_changed": (
        "The study in {folder} opens by the new passphrase now, and so do its backups. The recovery key is the same as before.",
        "Studien i {folder} åpnes nå med den nye passfrasen, og sikkerhetskopiene med. Gjenopprettingsnøkkelen er den samme som før.",
    ),
    "line.recovery_key_new": (
        "The study in {folder} has a new recovery key; the one before opens it no more.",
        "Studien i {folder} har fått en ny gjenopprettingsnøkkel; den forrige åpner den ikke lenger.",
    ),
    "line.verb_not_read_only": (
        "{verb} changes the study's files; that does not go with --read-only.",
        "{verb} endrer studiens filer; det går ikke sammen med --read-only.",
    ),
    "home.encrypted": ("encrypted", "kryptert"),
    # Arguments
    "arg.passphrase_file": (
        "a file whose first line is the passphrase of an encrypted study (else WORKBENCH_PASSPHRASE_FILE, else it is asked for)",
        "en fil der første linje er passfrasen til en kryptert studie (ellers WORKBENCH_PASSPHRASE_FILE, ellers spørres det)",
    ),
    "arg.recovery": (
        "open an encrypted study by its recovery key instead of the passphrase",
        "åpne en kryptert studie med gjenopprettingsnøkkelen i stedet for passfrasen",
    ),
    "arg.new_passphrase_file": (
        "a file whose first line is the new passphrase (else it is asked for)",
        "en fil der første linje er den nye passfrasen (ellers spørres det)",
    ),
    "arg.encrypted": (
        "make the study encrypted; the passphrase is asked for twice, and the recovery key is shown once",
        "lag studien kryptert; det spørres om passfrasen to ganger, og gjenopprettingsnøkkelen vises én gang",
    ),
    # Commands
    "command.line.encrypt": ("Encrypt", "Krypter"),
    "command.line.encrypt.help": (
        "Make the study and its backups encrypted, under a passphrase.",
        "Krypter studien og sikkerhetskopiene, med en passfrase.",
    ),
    "command.line.decrypt": ("Decrypt", "Dekrypter"),
    "command.line.decrypt.help": (
        "Make an encrypted study and its backups plain again.",
        "Gjør en kryptert studie og sikkerhetskopiene åpne igjen.",
    ),
    "command.line.passphrase": ("Passphrase", "Passfrase"),
    "command.line.passphrase.help": (
        "Change the passphrase of an encrypted study.",
        "Bytt passfrasen til en kryptert studie.",
    ),
    "command.line.recovery_key": ("Recovery key", "Gjenoppretting"),
    "command.line.recovery_key.help": (
        "Make a new recovery key for an encrypted study, shown once.",
        "Lag en ny gjenopprettingsnøkkel for en kryptert studie; den vises én gang.",
    ),
}
