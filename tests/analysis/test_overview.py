"""The whole answer: what is chosen when nothing is asked, balance, and independence of order."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.analysis.overview import overview
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage

IMPORT = {"flow": Flow.IMPORT}
DAYS = ("2025-02-06", "2025-03-06", "2025-04-06")
FIGURE = st.tuples(
    st.sampled_from(DAYS),
    st.integers(1, 3),
    st.sampled_from([Basis.MONTH, Basis.CUMULATIVE]),
    st.integers(1, 10**6),
    st.sampled_from([{}, {"item": "ELEC"}, {"market": "US"}, IMPORT]),
)


def test_no_total_export_figure_gives_no_answer(printer):
    assert overview(printer.frame(), []) is None
    printer.of_return("2025-02-06").month(100, "2025-01", item="ELEC")
    assert overview(printer.frame(), []) is None


def test_the_newest_month_is_shown_unless_another_is_asked_for(printer):
    printer.of_return("2025-04-06").year([1] * 12, 2024).year([1, 2, 3], 2025)
    frame = printer.frame()
    assert overview(frame, []).through == Month(2025, 3)
    assert overview(frame, [], year=2024).through == Month(2024, 12)
    assert overview(frame, [], through=Month(2024, 5)).year == 2024
    o = overview(frame, [], year=2025)
    assert o.years == (2024, 2025)
    assert o.months == (Month(2025, 1), Month(2025, 2), Month(2025, 3))


def test_a_month_of_another_year_is_a_contradiction(printer):
    printer.of_return("2025-02-06").month(1, "2025-01")
    with pytest.raises(ValueError, match="2024-01 is not a month of 2025"):
        overview(printer.frame(), [], year=2025, through=Month(2024, 1))


def test_the_balance_of_june_and_its_change(printer):
    printer.of_return("2024-07-29").to_date(190_080, "2024-06").to_date(
        178_450, "2024-06", **IMPORT
    )
    printer.of_return("2025-07-06").both(39_490, 219_830, "2025-06")
    printer.both(36_660, 212_200, "2025-06", **IMPORT)
    b = overview(printer.frame(), []).balance
    assert b.cumulative == pytest.approx(7.63e9)
    assert b.last_year == pytest.approx(11.63e9)
    assert b.change == pytest.approx(-4.0e9)
    assert b.months[5] == pytest.approx(2.83e9)
    assert b.months[:5] == (None,) * 5


def test_no_imports_no_balance(printer):
    printer.of_return("2025-02-06").month(1, "2025-01")
    o = overview(printer.frame(), [])
    assert (o.balance.cumulative, o.imports.cumulative) == (None, None)


def test_a_target_issued_after_the_vintage_is_not_yet_in_force(printer):
    printer.of_return("2024-12-06").month(1, "2025-01")
    later = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 5e6, 5e6, issued_on=date(2025, 1, 8))
    early = Vintage(as_of=date(2025, 1, 7))
    assert overview(printer.frame(), [later], vintage=early).exports.target is None
    assert overview(printer.frame(), [later]).exports.target == later


THREE = [("2025-02-06", 1, Basis.MONTH, 1, s) for s in ({}, {"item": "ELEC"}, {"market": "US"})]


@example(THREE, Random(1), False)  # of each series one row, in another order
@given(st.lists(FIGURE, min_size=1, max_size=40), st.randoms(), st.booleans())
def test_the_order_of_the_rows_does_not_matter(new_printer, figures, chance, first):
    printer = new_printer()
    for day in DAYS:  # a return prints each figure once
        printer.of_return(day)
        once = {(m, b, str(s)): (v, m, b, s) for d, m, b, v, s in figures if d == day}
        for amount, month, basis, subject in once.values():
            printer.put(amount, f"2025-{month:02d}", basis, **subject)
    frame = printer.frame()
    shuffled = frame.sample(frac=1, random_state=chance.randrange(2**32))
    vintage = Vintage(first_release=first)
    assert overview(shuffled, [], vintage=vintage) == overview(frame, [], vintage=vintage)


def test_a_january_that_is_printed_twice_has_one_source(printer):
    printer.of_return("2025-02-06").both(1, 1, "2025-01")
    frame = printer.frame()
    assert overview(frame.iloc[::-1], []) == overview(frame, [])


def test_the_nouns_come_without_pandas():
    code = "import sys, desktop.analysis.results; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
