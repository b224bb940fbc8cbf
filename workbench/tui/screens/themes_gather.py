"""Gathering codes under themes, and themes under themes."""

from workbench.acts import themes as acts
from workbench.study.codes import Code, Codebook, CodeStatus
from workbench.study.themes import Theme, ThemeLevel
from workbench.tui.beside import Beside
from workbench.tui.ledger import Ledger
from workbench.tui.options import Option
from workbench.tui.screens.themes_list import Row
from workbench.words import say
from workbench.words.history import value_name


class Gathering(Beside):
    """Commands `themes.gather`, `themes.put` and `themes.move`, and what the room holds in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Codebook(())
        self.themes: list[Theme] = []

    @property
    def outline(self) -> Ledger:
        """The themes and codes."""
        return self.query_one("#themes", Ledger)

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        row: Row | None = self.outline.current
        return row

    @property
    def theme_in_hand(self) -> Theme | None:
        """The theme of the row in hand."""
        return self.row.theme if self.row else None

    def theme_held(self) -> Theme:
        """The theme of the row in hand, of which there is one."""
        theme = self.theme_in_hand
        assert theme is not None
        return theme

    def go_to(self, theme_id: int, code_id: int = 0) -> None:
        """Make a row current."""
        places = [row.key for row in self.outline.items]
        if (theme_id, code_id) in places:
            self.outline.go(places.index((theme_id, code_id)))

    def done(self, key: str, **values: object) -> None:
        """Say what was done, and that it can be undone."""
        self.tell(f"{say(key, **values)} {say('codebook.undo')}", "good")

    def do_themes_gather(self) -> None:
        """Choose codes to put under the theme, one after the other; esc ends."""
        self._gather(self.theme_held().id)

    def _gather(self, theme_id: int, first: int = 0) -> None:
        theme = next(one for one in self.themes if one.id == theme_id)
        codes = self._gatherable(theme)
        if not codes:
            self.tell(say("codebook.empty"), "warn")
            return

        def chosen(code_id: int, _: str) -> None:
            name = self.book.get(code_id).name
            taken = code_id in theme.code_ids
            (acts.release if taken else acts.gather)(self.study, theme.id, code_id)
            self.tell(say(f"codebook.theme.{'out' if taken else 'in'}", code=name, theme=theme.name), "good")
            self.go_to(theme.id)
            self._gather(theme_id, [code.id for code in codes].index(code_id))

        title = say("themes.gather", theme=theme.name, count=len(theme.code_ids))
        self.choose(title, [self._option(code, theme) for code in codes], chosen, first=first)

    def _gatherable(self, theme: Theme) -> list[Code]:
        active = CodeStatus.ACTIVE
        return [one for one in self.book if (one.codable and one.status is active) or one.id in theme.code_ids]

    def _option(self, code: Code, theme: Theme) -> Option:
        others = [one.name for one in self.themes if code.id in one.code_ids and one.id != theme.id]
        sign = "✓ " if code.id in theme.code_ids else ""
        detail = f"· {', '.join(others)}" if others else code.brief
        path = " ".join(self.book.path(code.id)[:-1])
        return Option(code.id, code.name, f"{sign}{detail}", f"{path} {code.brief}", code.colour)

    def do_themes_put(self) -> None:
        """Put a code that is under no theme under one."""
        row = self.row
        assert row is not None and row.code is not None
        code = row.code
        options = [Option(one.id, one.name, one.concept, colour=one.colour) for one in self.themes]

        def chosen(theme_id: int | None, name: str) -> None:
            if theme_id is None:
                acts.add_with_code(self.study, name, code.id)
                self.tell(say("codebook.theme.made", code=code.name, theme=name), "good")
                return
            acts.gather(self.study, theme_id, code.id)
            theme = next(one.name for one in self.themes if one.id == theme_id)
            self.done("codebook.theme.in", code=code.name, theme=theme)

        self.choose(say("themes.put", code=code.name), options, chosen, new=say("codebook.theme.new"))

    def do_themes_move(self) -> None:
        """Put the theme under another, or on its own on one of the two upper levels."""
        theme = self.theme_held()
        places: list[tuple[ThemeLevel, Theme | None]] = [(ThemeLevel.THEME, None), (ThemeLevel.OVERARCHING, None)]
        above = [one for one in self.themes if one.level is not ThemeLevel.SUB and one.id != theme.id]
        places += [(one.level, one) for one in above if not self._stands_under(one, theme)]
        options = [self._place(theme, level, parent) for level, parent in places]

        def chosen(place: tuple[ThemeLevel, Theme | None], _: str) -> None:
            level, parent = place
            if parent is not None:
                acts.put_under(self.study, theme.id, parent.id)
                self.done("themes.moved", theme=theme.name, parent=parent.name)
            else:
                acts.stand_alone(self.study, theme.id, level)
                self.done("themes.alone", theme=theme.name, level=value_name(level))

        self.choose(say("themes.move", theme=theme.name), options, chosen)

    def _stands_under(self, theme: Theme, other: Theme) -> bool:
        parents, at = {one.id: one.parent_id for one in self.themes}, theme.parent_id
        while at is not None and at != other.id:
            at = parents.get(at)
        return at is not None

    def _place(self, theme: Theme, level: ThemeLevel, parent: Theme | None) -> Option:
        if parent is not None:
            now = say("codebook.here_now") if parent.id == theme.parent_id else ""
            return Option((level, parent), say("themes.move.under", theme=parent.name), now, colour=parent.colour)
        here = theme.parent_id is None and theme.level is level
        now = say("codebook.here_now") if here else ""
        return Option((level, None), say("themes.move.alone", level=value_name(level)), now)
