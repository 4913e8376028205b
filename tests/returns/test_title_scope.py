"""Titles of some goods, of a province, of a sector or of what is no country's trade."""

from __future__ import annotations

import pytest

from desktop.figures.reading import Ask
from desktop.figures.series import Flow
from desktop.returns import read_return
from desktop.returns.title_goods import goods_named
from desktop.returns.title_scope import names_several_provinces
from tests.returns import forms
from tests.returns.forms import Form, figures
from tests.returns.plans.foreign import filled

TITLE = "KIM NGẠCH XUẤT KHẨU THÁNG 3 NĂM 2025"


@pytest.mark.parametrize(
    ("title", "goods"),
    [
        ("XUẤT KHẨU GẠO THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", "RICE"),
        ("Thị trường xuất khẩu cà phê tháng 3/2025", "COFFEE"),
        ("Kim ngạch xuất khẩu hàng dệt, may sang các thị trường", "TEXTILE"),
        ("XUẤT KHẨU MÁY VI TÍNH, SẢN PHẨM ĐIỆN TỬ VÀ LINH KIỆN", "ELEC"),
        ("XUẤT KHẨU GẠO, THÁNG 3 NĂM 2025", "RICE"),
        ("Exports of coffee by market, March 2025", "COFFEE"),
        ("XUẤT KHẨU DẦU THÔ THEO THỊ TRƯỜNG", "CRUDE"),
        ("Xuất khẩu tinh bột sắn sang các nước", "UNKNOWN"),
        ("RICE EXPORTS BY COUNTRY", "RICE"),
        ("XUẤT KHẨU CÁ TRA THEO THỊ TRƯỜNG", "UNKNOWN"),
        ("XUẤT KHẨU THỦY SẢN, GẠO THEO THỊ TRƯỜNG", "UNKNOWN"),
        ("Xuất khẩu sầu riêng theo thị trường tháng 3/2025", "UNKNOWN"),
        ("Thị trường xuất khẩu thanh long tháng 3/2025", "UNKNOWN"),
        ("Xuất khẩu thịt sang các nước", "UNKNOWN"),
        ("Exports of durian by market, March 2025", "UNKNOWN"),
        ("Dragon fruit exports by country", "UNKNOWN"),
        ("Exports of main goods by market", ""),
        ("Total exports by country", ""),
        ("US exports by country", ""),
        ("Xuất khẩu hàg hóa theo thị trường", ""),
        ("Xuất khẩu thág 3 theo thị trường", ""),
        ("Xuất khẩu Trung Quốc theo thị trường", ""),
        ("Xuất khẩu Đồng Nai theo thị trường", ""),
        ("Xuất khẩu cua Việt Nam sang các nước", ""),
        ("Xuất nhập khẩu với các nước ASEAN", ""),
        ("14. Hàng hóa xuất khẩu", ""),
        ("Xuất khẩu, nhập khẩu hàng hóa theo tỉnh", ""),
        ("Xuất khẩu hàng hóa chủ yếu sang Hoa Kỳ", ""),
        ("Trị giá và mặt hàng xuất khẩu sơ bộ các tháng năm 2025", ""),
        ("Exports of goods", ""),
        ("Xuất khẩu các mặt hàng chính", ""),
    ],
)
def test_the_goods_of_a_title(title, goods):
    assert goods_named(title, Flow.EXPORT) == goods


def test_fertiliser_is_a_name_of_goods_and_no_number_of_months():
    assert goods_named("Thị trường nhập khẩu phân bón tháng 3/2025", Flow.IMPORT) == "FERT"


