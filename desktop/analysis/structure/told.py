"""What is told of all series of a book in one window; what a return left alone is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.printed import NONE
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.windows import COURSE, column, common, course, sources
from desktop.analysis.structure_results import Window
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.windows import Column
    from desktop.figures.series import Series

    Named = tuple[str, Series]

_STATUSES = tuple(Status)
_SUMS = 3  # of the months that both years have: now, before, how many


class Told:
    """The amounts of a book's series, in thousandths, each made when it is first asked for.

    `before` is what was told of the book that this one was made of by laying returns on it
    (`laid_on`): whatever they did not touch stays the same object. Of any other book nothing does.
    """

    def __init__(
        self, book: Book, window: Window, through: Month, before: Told | None = None
    ) -> None:
        """Read all series at once; amounts are made of them one by one."""
        self.book, self.window, self.through = book, window, through
        self.made: dict[tuple[int, str], Amounts] = {}
        self.keys: dict[Hashable, list[tuple[int, str]]] = {}
        count = len(book.printed.series)
        if before is None or book.laid is None or book.laid.on() is not before.book:
            self.figures, self.rows = _read(book, window, through, np.arange(count))
            return
        touched = book.laid.touched
        figures, rows = _read(book, window, through, touched)
        self.figures = _over(before.figures, figures, touched, count)
        self.rows = _over(before.rows, rows, touched, count)
        gone = set(touched.tolist())
        self.made = {key: made for key, made in before.made.items() if key[0] not in gone}
        if before.book.printed.series is book.printed.series:
            self.keys = before.keys

    def of(self, asked: Hashable, series: Callable[[], Iterable[Named]]) -> list[Amounts]:
        """Give the amounts of series, each with the code it goes by here; unknown ones are not.

        `asked` is what they are asked for by: of the same book they are found once.
        """
        keys, made = self.keys.get(asked), self.made
        if keys is None:
            places = self.book.printed.series
            keys = [(places[s], code) for code, s in series() if s in places]
            self.keys[asked] = keys
        self._make([key for key in keys if key not in made])
        return [made[key] for key in keys]

    def _make(self, keys: Sequence[tuple[int, str]]) -> None:
        if not keys:
            return
        at = np.array([place for place, _ in keys], np.int64)
        lines = zip(keys, self.figures[at].tolist(), self.rows[at].tolist(), strict=True)
        for key, figures, rows in lines:
            self.made[key] = self._amounts(key[1], figures, rows)

    def _amounts(self, code: str, figures: list[int], rows: list[int]) -> Amounts:
        value, known, firmness, before, held_before, *more = figures
        (now, base, months), line = more[:_SUMS], more[_SUMS:]
        growth, *used = rows
        half = len(used) // 2
        now_rows, base_rows = used[:half], used[half:]
        book = self.book
        return Amounts(
            code,
            value if known else None,
            before if held_before else None,
            value - before if known and held_before else None,
            _STATUSES[firmness] if known else None,
            sources(book, now_rows) if known else (),
            sources(book, base_rows) if held_before else (),
            tuple(
                [v if k else None for v, k in zip(line[:COURSE], line[COURSE:], strict=True)]
            ),
            (now, base, months),
            book.growth_told(growth) if known and growth != NONE else None,
            book.printed.rows.unit(now_rows[0]) if known else "",
            book.printed.rows.unit(base_rows[0]) if held_before else "",
        )  # fmt: skip


def _over(held: IntArray, new: IntArray, touched: IntArray, count: int) -> IntArray:
    out = np.empty((count, held.shape[1]), np.int64)
    out[: len(held)] = held
    out[touched] = new
    return out


def _read(book: Book, window: Window, through: Month, at: IntArray) -> tuple[IntArray, IntArray]:
    """Read series by their places: a line of figures each, and one of the rows they are from."""
    now = column(book, at, window, through)
    base = column(book, at, window, through - MONTHS_PER_YEAR)
    months, known = course(book, at, through)
    figures = np.column_stack([
        now.value, now.known, now.firmness, base.value, base.known,
        *common(book, at, through), months, known,
    ])  # fmt: skip
    growth = _growth_rows(book, window, through, at)
    return figures, np.vstack([growth, _used(now, base), _used(base, now)]).T


def _used(one: Column, other: Column) -> IntArray:
    """The rows of a column, in as many lines as the other's at least: `NONE` where it has less."""
    short = len(other.rows) - len(one.rows)
    if short <= 0:
        return one.rows
    return np.vstack([one.rows, np.full((short, one.rows.shape[1]), NONE, np.int64)])


def _growth_rows(book: Book, window: Window, through: Month, at: IntArray) -> IntArray:
    """Where growth to date was printed; it is told of the year to date alone."""
    offset = through.year - book.printed.first_year
    if window is not Window.TO_DATE or not 0 <= offset < book.printed.years:
        return np.full(len(at), NONE, np.int64)
    return np.asarray(book.printed.growth[at, offset, through.number - 1])
