"""A row with figures on its way to them, and the months that its cells are about."""

from __future__ import annotations

from typing import NamedTuple

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Measure
from desktop.returns.binding import Bound
from desktop.returns.labels import Subject
from desktop.returns.units import Units


class Line(NamedTuple):
    """A row with figures: its number, its name as printed, what it is about, its own unit.

    `columns` are the numbers of those that are filled; `measure` is what the row says it counts.
    """

    number: int
    label: str
    subject: Subject
    unit: Units
    columns: tuple[int, ...]
    measure: Measure | None = None

    @property
    def is_weighed(self) -> bool:
        """True where the row says that its figures, and their growth, are of a quantity."""
        if self.measure is not None:
            return self.measure is Measure.QUANTITY
        return bool(self.unit) and self.unit.money is None


def period_of(subject: Subject, b: Bound) -> Period | None:
    """What the row says, else the column; the months of one within the year that the other says."""
    if subject.period and subject.period.months == 1 and b.basis is Basis.CUMULATIVE:
        return Period.to_date(subject.period.end)
    if subject.period and b.period and _is_within_year(b.period, subject.period):
        return _within(subject.period, b.period.start.number, b.period)
    if subject.period or not subject.month:
        return subject.period or b.period
    if b.period is None:
        return None
    start = Month(b.period.end.year, subject.month)
    return Period(start, start + (subject.months - 1), subject.basis)


def _is_within_year(period: Period, year: Period) -> bool:
    return year.basis is Basis.YEAR and period.months < year.months


def _within(year: Period, first: int, period: Period) -> Period:
    """The same months in a year, which may begin with any month."""
    start = year.start + (first - year.start.number) % MONTHS_PER_YEAR
    return Period(start, start + (period.months - 1), period.basis)
