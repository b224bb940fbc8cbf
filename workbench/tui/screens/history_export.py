"""Writing the history that is shown to a file, step by step, so that the screen goes on living."""

import asyncio
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.screens.act_list import ActList
from workbench.words import say

if TYPE_CHECKING:
    from textual.worker import Worker

    from workbench.report import audit_trail
else:
    audit_trail = later("workbench.report.audit_trail")


class TrailExport(ActList):
    """Command `history.export`."""

    _writing: "Worker[Any] | None" = None

    def do_history_export(self) -> None:
        """Ask for the format, whether words go out too, and the file."""
        options = [
            Option((ending, words), say(f"trail.{ending}"), say("trail.with" if words else "trail.without"))
            for words in (False, True)
            for ending in ("html", "jsonl")
        ]

        def chosen(how: tuple[str, bool], _: str) -> None:
            ending, words = how
            default = Path("exports") / f"history.{ending}"
            self.ask(say("quotes.file"), lambda name: self._to(name, ending, words), value=str(default))

        self.choose(say("trail.as"), options, chosen)

    def _to(self, name: str, ending: str, words: bool) -> None:
        if not name.strip():
            raise WorkbenchError(say("quotes.no_file"))
        tail = "" if name.strip().casefold().endswith(f".{ending}") else f".{ending}"
        path = self.study.folder / Path(name.strip() + tail).expanduser()
        plan = audit_trail.plan_trail(self.study, path, self.wanted, with_words=words)
        if not path.exists():
            self._start(plan)
            return

        def chosen(replace: object, _: str) -> None:
            if replace:
                self._start(plan)
            else:
                self.tell(say("quotes.not_written"), "accent")

        options = [Option(True, say("quotes.replace")), Option(False, say("quotes.spare"))]
        self.choose(say("quotes.exists", file=path.name), options, chosen)

    def _start(self, plan: "audit_trail.TrailPlan") -> None:
        self._tell_done(plan, 0)
        self._writing = self.run_worker(self._write(plan), exclusive=True)

    def _tell_done(self, plan: "audit_trail.TrailPlan", done: int) -> None:
        self.tell(say("trail.writing", file=plan.path.name, done=done, count=plan.acts), "accent")

    async def _write(self, plan: "audit_trail.TrailPlan") -> None:
        # The first words are painted before the names of the study are gathered.
        await asyncio.sleep(0.05)
        steps = audit_trail.write_trail(self.study, plan)
        try:
            result = await self._walked(plan, steps)
        except WorkbenchError as error:
            self.tell(str(error), "error")
        else:
            self.tell(say("trail.written", count=result.acts, file=str(result.path)), "good")
        finally:
            steps.close()
            self._writing = None

    async def _walked(
        self, plan: "audit_trail.TrailPlan", steps: "Generator[int, None, audit_trail.TrailResult]"
    ) -> "audit_trail.TrailResult":
        while True:
            try:
                done = next(steps)
            except StopIteration as finished:
                return finished.value
            self._tell_done(plan, done)
            await asyncio.sleep(0)

    def step_back(self) -> bool:
        """Stop the writing first."""
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
            self.tell(say("trail.stopped"), "warn")
            return True
        return super().step_back()
