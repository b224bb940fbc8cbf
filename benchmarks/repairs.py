"""How right the repairs of messy transcripts are, on invented Norwegian text with planted damage, and what they cost.

python benchmarks/repairs.py [--documents 40] [--seed 1]

The generator knows nothing of the finders: it sets words with marked places to break them into lines of a width, as a
layout does, plants furniture, lost hyphens, ligatures, odd blanks, decomposed letters and loops, and keeps a
list of what it did. Decoys are planted too and must stay: words broken off, suspended pairs, numbers as answers,
people who repeat themselves. A sure repair that is not on the list is wrong.

Measured with 120 documents (9,110 planted): 8,203 sure repairs, none wrong; seeds 11-13, not looked at while the rules
were written, 60 documents each: 11,292 sure, none wrong. Of 4,677 words broken with a hyphen 3,909 were mended without
asking, 685 asked about rightly, 83 missed; 43 questions about words a speaker broke off. 82 of 142 lost hyphens found.
CPU: 8,000 words 6 ms (broken for width: 15 ms), a million 0.8 s (1.8 s). The text is invented by the hand that wrote
the rules, so the figures say how the rules hold, not what archives hold.
"""

import argparse
import random
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.lines import Line
from workbench.transcripts.repairs import find, spans_of


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# «·» marks where a layout may break the word; a hyphen of the word's own is a place to break it too.
LONG = _words(
    "spe·sia·list·hel·se·tje·nes·ten in·sti·tu·sjo·nen rus·mis·bruk rus·tje·nes·ten olje·ar·bei·de·re "
    "bolig·kon·to·ret kom·mu·nen be·hand·lin·gen be·hand·ling opp·føl·ging opp·føl·gin·gen sam·ar·beids·møte "
    "til·bake·mel·ding med·ar·bei·de·re mest·ring mot·iva·sjon mot·iva·sjo·nen vin·ter·klær fis·ker·båt "
    "barn·doms·hjem av·rus·ning etter·vern selv·hjelps·gruppe leve·kår nabo·la·get øko·no·mien hus·leie hus·leia "
    "fri·vil·lig·het viss·het·en med·men·nes·ker livs·hi·sto·rie arbeids·gi·ver arbeids·plas·sen far·mors·hu·set "
    "barne·ver·net skole·gang sjøl·til·lit for·ut·sig·bar·het uav·hen·gig an·svars·gruppe skade·re·duk·sjon "
    "sosial·kon·to·ret kjøk·ken·bor·det sand·kas·sa bryl·lu·pet slekt·nin·ger kam·era·ter til·ste·de·væ·rel·se "
    "ned·trap·ping mi·ljø·ar·bei·der syk·dom·men syke·hu·set lege·time ven·te·ti·den ven·te·lis·te fore·sat·te "
    "ung·doms·klub·ben gut·te·rom·met fot·ball·ba·nen"
)
# Put together as Norwegian does, so that most of them stand in a text once.
FIRST = _words(
    "båt natt sjø vinter fjell skog strand heste hage kirke mølle brygge torsk saue tømmer garn is snø veg kveld "
    "søndags kaffe ull jern leire bånd løv"
)
SECOND = _words(
    "byg·ge·ren van·drin·gen sam·lin·gen møt·et fes·ten ar·beid·et la·get fol·ket hand·le·ren vak·ten tu·ren "
    "huset mes·te·ren lei·ren kro·en stu·en mar·ke·det fab·rik·ken kur·set klub·ben fiske·ren prøv·en gut·ten "
    "ko·na rei·sen"
)
KEPT = _words(
    "LAR-me·di·si·nen LAR-be·hand·ling DPS-le·ge ROP-pa·si·en·ter Nord-Nor·ge Sør-Var·an·ger Øst-Tim·or "
    "en-til-en-re·la·sjon ansikt-til-ansikt-samtale ikke-røy·ke·re tv-stua 18-åringer 30-årene pc-spill TSB-plass "
    "NAV-veilederen IP-møtet"
)
NAMES = ("Tors·heim-Lie", "Hal·vor·sen", "Gud·mun·de·rud", "Stein·um", "Job·bKraft", "Brek·ke·stø")
SMALL = _words(
    "jeg han hun vi de det og men så da på i til fra med om at som ikke bare var er hadde fikk gikk kom skulle "
    "kunne alle noen mange hver dag år lenge igjen hjem ute der her nå før etter gate hus båt kaffe katt mor far "
    "bror venn bok snø regn ferje brygge skjorte hage vei gul stor liten varm kald redd glad sliten stille snakka "
    "venta bodde jobba"
)
SUSPENDED = ("behandlings- og rehabiliteringstilbud", "bolig- og miljøtjenesten", "rus- eller psykiatritjenesten")
CUT_OFF = (
    ("vil-", "ville"),
    ("ha-", "hadde"),
    ("sko-", "jeg"),
    ("bar-", "men"),
    ("kom-", "nei"),
    ("ikk-", "det"),
    ("hu-", "hun"),
)
LIGATURES = (("ffi", "\ufb03"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02"))
FI_WORDS = ("fisker", "fine", "flere", "flytta", "kaffe", "effekt", "offisielt", "figur", "finner")
TALK_REPEATS = ("nei nei nei", "ja ja ja ja", "det går bra, det går bra, det går bra", "mm mm mm", "ja da ja da ja da")
LOOPS = ("jeg husker katten ved døra", "takk for at du så på videoen i dag", "og så gikk vi ned til brygga igjen")
QUIET = ("Så var det stille.", "Vinden tok i veggen.", "Han så bort.", "Kaffen var kald.")
HEADS = ("ABC-rapport 2031:4", "FAGBLAD", "Årsmelding for Brekkestø kommune", "NOTAT 12/31")


@dataclass
class Document:
    """Lines, and what was done to them: `seams` by the place of a line end, `furniture` and `signs` by their start."""

    lines: list[str] = field(default_factory=list)
    captions: bool = False
    seams: dict[int, str | None] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    furniture: set[int] = field(default_factory=set)
    signs: dict[int, str] = field(default_factory=dict)
    loops: list[tuple[int, int]] = field(default_factory=list)
    planted: Counter[str] = field(default_factory=Counter)


class Layout:
    """Sets words into lines of a width and breaks them as a layout does."""

    def __init__(self, luck: random.Random, width: int, talk: bool) -> None:
        self.luck, self.width, self.talk = luck, width, talk
        self.rows: list[tuple[str, str, object]] = []
        self.line = ""

    def end(self, kind: str = "plain", seam: object = None) -> None:
        self.rows.append((self.line, kind, seam))
        self.line = ""

    def word(self, word: str) -> None:
        flat = word.replace("·", "")
        glue = " " if self.line else ""
        width = self.width + self.luck.randint(-3, 3)
        if len(self.line) + len(glue) + len(flat) <= width:
            self.line += glue + flat
            return
        for left, right, own in self.places(word):
            if len(self.line) + len(glue) + len(left) + 1 <= width:
                self.broken(glue + left, right, own)
                return
        self.end()
        self.line = flat

    def broken(self, left: str, right: str, own: bool) -> None:
        lost = not own and self.luck.random() < 0.04
        self.line += left if lost else left + "-"
        self.end("lost" if lost else "kept" if own else "joined")
        self.line = right

    @staticmethod
    def places(word: str) -> list[tuple[str, str, bool]]:
        """The widest first: left part, right part, whether the hyphen is the word's own."""
        marks = [at for at, sign in enumerate(word) if sign in "·-"]
        cut = [(word[:at].replace("·", ""), word[at + 1 :].replace("·", ""), word[at] == "-") for at in reversed(marks)]
        return [one for one in cut if len(one[0]) > 1 and len(one[1]) > 2]


def sentence(luck: random.Random, talk: bool) -> list[str]:
    """One sentence as words; talk has words broken off."""
    words: list[str] = []
    for _ in range(luck.randint(6, 18)):
        draw = luck.random()
        if draw < 0.18:
            words.append(luck.choice(LONG))
        elif draw < 0.30:
            words.append(f"{luck.choice(FIRST)}·{luck.choice(SECOND)}")
        elif draw < 0.36:
            words.append(luck.choice(KEPT))
        elif draw < 0.38:
            words.append(luck.choice(NAMES))
        elif draw < 0.40:
            words += luck.choice(SUSPENDED).split()
        elif talk and draw < 0.45:
            broken, after = luck.choice(CUT_OFF)
            words += (broken, after if luck.random() < 0.8 else luck.choice(LONG))
        elif draw < 0.47:
            words.append(luck.choice(FI_WORDS))
        else:
            words.append(luck.choice(SMALL))
    first = words[0]
    words[0] = first[0].upper() + first[1:]
    words[-1] += luck.choice(".....?!")
    return words


def printed(luck: random.Random) -> Document:
    """A document taken out of a layout: wrapped lines, furniture on some pages, broken words."""
    talk = luck.random() < 0.5
    layout = Layout(luck, luck.choice((34, 48, 62, 74)), talk)
    for turn in range(luck.randint(20, 40)):
        words = [word for _ in range(luck.randint(1, 6)) for word in sentence(luck, talk)]
        if talk:
            layout.word("I:" if turn % 2 else "P07:")
            if luck.random() < 0.1:
                words = [luck.choice(("5", "12", "Ja.", "Mm"))]
            elif luck.random() < 0.1:
                words = luck.choice(TALK_REPEATS).split()
        for word in words:
            layout.word(word)
        layout.end("turn")
        if not talk and luck.random() < 0.1:
            layout.line = luck.choice(("Hvor mange da?", "Hvilket år?"))
            layout.end("turn")
            layout.line = str(luck.randint(2, 60))
            layout.end("turn")
    return placed(luck, furnished(luck, layout.rows))


def furnished(luck: random.Random, rows: list[tuple[str, str, object]]) -> list[tuple[str, str, object]]:
    """Put a page number, a head or both after every so many lines, on some pages only."""
    head, shape, page, keep = luck.choice(HEADS), luck.randint(0, 3), luck.randint(3, 90), luck.choice((0.3, 0.7, 1.0))
    size, out = luck.randint(18, 30), []
    for number, row in enumerate(rows, 1):
        out.append(row)
        if number % size:
            continue
        page += 1
        if luck.random() < keep:
            shapes = ([str(page), head], [head, str(page)], [f"{page} {head}"], [str(page)])
            out += [(text, "furniture", None) for text in shapes[shape]]
    return out


def placed(luck: random.Random, rows: list[tuple[str, str, object]]) -> Document:
    """Write the rows down, with signs replaced here and there, and note the places."""
    made, at, signs = Document(), 0, luck.random() < 0.5
    for text, kind, _ in rows:
        if kind == "furniture":
            made.furniture.add(at)
            made.planted["furniture"] += 1
        elif signs:
            text = odd_signs(luck, text, at, made)
        made.lines.append(text)
        end = at + len(text)
        if kind in ("joined", "kept"):
            made.seams[end] = "" if kind == "joined" else "-"
            made.planted[f"hyphen {kind}"] += 1
        elif kind == "lost":
            made.lost.add(end)
            made.planted["lost hyphen"] += 1
        at = end + 1
    # A word broken around furniture has its line end before the furniture; that place is noted already.
    return made


def odd_signs(luck: random.Random, text: str, at: int, made: Document) -> str:
    """Replace some signs of a line by odd ones."""
    for letters, sign in LIGATURES:
        place = text.find(letters)
        if place >= 0 and luck.random() < 0.7:
            text = text[:place] + sign + text[place + len(letters) :]
            made.signs[at + place] = letters
            made.planted["ligature"] += 1
            return text
    place = text.find(" ", 5)
    if place >= 0 and luck.random() < 0.05:
        made.signs[at + place] = " "
        made.planted["blank"] += 1
        return text[:place] + "\u00a0" + text[place + 1 :]
    place = text.find("å")
    if place >= 0 and luck.random() < 0.05:
        made.signs[at + place] = "å"
        made.planted["nfc"] += 1
        return text[:place] + unicodedata.normalize("NFD", "å") + text[place + 1 :]
    return text


def cued(luck: random.Random) -> Document:
    """Captions with loops, and people who repeat themselves."""
    made, at = Document(captions=True), 0
    for _ in range(120):
        draw = luck.random()
        texts = [" ".join(sentence(luck, True)).replace("·", "")]
        if draw < 0.08:
            texts = [luck.choice(TALK_REPEATS)]
        elif draw < 0.12:
            texts = [str(luck.randint(1, 60))]
        elif draw < 0.16:
            texts = [luck.choice(LOOPS)] * luck.randint(4, 9)
            texts = texts if luck.random() < 0.5 else [" ".join(texts)]
            made.loops.append((at, at + len("\n".join(texts))))
            texts.append(luck.choice(QUIET))
            made.planted["loop"] += 1
        made.lines += texts
        at += len("\n".join(texts)) + 1
    return made


def right(made: Document, text: str, one: Repair) -> bool:
    """Tell whether a repair undoes what was planted there."""
    if one.kind in (RepairKind.PAGE_NUMBER, RepairKind.RUNNING_HEAD):
        # The last line of a text goes with the line end before it.
        return one.start in made.furniture or (one.end == len(text) and one.start + 1 in made.furniture)
    if one.kind is RepairKind.HYPHEN:
        place = text.index("\n", one.start)
        kept = text[one.start] == "\n" or one.after == "-"
        return made.seams.get(place, "no") == ("-" if kept else "")
    if one.kind is RepairKind.LOST_HYPHEN:
        return one.start in made.lost
    if one.kind is RepairKind.LOOP:
        return any(begin <= one.start and one.end <= end for begin, end in made.loops)
    return made.signs.get(one.start) == one.after


def measure(documents: int, seed: int) -> tuple[Counter[str], dict[str, Counter[str]], list[str]]:
    """Return what was planted, what was found a kind, and the sure repairs that were wrong."""
    planted: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    for number in range(documents):
        luck = random.Random(seed * 1000 + number)
        made = cued(luck) if number % 4 == 3 else printed(luck)
        text = "\n".join(made.lines)
        planted.update(made.planted)
        for one in find(
            text, list(spans_of([Line(line, follows=True) for line in made.lines])), captions=made.captions
        ):
            good = right(made, text, one)
            found[one.kind]["sure right" if one.sure and good else "sure wrong" if one.sure else
                            "asked right" if good else "asked wrong"] += 1  # fmt: skip
            if one.sure and not good:
                wrong.append(f"{one.kind}: {text[max(0, one.start - 30) : one.end + 20]!r} {one.why}")
    return planted, found, wrong


def cost(words: int, wrap: int | None) -> float:
    """Return the CPU ms of one call over a clean transcript."""
    luck = random.Random(7)
    lines: list[str] = []
    count = 0
    while count < words:
        talk = [word.replace("·", "") for _ in range(5) for word in sentence(luck, False)]
        count += len(talk)
        layout = Layout(luck, wrap or 10**9, True)
        for word in ["P07:", *talk]:
            layout.word(word)
        layout.end()
        lines += [row[0] for row in layout.rows]
    text, spans = "\n".join(lines), list(spans_of([Line(line, follows=True) for line in lines]))
    runs: list[float] = []
    for _ in range(7 if words < 100_000 else 1):
        start = time.process_time()
        find(text, spans, captions=False)
        runs.append((time.process_time() - start) * 1000)
    return statistics.median(runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    planted, found, wrong = measure(chosen.documents, chosen.seed)
    print(f"planted: {sum(planted.values())}: " + ", ".join(f"{kind} {count}" for kind, count in planted.items()))
    print("\n| kind | sure right | sure wrong | asked right | asked wrong |\n|---|---|---|---|---|")
    for kind, counts in found.items():
        print(f"| {kind} | " + " | ".join(str(counts[column]) for column in (
            "sure right", "sure wrong", "asked right", "asked wrong")) + " |")  # fmt: skip
    sure = sum(counts["sure right"] for counts in found.values())
    print(f"\nsure repairs that are right: {100 * sure / max(1, sure + len(wrong)):.2f} % of {sure + len(wrong)}")
    for line in wrong[:20]:
        print("  wrong:", line)
    print("\n| words | broken for width | CPU ms |\n|---|---|---|")
    for words, wrap in ((8_000, None), (8_000, 66), (1_000_000, None), (1_000_000, 66)):
        print(f"| {words} | {'yes' if wrap else 'no'} | {cost(words, wrap):.1f} |")


if __name__ == "__main__":
    main()
