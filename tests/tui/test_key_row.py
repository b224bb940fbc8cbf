"""On 80 columns the key row still says how the work of a room is done."""

import pytest

from workbench import commands
from workbench.tui.key_row import key_parts
from workbench.words import use


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    ("room", "states", "keys"),
    [
        ("coding", "item text codes", "c x m a i"),
        ("coding", "item text codes coding", "c x m q"),
        ("coding", "item text codes selection armed", "enter c"),
        ("coding", "item text reading", "x m ) Z"),
        ("coding", "suggestions", "a x"),
        ("codebook", "item", "a e p M"),
        ("themes", "item", "a e c q"),
        ("quotes", "item", "x i w"),
        ("quotes", "text editing", "x v enter"),
        ("anonymise", "item", "a e y x"),
    ],
)
def test_the_keys_most_wanted_fit(room: str, states: str, keys: str, language: str) -> None:
    use(language)
    try:
        shown = key_parts(commands.footer(room, frozenset(states.split())), 78)
    finally:
        use("en")
    found = [text for text, look in shown if look == "key"]
    assert found[: len(keys.split())] == keys.split()
    assert "?" in found and "^p" in found
    assert sum(len(text) for text, _ in shown) <= 79
