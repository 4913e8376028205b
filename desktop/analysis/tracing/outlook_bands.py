"""A band of the year's end, number by number: its median, its ends, what is known, its growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Window
from desktop.analysis.tracing import compared
from desktop.analysis.tracing.outlook_series import Numbers, series_of, to_date, weighed, year_of
from desktop.analysis.tracing.structure.spans import span
from desktop.analysis.tracing.trace import Kind, Trace, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.analysis.outlook.results import Band, FanPoint
    from desktop.analysis.tracing.outlook_series import Foresight
    from desktop.analysis.tracing.structure.spots import Spot
    from desktop.analysis.tracing.trace import Said

_BANDS = {"50": "half", "80": "most", "95": "nearly_all"}
_TEXTS = {
    "median": N_("Median of {subject}, {span}"),
    "low": N_("Lower end of what {share} of outcomes lie in: {subject}, {span}"),
    "high": N_("Upper end of what {share} of outcomes lie in: {subject}, {span}"),
}


def of_band(
    asked: Foresight, spot: Spot, band: Band, base: float | None, months: Said | None = None
) -> Numbers:
    """Give the numbers of a band: of the year, or of what `months` name."""
    named, year = spot.subject().named, asked.outlook.year
    spoken = months or span(Window.TO_DATE, Month(year, MONTHS_PER_YEAR))

    def end(kind: str, share: str, value: float) -> Callable[[], Trace]:
        part = float(share) / 100 if share else None
        what = said(_TEXTS[kind], subject=named, span=spoken, share=part)
        return lambda: weighed(what, value, series_of(asked, spot))

    found = {"median": end("median", "", band.median)}
    for share, name in _BANDS.items():
        low, high = getattr(band, name)
        found |= {
            f"low_{share}": end("low", share, low), f"high_{share}": end("high", share, high),
        }  # fmt: skip
    if base is not None:
        found["base"] = lambda: counted(year_of(asked, spot, year - 1), base)
        found["growth"] = lambda: _growth(asked, spot, found["median"](), found["base"]())
    found["known"] = lambda: to_date(asked, spot)
    return found


def of_point(asked: Foresight, spot: Spot, point: FanPoint) -> Numbers:
    """Give the numbers of a month to come: of the year to then, and of the month alone."""
    summed = of_band(asked, spot, point.to_date, None, span(Window.TO_DATE, point.month))
    alone = of_band(asked, spot, point.alone, None, span(Window.MONTH, point.month))
    return {**summed, **{f"alone_{name}": tracer for name, tracer in alone.items()}}


def counted(told: Trace, amount: float) -> Trace:
    """Give what an outlook counts of a sum: members with too few figures are left out of it."""
    if told.value is not None and abs(told.value - amount) < 1:
        return told
    formula = said(N_("of these, those with figures enough to tell where their year ends"))
    return Trace(told.what, amount, told.unit, Kind.WEIGHED, formula, told.inputs or (told,))


def _growth(asked: Foresight, spot: Spot, median: Trace, base: Trace) -> Trace:
    what = said(N_("Growth that the median of {subject} means for {year}"),
                subject=spot.subject().named, year=asked.outlook.year)  # fmt: skip
    return compared.grown(what, median, base)
