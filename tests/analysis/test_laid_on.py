"""A return laid on a book gives the book that all returns together give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.laid_on import laid_on
from desktop.analysis.lines import laid_out
from desktop.analysis.ready import make_ready
from desktop.analysis.rows import VALUES, Taken, columns_of, joined
from desktop.analysis.year import MONTH_KNOWN, PRINTED
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis

figures = st.lists(
    st.tuples(
        st.integers(1, 99),
        st.sampled_from([str(Month(2025, 3) + n) for n in range(4)] + ["2024-06"]),
        st.sampled_from([Basis.MONTH, Basis.CUMULATIVE]),
        st.sampled_from(["TOTAL", "RICE", "TEA"]),
        st.sampled_from(list(Status)),
    ),
    min_size=1,
    max_size=12,
)


def _frames(new_printer, *returns):
    """A frame of each return, a day after the one before; each has both years."""
    printer, ends = new_printer(), []
    for day, printed in enumerate(returns, 1):
        printer.of_return(f"2025-07-{day:02d}")
        for amount, end, basis, item, status in printed:
            printer.put(amount, end, basis, status, item=item)
        ends.append(len(printer.rows))
    whole = printer.frame()
    return whole, whole[: ends[-2]], whole[ends[-2] :]


@settings(max_examples=30)
@given(older=figures, newer=figures, first=st.booleans())
def test_laying_on_gives_what_laying_out_gives(new_printer, older, newer, first):
    anchor = [(1, end, Basis.MONTH, "TOTAL", Status.ACTUAL) for end in ("2024-01", "2025-12")]
    whole, before, more = _frames(new_printer, anchor, older, newer)
    laid = laid_on(laid_out(before, first_release=first), columns_of(more), VALUES)
    _are_alike(laid, laid_out(whole, first_release=first))


@settings(max_examples=30)
@given(one=figures, other=figures, same_day=st.booleans(), first=st.booleans())
def test_returns_made_ready_one_by_one_are_laid_on_together(
    new_printer, one, other, same_day, first
):
    """Whether they tell different figures or the same ones, of one day or of two."""
    anchor = [(1, end, Basis.MONTH, "TOTAL", Status.ACTUAL) for end in ("2024-01", "2025-12")]
    whole, before, more = _frames(new_printer, anchor, one, other)
    if same_day:
        whole = whole.assign(reported_on=whole["reported_on"].replace("2025-07-03", "2025-07-02"))
        before, more = whole[: len(before)], whole[len(before) :]
    older = _frames(new_printer, anchor, one)[1]
    returns = [whole[len(older) : len(before)], more]
    come = joined([make_ready(columns_of(told)) for told in returns])
    laid = laid_on(laid_out(older, first_release=first), come, VALUES)
    _are_alike(laid, laid_out(whole, first_release=first))


def test_a_return_that_was_made_ready_is_laid_on_without_another_look_at_its_rows(printer):
    book = laid_out(printer.of_return("2025-07-06").month(5, "2025-06").frame())
    printer.of_return("2025-08-06").month(7, "2025-06").month(3, "2025-06", item="RICE")
    told = make_ready(columns_of(printer.frame()[1:]))
    again = Taken(_Gone(), numbered=told.numbered)
    laid = laid_on(book, again, VALUES)
    amounts = [laid.told_of(series, Month(2025, 6)).value for series in laid.printed.series]
    assert amounts == [7_000_000_000, 3_000_000_000]


class _Gone(dict):
    """Columns that nobody may look at."""

    def __missing__(self, name):
        raise AssertionError(name)


def _are_alike(laid, again):
    assert set(laid.printed.series) == set(again.printed.series)
    at = [laid.printed.series[s] for s in again.printed.series]
    there = list(again.printed.series.values())
    for years in zip(laid.cells, again.cells, strict=True):
        ours, theirs = (year.whole for year in years)
        known = theirs.known[there]
        np.testing.assert_array_equal(ours.known[at], known)
        np.testing.assert_array_equal(ours.value[at][known], theirs.value[there][known])
        np.testing.assert_array_equal(ours.month[at], theirs.month[there])
        for field, (one, other) in enumerate(zip(ours.told, theirs.told, strict=True)):
            of_all = field < PRINTED or field == MONTH_KNOWN  # the others where it is known
            where = np.full_like(known, fill_value=True) if of_all else known
            np.testing.assert_array_equal(one[at][where], other[there][where])


@pytest.mark.parametrize("day", ["2025-07-06", "2025-07-05"])
def test_a_return_that_is_not_newer_is_laid_out_with_the_others(printer, day):
    printer.of_return("2025-07-06").month(5, "2025-06")
    book = laid_out(printer.frame())
    count = len(printer.rows)
    printer.of_return(day).month(6, "2025-06")
    assert laid_on(book, columns_of(printer.frame()[count:]), VALUES) is None


def test_a_year_that_the_book_has_not_starts_anew(printer):
    printer.of_return("2025-12-06").month(5, "2025-11")
    book = laid_out(printer.frame())
    printer.of_return("2026-02-06").month(6, "2026-01")
    assert laid_on(book, columns_of(printer.frame()[1:]), VALUES) is None


def test_a_return_with_nothing_of_it_leaves_the_book(printer):
    book = laid_out(printer.of_return("2025-07-06").month(5, "2025-06").frame())
    nothing = columns_of(printer.frame()[:0])
    assert laid_on(book, nothing, VALUES) is book


def test_many_returns_laid_on_one_by_one_keep_where_each_was_read(printer):
    """Parts that are put behind one another are joined now and then; no source goes astray."""
    book = laid_out(printer.of_return("2024-01-06").month(1, "2025-06").frame())
    for day in range(1, 31):
        count = len(printer.rows)
        printer.of_return(f"2025-07-{day:02d}").month(day, "2025-06").month(day, "2025-05")
        book = laid_on(book, columns_of(printer.frame()[count:]), VALUES)
    whole = laid_out(printer.frame())
    rows = range(len(printer.rows))
    sources = [[b.printed.rows.source(row) for row in rows] for b in (book, whole)]
    assert sources[0] == sources[1]
    assert {book.printed.rows.unit(row) for row in rows} == {"USD"}


def test_returns_that_come_at_once_are_laid_on_as_they_stand_in_one_frame(printer):
    """Each was numbered alone; both tell of the total, and each of an item of its own."""
    book = laid_out(printer.of_return("2025-07-06").month(9, "2025-06").frame())
    printer.of_return("2025-08-06").month(5, "2025-06").month(2, "2025-06", item="TEA")
    count = len(printer.rows)
    printer.of_return("2025-08-06").month(7, "2025-06").month(3, "2025-06", item="RICE")
    frame = printer.frame()
    come = joined([columns_of(frame[1:count]), columns_of(frame[count:])])
    laid, whole = laid_on(book, come, VALUES), laid_out(frame)
    month = Month(2025, 6)
    assert set(laid.printed.series) == set(whole.printed.series)
    found = [[b.told_of(s, month) for s in whole.printed.series] for b in (laid, whole)]
    assert found[0] == found[1]
    assert {told.value for told in found[0]} == {7_000_000_000, 2_000_000_000, 3_000_000_000}
