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
)
