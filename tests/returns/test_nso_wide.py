"""The statistics office's wide workbooks: many months, the year only where its band begins."""

import pytest

from desktop.figures.series import SCALE
from desktop.returns import read_return
from tests.returns.made import codes, summary

MONTHS = ("Tháng 01", "Tháng 02", *(f"Tháng {number}" for number in range(3, 13)))
YEARS = {1: 2024, 13: 2025}
ITEM_HEADS = ("Lượng (Tấn)", "Trị giá (1000 USD)")
PARTNER_HEADS = ("Xuất khẩu", "Nhập khẩu")

ITEMS = (
    ("Tổng số", (0, 900.5), (None, 1000)),
    ("T/đó: Khu vực có vốn ĐTTTNN", (0, 0), (0, 0)),
    ("Kể cả dầu thô", (None, 600), (0, 700)),
    ("Không kể dầu thô", (None, 590), (0, 690)),
    ("Nhóm/Mặt hàng chủ yếu", (0, 0), (0, 0)),
    ("Hàng hải sản", (0, 400.5), (0, 300)),
    ("Dầu thô", (20, 10), (15, 10)),
    ("Máy vi tính, sản phẩm điện tử & linh liện", (0, 90), (0, 290)),
    ("Quế và hoa quế", (None, None), (7, 100)),
    ("Hàng hoá khác", (0, 400), (0, 300)),
)
PARTNERS = (
    (None, "Tổng", (33_399_749.49, 30_000_000), (40_000_000, 41_000_000)),
    ("EU", None, (4_600_000, 1_300_000), (5_000_000, 1_400_000)),
    (None, "Trong đó:", (), ()),
    (None, "Ê-xtô-ni-a", (2_962.18, 666), (3_000, 700)),
    ("Một số nước khác", None, (None, None), (2_119.74, 0)),
    (None, "Mỹ ", (10_050_254, 1_235_390), (12_000_000, 1_300_000)),
    (None, "Ðặc khu HC Hồng Công (TQ)", (901_222, 146_216), (900_000, 150_000)),
    (None, "Ca-mơ-run", (0, 14_994.74), (0, 15_000)),
)


def heads(sheet, left, pair, months):
    """Write the heading block: months merged over pairs, years where their bands begin."""
    for at in range(months):
        column = left + 2 * at
        sheet.cell(4, column, MONTHS[at % 12])
        sheet.merge_cells(start_row=4, end_row=4, start_column=column, end_column=column + 1)
        if at + 1 in YEARS:
            sheet.cell(3, column, YEARS[at + 1])
        for step, text in enumerate(pair):
            sheet.cell(5, column + step, text)


def figures(sheet, row, left, months, first, last):
    """Write a row's pairs of the first month and of the last; the months between stay empty."""
    for at, pair in ((0, first), (months - 1, last)):
        for step, value in enumerate(pair):
            sheet.cell(row, left + 2 * at + step, value)


@pytest.fixture
def by_item(workbook):
    def read(months=14, **change):
        def fill(sheet):
            sheet["A1"] = "Trị giá và mặt hàng xuất khẩu sơ bộ các tháng năm 2024"
            sheet["A4"] = "Tên hàng"
            heads(sheet, 2, ITEM_HEADS, months)
            for row, (label, first, last) in enumerate(ITEMS, start=7):
                sheet.cell(row, 1, label)
                figures(sheet, row, 2, months, first, last)
            for cell, value in change.items():
                sheet[cell] = value

        return read_return(workbook({"1": fill}))

    return read


@pytest.fixture
def by_partner(workbook):
    def read(months=14, **change):
        def fill(sheet):
            sheet["A1"] = (
                "Kim ngạch xuất nhập khẩu phân theo nước, khối nước và vùng lãnh thổ chủ yếu "
                "sơ bộ các tháng năm 2024"
            )
            sheet["A4"] = "Khối nước, nước"
            heads(sheet, 3, PARTNER_HEADS, months)
            for row, (bloc, label, first, last) in enumerate(PARTNERS, start=7):
                sheet.cell(row, 1, bloc)
                sheet.cell(row, 2, label)
                figures(sheet, row, 3, months, first, last)
            for cell, value in change.items():
                sheet[cell] = value

        def private(sheet):
            sheet["D4"] = 2024
            for at, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")):
                sheet.cell(5, 4 + at, name)
                sheet.cell(6, 4 + at, 33_399_749.49)
                sheet.cell(20, 4 + at, 0.266)
            sheet["C6"], sheet["C20"] = "Xuất khẩu", "Xuất khẩu"

        return read_return(workbook({"3": fill, "Sheet1": private}))

    return read


