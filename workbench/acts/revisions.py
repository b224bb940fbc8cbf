"""Corrected transcripts: a whole file put in the place of the old one, or one turn edited; what stands on them follows.

Every act here writes a new revision; the texts and turns of the revisions before stay in the study.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace as with_

from workbench.acts import texts
from workbench.acts.carry_over import Tally, kept_part, placed
from workbench.acts.next_text import edited, over, present
from workbench.errors import StudyError
from workbench.store.backup_names import BULK, Reason
from workbench.store.journal import Value, Writer
from workbench.store.lookups import carried as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.carrying import Carrying, Outcome
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.spans import Span, trimmed
from workbench.study.text import canonical, squeeze_name
from workbench.study.transcripts import Role, Transcript, Turn

_NOT_DATA = Role.NOT_DATA.value


def prospect(study: StudyFile, transcript_id: int, new: NewTranscript) -> Tally:
    """Return how the codings of a transcript would fare with this file in its place; nothing is changed.

    Raises:
        StudyError: the transcript is gone, or the file holds no words.
    """
    old = transcript_lookup.load(study, transcript_id)
    body = texts.body_of(texts.kept_turns(new))
    return _would_fare(study, transcript_id, Carrying(old.text, body))


def _would_fare(study: StudyFile, transcript_id: int, carrying: Carrying) -> Tally:
    tally = Tally(kept=kept_part(carrying))
    for row in study.live("coding", transcript_id=transcript_id):
        tally.codings[carrying.carry(Span(row["start"], row["end"])).outcome] += 1
    return tally


def replace(
    study: StudyFile, transcript_id: int, new: NewTranscript, reason: str = "", *, force: bool = False
) -> Tally:
    """Put a corrected file in the place of a transcript and carry everything along; return how it went.

    Speakers are matched by label and keep the role and participant the researcher gave them; turns marked
    as no data stay so where they are found again. The transcript keeps its name.

    Raises:
        StudyError: the same file is in the study already, it holds no words, or (without `force`) more than
            half of the codings would be lost, as with the wrong file.
    """
    old = transcript_lookup.load(study, transcript_id)
    turns = texts.kept_turns(new)
    _refuse_double(study, old, new)
    body = texts.body_of(turns)
    carrying = Carrying(old.text, body)
    if not force:
        _refuse_wrong(_would_fare(study, transcript_id, carrying), old, new)
    if len(study.live("coding", transcript_id=transcript_id)) >= BULK:
        study.about_to(Reason.IMPORT)
    before = present(study, transcript_id)
    detail = {"name": old.name, "file": squeeze_name(new.source)}
    with study.writing("transcript.replace", detail) as writer:
        known = _not_data_again(study, old, turns, carrying)
        number = int(before["number"]) + 1
        revision_id = texts.write_revision(study, writer, transcript_id, new, turns, number, reason, known)
        writer.update("transcript", transcript_id, {"sha256": new.sha256})
        return over(study, writer, old, before["id"], revision_id, carrying, ask_speaker=True)


def _refuse_double(study: StudyFile, old: Transcript, new: NewTranscript) -> None:
    double = transcript_lookup.by_hash(study, new.sha256)
    if double is not None:
        raise StudyError(
            f"{squeeze_name(new.source)} is in the study already, as {double}; {old.name} was not replaced."
        )


def _refuse_wrong(tally: Tally, old: Transcript, new: NewTranscript) -> None:
    file = squeeze_name(new.source)
    if tally.probably_wrong and tally.total:
        lost = tally.codings[Outcome.LOST]
        raise StudyError(
            f"With {file}, {old.name} would lose {lost} of {tally.total} codings: it is probably another interview. "
            "Nothing was replaced; choose the right file, or force it."
        )
    if tally.probably_wrong:
        raise StudyError(
            f"With {file}, {old.name} would lose nearly all of its words: it is probably another interview. "
            "Nothing was replaced; choose the right file, or force it."
        )


def _not_data_again(study: StudyFile, old: Transcript, turns: Sequence[NewTurn], carrying: Carrying) -> dict[int, int]:
    """Return which new turns are turns marked as no data before, with their speakers."""
    starts: dict[tuple[int, int], int] = {}
    at = 0
    for place, turn in enumerate(turns):
        starts[at, at + len(turn.text)] = place
        at += len(turn.text) + 1
    unused = {row["id"] for row in study.live("speaker", transcript_id=old.id) if row["role"] == _NOT_DATA}
    known: dict[int, int] = {}
    for turn in old.turns:
        if turn.speaker_id is not None and turn.speaker_id in unused and turn.end > turn.start:
            found = carrying.carry(Span(turn.start, turn.end))
            if found.certain and found.span and (found.span.start, found.span.end) in starts:
                known[starts[found.span.start, found.span.end]] = turn.speaker_id
    return known


# Editing within the workbench: the place of every word outside the turn is known, nothing is guessed.


def _turn(transcript: Transcript, number: int) -> Turn:
    if not 1 <= number <= len(transcript.turns):
        raise StudyError(f"{transcript.name} has no turn {number}; it has turns 1–{len(transcript.turns)}.")
    return transcript.turns[number - 1]


def edit_turn(study: StudyFile, transcript_id: int, number: int, text: str) -> Tally:
    """Give a turn other words; return how the codings fared.

    Raises:
        StudyError: there is no such turn, nothing is left of it, or nothing is changed.
    """
    old = transcript_lookup.load(study, transcript_id)
    turn, words = _turn(old, number), canonical(text).text.strip()
    if not words:
        raise StudyError(f"Turn {number} would hold no words; mark it as no data instead.")
    if words == old.text[turn.start : turn.end]:
        raise StudyError(f"The words of turn {number} are the same; nothing was changed.")
    body = old.text[: turn.start] + words + old.text[turn.end :]
    by, end = turn.start + len(words) - turn.end, turn.start + len(words)

    def turns(_: Writer) -> list[Turn]:
        return [
            with_(one, start=one.start + by * (one.number > number), end=one.end + by * (one.number >= number))
            for one in old.turns
        ]

    window = Span(turn.start, turn.end) if turn.end > turn.start else None, Span(turn.start, end)
    act = ("transcript.edit_turn", {"name": old.name, "turn": str(number)})
    return edited(study, old, body, turns, act, window)


def set_speaker(study: StudyFile, transcript_id: int, numbers: Collection[int], label: str) -> Tally:
    """Say that these turns are said by the speaker of that label, new or known; words and numbers stay.

    Raises:
        StudyError: there is no such turn, or the label is empty.
    """
    tidy = squeeze_name(label)
    if not tidy:
        raise StudyError("A speaker needs a label.")

    def speaker(writer: Writer, _: Turn) -> int:
        rows = [row for row in study.live("speaker", transcript_id=transcript_id) if row["role"] != _NOT_DATA]
        same = next((row["id"] for row in rows if row["label"].casefold() == tidy.casefold()), None)
        if same is not None:
            return int(same)
        values = {"transcript_id": transcript_id, "label": tidy, "role": Role.UNKNOWN.value, "participant_id": None}
        return writer.insert("speaker", values)

    return _spoken_by(study, transcript_id, numbers, speaker, ("transcript.speaker", {"to": tidy}))


def mark_not_data(study: StudyFile, transcript_id: int, numbers: Collection[int], data: bool) -> Tally:
    """Say that these turns are no data (a title, a moderator's note), or are data again; numbers stay.

    Raises:
        StudyError: there is no such turn.
    """

    def speaker(writer: Writer, turn: Turn) -> int:
        rows = study.live("speaker", transcript_id=transcript_id, label=turn.speaker)
        fitting = [row for row in rows if (row["role"] != _NOT_DATA) == data]
        if fitting:
            return int(fitting[0]["id"])
        role = Role.UNKNOWN.value if data else _NOT_DATA
        values = {"transcript_id": transcript_id, "label": turn.speaker, "role": role, "participant_id": None}
        return writer.insert("speaker", values)

    verb = "transcript.data" if data else "transcript.not_data"
    return _spoken_by(study, transcript_id, numbers, speaker, (verb, {}))


def _spoken_by(
    study: StudyFile,
    transcript_id: int,
    numbers: Collection[int],
    speaker: Callable[[Writer, Turn], int],
    act: tuple[str, Mapping[str, str]],
) -> Tally:
    old = transcript_lookup.load(study, transcript_id)
    chosen = sorted({_turn(old, number).number for number in numbers})
    if not chosen:
        raise StudyError("Name at least one turn.")

    def turns(writer: Writer) -> list[Turn]:
        return [with_(one, speaker_id=speaker(writer, one)) if one.number in set(chosen) else one for one in old.turns]

    detail = {"name": old.name, "turns": ", ".join(map(str, chosen[:8])) + ("…" if len(chosen) > 8 else "")}
    return edited(study, old, old.text, turns, (act[0], detail | dict(act[1])))


def split_turn(study: StudyFile, transcript_id: int, offset: int, label: str = "") -> Tally:
    """Let a new turn begin at a word (an offset in the text), said by the same speaker or by that of a label.

    Raises:
        StudyError: no word begins there, or a turn begins there already.
    """
    old = transcript_lookup.load(study, transcript_id)
    if not 0 < offset < len(old.text) or old.text[offset].isspace() or not old.text[offset - 1].isspace():
        raise StudyError("A turn can be split only where a word begins.")
    turn = old.turn_at(offset)
    first = trimmed(old.text, turn.start, offset)
    if first is None:
        raise StudyError(f"Turn {turn.number} begins there already.")
    body = old.text[: first.end] + "\n" + old.text[offset:]
    by = first.end + 1 - offset

    def turns(_: Writer) -> list[Turn]:
        made = list(old.turns[: turn.number - 1])
        made.append(with_(turn, end=first.end, end_ms=None))
        made.append(with_(turn, number=turn.number + 1, start=first.end + 1, end=turn.end + by, begin_ms=None))
        later = old.turns[turn.number :]
        return made + [with_(one, number=one.number + 1, start=one.start + by, end=one.end + by) for one in later]

    detail = {"name": old.name, "turn": str(turn.number)}
    with study.together("transcript.split_turn", detail):
        tally = edited(study, old, body, turns, ("transcript.split_turn", detail))
        if squeeze_name(label):
            tally = set_speaker(study, transcript_id, [turn.number + 1], label)
    return tally


def join_turns(study: StudyFile, transcript_id: int, first: int, last: int) -> Tally:
    """Make one turn of turns that follow each other.

    Raises:
        StudyError: there are no such turns, or different people say them.
    """
    old = transcript_lookup.load(study, transcript_id)
    joined = [_turn(old, number) for number in range(first, last + 1)]
    if len(joined) < 2:
        raise StudyError("Name the first and the last of at least two turns that follow each other.")
    if len({turn.speaker_id for turn in joined}) > 1:
        raise StudyError(f"Turns {first}–{last} are said by different people; give them one speaker first.")
    words = " ".join(old.text[turn.start : turn.end] for turn in joined)
    start, end, gone = joined[0].start, joined[-1].end, last - first
    body = old.text[:start] + words + old.text[end:]
    by = len(body) - len(old.text)

    def turns(_: Writer) -> list[Turn]:
        one = with_(joined[0], end=start + len(words), end_ms=joined[-1].end_ms)
        later = old.turns[last:]
        return [
            *old.turns[: first - 1], one,
            *(with_(turn, number=turn.number - gone, start=turn.start + by, end=turn.end + by) for turn in later),
        ]  # fmt: skip

    detail = {"name": old.name, "turn": str(first), "to": str(last)}
    return edited(study, old, body, turns, ("transcript.join_turns", detail))


# Settling what was left open


def resolve(study: StudyFile, carried_id: int, span: Span | None = None) -> None:
    """Settle what waits for a person: put it on these words, or (no span) leave it as it is.

    A coding that was lost comes back with its quotes.

    Raises:
        StudyError: it no longer waits, or the passage is outside the text or blank.
    """
    one = _open(study, carried_id)
    transcript = transcript_lookup.load(study, one.transcript_id)
    detail = {"name": transcript.name, "code": _called(one)}
    if span is not None:
        transcript.check(span)
        _refuse_same(study, one, span)
    with study.writing("carried.place" if span else "carried.accept", detail) as writer:
        writer.update("carried", carried_id, {"state": lookup.SETTLED})
        if span is None:
            return
        place: dict[str, Value] = {"start": span.start, "end": span.end}
        if one.about == "memo":
            writer.update("memo", one.about_id, place)
            return
        revision_id = present(study, one.transcript_id)["id"]
        columns = {**place, "revision_id": revision_id, **placed(transcript, span), "deleted": 0}
        writer.update("coding", one.about_id, columns)
        for note_id, quote_id in lookup.lost_with(study, one.about_id, one.revision_id) if one.gone else ():
            writer.update("quote", quote_id, {"deleted": 0})
            writer.update("carried", note_id, {"state": lookup.SETTLED})
        _drop_outside(study, writer, one.about_id, span)


def _refuse_same(study: StudyFile, one: lookup.CarriedThing, span: Span) -> None:
    if one.about == "coding" and lookup.is_coded_so(study, one.about_id, span):
        raise StudyError(f"Exactly these words are coded as «{one.code}» already; choose others, or give this one up.")


def _drop_outside(study: StudyFile, writer: Writer, coding_id: int, span: Span) -> None:
    """Take back marked edits of quotes that do not lie in the new borders."""
    for quote in study.live("quote", coding_id=coding_id):
        edits = study.live("quote_edit", quote_id=quote["id"])
        outside = [edit for edit in edits if edit["start"] < span.start or edit["end"] > span.end]
        cut = sum(edit["end"] - edit["start"] for edit in edits if edit not in outside)
        for edit in edits if cut >= len(span) else outside:
            writer.delete("quote_edit", edit["id"])


def give_up(study: StudyFile, carried_id: int) -> None:
    """Settle what waits by letting it go: the coding leaves with its quotes, a memo loses its passage."""
    one = _open(study, carried_id)
    detail = {"name": one.transcript, "code": _called(one)}
    with study.writing("carried.give_up", detail) as writer:
        writer.update("carried", carried_id, {"state": lookup.SETTLED})
        if one.about == "memo":
            writer.update("memo", one.about_id, {"start": None, "end": None})
        elif not one.gone:
            writer.delete("coding", one.about_id)
            for quote in study.live("quote", coding_id=one.about_id):
                writer.delete("quote", quote["id"])


def _called(one: lookup.CarriedThing) -> str:
    """Return what the history calls it: never words of the transcript or of a memo."""
    return one.code if one.about == "coding" else one.about


def _open(study: StudyFile, carried_id: int) -> lookup.CarriedThing:
    one = lookup.get(study, carried_id)
    if not one.is_open:
        raise StudyError("This passage is settled already.")
    return one
