"""What backups, restoring, moving and checking refuse: (English as it is raised, Bokmål)."""

SAFETY: tuple[tuple[str, str], ...] = (
    # Backups
    (
        "{path} has to be brought up to date, and the backup before that failed; it was left as it is. {why}",
        "{path} må bringes til dagens format, og sikkerhetskopien før det lot seg ikke lage; filen ble ikke rørt. {why}",
    ),
    (
        "The folder {folder} cannot be read ({error}); check your rights to it.",
        "Mappen {folder} kan ikke leses ({error}); sjekk rettighetene dine til den.",
    ),
    (
        "The backup {name} cannot be read ({error}); it is damaged or not encrypted as the study is.",
        "Sikkerhetskopien {name} kan ikke leses ({error}); den er skadet eller ikke kryptert slik studien er.",
    ),
    (
        "No backup could be made in {folder} ({error}). The study is as it was.",
        "Ingen sikkerhetskopi kunne lages i {folder} ({error}). Studien er som den var.",
    ),
    (
        "The disk of {folder} has {free} MB left, and a backup needs {needed} MB; free some space. The study is as it "
        "was.",
        "Disken til {folder} har {free} MB igjen, og en sikkerhetskopi trenger {needed} MB; frigjør plass. Studien er "
        "som den var.",
    ),
    (
        "There is no backup in {folder} yet; make one with `workbench backup`.",
        "Det er ingen sikkerhetskopi i {folder} ennå; lag en med `workbench backup`.",
    ),
    (
        "There is no backup «{name}»; see `workbench backups` for the {count} there are.",
        "Det er ingen sikkerhetskopi «{name}»; se `workbench backups` for de {count} som finnes.",
    ),
    (
        "{path} is damaged ({error}); run `workbench check`. The backups there are were kept.",
        "{path} er skadet ({error}); kjør `workbench check`. Sikkerhetskopiene som finnes, ble beholdt.",
    ),
    # Restoring
    (
        "The backup {name} is encrypted, and no key is at hand for it. Nothing was changed.",
        "Sikkerhetskopien {name} er kryptert, og nøkkelen til den er ikke for hånden. Ingenting ble endret.",
    ),
    (
        "{name} is no backup of a study of the workbench. Nothing was changed.",
        "{name} er ingen sikkerhetskopi av en studie fra arbeidsbenken. Ingenting ble endret.",
    ),
    (
        "The backup {name} was made by a newer workbench (format {version}, this one knows {known}); update the "
        "workbench. Nothing was changed.",
        "Sikkerhetskopien {name} er laget av en nyere arbeidsbenk (format {version}, denne kjenner {known}); oppdater "
        "arbeidsbenken. Ingenting ble endret.",
    ),
    (
        "The backup {name} is damaged ({error}); choose another. Nothing was changed.",
        "Sikkerhetskopien {name} er skadet ({error}); velg en annen. Ingenting ble endret.",
    ),
    (
        "The backup {name} is encrypted, and the study is not; restore it to another folder (--to). Nothing was changed.",
        "Sikkerhetskopien {name} er kryptert, og studien er det ikke; hent den fram til en annen mappe (--to). "
        "Ingenting ble endret.",
    ),
    (
        "The backup {name} is not encrypted as the study is; restore it to another folder (--to). Nothing was changed.",
        "Sikkerhetskopien {name} er ikke kryptert slik studien er; hent den fram til en annen mappe (--to). Ingenting "
        "ble endret.",
    ),
    (
        "{folder} already holds a study; choose another folder. Nothing was changed.",
        "{folder} har en studie fra før; velg en annen mappe. Ingenting ble endret.",
    ),
    (
        "{path} could not be restored ({error}); check the folder and the disk. It is as it was.",
        "{path} kunne ikke hentes fram ({error}); sjekk mappen og disken. Den er som den var.",
    ),
    (
        "{path} is being read by another workbench; close it there first. Nothing was changed.",
        "{path} blir lest av en annen arbeidsbenk; lukk den der først. Ingenting ble endret.",
    ),
    # Moving
    (
        "{folder} is inside the study's folder or around it; choose a folder of its own.",
        "{folder} ligger inne i studiens mappe eller rundt den; velg en mappe for seg selv.",
    ),
    ("{folder} is a file; choose a folder.", "{folder} er en fil; velg en mappe."),
    (
        "{folder} already holds «{name}»; choose another folder. The study was not moved.",
        "{folder} har «{name}» fra før; velg en annen mappe. Studien ble ikke flyttet.",
    ),
    (
        "{path} could not be copied whole; look at the disk. The study was not moved.",
        "{path} kunne ikke kopieres hel; se på disken. Studien ble ikke flyttet.",
    ),
    (
        "{path} is damaged ({error}); run `workbench check`. The study was not moved.",
        "{path} er skadet ({error}); kjør `workbench check`. Studien ble ikke flyttet.",
    ),
    (
        "{path} was changed while it was copied; try again. The study was not moved.",
        "{path} ble endret mens den ble kopiert; prøv igjen. Studien ble ikke flyttet.",
    ),
    (
        "{path} cannot be used ({error}); choose another folder. The study was not moved.",
        "{path} kan ikke brukes ({error}); velg en annen mappe. Studien ble ikke flyttet.",
    ),
    # Rows that another program changed
    (
        "The row {row} of «{table}» in the study file cannot be read; another program may have changed it. Run "
        "`workbench check`.",
        "Raden {row} i «{table}» i studiefilen kan ikke leses; et annet program kan ha endret den. Kjør "
        "`workbench check`.",
    ),
    (
        "A row of «{table}» in the study file cannot be read; another program may have changed it. Run `workbench "
        "check`.",
        "En rad i «{table}» i studiefilen kan ikke leses; et annet program kan ha endret den. Kjør `workbench check`.",
    ),
    (
        "No copy of {path} could be kept ({error}), so nothing was repaired; free some space.",
        "Ingen kopi av {path} kunne tas vare på ({error}), så ingenting ble reparert; frigjør plass.",
    ),
)
