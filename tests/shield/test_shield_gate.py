"""The gate: nothing decided or undecided gets out, in whatever spelling; what may pass, passes."""

import random
import re

import pytest

from workbench.shield.gate import Leak, OutgoingPart, Why, check
from workbench.shield.masks import Shield
from workbench.study.masking import Decision, Entity, EntityKind
from workbench.study.quotes import EditKind, QuoteEdit, plain, render
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn


def entity(number: int, *forms: str, decision: Decision = Decision.REPLACE, kind: EntityKind = EntityKind.PERSON,
           match_case: bool = False) -> Entity:  # fmt: skip
    return Entity(number, kind, forms, decision, f"[person {number}]", match_case)


def leaks(text: str, *entities: Entity, ordinary: tuple[str, ...] = ()) -> list[Leak]:
    return check([OutgoingPart("her", text)], entities, ordinary)


@pytest.mark.parametrize(
    "text",
    [
        "så kom Maren Vestby inn", "så kom MAREN VESTBY inn", "maren vestbys hund", "Maren\nVestby",
        "Maren \u00a0 Vestby",
        "Ma\u00adren Vest\u200bby", "Mar-\nen Vestby", "Vestby ringte", "hos marens mor",
        "ＭＡＲＥＮ", "_Maren_", "'Maren'",
        "Vestbys", "Vest-\nbys",
    ],
)  # fmt: skip
def test_a_decided_name_is_stopped(text: str) -> None:
    assert leaks(text, entity(1, "Maren Vestby"))


@pytest.mark.parametrize(
    "text",
    ["så kom [person 1] inn", "marengs", "Vestbyen", "vest by", "Mar en", "marengs og vestbygd", "Helena og Marensen"],
)
def test_other_words_pass(text: str) -> None:
    assert leaks(text, entity(1, "Maren Vestby")) == []


def test_the_reason_is_told() -> None:
    whole = entity(1, "Maren Vestby")
    waiting = entity(2, "Brattholmen", decision=Decision.UNDECIDED, kind=EntityKind.PLACE)
    found = leaks("Maren Vestby, Vestby og Brattholmen, ring 44 07 31 62", whole, waiting)
    assert [(one.words, one.why) for one in found] == [
        ("Maren Vestby", Why.REPLACE), ("Vestby", Why.PART), ("Brattholmen", Why.UNDECIDED), ("44 07 31 62", Why.CODE),
    ]  # fmt: skip
    assert found[3].entity is None


def test_kept_names_and_no_names_pass() -> None:
    for decision in (Decision.KEEP, Decision.NOT_A_NAME):
        assert leaks("Brattholmen", entity(1, "Brattholmen", decision=decision)) == []
    # A part decided on by itself follows that decision.
    assert leaks("Vestby kommune", entity(1, "Maren Vestby"), entity(2, "Vestby", decision=Decision.KEEP)) == []
    assert leaks("44 07 31 62", entity(1, "44 07 31 62", decision=Decision.KEEP, kind=EntityKind.PHONE)) == []


def test_parts_that_are_ordinary_words_need_a_capital_inside_a_sentence() -> None:
    whole = entity(1, "Kjetil Storlien")
    assert leaks("der oppe på storlien", whole, ordinary=("storlien",)) == []
    assert leaks("Storlien er bratt", whole, ordinary=("storlien",)) == []
    assert leaks("så ringte Storlien", whole, ordinary=("storlien",))


def test_names_that_are_words_need_their_capital() -> None:
    person = entity(1, "Vår", match_case=True)
    assert leaks("det var vår", person) == []
    assert leaks("det var Vår", person)
    assert check([OutgoingPart("her", "da kom vår", cased=False)], [person])


def test_spared_stretches_pass_and_nothing_else() -> None:
    person = entity(1, "Vår", match_case=True)
    assert check([OutgoingPart("her", "Vår feil", spared=((0, 3),))], [person]) == []
    assert check([OutgoingPart("her", "Vår feil, Vår", spared=((0, 3),))], [person])


@pytest.mark.parametrize(
    "text", ["148379 30007", "14837930007", "a.b@enhet.no", "+47 440 73 162", "fire fire null sju tre en seks to"]
)
def test_identifying_numbers_are_stopped_unlisted(text: str) -> None:
    assert [one.why for one in leaks(f"det er {text}", entity(1, "Maren"))] == [Why.CODE]


