"""Making quotes ready to be printed: masked, with marked edits, by speaker, honestly attributed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from workbench.errors import ReportError, StudyError
from workbench.report.board_quote import BoardQuote, Paragraph
from workbench.shield.masks import Shield
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.attribution import attribute, fields, missing
from workbench.study.consent import NOTHING_KNOWN, Refusal
from workbench.study.masking import Mask, is_cased
from workbench.study.people import Participant
from workbench.study.quotes import INSERT_STYLES, Piece, PieceKind, Quote, plain, render
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn
from workbench.words import say
from workbench.words.attributes import attribute_label

_OTHER_VOICE = {"nb": "Annen", "en": "Other"}


class QuoteMaker:
    """Makes board quotes; loads each transcript, and reads each code's name, once."""

    def __init__(self, study: StudyFile) -> None:
        self._study = study
        self._shield = Shield.of(study)
        self._people = {person.id: person for person in people_lookup.participants(study)}
        self._consents = consents(study)
        self._codes: dict[int, str] = {}
        self._transcripts: dict[int, Transcript] = {}
        self._first_heard: dict[int, Participant | None] = {}
        self._cased: dict[int, bool] = {}
        self._language = study.language
        self._templates = people_lookup.templates(study)
        style = study.setting("insert_style", "ellipses")
        self._style = style if style in INSERT_STYLES else "ellipses"

    def transcript(self, transcript_id: int) -> Transcript:
        """Return a transcript, loaded once."""
        if transcript_id not in self._transcripts:
            self._transcripts[transcript_id] = transcript_lookup.load(self._study, transcript_id)
        return self._transcripts[transcript_id]

    def read_codes(self) -> None:
        """Read the codes of all codings at once, for many quotes."""
        self._codes = coding_lookup.code_names(self._study)

    def _code(self, coding_id: int) -> str:
        if coding_id not in self._codes:
            self._codes.update(coding_lookup.code_names(self._study, coding_id))
        return self._codes.get(coding_id, "")

    def speaker(self, transcript_id: int, span: Span) -> Participant | None:
        """Return whose quote it is: the first participant speaking in it, else the first of the transcript."""
        transcript = self.transcript(transcript_id)
        said = self._first(transcript.turns_of(span))
        if said is None:
            if transcript_id not in self._first_heard:
                self._first_heard[transcript_id] = self._first(transcript.turns)
            said = self._first_heard[transcript_id]
        return said

    def _first(self, turns: Sequence[Turn]) -> Participant | None:
        for turn in turns:
            if turn.participant_id in self._people and turn.role.answers:
                return self._people[turn.participant_id]
        return None

    def check_people(self, quotes: Sequence[Quote]) -> None:
        """Raise ReportError when an attribution cannot be made, naming all that is missing."""
        lacking: dict[str, dict[str, set[str]]] = {}
        nobody: set[str] = set()
        for quote in quotes:
            person = self.speaker(quote.transcript_id, quote.span)
            if person is None:
                if fields(self._templates.everyone):
                    nobody.add(self.transcript(quote.transcript_id).name)
                continue
            template = self._templates.of(person.kind_id)
            for name in missing(template, person):
                lacking.setdefault(template, {}).setdefault(name, set()).add(person.label)
        for template, names in lacking.items():
            told = "; ".join(
                say("report.no_value", name=attribute_label(name), people=", ".join(sorted(labels)))
                for name, labels in names.items()
            )
            raise ReportError(say("report.no_values", template=template, lacking=told))
        if nobody:
            raise ReportError(say("report.nobody", names=", ".join(sorted(nobody))))

    def refusal(self, quote: Quote) -> tuple[Refusal | None, str]:
        """Return why a quote may not leave, and who of those heard in it says so; None and nothing when it may."""
        heard = [turn.participant_id for turn in self.transcript(quote.transcript_id).turns_of(quote.span)]
        owner = self.speaker(quote.transcript_id, quote.span)
        for person_id in dict.fromkeys([owner.id if owner else None, *heard]):
            person = self._people.get(person_id or 0)
            if person and (why := self._consents.get(person.id, NOTHING_KNOWN).refusal):
                return why, person.label
        return None, ""

    def make(self, quote: Quote) -> BoardQuote:
        """Return one quote as it will be printed; raise StudyError when it lies outside its transcript."""
        transcript, person = self.transcript(quote.transcript_id), self.speaker(quote.transcript_id, quote.span)
        # Only a damaged study file has a quote beyond its text; cutting it into turns would never end.
        transcript.check(quote.span)
        pieces = render(transcript.text, quote.span, quote.edits, self._shield.masks(transcript), self._style)
        paragraphs = self._paragraphs(transcript, pieces, person)
        turn = transcript.turn_at(quote.span.start)
        return BoardQuote(
            quote, tuple(pieces), paragraphs, self._attribution(person), person.label if person else "",
            self._code(quote.coding_id), transcript.name, turn.number, turn.begin_ms,
            tuple(one for one in self._shield.undecided(transcript, quote.span) if _is_shown(pieces, one)),
            tuple(_spared(paragraphs, self._shield.spared(transcript))), self._is_cased(transcript),
            *self.refusal(quote),
        )  # fmt: skip

    def _is_cased(self, transcript: Transcript) -> bool:
        if transcript.id not in self._cased:
            self._cased[transcript.id] = is_cased(transcript.text)
        return self._cased[transcript.id]

    def _attribution(self, person: Participant | None) -> str:
        if person is None:
            return "" if fields(self._templates.everyone) else self._templates.everyone
        try:
            return attribute(self._templates.of(person.kind_id), person, self._language)
        except StudyError:
            return ""

    def _paragraphs(
        self, transcript: Transcript, pieces: Sequence[Piece], person: Participant | None
    ) -> tuple[Paragraph, ...]:
        by_turn = groupby(_split_at_turns(transcript, pieces), key=lambda piece: transcript.turn_at(piece.start).number)
        made = [
            Paragraph(self._voice(transcript.turns[number - 1], person), _trimmed(list(group)))
            for number, group in by_turn
        ]
        return tuple(paragraph for paragraph in made if plain(paragraph.pieces).strip())

    def _voice(self, turn: Turn, person: Participant | None) -> str:
        if turn.role is Role.INTERVIEWER:
            return "I"
        if person is None or turn.participant_id == person.id or turn.role is Role.UNKNOWN:
            return ""
        other = self._people.get(turn.participant_id or 0)
        return other.label if other else _OTHER_VOICE.get(self._study.language, "Other")


