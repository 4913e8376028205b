"""What a row is about: parts of rows, sectors, marks behind names, names in the old codes."""

import pytest

from desktop.figures.series import Flow, Ownership
from desktop.returns.labels import SectorLabels
from tests.returns.made import EXPORTS, TCVN3, VNI, codes


def test_rows_within_the_row_above_are_items_of_their_own_and_never_added_to_it(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 100.0),
        (None, "Sắt thép", 5.0, 90.0),
        (None, "Trong đó: Phôi thép", 1.0, 9.0),
        (None, "Xe máy", None, 8.0),
        (None, "TĐ: Nguyên chiếc(*)", 2_000.0, 3.0),
        (None, "Ô tô", None, 2.0),
        (None, "Trong đó:", None, None),
        (None, "Nguyên chiếc", None, 1.0),
        (None, "(*) Chiếc, triệu USD"),
    )
    reading = monthly(rows=rows, title="15. Hàng hóa nhập khẩu")
    assert [row.item for row in reading.rows if row.measure == "value"] == [
        "TOTAL", "STEEL", "BILLETS", "MOTORBIKE", "MOTORBIKE_CBU", "AUTO_ALL", "CARS",
    ]  # fmt: skip
    assert codes(reading) == []


def test_kinds_that_a_dash_puts_beneath_an_item_are_counted_in_it(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 100.0),
        (None, "Xăng dầu các loại", 5.0, 40.0),
        (None, "- Xăng máy bay lạ", 1.0, 9.0),
        (None, "- Dầu lạ", 1.0, 8.0),
        (None, "- Sắt thép", 1.0, 7.0),
        (None, "- Thép lạ", 1.0, 6.0),
    )
    reading = monthly(rows=rows, title="15. Hàng hóa nhập khẩu")
    values = [row.item for row in reading.rows if row.measure == "value"]
    assert values == ["TOTAL", "PETROL", "STEEL"]
    told = [(f.code, f.found) for f in reading.findings if f.found.startswith("-")]
    assert told == [
        ("part_of_a_row", "- Xăng máy bay lạ"), ("part_of_a_row", "- Dầu lạ"),
        ("unknown_item", "- Thép lạ"),
    ]  # fmt: skip


def test_a_note_among_the_rows_is_no_end_of_them(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 100.0),
        ("Ghi chú: số liệu cà phê gồm cả cà phê tan",),
        (None, "Cà phê", 5.0, 40.0),
        (None, "Nguồn: Cục Hải quan"),
        (None, "Điện tử,"),
        (None, "máy tính và linh kiện", None, 30.0),
        (None, "(*) Số liệu sơ bộ"),
        (None, "Tỷ giá lạ", None, None),
    )
    reading = monthly(rows=rows)
    assert [r.item for r in reading.rows if r.measure == "value"] == ["TOTAL", "COFFEE", "ELEC"]


@pytest.mark.parametrize("letters", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_a_sheet_in_an_old_code_without_its_font_is_the_same_return(monthly, letters):
    def old(value):
        return "".join(letters.get(c, c) for c in value) if isinstance(value, str) else value

    heads = (("Ước tính", "tháng 6", "năm 2006"), ("Cộng dồn", "6 tháng", "năm 2006"))
    rows = (
        ("Tổng trị giá", None, None, 900.0, None, None, 5000.0),
        ("Mặt hàng chủ yếu",),
        (None, "Thủy sản", None, 120.5, None, None, 700.0),
        (None, "Hạt tiêu", 30.25, 90.0, None, 60.5, 180.0),
    )
    modern = monthly(heads=heads, rows=rows, title="9. Hàng hóa xuất khẩu")
    legacy = monthly(
        heads=[tuple(map(old, head)) for head in heads],
        rows=[tuple(map(old, row)) for row in rows],
        title=old("9. Hàng hóa xuất khẩu"), unit=old("Nghìn tấn; Triệu USD"),
    )  # fmt: skip
    assert len(modern.rows) == 8
    assert legacy.rows == modern.rows


@pytest.mark.parametrize("mark", ["(1)", " (2)", "⁽2⁾", "¹", " †", "(*)", "**"])
def test_a_mark_behind_a_name_is_no_part_of_it(monthly, mark):
    rows = (("TỔNG TRỊ GIÁ", None, None, 100.0), (None, f"Cà phê{mark}", 1.0, 9.0))
    assert {row.item for row in monthly(rows=rows).rows} == {"TOTAL", "COFFEE"}


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("Khu vực có vốn ĐTTT nước ngoài", "TOTAL"),
        ("Foreign direct investment sector", "TOTAL"),
        ("Khu vực có vốn ĐTNN (không kể dầu thô)", "OTHER"),
        ("FDI sector (excluding crude oil)", "OTHER"),
    ],
)
def test_the_foreign_invested_sector_with_and_without_its_crude(monthly, label, item):
    rows = (("TỔNG TRỊ GIÁ", None, None, 100.0), (label, None, None, 60.0))
    read = monthly(rows=rows).rows[1]
    assert (read.item, read.ownership) == (item, "FDI")


