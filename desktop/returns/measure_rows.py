"""Items with quantity and value on rows of their own, beneath the name or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop.figures.series import UNKNOWN, Measure
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.item_names import market_code
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.units import units

_ONLY = re.compile(
    r"^[-+*\u2013. ]*(?:so luong|khoi luong|san luong|luong|tri gia|gia tri|kim ngach"
    r"|quantity|volume|values?)(?: ?\([^)]*\))?$"
)
_BESIDE = 2
_OF_A_COUNTRY = 2
"""Letters of a country's code; those of regions have more."""


@lru_cache(maxsize=8192)
def is_measure(label: str) -> bool:
    """Say whether a label names a measure and no goods."""
    return bool(_ONLY.search(folded(label)))


def settle_measures(sheet: Sheet, table: Table) -> None:
    """Find out whether rows say what they measure, whatever the title calls all of them.

    They name quantities and values, or stand beneath their goods in another unit, or are of both
    kinds by the column of units. Where that weighs all of a table of values, nobody knows.
    """
    if all(c.measure or c.heading.measure for c in table.columns):
        return  # the title is not asked
    texts = (text for n in table.rows for c, text in sheet.texts(n) if c in table.labels)
    said = {headings.measure(text) for text in texts if is_measure(text)}
    table.measured_by_rows = len(said) > 1 or bool(table.unit_rows)
    told = (c.measure or c.heading.measure or c.units.money for c in table.columns)
    if table.measured_by_rows or not table.unit_column or any(told):
        return
    if headings.measure(table.title.text) is not Measure.VALUE:
        return
    printed = (sheet.row(n).get(table.unit_column) for n in table.rows)
    known = {text: units(text) for text in printed if isinstance(text, str)}
    weighed = [t for t, u in known.items() if u and u.money is None]
    if weighed and (table.units.money is None or len(weighed) < len(known)):
        table.measured_by_rows = True
    elif weighed:
        table.units_denied = (weighed[0], "USD")
        table.units = table.units._replace(money=None)


def _within_region(texts: Sequence[str]) -> str:
    """A market's name, where a region's stands before it; empty for anything else."""
    if len(texts) != _BESIDE:
        return ""
    region, name = texts
    code = market_code(region)
    is_region = code != UNKNOWN and len(code) > _OF_A_COUNTRY
    return name if is_region and market_code(name) != UNKNOWN else ""


class MeasureRows:
    """Puts the name that stands above in the place of a measure, row by row from the top."""

    def __init__(self) -> None:
        """Start above the first row."""
        self._above = ""

    def named(self, label: str) -> tuple[str, Measure | None]:
        """Give the name that a row's figures are of, and the measure that the row says, if any."""
        said = headings.measure(label) if is_measure(label) else None
        if said is None:
            self._above = label
        return (self._above, said) if said and self._above else (label, None)

    def beside(self, texts: Sequence[str]) -> tuple[str, Measure | None]:
        """Give name and measure of a row that says the one beside the other; empty for others.

        Of a market beside its region's name ("Asia | China") the market's.
        """
        *named, last = texts or ("",)
        said = headings.measure(last) if named and is_measure(last) else None
        if said is None:
            return _within_region(texts), None
        self._above = " ".join(named)
        return self._above, said
