"""Write docs/command-line.md and docs/keys.md from the registry and the table of verbs.

Run it from the repository's root: `python docs/make_reference.py`. A test fails while the two are out of date.
"""

from collections.abc import Iterator
from pathlib import Path

from workbench import words
from workbench.cli.keys_verb import markdown
from workbench.cli.parser import verb_help
from workbench.cli.verbs import GLOBALS, VERBS, Argument, Verb
from workbench.words import say

HERE = Path(__file__).parent

LEAD = """# The command line

The whole way from interviews to quotes can be walked in plain lines, and `workbench undo` takes back every change.
Without a verb `workbench` opens the screens on the study in the current folder; `workbench --version` prints the
version.

- Global options stand before or after the verb.
- Verbs that only look can be used while the study is open in another workbench; verbs that change it wait for nobody:
  they say who has it open, and change nothing.
- A coding or quote is named by its id, or by as much of the id's end as tells it from all others; lists show that much.
- Exit codes: 0 done, 1 refused with a reason on stderr, 2 wrong use, 130 interrupted. `check` ends with 3
  when something is wrong, with 4 when the file is damaged.
- With `--json` a verb prints one document, UTF-8: a list of objects for lists, an object for everything else. Ids are
  text. Offsets count code points of the transcript's text, the end not included. Times of acts are ISO 8601 in UTC,
  times in a recording are milliseconds.
- An encrypted study asks for its passphrase on the terminal, or takes it from the first line of a file: see
  [encryption.md](encryption.md).
- Control characters from files or names never reach the terminal: text shows a sign for each, JSON escapes them.
"""