def by_market(title: str, item: str) -> Form:
    """Markets in rows beneath a title, and their total."""
    form = Form()
    form.put(1, 1, title)
    form.put(2, 4, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Thị trường", "Tháng 3/2025", "3 tháng/2025")
    whole = forms.money(900.0, item)
    form.put(5, 2, "Tổng số", whole, forms.to_date(whole))
    for row, (name, market, part) in enumerate(forms.MARKETS, 6):
        now = forms.money(900 * part, item, market)
        form.put(row, 1, row - 5, name, now, forms.to_date(now))
    return form


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("XUẤT KHẨU GẠO THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", "RICE"),
        ("XUẤT KHẨU THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", "TOTAL"),
    ],
)
def test_markets_beneath_a_title_of_goods_bought_these(tmp_path, title, item):
    form = by_market(title, item)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def asks(reading) -> list[Ask]:
    """What must be answered before anything is read."""
    return [question.ask for question in reading.questions if question.needed]


@pytest.mark.parametrize("goods", ["CÁ TRA", "SẦU RIÊNG"])
def test_markets_that_bought_what_nobody_knows_are_asked_about(tmp_path, goods):
    form = by_market(f"XUẤT KHẨU {goods} THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", "")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])


@pytest.mark.parametrize(
    "title",
    [
        "XUẤT KHẨU QUA CỬA KHẨU LẠNG SƠN THÁNG 3 NĂM 2025",
        "XUẤT KHẨU CỦA CÁC KHU CÔNG NGHIỆP THÁNG 3 NĂM 2025",
        "XUẤT KHẨU HÀNG HÓA CỦA CÔNG TY ABC THÁNG 3 NĂM 2025",
        "XUẤT KHẨU GẠO THẾ GIỚI THÁNG 3 NĂM 2025",
        "HÀNG TẠM NHẬP, TÁI XUẤT - XUẤT KHẨU THÁNG 3 NĂM 2025",
        "THUẾ XUẤT KHẨU THÁNG 3 NĂM 2025",
        "SỐ DOANH NGHIỆP XUẤT KHẨU THÁNG 3 NĂM 2025",
        "TỐC ĐỘ TĂNG TRƯỞNG XUẤT KHẨU THÁNG 3 NĂM 2025",
        "KIM NGẠCH XUẤT KHẨU SỬ DỤNG C/O MẪU D THÁNG 3 NĂM 2025",
        "XUẤT KHẨU HÀNG HÓA BẰNG ĐƯỜNG BIỂN THÁNG 3 NĂM 2025",
        "XUẤT KHẨU KHU VỰC MIỀN BẮC THÁNG 3 NĂM 2025",
        "XUẤT KHẨU HÀNG HÓA KHÔNG KỂ DẦU THÔ THÁNG 3 NĂM 2025",
        "XUẤT KHẨU THEO GIÁ SO SÁNH 2010 THÁNG 3 NĂM 2025",
    ],
)
def test_what_is_no_countrys_trade_is_asked_about(tmp_path, title):
    form = forms.values()
    forms.replaced(form, TITLE, title)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])


def test_a_partner_that_is_our_own_country_makes_the_table_anothers(tmp_path):
    form = by_market("XUẤT KHẨU THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", "TOTAL")
    form.put(9, 2, "Việt Nam", 50.0, 150.0)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])


