"""Why two growths to date stand side by side is said where they do, with the day of the print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.growth_wording import growths_told
from desktop.figures.wording import language
from tests.gui.example_overview import progress

EN, VI = language("en"), language("vi")


@pytest.fixture
def told():
    """Give exports whose printed growth is not ours."""
    return replace(progress(), growth_printed=0.144, growth=0.153)


def test_both_growths_are_named_where_they_are_written_differently(told):
    words = "The return prints +14.4%; on the months published: +15.3%."
    assert growths_told(replace(told, growth_printed_source=None), EN) == words
    assert growths_told(replace(told, growth=0.1441), EN) == ""
    assert growths_told(replace(told, growth_printed=None), EN) == ""


def test_of_a_cumulative_that_was_revised_since_the_day_is_told(told):
    source = told.cumulative_source
    early = replace(source, reported_on="2025-07-06")
    later = replace(source, reported_on="2025-08-06")
    revised = replace(told, growth_printed_source=early, cumulative_source=later)
    assert "06/07/2025 in +14,4%, tính cho lũy kế khi đó" in growths_told(revised, VI)
