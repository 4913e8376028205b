"""Number formats that show dates, told from those of amounts with letters in them."""

import pytest

from desktop.returns.date_formats import date_styles, day, is_date_format

DATES = ["14", "22", "d-mmm", "mmm-yy", "dd/mm/yyyy;@", "[$-409]d-mmm;@", r"yyyy\-mm\-dd"]
AMOUNTS = [
    "", "0", "General", "Standard", "@", "#,##0.0", '0.0"%"', '#,##0 "triệu USD"', "[Red]-0.0",
    r"_-* #,##0.00\ _₫_-;\-* #,##0.00\ _₫_-", "_-* #,##0 _V_N_D_-", "[$USD] #,##0", "2", "37",
]  # fmt: skip


@pytest.mark.parametrize("code", DATES)
def test_dates(code):
    assert is_date_format(code)


@pytest.mark.parametrize("code", AMOUNTS)
def test_amounts(code):
    assert not is_date_format(code)


def test_styles_are_told_by_their_place():
    assert date_styles(("General", "d-mmm", "0", "14")) == {1, 3}


@pytest.mark.parametrize(
    ("number", "shown"),
    [(46054.0, "2026-02-01"), (46054.5, "2026-02-01"), (-1.0, ""), (float("inf"), ""), (1e9, "")],
)
def test_days(number, shown):
    assert day(number) == shown
