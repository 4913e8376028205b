"""What was revised inside a cumulative: why it differs from the sum of its months, and where.

The step from one month's cumulative to the next is what the releases say that the month came to.
Where it is not the month as printed, the return that told the later cumulative had revised it, or
a month before it, without printing the revised month. The steps explain the difference exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import all_of, thousandths, usd
from desktop.analysis.inside_results import Difference, Inside
from desktop.figures.month import Month
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.analysis.lines import Line
    from desktop.analysis.results import Progress
    from desktop.analysis.structure_view import BalanceCourse

    _Told = tuple[Month, int | None, int | None]
    """A month, what it came to, and the cumulative by then (thousandths)."""


def difference(progress: Progress) -> Difference | None:
    """Explain why the cumulative differs from the sum of its months; None where it does not.

    Where a cumulative on the way is not known, what lies behind it is told with the next one.
    """
    if progress.cumulative is None or progress.sum_of_months is None:
        return None
    total = _whole(progress.cumulative) - _whole(progress.sum_of_months)
    months = progress.months[: progress.through.number]
    return _explained(total, (_counted(p.month, p.value, p.cumulative) for p in months))


def difference_of_line(line: Line, through: Month) -> Difference | None:
    """Explain it of a series, of which no more is told than its year."""
    months = slice(through.number)
    return difference_of_year(line.year, line.month_values[months], line.cumulative_values[months])


def difference_of_year(
    year: int, values: Sequence[int | None], cumulatives: Sequence[int | None]
) -> Difference | None:
    """Explain it of the months of a year from January on, and of the cumulatives by each."""
    to_date, months = cumulatives[-1], all_of(values)
    if to_date is None or months is None:
        return None
    told = zip(values, cumulatives, strict=True)
    return _explained(to_date - months, ((Month(year, n), *m) for n, m in enumerate(told, 1)))


def difference_of_balance(course: BalanceCourse, through: Month) -> Difference | None:
    """Explain it of a balance to date, as far as every month of it is known."""
    months = course.months[: through.number]
    held = [month.balance for month in months if month.balance is not None]
    to_date = months[-1].cumulative
    if to_date is None or len(held) < len(months):
        return None
    total = _whole(to_date) - sum(map(_whole, held))
    return _explained(total, (_counted(m.month, m.balance, m.cumulative) for m in months))


def _explained(total: int, months: Iterable[_Told]) -> Difference | None:
    if not total:
        return None
    ordered = sorted(_steps(months), key=lambda part: (-abs(part[1]), part[0]))
    return Difference(usd(total), tuple(Inside(month, usd(amount)) for month, amount in ordered))


def _steps(months: Iterable[_Told]) -> Iterator[tuple[Month, int]]:
    before, since = 0, 0
    for month, value, to_date in months:
        since += value or 0
        if to_date is None:
            continue
        if amount := to_date - before - since:
            yield month, amount
        before, since = to_date, 0


def _counted(month: Month, value: float | None, to_date: float | None) -> _Told:
    return month, thousandths(value), thousandths(to_date)


def _whole(amount: float) -> int:
    """Count thousandths, so that the parts sum exactly."""
    return round(amount * SCALE)
