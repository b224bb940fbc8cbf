import random
import subprocess
import sys
from dataclasses import replace

import pytest

from workbench.assist import (
    CodePrototypes,
    CodeText,
    Example,
    Level,
    Material,
    Place,
    Rejection,
    SuggestionList,
    Verdict,
    leave_one_out,
)
from workbench.errors import AssistError

WAITING, HOME, MONEY, SEEN = 1, 2, 3, 4
CODES = (
    CodeText(WAITING, "Å vente", "Tida på venteliste før hjelpen kommer. Også brev som lar vente på seg."),
    CodeText(HOME, "Et hjem", "Å ha et sted å bo, leilighet eller hybel, og hva det betyr å låse egen dør."),
    CodeText(MONEY, "Penger", "Å få økonomien til å gå rundt: regninger, gjeld og mat mot slutten av måneden."),
    CodeText(SEEN, "Å bli sett", "Noen legger merke til en og husker navnet. Å bli møtt som et menneske."),
)
TEXTS = {
    WAITING: [
        "jeg sto på venteliste i åtte måneder før de ringte og sa at det var plass",
        "brevet om at jeg måtte vente til høsten kom i mars, og så venta jeg",
        "det var ventetid på alt, tre uker for en time og så ny venteliste",
        "mens jeg venta på plassen gikk motet ut av meg",
        "de sa at ventetida var tolv uker, men jeg venta nesten et år",
    ],
    HOME: [
        "da jeg fikk leiligheta, låste jeg døra og sov i to døgn",
        "hybelen var liten, men det var min egen dør med egen nøkkel",
        "jeg har bodd i elleve leiligheter, og ingen av dem var et hjem",
        "å få nøkkel til egen leilighet var større enn jeg hadde trodd",
        "det er kaldt på hybelen, men jeg bor der og låser døra mi",
    ],
    MONEY: [
        "etter husleia har jeg åtte hundre kroner igjen til mat resten av måneden",
        "regningene ligger i en pose, gjelda er på to hundre tusen kroner",
        "de trekker meg for gjeld, så det blir ikke penger til mat",
        "jeg betaler strøm og husleie, og da er kontoen tom den tjuende",
        "inkasso på inkasso, hver regning blir tre ganger så stor",
    ],
    SEEN: [
        "hun huska hva jeg het, og hun spurte hvordan det gikk med hunden min",
        "han så på meg som et menneske, ikke som en pasient med nummer",
        "de la merke til at jeg var stille, og hun satte seg ned ved siden av meg",
        "hun sa navnet mitt i døra, og da følte jeg meg sett",
        "ingen hadde spurt hvordan jeg hadde det, men han spurte og hørte etter",
    ],
}
BACKGROUND = (
    *(text for texts in TEXTS.values() for text in texts),
    "jeg kom dit med bussen, og det var noen der som jeg kjente fra før",
    "nei, det husker jeg ikke, det er jo lenge siden, men det var vel på våren",
    "ja, vi pleide å reise ut til øya om sommeren, og der hadde vi båt",
)


def examples() -> list[Example]:
    made: list[Example] = []
    for code_id, texts in TEXTS.items():
        for number, text in enumerate(texts):
            coding_id = 100 * code_id + number
            place = Place(7 + number, 1000 * code_id, 1000 * code_id + len(text))
            made.append(Example(coding_id, code_id, text, f"D{number} {code_id}", "", f"D{number}", place))
    return made


def model(some: list[Example] | None = None, rejections: tuple[Rejection, ...] = ()) -> CodePrototypes:
    return CodePrototypes(CODES, examples() if some is None else some, rejections, background=BACKGROUND)


CLEAR = {
    "de satte meg på en venteliste, og så venta jeg i et halvt år på at de skulle ringe": WAITING,
    "nå har jeg fått egen leilighet med nøkkel og en dør som jeg kan låse om kvelden": HOME,
    "det er regninger og gjeld, og pengene til mat er borte før måneden er over": MONEY,
    "hun kjente meg igjen, huska navnet mitt og spurte hvordan jeg hadde det": SEEN,
}


@pytest.mark.parametrize(("passage", "code_id"), CLEAR.items())
def test_a_clear_passage_gets_its_code_first(passage: str, code_id: int) -> None:
    given = model().suggest(passage)
    assert given.verdict is Verdict.READY
    assert given.suggestions[0].code_id == code_id
    assert given.suggestions[0].level is not Level.NONE
    scores = [one.score for one in given.suggestions]
    assert scores == sorted(scores, reverse=True)


