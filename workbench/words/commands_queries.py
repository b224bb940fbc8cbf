"""What asking questions is called, on the screens and the command line."""

QUERY_COMMANDS: dict[str, tuple[str, str]] = {
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
