"""Frames of figures for the analysis, written as an office would print them."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from desktop.analysis.overview import overview
from desktop.figures.figure import FIGURE_COLUMNS, FigureRow, Status, scaled
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow, Measure, Series, Unit

MILLION = 1_000_000


def _period(text, basis):
    end = Month.parse(text)
    start = {Basis.MONTH: end, Basis.QUARTER: end - 2}.get(basis, Month(end.year, 1))
    return Period(start, end, basis)


class Printer:
    """Prints figures into a frame with FIGURE_COLUMNS, one return at a time."""

    def __init__(self):
        self.rows = []
        self._return = ("", 0)

    def of_return(self, reported_on):
        """Whatever is printed next stands in a new return of that day ("2025-07-06")."""
        self._return = (reported_on, self._return[1] + 1)
        return self

    def put(self, amount, end, basis=Basis.MONTH, status=Status.PRELIMINARY, **subject):
        """Print millions of US dollars, or an index, for the period that ends with a month."""
        series = Series(**{"flow": Flow.EXPORT, **subject})
        index = series.measure is Measure.GROWTH_VALUE
        times, unit = (1, Unit.INDEX) if index else (MILLION, Unit.USD)
        counted = scaled(Decimal(str(amount)) * times)
        self._add(series, _period(end, basis), unit, counted, status, str(amount))
        return self

    def month(self, amount, end, **more):
        """Print a month alone."""
        return self.put(amount, end, Basis.MONTH, **more)

    def to_date(self, amount, end, **more):
        """Print January to a month."""
        return self.put(amount, end, Basis.CUMULATIVE, **more)

    def both(self, amount, cumulative, end, **more):
        """Print a month and its cumulative, as a monthly return does."""
        return self.month(amount, end, **more).to_date(cumulative, end, **more)

    def year(self, months, year, **more):
        """Print twelve months of a year (or its first ones) alone."""
        for number, amount in enumerate(months, 1):
            self.month(amount, f"{year}-{number:02d}", **more)
        return self

    def frame(self):
        """Give what was printed."""
        return pd.DataFrame(self.rows, columns=list(FIGURE_COLUMNS))

    def _add(self, series, period, unit, value, status, printed):
        cell = f"D{len(self.rows) + 1}"
        figure = FigureRow(
            series.flow, series.measure, series.item, series.market, series.ownership,
            series.province, unit, period.basis, period.start.ordinal, period.end.ordinal, status,
            value, "sheet", cell, printed, series.item,
        )  # fmt: skip
        reported_on, number = self._return
        self.rows.append((*figure, number, f"return-{number}.xlsx", "GSO", reported_on, number))


@pytest.fixture(scope="session")
def new_printer():
    """Give an empty printer for each call."""
    return Printer


@pytest.fixture
def printer():
    """Give an empty printer."""
    return Printer()


@pytest.fixture
def exports():
    """Say how exports stand, from what a printer printed."""

    def progress(printer, *targets, **question):
        return overview(printer.frame(), targets, **question).exports

    return progress
