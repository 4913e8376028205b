"""Figures leave the archive by column, with what their ids are the names of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, Select, func, literal, select

from desktop.archive import bulk, by_column, prepared
from desktop.archive.asking import COLUMNS, Numbers, Wanted, narrow, way
from desktop.archive.connected import on_server
from desktop.archive.found import Found
from desktop.archive.names import KeptNames, Names, fetched, names_of
from desktop.archive.precedence import SAME_DAY, withdrawn
from desktop.archive.refusals import refused
from desktop.archive.schema import current_figures, periods, returns, series, terms
from desktop.figures.figure import Status
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

_TEXTS = COLUMNS[-2:]
_SUBJECT = ("flow", "item", "market", "ownership", "measure", "province")
_SPAN = ("last_month", "first_month", "basis")
_FILE = ("reported_on", *SAME_DAY, "name", "sender")
"""In the order of precedence, so that a return's place among the names is its rank."""


_FEW = 20
"""Bits of the numbers of what there is no million of."""
_MOST = 8
"""Of so many vintages it is kept which returns count."""
_LAST = f"SELECT max(id) FROM {returns.name}"  # noqa: S608 - the table's own name


class Register:
    """The names of returns and terms, which are many and stay; of one archive, for its readers.

    Of vintages that were asked for it also keeps which returns count, until something changes.
    """

    def __init__(self, *, sees_all: bool) -> None:
        """Begin with none; `sees_all` is whether nothing is hidden from who reads."""
        self.returns = KeptNames(returns, _FILE, growing=sees_all)
        self.terms = KeptNames(terms, ("text",), growing=sees_all)
        self.spans = KeptNames(periods, _SPAN, growing=sees_all)
        self._counted: dict[Vintage, tuple[int, dict[int, int]]] = {}

    def counted(self, connection: Connection, vintage: Vintage, state: int) -> dict[int, int]:
        """Give the numbers of the returns that a vintage counts, with their rank in its frames.

        `state` is the number of the newest change.
        """
        last, found = self._counted.get(vintage, (-1, {}))
        if last != state:
            found = _counted(connection, vintage, self.returns.ask(connection, state))
            self._counted = dict([*self._counted.items(), (vintage, (state, found))][-_MOST:])
        return found

    def uncounted(self, connection: Connection, vintage: Vintage, state: int) -> list[int]:
        """Give the numbers of all other returns; some of them a moment may not know yet."""
        counted = self.counted(connection, vintage, state)
        every = self.returns.ask(connection, state)
        if len(every) == len(counted):
            return []
        return [number for number in every.ids.tolist() if number not in counted]

    def reported(self, connection: Connection, state: int) -> list[date]:
        """Give the days that the returns which count now are reported on, newest first."""
        numbers = _whole(list(self.counted(connection, LATEST, state)))
        names = self.returns.ask(connection, state)
        days = names.columns["reported_on"]
        told = {days[place] for place in names.places(numbers).tolist()}
        return [date.fromisoformat(day) for day in sorted(told, reverse=True)]


def found(
    connection: Connection,
    vintage: Vintage,
    wanted: Wanted,
    register: Register,
    state: int,
    about: str,
) -> Found:
    """Give the figures wanted, in no order.

    `state` is the number of the newest change. Raises `Refused` where the archive contradicts
    itself; `about` is its name.
    """
    only = [*wanted.subjects(), *wanted.shelved()]
    text = register.terms.ask(connection, state)
    names = {
        "series_id": names_of(connection, series, (*_SUBJECT, "detail"), *only),
        "period_id": register.spans.ask(connection, state),
        "return_id": register.returns.ask(connection, state),
        **dict.fromkeys(("unit_id", "sheet_id", "label_id"), text),
    }
    subjects, shelves = names["series_id"].ids.tolist(), set(names["series_id"].columns["detail"])
    asked = Numbers(subjects, shelves, wanted.within(names["period_id"]))
    led = way(connection, wanted, asked)
    settled = wanted.settled(vintage)
    uncounted = None if settled else register.uncounted(connection, vintage, state)
    if uncounted and not on_server(connection):
        uncounted = None  # a file looks them up itself; where there are none it need not
    try:
        with nullcontext() if wanted.stand_apart(asked) else bulk.page_by_page(connection):
            held = _held(connection, narrow(vintage, wanted, led, uncounted), names)
        places = _places(held, names)
    except LookupError as error:
        raise refused("archive_damaged", about) from error
    if not settled and not wanted.every_release:
        rows = _best(places, names, first=vintage.first_release)
        held = {
            name: [v[row] for row in rows.tolist()] if name in _TEXTS else v[rows]
            for name, v in held.items()
        }
        places = {name: v[rows] for name, v in places.items()}
    return Found(held, names, places)


def _held(
    connection: Connection, selection: Select[Any], names: dict[str, Names]
) -> dict[str, Any]:
    """Give the columns asked for: whole numbers as arrays, texts as lists."""
    # Half of them is left for what others add meanwhile: a number cut short would be another's.
    few = [name for name, of in names.items() if of.greatest < 1 << (_FEW - 1)]
    return by_column.columns(connection, selection, {**dict.fromkeys(few, _FEW), "status": 3})


def teller(connection: Connection, vintage: Vintage, wanted: Wanted) -> int | None:
    """Give the number of one of the returns that tell something wanted; None where none does."""
    told = narrow(vintage, wanted, lambda s, of: s.where(*wanted.places(of, one_by_one=True)))
    return connection.scalar(told.with_only_columns(told.selected_columns.return_id).limit(1))


def holds_more_than(connection: Connection, count: int, wanted: Wanted) -> bool:
    """Say whether more figures than so many are shown now in the months wanted."""
    held = select(literal(1)).select_from(current_figures)
    if spans := wanted.spans():
        within = select(periods.c.id).where(*spans)
        held = held.where(current_figures.c.period_id.in_(within))
    few = held.limit(count + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(few)) or 0) > count


def _counted(connection: Connection, vintage: Vintage, names: Names) -> dict[int, int]:
    """Choose of all returns those that count: few do not, and a moment knows the first numbers."""
    last = prepared.first(connection, _LAST) or 0
    out = {number for (number,) in fetched(connection, withdrawn(vintage.known_by))}
    days, numbers = names.columns["reported_on"], names.ids.tolist()
    come = bisect_right(days, vintage.as_of.isoformat()) if vintage.as_of else len(days)
    return {n: rank for rank, n in enumerate(numbers[:come]) if n <= last and n not in out}


def _places(held: dict[str, Any], names: dict[str, Names]) -> dict[str, Whole]:
    places = {column: n.places(held[column]) for column, n in names.items()}
    places["status"] = held["status"]
    if not set(np.unique(places["status"])) <= set(range(len(Status))):
        raise LookupError("a status that there is not")
    return places


def _best(places: dict[str, Whole], names: dict[str, Names], *, first: bool) -> Whole:
    """Give the rows that win among those that print the same figure; see `precedence`.

    With `first` those of the oldest report.
    """
    import pandas as pd  # noqa: PLC0415 - as below

    returned = places["return_id"]
    days = np.array(names["return_id"].columns["reported_on"], object)[returned]
    day = pd.factorize(days, sort=True)[0]
    figure = places["series_id"] * len(names["period_id"]) + places["period_id"]
    order = np.lexsort((returned, places["status"], -day if first else day, figure))
    last = np.ones(len(order), np.bool_)
    last[:-1] = figure[order[1:]] != figure[order[:-1]]
    return order[last]


def _whole(values: Sequence[int]) -> Whole:
    return np.array(values, np.int64)
