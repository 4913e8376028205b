"""The revision triangle: what each release told, by the rules that shown figures follow."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.revisions import balance_triangle, triangle
from desktop.figures.figure import Status
from desktop.figures.series import Flow, Measure, Series

EXPORTS, IMPORTS = Series(Flow.EXPORT), Series(Flow.IMPORT)
PRINTED, IMPLIED, SUMMED = (
    CumulativeOrigin.PRINTED, CumulativeOrigin.IMPLIED, CumulativeOrigin.SUMMED,
)  # fmt: skip
ACTUAL = {"status": Status.ACTUAL}


def told(found):
    """Say of each month when what was told, in millions."""
    return {
        str(row.month): [(f"{r.reported_on:%m-%d}", r.value / 1e6) for r in row.releases]
        for row in found.rows
    }


def spring(printer):
    """Print three returns, each with its month, the one before as actual, and the year to date."""
    printer.of_return("2025-02-06").month(100, "2025-01")
    printer.of_return("2025-03-06").both(80, 185, "2025-02")
    printer.of_return("2025-04-06").both(120, 310, "2025-03").month(84, "2025-02", **ACTUAL)
    return printer


def test_a_row_a_month_and_a_cell_for_each_release_that_told_of_it(printer):
    found = triangle(spring(printer).frame(), EXPORTS)
    assert told(found) == {
        "2025-01": [("02-06", 100), ("03-06", 105)],
        "2025-02": [("03-06", 80), ("04-06", 84)],
        "2025-03": [("04-06", 120)],
    }
    assert [f"{day:%m-%d}" for day in found.days] == ["02-06", "03-06", "04-06"]


def test_a_cell_says_how_it_is_known_how_firm_and_where_it_was_read(printer):
    january, february, _ = triangle(spring(printer).frame(), EXPORTS).rows
    assert [r.origin for r in january.releases] == [PRINTED, IMPLIED]
    assert [r.status for r in february.releases] == [Status.PRELIMINARY, Status.ACTUAL]
    assert february.latest.source.file == "return-3.xlsx"
    assert february.latest.source.printed == "84"


def test_a_cumulative_is_revised_by_what_later_returns_imply(printer):
    found = triangle(spring(printer).frame(), EXPORTS, cumulative=True)
    assert told(found) == {
        "2025-01": [("02-06", 100), ("03-06", 105)],
        "2025-02": [("03-06", 185), ("04-06", 190)],
        "2025-03": [("04-06", 310)],
    }
    assert [r.origin for r in found.rows[1].releases] == [PRINTED, IMPLIED]


def test_a_repeated_figure_is_a_release_too(printer):
    printer.of_return("2025-03-06").month(80, "2025-02").of_return("2025-04-06").month(
        80, "2025-02"
    )
    assert told(triangle(printer.frame(), EXPORTS)) == {"2025-02": [("03-06", 80), ("04-06", 80)]}


def test_the_months_of_a_later_history_revise_the_year_to_date(printer):
    spring(printer).of_return("2026-01-31").year([106, 85, 121], 2025, **ACTUAL)
    row = triangle(printer.frame(), EXPORTS, cumulative=True).rows[-1]
    assert (row.latest.value, row.latest.origin) == (312e6, SUMMED)


def test_any_series_has_a_triangle(printer):
    coffee = {"item": "COFFEE", "market": "DE", "measure": Measure.QUANTITY}
    printer.of_return("2025-03-06").month(7, "2025-02", **coffee).month(9, "2025-02")
    printer.of_return("2025-04-06").month(8, "2025-02", **coffee)
    series = Series(Flow.EXPORT, **coffee)
    assert told(triangle(printer.frame(), series)) == {"2025-02": [("03-06", 7), ("04-06", 8)]}


def test_nothing_told_is_an_empty_triangle(printer):
    frame = spring(printer).frame()
    assert triangle(frame, IMPORTS).rows == ()
    assert triangle(frame, Series(Flow.EXPORT, Measure.GROWTH_VALUE)).rows == ()


def test_a_balance_moves_with_either_flow(printer):
    imports = {"flow": Flow.IMPORT}
    printer.of_return("2025-03-06").month(80, "2025-02").month(81, "2025-02", **imports)
    printer.of_return("2025-04-06").month(78, "2025-02", **imports)
    found = balance_triangle(printer.frame(), EXPORTS, IMPORTS)
    assert told(found) == {"2025-02": [("03-06", -1), ("04-06", 2)]}
    latest = found.rows[0].latest
    assert (latest.source.printed, latest.other.printed) == ("80", "78")


@given(st.lists(st.integers(1, 999), min_size=2, max_size=8), st.randoms())
def test_the_last_cell_is_what_is_shown_whatever_order_rows_come_in(new_printer, values, chance):
    printer = new_printer()
    for day, value in enumerate(values, 1):
        printer.of_return(f"2025-03-{day:02d}").month(value, "2025-02")
    frame = printer.frame()
    order = list(range(len(frame)))
    chance.shuffle(order)
    shuffled = pd.DataFrame(frame.iloc[order]).reset_index(drop=True)
    found = triangle(shuffled, EXPORTS)
    assert found == triangle(frame, EXPORTS)
    assert [r.value / 1e6 for r in found.rows[0].releases] == values
