"""The texts of the first frame are those of the catalogue."""

from workbench.words import say, use
from workbench.words.catalogue import CATALOGUE
from workbench.words.first import FIRST


def test_first_texts_are_those_of_the_catalogue() -> None:
    assert all(CATALOGUE[key] == texts for key, texts in FIRST.items())


def test_any_other_text_is_read_when_it_is_asked_for() -> None:
    use("en")
    key = next(key for key, (text, _) in CATALOGUE.items() if key not in FIRST and "{" not in text)
    assert say(key) == CATALOGUE[key][0]
