"""What the doubts about a return are called: checks, findings, and questions to the official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.analysis.changed_places import Exchange
from desktop.analysis.in_print import in_print, in_words, plain, printed_number
from desktop.analysis.tolerances import is_detail
from desktop.figures.directions import TablePlan
from desktop.figures.figure import FigureRow, Status
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import Ask, Check, Question, Reading
from desktop.figures.series import SCALE, TRADE, Unit

if TYPE_CHECKING:  # whoever reads needs none of what they load
    from desktop.analysis.exchanged import Told
    from desktop.analysis.held_against import Held
    from desktop.analysis.scale import Doubt
    from desktop.analysis.stale import Stale

_DIGIT = 2
"""A power of ten up to this is a digit or a decimal point out of place; above it, another unit."""
_UNITS = {
    (Unit.USD, 0): "scale_usd",
    (Unit.USD, 3): "scale_thousand_usd",
    (Unit.USD, 6): "scale_million_usd",
    (Unit.USD, 9): "scale_billion_usd",
    (Unit.TONNES, 0): "scale_tonnes",
    (Unit.TONNES, 3): "scale_thousand_tonnes",
    (Unit.PIECES, 0): "scale_pieces",
    (Unit.PIECES, 3): "scale_thousand_pieces",
}
_CHOSEN = {0: "1", 3: "1000", 6: "1000000", 9: "1000000000"}


def of_held(held: Iterable[Held]) -> Iterator[Finding]:
    """Say of months and growth what is beyond all usual revision.

    What rests on an estimate, or on one partner's item, is a note: both are revised by more than
    any limit, now and then.
    """
    for one in held:
        if one.agrees:
            continue
        row, past, check = one.row, one.past, one.check
        soft = past.firmness == Status.ESTIMATE.rank or is_detail(row)
        found, expected = check.printed, check.ours
        base = f"{row.label} ({in_words(past.value, past.unit)} · {past.file})"
        yield Finding(
            Severity.NOTE if soft else Severity.WARNING, f"check_{check.code}",
            check.sheet, check.cell,
            in_words(found, check.unit), in_words(expected, check.unit), base,
        )  # fmt: skip


def of_figure(doubt: Doubt) -> tuple[Check, Finding]:
    """Hold a figure against what is usual, and call the difference by its name."""
    row = doubt.row
    check = Check.of("usual_level", row, doubt.usual, agrees=False, with_archive=True)
    usual = in_print(row, doubt.usual)
    finding = Finding(
        Severity.WARNING, _name(doubt), row.sheet, row.cell, row.printed, usual, row.label
    )
    return check, finding


def of_column(doubt: Doubt, count: int) -> Finding:
    """Say of a whole column what unit it is probably in."""
    row = doubt.row
    return Finding(
        Severity.ERROR, f"column_{_name(doubt)}", row.sheet, row.cell, str(count),
        in_print(row, doubt.usual), row.label,
    )  # fmt: skip


def _name(doubt: Doubt) -> str:
    if abs(doubt.power) <= _DIGIT:
        return "scale_digit"
    return _UNITS.get((Unit(doubt.row.unit), _probable(doubt)), "scale_unit")


def _probable(doubt: Doubt) -> int:
    """Power of ten of the unit that the cell is probably in."""
    number = printed_number(doubt.row)
    if number is None:
        return -1
    return (Decimal(doubt.row.value) / SCALE / number).adjusted() - doubt.power


def figure_question(doubt: Doubt) -> Question | None:
    """Offer the number with its point moved, then the one printed."""
    row, number = doubt.row, printed_number(doubt.row)
    if number is None:
        return None
    moved = plain(number.scaleb(-doubt.power))
    return Question(
        Ask.FIGURE, row.sheet, row.cell, row.label, row.printed, (moved, plain(number)),
        flow=row.flow, needed=False,
    )  # fmt: skip


def unit_question(doubt: Doubt, reading: Reading) -> Question:
    """Ask for the unit of a column: the probable one first, then the one it was read in."""
    row, probable = doubt.row, _probable(doubt)
    choices = tuple(
        f"{_CHOSEN[power]} {row.unit}"
        for power in (probable, probable + doubt.power)
        if power in _CHOSEN
    )
    return Question(
        Ask.UNIT, row.sheet, row.cell, row.label, row.printed, choices,
        table_of(row, reading.tables), row.flow,
    )  # fmt: skip


def of_months(told: Told, reading: Reading) -> tuple[Finding, Question]:
    """Say that a column holds another month's figures, and ask which month it is."""
    row = told.row
    here, there = Month.from_ordinal(row.period_end), Month.from_ordinal(told.month)
    code = "months_exchanged" if told.exchanged else "content_of_other_month"
    finding = Finding(
        Severity.ERROR, code, row.sheet, row.cell, str(here), str(there), str(told.figures)
    )
    question = Question(
        Ask.MONTH, row.sheet, row.cell, row.label, str(here), (str(there), str(here)),
        table_of(row, reading.tables), row.flow,
    )  # fmt: skip
    return finding, question


def of_stale(found: Stale) -> Finding:
    """Say that a cell is printed as it was for the period before."""
    row = found.row
    return Finding(
        Severity.WARNING, "stale_cell", row.sheet, row.cell, row.printed, found.past.file, row.label
    )


def of_exchange(found: Exchange, tables: Sequence[TablePlan]) -> tuple[Finding, Question]:
    """Say that two columns have changed places, and ask; of two tables, which flow this one is."""
    row, other = found.row, found.other
    finding = Finding(
        Severity.ERROR, found.kind, row.sheet, row.cell, row.printed, other.cell,
        str(found.figures),
    )  # fmt: skip
    table = table_of(row, tables)
    if row is other:
        flows = (next(flow for flow in TRADE if flow != row.flow).value, row.flow)
        return finding, Question(
            Ask.FLOW, row.sheet, row.cell, row.label, row.flow, flows, table, row.flow
        )
    number = printed_number(row)
    kept = plain(number) if number is not None else row.printed
    return finding, Question(
        Ask.COLUMNS, row.sheet, row.cell, row.label, row.printed, (other.cell, kept), table,
        row.flow,
    )  # fmt: skip


def table_of(row: FigureRow, tables: Sequence[TablePlan]) -> int:
    """Which of its sheet's tables a figure stands in."""
    number = int("".join(c for c in row.cell if c.isdigit()) or 0)
    for plan in tables:
        if plan.sheet == row.sheet and plan.first_row <= number <= plan.last_row:
            return plan.table
    return 0
