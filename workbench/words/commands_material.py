"""What the verbs are called that only the command line has: on codes, memos, sessions, speakers, maps, reviews."""

MATERIAL: dict[str, tuple[str, str]] = {
    "command.line.codes_split": ("Split a code", "Del en kode"),
    "command.line.codes_split.help": (
        "Give some passages of a code another code, a new one or one there is.",
        "Gi noen av utdragene i en kode en annen kode, en ny eller en som finnes.",
    ),
    "command.line.codes_history": ("Code history", "Kodens historie"),
    "command.line.codes_history.help": (
        "Show how a code has been called and defined, by whom and when, and how much coding is older than that.",
        "Vis hva en kode har hett og hvordan den har vært definert, av hvem og når, og hvor mye koding som er eldre.",
    ),
}
