"""The transcriber's notes in brackets: (ler), [uklart], (pause 3 sek), [00:12:31]."""

import re

from workbench.study.spans import Span

# Speech has no round brackets, so a short one is a note. A square one may be a replacement for a name
# ([søsteren]), which carries meaning and stays: only known note words, times and signs are notes there.
_ROUND = re.compile(r"\([^()\n]{0,40}\)")
_SQUARE = re.compile(r"\[([^\[\]\n]{0,60})\]")
_NOTE_WORD = re.compile(
    r"(?:u(?:klar|tydelig|hørbar|forståelig)\w*|ler\b|le\b|latter|lett(?:er)? latter|humrer|smiler|fniser|gråt\w*|pause"
    r"|stille\b|stillhet|hoste\w*|sukk\w*|kremt\w*|puster|avbrutt|avbryt\w*|snakker samtidig|i munnen på|opptak\w*"
    r"|lyd\w*|telefon\w* ring\w*|inaudible|unclear|unintelligible|indistinct|laugh\w*|chuckl\w*|smil(?:es|ing)|cry\w*"
    r"|cries|sob\w*|silence|silent|cough\w*|sigh\w*|sniff\w*|crosstalk|overlap\w*|interrupt\w*|phone ring\w*"
    r"|recording|background|sic\b)",
    re.IGNORECASE,
)


def notes(text: str) -> list[Span]:
    """Return the spans of the transcriber's notes, brackets included, in order."""
    found = [Span(*hit.span()) for hit in _ROUND.finditer(text)]
    found += [Span(*hit.span()) for hit in _SQUARE.finditer(text) if _is_note(hit.group(1).strip())]
    return sorted(found)


def _is_note(inside: str) -> bool:
    return not any(sign.isalpha() for sign in inside) or _NOTE_WORD.match(inside) is not None


def blanked(text: str) -> str:
    """Return `text` with every note overwritten by blanks: same length, so positions hold."""
    parts: list[str] = []
    at = 0
    for note in notes(text):
        if note.start >= at:
            parts += (text[at : note.start], " " * len(note))
            at = note.end
    return "".join((*parts, text[at:]))
