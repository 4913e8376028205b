"""What an outlook tells of itself: how it looked before, how wrong it was, what would do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.required import ASKED
from desktop.analysis.tracing.outlook_series import Numbers, series_of, weighed
from desktop.analysis.tracing.structure.spots import SpotKind
from desktop.analysis.tracing.trace import TraceUnit, said
from desktop.figures.series import Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.analysis.tracing.outlook_series import Foresight
    from desktop.analysis.tracing.structure.spots import Spot
    from desktop.analysis.tracing.trace import Said, Trace

_USD, _FRACTION = TraceUnit.USD, TraceUnit.FRACTION
_SEEN = {
    "median": (N_("Median of the year's end of {subject}, as seen after {month}"), _USD),
    "low": (N_("Lower end of the 80% band of {subject}, as seen after {month}"), _USD),
    "high": (N_("Upper end of the 80% band of {subject}, as seen after {month}"), _USD),
    "chance": (N_("Chance that the target of {subject} is met, as seen after {month}"), _FRACTION),
}


def seen(asked: Foresight, spot: Spot, month: str) -> Numbers:
    """How the year's end looked after a month: ``outlook:exports@2025-03.seen_median``."""
    held = next((s for s in asked.outlook.flow(spot.flow).seen if str(s.month) == month), None)
    if held is None:
        return {}
    subject = spot.subject().named
    return {
        f"seen_{name}": _fixed(
            asked, spot, said(text, subject=subject, month=held.month), value, unit
        )
        for name, (text, unit) in _SEEN.items()
        if (value := getattr(held, name)) is not None
    }


def year_told(asked: Foresight, spot: Spot, year: str) -> Numbers:
    """How wrong each rule was in a year: ``outlook:exports@2019.error_landing``."""
    record = asked.outlook.flow(spot.flow).record
    errors = record.by_year.get(int(year)) if record and year.isdigit() else None
    if errors is None:
        return {}
    text = N_("Error of the year's end of {subject} in {year}, told in {month}")
    what = said(text, subject=spot.subject().named, year=int(year), month=asked.outlook.through)
    return {
        f"error_{rule.value}": _fixed(asked, spot, what, error, _FRACTION)
        for rule, error in errors.items()
    }


def levers(asked: Foresight, spot: Spot) -> Numbers:
    """What growth of a part alone would do, in the months left: ``outlook:market:US.lever_80``."""
    held = next(
        (
            lever for lever in asked.outlook.levers
            if (lever.dimension, lever.code) == (spot.dimension, spot.code)
        ),
        None,
    )  # fmt: skip
    if held is None or spot.flow is not Flow.EXPORT or spot.kind is not SpotKind.ONE:
        return {}
    subject = spot.subject().named
    expected = said(N_("Growth that is expected of {subject} in the months left"), subject=subject)
    told = {"lever_growth": _fixed(asked, spot, expected, held.growth, _FRACTION)}
    text = N_("Growth of {subject} in the months left with which the target is met with {share}")
    for chance, needed in zip(ASKED, held.needed, strict=True):
        if needed is not None:
            what = said(text, subject=subject, share=chance)
            name = f"lever_{round(chance * 100)}"
            told[name] = _fixed(asked, spot, what, needed, _FRACTION)
    return told


def _fixed(
    asked: Foresight, spot: Spot, what: Said, value: float, unit: TraceUnit
) -> Callable[[], Trace]:
    return lambda: weighed(what, value, series_of(asked, spot), unit)
