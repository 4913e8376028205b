"""Any lawful table, drawn by chance and written as a workbook, is read as what was drawn."""

from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop.figures.catalogue import items
from desktop.figures.month import Month
from desktop.figures.period import Period
from desktop.figures.series import OTHER, TOTAL, Flow
from desktop.returns.reader import read_content
from desktop.returns.row_units import PIECE_ITEMS

UNITS = {
    "Nghìn tấn; Triệu USD": (1_000, 1_000_000), "1000 tấn, triệu USD": (1_000, 1_000_000),
    "ĐVT: Tấn; Nghìn USD": (1, 1_000), "1000 tons, Mill. USD": (1_000, 1_000_000),
    "(Nghìn tấn, tỷ USD)": (1_000, 1_000_000_000),
}  # fmt: skip
FORMS = {
    "month": ("{s} tháng {m} năm {y}", "{s} tháng {m:02}/{y}", "{s} T{m}/{y}"),
    "to_date": ("{s} {m} tháng năm {y}", "{s} lũy kế {m} tháng/{y}", "{s} {m}T/{y}",
                "Cộng dồn {m} tháng đầu năm {y} ({s})"),
    "growth": ("{m} tháng năm {y} so với cùng kỳ năm trước (%)",
               "{m} tháng/{y} so với {m} tháng/{b} (%)"),
}  # fmt: skip
STATUS = {"Ước tính": "estimate", "Sơ bộ": "preliminary", "Thực hiện": "actual",
          "Chính thức": "final"}  # fmt: skip
NO_WEIGHT = frozenset({TOTAL, OTHER, *PIECE_ITEMS})
"""Rows that are no item of their own, and goods that are counted."""
NUMBERS = st.decimals(Decimal("0.001"), Decimal(90_000), places=3)
INDICES = st.decimals(Decimal(71), Decimal(160), places=1)
"""A few smaller ones may as well be changes."""


@st.composite
def drawn(draw):
    """A table: its bytes, and for each cell what must be read of it."""
    flow = draw(st.sampled_from([Flow.EXPORT, Flow.IMPORT]))
    month = Month(draw(st.integers(2001, 2025)), draw(st.integers(2, 11)))
    whole = [
        name.code for name in items(flow)
        if items(flow).code(name.vi) == name.code and not name.part_of
        and name.code not in NO_WEIGHT and name.group != "ownership"
    ]  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(sorted(whole)), min_size=5, max_size=12, unique=True))
    unit = draw(st.sampled_from(sorted(UNITS)))
    top, left = draw(st.integers(1, 6)), draw(st.integers(2, 4))
    step = draw(st.sampled_from([2, 3]))
    kinds = [*draw(st.permutations(["month", "to_date"])), "growth"]
    status = draw(st.sampled_from(sorted(STATUS)))
    book = Workbook()
    sheet = book.active
    way = "xuất khẩu" if flow is Flow.EXPORT else "nhập khẩu"
    sheet.cell(top, 1, f"{draw(st.integers(5, 30))}. Hàng hóa {way}")
    first = top + draw(st.integers(2, 4))
    sheet.cell(first - 1, left + step * 2, unit)
    wanted = {}
    rows = range(first + 3 + draw(st.integers(0, 1)), first + 60)
    for kind, at in zip(kinds, (left, left + step, left + 2 * step), strict=True):
        words = draw(st.sampled_from(FORMS[kind]))
        text = words.format(s=status, m=month.number, y=month.year, b=month.year - 1)
        sheet.cell(first, at, text)
        if draw(st.booleans()):
            sheet.merge_cells(start_row=first, end_row=first, start_column=at, end_column=at + 1)
        sheet.cell(first + 1, at, "Lượng")
        sheet.cell(first + 1, at + 1, "Trị giá")
    for row, code in zip(rows, ["", *chosen], strict=False):
        sheet.cell(row, 1, items(flow).name(code, "vi") if code else "TỔNG TRỊ GIÁ")
        for kind, at in zip(kinds, (left, left + step, left + 2 * step), strict=True):
            period = Period.month(month) if kind == "month" else Period.to_date(month)
            for column, measure in ((at, "quantity"), (at + 1, "value")):
                if not code and measure == "quantity":
                    continue
                number = draw(INDICES if kind == "growth" else NUMBERS)
                cell = sheet.cell(row, column, float(number))
                factor = UNITS[unit][measure == "value"] if kind != "growth" else 1
                wanted[cell.coordinate] = (
                    code or TOTAL, f"growth_{measure}" if kind == "growth" else measure,
                    period.basis.value, period.end.ordinal, STATUS[status],
                    int(number * factor * 1000),
                )  # fmt: skip
    out = BytesIO()
    book.save(out)
    return out.getvalue(), wanted


def held(table):
    """Read a drawn table and hold every figure against what was drawn."""
    content, wanted = table
    reading = read_content("drawn.xlsx", content)
    told = {
        row.cell: (row.item, row.measure, row.basis, row.period_end, row.status, row.value)
        for row in reading.rows
    }
    assert told == wanted
    errors = [f.code for f in reading.findings if f.severity == "error"]
    # Numbers drawn by chance may look like those of columns that changed places.
    assert [code for code in errors if not code.startswith("exchanged_")] == []


@settings(max_examples=15, deadline=None)
@given(drawn())
def test_a_drawn_table_is_read_as_it_was_drawn(table):
    held(table)


@pytest.mark.slow
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn())
def test_many_drawn_tables_are_read_as_they_were_drawn(table):
    held(table)
