"""The heading block of a table: which columns hold values, and what stands over each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.figures.series import Measure
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.date_formats import month_shown
from desktop.returns.grid import Value
from desktop.returns.headings import Compared, Heading
from desktop.returns.said_apart import said_apart
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.text_numbers import looks_numeric
from desktop.returns.titles import title
from desktop.returns.units import NO_UNITS, Units, units
from desktop.returns.whose_columns import EVERYONES, Whose, named_beside, whose

_UNIT_HEAD = re.compile(
    r"^(?:dvt|d\.v\.t\.?|don vi(?: tinh)?|units?|units of quantity)"
    r"(?: ?[(/-]? ?(?:dvt|don vi tinh|units?)\)?)?$"
)
_NUMBER_HEAD = re.compile(
    r"^(?:stt|tt|no\.?|so tt|#|ma(?: hs| so| hang)?(?: hs)?|hs(?: codes?)?|codes?)$"
)
"""What heads running numbers, or the numbers that goods have in nomenclatures."""
_NOTE_BY_MEASURE = re.compile(
    r"^\(?(?:(?:don vi(?: tinh)?|dvt) )?(?:luong|so luong|tri gia|gia tri|kim ngach) ?: "
)
_LABEL_HEAD = re.compile(
    r"\b(?:mat hang|thi truong|(?<!ca )nuoc|hang hoa|chi tieu|ten hang)"
    r"|\b(?:items?|commodit|countr|market|partner)"
    r"|^(?:ten )?(?:tinh(?:$| ?[,/(-]| thanh)|dia phuong)|^(?:provinces?|localit)"
)
_FLOW_HEAD = re.compile(r"^(?:xuat khau|nhap khau|exports?|imports?)(?: ?\([^)]*\))?$")
_PERCENT = re.compile(r"^[( ]*%[) ]*$")
_NAMES_WITHIN = 1
"""Names begin in the first column, or behind their running number."""
_DEPTH = 16
"""Rows among which a heading block is looked for."""
_YEARS = range(1980, 2101)
_TEXTS = 8192
"""So many texts are remembered: books of one office say the same month after month."""


@dataclass(frozen=True, slots=True)
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
        near = [n for n in rows[:_DEPTH] if n not in apart]
        named = {n: self._measures(n) for n in near}
        self._measure_row = self._last_named(near, named)
        if not self._measure_row:
            named = {n: self._flows(n) for n in near}
            self._measure_row = self._last_named(near, named)
        beside = {n: named_beside(sheet, n) for n in near if across}
        if not self._measure_row and across:
            named = {n: dict.fromkeys(found) for n, found in beside.items()}
            self._measure_row = self._last_named(near, named)
        if self._measure_row:
            self.first_data = self._measure_row + 1
            self._rows = [n for n in near if n <= self._measure_row]
            self._values = named[self._measure_row]
            self._values |= dict.fromkeys(self._compared(self._values), None)
        else:
            self.first_data = next((n for n in near if self._is_data(n)), 0)
            self._rows = [n for n in near if n < self.first_data]
            beneath = [n for n in rows if n >= self.first_data > 0]
            filled = self._filled(beneath)
            levels = filled & (self._dated() - self._numbering())
            grown = filled & set(self._grown(min(levels))) if levels else set()
            self._values = dict.fromkeys(levels | grown, None)
        self._left = min(self._values, default=sheet.left)
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
        for at, number in enumerate(near):
            if columns and len(columns & self._filled([number])) >= self._least:
                break
            if len(named[number]) >= self._least and not self._names_periods(near[at + 1 : at + 2]):
                last, columns = number, set(named[number])
        return last

    def _names_periods(self, rows: Sequence[int]) -> bool:
        """Say whether periods stand in the rows, or years alone as numbers."""
        texts = [text for number in rows for _, text in self._sheet.texts(number)]
        if texts:
            return sum(map(_says_period, texts)) > 1
        values = [value for number in rows for value in self._sheet.row(number).values()]
        return len(values) > 1 and all(map(_names_period, values))

    def _measures(self, number: int) -> dict[int, Measure | None]:
        """Columns of the row whose text is a measure and nothing else.

        None where others of the row say their period too: "Volume in month", "Value to date".
        """
        texts = self._sheet.texts(number)
        numbers = self._sheet.has_numbers(number)
        in_units = not numbers and sum(is_unit_note(text) for _, text in texts) > 1
        read = _measure if in_units else headings.measure
        named = {c: t for c, t in texts if read(t)}
        dated = [t for t in named.values() if headings.read(t).span is not Span.NONE]
        if len(dated) > 1:
            return {}
        return {c: read(t) for c, t in named.items() if t not in dated}

    def _flows(self, number: int) -> dict[int, Measure | None]:
        """Columns of the row whose text is a flow and nothing else."""
        return {column: None for column, text in self._sheet.texts(number) if names_flow(text)}

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

        What stands left of the `first` period compares nothing.
        """
        for number in self._rows:
            for column, text in self._sheet.texts(number):
                read = headings.read(text)
                grown = read.compared and (column > first or read.measure)
                plan = read.left_out == "plan"
                if column > self._sheet.left and (grown or plan or says_same_period(text)):
                    yield column

    def _is_data(self, number: int) -> bool:
        row = self._sheet.row(number)
        first = next(iter(self._sheet.texts(number)), None)
        if first is None or _heads_labels(first[1]):
            return False
        if first[0] > self._sheet.left + _NAMES_WITHIN and is_unit_note(first[1]):
            return False  # beside it stands what somebody jotted down
        if headings.read(first[1]).span is not Span.NONE:
            return False
        return any(column > first[0] and _is_number(value) for column, value in row.items())

    def _filled(self, rows: Sequence[int]) -> set[int]:
        found: set[int] = set()
        for number in rows:
            for column, value in self._sheet.row(number).items():
                if column not in found and _is_number(value):
                    found.add(column)
        return found

    def _dated(self) -> set[int]:
        """Columns with a period above them, merged headings spread over all they cover."""
        dated = {
            column
            for number in self._rows
            for column, value in self._sheet.row(number).items()
            if _names_period(value)
            or (self._days and _names_day(value))
            or (isinstance(value, float) and self._sheet.shows_date(number, column))
        }
        covered = {
            column
            for area in self._sheet.grid.merged
            if area.top in self._rows and area.left in dated
            for column in self._sheet.columns_of(area)
        }
        return dated | covered

    def _numbering(self) -> set[int]:
        """Columns of running numbers, beneath lines that may name a month."""
        return {
            column
            for number in self._rows
            for column, text in self._sheet.texts(number)
            if _NUMBER_HEAD.search(folded(text))
        }

    def _sort_texts(self) -> None:
        """Sort what is no column's heading: lines above, heads of label columns, unit notes."""
        numbering: set[int] = set()
        heads: list[str] = []
        for number in self._rows:
            for column, text in self._sheet.texts(number):
                plain = folded(text)
                beside = column < self._left
                if beside and _UNIT_HEAD.search(plain):
                    self.unit_column = column
                elif beside and _NUMBER_HEAD.search(plain):
                    numbering.add(column)
                elif beside and _heads_labels(text):
                    heads.append(text)
                elif is_unit_note(text):
                    self.units = units(text).over(self.units)
                elif beside and not self._sheet.grid.column_is_hidden(column):
                    self.lines.append(text)
        self.label_heading = " ".join(heads)
        passed = numbering | {self.unit_column}
        self.labels = tuple(c for c in range(self._sheet.left, self._left) if c not in passed)

    def _column(self, number: int) -> Column:
        parts: list[str] = []
        seen: set[tuple[int, int]] = set()
        for row in self._rows:
            place = self._place(row, number)
            if place in seen or place[1] < self._left:
                continue
            seen.add(place)
            text = self._text_at(*place)
            if text and (row == self._measure_row or not is_unit_note(text)):
                parts.append(text)
                self._heads.add(row)
        text = " ".join(parts)
        measure, of = self._values[number], self._whose(number)
        return Column(number, text, headings.read(text), measure, units(text), of)

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
        while left in self._values and not self._begins(row, left + 1):
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
        if _is_year(value):
            return str(int(value))
        return month_shown(value) if self._sheet.shows_date(row, column) else ""


