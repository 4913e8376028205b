"""A table that names no year, or no month: what the rest of its workbook says of it.

The answer for one table is all tables' that wait for one, so the file asks once. What other sheets
and the file itself say is proposed, never taken; a sheet that is called by its year says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.figures.directions import TablePlan
from desktop.figures.month import Month
from desktop.figures.reading import Ask, Question, SheetSeen
from desktop.returns import headings
from desktop.returns.between_tables import ReadTable
from desktop.returns.found_table import Table
from desktop.returns.publication import written_on
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_CALLED = re.compile(r"^(?:nam |year )?((?:19|20)\d{2})$")
_SOON, _LATE = 4, 15
"""A return is written within so many months; of its own month from this day on."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def said_elsewhere(table: Table, plans: Sequence[TablePlan]) -> tuple[str, ...]:
    """The line that an official's answer about another table would be above this one."""
    said = next((plan.month for plan in plans if plan.month), "")
    if not said:
        return ()
    month = Month.parse(said)
    year = f"Năm {month.year}"
    numbered = _last_month(table)
    return (year if numbered else f"Tháng {month.number} {year.lower()}",)


def year_of_sheet(sheet: Sheet, table: Table) -> tuple[str, ...]:
    """The line that says the year of months without one: by the sheet's name, or by its day.

    The sheet is called by the year, or by the period of the title with its year; the workbook's
    name may not speak of another. Else the day on which the return was written, if it is printed
    once on the sheet, is one soon after the last of those months.
    """
    number = _last_month(table)
    if not number:
        return ()
    year = _called(sheet, number) or _year_by_day(sheet, table, number)
    return (f"Năm {year}",) if year else ()


def _last_month(table: Table) -> int:
    """The newest month that columns number, else that of the one line above that numbers any."""
    columns = max((column.heading.last_month for column in table.columns), default=0)
    lines = {h.last_month for line in table.above if (h := headings.read(line)).year is None}
    lines -= {0}
    return columns or (lines.pop() if len(lines) == 1 else 0)


def _called(sheet: Sheet, number: int) -> int:
    """The year that a sheet is called by; 0 where it is called otherwise."""
    called, said = _CALLED.search(folded(sheet.name)), headings.read(sheet.name)
    year = int(called[1]) if called else said.year if said.last_month == number else None
    return year if year and {*_YEAR.findall(sheet.book)} <= {str(year)} else 0


def _year_by_day(sheet: Sheet, table: Table, number: int) -> int:
    """The year of the last month of that number before the day that is printed; 0 for none."""
    rows = {*table.rows}
    texts = (text for n in sheet.wordy if n not in rows for _, text in sheet.texts(n))
    days = {day for text in texts if (day := written_on(text))}
    if len(days) != 1:
        return 0
    day = days.pop()
    month = Month(day.year, day.month) - (day.day < _LATE)
    for _ in range(_SOON):
        if month.number == number:
            return month.year
        month -= 1
    return 0


def asked_once(
    asked: Sequence[Question], read: Sequence[ReadTable], seen: Sequence[SheetSeen], saved_at: str
) -> list[Question]:
    """Keep the first question about a month that nothing says, with those that may be meant."""
    waiting = [q for q in asked if _is_unsaid(q)]
    if not waiting:
        return list(asked)
    first = waiting[0]
    months = [*first.choices, *_months(first, read, seen)]
    if not months and saved_at:
        months = [_before(Month.parse(saved_at[:7]), _number(first))]
    once = Question(
        first.ask, first.sheet, first.cell, first.about, first.found,
        tuple(dict.fromkeys(months)), first.table,
    )  # fmt: skip
    return [once if q is first else q for q in asked if q is first or not _is_unsaid(q)]


def _is_unsaid(question: Question) -> bool:
    return question.ask is Ask.MONTH and bool(question.sheet) and not question.cell


def _number(question: Question) -> int:
    """The newest month that the table's headings number, else its title; 0 for none."""
    said = headings.read(question.found).last_month
    return said or headings.read(question.about).last_month


def _months(
    question: Question, read: Sequence[ReadTable], seen: Sequence[SheetSeen]
) -> Iterator[str]:
    """Months by the tables that were read, and by titles."""
    number = _number(question)
    for month in (table.month for table in read if table.month):
        yield str(Month(month.year, number) if number else month)
    for line in (headings.read(text) for sheet in seen for text in (sheet.title, sheet.name)):
        if line.year and (last := number or line.last_month):
            yield str(Month(line.year, last))


def _before(saved: Month, number: int) -> str:
    """The last month of this number that was over when the file was saved."""
    month = saved - 1
    while number and month.number != number:
        month -= 1
    return str(month)
