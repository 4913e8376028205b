"""Does a table agree with itself about its month? Title, month, year to date and growth say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.returns import headings
from desktop.returns.binding import Bound, Dating
from desktop.returns.grid import address
from desktop.returns.sheet import Sheet
from desktop.returns.table import Table

_HISTORY = 6
"""A table of more months than this is a history; its year to date, if any, is none of them."""

Claim = tuple[Month, Bound]
"""A month that the table is about, by the newest column of one kind."""


def wrong_month(
    sheet: Sheet, table: Table, bound: Sequence[Bound], dated: Dating
) -> Finding | None:
    """Find the heading that names another month than the rest of its table."""
    if dated.conflict and dated.title_month:
        return _finding(
            sheet, title_cell(sheet, table, dated.title_month), dated.title_month, dated.month
        )
    claims = list(_claims(bound))
    agreed = _agreed(claims) if claims else None
    for month, column in claims:
        if agreed and month != agreed:
            return _finding(sheet, heading_cell(sheet, table, column.number), month, agreed)
    return None


def month_cell(sheet: Sheet, table: Table, bound: Sequence[Bound], month: Month) -> str:
    """The cell that says the table is about the month; empty where none does."""
    columns = [b.number for m, b in _claims(bound) if m == month]
    cell = heading_cell(sheet, table, columns[0]) if columns else ""
    return cell or title_cell(sheet, table, month)


def title_cell(sheet: Sheet, table: Table, month: Month) -> str:
    """The cell of the line above the columns that names the month; empty where none does."""
    for number in _above(sheet, table):
        for column, text in sheet.texts(number):
            if text in table.above and headings.read(text).last_month == month.number:
                return address(number, column)
    return ""


def heading_cell(sheet: Sheet, table: Table, column: int) -> str:
    """The cell over a column that names its month; empty where none does."""
    for number in reversed(_above(sheet, table)):
        owner = sheet.owner(number, column)
        for row, at in (owner, (number, column - 1)):
            text = sheet.row(row).get(at)
            if isinstance(text, str) and text not in table.above and headings.read(text).number:
                return address(row, at)
    return ""


def _above(sheet: Sheet, table: Table) -> list[int]:
    first = table.rows[0] if table.rows else 0
    return [number for number in sheet.numbers if number < first]


def _finding(sheet: Sheet, cell: str, found: Month | None, expected: Month | None) -> Finding:
    return Finding(Severity.ERROR, "wrong_month", sheet.name, cell, str(found), str(expected))


def _agreed(claims: Sequence[Claim]) -> Month:
    """The month that most say; of equals the end of the year to date, which comes second."""
    votes = Counter(month for month, _ in claims)
    most = max(votes.values())
    return next(month for month, _ in (*claims[1:], claims[0]) if votes[month] == most)


def _claims(bound: Sequence[Bound]) -> Iterator[Claim]:
    """The newest month, the end of the newest year to date, and the same two of growth."""
    taken = [b for b in bound if b.period and not b.left_out]
    if len({b.period for b in taken if b.period and b.period.basis is Basis.MONTH}) > _HISTORY:
        return
    for growth in (False, True):
        columns = [b for b in taken if b.growth is growth]
        month = _newest(columns, Basis.MONTH)
        if month:
            yield month
        yield from _to_date(columns, month[0] if month else None)


def _to_date(columns: Sequence[Bound], month: Month | None) -> Iterator[Claim]:
    """The year to date under any name: the first quarter and the whole year are one too."""
    for b in columns:
        period = b.period
        if period and period.end == month and period.counts_from_january and period.months > 1:
            yield period.end, b
            return
    if to_date := _newest(columns, Basis.CUMULATIVE):
        yield to_date


def _newest(columns: Sequence[Bound], basis: Basis) -> Claim | None:
    ends = [(b.period.end, b) for b in columns if b.period and b.period.basis is basis]
    newest = max((end for end, _ in ends), default=None)
    return next((claim for claim in ends if claim[0] == newest), None)
