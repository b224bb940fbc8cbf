"""Modules that are imported when first used, so that the first paint does not wait for them."""

import importlib
from typing import Any

_waiting: list["_Later"] = []


class _Later:
    def __init__(self, name: str) -> None:
        self._name = name
        _waiting.append(self)

    def __getattr__(self, attribute: str) -> Any:
        return getattr(importlib.import_module(self._name), attribute)


def later(*names: str) -> Any:
    """Return stand-ins for modules (one, or a tuple), imported at the first use of any of their names."""
    made = tuple(_Later(name) for name in names)
    return made[0] if len(made) == 1 else made


def fetch() -> None:
    """Import what still waits; called when the screen is idle, so that no key press pays for it."""
    for one in _waiting:
        importlib.import_module(one._name)  # pyright: ignore[reportPrivateUsage]
    _waiting.clear()
