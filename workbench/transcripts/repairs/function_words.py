"""Small words of Norwegian (and English) talk: what a speaker goes on with after breaking off in the middle of a word.

Collected from the grammar's closed classes (pronouns, conjunctions, prepositions, auxiliaries, adverbs, interjections).
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


JOINING = _set("og eller samt men til versus kontra respektive resp både and or and/or og/eller & pluss enn som vs")
"""After these words a hyphen before them is one of a suspended pair (behandlings- og …)."""

TALK = _set(
    "ja nei jo mm mhm hm hmm eh eeh øh åh å ah oj okei ok oki joda neida nja tja hæ hva vet du sant ikke takk hei "
    "haha hehe ha he ler klart riktig nettopp akkurat greit fint bra da altså liksom sånn yes no yeah okay uh um oh "
    "right well thanks bye hallo hade mhmm"
)
"""Words people say several times in a row."""

FUNCTION = (
    JOINING
    | TALK
    | _set(
        "jeg eg du han hun ho hen det den de vi me dere dokker dykk man en ei et ein eit meg deg seg oss ham henne dem "
        "min mi mitt mine din di ditt dine sin si sitt sine hans hennes deres vår vårt våre denne dette disse "
        "hvem hvor hvordan hvorfor når hvilken hvilket hvilke kva kven korleis kvifor "
        "om at for på i av med fra frå ved hos mot over under etter før mellom gjennom uten utan rundt innen blant per "
        "så fordi hvis dersom mens selv enda sjøl da der her nå no dit hit "
        "er var har hadde blir ble vært vore skal skulle vil ville kan kunne må måtte bør burde får fikk gikk går kom "
        "kommer sa sier si se ser så ta tar tok gjør gjorde gjøre ga gir bli ha være vera få gå komme "
        "bare veldig egentlig kanskje jo vel òg også aldri alltid alt alle all noe noen noko nokon ingen ingenting mye "
        "mer mest mange flere litt lite opp ned ut inn ute inne hjem hjemme bort borte fram frem tilbake igjen "
        "første andre to tre fire fem seks sju åtte ni ti år dag gang "
        "i you he she it we they the a an of in on at to from with was were is are be been had have has do did so but "
        "if not that this there then when what who how why just like my your his her our their me him them us"
    )
)
"""Words that may well begin a new phrase; a line break before one of them is weak evidence of a broken word."""

KEPT_BEFORE = _set("ikke eks ex self well non pro hiv adhd aids covid tv pc it wc cv sms dvd vg nrk e-post")
"""Beginnings after which a hyphen belongs to the word."""

COMPASS = _set("nord sør syd øst vest midt indre ytre øvre nedre nordre søndre søre østre vestre gamle nye")
"""First parts of place names written with a hyphen (Nord-Norge)."""

ENDINGS = _set(
    "heten heter hetene hetens het skapet skapene ningen ninga ninger ningene ning sjonen sjoner sjonene sjon sjonens "
    "lig lige ligere ligst ligste lighet ligheten elsen elser elsene else ende ene ane eren erne erens ere este tene "
    "tet teten teter tisk tiske isk iske ismen isme sialist sialisten dommen dommer somme bare ring ringen ringer "
    "gelig gelige selig selige delig delige ment menter mentet"
) - _set(
    "bare dommer dommen ring ringen ringer ende tisk else het heter hets skapet skapene skapets ment ene ane este "
    "somme eren tene tet lige"
)
"""Endings that are no words of their own."""

JOINTS = ("ings", "sjons", "hets", "skaps", "doms", "tets", "elses", "arbeids", "livs", "samfunns")
"""Ends of first parts of compounds that seldom end a word."""
