"""Goods or markets side by side over rows that are months: "Month | Rice | Coffee | Rubber"."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from desktop.figures.series import HERE, TOTAL, TRADE, UNKNOWN, WORLD, Flow, Measure, Ownership
from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.item_names import is_total, item_code, market_code
from desktop.returns.sheet import Sheet
from desktop.returns.units import NO_UNITS
from desktop.returns.whose_columns import Whose

_LEAST = 2
"""Fewer heads may be names by chance."""


def are_names(sheet: Sheet, number: int, said: Collection[int]) -> bool:
    """Say whether all heads of a row, but what `said` columns tell, are goods, or all markets."""
    texts = [text for column, text in sheet.texts(number) if column not in said]
    named = [text for text in texts if not is_total(text)]
    if len(named) < _LEAST:
        return False
    return all(any(goods(text, way) for way in TRADE) for text in named) or _are_markets(named)


def named_columns(sheet: Sheet, number: int, said: Collection[int]) -> list[Column]:
    """The columns of such a row, each of values, and of its market where it names one."""
    texts = [(column, text) for column, text in sheet.texts(number) if column not in said]
    by_market = _are_markets([text for _, text in texts if not is_total(text)])
    return [
        Column(column, text, Heading(), Measure.VALUE, NO_UNITS, _of(text, by_market=by_market))
        for column, text in texts
    ]


@lru_cache(maxsize=1024)
def goods(text: str, flow: Flow) -> str:
    """The code of the goods that a head names; empty where it names none."""
    code = TOTAL if is_total(text) else item_code(text, flow)
    return "" if code == UNKNOWN else code


def are_partners(columns: Iterable[Column]) -> bool:
    """Say whether columns are named after countries, which may as well be whose trade it is."""
    return any(column.whose.market != WORLD for column in columns)


def _are_markets(texts: Collection[str]) -> bool:
    """Our own country is no market: beside others it is one of those that are compared."""
    return not {UNKNOWN, HERE} & {market_code(text) for text in texts}


def _of(text: str, *, by_market: bool) -> Whose:
    return Whose(market_code(text) if by_market and not is_total(text) else WORLD, Ownership.ALL)
