"""Moving in lists and text panes, alike in every room."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.ledger import Ledger, TextPane


class ListMoves:
    """Commands `list.…`; they move the pane that has the keys."""

    if TYPE_CHECKING:
        # Given by the room.
        def pane(self) -> "Ledger | TextPane | None":
            """Return the list or text pane that has the keys."""
            ...

    def do_list_down(self) -> None:
        """Move down."""
        if pane := self.pane():
            pane.move(1)

    def do_list_up(self) -> None:
        """Move up."""
        if pane := self.pane():
            pane.move(-1)

    def do_list_page_down(self) -> None:
        """Move a screenful down."""
        if pane := self.pane():
            pane.page(1)

    def do_list_page_up(self) -> None:
        """Move a screenful up."""
        if pane := self.pane():
            pane.page(-1)

    def do_list_first(self) -> None:
        """Move to the first item."""
        if pane := self.pane():
            pane.go(0)

    def do_list_last(self) -> None:
        """Move to the last item."""
        if pane := self.pane():
            pane.go(-1, -1)
