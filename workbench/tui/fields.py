"""Fields to write in: Textual's own draw what they hold as it is, so what they draw is made harmless here."""

from typing import cast

from rich.segment import Segment
from textual import events
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea

from workbench.study.text import visible
from workbench.tui.clearing import ClearingRedo


def harmless(strip: Strip) -> Strip:
    """Return a strip without anything a terminal would act on."""
    if all(part.text.isprintable() for part in strip):
        return strip
    return Strip([Segment(visible(part.text), part.style) for part in strip]).crop(0, strip.cell_length)


# So long after a question was answered its field hands keys on to where they are meant for.
_HANDED_SECONDS = 1.0


class Asked(Vertical):
    """A question with a field: what is typed behind the answer is not the answer's."""

    _closed_at = 0.0

    def sends(self, key: str) -> bool:
        """Answer, if this key does; tell whether it did."""
        return False

    def close(self) -> None:
        """Hide; what is still on its way to the field is for what lies below."""
        self.display = False
        self._closed_at = Message().time

    def handed_on(self, event: events.Key) -> bool:
        """Hand a key that came after the answer to whoever has the keys now; tell whether it was one."""
        if self.display or event.time - self._closed_at > _HANDED_SECONDS:
            return False
        self.app.post_message(event.copy())  # pyright: ignore[reportUnknownMemberType]
        return True


def not_for(field: Input | TextArea, event: events.Key) -> bool:
    """Tell whether a key is none for this field: a question came before it, it answers, or the answer was given."""
    room, asked = cast("object", field.screen), field.parent
    taken = isinstance(room, ClearingRedo) and room.keeps_back(event)
    if not taken and isinstance(asked, Asked):
        taken = asked.handed_on(event) or asked.sends(event.key)
    if taken:
        event.stop()
        event.prevent_default()
    return taken


class LineField(Input):
    """One line."""

    def on_mount(self) -> None:
        """Let nothing blink in calm mode."""
        self.cursor_blink = not self.app.has_class("-calm")  # pyright: ignore[reportUnknownMemberType]

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        return harmless(super().render_line(y))

    async def _on_key(self, event: events.Key) -> None:
        if not_for(self, event):
            return
        await super()._on_key(event)


class TextField(TextArea):
    """Several lines."""

    def on_mount(self) -> None:
        """Let nothing blink in calm mode."""
        self.cursor_blink = not self.app.has_class("-calm")  # pyright: ignore[reportUnknownMemberType]

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        return harmless(super().render_line(y))

    async def _on_key(self, event: events.Key) -> None:
        if not_for(self, event):
            return
        await super()._on_key(event)
