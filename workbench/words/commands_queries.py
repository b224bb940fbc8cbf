"""What asking questions is called, on the screens and the command line."""

QUERY_COMMANDS: dict[str, tuple[str, str]] = {
    "command.go.queries": ("Questions", "Spørsmål"),
    "command.go.queries.help": (
        "Ask what the codings say: passages, tables, what meets what, what is not coded.",
        "Spør hva kodingene sier: utdrag, tabeller, hva som møter hva, hva som ikke er kodet.",
    ),
    "command.queries.ask": ("Ask", "Spør"),
    "command.queries.ask.help": ("Answer the question in hand.", "Svar på spørsmålet det gjelder."),
    "command.queries.cell": ("Passages", "Utdrag"),
    "command.queries.cell.help": ("Read the passages in this cell.", "Les utdragene i denne cellen."),
    "command.queries.open": ("Open", "Åpne"),
    "command.queries.open.help": ("Open the transcript at this passage.", "Åpne transkripsjonen ved dette utdraget."),
    "command.queries.place": ("Open", "Åpne"),
    "command.queries.place.help": (
        "Open the transcript where nothing is coded, or the first uses of the new codes.",
        "Åpne transkripsjonen der ingenting er kodet, eller de første brukene av de nye kodene.",
    ),
    "command.queries.left": ("Column left", "Kolonne venstre"),
    "command.queries.left.help": ("Go a column to the left.", "Gå en kolonne til venstre."),
    "command.queries.right": ("Column right", "Kolonne høyre"),
    "command.queries.right.help": ("Go a column to the right.", "Gå en kolonne til høyre."),
    "command.queries.sort": ("Sort", "Sorter"),
    "command.queries.sort.help": (
        "Put the rows in order of this column, of all people, or of the codebook.",
        "Sett radene i rekkefølge etter denne kolonnen, alle personer, eller kodeboken.",
    ),
    "command.queries.show": ("Shares", "Andeler"),
    "command.queries.show.help": (
        "Show in the cells their share of the row, of the column, or numbers again.",
        "Vis i cellene andelen av raden, av kolonnen, eller tallene igjen.",
    ),
    "command.queries.rows": ("Rows", "Rader"),
    "command.queries.rows.help": (
        "Choose the rows: all codes, themes, or those under a code.",
        "Velg radene: alle koder, temaer, eller dem under en kode.",
    ),
    "command.queries.by": ("By what", "Etter hva"),
    "command.queries.by.help": (
        "Choose the columns, where codes meet, what else is to meet the passages, or the order of interviews.",
        "Velg kolonnene, hvor koder møtes, hva mer som skal møte utdragene, eller intervjuenes rekkefølge.",
    ),
    "command.queries.children": ("With those under", "Med dem under"),
    "command.queries.children.help": (
        "Count with each code those under it, or each by itself.",
        "Tell med hver kode dem som ligger under, eller hver for seg.",
    ),
    "command.queries.once": ("Count once", "Tell én gang"),
    "command.queries.once.help": (
        "Count overlapping codings of one code on one person's words once, or each.",
        "Tell overlappende kodinger med samme kode på én persons ord én gang, eller hver.",
    ),
    "command.queries.filter": ("Filter", "Filtrer"),
    "command.queries.filter.help": (
        "Count only some codings: a coder's, of people with an attribute, of a time.",
        "Tell bare noen kodinger: en koders, av personer med en egenskap, fra en tid.",
    ),
    "command.queries.write": ("Write", "Skriv"),
    "command.queries.write.help": (
        "Write the answer to a file as comma-separated values.",
        "Skriv svaret til en fil som kommadelte verdier.",
    ),
    "command.line.query_code": ("Passages", "Utdrag"),
    "command.line.query_code.help": (
        "Print passages of codes or themes, filtered, and what meets them.",
        "Skriv utdrag med koder eller temaer, filtrert, og hva som møter dem.",
    ),
    "command.line.query_table": ("Table", "Tabell"),
    "command.line.query_table.help": (
        "Count codes or themes by participant, transcript or attribute, people and mentions apart.",
        "Tell koder eller temaer etter deltaker, transkripsjon eller egenskap, personer og omtaler hver for seg.",
    ),
    "command.line.query_together": ("What meets", "Hva som møtes"),
    "command.line.query_together.help": (
        "Count where codes or themes meet: on words, in turns, in transcripts, in people.",
        "Tell hvor koder eller temaer møtes: på ord, i replikker, i transkripsjoner, hos personer.",
    ),
    "command.line.query_coverage": ("Coverage", "Dekning"),
    "command.line.query_coverage.help": (
        "Tell how much of participants' words is coded in each transcript, and where nothing is.",
        "Si hvor mye av deltakernes ord som er kodet i hver transkripsjon, og hvor ingenting er det.",
    ),
    "command.line.query_growth": ("New codes", "Nye koder"),
    "command.line.query_growth.help": (
        "Tell which codes are new in each interview; no measure of saturation.",
        "Si hvilke koder som er nye i hvert intervju; ikke et mål på metning.",
    ),
}
