"""What a command is, and a short way to write one down."""

from dataclasses import dataclass

from workbench.words import say

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `rooms` are the screens where `keys` work; `when` names states of the screen that must hold (see each
    screen's `states`); `line` is the command-line form after `workbench`; `footer` says it is worth a place there.
    """

    id: str
    rooms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    footer: bool = False
    line: str = ""

    @property
    def title(self) -> str:
        """A word or two, for footer and palette."""
        return say(f"command.{self.id}")

    @property
    def help(self) -> str:
        """A sentence, for the key guide, `--help` and the docs."""
        return say(f"command.{self.id}.help")


def row(
    command_id: str, rooms: str = "", keys: str = "", when: str = "", footer: bool = False, line: str = ""
) -> Command:
    """Return a command; rooms, keys and states are written with blanks between."""
    return Command(command_id, tuple(rooms.split()), tuple(keys.split()), tuple(when.split()), footer, line)