@lru_cache(maxsize=_TEXTS)
def names_flow(text: str) -> bool:
    """Say whether the text is a flow and nothing but, as over one of two columns."""
    return bool(_FLOW_HEAD.search(folded(text)))


def heads_columns(texts: Sequence[str]) -> bool:
    """Say whether texts of one row head columns: the head of numbers or units, or periods."""
    if any(map(_heads_numbers, texts)):
        return True
    return len(texts) > 1 and (sum(map(names_flow, texts)) > 1 or sum(map(_says_period, texts)) > 1)


@lru_cache(maxsize=_TEXTS)
def _heads_numbers(text: str) -> bool:
    plain = folded(text)
    return bool(_NUMBER_HEAD.search(plain) or _UNIT_HEAD.search(plain))


@lru_cache(maxsize=_TEXTS)
def _heads_labels(text: str) -> bool:
    plain = folded(text)
    return any(p.search(plain) for p in (_LABEL_HEAD, _NUMBER_HEAD, _UNIT_HEAD))


@lru_cache(maxsize=_TEXTS)
def is_unit_note(text: str) -> bool:
    """Say whether a text names units and no more: no period, no measure."""
    if not units(text):
        return False
    read = headings.read(text)
    if read.span is not Span.NONE or read.left_out or read.compared:
        return False
    return read.measure is None or bool(_NOTE_BY_MEASURE.search(folded(text)))


@lru_cache(maxsize=_TEXTS)
def _measure(text: str) -> Measure | None:
    """The measure that a text names, or that a unit alone is one of: "Nghìn tấn", "Triệu USD"."""
    if named := headings.measure(text):
        return named
    said = units(text) if is_unit_note(text) else NO_UNITS
    if (said.money is None) == (said.weight is None and said.pieces is None):
        return None
    return Measure.VALUE if said.money is not None else Measure.QUANTITY


@lru_cache(maxsize=_TEXTS)
def _says_period(text: str) -> bool:
    return headings.read(text).span is not Span.NONE and not title(text)


@lru_cache(maxsize=_TEXTS)
def says_same_period(text: str) -> bool:
    """Say whether a text speaks of last year's same period, whatever it says of it."""
    return bool(words.SAME_PERIOD.search(folded(text))) and not title(text)


def _names_period(value: Value) -> bool:
    if isinstance(value, str):
        return _says_period(value)
    return isinstance(value, float) and _is_year(value)


def _names_day(value: Value) -> bool:
    return isinstance(value, str) and bool(words.DATE.search(folded(value)))


def _is_year(value: float) -> bool:
    return value.is_integer() and int(value) in _YEARS


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        return looks_numeric(value)
    return isinstance(value, float) and not _is_year(value)
