"""The headline figures of a report: what each is held against."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.wording import language
from desktop.reports.content.cards import cards
from tests.gui.example_overview import overview

EN = language("en")


def told(shown):
    return next(c for c in cards(shown, EN) if c.key == "exports_share_of_target").note


def test_a_plan_is_told_by_its_amount():
    assert "454.2" in told(overview())


def test_a_growth_without_a_year_to_count_it_on_is_a_target_all_the_same():
    shown = overview()
    exports = replace(shown.exports, target_usd=None, target_high_usd=None, share_of_target=None)
    assert told(replace(shown, exports=exports)).startswith("target +12%")


def test_without_a_target_none_is_said_to_be_set():
    assert told(overview(aimed=False)) == "no target is set"


def test_of_a_range_the_cards_say_which_end_they_are_held_against():
    shown = overview()
    high = replace(shown.exports, target_high_usd=shown.exports.target_usd + 1e9)
    of_one, of_range = (
        [card.label for card in cards(one, EN)] for one in (shown, replace(shown, exports=high))
    )
    assert of_one[1:4] == ["Of the year's target", "Against the path", "Needed monthly"]
    assert of_range == [of_one[0], *(f"{label}, low end" for label in of_one[1:4]), of_one[4]]
