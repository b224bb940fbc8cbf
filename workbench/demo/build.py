"""Building the demo study, only through the doors that a researcher's own study goes through."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from workbench.acts import coding, entities, people_schema, quotes, sessions, themes
from workbench.acts import transcripts as transcript_acts
from workbench.demo import material
from workbench.demo.material import ENGLISH, NORWEGIAN, Material, QuoteRow
from workbench.errors import StoreError, StudyError
from workbench.exchange import codebook_file
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.quotes import EditKind
from workbench.transcripts import intake, people

FIRST, SECOND = "A", "B"
EXPORTS = "exports"
Progress = Callable[[int, int, str], None]


def build(folder: Path, *, english: bool = False, progress: Progress | None = None) -> Path:
    """Make the demo study in `folder` and return it; the folder must be new or empty.

    It holds the study file, copies of its `corpus` and `codebooks`, and an empty `exports`. `progress` is
    called after each step with the number of steps done, how many there are, and the file worked on. It is
    made beside its place and moved there last, so that a failure leaves nothing behind.

    Raises:
        StoreError: the folder is taken or cannot be made, or the demo's files are missing.
        WorkbenchError: one of the demo's files is refused.
    """
    folder = Path(folder).absolute()
    _check_free(folder)
    what = ENGLISH if english else NORWEGIAN
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise StoreError(f"The folder {folder} cannot be made ({error.strerror}); choose another place.") from error
    try:
        _Builder(what, beside / "study", progress).run()
        if folder.exists():
            folder.rmdir()
        (beside / "study").rename(folder)
    except OSError as error:
        reason = error.strerror or "not all its files could be copied; is the disk full?"
        raise StoreError(f"The demo study could not be written to {folder} ({reason}). Nothing was made.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _check_free(folder: Path) -> None:
    if (folder / FILE_NAME).exists():
        raise StoreError(f"{folder} already holds a study; choose a new folder for the demo.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"{folder} already holds other files; choose a new or an empty folder for the demo.")


class _Builder:
    """Makes one demo study in a new folder, step by step."""

    def __init__(self, what: Material, folder: Path, progress: Progress | None) -> None:
        self._what, self._folder, self._progress = what, folder, progress
        self._files = what.transcripts()
        self._done, self._steps = 0, len(self._files) + 10

    def run(self) -> None:
        """Make the study as coder A, then add coder B's work."""
        self._copy()
        with StudyFile.create(self._folder, self._what.study, self._what.language, FIRST) as study:
            self._transcripts(study)
            self._sessions(study)
            self._read(study, self._what.unread, given=False)
            self._codebook(study)
            self._themes(study)
            self._codings(study, self._what.codings)
            self._quotes(study)
            self._names(study)
        with StudyFile.open(self._folder, coder=SECOND) as study:
            self._codings(study, self._what.second_codings)
            self._read(study, self._what.second, given=True)

    def _step(self, name: str) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._steps, name)

    def _copy(self) -> None:
        shutil.copytree(self._what.corpus, self._folder / "corpus")
        shutil.copytree(self._what.books, self._folder / "codebooks")
        (self._folder / EXPORTS).mkdir()
        self._step("corpus")

    def _transcripts(self, study: StudyFile) -> None:
        for path in self._files:
            preview = intake.read_file(path)
            for label, role in self._what.voices.get(preview.name, {}).items():
                preview = preview.with_speaker(label, role)
            intake.take(study, preview)
            self._step(path.name)
        people.take_people(study, people.read_people(self._what.corpus / self._what.people))
        for name, shape in self._what.attributes.items():
            people_schema.define(study, name, shape)
        self._step(self._what.people)

    def _sessions(self, study: StudyFile) -> None:
        path = self._what.books / self._what.sessions
        people_ids = {person.label: person.id for person in people_lookup.participants(study)}
        for row in material.read_sessions(path):
            session_id = sessions.add(study, row.name, row.facts)
            sessions.link(study, session_id, "transcript", transcript_lookup.named(study, row.transcript))
            sessions.link(study, session_id, "participant", people_ids[row.participant])
        self._step(path.name)

    def _read(self, study: StudyFile, names: frozenset[str], *, given: bool) -> None:
        """Mark as read the transcripts of those `names` (`given`), or all the others."""
        for card in transcript_lookup.cards(study):
            if (card.name in names) is given:
                transcript_acts.mark_read(study, card.id, True)

    def _codebook(self, study: StudyFile) -> None:
        path = self._what.books / self._what.codebook
        codebook_file.take_codebook(study, codebook_file.read_codebook(path))
        self._step(path.name)

    def _themes(self, study: StudyFile) -> None:
        path = self._what.books / self._what.themes
        codebook = code_lookup.codebook(study)
        for row in material.read_themes(path):
            theme_id = themes.add(study, row.name, concept=row.concept, definition=row.definition, colour=row.colour)
            for name in row.codes:
                themes.gather(study, theme_id, codebook.named(name).id)
        self._step(path.name)

    def _codings(self, study: StudyFile, name: str) -> None:
        _, refused = coding.take_file(study, material.read_codings(self._what.books / name), name)
        if refused:
            raise StudyError(f"The demo has codings that the study refuses ({len(refused)}). {refused[0]}")
        self._step(name)

    def _quotes(self, study: StudyFile) -> None:
        path = self._what.books / self._what.quotes
        for row in material.read_quotes(path):
            _pick(study, row)
        self._step(path.name)

    def _names(self, study: StudyFile) -> None:
        from workbench.shield import scan

        path = self._what.books / self._what.names
        entities.add(study, material.read_names(path))
        self._step(path.name)
        scan.scan(study)
        self._step(path.name)


def _pick(study: StudyFile, row: QuoteRow) -> None:
    """Pick the coding of a row as a quote under its theme, with the row's edits."""
    transcript_id = transcript_lookup.named(study, row.coding.transcript)
    transcript = transcript_lookup.load(study, transcript_id)
    span = transcript.find(row.coding.words, row.coding.turn)
    code = code_lookup.codebook(study).named(row.coding.code)
    coding_id = next(
        one.id
        for one in coding_lookup.of_transcript(study, transcript_id)
        if (one.span, one.code_id, one.coder_id) == (span, code.id, study.coder_id)
    )
    quote_id = quotes.pick(study, coding_id, theme_lookup.theme_named(study, row.theme).id)
    for edit in row.edits:
        kind, words, text = _edit(edit)
        start = transcript.text.index(words, span.start, span.end)
        if kind is EditKind.CUT:
            quotes.cut(study, quote_id, start, start + len(words))
        else:
            quotes.insert(study, quote_id, start + len(words), text)


def _edit(written: str) -> tuple[EditKind, str, str]:
    """Return kind, words and text of `cut:words` (leave them out) or `after:words=>text` (put text in behind them)."""
    how, _, rest = written.partition(":")
    if how == "cut":
        return EditKind.CUT, rest, ""
    words, _, text = rest.partition("=>")
    return EditKind.INSERT, words, text
