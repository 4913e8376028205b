"""What a row itself says it is counted in: its cell, its name, or the name over its section."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.figures.series import TOTAL
from desktop.returns.found_table import Table
from desktop.returns.labels import Kind, Subject
from desktop.returns.units import (
    NO_UNITS,
    NOT_OURS,
    OTHER_MONEY,
    Units,
    repeats_unit,
    without_unit,
)


@dataclass(slots=True)
class OwnUnits:
    """Reads the units of rows from the top.

    What stands beneath "Giá trị sản xuất (tỷ đồng)" is in that money, too, up to where another
    unit, a section or a total is named. `printed` is what said the last unit that is none of ours.
    """

    table: Table
    printed: str = ""
    _section: str = ""
    _cell: str = ""

    def said(self, cell: str, label: str, subject: Subject) -> Units:
        """Say what a row is counted in, by its unit's cell and its name; call it once per row."""
        if cell:
            cell = self._cell = self._cell if repeats_unit(cell) else cell
        name, behind = without_unit(label)
        own = self.table.unit_in(cell).over(behind)
        if own is NO_UNITS and not self._section:  # as nearly every row
            return own
        if own in NOT_OURS:
            self.printed = cell or label[len(name) :].strip(" ,;:()[]-\u2013")
        is_row = subject.kind is Kind.ROW
        if own or subject.kind is Kind.SECTION or (is_row and subject.item == TOTAL):
            self._section = "" if is_row or own != OTHER_MONEY else self.printed
        elif self._section:
            self.printed = self._section
            return OTHER_MONEY
        return own