def test_a_whole_small_table_by_item(by_item):
    reading = by_item()
    assert [summary(row) for row in reading.rows] == [
        "C7 TOTAL value month 2024-01 preliminary 900500 USD",
        "AC7 TOTAL value month 2025-02 preliminary 1e+06 USD",
        "C9 TOTAL/FDI value month 2024-01 preliminary 600000 USD",
        "AC9 TOTAL/FDI value month 2025-02 preliminary 700000 USD",
        "C10 OTHER/FDI value month 2024-01 preliminary 590000 USD",
        "AC10 OTHER/FDI value month 2025-02 preliminary 690000 USD",
        "C12 SEAFOOD value month 2024-01 preliminary 400500 USD",
        "AC12 SEAFOOD value month 2025-02 preliminary 300000 USD",
        "B13 CRUDE quantity month 2024-01 preliminary 20 t",
        "C13 CRUDE value month 2024-01 preliminary 10000 USD",
        "AB13 CRUDE quantity month 2025-02 preliminary 15 t",
        "AC13 CRUDE value month 2025-02 preliminary 10000 USD",
        "C14 ELEC value month 2024-01 preliminary 90000 USD",
        "AC14 ELEC value month 2025-02 preliminary 290000 USD",
        "AB15 CINNAMON quantity month 2025-02 preliminary 7 t",
        "AC15 CINNAMON value month 2025-02 preliminary 100000 USD",
        "C16 OTHER value month 2024-01 preliminary 400000 USD",
        "AC16 OTHER value month 2025-02 preliminary 300000 USD",
    ]
    assert codes(reading) == ["stray_numbers", "zeros_left_out"]
    assert (reading.layout, reading.sender) == ("nso_wide_items", "GSO")
    assert (str(reading.month), str(reading.reported_on)) == ("2025-02", "2025-03-06")


def test_a_sum_behind_a_band_is_of_its_year(by_item):
    reading = by_item(Z4="12 tháng", Z3=None, AB3=2025, AA7=11_000)
    assert {summary(row) for row in reading.rows if row.cell in {"AA7", "AC7"}} == {
        "AA7 TOTAL value cumulative 2024-01..2024-12 preliminary 1.1e+07 USD",
        "AC7 TOTAL value month 2025-02 preliminary 1e+06 USD",
    }


def test_a_stray_year_over_the_bands_moves_no_month(by_item):
    assert by_item(B2=2024).rows == by_item().rows


def test_a_band_that_lost_its_year_goes_on_after_december(by_item):
    assert by_item(Z3=None).rows == by_item().rows


def test_a_whole_small_table_by_partner(by_partner):
    reading = by_partner()
    assert [summary(row) for row in reading.rows if row.cell[0] in "CD"] == [
        "C7 TOTAL LISTED value month 2024-01 preliminary 3.33997e+10 USD",
        "D7 TOTAL LISTED value month 2024-01 preliminary 3e+10 USD",
        "C8 TOTAL EU27 value month 2024-01 preliminary 4.6e+09 USD",
        "D8 TOTAL EU27 value month 2024-01 preliminary 1.3e+09 USD",
        "C10 TOTAL EE value month 2024-01 preliminary 2.96218e+06 USD",
        "D10 TOTAL EE value month 2024-01 preliminary 666000 USD",
        "C12 TOTAL US value month 2024-01 preliminary 1.00503e+10 USD",
        "D12 TOTAL US value month 2024-01 preliminary 1.23539e+09 USD",
        "C13 TOTAL HK value month 2024-01 preliminary 9.01222e+08 USD",
        "D13 TOTAL HK value month 2024-01 preliminary 1.46216e+08 USD",
        "D14 TOTAL CM value month 2024-01 preliminary 1.49947e+07 USD",
    ]
    assert [row.flow for row in reading.rows[:2]] == ["export", "import"]
    assert codes(reading) == ["unit_inferred", "stray_numbers", "zeros_left_out"]
    assert (reading.layout, str(reading.month)) == ("nso_wide_partners", "2025-02")


def test_the_total_of_listed_partners_is_not_the_countrys(by_partner):
    assert not [row for row in by_partner().rows if row.market == "WORLD"]


def test_a_working_sheet_beside_it_is_left_out(by_partner):
    reading = by_partner()
    assert {row.sheet for row in reading.rows} == {"3"}
    assert [seen.why for seen in reading.sheets] == ["", "no_trade_title"]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("Đơn vị: Nghìn USD", 2_962_180), ("Triệu USD", 2_962_180_000), ("USD", 2_962.18)],
)
def test_a_printed_unit_goes_before_the_inferred_one(by_partner, unit, expected):
    reading = by_partner(A2=unit)
    (row,) = (row for row in reading.rows if row.cell == "C10")
    assert row.value / 1000 == expected
    assert "unit_inferred" not in codes(reading)