@pytest.mark.parametrize(
    ("label", "item", "ownership"),
    [
        ("KT trong nước", "TOTAL", "DOMESTIC"),
        ("Kinh tế trong nước", "TOTAL", "DOMESTIC"),
        ("Domestic", "TOTAL", "DOMESTIC"),
        ("Trong nước", "TOTAL", "DOMESTIC"),
        ("DN DDI", "TOTAL", "DOMESTIC"),
        ("Trong nước sản xuất", "UNKNOWN", "ALL"),
        ("ĐTNN", "TOTAL", "FDI"),
        ("Foreign sector", "TOTAL", "FDI"),
        ("Cả nước:", "TOTAL", "ALL"),
        ("Tổng XK", "TOTAL", "ALL"),
        ("Total value of exports", "TOTAL", "ALL"),
        ("Tổng xuất khẩu hàng hóa (FOB)", "TOTAL", "ALL"),
        ("TĂ gia súc & NL", "FEED", "ALL"),
        ("Phương tiện VT & PT", "VEHICLES", "ALL"),
        ("Tổng nhập khẩu", "UNKNOWN", "ALL"),
    ],
)
def test_totals_sectors_and_goods_in_short(label, item, ownership):
    read = SectorLabels(Flow.EXPORT, Ownership.ALL).read(label, has_figures=True)
    assert (read.item, read.ownership) == (item, ownership)


@pytest.mark.parametrize("label", ["XUẤT KHẨU", "Tổng xuất khẩu", "I. Xuất khẩu hàng hóa"])
def test_a_row_that_names_no_more_than_the_tables_own_flow_is_its_total(monthly, label):
    rows = ((label, None, None, 100.0), (None, "Cà phê", 1.0, 9.0))
    assert {row.item for row in monthly(rows=rows).rows} == {"TOTAL", "COFFEE"}


def test_parts_nobody_knows_are_left_out_and_told(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 100.0),
        (None, "Sắt thép", 5.0, 50.0),
        (None, "Trong đó: Thép lạ", 1.0, 9.0),
        (None, "Cao su", None, 8.0),
        (None, "Trong đó: Nguyên chiếc", 2.0, 3.0),
    )
    reading = monthly(rows=rows, title="15. Hàng hóa nhập khẩu")
    assert {row.item for row in reading.rows} == {"TOTAL", "STEEL", "RUBBER"}
    assert codes(reading) == ["part_of_a_row", "part_of_a_row"]


def test_a_label_that_runs_over_two_rows(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 10.0),
        (None, "Nguyên phụ liệu dệt,"),
        (None, "may, da, giày", None, 2.0),
    )
    reading = monthly(rows=rows)
    assert [row.item for row in reading.rows] == ["TOTAL", "TEXAUX"]
    assert reading.rows[1].label == "Nguyên phụ liệu dệt, may, da, giày"


def test_a_label_that_goes_on_beneath_its_figures(monthly):
    rows = (
        *EXPORTS[:6],
        (None, "Túi xách, ví,", 1.0, 120.5),
        (None, "va li, mũ, ô dù"),
        (None, "SP từ sắt", 2.0, 80.5),
        (None, "thép"),
        (None, "Cà phê", 30.25, 90.0),
        ("Mặt hàng khác chủ yếu",),
        (None, "Gạo lạ", 3.0, 4.0),
        (None, "Hạt tiêu", 5.0, 6.0),
    )
    reading = monthly(rows=rows)
    goods = [row.item for row in reading.rows if int(row.cell[1:]) > 14]
    assert goods == [i for item in ("BAGS", "STEELPROD", "COFFEE", "PEPPER") for i in (item, item)]
    assert [f.found for f in reading.findings if f.code == "unknown_item"] == ["Gạo lạ"]


