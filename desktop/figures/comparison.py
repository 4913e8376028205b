"""How a reading compares with what the archive holds, and what taking a return back changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.reading import Check, Question


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that a return would change: where it stands in the archive, and where it is new."""

    row: FigureRow
    old_value: int
    old_reported_on: str
    old_file: str


class MovedFrom(StrEnum):
    """What a large movement is measured from."""

    LAST_YEAR = "last_year"
    LAST_RELEASE = "last_release"


@dataclass(frozen=True, slots=True)
class Mover:
    """A figure that moved much: against the same period last year, or its own last release."""

    row: FigureRow
    base: MovedFrom
    old_value: int

    @property
    def growth(self) -> float:
        """Relative change, 0.25 for a quarter more; infinite from nothing."""
        return self.row.value / self.old_value - 1 if self.old_value else float("inf")


@dataclass(frozen=True, slots=True)
class Undoing:
    """What withdrawing a return would change back, or has.

    `changed` are figures that return to what an older return says (`Change.row` is what would
    then stand, `old_value` what stands now), `gone` those that nothing else tells. Of a withdrawn
    return it is what restoring would change, and `back` is what nothing tells now.
    """

    number: int
    changed: tuple[Change, ...] = ()
    gone: tuple[FigureRow, ...] = ()
    back: tuple[FigureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a comparison went by.

    `archive` is a word for the one that was open, that no other has, be it opened anew; `change`
    the number of its last change; `rows` are those of the reading, and `reported_on` the day under
    which it was to be stored.
    """

    archive: str
    change: int
    rows: Sequence[FigureRow]
    reported_on: date

    def same(self, other: Grounds) -> bool:
        """Say whether another is the very same: then nothing needs to be compared again."""
        ours, theirs = ((one.archive, one.change, one.reported_on) for one in (self, other))
        return ours == theirs and self.rows is other.rows


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a reading compares with the archive, before anything is written.

    `new` are first figures of their series and period, `changed` revise a figure held,
    `same` repeat it, `older` are kept but do not win (a newer return is already in), `rivals`
    neither, against a return of the same day and firmness, which `findings` name.
    `already` is the archive's number of the return that has the same content, if it is in.
    `kinds` has one letter for each row of the reading, in its order: n(ew), c(hanged), s(ame),
    o(lder), r(ival); it is empty where nothing was compared. `disputed` are the rivals side by
    side, `movers` the largest movements of each kind, `checks` those that need the archive,
    `questions` what an official is asked because of what the archive holds. `grounds` says by what
    it was found: of the same nothing else would be.

    Of a return that is stored as it is read, without a review, `checks` are only those that do not
    agree, and there are no `movers`.
    """

    new: int = 0
    changed: tuple[Change, ...] = ()
    same: int = 0
    older: int = 0
    already: int | None = None
    kinds: str = ""
    rivals: int = 0
    findings: tuple[Finding, ...] = ()
    disputed: tuple[Change, ...] = ()
    movers: tuple[Mover, ...] = ()
    checks: tuple[Check, ...] = ()
    questions: tuple[Question, ...] = ()
    grounds: Grounds | None = field(default=None, compare=False, repr=False)
