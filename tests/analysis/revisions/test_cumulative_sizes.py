"""By how much cumulatives missed: 1.07 % was measured, and what that counts.

A book of the estimate era prints January to its month as the months before, revised by then, and
the month's estimate. Measured against what the months came to in the end, and with the Januaries,
whose cumulative is the estimate of one month.
"""

from __future__ import annotations

import csv

import pytest

from desktop.analysis.revisions import to_latest, triangle, usual
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from tests.analysis.revisions.conftest import FIRST_PRELIMINARY

EXPORTS = Series(Flow.EXPORT)
LATER = "2026-07-03"


def _facts(root):
    """First and latest figure of exports by month since 2014, million US dollars."""
    path = root / "sample_data" / "facts" / "vn_exports_monthly.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            Month(int(line["year"]), int(line["month"])): (
                float(line["first_release"]) if line["first_release"] else None,
                float(line["latest"]),
            )
            for line in csv.DictReader(lines)
        }


def _final(facts, month):
    return sum(facts[Month(month.year, n)][1] for n in range(1, month.number + 1))


@pytest.fixture(scope="module")
def as_printed(root, new_printer):
    """The triangle of cumulatives: each book's, and what the months came to in the end."""
    facts, printer = _facts(root), new_printer()
    for month, (first, latest) in facts.items():
        early = Status.ESTIMATE if month < FIRST_PRELIMINARY else Status.PRELIMINARY
        if first is not None:
            whole = _final(facts, month) - latest + first
            printer.of_return(month.last_day.isoformat())
            printer.both(first, round(whole, 3), str(month), status=early)
        printer.of_return(LATER).to_date(
            round(_final(facts, month), 3), str(month), status=Status.ACTUAL
        )
    return triangle(printer.frame(), EXPORTS, cumulative=True)


def _without_january(triangle):
    rows = tuple(row for row in triangle.rows if row.month.number > 1)
    return type(triangle)(triangle.series, triangle.cumulative, rows)


def test_cumulatives_were_off_by_1_07_per_cent_on_average_januaries_among_them(as_printed):
    found = usual(as_printed, Status.ESTIMATE)
    assert found.count == 126  # that of September 2020 is implied by October's book
    assert found.mean_error == pytest.approx(0.0107, abs=0.0003)
    assert found.mean_signed == pytest.approx(0.0075, abs=0.0005)  # estimates are low


def test_without_januaries_they_were_off_by_two_thirds_of_a_per_cent(as_printed):
    """January's own error is five per cent: a twelfth of the cumulatives makes a third of it."""
    januaries = [row for row in as_printed.rows if row.month.number == 1]
    assert len([row for row in januaries if row.first.status is Status.ESTIMATE]) == 11
    found = usual(_without_january(as_printed), Status.ESTIMATE)
    assert found.mean_error == pytest.approx(0.0067, abs=0.0003)
    assert found.median_absolute < 0.005


def test_preliminary_cumulatives_moved_by_a_tenth_of_that(as_printed):
    """0.15 % was measured; on the thirteen months with a first figure on record here it is 0.11."""
    found = usual(as_printed, Status.PRELIMINARY)
    assert found.count == 13
    assert found.mean_error == pytest.approx(0.0011, abs=0.0001)


def test_what_the_books_at_hand_printed_missed_by_0_6_per_cent(root, shared, new_printer):
    """The real books since 2014, from February on: the largest is March 2018, 2.9 per cent."""
    facts, printer, printed = _facts(root), new_printer(), set()
    truth = shared / "returns" / "expected" / "truth_gso.csv"
    with truth.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            wanted = (line["flow"], line["item_id"], line["measure"], line["market"])
            month, first = Month.parse(line["period_end"]), Month.parse(line["period_start"])
            own = Month.parse(line["file"][:7])
            if wanted != ("export", "TOTAL", "value", "WORLD") or own != month:
                continue
            if first == Month(month.year, 1) < month and month in facts and month not in printed:
                printed.add(month)
                printer.of_return(month.last_day.isoformat())
                printer.to_date(line["value"], str(month), status=Status.ESTIMATE)
    for month in printed:
        printer.of_return(LATER).to_date(round(_final(facts, month), 3), str(month))
    found = to_latest(triangle(printer.frame(), EXPORTS, cumulative=True))
    assert found.count == len(printed) > 40
    assert found.mean_error == pytest.approx(0.006, abs=0.0005)
    assert found.largest_month == Month(2018, 3)
