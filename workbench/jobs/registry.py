"""The jobs by name: what each is sent and what it answers, all JSON values.

| job | args | result |
|---|---|---|
| `suggest.part` | `examples`, `rejections`, `background` (of a transcript), `first` | `parts`: how many are here |
| `suggest.load` | `material` (see `assist.material_json`), or what is not in parts | `codes`, `codings`, `rejections` |
| `suggest.add` | `example` | `codings` |
| `suggest.remove` | `coding_id` | `codings` |
| `suggest.reject` | `rejection`, `undo` (optional) | `rejections` |
| `suggest` | `passage`, `context`, `k`, `leave_out` (coding ids) | a SuggestionList |
| `echo.load` | `texts` ({id, turns, part, more}), `language`, `first` (forget all before) | `passages`: how many |
| `echo` | `passage`, `k`, `without` ([text id, start, end] that is not looked in) | `near` (see `assist.echo.Heard`) |
| `phrases` | `passage`, `n` | phrases, best first |
| `shield.part` | `id`, `name`, `text` (or the next part of it), `first` (forget all before) | `texts`: how many |
| `shield.scan` | `texts` (if not in parts), `language`, `known` (entities) | `new` (`plain.new_entity`), `places` |
| `transcripts.files` | `paths` | `files` meant by them, and `problems` ({problem, path}) |
| `transcripts.read` | `path`, `encoding` and `choices` (optional) | `preview`, or `problem` and `path` |
| `transcripts.summary` | as `transcripts.read` | `summary` (see `transcripts.summary`), or `problem` and `path` |
| `transcripts.repairs` | as `transcripts.read` | `repairs`, `count`, `sha256` (see `transcripts.repairs_shown`) |
| `answers.look` | `path` | `columns`, `rows`, `label`, `labels`, `texts` of a sheet (see `transcripts.answers.look`) |
| `answers.read` | `path`, `texts`, `label`, `encoding`, `first` (these optional) | `answers` (the first), `count` |
| `answers.part` | `path` (as read last), `after` (so many), `most` | `answers`: the respondents that follow |
| `people.read` | `path` | `columns`, `rows`, `label_column` of a people table |
| `query.part` | `part` (columns of codings), `first` (forget what came before) | `parts`: how many are here |
| `query.count` | `keys`, `how` (see `queries.material`) | the cells of a table (`queries.cells`) |
| `report.render` | `format`, and `document` or `rows` | `data` (base64), `texts` (the file read back) |
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import AssistError, JobError, ReportError, TranscriptError, WorkbenchError
from workbench.jobs.task import Progress, Stopped, Task
from workbench.words import say

if TYPE_CHECKING:
    from workbench.assist.echo import EchoIndex
    from workbench.assist.model import CodePrototypes
    from workbench.assist.terms import Material
    from workbench.language.phrases import Phrases
    from workbench.transcripts.answers import Answers
    from workbench.transcripts.guarded import Guard
    from workbench.transcripts.preview import Preview

Args = Mapping[str, Any]


class Bench:
    """What stays on the helper's bench between jobs: the model and the phrases of the study at hand."""

    def __init__(self) -> None:
        self._material: Material | None = None
        self._model: CodePrototypes | None = None
        self._phrases: Phrases | None = None
        self.parts: list[Mapping[str, str]] = []
        # What suggestions are made from, as it comes.
        self.material: list[Mapping[str, Any]] = []
        # Texts that names are looked for in, as they come: id → name, parts.
        self.texts: dict[int, tuple[str, list[str]]] = {}
        self.echo: EchoIndex | None = None
        # Texts that come in several pieces, until the last one.
        self.unfinished: dict[int, list[tuple[int, int, str]]] = {}
        # The sheet of open answers that was read last.
        self.sheet: Answers | None = None
        self._guard: Guard | None = None
        self._task: Task | None = None

    def guard(self, task: Task) -> "Guard":
        """Return the guard of the process that reads files, which stays for the files to come."""
        from workbench.transcripts.guarded import Guard

        self._task = task
        if self._guard is None:
            self._guard = Guard(stopped=lambda: self._task is not None and self._task.called_off)
        return self._guard

    def load(self, material: "Material", task: Task) -> "CodePrototypes":
        """Make the model of a study's material; whatever was loaded before is forgotten, unless it is called off."""
        from workbench.assist.model import CodePrototypes

        self._model = CodePrototypes.of(material, task.progress)
        self._material, self._phrases = material, None
        return self._model

    @property
    def model(self) -> "CodePrototypes":
        """The model; raise AssistError before it is loaded."""
        if self._model is None:
            raise AssistError("The suggestions are not loaded yet; load the study's material first.")
        return self._model

    @property
    def phrases(self) -> "Phrases":
        """What is usual in the study's turns, learnt at first use."""
        if self._phrases is None:
            from workbench.language.phrases import Phrases

            if self._material is None:
                raise AssistError("The phrases are not loaded yet; load the study's material first.")
            self._phrases = Phrases(self._material.background, self._material.language)
        return self._phrases


