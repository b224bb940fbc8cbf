"""How one searches, with examples: `example | what it finds`; and what a search can be narrowed to."""

SEARCH_GUIDE: dict[str, tuple[str, str]] = {
    "search.guide.words": ("HOW TO SEARCH", "SLIK SØKER DU"),
    "search.guide.words.word": (
        "work | the word; from four letters on also words that hold it (workplace)",
        "arbeid | ordet; fra fire bokstaver også ord som rommer det (samarbeid)",
    ),
    "search.guide.words.exact": ('=work  "work" | only the word itself', '=arbeid  "arbeid" | bare ordet selv'),
    "search.guide.words.phrase": (
        '"a cup of tea" | these words, in this order',
        '"en kopp te" | disse ordene, i denne rekkefølgen',
    ),
    "search.guide.words.star": (
        "work* *work *work* | begins so, ends so, holds it",
        "arb* *arb *arb* | begynner slik, slutter slik, rommer det",
    ),
    "search.guide.words.and": ("tea home | both, in one turn", "te hjem | begge, i én replikk"),
    "search.guide.words.or": ("tea OR coffee | one of them", "te ELLER kaffe | én av dem"),
    "search.guide.words.not": (
        "tea -home | without; also NOT home",
        "te -hjem | uten; også IKKE hjem",
    ),
    "search.guide.words.brackets": (
        "(tea OR coffee) home | brackets hold together",
        "(te ELLER kaffe) hjem | parenteser holder sammen",
    ),
    "search.guide.words.near": (
        "NEAR(tea home, 5) | at most five words between; also tea NEAR/5 home",
        "NÆR(te hjem, 5) | høyst fem ord imellom; også te NÆR/5 hjem",
    ),
    "search.guide.words.regex": (
        r"/\bt[ea]+\b/ | a regular expression",
        r"/\bt[ea]+\b/ | et regulært uttrykk",
    ),
    "search.guide.filters": (
        "ONLY SOME TURNS",
        "BARE NOEN REPLIKKER",
    ),
    "search.guide.filters.who": ("who:P07 | what this participant says", "hvem:P07 | det denne deltakeren sier"),
    "search.guide.filters.speaker": (
        "speaker:interviewer | interviewer, participant, other, or a name",
        "taler:intervjuer | intervjuer, deltaker, annen, eller et navn",
    ),
    "search.guide.filters.in": ("in:P07_video | in this transcript", "i:P07_video | i denne transkripsjonen"),
    "search.guide.filters.code": (
        'code:"Being seen" | coded so, or with a code under it',
        'kode:"Å bli sett" | kodet slik, eller med en kode under',
    ),
    "search.guide.filters.theme": ("theme:Repair | under this theme", "tema:Reparasjon | under dette temaet"),
    "search.guide.filters.coder": (
        "coder:Anna | coded by her; beside code: the same coding",
        "koder:Anna | kodet av henne; ved siden av kode: samme koding",
    ),
    "search.guide.filters.is": (
        "is:uncoded is:coded | without or with codes",
        "er:ukodet er:kodet | uten eller med koder",
    ),
    "search.guide.filters.date": (
        'since:2026-03 until:"last week" | the day of the interview, else of the import',
        'siden:2026-03 til:"forrige uke" | dagen for intervjuet, ellers for importen',
    ),
    "search.guide.filters.attribute": (
        "gender:woman age:30-45 age:>60 | about who speaks; a name of two words takes a hyphen",
        "kjønn:kvinne alder:30-45 alder:>60 | om den som snakker; et navn på to ord får bindestrek",
    ),
    "search.filter.in": ("in", "i"),
    "search.filter.who": ("who", "hvem"),
    "search.filter.speaker": ("speaker", "taler"),
    "search.filter.code": ("code", "kode"),
    "search.filter.theme": ("theme", "tema"),
    "search.filter.coder": ("coder", "koder"),
    "search.filter.is": ("is", "er"),
    "search.filter.value.coded": ("coded", "kodet"),
    "search.filter.value.uncoded": ("uncoded", "ukodet"),
    "search.filter.value.participant": ("participant", "deltaker"),
    "search.filter.value.interviewer": ("interviewer", "intervjuer"),
    "search.narrow": (
        "Narrow the search to (letters filter):",
        "Snevre søket inn til (bokstaver filtrerer):",
    ),
    "search.narrow.hit": ("1 hit", "1 treff"),
    "search.narrow.hits": ("{count} {count:hit|hits}", "{count} treff"),
    "search.narrow.coded": ("turns with a code", "replikker med kode"),
    "search.narrow.uncoded": ("turns without a code", "replikker uten kode"),
    "search.narrow.participant": ("what participants say", "det deltakere sier"),
    "search.narrow.interviewer": ("what interviewers say", "det intervjuere sier"),
    "search.narrow.kind.who": ("participant", "deltaker"),
    "search.narrow.kind.code": ("code", "kode"),
    "search.narrow.kind.theme": ("theme", "tema"),
    "search.narrow.kind.coder": ("coder", "koder"),
    "search.narrow.kind.in": ("transcript", "transkripsjon"),
}
