"""The charts of a report: what each draws, before any form draws it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.figures.catalogue import items, markets
from desktop.figures.figure import Status
from desktop.figures.series import OTHER, UNKNOWN, Flow
from desktop.reports.content.report import Chart, Kind, Role, Series, Unit
from desktop.reports.prose import leaders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.analysis.outlook.results import Outlook
    from desktop.analysis.results import Contribution
    from desktop.reports.content.saying import Saying

CARRYING, DRAGGING = 7, 4
"""How many bars each way: what can be read beside a text."""


def _ticks(saying: Saying) -> tuple[str, ...]:
    return tuple(saying.language.month_tick(number) for number in range(1, 13))


def _known(series: Series) -> int:
    return sum(value is not None for value in series.values)


def _drawn(series: Sequence[Series]) -> tuple[Series, ...]:
    """Leave out what has no value at all."""
    return tuple(one for one in series if _known(one))


def cumulative_chart(saying: Saying) -> Chart | None:
    """January to each month, against the path to the target and last year; None of one point."""
    say, exports = saying.language._, saying.overview.exports
    points = exports.months
    series = [
        Series(Role.LAST, str(exports.year - 1), tuple(p.cumulative_last_year for p in points)),
        Series(Role.THIS, str(exports.year), tuple(p.cumulative for p in points)),
    ]
    if any(p.path is not None for p in points):
        path = Series(Role.PATH, say("Path to the target"), tuple(p.path for p in points))
        series.insert(1, path)
    if not any(_known(one) > 1 for one in series):
        return None
    return Chart(
        "cumulative", Kind.LINES, say("Exports to date against the path"), Unit.USD,
        say("billion USD"), _ticks(saying), _drawn(series),
        say("Line chart: exports from January on, the path to the target, and last year."),
    )  # fmt: skip


def months_chart(saying: Saying) -> Chart:
    """Exports by month, last year's, and what each month left must bring."""
    say, exports = saying.language._, saying.overview.exports
    points = exports.months
    series = [
        Series(Role.LAST, str(exports.year - 1), tuple(p.last_year for p in points)),
        Series(Role.THIS, str(exports.year), tuple(p.value for p in points)),
    ]
    if any(p.required for p in points):
        required = tuple(p.required for p in points)
        series.append(Series(Role.REQUIRED, say("Required for the target"), required))
    estimates = frozenset(i for i, p in enumerate(points) if p.status is Status.ESTIMATE)
    return Chart(
        "months", Kind.COLUMNS, say("Exports by month"), Unit.USD, say("billion USD"),
        _ticks(saying), _drawn(series),
        say("Column chart: exports of each month, last year's, and what the months left must "
            "bring."),
        estimates,
    )  # fmt: skip


def balance_chart(saying: Saying) -> Chart | None:
    """The trade balance by month."""
    say, overview = saying.language._, saying.overview
    if all(value is None for value in overview.balance.months):
        return None
    series = Series(Role.THIS, say("Balance {year}", year=overview.year), overview.balance.months)
    return Chart(
        "balance", Kind.SIGNED, say("Trade balance by month, {year}", year=overview.year),
        Unit.USD, say("billion USD"), _ticks(saying), (series,),
        say("Column chart: the trade balance by month."),
    )  # fmt: skip


def items_chart(saying: Saying) -> Chart | None:
    """What the items contribute to growth."""
    say, language = saying.language._, saying.language

    def name(code: str) -> str:
        return items(Flow.EXPORT).name(code, language.code, short=True)

    title = say("Contribution of items to growth")
    return _bars(saying, "items", title, saying.overview.items, name)


def markets_chart(saying: Saying) -> Chart | None:
    """What the markets contribute to growth."""
    say, language = saying.language._, saying.language

    def name(code: str) -> str:
        return markets().name(code, language.code, short=True)

    title = say("Contribution of markets to growth")
    return _bars(saying, "markets", title, saying.overview.markets, name)


def _bars(
    saying: Saying,
    key: str,
    title: str,
    parts: Sequence[Contribution],
    name: Callable[[str], str],
) -> Chart | None:
    dragging = reversed(leaders.dragging(parts, DRAGGING))
    drawn = (*leaders.carrying(parts, CARRYING), *dragging)
    if not drawn:
        return _largest(saying, key, parts, name)
    say = saying.language._
    series = Series(
        Role.THIS, say("Contribution, points"), tuple(part.contribution for part in drawn)
    )
    return Chart(
        key, Kind.BARS, title, Unit.POINTS, say("points"),
        tuple(name(part.code) for part in drawn), (series,),
        say("Bar chart: contribution to the growth of exports."),
    )  # fmt: skip


def _largest(
    saying: Saying, key: str, parts: Sequence[Contribution], name: Callable[[str], str]
) -> Chart | None:
    """The largest by value, where there is no last year to grow from."""
    named = [part for part in parts if part.code not in (OTHER, UNKNOWN)]
    drawn = sorted(named, key=lambda part: (-part.value, part.code))[:CARRYING]
    if not drawn:
        return None
    say = saying.language._
    series = Series(Role.THIS, say("Exports"), tuple(part.value for part in drawn))
    title = say("Largest export items") if key == "items" else say("Largest export markets")
    return Chart(
        key, Kind.BARS, title, Unit.USD, say("billion USD"),
        tuple(name(part.code) for part in drawn), (series,),
        say("Bar chart: the largest by value."),
    )  # fmt: skip


def fan_chart(saying: Saying, told: Outlook) -> Chart | None:
    """Exports to date from the last figure to December: the median, its band, and the path."""
    if not told.exports.fan or saying.overview.exports.cumulative is None:
        return None
    say, exports = saying.language._, saying.overview.exports
    first, known = exports.through.number, exports.cumulative
    bands = [point.to_date for point in told.exports.fan]

    def run(role: Role, name: str, values: Iterable[float]) -> Series:
        return Series(role, name, (known, *values))

    series = [
        run(Role.HIGH, say("High, 80 of 100"), (band.most[1] for band in bands)),
        run(Role.LOW, say("Low, 80 of 100"), (band.most[0] for band in bands)),
        run(Role.MEDIAN, say("Median"), (band.median for band in bands)),
    ]
    path = tuple(point.path for point in exports.months[first - 1 :])
    if any(value is not None for value in path):
        series.append(Series(Role.PATH, say("Path to the target"), path))
    reached = (known, *(None for _ in bands))
    series.append(Series(Role.THIS, str(exports.year), reached))
    return Chart(
        "fan", Kind.FAN, say("Exports of {year}: where the year may end", year=exports.year),
        Unit.USD, say("billion USD"), _ticks(saying)[first - 1 :], tuple(series),
        say("Fan chart: exports to date, the expected course to December and the range of 80 of "
            "100 outcomes."),
        least=_floor(series),
    )  # fmt: skip


def _floor(series: Sequence[Series]) -> float:
    """Give a round amount beneath every value: from zero a band would look like a line."""
    values = [value for one in series for value in one.values if value is not None]
    step: float = 10.0 ** math.floor(math.log10(max(values) - min(values) or 1)) / 2
    return max(0.0, math.floor(min(values) / step) * step)
