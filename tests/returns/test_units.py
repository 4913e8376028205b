"""Unit notes as the offices write them."""

import pytest

from desktop.figures.month import Month
from desktop.figures.series import Measure, Unit
from desktop.returns import read_return
from desktop.returns.growth_scale import GrowthScale, growth_scale
from desktop.returns.row_units import Counted, RowUnits
from desktop.returns.units import Units, units, without_unit
from tests.returns.made import put_rows

NOTHING = Units()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nghìn tấn; Triệu USD", Units(1_000_000, 1_000)),
        ("Đơn vị tính: Nghìn tấn, triệu USD", Units(1_000_000, 1_000)),
        ("1000 tons, Mill. USD", Units(1_000_000, 1_000)),
        ("10^3 tấn; 10^6 USD", Units(1_000_000, 1_000)),
        ("Lượng: 10³ tấn; Trị giá: 10⁶ USD", Units(1_000_000, 1_000)),
        ("(*)Chiếc, triệu USD", Units(1_000_000, None, 1)),
        ("(*)Unit, US$ million", Units(1_000_000, None, 1)),
        ("(*) Nghìn chiếc và triệu USD", Units(1_000_000, None, 1_000)),
        ("Nghìn tấn; triệu USD; chiếc; %", Units(1_000_000, 1_000, 1)),
        ("Nghìn tấn; ô tô: Chiếc", Units(None, 1_000, 1)),
        ("Trị giá (USD)", Units(1)),
        ("Trị giá (1000 USD)", Units(1_000)),
        ("Tấn", Units(None, 1)),
        ("Tỷ USD", Units(1_000_000_000)),
        ("Lượng: tấn; Trị giá: 1000 USD; Đơn giá: USD/tấn", Units(1_000, 1)),
        ("Trị giá: 1,000 USD, đơn giá: USD/tấn", Units(1_000)),
        ("Đơn giá: USD/tấn", Units()),
        ("1.000 tấn; triệu đô-la Mỹ", Units(1_000_000, 1_000)),
        ("Ng. tấn; Tr.USD", Units(1_000_000, 1_000)),
        ("1000 T; triệu đô la", Units(1_000_000, 1_000)),
        ("1.000 tấn - 1.000.000 USD", Units(1_000_000, 1_000)),
        ("Nghìn tấn, triệu $", Units(1_000_000, 1_000)),
        ("triệu đô la Úc", NOTHING),
        ("Million NT$", NOTHING),
        ("%", NOTHING),
        ("tháng 6 năm 2025", NOTHING),
    ],
)
def test_notes(text, said):
    assert units(text) == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Gạo (nghìn tấn)", ("Gạo", Units(weight=1_000))),
        ("Ô tô nguyên chiếc [Chiếc]", ("Ô tô nguyên chiếc", Units(pieces=1))),
        ("Chất dẻo (Plastic)", ("Chất dẻo (Plastic)", NOTHING)),
        ("Phế liệu (tấn và kg)", ("Phế liệu (tấn và kg)", NOTHING)),
        ("(Tấn)", ("(Tấn)", NOTHING)),
        ("Gạo, tấn", ("Gạo", Units(weight=1))),
        ("Ô tô nguyên chiếc - Chiếc", ("Ô tô nguyên chiếc", Units(pieces=1))),
        ("Dầu, mỡ động thực vật", ("Dầu, mỡ động thực vật", NOTHING)),
        ("Túi xách, ví, va li, mũ, ô, dù", ("Túi xách, ví, va li, mũ, ô, dù", NOTHING)),
    ],
)
def test_a_unit_behind_a_name(label, said):
    assert without_unit(label) == said


