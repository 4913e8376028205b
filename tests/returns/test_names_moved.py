"""Names that stand behind their figures, or among them, are read as those in front are."""

from itertools import pairwise

import pytest

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.returns import read_return
from tests.returns import forms
from tests.returns.forms import figures
from tests.returns.made import codes, summary
from tests.returns.plans.foreign import filled

NAMES = 2
FORMS = {
    "values": forms.values,
    "weighed": forms.weighed,
    "partners": forms.partners,
    "goods_above": forms.goods_above,
}


def behind(form, column):
    """Put the names behind a column, and what stands between one to the left."""

    def place(row, at):
        return row, column if at == NAMES else at - (NAMES < at <= column)

    heads = min(row for (row, at), value in form.cells.items() if at == NAMES)
    kept = {at: value for at, value in form.cells.items() if at[0] < heads}
    merged = form.merged
    form.move(lambda row, at: (row, at) if row < heads else place(row, at))
    assert kept.items() <= form.cells.items()
    form.merged = [
        (top, min(columns), bottom, max(columns))
        for top, left, bottom, right in merged
        for columns in [[place(top, at)[1] for at in range(left, right + 1)]]
        if all(after == before + 1 for before, after in pairwise(sorted(columns)))
    ]
    return form


@pytest.mark.parametrize("name", FORMS)
def test_names_behind_all_figures_are_those_of_their_rows(tmp_path, name):
    form = FORMS[name]()
    form = behind(form, form.last[1])
    assert sorted(figures(forms.read(tmp_path / "bc.xlsx", form))) == sorted(form.expected())


@pytest.mark.parametrize(("name", "column"), [("values", 3), ("values", 4), ("goods_above", 3)])
def test_names_among_figures_are_those_of_their_rows(tmp_path, name, column):
    form = behind(FORMS[name](), column)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_names_between_quantities_and_values_are_those_of_both(read):
    reading = read(
        ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",),
        (None, None, None, "Nghìn tấn; Triệu USD"),
        ("Lượng", None, "Mặt hàng", "Trị giá"),
        ("Tháng 6", "6 tháng", None, "Tháng 6", "6 tháng"),
        (30.25, 181.5, "Cà phê", 90.0, 540.0),
        (80.0, 480.0, "Gạo", 50.0, 300.0),
    )
    assert [summary(row) for row in reading.rows[:4]] == [
        "A5 COFFEE quantity month 2025-06 estimate 30250 t",
        "B5 COFFEE quantity cumulative 2025-01..2025-06 estimate 181500 t",
        "D5 COFFEE value month 2025-06 estimate 9e+07 USD",
        "E5 COFFEE value cumulative 2025-01..2025-06 estimate 5.4e+08 USD",
    ]
    assert (len(reading.rows), codes(reading)) == (8, [])


def test_units_before_the_names_and_figures_that_are_typed_are_theirs(read):
    title = ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",)
    heads = ("Tháng 6/2025", "6 tháng/2025", "ĐVT", "Mặt hàng")
    for rows in (
        ((90.5, 540.0, "Triệu USD", "Cà phê"), (50.5, 300.0, "Triệu USD", "Gạo")),
        (("90,5", "540,0", "Triệu USD", "Cà phê"), ("50,5", "300,0", "Triệu USD", "Gạo")),
    ):
        reading = read(title, heads, *rows)
        assert [summary(row) for row in reading.rows[:2]] == [
            "A3 COFFEE value month 2025-06 estimate 9.05e+07 USD",
            "B3 COFFEE value cumulative 2025-01..2025-06 estimate 5.4e+08 USD",
        ]


def test_a_second_language_behind_the_figures_names_the_rows_no_second_time(read):
    reading = read(
        ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",), (None, None, "Triệu USD"),
        ("Mặt hàng", "Tháng 6/2025", "6 tháng/2025", "Commodity"),
        ("Cà phê", 90.0, 540.0, "Coffee"), ("Gạo", 50.0, 300.0, "Rice"),
    )  # fmt: skip
    assert [row.cell for row in reading.rows] == ["B4", "C4", "B5", "C5"]


def test_names_behind_the_figures_of_another_country_are_proposed(workbook):
    rows = (
        ("Exports of Malaysia by commodity",), (None, None, "US$ million"),
        ("Jan 2025", "Feb 2025", "Commodity"),
        (25.5, 26.5, "Coffee"), (35.5, 36.5, "Rice"), (5.5, 6.5, "Rubber"),
    )  # fmt: skip
    path = workbook({"S": filled(rows)})
    plans = read_return(path).tables
    reading = read_return(path, NOTHING_LEARNED, Directions(plans=plans))
    assert [(r.cell, r.item, r.province) for r in reading.rows[:2]] == [
        ("A4", "COFFEE", "MY"), ("B4", "COFFEE", "MY"),
    ]  # fmt: skip
    assert len(reading.rows) == 6


@pytest.mark.parametrize("head", ["Hạng tháng 6", "Thứ hạng tháng 6/2025"])
def test_places_before_the_names_are_no_figures_of_theirs(read, head):
    reading = read(
        ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",), (None, None, "Triệu USD"),
        (head, "Mặt hàng", "Tháng 6/2025", "6 tháng/2025"),
        (2.0, "Cà phê", 90.0, 540.0), (1.0, "Gạo", 150.0, 900.0), (3.0, "Cao su", 50.0, 300.0),
    )  # fmt: skip
    assert [row.cell for row in reading.rows] == ["C4", "D4", "C5", "D5", "C6", "D6"]
    assert "columns_deny" not in codes(reading)


def test_codes_before_the_names_of_another_country_are_no_figures(workbook):
    rows = (
        ("Exports of Malaysia by commodity",), ("US$ million",),
        (None, "Commodity", "Jan 2025", "Feb 2025"),
        (901, "Coffee", 25.5, 26.5), (1006, "Rice", 35.5, 36.5), (4001, "Rubber", 5.5, 6.5),
    )  # fmt: skip
    (plan,) = read_return(workbook({"S": filled(rows)})).tables
    assert [column.letter for column in plan.columns] == ["B", "C", "D"]
