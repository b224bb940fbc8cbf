"""Why a name or number was found, in the language of the interface; the shield gives its reasons in English."""

import re

from workbench.words import chosen

_BOKMAAL = {
    "a bank account number": "et kontonummer",
    "a bank account number, perhaps mistyped": "et kontonummer, kanskje feilskrevet",
    "a birth number (synthetic or health service, month + 40)": "et fødselsnummer (syntetisk eller fra helsevesenet, måned + 40)",
    "a birth number (synthetic, month + 80)": "et fødselsnummer (syntetisk, måned + 80)",
    "a birth number with a right checksum": "et fødselsnummer med riktige kontrollsifre",
    "a capitalised word after a preposition of place": "et ord med stor bokstav etter en stedspreposisjon",
    "a capitalised word that does what people do": "et ord med stor bokstav som gjør det folk gjør",
    "a capitalised word that ends like a house or service": "et ord med stor bokstav som ender som et hus eller en tjeneste",
    "a capitalised word that is not ordinary here": "et ord med stor bokstav som ikke er vanlig her",
    "a D-number, or a mistyped birth number": "et D-nummer, eller et feilskrevet fødselsnummer",
    "a date": "en dato",
    "a day of a month": "en dag i en måned",
    "a first name and a capitalised word": "et fornavn og et ord med stor bokstav",
    "a first name at the start of a sentence": "et fornavn først i en setning",
    "a first name in capitals": "et fornavn i store bokstaver",
    "a first name, in text without capitals": "et fornavn, i tekst uten store bokstaver",
    "a full name": "et fullt navn",
    "a listed name": "et navn i navnelistene",
    "a listed name at the start of a sentence": "et navn i navnelistene først i en setning",
    "a month and a year": "en måned og et årstall",
    "a name after a preposition of place": "et navn etter en stedspreposisjon",
    "a name in quotation marks": "et navn i anførselstegn",
    "a name that is also a word, doing what people do": "et navn som også er et ord, og som gjør det folk gjør",
    "a name that is also a word, with a capital": "et navn som også er et ord, med stor bokstav",
    "a number after a name": "et tall etter et navn",
    "a number after a name, perhaps an age": "et tall etter et navn, kanskje en alder",
    "a numbered room or flat": "et rom eller en leilighet med nummer",
    "a season and a year": "en årstid og et årstall",
    "a surname or place that is also a word": "et etternavn eller sted som også er et ord",
    "a telephone number": "et telefonnummer",
    "a title and a name": "en tittel og et navn",
    "a web address": "en nettadresse",
    "a word for people from a place found here": "et ord for folk fra et sted som er funnet her",
    "a word in capitals": "et ord i store bokstaver",
    "a word used as a name": "et ord brukt som navn",
    "a year in words": "et årstall med bokstaver",
    "a year of birth": "et fødselsår",
    "an age": "en alder",
    "an e-mail address": "en e-postadresse",
    "an e-mail address read aloud": "en e-postadresse lest høyt",
    "an initial and a surname": "en forbokstav og et etternavn",
    "capitalised words in a row": "flere ord med stor bokstav etter hverandre",
    "eleven digits like a birth number, checksum wrong or mistyped": "elleve sifre som et fødselsnummer, feil kontrollsiffer eller feilskrevet",
    "perhaps an age, perhaps a length of time": "kanskje en alder, kanskje et tidsrom",
    "several people are called so": "flere heter det samme",
    "the shape of a street": "ser ut som en gate",
    "the shape of an institution or street": "ser ut som en institusjon eller gate",
    "the shape of an institution, in text without capitals": "ser ut som en institusjon, i tekst uten store bokstaver",
    "words before it announce a name": "ordene foran varsler et navn",
    "words before it announce a person": "ordene foran varsler en person",
    "written with a capital elsewhere, or a well-known place": "skrevet med stor bokstav andre steder, eller et kjent sted",
}  # fmt: skip
_DIGITS = re.compile(r"(\d+) digits read aloud(, perhaps only counting)?")


def reason_in_words(reason: str) -> str:
    """Return a finder's reason in the language of the interface; one that is not known stays as it is."""
    if chosen() != "nb":
        return reason
    return "; ".join(_bokmaal(part) for part in reason.split("; "))


def _bokmaal(part: str) -> str:
    hit = _DIGITS.fullmatch(part)
    if hit:
        return f"{hit[1]} sifre lest høyt" + (", kanskje bare telling" if hit[2] else "")
    return _BOKMAAL.get(part, part)
