"""What the words around a capitalised word say about it: a person, a place, an institution, a street."""

import re

from workbench.shield.patterns import NUMBER_WORD
from workbench.study.masking import EntityKind

_KIN = (
    "mannen|mann|kona|kone|samboeren|samboer|kjæresten|kjæreste|eksen|eksmannen|ekskona|sønnen|sønn|sonen|datteren|dattera|"
    "datter|dotter|dottera|broren|bror|storebroren|lillebroren|søsteren|søster|søstera|syster|systera|mora|moren|mor|mamma|"
    "faren|far|pappa|onkelen|onkel|tanten|tante|tanta|bestemor|bestefar|mormor|farmor|morfar|farfar|kameraten|kamerat|"
    "kompisen|kompis|venninna|venninnen|venninne|vennen|venn|naboen|nabo|sjefen|sjef|fastlegen|legen|lege|psykologen|"
    "psykolog|behandleren|behandler|konsulenten|konsulent|ruskonsulenten|sosionomen|saksbehandleren|saksbehandler|"
    "kontakten|læreren|lærer|rektoren|fosterfaren|fostermoren|fostermora|barnebarnet|nevøen|niesa|niesen|fetteren|kusina|"
    "svigermor|svigerfar|sykepleieren|vikaren|veilederen|lederen|kollegaen|kollega|miljøarbeideren|hunden|katten|"
    "husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|brother|sister|mother|mum|mam|father|dad|uncle|aunt|auntie|"
    "nan|gran|grandmother|grandfather|grandson|granddaughter|friend|mate|neighbour|boss|manager|doctor|nurse|worker|"
    "keyworker|counsellor|sponsor|teacher|lad|cousin|nephew|niece|dog|cat"
)
_OWNER = r"(?: (?:min|mi|mitt|mine|vår|hennes|hans|sin|si|din|di|deres|til \w+))?"
_BEFORE_PERSON = (
    re.compile(rf"\b(?:{_KIN}){_OWNER},? (?:som het(?:er|te)? |called |named )?$", re.IGNORECASE),
    re.compile(r"\b(?:heter|het|hette|heitte|heiter|heite|hete|kalt|kalte|kaller|kalla|døpt|navnet er|called|named|"
               r"name is|"
               r"name's|name was)(?: det| jeg| vi| de| ho| han| hun| seg)? $", re.IGNORECASE),
    re.compile(r"\b(?:ho|hun|hu|han|ham|'n|our|[Oo]ld) $"),
    re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Miss|Sister|Nurse|doktor|lege|overlege|psykolog|søster|frøken|fru|herr)\.? $"),
)  # fmt: skip
_AFTER_PERSON = re.compile(
    r" (?:sa|sier|ringte|ringer|spurte|spør|kom|var med|satt|henta|hentet|svarte|mente|trodde|skrev|lo|nikka|visste|"
    r"tok meg|ga meg|said|says|rang|told|asked|came|knew|thought|laughed|wrote)\b"
)
# Not one list: "at" and "to" are other words in Norwegian.
_BEFORE_PLACE = {
    "nb": re.compile(
        r"\b(?:i|på|fra|frå|til|ved|mot|utenfor|rundt|gjennom|over)(?: (?:gamle|nye|hele|sentrum av|nærheten av))? $"
    ),
    "en": re.compile(r"\b(?:in|from|at|to|near|around|outside|through)(?: old)? $"),
}
_AT_SOMEBODY = re.compile(r"\b(?:hos|med|av|for|with|by) $")