def _is_shown(pieces: Sequence[Piece], mask: Mask) -> bool:
    return any(piece.kind is PieceKind.WORDS and piece.start < mask.end and mask.start < piece.end for piece in pieces)


def _split_at_turns(transcript: Transcript, pieces: Sequence[Piece]) -> list[Piece]:
    """Cut the participants' words at turn borders; marks and masks belong to the turn they begin in."""
    split: list[Piece] = []
    for piece in pieces:
        if piece.kind is not PieceKind.WORDS:
            split.append(piece)
            continue
        # `render` may have put a blank before the words or taken one away.
        words = transcript.text[piece.start : piece.end]
        lead = piece.text[: len(piece.text) - len(words)] if len(piece.text) > len(words) else ""
        at = piece.end - len(piece.text) + len(lead)
        while at < piece.end:
            end = min(piece.end, _turn_end(transcript, at))
            split.append(Piece(piece.kind, lead + transcript.text[at:end], at, end))
            at, lead = end, ""
    return split


def _turn_end(transcript: Transcript, offset: int) -> int:
    number = transcript.turn_at(offset).number
    return transcript.turns[number].start if number < len(transcript.turns) else len(transcript.text)


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Take the blanks off the two ends of a paragraph."""
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces and (blanks := len(pieces[0].text) - len(pieces[0].text.lstrip())):
        first = pieces[0]
        pieces[0] = replace(first, text=first.text.lstrip(), start=min(first.start + blanks, first.end))
    if pieces and (blanks := len(pieces[-1].text) - len(pieces[-1].text.rstrip())):
        last = pieces[-1]
        end = last.end - blanks if last.kind is PieceKind.WORDS else last.end
        pieces[-1] = replace(last, text=last.text.rstrip(), end=end)
    return tuple(pieces)


def _spared(paragraphs: Sequence[Paragraph], places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where in the printed text the excepted mentions at transcript offsets `places` stand."""
    found: list[tuple[int, int]] = []
    at = 0
    for paragraph in paragraphs:
        at += len(paragraph.voice) + 2 if paragraph.voice else 0
        for piece in paragraph.pieces:
            if piece.kind is PieceKind.WORDS:
                shift = at + len(piece.text) - piece.end
                blanks = len(piece.text) - len(piece.text.lstrip())
                found += [
                    (max(start + shift, at + blanks), min(end, piece.end) + shift)
                    for start, end in places
                    if start < piece.end and piece.start < end
                ]
            at += len(piece.text)
        at += 1
    return found