def test_definitions_alone_can_suggest() -> None:
    given = model([]).suggest(
        "jeg fikk et brev og måtte vente på venteliste før hjelpen kom, hele tida måtte jeg vente"
    )
    assert given.suggestions[0].code_id == WAITING
    assert [one.kind for one in given.suggestions[0].reasons if one.kind != "words"] == ["definition"]
    assert "venteliste" in given.suggestions[0].reasons[-1].text


def test_reasons_point_to_real_codings_and_shared_words() -> None:
    learnt = model()
    by_id = {one.coding_id: one for one in examples()}
    passage = next(iter(CLEAR))
    best = learnt.suggest(passage).suggestions[0]
    near = [one for one in best.reasons if one.kind == "near"]
    assert near
    for reason in near:
        assert reason.coding_id is not None
        assert by_id[reason.coding_id].code_id == WAITING
        assert reason.text == by_id[reason.coding_id].text
        assert reason.reference == by_id[reason.coding_id].reference
        assert 0 < reason.closeness <= 1
    words = next(one.text.split(", ") for one in best.reasons if one.kind == "words")
    assert "venteliste" in words
    assert all(word in passage for word in words)


def test_a_refused_code_falls_for_like_passages_and_says_why() -> None:
    passage = next(iter(CLEAR))
    alike = "de satte meg på en venteliste og jeg venta i et halvt år"
    before = {one.code_id: one.score for one in model().suggest(alike, k=4).suggestions}
    learnt = model(rejections=(Rejection(WAITING, passage, "", "D9 3"),))
    after = learnt.suggest(alike, k=4)
    score = next((one.score for one in after.suggestions if one.code_id == WAITING), -9.0)
    assert score < before[WAITING] - 0.3
    against = [one for held in after.suggestions for one in held.reasons if one.kind == "against"]
    assert not against or against[0].reference == "D9 3"
    assert all(one.code_id != WAITING for one in learnt.suggest(passage).suggestions)
    far = "regningene kom, og jeg hadde ikke penger til mat den måneden heller"
    assert learnt.suggest(far).suggestions[0].score == pytest.approx(model().suggest(far).suggestions[0].score, abs=0.2)


def test_a_refusal_taken_back_leaves_no_trace() -> None:
    passage = next(iter(CLEAR))
    learnt = model()
    before = learnt.suggest(passage)
    learnt.reject(Rejection(WAITING, passage))
    assert learnt.suggest(passage) != before
    learnt.unreject(Rejection(WAITING, passage))
    assert learnt.suggest(passage) == before


def all_scores(learnt: CodePrototypes) -> list[tuple[int, float, float]]:
    found: list[tuple[int, float, float]] = []
    for passage in CLEAR:
        given = sorted(learnt.suggest(passage, "Hvordan var det?", k=9).suggestions, key=lambda one: one.code_id)
        found += [(one.code_id, one.score, one.confidence) for one in given]
    return found


def same(one: list[tuple[int, float, float]], other: list[tuple[int, float, float]]) -> bool:
    flat = [pytest.approx(part, abs=1e-9) for parts in other for part in parts]
    return len(one) == len(other) > 0 and [part for parts in one for part in parts] == flat


def test_coding_by_coding_equals_all_at_once() -> None:
    batch = all_scores(model())
    grown = model([])
    order = examples()
    random.Random(3).shuffle(order)
    for one in order:
        grown.add(one)
    assert same(all_scores(grown), batch)
    for one in order[:7]:
        grown.remove(one.coding_id)
    assert same(all_scores(grown), all_scores(model(sorted(order[7:], key=lambda one: one.coding_id))))
    for one in order[:7]:
        grown.add(replace(one, code_id=HOME))
        grown.add(one)
    assert same(all_scores(grown), batch)


def test_the_same_material_gives_the_same_answer_to_the_last_digit() -> None:
    passage = next(iter(CLEAR))
    assert model().suggest(passage) == model().suggest(passage)


def test_a_passage_does_not_find_itself() -> None:
    one = examples()[0]
    learnt = model()
    blind = learnt.suggest(one.text, leave_out=[one.coding_id, 999])
    found = {reason.coding_id for held in blind.suggestions for reason in held.reasons}
    found |= {reason.coding_id for reason in blind.near}
    assert one.coding_id not in found
    without = model([other for other in examples() if other.coding_id != one.coding_id])
    for shelf, rival in zip(learnt.shelves, without.shelves, strict=True):
        row = shelf.vector(one.text, "")
        left = shelf.cosines(row, {one.code_id: [one.coding_id]})
        assert left.tolist() == pytest.approx(rival.cosines(row, {}).tolist(), abs=1e-9)


