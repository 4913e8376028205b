"""What the figures of a table's rows count: tonnes, pieces or dollars, and how many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop.figures.finding import Severity
from desktop.figures.series import Measure, Unit
from desktop.returns.binding import Bound
from desktop.returns.cells import Doubt
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.found_table import Table
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.own_units import OwnUnits
from desktop.returns.plans.money import strange
from desktop.returns.row_line import Line
from desktop.returns.row_units import PIECE_ITEMS, Counted, RowUnits
from desktop.returns.sheet import Sheet
from desktop.returns.units import NO_UNITS, NOT_OURS, OTHER_MONEY, Units, foreign_unit


@dataclass(eq=False)
class Counting:
    """Settles units, cell by cell; `scales` are how columns print growth."""

    sheet: Sheet
    table: Table
    taken: Sequence[Bound]
    cells: ColumnNumbers
    scales: dict[int, GrowthScale]
    own: OwnUnits
    _known: dict[tuple[object, ...], Counted | None] = field(default_factory=dict)

    def counted(self, line: Line, b: Bound, mark: str) -> Counted | None:
        """Settle what a figure counts; None where nothing says it, or it is none of ours.

        `mark` is that of a footnote which goes on counting for the rows beneath its own.
        """
        if b.growth:
            if line.unit == OTHER_MONEY:
                return None
            other = Measure.GROWTH_QUANTITY if line.is_weighed else Measure.GROWTH_VALUE
            return Counted(b.kept_measure or other, Unit.INDEX, self.scales[b.number].factor)
        note = self.table.footnotes.get(line.subject.mark or mark, NO_UNITS)
        by_piece = line.subject.item in PIECE_ITEMS
        key = (b.number, line.unit, note, by_piece, line.measure)
        known = self._known.get(key, ...)
        if known is not ...:
            return known
        overall = b.units.over(self.table.units) if b.units else self.table.units
        said = RowUnits(line.unit, b.column.units, note, overall)
        counted = said.counted(b.measure or line.measure, by_piece=by_piece)
        return self._known.setdefault(key, self.cells.as_shown(counted, b))

    def of_cell(self, line: Line, b: Bound, mark: str, own: Units) -> Counted | Doubt | None:
        """Settle what a figure counts whose cell may say a unit of its `own`.

        A doubt where that is none of the column's measure, or where a column of thousands has a
        cell of single ones: which of the two is meant cannot be told.
        """
        counted = self.counted(line, b, mark)
        if not own:
            return counted
        money = own.money is not None
        measure = b.measure or line.measure or (Measure.VALUE if money else Measure.QUANTITY)
        if b.growth or (measure is Measure.VALUE) is not money:
            return Doubt(Severity.ERROR, "unit_beside_unit", "")
        said = RowUnits(NO_UNITS, own, NO_UNITS, NO_UNITS).counted(measure, by_piece=False)
        if said and counted and not counted.assumed:
            alike = said.unit is counted.unit and not (said.factor == 1 < counted.factor)
            if not alike:
                return Doubt(Severity.ERROR, "unit_beside_unit", f"{counted.factor} {counted.unit}")
        return said

    def missing(self, line: Line) -> tuple[str, str]:
        """Why a figure has no unit, as a code, and what says another one."""
        return ("uncounted_unit", self.own.printed) if line.unit in NOT_OURS else self._missing

    @cached_property
    def _missing(self) -> tuple[str, str]:
        if self.table.units_denied:
            return "units_disagree", " / ".join(self.table.units_denied)
        above = (n for n in self.sheet.numbers if n < self.table.rows[0])
        texts = (text for n in above for _, text in self.sheet.texts(n))
        strange_one = next((text for text in texts if foreign_unit(text) or strange(text)), "")
        return ("unknown_unit" if strange_one else "no_unit"), strange_one

    def by_price(self, line: Line, counted: Counted, mark: str) -> Counted:
        """Let the prices that the row implies say how pieces are counted."""
        for b in self.taken:
            if b.measure is Measure.QUANTITY and not b.growth:
                printed, worth = self.cells.printed(line.number, b), self._worth(line, b, mark)
                counted = counted.by_price(line.subject.item, printed, worth)
        return counted

    def _worth(self, line: Line, b: Bound, mark: str) -> float:
        """US dollars that stand in the row for the same period; 0 where none do."""
        for other in self.taken:
            same = other.period == b.period and other.measure is Measure.VALUE and not other.growth
            value = self.cells.printed(line.number, other) if same else 0
            if value and (counted := self.counted(line, other, mark)):
                return value * float(counted.factor)
        return 0
