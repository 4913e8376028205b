"""How far a series is usually revised, down to each revision: ``exports.usual_estimate``.

The mean of the sizes of its revisions by how firm the first figure was (``usual_all``: of any), to
the newest release or (``usual_estimate_after_3``) to what stood so many months later; with their
signs (``usual_estimate_signed``); of January to each month (``to_date_usual_estimate``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis import revisions
from desktop.analysis.tracing.released import Asked, basis_words, release_traced, series_in
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.figure import Status
from desktop.figures.series import Series
from desktop.figures.series_names import series_name
from desktop.figures.wording import N_

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.revisions import Triangle

_ALL = "all"
_FIRMNESS = "|".join((_ALL, *(status.value for status in Status)))
_NAME = re.compile(
    r"(?P<series>.+)\.(?P<measure>quantity_)?(?P<basis>to_date_)?"
    rf"usual_(?P<status>{_FIRMNESS})(?:_after_(?P<months>\d{{1,3}}))?(?P<signed>_signed)?"
)


class UsualAsked(NamedTuple):
    """Revisions that are asked about; `series` are those of exports and imports for a balance."""

    series: tuple[Series, ...]
    to_date: bool
    status: Status | None
    months: int | None
    signed: bool


def usual_name(triangle: Triangle, status: Status | None, *, signed: bool = False) -> str:
    """Name the mean of the revisions of a triangle to the newest release."""
    words = basis_words(triangle.series, cumulative=triangle.cumulative)
    firm = status.value if status else _ALL
    about = series_name(triangle.series)
    return f"{about}.{words}usual_{firm}{'_signed' if signed else ''}"


def usual_asked(name: str) -> UsualAsked | None:
    """Read the name of a mean of revisions; None for any other name."""
    found = _NAME.fullmatch(name.strip())
    series = series_in(found) if found else ()
    if found is None or not series:
        return None
    status = None if found["status"] == _ALL else Status(found["status"])
    months = int(found["months"]) if found["months"] else None
    return UsualAsked(series, bool(found["basis"]), status, months, bool(found["signed"]))


def usual_traced(figures: pd.DataFrame, asked: UsualAsked) -> Trace | None:
    """Give the mean with every revision that it is of; None where there is none.

    `figures` are rows with `FIGURE_COLUMNS`, every release of the series.
    """
    if len(asked.series) > 1:
        told = revisions.balance_triangle(figures, *asked.series, cumulative=asked.to_date)
    else:
        told = revisions.triangle(figures, asked.series[0], cumulative=asked.to_date)
    size = revisions.usual(told, asked.status, months=asked.months)
    if size is None:
        return None
    every = revisions.pairs(told, asked.status, months=asked.months)
    each = (
        release_traced(
            figures,
            Asked(asked.series, pair.month, asked.to_date, pair.later.reported_on,
                  pair.first.reported_on),
        )
        for pair in every
    )  # fmt: skip
    if asked.signed:
        value, words = size.mean_signed, N_("Mean of {count} revisions, with their signs")
        formula = said(N_("the revisions added up, over their number"))
    else:
        value, words = size.mean_absolute, N_("Mean size of {count} revisions")
        formula = said(N_("the revisions without their signs added up, over their number"))
    inputs = tuple(one for one in each if one)
    what = said(words, count=size.count)
    return Trace(what, value, TraceUnit.FRACTION, Kind.WEIGHED, formula, inputs)
