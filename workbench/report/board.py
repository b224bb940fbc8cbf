"""The quote board: the picked quotes under their themes, masked, with marked edits and honest attributions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from workbench.errors import ReportError, StudyError
from workbench.shield.masks import Shield
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.attribution import attribute, fields, missing
from workbench.study.consent import NOTHING_KNOWN, Refusal
from workbench.study.masking import Mask, is_cased
from workbench.study.people import Participant
from workbench.study.quotes import INSERT_STYLES, Piece, PieceKind, Quote, plain, render
from workbench.study.themes import Theme, ThemeStatus
from workbench.study.transcripts import Role, Transcript, Turn, clock
from workbench.words import say
from workbench.words.attributes import attribute_label

_OTHER_VOICE = {"nb": "Annen", "en": "Other"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One speaker's stretch of a quote; `voice` is empty for the participant quoted, `I` for the interviewer."""

    voice: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is printed."""
        words = plain(self.pieces).strip()
        return f"{self.voice}: {words}" if self.voice else words


@dataclass(frozen=True, slots=True)
class BoardQuote:
    """A quote ready to be printed.

    `pieces` are all of it in order; `paragraphs` the same by speaker. `attribution` is empty when it could not be
    made. `refusal` is why it may not leave the study (somebody in it withdrew, or said no to being quoted), `refusing`
    who. `spared` holds stretches (start, end) of `text` that look like a name and were said to be none; `cased`
    tells whether its transcript has capitals.
    """

    quote: Quote
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    attribution: str
    participant: str
    code: str
    transcript: str
    turn: int
    begin_ms: int | None
    undecided: tuple[Mask, ...] = ()
    spared: tuple[tuple[int, int], ...] = ()
    cased: bool = True
    refusal: Refusal | None = None
    refusing: str = ""

    @property
    def text(self) -> str:
        """The quote as it is printed, one line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """How many of the words are the participant's own: no masks, no insertions, no interviewer."""
        own = (piece for part in self.paragraphs if not part.voice for piece in part.pieces)
        return sum(len(piece.text.split()) for piece in own if piece.kind is PieceKind.WORDS)

    def reference(self, word: str = "turn") -> str:
        """Return where the quote comes from, such as `P07 turn 12 (12:31)`; `word` is the word for a turn."""
        return reference(self.participant or self.transcript, self.turn, self.begin_ms, word)


