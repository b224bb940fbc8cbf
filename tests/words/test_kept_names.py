"""In Norwegian a name that stays as it is is kept (behold); what is written is saved (lagre)."""

from workbench import words
from workbench.words import say
from workbench.words.history import value_name


def test_a_name_that_is_kept_is_not_saved() -> None:
    words.use("nb")
    try:
        assert value_name("keep") == "behold"
        assert say("command.anonymise.keep") == "Behold"
    finally:
        words.use("en")
