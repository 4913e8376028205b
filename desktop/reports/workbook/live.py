"""Formulas that know their value: what a cell computes, and the number it shows before it does.

A workbook is often read where nothing recalculates it (a preview, a phone, a script). Building
the formula and its value in one step is what keeps the two from parting.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

_SUM, _PRODUCT, _ATOM = 1, 2, 3
_SAME = 1e-6
"""One US dollar in a million, which adding floats may lose on the way."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: sheet, row and column (both from 0)."""

    sheet: str
    row: int
    column: int

    def seen_from(self, sheet: str) -> str:
        """Write the cell as a formula on a sheet refers to it."""
        cell = xl_rowcol_to_cell(self.row, self.column)
        return cell if sheet == self.sheet else f"{quote_sheetname(self.sheet)}!{cell}"

    @property
    def absolute(self) -> str:
        """Write the cell as a defined name refers to it."""
        cell = xl_rowcol_to_cell(self.row, self.column, row_abs=True, col_abs=True)
        return f"={quote_sheetname(self.sheet)}!{cell}"


@dataclass(frozen=True, slots=True)
class Live:
    """A formula in pieces, and its value; `value` is None where a part of it is not known."""

    pieces: tuple[str | Place, ...]
    value: float | None
    rank: int = _ATOM

    @classmethod
    def cell(cls, place: Place, value: float | None) -> Self:
        """Refer to a cell that holds a value."""
        return cls((place,), value)

    @classmethod
    def name(cls, name: str, value: float | None) -> Self:
        """Refer to a defined name."""
        return cls((name,), value)

    @classmethod
    def number(cls, value: float) -> Self:
        """A number written out in the formula."""
        return cls((f"{value:.15g}",), value)

    @classmethod
    def unknown(cls) -> Self:
        """A part that is not known, and so is everything computed from it."""
        return cls(("NA()",), None)

    def formula(self, sheet: str) -> str:
        """Write the formula as it stands on a sheet, with its equals sign."""
        written = (p if isinstance(p, str) else p.seen_from(sheet) for p in self.pieces)
        return "=" + "".join(written)

    def __add__(self, other: Live | float) -> Live:
        """Add."""
        b = _live(other)
        value = None if self.value is None or b.value is None else self.value + b.value
        return Live((*self._within(_SUM), "+", *b._within(_SUM)), value, _SUM)

    def __sub__(self, other: Live | float) -> Live:
        """Subtract."""
        b = _live(other)
        value = None if self.value is None or b.value is None else self.value - b.value
        return Live((*self._within(_SUM), "-", *b._within(_PRODUCT)), value, _SUM)

    def __mul__(self, other: Live | float) -> Live:
        """Multiply."""
        b = _live(other)
        value = None if self.value is None or b.value is None else self.value * b.value
        return Live((*self._within(_PRODUCT), "*", *b._within(_PRODUCT)), value, _PRODUCT)

    def __truediv__(self, other: Live | float) -> Live:
        """Divide; by nothing, or by what is not known, the value is not known."""
        b = _live(other)
        value = None if self.value is None or not b.value else self.value / b.value
        return Live((*self._within(_PRODUCT), "/", *b._within(_ATOM)), value, _PRODUCT)

    def at_least_zero(self) -> Live:
        """Take nothing instead of less than nothing."""
        value = None if self.value is None else max(0.0, self.value)
        return Live(("MAX(0,", *self.pieces, ")"), value)

    def _within(self, rank: int) -> tuple[str | Place, ...]:
        return self.pieces if self.rank >= rank else ("(", *self.pieces, ")")


def _live(value: Live | float) -> Live:
    return value if isinstance(value, Live) else Live.number(value)


def total(cells: Sequence[Live]) -> Live:
    """Sum a run of cells, first to last; cells without a value count for nothing, as in Excel."""
    known = [c.value for c in cells if c.value is not None]
    ends = (*cells[0].pieces, ":", *cells[-1].pieces)
    return Live(("SUM(", *ends, ")"), sum(known) if known else None)


def agreeing(live: Live, value: float | None) -> Live | float | None:
    """Give the formula where it comes to the value of the analysis; else that value alone."""
    if value is None or live.value is None:
        return value
    return live if math.isclose(live.value, value, rel_tol=_SAME, abs_tol=_SAME) else value
