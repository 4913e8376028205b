"""Tables about one partner's trade, which their title alone names: never the world's."""

import pytest

from desktop.figures.reading import Ask
from desktop.returns import read_return
from desktop.returns.one_partner import names_a_market, partner_named
from desktop.returns.plans.whose import whose
from tests.returns.made import put_rows


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Xuất khẩu hàng hóa sang Hoa Kỳ tháng 6 năm 2025", "US"),
        ("Nhập khẩu từ Trung Quốc 6 tháng năm 2025", "CN"),
        ("Kim ngạch xuất nhập khẩu với Nhật Bản", "JP"),
        ("XUẤT KHẨU SANG HÀN QUỐC", "KR"),
        ("Xuất khẩu vào thị trường EU", "EU27"),
        ("Xuất khẩu sang các nước ASEAN 2025", "ASEAN"),
        ("Exports to the United States, June 2025", "US"),
        ("Exports from Viet Nam to Germany", "DE"),
        ("Imports from China and Korea", "UNKNOWN"),
        ("Xuất khẩu sang Hoa Kỳ, EU và Nhật Bản", "UNKNOWN"),
        ("Xuất khẩu hàng hóa sang châu Á tháng 6", "ASIA"),
        ("Xuất khẩu sang khu vực châu Phi", "AFRICA"),
        ("Xuất khẩu sang liên minh châu Âu", "EU27"),
        ("Xuất khẩu sang khu vực Tây Á, châu Phi", "UNKNOWN"),
        ("Xuất khẩu hàng hóa sang Nam Á tháng 6", "UNKNOWN"),
        ("XUẤT KHẨU SANG ĐÔNG BẮC Á", "UNKNOWN"),
        ("Xuất khẩu hàng hóa sang Nam Phi tháng 6", "ZA"),
        ("Xuất khẩu hàng hóa từ tháng 1 đến tháng 6", ""),
        ("Xuất khẩu một số mặt hàng sang các thị trường", ""),
        ("Sản phẩm từ sắt thép xuất khẩu", ""),
        ("Hàng hóa xuất khẩu", ""),
    ],
)
def test_the_partner_that_a_title_names(title, code):
    assert partner_named(title) == code


def fill(title):
    def fill(sheet):
        lines = (
            (title, None, "Triệu USD"), ("Mặt hàng", "Tháng 6 năm 2025", "6 tháng năm 2025"),
            ("Tổng cộng", 13.5, 70.5), ("Hàng dệt, may", 1.5, 7.5), ("Giày dép", 0.5, 4.5),
            ("Cao su", 0.5, 4.5), ("Gạo", 0.5, 4.5),
        )  # fmt: skip
        put_rows(sheet, lines)

    return fill


def test_its_figures_are_the_partner_s(workbook):
    reading = read_return(workbook({"S": fill("Xuất khẩu hàng hóa sang Hoa Kỳ")}))
    assert {row.market for row in reading.rows} == {"US"}
    assert [row.item for row in reading.rows[::2]] == [
        "TOTAL", "TEXTILE", "FOOTWEAR", "RUBBER", "RICE",
    ]  # fmt: skip


def test_figures_of_several_partners_together_are_asked_about(workbook):
    reading = read_return(workbook({"S": fill("Xuất khẩu hàng hóa sang Hoa Kỳ và EU")}))
    assert reading.rows == ()
    assert [question.ask for question in reading.questions] == [Ask.LAYOUT]


def test_a_partner_that_our_own_office_names_is_nobody_who_reports():
    assert whose(["Hàng hóa xuất khẩu sang Hoa Kỳ"], []) == ""
    assert whose(["Kim ngạch xuất khẩu của Thái Lan"], []) == "TH"


UNCLEAR = (
    "Xuất khẩu Việt Nam - Nhật Bản tháng 6 năm 2025",
    "Xuất khẩu hàng hóa thị trường Nhật Bản tháng 6 năm 2025",
    "Thương mại Việt Nam \u2013 Nga tháng 6",
    "Kim ngạch xuất khẩu: Hoa Kỳ, tháng 6 năm 2025",
    "Viet Nam - Japan exports, June 2025",
)


@pytest.mark.parametrize("title", UNCLEAR)
def test_a_market_is_named_without_a_word_that_makes_it_the_partner(title):
    assert (names_a_market(title), partner_named(title)) == (True, "")


@pytest.mark.parametrize(
    "line",
    [
        "Mar-25", "USD million", "In millions of U.S. dollars", "Unit: US$ million",
        "Viet Nam's trade 2025", "Xuất nhập khẩu của Việt Nam", "Other goods", "Total by market",
        "(Nguồn: Tổng cục Thống kê)", "Hàng hóa xuất khẩu tháng 5 năm 2025",
    ],
)  # fmt: skip
def test_lines_that_name_no_market(line):
    assert not names_a_market(line)


@pytest.mark.parametrize("title", [t for t in UNCLEAR if not t.startswith("Thương mại")])
def test_its_figures_are_nobodys_until_somebody_says_whose(workbook, title):
    reading = read_return(workbook({"S": fill(title)}))
    assert reading.rows == ()
    assert Ask.LAYOUT in {question.ask for question in reading.questions}


@pytest.mark.parametrize(
    "title",
    [
        "Thương mại Việt Nam - Trung Quốc tháng 3/2025",
        "Trade between Viet Nam and Korea, March 2025",
    ],
)
@pytest.mark.parametrize("name", ["Mặt hàng", "Tháng"])
def test_nor_are_those_of_both_ways_of_trade(workbook, title, name):
    names = ("Gạo", "Cà phê") if name == "Mặt hàng" else ("1/2025", "2/2025")
    lines = [(title,), ("Triệu USD",), (name, "Xuất khẩu", "Nhập khẩu")]
    rows = [*lines, (names[0], 5.5, 6.5), (names[1], 7.5, 8.5)]
    assert not read_return(workbook({"S": lambda sheet: put_rows(sheet, rows)})).rows