def test_the_nearest_word_on_units_counts():
    table = Units(1_000_000, 1_000)
    said = RowUnits(NOTHING, NOTHING, NOTHING, table)
    assert said.counted(Measure.VALUE, by_piece=False) == Counted(
        Measure.VALUE, Unit.USD, 1_000_000
    )
    assert said.counted(Measure.QUANTITY, by_piece=False) == Counted(
        Measure.QUANTITY, Unit.TONNES, 1_000
    )
    in_dollars = said._replace(column=Units(1))
    assert in_dollars.counted(Measure.VALUE, by_piece=False).factor == 1
    by_piece = said._replace(row=Units(pieces=1))
    assert by_piece.counted(Measure.QUANTITY, by_piece=True) == (
        Measure.QUANTITY,
        Unit.PIECES,
        1,
        False,
    )
    by_thousand = said._replace(note=Units(pieces=1_000))
    assert by_thousand.counted(Measure.QUANTITY, by_piece=True).factor == 1_000


def test_a_row_s_own_unit_settles_the_measure():
    said = RowUnits(Units(1_000_000), NOTHING, NOTHING, Units(None, 1_000))
    assert said.counted(None, by_piece=False).measure is Measure.VALUE
    assert (
        said._replace(row=Units(None, 1_000)).counted(None, by_piece=False).measure
        is Measure.QUANTITY
    )


def test_no_unit_is_none_and_cars_without_one_are_assumed_to_be_counted():
    said = RowUnits(NOTHING, NOTHING, NOTHING, NOTHING)
    assert said.counted(Measure.VALUE, by_piece=False) is None
    assert said.counted(Measure.QUANTITY, by_piece=False) is None
    assert said.counted(Measure.QUANTITY, by_piece=True).assumed


@pytest.mark.parametrize(
    ("numbers", "scale"),
    [
        ([114.4, 95.7, 201.3, 88.0], GrowthScale.INDEX),
        ([1.144, 0.957, 2.013, 0.88], GrowthScale.RATIO),
        ([1.144, 0.957, 2.013, 0.88, 40.486], GrowthScale.RATIO),
        ([14.4, -4.3, 101.3, -12.0], GrowthScale.CHANGE),
        ([14.4, 4.3, 21.3, 12.0], GrowthScale.CHANGE),
        ([4.7, 1.7, 2.9, 3.5, 0.4], GrowthScale.CHANGE),
        ([1.2], GrowthScale.INDEX),
        ([0.144, -0.043, 1.013, -0.12, 0.05, 0.31, -0.2, 0.08], GrowthScale.FRACTION),
    ],
)
def test_how_growth_is_printed(numbers, scale):
    assert growth_scale(numbers) is scale


@pytest.mark.parametrize(
    ("numbers", "scale"),
    [([0.144, -0.043], GrowthScale.FRACTION), ([1.144, 0.957, 2.013], GrowthScale.RATIO)],
)
def test_growth_that_its_cells_show_in_per_cent(numbers, scale):
    assert growth_scale(numbers, percent=True) is scale


