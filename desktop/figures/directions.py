"""How a workbook is to be read: what was recognised, what an official says, what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL
from desktop.figures.travelling import travelling

LEAVE_OUT = "-"
"""In place of a code: rows of this name are left out, and nobody is asked again."""


class ColumnRole(StrEnum):
    """What a column of a table is for."""

    LABEL = "label"
    VALUE = "value"
    GROWTH = "growth"
    LEFT_OUT = "left_out"


@travelling
@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """How one column is read. What is empty is left to the row, to the table, to the heading.

    Codes are those of `figures.series`, `figures.period` and `figures.figure`; `unit` is a
    factor and a unit ("1 USD", "1000 t", "0.001 t", "1000000 USD", "1 pcs", "index", "percent");
    `start` and `end` are months ("2025-06"). `heading` is what stood over the column, by which a
    learned layout finds it again wherever it has moved. `why` says, as a code, why it is left out.
    """

    letter: str
    heading: str = ""
    role: ColumnRole = ColumnRole.VALUE
    flow: str = ""
    measure: str = ""
    item: str = ""
    market: str = ""
    ownership: str = ""
    unit: str = ""
    basis: str = ""
    start: str = ""
    end: str = ""
    status: str = ""
    why: str = ""


@travelling
@dataclass(frozen=True, slots=True)
class TablePlan:
    """How one table of a sheet is read, with every part said.

    It is what the engine recognised or proposes, what the official corrects by pointing, and
    what a learned layout keeps. Rows count from 1, both ends included; 0 means "none". `table`
    counts the sheet's tables from the top. `area` is whose trade it is: empty for the country, a
    province, or another country's ISO code. `writing` ("1.234,5" or "1,234.5") is how numbers
    that stand as text are written. `month` ("2025-06") is what the return is about, empty where
    the headings say so. With `periods_in_rows` each row is a month or year and the columns are
    what is measured. `recipe` names the engine's own layout, empty where it knows none.
    `left_out_names` are the names of rows that an official left out, by which a learned layout
    leaves them out wherever they stand.
    """

    sheet: str
    table: int = 0
    title: str = ""
    heading_first: int = 0
    heading_last: int = 0
    first_row: int = 0
    last_row: int = 0
    columns: tuple[ColumnPlan, ...] = ()
    left_out_rows: tuple[int, ...] = ()
    flow: str = ""
    unit: str = ""
    status: str = ""
    month: str = ""
    area: str = NATIONAL
    writing: str = ""
    periods_in_rows: bool = False
    recipe: str = ""
    left_out_names: tuple[str, ...] = ()


def lasting_start(column: ColumnPlan) -> str:
    """The first month of a year to date that does not begin in January; empty for others.

    A layout keeps it, as its heading ("FYTD") does not say it: each file's own month ends it.
    """
    fiscal = column.basis == Basis.CUMULATIVE and column.start[-2:] not in {"", "01"}
    return column.start if fiscal else ""


def lasting_column(column: ColumnPlan) -> ColumnPlan:
    """Give a column without its months, which each file says itself; but see `lasting_start`."""
    return replace(column, start=lasting_start(column), end="")


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What an official says of one cell: another number, as a plain decimal, or leave it out.

    The number is in the unit that the cell's column is printed in. What was printed is kept.
    """

    sheet: str
    cell: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Directions:
    """All that an official said of one file. Empty: read it as it stands.

    `plans` replace what is recognised, table by table. `password` opens the file; it is never
    stored.
    """

    plans: tuple[TablePlan, ...] = ()
    answers: tuple[CellAnswer, ...] = ()
    sender: str = ""
    password: str = field(default="", repr=False)

    def with_plan(self, plan: TablePlan) -> Directions:
        """Put a plan in the place of the one for the same table, if there is one."""
        others = tuple(p for p in self.plans if (p.sheet, p.table) != (plan.sheet, plan.table))
        return replace(self, plans=(*others, plan))

    def with_answer(self, answer: CellAnswer) -> Directions:
        """Put an answer in the place of the one for the same cell, if there is one."""
        others = tuple(a for a in self.answers if (a.sheet, a.cell) != (answer.sheet, answer.cell))
        return replace(self, answers=(*others, answer))


AS_IT_STANDS = Directions()


class NameKind(StrEnum):
    """What a label names."""

    ITEM = "item"
    MARKET = "market"
    PROVINCE = "province"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What a sender means by a name, as an official decided.

    `flow` is empty for names that mean the same in both. `label` is the name as printed; two
    spellings with one `name_key` are one name. `code` is a catalogue's, `NEW` with a name, or
    `LEAVE_OUT`. `decided_at` is UTC, ISO 8601; it and `decided_by` are empty before it is kept.
    """

    sender: str
    kind: NameKind
    flow: str
    label: str
    code: str
    decided_at: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class LearnedLayout:
    """A layout that an official taught: how to know it again, and how its tables are read.

    A table is known by its title and headings without their numbers and dates, never by its
    place. In `plans` the letters and rows are those of the file it was taught on; `month`,
    `start` and `end` are empty wherever headings or rows say them. `number` is the archive's.
    """

    name: str
    sender: str
    plans: tuple[TablePlan, ...]
    made_at: str = ""
    made_by: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What an archive's officials have taught so far, for the reader to go by."""

    decisions: tuple[NameDecision, ...] = ()
    layouts: tuple[LearnedLayout, ...] = ()


NOTHING_LEARNED = Knowledge()