def test_too_early_while_few_are_coded_and_definitions_are_missing() -> None:
    bare = [CodeText(code.code_id, code.name) for code in CODES]
    few = CodePrototypes(bare, examples()[:6], background=BACKGROUND)
    given = few.suggest(next(iter(CLEAR)))
    assert given.verdict is Verdict.EARLY
    assert given.suggestions == ()
    assert given.near[0].code_id == WAITING
    assert CodePrototypes(bare, examples(), background=BACKGROUND).suggest(next(iter(CLEAR))).verdict is Verdict.READY
    assert CodePrototypes(CODES[:2], examples()[:10]).suggest(next(iter(CLEAR))).verdict is Verdict.EARLY
    assert CodePrototypes([]).suggest(next(iter(CLEAR))).verdict is Verdict.EARLY


def test_a_few_words_need_the_question_before_them() -> None:
    learnt = model()
    assert learnt.suggest("Ja, det var lenge.").verdict is Verdict.SHORT
    assert learnt.suggest("… 12.").verdict is Verdict.SHORT
    helped = learnt.suggest("Ja, det var lenge.", "Hvor lenge sto du på venteliste, og hvordan var ventetida?")
    assert helped.with_context
    assert helped.suggestions[0].code_id == WAITING
    kinds = {one.kind: one.text for one in helped.suggestions[0].reasons}
    assert "venteliste" in kinds["question"]


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    given = model().suggest("xylofon kvark zebra fjord quiz wok jazz pyx czech tuba", k=3)
    assert given.verdict is Verdict.UNCLEAR
    assert given.suggestions == ()


def test_transcriber_s_notes_do_not_count() -> None:
    passage = next(iter(CLEAR))
    assert all_of(model().suggest(passage)) == all_of(
        model().suggest(f"(regninger og gjeld) {passage} [uklart penger]")
    )


def all_of(given: SuggestionList) -> list[tuple[int, float]]:
    return [(one.code_id, one.score) for one in given.suggestions]


def test_new_renamed_and_dropped_codes_are_known_at_once() -> None:
    learnt = model()
    learnt.put_code(CodeText(5, "Hund", "Hunden og turene med den, en hund som passer på og gir selskap."))
    assert learnt.suggest("hunden og jeg går turer, og hunden er selskap, så jeg har hund").suggestions[0].code_id == 5
    learnt.drop_code(5)
    assert all_scores(learnt) == all_scores(model())
    learnt.drop_code(WAITING)
    assert all(one.code_id != WAITING for one in learnt.suggest(next(iter(CLEAR)), k=9).suggestions)
    with pytest.raises(AssistError):
        learnt.add(examples()[0])


def test_material_and_suggestions_cross_as_json() -> None:
    import json

    material = Material("nb", CODES, tuple(examples()), (Rejection(HOME, "nei"),), BACKGROUND)
    assert Material.from_plain(json.loads(json.dumps(material.as_plain()))) == material
    given = CodePrototypes.of(material).suggest(next(iter(CLEAR)))
    assert SuggestionList.from_plain(json.loads(json.dumps(given.as_plain()))) == given


def test_the_study_s_own_figure_beats_the_majority_on_clear_material() -> None:
    figure = leave_one_out(Material("nb", CODES, tuple(examples()), (), BACKGROUND))
    assert figure.n == 20
    assert figure.top1 >= 0.7
    assert figure.top1 <= figure.top3 <= 1
    assert figure.majority_top3 == 0.75
    assert leave_one_out(Material("nb", CODES)) == (0, 0.0, 0.0, 0.0)


def test_the_figure_does_not_see_the_participant_it_judges() -> None:
    shuffled = examples()
    # Nonsense words shared only within one participant must not help.
    tagged = [replace(one, text=f"{one.text} zorp{one.group} blik{one.group}") for one in shuffled]
    wrong = [replace(one, group="D0") for one in tagged]
    figure = leave_one_out(Material("nb", CODES, tuple(tagged), (), BACKGROUND))
    assert figure.n == len(wrong) == 20
    assert figure.top1 < 1


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = (
        "import sys, workbench.assist; print(*[m for m in ('spacy', 'nltk', 'sklearn', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
