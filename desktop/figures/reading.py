"""What reading a return gave: its figures, what was seen, and what only an official can say."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.figures.directions import AS_IT_STANDS, Directions, NameKind, TablePlan
from desktop.figures.figure import FigureRow, Rows, by_column
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.record import record
from desktop.figures.series import NATIONAL
from desktop.figures.target import Target
from desktop.figures.travelling import travelling


class DateOrigin(StrEnum):
    """Where a return's own date comes from.

    Printed in it; the publication calendar for its month; given by the user; or, where none of
    these is to be had, the day of the import.
    """

    PRINTED = "printed"
    CALENDAR = "calendar"
    GIVEN = "given"
    IMPORTED = "imported"


@travelling
@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A value column that was bound: its letter, its heading as printed, and what it was taken for.

    `meaning` is "measure · basis · period · status" in codes; `used` is False for growth columns
    (used to check only) and for columns left out, and `why` then says why, as a code.
    """

    letter: str
    heading: str
    meaning: str
    used: bool
    why: str = ""


class RegionKind(StrEnum):
    """What a part of a sheet was taken for."""

    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"
    VALUE = "value"
    GROWTH = "growth"
    NOTE = "note"
    LEFT_OUT = "left_out"


@travelling
@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of a sheet ("B4:F6") and what it was taken for; `why`, a code, if left out."""

    kind: RegionKind
    area: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet as it is drawn for an official: what stands where, texts decoded, nothing read.

    `cells` holds row, column (both from 1) and text; numbers as Excel would show them, error
    cells by their error's name. `merged` are areas ("A1:C1"). `rows` and `columns` are how far
    the sheet reaches; `cut` is True where it is larger than what `cells` gives. `typed` are the
    rows and columns of texts, which mean what they say: "1.234" is perhaps no 1.234.
    """

    name: str
    cells: tuple[tuple[int, int, str], ...]
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    rows: int = 0
    columns: int = 0
    cut: bool = False
    typed: tuple[tuple[int, int], ...] = ()


@travelling
@record
class SheetSeen:
    """One sheet of a workbook: recognised (with its columns) or left out (with a reason's code)."""

    name: str
    title: str
    used: bool
    why: str = ""
    flow: str = ""
    rows: int = 0
    columns: tuple[ColumnSeen, ...] = ()
    regions: tuple[Region, ...] = ()


class NameHow(StrEnum):
    """How a name was settled, or that it was not."""

    REMEMBERED = "remembered"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name that the catalogues do not have: remembered for its sender, or to be decided.

    `cells` are all its places in the sheet, the first one first; `suggestions` are codes of near
    names, never taken by themselves; `code` is empty while it is undecided.
    """

    how: NameHow
    kind: NameKind
    flow: str
    label: str
    sheet: str
    cells: tuple[str, ...]
    code: str = ""
    suggestions: tuple[str, ...] = ()


class Ask(StrEnum):
    """What an official is asked about a file.

    MONTH, UNIT, FLOW and WRITING are answered by a table's plan, FIGURE by a cell's answer,
    LAYOUT by plans for a sheet that no layout fits, PASSWORD by itself. NAME is answered by a
    decision that is kept for the sender. COLUMNS, whether two have changed places, is answered
    by a plan that exchanges them or, where they have not, by the cell's own number.
    """

    PASSWORD = "password"  # noqa: S105 - a word, no secret
    LAYOUT = "layout"
    MONTH = "month"
    FLOW = "flow"
    UNIT = "unit"
    WRITING = "writing"
    NAME = "name"
    FIGURE = "figure"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only an official can decide, with the answers offered, likeliest first.

    `choices` are values of the plan's field (months "2025-06", writings, units, flows), codes of
    names, or plain decimals for a cell; of COLUMNS a cell of the other column, then the number of
    this one as it stands. `about` is the label or heading in question, `found` what
    was printed, `table` the sheet's table. While a `needed` question is open, the figures it is
    about are not read.
    """

    ask: Ask
    sheet: str = ""
    cell: str = ""
    about: str = ""
    found: str = ""
    choices: tuple[str, ...] = ()
    table: int = 0
    flow: str = ""
    needed: bool = True


