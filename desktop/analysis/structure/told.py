"""What is told of all series of a book in one window: columns, and amounts where they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import compress, islice
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.on_sight import Later, OnSight
from desktop.analysis.structure.amounts import Amounts, Listed
from desktop.analysis.structure.windows import column, common, course, drawn
from desktop.analysis.structure_results import Window
from desktop.analysis.year import NONE
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.windows import Cell
    from desktop.figures.series import Series

_STATUSES = tuple(Status)
_MOST = 128
"""So much that was found is kept; of more, the first goes."""
_RETURNS = 16
"""Over so many returns what was made is kept: it holds the books that it was made of."""
_Name = tuple[str, bool]
"""The code that amounts go by, and whether they have units."""
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

    Where it was told of the book that this one was made of, `before`, what is made of series that
    no return touched since is kept.
    """

    def __init__(
        self, book: Book, window: Window, through: Month, before: Told | None = None
    ) -> None:
        """Take the columns of all series; amounts are made of them one by one."""
        self.book, self.through = book, through
        held, series = before.places if before else None, book.printed.series
        self.places: Places = held if held and held.series is series else Places(series, held)
        self._made, self._since = before.left(book) if before else ({}, 0)
        self.said: dict[Hashable, dict[str, Any]] = before.said if before and self._since else {}
        self.now = column(book, window, through)
        self.base = column(book, window, through - MONTHS_PER_YEAR)
        self._growth = self._growth_rows(window)

    def left(self, book: Book) -> tuple[dict[int, dict[_Name, Amounts]], int]:
        """Leave a successor what it need not make again, and say how old it is by then."""
        if book is self.book:
            return self._made, self._since
        if book.laid is None or book.laid.on() is not self.book or self._since == _RETURNS:
            return {}, 0
        left = dict(self._made)
        for place in book.laid.touched.tolist():
            left.pop(place, None)
        return left, self._since + 1

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
            lambda rows: course(self.book, at[rows], self.through),
            lambda rows: self._firmness(at[rows]),
            OnSight(len(codes), lambda row: self.amounts(codes[row], places[row])),
            lambda rows: self._make([codes[row] for row in rows], at[rows]),
        )  # fmt: skip

    def _firmness(self, at: IntArray) -> Status | None:
        told = self.now.firmness[at][self.now.known[at]]
        return _STATUSES[told.min()] if len(told) else None

    def one(self, code: str, series: Series) -> Amounts | None:
        """Give the amounts of a series; None where nothing of it is held."""
        place = self.places.series.get(series)
        return None if place is None else self.amounts(code, place)

    def amounts(self, code: str, place: int, *, weighed: bool = False) -> Amounts:
        """Give the amounts of the series at a place; if weighed, with units of both periods."""
        made = self._made.setdefault(place, {})
        found = made.get((code, weighed))
        if found is None:
            growth = NONE if self._growth is None else int(self._growth[place])
            units = self._units(place) if weighed else ("", "")
            cells = self.now.cell(place), self.base.cell(place)
            found = made[code, weighed] = self._amounts(code, place, *cells, growth, units=units)
        return found

    def _make(self, codes: Sequence[str], at: IntArray) -> None:
        """Make amounts of the series at places together, where they are not made."""
        made, growth = self._made, self._growth
        new = [row for row, place in enumerate(at.tolist()) if place not in made]
        if not new:
            return
        at, codes = at[new], [codes[row] for row in new]
        for code, *row in zip(
            codes, at.tolist(), self.now.cells(at), self.base.cells(at),
            [NONE] * len(at) if growth is None else growth[at].tolist(),
            drawn(self.book, at, self.through), strict=True,
        ):  # fmt: skip
            made[row[0]] = {(code, False): self._amounts(code, *row)}

    def _amounts(
        self, code: str, place: int, now: Cell, base: Cell, growth: int,
        drawn: tuple[float | None, ...] | None = None, units: tuple[str, str] = ("", ""),
    ) -> Amounts:  # fmt: skip
        book, through = self.book, self.through
        known, amount, firmness = now
        based, before, _ = base
        both = known and based
        return Amounts(
            code,
            amount if known else None,
            before if based else None,
            amount - before if both else None,
            _STATUSES[firmness] if known else None,
            Later(partial(self.now.sources, book, place)) if known else (),
            Later(partial(self.base.sources, book, place)) if based else (),
            Later(partial(course, book, place, through)),
            (0, 0, 0) if both else common(book, place, through),
            book.growth_told(growth) if known and growth != NONE else None,
            *units,
            drawn=drawn,
        )

    def weighed(self, code: str, series: Series) -> Amounts | None:
        """Give the amounts of a series with their units; None where nothing of it is held."""
        place = self.places.series.get(series)
        return None if place is None else self.amounts(code, place, weighed=True)

    def _units(self, place: int) -> tuple[str, str]:
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
