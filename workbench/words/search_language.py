"""The search language by example, in the language of the screen."""

from workbench.words import say

_GROUPS = {
    "words": ("word", "exact", "phrase", "star", "and", "or", "not", "brackets", "near", "regex"),
    "filters": ("who", "speaker", "in", "code", "theme", "coder", "is", "date", "attribute"),
}


def explained() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return headings, each with what can be typed and what that finds."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for group, names in _GROUPS.items():
        pairs = [say(f"search.guide.{group}.{name}").partition(" | ") for name in names]
        found.append((say(f"search.guide.{group}"), [(example, finds) for example, _, finds in pairs]))
    return found
