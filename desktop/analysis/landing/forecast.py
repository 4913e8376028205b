"""The landing of one series: from its months up to the origin to the law of its annual total."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.analysis.landing import student
from desktop.analysis.landing.fitness import seen, unfit
from desktop.analysis.landing.learning import learned
from desktop.analysis.landing.parts import parts
from desktop.analysis.landing.results import Landing, Reason, Why
from desktop.analysis.landing.summing import log_of_sum
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.landing.history import History
    from desktop.analysis.landing.posterior import Posterior

_LATE = 3
"""Months whose surprises are told."""


def land(history: History, year: int) -> Landing:
    """Say where a year will end.

    Args:
        history: The months known; its last one lies in the year, or is the December before it.
        year: The year whose total is asked for.

    Returns:
        The annual total's law in the unit of the series, or the reason for none.
    """
    start, values, reasons = seen(history, year)
    reason = _astray(history.through, year) or unfit(start, values)
    if reason:
        return _silent(history, year, [*reasons, reason])
    amounts = np.array(values, dtype=float)
    left = Month(year, MONTHS_PER_YEAR) - history.through
    centre = float(np.log(amounts[-MONTHS_PER_YEAR:]).mean())
    feasts, answer = learned(history, start, np.log(amounts) - centre, left)
    answer = answer.moved(centre)
    known = float(amounts[len(amounts) - (MONTHS_PER_YEAR - left) :].sum()) if left < 12 else 0.0
    law = _law(history, answer, known)
    if feasts.lunar and history.lunar is None:
        reasons.append(Reason(Why.LUNAR_FOUND))
    if feasts.islamic:
        reasons.append(Reason(Why.ISLAMIC_FOUND))
    surprises = tuple(float(e) for e in answer.errors[-_LATE:])
    return Landing(
        year=year,
        through=history.through,
        known=known,
        base=_base(history, year),
        median=law[len(law) // 2],
        quantiles=law,
        reasons=(*reasons, *_doubts(history, start, law, surprises)),
        parts=parts(history, answer, lunar=feasts.lunar),
        surprises=surprises,
        errors=answer.errors,
        log_mean=answer.mean,
        log_covariance=answer.covariance * _spread(left) ** 2,
        freedom=c.FREEDOM,
    )


def _astray(through: Month, year: int) -> Reason | None:
    if through < Month(year - 1, MONTHS_PER_YEAR):
        return Reason(Why.STOPPED, through)
    return Reason(Why.YEAR_OVER, through) if through.year > year else None


def _silent(history: History, year: int, reasons: Sequence[Reason]) -> Landing:
    months = history.values[-history.through.number :] if history.through.year == year else ()
    known = sum(v for v in months if v is not None)
    base = _base(history, year)
    return Landing(year, history.through, float(known), base, None, (), tuple(reasons))


def _base(history: History, year: int) -> float | None:
    """Total of the year before; None where a month of it is not known."""
    place = Month(year - 1, 1) - history.first
    months = history.values[max(0, place) : place + MONTHS_PER_YEAR]
    if place < 0 or len(months) < MONTHS_PER_YEAR or any(v is None for v in months):
        return None
    return float(sum(v for v in months if v is not None))


def _law(history: History, answer: Posterior, known: float) -> tuple[float, ...]:
    """Quantiles of the annual total; a known figure that is an estimate adds its own doubt."""
    t = student.quantiles(c.FREEDOM)
    last = history.values[-1] or 0.0
    open_figure = last * history.revision if known else 0.0
    if not len(answer.mean):
        return tuple(float(v) for v in known + open_figure * t)
    log_rest, spread = log_of_sum(answer.mean, answer.covariance)
    rest = np.exp(log_rest)
    whole_spread = np.hypot(_spread(len(answer.mean)) * spread, open_figure / rest)
    return tuple(float(v) for v in known + rest * np.exp(whole_spread * t))


def _spread(left: int) -> float:
    """Scale of the spread with so many months left."""
    return c.SPREAD_FAR + (c.SPREAD_NEAR - c.SPREAD_FAR) * math.exp((1 - left) / c.SPREAD_FADES)


def _doubts(
    history: History, start: Month, law: Sequence[float], surprises: Sequence[float]
) -> list[Reason]:
    """What to bear in mind with the number."""
    found = []
    low, median, high = (law[place] for place in (19, 99, 179))
    if (high - low) / median > c.WIDEST_BAND:
        found.append(Reason(Why.TOO_EARLY, amount=(high - low) / median))
    for back, z in enumerate(reversed(surprises)):
        if abs(z) > c.SURPRISE:
            found.append(Reason(Why.SURPRISES, history.through - back, z))
    if Month(history.through.year - 2, 1) < start:
        found.append(Reason(Why.SHORT_HISTORY, start))
    if history.revision:
        found.append(Reason(Why.ESTIMATE, history.through, history.revision))
    return found