MEANINGS = {
    "about": "what it is on: study, transcript, code, theme, participant, coding, quote or session",
    "acts": "what was done, one object an act: `verb`, `kind` (do, undo, redo), `text` (a sentence), `detail`",
    "added": "how many were new",
    "address": "the address of the page, its token included",
    "after": "the text after the passage, as much as `--context` asks for; of a change: what it is now, or where",
    "aliases": "other names it is found by: a list",
    "at": "when it was done",
    "attributes": "what is known: an object of names and values",
    "attribution": "how the quote is attributed; empty when a value is missing",
    "backup": "the name of the backup",
    "backups": "how many backups were converted with the study",
    "bands": "the bands in their order: a list of names; empty means by tens",
    "before": "the text before the passage, as much as `--context` asks for; of a change: what it was, or where",
    "begin_ms": "when the turn begins in the recording, or null",
    "brief": "the definition in one line",
    "cells": "what is not empty: objects with `row`, `column` (places in the lists), `people`, `mentions` and more",
    "certain": "whether the coder is sure of it",
    "changed": "how many participants got a new value",
    "choices": "the values of a category in their order: a list",
    "changes": "what the merge changes: a list of sentences",
    "codable": "whether passages can be coded with it, or it only gathers other codes",
    "code": "the code's name",
    "coder": "who did it",
    "codes": "the codes: paths from the top, or how many",
    "coding": "the coding's id",
    "codings": "how many codings",
    "colour": "the colour as #RRGGBB",
    "comments": "how many comments stand beside the text",
    "consent": "what was answered: an object of scopes, each with `answer`, `given` and `note`",
    "columns": "the columns: objects with `name`, `kind` (of a table of people `type`, `defined`, `unfit`), "
    "`of_people` (how many people it holds), `people`, `mentions`",
    "command": "the command's name in the registry",
    "concept": "the central organising concept",
    "conflicts": "the differences that need a choice: a list of objects with `id`, `settled` and what differs",
    "count": "how many",
    "counted": "what was counted, in words",
    "counter_example": "a passage that looks like one and is not",
    "created": "when it was coded",
    "critique": "what the numbers do not say",
    "damaged": "the folder that keeps the damaged file, or null",
    "decision": "undecided, replace, keep or not a name",
    "definition": "the full definition",
    "density": "codings a thousand words of participants, in the median transcript",
    "depth": "0 at the top of the tree",
    "detail": "the act's particulars, an object of texts",
    "disk": "the disk of the study's folder: an object of names and values",
    "edited": "when it was edited last, or null",
    "editor": "who edited it last, or null",
    "encoding": "the encoding the file was read in",
    "encoding_sure": "whether the encoding is sure, or to be looked at",
    "encodings": "the other encodings it may be in: objects with `encoding` and `sample`",
    "end": "where the passage ends",
    "error": "why the file was refused, or null",
    "example": "a typical passage",
    "excludes": "what the theme leaves out",
    "facts": "what the file says of its own making: an object such as `engine`, `model`, `made`, `language`, `media`",
    "file": "the file",
    "files": "how many files",
    "findings": "how often the finders saw it",
    "folder": "the folder",
    "format": "the format of the file",
    "forms": "every written form",
    "found": "the passages: objects as in `quotes`, with `met`, the codings that meet each",
    "held": "the day of the session, or null",
    "help": "what it does",
    "hits": "what was found: turns with `excerpt`, `marks`, `codes`; with `--notes` memos, definitions, quotes",
    "id": "the id",
    "important": "whether it is marked as important",
    "includes": "what the theme takes in",
    "kept": "the backup of the study as it was before, or null",
    "keys": "the keys, as written in the key guide",
    "kind": "what kind it is, or the kind of people, or null; of an act: do, undo or redo",
    "label": "the participant's label",
    "label_column": "the column that says who",
    "language": "the language of the interviews",
    "last": "the last act, a sentence",
    "last_at": "when that act was done",
    "left": "what stayed: of a decryption the backups that stay encrypted, of a move what is not the workbench's own",
    "level": "semantic, latent or empty; of a theme: sub-theme, theme or overarching; of a review: 1 or 2",
    "links": "what it is linked to: objects with `about`, `id`, `name`",
    "made": "whether the study, or the code, was made now",
    "matter": "the kind of finding, a name that stays the same in every language",
    "memo": "the memo on the coding; of a memo written: its id",
    "mentions": "how often it is mentioned",
    "more": "whether there are more than `total` says",
    "minutes": "how many minutes the session took, or the times of a file span, or null",
    "mode": "how people met: in person, telephone, video, written or empty",
    "name": "the name",
    "matches": "the rows of the table: objects with `row`, `label`, `participant`, `becomes` (known, new, left, ask), "
    "`near`",
    "new_values": "how many values there were none of before",
    "nearest": "the nearest coded passages: objects with `kind`, `text`, `reference`, `closeness`",
    "number": "its number in the list",
    "note": "a note; of a rejected quote, why",
    "odd": "what is odd in the text: objects with `kind`, `sign`, `count`, `line` (of the first), and more",
    "old_speaker": "who said it before",
    "old_turn": "the turn it began in before, 1-based",
    "old_words": "the words it stood on before",
    "older": "how many of its codings were made while the definition read otherwise",
    "open": "how many differences still need a choice",
    "order": "in which order the interviews stand",
    "notes": "whether memos, definitions and quotes are searched instead of turns",
    "origin": "hand, in vivo, suggested or imported",
    "other": "the transcript, file or participant on account of which it stands so, or null",
    "outcome": "what became of it: exact, corrected, moved, unsure, trimmed, lost or speaker",
    "outcomes": "how many codings fared how (exact, corrected, moved, unsure, trimmed, lost, speaker)",
    "owner": "the coder who looks after it, or empty",
    "parent": "the path of the code above it, or the name of the theme above it, or null",
    "participant": "the participant's label",
    "parts": "whether words that hold a word are found too; of the doctor: packages and versions",
    "participants": "the participants' labels",
    "passages": "how many passages",
    "path": "the names from the top of the tree, joined by ` > `",
    "people": "how many participants the codings come from; of an attribute or a kind, how many have it; of a file "
    "objects with `participant`, `known`, `attributes`, `withdrawn` and `consent`",
    "places": "the first rows concerned: objects with `table`, `id`, `where`",
    "place": "the kind of place where people met, or empty",
    "present": "who else was there",
    "private": "whether it is for its writer alone",
    "program": "the program and its system: an object of names and values",
    "proposed": "how many entries are new",
    "quote": "the id of the quote on the board, or null",
    "quotes": "how many quotes",
    "quotes_refused": "how many picked quotes are held back from leaving the study",
    "read": "whether the coder has read the transcript through",
    "reason": "why: a name was proposed, a backup was made",
    "reasons": "why codes are under the theme: an object of paths and reasons",
    "recovery_key": "the recovery key of an encrypted study, shown this once; else empty",
    "refusal": "why their words do not leave the study: withdrawn, no quote, or null",
    "refused": "a sentence for each row that was refused; of quotes, how many are held back from leaving the study",
    "remarks": "what was half typed, unknown or left out of the search",
    "remedy": "what to do about it",
    "repairable": "whether `--repair` can set it right",
    "repaired": "whether it was set right now",
    "repairs": "repairs over the original: of a file objects with `kind`, `made` and `proposed` (how many); of a "
    "transcript with `id`, `kind`, `state` (made, proposed, rejected), `sure`, `line`, `before`, `after`, `why`",
    "replaced": "whether it was done; false with `--dry-run`",
    "looked": "how many per cent of it stood on your screen for three seconds",
    "passes": "your readings of it, each with `started` (empty: not known) and `finished` (empty: not yet)",
    "replacement": "what is shown instead",
    "review": "the id of the review",
    "reviewed": "whether a person has read the transcript for names",
    "role": "interviewer, participant, other or unknown; of a quote: illustrate, analyse, contradict, set scene or "
    "empty",
    "room": "the screen",
    "round": "the round of coding it was made in, from 1",
    "rows": "how many rows: of a table read, or of the study that an act changed",
    "settings": "every setting and its value; of the doctor: of the person at the keyboard",
    "severity": "note, wrong or damage",
    "sha256": "the SHA-256 of the file",
    "share": "what share of participants' words is coded in the median transcript, from 0 to 1",
    "single": "names that begin only one line, and may be speakers: a list",
    "size": "the size in bytes",
    "source": "where the code comes from: data, theory, guide, earlier study, assist or empty; of a band, the "
    "attribute it is reckoned from",
    "speaker": "who says it now",
    "speakers": "who speaks: objects with `label`, `role`, `participant`, `turns`, `words`",
    "sqlite": "the SQLite library: an object of names and values",
    "stage": "how far the map had come: initial, developed or final",
    "stance": "supports, qualifies, contradicts or empty: how the passage stands to what the code says",
    "start": "where the passage begins",
    "state": "done, undone, cleared (undone for good) or log (cannot be undone); of a quote: picked, cleared, placed "
    "or rejected; of a session: planned, held, cancelled or empty; of a file: ready, check, who, withdrawn, "
    "recording, inside, name, twice or problem",
    "status": "how far the theme has come, or whether the code is active or retired",
    "stems": "whether all forms of a word are found",
    "steps": "the interviews: objects with `transcript`, `total` and `new`, the codes first used there",
    "stored": "whether it is in the study now",
    "story": "the story the theme tells",
    "stretches": "the longest stretches without codings: objects with `transcript`, `first_turn`, `last_turn`, `words`",
    "study": "the size of the study: an object of names and values",
    "suggestions": "the codes, best first: objects with `code`, `path`, `level`, `score`, `confidence`, `reasons`",
    "sure": "whether the finder was sure",
    "terminal": "the terminal: an object of names and values",
    "text": "the text",
    "theme": "the theme's name, or null",
    "themes": "the themes: how many, or objects with `name`, `level`, `status`, `parent`, `concept`, `codes`",
    "title": "the command's title",
    "total": "how many there are in all",
    "template": "how quotes are attributed, or null for as everyone's",
    "transcript": "the transcript's name",
    "transcripts": "in how many transcripts",
    "translation": "the quote in another language",
    "translator": "who translated it",
    "turn": "the number of the turn, from 1",
    "turns": "how many turns",
    "type": "text, number, date, category or band; null for what nobody defined",
    "unchanged": "how many were left as they were",
    "undecided": "what waits for a decision: how many, or the names",
    "updated": "how many had empty fields filled in",
    "verb": "the act's name",
    "verdict": "ready, no clear suggestion, too early or too short; "
    "of a review fits, stretches, no, confirmed, missing or contrary",
    "versions": "how it read, oldest first: objects with `at`, `coder`, `name`, `changed` and the definition's texts",
    "waiting": "whether it waits for a person",
    "troubles": "what cannot be taken: a list of objects with `row`, `label`, `column`, `value` and `why`",
    "warnings": "what to look at: a list of sentences",
    "when": "when to use the code",
    "when_not": "when not to use the code",
    "why": "the reason",
    "withdrawn": "the day the participant withdrew, or null",
    "words": "the exact words; of a file or transcript: how many",
}


