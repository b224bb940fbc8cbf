"""The assist: codes suggested for a passage, offline, with reasons; never applied without a key press.

Importing this room loads the standard library and the study only; numbers are loaded when a model is made.
"""

from workbench.assist.from_study import is_on, material, material_json, suggest_for
from workbench.assist.measure import LeftOut, leave_one_out
from workbench.assist.model import CodePrototypes
from workbench.assist.terms import (
    CodeText,
    Example,
    Level,
    Material,
    Place,
    Reason,
    Rejection,
    Suggestion,
    SuggestionList,
    Verdict,
)

__all__ = [
    "CodePrototypes", "CodeText", "Example", "LeftOut", "Level", "Material", "Place", "Reason", "Rejection",
    "Suggestion", "SuggestionList", "Verdict", "is_on", "leave_one_out", "material", "material_json",
    "suggest_for",
]  # fmt: skip