_STREET = re.compile(
    r"\w{2,}(?:gata|gaten|gate|veien|vegen|vei|veg|faret|stien|stredet|svingen|alléen|alleen|brygga|bryggen)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\w{2,}(?:huset|heimen|hjemmet|senteret|senter|gården|garden|tunet|klinikken|verkstedet|kollektivet|kafeen|pulsen|"
    r"toppen|stua|kroken|house|centre|lodge)$",
    re.IGNORECASE,
)
_INSTITUTION = (
    r"barneskole|ungdomsskole|ungdomsskule|skole|skule|videregående skole|vidaregåande skule|videregående|vidaregåande|"
    r"folkehøgskole|barnehage|barnehave|sykehus|sjukehus|universitetssykehus|DPS|BUP|legesenter|legekontor|bofellesskap|"
    r"omsorgssenter|sykehjem|sjukeheim|aldershjem|poliklinikk|ruspoliklinikk|behandlingssenter|rehabilitering|stasjon|"
    r"kirke|kyrkje|kommune|fengsel|krisesenter|bydel|AS|ASA|BA|SA|ANS|Mekaniske|Forsikring|Renhold|Sjømat|Havbruk|"
    r"Primary School|High School|School|Academy|College|University|Hospital|Infirmary|Clinic|Surgery|Medical Centre|"
    r"Health Centre|Centre|Hostel|Prison|Council|Church|Station|Court|Ltd|Limited"
)
INSTITUTIONS = re.compile(rf"\b(?P<name>[A-ZÆØÅÁ][\w’'\-]+(?: [A-ZÆØÅÁ][\w’'\-]+)?) (?P<kind>{_INSTITUTION})(?![\w-])")
LOW_INSTITUTIONS = re.compile(
    r"\b(?P<name>[^\W\d_]{4,}) (?:barneskole|ungdomsskole|ungdomsskule|skole|skule|videregående|vidaregåande|barnehage|"
    r"sykehus|sjukehus|dps|legesenter|legekontor|bofellesskap|omsorgssenter|sykehjem|behandlingssenter|primary school|"
    r"school|hospital|clinic|hostel)(?![\w-])"
)
ENGLISH_STREETS = re.compile(
    r"\b(?:\d+ )?(?P<name>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)?) "
    r"(?:Street|Road|Avenue|Lane|Close|Crescent|Drive|Terrace|Gardens|Row|Square|Grove|Place|Way|Park|Hill|Green)\b"
)
INITIALLED = re.compile(r"(?<![\w.])(?P<initial>[A-ZÆØÅ]\.) ?(?P<last>[A-ZÆØÅÁ][\w’'\-]+)")
TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Miss)\.? (?P<last>[A-Z](?:[\w’'\-]+|\b(?!['’])))")
ROOM = re.compile(
    rf"\b(?:rom|leilighet|hybel|oppgang|room|flat) (?:nr\.? |nummer |number )?(?:\d{{1,4}}|{NUMBER_WORD})\b"
    r"(?! (?:kvadrat|personer|stykker|mål|and a half))",
    re.IGNORECASE,
)
STREET_NUMBER = re.compile(r" (?:nr\.? ?)?\d{1,3}(?: ?[A-Fa-f])?\b(?! (?:prosent|kroner|år|timer|dager|minutter|uker))")


def kind_of_word(word: str) -> EntityKind | None:
    """Return what the ending of a word says it is (a street, a unit), or None."""
    if _STREET.match(word):
        return EntityKind.ADDRESS
    return EntityKind.UNIT if _UNIT.match(word) else None


def introduced_as_person(text: str, start: int) -> bool:
    """Tell whether the words before `start` announce a person ("mannen min", "heter", "ho")."""
    before = text[max(0, start - 60) : start]
    return any(pattern.search(before) for pattern in _BEFORE_PERSON)


def acts_as_person(text: str, end: int) -> bool:
    """Tell whether what follows is something a person does ("sa", "ringte")."""
    return bool(_AFTER_PERSON.match(text, end))


def stands_as_place(text: str, start: int, language: str) -> bool:
    """Tell whether a preposition of place stands before `start`."""
    return bool(_BEFORE_PLACE.get(language, _BEFORE_PLACE["nb"]).search(text[max(0, start - 40) : start]))


def stands_as_company(text: str, start: int) -> bool:
    """Tell whether "hos", "med" or "av" stands before `start`: somebody, or a firm."""
    return bool(_AT_SOMEBODY.search(text[max(0, start - 12) : start]))
