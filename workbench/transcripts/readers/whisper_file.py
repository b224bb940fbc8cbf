"""JSON of Whisper and its kin: Whisper, faster-whisper, WhisperX, whisper-timestamped, whisper.cpp, NB-Whisper.

All hold a list of stretches with times and text: `segments` (Whisper, WhisperX), `transcription` (whisper.cpp, times
in ms) or `chunks` (the pipeline NB-Whisper is mostly run by). How sure the recogniser was becomes doubts:

- a word with a probability below 0.5: the recogniser gave all other words together more weight than the one it wrote
- a word of WhisperX with a score below 0.3: the score says how well sound and letters fit, and lies lower throughout
- a whole stretch with an average log probability below -1, a probability of no speech above 0.6 or a compression
  ratio above 2.4: the limits at which Whisper itself takes a decoding for failed (`logprob_threshold`,
  `no_speech_threshold`, `compression_ratio_threshold` of its `transcribe`)
"""

import math

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Cleaner, Doubt, Draft, Line
from workbench.transcripts.readers import cues
from workbench.transcripts.readers.json_parts import Object, listed, load, many, milliseconds, one, real, words
from workbench.transcripts.readers.made_by import file_name

_LIMITS = dict.fromkeys(("probability", "confidence", "p"), cues.DOUBTFUL) | {"score": 0.3}
_OFFSETS = ("from", "to")
_LOGPROB, _NO_SPEECH, _COMPRESSION = -1.0, 0.6, 2.4
_MANY = "Stretches in which more than one voice was heard: {}; the whole stretch stands under the first named one."
_LOOPS = "Stretches in which the recogniser repeats itself: {}; compare with the recording."
_MORE = "The whole text in the file has words that its timed stretches have not; compare with the recording."


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the stretches, one line each, with speaker, times and doubts.

    Raises:
        TranscriptError: it is damaged, or is no JSON of a speech recogniser.
    """
    value = load(text, name)
    top = one(value)
    found = many(value) or _stretches(top)
    if not any("text" in stretch for stretch in found):
        raise TranscriptError(
            f"{name} is JSON, but not that of a speech recogniser; export the transcript as docx, txt or vtt."
        )
    draft = Draft("whisper", encoding, [], captions=True, facts=_facts(top, found))
    for stretch in found:
        draft.lines += _lines(stretch, clean)
    _warn(draft, top, found)
    return draft


def _stretches(top: Object) -> list[Object]:
    for key in ("segments", "transcription", "chunks"):
        if found := many(top.get(key)):
            return found
    return []


def _facts(top: Object, found: list[Object]) -> dict[str, str]:
    params, result = one(top.get("params")), one(top.get("result"))
    facts = {
        "engine": _engine(top, found),
        "model": words(top.get("model")) or file_name(words(params.get("model"))),
        "language": words(top.get("language")) or words(result.get("language")) or words(params.get("language")),
        "media": file_name(words(top.get("audio_path")) or words(top.get("file"))),
    }
    return {key: " ".join(value.split())[:200] for key, value in facts.items() if value.strip()}


def _engine(top: Object, found: list[Object]) -> str:
    if "transcription" in top:
        return "whisper.cpp"
    if "word_segments" in top or any("score" in word for stretch in found for word in many(stretch.get("words"))[:1]):
        return "WhisperX"
    return "Whisper"


def _lines(stretch: Object, clean: Cleaner) -> list[Line]:
    begin, end = _times(stretch)
    written = [line for line in clean(words(stretch.get("text"))).split("\n") if line.strip()]
    voice = " ".join(clean(words(stretch.get("speaker"))).split()) or None
    unsure = _stretch_doubt(stretch)
    tokens = [] if unsure is not None else _unsure_words(stretch)
    lines: list[Line] = []
    for raw in written:
        named, text = cues.spoken(raw.strip())
        doubts = (Doubt(0, len(text), unsure),) if unsure is not None else _placed(text, tokens)
        lines.append(Line(text, voice=voice or named, begin_ms=begin, end_ms=end, doubts=doubts))
    return [line for line in lines if line.text]


def _times(stretch: Object) -> tuple[int | None, int | None]:
    offsets, pair = one(stretch.get("offsets")), listed(stretch.get("timestamp"))
    if offsets:  # whisper.cpp counts milliseconds
        given = [number / 1000 if number is not None else None for number in map(real, map(offsets.get, _OFFSETS))]
    else:
        given = pair if len(pair) == 2 else [stretch.get("start"), stretch.get("end")]
    begin, end = map(milliseconds, given)
    return begin, end if begin is None or end is None else max(begin, end)


def _stretch_doubt(stretch: Object) -> int | None:
    """Return how sure the recogniser was of a whole stretch, in percent, when it was not."""
    logprob, silence = real(stretch.get("avg_logprob")), real(stretch.get("no_speech_prob"))
    compression = real(stretch.get("compression_ratio"))
    if silence is not None and silence > _NO_SPEECH:
        return round(100 * max(0.0, 1 - silence))
    if (logprob is not None and logprob < _LOGPROB) or (compression is not None and compression > _COMPRESSION):
        return round(100 * math.exp(min(0.0, logprob))) if logprob is not None else 0
    return None


def _unsure_words(stretch: Object) -> list[tuple[str, int | None]]:
    """Return every word with how sure it is in percent, None for sure ones; whisper.cpp gives tokens instead."""
    given = many(stretch.get("words")) or many(stretch.get("tokens"))
    written = "\n".join((words(word.get("word")) or words(word.get("text"))).replace("\n", " ") for word in given)
    clean = Cleaner()(written).split("\n")
    return [(text.strip(), _percent(word)) for text, word in zip(clean, given, strict=False)]


def _percent(word: Object) -> int | None:
    for key, limit in _LIMITS.items():
        sure = real(word.get(key))
        if sure is not None:
            return round(100 * max(0.0, sure)) if sure < limit else None
    return None


def _placed(text: str, tokens: list[tuple[str, int | None]]) -> tuple[Doubt, ...]:
    """Return the doubts at the places of the words, which stand in the text in their order."""
    doubts: list[Doubt] = []
    at = 0
    for written, sure in tokens:
        place = text.find(written, at) if written else -1
        if place < 0:
            continue
        at = place + len(written)
        if sure is not None:
            doubts.append(Doubt(place, at, sure))
    return tuple(doubts)


def _warn(draft: Draft, top: Object, found: list[Object]) -> None:
    mixed = sum(1 for stretch in found if len(_heard(stretch)) > 1)
    loops = sum(1 for stretch in found if (real(stretch.get("compression_ratio")) or 0) > _COMPRESSION)
    draft.warnings += [said.format(count) for said, count in ((_MANY, mixed), (_LOOPS, loops)) if count]
    whole = "".join(Cleaner()(words(top.get("text"))).split())
    parts = "".join("".join(line.text.split()) for line in draft.lines)
    if len(whole) > len(parts) and whole != parts:
        draft.warnings.append(_MORE)


def _heard(stretch: Object) -> set[str]:
    return {words(word.get("speaker")) for word in (stretch, *many(stretch.get("words")))} - {""}
