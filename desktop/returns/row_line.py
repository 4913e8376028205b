"""A row with figures on its way to them, and the months that its cells are about."""

from __future__ import annotations

from typing import NamedTuple

from desktop.figures.month import Month
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
    """What the row says, else the column; a month of the year that stands over the column."""
    if subject.period and subject.period.months == 1 and b.basis is Basis.CUMULATIVE:
        return Period.to_date(subject.period.end)
    if subject.period or not subject.month:
        return subject.period or b.period
    return Period.month(Month(b.period.end.year, subject.month)) if b.period else None
