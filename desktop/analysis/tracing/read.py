"""The figures that were read: months and cumulatives, down to their cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.cumulative import ORIGINS
from desktop.analysis.growth import usd
from desktop.analysis.inside import difference_of_line
from desktop.analysis.inside_wording import apart
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.tracing.trace import Kind, Said, Trace, TraceUnit, said, said_to_date
from desktop.analysis.year import NONE
from desktop.figures.month import Month
from desktop.figures.series import Measure
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.tracing.inquiry import Subject
    from desktop.analysis.year import Cell as Of
    from desktop.analysis.year import Fields, Year
    from desktop.figures.figure import Source

_TO_DATE = N_("{subject}, January to {month}")
_ALONE = N_("{subject} in {month}")
_GROWTH_ALONE = N_("Growth of {subject} in {month}, as printed")
_IMPLIED = N_(
    "the cumulative to {later} less {later} alone, both as the return of {later} has them"
)
_SUMMED = N_("the months since January, added up")
_ADDED = N_("the cumulative to {before} and the months since, added up")
_STEP = N_("not printed: the cumulative to {month} less the cumulative to {before}")


class Cell(NamedTuple):
    """What is known of a month of a year, and a series by its number."""

    told: Fields
    year: Year
    number: int

    @property
    def fields(self) -> Of:
        """What the month has there."""
        return next(self.told.at([self.number]))


def cumulative(book: Book, about: Subject, month: Month) -> Trace:
    """January to a month, as the cumulative rule knows it."""
    what, cell = to_date(about, month), _cell(book, about, month)
    if cell is None or not cell.told.known[cell.number]:
        return unknown(what)
    known = book.cumulative(cell.fields)
    assert known is not None  # the array says so
    if known.origin is CumulativeOrigin.PRINTED:
        return _of_row(book, what, int(cell.told.row[cell.number]))
    if known.origin is CumulativeOrigin.IMPLIED:
        inputs = _implied(book, about, month, cell)
        kind, formula = Kind.LESS, said(_IMPLIED, later=month + 1)
    else:
        inputs = _months(book, about, month, cell)
        kind, formula = Kind.SUM, _summed(month, len(inputs))
        if len(inputs) == 1:  # January is its own cumulative
            return inputs[0]
    return Trace(what, usd(known.value), TraceUnit.USD, kind, formula, inputs, None, known.status)


def explained(book: Book, about: Subject, month: Month) -> Trace:
    """January to a month, and why it is not the sum of the months where it is not."""
    told = cumulative(book, about, month)
    line = book.line(about.series, month.year)
    known = line.to_date[month.number - 1]
    if known is None or about.series.measure is not Measure.VALUE:
        return told
    return replace(told, remark=apart(difference_of_line(line, month), known.origin))


def to_date(about: Subject, month: Month) -> Said:
    """Name January to a month, which January alone is too."""
    return said_to_date(_TO_DATE, _ALONE, month, subject=about.named)


def month_alone(book: Book, about: Subject, month: Month) -> Trace:
    """A month by itself: its cell, or the step between two cumulatives."""
    what, cell = said(_ALONE, subject=about.named, month=month), _cell(book, about, month)
    if cell is None or not cell.told.month_known[cell.number]:
        return unknown(what)
    row = int(cell.told.month_row[cell.number])
    if row != NONE:
        return _of_row(book, what, row)
    through = cumulative(book, about, month)
    if month.number == 1:
        return through
    inputs = through, cumulative(book, about, month - 1)
    formula = said(_STEP, month=month, before=month - 1)
    value = usd(int(cell.told.month[cell.number]))
    return Trace(what, value, TraceUnit.USD, Kind.LESS, formula, inputs, None, through.status)


def month_as_base(book: Book, about: Subject, month: Month) -> Trace:
    """A month that growth is on: January is its cumulative, the better known of both."""
    return (cumulative if month.number == 1 else month_alone)(book, about, month)


def growth_printed(book: Book, about: Subject, month: Month) -> Trace:
    """The growth to date that a return printed for itself."""
    what = said_to_date(
        N_("Growth of {subject}, January to {month}, as printed"), _GROWTH_ALONE,
        month, subject=about.named,
    )  # fmt: skip
    cell = _cell(book, about, month)
    return _printed(what, book.growth_printed(cell.fields) if cell else None)


def month_growth_printed(book: Book, about: Subject, month: Month) -> Trace:
    """The growth of a month alone that a return printed for itself."""
    what = said(_GROWTH_ALONE, subject=about.named, month=month)
    cell = _cell(book, about, month)
    return _printed(what, book.month_growth_printed(cell.fields) if cell else None)


def _printed(what: Said, found: tuple[float, Source] | None) -> Trace:
    if found is None:
        return unknown(what, TraceUnit.FRACTION)
    source = found[1]
    return Trace(what, found[0], TraceUnit.FRACTION, source=source, status=source.status)


def unknown(what: Said, unit: TraceUnit = TraceUnit.USD) -> Trace:
    """A number that is not known."""
    return Trace(what, None, unit, remark=said(N_("not known: no return in the archive tells it")))


def _cell(book: Book, about: Subject, month: Month) -> Cell | None:
    year, number = book.year(month.year), book.printed.series.get(about.series)
    if year is None or number is None:
        return None
    return Cell(year.months[month.number - 1], year, number)


def _summed(month: Month, inputs: int) -> Said:
    """The months alone where there are as many; else the first input is a cumulative."""
    if inputs == month.number:
        return said(_SUMMED)
    return said(_ADDED, before=month - (inputs - 1))


def _of_row(book: Book, what: Said, row: int) -> Trace:
    rows = book.printed.rows
    value = usd(int(rows.value[row]))
    return Trace(what, value, TraceUnit.USD, source=rows.source(row), status=rows.status(row))


def _implied(book: Book, about: Subject, month: Month, cell: Cell) -> tuple[Trace, ...]:
    rows = (told[cell.number] for told in (cell.told.next_to_date, cell.told.next_month))
    names = to_date(about, month + 1), said(_ALONE, subject=about.named, month=month + 1)
    return tuple(_of_row(book, what, int(row)) for what, row in zip(names, rows, strict=True))


def _months(book: Book, about: Subject, month: Month, cell: Cell) -> tuple[Trace, ...]:
    """The newest cumulative that was not itself summed, and every month since."""
    months, number, since = cell.year.months, cell.number, month.number - 1
    summed = ORIGINS.index(CumulativeOrigin.SUMMED)
    while since and months[since - 1].origin[number] == summed:
        since -= 1
    first = Month(month.year, since + 1)
    rows = [
        (first + n, int(told.month_row[number]))
        for n, told in enumerate(months[since : month.number])
    ]
    told = tuple(_of_row(book, said(_ALONE, subject=about.named, month=m), row) for m, row in rows)
    return (cumulative(book, about, first - 1), *told) if since else told
