"""What a plan, or an official, says of a table's rows and cells, for its reader to go by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from desktop.figures.finding import Severity
from desktop.returns.cells import Amount, Doubt
from desktop.returns.text_numbers import Writing
from desktop.returns.units import NO_UNITS


@dataclass(frozen=True, slots=True)
class Orders:
    """`left_out` are rows whose figures are not taken; None leaves out those that are hidden.

    `answers` gives another number for a cell, or nothing to leave it out. `writing` is how numbers
    that stand as text are written. `labels_are_names` is False where rows may be named by years,
    months and dates that stand as numbers.
    """

    left_out: frozenset[int] | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    writing: Writing = Writing.UNDECIDED
    labels_are_names: bool = True

    def answered(self, cell: str, read: Amount | Doubt | None) -> Amount | Doubt | None:
        """Put an answer in the place of what was read; what was printed is kept."""
        answer = self.answers.get(cell)
        if answer is None:
            return read
        printed = read.printed if read else ""
        if not answer:
            return Doubt(Severity.NOTE, "left_out_by_answer", printed)
        unit = read.unit if isinstance(read, Amount) else NO_UNITS
        try:
            return Amount(Decimal(answer), printed, unit=unit)
        except InvalidOperation:
            return Doubt(Severity.ERROR, "answer_no_number", answer)

    def doubt_of_negative(self, cell: str, read: Amount) -> Doubt | None:
        """What to say of trade below nothing, unless an official answered for the cell.

        Brackets around a text may be accounting's minus, or a mark; a true minus is a correction.
        """
        if cell in self.answers:
            return None
        if read.was_text and "(" in read.printed:
            return Doubt(Severity.ERROR, "bracketed_number", read.printed)
        return Doubt(Severity.WARNING, "negative_trade", read.printed)


NO_ORDERS = Orders()
"""The table is read as it stands."""
