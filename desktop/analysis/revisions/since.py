"""What the newest returns changed in months that a report had already told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.revisions.triangle import triangle
from desktop.figures.month import Month
from desktop.figures.series import TRADE, Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import pandas as pd

    from desktop.analysis.results import Overview
    from desktop.analysis.revisions.triangle import Release, Row, Triangle

_SUBJECT = ["flow", "item", "market", "ownership", "province"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that stands otherwise than when the last report was made (US dollars).

    `cumulative` says whether it is January to the month. `before` stood until the newest month
    was first told; `now` stands today.
    """

    series: Series
    month: Month
    cumulative: bool
    before: Release
    now: Release

    @property
    def change(self) -> float:
        """By how much it was changed."""
        return self.now.value - self.before.value

    @property
    def share(self) -> float | None:
        """By how much, as a fraction of what stood before; None of nothing."""
        return self.change / abs(self.before.value) if self.before.value else None


@dataclass(frozen=True, slots=True)
class RevisedSince:
    """All that changed since the last report.

    `day` is the first on which exports of the newest month were told: what stood before it is
    what the report of the month before said. `months` are the first and last month looked at.
    Totals come first, then what was changed by most.
    """

    day: date
    months: tuple[Month, Month]
    changes: tuple[Changed, ...]


def revised_since(figures: pd.DataFrame, overview: Overview) -> RevisedSince | None:
    """Find what changed in the months before the newest, of this year and the last.

    Args:
        figures: Rows with `FIGURE_COLUMNS`, every release of them, none split by item and market.
        overview: The year and the newest month that is told.

    Returns:
        None where no return tells of exports in the newest month.
    """
    first, last = Month(overview.year - 1, 1), overview.through - 1
    values = figures[
        (figures["measure"] == Measure.VALUE) & (figures["period_end"] >= first.ordinal)
    ]
    day = _told_on(values, overview.through)
    if day is None:
        return None
    found = [
        _changed(series, row, day, cumulative=laid.cumulative)
        for series, own in _told_again(values, day)
        for laid in _triangles(own, series)
        for row in laid.rows
        if first <= row.month <= last
    ]
    changes = sorted((c for c in found if c), key=_rank)
    return RevisedSince(day, (first, last), tuple(changes))


def _told_on(values: pd.DataFrame, month: Month) -> date | None:
    exports = Series(Flow.EXPORT)
    found = [
        row.first.reported_on
        for cumulative in (False, True)
        for row in triangle(values, exports, cumulative=cumulative).rows
        if row.month == month
    ]
    return min(found, default=None)


def _told_again(values: pd.DataFrame, day: date) -> Iterator[tuple[Series, pd.DataFrame]]:
    """Give each series of which something was told before a day, and again since."""
    iso = day.isoformat()
    for subject, own in values.groupby(_SUBJECT, sort=True):
        flow, item, market, ownership, province = map(str, subject)
        days = own["reported_on"]
        if days.min() < iso <= days.max() and flow in TRADE:
            series = Series(Flow(flow), Measure.VALUE, item, market, Ownership(ownership), province)
            yield series, own


def _triangles(own: pd.DataFrame, series: Series) -> Iterator[Triangle]:
    """Lay out the months, and of all trade the cumulatives too."""
    yield triangle(own, series)
    if series == Series(series.flow):
        yield triangle(own, series, cumulative=True)


def _changed(series: Series, row: Row, day: date, *, cumulative: bool) -> Changed | None:
    before = [release for release in row.releases if release.reported_on < day]
    if not before or before[-1].value == row.latest.value:
        return None
    if cumulative and row.month.number == 1:
        return None  # January is both, and stands among the months
    return Changed(series, row.month, cumulative, before[-1], row.latest)


def _rank(one: Changed) -> tuple[object, ...]:
    """Totals by month, exports first; then what was changed by most."""
    if one.series == Series(one.series.flow):
        return (0, one.series.flow, one.cumulative, one.month)
    return (1, -abs(one.change), one.series.item, one.series.market, one.month)
