"""Looking for names: the helper process is sent the texts and answers with proposals, which an act stores."""

from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.later import later
from workbench.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.worker import Worker

    from workbench.acts import entities as acts
    from workbench.jobs import plain
    from workbench.tui.room import Room
else:
    acts, plain = later("workbench.acts.entities", "workbench.jobs.plain")
    Room = object


# Characters sent at a time; sending is so much of the whole work as the title row tells it.
_PART = 100_000
_SENDING = 5


class Scanning(Room):
    """Command `anonymise.scan`."""

    _scan: "Worker[Any] | None" = None

    if TYPE_CHECKING:

        def texts(self) -> "Iterator[tuple[int, str, str, int]]":
            """Yield (id, name, text, how many there are) of the transcripts, one read at a time."""
            ...

    def do_anonymise_scan(self) -> None:
        """Ask the helper to look through every transcript."""
        self.tell(say("anonymise.scanning"), "accent")
        self._scan = self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        try:
            helper = await self.workbench.helper()
            await self._send(helper)
            found = await helper.call("shield.scan", self._asked(), self._looking)
        except WorkbenchError as error:
            self.tell(str(error), "error")
        else:
            self.attempt(lambda: self._keep_found(found))
        finally:
            self._scan = None
            self.end_work()

    def _asked(self) -> "Mapping[str, Any]":
        from workbench.store.lookups.entities import entities

        known = [plain.entity_json(entity) for entity in entities(self.study)]
        return {"language": self.study.language, "known": known}

    async def _send(self, helper: Any) -> None:
        """Send the texts transcript by transcript, long ones in parts, so that no key waits for them."""
        first = True
        for done, (text_id, name, text, of) in enumerate(self.texts(), 1):
            self.show_work(say("anonymise.work"), done, _SENDING * of)
            for at in range(0, max(1, len(text)), _PART):
                part = {"id": text_id, "name": name, "text": text[at : at + _PART], "first": first}
                await helper.call("shield.part", part)
                first = False

    def _looking(self, done: int, of: int, _: str) -> None:
        self.show_work(say("anonymise.work"), of + (_SENDING - 1) * done, _SENDING * of)

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
        self.end_work()
        self.tell("")
        return True
