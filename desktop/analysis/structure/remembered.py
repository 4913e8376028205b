"""What was worked out of a book, kept so that of its successor only what changed is done again.

An answer is a function of its inputs alone. Amounts that a return left as they were are the same
objects (`Told`), so that inputs are compared by what they are, without looking into them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.analysis.structure.told import Told

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.structure_results import Window
    from desktop.figures.month import Month

_Answer = TypeVar("_Answer")
_STATES = 2
"""Of each book the newest state and the one before: an undo goes back to it."""
_MOST_TOLD, _MOST_ASKED = 4, 32
"""So much is kept, a page of two windows; of more, what was not asked for lately goes."""


class Kept:
    """The pieces of one answer by their names, each with the inputs that it was made of."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def piece(
        self, name: Hashable, inputs: tuple[Any, ...], make: Callable[[], _Answer]
    ) -> _Answer:
        """Give a piece, made anew only of other inputs."""
        held = self._held.get(name)
        if held is None or len(held[0]) != len(inputs) or not all(map(is_, held[0], inputs)):
            held = self._held[name] = inputs, make()
        piece: _Answer = held[1]
        return piece

    def amend(self, name: Hashable, piece: Any) -> None:
        """Put another in the place of a piece of the same inputs."""
        self._held[name] = self._held[name][0], piece


class Remembered:
    """What is told of books, and the answers made of it, by what was asked."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._told: dict[tuple[str, Window, Month], list[Told]] = {}
        self._kept: dict[Hashable, Kept] = {}

    def told(self, name: str, book: Book, window: Window, through: Month) -> Told:
        """Give what is told of a book; `name` says which of a pair of books it is."""
        key = name, window, through
        held = self._told.pop(key, [])
        told = next((one for one in held if one.book is book), None)
        if told is None:
            laid_on = book.laid and book.laid.on()
            before = next((one for one in held if one.book is laid_on), None)
            told = Told(book, window, through, before)
        self._told[key] = [told, *(one for one in held if one is not told)][:_STATES]
        _bound(self._told, _MOST_TOLD)
        return told

    def of(self, asked: Hashable) -> Kept:
        """Give the pieces of an answer."""
        kept = self._kept[asked] = self._kept.pop(asked) if asked in self._kept else Kept()
        _bound(self._kept, _MOST_ASKED)
        return kept


def _bound(kept: dict[Any, Any], most: int) -> None:
    while len(kept) > most:
        del kept[next(iter(kept))]
