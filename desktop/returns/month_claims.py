"""Does a table agree with itself about its month? Title, month, year to date and growth say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.figures.figure import Status
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis
from desktop.returns import headings
from desktop.returns.binding import Bound, Dating
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.sheet import Sheet

_HISTORY = 6
"""A table of more months than this is a history; its year to date, if any, is none of them."""
_PARTS = 2
"""So is one of more parts of a year that begin with it: "6 tháng", "9 tháng", "Cả năm"."""
_FIRM = frozenset({Status.ACTUAL, Status.PRELIMINARY, Status.FINAL})

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
    said = list(claims(bound))
    agreed = _agreed(said) if said else None
    for month, column in said:
        if agreed and month != agreed:
            return _finding(sheet, heading_cell(sheet, table, column.number), month, agreed)
    return None


def month_cell(sheet: Sheet, table: Table, bound: Sequence[Bound], month: Month) -> str:
    """The cell that says the table is about the month; empty where none does."""
    columns = [b.number for m, b in claims(bound) if m == month]
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


def _agreed(said: Sequence[Claim]) -> Month:
    """The month that most say; of equals the end of the year to date, which comes second."""
    votes = Counter(month for month, _ in said)
    most = max(votes.values())
    return next(month for month, _ in (*said[1:], said[0]) if votes[month] == most)


def claims(bound: Sequence[Bound]) -> Iterator[Claim]:
    """The newest month, the end of the newest year to date, and the same two of growth.

    The growth of an earlier figure that the table prints too says nothing of the table's month,
    where the newest has its growth as well.
    """
    taken = [b for b in bound if b.period and not b.left_out]
    months = {b.period for b in taken if b.period and b.period.basis is Basis.MONTH}
    if len(months) > _HISTORY or _are_parts(taken):
        return
    levels = [b for b in taken if not b.growth]
    said = list(_newest_two(levels))
    yield from said
    last = max((month for month, _ in said), default=None)
    growing = [b for b in taken if b.growth and not is_growth_of_earlier(b, taken, last)]
    yield from _newest_two(growing, last)


def _are_parts(taken: Sequence[Bound]) -> bool:
    """Say whether a year is printed in several parts, each from its beginning on."""
    levels = [b.period for b in taken if b.period and not b.growth]
    begun = {
        p for p in levels
        if p.counts_from_january and p.basis not in {Basis.MONTH, Basis.YEAR_FORECAST}
    }  # fmt: skip
    newest = max((p.end.year for p in begun), default=0)
    return len({p.end for p in begun if p.end.year == newest}) > _PARTS


def is_growth_of_earlier(b: Bound, bound: Sequence[Bound], last: Month | None) -> bool:
    """Say whether a growth is that of an earlier figure, printed beside that of the newest."""
    if b.period is None or b.period.end == last:
        return False
    has_level = any(o.period == b.period and not o.growth and not o.left_out for o in bound)
    return has_level and any(
        o.growth and not o.left_out and o.period and o.period.end == last for o in bound
    )


def _newest_two(columns: Sequence[Bound], now: Month | None = None) -> Iterator[Claim]:
    month = _newest(columns, Basis.MONTH)
    if month:
        yield month
    to_date = [b for b in columns if b.period and is_to_date(b, month[0] if month else now)]
    if newest := _latest(to_date):
        yield newest


def is_to_date(b: Bound, month: Month | None) -> bool:
    """Say whether a column holds the year to date, under any name, of a table about the month.

    The first quarter and, in December, the whole year are one too; last year whole in January
    is none, nor is a whole year printed as one long over. What is cumulative is no forecast.
    """
    period = b.period
    if period is not None and period.basis is Basis.YEAR_FORECAST and month is not None:
        return b.column.heading.to_date and month.number == MONTHS_PER_YEAR
    if period is None or not period.counts_from_january or period.basis is Basis.MONTH:
        return False
    if month is None or period.end == month:
        return period.end == month or period.basis is not Basis.YEAR
    if month.number == 1 and period.end == month - 1:
        return False
    weak = month.number == MONTHS_PER_YEAR and not _is_firm(b)
    return period.basis is not Basis.YEAR or weak


def _latest(columns: Sequence[Bound]) -> Claim | None:
    ends = [(b.period.end, b) for b in columns if b.period]
    newest = max((end for end, _ in ends), default=None)
    return next((claim for claim in ends if claim[0] == newest), None)


def _newest(columns: Sequence[Bound], basis: Basis) -> Claim | None:
    return _latest([b for b in columns if b.period and b.period.basis is basis])


def _is_firm(b: Bound) -> bool:
    """Say whether figures are no estimate, other than for standing before one."""
    lent = b.status is Status.ACTUAL and b.column.heading.status is None
    return b.status in _FIRM and not lent