@travelling
@record
class Check:
    """A reconciliation: what was printed, what we compute, and whether they agree.

    `code` names the check in the language catalogue; values are in thousandths of the unit
    (`SCALE`) or, for growth, of an index. `with_archive` is True where `ours` needs figures that
    other returns brought. `unit` is that of both numbers; basis and period, as in `FigureRow`,
    are those of the figure that was checked.
    """

    code: str
    about: str
    sheet: str
    cell: str
    printed: int
    ours: int
    agrees: bool
    with_archive: bool
    unit: str
    basis: str
    period_start: int
    period_end: int

    @classmethod
    def of(
        cls, code: str, row: FigureRow, ours: int, *, agrees: bool, with_archive: bool = False
    ) -> Check:
        """Hold a figure as printed against what we compute of it."""
        about = f"{row.flow} · {row.label}"
        return cls(
            code, about, row.sheet, row.cell, row.value, ours, agrees, with_archive,
            row.unit, row.basis, row.period_start, row.period_end,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A target that a return names in its plan column: proposed, never set by itself.

    `target.document` is the workbook's name. `province` limits it, empty for the country;
    `computed` where the form prints only the share of the plan that is reached.
    """

    target: Target
    province: str = NATIONAL
    sheet: str = ""
    cell: str = ""
    printed: str = ""
    label: str = ""
    computed: bool = False


class _Sent:
    """What a reading has besides its fields: those of them that are still packed."""

    __slots__ = ("_packed",)
    _packed: bytes


@dataclass(frozen=True, slots=True)
class Reading(_Sent):
    """One workbook, read: what it is, every figure in it, and everything odd about it.

    `saved_at` is when the workbook itself says it was last saved, in UTC
    ("2025-07-06T03:12:00Z"); empty where it does not say. `tables` are the plans by which it was
    read, or that are proposed for sheets that no layout fits; `matched` counts the names that
    the catalogues have, `names` are all others. `directions` are what it was read by.

    Of a return that is stored as it is read, without a review, `sheets` and `tables` lack the
    columns of what was read, `sheets` its regions, and `checks` are only those that do not agree.
    """

    name: str
    content_hash: str
    layout: str
    sender: str
    month: Month | None
    reported_on: date | None
    date_origin: DateOrigin
    rows: tuple[FigureRow, ...]
    findings: tuple[Finding, ...] = ()
    sheets: tuple[SheetSeen, ...] = ()
    checks: tuple[Check, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    saved_at: str = ""
    tables: tuple[TablePlan, ...] = ()
    names: tuple[NameSeen, ...] = ()
    matched: int = 0
    questions: tuple[Question, ...] = ()
    directions: Directions = AS_IT_STANDS

    def __reduce__(self) -> tuple[object, ...]:
        """Let the rows travel by columns, and what only a review shows packed by itself.

        Of so many tuples, each would be sent as one; and whoever stores a return looks at none of
        what was seen on its way.
        """
        told = {f.name: getattr(self, f.name) for f in fields(self)}
        rows, packed = told.pop("rows"), {name: told.pop(name) for name in _SHOWN}
        sent = pickle.dumps(packed, pickle.HIGHEST_PROTOCOL)
        return _arrived, (by_column(rows), told, sent)

    def unpack(self) -> None:
        """Unpack what only a review shows, so that whoever looks at it need not wait."""
        getattr(self, _SHOWN[0])

    if not TYPE_CHECKING:  # for whoever checks types, there is no more than the fields

        def __getattr__(self, name: str) -> object:
            """Unpack what is asked for the first time: a field that is not there yet."""
            if name not in _SHOWN:
                raise AttributeError(f"a reading has no {name}", name=name, obj=self)
            for each, told in pickle.loads(self._packed).items():  # noqa: S301 - packed above
                object.__setattr__(self, each, told)
            return getattr(self, name)

    @property
    def refused(self) -> bool:
        """True where nothing of the file can be imported."""
        return not self.rows

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


_SHOWN = ("sheets", "checks", "tables")
"""Fields that are unpacked when they are first looked at."""


def _arrived(
    columns: tuple[tuple[Any, ...], ...], others: dict[str, Any], packed: bytes
) -> Reading:
    """Put a reading together again as it travelled."""
    made = object.__new__(Reading)
    told = {**others, "rows": Rows.of(columns), "_packed": packed}
    for name, value in told.items():
        object.__setattr__(made, name, value)
    return made
