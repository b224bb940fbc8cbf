"""Texts of the coding room: what the column beside the text tells, and lanes of others or of then in the margin."""

CODING_MARGIN: dict[str, tuple[str, str]] = {
    "command.coding.overview": ("Overview", "Oversikt"),
    "command.coding.overview.help": (
        "Show in the scrollbar where the code in focus or in hand is, what is coded, or how densely; or nothing.",
        "Vis i rullefeltet hvor koden i fokus eller i hånden er, hva som er kodet, eller hvor tett; eller ingenting.",
    ),
    "overview.code": (
        "Overview: where «{code}» is, beside where it is most.",
        "Oversikt: hvor «{code}» er, sett mot der den er mest.",
    ),
    "overview.none": (
        "Overview: the code in focus or in hand, and there is none yet.",
        "Oversikt: koden i fokus eller i hånden, og det er ingen ennå.",
    ),
    "overview.coverage": (
        "Overview: how much of the participants' words is coded.",
        "Oversikt: hvor mye av deltakernes ord som er kodet.",
    ),
    "overview.density": (
        "Overview: how densely it is coded, and beside each turn its passages.",
        "Oversikt: hvor tett det er kodet, og ved hver replikk dens utsnitt.",
    ),
    "overview.plain": ("Overview off.", "Oversikt av."),
    "overview.share": ("{share} % coded", "{share} % kodet"),
    "overview.title": ("This transcript", "Denne transkripsjonen"),
    "overview.told": (
        "coded {share} % · {coded} of {words} words",
        "kodet {share} % · {coded} av {words} ord",
    ),
    "overview.turn": (
        "{n} passage in this turn|{n} passages in this turn",
        "{n} utsnitt i denne replikken|{n} utsnitt i denne replikken",
    ),
}
