"""Numbers, addresses, dates and ages; and what must not be taken for one."""

from collections.abc import Callable, Iterator

import pytest

from workbench.shield.patterns import Found, codes, is_birth_number, spoken_numbers
from workbench.shield.times import age_in, ages, dates
from workbench.study.masking import EntityKind


def words(finder: Callable[[str], Iterator[Found]], text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder(text)]


@pytest.mark.parametrize(
    "number",
    [
        "44 07 31 62",
        "44073162",
        "440 73 162",
        "+47 440 73 162",
        "+4744073162",
        "4407 3162",
        "07700 900123",
        "004744073162",
    ],
)
def test_telephone_numbers(number: str) -> None:
    assert words(codes, f"Ring {number}, da.") == [number]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("148379 30007", "synthetic"), ("14837930007", "synthetic"), ("01 12 85 123 45", "mistyped"),
        ("014585 12345", r"month + 40"), ("511285 12345", "D-number"), ("1234 56 78903", "account"),
    ],
)  # fmt: skip
def test_eleven_digits(number: str, reason: str) -> None:
    found = list(codes(f"nummeret {number} sto der"))
    assert [one.kind for one in found] == [EntityKind.OTHER if reason == "account" else EntityKind.BIRTH_NUMBER]
    assert reason in found[0].reason


def test_checksum_of_birth_numbers() -> None:
    right = next(f"010190{serial:05}" for serial in range(10_000, 20_000) if is_birth_number(f"010190{serial:05}"))
    assert "right checksum" in next(codes(f"nr {right}.")).reason
    wrong = f"{right[:-1]}{(int(right[-1]) + 1) % 10}"
    assert "mistyped" in next(codes(f"nr {wrong}.")).reason


@pytest.mark.parametrize(
    "text",
    [
        "Enslig 87 89 86 85\nGift 13 11 14 15", "1948 personer", "rapport 2014:7 og § 3-1", "fra 2014 2015",
        "410 000 kroner", "12 345 678 kroner", "i 20159 var", "10 10 10 10", "3,5 prosent", "kl. 12.30", "P07, 12:31",
    ],
)  # fmt: skip
def test_numbers_that_name_nobody(text: str) -> None:
    assert words(codes, text) == []


def test_addresses_on_the_net() -> None:
    text = "Skriv til kari.n@enhet.no, eller se www.enhet.no/her. Ola krøllalfa post punktum no."
    assert words(codes, text) == ["kari.n@enhet.no", "Ola krøllalfa post punktum no", "www.enhet.no/her"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fire fire null sju tre en seks to", EntityKind.PHONE),
        ("førtifire null sju trettien sekstito", EntityKind.PHONE),
        ("four four oh seven three one six two", EntityKind.PHONE),
        ("en fire åtte tre sju ni tre null null null sju", EntityKind.BIRTH_NUMBER),
    ],
)
def test_numbers_read_aloud(text: str, kind: EntityKind) -> None:
    found = list(spoken_numbers(f"Jo, det er {text}, tror jeg."))
    assert [(one.kind, one.sure) for one in found] == [(kind, True)]


def test_counting_is_not_sure_and_few_numbers_are_none() -> None:
    assert [one.sure for one in spoken_numbers("en, to, tre, fire, fem, seks")] == [False]
    assert list(spoken_numbers("en to tre, og så gikk jeg")) == []


@pytest.mark.parametrize(
    "text",
    [
        "14. mars 2019", "14. mars", "mars 2019", "14/3", "14.03.2019", "2019-03-14", "niende mars", "attende august",
        "november to tusen og to", "høsten 2017", "femtende mars i fjor", "14 March 2019", "March 14", "the 3rd of May",
        "fourteenth of March", "født i 1974",
    ],
)  # fmt: skip
def test_dates(text: str) -> None:
    found = words(dates, f"Det var {text}, husker jeg.")
    assert text.removeprefix("the ") in found


@pytest.mark.parametrize(
    "text", ["i mars", "på tirsdag", "i 2019", "1/2000", "på første plass", "den andre gangen", "April"]
)
def test_months_years_and_weekdays_alone_are_no_dates(text: str) -> None:
    assert words(dates, f"Det var {text} jeg sa.") == []


@pytest.mark.parametrize(
    "text",
    [
        "14 år gammel", "fjorten år gammel", "ho er ni", "Han var tretti år", "sønnen min på femten", "gutt på 14",
        "40-åringen", "førtiåring", "jeg fylte femti", "aged 14", "14-year-old", "she was fourteen",
    ],
)  # fmt: skip
def test_ages(text: str) -> None:
    found = words(ages, f"Og {text}, altså.")
    assert any(text.endswith(one) or one == text for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "i fjorten år", "en to års periode", "for tretti år siden", "etter tolv år", "på femten minutter", "hver 14 år",
        "vi er tre stykker", "det er to", "jeg var 20 minutter for sen", "for fourteen years",
    ],
)  # fmt: skip
def test_lengths_of_time_are_no_ages(text: str) -> None:
    assert words(ages, f"Og så {text}.") == []


@pytest.mark.parametrize(
    ("text", "years"), [("ho er ni", 9), ("førtiåringen", 40), ("14-year-old", 14), ("sønnen på femtito", 52)]
)
def test_the_number_of_an_age(text: str, years: int) -> None:
    found = age_in(text)
    assert found is not None
    assert found[2] == years
