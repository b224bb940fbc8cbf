"""Keeping searches, and coding what a search found."""

import json
from collections.abc import Iterable

from workbench.acts import coding
from workbench.errors import StoreError, StudyError
from workbench.store.backup_names import BULK, Reason
from workbench.store.journal import Value, now
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import places as place_lookup
from workbench.store.lookups import searches as lookup
from workbench.store.study_file import StudyFile
from workbench.study.codes import check_name
from workbench.study.codings import Origin
from workbench.study.search_query import parse
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten


def writable(study: StudyFile) -> None:
    """Refuse early, before anything is asked for, what a study open for reading only cannot take.

    Raises:
        StoreError: the study is open for reading only.
    """
    if study.read_only:
        raise StoreError(f"The study in {study.folder} is open for reading only; nothing was changed.")


def check(study: StudyFile, text: str) -> None:
    """Refuse to keep a search for nothing.

    Raises:
        StudyError: nothing is searched for, or the search is broken.
    """
    writable(study)
    if parse(canonical(text).text.strip()).tree is None:
        raise StudyError("There is nothing to keep yet; type what to search for first.")


def keep(
    study: StudyFile, name: str, text: str, *, parts: bool = True, stems: bool = False, notes: bool = False
) -> int:
    """Keep a search under a name (one of that name is replaced); return its id. `notes`: it searches what was written.

    Raises:
        StudyError: the name is empty or too long, or nothing is searched for.
    """
    tidy, typed = check_name(name), canonical(text).text.strip()
    if parse(typed).tree is None:
        raise StudyError("There is nothing to keep yet; type what to search for first.")
    ways = {"text": typed, "parts": parts, "stems": stems, "notes": notes}
    row: dict[str, Value] = {
        "name": tidy, "query": json.dumps(ways, ensure_ascii=False), "coder_id": study.coder_id, "created": now(),
    }  # fmt: skip
    there = next((one for one in lookup.saved(study) if one.name.casefold() == tidy.casefold()), None)
    with study.writing("search.keep", {"name": tidy}) as writer:
        if there is None:
            return writer.insert("saved_search", row)
        writer.update("saved_search", there.id, row)
    return there.id


def remove(study: StudyFile, search_id: int) -> None:
    """Keep a search no longer."""
    one = next((one for one in lookup.saved(study) if one.id == search_id), None)
    if one is None:
        raise StudyError("This search is no longer kept in the study.")
    with study.writing("search.remove", {"name": one.name}) as writer:
        writer.delete("saved_search", one.id)


def code_found(study: StudyFile, passages: Iterable[tuple[int, Span]], code_id: int, text: str) -> int:
    """Put a code on passages (transcript id, span) that a search for `text` found, in one act.

    Passages this coder has coded so already are passed over. Return how many were coded.

    Raises:
        StudyError: the code cannot be used, or a passage lies outside its transcript.
    """
    code = code_lookup.usable(study, code_id)
    wanted = dict.fromkeys(passages)
    present = {
        (row["transcript_id"], row["start"], row["end"])
        for row in study.live("coding", code_id=code.id, coder_id=study.coder_id)
    }
    new = [one for one in wanted if (one[0], one[1].start, one[1].end) not in present]
    detail = {"code": code.name, "count": str(len(new)), "query": shorten(canonical(text).text, 60)}
    if len(new) >= BULK:
        study.about_to(Reason.IMPORT)
    with study.writing("search.code", detail) as writer:
        for transcript_id, span in new:
            coding.insert(study, writer, place_lookup.place(study, transcript_id, span), code.id, Origin.SEARCH)
    return len(new)
