"""Several codes on one passage, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.acts import coding
from workbench.errors import StudyError
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import places as place_lookup
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.text import shorten


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to be made on the way: its name, under which code (None: at the top), what it means in a line."""

    name: str
    parent_id: int | None = None
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of several codes: the codings made as (coding id, code id), a sentence for each one refused."""

    made: tuple[tuple[int, int], ...]
    refused: tuple[str, ...]


def apply_all(
    study: StudyFile, transcript_id: int, span: Span, code_ids: Sequence[int], new: NewCode | None = None
) -> Applied:
    """Put codes (one at least) on a passage as the current coder, and a `new` one last, in one act.

    One that is refused does not keep back the others.

    Raises:
        StudyError: the passage is outside the text or blank, every code was refused (the first reason), or the new
            code cannot be made.
    """
    place = place_lookup.place(study, transcript_id, span)
    made: list[tuple[int, int]] = []
    refused: list[str] = []
    detail = {"transcript": place.transcript, "turn": str(place.turn), "words": shorten(place.words, 60)}
    with study.together("coding.apply_many", detail):
        for code_id in dict.fromkeys(code_ids):
            try:
                made.append((coding.apply(study, transcript_id, span, code_id), code_id))
            except StudyError as error:
                refused.append(str(error))
        if new is not None:
            made.append(coding.new_code(study, transcript_id, span, new.name, new.parent_id, new.brief))
        if not made:
            raise StudyError(refused[0])
        book = code_lookup.codebook(study)
        detail["codes"] = ", ".join(f"«{book.get(code_id).name}»" for _, code_id in made)
    return Applied(tuple(made), tuple(refused))