def test_a_source_that_is_another_countrys_makes_the_table_its(tmp_path):
    form = by_market("Exports by market, March 2025", "TOTAL")
    form.put(4, 1, "No.", "Market", "March 2025", "3 months 2025")
    forms.replaced(form, "Đơn vị: triệu USD", "Million USD")
    forms.replaced(form, "Tổng số", "Total")
    form.known(lambda k: k if k.market else k._replace(printed=k.number * 40))
    for old, new in (("Hoa Kỳ", "Canada"), ("Trung Quốc", "China"), ("Đức", "Germany")):
        forms.replaced(form, old, new)
    assert figures(forms.read(tmp_path / "ours.xlsx", form))
    form.put(10, 1, "Source: U.S. Census Bureau")
    reading = forms.read(tmp_path / "theirs.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])


@pytest.mark.parametrize(
    ("whose", "province"),
    [
        ("TỈNH ĐỒNG NAI", "Đồng Nai"), ("CỦA BÌNH DƯƠNG", "Bình Dương"),
        ("TP. HỒ CHÍ MINH", "Hồ Chí Minh"), ("SANG CHÂU Á - THÁI BÌNH DƯƠNG", None),
    ],
)  # fmt: skip
def test_a_title_says_of_which_province_it_is(tmp_path, whose, province):
    form = forms.values()
    forms.replaced(form, TITLE, f"XUẤT KHẨU HÀNG HÓA {whose} THÁNG 3 NĂM 2025")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    provinces = {row.province for row in reading.rows if row.unit == "USD"}
    if province:
        assert provinces == {province}
    else:
        assert "Thái Bình" not in provinces


@pytest.mark.parametrize(
    ("whose", "ownership"),
    [
        ("CỦA DOANH NGHIỆP TRONG NƯỚC", "DOMESTIC"), ("CỦA KHU VỰC FDI", "FDI"),
        ("CỦA DOANH NGHIỆP FDI VÀ DOANH NGHIỆP TRONG NƯỚC", "ALL"),
    ],
)  # fmt: skip
def test_a_title_says_of_which_sector_it_is(tmp_path, whose, ownership):
    form = forms.values()
    forms.replaced(form, TITLE, f"XUẤT KHẨU HÀNG HÓA {whose} THÁNG 3 NĂM 2025")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert {row.ownership for row in reading.rows} == {ownership}


def test_the_total_of_goods_that_nobody_knows_is_not_that_of_all(tmp_path):
    form = forms.values()
    forms.replaced(form, TITLE, "XUẤT KHẨU NÔNG, LÂM, THỦY SẢN THÁNG 3 NĂM 2025")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert "TOTAL" not in {row.item for row in reading.rows}
    assert [f.cell for f in reading.findings if f.code == "beneath_unknown_name"] == ["B5"]
    assert {row.item for row in reading.rows} == {item for _, item, _, _ in forms.GOODS}


@pytest.mark.parametrize(
    "head",
    [
        "Số tờ khai tháng 1/2025", "Xếp hạng tháng 1/2025", "Thuế tháng 1/2025",
        "Mức tăng 1 tháng/2025", "Bình quân 3 tháng", "12 tháng gần nhất", "Last 12 months",
        "Tháng 1/2025 sang Hoa Kỳ", "Trong đó: FDI tháng 1/2025",
    ],
)  # fmt: skip
def test_a_column_of_another_matter_or_of_a_part_is_told(tmp_path, head):
    form = forms.values()
    form.column(4, 7, head, *(21.5 + at for at in range(len(forms.GOODS) + 1)))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["G5"]


@pytest.mark.parametrize(
    "head",
    [
        "Tháng 3/2025 (triệu EUR)", "Tháng 3/2025 (tỷ đồng)", "Tháng 3/2025 (tr.đồng)",
        "Tháng 2/2024 (€ million)", "Tháng 3/2025 - CNY", "Năm 2024 (triệu bảng Anh)",
    ],
)  # fmt: skip
def test_a_column_in_other_money_is_told(tmp_path, head):
    form = forms.values()
    form.column(4, 7, head, *(2100.5 + at for at in range(len(forms.GOODS) + 1)))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["G5"]


@pytest.mark.parametrize("line", ["Thị trường: Hoa Kỳ", "Nước: Hoa Kỳ"])
def test_a_line_above_says_whose_trade_it_is(tmp_path, line):
    form = forms.values()
    form.put(2, 1, line)
    form.known(lambda known: known._replace(market="US"))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


@pytest.mark.parametrize(
    "line",
    [
        "Thị trường: Xứ Lạ", "Công ty Cổ phần ABC", "Khu vực FDI", "(Theo giá cố định 2010)",
        "(Không kể dầu thô)", "(trừ vàng)", "Chưa bao gồm hàng tạm nhập, tái xuất",
        "Qua cửa khẩu Hữu Nghị", "Ban Quản lý các khu công nghiệp tỉnh Bình Dương",
        "CỤC HẢI QUAN TỈNH ĐỒNG NAI", "Cục Hải quan TP. Hồ Chí Minh", "HẢI QUAN LẠNG SƠN",
        "Chi cục Hải quan khu vực II", "Loại hình: Gia công", "Mặt hàng: Sầu riêng",
        "Mã HS: 0810", "Product: Durian", "(excluding gold)",
    ],
)  # fmt: skip
def test_a_line_above_that_narrows_the_table_is_asked_about(tmp_path, line):
    form = forms.values()
    form.put(2, 1, line)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])
    told = [(f.cell, f.found) for f in reading.findings if f.code == "title_words"]
    assert told == [("A2", line)] or line.startswith("Thị trường")


