"""What reading a return gave, and how it compares with what the archive holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.series import NATIONAL
from desktop.figures.target import Target


class DateOrigin(StrEnum):
    """Where a return's own date comes from.

    Printed in it; the publication calendar for its month; given by the user; or, where none of
    these is to be had, the day of the import.
    """

    PRINTED = "printed"
    CALENDAR = "calendar"
    GIVEN = "given"
    IMPORTED = "imported"


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


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """One sheet of a workbook: recognised (with its columns) or left out (with a reason's code)."""

    name: str
    title: str
    used: bool
    why: str = ""
    flow: str = ""
    rows: int = 0
    columns: tuple[ColumnSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A reconciliation: what was printed, what we compute, and whether they agree.

    `code` names the check in the language catalogue; values are in thousandths of the unit
    (`SCALE`) or, for growth, of an index.
    """

    code: str
    about: str
    sheet: str
    cell: str
    printed: int
    ours: int
    agrees: bool


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


@dataclass(frozen=True, slots=True)
class Reading:
    """One workbook, read: what it is, every figure in it, and everything odd about it.

    `saved_at` is when the workbook itself says it was last saved, in UTC
    ("2025-07-06T03:12:00Z"); empty where it does not say.
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

    @property
    def refused(self) -> bool:
        """True where nothing of the file can be imported."""
        return not self.rows

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that a return would change: where it stands in the archive, and where it is new."""

    row: FigureRow
    old_value: int
    old_reported_on: str
    old_file: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a reading compares with the archive, before anything is written.

    `new` are first figures of their series and period, `changed` revise a figure held,
    `same` repeat it, `older` are kept but do not win (a newer return is already in), `rivals`
    neither, against a return of the same day and firmness, which `findings` name.
    `already` is the archive's number of the return that has the same content, if it is in.
    `kinds` has one letter for each row of the reading, in its order: n(ew), c(hanged), s(ame),
    o(lder), r(ival); it is empty where nothing was compared.
    """

    new: int = 0
    changed: tuple[Change, ...] = ()
    same: int = 0
    older: int = 0
    already: int | None = None
    kinds: str = ""
    rivals: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredReturn:
    """A return in the archive, as `returns` lists it."""

    number: int
    name: str
    content_hash: str
    sender: str
    layout: str
    month: Month | None
    reported_on: date
    date_origin: DateOrigin
    imported_at: str
    imported_by: str
    figures: int
    withdrawn: bool = False
    findings: tuple[Finding, ...] = field(default=())
