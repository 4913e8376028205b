"""Cells that the other figures of their own file contradict: which one errs, what it must be."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop.analysis.in_print import in_print, plain, printed_number
from desktop.figures.directions import CellAnswer
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Ask, Question
from desktop.returns.reconcile import Equation

_POWERS = (1, 2, 3)
_NEAR = 0.02
"""Of a small cell in a large sum rounding says nothing: it must be this near as a share, too."""


class Misprint(NamedTuple):
    """A cell that errs, and the value that the file's other figures leave for it."""

    row: FigureRow
    must_be: int
    power: int


def misprints(equations: Iterable[Equation]) -> list[Misprint]:
    """Find the one cell of a failing equation that errs, where it can be told.

    It can where one cell alone, with its point moved, makes the equation hold; or where two
    equations that fail leave the same value for the cell that they share.
    """
    asked: dict[tuple[str, str], list[tuple[FigureRow, int, float]]] = defaultdict(list)
    found: dict[tuple[str, str], Misprint] = {}
    for equation in equations:
        if equation.holds:
            continue
        moved = []
        for row, left in _left_for_each(equation):
            asked[row.sheet, row.cell].append((row, left, equation.tolerance))
            if power := _power(row.value, left, equation.tolerance):
                moved.append(Misprint(row, left, power))
        if len(moved) == 1:
            found.setdefault((moved[0].row.sheet, moved[0].row.cell), moved[0])
    for place, values in asked.items():
        if place not in found and len(values) > 1 and _agree(values):
            row, left, _ = values[0]
            found[place] = Misprint(row, left, 0)
    return list(found.values())


def _left_for_each(equation: Equation) -> Iterator[tuple[FigureRow, int]]:
    """What the others leave for each cell; nothing where that is no amount."""
    total = sum(part.value for part in equation.parts)
    yield equation.whole, total
    for part in equation.parts:
        left = equation.whole.value - total + part.value
        if left > 0:
            yield part, left


def _power(value: int, left: int, tolerance: float) -> int:
    """The power of ten by which the cell must be multiplied; 0 for none."""
    if value <= 0 or left <= 0:
        return 0
    power = round(math.log10(left / value))
    near = abs(value * 10.0**power - left) <= min(tolerance, left * _NEAR)
    return power if abs(power) in _POWERS and near else 0


def _agree(values: Sequence[tuple[FigureRow, int, float]]) -> bool:
    """Say whether several equations leave the same value for their cell, but for rounding."""
    left = [value for _, value, _ in values]
    return min(left) > 0 and max(left) - min(left) <= 2 * max(margin for *_, margin in values)


def findings_of(found: Iterable[Misprint]) -> list[Finding]:
    """Say of each cell what it must be."""
    return [
        Finding(
            Severity.WARNING, "misprinted", m.row.sheet, m.row.cell, m.row.printed,
            in_print(m.row, m.must_be), m.row.label,
        )
        for m in found
    ]  # fmt: skip


def questions_of(found: Iterable[Misprint], answers: Sequence[CellAnswer]) -> list[Question]:
    """Offer the computed number, the one with its point moved, and the one printed."""
    answered = {(answer.sheet, answer.cell) for answer in answers}
    return [
        Question(
            Ask.FIGURE, m.row.sheet, m.row.cell, m.row.label, m.row.printed,
            _choices(m, number), flow=m.row.flow, needed=False,
        )
        for m in found
        if (m.row.sheet, m.row.cell) not in answered
        and (number := printed_number(m.row)) is not None
    ]  # fmt: skip


def _choices(misprint: Misprint, number: Decimal) -> tuple[str, ...]:
    digits = max(0, -int(number.normalize().as_tuple().exponent))
    must_be = round(Decimal(in_print(misprint.row, misprint.must_be)), digits)
    moved = [plain(number.scaleb(misprint.power))] if misprint.power else []
    return tuple(dict.fromkeys((*_first(moved, must_be), plain(number))))


def _first(moved: Sequence[str], must_be: Decimal) -> Iterator[str]:
    """The digits printed, where they say the same; else what was computed comes first."""
    alike = moved and abs(Decimal(moved[0]) - must_be) <= abs(must_be) / 1000
    yield from (moved if alike else (plain(must_be), *moved))
