"""Every sample workbook is read whole: each number in a value column is a figure, none besides."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from desktop.figures.finding import Severity
from desktop.figures.places import sample
from desktop.returns import read_return

BOOKS = sorted(p for p in sample().rglob("*.xlsx") if not p.name.startswith("~$"))
LAYOUTS = {
    "gso": ("gso_monthly", "GSO"),
    "customs": ("customs_5x", "CUSTOMS"),
    "history": ("gso_history", "GSO"),
    "industry": ("gso_production", "GSO"),
    "half_months": ("customs_1x", "CUSTOMS"),
}
KEPT = {"", "check_only"}


def numbers_in(path: Path, reading) -> set[tuple[str, str]]:
    """Addresses of all numbers (or texts of digits) in the columns that were bound."""
    columns = {
        seen.name: {column_index_from_string(c.letter) for c in seen.columns if c.why in KEPT}
        for seen in reading.sheets
        if seen.used
    }
    labels = {
        seen.name: next(c.letter for c in seen.columns) for seen in reading.sheets if seen.used
    }
    return {
        (sheet.title, cell.coordinate)
        for sheet in load_workbook(path, data_only=True)
        if sheet.title in labels
        for row in sheet.iter_rows(min_row=8 if "5" in sheet.title[:1] else 7)
        for cell in row
        if cell.column in columns[sheet.title] and is_figure(cell.value)
    }


def is_figure(value) -> bool:
    if isinstance(value, str):
        return value.replace(".", "").isdigit()
    return isinstance(value, int | float)


@pytest.mark.parametrize(
    "path",
    [pytest.param(p, marks=[pytest.mark.slow] * (n % 3 > 0)) for n, p in enumerate(BOOKS)],
    ids=lambda path: path.name,
)
def test_every_number_is_read_and_nothing_else(path):
    reading = read_return(path)
    assert {(row.sheet, row.cell) for row in reading.rows} == numbers_in(path, reading)
    assert len({(row.sheet, row.cell) for row in reading.rows}) == len(reading.rows)
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    folder = path.parent.name
    if folder in LAYOUTS:
        assert (reading.layout, reading.sender) == LAYOUTS[folder]
    assert reading.month
    assert reading.reported_on
    assert reading.reported_on >= reading.month.first_day


def test_the_quarterly_look_alikes_say_why_they_are_left_out():
    seen = read_return(sample("gso", "02-Bieu-T6.2025.xlsx")).sheets
    assert {s.name: s.why for s in seen if not s.used} == {
        "24.XK quý": "quarters", "26.NK quý": "quarters",
    }  # fmt: skip
    columns = next(s for s in seen if s.name == "23.XK tháng").columns
    assert [(c.letter, c.meaning, c.why) for c in columns if c.letter in "GIM"] == [
        ("G", "value · month · 2025-06 · preliminary", ""),
        ("I", "quantity · cumulative · 2025-01..2025-06 · preliminary", ""),
        ("M", "growth_value · cumulative · 2025-01..2025-06 · preliminary", "check_only"),
    ]


def test_the_check_values_are_in_the_books():
    rows = read_return(sample("gso", "02-Bieu-T6.2025.xlsx")).rows
    at = {(row.sheet, row.cell): row for row in rows}
    total, growth = at["23.XK tháng", "J9"], at["23.XK tháng", "M9"]
    assert (total.value, total.basis, total.printed) == (
        219_830_000_000_000,
        "cumulative",
        "219830",
    )
    assert (growth.measure, growth.value) == ("growth_value", 114_400)
    year = read_return(sample("gso", "02-Bieu-T01.2025.xlsx")).rows
    (whole,) = (r for r in year if r.cell == "D9" and r.flow == "export")
    assert (whole.basis, whole.value) == ("year", 405_531_740_609_000)
