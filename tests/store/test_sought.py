"""Many strings looked for in the bytes of a file at once, however they are written there."""

import json
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store.erasing import sought as module
from workbench.store.erasing.sought import Sought


@pytest.fixture(params=[1 << 20, 8], ids=["one by one", "all at once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SMALL", request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "data",
    [
        "Hun heter Øygunn.".encode(), "ØYGUNN".encode(), "før øygunns hus".encode(), "før Øygunn".encode("utf-16-le"),
        "før Øygunn etter".encode("utf-16-be"), "Øygunn".encode("utf-16"), json.dumps({"a": "Øygunn"}).encode(),
        b'{"a": "\\u00D8YGUNN"}', b'"\\n\\u00d8ygunn"', b'"\\u2014\\u00d8ygunn\\n"',
        unicodedata.normalize("NFD", "Øygunn på Åsen").encode(), b"x" * 5000 + " Øygunn ".encode() + b"y" * 70,
    ],
)  # fmt: skip
def test_however_it_is_written(data: bytes) -> None:
    assert Sought(["Øygunn"]).found(data) == (Counter({0: 1}), Counter({0: 1}))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("data", [b"nothing", b"", b"\0" * 50, "Øygun".encode(), b"\xff\xfe\x80" * 9])
def test_what_is_not_there(data: bytes) -> None:
    assert Sought(["Øygunn", "P07", "Kari Ås"]).found(data) == (Counter(), Counter())


@pytest.mark.usefixtures("way")
def test_a_part_of_a_longer_word_is_told_apart() -> None:
    one = Sought(["P07", "Kari Ås", "gro"])
    parts, alone = one.found("XP07 P070 P07, Kari Ås-Lund, kari åsen; Gros grovt \\u00e5gro".encode())
    assert parts == {0: 3, 1: 2, 2: 3} and alone == {0: 1, 1: 1, 2: 1}
    wide = "xP07 P07 P07b".encode("utf-16-le")
    assert one.found(wide) == ({0: 3}, {0: 1})


@given(
    strings=st.lists(st.text(st.sampled_from("abåØ7 -"), min_size=2, max_size=6), min_size=1, max_size=5),
    pieces=st.lists(st.text(st.sampled_from("abåØ7 -\n"), max_size=9), max_size=12),
)
def test_both_ways_find_what_a_plain_search_finds(strings: list[str], pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    found: list[tuple[Counter[int], Counter[int]]] = []
    kept = module._SMALL, module._CHUNK
    for small, chunk in ((1 << 20, 1 << 25), (8, 1 << 25), (8, 16)):
        module._SMALL, module._CHUNK = small, chunk
        found.append(Sought(strings).found(data))
    module._SMALL, module._CHUNK = kept
    assert found[0] == found[1] == found[2]
    low = data.lower()
    for place, string in enumerate(strings):
        assert (string.encode().lower() in low) <= bool(found[0][0][place])
