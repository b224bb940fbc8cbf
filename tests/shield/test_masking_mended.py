"""Names must not slip through the mask by their spelling, nor through a marked edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.study.folding import fold
from workbench.study.masking import Decision, Entity, EntityKind, Mask, Masker, masked
from workbench.study.quotes import EditKind, PieceKind, QuoteEdit, plain, render
from workbench.study.spans import Span


def person(number: int, *forms: str, kind: EntityKind = EntityKind.PERSON, match_case: bool = False) -> Entity:
    return Entity(number, kind, forms, Decision.REPLACE, f"[person {number}]", match_case)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Bente", "BENTES hund", "[person 1]s hund"),
        ("Bente", "Bente’s hund og 'Bente' sa", "[person 1]’s hund og '[person 1]' sa"),
        ("Jimmy", "Jimmy's on the edge, JIMMY'S sock", "[person 1]'s on the edge, [person 1]'s sock"),
        ("Jimmy", "Jim\u00admy\u2019s", "[person 1]\u2019s"),
        ("Grete", "Gretes bil og Grete s", "[person 1]s bil og [person 1] s"),
        ("Bente", "_Bente_ og er19Bente", "_[person 1]_ og er19[person 1]"),
        ("Jonas", "Jonas' hund", "[person 1]s hund"),
        ("Anne-Mari Vold", "Anne\u2011Mari  Vo\u00adld og Anne-Mari\nVold", "[person 1] og [person 1]"),
        ("Straße", "STRASSE, straße", "[person 1], [person 1]"),
        ("İlker", "İlker kom", "[person 1] kom"),
        ("Tove", "Tovelig, mestove", "Tovelig, mestove"),
    ],
)
def test_spellings_that_hide_a_name(form: str, text: str, expected: str) -> None:
    assert masked(text, Masker([person(1, form)]).find(text)) == expected


def test_digits_are_found_however_they_are_grouped() -> None:
    masker = Masker([person(1, "44 07 31 62", kind=EntityKind.PHONE)])
    text = "Ring 44073162, 440 73 162 eller 44 07 31 62 – ikke 144073162."
    assert masked(text, masker.find(text)) == "Ring [person 1], [person 1] eller [person 1] – ikke 144073162."


def test_a_name_that_is_a_word_needs_its_capital_in_cased_text_only() -> None:
    masker = Masker([person(1, "Vår", match_case=True)])
    assert (
        masked("I vår kom Vår og VÅR.", masker.find("I vår kom Vår og VÅR.")) == "I vår kom [person 1] og [person 1]."
    )
    assert masked("da kom vår", masker.find("da kom vår", cased=False)) == "da kom [person 1]"


def test_the_longest_form_wins_whatever_the_order() -> None:
    for forms in (("Bente", "Bente Haug"), ("Bente Haug", "Bente")):
        masker = Masker([person(number, form) for number, form in enumerate(forms, 1)])
        assert len(masker.find("Bente Haug kom")) == 1
        assert masker.find("Bente Haug kom")[0].end == len("Bente Haug")


@given(st.text(alphabet="aBß İıſé-\u00ad\u200b\n\u00a0 ’1", max_size=30))
def test_folding_knows_its_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(0 <= origin < len(text) for origin in folded.origins)


@given(st.data())
def test_no_letter_of_a_masked_name_comes_through_edits(data: st.DataObject) -> None:
    text = "så kom QQQQ QQQQ og satte seg hos QQQQ igjen"
    masks = [Mask(7, 16, "[x]", person(1, "QQQQ QQQQ")), Mask(34, 38, "[y]", person(2, "QQQQ"))]
    span = Span(data.draw(st.integers(0, 20)), data.draw(st.integers(21, len(text))))
    edits: list[QuoteEdit] = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start, len(text)))
        kind = EditKind.CUT if start < end else EditKind.INSERT
        if kind is EditKind.INSERT or all(e.end <= start or end <= e.start for e in edits if e.kind is EditKind.CUT):
            edits.append(QuoteEdit(number, kind, start, end, "mer"))
    pieces = render(text, span, edits, masks)
    assert "Q" not in plain(pieces)
    assert all(piece.text == text[piece.start : piece.end] or piece.kind is not PieceKind.WORDS for piece in pieces
               if not piece.text.startswith(" "))  # fmt: skip
    words = [piece for piece in pieces if piece.kind is PieceKind.WORDS]
    assert all(span.start <= piece.start <= piece.end <= span.end for piece in words)


def test_a_cut_inside_a_name_shows_the_mask_once() -> None:
    text = "det var Terje Brekke som ringte"
    masks = [Mask(8, 20, "[naboen]", person(1, "Terje Brekke"))]
    shown = plain(render(text, Span(0, len(text)), [QuoteEdit(1, EditKind.CUT, 13, 16)], masks))
    assert shown == "det var [naboen] […] som ringte"


def test_edits_left_outside_by_a_shorter_coding_show_nothing() -> None:
    text = "først dette og så noe hemmelig til slutt"
    edits = [QuoteEdit(1, EditKind.CUT, 18, 40), QuoteEdit(2, EditKind.INSERT, 30, 30, "mer")]
    assert plain(render(text, Span(0, 11), edits)) == "først dette"
