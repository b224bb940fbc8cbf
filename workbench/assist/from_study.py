"""A study's codes, codings and refusals as material for suggestions."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
from workbench.study.codings import Coding
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript

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


@dataclass(frozen=True, slots=True)
class Step:
    """What one transcript gives: the `done`-th of `of`."""

    done: int
    of: int
    examples: tuple[Example, ...]
    rejections: tuple[Rejection, ...]
    background: tuple[str, ...]


def codes(study: StudyFile) -> tuple[CodeText, ...]:
    """Return the codes that may be suggested."""
    return tuple(_code_text(code) for code in code_lookup.codebook(study) if _usable(code))


def _usable(code: Code) -> bool:
    return code.codable and code.status is CodeStatus.ACTIVE


def steps(study: StudyFile, without: Place | None = None) -> Iterator[Step]:
    """Yield what suggestions are made from, transcript by transcript: the codings of all coders, and refusals.

    Interviewers' words are left out of passages and serve as context only. What is no data, and words of people who
    withdrew or said no to analysis, are left out altogether. Codings and refusals that meet the
    passage `without` are left out, so that it does not find itself.

    Raises:
        AssistError: suggestions are switched off in this study.
    """
    _check_on(study)
    people = {person.id: person.label for person in people_lookup.participants(study)}
    withheld = {person for person, one in consents(study).items() if not one.may_be_analysed}
    known = {code.id for code in code_lookup.codebook(study) if _usable(code)}
    cards = transcript_lookup.cards(study)
    evenly = _Evenly(heard.length(study, withheld))
    for done, card in enumerate(cards, 1):
        codings = coding_lookup.of_transcript(study, card.id)
        refused = sorted(coding_lookup.rejected(study, card.id))
        examples: list[Example] = []
        rejections: list[Rejection] = []
        if codings or refused:
            transcript = transcript_lookup.load(study, card.id)
            for coding in codings:
                place = Place(card.id, coding.span.start, coding.span.end)
                one = None if without and without.meets(place) else _example(transcript, coding, people, withheld)
                examples += [one] if one and one.code_id in known else []
            for start, end, code_id in refused:
                met = without and without.meets(Place(card.id, start, end))
                if code_id in known and not met and not _heard(transcript, Span(start, end), withheld):
                    rejections.append(_rejection(transcript, Span(start, end), code_id))
        turns = (turn[2] for piece in heard.pieces(study, card.id, withheld) for turn in piece)
        background = tuple(words for words in turns if evenly.takes())
        yield Step(done, len(cards), tuple(examples), tuple(rejections), background)


def material(study: StudyFile, without: Place | None = None) -> Material:
    """Return what suggestions are made from, of all transcripts at once (see `steps`); raise AssistError when off."""
    found = list(steps(study, without))
    return Material(
        study.language, codes(study), tuple(one for step in found for one in step.examples),
        tuple(one for step in found for one in step.rejections),
        tuple(one for step in found for one in step.background),
    )  # fmt: skip


def _example(transcript: Transcript, coding: Coding, people: Mapping[int, str], withheld: set[int]) -> Example | None:
    """Return a coding as an example, or None where nobody is heard in it who may be."""
    text = spoken(transcript, coding.span)
    if not text or _heard(transcript, coding.span, withheld):
        return None
    turn = transcript.turn_at(coding.span.start)
    who = people.get(turn.participant_id or 0, transcript.name)
    place = Place(transcript.id, coding.span.start, coding.span.end)
    reference = f"{transcript.name} {turn.number}"
    return Example(coding.id, coding.code_id, text, reference, question(transcript, coding.span), who, place)


def example(study: StudyFile, transcript: Transcript, coding: Coding) -> Example | None:
    """Return one coding as `steps` gives it, for the job `suggest.add`; None where it does not count."""
    people = {person.id: person.label for person in people_lookup.participants(study)}
    withheld = {person for person, one in consents(study).items() if not one.may_be_analysed}
    return _example(transcript, coding, people, withheld)


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


class _Evenly:
    """Takes turns evenly from all interviews, about `BACKGROUND_CHARACTERS` of them in all."""

    def __init__(self, characters: int) -> None:
        self._step = max(1.0, characters / BACKGROUND_CHARACTERS)
        self._seen = self._taken = 0

    def takes(self) -> bool:
        """Tell whether the next turn is taken."""
        taken = self._seen == int((self._taken + 1) * self._step) - 1
        self._seen += 1
        self._taken += taken
        return taken


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
