"""Looking for names: the helper process is sent the texts and answers with proposals, which an act stores."""

from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.later import later
from workbench.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.worker import Worker

    from workbench.acts import entities as acts
    from workbench.jobs import plain
    from workbench.tui.room import Room
else:
    acts, plain = later("workbench.acts.entities", "workbench.jobs.plain")
    Room = object


class Scanning(Room):
    """Command `anonymise.scan`."""

    _scan: "Worker[Any] | None" = None

    if TYPE_CHECKING:

        def texts(self) -> list[tuple[int, str, str]]:
            """Return (id, name, text) of the transcripts."""
            ...

    def do_anonymise_scan(self) -> None:
        """Ask the helper to look through every transcript."""
        self.tell(say("anonymise.scanning"), "accent")
        self._scan = self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        from workbench.store.lookups.entities import entities

        arguments = {
            "texts": [{"id": one, "name": name, "text": text} for one, name, text in self.texts()],
            "language": self.study.language,
            "known": [plain.entity_json(entity) for entity in entities(self.study)],
        }
        try:
            helper = await self.workbench.helper()
            found = await helper.call("shield.scan", arguments)
        except WorkbenchError as error:
            self.tell(str(error), "error")
        else:
            self.attempt(lambda: self._keep_found(found))
        finally:
            self._scan = None

    def _keep_found(self, found: "Mapping[str, Any]") -> None:
        new = [plain.new_entity(one) for one in found["new"]]
        places = [plain.place(one) for one in found["places"]]
        count = acts.add(self.study, new, "shield.scan", places)
        self.tell(say("anonymise.scanned", count=count) if count else say("anonymise.none"), "good")

    def stop_scan(self) -> bool:
        """Stop looking; return False when nothing was looked for."""
        if self._scan is None:
            return False
        self._scan.cancel()
        self._scan = None
        self.tell("")
        return True
