"""Coding: applying, changing and dropping codes on passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.store.backup_names import BULK, Reason
from workbench.store.journal import Value, Writer, now
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as lookup
from workbench.store.lookups import places as place_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.places import Place
from workbench.store.study_file import StudyFile
from workbench.study.codes import Code, check_name, check_usable
from workbench.study.codings import PLAIN, Coding, Level, Marks, Origin, Stance
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten, squeeze_name
from workbench.study.transcripts import Transcript


def apply(
    study: StudyFile,
    transcript_id: int,
    span: Span,
    code_id: int,
    origin: Origin = Origin.HAND,
    memo: str = "",
    marks: Marks = PLAIN,
) -> int:
    """Put a code on a passage as the current coder, with a note and marks when given; return the coding's id.

    The coding belongs to the round of coding that the study is in.

    Raises:
        StudyError: the passage is outside the text or blank, the code is a folder, retired or gone, or the
            same coder has put it on exactly these words already.
    """
    place = place_lookup.place(study, transcript_id, span)
    code = code_lookup.usable(study, code_id)
    check(study, place, code)
    with study.writing("coding.apply", _detail(place, code)) as writer:
        coding_id = insert(study, writer, place, code.id, origin, memo, marks)
        if origin is Origin.SUGGESTED:
            _verdict(study, writer, transcript_id, span, code.id, accepted=True)
    return coding_id


def check(study: StudyFile, place: Place, code: Code, but: int = 0) -> None:
    """Raise StudyError when the passage is coded so by this coder already (other than by the coding `but`)."""
    where = {"transcript_id": place.transcript_id, "start": place.span.start, "end": place.span.end}
    if any(row["id"] != but for row in study.live("coding", **where, code_id=code.id, coder_id=study.coder_id)):
        raise StudyError(f"You have coded exactly these words as «{code.name}» already.")


def _detail(place: Place, code: Code) -> dict[str, str]:
    return {
        "code": code.name, "transcript": place.transcript, "turn": str(place.turn), "words": shorten(place.words, 60),
    }  # fmt: skip


def insert(
    study: StudyFile,
    writer: Writer,
    place: Place,
    code_id: int,
    origin: Origin,
    memo: str = "",
    marks: Marks = PLAIN,
) -> int:
    """Write a coding of a checked passage with a usable code inside an act; return its id."""
    row: dict[str, Value] = {
        "transcript_id": place.transcript_id, "start": place.span.start, "end": place.span.end, **place.columns,
        "code_id": code_id, "coder_id": study.coder_id, "origin": origin.value, "created": now(),
        "memo": canonical(memo).text.strip(), "round": lookup.round_now(study), "level": marks.level.value,
        "stance": marks.stance.value, "certain": int(marks.certain), "important": int(marks.important),
    }  # fmt: skip
    return writer.insert("coding", row)


def in_vivo(
    study: StudyFile, transcript_id: int, span: Span, parent_id: int | None = None, phrase: str = ""
) -> tuple[int, int]:
    """Make the passage's own words (or a `phrase` of it) a code and apply it, in one act; return (coding id, code id).

    A code of that name, or with that other name, is reused, wherever it stands.

    Raises:
        StudyError: as `apply`, or the phrase is not in the passage.
    """
    from workbench.acts.codebook import insert_code, living_parent

    place = place_lookup.place(study, transcript_id, span)
    words = " ".join(place.words.split())
    if phrase and " ".join(phrase.split()).casefold() not in words.casefold():
        raise StudyError(f"«{shorten(phrase, 60)}» is not in the passage; an in-vivo code uses its own words.")
    name = check_name(shorten((phrase or words).strip(" .,;:!?…–-«»\"”“'’()"), 80))
    codebook = code_lookup.codebook(study)
    same = [code for code in codebook if name.casefold() in {one.casefold() for one in code.names}]
    same.sort(key=lambda code: code.name.casefold() != name.casefold())
    existing = check_usable(same[0]) if same else None
    parent_id = living_parent(codebook, parent_id)
    if existing:
        check(study, place, existing)
    detail = {
        "code": existing.name if existing else name, "transcript": place.transcript, "turn": str(place.turn),
    }  # fmt: skip
    with study.writing("coding.in_vivo", detail) as writer:
        code_id = existing.id if existing else insert_code(writer, codebook, name, parent_id)
        coding_id = insert(study, writer, place, code_id, Origin.IN_VIVO)
    return coding_id, code_id


def new_code(
    study: StudyFile,
    transcript_id: int,
    span: Span,
    name: str,
    parent_id: int | None = None,
    brief: str = "",
    memo: str = "",
    marks: Marks = PLAIN,
) -> tuple[int, int]:
    """Make a code and apply it in one act, with a note and marks when given; return (coding id, code id)."""
    from workbench.acts.codebook import insert_code, living_parent

    place = place_lookup.place(study, transcript_id, span)
    codebook = code_lookup.codebook(study)
    tidy, parent_id = check_name(name), living_parent(codebook, parent_id)
    codebook.check_free(tidy, parent_id)
    detail = {"code": tidy, "transcript": place.transcript, "turn": str(place.turn)}
    with study.writing("coding.new_code", detail) as writer:
        code_id = insert_code(writer, codebook, tidy, parent_id, brief=brief)
        coding_id = insert(study, writer, place, code_id, Origin.HAND, memo, marks)
    return coding_id, code_id


def drop(study: StudyFile, coding_id: int) -> None:
    """Take a coding away; a quote made of it leaves the board with it."""
    coding = lookup.get(study, coding_id)
    with study.writing("coding.drop", _of(study, coding)) as writer:
        writer.delete("coding", coding_id)
        for row in study.live("quote", coding_id=coding_id):
            writer.delete("quote", row["id"])


def recode(study: StudyFile, coding_id: int, code_id: int) -> None:
    """Give a coding another code."""
    coding = lookup.get(study, coding_id)
    place = place_lookup.place(study, coding.transcript_id, coding.span)
    code = code_lookup.usable(study, code_id)
    check(study, place, code, but=coding_id)
    with study.writing("coding.recode", _of(study, coding) | {"to": code.name}) as writer:
        writer.update("coding", coding_id, {"code_id": code.id})


def resize(study: StudyFile, coding_id: int, span: Span) -> None:
    """Give a coding other borders; refused when its quote's edits would lie outside, or leave none of its words."""
    coding = lookup.get(study, coding_id)
    place = place_lookup.place(study, coding.transcript_id, span)
    code = code_lookup.codebook(study).get(coding.code_id)
    check(study, place, code, but=coding_id)
    edits = [
        edit
        for quote in study.live("quote", coding_id=coding_id)
        for edit in study.live("quote_edit", quote_id=quote["id"])
    ]
    if any(edit["start"] < span.start or edit["end"] > span.end for edit in edits):
        raise StudyError("A quote of this coding has marked edits outside the new borders; take them back first.")
    if sum(edit["end"] - edit["start"] for edit in edits) >= len(span):
        raise StudyError("A quote of this coding would keep none of its words; take its cuts back first.")
    with study.writing("coding.resize", _of(study, coding)) as writer:
        writer.update("coding", coding_id, {"start": span.start, "end": span.end, **place.columns})


