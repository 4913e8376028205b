"""What the archive's numbers stand for: names in sorted columns, kept where they never change."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, Table, select

from desktop.archive import prepared

if TYPE_CHECKING:
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]


class Names:
    """What the ids of one table stand for: its columns, sorted by their values.

    `ids` are those of the columns, in their order.
    """

    def __init__(self, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Take the values of the columns and the id of each row."""
        ordered = sorted(rows)
        values = zip(*ordered, strict=True) if ordered else [()] * (len(names) + 1)
        self.columns: dict[str, Sequence[Any]] = dict(zip((*names, "id"), values, strict=True))
        self.ids = np.array(self.columns.pop("id"), np.int64)
        self._order = np.argsort(self.ids)
        self._ids = self.ids[self._order]
        self._texts: dict[str, Any] = {}
        self._objects: dict[str, npt.NDArray[np.object_]] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._ids)

    @property
    def greatest(self) -> int:
        """The greatest id, 0 where there is none."""
        return int(self._ids[-1]) if len(self) else 0

    def places(self, ids: Whole) -> Whole:
        """Give the place of each id in the columns; `LookupError` for one that is not there."""
        found = np.searchsorted(self._ids, ids)
        if len(ids) and (found.max() == len(self._ids) or (self._ids[found] != ids).any()):
            raise LookupError("an id that names nothing")
        return self._order[found]

    def texts(self, name: str) -> Any:
        """Give a column of words as an array of pandas, which is made once."""
        if name not in self._texts:
            self._texts[name] = texts(self.columns[name])
        return self._texts[name]

    def objects(self, name: str) -> npt.NDArray[np.object_]:
        """Give a column of words as an array of objects, which is made once."""
        if name not in self._objects:
            self._objects[name] = np.array(self.columns[name], object)
        return self._objects[name]


def texts(words: Sequence[str]) -> Any:
    """Give words as an array of pandas."""
    import pandas as pd  # noqa: PLC0415 - an archive opens and stores without it

    return pd.Series(words, dtype="str").array


def names_of(
    connection: Connection, table: Table, names: Sequence[str], *only: ColumnElement[bool]
) -> Names:
    """Load the columns of the rows that meet the conditions."""
    columns = (table.c[n] for n in (*names, "id"))
    return Names(names, fetched(connection, select(*columns).where(*only)))


def fetched(connection: Connection, selection: Select[Any]) -> Sequence[tuple[Any, ...]]:
    """Give the driver's own tuples: wrapping each row by name takes as long as reading it."""
    cursor = connection.execute(selection).cursor
    assert cursor is not None  # it is a selection
    return cursor.fetchall()


class KeptNames:
    """All names of a table whose rows are only ever added to; the new ones are asked for.

    It may hold some that a reader's moment does not know yet. `growing` says whether a new row
    always has a larger number than every row seen before, as it has not for who does not see
    all: there all are asked for anew whenever `state` is another. From any thread.
    """

    def __init__(self, table: Table, names: Sequence[str], *, growing: bool) -> None:
        """Begin with none."""
        self._names, self._growing = names, growing
        self._asked = f"SELECT {', '.join(names)}, id FROM {table.name}"  # noqa: S608 - the schema's own names
        self._lock = Lock()
        self._rows: list[tuple[Any, ...]] = []
        self._last, self._state = 0, -1
        self._kept = Names(names, [])

    def ask(self, connection: Connection, state: int) -> Names:
        """Give the names; `state` is the number of the archive's newest change."""
        with self._lock:
            if state != self._state:
                self._add(connection)
                self._state = state
            return self._kept

    def _add(self, connection: Connection) -> None:
        if not self._growing:
            self._rows, self._last = [], 0
        if new := prepared.every(connection, f"{self._asked} WHERE id > {self._last}"):
            self._rows += new
            self._last = max(row[-1] for row in new)
            self._kept = Names(self._names, self._rows)
