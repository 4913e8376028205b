"""Goods with their markets beneath them, in one column: "Cà phê", then "Hoa Kỳ", "Đức".

That is the customs' table of partners turned round, and mostly headed alike. Which of the two it
is, the names tell: what stands above comes once, and what stands beneath again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from desktop.figures.series import TOTAL, UNKNOWN, WORLD, Flow
from desktop.returns.found_table import Table
from desktop.returns.grid import Value
from desktop.returns.item_names import bare_name, is_total, item_code, market_code
from desktop.returns.labels import without_mark
from desktop.returns.plans.cell_text import label_of
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.text_numbers import Writing, is_figure, parse, writing_of
from desktop.returns.units import without_unit

_GOODS, _MARKET, _WHOLE = "goods", "market", "whole"
_FEW = 2
"""Markets beneath one kind of goods; fewer prove nothing."""
_GOODS_FIRST = re.compile(
    r"^(?:ten )?(?:mat hang|hang hoa|nhom hang|commodit|items?|goods|products?)\b.*"
    r"(?:thi truong|nuoc|countr|market|partner)"
)
"""A head of names that speaks of goods, and then of markets."""
_ROUNDED = 1.001
_NEAR = 12
"""Rows among which the first market stands; a list of goods alone may be long."""
_Named = tuple[str, str, int]
"""Whether a row is of goods, of a market or of all goods, its code, and the row."""


def are_above(sheet: Sheet, table: Table) -> bool:
    """Say whether a table's rows are goods, and beneath each the markets that it goes to."""
    flow = table.title.flow or Flow.EXPORT
    if flow not in {Flow.EXPORT, Flow.IMPORT} or not table.columns:
        return False
    named: list[_Named] = []
    goods, markets = set[str](), list[str]()
    for kind, code, number in _named(sheet, table, flow):
        if code in goods or (kind is _MARKET and not named):
            return False
        named.append((kind, code, number))
        goods |= {code} if kind is _GOODS else set()
        markets += [code] if kind is _MARKET else []
        if len(named) > _NEAR and not markets:
            return False
    if not (markets and goods):
        return False
    if len(markets) >= _FEW and len(set(markets)) < len(markets):
        return True
    named_first = _GOODS_FIRST.search(folded(table.label_heading)) is not None
    return _add_up(sheet, table, named, 1 if named_first else _FEW)


def go_on_above(table: Table, before: Table | None) -> bool:
    """Say whether a page goes on with the markets of the goods that ended the page before."""
    if before is None or not before.goods_are_above or table.title.flow is not before.title.flow:
        return False
    heads = [column.text for column in table.columns]
    return heads == [column.text for column in before.columns] != []


def are_in_capitals(sheet: Sheet, table: Table) -> bool:
    """Say whether goods are in capitals, too, beneath partners that are: goods come again there."""
    flow = table.title.flow or Flow.EXPORT
    if flow not in {Flow.EXPORT, Flow.IMPORT} or not table.columns:
        return False
    goods, markets = list[str](), list[str]()
    for kind, code, number in _named(sheet, table, flow):
        if kind is _GOODS and not (label_of(sheet, number, table.labels).isupper() and markets):
            return False
        if kind is not _WHOLE:
            (goods if kind is _GOODS else markets).append(code)
        if len(goods) + len(markets) > _NEAR and not markets:
            return False
    return len(set(goods)) < len(goods) and len(set(markets)) == len(markets)


def _named(sheet: Sheet, table: Table, flow: Flow) -> Iterator[_Named]:
    for number in table.rows:
        label = without_mark(without_unit(label_of(sheet, number, table.labels))[0])
        name = bare_name(label)
        if not name:
            continue
        if is_total(name):
            yield _WHOLE, "", number
            continue
        item, market = item_code(label, flow), market_code(name)
        if market not in {UNKNOWN, WORLD} and item == UNKNOWN:
            yield _MARKET, market, number
        elif item not in {UNKNOWN, TOTAL} and market == UNKNOWN:
            yield _GOODS, item, number


def _add_up(sheet: Sheet, table: Table, named: Sequence[_Named], least: int) -> bool:
    """Say whether so many markets stand beneath each kind of goods, and are no more than it."""
    split = [one for one in named if one[0] is not _WHOLE]
    runs = [(kind, [row for *_, row in of]) for kind, of in groupby(split, itemgetter(0))]
    if len(runs) % 2 or any(len(rows) > 1 for kind, rows in runs if kind is _GOODS):
        return False
    values = _values(sheet, table)
    for (_, above), (kind, beneath) in pairwise(runs):
        if kind is _MARKET:
            whole = values.get(above[0])
            parts = [values[n] for n in beneath if n in values]
            if whole is None or len(parts) < least or sum(parts) > whole * _ROUNDED:
                return False
    return True


def _values(sheet: Sheet, table: Table) -> dict[int, float]:
    """The numbers of the first column by row, be they written as texts."""
    column = table.columns[0].number
    found = {n: value for n in table.rows if is_figure(value := sheet.row(n).get(column))}
    writing = writing_of([value for value in found.values() if isinstance(value, str)])
    if writing is Writing.UNDECIDED:  # what is compared may be either, if all of it is
        writing = Writing.DOT_THOUSANDS
    return {n: number for n, v in found.items() if (number := _number(v, writing)) is not None}


def _number(value: Value | None, writing: Writing) -> float | None:
    if not isinstance(value, str):
        return value if isinstance(value, float) else None
    try:
        return float(parse(value, writing))
    except ValueError:
        return None
