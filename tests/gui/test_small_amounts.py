"""A province's amounts are small beside the country's: they keep the digits that say something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.outlook.results import Move
from desktop.analysis.outlook.wording import move_sentence
from desktop.figures.wording import apart, fitting, language, side_by_side
from desktop.gui.overview.dashboard import kpis
from desktop.gui.overview.tables import contribution_table, cumulative_table, months_table
from desktop.gui.parts.text import plain
from desktop.reports.prose.outlook import move_sentence as in_the_report
from tests.gui.example_outlook import band, outlook
from tests.gui.example_overview import overview

EN = language("en")


@pytest.mark.parametrize(
    ("usd", "decimals"),
    [
        (0, 1),
        (219.8e9, 1),
        (-10e9, 1),
        (9.99e9, 2),
        (-1e9, 2),
        (203e6, 3),
        (34e6, 3),
        (4e6, 4),
        (0.35e6, 5),
    ],
)
def test_decimals_fit_the_amount(usd, decimals):
    assert fitting(usd) == decimals


def test_a_small_amount_is_told_with_its_digits():
    told = overview()
    exports = replace(
        told.exports, cumulative=203.4e6, required_monthly=98.6e6, monthly_average=33.9e6
    )
    to_date, needed, *_ = kpis(replace(told, exports=exports), None, EN)
    assert to_date.figures[0] == ("0.203", "bn USD")
    assert needed.figures == (("0.099", "bn USD"),)
    assert "average so far 0.034" in needed.sentence


def test_the_band_of_a_small_forecast_is_no_complete_year():
    told = overview()
    ahead = outlook(told)
    small = replace(ahead.exports, band=band(0.84, 0.02))
    card = kpis(told, replace(ahead, exports=small), EN)[2]
    said = [plain(line).replace("\u00a0", " ") for line in card.lines]
    assert card.figures == (("0.840", "bn USD"),)
    assert any(line.startswith("80%: 0.80–0.88") for line in said), said
    assert "the year is complete" not in said


@pytest.mark.parametrize(
    ("amounts", "decimals"),
    [
        ([], 2),
        ([None, 0.0], 2),
        ([4e9, 5e6], 2),
        ([-320e6, 5e6], 3),
        ([45e6], 4),
        ([1.2e6], 5),
        ([0.35e6], 6),
    ],
)
def test_amounts_in_one_table_have_the_decimals_that_the_largest_needs(amounts, decimals):
    assert side_by_side(amounts) == decimals


def test_tables_of_a_small_year_say_more_than_two_decimals():
    told = overview()
    months = tuple(
        replace(
            p, **{
                name: getattr(p, name) and getattr(p, name) / 5000
                for name in ("value", "last_year", "cumulative", "path", "required")
            },
        )
        for p in told.exports.months
    )  # fmt: skip
    small = replace(told.exports, months=months)
    january = told.exports.months[0]
    assert months_table(told.exports, EN).rows[0][1].text == EN.billions(january.value, 2)
    assert months_table(small, EN).rows[0][1].text == EN.billions(january.value / 5000, 5)
    largest = max(p.cumulative or p.path for p in months)
    cells = cumulative_table(small, EN).rows[0][1].text
    assert cells == EN.billions(january.cumulative / 5000, side_by_side([largest]))
    parts = [replace(c, value=c.value / 1e4) for c in told.items]
    shown = contribution_table(parts, str, EN).rows[0][4].text
    assert len(shown.partition(".")[2]) > 2


@pytest.mark.parametrize(
    ("edges", "told"),
    [
        ((445e9, 463e9), ("445", "463")), ((1.46e9, 1.52e9), ("1.46", "1.52")),
        ((0.2201e9, 0.2299e9), ("0.22", "0.23")), ((1e9, 1e9), ("1.000", "1.000")),
    ],
)  # fmt: skip
def test_two_ends_of_a_band_are_told_apart(edges, told):
    assert apart(edges, 0 if edges[0] > 100e9 else 1, EN) == told


def test_a_narrow_forecast_is_no_complete_year():
    ahead = outlook(overview())
    narrow = replace(ahead.exports, band=band(1.49, 0.015))
    card = kpis(overview(), replace(ahead, exports=narrow), EN)[2]
    assert "80%: 1.46–1.52" in card.sentence.replace("\u00a0", " ")
    assert "complete" not in card.sentence
    known = replace(ahead.exports, band=band(1.49, 0.0))
    assert "complete" in kpis(overview(), replace(ahead, exports=known), EN)[2].sentence


def test_what_moved_a_small_forecast_is_told_with_its_digits():
    ahead = outlook(overview()).exports
    small = replace(ahead, band=band(1.49, 0.02), move=Move(4e6, 3e6, 1e6, 0.0, 0.1))
    told = move_sentence(small, EN)
    assert "0.0040 bn USD" in told
    assert "+0.003" in told
    assert "by 1.0 bn USD" in move_sentence(ahead, EN)


def test_what_moved_a_forecast_sums_to_what_it_moved_by():
    ahead = outlook(overview()).exports
    # Each rounded by itself: 2.5 less, made of 3.2 less and 0.8 more.
    moved = replace(ahead, move=Move(-2.45e9, 0.75e9, 0.0, -3.2e9, 0.1))
    window, report = move_sentence(moved, EN), in_the_report(moved, EN)
    assert "by 2.4 bn USD" in window
    assert "figure −3.2" in window
    assert "months +0.8" in window
    assert "2.4 billion" in report
    assert "3.2 billion" in report
    assert "800 million" in report
