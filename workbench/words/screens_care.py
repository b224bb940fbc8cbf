"""Texts of the safety room, its commands and its lines."""

CARE_ROOM: dict[str, tuple[str, str]] = {
    "room.care": ("safety", "sikkerhet"),
    "care.empty": (
        "There is no backup of this study yet. One is made when you leave, each half hour of change and before large "
        "changes; {key:care.backup} makes one now.",
        "Det er ingen sikkerhetskopi av studien ennå. En blir laget når du avslutter, hver halvtime med endringer og "
        "før store endringer; {key:care.backup} lager en nå.",
    ),
    "care.count": ("{n} backup, {size}|{n} backups, {size}", "{n} sikkerhetskopi, {size}|{n} sikkerhetskopier, {size}"),
    "care.col.made": ("Made", "Laget"),
    "care.col.reason": ("Why", "Hvorfor"),
    "care.col.size": ("Size", "Størrelse"),
    "care.this": ("THIS BACKUP", "DENNE KOPIEN"),
    "care.file": ("FILE", "FIL"),
    "care.unreadable": (
        "It cannot be read: it is damaged, or not encrypted as the study is.",
        "Den kan ikke leses: den er skadet, eller ikke kryptert slik studien er.",
    ),
    "care.now": ("NOW", "NÅ"),
    "care.same": ("The study is as this backup holds it.", "Studien er slik denne kopien har den."),
    "care.since": ("{n} act since then.|{n} acts since then.", "{n} handling siden da.|{n} handlinger siden da."),
    "care.elsewhere": (
        "This backup's last act is not in the study any more: another backup was restored since.",
        "Den siste handlingen i kopien er ikke i studien lenger: en annen kopi er hentet fram siden.",
    ),
    "care.rule": ("WHAT IS KEPT", "HVA SOM BEHOLDES"),
    "care.rule.words": (
        "The newest of each of the last 7 days and 4 weeks with work in them, those of the last 24 hours (12 at most), "
        "and all made by hand. They are in the folder «backups» of the study.",
        "Den nyeste for hver av de siste 7 dagene og 4 ukene med arbeid i, de fra siste døgn (høyst 12), og alle som er "
        "laget for hånd. De ligger i mappen «backups» i studien.",
    ),
    "care.backing_up": ("A backup is being made…", "En sikkerhetskopi lages…"),
    "care.backed_up": ("Backed up: {name}", "Sikkerhetskopiert: {name}"),
    "care.read_only": (
        "The study is open for reading only: no backup is made here. Close it where it is written to, then open it again.",
        "Studien er bare åpen for lesing: her lages ingen sikkerhetskopi. Lukk den der det skrives, og åpne den igjen.",
    ),
    # Restoring
    "care.restore.ask": ("Restore the backup of {when}?", "Hente fram kopien fra {when}?"),
    "care.restore.here": ("Put it in the place of the study", "Sett den inn i stedet for studien"),
    "care.restore.here.help": (
        "what is there now becomes a backup first, so this can be taken back",
        "det som er der nå, blir sikkerhetskopiert først, så dette kan gjøres om",
    ),
    "care.restore.to": ("Make a study of it in another folder", "Lag en studie av den i en annen mappe"),
    "care.restore.to.help": ("this study stays as it is", "denne studien blir som den er"),
    "care.restore.leave": ("Leave it", "La være"),
    "care.restore.folder": ("Folder for the restored study", "Mappe til studien som hentes fram"),
    "care.restored": (
        "Restored from {backup}. The study as it was is kept in {before}.",
        "Hentet fram fra {backup}. Studien slik den var, er tatt vare på i {before}.",
    ),
    "care.restored_damaged": (
        "Restored from {backup}. The damaged file is kept in {folder}.",
        "Hentet fram fra {backup}. Den skadde filen er tatt vare på i {folder}.",
    ),
    "care.restored_to": ("A study was made of it in {folder}.", "En studie er laget av den i {folder}."),
    # Checking
    "care.checking": ("Checking {part} … {share} %  (esc stops)", "Sjekker {part} … {share} %  (esc stopper)"),
    "care.check.stopped": ("The check was stopped.", "Sjekken ble stoppet."),
    "care.check.title": ("THE CHECK", "SJEKKEN"),
    "care.check.sound": ("Nothing is wrong.", "Ingenting er galt."),
    "care.check.wrong": ("{n} thing is wrong.|{n} things are wrong.", "{n} ting er galt.|{n} ting er galt."),
    "care.check.repairable": (
        "{key:care.repair} repairs what can be repaired.",
        "{key:care.repair} reparerer det som kan repareres.",
    ),
    "care.check.thorough": (
        "This was the quick check; {key:care.thorough} looks through everything.",
        "Dette var den raske sjekken; {key:care.thorough} ser gjennom alt.",
    ),
    "care.more": ("and {count} more", "og {count} til"),
    "care.repair.ask": ("Repair what can be repaired?", "Reparere det som kan repareres?"),
    "care.repair.yes": ("Repair", "Reparer"),
    "care.repair.yes.help": ("a backup is made first", "en sikkerhetskopi lages først"),
    "care.repaired": ("Repaired: {what}.", "Reparert: {what}."),
    "care.not_repaired": ("There was nothing to repair any more.", "Det var ikke mer å reparere."),
    # The doctor
    "care.doctor.title": ("WHAT THIS MACHINE DOES", "HVA DENNE MASKINEN GJØR"),
    "care.doctor.working": ("The disk is being measured…", "Disken måles…"),
    "care.doctor.send": (
        "Nothing here is text or names of the study. `workbench doctor` prints it, to send to a colleague.",
        "Ingenting her er tekst eller navn fra studien. `workbench doctor` skriver det ut, til å sende en kollega.",
    ),
    # Moving, and folders that are shared
    "care.move.folder": ("Move the study to the folder", "Flytt studien til mappen"),
    "care.moved": ("The study is now in {folder}.", "Studien er nå i {folder}."),
    "care.moved_left": (
        "The study is now in {folder}. Left in the old folder: {names}.",
        "Studien er nå i {folder}. Igjen i den gamle mappen: {names}.",
    ),
    "synced.warning": (
        "This study is in a folder that {service} keeps in step ({root}). A sync program can spoil a study that is "
        "open; move it with `workbench move FOLDER`, and share exports or backups instead.",
        "Denne studien ligger i en mappe som {service} synkroniserer ({root}). Et synkroniseringsprogram kan ødelegge "
        "en studie som er åpen; flytt den med `workbench move MAPPE`, og del eksporter eller sikkerhetskopier i stedet.",
    ),
    "synced.network": (
        "This study is on another machine's disk ({service}, {root}), where SQLite's locks are not to be trusted; move "
        "it with `workbench move FOLDER` and keep backups there instead.",
        "Denne studien ligger på disken til en annen maskin ({service}, {root}), der SQLites låser ikke er til å stole "
        "på; flytt den med `workbench move MAPPE`, og legg sikkerhetskopier der i stedet.",
    ),
    "synced.ask": (
        "{service} shares this folder, which can spoil an open study. What now?",
        "{service} deler denne mappen, og det kan ødelegge en åpen studie. Hva nå?",
    ),
    "synced.move": ("Move the study to another folder", "Flytt studien til en annen mappe"),
    "synced.move.help": ("backups and exports go along", "sikkerhetskopier og eksporter følger med"),
    "synced.go_on": ("Go on here", "Fortsett her"),
    "synced.go_on.help": ("asked again the next time", "du blir spurt igjen neste gang"),
    "synced.never": ("Go on, and do not ask again for this study", "Fortsett, og ikke spør igjen for denne studien"),
    "synced.never.help": (
        "the folder is paused or never shared while open",
        "mappen er satt på pause eller aldri delt mens den er åpen",
    ),
    "care.closing": ("Making a backup of the study…", "Lager en sikkerhetskopi av studien…"),
    "lacking.item.care": (
        "There is no backup here yet; {key:care.backup} makes one.",
        "Det er ingen sikkerhetskopi her ennå; {key:care.backup} lager en.",
    ),
    "lacking.repairable": (
        "Check first ({key:care.check}); nothing to repair was found.",
        "Sjekk først ({key:care.check}); ingenting å reparere er funnet.",
    ),
    # Commands
    "command.go.care": ("Safety", "Sikkerhet"),
    "command.go.care.help": (
        "Backups, restoring, checking the study, and what this machine does.",
        "Sikkerhetskopier, framhenting, sjekk av studien og hva denne maskinen gjør.",
    ),
    "command.care.backup": ("Back up", "Sikkerhetskopier"),
    "command.care.backup.help": (
        "Make a backup of the study now; it is kept until you remove it.",
        "Lag en sikkerhetskopi av studien nå; den beholdes til du fjerner den.",
    ),
    "command.care.restore": ("Restore", "Hent fram"),
    "command.care.restore.help": (
        "Put a backup in the place of the study, which is backed up first, or into another folder.",
        "Sett en sikkerhetskopi inn i stedet for studien, som kopieres først, eller i en annen mappe.",
    ),
    "command.care.check": ("Check", "Sjekk"),
    "command.care.check.help": (
        "Look through the study file for damage and for what other programs did to it.",
        "Se gjennom studiefilen etter skade og etter det andre programmer har gjort med den.",
    ),
    "command.care.thorough": ("Check all", "Sjekk alt"),
    "command.care.thorough.help": (
        "Look through every text, every line of the journal and every word of the search index.",
        "Se gjennom hver tekst, hver linje i journalen og hvert ord i søkeindeksen.",
    ),
    "command.care.repair": ("Repair", "Reparer"),
    "command.care.repair.help": (
        "Set right what the check found, as far as nothing is lost by it; a backup is made first.",
        "Rett det sjekken fant, så langt ingenting går tapt; en sikkerhetskopi lages først.",
    ),
    "command.care.doctor": ("Doctor", "Doktor"),
    "command.care.doctor.help": (
        "Tell what this machine does: SQLite, disk, terminal, parts and the size of the study.",
        "Fortell hva denne maskinen gjør: SQLite, disk, terminal, deler og hvor stor studien er.",
    ),
    "command.care.move": ("Move study", "Flytt studien"),
    "command.care.move.help": (
        "Move the study with its backups and exports to another folder.",
        "Flytt studien med sikkerhetskopier og eksporter til en annen mappe.",
    ),
    "command.line.backups": ("Backups", "Sikkerhetskopier"),
    "command.line.backups.help": (
        "List the backups of the study and what they hold.",
        "List opp sikkerhetskopiene av studien og hva de har i seg.",
    ),
    # Arguments
    "arg.restore_backup": (
        "the backup: its number in `workbench backups` (1 is the newest), its name, or a path to it",
        "sikkerhetskopien: nummeret i `workbench backups` (1 er den nyeste), navnet, eller en sti til den",
    ),
    "arg.restore_to": (
        "make a study of it in this folder instead; this study stays as it is",
        "lag heller en studie av den i denne mappen; denne studien blir som den er",
    ),
    "arg.check_thorough": (
        "look through every text, every line of the journal and every word of the search index",
        "se gjennom hver tekst, hver linje i journalen og hvert ord i søkeindeksen",
    ),
    "arg.check_repair": (
        "set right what can be, after a backup",
        "rett det som kan rettes, etter en sikkerhetskopi",
    ),
    "arg.move_folder": ("the folder to move the study to", "mappen studien flyttes til"),
    # Lines
    "line.col.number": ("no.", "nr."),
    "line.col.made": ("made", "laget"),
    "line.col.reason": ("why", "hvorfor"),
    "line.col.size": ("size", "størrelse"),
    "line.col.last": ("last act", "siste handling"),
    "line.no_backups": (
        "There is no backup of this study yet; `workbench backup` makes one.",
        "Det er ingen sikkerhetskopi av studien ennå; `workbench backup` lager en.",
    ),
    "line.backup_unreadable": ("cannot be read", "kan ikke leses"),
    "line.backed_up": ("Backed up to {file} ({size}).", "Sikkerhetskopiert til {file} ({size})."),
    "line.restored": ("The study was restored from {backup}.", "Studien er hentet fram fra {backup}."),
    "line.restored_before": (
        "As it was before it is kept in {backup}.",
        "Slik den var før, er den tatt vare på i {backup}.",
    ),
    "line.restored_damaged": (
        "The damaged file is kept in {folder}.",
        "Den skadde filen er tatt vare på i {folder}.",
    ),
    "line.restored_to": (
        "A study was made in {folder} from {backup}.",
        "En studie er laget i {folder} av {backup}.",
    ),
    "line.repaired": ("Repaired", "Reparert"),
    "line.and_more": ("and {count} more", "og {count} til"),
    "line.check_sound": ("Nothing is wrong with the study.", "Ingenting er galt med studien."),
    "line.check_wrong": ("{n} thing is wrong.|{n} things are wrong.", "{n} ting er galt.|{n} ting er galt."),
    "line.check_repairable": (
        "{n} of these can be repaired: `workbench check --repair`.|{n} of these can be repaired: `workbench check --repair`.",
        "{n} av disse kan repareres: `workbench check --repair`.|{n} av disse kan repareres: `workbench check --repair`.",
    ),
    "line.moved": (
        "The study was moved to {folder} ({count} {count:file|files}).",
        "Studien er flyttet til {folder} ({count} {count:fil|filer}).",
    ),
    "line.moved_left": ("Left in the old folder: {names}.", "Igjen i den gamle mappen: {names}."),
}
