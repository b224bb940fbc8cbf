"""The shield: finding names, hiding them in what leaves the study, and the gate that stops what slipped through."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.shield.gate import Leak, OutgoingPart, check, guard
    from workbench.shield.masks import Mention, Shield, masks_for, mentions
    from workbench.shield.replacements import suggest_replacement
    from workbench.shield.scan import ScanReport, scan_texts

# `workbench.shield.scan` stays the module; its function is `workbench.shield.scan.scan`.
_HOMES = {
    "Leak": "gate", "OutgoingPart": "gate", "check": "gate", "guard": "gate", "Mention": "masks", "Shield": "masks",
    "masks_for": "masks", "mentions": "masks", "suggest_replacement": "replacements", "ScanReport": "scan",
    "scan_texts": "scan",
}  # fmt: skip

__all__ = [
    "Leak",
    "Mention",
    "OutgoingPart",
    "ScanReport",
    "Shield",
    "check",
    "guard",
    "masks_for",
    "mentions",
    "scan_texts",
    "suggest_replacement",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: the patterns take a moment to compile."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