@dataclass(frozen=True, slots=True)
class BoardTheme:
    """A theme, the names of the codes it gathers, and its quotes in order."""

    theme: Theme
    quotes: tuple[BoardQuote, ...]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All quotes: under their themes (dropped themes left out), and those that wait without one."""

    themes: tuple[BoardTheme, ...]
    loose: tuple[BoardQuote, ...]

    @property
    def quotes(self) -> tuple[BoardQuote, ...]:
        """Every quote, in printing order."""
        return (*(quote for theme in self.themes for quote in theme.quotes), *self.loose)

    def leaving(self) -> "Board":
        """Return the board without the quotes that may not leave the study."""
        themes = tuple(
            replace(one, quotes=tuple(quote for quote in one.quotes if quote.refusal is None)) for one in self.themes
        )
        return Board(themes, tuple(quote for quote in self.loose if quote.refusal is None))


def reference(participant: str, turn: int, begin_ms: int | None, word: str = "turn") -> str:
    """Return a source reference: participant, turn number and, when known, the time it begins."""
    time = f" ({clock(begin_ms)})" if begin_ms is not None else ""
    return f"{participant} {word} {turn}{time}"


def board(study: StudyFile, *, complete: bool = True) -> Board:
    """Return the quote board of a study.

    With `complete` unset, a quote whose attribution cannot be made gets an empty one (for screens).

    Raises:
        ReportError: people lack a value that the attribution template asks for; the message names them.
    """
    picked = quote_lookup.quotes(study)
    maker = _QuoteMaker(study)
    if complete:
        maker.check_people([quote for quote in picked if maker.refusal(quote)[0] is None])
    made = [maker.make(quote) for quote in picked]
    names = {code.id: code.name for code in code_lookup.codebook(study)}
    listed = [theme for theme in theme_lookup.themes(study) if theme.status is not ThemeStatus.DROPPED]
    ids = {theme.id for theme in listed}
    themes = tuple(
        BoardTheme(
            theme,
            tuple(one for one in made if one.quote.theme_id == theme.id),
            tuple(names[code_id] for code_id in theme.code_ids if code_id in names),
        )
        for theme in listed
    )
    return Board(themes, tuple(one for one in made if one.quote.theme_id not in ids))


class _QuoteMaker:
    """Makes board quotes; loads each transcript once."""

    def __init__(self, study: StudyFile) -> None:
        self._study = study
        self._shield = Shield.of(study)
        self._people = {person.id: person for person in people_lookup.participants(study)}
        self._consents = consents(study)
        self._passages = {one.coding.id: one for one in coding_lookup.passages(study, around=0)}
        self._transcripts: dict[int, Transcript] = {}
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

    def speaker(self, quote: Quote) -> Participant | None:
        """Return whose quote it is: the first participant speaking in it, else the transcript's only one."""
        transcript = self.transcript(quote.transcript_id)
        for turn in chain(transcript.turns_of(quote.span), transcript.turns):
            if turn.role.answers and turn.participant_id in self._people:
                return self._people[turn.participant_id]
        return None

    def check_people(self, quotes: Sequence[Quote]) -> None:
        """Raise ReportError when an attribution cannot be made, naming all that is missing."""
        lacking: dict[str, dict[str, set[str]]] = {}
        nobody: set[str] = set()
        for quote in quotes:
            person = self.speaker(quote)
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
        owner = self.speaker(quote)
        for person_id in dict.fromkeys([owner.id if owner else None, *heard]):
            person = self._people.get(person_id or 0)
            if person and (why := self._consents.get(person.id, NOTHING_KNOWN).refusal):
                return why, person.label
        return None, ""

    def make(self, quote: Quote) -> BoardQuote:
        """Return one quote as it will be printed; raise StudyError when it lies outside its transcript."""
        transcript, person = self.transcript(quote.transcript_id), self.speaker(quote)
        # Only a damaged study file has a quote beyond its text; cutting it into turns would never end.
        transcript.check(quote.span)
        pieces = render(transcript.text, quote.span, quote.edits, self._shield.masks(transcript), self._style)
        paragraphs = self._paragraphs(transcript, pieces, person)
        turn = transcript.turn_at(quote.span.start)
        passage = self._passages.get(quote.coding_id)
        return BoardQuote(
            quote, tuple(pieces), paragraphs, self._attribution(person), person.label if person else "",
            passage.code if passage else "", transcript.name, turn.number, turn.begin_ms,
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
    if pieces:
        first = pieces[0]
        blanks = len(first.text) - len(first.text.lstrip())
        pieces[0] = replace(first, text=first.text.lstrip(), start=min(first.start + blanks, first.end))
        last = pieces[-1]
        blanks = len(last.text) - len(last.text.rstrip())
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


# How the quotes are spread


@dataclass(frozen=True, slots=True)
class Spread:
    """How many quotes and words of a theme each participant gives; `theme` is None for the whole board."""

    theme: str | None
    quotes: Mapping[str, int]
    words: Mapping[str, int]

    @property
    def warning(self) -> str:
        """A sentence when one participant gives more than half of a theme's quotes, else empty."""
        total = sum(self.quotes.values())
        if self.theme is None or total < 2:
            return ""
        label, most = max(self.quotes.items(), key=lambda pair: (pair[1], pair[0]))
        if most * 2 <= total:
            return ""
        return say("report.one_person", most=most, total=total, theme=self.theme, label=label)


def spread(shown: Board, silent: Sequence[str] = ()) -> tuple[Spread, ...]:
    """Return the spread of the whole board, then of each theme that has quotes.

    `silent` are labels to be listed with zero when they give nothing.
    """
    whole = _spread(None, shown.quotes, silent)
    return (whole, *(_spread(one.theme.name, one.quotes) for one in shown.themes if one.quotes))


def _spread(theme: str | None, quotes: Sequence[BoardQuote], silent: Sequence[str] = ()) -> Spread:
    count: Counter[str] = Counter(dict.fromkeys(silent, 0))
    words: Counter[str] = Counter(dict.fromkeys(silent, 0))
    for one in quotes:
        label = one.participant or one.transcript
        count[label] += 1
        words[label] += one.words
    return Spread(theme, dict(sorted(count.items())), dict(sorted(words.items())))