def set_memo(study: StudyFile, coding_id: int, text: str) -> None:
    """Keep a note on a coding (empty takes it away)."""
    coding = lookup.get(study, coding_id)
    with study.writing("coding.memo", _of(study, coding)) as writer:
        writer.update("coding", coding_id, {"memo": canonical(text).text.strip()})


def set_level(study: StudyFile, coding_id: int, level: Level) -> None:
    """Say whether a coding is semantic or latent."""
    coding = lookup.get(study, coding_id)
    with study.writing("coding.level", _of(study, coding) | {"level": level.value}) as writer:
        writer.update("coding", coding_id, {"level": level.value})


def set_stance(study: StudyFile, coding_id: int, stance: Stance) -> None:
    """Say whether a passage supports, qualifies or contradicts what the code says."""
    coding = lookup.get(study, coding_id)
    with study.writing("coding.stance", _of(study, coding) | {"to": stance.value or "unset"}) as writer:
        writer.update("coding", coding_id, {"stance": stance.value})


def set_certain(study: StudyFile, coding_id: int, certain: bool) -> None:
    """Mark a coding as uncertain, or take the mark away."""
    coding = lookup.get(study, coding_id)
    with study.writing("coding.certain", _of(study, coding) | {"to": "certain" if certain else "uncertain"}) as writer:
        writer.update("coding", coding_id, {"certain": int(certain)})


