"""What leaves through the clipboard: words with names masked, and an honest attribution."""

from typing import TYPE_CHECKING

from workbench.errors import ShieldError, StudyError
from workbench.store.lookups.people import participants, templates
from workbench.store.lookups.people_schema import consents
from workbench.store.study_file import StudyFile
from workbench.study.attribution import attribute
from workbench.study.consent import NOTHING_KNOWN
from workbench.study.quotes import plain, render
from workbench.study.spans import Span
from workbench.study.text import canonical
from workbench.study.transcripts import Transcript
from workbench.words import say

if TYPE_CHECKING:
    from workbench.report.board_quote import BoardQuote


def masked_passage(study: StudyFile, transcript: Transcript, span: Span) -> str:
    """Return the words with decided names replaced and the attribution behind them.

    Raises:
        ShieldError: a name in them is not decided on yet, or who says them withdrew or said no to being quoted.
    """
    from workbench.shield.masks import Shield

    shield = Shield.of(study)
    refuse_withheld(study, transcript, span)
    undecided = shield.undecided(transcript, span)
    if undecided:
        raise ShieldError(say("coding.uncopied", name=undecided[0].entity.name))
    words = plain(render(transcript.text, span, (), shield.masks(transcript)))
    # Other programs are sent what the workbench keeps: no control character.
    return canonical(f"«{' '.join(words.split())}» ({_attribution(study, transcript, span)})").text


def refuse_withheld(study: StudyFile, transcript: Transcript, span: Span) -> None:
    """Raise ShieldError when somebody heard in a passage withdrew or said no to being quoted."""
    known = consents(study)
    labels = {one.id: one.label for one in participants(study)}
    for turn in transcript.turns_of(span):
        why = known.get(turn.participant_id or 0, NOTHING_KNOWN).refusal
        if why is not None:
            raise ShieldError(say(f"consent.uncopied.{why.name}", person=labels[turn.participant_id or 0]))


def _attribution(study: StudyFile, transcript: Transcript, span: Span) -> str:
    speaker = transcript.turn_at(span.start).participant_id
    people = {one.id: one for one in participants(study)}
    if speaker not in people:
        return transcript.name
    try:
        return attribute(templates(study).of(people[speaker].kind_id), people[speaker], study.language)
    except StudyError:
        return people[speaker].label


def printed_quote(quote: "BoardQuote") -> str:
    """Return a quote as printed, with its attribution.

    Raises:
        ShieldError: a name in it is not decided on yet.
    """
    if quote.refusal is not None:
        raise ShieldError(say(f"consent.uncopied.{quote.refusal.name}", person=quote.refusing))
    if quote.undecided:
        raise ShieldError(say("coding.uncopied", name=quote.undecided[0].entity.name))
    return canonical(f"«{' '.join(quote.text.split())}» ({quote.attribution or quote.participant})").text
