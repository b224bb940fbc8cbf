"""What repairs and odd characters are called, why a repair is proposed, and the texts of the room of repairs."""

import re

from workbench.words import chosen

REPAIRS_ROOM: dict[str, tuple[str, str]] = {
    "room.mending": ("repairs of a file", "rettelser i en fil"),
    "repair.hyphen": ("word broken at a line end", "ord delt ved linjeslutt"),
    "repair.lost hyphen": ("word broken, hyphen lost", "delt ord uten bindestrek"),
    "repair.page number": ("page number", "sidetall"),
    "repair.running head": ("running head", "kolumnetittel"),
    "repair.page break blank": ("blank at a page break", "blanktegn ved sideskift"),
    "repair.ligature": ("ligature", "ligatur"),
    "repair.bullet": ("bullet of a symbol font", "kulepunkt fra symbolskrift"),
    "repair.loop": ("repeated by the recogniser", "gjentatt av talegjenkjenningen"),
    "repair.nfc": ("letter written in parts", "bokstav skrevet i deler"),
    "repair.spacing": ("spacing", "mellomrom"),
    "repair.soft hyphen": ("soft hyphen", "myk bindestrek"),
    "repair.footnote mark": ("footnote mark", "fotnotetegn"),
    "odd.symbol font": ("sign of a symbol font", "tegn fra symbolskrift"),
    "odd.broken character": ("broken character", "ødelagt tegn"),
    "odd.reading direction": ("sign that turns the reading direction", "tegn som snur leseretningen"),
    "odd.control character": ("control character", "styretegn"),
    "odd.invisible sign": ("invisible sign", "usynlig tegn"),
    "odd.blank of another kind": ("blank of another kind", "blanktegn av annet slag"),
    "odd.ligature": ("ligature", "ligatur"),
    "odd.tab after a bullet": ("tab after a bullet", "tabulator etter kulepunkt"),
    "odd.closing mark at both ends": ("closing quotation mark at both ends", "sluttanførsel i begge ender"),
    "odd.quotation mark not closed": ("quotation mark not closed", "anførselstegn som ikke lukkes"),
    "odd.several dashes": ("several kinds of dashes", "flere slags tankestrek"),
    "odd.several ellipses": ("several kinds of ellipses", "flere slags ellipser"),
    "odd.words grown together": ("words grown together", "ord som har grodd sammen"),
    "mending.empty": (
        "No repairs were found in this file; what is odd in it stands beside. esc goes back to the files.",
        "Det ble ikke funnet rettelser i denne filen; det som er uvanlig, står ved siden av. esc går tilbake til filene.",
    ),
    "mending.reading": ("Reading the file again…", "Leser filen på nytt…"),
    "mending.changed": (
        "The file has changed since it was read; choose it again (enter) in the import room.",
        "Filen er endret siden den ble lest; velg den på nytt (enter) i importrommet.",
    ),
    "mending.more": (
        "The first {shown} are shown; {left} more are made if they are sure.",
        "De første {shown} vises; {left} til gjøres hvis de er sikre.",
    ),
    "mending.title": ("{made} of {count} made", "{made} av {count} gjort"),
    "mending.kind": ("{kind} · {made} of {count} made", "{kind} · {made} av {count} gjort"),
    "mending.unsure": ("unsure", "usikker"),
    "mending.nothing": ("(nothing)", "(ingenting)"),
    "mending.line": ("line {line}", "linje {line}"),
    "mending.as_it_is": ("AS IT IS", "SLIK DET STÅR"),
    "mending.repaired": ("REPAIRED", "RETTET"),
    "mending.odd": ("ODD CHARACTERS (kept)", "UVANLIGE TEGN (beholdes)"),
    "mending.kind_made": ("{kind}: all {count} are made.", "{kind}: alle {count} gjøres."),
    "mending.kind_left": ("{kind}: all {count} are left as they were.", "{kind}: alle {count} står som før."),
    "mending.done": ("The repairs of {name} are as you decided.", "Rettelsene i {name} er slik du bestemte."),
    "command.mending.toggle": ("On or off", "Av eller på"),
    "command.mending.toggle.help": (
        "Make this repair, or leave the words as they were, and go to the next.",
        "Gjør denne rettelsen, eller la ordene stå som før, og gå til neste.",
    ),
    "command.mending.kind": ("Whole kind", "Hele slaget"),
    "command.mending.kind.help": (
        "Make all repairs of this kind, or none when all are made.",
        "Gjør alle rettelser av dette slaget, eller ingen når alle er gjort.",
    ),
    "command.mending.keep": ("Back to files", "Til filene"),
    "command.mending.keep.help": (
        "Go back to the files; the one in hand is read again with the repairs as decided.",
        "Gå tilbake til filene; den du har foran deg, leses på nytt med rettelsene slik du bestemte.",
    ),
    "fact.engine": ("made by", "laget av"),
    "fact.model": ("model", "modell"),
    "fact.made": ("when", "når"),
    "fact.language": ("language", "språk"),
    "fact.media": ("recording", "opptak"),
    "fact.title": ("title", "tittel"),
}

