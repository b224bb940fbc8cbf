"""What a file says of its own making: engine, model, language, media, day."""

import re

_NOSCRIBE = re.compile(r"Transcribed with noScribe(?: vers\. ?(\S{1,20}))?")
_MEDIA = re.compile(r"(?:Audio file|media|Lydfil|Opptak): ?(.{1,1000})")
_SETTINGS = re.compile(r"\(Language: ([^|]{1,60})\|.{0,1000}\)")
# Microsoft Stream and recognisers write these as comments of their own.
_FIELD = re.compile(r"(language|duration|model|engine|created|date) ?: ?\"?(.{1,200}?)\"?", re.IGNORECASE)
_AS = {"language": "language", "model": "model", "engine": "engine", "created": "made", "date": "made"}


def take(line: str, facts: dict[str, str]) -> bool:
    """Put what a comment line says in `facts`; return whether all of it is said there, so that it is no note.

    noScribe's lines stay notes: they hold settings that a reader of the transcript may want to see.
    """
    noscribe = _NOSCRIBE.search(line)
    if noscribe:
        facts.setdefault("engine", f"noScribe {noscribe[1] or ''}".strip())
        return False
    media = _MEDIA.fullmatch(line)
    if media:
        facts.setdefault("media", file_name(media[1]))
        return False
    settings = _SETTINGS.fullmatch(line)
    if settings:
        facts.setdefault("language", settings[1].strip())
        return False
    field = _FIELD.fullmatch(line)
    if field is None:
        return False
    kind = field[1].lower()
    if kind in _AS:
        facts.setdefault(_AS[kind], field[2])
    return True


def file_name(path: str) -> str:
    """Return the name at the end of a path or address, of either system."""
    return re.split(r"[/\\]", path.strip())[-1]