def _material_part(bench: Bench, args: Args, task: Task) -> Any:
    if args.get("first"):
        bench.material.clear()
    bench.material.append({name: args[name] for name in ("examples", "rejections", "background")})
    return {"parts": len(bench.material)}


def _load(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.assist.terms import Material

    plain = dict(args["material"])
    for name in ("examples", "rejections", "background"):
        plain[name] = [*plain.get(name, ()), *(one for part in bench.material for one in part[name])]
    bench.material.clear()
    model = bench.load(Material.from_plain(plain), task)
    task.progress(1, 1)
    # Fitted now, so that the first suggestion does not wait for it.
    _ = model.tuning
    return {"codes": len(model.codes), "codings": len(model.examples), "rejections": len(model.rejections)}


def _add(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.assist.terms import example_from_plain

    bench.model.add(example_from_plain(args["example"]))
    return {"codings": len(bench.model.examples)}


def _remove(bench: Bench, args: Args, task: Task) -> Any:
    bench.model.remove(int(args["coding_id"]))
    return {"codings": len(bench.model.examples)}


def _reject(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.assist.terms import Rejection

    rejection = Rejection(**args["rejection"])
    if args.get("undo"):
        bench.model.unreject(rejection)
    else:
        bench.model.reject(rejection)
    return {"rejections": len(bench.model.rejections)}


def _suggest(bench: Bench, args: Args, task: Task) -> Any:
    leave_out = [int(one) for one in args.get("leave_out", ())]
    found = bench.model.suggest(str(args["passage"]), str(args.get("context", "")), int(args.get("k", 5)), leave_out)
    return found.as_plain()


def _echo_load(bench: Bench, args: Args, task: Task) -> Any:
    """Take texts into the echo's index; a text that was there is taken anew, one without turns is taken out."""
    from workbench.assist.echo import EchoIndex

    if args.get("first") or bench.echo is None:
        bench.echo, bench.unfinished = EchoIndex(str(args["language"])), {}
    for text in args["texts"]:
        text_id = int(text["id"])
        # A text that is begun again, because it was called off in its middle, forgets the parts that came.
        turns = bench.unfinished.pop(text_id, []) if text.get("part") else []
        turns += [(int(number), int(start), str(words)) for number, start, words in text["turns"]]
        if text.get("more"):
            bench.unfinished[text_id] = turns
        else:
            bench.echo.put(text_id, turns, task.progress)
    return {"passages": bench.echo.size}


def _echo(bench: Bench, args: Args, task: Task) -> Any:
    from dataclasses import asdict

    if bench.echo is None:
        raise AssistError("The texts are not loaded yet; load them first.")
    without = args.get("without")
    place = (int(without[0]), int(without[1]), int(without[2])) if without else None
    return {"near": [asdict(one) for one in bench.echo.near(str(args["passage"]), int(args.get("k", 5)), place)]}


def _phrases(bench: Bench, args: Args, task: Task) -> Any:
    return bench.phrases.in_vivo(str(args["passage"]), int(args.get("n", 5)))


def _text_part(bench: Bench, args: Args, task: Task) -> Any:
    if args.get("first"):
        bench.texts.clear()
    bench.texts.setdefault(int(args["id"]), (str(args["name"]), []))[1].append(str(args["text"]))
    return {"texts": len(bench.texts)}


def _scan(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.jobs.plain import entity, new_entity_json, place_json
    from workbench.shield.scan import look

    texts = [(int(one["id"]), str(one["name"]), str(one["text"])) for one in args.get("texts", ())]
    texts += [(one, name, "".join(parts)) for one, (name, parts) in bench.texts.items()]
    bench.texts.clear()
    known = [entity(one) for one in args.get("known", ())]
    looked = look(texts, str(args["language"]), known, task.progress)
    return {
        "new": [new_entity_json(one) for one in looked.new], "places": [place_json(one) for one in looked.places],
    }  # fmt: skip


def _files(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.transcripts.intake import files_of

    files, problems = files_of(Path(one) for one in args["paths"])
    return {
        "files": [str(one) for one in files],
        "problems": [{"problem": one.message, "path": str(one.path)} for one in problems],
    }


def _preview(bench: Bench, args: Args, task: Task) -> "Preview":
    from workbench.transcripts.lines import Choices

    said = args.get("choices")
    choices = Choices.from_json(said) if said is not None else None
    return bench.guard(task).read(Path(args["path"]), args.get("encoding"), choices)


def _read(bench: Bench, args: Args, task: Task) -> Any:
    try:
        return {"preview": _preview(bench, args, task).as_json()}
    except TranscriptError as error:
        if task.called_off:
            raise
        return {"problem": str(error), "path": args["path"]}


def _summary(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.transcripts.summary import Summary

    try:
        return {"summary": Summary.of(_preview(bench, args, task)).as_json()}
    except TranscriptError as error:
        if task.called_off:
            raise
        return {"problem": str(error), "path": args["path"]}


def _repairs(bench: Bench, args: Args, task: Task) -> Any:
    from workbench.transcripts.repairs_shown import repairs_shown

    return repairs_shown(_preview(bench, args, task))


def _sheet(bench: Bench, args: Args, task: Task) -> Any:
    return bench.guard(task).look_at_answers(Path(args["path"]))


def _answers(bench: Bench, args: Args, task: Task) -> Any:
    guard, path = bench.guard(task), Path(args["path"])
    read = guard.read_answers(path, args["texts"], args.get("label"), encoding=args.get("encoding"))
    bench.sheet, count = read, len(read.previews)
    return {"answers": read.part(0, int(args.get("first", count))).as_json(), "count": count}


def _answers_part(bench: Bench, args: Args, task: Task) -> Any:
    if bench.sheet is None or bench.sheet.path != Path(args["path"]):
        raise JobError("The sheet is no longer in the helper's hands; choose it once more in the import room.")
    return {"answers": bench.sheet.part(int(args["after"]), int(args["most"])).as_json()}


def _people(bench: Bench, args: Args, task: Task) -> Any:
    table = bench.guard(task).read_people(Path(args["path"]))
    return {
        "columns": list(table.columns), "rows": [dict(row) for row in table.rows], "label_column": table.label_column,
    }  # fmt: skip


def _part(bench: Bench, args: Args, task: Task) -> Any:
    if args.get("first"):
        bench.parts.clear()
    bench.parts.append(args["part"])
    return {"parts": len(bench.parts)}


def _count(bench: Bench, args: Args, task: Task) -> Any:
    """Count a table from the columns that came part by part; they are not kept."""
    from workbench.queries import swept
    from workbench.queries.material import how_from_plain, keys_from_plain, raw_from_plain

    raw = raw_from_plain(bench.parts)
    bench.parts.clear()
    return swept.count(raw, keys_from_plain(args["keys"]), how_from_plain(args["how"]), spend=True).as_plain()


def _render(bench: Bench, args: Args, task: Task) -> Any:
    """Make a file of a document or of rows; the asker holds it against the gate and writes it."""
    import base64

    from workbench.jobs.plain import document
    from workbench.report.export import formats, render

    name = str(args["format"])
    if name not in formats():
        raise ReportError(say("report.format", name=name, known=", ".join(formats())))
    content = document(args["document"]) if args.get("document") else [tuple(row) for row in args["rows"]]
    made = render(name, content)
    return {"data": base64.b64encode(made.data).decode("ascii"), "texts": made.texts}


JOBS: Mapping[str, Callable[[Bench, Args, Task], Any]] = {
    "suggest.part": _material_part,
    "suggest.load": _load,
    "suggest.add": _add,
    "suggest.remove": _remove,
    "suggest.reject": _reject,
    "suggest": _suggest,
    "echo.load": _echo_load,
    "echo": _echo,
    "phrases": _phrases,
    "shield.part": _text_part,
    "shield.scan": _scan,
    "transcripts.files": _files,
    "transcripts.read": _read,
    "transcripts.summary": _summary,
    "transcripts.repairs": _repairs,
    "answers.look": _sheet,
    "answers.read": _answers,
    "answers.part": _answers_part,
    "people.read": _people,
    "query.part": _part,
    "query.count": _count,
    "report.render": _render,
}


def carry_out(bench: Bench, job: str, args: Args, task: Task) -> Any:
    """Do one job and return its result.

    Raises:
        JobError: no job is called so, its args are wrong, or it failed in a way nobody foresaw; the message names the
            place in the program and never holds words of an interview.
        WorkbenchError: the job's own refusals.
        Stopped: it was called off.
    """
    if job not in JOBS:
        raise JobError(f"There is no job called «{job}»; there are {', '.join(JOBS)}.")
    if task.called_off:
        raise Stopped
    try:
        return JOBS[job](bench, args, task)
    except (WorkbenchError, Stopped):
        raise
    except Exception as error:
        raise JobError(f"The work «{job}» failed ({_place(error)}); nothing was changed.") from error


def _place(error: Exception) -> str:
    """Return an error's class, file and line, without its message, which could hold words of an interview."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"


_INLINE = Bench()


def run_inline(job: str, args: Args, progress: Progress | None = None, bench: Bench | None = None) -> Any:
    """Do a job in this process, for the command line and tests; what is loaded stays on `bench` (a shared one)."""
    return carry_out(bench or _INLINE, job, args, Task(progress))
