"""The figures that an outlook was made from, laid out so that its numbers lead to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.tracing import read
from desktop.analysis.tracing.structure.parts import pair
from desktop.analysis.tracing.structure.spans import less_all
from desktop.analysis.tracing.structure.spots import Desk, Spot, SpotKind
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.outlook import Outlook, PartAhead
    from desktop.analysis.tracing.trace import Said

Numbers = Mapping[str, Callable[[], Trace]]
_FORMULA = N_(
    "2,000 ways the months left may go, learned from the months of these years and of this one"
)


@dataclass(frozen=True, eq=False)
class Foresight:
    """An outlook, and the figures that it was made of laid out.

    `ahead` is the outlook of what is looked into, if anything is, and `cells` lay out items
    within markets, where both are named.
    """

    outlook: Outlook
    book: Book
    ahead: PartAhead | None = None
    cells: Book | None = None


def weighed(
    what: Said, value: float, inputs: list[Trace], unit: TraceUnit = TraceUnit.USD
) -> Trace:
    """A number that the ways the months left may go have, with the series they were made from."""
    return Trace(what, value, unit, Kind.WEIGHED, said(_FORMULA), tuple(inputs))


def series_of(asked: Foresight, spot: Spot) -> list[Trace]:
    """The year to date, and every whole year before of which anything is known."""
    legs = [spot.leg(f) for f in TRADE] if spot.flow is Flow.BALANCE else [spot]
    if spot.kind in {SpotKind.ONE, SpotKind.GROUP}:
        legs.append(spot.whole())
    years = [year for year in asked.book.years if year < asked.outlook.year]
    found = [
        trace
        for leg in legs
        for trace in (to_date(asked, leg), *(year_of(asked, leg, year) for year in years))
    ]
    return [trace for trace in found if trace.value is not None]


def to_date(asked: Foresight, spot: Spot) -> Trace:
    """What is known of the year so far."""
    return _cumulative(asked, spot, asked.outlook.through)


def year_of(asked: Foresight, spot: Spot, year: int) -> Trace:
    """What a whole year came to."""
    return _cumulative(asked, spot, Month(year, MONTHS_PER_YEAR))


def _cumulative(asked: Foresight, spot: Spot, end: Month) -> Trace:
    if spot.flow is not Flow.BALANCE:
        within = asked.cells if spot.of and spot.code else None
        return pair(Desk(within or asked.book, None, end), spot).now
    sold, bought = (_cumulative(asked, spot.leg(flow), end) for flow in TRADE)
    what = read.to_date(spot.subject(), end)
    return less_all(what, sold, [bought], said(N_("exports less imports")))
