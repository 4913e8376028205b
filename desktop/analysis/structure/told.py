"""What is told of all series of a book in one window: columns, and amounts where they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, islice
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.on_sight import Later, OnSight
from desktop.analysis.structure.amounts import Amounts, Listed, Shown
from desktop.analysis.structure.windows import DRAWN, column, common, months
from desktop.analysis.structure_results import Window
from desktop.analysis.year import NONE
from desktop.figures.figure import Status
from desktop.figures.kept_property import kept_property
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Members
    from desktop.analysis.structure.windows import Column
    from desktop.figures.series import Series

_STATUSES = tuple(Status)
_MOST = 128
"""So much that was found is kept; of more, the first goes."""
Found = tuple[tuple[str, ...], "IntArray"]
"""Codes in alphabetical order, and the places of their series in a book."""
Named = Iterable[tuple[str, "Series"]]
"""Codes, each with its series."""


class Places:
    """Where the series of an answer stand in books that hold the same series; found once.

    Where a return brought new series, these alone are looked through: the others are as `before`.
    """

    def __init__(self, series: dict[Series, int], before: Places | None = None) -> None:
        """Take the places of all."""
        self.series = series
        self._found: dict[Hashable, Found] = {}
        self._made: dict[Hashable, Any] = {}
        self._older: dict[Hashable, Found] = {}
        self._places: dict[str, int | None] = {}
        self._count = 0
        if before:
            self._older, self._made = before._found, before._made  # noqa: SLF001 - of the same class
            self._count = len(before.series)

    def of(self, asked: Hashable, named: Callable[[Iterable[Series]], Named]) -> Found:
        """Give the codes that are held, each with the place of its series.

        `named` chooses among series, and names the codes of those that it chooses.
        """
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._placed(asked, named)
            _let_go(self._found)
        return found

    def place(self, about: str, series: Callable[[], Series]) -> int | None:
        """Give the place of a series by a name of it; None where it is not held."""
        if about not in self._places:
            self._places[about] = self.series.get(series())
            _let_go(self._places)
        return self._places[about]

    def once(self, asked: Hashable, make: Callable[[], Any]) -> Any:
        """Give what follows from what is asked alone, made the first time."""
        found = self._made.get(asked)
        if found is None:
            found = self._made[asked] = make()
            _let_go(self._made)
        return found

    def _placed(self, asked: Hashable, named: Callable[[Iterable[Series]], Named]) -> Found:
        before = self._older.get(asked)
        if before is None:
            return _found(sorted((code, self.series[s]) for code, s in named(self.series)))
        new = [(code, self.series[s]) for code, s in named(islice(self.series, self._count, None))]
        if not new:
            return before
        codes, places = before
        return _found(sorted([*zip(codes, places.tolist(), strict=True), *new]))


def _found(held: list[tuple[str, int]]) -> Found:
    return tuple([c for c, _ in held]), np.array([place for _, place in held], np.int64)


def _let_go(held: dict[Any, Any]) -> None:
    if len(held) > _MOST:
        del held[next(iter(held))]


class Told:
    """The amounts of a book's series in a window, in thousandths.

    Where it was told of the book that this one was made of, `before`, it is known where the series
    stand that this one has of it.
    """

    def __init__(
        self, book: Book, window: Window, through: Month, before: Told | None = None
    ) -> None:
        """Take the columns of all series; amounts are made of them one by one."""
        self.book, self.through = book, through
        held, series = before.places if before else None, book.printed.series
        self.places: Places = held if held and held.series is series else Places(series, held)
        self._window = window

    @kept_property
    def now(self) -> Column:
        """The amounts of all series."""
        return column(self.book, self._window, self.through)

    @kept_property
    def base(self) -> Column:
        """The same a year before."""
        return column(self.book, self._window, self.through - MONTHS_PER_YEAR)

    def listed(self, codes: tuple[str, ...], at: IntArray) -> Listed:
        """List series by their places, each with the code it goes by; unknown ones are not."""
        known, based = self.now.known[at], self.base.known[at]
        both = known & based
        if np.count_nonzero(both) == len(both):
            now, base = self.now.value[at], self.base.value[at]
            change, marks = now - base, np.ones((3, len(at)), np.bool_)
        else:
            either = known | based
            codes, at = tuple(compress(codes, either.tolist())), at[either]
            known, based, both = marks = np.array([known, based, both])[:, either]
            now, base = self.now.value[at] * known, self.base.value[at] * based
            change = (now - base) * both
        lines = _Lines(self, codes, at)
        return Listed(
            codes, np.array([now, base, change]), marks, lines.courses, lines.firmness,
            lines.statuses, OnSight(len(codes), lines.row), lines.shown,
        )  # fmt: skip

    def one(self, code: str, series: Series) -> Amounts | None:
        """Give the amounts of a series; None where nothing of it is held."""
        place = self.places.series.get(series)
        return None if place is None else self.amounts(code, place)

    def amounts(self, code: str, place: int) -> Amounts:
        """Give the amounts of the series at a place."""
        book, through = self.book, self.through
        (known, amount, firmness), (based, before, _) = self.now.cell(place), self.base.cell(place)
        both = known and based
        return Amounts(
            code,
            amount if known else None,
            before if based else None,
            amount - before if both else None,
            _STATUSES[firmness] if known else None,
            self.now.read(book, place) if known else (),
            self.base.read(book, place) if based else (),
            Later(self._course, place),
            (0, 0, 0) if both else common(book, place, through),
            self.printed(np.array([place]))[0] if known else None,
        )

    def _course(self, place: int) -> tuple[int | None, ...]:
        return months(self.book, np.array([place]), self.through).told()[0]

    def printed(self, at: IntArray) -> list[float | None]:
        """Give the growth that was printed of each of the series at places."""
        if self._growth is None:
            return [None] * len(at)
        told = self.book.growth_told
        return [None if row == NONE else told(row) for row in self._growth[at].tolist()]

    def units(self, place: int) -> tuple[str, str]:
        """Name the units of the series at a place, now and a year before."""
        now, base = (
            self.book.printed.rows.unit(column.newest(place)) if column.known[place] else ""
            for column in (self.now, self.base)
        )
        return now, base

    @kept_property
    def _growth(self) -> IntArray | None:
        """Where growth was printed: to date, or of a month as it was printed, not derived since."""
        year, number = self.book.year(self.through.year), self.through.number
        if year is None or self._window not in {Window.TO_DATE, Window.MONTH}:
            return None
        told = year.months[number - 1]
        if self._window is Window.TO_DATE or number == 1:
            return np.asarray(told.growth_row)
        return np.where(told.month_row == NONE, NONE, told.month_growth_row)


class _Lines:
    """What is said of several series of a book when somebody looks, by their lines."""

    def __init__(self, told: Told, codes: tuple[str, ...], at: IntArray) -> None:
        """Say nothing yet."""
        self._told, self._codes, self._at = told, codes, at

    def row(self, row: int) -> Amounts:
        """Give the amounts of a line."""
        return self._told.amounts(self._codes[row], int(self._at[row]))

    def courses(self, members: Members) -> list[tuple[int | None, ...]]:
        """Add the months up by groups."""
        return months(self._told.book, self._at, self._told.through).added(members)

    def firmness(self, members: Members) -> list[Status | None]:
        """Give the status of the least firm series of each group."""
        now, at, last = self._told.now, self._at, len(_STATUSES)
        firmness = np.where(now.known[at], now.firmness[at], last)
        return _named(members.over(np.minimum, firmness, last))

    def statuses(self, rows: IntArray) -> list[Status | None]:
        """Give how firm each line is now."""
        now, at = self._told.now, self._at[rows]
        known, firmness = now.known[at], now.firmness[at]
        if np.count_nonzero(known) < len(known):
            firmness = np.where(known, firmness, len(_STATUSES))
        return _named(firmness)

    def shown(self, rows: IntArray) -> Shown:
        """Tell of lines of which both amounts are known what is shown beside these."""
        told, at = self._told, self._at[rows]
        book, places = told.book, at.tolist()
        return Shown(
            told.printed(at),
            told.now.read_of(book, places),
            told.base.read_of(book, places),
            months(book, at, told.through, DRAWN).drawn(),
        )


def _named(firmness: IntArray) -> list[Status | None]:
    """Name how firm figures are; behind the statuses is what is not known."""
    return list(map((*_STATUSES, None).__getitem__, firmness.tolist()))
