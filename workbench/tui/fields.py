"""Fields to write in: Textual's own draw what they hold as it is, so what they draw is made harmless here."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input, TextArea

from workbench.study.text import visible


def harmless(strip: Strip) -> Strip:
    """Return a strip without anything a terminal would act on."""
    if all(part.text.isprintable() for part in strip):
        return strip
    return Strip([Segment(visible(part.text), part.style) for part in strip]).crop(0, strip.cell_length)


class LineField(Input):
    """One line."""

    def on_mount(self) -> None:
        """Let nothing blink in calm mode."""
        self.cursor_blink = not self.app.has_class("-calm")  # pyright: ignore[reportUnknownMemberType]

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        return harmless(super().render_line(y))


class TextField(TextArea):
    """Several lines."""

    def on_mount(self) -> None:
        """Let nothing blink in calm mode."""
        self.cursor_blink = not self.app.has_class("-calm")  # pyright: ignore[reportUnknownMemberType]

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        return harmless(super().render_line(y))
