"""Where rows go when others are put in before them, and what becomes of the names of areas.

As in Excel, what lies beneath moves down, and an area grows where rows are put in within it. An
area that ends with the last row of a table grows with the table as well: a total beneath it, a
chart of it, its formats are of the whole table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.reports.template.cell_names import LAST_ROW, Area, column_number

_END = r"(\$?)([A-Za-z]{1,3})?(\$?)([1-9][0-9]{0,6})?"
_REFERENCE = re.compile(rf"{_END}(?:(:){_END})?(#?)")


class Corner(NamedTuple):
    """One end of a reference: its column as it is written, and its row; absolute with a dollar."""

    column: str
    dollar: str
    row: int | None

    def __str__(self) -> str:
        """Write it as it was."""
        return f"{self.column}{self.dollar}{self.row or ''}"

    @property
    def is_relative(self) -> bool:
        """True where it moves with the cell that it is written in."""
        return self.row is not None and not self.dollar


@dataclass(frozen=True, slots=True)
class Growing:
    """A table that grows: from its first row `top` to before `at`, in its columns."""

    at: int
    top: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Shift:
    """How the rows of one sheet move: `gaps` says how many are put in before a row."""

    gaps: Mapping[int, int] = field(default_factory=dict)
    growing: Sequence[Growing] = ()

    def __bool__(self) -> bool:
        """Say whether anything moves."""
        return bool(self.gaps)

    def row(self, row: int) -> int:
        """Give a row's new number."""
        return row + sum(count for at, count in self.gaps.items() if at <= row)

    def between(self, first: int, last: int) -> int:
        """Count the rows that are put in after one row and not after another."""
        return sum(count for at, count in self.gaps.items() if first < at <= last)

    def new_rows(self) -> Iterator[tuple[int, int]]:
        """Give each row that is put in by its new number, and the old row before it."""
        for at in sorted(self.gaps):
            first = self.row(at) - self.gaps[at]
            yield from ((row, at - 1) for row in range(first, first + self.gaps[at]))

    def area(self, area: Area, *, grows: bool) -> Area:
        """Give an area's new corners; `grows` lets it grow with a table that ends as it does."""
        if (area.top, area.bottom) == (1, LAST_ROW):
            return area
        bottom = self.row(area.bottom)
        if grows and any(self._ends_with(area, table) for table in self.growing):
            bottom += self.gaps.get(area.bottom + 1, 0)
        return area._replace(top=self.row(area.top), bottom=bottom)

    def reference(self, written: str, *, single_grows: bool = False) -> str | None:
        """Write the reference to the same cells; None for what is no reference."""
        corners = corners_of(written)
        if corners is None:
            return None
        first, last = corners[0], corners[-1]
        if first.row is None or last.row is None:
            return written
        columns = [column_number(c.column.replace("$", "")) for c in corners if c.column]
        left, right = min(columns, default=1), max(columns, default=16_384)
        old = Area(min(first.row, last.row), left, max(first.row, last.row), right)
        new = self.area(old, grows=len(corners) > 1 or single_grows)
        if new == old:
            return written
        spill = "#" if written.endswith("#") else ""
        if len(corners) == 1 and new.top == new.bottom:
            return f"{first._replace(row=new.top)}{spill}"
        if first.row > last.row:
            return f"{first._replace(row=new.bottom)}:{last._replace(row=new.top)}"
        return f"{first._replace(row=new.top)}:{last._replace(row=new.bottom)}{spill}"

    def references(self, written: str, *, single_grows: bool = False) -> str:
        """Write a list of references, parted by blanks."""
        return " ".join(
            self.reference(one, single_grows=single_grows) or one for one in written.split()
        )

    @staticmethod
    def _ends_with(area: Area, table: Growing) -> bool:
        ends = area.bottom + 1 == table.at and area.bottom >= table.top
        return ends and area.left <= table.right and table.left <= area.right


def corners_of(written: str) -> tuple[Corner, ...] | None:
    """Take a reference apart into its one or two ends; None for what is no reference."""
    found = _REFERENCE.fullmatch(written)
    if found is None:
        return None
    ends = [_corner(*found.group(1, 2, 3, 4))]
    if found[5]:
        ends.append(_corner(*found.group(6, 7, 8, 9)))
    one, other = ends[0], ends[-1]
    if len(ends) == 1 and not (one.column and one.row):
        return None
    same = bool(one.column) == bool(other.column) and bool(one.row) == bool(other.row)
    return tuple(ends) if same and (one.column or one.row) else None


def _corner(dollar: str, letters: str | None, second: str, row: str | None) -> Corner:
    if letters is None:  # 7:9 has its only dollar before the row
        return Corner("", dollar or second, int(row) if row else None)
    return Corner(f"{dollar}{letters}", second, int(row) if row else None)