def test_the_end_of_a_known_name_beneath_its_figures_joins_nothing(monthly):
    rows = (
        *EXPORTS[:6],
        (None, "Precious stones, metals", None, 250.0),
        (None, "and products"),
        (None, "Iron, steel", 1100.0, 550.0),
        (None, "Gỗ và sản phẩm gỗ", None, 90.0),
        (None, "and veneer)"),
        (None, "Trong đó: Sản phẩm gỗ", None, 60.0),
    )
    reading = monthly(rows=rows)
    read = {row.item: row.printed for row in reading.rows if row.measure == "value"}
    assert (read["GEMS"], read["STEEL"], read["WOODPROD"]) == ("250", "550", "60")
    assert "STEELPROD" not in read


@pytest.mark.parametrize(
    "group",
    ["Nhóm nông, lâm, thủy sản", "Nhóm nông sản, thủy sản", "Nhóm nhiên liệu và khoáng sản",
     "Nhóm công nghiệp chế biến", "II. Nhóm hàng công nghiệp", "Nhóm cần nhập khẩu",
     "Nhóm hàng hạn chế nhập khẩu", "Nhóm công nghiệp", "Cộng trang", "Tổng cộng trang 1",
     "Trang trước chuyển sang", "Tổng kim ngạch nhóm nông, lâm, thủy sản"],
)  # fmt: skip
def test_a_group_of_goods_is_left_out_and_told_and_nobody_is_asked_for_it(monthly, group):
    rows = (("MẶT HÀNG CHỦ YẾU",), (None, group, None, 500.0), (None, "Cà phê", 30.25, 90.0))
    reading = monthly(rows=rows)
    assert {row.item for row in reading.rows} == {"COFFEE"}
    assert codes(reading) == ["stray_numbers"]
    assert not [q for q in reading.questions if q.needed]


def test_aluminium_is_no_group(monthly):
    reading = monthly(rows=(("MẶT HÀNG CHỦ YẾU",), (None, "Nhôm và sản phẩm nhôm", None, 5.0)))
    assert "stray_numbers" not in codes(reading)


@pytest.mark.parametrize("name", ["Gỗ và|sản phẩm gỗ", "GỖ VÀ|SẢN PHẨM GỖ", "Gỗ Và|Sản Phẩm Gỗ"])
def test_a_name_goes_on_behind_a_joining_word_in_any_case(monthly, name):
    first, second = name.split("|")
    rows = (("TỔNG TRỊ GIÁ", None, None, 100.0), (None, first), (None, second, None, 9.0))
    assert {row.item for row in monthly(rows=rows).rows} == {"TOTAL", "WOOD"}


@pytest.mark.parametrize("section", ["MẶT HÀNG CHỦ YẾU", "mặt hàng chủ yếu"])
def test_what_stands_beneath_a_section_is_everyones(section):
    labels = SectorLabels(Flow.EXPORT, Ownership.ALL)
    labels.read("khu vực có vốn đầu tư nước ngoài", has_figures=True)
    labels.read(section, has_figures=False)
    assert labels.read("dầu thô", has_figures=True).ownership is Ownership.ALL


def test_a_sectors_part_of_goods_is_of_these(monthly):
    rows = (
        ("TỔNG TRỊ GIÁ", None, None, 1000.0),
        (None, "Trong đó: DN FDI", None, 700.0),
        (None, "Thủy sản", None, 120.0),
        (None, "Trong đó: DN FDI", None, 40.0),
        (None, "Hàng lạ nào đó", None, 30.0),
        (None, "Trong đó: DN FDI", None, 20.0),
    )
    reading = monthly(rows=rows)
    assert [(row.item, row.ownership, row.printed) for row in reading.rows] == [
        ("TOTAL", "ALL", "1000"), ("TOTAL", "FDI", "700"),
        ("SEAFOOD", "ALL", "120"), ("SEAFOOD", "FDI", "40"),
    ]  # fmt: skip
    assert {"part_of_a_row", "unknown_item"} <= {*codes(reading)}


def test_a_sectors_part_of_a_ways_total_is_of_all_goods():
    labels = SectorLabels(None, Ownership.ALL)
    for label in ("Xuất khẩu", "Thủy sản", "Nhập khẩu"):
        labels.read(label, has_figures=True)
    subject = labels.read("Trong đó: DN FDI", has_figures=True)
    assert (subject.item, subject.flow) == ("TOTAL", Flow.IMPORT)
