"""Taking a sheet of open answers into the study in pieces; a piece is an act, and holds whole respondents.

A sheet whose taking was cut off is gone on with by taking it again: a respondent who is in the study with these very
words is passed over, and stays as they are.
"""

import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from workbench.acts import people as people_acts
from workbench.acts import transcripts as acts
from workbench.acts.texts import kept_turns
from workbench.errors import StudyError
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.people import check_label
from workbench.study.people_plan import tidied
from workbench.study.text import squeeze_name
from workbench.transcripts.answers import Answers
from workbench.transcripts.preview import Preview

WHOLE, PIECE = "answers.import", "answers.part"
# So few respondents are one piece, however long that takes.
_FEW = 4
_HASHES = 500


@dataclass(frozen=True, slots=True)
class Come:
    """How far it has come: respondents looked through, or taken in (`taken`, in `acts` acts), of `of`.

    `inside` are those passed over because the study has them already.
    """

    looked: int = 0
    taken: int = 0
    of: int = 0
    inside: int = 0
    acts: int = 0


def take_in_pieces(
    study: StudyFile, answers: Answers, seconds: float = inf, most: int | None = None
) -> Generator[Come]:
    """Take answers and attributes in, yielding after each piece of work of about `seconds`.

    First all respondents are looked through, so that nothing is taken of a sheet that would be refused; then they
    are taken, at most `most` an act. Whoever stops asking for the next piece has whole respondents in the study.

    Raises:
        StudyError: all are in the study already, a name is taken, or a value is none of its attribute's type.
    """
    label_column = answers.people.label_column.casefold()
    rows: dict[str, tuple[int, Mapping[str, str]]] = {}
    left: list[tuple[int, Preview]] = []
    known: set[str] = set()
    yield from _hashes(study, known)
    types, clock = schema(study), _Clock(seconds)
    for at, (preview, row) in enumerate(zip(answers.previews, answers.people.rows, strict=True), 1):
        tidy = tidied(row, at + 1)
        if preview.sha256 not in known:
            _check(study, preview)
            people_acts.check_row(study, types, tidy, at + 1, label_column)
            left.append((at, preview))
            rows[preview.sha256] = at + 1, tidy
        if clock.is_up():
            yield Come(looked=at, of=len(answers.previews), inside=at - len(left))
            clock = _Clock(seconds)
    if not left:
        name = squeeze_name(answers.path.name)
        raise StudyError(f"All answers of {name} are in the study already; they were not imported again.")
    yield from _pieces(study, answers, left, rows, seconds, most or len(left))


def _pieces(
    study: StudyFile, answers: Answers, left: Sequence[tuple[int, Preview]],
    rows: Mapping[str, tuple[int, Mapping[str, str]]], seconds: float, most: int,
) -> Generator[Come]:  # fmt: skip
    whole, label_column = len(answers.previews), answers.people.label_column.casefold()
    inside, done, made = whole - len(left), 0, 0
    in_one = len(left) == whole <= most and (whole <= _FEW or seconds == inf)
    while done < len(left):
        clock, first = _Clock(inf if in_one else seconds), done
        # Filled while the act goes on: how many it takes shows as it goes.
        detail = {"name": squeeze_name(answers.path.name)}
        with study.together(WHOLE if in_one else PIECE, detail):
            types = schema(study)
            while done < len(left) and (done == first or not (clock.is_up() or done - first == most)):
                preview = left[done][1]
                acts.add(study, preview.new(), is_known_new=True)
                number, row = rows[preview.sha256]
                people_acts.take_row(study, types, row, number, label_column)
                done += 1
            detail["count"] = str(done - first)
            if not in_one:
                detail |= {"from": str(left[first][0]), "to": str(left[done - 1][0]), "of": str(whole)}
        made += 1
        yield Come(whole, done, len(left), inside, made)


def _hashes(study: StudyFile, known: set[str]) -> Generator[Come]:
    """Gather what the transcripts of the study were made from."""
    last = 0
    while found := lookup.hashes_after(study, last, _HASHES):
        last = found[-1][0]
        known.update(sha256 for _, sha256 in found)
        yield Come()


def _check(study: StudyFile, preview: Preview) -> None:
    new = preview.new()
    if lookup.is_named(study, squeeze_name(new.name)):
        raise StudyError(
            f"There is already a transcript called {squeeze_name(new.name)}; rename the file {new.source} and import "
            "it again."
        )
    kept_turns(new)
    for label in {turn.participant for turn in new.turns if turn.participant}:
        check_label(label)


class _Clock:
    """Tells when a piece of work has taken its time, should the next step take as long as those before it."""

    def __init__(self, seconds: float) -> None:
        self._begun = time.perf_counter()
        self._seconds, self._steps = seconds, 0

    def is_up(self) -> bool:
        """One more step is done: whether another would take too long."""
        self._steps += 1
        gone = time.perf_counter() - self._begun
        return gone + gone / self._steps > self._seconds
