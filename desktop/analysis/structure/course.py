"""The balance through a year, month by month: of all trade, or within one market or item."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference, usd
from desktop.analysis.structure_view import BalanceCourse, BalanceMonth
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TOTAL, TRADE, WORLD, Flow, Measure, Series
from desktop.figures.target import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.analysis.lines import Book, Line
    from desktop.analysis.results import MonthPoint, Overview
    from desktop.analysis.structure_results import Part
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.figure import Status


@dataclass(frozen=True, slots=True)
class Published:
    """What returns told of a balance, by month: to date, a year before, how firm, and when (ISO).

    US dollars; None where either flow is not told.
    """

    to_date: tuple[float | None, ...]
    last_year: tuple[float | None, ...]
    status: tuple[Status | None, ...]
    released: tuple[str, ...]


def course_of(overview: Overview) -> BalanceCourse:
    """Give the balance of all trade, with the year's surplus target where one is set."""
    target = next((p for p in overview.targets if _is_surplus(p, overview.year)), None)
    path = [p.path for p in target.points] if target else [None] * MONTHS_PER_YEAR
    both = zip(overview.exports.months, overview.imports.months, path, strict=True)
    return BalanceCourse(tuple(_month(*three) for three in both), target)


def _is_surplus(progress: TargetProgress, year: int) -> bool:
    return progress.scope == Scope(Flow.BALANCE) and progress.target.is_of_year(year)


def _month(exports: MonthPoint, imports: MonthPoint, path: float | None) -> BalanceMonth:
    return BalanceMonth(
        exports.month,
        exports.value,
        imports.value,
        difference(exports.value, imports.value),
        _least_firm(exports.status, imports.status),
        difference(exports.last_year, imports.last_year),
        difference(exports.cumulative, imports.cumulative),
        difference(exports.cumulative_last_year, imports.cumulative_last_year),
        path,
        max((p.source.reported_on for p in (exports, imports) if p.source), default=""),
    )


def _least_firm(*statuses: Status | None) -> Status | None:
    return min((s for s in statuses if s), key=lambda s: s.rank, default=None)


def course_within(
    flows: tuple[Part | None, Part | None], through: Month, published: Published | None = None
) -> BalanceCourse:
    """Give the balance of parts of exports and of imports, as far as its months are known.

    They are of the year to date, so that the last cumulative is the one that they tell. Last
    year's months are known where the course of months reaches back to them. `published` has what
    each month's return told, where one series tells it: it counts before what months sum to.
    """
    exports, imports = flows
    rows = (_of_year(part, through) for part in flows)
    (now, before), (bought, bought_before) = rows
    balances = [difference(*pair) for pair in zip(now, bought, strict=True)]
    last = [difference(*pair) for pair in zip(before, bought_before, strict=True)]
    told = published or _of_the_newest(flows, through)
    sums = [_first(*both) for both in zip(told.to_date, _summed(balances), strict=True)]
    last_sums = [_first(*both) for both in zip(told.last_year, _summed(last), strict=True)]
    if exports and imports:
        # Offices print cumulatives that their months do not sum to: what is printed counts.
        sums[through.number - 1] = difference(exports.value, imports.value)
        last_sums[through.number - 1] = difference(exports.base, imports.base)
    return BalanceCourse(
        tuple(
            BalanceMonth(
                Month(through.year, n + 1), now[n], bought[n], balances[n], told.status[n],
                last[n], sums[n], last_sums[n], None, told.released[n],
            )
            for n in range(MONTHS_PER_YEAR)
        ),
        None,
    )  # fmt: skip


def published_of(book: Book, item: str, market: str, through: Month) -> Published:
    """Read what each month's return told of the balance of one item, one market, or one of both."""
    sold, bought = (Series(flow, Measure.VALUE, item or TOTAL, market or WORLD) for flow in TRADE)
    now, before = (
        [book.line(series, year) for series in (sold, bought)]
        for year in (through.year, through.year - 1)
    )
    held = range(through.number)
    months = [[a for line in now if (a := line.months[n])] for n in held]
    ahead = MONTHS_PER_YEAR - through.number
    return Published(
        (*_balance(now)[: through.number], *(None,) * ahead),
        _balance(before),
        (*(_least_firm(*(a.status for a in both)) for both in months), *(None,) * ahead),
        (*(max((a.source.reported_on for a in m), default="") for m in months), *("",) * ahead),
    )


def _balance(flows: Sequence[Line]) -> tuple[float | None, ...]:
    sold, bought = (line.cumulative_values for line in flows)
    return tuple(usd(difference(*pair)) for pair in zip(sold, bought, strict=True))


def _of_the_newest(flows: tuple[Part | None, Part | None], through: Month) -> Published:
    """Say what parts say of themselves: how firm their newest month is, and when it was told."""
    nothing: tuple[float | None, ...] = (None,) * MONTHS_PER_YEAR
    status: list[Status | None] = [None] * MONTHS_PER_YEAR
    released = [""] * MONTHS_PER_YEAR
    status[through.number - 1] = _least_firm(*(p.status for p in flows if p))
    told = (s.reported_on for p in flows if p for s in p.sources)
    released[through.number - 1] = max(told, default="")
    return Published(nothing, nothing, tuple(status), tuple(released))


def _first(one: float | None, other: float | None) -> float | None:
    return other if one is None else one


def _of_year(
    part: Part | None, through: Month
) -> tuple[Sequence[float | None], Sequence[float | None]]:
    """Give a part's months of the year, and of the year before; None where they are not known."""
    held = part.months if part else ()
    first = Month(through.year - 1, 1).ordinal - (through.ordinal - len(held) + 1)
    padded = [held[n] if 0 <= n < len(held) else None for n in range(first, first + 24)]
    return padded[MONTHS_PER_YEAR:], padded[:MONTHS_PER_YEAR]


def _summed(amounts: Sequence[float | None]) -> Iterator[float | None]:
    return accumulate(amounts, lambda a, b: None if a is None or b is None else a + b)
