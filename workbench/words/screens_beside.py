"""Texts of what stands round the text in the coding room: memos, quotes of a code, the nearest passages."""

BESIDE: dict[str, tuple[str, str]] = {
    "coding.memos_here": ("MEMOS HERE", "MEMOER HER"),
    "coding.memo_on_code": ("on «{code}»: {text}", "om «{code}»: {text}"),
    "beside.back": ("{key}: back to the text", "{key}: tilbake til teksten"),
    "lacking.beside": ("Move to what is beside the text first (tab).", "Gå til det ved siden av teksten først (tab)."),
    "peek.none": ("«{code}» has no quotes yet.", "«{code}» har ingen sitater ennå."),
    "peek.count": ("{count} quotes", "{count} sitater"),
    "peek.with_below": ("with the codes under it ({key}: without)", "med kodene under ({key}: uten)"),
    "peek.without_below": ("{count} with the codes under it ({key})", "{count} med kodene under ({key})"),
    "peek.keys": (
        "j k move · {open} goes to the quote · {back} closes",
        "j k flytt · {open} går til sitatet · {back} lukker",
    ),
    "peek.there": ("At {place}; {key} leads back to where you were.", "Ved {place}; {key} fører tilbake der du var."),
    "peek.back": ("Back where you were.", "Tilbake der du var."),
    "lacking.peek": ("Show the quotes of a code first (p).", "Vis sitatene til en kode først (p)."),
    "lacking.below": ("There are no codes under this one.", "Det er ingen koder under denne."),
    "lacking.code.coding": (
        "Go to a coding first (e), or use a code: then its quotes can be shown.",
        "Gå til en koding først (e), eller bruk en kode: da kan sitatene vises.",
    ),
    "command.coding.peek": ("Quotes of code", "Sitater av koden"),
    "command.coding.peek.help": (
        "Show the quotes of the code here (or in focus, or armed) below the text, without leaving.",
        "Vis sitatene til koden her (eller i fokus, eller klar) under teksten, uten å gå herfra.",
    ),
    "command.peek.open": ("Go to quote", "Gå til sitatet"),
    "command.peek.open.help": (
        "Go to the quote in its transcript; esc leads back to where you were.",
        "Gå til sitatet i transkripsjonen; esc fører tilbake der du var.",
    ),
    "command.peek.below": ("Codes under", "Koder under"),
    "command.peek.below.help": (
        "Show the quotes of the codes under this one too, or not.",
        "Vis også sitatene til kodene under denne, eller ikke.",
    ),
    "glance.when": ("use", "brukes"),
    "glance.not": ("not", "ikke"),
    "glance.undefined": ("No definition yet.", "Ingen definisjon ennå."),
    "suggest.work": ("learning the codes", "lærer kodene"),
    "echo.title": ("ECHO", "EKKO"),
    "echo.resting": ("let the caret rest on some words", "la markøren hvile på noen ord"),
    "echo.none": ("nothing near", "ikke noe i nærheten"),
    "echo.work": ("reading the corpus", "leser korpuset"),
    "echo.on": (
        "Echo: where the caret rests, the nearest passages of the study stand beside the text (tab); {key} ends it.",
        "Ekko: der markøren hviler, står de nærmeste utdragene i studien ved siden av teksten (tab); {key} avslutter.",
    ),
    "echo.off": ("No echo.", "Ikke noe ekko."),
    "echo.stopped": ("Stopped; no echo now. {key} begins again.", "Stanset; ikke noe ekko nå. {key} begynner igjen."),
    "lacking.echo": ("Move to the echo first (tab).", "Gå til ekkoet først (tab)."),
    "command.coding.echo": ("Echo", "Ekko"),
    "command.coding.echo.help": (
        "Show the passages of the whole study nearest to the words where the caret rests, or stop that.",
        "Vis utdragene i hele studien som er nærmest ordene der markøren hviler, eller slutt med det.",
    ),
    "command.echo.open": ("Go to passage", "Gå til utdraget"),
    "command.echo.open.help": (
        "Go to the near passage in its transcript; esc leads back to where you were.",
        "Gå til det nære utdraget i transkripsjonen; esc fører tilbake der du var.",
    ),
    "command.beside.down": ("Down", "Ned"),
    "command.beside.down.help": (
        "Move down in what stands beside or below the text.",
        "Flytt ned i det som står ved siden av eller under teksten.",
    ),
    "command.beside.up": ("Up", "Opp"),
    "command.beside.up.help": (
        "Move up in what stands beside or below the text.",
        "Flytt opp i det som står ved siden av eller under teksten.",
    ),
    "command.beside.page_down": ("Page down", "Side ned"),
    "command.beside.page_down.help": (
        "Move a screenful down in what stands beside or below the text.",
        "Flytt en skjermfull ned i det som står ved siden av eller under teksten.",
    ),
    "command.beside.page_up": ("Page up", "Side opp"),
    "command.beside.page_up.help": (
        "Move a screenful up in what stands beside or below the text.",
        "Flytt en skjermfull opp i det som står ved siden av eller under teksten.",
    ),
}
