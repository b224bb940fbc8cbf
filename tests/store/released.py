"""Study files of released workbenches: unpacked, and what a researcher saw in them when they were made."""

import dataclasses
import json
import lzma
from collections.abc import Collection, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from workbench.acts import history
from workbench.store import engine
from workbench.store.lookups import (
    codes,
    codings,
    counts,
    entities,
    memos,
    people,
    quotes,
    reviews,
    searches,
    sessions,
    speakers,
    theme_maps,
    themes,
    transcripts,
)
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span

RELEASED = sorted((Path(__file__).parent / "released").glob("*.workbench.xz"))


def unpack(file: Path, folder: Path) -> Path:
    """Put a released study into `folder` (made when missing) and return its path."""
    folder.mkdir(exist_ok=True)
    path = folder / FILE_NAME
    path.write_bytes(lzma.decompress(file.read_bytes()))
    return path


def kept(file: Path) -> dict[str, Any]:
    """Return what was seen in a released study."""
    return json.loads(file.with_name(file.name.replace(".workbench.xz", ".json")).read_text(encoding="utf-8"))


def format_of(path: Path) -> int:
    """Return the format a file says it has."""
    connection = engine.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def seen(study: StudyFile) -> dict[str, Any]:
    """Return what a researcher sees in a study, as JSON."""
    cards = sorted(transcripts.cards(study), key=lambda one: one.id)
    found = {
        "cards": transcripts.cards(study),
        "coders": people.coders(study),
        "codes": list(codes.codebook(study)),
        "counts": counts.counts(study),
        "desk": study.desk("coding"),
        "entities": entities.entities(study),
        "exceptions": sorted(entities.exceptions(study)),
        "history": history.lines(study),
        "memos": memos.memos(study, memos.MemoFilter()),
        "passages": codings.passages(study),
        "people": people.participants(study),
        "quotes": quotes.quotes(study),
        "maps": theme_maps.maps(study),
        "reviews": reviews.reviews(study),
        "searches": searches.saved(study),
        "sessions": sessions.sessions(study),
        "speakers": speakers.speakers(study),
        "rejected": sorted(one for card in cards for one in codings.rejected(study, card.id)),
        "themes": themes.themes(study),
        "transcripts": [transcripts.load(study, card.id) for card in cards],
        "use": codes.use(study),
    }
    return json.loads(json.dumps({name: _plain(value) for name, value in found.items()}))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value) if one.repr}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(one) for one in value)
    if isinstance(value, Collection) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value


def missing(expected: Any, found: Any, where: str = "") -> list[str]:
    """Return where `found` differs from what was `expected`; fields that came later do not count."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [
            line
            for name, value in expected.items()
            for line in missing(value, found.get(name, "nothing"), f"{where}.{name}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            line
            for at, (one, other) in enumerate(zip(expected, found, strict=True))
            for line in missing(one, other, f"{where}[{at}]")
        ]
    return [] if expected == found else [f"{where}: {found!r}, not {expected!r}"]
