"""Dates and ages of persons, in figures and in words, Norwegian and English; lengths of time are left alone."""

import re
from collections.abc import Iterator

from workbench.shield.name_lists import is_first_name, is_word_too
from workbench.shield.patterns import NUMBER_WORD, NUMBER_WORDS, Found
from workbench.study.masking import EntityKind

_Shape = tuple[re.Pattern[str], str, bool]


def _either(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def _shape(source: str, reason: str, sure: bool = True) -> _Shape:
    return re.compile(source, re.IGNORECASE), reason, sure


_MONTHS = _either("""
    januar februar mars april mai juni juli august september oktober november desember
    january february march may june july october december
""")
_ORDINALS = _either("""
    første andre tredje fjerde femte sjette sjuende syvende åttende niende tiende ellevte tolvte trettende fjortende
    femtende sekstende syttende attende nittende tjuende tjueførste tjueandre tjuetredje tjuefjerde tjuefemte
    tjuesjette tjuesjuende tjuesyvende tjueåttende tjueniende trettiende trettiførste
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
    twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
""")
_SMALL = NUMBER_WORD
_SEASONS = _either("våren sommeren høsten vinteren hausten sommaren spring summer autumn winter")
_SPOKEN_YEAR = rf"to tusen(?: og (?:{_SMALL}))?|(?:nitten|tjue|twenty|nineteen)[ -]?(?:{_SMALL})"
_YEAR = rf"(?:(?:19|20)\d\d|{_SPOKEN_YEAR}|i fjor|last year)"
_DAY = rf"(?:\d{{1,2}}\.?(?:st|nd|rd|th)?|(?:den )?(?:{_ORDINALS})|{_SMALL})"

_DATES: tuple[_Shape, ...] = (
    _shape(rf"\b{_DAY} (?:(?:i|of) )?(?:{_MONTHS})\b(?:,? {_YEAR}\b)?", "a date"),
    _shape(
        rf"\b(?:{_MONTHS}),? (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)|(?:{_ORDINALS})\b)(?:,? {_YEAR}\b)?",
        "a date",
    ),
    _shape(rf"\b(?:{_MONTHS}),? {_YEAR}\b", "a month and a year"),
    _shape(r"(?<![\d/.,])(?:0?[1-9]|[12]\d|3[01])/(?:1[0-2]|0?[1-9])(?:[/-](?:19|20)?\d\d)?(?![\d/])", "a date"),
    _shape(r"(?<![\d.])[0-3]?\d\.(?:1[0-2]|0?[1-9])\.(?:19|20)?\d\d\b", "a date"),
    _shape(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b", "a date"),
    _shape(rf"\b(?:{_SEASONS})(?: of)? {_YEAR}\b", "a season and a year", False),
    _shape(
        rf"\bden (?!første|andre|tredje)(?:{_ORDINALS})\b(?= (?:i|er|var|kom|skulle|skal|da|og|så)\b|[.,?!])",
        "a day of a month",
        False,
    ),
    _shape(rf"\bto tusen og (?:{_SMALL})\b(?! (?:kroner|kr|mann|personer|mennesker))", "a year in words", False),
    _shape(r"\b(?:født (?:i )?|born in )(?:19|20)\d\d\b", "a year of birth"),
)
# A bare number word before a month is weak ("alle tre i oktober"): a date wants figures or an ordinal.
_BARE_NUMBER = re.compile(rf"{_SMALL} (?:i |of )?(?:{_MONTHS})\b", re.IGNORECASE)


def dates(text: str) -> Iterator[Found]:
    """Yield dates with a day, a month and year, or a season and year; single years and months are left alone."""
    for shape, reason, sure in _DATES:
        for hit in shape.finditer(text):
            weak = bool(_BARE_NUMBER.match(hit.group()))
            yield Found(hit.start(), hit.end(), EntityKind.DATE, reason, sure and not weak)


_AGE = rf"(?:1[01]\d|[1-9]\d?|(?:{_SMALL}))"
_WHOLE_AGE = rf"{_AGE}(?: og (?:et )?halvt?)?"
_UNITS = "prosent kroner kr minutter timer time dager uker måneder månedar meter sider mål ganger percent minutes hours"
_NO_UNIT = rf"(?! (?:{_either(_UNITS + ' days weeks months pounds quid times av of stykker stk')})\b)"
_WHO = _either("""
    jeg eg æ han hun ho hu du he she sønnen datteren dattera dotter dottera guten broren bror søsteren søstera mora
    moren faren far mor mamma pappa gutten jenta ungen barnet mannen kona eldste yngste minste største eldstemann
    yngstemann
    son daughter brother sister mother father mum dad boy girl who sønn datter gutt jente dame mann kvinne lad
""")
_BE = _either("på er var blir ble blei vart fyller fylte is was turned turns were am of")
_SOMEONE = rf"(?:{_WHO}) (?:min |mi |vår |hennes |hans )?(?:{_BE})(?: bare| nå| vel| just| only)?"
_STOP_WORDS = r"nå|no|da|den g[ao]ngen|og|i år|i fjor|når|fordi|men|så|then|now|and|when|but"
_STOP = rf"(?=\s*(?:[.,;:!?…–)»\"”]|$|\n)| (?:{_STOP_WORDS})\b)"
_NOT_TIME = r"(?! (?:siden|sidan|senere|seinere|til|etter|før|på|igjen|i strekk|i fengsel|fengsel|unna|ago|later)\b)"

_AGES: tuple[_Shape, ...] = (
    _shape(rf"\b{_WHOLE_AGE} år (?:gammelt?|gamle|gamal|gammal)\b", "an age"),
    _shape(rf"\b{_WHOLE_AGE}[ -]years?[ -]olds?\b|\baged? (?:of )?{_AGE}\b", "an age"),
    _shape(rf"\b{_AGE}-?åring(?:en|ens|s)?\b", "an age"),
    _shape(
        rf"\b(?:{_WHO}) (?:min |mi |vår |hennes |hans )?(?:{_BE}) {_WHOLE_AGE} (?:år|years)\b{_NOT_TIME}",
        "an age",
    ),
    _shape(rf"\b(?:{_WHO}) (?:min |mi |vår |hennes |hans )?(?:{_BE}) {_WHOLE_AGE}\b{_NO_UNIT}{_STOP}", "an age"),
    _shape(
        rf"\b(?:fyller|fylte|runda|rundet|turned|turning) {_AGE}(?: år)?\b(?! (?:skjema|ut|opp)){_NO_UNIT}", "an age"
    ),
)
_NAMED_AGES: tuple[_Shape, ...] = (
    (re.compile(rf"\b[A-ZÆØÅ]\w+ (?:på|er|var|is|was) {_AGE}\b{_NO_UNIT}{_STOP}"), "a number after a name", False),
    (re.compile(rf"\b[A-ZÆØÅ]\w+, (?:{_SMALL}|[1-9]\d)(?=[.,])"), "a number after a name, perhaps an age", False),
)
_BARE_AGE = re.compile(
    rf"(?<![\w-])(?P<before>\w+ )?(?P<age>{_WHOLE_AGE} år)\b{_NOT_TIME}(?! (?:gammel|gamal))", re.IGNORECASE
)
# "i fjorten år", "etter to år" are lengths of time, not ages.
_DURATION_BEFORE = re.compile(
    _either("""
    i for etter på over hvert hver om siste første under innen mellom gjennom nesten rundt snart ca omtrent drøyt kvart
    neste noen de per tok tar gikk går varte cirka minst og enn enda halvannet hele av sånn kanskje med til halvt fleire
    flere mange samme et ett eit dei
    """)
)


def ages(text: str) -> Iterator[Found]:
    """Yield ages of persons with the words that make them ages ("ho er ni"); "i fjorten år" is none."""
    for shape, reason, sure in (*_AGES, *_NAMED_AGES):
        for hit in shape.finditer(text):
            name = re.split(r"\W", hit.group(), maxsplit=1)[0]
            if sure or (is_first_name(name) and not is_word_too(name, "nb")):
                yield Found(hit.start(), hit.end(), EntityKind.AGE, reason, sure)
    for hit in _BARE_AGE.finditer(text):
        before = (hit.group("before") or "").strip()
        found = age_in(hit.group("age"))
        # A child's age needs a name before it: "to år" is mostly a length of time.
        small = found is not None and found[2] < 10 and not before.istitle()
        if not small and not _DURATION_BEFORE.fullmatch(before.lower()) and not before.isdigit():
            yield Found(*hit.span("age"), EntityKind.AGE, "perhaps an age, perhaps a length of time", False)


def age_in(words: str) -> tuple[int, int, int] | None:
    """Return (start, end, years) of the number in the words of an age, or None."""
    for hit in re.finditer(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)?", words):
        word = hit.group().casefold().removesuffix("-year-old")
        stem = re.sub(r"åring(?:en|er|ene|a|ane|s)?$", "", word).rstrip("-")
        value = int(stem) if stem.isdecimal() else NUMBER_WORDS.get(stem)
        if value and value <= 120 and word not in ("en", "ein", "ett"):
            return hit.start(), hit.start() + len(stem), value
    return None
