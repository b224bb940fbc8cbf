"""What is typed into the search line, and the tree it is read into."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.search_query import (
    And,
    Field,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Term,
    Wild,
    leaves,
    parse,
    printed,
    without_filters,
)
from workbench.study.search_words import fold_word, words

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("  – ", None),
        ("Miljø", Term("miljø")),
        ("miljo\u0308", Term("miljö")),
        ("a\u030ar", Term("år")),
        ("=Miljø", Term("miljø", exact=True)),
        ('"Miljø"', Term("miljø", exact=True)),
        ("=«to ord»", Phrase(("to", "ord"))),
        ("«Tydelig ledelse»", Phrase(("tydelig", "ledelse"))),
        ("“tydelig ledelse”", Phrase(("tydelig", "ledelse"))),
        ('"gå på arb*"', Phrase(("gå", "på", "arb"), prefix=True)),
        ('"arb*"', Wild("arb*")),
        ("e-post", Phrase(("e", "post"))),
        ("kl. 12:30", And((Term("kl"), Phrase(("12", "30"))))),
        ("https://x.no", Phrase(("https", "x", "no"))),
        ("ord*", Wild("ord*")),
        ("*ORD**", Wild("*ord*")),
        ("*ord", Wild("*ord")),
        ("arb*plass", Wild("arb*plass")),
        ("e-pos*", Phrase(("e", "pos"), prefix=True)),
        ("a b", And((A, B))),
        ("a AND b OG c", And((A, B, C))),
        ("a and b", And((A, Term("and"), B))),
        ("a OR b ELLER c", Or((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a NOT b", And((A, Not(B)))),
        ("a IKKE (b OR c)", And((A, Not(Or((B, C)))))),
        ("a -b", And((A, Not(B)))),
        ('a -"b c"', And((A, Not(Phrase(("b", "c")))))),
        ("a - b", And((A, B))),
        ("NOT NOT a", A),
        ("NEAR(a b, 5)", Near((A, B), 5)),
        ('NÆR(a "b c" d* , 3)', Near((A, Phrase(("b", "c")), Wild("d*")), 3)),
        ("NEAR(a b)", Near((A, B), 10)),
        ("a NEAR/5 b", Near((A, B), 5)),
        ("a NEAR/5 b NÆR/2 c", And((Near((A, B), 5), Near((B, C), 2)))),
        ("x OR a NEAR/5 b", Or((Term("x"), Near((A, B), 5)))),
        ("/e[nt] jobb/ a", And((Regex("e[nt] jobb"), A))),
        (r"/og\/eller/", Regex("og/eller")),
        ("/(og/eller)/", Regex("(og/eller)")),
        ("og/eller", Phrase(("og", "eller"))),
        ("in:P01", Filter(Field.TRANSCRIPT, "P01")),
        ("hvem:P07", Filter(Field.PARTICIPANT, "P07")),
        ("taler:interviewer", Filter(Field.SPEAKER, "interviewer")),
        ('kode:"å  være"', Filter(Field.CODE, "å være")),
        ("Tema:ro", Filter(Field.THEME, "ro")),
        ("koder:Ane", Filter(Field.CODER, "Ane")),
        ("er:ukodet is:Coded", And((Filter(Field.IS, "uncoded"), Filter(Field.IS, "coded")))),
        ("since:2026-11 til:2026-02", And((Filter(Field.SINCE, "2026-11-01"), Filter(Field.UNTIL, "2026-02-28")))),
        ("until:22.11.2026", Filter(Field.UNTIL, "2026-11-22")),
        ('siden:"forrige uke"', Filter(Field.SINCE, "2026-11-09")),
        ("Kjønn:kvinne", Filter(Field.ATTRIBUTE, "kvinne", "kjønn")),
        ("-kjønn:kvinne a", And((Not(Filter(Field.ATTRIBUTE, "kvinne", "kjønn")), A))),
        ("NOT kode:ro", Not(Filter(Field.CODE, "ro"))),
        ("kode:ro koder:Ane a", And((Filter(Field.CODE, "ro", coders=("Ane",)), A))),
        ("koder:Ane er:kodet koder:Per", Filter(Field.IS, "coded", coders=("Ane", "Per"))),
        ("koder:Ane a", And((Filter(Field.CODER, "Ane"), A))),
        ("kode:ro -koder:Ane", And((Filter(Field.CODE, "ro"), Not(Filter(Field.CODER, "Ane"))))),
        (
            "(kode:ro koder:Ane) (tema:uro koder:Per)",
            And((Filter(Field.CODE, "ro", coders=("Ane",)), Filter(Field.THEME, "uro", coders=("Per",)))),
        ),
    ],
)
def test_what_is_typed_is_read(text: str, tree: Node | None) -> None:
    query = parse(text, today=date(2026, 11, 22))
    assert query.tree == tree
    assert not query.remarks


@pytest.mark.parametrize(
    ("text", "tree", "remark"),
    [
        ('"tydelig led', Phrase(("tydelig", "led")), "quotation mark"),
        ('"', None, "quotation mark"),
        ("a AND", A, "AND waits"),
        ("a OR ", A, "OR waits"),
        ("OR a", A, "OR waits"),
        ("a NOT", A, "NOT waits"),
        ("NOT", None, "NOT waits"),
        ("AND", None, "AND waits"),
        ("(a b", And((A, B)), "not closed"),
        ("a) b", And((A, B)), "not opened"),
        ("*", None, "asterisk"),
        ("*e-post*", Phrase(("e", "post"), prefix=True), "asterisk"),
        ("NEAR", None, "NEAR is written"),
        ("NEAR(", None, "NEAR waits"),
        ("NEAR(a", A, "NEAR waits"),
        ("NEAR(a b, ", Near((A, B), 10), "not closed"),
        ("NEAR(a b who:P01, 3)", Near((A, B), 3), "only words"),
        ("a NEAR/5", A, "NEAR waits"),
        ("NEAR/5 a", A, "NEAR waits"),
        ("a NEAR/5 (b OR c)", And((A, Or((B, C)))), "read as AND"),
        ("/abc", Regex("abc"), "slash"),
        ("a /(b", A, "slash"),
        ("who:", None, "waits for a value"),
        ("is:co", None, "coded and uncoded"),
        ("a since:20", A, "no time I know"),
    ],
)
def test_half_typed_searches_are_understood_and_remarked_on(text: str, tree: Node | None, remark: str) -> None:
    query = parse(text)
    assert query.tree == tree
    assert any(remark in one for one in query.remarks)


@pytest.mark.parametrize("text", ["/(/", "a OR /[/ b", "-miljø", "NOT (a OR b)", "IKKE a IKKE b"])
def test_what_leaves_nothing_sensible_is_refused(text: str) -> None:
    with pytest.raises(StudyError):
        parse(text)


def test_a_search_as_it_is_typed_is_never_an_error() -> None:
    whole = (
        '"tydelig ledelse" AND (miljø* OR NEAR(trivsel på, 5)) -kode:"å være" kjønn:kvinne /e[nt]+ jobb/ since:2026-11'
    )
    for end in range(len(whole) + 1):
        parse(whole[:end])


def test_deep_parentheses_and_long_texts_are_cut_with_a_remark() -> None:
    assert parse("(" * 900 + "a" + ")" * 900).remarks
    long = parse(" ".join(f"{number:03}" for number in range(1000)))
    assert any("first 2000" in one for one in long.remarks)
    assert isinstance(long.tree, And) and len(long.tree.items) == 500


def test_what_is_asked_for_twice_is_asked_once() -> None:
    assert parse("ord annet ord").tree == parse("ord annet").tree
    assert parse("ord ord").tree == Term("ord") == parse("ord OR ord").tree


def test_what_a_query_asks_for() -> None:
    assert parse("miljø").has_words and not parse("kode:ro -miljø").has_words
    assert not parse("").has_words and not Query(None).has_regex
    assert parse("a /b/").has_regex and not parse("a b").has_regex
    tree = parse("a (who:P01 OR kode:x) NOT in:P02").tree
    assert tree is not None and without_filters(tree) == A
    assert [wanted for _, wanted in leaves(tree)] == [True, True, True, False]


# Whatever is typed

pieces = st.sampled_from(
    ["a", "år", "miljø", "*", '"', "«", "»", "(", ")", "-", "=", "/", "\\", " ", "AND", "OR", "NOT", "NEAR", "NEAR(",
     "NEAR/5", ", 5)", "who:", "kjønn:", "since:", "kode:ro", "koder:Ane", "is:coded", ":", "/a b/", "i\u0307",
     "\u00ad", "\u0301", "İ", "ΟΣ"]
)  # fmt: skip
typed = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=25).map("".join), st.lists(pieces).map(" ".join))


@given(typed)
def test_no_text_upsets_the_reader_and_what_is_printed_reads_the_same(text: str) -> None:
    try:
        query = parse(text)
    except StudyError:
        return
    again = parse(printed(query.tree))
    assert again.tree == query.tree
    assert not again.remarks
    assert printed(again.tree) == printed(query.tree)


@given(st.text())
def test_words_of_typed_text_are_words_of_the_index(text: str) -> None:
    clean = unicodedata.normalize("NFC", text)
    for word in words(clean):
        assert words(word) == [word] == [fold_word(word)]
