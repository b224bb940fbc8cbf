"""The board as a screen shows it: the same quotes as the whole board, each made when it is looked at."""

from typing import Any

import pytest

from workbench.errors import WorkbenchError
from workbench.report import board
from workbench.report.shelf import Shelf


def test_the_shelf_holds_what_the_board_holds(room: Any) -> None:
    whole, shelf = board(room.study, complete=False), Shelf(room.study)
    assert [group.theme.name for group in shelf.groups if group.theme] == [one.theme.name for one in whole.themes]
    placed = [one for group in (*shelf.groups, shelf.loose) for one in group.quotes]
    assert [shelf.quote(one) for one in placed] == list(whole.quotes)
    assert shelf.people() == len({one.participant for one in whole.quotes})
    first = shelf.groups[0]
    assert sum(count for _, count in shelf.words(first)) == sum(one.words for one in whole.themes[0].quotes)
    assert shelf.group_of(first.quotes[0].theme_id) is first


def test_a_quote_that_cannot_be_read_hides_no_other(room: Any) -> None:
    shelf = Shelf(room.study)
    bad, *others = shelf.quotes
    room.study.db.execute("UPDATE quote SET state = 'elsewhere' WHERE id = ?", (bad.id,))
    with pytest.raises(WorkbenchError):
        shelf.quote(bad)
    assert all(shelf.quote(one).text for one in others)
    group = shelf.group_of(bad.theme_id)
    assert len(list(shelf.words(group))) == len(group.quotes) - 1
