"""Writing the board to a file: through the gate here, made by the helper process, registered as an act."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.words import say

if TYPE_CHECKING:
    from textual.worker import Worker

    from workbench.jobs import plain
    from workbench.report import export
    from workbench.tui.room import Room
else:
    export, plain = later("workbench.report.export", "workbench.jobs.plain")
    Room = object


class Exporting(Room):
    """Command `quotes.export`."""

    _writing: "Worker[Any] | None" = None

    def do_quotes_export(self) -> None:
        """Ask for format and file."""
        options = [Option(name, say(f"format.{name}")) for name in export.formats()]

        def chosen(file_format: object, _: str) -> None:
            default = Path("exports") / f"quotes.{file_format}"
            self.ask(say("quotes.file"), lambda name: self._start(name, str(file_format)), value=str(default))

        self.choose(say("quotes.format"), options, chosen)

    def _start(self, name: str, file_format: str) -> None:
        path = self._path(name.strip(), file_format)
        prepared = export.prepare(self.study, path, file_format)
        if not path.exists():
            self._set_writing(prepared)
            return
        options = [Option(True, say("quotes.replace")), Option(False, say("quotes.spare"))]

        def chosen(replace: object, _: str) -> None:
            if replace:
                self._set_writing(prepared)
            else:
                self.tell(say("quotes.not_written"), "accent")

        self.choose(say("quotes.exists", file=path.name), options, chosen)

    def _path(self, name: str, file_format: str) -> Path:
        """Return where to write; a name without the format's ending gets it, or Word would not know the file."""
        if not name:
            raise WorkbenchError(say("quotes.no_file"))
        ending = "" if name.casefold().endswith(f".{file_format}") else f".{file_format}"
        return self.study.folder / Path(name + ending).expanduser()

    def _set_writing(self, prepared: "export.Prepared") -> None:
        self.tell(say("quotes.writing", file=prepared.path.name), "accent")
        self._writing = self.run_worker(self._write(prepared), exclusive=True)

    async def _write(self, prepared: "export.Prepared") -> None:
        try:
            helper = await self.workbench.helper()
            made = await helper.call("report.render", _request(prepared))
            rendered = export.Rendered(base64.b64decode(made["data"]), made["texts"])
            result = export.finish(self.study, prepared, rendered)
        except WorkbenchError as error:
            self.tell(str(error), "error")
        else:
            words = [say("quotes.written", count=result.quotes, file=str(result.path)), *result.warnings]
            self.tell(" · ".join(words), "warn" if result.warnings else "good")
        finally:
            self._writing = None

    def stop_writing(self) -> bool:
        """Stop what is being written; return False when nothing is."""
        if self._writing is None:
            return False
        self._writing.cancel()
        self._writing = None
        self.tell("")
        return True


def _request(prepared: "export.Prepared") -> dict[str, Any]:
    """Return what the helper is sent: text only."""
    if isinstance(prepared.content, tuple):
        return {"format": prepared.format, "rows": prepared.content}
    return {"format": prepared.format, "document": plain.document_json(prepared.content)}