@pytest.mark.parametrize(
    "text", ["87 89 86 85\n12 13 14 15", "2014:7", "§ 3-1", "P07 replikk 12 (12:31)", "i 2014", "410 000"]
)
def test_harmless_numbers_pass(text: str) -> None:
    assert leaks(text) == []


NAMES = [
    ("Maren Vestby", "Maren"), ("Anne-Mari Solvang", "Anne-Mari"), ("Torhild",), ("Jonas Kvernmo",),
    ("Vår", "Vår Lunde"),
    ("Brattholmen",), ("Granvika skole", "Granvika"), ("Fjærveien 14",), ("44 07 31 62",), ("Şükran",), ("Straßer",),
]  # fmt: skip
KINDS = [*[EntityKind.PERSON] * 5, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.ADDRESS, EntityKind.PHONE,
         EntityKind.PERSON, EntityKind.PERSON]  # fmt: skip
FILLERS = "så kom det noen hos oss i går og da sa jeg at nei det går ikke uten at noen ringer først".split()  # noqa: SIM905


def disguised(name: str, chance: random.Random) -> str:
    """A way to write a name that a reader still takes for it."""
    ways = [
        str, str.upper, lambda one: f"{one}s", lambda one: f"{one}’s", lambda one: one.replace(" ", "\n"),
        lambda one: one.replace(" ", " \u00a0"), lambda one: f"{one[:2]}\u00ad{one[2:]}",
        lambda one: f"{one[:3]}\u200b{one[3:]}",
        lambda one: one.replace("-", "\u2011"), lambda one: f"«{one}»", lambda one: f"_{one}_", lambda one: f"{one},",
    ]  # fmt: skip
    written = chance.choice(ways)(name)
    return chance.choice([str, str.lower, str.upper])(written) if not name.startswith("Vår") else written


def hidden(text: str) -> str:
    """The letters and digits only, in one case: what a reader would put together."""
    return "".join(character for character in text.casefold() if character.isalnum())


def test_nothing_decided_gets_through_masks_and_gate() -> None:
    chance = random.Random(20)
    entities = [
        Entity(number, kind, forms, Decision.REPLACE, f"[skjult {number}]", forms[0].startswith("Vår"))
        for number, (forms, kind) in enumerate(zip(NAMES, KINDS, strict=True), 1)
    ]
    secrets = {hidden(word) for forms in NAMES for form in forms for word in (form, *re.findall(r"[^\W\d_]{4,}", form))}
    # A kind of place, and two everyday words that are names only with a capital.
    secrets -= {"skole", "vår", "lunde"}
    leaked: list[str] = []
    stopped = passed = 0
    for number in range(2_000):
        name = chance.choice([form for one in entities for form in one.forms])
        part = chance.choice([word for word in name.split() if len(word) >= 4 and word.isalpha()] or [name])
        shown = disguised(chance.choice([name, name, name, part]), chance)
        words = [chance.choice(FILLERS) for _ in range(12)]
        words.insert(chance.randint(1, 10), shown)
        text = f"Jeg {' '.join(words)} til slutt."
        transcript = Transcript(number, "g", "P01", text, (Turn(1, 0, len(text), "P", Role.PARTICIPANT),))
        start, end = chance.randint(0, 4), len(text) - chance.randint(0, 4)
        at = chance.randint(start, end - 6)
        edits = [QuoteEdit(1, EditKind.CUT, at, at + 5)] if chance.random() < 0.3 else []
        printed = plain(render(text, Span(start, end), edits, Shield(entities).masks(transcript)))
        if check([OutgoingPart("her", printed)], entities):
            stopped += 1
            continue
        passed += 1
        if any(secret in hidden(printed) for secret in secrets):
            leaked.append(printed)
    assert leaked == []
    assert passed > 1_000, f"{stopped} stopped"


def test_a_written_name_is_stopped_in_every_disguise() -> None:
    chance = random.Random(7)
    for _ in range(600):
        number = chance.randrange(len(NAMES))
        name = chance.choice(NAMES[number])
        one = Entity(number, KINDS[number], NAMES[number], Decision.REPLACE, "[skjult]", name.startswith("Vår"))
        text = f"det var {disguised(name, chance)} som sa det"
        assert leaks(text, one), text
