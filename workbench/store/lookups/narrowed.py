"""A filter on codings as SQL."""

import json

from workbench.study.coding_filter import CodingFilter

# A transcript taken out keeps its codings, for undo; few are, so the list of them is the short one.
LIVING = "c.deleted = 0 AND c.transcript_id NOT IN (SELECT id FROM transcript WHERE deleted = 1)"
SPEAKER = "coalesce(c.speaker_id, -c.transcript_id)"
_IN = "{column} IN (SELECT value FROM json_each(:{name}))"
_LISTS = {
    "coders": "c.coder_id", "transcripts": "c.transcript_id", "levels": "c.level", "stances": "c.stance",
    "rounds": "c.round", "speakers": SPEAKER,
}  # fmt: skip
_OF_SPEAKER = "EXISTS (SELECT 1 FROM speaker s WHERE s.id = c.speaker_id AND {condition})"
_KNOWN = (
    "EXISTS (SELECT 1 FROM speaker s JOIN participant p ON p.id = s.participant_id AND p.deleted = 0 "
    "JOIN attribute a ON a.participant_id = p.id AND a.deleted = 0 "
    "WHERE s.id = c.speaker_id AND a.name = :name{at}{condition})"
)


def conditions(narrow: CodingFilter) -> tuple[str, dict[str, object]]:
    """Return what is added to `WHERE …` on a coding `c`, beginning with AND (or empty), and the values in it."""
    found: list[str] = []
    values: dict[str, object] = {}
    for name, column in _LISTS.items():
        wanted = getattr(narrow, name)
        if wanted or (name == "speakers" and wanted is not None):
            found.append(_IN.format(column=column, name=name))
            values[name] = json.dumps(list(wanted))
    for name, column in (("participants", "s.participant_id"), ("roles", "s.role")):
        wanted = getattr(narrow, name)
        if wanted:
            found.append(_OF_SPEAKER.format(condition=_IN.format(column=column, name=name)))
            values[name] = json.dumps(list(wanted))
    if narrow.without:
        said = _OF_SPEAKER.format(condition=_IN.format(column="s.participant_id", name="without"))
        found.append(f"NOT {said}")
        values["without"] = json.dumps(list(narrow.without))
    for name, sign in (("since", ">="), ("until", "<")):
        if getattr(narrow, name):
            found.append(f"c.created {sign} :{name}")
            values[name] = getattr(narrow, name)
    for at, name in enumerate(dict.fromkeys(name for name, _ in narrow.attributes)):
        asked = [value for one, value in narrow.attributes if one == name]
        found.append(_attribute(at, asked))
        values |= {f"name{at}": name, f"values{at}": json.dumps([value for value in asked if value])}
    return "".join(f" AND {one}" for one in found), values


def _attribute(at: int, asked: list[str]) -> str:
    has = _KNOWN.format(at=at, condition=f" AND a.value IN (SELECT value FROM json_each(:values{at}))")
    if "" not in asked:
        return has
    return f"({has} OR NOT {_KNOWN.format(at=at, condition='')})"