def usage(verb: Verb) -> str:
    """Return how a verb is typed."""
    return " ".join(("workbench", verb.path, *(_usage_of(argument) for argument in verb.arguments)))


def _usage_of(argument: Argument) -> str:
    flag, options = argument.flags[0], argument.options
    value = options.get("metavar") or ("|".join(options["choices"]) if "choices" in options else flag.upper())
    if not flag.startswith("-"):
        return {"?": f"[{value}]", "+": f"{value}…", "*": f"[{value}…]"}.get(options.get("nargs", ""), str(value))
    shown = flag if options.get("action") == "store_true" else f"{flag} {value}"
    return shown if options.get("required") else f"[{shown}]"


def _rows(arguments: tuple[Argument, ...]) -> Iterator[str]:
    yield "| argument | |"
    yield "| --- | --- |"
    for argument in arguments:
        shown = _usage_of(argument)
        shown = (shown[1:-1] if shown.startswith("[") else shown).replace("|", "\\|")
        yield f"| `{shown}` | {say(argument.text)} |"


def command_line() -> str:
    """Return docs/command-line.md."""
    words.use("en")
    lines = [LEAD, "## Global options", "", *_rows(GLOBALS)]
    for verb in VERBS:
        if not verb.run:
            continue
        lines += ["", f"## {verb.path}", "", verb_help(verb), "", "```", usage(verb), "```"]
        if verb.arguments:
            lines += ["", *_rows(verb.arguments)]
        names = [name for name in verb.fields if name != "[]"]
        shape = "a list of objects with" if verb.is_list else "an object with"
        lines += ["", f"JSON: {shape} {', '.join(f'`{name}`' for name in names)}."]
    used = sorted({name for verb in VERBS for name in verb.fields} - {"[]"})
    lines += ["", "## Names in the JSON", "", "| name | |", "| --- | --- |"]
    lines += [f"| `{name}` | {MEANINGS[name]} |" for name in used]
    return "\n".join(lines) + "\n"


def key_guide() -> str:
    """Return docs/keys.md."""
    words.use("en")
    return "\n".join(markdown()) + "\n"


FILES = {"command-line.md": command_line, "keys.md": key_guide}

if __name__ == "__main__":
    for name, make in FILES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
