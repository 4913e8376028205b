"""Markets that stand side by side over the columns of a table, each by its exact name."""

from __future__ import annotations

from desktop.figures.series import UNKNOWN, WORLD
from desktop.returns.item_names import is_total, market_code
from desktop.returns.sheet import Sheet

_LEAST = 2
"""One alone may be anything."""
_LONGEST = 100
"""No name of a market is longer, be it in two languages."""


def markets_beside(sheet: Sheet, number: int) -> frozenset[int]:
    """Columns of a row that names several markets, from the first on; none for any other row."""
    texts = sheet.texts(number)
    named = [c for c, text in texts if _is_market(text)]
    if len(named) < _LEAST:
        return frozenset()
    return frozenset(c for c, _ in texts if c >= named[0])


def market_or_whole(text: str) -> str:
    """Code of the market that a text names, of the world for a total; ``UNKNOWN`` for neither."""
    return WORLD if len(text) <= _LONGEST and is_total(text) else _code(text)


def _is_market(text: str) -> bool:
    return _code(text) != UNKNOWN


def _code(text: str) -> str:
    return market_code(text) if len(text) <= _LONGEST else UNKNOWN
