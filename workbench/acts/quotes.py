"""The quote board: picking, editing with marks, ordering; and the register of exports."""

from collections.abc import Callable

from workbench.errors import StudyError
from workbench.store.journal import now
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.quotes import quote as load
from workbench.store.lookups.quotes import quotes as load_all
from workbench.store.lookups.themes import themes
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.study.quotes import EditKind, PieceKind, Quote, QuoteEdit, QuoteRole, QuoteState, check_edit, render
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten, squeeze_name


def pick(study: StudyFile, coding_id: int, theme_id: int | None = None) -> int:
    """Put a coding on the quote board, last under `theme_id`; return the quote's id.

    Without a theme the first theme that gathers the coding's code takes it, else it waits without one.

    Raises:
        StudyError: it is on the board already, or the theme is gone.
    """
    coding = coding_lookup.get(study, coding_id)
    if study.live("quote", coding_id=coding_id):
        raise StudyError("This passage is on the quote board already.")
    check_theme(study, theme_id)
    if theme_id is None:
        theme_id = next((theme.id for theme in themes(study) if coding.code_id in theme.code_ids), None)
    with study.writing("quote.pick", _words(study, coding.transcript_id, coding.span)) as writer:
        return writer.insert("quote", {
            "guid": new_guid(), "coding_id": coding_id, "theme_id": theme_id, "rank": _last_rank(study, theme_id) + 1,
        })  # fmt: skip


def check_theme(study: StudyFile, theme_id: int | None) -> None:
    """Raise StudyError when a theme is meant that is gone."""
    if theme_id is not None and not study.live("theme", id=theme_id):
        raise StudyError("This theme is no longer in the study.")


def _words(study: StudyFile, transcript_id: int, span: Span) -> dict[str, str]:
    transcript = transcript_lookup.load(study, transcript_id)
    return {
        "words": shorten(span.cut(transcript.text), 60), "transcript": transcript.name,
        "turn": str(transcript.turn_at(span.start).number),
    }  # fmt: skip


def told(study: StudyFile, quote_id: int) -> dict[str, str]:
    """Return the particulars by which the history tells of a quote, for acts done together on it."""
    quote = load(study, quote_id)
    return _words(study, quote.transcript_id, quote.span)


def _last_rank(study: StudyFile, theme_id: int | None) -> int:
    return max((row["rank"] for row in study.live("quote", theme_id=theme_id)), default=0)


def drop(study: StudyFile, quote_id: int) -> None:
    """Take a quote off the board; the coding stays."""
    quote = load(study, quote_id)
    with study.writing("quote.drop", _words(study, quote.transcript_id, quote.span)) as writer:
        writer.delete("quote", quote_id)


def cut(study: StudyFile, quote_id: int, start: int, end: int) -> int:
    """Leave out the words `start`–`end` (transcript offsets), shown as […]; return the edit's id."""
    return _edit(study, load(study, quote_id), QuoteEdit(0, EditKind.CUT, start, end))


def insert(study: StudyFile, quote_id: int, at: int, text: str) -> int:
    """Put a bracketed explanation in at `at` (a transcript offset); return the edit's id."""
    words = " ".join(canonical(text).text.split()).strip("[]… ")
    return _edit(study, load(study, quote_id), QuoteEdit(0, EditKind.INSERT, at, at, words))


def _edit(study: StudyFile, quote: Quote, edit: QuoteEdit) -> int:
    check_edit(quote, edit)
    text = transcript_lookup.load(study, quote.transcript_id).text
    left = (piece for piece in render(text, quote.span, (*quote.edits, edit)) if piece.kind is PieceKind.WORDS)
    if not any(character.isalnum() for piece in left for character in piece.text):
        raise StudyError("A quote must keep some of its words; drop it from the board instead.")
    detail = _words(study, quote.transcript_id, quote.span) | {"text": edit.text}
    with study.writing(f"quote.{edit.kind.value}", detail) as writer:
        return writer.insert("quote_edit", {
            "quote_id": quote.id, "kind": edit.kind.value, "start": edit.start, "end": edit.end, "text": edit.text,
        })  # fmt: skip


