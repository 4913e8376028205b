"""Rows that name their market and their goods in two columns, each of which may be left to a merge.

The outer of the two is printed once for many rows, merged over them or only on the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.item_names import is_total
from desktop.returns.labels import Kind, Labels
from desktop.returns.list_labels import ListLabels
from desktop.returns.list_rows import ListReader
from desktop.returns.names import Names
from desktop.returns.names_seen import NamesSeen
from desktop.returns.orders import Orders
from desktop.returns.partner_labels import PartnerLabels
from desktop.returns.sheet import Sheet
from desktop.returns.table_rows import TableReader
from desktop.returns.text import folded

_MARKET_HEAD = re.compile(
    r"^(?:ten )?(?:thi truong|(?:khoi )?nuoc|vung lanh tho|doi tac|countr|markets?\b|partners?\b)"
)
_GOODS_HEAD = re.compile(
    r"^(?:ten )?(?:mat hang|hang hoa|hang\b|nhom hang|san pham|commodit|items?\b|products?\b|goods)"
)
_ALL_MARKETS = "TỔNG"
"""Read before a row that names no market where each row names its own."""


@dataclass(frozen=True, slots=True)
class TwoNames:
    """The columns of markets and of goods, and those of the names that stand in each row."""

    market: int
    goods: int

    @property
    def markets_are_outer(self) -> bool:
        """True where a market heads its goods, and not a kind of goods its markets."""
        return self.market < self.goods


def two_names(sheet: Sheet, table: Table) -> TwoNames | None:
    """Find the columns by their heads; None where one column holds both."""
    first, last = table.heading_rows
    heads = [
        (c, folded(text)) for n in sheet.numbers if first - 1 <= n <= last
        for c, text in sheet.texts(n) if c in table.labels
    ]  # fmt: skip
    markets = {c for c, text in heads if _MARKET_HEAD.search(text)}
    goods = {c for c, text in heads if _GOODS_HEAD.search(text)}
    both = any(_GOODS_HEAD.search(text) and _MARKET_HEAD.search(text) for _, text in heads)
    if both or len(markets) != 1 or len(goods) != 1 or markets == goods:
        return None
    return TwoNames(markets.pop(), goods.pop())


def table_reader(
    sheet: Sheet, table: Table, bound: Sequence[Bound], labels: Labels, names: Names,
    names_seen: NamesSeen, *, zeros_are_blanks: bool, orders: Orders,
) -> TableReader:  # fmt: skip
    """Give the reader of a table's rows, by what names them."""
    if isinstance(labels, ListLabels):
        return ListReader(
            sheet, table, bound, labels, names, names_seen, zeros_are_blanks, orders
        )  # fmt: skip
    beside = isinstance(labels, PartnerLabels) and two_names(sheet, table)
    kind = _MarketBeside if beside else TableReader
    return kind(sheet, table, bound, labels, names, names_seen, zeros_are_blanks, orders)


class _MarketBeside(TableReader):
    """Reads each row as the customs would print it: its market first, then its goods."""

    @cached_property
    def _two(self) -> TwoNames:
        found = two_names(self.sheet, self.table)
        assert found is not None  # `table_reader` asked
        return found

    @cached_property
    def _named(self) -> Mapping[int, tuple[str, str]]:
        """Market and goods of each row, the outer carried down to the rows beneath its own."""
        two, found = self._two, {}
        outer, inner = sorted((two.market, two.goods))
        last = ""
        for number in self.table.rows:
            own, name = self._text(number, outer), self._text(number, inner)
            last = own or last
            whole = own if own and not name else last if name and not is_total(name) else own
            found[number] = (whole, name) if two.markets_are_outer else (name, whole)
        return found

    def _text(self, number: int, column: int) -> str:
        """What stands in a cell, or in the one that it is merged with."""
        row, at = self.sheet.owner(number, column)
        return next((text for c, text in self.sheet.texts(row) if c == at), "")

    def _row(self, number: int) -> None:
        market, goods = self._named[number]
        if goods:
            self._heed(market, number)
        super()._row(number)

    def _heed(self, market: str, number: int) -> None:
        """Read the row's market as a partner without figures, in capitals as the customs do."""
        head = _ALL_MARKETS if not market or is_total(market) else market.upper()
        if self.labels.read(head, has_figures=False).kind is Kind.UNKNOWN_MARKET:
            self._partners[head] = address(number, self._two.market)

    def _label_texts(self, number: int) -> list[str]:
        market, goods = self._named.get(number, ("", ""))
        if market and (not goods or (is_total(goods) and not is_total(market))):
            return [market.upper()]
        return [goods] if goods else []

    def _place(self, number: int) -> str:
        market, goods = self._named[number]
        return address(number, self._two.goods if goods or not market else self._two.market)
