"""Exports and imports under one heading: lines among the rows say which way goods go."""

import pytest

from desktop.returns import read_return
from tests.returns.made import put_rows


def test_both_flows_in_one_table(monthly):
    rows = (
        ("XUẤT KHẨU",), ("Tổng trị giá", None, None, 10.0),
        ("NHẬP KHẨU",), ("Tổng trị giá", None, None, 8.0),
    )  # fmt: skip
    reading = monthly(title="9. Xuất, nhập khẩu hàng hóa", rows=rows)
    assert [(row.flow, row.cell) for row in reading.rows] == [("export", "D10"), ("import", "D12")]


@pytest.mark.parametrize(
    "rows",
    [
        (("XUẤT KHẨU",), ("Tổng trị giá", 90.5), ("Gạo", 9.5),
         ("NHẬP KHẨU",), ("Tổng trị giá", 80.5), ("Bông", 8.5)),
        (("XUẤT KHẨU", 90.5), ("Gạo", 9.5), ("Tổng nhập khẩu", 80.5), ("Bông", 8.5)),
        (("I. Exports", 90.5), ("Rice", 9.5), ("II. Imports", 80.5), ("Cotton", 8.5)),
    ],
)  # fmt: skip
def test_a_table_of_both_flows_whose_lines_say_which_begins(workbook, rows):
    def fill(sheet):
        sheet["A1"], sheet["B2"] = "20. Xuất, nhập khẩu hàng hóa", "Triệu USD"
        sheet["B3"], sheet["C3"] = "Ước tính tháng 11 năm 2013", "Cộng dồn 11 tháng năm 2013"
        for row, cells in enumerate(rows, start=4):
            for column, value in enumerate((*cells, *[v * 11 for v in cells[1:]]), start=1):
                sheet.cell(row, column, value)

    reading = read_return(workbook({"20": fill}))
    assert [(r.flow, r.item, r.value // 10**8) for r in reading.rows if r.cell[0] == "B"] == [
        ("export", "TOTAL", 905), ("export", "RICE", 95),
        ("import", "TOTAL", 805), ("import", "COTTON", 85),
    ]  # fmt: skip
    assert len(reading.rows) == 8
    assert not reading.errors


@pytest.mark.parametrize("heads", [("Tháng 6", "6 tháng"), ("Tháng 6/2025", "6 tháng năm 2025")])
@pytest.mark.parametrize(
    "ways", [("A. XUẤT KHẨU", "B. NHẬP KHẨU"), ("Xuất khẩu", "Nhập khẩu"),
             ("I. Xuất khẩu hàng hóa", "II. Nhập khẩu hàng hóa")],
)  # fmt: skip
def test_each_flow_with_headings_of_its_own_is_of_the_month_and_unit_above_both(
    workbook, ways, heads
):
    def fill(sheet):
        sheet["A1"], sheet["C2"] = "TÌNH HÌNH XUẤT NHẬP KHẨU THÁNG 6 NĂM 2025", "Triệu USD"
        for top, way, goods in ((3, ways[0], "Gạo"), (8, ways[1], "Bông")):
            sheet.cell(top, 1, way)
            for row, cells in enumerate(
                (("Mặt hàng", *heads), ("Tổng kim ngạch", 90, 500), (goods, 9, 50)), top + 1
            ):
                for column, value in enumerate(cells, 1):
                    sheet.cell(row, column, value)

    reading = read_return(workbook({"TH": fill}))
    assert [(r.flow, r.item, r.basis, r.value // 10**9) for r in reading.rows] == [
        (flow, item, basis, million)
        for flow, goods in (("export", "RICE"), ("import", "COTTON"))
        for item, values in (("TOTAL", (90, 500)), (goods, (9, 50)))
        for basis, million in zip(("month", "cumulative"), values, strict=True)
    ]
    assert str(reading.month) == "2025-06"
    assert not [q for q in reading.questions if q.needed]


def test_totals_of_both_ways_say_whose_goods_stand_beneath(workbook):
    rows = (
        ("TÌNH HÌNH XUẤT NHẬP KHẨU THÁNG 6 NĂM 2025", None, "Triệu USD"),
        ("Chỉ tiêu", "Tháng 6/2025"),
        ("Tổng kim ngạch xuất nhập khẩu", 80_000.5), ("Tổng kim ngạch xuất khẩu", 41_000.5),
        ("Cà phê", 900.5), ("Tổng kim ngạch nhập khẩu", 39_000.5), ("Vải", 200.5),
    )  # fmt: skip
    reading = read_return(workbook({"XNK": lambda sheet: put_rows(sheet, rows)}))
    assert [(row.flow, row.item, row.printed) for row in reading.rows] == [
        ("export", "TOTAL", "41000.5"), ("export", "COFFEE", "900.5"),
        ("import", "TOTAL", "39000.5"), ("import", "FABRIC", "200.5"),
    ]  # fmt: skip
    assert not [question for question in reading.questions if question.needed]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("both", ["Tổng XNK", "Tổng số", "Xuất nhập khẩu", "Total trade"])
def test_periods_that_begin_over_the_sum_of_both_ways_are_those_of_each(workbook, merged, both):
    def fill(sheet):
        put_rows(sheet, [
            ("XUẤT KHẨU, NHẬP KHẨU THEO THỊ TRƯỜNG",), ("Đơn vị: triệu USD",),
            ("STT", "Thị trường", "Tháng 8/2025", None, None, "8 tháng/2025"),
            (None, None, *[both, "Xuất khẩu", "Nhập khẩu"] * 2),
            (1, "Hoa Kỳ", 14.0, 13.0, 1.0, 104.0, 95.0, 9.0),
            (2, "Đức", 3.0, 1.0, 2.0, 23.0, 8.0, 15.0), (3, "Anh", 2.0, 1.0, 1.0, 8.0, 7.0, 1.0),
        ])  # fmt: skip
        for area in ("C3:E3", "F3:H3") if merged else ():
            sheet.merge_cells(area)

    reading = read_return(workbook({"S": fill}))
    assert [(r.cell, r.flow, r.basis, r.value // 10**9) for r in reading.rows[:4]] == [
        ("D5", "export", "month", 13), ("E5", "import", "month", 1),
        ("G5", "export", "cumulative", 95), ("H5", "import", "cumulative", 9),
    ]  # fmt: skip
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["C5", "F5"]
