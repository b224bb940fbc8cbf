"""Putting a corrected file in the place of a transcript: asked, read in the helper, told what comes of it, done."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.study.new_transcripts import NewTranscript
from workbench.tui.options import Option
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from workbench.acts.carry_over import Tally


class Replacing(AskingPath):
    """Command `transcripts.replace`."""

    if TYPE_CHECKING:

        @property
        def current(self) -> Any:
            """The transcript in hand."""
            ...

    def do_transcripts_replace(self) -> None:
        """Ask for the corrected file."""
        card = self.current
        self.ask_path(say("replace.ask", name=card.name), lambda words: self._read(card.id, card.name, words))

    def _read(self, transcript_id: int, name: str, words: str) -> None:
        found = expand(words, self.study.folder)
        if len(found) != 1 or found[0].is_dir():
            raise WorkbenchError(say("replace.one_file"))
        self.tell(say("replace.reading", file=found[0].name), "accent")
        self.run_worker(self._fetch(transcript_id, name, found[0]), exclusive=True)

    async def _fetch(self, transcript_id: int, name: str, path: Path) -> None:
        from workbench.transcripts.preview import Preview

        try:
            helper = await self.workbench.helper()
            answer = await helper.call("transcripts.read", {"path": str(path)})
            if "problem" in answer:
                raise WorkbenchError(translated(str(answer["problem"])))
            self._propose(transcript_id, name, Preview.from_json(answer["preview"]).new())
        except WorkbenchError as error:
            self.tell(str(error), "error")

    def _propose(self, transcript_id: int, name: str, new: NewTranscript) -> None:
        from workbench.acts import revisions
        from workbench.study.carrying import Outcome

        tally = revisions.prospect(self.study, transcript_id, new)
        lost = tally.codings[Outcome.LOST]
        told = say(
            "replace.fares", sure=tally.total - tally.to_review, total=tally.total, ask=tally.to_review, lost=lost
        )
        wrong = tally.probably_wrong
        no = Option(False, say("replace.no"), say("replace.probably_wrong") if wrong else "")
        yes = Option(True, say("replace.force" if wrong else "replace.yes"), told)

        def decided(go_on: bool, _: str) -> None:
            if go_on:
                self._tell_done(name, revisions.replace(self.study, transcript_id, new, force=wrong))

        self.tell("")
        # What loses most is not done by one more enter.
        self.choose(say("replace.title", file=new.source, name=name), [no, yes] if wrong else [yes, no], decided)

    def _tell_done(self, name: str, tally: "Tally") -> None:
        sure = tally.total - tally.to_review
        if not tally.to_review:
            self.tell(say("replace.done", name=name, total=tally.total), "good")
            return
        room = self.workbench.go("carried")
        words = say("replace.waiting", name=name, sure=sure, total=tally.total, ask=tally.to_review)
        room.call_after_refresh(room.tell, words, "good")
