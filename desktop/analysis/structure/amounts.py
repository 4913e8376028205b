"""Amounts before they are put in words of shares and growth: exact, in thousandths, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.on_sight import Later, OnSight
from desktop.figures.kept_property import kept_property

if TYPE_CHECKING:
    from typing import Any

    import numpy.typing as npt

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.figures.figure import Source, Status

Courses = Callable[["Members"], Iterable["Sequence[int | None]"]]
"""Groups of rows to their months added up, a line for each group.

A month that one of them lacks is unknown."""
Firmness = Callable[["Members"], Sequence["Status | None"]]
"""Groups of rows to the status of the least firm that is known of each."""
Statuses = Callable[["IntArray"], Sequence["Status | None"]]
"""Places of rows to how firm each is."""
Sums = tuple[int | None, int | None, int | None]
"""Now, base and change."""


class Shown(NamedTuple):
    """What is told of several rows beside their amounts, a column of each."""

    printed: list[float | None]
    sources: list[Sequence[Source]]
    base_sources: list[Sequence[Source]]
    months: list[tuple[float | None, ...]]


class Amounts(NamedTuple):
    """A code's amounts in a window and a year before it, in thousandths; None if unknown.

    `common` are the sums of the months that both years have, now and before, and how many these
    are, where a whole period cannot be compared. `alone` are members with a figure in one period
    only: `base` and `change` leave them out. `missing` are members without any. `alike` is set
    where now and base are not of the same things: what of them can be compared.
    """

    code: str
    now: int | None
    base: int | None
    change: int | None
    status: Status | None = None
    sources: Sequence[Source] = ()
    base_sources: Sequence[Source] = ()
    months: Sequence[int | None] = ()
    common: tuple[int, int, int] = (0, 0, 0)
    printed: float | None = None
    unit: str = ""
    base_unit: str = ""
    members: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alike: tuple[int, int] | None = None

    @property
    def sums(self) -> Sums:
        """Now, base and change."""
        return self.now, self.base, self.change

    @property
    def matched(self) -> tuple[int, int] | None:
        """Now and base of what can be compared; None where nothing can."""
        if self.alike:
            return self.alike
        if self.change is None or self.base is None:
            return None
        return self.base + self.change, self.base


@dataclass(frozen=True, eq=False)
class Listed:
    """Amounts of many codes, in alphabetical order: lines of several kinds, zero where not known.

    `amounts` are now, base and change; `marks` say where each is known. `rows` are the same, each
    made when it is looked at; `shown` tells of several by their places, where there may be many.
    """

    codes: tuple[str, ...]
    amounts: IntArray
    marks: BoolArray
    courses: Courses
    firmness: Firmness
    statuses: Statuses
    rows: Sequence[Amounts]
    shown: Callable[[IntArray], Shown] | None = None

    @kept_property
    def now(self) -> IntArray:
        """What each is now."""
        now: IntArray = self.amounts[0]
        return now

    @kept_property
    def base(self) -> IntArray:
        """What each was a year before."""
        base: IntArray = self.amounts[1]
        return base

    @kept_property
    def change(self) -> IntArray:
        """How each changed."""
        change: IntArray = self.amounts[2]
        return change

    @kept_property
    def known(self) -> BoolArray:
        """Where there is an amount now."""
        known: BoolArray = self.marks[0]
        return known

    @kept_property
    def based(self) -> BoolArray:
        """Where there is one a year before."""
        based: BoolArray = self.marks[1]
        return based

    @kept_property
    def both(self) -> BoolArray:
        """Where there is a change."""
        both: BoolArray = self.marks[2]
        return both

    @kept_property
    def all_known(self) -> bool:
        """Whether nothing is unknown."""
        return bool(np.count_nonzero(self.marks) == self.marks.size)

    @kept_property
    def most(self) -> int:
        """The largest of the amounts, whatever its sign."""
        return int(np.maximum.reduce(np.abs(self.amounts), axis=None, initial=0))

    @kept_property
    def largest(self) -> IntArray:
        """The places by value, the largest first; what has none now comes last, by its base."""
        places = self._by_now
        ranked = self.now[places]
        alike = np.count_nonzero(ranked[1:] == ranked[:-1])
        return np.lexsort((-self.base, -self.now)) if alike else places

    @kept_property
    def largest_now(self) -> IntArray:
        """The places of what is known now, the largest first."""
        places = self._by_now
        return places if self.all_known else places[self.known[places]]

    @kept_property
    def _by_now(self) -> IntArray:
        return (-self.now).argsort(kind="stable")

    @kept_property
    def largest_base(self) -> IntArray:
        """The places of what is known a year before, the largest first."""
        places = (-self.base).argsort(kind="stable")
        return places if self.all_known else places[self.based[places]]

    @kept_property
    def compared(self) -> IntArray:
        """Lines of what is known now, and of base and change known in both."""
        if self.all_known:
            return self.amounts
        return np.array([self.now, self.base * self.both, self.change], np.int64)

    def sums(self, row: int) -> Sums:
        """Give the amounts of a row, no more of it."""
        return (
            int(self.now[row]) if self.known[row] else None,
            int(self.base[row]) if self.based[row] else None,
            int(self.change[row]) if self.both[row] else None,
        )

    def sums_at(self, at: IntArray) -> list[Sums]:
        """Give the amounts of rows at places, no more of them."""
        columns = zip(*self.amounts[:, at].tolist(), strict=True)
        if self.all_known:
            return list(columns)
        marks = zip(*self.marks[:, at].tolist(), strict=True)
        return [
            (now if known else None, base if based else None, change if both else None)
            for (now, base, change), (known, based, both) in zip(columns, marks, strict=True)
        ]

    def codes_at(self, places: Iterable[int]) -> tuple[str, ...]:
        """Name the codes at places."""
        return tuple(map(self.codes.__getitem__, places))

    def unmatched(self, chosen: BoolArray | IntArray | None = None) -> tuple[str, ...]:
        """Name the codes known in one of the two periods only, of those chosen."""
        if self.all_known or self.both.all():
            return ()
        places = np.arange(len(self.codes))
        places = places if chosen is None else places[chosen]
        return self.codes_at(places[~self.both[places]].tolist())


def listed(rows: Sequence[Amounts]) -> Listed:
    """Lay amounts that are made already out in columns."""
    amounts = np.array([(a.now or 0, a.base or 0, a.change or 0) for a in rows], np.int64)
    known = np.array(
        [(a.now is not None, a.base is not None, a.change is not None) for a in rows], np.bool_
    )
    codes = tuple([a.code for a in rows])
    told = [a.status for a in rows]
    return _listed(codes, amounts.reshape(-1, 3).T, known.reshape(-1, 3).T, rows, told)


def _listed(
    codes: tuple[str, ...], amounts: IntArray, known: BoolArray, rows: Sequence[Amounts],
    told: Sequence[Status | None],
) -> Listed:  # fmt: skip
    """List rows that say themselves what their months are, and how firm they are."""

    def courses(members: Members) -> Iterable[Sequence[int | None]]:
        for held in members.rows:
            months = (rows[n].months for n in held.tolist())
            yield tuple(
                None if None in month else sum(a for a in month if a is not None)
                for month in zip(*months, strict=True)
            )

    def firmness(members: Members) -> Sequence[Status | None]:
        every = (statuses(held) for held in members.rows)
        return [min((s for s in one if s), key=lambda s: s.rank, default=None) for one in every]

    def statuses(at: IntArray) -> Sequence[Status | None]:
        return [told[n] for n in at.tolist()]

    return Listed(codes, amounts, known, courses, firmness, statuses, rows)


@dataclass(frozen=True, eq=False)
class Members:
    """Which rows each of several groups holds: `holds` has a line for each group.

    `named` are the codes of these rows, `missing` the members of each that there is no row of.
    """

    codes: tuple[str, ...]
    holds: IntArray
    named: tuple[tuple[str, ...], ...]
    missing: tuple[tuple[str, ...], ...]

    @kept_property
    def any(self) -> BoolArray:
        """The rows that any of the groups holds."""
        return np.asarray(self.holds.any(axis=0), np.bool_)

    @kept_property
    def rows(self) -> list[IntArray]:
        """The places of the rows that each group holds."""
        return [held.nonzero()[0] for held in self.holds]

    def with_any(self, codes: frozenset[str]) -> frozenset[str]:
        """Name the groups of which any of some codes is a member."""
        every = zip(self.codes, self.named, self.missing, strict=True)
        return frozenset([group for group, *held in every if not all(map(codes.isdisjoint, held))])

    @kept_property
    def any_rows(self) -> BoolArray:
        """Which groups hold rows at all, as marks where nothing is unknown."""
        held = self.holds.any(axis=1)
        return np.array([held, held, held])

    @kept_property
    def _in_turn(self) -> tuple[IntArray, IntArray, BoolArray]:
        """The rows of one group after another, where each begins, and which have any."""
        counts = self.holds.sum(axis=1)
        order = np.concatenate([np.empty(0, np.int64), *self.rows])
        return order, (counts.cumsum() - counts)[counts > 0], counts > 0

    def over(self, reduced: np.ufunc, lines: npt.NDArray[Any], empty: int) -> npt.NDArray[Any]:
        """Reduce lines of rows by groups; a group without rows is `empty`."""
        order, starts, filled = self._in_turn
        if len(starts) == len(filled):
            found: npt.NDArray[Any] = reduced.reduceat(lines[order], starts, axis=0)
            return found
        out = np.full((len(filled), *lines.shape[1:]), empty, lines.dtype)
        if len(starts):
            out[filled] = reduced.reduceat(lines[order], starts, axis=0)
        return out


def grouped(of: Listed, members: Members) -> Listed:
    """Add rows up by groups: all that is known now; base and change of what is known in both."""
    amounts = of.compared @ members.holds.T
    every, marks = of.all_known, members.any_rows
    if not every:
        known, both = np.array([of.known, of.both], np.int64) @ members.holds.T > 0
        marks = np.array([known, both, both])
    courses = Later(lambda: tuple(of.courses(members)))
    firmness = Later(lambda: tuple(of.firmness(members)))
    is_known, _, is_compared = marks.tolist()

    def row(group: int) -> Amounts:
        held = members.rows[group].tolist()
        now, base, change = amounts[:, group].tolist()
        return Amounts(
            members.codes[group],
            now if is_known[group] else None,
            base if is_compared[group] else None,
            change if is_compared[group] else None,
            firmness[group],
            Later(lambda: _sources(of.rows[n].sources for n in held)),
            Later(lambda: _sources(of.rows[n].base_sources for n in held if of.both[n])),
            Later(lambda: tuple(courses[group]) if held else ()),
            members=members.named[group],
            alone=() if every else of.codes_at([n for n in held if not of.both[n]]),
            missing=members.missing[group],
        )

    rows = OnSight(len(members.codes), row)
    return _listed(members.codes, amounts, marks, rows, firmness)


def _sources(parts: Iterable[Sequence[Source]]) -> tuple[Source, ...]:
    return tuple([source for part in parts for source in part])
