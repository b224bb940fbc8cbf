"""What kinds of people, attributes, types and consent are called wherever they are told."""

PEOPLE: dict[str, tuple[str, str]] = {
    "attribute.type.text": ("text", "tekst"),
    "attribute.type.number": ("number", "tall"),
    "attribute.type.date": ("date", "dato"),
    "attribute.type.category": ("category", "kategori"),
    "attribute.type.band": ("band", "gruppe"),
    "attribute.type.text.hint": ("any words", "hvilke ord som helst"),
    "attribute.type.number.hint": ("47 or 1 234,5", "47 eller 1 234,5"),
    "attribute.type.date.hint": ("31.3.2026", "31.3.2026"),
    "attribute.type.category.hint": ("a few values, in an order", "noen få verdier, i en rekkefølge"),
    "attribute.type.band.hint": (
        "reckoned from a number or a date: 40-årene, 30–44",
        "regnes ut fra et tall eller en dato: 40-årene, 30–44",
    ),
    "consent.scope.analyse": ("analysis", "analyse"),
    "consent.scope.quote": ("quotes", "sitater"),
    "consent.scope.archive": ("archive", "arkiv"),
    "consent.scope.share": ("sharing", "deling"),
    "consent.scope.re-contact": ("being contacted again", "å bli kontaktet igjen"),
    "consent.answer.yes": ("yes", "ja"),
    "consent.answer.no": ("no", "nei"),
    "consent.answer.not asked": ("not asked", "ikke spurt"),
    "consent.withdrawn": ("withdrew {day}", "trakk seg {day}"),
    "consent.mark.WITHDRAWN": ("withdrawn", "trukket seg"),
    "consent.mark.NO_QUOTE": ("not to be quoted", "skal ikke siteres"),
    "consent.mark.no_analysis": ("no analysis", "ikke analyse"),
    "consent.refused.WITHDRAWN": ("{person} has withdrawn ({count})", "{person} har trukket seg ({count})"),
    "consent.refused.NO_QUOTE": (
        "{person} said no to being quoted ({count})",
        "{person} sa nei til å bli sitert ({count})",
    ),
    "consent.refused": ("Quotes left out: {count}. {whose}.", "Sitater utelatt: {count}. {whose}."),
    "consent.all_refused": (
        "No quote of those asked for may leave. {why} Nothing was written.",
        "Ingen av sitatene kan gå ut. {why} Ingenting ble skrevet.",
    ),
    "consent.passages_refused": (
        "Passages left out because who says them withdrew, or said no to being quoted: {count}.",
        "Utdrag utelatt fordi den som snakker, har trukket seg eller sagt nei til å bli sitert: {count}.",
    ),
    "consent.passages_all_refused": (
        "None of the {count} {count:passage|passages} may leave: who says them withdrew, or said no to being quoted. Nothing was "
        "written.",
        "Ingen av de {count} {count:utdraget|utdragene} kan gå ut: den som snakker, har trukket seg eller sagt nei til å bli sitert. "
        "Ingenting ble skrevet.",
    ),
    "consent.uncopied.WITHDRAWN": (
        "Not copied: {person} has withdrawn, and their words leave the study no more.",
        "Ikke kopiert: {person} har trukket seg, og ordene går ikke lenger ut av studien.",
    ),
    "consent.uncopied.NO_QUOTE": (
        "Not copied: {person} said no to being quoted.",
        "Ikke kopiert: {person} sa nei til å bli sitert.",
    ),
}
