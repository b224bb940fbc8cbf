"""The codebook as a tree, its names, and the signs codes are drawn with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.codebook_file import flat_codebook, free_name, of_codebook
from workbench.study.codes import MAX_NAME, Code, Codebook, check_colour, check_name, sigils


def tree(*links: tuple[int, str, int | None]) -> Codebook:
    return Codebook(Code(number, f"g{number}", name, parent, rank) for rank, (number, name, parent) in enumerate(links))


@st.composite
def codebooks(draw: st.DrawFn) -> tuple[Codebook, dict[int, int | None]]:
    parents: dict[int, int | None] = {}
    for number in range(1, draw(st.integers(1, 12)) + 1):
        parents[number] = draw(st.sampled_from([None, *parents]))
    ranks = {number: draw(st.integers(0, 3)) for number in parents}
    return Codebook(Code(n, f"g{n}", f"code {n}", parents[n], ranks[n]) for n in parents), parents


def above(parents: dict[int, int | None], number: int | None) -> list[int]:
    chain: list[int] = []
    while number is not None:
        chain.append(number)
        number = parents[number]
    return chain


@given(codebooks(), st.data())
def test_the_tree_against_a_model(made: tuple[Codebook, dict[int, int | None]], data: st.DataObject) -> None:
    codebook, parents = made
    walked = list(codebook.walk())
    assert sorted(code.id for code, _ in walked) == sorted(parents) and len(codebook) == len(parents)
    assert all(depth == len(above(parents, code.id)) - 1 for code, depth in walked)
    places = {code.id: place for place, (code, _) in enumerate(walked)}
    assert all(places[parents[n] or n] <= places[n] for n in parents)
    for number in parents:
        below = {n for n in parents if number in above(parents, n)}
        assert codebook.with_descendants(number) == below
        assert codebook.path(number) == tuple(f"code {n}" for n in reversed(above(parents, number)))
    moved, to = data.draw(st.sampled_from(list(parents))), data.draw(st.sampled_from([None, *parents]))
    if to in codebook.with_descendants(moved):
        with pytest.raises(StudyError, match="lies inside it"):
            codebook.check_move(moved, to)
    else:
        codebook.check_move(moved, to)
    flat = flat_codebook(codebook)
    assert list(flat.walk()) == [code.guid for code in codebook]
    assert [code.guid for code, _ in of_codebook("x", codebook).walk()] == list(flat.walk())


def test_a_very_deep_codebook_can_be_walked() -> None:
    deep = tree(*((n, f"c{n}", n - 1 or None) for n in range(1, 3001)))
    assert sum(1 for _ in deep) == len(deep.with_descendants(1)) == len(deep.path(3000)) == 3000


def test_siblings_have_names_of_their_own_case_aside() -> None:
    codebook = tree((1, "Tid", None), (2, "Rom", None), (3, "tid", 2))
    with pytest.raises(StudyError, match="already a code «Tid» at the top level"):
        codebook.check_free("TID", None)
    with pytest.raises(StudyError, match="«tid» under «Rom»"):
        codebook.check_free("Tid", 2)
    with pytest.raises(StudyError, match="«Tid» at the top level"):
        codebook.check_move(3, None)
    codebook.check_free("Tid", None, but=1)


def test_codes_are_meant_by_name_or_path() -> None:
    codebook = tree((1, "Tid", None), (2, "Rom", None), (3, "tid", 2), (4, "Rom > vegg", 2), (5, "vegg", 2))
    assert codebook.named(" rom ").id == 2
    assert codebook.named("Rom > TID").id == 3
    with pytest.raises(StudyError, match=r"Tid; Rom > tid\. Give the whole path"):
        codebook.named("TID")
    with pytest.raises(StudyError, match="did you mean «vegg»"):
        codebook.named("veggg")
    with pytest.raises(StudyError, match="see `workbench codes`"):
        codebook.named("noe helt annet")


def test_merged_codes_lead_to_their_heirs_and_circles_end() -> None:
    merged = [
        Code(7, "g7", "gammel", merged_into=8), Code(8, "g8", "eldre", merged_into=1),
        Code(9, "g9", "ring", merged_into=10), Code(10, "g10", "ring", merged_into=9),
    ]  # fmt: skip
    codebook = Codebook([Code(1, "g1", "Tid")], merged)
    assert codebook.get(7).id == 1
    with pytest.raises(StudyError, match="«gammel» was merged into «Tid»; use that name"):
        codebook.named("Gammel")
    for gone in (9, 10, 99):
        with pytest.raises(StudyError, match="no longer in the codebook"):
            codebook.get(gone)


@given(st.text())
def test_a_name_is_kept_or_refused(raw: str) -> None:
    try:
        name = check_name(raw)
    except StudyError as error:
        assert "empty" in str(error) or "use at most" in str(error)
    else:
        assert 0 < len(name) <= MAX_NAME and check_name(name) == name


@given(st.lists(st.text(max_size=12), max_size=60, unique=True))
def test_signs_are_two_letters_and_unlike(names: list[str]) -> None:
    signs = sigils(names)
    assert list(signs) == names
    assert all(len(sign) == 2 for sign in signs.values())
    told = [sign for sign in signs.values() if sign != "··"]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(("raw", "kept"), [("", ""), ("#abc", "#AABBCC"), ("0072b2", "#0072B2")])
def test_colours(raw: str, kept: str) -> None:
    assert check_colour(raw) == kept


@pytest.mark.parametrize("raw", ["rød", "#12345", "#1234567", "#12345g", "١٢٣"])
def test_other_colours_are_refused(raw: str) -> None:
    with pytest.raises(StudyError, match="write it as #RRGGBB"):
        check_colour(raw)


@given(st.text(min_size=1, max_size=30), st.sets(st.text(max_size=30), max_size=5), st.integers(10, 30))
def test_a_free_name_is_free(name: str, taken: set[str], longest: int) -> None:
    name = name[:longest]
    free = free_name(name, [*taken, name], longest)
    assert free.casefold() not in {one.casefold() for one in (*taken, name)} and len(free) <= longest
