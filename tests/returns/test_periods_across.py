"""Months, quarters and years side by side, as offices head them; the year may stand elsewhere."""

from __future__ import annotations

import pytest

from tests.returns import forms
from tests.returns.forms import Form, figures

ROMAN = ("I", "II", "III", "IV", "V", "VI")
MONTHS = [(f"Tháng {n}", "month", f"2025-0{n}") for n in (1, 2, 3)]
TO_DATE = ("3 tháng", "cumulative", "2025-01..2025-03")


def roman(count: int, over: str = "") -> Form:
    """Months by Roman numbers, beneath one text or none."""
    form = forms.periods((ROMAN[n], "month", f"2025-0{n + 1}") for n in range(count))
    if over:
        form.move(lambda row, column: (row + (row > 3), column))
        form.put(4, 3, over)
        form.merged.append((4, 3, 4, 2 + count))
    return form


def parts() -> Form:
    """Parts of one year, and all of it."""
    part = ("quarter", "cumulative", "cumulative", "year")
    ends = ("Quý I", 3), ("6 tháng", 6), ("9 tháng", 9), ("Cả năm", 12)
    return forms.periods(
        [*MONTHS]
        + [
            (text, how, f"2025-01..2025-{end:02}")
            for how, (text, end) in zip(part, ends, strict=True)
        ]
    )


def half_and_year() -> Form:
    """A year that nobody calls an estimate is over."""
    return forms.periods(
        [
            ("6 tháng đầu năm 2024", "cumulative", "2024-01..2024-06"),
            ("Năm 2024", "year", "2024-01..2024-12"),
        ],
        title="XUẤT KHẨU HÀNG HÓA",
    )


def year_elsewhere(row: int, column: int, name: str = "XK") -> Form:
    """Only a number above the table says the year, or only the sheet's name."""
    form = forms.periods([*MONTHS, TO_DATE], title="XUẤT KHẨU HÀNG HÓA")
    form.put(row, column, 2025 if row else None)
    form.name = name
    return form


CASES = {
    "Roman months": lambda: roman(6),
    "Roman months beneath their year": lambda: roman(6, "Năm 2025"),
    "Roman months beneath the word": lambda: roman(3, "Tháng"),
    "parts of a year": parts,
    "half a year, and the year": half_and_year,
    "year above the numbers": lambda: year_elsewhere(3, 1),
    "year above the names": lambda: year_elsewhere(3, 2),
    "year above the columns": lambda: year_elsewhere(3, 4),
    "sheet called by its year": lambda: year_elsewhere(0, 1, "Năm 2025"),
}


@pytest.mark.parametrize("case", CASES)
def test_every_period_is_told(tmp_path, case):
    form = CASES[case]()
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [question for question in reading.questions if question.needed] == []


@pytest.mark.parametrize("count", [3, 4])
def test_as_many_as_quarters_may_be_quarters(tmp_path, count):
    assert figures(forms.read(tmp_path / "bc.xlsx", roman(count))) == []


def test_the_books_name_denies_the_year_of_a_sheet(tmp_path):
    reading = forms.read(tmp_path / "bc 2026.xlsx", year_elsewhere(0, 1, "Năm 2025"))
    assert figures(reading) == []
    assert [question.ask.value for question in reading.questions if question.needed] == ["month"]


def test_a_year_that_is_not_over_is_read_where_it_is_called_an_estimate(tmp_path):
    title = "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025"
    year = ("year_forecast", "2025-01..2025-12")
    form = forms.periods([*MONTHS, ("Năm 2025", *year), ("Ước cả năm 2025", *year)], title)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert {line[0] for line in figures(reading)} == set("CDEG")
    assert [(f.code, f.cell) for f in reading.findings if f.code == "column_unread"] == [
        ("column_unread", "F5")
    ]


@pytest.mark.parametrize("head", ["So với T3/2024 (%)", "vs Mar 2024", "So với tháng 3/2024"])
def test_growth_against_what_nobody_can_tell_is_told(tmp_path, head):
    form = forms.values()
    forms.replaced(form, "So cùng kỳ (%)", head)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert {row.cell[0] for row in reading.rows} == set("CDE")
    assert [(f.code, f.cell) for f in reading.findings if f.code == "column_unread"] == [
        ("column_unread", "F5")
    ]


def test_results_beside_an_estimate_are_actual(tmp_path):
    form = forms.values()
    forms.replaced(form, "Thực hiện tháng 2/2025", "Kết quả tháng 2/2025")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
