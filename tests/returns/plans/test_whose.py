"""Whose trade a sheet speaks of; what our own offices write is never another country's."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.reading import Ask
from desktop.figures.series import Ownership
from desktop.returns import read_return
from desktop.returns.plans.whose import is_foreign, whose
from tests.returns.forms import Form, read

GOODS = ("Coffee", "Rice")


@pytest.mark.parametrize(
    ("lines", "area"),
    [
        (["Exhibit 1. U.S. International Trade in Goods"], "US"),
        (["US$ million", "Exports of Malaysia"], "MY"),
        (["表1、進出口貿易值", "104年"], "TW"),
        (["表5 我國出口貨物主要國家", "單位:百萬美元"], "TW"),
        (["貿易統計", "令和7年"], "JP"),
        (["수출입 실적"], "KR"),
        (["Xuất khẩu hàng hóa"], ""),
        (["Foreign trade of Viet Nam"], ""),
        (["Exports to Germany", "Mar 2025", "per month and year"], "UNKNOWN"),
        (["Trade by month, US$ million"], "UNKNOWN"),
    ],
)
def test_lines_say_whose_trade_it_is(lines, area):
    assert whose(lines, [], "Sheet1", "book.xlsx") == area


@pytest.mark.parametrize(
    ("title", "foreign"),
    [
        ("Exports of Malaysia by month", True),
        ("Bangladesh: exports and imports", True),
        ("14. Exports of goods, Mar 2025", False),
        ("Mar 2025 exports", False),
        ("Exports to China by commodity", False),
        ("Xuất khẩu sang Hoa Kỳ", False),
        ("Xuat khau cua Malaysia", False),
        ("Exports of Viet Nam to Malaysia", False),
        ("Exports from Viet Nam to the United States", False),
        ("Nhập khẩu vào Việt Nam từ Hàn Quốc", False),
        ("China's imports from Viet Nam", True),
        ("Nhập khẩu của Hoa Kỳ từ Việt Nam", True),
        ("Japan: exports to Viet Nam", True),
        ("Ministry of Commerce, Thailand: exports by commodity", True),
        ("表5 Exports by country (area)", True),
    ],
)
def test_a_table_of_another_country_is_told_from_our_own(title, foreign):
    table = SimpleNamespace(
        title=SimpleNamespace(text=title, flow=None, ownership=Ownership.ALL),
        above=(),
        heading_rows=(0, 0),
        label_heading="",
        columns=(),
        labels=(),
        rows=(),
        beneath=(),
    )
    assert is_foreign(SimpleNamespace(book="book.xlsx", numbers=()), table) is foreign


@pytest.mark.parametrize(
    ("title", "total", "asked"),
    [
        ("EXPORTS OF GOODS, MARCH 2025", 38_000.0, False),
        ("EXPORTS OF GOODS, MARCH 2025", 9.4, True),
        ("EXPORTS OF GOODS, MARCH 2025", 310_000.0, True),
        ("VIET NAM'S EXPORTS OF GOODS, MARCH 2025", 9.4, False),
        ("EXPORTS OF GOODS TO JAPAN, MARCH 2025", 9.4, False),
        ("XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025", 9.4, False),
    ],
)
def test_what_says_nowhere_whose_it_is_and_is_not_of_our_size_is_asked_about(
    tmp_path, title, total, asked
):
    reading = read(tmp_path / "book.xlsx", in_english(title, total=total))
    needed = [question.ask for question in reading.questions if question.needed]
    assert (bool(reading.rows), needed) == (not asked, [Ask.LAYOUT] * asked)


def in_english(title, *names, head="Commodity", total=38_000.0):
    form = Form()
    form.put(1, 1, title)
    form.put(2, 3, "Million USD")
    form.put(4, 1, "No.", head, "March 2025", "3 months 2025")
    shares = (1, 0.03, 0.02, 0.05, 0.04)
    for row, (name, share) in enumerate(zip(("Total", *(names or GOODS)), shares, strict=False), 5):
        form.put(row, 1, row - 4, name, total * share, total * share * 2.9)
    return form


OTHERS = ("Integrated circuits", "Base metals", "Mineral fuels", "Rice")


@pytest.mark.parametrize(
    ("title", "head", "names", "asked"),
    [
        ("Table 7. Exports by Commodity, March 2025", "Commodity", OTHERS, True),
        ("Exports by Country, March 2025", "Country", ("China", "Japan", "Germany"), True),
        ("Exports by main markets, March 2025", "Market", ("China", "Japan", "Germany"), False),
        ("Exports of goods, March 2025", "Commodity", ("FDI sector", *OTHERS[:3]), False),
        ("Viet Nam: exports by Commodity, March 2025", "Commodity", OTHERS, False),
        ("Xuất khẩu hàng hóa tháng 3 năm 2025", "Commodity", OTHERS, False),
    ],
)
def test_goods_and_countries_that_may_be_anybodys_are_not_ours_by_silence(
    tmp_path, title, head, names, asked
):
    reading = read(tmp_path / "book.xlsx", in_english(title, *names, head=head))
    needed = {question.ask for question in reading.questions if question.needed}
    assert (bool(reading.rows), Ask.LAYOUT in needed) == (not asked, asked)
    assert [f.cell for f in reading.findings if f.code == "whose_unsaid"] == ["A1"] * asked
    assert {plan.area for plan in reading.tables} == {"UNKNOWN" if asked else ""}


@pytest.mark.parametrize(
    ("title", "names", "told"),
    [
        ("Exports of goods, March 2025", GOODS, ["A1"]),
        ("Exports of goods of Viet Nam, March 2025", GOODS, []),
        ("Exports of goods, March 2025", ("FDI sector", *GOODS), []),
        ("Xuất khẩu hàng hóa tháng 3 năm 2025", GOODS, []),
    ],
)
def test_what_is_taken_for_ours_by_its_goods_alone_is_told(tmp_path, title, names, told):
    reading = read(tmp_path / "book.xlsx", in_english(title, *names))
    assert reading.rows
    assert [f.cell for f in reading.findings if f.code == "whose_assumed"] == told


def test_what_is_confirmed_without_saying_whose_it_is_stays_apart_from_our_figures(tmp_path):
    form = in_english("Table 7. Exports by Commodity, March 2025", *OTHERS)
    path = tmp_path / "book.xlsx"
    (plan,) = read(path, form).tables
    for area, told in ((plan.area, True), ("TW", False)):
        plans = (replace(plan, area=area),)
        reading = read_return(path, NOTHING_LEARNED, Directions(plans=plans))
        assert {row.province for row in reading.rows} == {area}
        assert ("area_unsaid" in {f.code for f in reading.findings}) is told
