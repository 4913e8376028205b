"""A list that stands once more beneath a sector is that sector's, where no row is too much."""

import pytest

from tests.returns.made import codes, summary

TITLE = (
    ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",), ("Đơn vị: triệu USD",),
    ("Mặt hàng", "Tháng 6/2025", "6 tháng/2025"),
)  # fmt: skip
TOTAL = ("Tổng trị giá", 40_000.0, 219_000.0)
ALL = (("Thủy sản", 950.5, 5100.5), ("Gạo", 388.5, 2300.5), ("Giày dép", 2100.5, 11_900.5))
FOREIGN = (("Thủy sản", 100.5, 600.5), ("Gạo", 8.5, 30.5), ("Giày dép", 1700.5, 9500.5))
DOMESTIC = tuple((n, a - b, c - d) for (n, a, c), (_, b, d) in zip(ALL, FOREIGN, strict=True))


def lines(reading, ownership):
    return [summary(row) for row in reading.rows if row.ownership == ownership]


def said(rows, sector, first):
    """What must be read of rows of these goods from a row of the sheet on."""
    codes_of = {"Thủy sản": "SEAFOOD", "Gạo": "RICE", "Giày dép": "FOOTWEAR"}
    return [
        f"{column}{at} {codes_of[name]}{sector} value {months} estimate {value * 1e6:g} USD"
        for at, (name, *values) in enumerate(rows, first)
        for column, months, value in zip(
            "BC", ("month 2025-06", "cumulative 2025-01..2025-06"), values, strict=True
        )
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("Trong đó: DN FDI",),
        ("Trong đó: Doanh nghiệp có vốn đầu tư nước ngoài",),
        ("Khu vực có vốn đầu tư nước ngoài", 30_000.0, 165_000.0),
        ("Trong đó: DN FDI", 30_000.0, 165_000.0),
    ],
)
def test_each_row_of_the_second_list_is_the_sector_s(read, head):
    reading = read(*TITLE, TOTAL, *ALL, head, *FOREIGN)
    whole = [
        "B8 TOTAL/FDI value month 2025-06 estimate 3e+10 USD",
        "C8 TOTAL/FDI value cumulative 2025-01..2025-06 estimate 1.65e+11 USD",
    ]
    assert lines(reading, "FDI") == (whole if head[1:] else []) + said(FOREIGN, "/FDI", 9)
    assert lines(reading, "ALL")[2:] == said(ALL, "", 5)
    assert codes(reading) == []


def test_a_total_within_the_second_list_is_the_sector_s(read):
    foreign = ("Tổng trị giá", 30_000.0, 165_000.0)
    reading = read(*TITLE, TOTAL, *ALL, ("Trong đó: DN FDI",), foreign, *FOREIGN)
    assert lines(reading, "FDI")[0] == "B9 TOTAL/FDI value month 2025-06 estimate 3e+10 USD"
    assert codes(reading) == []


def test_two_sectors_with_a_list_each_divide_what_no_list_has_whole(read):
    heads = ("I. Khu vực kinh tế trong nước",), ("II. Khu vực FDI", 30_000.0, 165_000.0)
    reading = read(*TITLE, TOTAL, heads[0], *DOMESTIC, heads[1], *FOREIGN)
    assert lines(reading, "DOMESTIC") == said(DOMESTIC, "/DOMESTIC", 6)
    assert lines(reading, "FDI")[2:] == said(FOREIGN, "/FDI", 10)
    assert codes(reading) == []


@pytest.mark.parametrize(
    "rows",
    [
        [("Thủy sản", 1950.5, 600.5), *FOREIGN[1:]],
        [*FOREIGN[:1], ("Gạo", 8.5, 3300.5), *FOREIGN[2:]],
    ],
)
def test_a_list_with_more_than_there_is_of_an_item_is_told(read, rows):
    reading = read(*TITLE, TOTAL, *ALL, ("Trong đó: DN FDI",), *rows)
    assert lines(reading, "FDI") == []
    assert lines(reading, "ALL")[2:] == said(ALL, "", 5)
    assert "contradicting_rows" in codes(reading)


def test_a_sector_with_less_than_its_list_heads_none(read):
    head = ("Trong đó: DN FDI", 700.0, 4100.0)
    reading = read(*TITLE, TOTAL, *ALL, head, *FOREIGN)
    assert said(FOREIGN, "/FDI", 9)[0] not in lines(reading, "FDI")
    assert "contradicting_rows" in codes(reading)


def test_goods_beneath_a_sector_that_no_list_above_has_are_everyone_s(read):
    reading = read(*TITLE, TOTAL, ("Khu vực FDI", 30_000.0, 165_000.0), *ALL)
    assert lines(reading, "ALL")[2:] == said(ALL, "", 6)
