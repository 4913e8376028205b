"""The statistics office's industry tables: production, and what was sold and kept, as indices.

Every column compares: with the same month or period of last year (taken, last year = 100), with
the month before or with a base year (left out). Stocks are counted on a day ("thời điểm
1/4/2015"): that is the end of the month before, which is the month they are filed under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from desktop.figures.month import Month
from desktop.figures.series import Flow, Measure, Ownership
from desktop.returns.grid import MAX_ROW
from desktop.returns.heading_block import Column
from desktop.returns.industry_labels import IndustryLabels
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.table import Start, Table, tables_at
from desktop.returns.text import folded
from desktop.returns.titles import Title

_PRODUCTION = re.compile(
    r"\bchi so (?:khoi luong )?san xuat (?:(?:nganh|toan nganh) )?cong nghiep\b"
    r"|\bind(?:ex|ices) of industrial production\b|\bindustrial production ind(?:ex|ices)\b|\biip\b"
)
_SALES = re.compile(
    r"\bchi so (?:tieu thu|ton kho)\b.*\b(?:cong nghiep|che bien)\b"
    r"|\b(?:consumption|sales|shipments?|inventor\w+|stocks?)\b.*\bind(?:ex|ices)\b.*"
    r"\b(?:manufactur|industr)"
    r"|\bind(?:ex|ices) of (?:consumption|sales|shipments?)\b.*\b(?:manufactur|industr)"
)
_VALUE = re.compile(r"\bgia tri san xuat (?:(?:nganh|toan nganh) )?cong nghiep\b")
_STOCKS = re.compile(r"\bton kho\b|\binventor\w*|\bstocks?\b")
_LOOKALIKES = (
    (_VALUE, "constant_prices"),
    (
        re.compile(r"\bcac quy\b|\b(?:every|each|by) quarter\b|\bquarters\b|\bquarterly\b"),
        "quarters",
    ),
    (
        re.compile(r"\bdia phuong\b|\btinh,? thanh pho\b|\bdia ban\b|\bprovinces?\b"),
        "by_province",
    ),
)
_LONGEST = 160
_TITLE_ROWS = 8
"""The first title stands among the first rows; a continuation may stand anywhere beneath."""
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})(?!\d)")


def industry_tables(sheet: Sheet) -> Iterator[Table]:
    """Find the industry tables of a sheet that has none of trade; look-alikes come marked."""
    near = sheet.numbers[:_TITLE_ROWS]
    if not any(_is_title(text) for number in near for _, text in sheet.texts(number)):
        return
    yield from tables_at(sheet, list(_starts(sheet)), days=True)


def _starts(sheet: Sheet) -> Iterator[Start]:
    for number in sheet.numbers:
        if number >= MAX_ROW or any(isinstance(v, float) for v in sheet.row(number).values()):
            continue
        for column, text in sheet.texts(number):
            # A heading of a column ("Chỉ số tiêu thụ") says less, further to the right.
            if column <= 2 and _is_title(text):
                yield number, number, _title(sheet, number, text)
                break


def _is_title(text: str) -> bool:
    plain = folded(text)
    if len(plain) > _LONGEST:
        return False
    return any(p.search(plain) for p in (_PRODUCTION, _SALES, _VALUE))


def _title(sheet: Sheet, number: int, text: str) -> Title:
    """The title with the line beneath, by which some tables first say whose they are."""
    beneath = " ".join(t for c, t in sheet.texts(number + 1) if c <= 2)
    plain = folded(f"{text} {beneath}")
    left_out = next((code for pattern, code in _LOOKALIKES if pattern.search(plain)), "")
    return Title(text, Flow.INDUSTRY, Ownership.ALL, left_out)


def _is_production(table: Table) -> bool:
    return _is_ours(table) and bool(_PRODUCTION.search(folded(table.title.text)))


def _is_ours(table: Table) -> bool:
    return table.title.flow is Flow.INDUSTRY


def _production(_: Sheet, table: Table) -> Prepared:
    table.columns = tuple(
        replace(column, measure=Measure.PRODUCTION_INDEX) for column in table.columns
    )
    return table, ()


def _sales(_: Sheet, table: Table) -> Prepared:
    table.columns = tuple(map(_sold_or_kept, table.columns))
    return table, ()


def _sold_or_kept(column: Column) -> Column:
    if not _STOCKS.search(folded(column.text)):
        return replace(column, measure=Measure.CONSUMPTION_INDEX)
    heading = column.heading
    if month := _month_that_ended(column.text):
        heading = replace(heading, span=Span.MONTH, number=month.number, year=month.year)
    return replace(column, measure=Measure.INVENTORY_INDEX, heading=heading)


def _month_that_ended(text: str) -> Month | None:
    """The month whose end a day of counting stands for: 31/12/2024 and 1/1/2025 say the same."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    month = Month.of(day)
    return month if day == month.last_day else Month.of(day.replace(day=1) - timedelta(days=1))


RECIPES = (
    Recipe("gso_production", "GSO", _is_production, IndustryLabels, _production, beside=True),
    Recipe("gso_sales_stocks", "GSO", _is_ours, IndustryLabels, _sales, beside=True),
)
