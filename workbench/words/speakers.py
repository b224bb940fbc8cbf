"""What the speaker of a turn is called on the screen."""

from workbench.words import has, say

_NOT_DATA = "not data"


def speaker_label(label: str, role: str) -> str:
    """Return a speaker's label; of what is no data, which kind of block it is, in the language of the interface."""
    if role == _NOT_DATA and has(f"block.{label}"):
        return say(f"block.{label}")
    return label or (say("role.not data") if role == _NOT_DATA else say("transcripts.no_label"))


def shown_speaker(label: str, role: str) -> str:
    """Return what stands beside a turn; nothing where nobody is named."""
    return speaker_label(label, role) if label or role == _NOT_DATA else ""
