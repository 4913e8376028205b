"""Returns that the archive holds, and those that the publication calendar expects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from desktop.figures.finding import Finding
    from desktop.figures.month import Month
    from desktop.figures.reading import DateOrigin


class ReturnDeed(StrEnum):
    """What was done with a return after it came in."""

    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ReturnEvent:
    """One thing done with a return: when (ISO 8601) and by whom."""

    deed: ReturnDeed
    at: str
    by: str


class StoredReturn(NamedTuple):
    """A return in the archive, as `returns` lists it; a large archive has tens of thousands.

    `first_month` and `last_month` are what its figures cover; `new` and `changed` count what it
    brought and revised when it came. `events` tell what was done with it since, oldest first.
    `half` is 1 or 2 for a return on half of its month, 0 for the whole. `province` is whose editor
    submitted it, empty for the office's own; one that is `waiting` to be approved does not count.
    """

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
    findings: tuple[Finding, ...] = ()
    first_month: Month | None = None
    last_month: Month | None = None
    new: int = 0
    changed: int = 0
    events: tuple[ReturnEvent, ...] = ()
    half: int = 0
    province: str = ""
    waiting: bool = False

    @property
    def undecided(self) -> bool:
        """Whether nobody ever let it count: what a province submitted, also once it is rejected."""
        counted = ReturnDeed.APPROVED, ReturnDeed.RESTORED
        return bool(self.province) and not any(e.deed in counted for e in self.events)


class Allowed(NamedTuple):
    """What whoever looks may do with returns that came: all, but for an account of a server.

    `undo` is to take back what counts, and to let it count again; `decide` is to say whether what
    a province submitted counts.
    """

    undo: bool = True
    decide: bool = True

    def change(self, held: StoredReturn) -> bool:
        """Say whether it may be undone, counted again, approved or rejected."""
        return self.decide if held.undecided else self.undo


class Sent(NamedTuple):
    """Of a return what tells whether others are late; named as in `StoredReturn`."""

    number: int
    sender: str
    layout: str
    month: Month | None
    reported_on: date
    first_month: Month | None
    withdrawn: bool
    half: int


class DueState(StrEnum):
    """How a return that the publication calendar expects stands."""

    RECEIVED = "received"
    DUE = "due"
    LATE = "late"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class DueReturn:
    """A month's return of a sender by the publication calendar, and whether it is there.

    DUE is to come, LATE has passed its day by less than a month, MISSING by more.
    `number` is the archive's newest return of that month, if one counts; `half` as in
    `StoredReturn`: each half of a month is expected by itself.
    """

    sender: str
    layout: str
    month: Month
    due_on: date
    state: DueState
    number: int | None = None
    half: int = 0
