"""An outlook made by hand for the window's tests: 470 bn, and a target that is met by 92 %."""

from __future__ import annotations

from desktop.analysis.landing import Landing, Parts
from desktop.analysis.landing.results import Reason, Why
from desktop.analysis.outlook import (
    BalanceOutlook,
    Band,
    FlowAhead,
    FlowOutlook,
    Move,
    Outlook,
    PartAhead,
    PartOutlook,
    PartsOutlook,
    Record,
    Rule,
    Seen,
    TargetChance,
    Unsaid,
)
from desktop.analysis.outlook.results import FanPoint
from desktop.analysis.results import Overview
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.errands import NEWEST, YearAsked
from tests.gui.example_warnings import ExampleWarnings

BN = 1e9
RECORD = Record(
    (2023, 2024),
    {Rule.LANDING: 0.012, Rule.SEASON: 0.015, Rule.CARRIED: 0.04, Rule.LINEAR: 0.06},
    {
        year: {Rule.LANDING: 0.012, Rule.SEASON: -0.015, Rule.CARRIED: 0.04, Rule.LINEAR: -0.06}
        for year in (2023, 2024)
    },
    2,
)


def band(median: float, step: float) -> Band:
    """Give a band in billions."""
    pairs = [((median - n * step) * BN, (median + n * step) * BN) for n in (1, 2, 3)]
    return Band(median * BN, *pairs)


def flow_outlook(flow: Flow, through: Month, median: float) -> FlowOutlook:
    """Give a flow that ends its year at a median, in billions."""
    known = median * through.number / 12
    left = range(1, 13 - through.number)
    quantiles = tuple((median + (n - 99) / 10) * BN for n in range(199))
    landing = Landing(
        through.year, through, known * BN, 405.5 * BN, median * BN, quantiles,
        (Reason(Why.ESTIMATE, through, 0.01), Reason(Why.SURPRISES, through, 2.3)),
        Parts(39 * BN, 0.02, -0.22, Month(through.year, 1), 0.08), (0.1, 0.4, 2.3),
    )  # fmt: skip
    fan = tuple(
        FanPoint(through + n, band(median / 12, 1), band(known + n * median / 12, n)) for n in left
    )
    seen = tuple(
        Seen(Month(through.year, n), (median - 12 + n) * BN, 440 * BN, 480 * BN, n / 10, n == 1)
        for n in range(1, through.number + 1)
    )
    move = Move(1e9, -0.5e9, 0.0, 1.5e9, 2.3) if through.number > 1 else None
    return FlowOutlook(
        flow, landing, known * BN, 405.5 * BN, band(median, 7), median / 405.5 - 1,
        Status.ESTIMATE, fan, seen, move, RECORD,
    )  # fmt: skip


def outlook(overview: Overview) -> Outlook:
    """Give the outlook that goes on from an overview."""
    exports = flow_outlook(Flow.EXPORT, overview.through, 470.0)
    target = overview.exports.target
    wood = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, BN, BN, "WOOD", "JP")
    chances = [TargetChance(wood, BN, None, None, None, None, Unsaid.NOT_SPLIT)]
    if target:
        chances.insert(0, TargetChance(target, 454.2 * BN, None, 0.92, None, exports.band))
    part = PartOutlook("ELEC", 47.7 * BN, 72.6 * BN, band(97, 2), 0.34, 7)
    return Outlook(
        overview.year, overview.through, overview.vintage, exports,
        flow_outlook(Flow.IMPORT, overview.through, 440.0),
        BalanceOutlook(7.6 * BN, 24.8 * BN, band(30, 6), 0.5), tuple(chances), None,
        (PartsOutlook(Flow.EXPORT, Dimension.ITEM, (part,), band(373, 6), ()),),
    )  # fmt: skip


class ExampleForesight(ExampleWarnings):
    """Answers on the outlook and on warnings as `workflow.Office` does."""

    def outlook(
        self, asked: YearAsked = NEWEST, *, overview: Overview | None = None
    ) -> Outlook | None:
        """Give the outlook of an overview."""
        return outlook(overview) if overview else None

    def scenarios(self, vintage: Vintage = LATEST) -> list[Scenario]:
        """Give none: those of a true office are tried on it."""
        return []

    def outlook_within(
        self, overview: Overview, *, item: str = "", market: str = ""
    ) -> PartAhead | None:
        """Give the outlook of what is in focus: 140 bn out, 20 in, sold as two items or markets."""
        del self
        through = overview.through
        sold, bought = (
            FlowAhead(flow, told.known, told.base, told.band, 0.172, told.fan)  # type: ignore[arg-type]  # a flow told by hand has a band
            for flow, median in ((Flow.EXPORT, 140.0), (Flow.IMPORT, 20.0))
            for told in (flow_outlook(flow, through, median),)
        )
        by, codes = (
            (Dimension.MARKET, ("US", "CN")) if item else (Dimension.ITEM, ("ELEC", "WOOD"))
        )  # fmt: skip
        parts = tuple(PartOutlook(c, BN, BN, band(70.0, 1), 0.1, 0) for c in codes)
        rest = PartsOutlook(Flow.EXPORT, by, parts, band(1.0, 0.1), ())
        return PartAhead(item, market, through, sold, bought, band(120.0, 2), rest)
