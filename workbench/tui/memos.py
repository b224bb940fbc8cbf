"""Memos in the rooms: writing one, opening those that are there, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.acts import memos as acts
from workbench.store.lookups import memos as lookup
from workbench.study.memos import Memo
from workbench.study.text import shorten
from workbench.tui.drawing import Line
from workbench.tui.options import Option
from workbench.words import say
from workbench.words.history import value_name

if TYPE_CHECKING:
    from workbench.tui.room import Room


def open_memos(room: Room, about: str, about_id: int, question: str, kept: Callable[[], None]) -> None:
    """Let the person write a memo on a thing, or choose one that is there to read on and change.

    `question` heads the field; `kept` says that a new memo was kept. A memo that is emptied is taken away.
    """
    found = lookup.on(room.study, about, about_id)

    def write(text: str) -> None:
        acts.write(room.study, about, about_id, text)
        kept()

    def chosen(memo_id: int, _: str) -> None:
        if memo_id:
            _edit(room, next(memo for memo in found if memo.id == memo_id), question)
        else:
            room.ask(question, write, long=True)

    if not found:
        room.ask(question, write, long=True)
        return
    options = [Option(memo.id, shorten(memo.title or memo.text, 60), _told(memo), memo.text) for memo in found]
    room.choose(question, [*options, Option(0, say("memo.another"))], chosen)


def _edit(room: Room, memo: Memo, question: str) -> None:
    def keep(text: str) -> None:
        if text.strip():
            acts.edit(room.study, memo.id, text)
            room.tell(f"{say('memo.edited')} {say('codebook.undo')}", "good")
        else:
            acts.remove(room.study, memo.id)
            room.tell(f"{say('memo.gone')} {say('codebook.undo')}", "accent")

    room.ask(question, keep, value=memo.text, long=True)


def _told(memo: Memo) -> str:
    return "  ".join(text for text, _ in memo_head(memo)).strip()


def memo_head(memo: Memo) -> Line:
    """Return the line that tells when and by whom a memo was written, of what kind it is, and who changed it since."""
    marks = [value_name(memo.kind)] if memo.kind and memo.kind not in (memo.about, "document", "person") else []
    marks += [say("memo.private")] if memo.private else []
    marks += [say("memo.edited_by", editor=memo.editor, when=memo.edited[:10])] if memo.edited else []
    head: Line = [(memo.created[:10], "dim"), (f"  {memo.coder}", "accent")]
    return [*head, (f"  {', '.join(marks)}", "dim")] if marks else head
