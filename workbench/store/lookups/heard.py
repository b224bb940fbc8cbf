"""What the echo hears and tells of: the words of participants turn by turn, and the codes on passages."""

import json
from collections.abc import Collection, Iterator, Sequence

from workbench.store.study_file import StudyFile

_HEARD = """
s.role <> 'not data' AND (s.role IN ('participant', 'unknown') OR s.participant_id IS NOT NULL)
AND coalesce(s.participant_id, 0) NOT IN (SELECT value FROM json_each(:without))
"""
_TURNS = f"""
SELECT u.number, u.start, u."end" FROM turn u JOIN speaker s ON s.id = u.speaker_id
WHERE u.revision_id = :text AND {_HEARD} AND u.number > :after ORDER BY u.number LIMIT :most
"""
_LENGTH = f"""
SELECT coalesce(sum(u."end" - u.start), 0) FROM transcript t JOIN turn u ON u.revision_id = t.revision_id
JOIN speaker s ON s.id = u.speaker_id WHERE t.deleted = 0 AND {_HEARD}
"""
_CODES = """
SELECT DISTINCT p.key AS place, c.code_id FROM json_each(:places) p JOIN coding c
  ON c.transcript_id = json_extract(p.value, '$[0]') AND c.start < json_extract(p.value, '$[2]')
  AND c."end" > json_extract(p.value, '$[1]')
WHERE c.deleted = 0 AND c.coder_id = :coder ORDER BY c.code_id
"""


def pieces(
    study: StudyFile, transcript_id: int, without: Collection[int] = (), most: int = 200
) -> Iterator[list[tuple[int, int, str]]]:
    """Yield (number, start, words) of the turns participants say in a living transcript, by place, `most` at a time.

    The last piece is a shorter one, perhaps an empty one. What the people of the ids `without` say is left out; a
    transcript that is gone has no turns.
    """
    found = study.rows(
        "SELECT t.revision_id, x.body FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id "
        "WHERE t.id = ? AND t.deleted = 0",
        (transcript_id,),
    )
    body, after, full = str(found[0]["body"]) if found else "", -1, bool(found)
    while full:
        asked = {"text": found[0]["revision_id"], "without": json.dumps(sorted(without)), "after": after, "most": most}
        rows = study.rows(_TURNS, asked)
        full = len(rows) == most
        after = rows[-1][0] if rows else after
        yield [(row[0], row[1], body[row[1] : row[2]]) for row in rows]
    if not found:
        yield []


def length(study: StudyFile, without: Collection[int] = ()) -> int:
    """Return how many characters participants say in the study; what the people of the ids `without` say not."""
    return int(study.value(_LENGTH, {"without": json.dumps(sorted(without))}))


def codes_on(study: StudyFile, places: Sequence[tuple[int, int, int]], coder_id: int) -> list[list[int]]:
    """Return for each place (transcript id, start, end) the ids of the codes a coder has put on words of it."""
    result: list[list[int]] = [[] for _ in places]
    for row in study.rows(_CODES, {"places": json.dumps([list(one) for one in places]), "coder": coder_id}):
        result[int(row["place"])].append(row["code_id"])
    return result
