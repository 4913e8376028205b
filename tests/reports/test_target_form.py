"""The form of targets as it is written: its cells, its live remainder, what is locked."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope, Target, TargetMeasure
from desktop.figures.target_form import FormLine
from desktop.figures.wording import language
from desktop.reports.workbook.target_form import write_target_form

JANUARY = Month(2025, 1)
TWELVE = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="=1+1",
    issued_on=date(2025, 1, 8),
)  # fmt: skip
COFFEE = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 7e9, 8e9, "COFFEE", document="@plan")
LINES = [
    FormLine(Scope(Flow.EXPORT), JANUARY, 12, 400e9, 1.0, 448e9, TWELVE),
    FormLine(Scope(Flow.EXPORT, "COFFEE"), JANUARY, 12, 5e9, 0.0125, 7e9, COFFEE),
    FormLine(Scope(Flow.EXPORT, "RICE"), JANUARY, 12, 5.7e9, 0.01425, None, None),
]


@pytest.fixture(params=["vi", "en"])
def form(request, tmp_path):
    out = tmp_path / "form.xlsx"
    write_target_form(LINES, out, language=language(request.param))
    return out


def sheet_of(form, *, values=False):
    return openpyxl.load_workbook(form, data_only=values).active


def test_a_row_a_target_with_its_numbers_as_numbers(form):
    sheet = sheet_of(form, values=True)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(5, 8)]
    assert [row[0] for row in rows] == ["export", "export; item:COFFEE", "export; item:RICE", None]
    assert [row[3] for row in rows] == [400, 5, 5.7, None]
    assert [row[6] for row in rows] == [0.12, 7, None, None]
    assert sheet["G5"].number_format == "0.0##%"
    assert rows[1][7] == 8


def test_values_follow_from_what_is_typed_and_carry_their_value(form):
    live, known = sheet_of(form), sheet_of(form, values=True)
    assert all(str(live[f"I{row}"].value).startswith("=") for row in range(5, 9))
    assert [known[f"I{row}"].value for row in (5, 6, 8)] == [448, 7, 441]
    assert known["J5"].value == pytest.approx(0.12)


def test_text_stays_text_and_headings_are_locked(form):
    sheet = sheet_of(form)
    assert (sheet["L5"].value, sheet["L5"].data_type) == ("=1+1", "s")
    assert (sheet["L6"].value, sheet["L6"].data_type) == ("@plan", "s")
    assert sheet.protection.sheet
    assert sheet["A4"].protection.locked
    assert not sheet["G5"].protection.locked
    (rule,) = sheet.data_validations.dataValidation
    assert rule.type == "list"