def test_a_total_of_no_countrys_size_gives_no_unit(by_partner):
    reading = by_partner(C7=5, AC7=6, D7=7, AD7=8)
    assert set(codes(reading)) >= {"no_unit", "no_figures"}
    assert reading.refused


def test_partners_may_be_numbered_or_marked(by_partner):
    plain = by_partner()
    marked = by_partner(
        B10="- Ê-xtô-ni-a (1)", A8="1. EU", B7="Tổng (2)", B13="3) Ðặc khu HC Hồng Công (TQ)"
    )
    assert [row[:12] for row in marked.rows] == [row[:12] for row in plain.rows]


def test_a_total_that_stands_as_text_says_the_unit_as_well(by_partner):
    texts = {"C7": "33 399 749,49", "D7": "30 000 000", "AC7": "40 000 000", "AD7": "41 000 000"}
    assert [row[:12] for row in by_partner(**texts).rows] == [r[:12] for r in by_partner().rows]


def test_an_unknown_partner_is_said_and_its_figures_left_out(by_partner):
    reading = by_partner(B12="Aitlantis")
    assert "unknown_market" in codes(reading)
    assert "US" not in {row.market for row in reading.rows}


def test_members_are_held_against_their_group_where_most_months_add_up(by_partner):
    members = {"B8": "EU", "B10": "Đức", "B12": "Pháp", "B13": "Nga", "A11": None}
    whole = dict.fromkeys(("C7", "D7", "AC7", "AD7"), 9_000_000)
    bloc = dict.fromkeys(("C8", "D8", "AC8", "AD8"), 5_000_000)
    parts = {f"{c}{row}": 2_500_000 for c in ("C", "D", "AC", "AD") for row in (10, 12)}
    rest = {f"{c}{row}": v for c in ("C", "D", "AC", "AD") for row, v in ((13, 4e6), (14, 0))}
    moved = {"A8": None, "AC10": 2_400_000, "E8": 10, "E10": 5, "E12": 5, "AC11": None}
    reading = by_partner(**members, **whole, **bloc, **(parts | moved), **rest)
    wrong = [(c.code, c.cell, c.printed - c.ours) for c in reading.checks if not c.agrees]
    assert wrong == [("members_sum", "AC8", 100_000 * 1_000 * SCALE)]


def test_members_of_which_only_some_are_listed_need_not_add_up(by_partner):
    reading = by_partner()
    assert {c.code for c in reading.checks} == {"members_within"}
    assert all(check.agrees for check in reading.checks)


def test_few_months_are_a_wide_table_where_the_title_says_so(by_item):
    assert by_item(months=3).layout == "nso_wide_items"


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("Hàng hoá khỏc", "OTHER"),
        ("Máy móc thiết bị dụng cụ phụ tùng khỏc", "MACHINERY"),
        ("Điện thoại các loại & linh liện", "PHONES"),
        ("Túi xách, ví, vaili, mũ & ô dù", "BAGS"),
    ],
)
def test_words_spoilt_in_the_offices_workbooks_name_the_same_goods(by_item, label, item):
    reading = by_item(A12=label)
    assert {row.item for row in reading.rows if row.cell in {"C12", "AC12"}} == {item}


@pytest.mark.parametrize("sign", ["-", ".", "/"])
def test_months_may_name_their_year_beneath_the_year_of_their_band(workbook, sign):
    def fill(sheet):
        sheet["A1"] = "Trị giá và mặt hàng xuất khẩu sơ bộ các tháng năm 2024"
        sheet["A4"] = "Tên hàng"
        heads(sheet, 2, ITEM_HEADS, 14)
        for at in range(14):
            year, month = divmod(at, 12)
            sheet.cell(4, 2 + 2 * at, f"{month + 1:02}{sign}{2024 + year}")
        for row, (label, first, last) in enumerate(ITEMS, start=7):
            sheet.cell(row, 1, label)
            figures(sheet, row, 2, 14, first, last)

    reading = read_return(workbook({"1": fill}))
    assert reading.layout == "nso_wide_items"
    assert [summary(row) for row in reading.rows][:2] == [
        "C7 TOTAL value month 2024-01 preliminary 900500 USD",
        "AC7 TOTAL value month 2025-02 preliminary 1e+06 USD",
    ]
