"""Suggested words to show instead of an identifier: by kind, by what the text says of it, numbered."""

import re
from collections.abc import Iterable

from workbench.shield.times import age_in
from workbench.study.folding import fold
from workbench.study.masking import Entity, EntityKind

_KIND_WORDS = {
    "nb": {
        EntityKind.PERSON: "person", EntityKind.PLACE: "sted", EntityKind.ADDRESS: "gate",
        EntityKind.ORGANISATION: "institusjon", EntityKind.UNIT: "enhet", EntityKind.PHONE: "telefonnummer",
        EntityKind.EMAIL: "e-postadresse", EntityKind.BIRTH_NUMBER: "fødselsnummer", EntityKind.DATE: "dato",
        EntityKind.AGE: "alder", EntityKind.OTHER: "utelatt",
    },
    "en": {
        EntityKind.PERSON: "person", EntityKind.PLACE: "place", EntityKind.ADDRESS: "street",
        EntityKind.ORGANISATION: "institution", EntityKind.UNIT: "unit", EntityKind.PHONE: "telephone number",
        EntityKind.EMAIL: "e-mail address", EntityKind.BIRTH_NUMBER: "national identity number",
        EntityKind.DATE: "date", EntityKind.AGE: "age", EntityKind.OTHER: "left out",
    },
}  # fmt: skip
# What the words before a name call its bearer, and the label that keeps the role.
_ROLES = {
    "nb": {
        "mann(?:en)?|eksmann(?:en)?": "ektemann", "kon[ae]|ekskona": "ektefelle", "samboer(?:en)?": "samboer",
        "kjæreste(?:n)?|eksen": "kjæreste", "sønn(?:en)?|sonen": "sønn", "datter(?:en)?|dattera|dotter[a]?": "datter",
        "(?:store|lille)?bror(?:en)?": "bror", "søster(?:en|a)?|systera?": "søster", "mor(?:en|a)?|mamma": "mor",
        "far(?:en)?|pappa": "far", "bestemor|mormor|farmor": "bestemor", "bestefar|morfar|farfar": "bestefar",
        "onkel(?:en)?": "onkel", "tant[ae]n?": "tante", "kamerat(?:en)?|kompis(?:en)?|venn(?:en|inn[ae]n?)?": "venn",
        "nabo(?:en)?": "nabo", "sjef(?:en)?": "sjef", "kollega(?:en)?": "kollega", "fastlege(?:n)?|lege(?:n)?": "lege",
        "psykolog(?:en)?": "psykolog", "behandler(?:en)?": "behandler", "(?:rus)?konsulent(?:en)?": "konsulent",
        "saksbehandler(?:en)?": "saksbehandler", "sosionom(?:en)?": "sosionom", "vikar(?:en)?": "vikar",
        "veileder(?:en)?": "veileder", "sykepleier(?:en)?": "sykepleier", "lærer(?:en)?": "lærer",
    },
    "en": {
        "husband": "husband", "wife": "wife", "partner|boyfriend|girlfriend|ex": "partner", "son": "son",
        "daughter": "daughter", "brother": "brother", "sister": "sister", "mother|mum|mam": "mother",
        "father|dad": "father", "friend|mate": "friend", "neighbour": "neighbour", "boss|manager": "manager",
        "colleague": "colleague", "doctor|gp|dr": "doctor", "nurse": "nurse", "keyworker|worker": "worker",
        "counsellor": "counsellor", "sponsor": "sponsor", "teacher": "teacher", "uncle": "uncle", "aunt(?:ie)?": "aunt",
    },
}  # fmt: skip
_OWNER = r"(?: (?:min|mi|mitt|vår|hennes|hans|sin|si|my|called|named|som heter|som het))*"
_SCHOOL = re.compile(r"skole|skule|videregående|vidaregåande|school|college|academy", re.IGNORECASE)
_AGE_WORDS = {"nb": "{low}–{high} år", "en": "{low}–{high} years"}


def suggest_replacement(entity: Entity, entities: Iterable[Entity], context: str = "", language: str = "nb") -> str:
    """Return a label in square brackets that no other entity has and that does not hold the name.

    `context` is what stands before a mention: "søstera mi " gives `[søster 1]`. Without a hint the kind speaks:
    `[person 3]`, `[sted 1]`, `[dato 2]`; an age becomes a band such as `[14–16 år]`.
    """
    tongue = language if language in _KIND_WORDS else "en"
    others = [one for one in entities if one.id != entity.id]
    taken = {one.replacement.casefold() for one in others if one.replacement}
    if entity.kind is EntityKind.AGE:
        band = _age_label(entity, others, tongue)
        if band:
            return _free(band, taken, entity, numbered=False)
    return _free(_word_for(entity, context, tongue), taken, entity, numbered=True)


def _word_for(entity: Entity, context: str, language: str) -> str:
    if entity.kind is EntityKind.PERSON:
        for pattern, role in _ROLES[language].items():
            if re.search(rf"\b(?:{pattern}){_OWNER},? $", f"{context.rstrip()} ", re.IGNORECASE):
                return role
    if entity.kind is EntityKind.ORGANISATION and _SCHOOL.search(entity.name):
        return {"nb": "skole", "en": "school"}[language]
    return _KIND_WORDS[language][entity.kind]


def _age_label(entity: Entity, others: list[Entity], language: str) -> str:
    found = age_in(entity.name)
    if found is None:
        return ""
    start, end, years = found
    width = 3 if years < 20 else 5
    low = years if years < 20 else years - years % 5
    if years == low + width - 1:
        low += 1
    band = _AGE_WORDS[language].format(low=low, high=low + width - 1)
    before = entity.name[:start].rstrip()
    after = re.sub(r"^-?(?:åring\w*|year-olds?)|^ ?(?:år|years?)(?:[ -](?:gam+el|gamal|gammelt|gamle|old))?", "",
                   entity.name[end:]).strip()  # fmt: skip
    for other in others:
        if before and other.kind is EntityKind.PERSON and fold(before.rstrip(",")).text in map(_folded, other.forms):
            before = other.replacement.strip("[]") + "," if other.replacement else ""
    return " ".join(word for word in (before, band, after) if word)


def _folded(form: str) -> str:
    return fold(form).text


def _free(words: str, taken: set[str], entity: Entity, *, numbered: bool) -> str:
    """Return the first free label: `[person 1]`, `[person 2]`…; a band is numbered only from the second on."""
    number = 1
    while True:
        label = f"[{words} {number}]" if numbered else f"[{words}]" if number == 1 else f"[{words}, {number}]"
        if label.casefold() not in taken and not any(form.casefold() in label.casefold() for form in entity.forms):
            return label
        number += 1
        if number > len(taken) + 20:
            # The name itself is in the words (a person called "Person"): fall back to a word it cannot hold.
            words, number, numbered = "x", 1, True