def set_important(study: StudyFile, coding_id: int, important: bool) -> None:
    """Mark a coding as important, or take the mark away."""
    coding = lookup.get(study, coding_id)
    to = "important" if important else "not important"
    with study.writing("coding.important", _of(study, coding) | {"to": to}) as writer:
        writer.update("coding", coding_id, {"important": int(important)})


def _of(study: StudyFile, coding: Coding) -> dict[str, str]:
    place = place_lookup.place(study, coding.transcript_id, coding.span)
    return _detail(place, code_lookup.codebook(study).get(coding.code_id))


def told(study: StudyFile, coding_id: int) -> dict[str, str]:
    """Return the particulars by which the history tells of a coding, for acts done together on it."""
    return _of(study, lookup.get(study, coding_id))


def reject(study: StudyFile, transcript_id: int, span: Span, code_id: int) -> None:
    """Refuse a suggestion, so that it is not made again and the assist learns from it."""
    place = place_lookup.place(study, transcript_id, span)
    code = code_lookup.codebook(study).get(code_id)
    with study.writing("suggestion.reject", _detail(place, code)) as writer:
        _verdict(study, writer, transcript_id, span, code.id, accepted=False)


def _verdict(study: StudyFile, writer: Writer, transcript_id: int, span: Span, code_id: int, *, accepted: bool) -> None:
    row: dict[str, Value] = {
        "transcript_id": transcript_id, "start": span.start, "end": span.end, "code_id": code_id,
        "coder_id": study.coder_id, "accepted": int(accepted), "created": now(),
    }  # fmt: skip
    writer.insert("verdict", row)


@dataclass(frozen=True, slots=True)
class NewCoding:
    """A coding as a file gives it: exact words of one turn."""

    transcript: str
    turn: int
    words: str
    code: str
    memo: str = ""


def take_file(study: StudyFile, new: Sequence[NewCoding], source: str) -> tuple[int, list[str]]:
    """Apply many codings in one act; return how many were new, and a sentence for each that was refused.

    Codings this coder has already are passed over silently, so that a file can be taken in twice.
    """
    codebook = code_lookup.codebook(study)
    loaded: dict[str, Transcript] = {}
    refused: list[str] = []
    codes: dict[str, Code] = {}
    ready: list[tuple[Transcript, Span, Code, str]] = []
    for number, one in enumerate(new, 2):
        try:
            if one.transcript not in loaded:
                loaded[one.transcript] = transcript_lookup.load(study, transcript_lookup.named(study, one.transcript))
            transcript = loaded[one.transcript]
            span = transcript.find(canonical(one.words).text, one.turn)
            if one.code not in codes:
                codes[one.code] = check_usable(codebook.named(one.code))
            ready.append((transcript, span, codes[one.code], one.memo))
        except StudyError as error:
            refused.append(f"{source} row {number}: {error}")
    present = {
        (row["transcript_id"], row["start"], row["end"], row["code_id"])
        for row in study.live("coding", coder_id=study.coder_id)
    }
    added = 0
    detail = {"file": squeeze_name(source)}
    if len(ready) >= BULK:
        study.about_to(Reason.IMPORT)
    with study.writing("coding.import", detail) as writer:
        for transcript, span, code, memo in ready:
            key = (transcript.id, span.start, span.end, code.id)
            if key not in present:
                present.add(key)
                place = place_lookup.place(study, transcript.id, span)
                insert(study, writer, place, code.id, Origin.IMPORTED, memo)
                added += 1
        detail["count"] = str(added)
    return added, refused
