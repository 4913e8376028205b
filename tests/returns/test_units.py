"""Unit notes as the offices write them."""

import pytest

from desktop.figures.series import Measure, Unit
from desktop.returns.growth_scale import GrowthScale, growth_scale
from desktop.returns.row_units import Counted, RowUnits
from desktop.returns.units import Units, units, without_unit

NOTHING = Units()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nghìn tấn; Triệu USD", Units(1_000_000, 1_000)),
        ("Đơn vị tính: Nghìn tấn, triệu USD", Units(1_000_000, 1_000)),
        ("1000 tons, Mill. USD", Units(1_000_000, 1_000)),
        ("(*)Chiếc, triệu USD", Units(1_000_000, None, 1)),
        ("(*)Unit, US$ million", Units(1_000_000, None, 1)),
        ("(*) Nghìn chiếc và triệu USD", Units(1_000_000, None, 1_000)),
        ("Nghìn tấn; triệu USD; chiếc; %", Units(1_000_000, 1_000, 1)),
        ("Nghìn tấn; ô tô: Chiếc", Units(None, 1_000, 1)),
        ("Trị giá (USD)", Units(1)),
        ("Trị giá (1000 USD)", Units(1_000)),
        ("Tấn", Units(None, 1)),
        ("Tỷ USD", Units(1_000_000_000)),
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