_BOKMAAL = {
    "a blank of another kind": "et blanktegn av annet slag",
    "a blank without width": "et blanktegn uten bredde",
    "a double name, or a new sentence after a word broken off?": "et dobbeltnavn, eller en ny setning etter et avbrutt ord?",
    "a name and a word, or one word?": "et navn og et ord, eller ett ord?",
    "a name with a point of the compass": "et navn med himmelretning",
    "a number and a word keep their hyphen": "et tall og et ord beholder bindestreken",
    "a phrase of hyphens": "et uttrykk med bindestreker",
    "a phrase of hyphens, or a compound broken again?": "et uttrykk med bindestreker, eller en sammensetning delt på nytt?",
    "a tick or bullet whose font is gone?": "et hakemerke eller kulepunkt der skriften mangler?",
    "a word broken for the width of the line": "et ord delt fordi linjen tok slutt",
    "a word in capitals": "et ord i store bokstaver",
    "an abbreviation": "en forkortelse",
    "an abbreviation in capitals": "en forkortelse i store bokstaver",
    "an address: is the hyphen its own?": "en adresse: er bindestreken en del av den?",
    "an unusual place to break a word": "et uvanlig sted å dele et ord",
    "comes back on the pages": "kommer igjen på sidene",
    "comes back with a rising number": "kommer igjen med stigende tall",
    "in this text words are also broken off": "i denne teksten er ord også avbrutt",
    "invisible, but perhaps meant as a hyphen": "usynlig, men kanskje ment som bindestrek",
    "letters set apart, or spelt aloud?": "sperret skrift, eller bokstavert høyt?",
    "may be a page number": "kan være et sidetall",
    "one word, or broken off?": "ett ord, eller avbrutt?",
    "rises with the pages": "stiger med sidene",
    "stands beside a running head": "står ved en kolumnetittel",
    "stands inside a sentence": "står midt i en setning",
    "the file marks it as a head or foot": "filen merker det som topp- eller bunntekst",
    "the file says that the layout set this hyphen": "filen sier at bindestreken kom med ombrekkingen",
    "the first half looks like the first part of a compound": "første halvdel ser ut som forleddet i en sammensetning",
    "the same cue twice": "samme undertekst to ganger",
    "the second half is an ending, no word": "andre halvdel er en endelse, ikke et ord",
    "the text has other words that begin so, with a hyphen": "teksten har andre ord som begynner slik, med bindestrek",
    "the text has the whole word elsewhere": "teksten har hele ordet et annet sted",
    "the text writes it with a hyphen elsewhere": "teksten skriver det med bindestrek et annet sted",
    "two words with a hyphen, or one word?": "to ord med bindestrek, eller ett ord?",
    "what recognisers write over silence": "det talegjenkjenning skriver når det er stille",
    "words that keep a hyphen": "ord som beholder bindestreken",
}  # fmt: skip
_SHAPES = (
    (re.compile(r"«(.*)» stands (\d+) times in a row", re.DOTALL), "«{}» står {} ganger på rad"),
    (re.compile(r"the mark of footnote (\d+)\?"), "merket for fotnote {}?"),
    (re.compile(r"(U\+[0-9A-F]+) of a symbol font"), "{} fra en symbolskrift"),
)


def repair_reason(reason: str) -> str:
    """Return why a repair is proposed in the language of the interface; a reason that is not known stays as it is."""
    if chosen() != "nb":
        return reason
    if reason in _BOKMAAL:
        return _BOKMAAL[reason]
    hits = ((shape.fullmatch(reason), told) for shape, told in _SHAPES)
    return next((told.format(*hit.groups()) for hit, told in hits if hit), reason)