FORMS = {
    1_000: (
        "US$ '000",
        "USD '000",
        "'000 USD",
        "US$'000",
        "'000 US$",
        "in thousands of US dollars",
        "Thousands of USD",
        "thousand US dollars",
        "USD thousand",
        "USD thousands",
        "USD (thousands)",
        "(USD thousand)",
        "US$ thousand",
        "$ thousand",
        "thousand $",
        "US$ 1,000",
        "1,000 US$",
        "USD 1000",
        "USD in thousands",
        "thousands USD",
        "US Dollar thousand",
        "Value in thousand USD",
        "USD 000",
        "000 USD",
        "000 US$",
        "USD 000s",
        "USD '000s",
        "$000",
        "$'000",
        "k USD",
        "kUSD",
        "USD k",
        "1000 US Dollars",
        "‘000 USD",
        "’000 USD",
        "Th. USD",
        "Thous. USD",
        "nghìn USD",
        "Nghìn đô la Mỹ",
        "1.000 USD",
        "USD ’000",
        "ngàn USD",
        "thousand of USD",
        "thousands of U.S. dollars",
        "Value (US$ '000)",
    ),
    1_000_000: (
        "USD (millions)",
        "USD million",
        "USD millions",
        "USD mn",
        "USD m",
        "US$ million",
        "US$ millions",
        "US$m",
        "US$ m",
        "US$mn",
        "mn US$",
        "mil. USD",
        "million US dollars",
        "millions of US dollars",
        "millions of dollars",
        "in millions of dollars",
        "Million dollars",
        "US dollars, millions",
        "USD, millions",
        "USD, mn",
        "USD in millions",
        "USD in million",
        "Unit: USD, million",
        "$ million",
        "$m",
        "$ millions",
        "(Millions of U.S. dollars)",
        "M USD",
        "MUSD",
        "USD M",
        "mUSD",
        "USD mil",
        "USD mill.",
        "Mill. USD",
        "million of USD",
        "triệu USD",
        "triệu đô la Mỹ",
        "Tr. USD",
        "Tr.USD",
        "triệu đô",
        "Triệu $",
        "triệu đô-la",
        "Triệu US$",
        "million U.S. dollars",
        "US$ Mn",
        "USD Million",
        "Value (USD mn)",
        "Exports (US$ mn)",
        "USD_mn",
        "Value_USD_Million",
    ),
    1_000_000_000: (
        "USD billion",
        "USD bn",
        "US$ bn",
        "US$bn",
        "billion USD",
        "billions of US dollars",
        "$ billion",
        "$bn",
        "USD (billions)",
        "tỷ USD",
        "tỉ USD",
        "tỷ đô la Mỹ",
        "bn USD",
        "Bil. USD",
        "USD B",
        "USD in billions",
        "US dollars (billion)",
    ),
    1: (
        "USD",
        "US$",
        "US dollars",
        "(USD)",
        "Value (USD)",
        "Value_USD",
        "U.S. dollars",
        "Đô la Mỹ",
        "$",
        "in US dollars",
    ),
}
"""Ways in which offices write what one printed unit of money counts."""
WRITTEN = [(text, money) for money, texts in FORMS.items() for text in texts]


@pytest.mark.parametrize(("text", "money"), WRITTEN)
def test_money_in_every_way_of_writing_it(text, money):
    assert units(text).money == money


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("USD, 1000 tons", Units(1, 1_000)),
        ("Tấn, Tr.USD", Units(1_000_000, 1)),
        ("Thousand USD, tons", Units(1_000, 1)),
        ("USD; nghìn chiếc", Units(1, None, 1_000)),
        ("USD, thousands of tons", Units(1, 1_000)),
        ("Tons, thousands of US dollars", Units(1_000, 1)),
        ("thousands of tons; USD (millions)", Units(1_000_000, 1_000)),
        ("tonnes (thousands)", Units(None, 1_000)),
        ("'000 MT", Units(None, 1_000)),
        ("thousands of units", Units(None, None, 1_000)),
        ("5,000 USD", Units(1)),
        ("USD 2,500", Units(1)),
        ("triệu đồ chơi", NOTHING),
    ],
)
def test_a_scale_belongs_to_what_stands_nearest(text, said):
    assert units(text) == said


@pytest.mark.parametrize(("text", "money"), WRITTEN[:: len(WRITTEN) // 12])
@pytest.mark.parametrize("place", ["line", "title", "columns", "cells"])
def test_wherever_it_stands_the_figures_are_scaled_by_it(workbook, place, text, money):
    title, above, heads = "Exports by commodity, March 2025", [], ["Commodity", "Mar 2025"]
    rows = [["Rice", 123], ["Coffee", 77], ["Tea", 55]]
    if place == "line":
        above = [[f"Unit: {text}"]]
    elif place == "title":
        title = f"{title} ({text})"
    elif place == "columns":
        heads[1] = f"{heads[1]} ({text})"
    else:
        heads[1:1] = ["Unit"]
        rows = [[name, text, number] for name, number in rows]
    sheet = [[title], *above, [*heads, heads[-1].replace("2025", "2024")]]
    sheet += [[*row, row[-1] - 5] for row in rows]
    reading = read_return(workbook({"Exports": lambda target: put_rows(target, sheet)}))
    read = {r.item: r.value for r in reading.rows if r.period_end == Month(2025, 3).ordinal}
    assert read == {"RICE": 123_000 * money, "COFFEE": 77_000 * money, "TEA": 55_000 * money}
