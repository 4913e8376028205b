"""Any monthly series from a CSV file: ``series,year,month,value``, columns in any order."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from desktop.analysis.landing.results import Reason, Why
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.workflow.series_numbers import Notation, UnreadableError, amount, notation_of, whole
from desktop.workflow.text_files import text_of

_YES, _NO = {"1", "1.0", "true", "yes", "x"}, {"0", "0.0", "false", "no"}
_UNITS = ("unit", "currency")


@dataclass(slots=True)
class FileSeries:
    """One series of a file, and what is amiss with it.

    `values` holds a month for every line, None where the cell is blank. `units` are those of a
    column, `written_units` those beside the numbers, of which none is one too. `lunar` is None
    where the file does not say; `break_at` is the latest month marked as the first of a new
    definition.
    """

    name: str
    values: dict[Month, float | None] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    written_units: set[str] = field(default_factory=set)
    problems: list[Reason] = field(default_factory=list)
    lunar: bool | None = None
    break_at: Month | None = None

    @property
    def known(self) -> list[Month]:
        """Months with a figure, in order."""
        return sorted(month for month, value in self.values.items() if value is not None)

    def stretch(self) -> list[float | None]:
        """Every month from the first figure to the last; None is a gap."""
        known = self.known
        first, last = known[0], known[-1]
        return [self.values.get(first + i) for i in range(last - first + 1)]

    @property
    def problem(self) -> Reason | None:
        """What keeps the figures from being used at all."""
        if max(len(self.units), len(self.written_units)) > 1:
            return Reason(Why.MIXED_UNITS)
        return next(iter(self.problems), None)


def read_series(path: Path) -> list[FileSeries]:
    """Read every series of a file, in the order in which they first appear.

    Raises:
        Refused: there is no such file, it is no text, or it lacks the columns.
    """
    lines = _lines(text_of(path), path)
    columns = _columns(next(lines, []), path)
    found: dict[str, FileSeries] = {}
    held = [cells for cells in lines if any(cell.strip() for cell in cells)]
    place = columns["value"]
    notation = notation_of(cells[place] for cells in held if place < len(cells))
    for cells in held:
        _take(cells, columns, path.stem, found, notation)
    if not found:
        raise Refused(Finding(Severity.ERROR, "no_series", about=path.name))
    return list(found.values())


def _lines(text: str, path: Path) -> Iterator[list[str]]:
    heading = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t|", key=heading.count)
    try:
        yield from csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refused(Finding(Severity.ERROR, "no_series", about=path.name)) from error


def _columns(heading: list[str], path: Path) -> Mapping[str, int]:
    """Give the place of each column by what it means."""
    names = [name.strip().casefold() for name in heading]
    columns = {name: place for place, name in reversed(list(enumerate(names)))}
    if "value" not in columns:
        valued = [name for name in names if name.startswith("value")]
        if len(valued) == 1:
            columns["value"] = columns[valued[0]]
    lacking = [name for name in ("year", "month", "value") if name not in columns]
    if lacking:
        finding = Finding(
            Severity.ERROR, "no_series_columns", found=", ".join(lacking), about=path.name
        )
        raise Refused(finding)
    return columns


def _take(
    cells: list[str],
    columns: Mapping[str, int],
    stem: str,
    found: dict[str, FileSeries],
    notation: Notation,
) -> None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    name = " ".join(filter(None, (cell("series") or stem, cell("flow"))))
    series = found.setdefault(name, FileSeries(name))
    try:
        month = Month(whole(cell("year")), whole(cell("month")))
    except ValueError:
        series.problems.append(Reason(Why.NO_MONTH))
        return
    _mark(series, month, cell("lunar_new_year").casefold(), cell("break").casefold())
    series.units.update(unit for unit in (cell(n).casefold() for n in _UNITS) if unit)
    try:
        value, unit = amount(cell("value"), notation)
    except UnreadableError:
        series.problems.append(Reason(Why.NOT_A_NUMBER, month))
        return
    if value is not None:
        series.written_units.add(unit)
    if month in series.values and series.values[month] != value:
        series.problems.append(Reason(Why.GIVEN_TWICE, month))
    series.values[month] = value


def _mark(series: FileSeries, month: Month, lunar: str, broken: str) -> None:
    if lunar in _YES | _NO:
        series.lunar = lunar in _YES
    if broken in _YES and (series.break_at is None or month > series.break_at):
        series.break_at = month
