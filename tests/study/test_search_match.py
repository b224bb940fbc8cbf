"""Where texts fit what is searched for, against a model that takes nothing from the program."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.search_match import Matcher, excerpt, marks, matches, standard_finder
from workbench.study.search_query import And, Near, Node, Not, Or, Phrase, Query, Regex, Term, Wild, parse
from workbench.study.search_words import indexed, placed, words
from workbench.study.spans import Span, union

TURN = "Arbeidsmiljøet var bra, men miljøet i år? Ledelsen var TYDELIG, ledelse må være tydelig."


def found(text: str, typed: str, **options: bool) -> list[str]:
    return [span.cut(text) for span in marks(parse(typed, **options), text)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("miljø", ["Arbeidsmiljøet", "miljøet"]),
        ("=miljøet", ["miljøet"]),
        ('"tydelig ledelse"', ["TYDELIG, ledelse"]),
        ("miljø*", ["miljøet"]),
        ("*miljøet", ["Arbeidsmiljøet", "miljøet"]),
        ("arb*et", ["Arbeidsmiljøet"]),
        ("var", ["var", "var"]),
        ("ar", []),
        ("ÅR", ["år"]),
        ("a\u030ar", ["år"]),
        ("mil", []),
        ("NEAR(tydelig være, 0)", ["være", "tydelig"]),
        ("være NEAR/3 =ledelse", ["ledelse", "være"]),
        ("Arbeidsmiljøet NEAR/2 bra", ["Arbeidsmiljøet", "bra"]),
        ("Arbeidsmiljøet NEAR/0 bra", []),
        ("var (ukjent OR år)", ["var", "år", "var"]),
        ("var ukjent", []),
        ("var NOT ukjent", ["var", "var"]),
        ("var NOT år", []),
        ("/v.re? t/", ["var T", "være t"]),
        ("/x*/", []),
        ('"ledelse må"', ["ledelse må"]),
        ('"må være tyd*"', ["må være tydelig"]),
    ],
)
def test_marks(typed: str, words: list[str]) -> None:
    assert found(TURN, typed) == words
    assert matches(parse(typed), TURN) == bool(words)


def test_parts_and_stems_are_options() -> None:
    assert found(TURN, "miljø", parts=False) == []
    assert not matches(parse("måtene", stems=True), "en måte")
    assert Matcher(parse("måtene", stems=True), stem=lambda word: word[:3]).matches("en måte")
    assert not Matcher(parse("=måtene", stems=True), stem=lambda word: word[:3]).matches("en måte")


def test_filters_are_no_matter_of_a_text() -> None:
    assert matches(parse("miljø who:P07 -kode:ro"), TURN)
    assert matches(parse("who:P07"), TURN) and not marks(parse("who:P07"), TURN)
    assert not matches(parse("ukjent OR (who:P07 sola)"), TURN)
    asked = Matcher(parse("ukjent OR who:P07"))
    assert asked.matches(TURN, lambda condition: condition.value == "P07")
    assert not asked.matches(TURN, lambda _: False) and not asked.matches(TURN)


def test_letters_are_themselves_and_unseen_signs_are_passed_over() -> None:
    assert words("Å æ ö é ØRE а\u0301х") == ["å", "æ", "ö", "é", "øre", "а\u0301х"]
    assert found("arbeids\u00admiljø og ar\u200dbeid", "arbeidsmiljø") == ["arbeids\u00admiljø"]
    assert found("hjem😴 nå", "hjem") == ["hjem"]
    assert not matches(parse("ar"), "år") and not matches(parse("år"), "ar")
    assert indexed("«Å, nei!» 3.5") == "å nei 3 5"
    assert found("ΟΔΟΣ οδος", "οδοσ") == ["ΟΔΟΣ", "οδος"]


def test_a_broken_expression_is_refused() -> None:
    with pytest.raises(StudyError):
        standard_finder("(")
    assert [hit.span() for hit in standard_finder("Å")("å Å")] == [(0, 1), (2, 3)]


def test_wild_patterns_take_no_time_on_long_words() -> None:
    assert not Wild("*" + "a*" * 40 + "b").fits("a" * 50_000)
    assert Wild("a*a").fits("aa") and not Wild("a*a").fits("a")


def test_a_crowd_of_near_words_takes_no_time() -> None:
    assert matches(parse("NEAR(a b, 3)"), "a " * 20_000 + "b")


# Against a model

letters = st.text("abåAÅ", min_size=1, max_size=3)
texts = st.lists(st.tuples(letters, st.sampled_from([" ", ", ", "\n", "–"])), max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
terms = st.builds(Term, letters.map(str.lower), st.booleans())
phrases = st.builds(Phrase, st.lists(letters.map(str.lower), min_size=2, max_size=3).map(tuple), st.booleans())
wilds = st.builds(
    Wild, st.text("ab*", min_size=2, max_size=4).filter(lambda one: "*" in one and "**" not in one and one != "*")
)
operands = st.one_of(terms, phrases, wilds)
nears = st.builds(Near, st.lists(operands, min_size=2, max_size=3).map(tuple), st.integers(0, 4))
patterns = st.builds(Regex, st.sampled_from(["a.b", "å+", "b a", "[ab]å"]))
trees = st.recursive(
    st.one_of(operands, nears, patterns),
    lambda inner: st.one_of(
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)


def fits(leaf: Term | Wild, word: str, parts: bool) -> bool:
    if isinstance(leaf, Wild):
        return re.fullmatch(leaf.pattern.replace("*", ".*"), word) is not None
    return word == leaf.text or (parts and not leaf.exact and len(leaf.text) >= 4 and leaf.text in word)


def finds(leaf: Term | Wild | Phrase, said: list[str], parts: bool) -> list[tuple[int, int]]:
    if not isinstance(leaf, Phrase):
        return [(at, at + 1) for at, word in enumerate(said) if fits(leaf, word, parts)]
    wanted, long = list(leaf.words), len(leaf.words)
    return [
        (at, at + long)
        for at in range(len(said) - long + 1)
        if said[at : at + long - 1] == wanted[:-1]
        and (said[at + long - 1] == wanted[-1] or (leaf.prefix and said[at + long - 1].startswith(wanted[-1])))
    ]


def near(choices: list[list[tuple[int, int]]], chosen: list[tuple[int, int]], distance: int) -> bool:
    if not choices:
        last = max(start for start, _ in chosen)
        return all(last - end <= distance for _, end in chosen)
    return any(near(choices[1:], [*chosen, one], distance) for one in choices[0])


def model(node: Node, text: str, parts: bool) -> bool:
    said = re.split(r"[\s,–]+", text.lower().strip(" ,\n–"))
    if isinstance(node, And):
        return all(model(item, text, parts) for item in node.items)
    if isinstance(node, Or):
        return any(model(item, text, parts) for item in node.items)
    if isinstance(node, Not):
        return not model(node.item, text, parts)
    if isinstance(node, Near):
        return near([finds(item, said, parts) for item in node.items], [], node.distance)
    if isinstance(node, Regex):
        return re.search(node.pattern, text, re.IGNORECASE) is not None
    assert isinstance(node, Term | Phrase | Wild)
    return bool(finds(node, said, parts))


@given(trees, texts, st.booleans())
def test_matches_agree_with_the_model(tree: Node, text: str, parts: bool) -> None:
    query = Query(tree, parts=parts)
    assert matches(query, text) == model(tree, text, parts)
    found = marks(query, text)
    assert found == union(found)
    if found and not isinstance(tree, And | Or | Not):
        assert matches(query, text)


@given(operands, texts)
def test_every_mark_of_a_word_is_a_find_of_its_own(leaf: Term | Wild | Phrase, text: str) -> None:
    for mark in marks(Query(leaf, parts=False), text):
        assert matches(Query(leaf, parts=False), mark.cut(text))


@given(st.text())
def test_words_and_their_places_agree(text: str) -> None:
    clean = unicodedata.normalize("NFC", text)
    found = placed(clean)
    assert [words(clean[start:end]) for start, end in found] == [[word] for word in words(clean)]
    assert all(found[at][1] <= found[at + 1][0] for at in range(len(found) - 1))


# Excerpts


def test_an_excerpt_shows_the_stretch_with_the_most_different_finds() -> None:
    text = "ro " + "og så videre " * 30 + "uro og ro her " + "og så videre " * 30 + "ro ro ro"
    shown = excerpt(text, marks(parse("ro OR uro"), text), 60)
    assert {mark.cut(text) for mark in shown.marks} == {"uro", "ro"}
    assert shown.words == shown.span.cut(text) and len(shown.words) <= 60
    assert shown.moved(7).marks[0].start == shown.marks[0].start + 7
    assert shown.moved(7).span.start == shown.span.start + 7 and shown.moved(7).words == shown.words


def test_an_excerpt_of_a_short_text_or_without_finds() -> None:
    assert excerpt("Ja da.", [], 60).words == "Ja da."
    assert excerpt("ordene " * 50, [], 19).words == "ordene ordene"
    assert excerpt("x" * 100, [Span(50, 51)], 20).words


@given(st.text("ab cæ\n", min_size=1), st.data(), st.integers(1, 30))
def test_an_excerpt_keeps_to_its_text_and_cuts_no_word(text: str, data: st.DataObject, width: int) -> None:
    drawn = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    spans = union(Span(at, min(len(text), at + 2)) for at in drawn)
    shown = excerpt(text, spans, width)
    assert shown.words == shown.span.cut(text) != ""
    assert all(shown.span.holds(mark) for mark in shown.marks)
    if spans:
        assert shown.marks
    fits_width = all(len(mark) <= width for mark in spans) and all(len(word) <= width for word in text.split())
    if fits_width:
        assert len(shown.words) <= max(width, 1)
