"""What the overview offers of a market or an item: the printed growth too, where it shows one."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.month import Month
from desktop.gui.overview.narrowed_numbers import of_month_in_focus, of_narrowed_card
from desktop.gui.overview.narrowing import Narrowed
from desktop.gui.session import Focus
from tests.gui.example_overview import overview

MAY = Month(2025, 5)
WOOD = Focus(item="WOOD")


def names(numbers):
    return {number.name for number in numbers}


def printed(progress, growth):
    months = list(progress.months)
    months[MAY.number - 1] = replace(months[MAY.number - 1], growth_printed=growth)
    return replace(progress, months=tuple(months))


def test_a_months_printed_growth_is_offered_where_it_is_shown():
    seen = overview()
    for growth, is_offered in ((0.17, True), (None, False)):
        progress = printed(seen.exports, growth)
        chart = names(of_month_in_focus(WOOD, progress, MAY, 2))
        card = of_narrowed_card(
            Narrowed(replace(WOOD, month=MAY), (), (), progress=progress), seen, 0, None
        )
        assert ("item:WOOD@month.growth_printed" in chart) is is_offered
        for month in (chart, names(card)):  # as the month was told, not as revised since
            assert {"item:WOOD@month.month_alone", "item:WOOD@month.month_alone_growth"} <= month
        assert ("item:WOOD@month.growth_printed" in names(card)) is is_offered
    to_date = names(of_month_in_focus(WOOD, printed(seen.exports, 0.17), MAY, 0))
    assert "item:WOOD.growth_printed" not in to_date


def test_growth_to_date_as_printed_is_offered_beside_a_target_of_its_own():
    seen = overview()
    held = replace(seen.exports, growth_printed=0.144)
    beside = names(of_narrowed_card(Narrowed(WOOD, (), (), progress=held), seen, 0, None))
    alone = replace(held, target=None)
    without = names(of_narrowed_card(Narrowed(WOOD, (), (), progress=alone), seen, 0, None))
    assert beside - without == {"item:WOOD.growth_printed"}
