"""WebVTT captions as Teams (`<v Name>words</v>`), Zoom (`Name: words`), noScribe and speech recognition write them."""

import re

from workbench.transcripts.lines import Block, Cleaner, Draft, Line
from workbench.transcripts.readers import cues, made_by

# An arrow ends no tag: `<v ja -->` is words.
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?(?:[ \t]+([^>]{0,300}))?(?<!--)>")
_WORD_TIME = re.compile(r"<(?:\d+:)?\d{2}:\d{2}\.\d{3}>")
_TAGS = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang|v)(?:\.[^\s>]{0,80})?(?:\s[^>]{0,300})?(?<!--)>|" + _WORD_TIME.pattern)
_SIGNS = {
    "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "\u200e", "&rlm;": "\u200f", "&amp;": "&",
    "&quot;": '"', "&#39;": "'", "&#x27;": "'",
}  # fmt: skip
_SIGN = re.compile("|".join(_SIGNS))
_ROLLING = "The captions roll: each line is shown again above the next; it was read once (lines shown again: {})."
_STYLES = "Blocks that say how the captions look, and were left out: {}."


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the captions, one line each, with speaker and times.

    The title after WEBVTT is a title; comments (NOTE), names of cues and words before the first cue are notes. A
    comment `Confidence: 0.4` is a doubt about the cue below; what comments say of engine, language and media are facts.

    Raises:
        TranscriptError: a time line cannot be read, or there are no captions.
    """
    lines = clean(text).split("\n")
    draft = Draft("vtt", encoding, [], captions=True)
    if lines and lines[0].lstrip().startswith("WEBVTT"):
        title = lines[0].lstrip().removeprefix("WEBVTT").strip(" \t-")
        lines[0] = ""
        if title:
            draft.lines.append(Line(_plain(title), block=Block.TITLE))
    found = cues.cut(_without_header(lines, draft), name, comments=True)
    draft.lines += [cues.note(_plain(line)) for line in found.before]
    ordered = cues.in_order(found.cues, draft.warnings)
    if repeated := _unroll(ordered):
        draft.warnings.append(_ROLLING.format(repeated))
    for cue in ordered:
        _notes(cue.notes, draft)
        draft.lines += _lines(cue)
    _notes(found.notes, draft)
    if found.styles:
        draft.warnings.append(_STYLES.format(found.styles))
    return draft


def _unroll(ordered: list[cues.Cue]) -> int:
    """Take out the lines that rolling captions, as YouTube makes them, show again; return how many there were.

    Only where words have times of their own, as they have in captions that roll: else somebody may have said it twice.
    """
    if sum(1 for cue in ordered if any(_WORD_TIME.search(text) for text in cue.texts)) * 4 < len(ordered):
        return 0
    repeated = 0
    shown: list[str] = []
    for cue in ordered:
        texts = [(text, _plain(text).strip()) for text in cue.texts]
        texts = [(written, said) for written, said in texts if said]
        again = 0
        while again < len(texts) and not _WORD_TIME.search(texts[again][0]) and texts[again][1] in shown:
            again += 1
        repeated += again
        cue.texts = [written for written, _ in texts[again:]]
        shown = [said for _, said in texts] or shown
    return repeated


def _without_header(lines: list[str], draft: Draft) -> list[str]:
    """Take the header's fields (`Kind: captions`, `Language: nb`), which stand right below WEBVTT, as facts."""
    if lines[0]:
        return lines
    at = 1
    while at < len(lines) and (field := re.fullmatch(r"(Kind|Language|Created|X-[\w-]+)[:=]\s*(.{1,200})", lines[at])):
        if field[1] == "Language":
            draft.facts["language"] = field[2].strip()
        at += 1
    return ["", *lines[at:]]


def _notes(notes: list[str], draft: Draft) -> None:
    for written in notes:
        line = _plain(written).strip()
        if not made_by.take(line, draft.facts):
            draft.lines.append(cues.note(line))


def _lines(cue: cues.Cue) -> list[Line]:
    """Return a line for each voice of a cue, or for each written line when no voice is named."""
    text = "\n".join(cue.texts)
    parts = _VOICE.split(text) if "<v" in text else [text]
    found: list[Line] = []
    last: str | None = None
    for part in parts[0].split("\n"):
        voice, said = cues.spoken(_plain(part).strip())
        last = voice = voice or (None if said[:1] in "-–" else last)
        found.append(_line(said, voice, cue))
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        said = " ".join(_plain(words).split("\n"))
        found.append(_line(said, " ".join(_plain(name or "").split()) or None, cue))
    return [line for line in found if line.text.strip()]


def _line(text: str, voice: str | None, cue: cues.Cue) -> Line:
    return Line(text, voice=voice, begin_ms=cue.begin_ms, end_ms=cue.end_ms, doubts=cues.doubt(text, cue.sure))


def _plain(marked: str) -> str:
    if "<" in marked:
        marked = _TAGS.sub("", marked)
    return _SIGN.sub(lambda hit: _SIGNS[hit.group()], marked) if "&" in marked else marked
