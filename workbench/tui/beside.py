"""The side pane on narrow screens: tab shows it instead of the list, and back."""

from workbench.tui.form import Forming


class Beside(Forming):
    """A room with a list in a container `.beside` and a pane `.side` that folds away on narrow screens."""

    @property
    def side_shown(self) -> bool:
        """Whether the side pane stands in the list's place."""
        return self.has_class("narrow") and self.query_one(".side").has_class("pinned")

    def show_side(self, shown: bool) -> None:
        """Put the side pane in the list's place, or the list back."""
        self.query_one(".side").set_class(shown, "pinned")
        self.query_one(".beside").set_class(shown, "covered")
        if shown:
            # It takes the keys only when there is more than fits, which it knows once it has laid itself out.
            side = self.query_one(".side")
            self.call_after_refresh(side.call_later, side.focus)
        else:
            self.call_after_refresh(self.focus_main)

    def do_app_next_pane(self) -> None:
        """Move to the next pane, or turn the page on a narrow screen."""
        if self.has_class("narrow") and not self.forming and not self.asking:
            self.show_side(not self.side_shown)
        else:
            super().do_app_next_pane()

    def leave_side(self) -> bool:
        """Put the list back; return False when it is there."""
        if not self.side_shown:
            return False
        self.show_side(False)
        return True
