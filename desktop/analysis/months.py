"""The months of the year one by one: figure, last year, path, gap, and why one is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference, growth, usd
from desktop.analysis.results import GapCause, MonthPoint
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.lines import Amount, Line


@dataclass(frozen=True, slots=True)
class Course:
    """What the months are held against, in thousandths: the path, and what is still required.

    `path` has twelve values; `required` one for each month after `through`; None if unknown.
    `average` (US dollars) is what each of those must bring on average; `path_high` the path to
    the high end of a range.
    """

    through: int
    path: tuple[int, ...] | None
    required: tuple[int, ...] | None
    average: float | None = None
    path_high: tuple[int, ...] | None = None

    def path_at(self, number: int) -> int | None:
        """Give the path through a month (1-12)."""
        return self.path[number - 1] if self.path else None

    def required_at(self, number: int) -> int | None:
        """Give what a month (1-12) still to come must bring."""
        if self.required is None or number <= self.through:
            return None
        return self.required[number - self.through - 1]


def points(this: Line, last: Line, course: Course, newest: int) -> tuple[MonthPoint, ...]:
    """Give the twelve points of a year.

    Args:
        this: The year's own figures.
        last: The figures of the year before.
        course: The path and what is required.
        newest: Number of the newest month of the year with any figure; 0 for none. A month
            without a figure is not yet out after it, and was not imported before it.
    """
    return tuple(_point(this, last, course, newest, n) for n in range(1, MONTHS_PER_YEAR + 1))


def _point(this: Line, last: Line, course: Course, newest: int, number: int) -> MonthPoint:
    counts = number <= course.through
    month = this.months[number - 1] if counts else None
    to_date = this.to_date[number - 1] if counts else None
    before, before_to_date = last.months[number - 1], last.to_date[number - 1]
    if number == 1:
        before = before_to_date  # the same month, and the better known of both
    path, needed = course.path_at(number), course.required_at(number)
    printed = this.month_growth_printed[number - 1] if counts else None
    return MonthPoint(
        month=Month(this.year, number),
        value=usd(_value(month)),
        status=month and month.status,
        source=month and month.source,
        missing=None if month else _cause(number, min(newest, course.through)),
        last_year=usd(_value(before)),
        cumulative=usd(_value(to_date)),
        cumulative_origin=to_date and to_date.origin,
        cumulative_last_year=usd(_value(before_to_date)),
        growth=growth(_value(month), _value(before)),
        growth_to_date=growth(_value(to_date), _value(before_to_date)),
        path=usd(path),
        gap=usd(difference(_value(to_date), path)),
        required=usd(needed),
        derived=bool(month and month.derived),
        required_growth=growth(needed or None, _value(before)),
        path_high=usd(course.path_high[number - 1]) if course.path_high else None,
        average_growth=None if counts else growth(course.average or None, usd(_value(before))),
        growth_printed=printed and printed[0],
        growth_printed_source=printed and printed[1],
    )


def _value(amount: Amount | None) -> int | None:
    return amount and amount.value


def _cause(number: int, newest: int) -> GapCause:
    return GapCause.NOT_YET if number > newest else GapCause.NOT_IMPORTED
