"""The definition fields of a code as one text, for formats that have a single description.

The brief definition comes first, then paragraphs headed `Full definition:`, `When to use:`, `When not to use:`,
`Example:` and `Counter-example:`, each heading on a line of its own after a blank line. A line of the researcher's own
that reads like a heading gets a backslash in front, which reading takes away again.
"""

import re
from collections.abc import Mapping

LABELS = {
    "definition": "Full definition:", "when": "When to use:", "when_not": "When not to use:", "example": "Example:",
    "counter_example": "Counter-example:",
}  # fmt: skip
_FIELDS = {label: name for name, label in LABELS.items()}
_ANY = "|".join(re.escape(label) for label in LABELS.values())
_HEADING = re.compile(rf"(?:\A|\n\n)({_ANY})\n")
_TO_GUARD = re.compile(rf"^(\\*(?:{_ANY}))$", re.MULTILINE)
_GUARDED = re.compile(rf"^\\(\\*(?:{_ANY}))$", re.MULTILINE)


def compose(texts: Mapping[str, str]) -> str:
    """Return the description of stripped `texts` (brief, definition, when, when_not, example, counter_example)."""
    parts = [_guard(texts["brief"])] if texts.get("brief") else []
    parts += [f"{label}\n{_guard(texts[name])}" for name, label in LABELS.items() if texts.get(name)]
    return "\n\n".join(parts)


def parse(description: str) -> dict[str, str]:
    """Return the fields of a description; all of it is the brief one when headings repeat or are out of order."""
    text = "\n".join(line.rstrip() if line.strip() in _FIELDS else line for line in description.split("\n")).strip()
    pieces = _HEADING.split(text)
    fields = [_FIELDS[label] for label in pieces[1::2]]
    if fields != [name for name in LABELS if name in fields]:
        return {"brief": text}
    texts = dict(zip(["brief", *fields], [pieces[0], *pieces[2::2]], strict=True))
    return {name: _GUARDED.sub(r"\1", words).strip() for name, words in texts.items() if words.strip()}


def _guard(words: str) -> str:
    return _TO_GUARD.sub(r"\\\1", words)
