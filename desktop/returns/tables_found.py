"""Every way in which the tables of a sheet are found, the first that finds any counting."""

from __future__ import annotations

from desktop.returns import goods_above
from desktop.returns.continued import continued, with_units
from desktop.returns.country_size import has_plan, is_a_countrys, is_by_name_a_provinces
from desktop.returns.found_table import Table
from desktop.returns.industry import industry_tables
from desktop.returns.long_list import long_list
from desktop.returns.market_beside import two_names
from desktop.returns.measure_rows import settle_measures
from desktop.returns.names_moved import with_names_in_front
from desktop.returns.plain_table import plain_tables
from desktop.returns.province_form import forms, is_somewhere
from desktop.returns.sheet import Sheet
from desktop.returns.side_by_side import goes_on_beside, side_by_side
from desktop.returns.table import tables


def tables_found(sheet: Sheet, before: Table | None, *, thorough: bool) -> list[Table]:
    """Find what stands on a sheet; `before` is the table that ended the sheet before it.

    `thorough` as in `tables`.
    """
    if listed := long_list(sheet):
        return [listed]
    found = _tables(sheet, before, thorough=thorough)
    with_units(found, before)
    for table in found:
        one_column = two_names(sheet, table) is None
        on = goods_above.go_on_above(table, before)
        table.goods_are_above = one_column and (on or goods_above.are_above(sheet, table))
        settle_measures(sheet, table)
        table.goods_in_capitals = goods_above.are_in_capitals(sheet, table)
    return found


def _tables(sheet: Sheet, before: Table | None, *, thorough: bool) -> list[Table]:
    found = side_by_side(sheet) or goes_on_beside(sheet) or list(tables(sheet, thorough=thorough))
    found = with_names_in_front(sheet, found) or found
    for table in found:
        if has_plan(table) or is_somewhere(table):
            table.is_countrys = is_a_countrys(sheet, table)
        table.is_by_name_a_provinces = is_by_name_a_provinces(sheet, table)
    if any(table.columns or table.title.left_out for table in found):
        return found
    # A line that only speaks of trade, as a note does, may stand beneath a table of another kind.
    others = list(forms(sheet)) or list(industry_tables(sheet, thorough=thorough))
    return others or continued(sheet, before) or plain_tables(sheet) or found
