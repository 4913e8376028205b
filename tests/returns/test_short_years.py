"""Years of two figures are those that a title, a heading or the file's name says in full."""

from __future__ import annotations

import pytest

from desktop.figures.month import Month
from desktop.returns import read_return
from tests.returns.plans.foreign import filled

GOODS = (("Thủy sản", 700.1), ("Rau quả", 400.2), ("Cà phê", 872.1), ("Gạo", 520.3))


def read(workbook, title, heads, name="book.xlsx"):
    rows = [(good, *(round(v * (n + 1), 1) for n in range(len(heads)))) for good, v in GOODS]
    sheet = filled(((title,), ("Triệu USD",), ("Mặt hàng", *heads), *rows))
    return read_return(workbook({"XK": sheet}, name))


def meant(reading):
    return {
        (r.cell[0], r.basis, str(Month.from_ordinal(r.period_end)), r.status) for r in reading.rows
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("XUẤT KHẨU HÀNG HÓA THÁNG 4 NĂM 2003", "book.xlsx"),
        ("XUẤT KHẨU HÀNG HÓA NĂM 2003", "book.xlsx"),
        ("XUẤT KHẨU HÀNG HÓA", "2003-04-29-Bieu04.xlsx"),
    ],
)
def test_a_title_or_a_name_says_the_century(workbook, title, name):
    reading = read(workbook, title, ("TH T3/03", "Ước T4/03", "CD 4T/03"), name)
    assert meant(reading) == {
        ("B", "month", "2003-03", "actual"),
        ("C", "month", "2003-04", "estimate"),
        ("D", "cumulative", "2003-04", "estimate"),
    }


def test_december_before_is_of_the_year_before(workbook):
    heads = ("Thực hiện tháng 12/99", "Ước tính tháng 1/00")
    assert meant(read(workbook, "Hàng hóa xuất khẩu tháng 1 năm 2000", heads)) == {
        ("B", "month", "1999-12", "actual"),
        ("C", "month", "2000-01", "estimate"),
    }


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("XUẤT KHẨU HÀNG HÓA", ("TH T3/03", "Ước T4/03")),
        ("XUẤT KHẨU HÀNG HÓA NĂM 2003", ("TH T3/08", "Ước T4/08")),
        ("XUẤT KHẨU HÀNG HÓA NĂM 2003", ("TH T3/01", "Ước T4/03")),
    ],
)
def test_a_number_that_no_year_says_may_be_a_day(workbook, title, heads):
    reading = read(workbook, title, heads)
    assert not reading.rows
    assert [f.severity for f in reading.findings if f.severity == "error"]
