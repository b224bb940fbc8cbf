"""A quote shows the source's words, and every edit can be taken back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.masking import Entity, EntityKind, Mask
from workbench.study.quotes import (
    CUT_MARK,
    EditKind,
    Piece,
    PieceKind,
    Quote,
    QuoteEdit,
    changed_share,
    check_edit,
    plain,
    render,
)  # fmt: skip
from workbench.study.spans import Span

TEXT = "Jeg sa nei, og da gikk  han.\nSiden (i vår) har vi ikke snakket, men jeg tenker på det – ofte."
SOMEONE = Entity(1, EntityKind.PERSON, ("QQ",))
MARKS = re.compile(r"\[[^\]]*\]")


@st.composite
def edited(draw: st.DrawFn) -> Quote:
    start = draw(st.integers(0, len(TEXT) - 10))
    quote = Quote(1, "g", 1, 1, Span(start, draw(st.integers(start + 3, len(TEXT)))), None, 1)
    edits: list[QuoteEdit] = []
    for number in range(draw(st.integers(0, 5))):
        low = draw(st.integers(quote.span.start, quote.span.end))
        high = draw(st.one_of(st.just(low), st.integers(low, quote.span.end)))
        kind, said = (EditKind.CUT, "") if low < high else (EditKind.INSERT, "mor")
        edit = QuoteEdit(number, kind, low, high, said)
        quote = Quote(1, "g", 1, 1, quote.span, None, 1, tuple(edits))
        try:
            check_edit(quote, edit)
        except StudyError:
            continue
        edits.append(edit)
    return Quote(1, "g", 1, 1, quote.span, None, 1, tuple(edits))


def words(pieces: list[Piece]) -> str:
    return "".join(TEXT[piece.start : piece.end] for piece in pieces if piece.kind is PieceKind.WORDS)


@given(edited())
def test_what_is_shown_are_the_words_that_were_not_cut(quote: Quote) -> None:
    pieces = render(TEXT, quote.span, quote.edits)
    cut = {at for edit in quote.edits if edit.kind is EditKind.CUT for at in range(edit.start, edit.end)}
    kept = "".join(TEXT[at] for at in range(quote.span.start, quote.span.end) if at not in cut)
    assert words(pieces) == kept
    # The only liberty is blanks beside a mark.
    assert "".join(MARKS.sub("", plain(pieces)).split()) == "".join(kept.split())
    assert plain(pieces).count(CUT_MARK) == sum(edit.kind is EditKind.CUT for edit in quote.edits)
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)


@given(edited(), st.data())
def test_the_order_in_which_cuts_were_made_does_not_show(quote: Quote, data: st.DataObject) -> None:
    assert plain(render(TEXT, quote.span)) == quote.span.cut(TEXT)
    cuts = [edit for edit in quote.edits if edit.kind is EditKind.CUT]
    assert render(TEXT, quote.span, data.draw(st.permutations(cuts))) == render(TEXT, quote.span, cuts)


@given(edited())
def test_one_blank_stands_beside_a_mark(quote: Quote) -> None:
    shown = plain(render(TEXT, quote.span, quote.edits))
    for mark in MARKS.finditer(shown):
        before, after = shown[: mark.start()], shown[mark.end() :]
        assert not before or before[-1].isspace() or before[-1] in "(«“‘[", (shown, mark)
        assert not after or after[0].isspace() or after[0] in ".,;:!?…)»”’", (shown, mark)


@given(edited())
def test_the_share_that_was_cut(quote: Quote) -> None:
    left = len(words(render(TEXT, quote.span, quote.edits)))
    assert changed_share(quote.span, quote.edits) == pytest.approx(1 - left / len(quote.span))
    assert changed_share(quote.span, quote.edits) < 1


@given(edited(), st.integers(0, 80), st.integers(1, 12))
def test_a_mask_at_any_border_hides_all_it_covers(quote: Quote, start: int, size: int) -> None:
    hidden = Span(start, min(len(TEXT), start + size))
    text = TEXT[: hidden.start] + "Q" * len(hidden) + TEXT[hidden.end :]
    shown = plain(render(text, quote.span, quote.edits, [Mask(hidden.start, hidden.end, "[hun]", SOMEONE)]))
    assert "Q" not in shown
    cuts = [Span(edit.start, edit.end) for edit in quote.edits if edit.kind is EditKind.CUT]
    seen = hidden.common(quote.span)
    wholly_cut = seen is not None and any(cut.holds(seen) for cut in cuts)
    if seen is None or wholly_cut:
        assert "[hun]" not in shown
    elif not any(cut.overlaps(seen) for cut in cuts):
        assert shown.count("[hun]") == 1


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ([("cut", "nei, og da ")], "Jeg sa […] gikk"),
        ([("cut", " nei, og da")], "Jeg sa […] gikk"),
        ([("cut", " nei")], "Jeg sa […], og da gikk"),
        ([("insert", "nei")], "Jeg sa [mor] nei, og da gikk"),
        ([("cut", "nei"), ("cut", ", og")], "Jeg sa […] […] da gikk"),
    ],
)
def test_spacing(edits: list[tuple[str, str]], shown: str) -> None:
    made: list[QuoteEdit] = []
    for number, (kind, said) in enumerate(edits):
        at = TEXT.index(said)
        made.append(QuoteEdit(number, EditKind(kind), at, at + len(said) if kind == "cut" else at, "mor"))
    assert plain(render(TEXT, Span(0, TEXT.index("  han")), made, style="plain")) == shown


def test_the_style_of_insertions() -> None:
    edit = [QuoteEdit(1, EditKind.INSERT, 3, 3, "hun")]
    assert plain(render("Jeg sa", Span(0, 6), edit)) == "Jeg […hun…] sa"
    assert plain(render("Jeg sa", Span(0, 6), edit, style="plain")) == "Jeg [hun] sa"


@pytest.mark.parametrize(
    ("edit", "words_of_it"),
    [
        (QuoteEdit(0, EditKind.CUT, 9, 12), "inside the quote"),
        (QuoteEdit(0, EditKind.CUT, 19, 21), "inside the quote"),
        (QuoteEdit(0, EditKind.CUT, 15, 15), "inside the quote"),
        (QuoteEdit(0, EditKind.INSERT, 21, 21, "x"), "inside the quote"),
        (QuoteEdit(0, EditKind.INSERT, 15, 15, " "), "needs words"),
        (QuoteEdit(0, EditKind.INSERT, 13, 13, "x"), "before or after the cut"),
        (QuoteEdit(0, EditKind.CUT, 13, 15), "take that cut back first"),
    ],
)
def test_edits_that_are_refused(edit: QuoteEdit, words_of_it: str) -> None:
    quote = Quote(1, "g", 1, 1, Span(10, 20), None, 1, (QuoteEdit(1, EditKind.CUT, 12, 14),))
    with pytest.raises(StudyError, match=words_of_it):
        check_edit(quote, edit)


def test_a_quote_keeps_some_words() -> None:
    quote = Quote(1, "g", 1, 1, Span(10, 20), None, 1, (QuoteEdit(1, EditKind.CUT, 12, 20),))
    with pytest.raises(StudyError, match="must keep some of its words"):
        check_edit(quote, QuoteEdit(0, EditKind.CUT, 10, 12))
