"""Figures leave the archive as a frame: names take the place of ids, a whole column at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, Table, select

from desktop.archive.asking import COLUMNS, Wanted, narrow, quicker_one_by_one
from desktop.archive.precedence import SAME_DAY, withdrawn
from desktop.archive.refusals import refused
from desktop.archive.schema import periods, returns, series, terms
from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.vintage import Vintage

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    Whole = npt.NDArray[np.int64]

_SUBJECT = ("flow", "item", "market", "ownership", "measure", "province")
_SPAN = ("last_month", "first_month", "basis")
_FILE = ("reported_on", *SAME_DAY, "name", "sender")
"""In the order of precedence, so that a return's place among the names is its rank."""


class Names:
    """What the ids of one table stand for: the columns asked for, sorted by their values.

    `ids` are those of the columns, in their order.
    """

    def __init__(
        self,
        connection: Connection,
        table: Table,
        names: Sequence[str],
        *only: ColumnElement[bool],
    ) -> None:
        """Load the columns of the rows that meet the conditions."""
        statement = select(*(table.c[n] for n in names), table.c.id).where(*only)
        rows = sorted(_fetched(connection, statement))
        values = zip(*rows, strict=True) if rows else [()] * (len(names) + 1)
        self.columns: dict[str, Sequence[Any]] = dict(zip((*names, "id"), values, strict=True))
        self.ids = np.array(self.columns.pop("id"), np.int64)
        self._order = np.argsort(self.ids)
        self._ids = self.ids[self._order]

    def __len__(self) -> int:
        """How many rows were loaded."""
        return len(self._ids)

    def places(self, ids: Whole) -> Whole:
        """Give the place of each id in the columns; `LookupError` for one that is not there."""
        found = np.searchsorted(self._ids, ids)
        if len(ids) and (found.max() == len(self._ids) or (self._ids[found] != ids).any()):
            raise LookupError("an id that names nothing")
        return self._order[found]


def frame_of(
    connection: Connection, vintage: Vintage, wanted: Wanted, *, about: str
) -> pd.DataFrame:
    """Give the figures wanted with `FIGURE_COLUMNS`, by series, then period, then report.

    Raises `Refused` where the archive contradicts itself; `about` is its name.
    """
    only = [*wanted.subjects(), *wanted.shelved()]
    names = {
        "series_id": Names(connection, series, _SUBJECT, *only),
        "period_id": Names(connection, periods, _SPAN, *wanted.spans()),
        "return_id": Names(connection, returns, _FILE),
        **dict.fromkeys(("unit_id", "sheet_id", "label_id"), Names(connection, terms, ("text",))),
    }
    counts = len(names["series_id"]), len(names["period_id"])
    one_by_one = quicker_one_by_one(connection, wanted, *counts)
    rows = _fetched(connection, narrow(vintage, wanted, one_by_one=one_by_one))
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    held: dict[str, Sequence[Any]] = dict(zip(COLUMNS, columns, strict=True))
    try:
        places = _places(held, names)
    except LookupError as error:
        raise refused("archive_damaged", about) from error
    return _decoded(held, names, places)


def _fetched(connection: Connection, selection: Select[Any]) -> Sequence[tuple[Any, ...]]:
    """Give the driver's own tuples: wrapping each row by name takes as long as reading it."""
    cursor = connection.execute(selection).cursor
    assert cursor is not None  # it is a selection
    return cursor.fetchall()


def counted(connection: Connection, vintage: Vintage) -> dict[int, int]:
    """Give the numbers of the returns that a vintage counts, with their rank in its frames."""
    names = Names(connection, returns, _FILE)
    out, days = set(connection.scalars(withdrawn(vintage.known_by))), names.columns["reported_on"]
    last = vintage.as_of.isoformat() if vintage.as_of else None
    return {
        number: rank
        for rank, number in enumerate(names.ids.tolist())
        if number not in out and (last is None or days[rank] <= last)
    }


def _places(held: dict[str, Sequence[Any]], names: dict[str, Names]) -> dict[str, Whole]:
    places = {column: n.places(_whole(held[column])) for column, n in names.items()}
    places["status"] = _whole(held["status"])
    if not set(np.unique(places["status"])) <= set(range(len(Status))):
        raise LookupError("a status that there is not")
    return places


def _whole(values: Sequence[int]) -> Whole:
    return np.array(values, np.int64)


def _decoded(
    held: dict[str, Sequence[Any]], names: dict[str, Names], places: dict[str, Whole]
) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - an archive opens and stores without it

    spans = len(names["period_id"].columns["basis"])
    order = np.lexsort((places["return_id"], places["series_id"] * spans + places["period_id"]))

    def text(values: Sequence[str], at: Whole) -> Any:
        return pd.Series(values, dtype="str").array.take(at[order])

    def named(column: str, name: str = "text") -> Any:
        return text(names[column].columns[name], places[column])

    def month(name: str) -> Whole:
        return _whole(names["period_id"].columns[name])[places["period_id"]][order]

    everything = np.arange(len(order))
    columns = {
        **{name: named("series_id", name) for name in _SUBJECT},
        "unit": named("unit_id"),
        "basis": named("period_id", "basis"),
        "period_start": month("first_month"),
        "period_end": month("last_month"),
        "status": text([status.value for status in Status], places["status"]),
        "value": _whole(held["value"])[order],
        "sheet": named("sheet_id"),
        "cell": text(held["cell"], everything),
        "printed": text(held["printed"], everything),
        "label": named("label_id"),
        "return_id": _whole(held["return_id"])[order],
        "source_file": named("return_id", "name"),
        "sender": named("return_id", "sender"),
        "reported_on": named("return_id", "reported_on"),
        "return_rank": places["return_id"][order],
    }
    return pd.DataFrame({name: columns[name] for name in FIGURE_COLUMNS}, copy=False)
