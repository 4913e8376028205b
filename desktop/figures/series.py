"""What a figure is about: flow, measure, item, market, ownership, province. Codes, not labels."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.figures.coded import Coded

TOTAL = "TOTAL"
"""Item code of a row that is not split by item."""
OTHER = "OTHER"
"""Item code of the "other goods" rows, market code of "other countries"."""
NEW = "NEW:"
"""Begins the code of an item or market that an official named: the rest is its name."""
UNKNOWN = "UNKNOWN"
"""Code of a name that no catalogue knows."""
NO_ITEMS = frozenset({TOTAL, OTHER, UNKNOWN, "GOODS", "SERVICES"})
"""Item codes that stand for no goods of their own: wholes, what is left over, unknown names."""
WORLD = "WORLD"
"""Market code of a row that is not split by market."""
HERE = "VN"
"""Market code of the reporting country: no market of its own trade."""
NATIONAL = ""
"""Province of a national figure. A province's own figures carry its name, those that another
country's office reports about itself that country's ISO code."""

SCALE = 1000
"""Figures are held as whole thousandths of their unit: sums are exact and free of order."""


class Flow(Coded):
    """Which way the goods go.

    `BALANCE` is exports less imports as another country's office prints it; `INDUSTRY` is what is
    made, sold and kept within the country.
    """

    EXPORT = "export"
    IMPORT = "import"
    BALANCE = "balance"
    INDUSTRY = "industry"


TRADE = (Flow.EXPORT, Flow.IMPORT)
"""The two ways of trade, which is what pages, targets and summaries speak of."""


class Measure(Coded):
    """What is measured. Growth is kept as printed, an index (same period last year = 100).

    So are the indices of industry: production, consumption (sales) and inventory.
    """

    VALUE = "value"
    QUANTITY = "quantity"
    GROWTH_VALUE = "growth_value"
    GROWTH_QUANTITY = "growth_quantity"
    PRODUCTION_INDEX = "production_index"
    CONSUMPTION_INDEX = "consumption_index"
    INVENTORY_INDEX = "inventory_index"


class Unit(Coded):
    """The one unit of each measure that the archive holds."""

    USD = "USD"
    TONNES = "t"
    PIECES = "pcs"
    INDEX = "index"


class Ownership(Coded):
    """Who traded: everyone, domestic enterprises, or foreign-invested ones."""

    ALL = "ALL"
    DOMESTIC = "DOMESTIC"
    FDI = "FDI"


@dataclass(frozen=True, order=True, slots=True)
class Series:
    """The subject of a figure, by codes of the catalogues."""

    flow: Flow
    measure: Measure = Measure.VALUE
    item: str = TOTAL
    market: str = WORLD
    ownership: Ownership = Ownership.ALL
    province: str = NATIONAL
