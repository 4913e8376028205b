"""Title and headings that name different months: what most of them say, and who errs.

Every heading that names a month itself counts, the title counts once, and where these are equal
so does each other table of the workbook. What is outvoted is read as the others have it, with a
finding that names both; equal votes decide nothing. Where it is the title that errs, by all that
can be seen, the figures are read too, but an official decides: all of them may be last month's
form, or this month's under an old title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.figures.figure import Status
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis
from desktop.returns.binding import SAME, Bound, Dating
from desktop.returns.found_table import Table
from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.month_claims import (
    claims,
    heading_cell,
    is_growth_of_earlier,
    is_to_date,
    title_cell,
    wrong_month,
)
from desktop.returns.recipe import Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span

_FIRM = frozenset({Status.ACTUAL, Status.FINAL})
"""A figure of an earlier month is printed as firm beside the newest."""
_QUARTER = 3
OTHER_TITLE = "title_of_other_month"
"""What is told of a title that the headings deny: an official says which of the two is right."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The month that most say, the columns with what erred put right, and what there is to say.

    `wrong` says that something errs; where it is not `decided` what does, nothing is put right.
    """

    wrong: Finding
    month: Month | None
    columns: tuple[Column, ...]
    told: tuple[Finding, ...] = ()
    decided: bool = False

    def of(self, recipe: Recipe) -> tuple[Finding, ...]:
        """Say what erred; of what stands beside the trade nothing is decided by an official."""
        if not recipe.beside:
            return self.told
        return tuple(replace(told, severity=Severity.WARNING) for told in self.told)


def weighed(
    sheet: Sheet, table: Table, bound: Sequence[Bound], dated: Dating, others: Sequence[Month] = ()
) -> Weighed | None:
    """Weigh what a table says of its month; None where nothing denies anything."""
    wrong = wrong_month(sheet, table, bound, dated)
    if wrong is None:
        return None
    month = _most(list(_votes(bound, dated)), others)
    mended = _mended(table, bound, month) if month else None
    if month is None or mended is None:
        return Weighed(wrong, dated.month, table.columns)
    told = tuple(_told(sheet, table, mended, dated, month))
    return Weighed(wrong, month, mended, told, decided=True)


def _votes(bound: Sequence[Bound], dated: Dating) -> Iterator[Month]:
    for month, b in claims(bound):
        if b.column.heading.number or b.column.heading.year:
            yield month
    if dated.title_month:
        yield dated.title_month


def _most(votes: Sequence[Month], others: Sequence[Month]) -> Month | None:
    """What most say; of equals, what most of the other tables say; None where that is equal too."""
    for counted in (Counter(votes), Counter([*votes, *others])):
        most = max(counted.values(), default=0)
        leading = [month for month, count in counted.items() if count == most]
        if len(leading) == 1 and most > 1:
            return leading[0]
    return None


def _mended(table: Table, bound: Sequence[Bound], month: Month) -> tuple[Column, ...] | None:
    """The columns with those of another month read as of this one; None where none can be told."""
    new: dict[int, Heading] = {}
    for growth in (False, True):
        for kind in (_is_month, is_to_date):
            columns = [b for b in bound if b.growth is growth and _may_count(b) and kind(b, month)]
            erring = _erring(columns, bound, month)
            if erring is None:
                return None
            for b in erring:
                heading = _as_of(b.column.heading, month)
                if heading is None:
                    return None
                new[b.number] = heading
    return tuple(
        replace(column, heading=new[column.number]) if column.number in new else column
        for column in table.columns
    )


def _may_count(b: Bound) -> bool:
    return b.period is not None and b.left_out in {"", SAME}


def _is_month(b: Bound, _: Month) -> bool:
    return b.period is not None and b.period.basis is Basis.MONTH


def _erring(columns: Sequence[Bound], bound: Sequence[Bound], month: Month) -> list[Bound] | None:
    """Which of the columns of one kind mean the month and name another; None where none can be."""
    if not columns or any(_end(b) == month for b in columns):
        return []
    if all(b.growth and is_growth_of_earlier(b, bound, month) for b in columns):
        return []
    pools = (
        [b for b in columns if b.left_out == SAME],
        [b for b in columns if (end := _end(b)) and end > month],
        [b for b in columns if b.growth or b.column.heading.status not in _FIRM],
    )
    pool = next(filter(None, pools), [])
    alike = {_words(b.column.heading) for b in pool}
    return pool if len(alike) == 1 else None


def _end(b: Bound) -> Month | None:
    return b.period.end if b.period else None


def _words(heading: Heading) -> Heading:
    """What the heading says of time and firmness alone: quantity and value stand under one."""
    return replace(heading, measure=None, flow=None)


def _as_of(heading: Heading, month: Month) -> Heading | None:
    """The heading as it should have been printed."""
    if heading.span is Span.QUARTER:
        quarter, rest = divmod(month.number, _QUARTER)
        return None if rest else replace(heading, number=quarter, year=month.year)
    if heading.span is Span.YEAR:
        whole = month.number == MONTHS_PER_YEAR
        return replace(heading, year=month.year) if whole else None
    return replace(heading, number=month.number, year=month.year)


def _told(
    sheet: Sheet, table: Table, mended: Sequence[Column], dated: Dating, month: Month
) -> Iterator[Finding]:
    """Name what was outvoted, the title and each heading once."""
    cells: dict[str, str] = {}
    if dated.title_month and dated.title_month != month:
        cell = title_cell(sheet, table, dated.title_month)
        yield Finding(
            Severity.ERROR, OTHER_TITLE, sheet.name, cell, str(dated.title_month), str(month),
            table.title.text,
        )  # fmt: skip
    for old, new in zip(table.columns, mended, strict=True):
        if old.heading != new.heading:
            cells.setdefault(heading_cell(sheet, table, old.number), _named(old.heading, month))
    for cell, found in cells.items():
        yield Finding(
            Severity.WARNING, "month_outvoted", sheet.name, cell, found, str(month),
            table.title.text,
        )  # fmt: skip


def _named(heading: Heading, month: Month) -> str:
    year = heading.year or month.year
    return str(Month(year, heading.last_month or MONTHS_PER_YEAR))
