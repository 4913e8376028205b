"""A sheet as it is drawn: what stands where, decoded, as much of it as anybody looks at."""

from pathlib import Path

import pytest

from desktop.figures.finding import Refused
from desktop.figures.places import sample
from desktop.returns import ReadingRoom
from desktop.returns.sheet_cells import MOST_COLUMNS, MOST_ROWS, sheet_cells


def odd(sheet):
    sheet["A1"] = "  Hàng   hóa  xuất khẩu "
    sheet["B2"], sheet["C2"], sheet["D2"] = 1234.5, "#REF!", True
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.cell(MOST_ROWS + 5, MOST_COLUMNS + 5, 7)


def test_cells_are_given_as_they_are_drawn(workbook):
    drawn = sheet_cells(workbook({"S": odd}), "S")
    assert drawn.cells[:4] == (
        (1, 1, "Hàng hóa xuất khẩu"), (2, 2, "1234.5"), (2, 3, "#REF!"), (2, 4, "TRUE"),
    )  # fmt: skip
    assert (drawn.merged, drawn.hidden_rows, drawn.hidden_columns) == (("A1:C1",), (2,), (4,))
    assert drawn.cut
    assert drawn.rows == MOST_ROWS + 5
    assert all(row <= MOST_ROWS and column <= MOST_COLUMNS for row, column, _ in drawn.cells)


def test_texts_that_look_like_numbers_are_told_from_numbers(workbook):
    def fill(sheet):
        sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = "1.234", 1.234, "Gạo", "1.234,5"

    assert sheet_cells(workbook({"S": fill}), "S").typed == ((1, 1),)


def test_the_worker_draws_a_sheet_and_refuses_what_it_cannot():
    book = sample("gso", "02-Bieu-T6.2025.xlsx")
    with ReadingRoom() as room:
        drawn = room.cells(book, "23.XK tháng")
        assert (drawn.name, drawn.cells[0]) == ("23.XK tháng", (1, 1, "23. Hàng hóa xuất khẩu"))
        for path, sheet, code in (
            (book, "no such", "no_such_sheet"), (Path("gone.xlsx"), "S", "file_gone"),
        ):  # fmt: skip
            with pytest.raises(Refused) as refused:
                room.cells(path, sheet)
            assert refused.value.findings[0].code == code
