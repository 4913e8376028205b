"""What shown numbers are about: the market, the item and the month that can be looked at alone."""

from __future__ import annotations

import pytest

from desktop.figures.month import Month
from desktop.figures.series import OTHER, Flow, Measure, Series
from desktop.figures.target import Scope
from desktop.figures.wording import language
from desktop.gui.narrowing.looking import about, about_scope, last_of, look_words

JUNE = Month(2025, 6)
WIRES = {"market": "CN", "item": "ELEC", "month": JUNE}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("exports.cumulative", {}),
        ("item:COFFEE.contribution", {"item": "COFFEE"}),
        ("imports+market:CN+item:ELEC@month.value", WIRES),
        ("market:US+item:WOOD@rolling_12.growth", {"market": "US", "item": "WOOD"}),
        ("exports@month.value", {}),
        ("rest:market.value", {}),
        ("balance.after_item_3", {}),
        (f"item:{OTHER}.value", {}),
        ("item:MARD/FISHERY.contribution", {"item": "MARD/FISHERY"}),
        ("outlook:market:US.lever_80", {"market": "US"}),
        ("scenario:2:item:WOOD.change", {"item": "WOOD"}),
        ("target:1.part:item=COFFEE.share", {"item": "COFFEE"}),
        ("target:1.part:group:MARD=MARD/FISHERY.base", {"item": "MARD/FISHERY"}),
        ("target:1.part:province=HN.base", {}),
        ("target:1.remainder:group:MARD", {}),
    ],
)
def test_a_number_says_what_it_is_about(name, found):
    assert about(name, JUNE) == found


def test_a_target_says_what_it_is_about_and_industry_is_no_trade():
    assert about_scope(Scope(Flow.EXPORT)) == {}
    assert about_scope(Scope(Flow.EXPORT, market="US")) == {"market": "US"}
    assert about_scope(Series(Flow.INDUSTRY, Measure.PRODUCTION_INDEX, item="C13")) == {}


def test_a_line_is_looked_at_by_its_part_and_each_by_its_name():
    told = about("market:US+item:WOOD@month.value", JUNE)
    assert last_of(told) == {"item": "WOOD"}
    assert list(look_words(told, language("vi")).values()) == [
        "Chỉ xem Hoa Kỳ", "Chỉ xem Gỗ", "Chỉ xem tháng\N{NO-BREAK SPACE}6/2025",
    ]  # fmt: skip