def take_back(study: StudyFile, quote_id: int, edit_id: int) -> None:
    """Take one marked edit back; the words stand as spoken again."""
    quote = load(study, quote_id)
    if edit_id not in {edit.id for edit in quote.edits}:
        raise StudyError("This edit is no longer in the quote.")
    with study.writing("quote.take_back", _words(study, quote.transcript_id, quote.span)) as writer:
        writer.delete("quote_edit", edit_id)


def reorder(study: StudyFile, quote_id: int, step: int) -> bool:
    """Move a quote one place up (-1) or down (+1) within its theme; return False at the edge."""
    quote = load(study, quote_id)
    order = [one.id for one in load_all(study) if one.theme_id == quote.theme_id]
    at = order.index(quote_id)
    if not 0 <= at + step < len(order):
        return False
    order[at], order[at + step] = order[at + step], order[at]
    with study.writing("quote.reorder", _words(study, quote.transcript_id, quote.span)) as writer:
        for rank, one in enumerate(order, 1):
            writer.update("quote", one, {"rank": rank})
    return True


def place(study: StudyFile, quote_id: int, theme_id: int | None) -> None:
    """Put a quote under another theme, last."""
    quote = load(study, quote_id)
    check_theme(study, theme_id)
    with study.writing("quote.place", _words(study, quote.transcript_id, quote.span)) as writer:
        writer.update("quote", quote_id, {"theme_id": theme_id, "rank": _last_rank(study, theme_id) + 1})


def set_state(study: StudyFile, quote_id: int, state: QuoteState, why: str = "") -> None:
    """Say how far a quote has come; `why` becomes its note, and a rejected quote needs one.

    Raises:
        StudyError: it is rejected without a reason, now or in its note.
    """
    quote, note = load(study, quote_id), canonical(why).text.strip()
    if state is QuoteState.REJECTED and not (note or quote.note):
        raise StudyError("Say why the quote is rejected.")
    with study.writing("quote.state", _words(study, quote.transcript_id, quote.span) | {"to": state.value}) as writer:
        writer.update("quote", quote_id, {"state": state.value, "note": note or quote.note})


def set_role(study: StudyFile, quote_id: int, role: QuoteRole) -> None:
    """Say what a quote does in the text."""
    quote = load(study, quote_id)
    detail = _words(study, quote.transcript_id, quote.span) | {"to": role.value or "unset"}
    with study.writing("quote.role", detail) as writer:
        writer.update("quote", quote_id, {"role": role.value})


def set_note(study: StudyFile, quote_id: int, note: str) -> None:
    """Keep a note on a quote (empty takes it away, but not from a rejected one)."""
    quote, tidy = load(study, quote_id), canonical(note).text.strip()
    if quote.state is QuoteState.REJECTED and not tidy:
        raise StudyError("Say why the quote is rejected.")
    with study.writing("quote.note", _words(study, quote.transcript_id, quote.span)) as writer:
        writer.update("quote", quote_id, {"note": tidy})


def translate(study: StudyFile, quote_id: int, translation: str, translator: str = "") -> None:
    """Keep a translation of a quote and who made it (empty takes both away)."""
    quote, tidy = load(study, quote_id), canonical(translation).text.strip()
    with study.writing("quote.translate", _words(study, quote.transcript_id, quote.span)) as writer:
        translated_by = squeeze_name(translator) if tidy else ""
        writer.update("quote", quote_id, {"translation": tidy, "translator": translated_by})


def register_export(
    study: StudyFile, file: str, file_format: str, sha256: str, count: int, write: Callable[[], None] | None = None
) -> None:
    """Keep what left the study: file name, format, hash, number of quotes. No undo: the file is out.

    `write` puts the file in its place, after the register took it: nothing leaves that the study does not know of.
    """
    name = squeeze_name(file)
    with study.noting("export.write", {"file": name, "format": file_format, "count": str(count)}) as writer:
        writer.insert("export", {
            "at": now(), "file": name, "format": file_format, "sha256": sha256, "quotes": count,
            "coder_id": study.coder_id,
        })  # fmt: skip
        if write is not None:
            write()
