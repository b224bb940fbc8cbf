"""Texts of the coding room: what the column beside the text tells, and lanes of others or of then in the margin."""

CODING_MARGIN: dict[str, tuple[str, str]] = {
    "command.coding.ghosts": ("Ghost lanes", "Skygger"),
    "command.coding.ghosts.help": (
        "Show another coder's passages here, or your own as they were, dotted beside yours; again ends it.",
        "Vis en annen koders utdrag her, eller dine egne slik de var, prikket ved siden av dine; igjen avslutter.",
    ),
    "ghosts.which": ("Show beside your own passages", "Vis ved siden av dine egne utdrag"),
    "ghosts.passages": ("{n} passage|{n} passages", "{n} utdrag|{n} utdrag"),
    "ghosts.week": ("Your own as they were a week ago", "Dine egne slik de var for en uke siden"),
    "ghosts.month": ("Your own as they were a month ago", "Dine egne slik de var for en måned siden"),
    "ghosts.typed": ("Your own as they were after that day", "Dine egne slik de var etter den dagen"),
    "ghosts.hint": ("or a day, such as 1.3.2026", "eller en dag, som 1.3.2026"),
    "ghosts.on": (
        "Ghosts of {who}: {told}, dotted; {same} as yours (=). {key} ends it.",
        "Skygger av {who}: {told}, prikket; {same} som dine (=). {key} avslutter.",
    ),
    "ghosts.lost": (
        " {n} more stands in words that are gone.| {n} more stand in words that are gone.",
        " {n} til står i ord som er borte.| {n} til står i ord som er borte.",
    ),
    "ghosts.first": (
        " You have no passages here yet: what you see now will lead you.",
        " Du har ingen utdrag her ennå: det du ser nå, vil lede deg.",
    ),
    "ghosts.nothing": ("Nothing of this text was coded then.", "Ingenting i denne teksten var kodet da."),
    "ghosts.off": ("Ghost lanes off.", "Skyggene er borte."),
    "ghosts.here": ("Ghost: {who} – {code} ({sigil})", "Skygge: {who} – {code} ({sigil})"),
    "ghosts.same": ("as yours", "som ditt"),
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
        "Oversikt: hvor tett det er kodet, og ved hver replikk dens utdrag.",
    ),
    "overview.plain": ("Overview off.", "Oversikt av."),
    "overview.share": ("{share} % coded", "{share} % kodet"),
    "overview.title": ("THIS TRANSCRIPT", "DENNE TRANSKRIPSJONEN"),
    "overview.told": (
        "coded {share} % · {coded} of {words} {words:word|words}",
        "kodet {share} % · {coded} av {words} ord",
    ),
    "overview.turn": (
        "{n} passage in this turn|{n} passages in this turn",
        "{n} utdrag i denne replikken|{n} utdrag i denne replikken",
    ),
}
