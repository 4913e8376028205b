"""A return's figures as its table holds them: numbers in the place of names, in the key's order.

For a server they are written down whole, which can be done before the return is stored: while
somebody reads what it would change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np

from desktop.analysis.history import Span, Subject
from desktop.archive import arrays
from desktop.archive.arrays import Arrays
from desktop.archive.rows import FIRMNESS, Placed, numbers_of
from desktop.archive.schema import figures

_NO_RETURN = 0
"""Stands for the number of a return that is not stored yet."""


class Composed(NamedTuple):
    """A return's figures, ready for a server but for the return's number; and their places."""

    places: Sequence[int]
    rows: Arrays

    def of(self, number: int) -> Arrays:
        """Give them as those of the return of a number."""
        return self.rows.saying(figures.c.return_id, number)


def composed(
    found: Placed,
    subjects: Mapping[Subject, int],
    periods: Mapping[Span, int],
    terms: Mapping[str, int],
) -> Composed:
    """Write a return's figures down for a server, in the order of the table's key."""
    places = found.places(subjects, periods)
    order = in_order(found, places)
    taken = itemgetter(*order) if len(order) > 1 else lambda values: (values[0],)
    columns = columns_of(found, places, terms, [_NO_RETURN] * len(order))
    return Composed(places, arrays.written(figures, [taken(list(values)) for values in columns]))


def columns_of(
    found: Placed, places: Sequence[int], terms: Mapping[str, int], number: Iterable[int]
) -> Sequence[Iterable[Any]]:
    """Give the columns of the table of figures, in the order in which they were read."""
    columns = found.laid.by_column
    return (
        map(found.shelves.__getitem__, found.laid.lines),
        *numbers_of(places),
        number,
        found.repeats,
        map(terms.__getitem__, columns["unit"]),
        map(FIRMNESS.__getitem__, columns["status"]),
        columns["value"],
        map(terms.__getitem__, columns["sheet"]),
        columns["cell"],
        columns["printed"],
        map(terms.__getitem__, columns["label"]),
    )


def rows_of(
    found: Placed, places: Sequence[int], terms: Mapping[str, int], number: int
) -> list[tuple[Any, ...]]:
    """Give the rows of the table of figures, in the order in which they were read."""
    columns = columns_of(found, places, terms, repeat(number))
    return list(zip(*columns, strict=False))  # what is the same of all has no end


def in_order(found: Placed, places: Sequence[int]) -> list[int]:
    """Give the order of the table's key, so that neighbours are written together."""
    shelves = list(map(found.shelves.__getitem__, found.laid.lines))
    order: list[int] = np.lexsort((found.repeats, places, shelves)).tolist()
    return order
