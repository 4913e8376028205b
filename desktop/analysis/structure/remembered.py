"""What was said of books, kept so that of a successor only what a return touched is said again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import compress
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from desktop.analysis.structure.told import Told

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure.told import Found
    from desktop.analysis.structure_results import Part, Window
    from desktop.figures.month import Month

_Answer = TypeVar("_Answer")
_NOTHING = object()
"""No answer; None may be one."""
_STATES = 2
"""Of each window the newest state and the one before: an undo goes back to it."""
_MOST = 4
"""So many windows are kept; of more, the one that was not asked for lately goes."""


class Side:
    """What is told of one book; which of its series changed, if it was made of one before."""

    def __init__(self, book: Book, window: Window, through: Month, before: Side | None) -> None:
        """Take the columns of the book."""
        self.book = book
        self.told: Told = Told(book, window, through, before.told if before else None)
        self._touched: BoolArray | None = None
        if before and book.laid and before.book is not book:
            self._touched = np.zeros(len(book.printed.series), np.bool_)
            self._touched[book.laid.touched] = True

    def is_made_of(self, book: Book) -> bool:
        """Say whether a book is this one, or was made of it by laying returns on it."""
        return book is self.book or (book.laid is not None and book.laid.on() is self.book)

    def moved(self, places: IntArray) -> bool:
        """Say whether any of the series at places changed."""
        return self._touched is not None and bool(np.count_nonzero(self._touched[places]))

    def moved_at(self, place: int | None) -> bool:
        """Say whether the series at a place changed, if there is one."""
        return self._touched is not None and place is not None and bool(self._touched[place])

    def moved_of(self, found: Found) -> Iterable[str]:
        """Give the codes of which the series changed."""
        codes, places = found
        return () if self._touched is None else compress(codes, self._touched[places].tolist())


class Said:
    """What is told of values and of quantities, if any, in a window, and the answers made of it."""

    def __init__(
        self, books: tuple[Book, Book | None], window: Window, through: Month,
        before: Said | None = None,
    ) -> None:  # fmt: skip
        """Go on from what was said of the books that these were made of, if it is known."""
        values, quantities = books
        held = (before.values, before.quantities) if before else (None, None)
        self.books = books
        self.values: Side = Side(values, window, through, held[0])
        self.quantities: Side | None = None
        if quantities:
            self.quantities = Side(quantities, window, through, held[1])
        self._answers: dict[Hashable, Any] = {}
        self._rows: dict[Hashable, dict[str, Part]] = {}
        self._earlier: dict[Hashable, Any] = {}
        self._earlier_rows: dict[Hashable, dict[str, Part]] = {}
        if before:
            self._go_on_from(before)

    def _go_on_from(self, before: Said) -> None:
        """Take over what was said; what that had taken over itself is let go, and its books."""
        self._earlier, self._earlier_rows = before._answers, before._rows
        before._earlier, before._earlier_rows = {}, {}

    def is_made_of(self, books: tuple[Book, Book | None]) -> bool:
        """Say whether books were made of these."""
        values, quantities = books
        if self.quantities is None or quantities is None:
            alike = self.quantities is None and quantities is None
        else:
            alike = self.quantities.is_made_of(quantities)
        return alike and self.values.is_made_of(values)

    def rows(self, name: Hashable, moved: frozenset[str] | None) -> dict[str, Part]:
        """Give the rows of a split that were made before, by code, but for those that moved.

        There are none where the total did (`moved` is None). Who makes more adds them.
        """
        found = self._rows.get(name)
        if found is None:
            found = {} if moved is None else self._earlier_rows.get(name, {})
            if moved and found:  # `list` at once: a window's thread may add to it
                found = {code: row for code, row in list(found.items()) if code not in moved}
            self._rows[name] = found
        return found

    def answer(self, name: Hashable, make: Callable[[], _Answer], *, moved: bool) -> _Answer:
        """Give an answer; anew where a figure `moved` that it is made of."""
        found: Any = self._answers.get(name, _NOTHING)
        if found is _NOTHING:
            found = _NOTHING if moved else self._earlier.get(name, _NOTHING)
            found = self._answers[name] = make() if found is _NOTHING else found
        answer: _Answer = found
        return answer


class Remembered:
    """What was said of books, by window and month."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held: dict[tuple[Window, Month], list[Said]] = {}

    def said(
        self, values: Book, quantities: Book | None, window: Window, through: Month
    ) -> Said:  # fmt: skip
        """Give what is said of books, going on from those that they were made of."""
        key, books = (window, through), (values, quantities)
        held = self._held.pop(key, [])
        found = next((s for s in held if s.books[0] is values and s.books[1] is quantities), None)
        if found is None:
            before = next((s for s in held if s.is_made_of(books)), None)
            found = Said(books, window, through, before)
        self._held[key] = [found, *(s for s in held if s is not found)][:_STATES]
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        return found
