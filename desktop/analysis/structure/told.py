"""What is told of all series of a book in one window: columns, and amounts where they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import compress, islice
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.on_sight import Later, OnSight
from desktop.analysis.structure.amounts import Amounts, Listed, Shown
from desktop.analysis.structure.windows import column, common, course, courses, drawn
from desktop.analysis.structure_results import Window
from desktop.analysis.year import NONE
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
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

    def once(self, asked: Hashable, make: Callable[[], Any]) -> Any:
        """Give what follows from what is asked alone, made the first time."""
        if asked not in self._made:
            self._made[asked] = make()
            _let_go(self._made)
        return self._made[asked]

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


def _let_go(held: dict[Hashable, Any]) -> None:
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
        self.now = column(book, window, through)
        self.base = column(book, window, through - MONTHS_PER_YEAR)
        self._growth = self._growth_rows(window)

    def listed(self, codes: tuple[str, ...], at: IntArray) -> Listed:
        """List series by their places, each with the code it goes by; unknown ones are not."""
        known, based = self.now.known[at], self.base.known[at]
        either = known | based
        if not either.all():
            codes, at = tuple(compress(codes, either.tolist())), at[either]
            known, based = known[either], based[either]
        both = known & based
        now, base = self.now.value[at] * known, self.base.value[at] * based
        places = at.tolist()
        return Listed(
            codes, now, base, (now - base) * both, known, based, both,
            lambda holds: courses(self.book, at, holds, self.through),
            lambda holds: self._firmness(at, holds),
            OnSight(len(codes), lambda row: self.amounts(codes[row], places[row])),
            lambda rows: self._shown(at[rows]),
        )  # fmt: skip

    def _firmness(self, at: IntArray, holds: IntArray) -> list[Status | None]:
        """Give the status of the least firm of the series that each of several groups holds."""
        counted = (holds > 0) & self.now.known[at]
        least = np.where(counted, self.now.firmness[at], len(_STATUSES)).min(
            axis=1, initial=len(_STATUSES)
        )
        return [(*_STATUSES, None)[firmness] for firmness in least.tolist()]

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
            Later(partial(course, book, place, through)),
            (0, 0, 0) if both else common(book, place, through),
            self._printed(np.array([place]))[0] if known else None,
        )

    def _printed(self, at: IntArray) -> list[float | None]:
        """Give the growth that was printed of each of the series at places."""
        rows = [NONE] * len(at) if self._growth is None else self._growth[at].tolist()
        return [None if row == NONE else self.book.growth_told(row) for row in rows]

    def _shown(self, at: IntArray) -> Shown:
        """Tell of series at places, of which both amounts are known, what is shown beside these."""
        book, places = self.book, at.tolist()
        return Shown(
            [_STATUSES[firmness] for firmness in self.now.firmness[at].tolist()],
            self._printed(at),
            self.now.read_of(book, places),
            self.base.read_of(book, places),
            drawn(book, at, self.through),
        )

    def units(self, place: int) -> tuple[str, str]:
        """Name the units of the series at a place, now and a year before."""
        ends = (c.rows[0][place] if c.rows else NONE for c in (self.now, self.base))
        now, base = (
            self.book.printed.rows.unit(int(row)) if known[place] else ""
            for row, known in zip(ends, (self.now.known, self.base.known), strict=True)
        )
        return now, base

    def _growth_rows(self, window: Window) -> IntArray | None:
        """Where growth to date was printed; it is told of the year to date alone."""
        year = self.book.year(self.through.year)
        if window is not Window.TO_DATE or year is None:
            return None
        return np.asarray(year.growth_row[:, self.through.number - 1])
