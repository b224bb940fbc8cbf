"""The matrix: cells walked, names in sight, and only what is seen is drawn."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App, ComposeResult

from workbench.tui.looks import DUSK, palette
from workbench.tui.matrix import Grid, Matrix

PALETTE = palette(DUSK, True)


def grid(rows: int, columns: int, seen: list[tuple[int, int]] | None = None) -> Grid:
    def cell(row: int, column: int) -> tuple[str, str]:
        if seen is not None:
            seen.append((row, column))
        return f"{row}.{column}", ""

    return Grid(
        rows, columns, lambda row: f"row {row}", lambda column: f"col {column}", cell,
        lambda row: (f"Σ{row}", ""), "all", 7,
    )  # fmt: skip


class Alone(App[None]):
    """A matrix by itself."""

    def compose(self) -> ComposeResult:
        yield Matrix(PALETTE, empty="nothing here")


def sit(journey: Callable[[Matrix, Any], Awaitable[None]], size: tuple[int, int] = (60, 12)) -> None:
    async def run() -> None:
        app = Alone()
        async with app.run_test(size=size) as pilot:
            await journey(app.query_one(Matrix), pilot)

    asyncio.run(run())


def lines(matrix: Matrix) -> list[str]:
    return [matrix.render_line(y).text for y in range(matrix.size.height)]


def test_names_of_rows_and_columns_stay_in_sight() -> None:
    async def journey(matrix: Matrix, pilot: Any) -> None:
        matrix.show(grid(200, 50), range(200))
        await pilot.pause()
        assert lines(matrix)[0].split()[:4] == ["47▸", "all", "col", "0"]
        matrix.go(-1)
        matrix.move_across(60)
        shown = lines(matrix)
        assert (matrix.row, matrix.column) == (199, 49)
        assert "◂47" in shown[0] and shown[0].rstrip().endswith("col 49")
        assert shown[-1].split()[:3] == ["▌row", "199", "Σ199"] and shown[-1].rstrip().endswith("199.49")
        matrix.page(-1)
        assert matrix.row == 189 and matrix.column == 49
        matrix.show(None)
        assert matrix.row == matrix.column == -1 and "nothing here" in "".join(lines(matrix))
        matrix.move(1)
        matrix.move_across(1)

    sit(journey)


def test_only_what_is_seen_is_drawn() -> None:
    async def journey(matrix: Matrix, pilot: Any) -> None:
        asked: list[tuple[int, int]] = []
        matrix.show(grid(2_000, 10_000, asked), range(2_000))
        await pilot.pause()
        lines(matrix)
        assert 0 < len(set(asked)) <= 11 * 6
        asked.clear()
        matrix.move(1)
        lines(matrix)
        # The row one left and the one one came to.
        assert {row for row, _ in asked} == {0, 1}

    sit(journey)


def test_a_click_takes_a_cell_and_a_double_click_chooses_it() -> None:
    async def journey(matrix: Matrix, pilot: Any) -> None:
        matrix.show(grid(20, 3), range(19, -1, -1), row=19)
        await pilot.pause()
        await pilot.click(Matrix, offset=(24 + 9 + 8 + 2, 3))
        assert (matrix.row, matrix.column) == (17, 1)
        await pilot.click(Matrix, offset=(2, 1))
        assert (matrix.row, matrix.column) == (19, 1)

    sit(journey)


@pytest.mark.parametrize("size", [(40, 4), (60, 12), (200, 50)])
def test_the_current_cell_is_always_drawn(size: tuple[int, int]) -> None:
    luck = random.Random(7)

    async def journey(matrix: Matrix, pilot: Any) -> None:
        for _ in range(60):
            rows, columns = luck.randint(0, 30), luck.randint(0, 30)
            matrix.show(grid(rows, columns), range(rows))
            for _ in range(luck.randint(0, 8)):
                luck.choice([matrix.move, matrix.move_across, matrix.page])(luck.randint(-40, 40))
            shown = lines(matrix)
            assert all(len(line) == matrix.size.width for line in shown)
            if rows and columns:
                current = next(line for line in shown if line.startswith("▌"))
                assert f"{matrix.row}.{matrix.column}" in current

    sit(journey, size)
