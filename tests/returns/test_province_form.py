"""The provinces' form: no title, the year only in the workbook's name, a plan column."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary
from tests.returns.plans.foreign import filled

HEADS = (
    "Sản lượng (Nghìn tấn)", "Trị giá (Triệu USD)", "ƯTH so cùng kỳ", "ƯTH so tháng trước",
    "Sản lượng (Nghìn tấn)", "Trị giá (Triệu USD)", "ƯTH so cùng kỳ", "ƯTH so KH năm",
)  # fmt: skip
ROWS = (
    ("Hạt điều", (5.5, 40.0, 104.2, 90.1, 11.5, 84.5, 102.0, 12.5)),
    ("Máy vi tính, sản phẩm điện tử và linh kiện", (None, 10.0, 110, 98, None, 20.5, 112, 10.25)),
    ("Hàng hóa khác", (None, 50.0, 99, 97, None, 95.0, 101, None)),
    ("Tổng", (None, 100.0, 103, 95, None, 200.0, 104, 16)),
)
EMPTY = tuple((label, (None,) * 8) for label, _ in ROWS)


@pytest.fixture
def form(workbook):
    """Read the form; `top` rows are left above it for what a department writes there."""

    def read(rows=ROWS, name="bc_xk022020.xlsx", *, top=0, sheet="Sheet1", **cells):
        def fill(target):
            first, second = top + 1, top + 2
            for column, text in ((1, "STT"), (2, "Tên hàng hóa"), (3, "Tháng 02"), (7, "02 Tháng")):
                target.cell(first, column, text)
            for left, right in ((3, 6), (7, 10)):
                target.merge_cells(
                    start_row=first, end_row=first, start_column=left, end_column=right
                )
            for column, text in enumerate(HEADS, start=3):
                target.cell(second, column, text)
            for at, (label, values) in enumerate(rows, start=1):
                target.cell(second + at, 1, at)
                target.cell(second + at, 2, label)
                for column, value in enumerate(values, start=3):
                    target.cell(second + at, column, value)
            for cell, value in cells.items():
                target[cell] = value

        return read_return(workbook({sheet: fill}, name))

    return read


def test_a_whole_small_form(form):
    reading = form(name="bc_xk022020 Bình Phước.xlsx")
    assert [summary(row) for row in reading.rows][:6] == [
        "C3 CASHEW quantity month 2020-02 estimate 5500 t",
        "D3 CASHEW value month 2020-02 estimate 4e+07 USD",
        "E3 CASHEW growth_value month 2020-02 estimate 104.2 index",
        "G3 CASHEW quantity cumulative 2020-01..2020-02 estimate 11500 t",
        "H3 CASHEW value cumulative 2020-01..2020-02 estimate 8.45e+07 USD",
        "I3 CASHEW growth_value cumulative 2020-01..2020-02 estimate 102 index",
    ]
    assert [summary(row) for row in reading.rows][-2:] == [
        "H6 TOTAL value cumulative 2020-01..2020-02 estimate 2e+08 USD",
        "I6 TOTAL growth_value cumulative 2020-01..2020-02 estimate 104 index",
    ]
    assert {row.province for row in reading.rows} == {"Bình Phước"}
    assert codes(reading) == ["flow_by_name", "plan_found"]
    assert (reading.layout, reading.sender, str(reading.month)) == (
        "province_form", "PROVINCE", "2020-02",
    )  # fmt: skip


def test_the_share_of_the_plan_proposes_the_plan(form):
    proposals = form(name="bc_xk022020 Bình Phước.xlsx").proposals
    said = [(p.cell, p.target.item, p.target.year, p.target.low, p.province) for p in proposals]
    assert said == [
        ("J3", "CASHEW", 2020, 676e6, "Bình Phước"),
        ("J4", "ELEC", 2020, 200e6, "Bình Phước"),
        ("J6", "TOTAL", 2020, 1_250e6, "Bình Phước"),
    ]
    assert all(p.computed for p in proposals)
    assert proposals[0].target.document == "bc_xk022020 Bình Phước.xlsx"


def test_a_share_printed_as_a_ratio_says_the_same(form):
    rows = tuple(
        (label, (*values[:7], values[7] / 100 if values[7] else None)) for label, values in ROWS
    )
    assert [p.target.low for p in form(rows).proposals] == pytest.approx([676e6, 200e6, 1_250e6])


def test_a_plan_printed_as_a_value_is_taken_as_it_stands(form):
    reading = form(
        K2="Kế hoạch năm 2020 (Triệu USD)", K3=700, K6=1300, A1="STT",
        name="bc_xk_02.2020_BinhPhuoc.xlsx",
    )  # fmt: skip
    said = [(p.cell, p.target.low, p.computed, p.printed) for p in reading.proposals]
    assert said == [("K3", 700e6, False, "700"), ("K6", 1_300e6, False, "1300")]
    assert {row.province for row in reading.rows} == {"Bình Phước"}
    assert not [row for row in reading.rows if row.cell.startswith("K")]


def test_an_empty_form_is_said_to_be_one(form):
    reading = form(EMPTY)
    assert codes(reading) == ["empty_form", "province_unsaid"]
    assert reading.refused
    assert reading.proposals == ()
    assert [seen.why for seen in reading.sheets] == ["empty_form"]


def test_a_title_says_province_month_and_flow(form):
    reading = form(
        top=3, name="bao cao.xlsx", A1="SỞ CÔNG THƯƠNG BÌNH DƯƠNG",
        A2="Kim ngạch xuất khẩu tháng 02 năm 2025", E1="Bình Dương, ngày 25 tháng 02 năm 2025",
    )  # fmt: skip
    assert {(row.province, row.flow) for row in reading.rows} == {("Bình Dương", "export")}
    assert str(reading.month) == "2025-02"
    assert reading.layout == "province_form"


def test_since_july_2025_a_name_means_the_unit_it_went_into(form):
    reading = form(name="bc_xk022026 Bình Phước.xlsx")
    assert {row.province for row in reading.rows} == {"Đồng Nai"}


def test_a_form_that_names_no_province_is_never_the_countrys(form):
    reading = form()
    assert {row.province for row in reading.rows} == {"UNKNOWN"}
    assert codes(reading) == ["province_unsaid", "flow_by_name", "plan_found"]


def test_a_form_that_names_no_year_gives_no_figures(form):
    reading = form(name="bc_xk_mau.xlsx")
    assert codes(reading)[:2] == ["no_figures", "year_unsaid"], "it is filled in"
    assert reading.refused


def test_a_name_of_another_month_lends_no_year(form):
    assert "year_unsaid" in codes(form(name="bc_xk052020.xlsx"))


def test_a_form_that_names_no_flow_gives_no_figures(form):
    reading = form(name="bieu 022020.xlsx")
    assert "flow_unsaid" in codes(reading)
    assert reading.refused


def test_the_real_template_is_empty(shared):
    reading = read_return(shared / "returns" / "bc_xk022020.xlsx")
    assert codes(reading)[0] == "empty_form"
    (seen,) = reading.sheets
    bound = {c.letter: c.meaning for c in seen.columns if c.used}
    assert bound["D"] == "value · month · 2020-02 · estimate"
    assert bound["H"] == "value · cumulative · 2020-01..2020-02 · estimate"


@pytest.mark.parametrize(
    ("exports", "imports"),
    [
        ("Kim ngạch xuất khẩu", "Kim ngạch nhập khẩu (1)"),
        ("XUẤT KHẨU", "Tổng nhập khẩu hàng hóa"),
    ],
)
def test_a_form_of_its_own_heads_with_a_total_for_each_flow(workbook, exports, imports):
    heads = (
        "TT", "Chỉ tiêu", "Kế hoạch năm 2025", "Thực hiện tháng 5/2025",
        "Ước thực hiện tháng 6/2025", "Ước 6 tháng năm 2025", "6 tháng so với cùng kỳ (%)",
        "6 tháng so với KH năm (%)",
    )  # fmt: skip
    rows = (
        ("I", exports, 25_000, 2_100, 2_150, 12_400, 108.2, 49.6),
        (1, "Hạt điều", 400, 30, 32, 190, 101, 47.5),
        ("II", imports, 18_000, 1_500, 1_550, 8_900, 104, 49.4),
        (1, "Bông các loại", None, 15, 16, 95, 107, None),
    )

    def fill(sheet):
        sheet["A1"], sheet["F3"] = "Sở Công Thương Đồng Nai", "Đơn vị: Triệu USD"
        sheet["A2"] = "TÌNH HÌNH XUẤT NHẬP KHẨU TỈNH ĐỒNG NAI THÁNG 6 NĂM 2025"
        put_rows(sheet, (heads, *rows), first=5)

    reading = read_return(workbook({"Bieu 1": fill}))
    months = [(r.flow, r.item, r.value // 10**9) for r in reading.rows if r.cell[0] == "E"]
    assert months == [
        ("export", "TOTAL", 2_150), ("export", "CASHEW", 32),
        ("import", "TOTAL", 1_550), ("import", "COTTON", 16),
    ]  # fmt: skip
    plans = [(p.target.flow, p.target.item, p.target.low) for p in reading.proposals]
    assert plans == [
        ("export", "TOTAL", 25e9), ("export", "CASHEW", 400e6), ("import", "TOTAL", 18e9),
    ]  # fmt: skip
    assert {row.province for row in reading.rows} == {"Đồng Nai"}


@pytest.mark.parametrize(
    ("above", "layout", "area"),
    [
        (("CỤC HẢI QUAN",), "customs_2x", ""),
        (("BỘ CÔNG THƯƠNG", "Kết quả của cả nước"), "gso_monthly", ""),
        (("BỘ CÔNG THƯƠNG", "Sở Công Thương …"), "province_form", "UNKNOWN"),
        (("Cục Hải quan tỉnh Bắc Ninh",), "province_form", "Bắc Ninh"),
    ],
)
def test_a_plan_is_of_whoever_the_table_is_of(workbook, above, layout, area):
    heads = ("Mặt hàng", "Tháng 6 năm 2025", "6 tháng năm 2025", "Kế hoạch năm 2025")
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, None, "Triệu USD")
    rows = (("Tổng trị giá", 39000.5, 219000.5, 454000.0), ("Gạo", 350.5, 2400.5, 5000.0))
    path = workbook({"XK": filled((*((line,) for line in above), title, heads, *rows))})
    reading = read_return(path)
    assert (reading.layout, {row.province for row in reading.rows}) == (layout, {area})
    assert [(p.province, p.target.item, p.target.low) for p in reading.proposals] == [
        (area, "TOTAL", 454e9), (area, "RICE", 5e9)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "year"),
    [(("Thực hiện năm 2025", "Kế hoạch năm 2026", "Ước TH 6 tháng 2026"), 2026),
     (("6 tháng năm 2025", "Kế hoạch", "6 tháng năm 2026"), 2026),
     (("6 tháng năm 2026", "Kế hoạch năm 2027", "6 tháng năm 2025"), 2027)],
)  # fmt: skip
def test_a_plan_is_of_the_year_that_its_heading_names_else_the_newest(workbook, heads, year):
    title = (("Tình hình xuất khẩu hàng hóa 6 tháng năm 2026",), ("Triệu USD",))
    rows = (("Mặt hàng", *heads), ("Tổng số", 900.5, 1000.5, 500.5), ("Gạo", 90.5, 100.5, 50.5))
    reading = read_return(workbook({"XK": filled((*title, *rows))}))
    assert {(p.target.year, p.cell[0]) for p in reading.proposals} == {(year, "C")}


def test_growth_behind_a_plan_is_that_of_the_figure_before_it(workbook):
    heads = ("Mặt hàng", "Ước TH 6 tháng 2026", "Kế hoạch năm 2026", "% TH/KH năm", "% so cùng kỳ")
    rows = [(name, 500.5, 1000.5, 50.0, 110.2) for name in ("Tổng số", "Gạo", "Cà phê")]
    title = (("Tình hình xuất khẩu hàng hóa 6 tháng năm 2026",), ("Triệu USD",))
    reading = read_return(workbook({"XK": filled((*title, heads, *rows))}))
    assert {(r.cell[0], r.measure, r.basis) for r in reading.rows} == {
        ("B", "value", "cumulative"), ("E", "growth_value", "cumulative"),
    }  # fmt: skip


PLAN_HEADS = ("Mặt hàng", "Kế hoạch năm 2026", "Ước tháng 6/2026", "6 tháng 2026", "% so kế hoạch")
PLANNED = (("Gạo", 5000, 512.3, 2480.0, 49.6), ("Cà phê", 6000, 402.1, 3300.7, 55.0))
TITLE = "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH XUẤT KHẨU THÁNG 6 NĂM 2026"


@pytest.mark.parametrize(
    ("unit", "above", "layout", "area"),
    [
        ("Đơn vị: Triệu USD", "", "gso_monthly", ""),
        ("Đơn vị: Nghìn USD", "", "province_form", "UNKNOWN"),
        ("Đơn vị: Triệu USD", "SỞ CÔNG THƯƠNG", "province_form", "UNKNOWN"),
    ],
)
def test_so_much_trade_is_the_countrys_where_nothing_says_whose(
    workbook, unit, above, layout, area
):
    total = ("Tổng kim ngạch", 480_000, 41_000.5, 246_000.2, 51.2)
    rows = ((TITLE,), (above or None,), (unit,), PLAN_HEADS, total, *PLANNED)
    reading = read_return(workbook({"Sheet1": lambda target: put_rows(target, rows)}, "b.xlsx"))
    assert (reading.layout, {row.province for row in reading.rows}) == (layout, {area})
    assert {row.status for row in reading.rows} == {"estimate"}
    assert {proposal.province for proposal in reading.proposals} == {area}


@pytest.mark.parametrize("head", ["Commodity", "Goods", "Item"])
@pytest.mark.parametrize("plan", ["Plan 2025", "Target 2025", "Kế hoạch năm 2025"])
def test_a_plan_beside_english_names_is_the_country_s(workbook, head, plan):
    rows = (
        ("Exports by commodity, March 2025",), ("USD million",),
        (head, "Mar 2025", "Jan-Mar 2025", plan), ("Rice", 123, 345, 1380),
        ("Coffee", 77, 200, 800),
    )  # fmt: skip
    reading = read_return(workbook({"XK": lambda sheet: put_rows(sheet, rows)}))
    assert {row.province for row in reading.rows} == {""}
    assert [(p.cell, p.target.low, p.province) for p in reading.proposals] == [
        ("D4", 1380e6, ""), ("D5", 800e6, ""),
    ]  # fmt: skip
    assert "province_unsaid" not in codes(reading)


def test_a_department_s_heads_in_two_languages_are_still_its_own(workbook):
    rows = (
        ("Xuất khẩu tháng 3 năm 2025",), ("Triệu USD",),
        ("Mặt hàng/Commodity", "Tháng 3", "3 tháng", "Kế hoạch năm 2025"),
        ("Gạo", 123, 345, 1380), ("Cà phê", 77, 200, 800),
    )  # fmt: skip
    reading = read_return(workbook({"XK": lambda sheet: put_rows(sheet, rows)}))
    assert "province_unsaid" in codes(reading)


def test_ways_of_trade_over_the_columns_leave_nothing_unsaid(workbook):
    rows = (
        ("UBND TỈNH ĐỒNG NAI",), ("Xuất nhập khẩu tháng 3 năm 2025 (triệu USD)",),
        ("Nội dung", "Xuất khẩu", None, None, "Nhập khẩu"),
        (None, "KH 2025", "Tháng 3", "3 tháng", "KH 2025", "Tháng 3", "3 tháng"),
        ("Tổng số", 25000, 2000, 5800, 17000, 1400, 4000),
        ("DN FDI", 20000, 1600, 4640, 14000, 1150, 3300),
    )  # fmt: skip
    reading = read_return(workbook({"XNK": lambda sheet: put_rows(sheet, rows)}))
    flows = {(row.cell[0], row.flow) for row in reading.rows}
    assert flows == {("C", "export"), ("D", "export"), ("F", "import"), ("G", "import")}
    assert "flow_unsaid" not in codes(reading)


@pytest.mark.parametrize(
    ("line", "of_one"),
    [
        ("SỞ CÔNG THƯƠNG", True),
        ("Kim ngạch xuất khẩu trên địa bàn tỉnh", True),
        ("Toàn tỉnh", True),
        ("Kim ngạch trên địa bàn cả nước", False),
        ("Nơi nhận: UBND tỉnh", False),
        ("Kính gửi: Sở Công Thương các tỉnh, thành phố", False),
    ],
)
@pytest.mark.parametrize("times", [1, 800])
def test_without_a_plan_and_a_name_it_is_still_no_country_s(workbook, line, of_one, times):
    rows = (
        (line,), ("Xuất khẩu hàng hóa tháng 3 năm 2025", None, "Triệu USD"),
        ("Mặt hàng", "Tháng 3/2025"), ("Tổng kim ngạch", 43.2 * times), ("Dệt, may", 30.2 * times),
    )  # fmt: skip
    reading = read_return(workbook({"BC": filled(rows)}))
    local = of_one and times == 1  # no province ever traded so much
    assert reading.layout == ("province_form" if local else "gso_monthly")
    assert {row.province for row in reading.rows} == ({"UNKNOWN"} if local else {""})
    assert ("province_unsaid" in codes(reading)) is local


SMALL_TRADE = (
    ("Mặt hàng", "Tháng 6 năm 2025", "6 tháng năm 2025"),
    ("Tổng cộng", 2_700_000, 15_500_000), ("Gạo", 6_200, 36_000), ("Thủy sản", 80_000, 480_000),
)  # fmt: skip


@pytest.mark.parametrize(
    ("above", "title", "area"),
    [
        ("SỞ TÀI CHÍNH AN GIANG", "Kim ngạch xuất khẩu", "An Giang"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH AN GIANG", "Kim ngạch xuất khẩu", "An Giang"),
        ("THỐNG KÊ TỈNH NINH BÌNH", "Kim ngạch xuất khẩu", "Ninh Bình"),
        ("Đồng Nai", "Kim ngạch xuất khẩu", "Đồng Nai"),
        ("DEPARTMENT OF INDUSTRY AND TRADE OF DONG NAI PROVINCE", "Export turnover", "Đồng Nai"),
        (None, "XUẤT KHẨU BÌNH DƯƠNG", "Bình Dương"),
        (None, "Xuất khẩu hàng hóa TP.HCM", "Hồ Chí Minh"),
        ("CỤC HẢI QUAN", "Xuất khẩu hàng hóa", ""),
        (None, "Xuất khẩu sang châu Á - Thái Bình Dương", ""),
    ],
)  # fmt: skip
def test_a_table_that_names_a_province_is_never_the_countrys(workbook, above, title, area):
    cells = ((above,), (f"{title} tháng 6 năm 2025",), ("Nghìn USD",), *SMALL_TRADE)
    reading = read_return(workbook({"XK": filled(cells)}))
    assert {row.province for row in reading.rows} == {area}
    assert {row.market for row in reading.rows} == {"ASIA" if "châu Á" in title else "WORLD"}


def test_what_only_the_workbook_s_name_says_counts_where_the_trade_is_so_small(workbook):
    title = (("Kim ngạch xuất khẩu tháng 6 năm 2025",), ("Nghìn USD",))
    reading = read_return(workbook({"XK": filled((*title, *SMALL_TRADE))}, "XK Binh Duong 6.xlsx"))
    assert {row.province for row in reading.rows} == {"Bình Dương"}
    heads, total, *goods = SMALL_TRADE
    large = (heads, (total[0], 39_500_000, 219_800_000), *goods)
    reading = read_return(workbook({"XK": filled((*title, *large))}, "Ha Noi XK 6.xlsx"))
    assert {row.province for row in reading.rows} == {""}


@pytest.mark.parametrize(
    "label", ["Kinh tế Nhà nước", "+ Kinh tế Nhà nước", "1. Kinh tế ngoài Nhà nước", "- Tư nhân"]
)
def test_a_part_of_the_domestic_sector_is_no_item_that_is_asked_about(workbook, label):
    title = (("SỞ CÔNG THƯƠNG AN GIANG",), ("Xuất khẩu tháng 6 năm 2025",), ("Nghìn USD",))
    rows = (*SMALL_TRADE[:2], (label, 20_000, 120_000), *SMALL_TRADE[2:])
    reading = read_return(workbook({"XK": filled((*title, *rows))}))
    assert [f.cell for f in reading.findings if f.code == "part_of_a_row"] == ["A6"]
    assert not reading.names
