"""Plain signs in the place of lines and boxes, for braille and for speech: one sign for one sign."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# What tells something keeps a sign of its own; what only frames becomes a blank.
_TOLD = {
    "┏": "/", "┗": "\\", "┃": "|", "╺": "-", "┋": ":", "▌": ">", "▍": "*", "▎": "*", "▸": ">", "▾": "v", "▴": "^",
    "◂": "<", "●": "o", "○": ".", "◐": "o", "·": ".", "❞": "\"", "★": "*", "☆": ".", "↺": "<", "→": ">", "←": "<",
    "↑": "^", "↓": "v", "…": ".", "✓": "x", "✗": "-", "–": "-", "—": "-", "−": "-", "⇄": "=", "╎": ":",
    "✎": "n", "•": "o", "╷": ",", "┊": ":", "╵": "'", "╌": "~",
}  # fmt: skip
_BLANK = "─│┌┐└┘├┤┬┴┼━┓┛┣┫╋╭╮╯╰║═▕▔▁"
_BLOCKS = {**dict.fromkeys("█▉▊▋▓▇▆", "#"), **dict.fromkeys("▏▂▃▄▅▀▐▒░", "."), "◼": "#", "◻": "."}
PLAIN = str.maketrans({**dict.fromkeys(_BLANK, " "), **_BLOCKS, **_TOLD})


class PlainSigns(LineFilter):
    """Draws every row of the screen with plain signs."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their signs replaced."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(PLAIN), segment.style, segment.control)
            for segment in segments
        ]