@pytest.mark.parametrize(
    ("line", "item"),
    [
        (("Mặt hàng: Gạo",), "RICE"), (("Mặt hàng:", "Cà phê"), "COFFEE"),
        (("Product: Rice",), "RICE"), (("Mặt hàng: Tất cả",), "TOTAL"),
        (("Đã bao gồm hàng tạm nhập, tái xuất",), "TOTAL"),
        (("Nguồn: Tính toán từ số liệu của Cục Hải quan",), "TOTAL"),
        (("TỔNG CỤC HẢI QUAN - Hà Nội, ngày 9 tháng 4 năm 2025",), "TOTAL"),
    ],
)  # fmt: skip
def test_a_line_above_says_of_what_goods_a_table_is(tmp_path, line, item):
    form = by_market("XUẤT KHẨU THEO THỊ TRƯỜNG THÁNG 3 NĂM 2025", item)
    form.put(3, 1, *line)
    if line[0].startswith("TỔNG CỤC"):  # who counts what was declared, and estimates nothing
        form.known(lambda known: known._replace(status="preliminary"))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_a_price_is_no_unit_of_values(tmp_path):
    form = forms.values()
    forms.replaced(form, "Đơn vị tính: triệu USD", "Đơn vị: USD/tấn")
    assert figures(forms.read(tmp_path / "bc.xlsx", form)) == []


@pytest.mark.parametrize(
    "line", ["Sang Hoa Kỳ", "(Thị trường Hoa Kỳ)", "Xuất khẩu sang thị trường Hoa Kỳ"]
)
def test_a_short_line_above_names_the_partner(tmp_path, line):
    form = forms.values()
    form.put(2, 1, line)
    form.known(lambda known: known._replace(market="US"))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


@pytest.mark.parametrize("line", ["Nhóm hàng nông sản", "Nhóm công nghiệp chế biến"])
def test_a_line_above_that_names_a_group_is_asked_about(tmp_path, line):
    form = forms.values()
    form.put(2, 1, line)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])


@pytest.mark.parametrize("group", ["NÔNG SẢN", "lâm sản"])
def test_a_titles_group_leaves_its_goods_what_they_are_and_its_sum_waits(workbook, group):
    goods = (("Cà phê", 872.1), ("Gạo", 520.3), ("Chè", 20.4))
    rows = ((group, 1412.8), *goods)
    title = (f"XUẤT KHẨU {group} THÁNG 3 NĂM 2025",)
    heads = ("Mặt hàng", "Tháng 3/2025")
    reading = read_return(workbook({"XK": filled((title, (None, "Triệu USD"), heads, *rows))}))
    assert {row.item for row in reading.rows} == {"COFFEE", "RICE", "TEA"}
    assert [f.cell for f in reading.findings if f.code == "unknown_item"] == ["A4"]


@pytest.mark.parametrize("name", ["Hoa Kỳ", "FDI", "Trong nước", "Đồng Nai", "Kế hoạch"])
def test_what_only_a_sheets_name_says_is_asked_about(tmp_path, name):
    form = forms.values()
    form.name = name
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert (figures(reading), asks(reading)) == ([], [Ask.LAYOUT])
    assert [f.found for f in reading.findings if f.code == "title_words"] == [name]


