"""The answers about growth and structure: frozen values for pages, commands and workbooks.

Amounts are US dollars, growth and shares fractions, contributions fractions of the base total.
`points` are percentage points as they are shown, to a tenth: beside one another they sum to the
total's. `None` means "not known"; `reason` says why. Rows are sequences that compare as tuples do:
where there are hundreds of them, one is made when it is looked at, and so is all that a page may
leave out: splits of the other flow, groups, the balance, who is above a threshold or grew fast.
A row of a table is a named tuple, as a frozen dataclass takes six times as long to make.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from desktop.analysis.on_sight import Gradual, Ranked
from desktop.figures.figure import Source, Status
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow, Ownership
from desktop.figures.vintage import Vintage

if TYPE_CHECKING:
    from desktop.analysis.inside_results import Apart

_Coded = TypeVar("_Coded")


class Window(StrEnum):
    """Which months are held against the same months a year before."""

    TO_DATE = "to_date"
    MONTH = "month"
    ROLLING_12 = "rolling_12"


class Unsaid(StrEnum):
    """Why there is no number."""

    NO_FIGURE = "no_figure"
    NO_BASE = "no_base"
    ZERO_BASE = "zero_base"
    NEGATIVE_BASE = "negative_base"
    NO_QUANTITY = "no_quantity"
    NO_BASE_QUANTITY = "no_base_quantity"
    ZERO_QUANTITY = "zero_quantity"
    UNIT_CHANGED = "unit_changed"
    PARTS_EXCEED = "parts_exceed"


class PriceVolume(NamedTuple):
    """What of a change in value is due to price, and what to volume.

    `volume_effect` = base value x (quantity / base quantity - 1), `price_effect` the rest: the
    change of the price at the new quantity. The two sum to the change in value exactly.
    Quantities are in `unit` (tonnes or pieces), prices in US dollars for one.
    """

    unit: str
    quantity: float | None
    base_quantity: float | None
    volume_growth: float | None
    price: float | None
    base_price: float | None
    price_growth: float | None
    volume_effect: float | None
    price_effect: float | None
    reason: Unsaid | None
    sources: Sequence[Source] = ()
    base_sources: Sequence[Source] = ()


class Part(NamedTuple):
    """An item, a market or a group of them, against the same months a year before.

    - `growth` is None with a `reason`. Where a whole period cannot be compared for want of a
      month, `common_growth` compares the `common_months` that both years have.
    - `share` and `base_share` are of the total; `share_change` is their difference, but of what
      both periods tell of, as the growth is.
    - `contribution` is the change / the base total: with the rest's they sum to its growth.
    - A group counts the members that have figures: `members`; `alone` are those with a figure in
      one of the two periods only, which growth, `share_change` and contribution leave out;
      `missing` the rest.
    - `within` is the group it lies in, if it does: such a part is not added to the others.
    - `months` are the months up to the last one that counts, the newest last.
    """

    code: str
    value: float | None
    base: float | None
    change: float | None
    growth: float | None
    reason: Unsaid | None
    growth_printed: float | None
    common_growth: float | None
    common_months: int
    share: float | None
    base_share: float | None
    share_change: float | None
    contribution: float | None
    points: float | None
    status: Status | None
    sources: Sequence[Source]
    base_sources: Sequence[Source]
    months: Sequence[float | None]
    price: PriceVolume | None = None
    members: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    within: str = ""


Based = tuple[str, float | None]
"""A code, and its amount a year before (US dollars; None is not known)."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """How far a flow rests on few: sums of squared shares (HHI, 0 to 1), and the five largest.

    Shares are of the total; what is not listed counts as spread thin. `counted` were listed.
    """

    counted: int
    hhi: float | None
    base_hhi: float | None
    hhi_change: float | None
    top: tuple[str, ...]
    top_share: float | None
    base_top: tuple[str, ...]
    base_top_share: float | None
    top_share_change: float | None


@dataclass(frozen=True, slots=True)
class Club:
    """Who is above a threshold (US dollars), who was not a year before, and who no longer is."""

    threshold: float
    members: tuple[str, ...]
    newcomers: tuple[str, ...]
    leavers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Risers:
    """What is new, and what grew faster than the whole, from a base worth speaking of (USD).

    `new` are known to have had less than `least` a year before, and have as much now.
    """

    least: float
    fast: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Split(Gradual):
    """A flow by item or by market: parts, largest first, and the rest that none of them holds.

    `scheme` is the code of the grouping, or empty. `of` is the market whose items, or the item
    whose markets, these are; empty for all. Where `overlapping`, parts count some codes twice:
    the rest is what no part holds, and points do not sum. `notes` say what an official must
    know of the scheme, in Vietnamese and in English. Where the parts exceed the total, the rest
    is below zero and has that for its `reason`: they come from returns that do not agree.
    `apart` says by code why a year to date (the total's too) is not the sum of its months.
    """

    flow: Flow
    dimension: Dimension
    scheme: str
    of: str
    total: Part
    parts: Sequence[Part]
    rest: Part
    overlapping: bool
    notes: tuple[str, str]
    concentration: Concentration
    clubs: tuple[Club, ...]
    risers: Risers
    apart: Mapping[str, Apart]

    def part(self, code: str) -> Part | None:
        """The part of a code."""
        return _of(code, self.parts)

    def column(self, name: str) -> Sequence[Any]:
        """A field of every part, whether the parts are made or not."""
        return _column(self.parts, name)

    @property
    def bases(self) -> Iterable[Based]:
        """The code of each part with its base, made or not."""
        return zip(self.column("code"), self.column("base"), strict=True)

    @property
    def base_of(self) -> Mapping[str, float | None]:
        """The bases by code."""
        return self.parts.base_of if isinstance(self.parts, Ranked) else dict(self.bases)


@dataclass(frozen=True, slots=True)
class Sector:
    """Domestic or foreign-invested trade, with and without crude oil where it is told."""

    ownership: Ownership
    part: Part
    without_crude: Part | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the bridge from last year's balance to this year's (US dollars).

    `change` is what it did to the balance: less imports count as more. `code` is an item, or
    ``OTHER`` for what no item holds.
    """

    flow: Flow
    code: str
    change: float


class Partner(NamedTuple):
    """The balance with one market, and what moved it (US dollars; imports count with a minus)."""

    code: str
    exports: float | None
    imports: float | None
    balance: float | None
    base_balance: float | None
    change: float | None
    from_exports: float | None
    from_imports: float | None
    reason: Unsaid | None


@dataclass(frozen=True, slots=True, eq=False)
class Bridge(Gradual):
    """The balance, a year before, and what moved it; the steps lead from the one to the other.

    `base` + every step's change = `balance`, exactly; `partners` and `rest` sum to the change.
    """

    balance: float | None
    base: float | None
    change: float | None
    from_exports: float | None
    from_imports: float | None
    reason: Unsaid | None
    steps: tuple[Step, ...]
    partners: Sequence[Partner]
    rest: Partner

    def partner(self, code: str) -> Partner | None:
        """The balance with the partner of a code."""
        return _of(code, self.partners)


def _column(rows: Sequence[Any], name: str) -> Sequence[Any]:
    """A field of every row, whether the rows are made or not."""
    return rows.column(name) if isinstance(rows, Ranked) else [getattr(row, name) for row in rows]


def _of(code: str, rows: Sequence[_Coded]) -> _Coded | None:
    """The row of a code; no other is made for it."""
    if isinstance(rows, Ranked):
        return rows.of(code)
    codes = zip(rows, _column(rows, "code"), strict=True)
    return next((row for row, known in codes if known == code), None)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One item's growth on the same month of last year, month by month; None with a reason.

    `statuses` say how firm each month is, of several figures the least firm, `released` when it
    was last told (ISO, or empty); both are empty where they are not known.
    """

    code: str
    value: float | None
    growth: tuple[float | None, ...]
    reasons: tuple[Unsaid | None, ...]
    statuses: tuple[Status | None, ...] = ()
    released: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heat:
    """Growth by item (or market) and month, for one market (or item), the largest first."""

    of: str
    months: tuple[Month, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FlowStructure(Gradual):
    """One flow: by item, by market, and by who traded."""

    flow: Flow
    items: Split
    markets: Split
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Structure(Gradual):
    """All that is said about growth and structure for one month, window and vintage.

    `groupings` are both flows by the schemes that were asked for, where a scheme groups the flow.
    """

    through: Month
    window: Window
    vintage: Vintage
    exports: FlowStructure
    imports: FlowStructure
    bridge: Bridge
    groupings: Sequence[Split]
    emerging: Split | None


@dataclass(frozen=True, slots=True)
class Detail:
    """One market by item, or one item by market: the split, and its growth month by month."""

    split: Split
    heat: Heat


class Untold(StrEnum):
    """Why something of the structure of all trade is not told of a part of it."""

    NO_FIGURE = "no_figure"
    ONE_ITEM = "one_item"
    ONE_MARKET = "one_market"
    NO_QUANTITY = "no_quantity"
    SEVERAL_UNITS = "several_units"
    ALL_TRADE_ONLY = "all_trade_only"


@dataclass(frozen=True, slots=True)
class FlowWithin:
    """One flow within a market, an item or both: how it stands in all trade, and what it holds.

    `part` is against all trade of the flow: its growth, share and contribution; the price of a
    single item beside it. `items` are those of the market, `markets` those that take the item.
    `unsaid` names what is None, with the reason.
    """

    flow: Flow
    part: Part | None
    items: Split | None
    markets: Split | None
    unsaid: Mapping[str, Untold]


@dataclass(frozen=True, slots=True)
class StructureWithin:
    """All that is said about growth and structure within a market, an item or both.

    `groupings` are the splits by the schemes that were asked for, as far as they cut them; `unsaid`
    names what `Structure` has beyond this, and schemes that cut nothing here, with the reason.
    """

    through: Month
    window: Window
    vintage: Vintage
    item: str
    market: str
    exports: FlowWithin
    imports: FlowWithin
    bridge: Bridge | None
    groupings: tuple[Split, ...]
    unsaid: Mapping[str, Untold]
