"""What a scenario would change of an outlook: frozen values, beside the outlook without it.

Amounts are US dollars, chances, changes and shares fractions; `None` means "cannot say". All of
them are assumptions: whoever shows one shows the scenario's author and day with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.outlook.results import Band, FanPoint, Joint, is_headline
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from desktop.figures.groupings import Dimension
    from desktop.figures.scenario import Scenario, Shock
    from desktop.figures.target import Target


@dataclass(frozen=True, slots=True)
class FlowShift:
    """Where a flow's year ends without the scenario and with it; `growth` is that with it."""

    flow: Flow
    before: Band
    after: Band
    growth: float | None
    fan: tuple[FanPoint, ...]


@dataclass(frozen=True, slots=True)
class ChanceShift:
    """How likely a target is met without the scenario and with it."""

    target: Target
    low: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class RequiredShift:
    """What each month left must bring on average for the target of all exports.

    `asked` a month; `before` and `after` are what a month is to bring (the medians) without the
    scenario and with it. `makeup` says, for each chance of `ASKED`, by how much the trade that
    nothing is assumed of must exceed what is expected of it; below zero by how much it may fall
    short, None where it cannot make up for it.
    """

    asked: float
    before: float
    after: float
    makeup: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class PartShift:
    """What the year of an item or a market comes to (medians); an empty code is all others.

    `dependence` is what share of the item was sold to the market asked of, in the year to date.
    """

    code: str
    before: float
    after: float
    dependence: float | None = None

    @property
    def change(self) -> float:
        """By how much the scenario changes it."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class PartsShift:
    """The items or the markets of a flow, the most changed first, and what none of them holds.

    On every path they sum to the total; medians, which `PartShift` holds, only come near it.
    """

    flow: Flow
    dimension: Dimension
    parts: tuple[PartShift, ...]


@dataclass(frozen=True, slots=True)
class Assumed:
    """A scenario's effect on a year.

    `dependence_on` is the market that `PartShift.dependence` is about, `dependence` that of all
    exports. `unheard` are shocks that touch no trade which the figures tell of, `undiverted` those
    whose diversion finds none; both are left out. `too_late` says that it begins after the year,
    so that nothing changes.
    """

    scenario: Scenario
    year: int
    flows: tuple[FlowShift, ...]
    balance: tuple[Band, Band] | None
    chances: tuple[ChanceShift, ...]
    joint: tuple[Joint, Joint] | None
    required: RequiredShift | None
    parts: tuple[PartsShift, ...]
    dependence_on: str
    dependence: float | None
    unheard: tuple[Shock, ...]
    undiverted: tuple[Shock, ...]
    too_late: bool

    def flow(self, flow: Flow) -> FlowShift | None:
        """Give one flow's shift."""
        return next((f for f in self.flows if f.flow is flow), None)

    def parts_of(self, flow: Flow, dimension: Dimension) -> PartsShift | None:
        """Give the parts of a flow by item or by market."""
        return next((p for p in self.parts if (p.flow, p.dimension) == (flow, dimension)), None)

    @property
    def headline(self) -> ChanceShift | None:
        """The chance of the target of all exports, of this calendar year."""
        return next((c for c in self.chances if is_headline(c.target, self.year)), None)
