"""The heading block of a table: which columns hold values, and what stands over each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.figures.record import record
from desktop.figures.series import Measure
from desktop.returns import headings
from desktop.returns.column_codes import numbers_columns
from desktop.returns.date_formats import month_shown
from desktop.returns.differences import counted_twice, named_above, only_compare
from desktop.returns.flow_columns import first_column, flows
from desktop.returns.grid import Fault, Value
from desktop.returns.heading_texts import (
    GROUP_HEAD,
    NUMBER_HEAD,
    UNIT_HEAD,
    are_dated_ways,
    counts_no_column,
    heads_columns,
    heads_labels,
    is_dated_way,
    is_number,
    is_unit_note,
    is_year,
    measure_or_unit,
    names_day,
    names_period,
    numbers_counted,
    says_period,
    says_same_period,
)
from desktop.returns.headings import Compared, Heading
from desktop.returns.said_apart import said_apart
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.units import Units, units
from desktop.returns.whose_columns import EVERYONES, Whose, named_beside, says_whose_trade, whose

_PERCENT = re.compile(r"^[( ]*%[) ]*$")
_SEVERAL = 2
_MONTHLY = frozenset({Span.MONTH, Span.FIRST_HALF, Span.SECOND_HALF})
_LACKING = replace(headings.read(""), left_out="not_understood")
"""A heading of which an error or a formula that nobody computed is part: it may say anything."""
_NAMES_WITHIN = 1
"""Names begin in the first column, or behind their running number."""
_DEPTH = 16
"""Rows among which a heading block is looked for."""


@record
class Column:
    """A column of the table: its heading as printed, joined from the top, and as read.

    `whose` is the market, or the sector, that it is of where several stand side by side.
    """

    number: int
    text: str
    heading: Heading
    measure: Measure | None
    units: Units
    whose: Whose = EVERYONES


class HeadingBlock:
    """The rows between a title and the first data row, and what they say of each column.

    Where a row names measures ("Lượng", "Trị giá") or flows ("Xuất khẩu", "Nhập khẩu") side by
    side, only the columns it names hold values; elsewhere they are the columns with a period
    above and numbers beneath. With `days` a day ("1/4/2015") is a period too, as it is for stocks.
    With `across` markets or sectors may stand side by side, as measures do; `least` is how many
    columns a row must name to head them.
    """

    def __init__(
        self,
        sheet: Sheet,
        rows: Sequence[int],
        *,
        days: bool = False,
        across: bool = False,
        least: int = 2,
    ) -> None:
        self._sheet = sheet
        self._least = least
        self._days = days
        apart = {n: said for n in rows[:_DEPTH] if (said := said_apart(sheet, n))}
        self.lines: list[str] = [*apart.values()]
        notes = (text for n in apart for _, text in sheet.texts(n) if is_unit_note(text))
        self.units = units("; ".join(notes))
        self.unit_column = 0
        near = [n for n in rows[:_DEPTH] if n not in apart and not numbers_columns(sheet, n)]
        named = {n: self._measures(n) for n in near}
        self._measure_row = self._last_named(near, named)
        if not self._measure_row:
            named = {n: flows(sheet, n) for n in near}
            self._measure_row = self._last_named(near, named)
        beside = {n: named_beside(sheet, n) for n in near if across}
        if not self._measure_row and across:
            named = {n: dict.fromkeys(found) for n, found in beside.items()}
            self._measure_row = self._last_named(near, named)
        if self._measure_row:
            self.first_data = self._measure_row + 1
            self._rows = [n for n in near if n <= self._measure_row]
            self._values = named_above(sheet, self._rows, named) | named[self._measure_row]
            self._values |= dict.fromkeys(self._compared(self._values), None)
        else:
            self.first_data = next((n for n in near if self._is_data(n)), 0)
            self._rows = [n for n in near if n < self.first_data]
            beneath = [n for n in rows if n >= self.first_data > 0]
            filled = self._filled(beneath)
            levels = filled & (self._dated() - self._numbering())
            grown = filled & set(self._grown(min(levels))) if levels else set()
            self._values = dict.fromkeys(levels | grown, None)
        self._left = first_column(sheet, self._measure_row, self._values)
        self._drop_lines()
        self._whose_row = next((n for n in self._rows if beside.get(n)), 0)
        self._sort_texts()
        self._heads: set[int] = set()
        self.columns = tuple(self._column(number) for number in sorted(self._values))
        self.heading_rows = (min(self._heads, default=0), max(self._heads, default=0))

    def _last_named(self, near: Sequence[int], named: Mapping[int, Collection[int]]) -> int:
        """The last row that names several columns, unless their periods stand beneath; else 0.

        What stands beneath the first figures is the heading of another page.
        """
        last, columns = 0, set[int]()
        headed = False
        for at, number in enumerate(near):
            if columns and len(columns & self._filled([number])) >= self._least:
                break
            if headed and not columns and self._is_named_figures(number):
                break
            headed = headed or heads_columns([text for _, text in self._sheet.texts(number)])
            if len(named[number]) < self._least or self._names_periods(near[at + 1 : at + 2]):
                continue
            if not only_compare(self._sheet, near[:at], named[number]):
                last, columns = number, set(named[number])
            elif len(columns) >= self._least and columns.isdisjoint(named[number]):
                last, columns = number, columns | set(named[number])
        return last

    def _names_periods(self, rows: Sequence[int]) -> bool:
        """Say whether periods stand in the rows, or years alone as numbers."""
        texts = [text for number in rows for _, text in self._sheet.texts(number)]
        if texts:
            return sum(map(says_period, texts)) > 1
        values = [value for number in rows for value in self._sheet.row(number).values()]
        return len(values) > 1 and all(map(names_period, values))

    def _measures(self, number: int) -> dict[int, Measure | None]:
        """Columns of the row whose text is a measure and nothing else.

        None where others of the row say their period too: "Volume in month", "Value to date".
        """
        texts = self._sheet.texts(number)
        numbers = self._sheet.has_numbers(number)
        in_units = not numbers and sum(is_unit_note(text) for _, text in texts) > 1
        read = measure_or_unit if in_units else headings.measure
        named = {c: t for c, t in texts if read(t)}
        dated = [t for t in named.values() if headings.read(t).span is not Span.NONE]
        if len(dated) > 1:
            return {}
        return {c: read(t) for c, t in named.items() if t not in dated}

    def _compared(self, values: Collection[int]) -> Iterator[int]:
        """Columns beside the measures that compare, or hold a plan: "So KH năm", "Kế hoạch"."""
        for number in self._rows:
            for column, text in self._sheet.texts(number):
                if column not in values and column > self._sheet.left:
                    read = headings.read(text)
                    counts = read.compared or _PERCENT.match(text)  # beneath what compares
                    here = counts and number == self._measure_row
                    if here or read.compared is Compared.PLAN or read.left_out == "plan":
                        yield column

    def _grown(self, first: int) -> Iterator[int]:
        """Columns of growth, of a plan, or of last year's same period, by their own words.

        What stands left of the `first` period compares nothing, but may be a measure of the month;
        what stands beside a comparison may compare, too.
        """
        for texts in (*map(self._sheet.texts, self._rows), self._divided()):
            for column, text in texts:
                read = headings.read(text)
                grown = read.compared and (column > first or read.measure)
                other = read.left_out == "plan" or (read.measure and column < first)
                if column > self._sheet.left and (grown or other or says_same_period(text)):
                    yield column
                    yield from counted_twice(self._sheet, self._rows, column) if grown else ()

    def _is_data(self, number: int) -> bool:
        row = self._sheet.row(number)
        first = next(iter(self._sheet.texts(number)), None)
        if first is None or (heads_labels(first[1]) and not self._is_figures(number, row)):
            return False
        if first[0] > self._sheet.left + _NAMES_WITHIN and is_unit_note(first[1]):
            return False  # beside it stands what somebody jotted down
        if headings.read(first[1]).span is not Span.NONE:
            return False
        texts = [text for _, text in self._sheet.texts(number)]
        if len(texts) == len(row) and any(map(says_period, texts)):
            return False  # "12" between the lines of headings
        return any(column > first[0] and is_number(value) for column, value in row.items())

    def _is_figures(self, number: int, row: Mapping[int, Value]) -> bool:
        """Say whether nothing but numbers stands behind a row's name.

        Those that count columns are none, and dates ("Jan-25") head them.
        """
        numbers = [column for column, value in row.items() if is_number(value)]
        figures = [column for column in numbers if counts_no_column(row[column])]
        if len(figures) < _SEVERAL or max(row.keys() - numbers, default=0) >= min(figures):
            return False
        return not all(self._sheet.shows_date(number, column) for column in figures)

    def _is_named_figures(self, number: int) -> bool:
        """Say whether a row is a name and figures behind it, among which no years are."""
        counted = numbers_counted(self._sheet.row(number).values())
        return counted >= max(self._least, _SEVERAL) and self._is_data(number)

    def _filled(self, rows: Sequence[int]) -> set[int]:
        found: set[int] = set()
        for number in rows:
            row = self._sheet.row(number).items()
            found |= {c for c, value in row if c not in found and is_number(value)}
        return found

    def _dated(self) -> set[int]:
        """Columns with a period above them, merged headings spread over all they cover."""
        dated = {
            column
            for number in self._rows
            for column, value in self._sheet.row(number).items()
            if names_period(value)
            or (self._days and names_day(value))
            or (isinstance(value, float) and self._sheet.shows_date(number, column))
        }
        covered = {
            column
            for area in self._sheet.grid.merged
            if area.top in self._rows and area.left in dated
            for column in self._sheet.columns_of(area)
        }
        divided = {c for c, text in self._divided() if says_period(text)}
        return dated | covered | divided | set(self._dated_ways())

    def _dated_ways(self) -> Iterator[int]:
        """Columns of "Xuất khẩu tháng 3/2025" side by side, which is a title elsewhere."""
        for number in self._rows:
            texts = self._sheet.texts(number)
            if are_dated_ways([text for _, text in texts]):
                yield from (column for column, text in texts if is_dated_way(text))

    def _divided(self) -> Iterator[tuple[int, str]]:
        """Columns whose heading is divided over rows, and all of it: "Ước tháng", "6"."""
        parts: dict[int, list[str]] = {}
        for number in self._rows:
            for column, text in self._sheet.texts(number):
                if column > self._sheet.left and not (is_unit_note(text) or heads_labels(text)):
                    parts.setdefault(column, []).append(text)
        return ((column, " ".join(texts)) for column, texts in parts.items() if len(texts) > 1)

    def _numbering(self) -> set[int]:
        """Columns of running numbers, beneath lines that may name a month."""
        return {
            column
            for number in self._rows
            for column, text in self._sheet.texts(number)
            if NUMBER_HEAD.search(folded(text))
        }

    def _drop_lines(self) -> None:
        """Take a lone month that is centred above the head of the names for a line of the title.

        Where columns beneath say their own periods, it heads none of them.
        """
        named = next((n for n in self._rows if self._heads_names(n)), 0)
        for number in [n for n in self._rows if n < named]:
            texts = self._sheet.texts(number)
            if len(texts) == 1 and self._is_line(*texts[0], named):
                self._rows.remove(number)
                self.lines.append(texts[0][1])

    def _heads_names(self, number: int) -> bool:
        return any(c < self._left and heads_labels(t) for c, t in self._sheet.texts(number))

    def _is_line(self, column: int, text: str, named: int) -> bool:
        month = headings.read(text)
        if column < self._left or month.span not in _MONTHLY or not month.year:
            return False
        beneath = (t for n in self._rows if n >= named for _, t in self._sheet.texts(n))
        read = map(headings.read, beneath)
        spans = {h.span for h in read if not h.compared}
        return bool(spans - {Span.NONE, Span.YEAR, Span.MONTH})

    def _sort_texts(self) -> None:
        """Sort what is no column's heading: lines above, heads of label columns, unit notes."""
        numbering: set[int] = set()
        groups: set[int] = set()
        heads: list[str] = []
        for number in self._rows:
            if len(self._sheet.row(number)) == 1:
                self.lines += self._year_alone(number)
            texts = self._sheet.texts(number)
            for column, text in texts:
                plain = folded(text)
                beside = column < self._left
                heads_units = beside or (not self.unit_column and column not in self._values)
                if heads_units and UNIT_HEAD.search(plain):
                    self.unit_column = column
                elif beside and NUMBER_HEAD.search(plain):
                    numbering.add(column)
                elif beside and GROUP_HEAD.search(plain):
                    groups.add(column)
                elif beside and heads_labels(text) and not says_whose_trade(text, len(texts)):
                    heads.append(text)
                    self.units = self.units.over(units(text))
                elif is_unit_note(text):
                    self.units = units(text).over(self.units)
                elif beside and not self._sheet.grid.column_is_hidden(column):
                    self.lines.append(text)
        self.label_heading = " ".join(heads)
        self.groups = tuple(sorted(groups)) if heads else ()
        passed = {*numbering, self.unit_column, *self.groups}
        self.labels = tuple(c for c in range(self._sheet.left, self._left) if c not in passed)

    def _year_alone(self, number: int) -> Iterator[str]:
        """Give the year that stands by itself in a row, as a number left of the columns."""
        for column, value in self._sheet.row(number).items():
            if column < self._left and isinstance(value, float) and is_year(value):
                yield f"Năm {int(value)}"

    def _column(self, number: int) -> Column:
        parts, seen, lacking = list[str](), set[tuple[int, int]](), False
        for row in self._rows:
            place = self._place(row, number)
            if place in seen or place[1] < self._left:
                continue
            seen.add(place)
            text = self._text_at(*place)
            lacking = lacking or isinstance(self._sheet.row(place[0]).get(place[1]), Fault)
            if text and (row == self._measure_row or not is_unit_note(text)):
                parts.append(text)
                self._heads.add(row)
        text = " ".join(parts)
        measure, of = self._values[number], self._whose(number)
        read = headings.read(text)
        heading = _LACKING if lacking and not read.compared else read
        return Column(number, text, heading, measure, units(text), of)

    def _whose(self, number: int) -> Whose:
        """The market or sector that a column is of; everyone's where none stands above it."""
        if not self._whose_row:
            return EVERYONES
        text = self._text_at(*self._place(self._whose_row, number))
        left = max((column for column in self._values if column < number), default=0)
        if left and headings.read(text).compared:  # growth is of the figure beside it
            return self._whose(left)
        return whose(text) if text else EVERYONES

    def _place(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose text heads the column in this row: its own, merged, or the one left.

        A heading that is centred over its columns without being merged stands in the first.
        """
        owner = self._sheet.owner(row, column)
        if owner != (row, column) or row == self._measure_row or self._text_at(row, column):
            return owner
        left = column - 1
        headed = {*self._values, *self._sheet.row(self._measure_row)}
        while left in headed and not self._begins(row, left + 1):
            if self._sheet.is_merged(row, left):
                return owner
            if self._text_at(row, left):
                return (row, left)
            left -= 1
        return owner

    def _begins(self, row: int, column: int) -> bool:
        """Say whether a heading begins with this column above the row."""
        texts = (self._text_at(above, column) for above in self._rows if above < row)
        return any(text and not is_unit_note(text) for text in texts)

    def _text_at(self, row: int, column: int) -> str:
        value = self._sheet.row(row).get(column)
        if isinstance(value, str):
            return value
        if not isinstance(value, float):
            return ""
        if is_year(value):
            return str(int(value))
        return month_shown(value) if self._sheet.shows_date(row, column) else ""
