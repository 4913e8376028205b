"""The outlook of a year as frozen values, from which window, terminal and reports draw alike.

Amounts are US dollars, chances and growth fractions; `None` means "cannot say", never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop.figures.series import Flow
from desktop.figures.target import Scope

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.analysis.landing import Landing
    from desktop.figures.figure import Status
    from desktop.figures.groupings import Dimension
    from desktop.figures.month import Month
    from desktop.figures.target import Target
    from desktop.figures.vintage import Vintage


class Rule(StrEnum):
    """How a year's end may be told from its first months: ours, and what officials do by hand."""

    LANDING = "landing"
    SEASON = "season"
    CARRIED = "carried"
    LINEAR = "linear"


class Unsaid(StrEnum):
    """Why there is no chance."""

    NO_LANDING = "no_landing"
    NO_VALUE = "no_value"
    OTHER_MONTHS = "other_months"
    NO_PART = "no_part"
    NOT_SPLIT = "not_split"


@dataclass(frozen=True, slots=True)
class Band:
    """The median, and what 50, 80 and 95 of a hundred outcomes lie in: (low, high)."""

    median: float
    half: tuple[float, float]
    most: tuple[float, float]
    nearly_all: tuple[float, float]


@dataclass(frozen=True, slots=True)
class FanPoint:
    """A month to come: what it may bring, and January to it."""

    month: Month
    alone: Band
    to_date: Band


@dataclass(frozen=True, slots=True)
class Seen:
    """How the year's end looked after a month, by the figures that were known by then.

    Where none of the returns tells what was known then, today's figures serve: `by_hindsight`.
    `chance` is that of the target in force today.
    """

    month: Month
    median: float
    low: float
    high: float
    chance: float | None
    by_hindsight: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What moved the median since the month before; the three sum to `change`.

    `revision` is what the earlier months' new figures did, `tet` what the place of Tết did to the
    newest month's meaning, `news` what the newest month brought beyond that; `surprise` says in
    standard deviations how far it lay off what was expected.
    """

    change: float
    revision: float
    tet: float
    news: float
    surprise: float | None


@dataclass(frozen=True, slots=True)
class Record:
    """How wrong each rule would have been at the same month of past years.

    `errors` are the mean absolute errors of the annual total, as fractions of it; `by_year` the
    signed errors of each year. `held` is how many of the years ended within our 80 % band.
    """

    years: tuple[int, ...]
    errors: Mapping[Rule, float]
    by_year: Mapping[int, Mapping[Rule, float]]
    held: int


class Fanned(Protocol):
    """What charts go on with: January to the last month (USD), a point for each month left."""

    @property
    def known(self) -> float:
        """January to the last month."""

    @property
    def fan(self) -> tuple[FanPoint, ...]:
        """The months left."""


@dataclass(frozen=True, slots=True)
class FlowOutlook:
    """Where one flow's year ends. Without a `band` the landing's reasons say why.

    `known` is January to the last month as published, `base` the year before; `growth` is the
    median's. `status` says how firm the last month is. `fan` has a point for each month left;
    `seen` one for each month since January.
    """

    flow: Flow
    landing: Landing
    known: float
    base: float | None
    band: Band | None
    growth: float | None
    status: Status | None
    fan: tuple[FanPoint, ...]
    seen: tuple[Seen, ...]
    move: Move | None
    record: Record | None


@dataclass(frozen=True, slots=True)
class BalanceOutlook:
    """Exports less imports at the end of the year, from their joint paths.

    `correlation` is that of the surprises of both flows.
    """

    known: float
    base: float | None
    band: Band
    correlation: float


@dataclass(frozen=True, slots=True)
class TargetChance:
    """How likely a target in force is met: its low end, and the high end of a range.

    `low`, `high` and `band` are US dollars, of a share fractions. Without a chance `unsaid` says
    why.
    """

    target: Target
    low: float | None
    high: float | None
    chance: float | None
    chance_high: float | None
    band: Band | None
    unsaid: Unsaid | None = None

    @property
    def scope(self) -> Scope:
        """What it is about."""
        return self.target.scope


@dataclass(frozen=True, slots=True)
class Joint:
    """The chance that several targets are all met at once, and how many they are."""

    targets: int
    chance: float


@dataclass(frozen=True, slots=True)
class PartOutlook:
    """Where an item or a market ends its year; `years` are those that its forecast rests on."""

    code: str
    known: float
    base: float | None
    band: Band
    growth: float | None
    years: int


@dataclass(frozen=True, slots=True)
class PartsOutlook:
    """The parts of a flow by item or by market, the largest first, and the rest beyond them.

    On every path they sum to the flow's total. `silent` are codes without the figures it takes.
    """

    flow: Flow
    dimension: Dimension
    parts: tuple[PartOutlook, ...]
    rest: Band
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """By how much the months left must grow on last year's for the target to be so likely.

    `expected` is the growth that the median means.
    """

    chance: float
    growth: float
    expected: float


@dataclass(frozen=True, slots=True)
class Lever:
    """What growth of one market or item alone would bring the target to the chances of `ASKED`.

    `expected` is what its months left are to bring (the median, USD), `growth` that against the
    same months a year before; `needed` the growth for each chance: None where no growth of it
    alone would do, -1 where the target is as likely even if it brought nothing more.
    """

    dimension: Dimension
    code: str
    expected: float
    growth: float
    needed: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that is said about the end of a year.

    `joint` is of all targets that have a chance, `needed` and `levers` of the target of all
    exports. `met` says on which paths each target is met.
    """

    year: int
    through: Month
    vintage: Vintage
    exports: FlowOutlook
    imports: FlowOutlook
    balance: BalanceOutlook | None
    chances: tuple[TargetChance, ...]
    joint: Joint | None
    parts: tuple[PartsOutlook, ...]
    needed: tuple[Needed, ...] = ()
    levers: tuple[Lever, ...] = ()
    met: Mapping[Target, NDArray[np.bool_]] = field(default_factory=dict, compare=False, repr=False)

    def flow(self, flow: Flow) -> FlowOutlook:
        """Give the outlook of exports or imports."""
        return self.imports if flow is Flow.IMPORT else self.exports

    def parts_of(self, flow: Flow, dimension: Dimension) -> PartsOutlook | None:
        """Give the parts of a flow by item or by market."""
        return next((p for p in self.parts if (p.flow, p.dimension) == (flow, dimension)), None)

    @property
    def headline(self) -> TargetChance | None:
        """The chance of the target of all exports, of this calendar year."""
        return next((c for c in self.chances if is_headline(c.target, self.year)), None)


def is_headline(target: Target, year: int) -> bool:
    """Say whether a target is that of all exports, of a calendar year."""
    return target.scope == Scope(Flow.EXPORT) and target.is_of_year(year)
