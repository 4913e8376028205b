"""What span of time a figure covers, and on what basis it was printed."""

from __future__ import annotations

from desktop.figures.coded import Coded
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.record import ordered_record


class Basis(Coded):
    """How the printed figure covers its period.

    Customs count half-months: the 1st to the 15th, the 16th to the end, and from January to the
    15th. None of these is a month's figure or a cumulative one.
    """

    MONTH = "month"
    CUMULATIVE = "cumulative"
    QUARTER = "quarter"
    YEAR = "year"
    YEAR_FORECAST = "year_forecast"
    FIRST_HALF_MONTH = "half_month_1"
    SECOND_HALF_MONTH = "half_month_2"
    TO_MID_MONTH = "cumulative_half_month"


HALF_MONTHS = frozenset({Basis.FIRST_HALF_MONTH, Basis.SECOND_HALF_MONTH, Basis.TO_MID_MONTH})
"""What begins or ends in the middle of a month."""

NOT_TO_DATE = HALF_MONTHS | {Basis.YEAR_FORECAST}
"""Bases that are never a year to date, wherever they begin."""


@ordered_record
class Period:
    """From the first to the last month, both included."""

    start: Month
    end: Month
    basis: Basis

    def __post_init__(self) -> None:
        """Refuse an end before the start with `ValueError`."""
        if self.end < self.start:
            raise ValueError(f"period ends ({self.end}) before it starts ({self.start})")

    @classmethod
    def month(cls, month: Month) -> Period:
        """One month alone."""
        return cls(month, month, Basis.MONTH)

    @classmethod
    def to_date(cls, through: Month) -> Period:
        """January to the given month, cumulative."""
        return cls(Month(through.year, 1), through, Basis.CUMULATIVE)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """Quarter 1-4 of a year."""
        end = Month(year, 3 * number)
        return cls(end - 2, end, Basis.QUARTER)

    @classmethod
    def year(cls, year: int, *, forecast: bool = False) -> Period:
        """The whole calendar year; `forecast` marks a figure given before the year was over."""
        basis = Basis.YEAR_FORECAST if forecast else Basis.YEAR
        return cls(Month(year, 1), Month(year, MONTHS_PER_YEAR), basis)

    @property
    def months(self) -> int:
        """How many months the period covers."""
        return self.end - self.start + 1

    @property
    def counts_from_january(self) -> bool:
        """True where the figure is a year-to-date figure under any name.

        "Quý I" is three months cumulative, "Năm 2024" twelve and January one; a full-year
        forecast is none of these, and nothing that ends in the middle of a month.
        """
        return self.start.number == 1 and self.basis not in NOT_TO_DATE
