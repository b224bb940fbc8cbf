"""Types of what is known of people: values read in Norwegian form, bands that leave nothing out, orders."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.attributes import (
    Definition,
    Schema,
    Type,
    check_choices,
    check_name,
    check_value,
    choices_read,
    choices_written,
    date_of,
    fits,
    guess,
    kept_number,
    number_of,
    order_of,
    shown,
)
from workbench.study.bands import (
    Band,
    band_of,
    bands_kept,
    bands_written,
    decade_of,
    decade_order,
    kept_bands,
    parse_bands,
)

NUMBER = Definition(1, "g", "inntekt", Type.NUMBER)
DAY = Definition(2, "g", "dato", Type.DATE)
HOME = Definition(3, "g", "housing", Type.CATEGORY, choices=("hospits", "hybel", "egen bolig"))
AGE_BAND = Definition(4, "g", "age_band", Type.BAND, source="age")

numbers = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=3)
cuts = st.lists(numbers, min_size=1, max_size=8, unique=True).map(sorted)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("47", "47"), ("47,0", "47"), ("1 234,5", "1234.5"), ("1\u00a0234\u202f567", "1234567"), ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"), ("−3", "-3"), ("0,50", "0.5"), ("-0", "0"), (" 12 ", "12"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_norwegians_write_them(written: str, number: str) -> None:
    assert check_value(NUMBER, written) == number


@pytest.mark.parametrize("written", ["", "ca 40", "12 34", "1.2.3", "4,", "femti", "1 2345", "1e5", "٣", "9" * 40])
def test_what_is_no_number_is_refused_with_what_to_write(written: str) -> None:
    assert number_of(written) is None
    with pytest.raises(StudyError, match="is no number; «inntekt» is written as 47 or 1 234,5"):
        check_value(NUMBER, written or "x")


@given(numbers)
def test_a_number_kept_and_shown_is_the_same_number(number: Decimal) -> None:
    for language in ("nb", "en"):
        assert number_of(shown(Type.NUMBER, kept_number(number), language)) == number


def test_days_in_both_forms() -> None:
    assert check_value(DAY, "31.3.2026") == check_value(DAY, "2026-03-31") == "2026-03-31"
    assert shown(Type.DATE, "2026-03-31", "nb") == "31.3.2026" and shown(Type.DATE, "2026-03-31", "en") == "2026-03-31"
    assert date_of("31.2.2026") is None
    with pytest.raises(StudyError, match="is no day"):
        check_value(DAY, "i fjor")


def test_a_category_has_its_values_and_no_others() -> None:
    assert check_value(HOME, " HYBEL ") == "hybel"
    with pytest.raises(StudyError, match=r"none of the values of «housing» \(hospits, hybel, egen bolig\)"):
        check_value(HOME, "telt")
    assert check_choices([" a ", "", "b", "A"]) == ("a", "b")
    with pytest.raises(StudyError, match="needs values"):
        check_choices(["", " "])
    with pytest.raises(StudyError, match="at most 200"):
        check_choices([str(one) for one in range(201)])


@given(st.lists(st.text("ab, ;", min_size=1, max_size=6), min_size=1, max_size=5))
def test_a_line_of_values_is_read_as_it_was_written(values: list[str]) -> None:
    try:
        choices = check_choices([one.replace(";", "") for one in values])
    except StudyError:
        return
    assert choices_read(choices_written(choices)) == choices


def test_what_nobody_defined_is_text() -> None:
    assert check_value(None, "  hva   som helst ") == "hva som helst"
    assert fits(None, "x") and not fits(AGE_BAND, "40-årene")
    assert check_name(" Antall  barn ") == "antall_barn"
    for bad in ("", " ", "x" * 61):
        with pytest.raises(StudyError):
            check_name(bad)


@given(cuts, numbers)
def test_every_number_falls_in_exactly_one_band(edges: list[Decimal], number: Decimal) -> None:
    bands = (Band("0", None), *(Band(str(at), edge) for at, edge in enumerate(edges, 1)))
    inside = [
        low.name
        for low, high in pairwise([*bands, Band("", Decimal("Infinity"))])
        if (low.low is None or low.low <= number) and (high.low is not None and number < high.low)
    ]
    assert [band_of(bands, number)] == inside
    assert bands_kept(kept_bands(bands)) == bands


@given(numbers)
def test_every_number_has_one_ten(number: Decimal) -> None:
    for language in ("nb", "en"):
        name = decade_of(number, language)
        low = decade_order(name)
        if number >= 20 or number < 0:
            assert low <= number < low + 10
        else:
            assert low == (0 if number < 13 else 10)


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=6, unique=True).map(sorted), st.integers(-600, 600))
def test_cuts_and_the_bands_they_make_are_written_and_read_alike(edges: list[int], number: int) -> None:
    made = parse_bands("; ".join(map(str, edges)))
    again = parse_bands(bands_written(made)) if edges[0] > 0 else made
    assert [one.low for one in made] == [None, *edges] and again == made
    assert band_of(made, Decimal(number)) == band_of(again, Decimal(number))


def test_bands_with_names_and_of_days() -> None:
    named = parse_bands("unge: <30; voksne: 30-44; eldre: 45+")
    assert [band_of(named, Decimal(one)) for one in ("29", "30", "44", "44.5", "45")] == [
        "unge", "voksne", "voksne", "voksne", "eldre"]  # fmt: skip
    assert [one.name for one in parse_bands("<30, 30–44, 45+")] == ["<30", "30–44", "45+"]
    days = parse_bands("<2020, 2020–2024, 2025+", days=True)
    assert [one.low for one in days] == [None, Decimal(20200101), Decimal(20250101)]
    assert parse_bands(bands_written(days, days=True), days=True) == days
    assert parse_bands("  ") == ()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("30–44, 45+", "leave out what is below «30–44»"), ("<30, 30–44", "leave out what is above"),
        ("<30, 31–44, 45+", "leave something out"), ("<30, 30–44, 44–50, 50+", None), ("<30, 25+", "overlap"),
        ("<50, 50–40, 41+", "ends before it begins"), ("unge; gamle", "is no band"), ("45, 30", "from small to large"),
        ("a: <30; a: 30+", "same name"), (f"{'x' * 70}: <30; 30+", "too long"),
    ],
)  # fmt: skip
def test_bands_that_leave_out_or_overlap_are_refused(written: str, why: str | None) -> None:
    if why is None:
        assert len(parse_bands(written)) == 4
        return
    with pytest.raises(StudyError, match=why):
        parse_bands(written)


def test_what_another_program_wrote_for_bands_is_refused() -> None:
    for kept in ('[["x", "a"]]', '[["1", "a"]]', '[[null, "a"], [null, "b"]]', "{}1"):
        with pytest.raises(ValueError, match=r".*"):
            bands_kept(kept)


def test_the_band_follows_what_it_is_reckoned_from() -> None:
    age = Definition(5, "g", "age", Type.NUMBER)
    known = Schema((), (age, AGE_BAND))
    assert known.completed({"age": "47"}, None, "nb") == {"age": "47", "age_band": "40-årene"}
    assert known.completed({"age": "51", "x": "y"}, None, "en") == {"age": "51", "age_band": "50s", "x": "y"}
    assert known.completed({"age": "ukjent"}, None, "nb") == {"age": "ukjent"}
    born = Definition(6, "g", "born", Type.DATE)
    of_days = Definition(7, "g", "cohort", Type.BAND, source="born")
    assert Schema((), (born, of_days)).completed({"born": "1978-02-01"}, None, "nb")["cohort"] == "1970-årene"


def test_values_stand_in_the_order_their_type_says() -> None:
    assert sorted(["egen bolig", "telt", "hospits"], key=lambda v: order_of(HOME, v)) == [
        "hospits", "egen bolig", "telt"]  # fmt: skip
    assert sorted(["100", "20", "3,5", "x"], key=lambda v: order_of(None, v)) == ["3,5", "20", "100", "x"]
    tens = ["60-årene", "tenårene", "100-årene", "barneårene", "20-årene"]
    assert sorted(tens, key=lambda v: order_of(AGE_BAND, v)) == [
        "barneårene", "tenårene", "20-årene", "60-årene", "100-årene"]  # fmt: skip
    own = Definition(8, "g", "b", Type.BAND, source="age", bands=parse_bands("young: <30; old: 30+"))
    assert sorted(["old", "young"], key=lambda v: order_of(own, v)) == ["young", "old"]


def test_types_are_guessed() -> None:
    assert guess(["47", "", "1 234,5"], 3) == (Type.NUMBER, ())
    assert guess(["31.3.2026", "2026-04-01"], 2) == (Type.DATE, ())
    assert guess(["ja", "nei", "ja", "Ja", "nei", "ja"], 6) == (Type.CATEGORY, ("ja", "nei"))
    assert guess(["ja", "nei"], 2) == (Type.TEXT, ()), "too few rows to tell"
    assert guess([f"v{one}" for one in range(20)], 20) == (Type.TEXT, ())
    assert guess(["", ""], 2) == (Type.TEXT, ())
