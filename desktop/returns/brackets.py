"""Numbers in brackets under exports or imports: a minus, or a mark? Each column decides once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.figures.figure import FigureRow, scaled
from desktop.figures.finding import Finding, Severity
from desktop.figures.series import TOTAL, WORLD, Ownership
from desktop.returns.binding import Bound
from desktop.returns.cells import Amount, Doubt
from desktop.returns.grid import area, letters
from desktop.returns.row_line import Line
from desktop.returns.row_units import Counted

_EXAMPLES = 3
_CLEAR = 4
"""The two sums lie so many times farther apart than rounding can explain."""


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A number in brackets that waits for its column, and how it is counted."""

    line: Line
    bound: Bound
    read: Amount
    cell: str
    counted: Counted

    def with_sign(self, sign: int) -> Amount:
        """The number as its column says it is meant."""
        return Amount(abs(self.read.number) * sign, self.read.printed, was_text=True)


@dataclass(slots=True)
class Brackets:
    """A table's numbers in brackets, and what an official said of one of a column."""

    _waiting: dict[int, list[Bracketed]] = field(default_factory=dict)
    _said: dict[int, int] = field(default_factory=dict)

    def take(self, one: Bracketed) -> None:
        """Let a number wait for its column."""
        self._waiting.setdefault(one.bound.number, []).append(one)

    def hear(self, b: Bound, printed: Amount | Doubt | None, answered: object) -> None:
        """Note an answer that gives one of a column's numbers a sign and leaves it as it is."""
        if not isinstance(printed, Amount) or not isinstance(answered, Amount):
            return
        if is_bracketed(printed) and abs(printed.number) == abs(answered.number):
            self._said.setdefault(b.number, -1 if answered.number < 0 else 1)

    def settled(
        self, sheet: str, rows: Sequence[FigureRow]
    ) -> Iterator[tuple[list[Bracketed], int, list[Finding]]]:
        """Give each column's numbers, the sign they have or 0, and what there is to say."""
        for column, waiting in self._waiting.items():
            if said := self._said.get(column):
                yield waiting, said, []
                continue
            name = letters(column)
            beside = [row for row in rows if row.cell.rstrip("0123456789") == name]
            sign = sign_by_total(beside, waiting)
            yield waiting, sign, [*_told(sheet, waiting, sign)]

    def put_in_order(self, rows: list[FigureRow]) -> None:
        """Let figures that waited stand where their cells do."""
        if self._waiting:
            rows.sort(key=lambda row: area(row.cell)[:2])


def _told(sheet: str, waiting: Sequence[Bracketed], sign: int) -> Iterator[Finding]:
    """Say what the total proves; else name each number that nobody can decide."""
    if sign:
        code = "brackets_are_minus" if sign < 0 else "brackets_are_marks"
        cells = ", ".join([one.cell for one in waiting[:_EXAMPLES]])
        more = ", …" if len(waiting) > _EXAMPLES else ""
        yield Finding(Severity.NOTE, code, sheet, found=str(len(waiting)), about=cells + more)
        return
    for one in waiting:
        yield Finding(
            Severity.ERROR, "bracketed_number", sheet, one.cell, one.read.printed,
            about=one.line.label,
        )  # fmt: skip


def is_bracketed(read: Amount) -> bool:
    """Say whether a number below nothing stood as a text in brackets."""
    return read.was_text and read.number < 0 and "(" in read.printed.replace("\uff08", "(")


def sign_by_total(rows: Iterable[FigureRow], waiting: Sequence[Bracketed]) -> int:
    """What the total of a column says of its numbers in brackets: -1, 1, or 0 where it is silent.

    `rows` are the column's figures. They and what waits must sum up to the total that is printed,
    in one way and not in the other.
    """
    of_all = [row for row in rows if row.ownership == Ownership.ALL.value]
    totals = [row for row in of_all if _is_total(row.item, row.market)]
    parts = [row for row in of_all if not _is_total(row.item, row.market)]
    units = {row.unit for row in of_all} | {one.counted.unit.value for one in waiting}
    several = len(units) != 1 or len({(row.flow, row.province) for row in of_all}) != 1
    if len(totals) != 1 or several or any(map(_is_no_part, waiting)):
        return 0
    in_brackets = sum(scaled(abs(one.read.number) * one.counted.factor) for one in waiting)
    rounding = (len(parts) + len(waiting) + 1) * max(map(_half_a_digit, waiting))
    rest = totals[0].value - sum(row.value for row in parts)
    agree = [sign for sign in (-1, 1) if abs(rest - sign * in_brackets) <= rounding]
    return agree[0] if len(agree) == 1 and in_brackets > _CLEAR * rounding else 0


def _is_total(item: str, market: str) -> bool:
    return item == TOTAL and market == WORLD


def _is_no_part(one: Bracketed) -> bool:
    """Say whether a number is a total's or a sector's, which no sum of goods or markets counts."""
    subject, b = one.line.subject, one.bound
    whole = _is_total(b.item or subject.item, b.market or subject.market)
    return whole or (b.ownership or subject.ownership) is not Ownership.ALL


def _half_a_digit(one: Bracketed) -> int:
    exponent = one.read.number.as_tuple().exponent
    digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return scaled(digit * one.counted.factor) // 2 + 1
