"""Texts of the screen that stands before a study is open."""

START: dict[str, tuple[str, str]] = {
    "start.no_terminal": (
        "The screens need a terminal, and {names} is none; open them in a terminal window, or name a verb "
        "(see `workbench --help`).",
        "Skjermbildene trenger en terminal, og {names} er ingen; åpne dem i et terminalvindu, eller oppgi et verb "
        "(se `workbench --help`).",
    ),
    "start.dumb_terminal": (
        "This terminal cannot move its cursor (TERM is dumb or unset), so the screens cannot be drawn; use another "
        "terminal, or name a verb (see `workbench --help`).",
        "Denne terminalen kan ikke flytte markøren (TERM er dumb eller mangler), så skjermbildene kan ikke tegnes; "
        "bruk en annen terminal, eller oppgi et verb (se `workbench --help`).",
    ),
    "start.title": ("workbench", "workbench"),
    "start.none": ("There is no study in {folder} yet.", "Det er ingen studie i {folder} ennå."),
    "start.new": ("Make a study here", "Lag en studie her"),
    "start.new.help": ("Puts one file, {file}, into {folder}.", "Legger én fil, {file}, i {folder}."),
    "start.open": ("Open a study in another folder", "Åpne en studie i en annen mappe"),
    "start.open.help": ("Give the folder; tab completes it.", "Oppgi mappen; tab fullfører den."),
    "start.demo": ("Look around in a demo study", "Se deg om i en demostudie"),
    "start.demo.help": (
        "Invented interviews, coded and with themes, in a folder of your choice.",
        "Oppdiktede intervjuer, kodet og med temaer, i en mappe du velger.",
    ),
    "start.leave": ("Leave", "Avslutt"),
    "start.leave.help": ("Nothing is made.", "Ingenting blir laget."),
    "start.name": ("What is the study called?", "Hva heter studien?"),
    "start.name.missing": ("A study needs a name.", "En studie må ha et navn."),
    "start.language": ("In which language are the interviews?", "Hvilket språk er intervjuene på?"),
    "start.language.nb": ("Norwegian", "Norsk"),
    "start.language.en": ("English", "Engelsk"),
    "start.coder": (
        "Who codes? (your name or initials, shown beside your codings)",
        "Hvem koder? (navn eller initialer, vises ved kodingene dine)",
    ),
    "start.coder.missing": ("Give a name or initials to code under.", "Oppgi et navn eller initialer å kode under."),
    "start.folder": (
        "Which folder holds the study? (tab completes)",
        "Hvilken mappe ligger studien i? (tab fullfører)",
    ),
    "start.no_study": ("There is no study in {folder}.", "Det er ingen studie i {folder}."),
    "start.no_study.inside": (
        "There is no study in {folder}, but one in {inside}.",
        "Det er ingen studie i {folder}, men en i {inside}.",
    ),
    "start.demo.which": ("Which demo?", "Hvilken demo?"),
    "start.demo.nb": ("Norwegian: sixteen interviews", "Norsk: seksten intervjuer"),
    "start.demo.en": ("English: four interviews", "Engelsk: fire intervjuer"),
    "start.demo.where": ("In which new folder? (tab completes)", "I hvilken ny mappe? (tab fullfører)"),
    "start.demo.taken": (
        "{folder} holds other files; choose a new or an empty folder.",
        "{folder} inneholder andre filer; velg en ny eller tom mappe.",
    ),
    "start.demo.working": (
        "Building the demo: {done} of {of}  {file}  (esc stops)",
        "Bygger demoen: {done} av {of}  {file}  (esc stopper)",
    ),
    "start.demo.stopped": ("Stopped; nothing was made.", "Stoppet; ingenting ble laget."),
    "start.demo.failed": (
        "The demo could not be built; nothing was made.",
        "Demoen kunne ikke bygges; ingenting ble laget.",
    ),
    "start.keys": ("enter chooses · j k move · esc leaves", "enter velger · j k flytter · esc avslutter"),
    "start.keys.asking": ("esc goes back", "esc går tilbake"),
}
