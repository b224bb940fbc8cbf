"""Reconciling: a colleague's codebook and ours, difference by difference."""

from collections.abc import Callable, Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench import team
from workbench.errors import WorkbenchError
from workbench.study.changes import Change, Kind
from workbench.study.codebook_file import CodebookFile
from workbench.study.text import shorten
from workbench.team import Conflict, MergePlan, MergeReport, Resolution
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.options import Option
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.reconcile_list import Row, describe, draw_row, report_lines, rows
from workbench.words import say

_SUFFIXES = (".yaml", ".yml", ".qdc", ".csv")
_FOLDER = "codebooks"


class Reconcile(AskingPath):
    """Conflicts and changes above, the sides of the one in hand below."""

    ROOM = "reconcile"
    DEFAULT_CSS = """
    Reconcile #differences { height: 2fr; }
    Reconcile #sides { height: 3fr; border-top: solid $foreground 25%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[CodebookFile | None, CodebookFile] | None = None
        self._last = self._files
        self._names = ("", "")
        self._plan: MergePlan | None = None
        self._decisions: dict[str, Resolution] = {}
        self._report: MergeReport | None = None

    def panes(self) -> ComposeResult:
        """The list over the sides."""
        with Vertical(classes="stack"):
            with Vertical(id="differences"):
                yield OneLine(self.palette, id="captions")
                yield Ledger(self.palette, draw_row, empty=say("reconcile.empty"), heading=_is_heading, id="conflicts")
            with Vertical(id="sides"):
                yield TextPane(self.palette, id="compare")

    @property
    def outline(self) -> Ledger:
        """Conflicts and changes."""
        return self.query_one("#conflicts", Ledger)

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        row: Row | None = self.outline.current
        return row

    # Showing

    def reload(self) -> None:
        """Plan again on the study as it is; decisions and the place in the list are kept."""
        held = self.row
        self._plan = self._planned(*self._files, self._decisions) if self._files else None
        found = rows(self._plan, self._decisions) if self._plan else []
        key = held.key if held else ""
        self.outline.set_items(found, next((at for at, row in enumerate(found) if key and row.key == key), None))
        theirs, base = self._names
        words = (
            say("reconcile.files" if base else "reconcile.files.two", theirs=theirs, base=base) if self._plan else ""
        )
        self.query_one("#captions", OneLine).show([(f"  {words}", "dim")])
        self.query_one("#sides").display = bool(self._plan or self._report)
        self.show_item()

    def _planned(
        self, base: CodebookFile | None, theirs: CodebookFile, decisions: Mapping[str, Resolution]
    ) -> MergePlan:
        """Return the plan that follows from the decisions: one of them can raise or end another conflict."""
        return team.with_decisions(team.plan_for(self.study, base, theirs), decisions)

    def show_item(self) -> None:
        """Show the sides of the conflict in hand, or what was done."""
        pane, row, plan = self.query_one("#compare", TextPane), self.row, self._plan
        if plan is None and self._report is not None:
            report = self._report
            pane.show(lambda width: report_lines(report, width))
        else:
            pane.show(lambda width: describe(row, width) if row else ())

    def title_parts(self) -> tuple[Line, Line]:
        """How many conflicts are open."""
        left, _ = super().title_parts()
        if self._plan is None:
            return left, []
        open_ones = sum(one.id not in self._decisions for one in self._plan.conflicts)
        right: list[Part] = [(say("reconcile.open", open=open_ones, count=len(self._plan.conflicts)), "")]
        return left, right

    def states(self) -> set[str]:
        """A plan is loaded; a conflict is in hand; both may be kept."""
        found: set[str] = {"plan"} if self._plan else set()
        if self._conflict is not None:
            found.add("item")
            if Resolution.BOTH in self._conflict.choices:
                found.add("both")
        return found

    @property
    def _conflict(self) -> Conflict | None:
        return self.row.conflict if self.row else None

    def changed(self, change: Change) -> None:
        """A merge that was taken back is on the table again."""
        if change.verb == "codebook.merge" and change.kind is Kind.UNDO and self._last and not self._files:
            self._files, self._report = self._last, None
        super().changed(change)

    # Loading

    def do_reconcile_load(self) -> None:
        """Ask for their file, then for the common start."""
        self._choose_file(say("reconcile.theirs_file"), [], self._choose_base)

    def _choose_base(self, theirs: Path) -> None:
        none = Option("", say("reconcile.no_base"), say("reconcile.no_base.detail"))
        self._choose_file(say("reconcile.base_file"), [none], lambda base: self._load(theirs, base), but=theirs)

    def _choose_file(
        self, title: str, first: list[Option], done: Callable[[Path], object], but: Path | None = None
    ) -> None:
        folder = self.study.folder / _FOLDER
        found = sorted(one for one in folder.glob("**/*") if one.suffix.lower() in _SUFFIXES and one != but)
        options = [*first, *(Option(str(one), str(one.relative_to(self.study.folder))) for one in found)]
        options.append(Option(None, say("reconcile.other_file"), say("reconcile.other_file.detail")))

        def chosen(path: str | None, _: str) -> None:
            if path is None:
                self.ask_path(title, typed)
            else:
                done(Path(path))

        def typed(words: str) -> None:
            done(self._typed(words))

        if len(options) > 1:
            self.choose(title, options, chosen)
        else:
            chosen(None, "")

    def _typed(self, words: str) -> Path:
        found = expand(words, self.study.folder)
        if len(found) > 1 or found[0].is_dir():
            raise WorkbenchError(say("reconcile.one_file"))
        return found[0]

    def _load(self, theirs: Path, base: Path) -> None:
        from workbench.exchange import read_codebook

        start = read_codebook(base) if base != Path("") else None
        files = (start, read_codebook(theirs))
        kept: Mapping[str, str] = self.study.desk(self._desk_name) or {}
        decisions = {one: Resolution(word) for one, word in kept.items()}
        plan = self._planned(*files, decisions)
        ids = {one.id for one in plan.conflicts}
        self._decisions = {one: choice for one, choice in decisions.items() if one in ids}
        self._files, self._report, self._names = files, None, (theirs.name, base.name)
        self.outline.index = 0
        self.refresh_room()
        self.focus_main()
        if not plan.changes and not plan.conflicts:
            self.tell(say("reconcile.same"), "good")
        else:
            self.tell(say("reconcile.loaded", conflicts=len(plan.conflicts), changes=len(plan.changes)), "good")

    # Deciding

    @property
    def _desk_name(self) -> str:
        return f"reconcile.{self.study.coder_id}"

    def _decide(self, choice: Resolution) -> None:
        one = self._conflict
        assert one is not None
        if choice is Resolution.SKIP:
            self._decisions.pop(one.id, None)
        elif choice not in one.choices:
            self.tell(say("reconcile.no_choice", choice=say(f"decision.{choice}")), "warn")
            return
        else:
            self._decisions[one.id] = choice
        self.study.keep_desk(self._desk_name, {key: word.value for key, word in self._decisions.items()})
        self.refresh_room()

    def do_reconcile_ours(self) -> None:
        """Ours holds."""
        self._decide(Resolution.OURS)

    def do_reconcile_theirs(self) -> None:
        """Theirs holds."""
        self._decide(Resolution.THEIRS)

    def do_reconcile_both(self) -> None:
        """Both are kept."""
        self._decide(Resolution.BOTH)

    def do_reconcile_postpone(self) -> None:
        """Leave it for later."""
        self._decide(Resolution.SKIP)

    def do_reconcile_apply(self) -> None:
        """Bring it into the codebook, once more asked."""
        plan = self._plan
        assert plan is not None
        if not plan.changes and not plan.conflicts:
            self.tell(say("reconcile.same"), "warn")
            return
        settled = sum(one.id in self._decisions for one in plan.conflicts)
        what = say("reconcile.apply.what", settled=settled, postponed=len(plan.conflicts) - settled)
        gone = [change.name for change in plan.changes if change.kind is team.ChangeKind.DELETE]
        if gone:
            what = f"{say('reconcile.apply.removes', count=len(gone), names=shorten(', '.join(gone), 60))} {what}"
        yes, no = Option(True, say("reconcile.apply.yes"), what), Option(False, say("reconcile.apply.no"))
        # What takes codes away is not done by one more enter.
        options = [no, yes] if gone else [yes, no]

        def decided(yes: bool, _: str) -> None:
            if yes:
                self._apply(plan)

        self.choose(say("reconcile.apply"), options, decided)

    def _apply(self, plan: MergePlan) -> None:
        # The act announces itself before it returns: until then this plan stays on the table.
        report = team.apply(self.study, plan, self._decisions)
        self._last, self._files, self._report = self._files, None, report
        self.refresh_room()
        words = say("reconcile.applied", changed=report.changed, settled=report.settled, postponed=report.postponed)
        self.tell(f"{words} {say('codebook.undo')}" if report.changed else words, "good")


def _is_heading(row: Row) -> bool:
    return row.heading
