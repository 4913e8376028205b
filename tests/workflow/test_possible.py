"""A question about the month never offers one that has not begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import openpyxl

from desktop.figures.places import sample
from desktop.figures.reading import Ask
from desktop.workflow import Office

JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")


def test_a_misprinted_year_is_not_offered(tmp_path):
    book = openpyxl.load_workbook(JUNE)
    exports = next(sheet for sheet in book if "XK tháng" in sheet.title)
    for row in exports.iter_rows(max_row=8):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2025", "2052")
    book.save(tmp_path / "june.xlsx")
    clock = datetime(2025, 7, 12, tzinfo=UTC)
    path = tmp_path / "june.xlsx"
    with Office(tmp_path / "a.sqlite3", clock=lambda: clock, user="Lan") as office:
        (preview,) = office.preview([path])
        (question,) = preview.questions
        assert (question.ask, question.choices) == (Ask.MONTH, ("2025-06",))
        told = preview.directions
        for plan in preview.reading.tables:
            told = told.with_plan(replace(plan, month="2025-06"))
        answered = office.read_again(preview, told)
        (plain,) = office.preview([JUNE])
    same = {(r.sheet, r.cell, r.period_start, r.period_end, r.value) for r in plain.reading.rows}
    read = {(r.sheet, r.cell, r.period_start, r.period_end, r.value) for r in answered.reading.rows}
    assert answered.questions == ()
    assert read == same
