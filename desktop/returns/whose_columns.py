"""Markets or sectors side by side over the columns of a table, each by its exact name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from desktop.figures.series import UNKNOWN, WORLD, Ownership
from desktop.returns.heading_texts import says_whose
from desktop.returns.item_names import is_total, market_code
from desktop.returns.labels import WITHOUT_CRUDE, sector_named
from desktop.returns.one_partner import names_a_market, partner_named
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_LEAST = 2
"""One alone may be anything; a sector is parted from the other, or from the whole."""
_LONGEST = 100
"""No name of a market is longer, be it in two languages."""


class Whose(NamedTuple):
    """Whose trade a column is: a market's, a sector's; the world's and everyone's for a total.

    `market` is empty where nothing is said, and ``UNKNOWN`` where nobody knows the name.
    """

    market: str = ""
    ownership: Ownership = Ownership.ALL

    @property
    def is_part(self) -> bool:
        """True for one market or one sector."""
        return self.market not in {"", UNKNOWN, WORLD} or self.ownership is not Ownership.ALL


EVERYONES = Whose()
_WHOLE = Whose(WORLD)


def whose(text: str) -> Whose:
    """Read the name over a column."""
    if len(text) > _LONGEST:
        return Whose(UNKNOWN)
    if is_total(text):
        return _WHOLE
    plain = folded(text)
    if ownership := sector_named(plain):
        return Whose(UNKNOWN if WITHOUT_CRUDE.search(plain) else WORLD, ownership)
    return Whose(market_code(text))


def named_beside(sheet: Sheet, number: int) -> frozenset[int]:
    """Columns of a row that names several markets or sectors; none for any other row."""
    texts = [(column, whose(text)) for column, text in sheet.texts(number)]
    known = [(column, found) for column, found in texts if found.market != UNKNOWN]
    parts = {found for _, found in known if found.is_part}
    sectors = any(found.ownership is not Ownership.ALL for found in parts)
    counted = {found for _, found in known} if sectors else parts
    if len(counted) < _LEAST:
        return frozenset()
    first = min(column for column, _ in known)
    return frozenset(column for column, _ in texts if column >= first)


@lru_cache(maxsize=4096)
def speaks_of_part(text: str) -> bool:
    """Say whether a heading that stands alone is one market's or one sector's: "T3 sang Hoa Kỳ"."""
    return sector_named(folded(text)) is not None or partner_named(text) != ""


def says_whose_trade(text: str, beside: int) -> bool:
    """Say whether a text, one of so many of a row, says whose a table is and heads no names.

    "Khu vực kinh tế trong nước" alone in its row does, and "Thị trường châu Á".
    """
    plain = folded(text)
    if says_whose(plain, beside):
        return True
    return beside == 1 and (sector_named(plain) is not None or names_a_market(text))
