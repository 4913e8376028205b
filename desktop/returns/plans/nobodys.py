"""Tables in English that say nowhere whose trade they are, and show no goods or sectors of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.figures.series import TRADE, UNKNOWN, Flow
from desktop.returns.found_table import Table
from desktop.returns.item_names import bare_name, is_total, item_code, market_code
from desktop.returns.labels import only_flow, sector_named, without_mark
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_MARKET = re.compile(r"\bmarkets?\b")
_STRANGE = 0.25
"""Of the names in our own offices' tables, a smaller part is of no list."""


def is_nobodys(sheet: Sheet, table: Table) -> bool:
    """Say whether the names of a table are no more ours than another country's.

    Only ours has a domestic sector beside the foreign-invested one. Countries alone are anybody's
    partners, unless they are called markets, as our offices do; and where many goods are of no
    list of ours, the list is another's.
    """
    if table.title.flow not in TRADE or table.periods_in_rows:
        return False
    if names_sector(sheet, table):
        return False
    names = list(_names(sheet, table))
    said = [name for name in names if not (is_total(name) or only_flow(folded(name)))]
    goods = [name for name in said if market_code(bare_name(name)) == UNKNOWN]
    strange = [name for name in goods if not _is_ours(name, table.title.flow)]
    if said and not goods:
        return not any(_MARKET.search(folded(t)) for t in (table.title.text, table.label_heading))
    return len(strange) > _STRANGE * len(goods)


def names_sector(sheet: Sheet, table: Table) -> bool:
    """Say whether a row is a sector's."""
    return any(sector_named(folded(name)) for name in _names(sheet, table))


def _names(sheet: Sheet, table: Table) -> Iterator[str]:
    """The names of rows with figures."""
    for number in table.rows:
        if sheet.has_numbers(number):
            yield from (without_mark(t) for c, t in sheet.texts(number) if c in table.labels)


def _is_ours(name: str, flow: Flow | None) -> bool:
    ways = [flow] if flow in TRADE else TRADE
    return any(item_code(name, way) != UNKNOWN for way in ways if way)
