"""What the researcher sees of a file before it is taken into the study."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

from workbench.errors import StudyError, TranscriptError
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.people import check_label
from workbench.study.text import shorten, squeeze_name
from workbench.study.transcripts import Role
from workbench.transcripts import labels
from workbench.transcripts.assembled import Beside
from workbench.transcripts.lines import Choices

_SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Speaker:
    """One label of the file: who it is, how much is said, and a few words to know the voice by."""

    label: str
    role: Role
    participant: str
    turns: int
    words: int
    sample: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as read, not yet in the study; `name` is the transcript's proposed name, `warnings` are sentences.

    The speaker label "" stands for words without a speaker: title lines (role not data) or,
    in a file that names nobody, everything (role unknown). `encoding_sure` is False when the encoding must be asked;
    `encodings` are the others it may be, each with a short stretch as it would read. `beside` is what is kept beside
    the turns, `choices` what was said of the file before it was read, `single` names that begin only one line.
    """

    path: Path
    name: str
    format: str
    encoding: str
    sha256: str
    turns: tuple[NewTurn, ...]
    warnings: tuple[str, ...]
    encoding_sure: bool = True
    encodings: tuple[tuple[str, str], ...] = ()
    beside: Beside = field(default_factory=Beside)
    choices: Choices = field(default_factory=Choices)
    single: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of words in all turns."""
        return sum(len(turn.text.split()) for turn in self.turns)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers in the order they first speak."""
        found: dict[str, list[NewTurn]] = {}
        for turn in self.turns:
            found.setdefault(turn.speaker, []).append(turn)
        return tuple(
            Speaker(
                label, turns[0].role, turns[0].participant, len(turns),
                sum(len(turn.text.split()) for turn in turns), _sample(turns),
            )
            for label, turns in found.items()
        )  # fmt: skip

    @property
    def participant(self) -> str:
        """The label of the participant who speaks most, or "" when nobody is known as one."""
        words: dict[str, int] = {}
        for turn in self.turns:
            if turn.participant:
                words[turn.participant] = words.get(turn.participant, 0) + len(turn.text.split())
        return max(words, key=lambda label: words[label], default="")

    def with_speaker(self, label: str, role: Role, participant: str = "") -> "Preview":
        """Return the preview with all turns of `label` in that role.

        A participant without a `participant` label gets the one read before, else one from the speaker label,
        the file name or the name itself; an interviewer or other speaker has none. Warnings about the speaker
        are settled by this and go.

        Raises:
            TranscriptError: nobody of that label speaks, or the participant label is too long.
        """
        known = next((turn for turn in self.turns if turn.speaker == label), None)
        if known is None:
            refuse_nobody(label, self.name, self.speakers)
        participant = called(label, role, participant, known.participant, self.path.stem, self.name)
        about = labels.about(label)
        return replace(
            self,
            turns=tuple(
                replace(turn, role=role, participant=participant) if turn.speaker == label else turn
                for turn in self.turns
            ),
            warnings=tuple(warning for warning in self.warnings if not warning.startswith(about)),
        )

    def renamed(self, name: str) -> "Preview":
        """Return the preview under another transcript name; raise TranscriptError when it is empty."""
        tidy = squeeze_name(name)
        if not tidy:
            raise TranscriptError(f"The transcript of {self.path.name} needs a name.")
        return replace(self, name=tidy)

    def new(self) -> NewTranscript:
        """Return what `acts.transcripts.add` takes.

        A participant whom the file calls by a person's name is kept under the participant label only, so the
        name does not enter the study with every turn.
        """
        return NewTranscript(
            name=self.name,
            turns=tuple(replace(turn, speaker=turn.participant) if _is_named(turn) else turn for turn in self.turns),
            source=squeeze_name(self.path.name),
            format=self.format,
            encoding=self.encoding,
            sha256=self.sha256,
            original=self.beside.original,
            kept=self.beside.kept,
            repairs=self.beside.repairs,
            marks=self.beside.marks,
            remarks=self.beside.remarks,
            facts=self.beside.facts,
            learnt=self.learnt(),
        )

    def learnt(self) -> dict[str, Role]:
        """Return the labels whose role the next file's reader should know: not names, and not known by shape."""
        found: dict[str, Role] = {}
        for label, role in dict.fromkeys((turn.speaker, turn.role) for turn in self.turns):
            telling = role not in (Role.UNKNOWN, Role.NOT_DATA) and role is not labels.role(label)
            if label and telling and not labels.is_personal(label):
                found[labels.key(label)] = role
        return found

    def as_json(self) -> dict[str, Any]:
        """Return plain values that `json.dumps` takes and `from_json` reads back."""
        return {
            "path": str(self.path), "name": self.name, "format": self.format, "encoding": self.encoding,
            "sha256": self.sha256, "warnings": list(self.warnings),
            "turns": [
                [turn.text, turn.speaker, turn.role.value, turn.participant, turn.begin_ms, turn.end_ms]
                for turn in self.turns
            ],
            "encoding_sure": self.encoding_sure, "encodings": [list(one) for one in self.encodings],
            "beside": self.beside.as_json(), "choices": self.choices.as_json(), "single": list(self.single),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Preview":
        """Return the preview that `as_json` described."""
        return cls(
            path=Path(data["path"]), name=data["name"], format=data["format"], encoding=data["encoding"],
            sha256=data["sha256"], warnings=tuple(data["warnings"]),
            turns=tuple(
                NewTurn(text, speaker, Role(role), participant, begin, end)
                for text, speaker, role, participant, begin, end in data["turns"]
            ),
            encoding_sure=data["encoding_sure"],
            encodings=tuple((name, sample) for name, sample in data["encodings"]),
            beside=Beside.from_json(data["beside"]),
            choices=Choices.from_json(data["choices"]),
            single=tuple(data["single"]),
        )  # fmt: skip


def refuse_nobody(label: str, name: str, speakers: Sequence[Speaker]) -> NoReturn:
    """Raise TranscriptError: nobody of that label speaks in the transcript of that name."""
    names = ", ".join(f"«{one.label}»" for one in speakers)
    raise TranscriptError(f"Nobody called «{label}» speaks in {name}; the speakers are {names}.")


def called(label: str, role: Role, participant: str, known: str, stem: str, name: str) -> str:
    """Return the participant label of a speaker in a role; see `Preview.with_speaker`.

    Raises:
        TranscriptError: it is too long.
    """
    if role in (Role.INTERVIEWER, Role.OTHER, Role.NOT_DATA):
        return ""
    if role is Role.PARTICIPANT and not participant.strip():
        participant = known or labels.own_participant(label) or labels.in_file_name(stem) or label or name
    try:
        return check_label(squeeze_name(participant)) if participant.strip() else ""
    except StudyError as error:
        raise TranscriptError(str(error)) from error


@dataclass
class Problem:
    """A file that could not be read, and the sentence that says why and what to do."""

    path: Path
    message: str


def _is_named(turn: NewTurn) -> bool:
    return bool(turn.participant) and turn.participant != turn.speaker and labels.is_personal(turn.speaker)


def _sample(turns: list[NewTurn]) -> str:
    telling = next((turn for turn in turns if len(turn.text.split()) >= 6), None)
    return shorten((telling or max(turns, key=lambda turn: len(turn.text))).text, _SAMPLE)