def test_a_sheets_name_that_the_title_says_as_well_is_no_question(tmp_path):
    form = forms.values()
    form.name = "Hoa Kỳ"
    forms.replaced(form, TITLE, "XUẤT KHẨU SANG HOA KỲ THÁNG 3 NĂM 2025")
    form.known(lambda known: known._replace(market="US"))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def beneath_title(workbook, line):
    cells = (
        ("BỘ CÔNG THƯƠNG",), ("Kim ngạch xuất khẩu hàng hóa tháng 6 năm 2025",), (line,),
        (None, None, "Triệu USD"), ("Mặt hàng", "Tháng 6/2025", "6 tháng 2025"),
        ("Tổng cộng", 27_000, 155_000), ("Gạo", 62, 360), ("Thủy sản", 80, 480),
    )  # fmt: skip
    return read_return(workbook({"XK": filled(cells)}))


@pytest.mark.parametrize(
    ("line", "markets"),
    [
        ("Khu vực kinh tế trong nước", set()), ("Doanh nghiệp có vốn đầu tư nước ngoài", set()),
        ("Khu vực có vốn đầu tư nước ngoài (kể cả dầu thô)", set()),
        ("(Kế hoạch)", set()), ("Kế hoạch năm 2025", set()),
        ("Chỉ tính các doanh nghiệp trong KCN", set()),
        ("Thị trường châu Á", {"ASIA"}), ("Xuất sang: EU", {"EU27"}),
        ("Nước xuất khẩu: Việt Nam", {"WORLD"}), ("Vụ Kế hoạch - Tài chính", {"WORLD"}),
    ],
)  # fmt: skip
def test_a_line_alone_beneath_the_title_says_whose_trade_it_is(workbook, line, markets):
    assert {row.market for row in beneath_title(workbook, line).rows} == markets


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Số liệu chưa chính thức", "preliminary"), ("Số liệu không chính thức", "preliminary"),
        ("(Unofficial)", "preliminary"), ("Số liệu chính thức", "final"),
    ],
)  # fmt: skip
def test_what_is_not_official_yet_is_never_final(workbook, line, status):
    assert {row.status for row in beneath_title(workbook, line).rows} == {status}


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("Ghi chú: Số liệu chưa bao gồm khu vực FDI", False), ("Ghi chú: Không kể dầu thô", False),
        ("Ghi chú: Chỉ tính các doanh nghiệp trong nước", False),
        ("Ghi chú: (*) Không kể dầu thô", True), ("Ghi chú: Số liệu sơ bộ", True),
    ],
)  # fmt: skip
def test_a_note_beneath_that_leaves_a_sector_out_is_asked_about(workbook, note, read):
    cells = (
        ("Kim ngạch xuất khẩu hàng hóa tháng 6 năm 2025", None, "Triệu USD"),
        ("Mặt hàng", "Tháng 6/2025", "6 tháng 2025"), ("Tổng cộng", 27_000, 155_000),
        ("Gạo", 62, 360), ("Thủy sản", 80, 480), (), (note,),
    )  # fmt: skip
    reading = read_return(workbook({"XK": filled(cells)}))
    assert bool(reading.rows) is read
    assert [f.found for f in reading.findings if f.code == "title_words"] == [note] * (not read)


@pytest.mark.parametrize(
    ("title", "several"),
    [
        ("Xuất khẩu của Bình Dương và Đồng Nai", True),
        ("Xuất khẩu vùng Đông Nam Bộ (TP.HCM, Bình Dương, Đồng Nai)", True),
        ("Xuất khẩu của tỉnh Bà Rịa - Vũng Tàu", False),
        ("Xuất khẩu hàng hóa của Hà Nội", False),
        ("Xuất khẩu sang châu Á - Thái Bình Dương", False),
        ("Xuất khẩu hàng hóa và cán cân thương mại", False),
    ],
)
def test_what_several_provinces_sold_together_is_none_of_theirs(title, several):
    assert names_several_provinces(f"{title} tháng 6 năm 2025") is several
