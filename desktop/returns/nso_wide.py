"""The statistics office's wide workbooks: items or partners by month, over several years.

Two columns stand under each month: quantity and value, or exports and imports. The year is
printed only where its band of months begins, and the title names another year than the last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from desktop.figures.finding import Finding, Severity
from desktop.returns import customs
from desktop.returns.cells import numbers_in
from desktop.returns.country_size import is_trade_of_a_month
from desktop.returns.found_table import Table
from desktop.returns.heading_block import Column
from desktop.returns.item_names import is_total
from desktop.returns.labels import without_mark
from desktop.returns.nso_wide_labels import WideItemLabels
from desktop.returns.partner_labels import WidePartnerLabels
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.units import Units

_MANY = 6
_PAIR = 2
_THOUSAND = 1_000
_PARTNERS = re.compile(r"\b(?:khoi nuoc|nuoc|vung lanh tho|thi truong|countr|partner|territor)")
_BY_PARTNER = re.compile(
    r"\btheo (?:khoi )?(?:nuoc|thi truong|doi tac)\b|\bby (?:countr|market|partner)"
)
_MONTHS = re.compile(r"\b(?:cac|theo) thang\b|\bby month|\bmonthly\b")
_UNITS = {1: "USD", _THOUSAND: "1,000 USD", 1_000_000: "1,000,000 USD"}


def _is_by_partner(table: Table) -> bool:
    if not _is_over_months(table):
        return False
    heading, title = folded(table.label_heading), folded(table.title.text)
    return bool(_PARTNERS.search(heading) or _BY_PARTNER.search(title))


def _is_by_item(table: Table) -> bool:
    """Tell it from a history of values alone by its pairs of columns, or by its unit."""
    if not _is_over_months(table):
        return False
    pairs = Counter((c.heading.year, c.heading.number) for c in _monthly(table))
    money = {table.units.money, *(c.units.money for c in table.columns)}
    return median(pairs.values()) >= _PAIR or _THOUSAND in money


def _is_over_months(table: Table) -> bool:
    """Say whether months stand side by side: many, or nothing else under a title that says so."""
    monthly = _monthly(table)
    if _MONTHS.search(folded(table.title.text)) and len(monthly) == len(table.columns) > 0:
        return True
    return len({(c.heading.year, c.heading.number) for c in monthly}) > _MANY


def _monthly(table: Table) -> list[Column]:
    return [c for c in table.columns if c.heading.span is Span.MONTH and not c.heading.compared]


def prepared(sheet: Sheet, table: Table) -> Prepared:
    """Carry the years to the right, and settle what the sheet says about units."""
    customs.prepared(sheet, table)
    table.columns = tuple(_with_years(table.columns))
    # "Lượng (Tấn)" stands over all goods alike; it is a note about the table, not about cars.
    weights = [c.units.weight for c in table.columns if c.units.weight]
    if weights and table.units.weight is None:
        table.units = table.units.over(Units(weight=weights[0]))
        table.columns = tuple(
            replace(c, units=c.units._replace(weight=None)) for c in table.columns
        )
    if table.units.money is not None or any(c.units.money for c in table.columns):
        return table, ()
    return table, tuple(_inferred_unit(sheet, table))


def _with_years(columns: tuple[Column, ...]) -> Iterator[Column]:
    """A column without a year belongs to the year at its left; after December comes the next.

    A year that goes back while the months go on is a stray one over the whole sheet; and months
    that begin anew under the year they had are those of the next, whose number was left out.
    """
    year, month = 0, 0
    taken: set[tuple[object, ...]] = set()
    for column in columns:
        heading = column.heading
        if heading.span is not Span.MONTH:
            yield _of_the_band(column, year)
            continue
        goes_on = heading.number >= month
        if heading.year is not None and not (heading.year < year and goes_on):
            year = heading.year
        elif year and not goes_on:
            year += 1
        month = heading.number
        if not goes_on and (year, month, column.measure, heading.flow) in taken:
            year += 1
        taken.add((year, month, column.measure, heading.flow))
        yield replace(column, heading=replace(heading, year=year or None))


def _of_the_band(column: Column, year: int) -> Column:
    """Lend a band's year to the sum behind its months ("12 tháng", "Cả năm")."""
    heading = column.heading
    if heading.span is Span.NONE or heading.compared or heading.year is not None:
        return column
    return replace(column, heading=replace(heading, year=year or None))


def _inferred_unit(sheet: Sheet, table: Table) -> Iterator[Finding]:
    """Take the unit under which the total is a month's trade of the country, and say so."""
    total = _total(sheet, table)
    factor = next((f for f in _UNITS if is_trade_of_a_month(total * f)), None)
    if factor is not None:
        table.units = table.units._replace(money=factor)
        yield Finding(
            Severity.WARNING, "unit_inferred", sheet.name, "",
            f"{total:,.0f}", _UNITS[factor], table.title.text,
        )  # fmt: skip


def _total(sheet: Sheet, table: Table) -> float:
    """The middle of the total's row; 0 where there is none."""
    columns = {c.number for c in _monthly(table)}
    for number in table.rows:
        row = sheet.row(number)
        if any(
            is_total(without_mark(text)) for c, text in sheet.texts(number) if c in table.labels
        ):
            printed = [
                number for number in numbers_in(row[c] for c in columns if c in row) if number
            ]
            return median(printed) if printed else 0.0
    return 0.0


RECIPES = (
    Recipe("nso_wide_partners", "GSO", _is_by_partner, WidePartnerLabels, prepared,
           zeros_are_blanks=True, names_partners=True),
    Recipe("nso_wide_items", "GSO", _is_by_item, WideItemLabels, prepared, zeros_are_blanks=True),
)  # fmt: skip
