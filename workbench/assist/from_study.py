"""A study's codes, codings and refusals as material for suggestions."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from workbench.assist.terms import CodeText, Example, Material, Place, Rejection, SuggestionList
from workbench.errors import AssistError
from workbench.language.notes import blanked
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import heard
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.codes import Code, CodeStatus
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn

SETTING = "assist"
OFF = "off"
# Word frequencies settle long before this; beyond it turns are taken evenly from all interviews.
BACKGROUND_CHARACTERS = 400_000
SHORTEST_QUESTION = 3


def is_on(study: StudyFile) -> bool:
    """Tell whether suggestions may be made in this study."""
    return study.setting(SETTING) != OFF


def _check_on(study: StudyFile) -> None:
    if not is_on(study):
        raise AssistError(f"Suggestions are switched off in this study (setting «{SETTING}»); switch them on first.")


def material(study: StudyFile, without: Place | None = None) -> Material:
    """Return what suggestions are made from: usable codes, the codings of all coders, and refusals.

    Interviewers' words are left out of passages and serve as context only. What is no data, and words of people who
    withdrew or said no to analysis, are left out altogether. Codings and refusals that meet the
    passage `without` are left out, so that it does not find itself.

    Raises:
        AssistError: suggestions are switched off in this study.
    """
    _check_on(study)
    people = {person.id: person.label for person in people_lookup.participants(study)}
    withheld = {person for person, one in consents(study).items() if not one.may_be_analysed}
    codes = [code for code in code_lookup.codebook(study) if code.codable and code.status is CodeStatus.ACTIVE]
    known = {code.id for code in codes}
    examples: list[Example] = []
    rejections: list[Rejection] = []
    turns: list[str] = []
    for transcript_id, name, _ in transcript_lookup.texts(study):
        transcript = transcript_lookup.load(study, transcript_id)
        answers = [turn for turn in _answers(transcript) if turn.participant_id not in withheld]
        turns += [transcript.text[turn.start : turn.end] for turn in answers]
        for coding in coding_lookup.of_transcript(study, transcript_id):
            place = Place(transcript_id, coding.span.start, coding.span.end)
            text = spoken(transcript, coding.span)
            if _heard(transcript, coding.span, withheld):
                continue
            if coding.code_id in known and text and not (without and without.meets(place)):
                turn = transcript.turn_at(coding.span.start)
                who = people.get(turn.participant_id or 0, name)
                examples.append(
                    Example(
                        coding.id, coding.code_id, text, f"{name} {turn.number}", question(transcript, coding.span),
                        who, place,
                    )
                )  # fmt: skip
        for start, end, code_id in sorted(coding_lookup.rejected(study, transcript_id)):
            if _heard(transcript, Span(start, end), withheld):
                continue
            if code_id in known and not (without and without.meets(Place(transcript_id, start, end))):
                rejections.append(_rejection(transcript, Span(start, end), code_id))
    return Material(
        study.language, tuple(_code_text(code) for code in codes), tuple(examples), tuple(rejections),
        tuple(_evenly(turns, BACKGROUND_CHARACTERS)),
    )  # fmt: skip


def material_json(study: StudyFile) -> dict[str, Any]:
    """Return the material as JSON values, ready for the helper's job `suggest.load`; raise AssistError when off."""
    return material(study).as_plain()


def heard_ids(study: StudyFile) -> list[int]:
    """Return the ids of the transcripts the echo may hear, by name; raise AssistError when the assist is off."""
    _check_on(study)
    return [card.id for card in transcript_lookup.cards(study)]


def heard_pieces(study: StudyFile, transcript_id: int) -> Iterator[list[tuple[int, int, str]]]:
    """Yield (number, start, words) of what participants say in a transcript, in pieces, for the job `echo.load`.

    People who withdrew or said no to analysis are left out; a transcript that is gone is one empty piece.
    """
    withheld = {person for person, one in consents(study).items() if not one.may_be_analysed}
    return heard.pieces(study, transcript_id, withheld)


def _code_text(code: Code) -> CodeText:
    # `when_not` is left out: it speaks of the neighbouring codes.
    parts = (code.brief, code.definition, code.when, code.example)
    return CodeText(code.id, code.name, "\n".join(part for part in parts if part))


def _rejection(transcript: Transcript, span: Span, code_id: int) -> Rejection:
    reference = f"{transcript.name} {transcript.turn_at(span.start).number}"
    return Rejection(code_id, spoken(transcript, span), question(transcript, span), reference)


def _heard(transcript: Transcript, span: Span, people: set[int]) -> bool:
    """Tell whether one of these people is heard in a passage."""
    return bool(people) and any(turn.participant_id in people for turn in transcript.turns_of(span))


def _answers(transcript: Transcript) -> list[Turn]:
    return [turn for turn in transcript.turns if turn.role.answers]


def spoken(transcript: Transcript, span: Span) -> str:
    """Return the words of a passage without the interviewer's turns and what is no data."""
    if not transcript.turns:
        return span.cut(transcript.text).strip()
    parts = [
        transcript.text[max(span.start, turn.start) : min(span.end, turn.end)]
        for turn in transcript.turns_of(span)
        if turn.role.answers
    ]
    return "\n".join(part.strip() for part in parts if part.strip())


def question(transcript: Transcript, span: Span) -> str:
    """Return what the interviewer last asked before the passage; «Mhm.» is no question. Empty when nothing is."""
    at = bisect_left(transcript.turns, span.start, key=lambda turn: turn.start)
    for turn in reversed(transcript.turns[:at]):
        words = transcript.text[turn.start : turn.end]
        if turn.role is Role.INTERVIEWER and len(blanked(words).split()) >= SHORTEST_QUESTION:
            return words
    return ""


def _evenly(turns: list[str], limit: int) -> list[str]:
    whole = sum(len(turn) for turn in turns)
    if whole <= limit:
        return turns
    step = whole / limit
    return [turns[int(at * step)] for at in range(int(len(turns) / step))]


def suggest_for(
    study: StudyFile, text: str, transcript_id: int | None = None, span: Span | None = None, k: int = 5
) -> SuggestionList:
    """Return suggestions for a passage of the study (`transcript_id` and `span`) or for any `text`.

    Raises:
        AssistError: suggestions are switched off in this study.
        StudyError: the transcript is gone or the span lies outside it.
    """
    from workbench.assist.model import CodePrototypes

    _check_on(study)
    if transcript_id is None or span is None:
        return CodePrototypes.of(material(study)).suggest(text, "", k)
    transcript = transcript_lookup.load(study, transcript_id)
    transcript.check(span)
    place = Place(transcript_id, span.start, span.end)
    model = CodePrototypes.of(material(study, without=place))
    return model.suggest(spoken(transcript, span), question(transcript, span), k)
