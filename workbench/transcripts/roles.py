"""Who the speakers are: role and participant of every label, known or guessed, and said aloud when guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.study.new_transcripts import NewTurn
from workbench.study.transcripts import Role
from workbench.transcripts import labels
from workbench.transcripts.lines import Block, Choices
from workbench.transcripts.turns import Cut, Piece

_MAX_LABEL = 40


@dataclass(slots=True)
class _Voice:
    label: str
    role: Role | None
    words: int = 0
    questions: int = 0


def assign(cut: Cut, stem: str, warnings: list[str], choices: Choices) -> tuple[NewTurn, ...]:
    """Return the turns with role and participant; what was guessed goes to `warnings`.

    Words before the first label and blocks that are no talk (titles, footnotes, notes) are not data. In a file that
    names nobody every turn is of role unknown, and carries the participant label of the file name to be cited by.
    """
    voices: dict[str, _Voice] = {}
    for piece in cut.pieces:
        if piece.label:
            known = choices.speakers.get(labels.key(piece.label)) or labels.role(piece.label)
            voice = voices.setdefault(piece.label, _Voice(piece.label, known))
            voice.words += piece.words
            voice.questions += piece.text.count("?")
    if all(voice.role is not Role.PARTICIPANT for voice in voices.values()):
        for voice in voices.values():  # a mother among strangers is a third person; alone she may be the participant
            voice.role = None if voice.role is Role.OTHER else voice.role
    _guess(list(voices.values()), warnings)
    people = _participants(list(voices.values()), stem, warnings)
    in_name = labels.in_file_name(stem)
    if not cut.named:
        warnings.append(_nobody(in_name))
    elif not cut.titled and any(not piece.label for piece in cut.pieces if piece.block is Block.WORDS):
        warnings.append(f"{labels.about('')}some captions name nobody; say whose words they are.")
    return tuple(_turns(cut, voices, people, "" if cut.named else in_name))


def _turns(cut: Cut, voices: Mapping[str, _Voice], people: Mapping[str, str], nameless: str) -> Iterator[NewTurn]:
    title = cut.titled
    for piece in cut.pieces:
        if piece.block is not Block.WORDS:
            yield _turn(piece, Role.NOT_DATA, "")
        elif piece.label:
            title = False
            yield _turn(piece, voices[piece.label].role or Role.UNKNOWN, people.get(piece.label, ""))
        else:
            yield _turn(piece, Role.NOT_DATA, "") if title else _turn(piece, Role.UNKNOWN, nameless)


def _turn(piece: Piece, role: Role, participant: str) -> NewTurn:
    label = piece.block.value if piece.block is not Block.WORDS else piece.label or ""
    return NewTurn(piece.text, label, role, participant, piece.begin_ms, piece.end_ms)


def _nobody(in_name: str) -> str:
    kept = f"the words are kept as those of {in_name}, after the file name" if in_name else "say whose words they are"
    return f"{labels.about('')}the file names no speakers; {kept}."


def _guess(voices: list[_Voice], warnings: list[str]) -> None:
    """Settle what the labels leave open: the other of two, else by who asks; never more than two speakers."""
    unknown = [voice for voice in voices if voice.role is None]
    if not unknown:
        return
    known = [voice for voice in voices if voice.role is not None]
    if len(unknown) == 1 and len(known) == 1 and known[0].role is Role.INTERVIEWER:
        unknown[0].role = Role.PARTICIPANT
        warnings.append(f"{labels.about(unknown[0].label)}taken for the participant; change it if that is wrong.")
    elif len(unknown) == 1 and _asks_all(unknown[0], known):
        _is_interviewer(unknown[0], warnings)
    elif len(unknown) == 2 and not known:
        asker, teller = sorted(unknown, key=lambda voice: (-voice.questions, voice.words))
        if _asks(asker, teller):
            _is_interviewer(asker, warnings)
            teller.role = Role.PARTICIPANT
            warnings.append(f"{labels.about(teller.label)}taken for the participant; change it if that is wrong.")
    for voice in unknown:
        if voice.role is None:
            warnings.append(
                f"{labels.about(voice.label)}it is not known who this is; say whether it is the participant."
            )


def _asks(one: _Voice, other: _Voice) -> bool:
    return one.questions > other.questions and one.words < other.words


def _asks_all(one: _Voice, known: list[_Voice]) -> bool:
    """Tell whether everybody else takes part, and this one asks more than any of them and says less than all."""
    return all(voice.role is Role.PARTICIPANT and one.questions > voice.questions for voice in known) and (
        one.words < sum(voice.words for voice in known)
    )


def _is_interviewer(voice: _Voice, warnings: list[str]) -> None:
    voice.role = Role.INTERVIEWER
    warnings.append(
        f"{labels.about(voice.label)}taken for the interviewer, who asks most and says least; "
        "change it if that is wrong."
    )


def _participants(voices: list[_Voice], stem: str, warnings: list[str]) -> dict[str, str]:
    """Return the participant label of every participating speaker label."""
    speaking = [voice.label for voice in voices if voice.role is Role.PARTICIPANT]
    without = [label for label in speaking if not labels.own_participant(label)]
    in_name = labels.in_file_name(stem)
    people: dict[str, str] = {}
    for label in speaking:
        own = labels.own_participant(label)
        if own:
            people[label] = own
        elif in_name:
            people[label] = in_name if len(without) == 1 else _short(f"{in_name} {labels.core(label)}")
        else:
            named = labels.is_personal(label) or any(map(str.isdigit, label))
            people[label] = _short(labels.core(label) if named else stem)
        _say(label, people[label], in_name, stem, warnings)
    return people


def _say(label: str, participant: str, in_name: str, stem: str, warnings: list[str]) -> None:
    about = labels.about(label)
    own = labels.own_participant(label)
    if labels.is_personal(label) and participant != label:
        warnings.append(f"{about}called by name in the file; the study keeps {participant} instead.")
    elif labels.is_personal(label):
        warnings.append(f"{about}the participant is called by name; give a label such as P07 before it is taken in.")
    elif own and in_name and own != in_name:
        warnings.append(f"{about}the file name says {in_name}; check that this is the right file.")
    elif participant == _short(stem) and participant not in (label, in_name):
        warnings.append(f"{about}called {participant} after the file; give a label such as P07 if there is one.")


def _short(label: str) -> str:
    return " ".join(label[:_MAX_LABEL].split())
