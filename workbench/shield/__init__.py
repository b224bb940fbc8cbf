"""The shield: finding names, hiding them in what leaves the study, and the gate that stops what slipped through."""

from workbench.shield.gate import Leak, OutgoingPart, check, guard
from workbench.shield.masks import Mention, Shield, masks_for, mentions

__all__ = ["Leak", "Mention", "OutgoingPart", "Shield", "check", "guard", "masks_for", "mentions"]
