"""What `workbench serve`, its page and its refusals say: (English, Bokmål)."""

BROWSER: dict[str, tuple[str, str]] = {
    "command.line.serve": ("In a browser", "I en nettleser"),
    "command.line.serve.help": (
        "Show the screens in a browser on this machine, until interrupted.",
        "Vis skjermbildene i en nettleser på denne maskinen, til den avbrytes.",
    ),
    "arg.serve_host": (
        "the loopback address to listen on: 127.0.0.1 (as it is without this) or ::1; no other",
        "sløyfeadressen det lyttes på: 127.0.0.1 (som uten dette) eller ::1; ingen andre",
    ),
    "arg.port": ("the port; without it one that is free", "porten; uten den en som er ledig"),
    "arg.serve_no_open": (
        "print the address without opening a browser",
        "skriv adressen uten å åpne en nettleser",
    ),
    "arg.screen_reader": (
        "let the page give its text to a screen reader",
        "la siden gi teksten sin til en skjermleser",
    ),
    "line.serve_address": ("The workbench is at {address}", "Arbeidsbenken er på {address}"),
    "line.serve_stop": (
        "Keep the address to yourself: it opens the study. Ctrl+C here ends it.",
        "Hold adressen for deg selv: den åpner studien. Ctrl+C her avslutter.",
    ),
    "line.serve_by_hand": (
        "No browser was found to open; open the address yourself.",
        "Fant ingen nettleser å åpne; åpne adressen selv.",
    ),
    "browser.missing": (
        "Showing the screens in a browser needs the part “serve”: pip install 'thematic-workbench[serve]'.",
        "Å vise skjermbildene i en nettleser trenger delen «serve»: pip install 'thematic-workbench[serve]'.",
    ),
    "browser.not_posix": (
        "This system has no terminals to show in a browser; open the workbench in a terminal, or in WSL.",
        "Dette systemet har ingen terminaler å vise i en nettleser; åpne arbeidsbenken i en terminal, eller i WSL.",
    ),
    "browser.not_here": (
        "{host} is not an address of this machine's loopback (127.0.0.1, ::1), and the study is shown on no other; "
        "from another machine use ssh -L.",
        "{host} er ikke en sløyfeadresse på denne maskinen (127.0.0.1, ::1), og studien vises ikke på noen annen; "
        "fra en annen maskin kan du bruke ssh -L.",
    ),
    "browser.no_port": (
        "Port {port} cannot be used ({why}); choose another with --port, or none.",
        "Port {port} kan ikke brukes ({why}); velg en annen med --port, eller ingen.",
    ),
    "browser.forbidden": (
        "Not admitted. Use the whole address that `workbench serve` printed.",
        "Ingen adgang. Bruk hele adressen som `workbench serve` skrev.",
    ),
    "browser.nothing": ("There is nothing here.", "Her er det ingenting."),
    "browser.connecting": ("Opening …", "Åpner …"),
    "browser.lost": ("The line has dropped; trying again …", "Linjen falt ut; prøver igjen …"),
    "browser.gone": (
        "The workbench was ended where it was started. Everything you did is kept. Start it again there: it has a new "
        "address.",
        "Arbeidsbenken ble avsluttet der den ble startet. Alt du gjorde, er bevart. Start den igjen der: den får en ny "
        "adresse.",
    ),
    "browser.ended": (
        "The workbench was left. Enter opens it again; the tab can be closed.",
        "Arbeidsbenken er forlatt. Enter åpner den igjen; fanen kan lukkes.",
    ),
    "browser.elsewhere": (
        "This window is shown in another tab now. Enter brings it back here.",
        "Dette vinduet vises i en annen fane nå. Enter henter det tilbake hit.",
    ),
    "browser.full": (
        "As many windows are open as may be. Close one, then press Enter.",
        "Det er åpnet så mange vinduer som det kan være. Lukk ett, og trykk Enter.",
    ),
    "browser.script": (
        "This page needs JavaScript; it comes from this machine only.",
        "Denne siden trenger JavaScript; det kommer bare fra denne maskinen.",
    ),
}
