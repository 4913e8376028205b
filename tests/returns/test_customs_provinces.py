"""The customs' table by province: whose each row is, and when the total is the country's."""

import pytest

from desktop.figures.directions import Knowledge, NameDecision, NameKind
from desktop.figures.month import Month
from desktop.figures.provinces import is_merged_away, province_named, units_of
from desktop.returns import read_return
from tests.returns.made import codes

SINCE, BEFORE = Month(2025, 8), Month(2025, 6)


@pytest.fixture
def by_province(workbook):
    """Read a table of provinces: the month's exports under one heading, imports under another."""

    def read(month, names, *, total="Tổng", off=0, knowledge=None, unit=""):
        def fill(sheet):
            sheet["A1"], sheet["A4"] = "CỤC HẢI QUAN", f"Tháng {month.number} năm {month.year}"
            sheet["A3"] = "TRỊ GIÁ XUẤT KHẨU, NHẬP KHẨU THEO TỈNH, THÀNH PHỐ"
            sheet["D5"] = "Đơn vị tính: USD"
            sheet["A6"], sheet["B6"] = "STT", "Tỉnh, thành phố"
            sheet["C6"], sheet["D6"] = f"Xuất khẩu{unit}", f"Nhập khẩu{unit}"
            sheet["C7"] = sheet["D7"] = "Trong tháng"
            sheet.append([None, total, 1e6 * len(names) + off, 2e6 * len(names)])
            for number, name in enumerate(names, 1):
                sheet.append([number, name, 1_000_000, 2_000_000])

        arguments = (knowledge,) if knowledge else ()
        return read_return(workbook({"019.T": fill}), *arguments)

    return read


def test_a_way_of_trade_with_its_unit_heads_the_columns_beneath_it(by_province):
    reading = by_province(SINCE, ["TP. Hà Nội"], unit=" (Triệu USD)")
    assert [(r.cell, r.flow, r.value) for r in reading.rows if r.province == "TP. Hà Nội"] == [
        ("C9", "export", 10**15), ("D9", "import", 2 * 10**15),
    ]  # fmt: skip


def areas(reading):
    return [row.province for row in reading.rows if row.flow == "export"]


@pytest.mark.parametrize(("month", "count"), [(BEFORE, 63), (SINCE, 34)])
@pytest.mark.parametrize("total", ["Tổng", "TỔNG CỘNG", "Cả nước", "Total"])
def test_the_total_is_the_countrys_where_no_province_is_missing(by_province, month, count, total):
    names = sorted(units_of(month))
    assert len(names) == count
    reading = by_province(month, names, total=total)
    assert areas(reading) == ["", *names]
    assert codes(reading) == []
    assert {(c.code, c.agrees) for c in reading.checks} == {("provinces_sum", True)}


def test_the_total_of_some_is_no_national_figure(by_province):
    reading = by_province(BEFORE, ["Hà Nội", "Bình Dương"])
    assert areas(reading) == ["LISTED", "TP. Hà Nội", "Bình Dương"]
    assert all(check.agrees for check in reading.checks)


def test_provinces_that_do_not_add_up_are_told(by_province):
    reading = by_province(BEFORE, ["Hà Nội", "Bình Dương"], off=90_000)
    assert codes(reading) == ["check_provinces_sum"]
    assert (reading.findings[0].found, reading.findings[0].expected) == ("2.09", "2")


def test_a_unit_that_is_no_more_must_be_decided(by_province):
    names = ["TP. Hồ Chí Minh", "Bình Dương", "Hà Nam Ninh"]
    reading = by_province(SINCE, names)
    assert areas(reading) == ["LISTED", "TP. Hồ Chí Minh"]
    assert [f.found for f in reading.findings if f.code == "unknown_province"] == names[1:]
    left_out = NameDecision("CUSTOMS", NameKind.PROVINCE, "", "Hà Nam Ninh", "-")
    decided = NameDecision("CUSTOMS", NameKind.PROVINCE, "", "Bình Dương", "Đồng Nai")
    again = by_province(SINCE, names, knowledge=Knowledge((left_out, decided)))
    assert areas(again) == ["LISTED", "TP. Hồ Chí Minh", "Đồng Nai"]


@pytest.mark.parametrize(
    ("label", "before", "since"),
    [
        ("Ha Noi", "TP. Hà Nội", "TP. Hà Nội"),
        ("Ho Chi Minh City", "Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Tỉnh An Giang", "An Giang", "An Giang"),
        ("Ba Ria - Vung Tau", "Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh"),
        ("Thành phố Cần Thơ", "Cần Thơ", "TP. Cần Thơ"),
        ("Hà Nam Ninh", "UNKNOWN", "UNKNOWN"),
        ("Hà Tinh", "UNKNOWN", "UNKNOWN"),
    ],
)
def test_names_of_provinces(label, before, since):
    assert (province_named(label, BEFORE), province_named(label, SINCE)) == (before, since)


def test_twenty_nine_units_were_merged_away():
    gone = {unit for unit in units_of(BEFORE) if is_merged_away(unit)}
    assert len(gone) == 29
    assert {"Bình Dương", "Hà Giang"} <= gone
    assert not gone & {"Hồ Chí Minh", "TP. Huế", "Đồng Nai"}


@pytest.mark.parametrize("region", ["Vùng Đồng bằng sông Hồng", "II. Đông Nam Bộ", "Tây Nguyên"])
def test_a_region_is_the_sum_of_its_provinces_and_is_told(by_province, region):
    reading = by_province(BEFORE, ["Hà Nội", region, "Bắc Ninh"])
    assert areas(reading) == ["LISTED", province_named("Hà Nội"), province_named("Bắc Ninh")]
    assert [f.found for f in reading.findings if f.code == "stray_numbers"] == [region]
    assert not [q for q in reading.questions if q.needed]
