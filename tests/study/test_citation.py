"""Where passages stand, against counting by hand."""

import random

from workbench.study.citation import Citing
from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.repair_view import around, change, line_at, line_ends, seen
from workbench.study.repairs import Repair, RepairKind
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn


def test_turns_lines_and_times_are_those_counted_by_hand() -> None:
    luck = random.Random(7)
    for _ in range(40):
        said = [
            "\n".join("ord " * luck.randint(1, 4) + "æ" for _ in range(luck.randint(1, 3)))
            for _ in range(luck.randint(1, 6))
        ]
        body, turns, at = "\n".join(said), list[Turn](), 0
        for number, words in enumerate(said, 1):
            begin = luck.choice([None, number * 1000])
            turns.append(Turn(number, at, at + len(words), "P", Role.PARTICIPANT, 5, begin))
            at += len(words) + 1
        moments = sorted(luck.sample(range(len(body)), min(3, len(body))))
        marks = [Mark(MarkKind.TIME, place, place, 100_000 + place) for place in moments]
        marks.append(Mark(MarkKind.DOUBT, 0, 1, 50))
        citing = Citing(Transcript(1, "g", "T", body, tuple(turns)), marks, {5: "P07"})
        for _ in range(10):
            start = luck.randrange(len(body))
            end = luck.randint(start + 1, len(body))
            found = citing.at(Span(start, end))
            assert found.line == body.count("\n", 0, start) + 1
            assert found.last_line == body.count("\n", 0, end - 1) + 1
            turn = max((one for one in turns if one.start <= start), key=lambda one: one.start)
            assert (found.turn, found.who) == (turn.number, "P07 (T)")
            before = [place for place in moments if turn.start <= place <= start]
            assert found.begin_ms == (100_000 + before[-1] if before else turn.begin_ms)


def test_a_transcript_called_as_its_participant_is_named_once() -> None:
    turn = Turn(1, 0, 3, "P07", Role.PARTICIPANT, 5)
    text = Transcript(1, "g", "P07", "Ja.", (turn,))
    assert Citing(text, (), {5: "P07"}).at(Span(0, 3)).who == "P07"
    assert Citing(text).at(Span(0, 1)).who == "P07"


def test_a_repair_is_shown_with_its_words() -> None:
    original = "en ordning i sentralad-\nministrasjonen som"
    at = original.index("-\n")
    repair = Repair(at, at + 2, "", RepairKind.HYPHEN, True)
    assert change(original, repair) == ("sentralad-\nministrasjonen", "sentraladministrasjonen")
    assert (
        change("x" * 99 + "-" + "y" * 99, Repair(99, 100, "", RepairKind.HYPHEN, True))[0] == "x" * 24 + "-" + "y" * 24
    )


def test_what_stands_around_begins_and_ends_with_whole_words() -> None:
    text = "alfa beta gamma delta epsilon"
    at = text.index("gamma")
    found = around(text, at, at + 5, 7)
    assert (found.before, found.here, found.after) == ("beta ", "gamma", " delta")
    assert around(text, 0, len(text), 5).before == around(text, 0, len(text), 5).after == ""


def test_lines_are_counted_and_the_unseen_is_seen() -> None:
    ends = line_ends("a\nbc\n\nd")
    assert [line_at(ends, place) for place in range(7)] == [1, 1, 2, 2, 2, 3, 4]
    assert seen("a\u200bb\u00a0c\n\td") == "a‹U+200B›b‹U+00A0›c⏎⇥d"
