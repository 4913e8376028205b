"""Trade made by hand for the window's tests: two years by item and market, told by the analysis."""

from __future__ import annotations

import threading
from functools import cache

from desktop.figures.series import Flow
from desktop.workflow.laid_books import LaidBooks
from desktop.workflow.structuring import Structuring
from tests.analysis.conftest import Printer
from tests.analysis.structure.traded import books, quantity

SOLD = {
    ("US", "ELEC"): (3000, 4200), ("US", "WOOD"): (900, 800), ("CN", "ELEC"): (2000, 2100),
    ("CN", "COFFEE"): (300, 450), ("DE", "COFFEE"): (500, 700), ("GH", "RICE"): (60, 120),
}  # fmt: skip
"""Millions of US dollars a month: in 2024, in 2025."""
BOUGHT = {("CN", "ELEC"): (5000, 6000), ("US", "COTTON"): (400, 500), ("DE", "CHEM"): (300, 250)}
COFFEE = (100_000, 105_000)


@cache
def traded():
    """Lay out two years, June 2025 the last month."""
    printer = Printer().of_return("2025-07-06")
    for flow, pairs in ((Flow.EXPORT, SOLD), (Flow.IMPORT, BOUGHT)):
        for place, (year, months) in enumerate(((2024, 12), (2025, 6))):
            amounts = {codes: both[place] for codes, both in pairs.items()}
            printer.year((sum(amounts.values()),) * months, year, flow=flow)
            for (market, item), amount in amounts.items():
                printer.year((amount,) * months, year, flow=flow, market=market, item=item)
            for name, at in (("market", 0), ("item", 1)):
                for code in {codes[at] for codes in amounts}:
                    whole = sum(a for codes, a in amounts.items() if codes[at] == code)
                    printer.year((whole,) * months, year, flow=flow, **{name: code})
    for tonnes, year, months in zip(COFFEE, (2024, 2025), (12, 6), strict=True):
        for number in range(1, months + 1):
            quantity(printer, tonnes, f"{year}-{number:02d}", item="COFFEE")
    return books(printer.frame())


class ExampleStructure(Structuring):
    """Answers the errands on structure from the trade above."""

    _lock, _books = threading.RLock(), LaidBooks()

    def _laid_out(self, _wanted):
        return traded()
