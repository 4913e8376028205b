"""The numbers in a table's columns: how texts among them are written, and how growth is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.returns.binding import Bound
from desktop.returns.cells import Amount, Doubt, amount, shortest
from desktop.returns.grid import Value
from desktop.returns.growth_scale import FEW, MANY, GrowthScale, are_of_one, growth_scale
from desktop.returns.row_units import Counted
from desktop.returns.sheet import Row, Sheet
from desktop.returns.text_numbers import Writing, writing_of


@dataclass(slots=True)
class ColumnNumbers:
    """Reads cells of some columns in some rows; `said` is the writing that an official gave."""

    sheet: Sheet
    rows: Sequence[int]
    columns: Sequence[Bound]
    said: Writing = Writing.UNDECIDED
    _writings: dict[int, Writing] = field(default_factory=dict)
    _rows: list[Row] = field(default_factory=list)

    def amount(self, value: Value | None, number: int, b: Bound) -> Amount | Doubt | None:
        """Read one cell of a column."""
        shows_date = partial(self.sheet.shows_date, number, b.number)
        return amount(value, partial(self._writing, b), shows_date)

    def at(self, number: int, b: Bound) -> float | None:
        """The number that stands in a row under a column, be it written as text; None for none.

        One with a unit of its own beside it cannot be held against others.
        """
        value = self.sheet.row(number).get(b.number)
        if value is None:
            return None
        if isinstance(value, float) and not self.sheet.has_dates(number):
            return value
        read = self.amount(value, number, b)
        return float(read.number) if isinstance(read, Amount) and not read.unit else None

    def printed(self, number: int, b: Bound) -> float:
        """The number that stands in a row under a column; 0 where none does."""
        return self.at(number, b) or 0

    def as_shown(self, counted: Counted | None, b: Bound) -> Counted | None:
        """Count a column's numbers as its cells show them: millions, though dollars stand there."""
        shown = self.sheet.shown_in(self.rows, b.number) if counted and counted.factor > 1 else 1
        if counted is None or shown == 1 or counted.factor % shown:
            return counted
        return counted._replace(factor=counted.factor // shown)

    def scales(self) -> dict[int, GrowthScale]:
        """How each column of growth is printed; where few numbers stand, all columns tell."""
        growth = {b.number: list(self.numbers(b)) for b in self.columns if b.growth}
        together = [number for numbers in growth.values() for number in numbers]
        said = {b.number: b.scale for b in self.columns if b.scale}
        of_one = are_of_one(together)
        scales = {}
        for column, numbers in growth.items():
            percent = self.sheet.shows_percent(self.rows, column)
            alone = percent or not 0 < len(numbers) < FEW
            scale = GrowthScale.FRACTION if of_one and not percent else None
            scales[column] = (
                said.get(column)
                or scale
                or growth_scale(numbers if alone else together, percent=percent)
            )
        return scales | dict.fromkeys(self._as_beside(scales, growth), GrowthScale.CHANGE)

    def _as_beside(
        self, scales: Mapping[int, GrowthScale], growth: Mapping[int, Sequence[float]]
    ) -> Iterator[int]:
        """Columns of few small numbers that are no ratios, as one beside them falls."""
        if not any(s is GrowthScale.CHANGE and min(growth[c]) < 0 for c, s in scales.items()):
            return
        for b in self.columns:
            if not b.growth or b.scale or scales[b.number] is not GrowthScale.RATIO:
                continue
            percent = self.sheet.shows_percent(self.rows, b.number)
            if len(growth[b.number]) < MANY and not percent:
                yield b.number

    def numbers(self, b: Bound) -> Iterator[float]:
        """The numbers of a column, be they written as texts."""
        column, dated = b.number, self.sheet.may_have_dates
        for number, row in zip(self.rows, self._in_rows(), strict=True):
            value = row.get(column)
            if value.__class__ is float and not (dated and self.sheet.has_dates(number)):
                yield value
            elif value is not None and (read := self.at(number, b)) is not None:
                yield read

    def _in_rows(self) -> Sequence[Row]:
        """The cells of the rows, which all of its columns are asked of."""
        if not self._rows:
            self._rows = list(map(self.sheet.row, self.rows))
        return self._rows

    def _writing(self, b: Bound) -> Writing:
        """How the column's text numbers are written; the table's where it leaves that open."""
        if self.said is not Writing.UNDECIDED:
            return self.said
        known = self._writings.get(b.number)
        if known is None:
            known = writing_of(self._texts(b))
            if known is Writing.UNDECIDED:
                known = writing_of(t for other in self.columns for t in self._texts(other))
            self._writings[b.number] = known
        return known

    def _texts(self, b: Bound) -> Iterator[str]:
        for number in self.rows:
            value = self.sheet.row(number).get(b.number)
            if isinstance(value, str):
                yield value
            elif self.sheet.grid.typed and isinstance(value, float) and not value.is_integer():
                yield shortest(value)
