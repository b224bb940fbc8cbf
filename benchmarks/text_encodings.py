"""Whether the encoding of Norwegian texts is guessed right, asked, or (never) silently wrong.

Run as `python -m benchmarks.encodings [SAMPLES] [--json]`: SAMPLES texts (200 unless told) of every length in every
encoding. The texts are invented: Bokmål, Nynorsk and dialect, quotes and dashes, names from here and elsewhere.
"""

import json
import random
import sys
from collections import Counter

from workbench.transcripts import decode

LENGTHS = (60, 500, 37_000)
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
    "cp1252", "latin-1", "cp850", "cp865", "cp437", "mac_roman",
)  # fmt: skip
_SENTENCES = {
    "nb": (
        "Jeg flyttet hit for å være nærmere søsteren min, og det har jeg aldri angret på.",
        "Hun sa «du må prøve en gang til», og så ble det sånn.",
        "Det første året gikk jeg på skole – nesten hver dag – og øvde på å lese høyt.",
        "Ærlig talt vet jeg ikke hva jeg skal si … det er så mye følelser i det.",
        "Øyvind og Åse kom på besøk, de hadde med blåbær og rømme.",
        "Fastlegen spurte om jeg ønsket å få hjelp, men jeg trodde ikke på det.",
        "Nå bor vi i en liten leilighet på Tøyen, det er trangt, men vi har det bra.",
        "Barna går på skolen, og jeg jobber deltid i butikken nede i gata.",
        "Og så ringte telefonen, klokka var halv fire om natten.",
        "Kaféen var stengt, så vi tok en kopp kaffe hos naboen i stedet.",
        "ALLE SA DET VAR MIN SKYLD, DET ER LENGE SIDEN NÅ, OG DET ER ØYNENE JEG HUSKER.",
        "Det kostet 1000 kr i måneden, det var ½ parten av det jeg hadde.",
    ),
    "nn": (
        "Eg veit ikkje kvifor dei ikkje høyrde på oss, men me gjekk heim att då.",
        "Ho bestemor sa alltid: «Gjer det du må, så ordnar det andre seg.»",
        "Det var først då eg kom til byen at eg skjøna kor åleine eg hadde vore.",
        "Me hadde sauer, geiter og éi ku – det var heile garden.",
        "Læraren min var ein roleg mann som aldri heva røysta.",
        "Korleis skal eg seie det … det vart lettare etter kvart.",
    ),
    "dialect": (
        "Æ veit itj ka æ ska si, det va no sånn det va å.",
        "Ho mamma ho va bære redd, ho, så ho sa ingenting te nån.",
        "I går for æ på butikken å så møtt æ'n Kåre igjen.",
        "Dæ va'kje så gale, vettu, me fekk jo mad å hus.",
        "E trur dæ va for seint då, e fekk ikkje gjort någe me dæ.",
        "Kæm va det som sa det, tru? Æ huske bærre at æ blei så sint.",
    ),
    "names": (
        "Møtet var med René og Zoë, de kjente André fra før.",
        "Müller på kontoret hjalp meg med søknaden.",
        "Miloš og Šejla kom hit i 1993 – da var jeg åtte.",
        "Vi reiste til Tromsø med Jürgen og François.",
        "Beñat er fra Spania, og Søren’s bror bor i Århus.",
        "Det var på Rørosvidda, “langt inne”, som han sa.",
    ),
}
_PLAIN = str.maketrans({
    "–": "-", "—": "-", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "½": "1/2",
    "š": "s", "Š": "S", "ø": "oe", "Ø": "Oe",
})  # fmt: skip


def text(dice: random.Random, length: int) -> str:
    """Return an invented interview of `length` characters in one kind of Norwegian, with a name here and there."""
    kind = dice.choice(("nb", "nb", "nn", "dialect"))
    words: list[str] = []
    size = 0
    while size < length + 60:
        kinds = "names" if dice.random() < 0.15 else kind
        line = dice.choice(("I: ", "P: ", "", "")) + dice.choice(_SENTENCES[kinds])
        words.append(line)
        size += len(line) + 1
    whole = dice.choice(("\n", "\r\n", " ")).join(words)
    start = dice.randrange(40)  # a sample may begin within a word
    return whole[start : start + length]


def written(words: str, encoding: str) -> bytes:
    """Return the bytes; a character the encoding lacks is written as somebody with that keyboard would."""
    try:
        return words.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_kept(sign, encoding) for sign in words).encode(encoding, errors="ignore")


def _kept(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return sign.translate(_PLAIN)
    return sign


def outcome(data: bytes, encoding: str) -> str:
    """Return "right", "asked" (and the first guess right), "asked wrong" or "silently wrong"."""
    guessed = decode.guess(data)
    read = decode.decode(data, "sample.txt")[0]
    right = read == data.decode(encoding)
    if guessed.sure:
        return "right" if right else "silently wrong"
    return "asked" if right else "asked wrong"


def counts(samples: int, lengths: tuple[int, ...] = LENGTHS) -> dict[tuple[str, int], Counter[str]]:
    """Return what became of `samples` texts, by encoding and length."""
    found: dict[tuple[str, int], Counter[str]] = {}
    for length in lengths:
        dice = random.Random(length)
        texts = [text(dice, length) for _ in range(samples)]
        for encoding in ENCODINGS:
            found[encoding, length] = Counter(outcome(written(words, encoding), encoding) for words in texts)
    return found


def main() -> None:
    """Print the table."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    found = counts(numbers[0] if numbers else 200)
    kinds = ("right", "asked", "asked wrong", "silently wrong")
    if "--json" in sys.argv:
        print(json.dumps([{"encoding": one[0], "characters": one[1], **row} for one, row in found.items()]))
        return
    print(f"{'encoding':<10} {'characters':>10}  " + "  ".join(f"{kind:>14}" for kind in kinds))
    for (encoding, length), row in found.items():
        print(f"{encoding:<10} {length:>10}  " + "  ".join(f"{row[kind]:>14}" for kind in kinds))


if __name__ == "__main__":
    main()
