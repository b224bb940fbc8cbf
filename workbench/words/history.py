"""One sentence for an act, from its verb and its particulars."""

from collections.abc import Mapping

from workbench.words import LANGUAGES, chosen, filled, has, say
from workbench.words.attributes import attribute_label

_OF_A_CLOSED_SET = (
    "entity.", "theme.status", "memo.", "coding.stance", "coding.certain", "coding.important",
    "quote.state", "quote.role", "speaker.", "review.", "theme.level", "theme.alone", "map.save",
)  # fmt: skip
_VALUES: dict[str, tuple[str, str]] = {
    "person": ("person", "person"),
    "place": ("place", "sted"),
    "address": ("address", "adresse"),
    "organisation": ("organisation", "organisasjon"),
    "unit": ("unit", "enhet"),
    "phone": ("telephone number", "telefonnummer"),
    "email": ("e-mail address", "e-postadresse"),
    "birth_number": ("birth number", "fødselsnummer"),
    "date": ("date", "dato"),
    "age": ("age", "alder"),
    "other": ("other", "annet"),
    "undecided": ("undecided", "uavgjort"),
    "replace": ("replace", "erstatt"),
    "keep": ("keep", "behold"),
    "not a name": ("not a name", "ikke et navn"),
    "not here": ("not here", "ikke her"),
    "again": ("here again", "her igjen"),
    "candidate": ("candidate", "kandidat"),
    "developing": ("developing", "under utvikling"),
    "final": ("final", "endelig"),
    "dropped": ("dropped", "forkastet"),
    "study": ("study", "studien"),
    "transcript": ("transcript", "transkripsjon"),
    "code": ("code", "kode"),
    "theme": ("theme", "tema"),
    "participant": ("participant", "deltaker"),
    "supports": ("supports", "støtter"),
    "qualifies": ("qualifies", "nyanserer"),
    "contradicts": ("contradicts", "motsier"),
    "unset": ("unset", "ikke satt"),
    "certain": ("certain", "sikker"),
    "uncertain": ("uncertain", "usikker"),
    "important": ("important", "viktig"),
    "sub-theme": ("sub-theme", "undertema"),
    "overarching": ("overarching theme", "overordnet tema"),
    "initial": ("initial", "første"),
    "developed": ("developed", "utviklet"),
    "document": ("document", "dokument"),
    "method": ("method", "metode"),
    "decision": ("decision", "avgjørelse"),
    "ethics": ("ethics", "etikk"),
    "familiar": ("familiarising", "bli kjent"),
    "reflexive": ("reflexive", "refleksivt"),
    "interviewer": ("interviewer", "intervjuer"),
    "unknown": ("unknown", "ukjent"),
    "in person": ("in person", "ansikt til ansikt"),
    "telephone": ("telephone", "telefon"),
    "video": ("video", "video"),
    "written": ("written", "skriftlig"),
    "home": ("at home", "hjemme"),
    "work": ("at work", "på jobb"),
    "office": ("researcher's office", "forskerens kontor"),
    "service": ("a service", "en tjeneste"),
    "public": ("a public place", "et offentlig sted"),
    "outdoors": ("outdoors", "ute"),
    "online": ("online", "på nett"),
    "planned": ("planned", "planlagt"),
    "held": ("held", "holdt"),
    "cancelled": ("cancelled", "avlyst"),
    "fits": ("fits", "passer"),
    "stretches": ("stretches it", "strekker det"),
    "no": ("does not fit", "passer ikke"),
    "confirmed": ("confirmed", "bekreftet"),
    "missing": ("missing", "mangler"),
    "contrary": ("contrary", "motsatt"),
    "picked": ("picked", "valgt"),
    "cleared": ("cleared", "klarert"),
    "placed": ("placed", "plassert"),
    "rejected": ("rejected", "forkastet"),
    "illustrate": ("illustrates", "illustrerer"),
    "analyse": ("is analysed", "analyseres"),
    "contradict": ("contradicts", "motsier"),
    "set scene": ("sets the scene", "setter scenen"),
    "data": ("data", "data"),
    "theory": ("theory", "teori"),
    "guide": ("guide", "intervjuguide"),
    "earlier study": ("earlier study", "tidligere studie"),
    "assist": ("assist", "forslag"),
    "not important": ("not important", "ikke viktig"),
    "active": ("in use", "i bruk"),
    "retired": ("retired", "lagt bort"),
    "hand": ("by hand", "for hånd"),
    "in vivo": ("in vivo", "in vivo"),
    "suggested": ("suggested", "foreslått"),
    "imported": ("imported", "lest inn"),
    "search": ("by search", "ved søk"),
}
_OF_PEOPLE = ("people.set", "people.unset", "people.consent")
_TO_THE_TOP = ("moved «{code}» to the top level", "flyttet «{code}» til øverste nivå")


_ENDS = (".", "!", "?", "…")


class _Particulars(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def value_name(value: str) -> str:
    """Return a status, decision or kind in the language of the interface; other values as they are."""
    return _VALUES[value][LANGUAGES.index(chosen())] if value in _VALUES else value


def told_otherwise(verb: str) -> bool:
    """Tell whether an act's sentence says some of its particulars in other words than were kept."""
    return verb.startswith((*_OF_A_CLOSED_SET, "attribute.")) or verb in (*_OF_PEOPLE, "code.move")


def sentence(verb: str, kind: str, detail: Mapping[str, str]) -> str:
    """Return what an act did, such as `took back: coded P07 turn 3 as «tid»`; no full stop, small first letter."""
    shown = _Particulars(detail)
    if verb.startswith(_OF_A_CLOSED_SET):
        shown.update({name: value_name(shown[name]) for name in ("kind", "to", "about", "stage") if name in shown})
    if verb in _OF_PEOPLE or verb.startswith("attribute."):
        _tell_of_people(verb, shown)
    if verb == "code.move" and not shown.get("to"):
        text = _TO_THE_TOP[LANGUAGES.index(chosen())].format_map(shown)
    else:
        text = filled(f"act.{verb}", shown) if has(f"act.{verb}") else verb
    return say(f"kind.{kind}") + text


def _tell_of_people(verb: str, shown: dict[str, str]) -> None:
    if verb == "people.consent":
        for name, key in (("scope", "consent.scope."), ("to", "consent.answer.")):
            if has(f"{key}{shown[name]}"):
                shown[name] = say(f"{key}{shown[name]}")
        return
    shown["name"] = attribute_label(shown["name"])
    if verb == "attribute.rename":
        shown["to"] = attribute_label(shown["to"])
    elif has(f"attribute.type.{shown['to']}"):
        shown["to"] = say(f"attribute.type.{shown['to']}")


def full_sentence(verb: str, kind: str, detail: Mapping[str, str]) -> str:
    """As `sentence`, with a capital and a full stop."""
    text = sentence(verb, kind, detail)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(_ENDS) else '.'}"
