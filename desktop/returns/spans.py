"""The kinds of period that a heading may name."""

from __future__ import annotations

from enum import Enum

from desktop.figures.month import Month
from desktop.figures.period import Basis, Period


class Span(Enum):
    """The kind of period that the words name.

    `REPORTED` is the return's own ("trong kỳ", "kỳ báo cáo"), whichever that is. `TO_MID` counts
    from January to the 15th of a month.
    """

    MONTH = "month"
    TO_DATE = "to_date"
    QUARTER = "quarter"
    YEAR = "year"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    TO_MID = "to_mid"
    REPORTED = "reported"
    NONE = "none"

    __hash__ = object.__hash__  # each is there once; its own would ask for its name


_WITHIN_A_MONTH = {
    Span.FIRST_HALF: Basis.FIRST_HALF_MONTH,
    Span.SECOND_HALF: Basis.SECOND_HALF_MONTH,
}


def period_of(span: Span, month: Month) -> Period:
    """The period of a kind that ends with a month, or is it."""
    if span is Span.TO_DATE:
        return Period.to_date(month)
    if span is Span.TO_MID:
        return Period(Month(month.year, 1), month, Basis.TO_MID_MONTH)
    return Period(month, month, _WITHIN_A_MONTH.get(span, Basis.MONTH))
