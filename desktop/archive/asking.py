"""Which figures are asked for, and the narrow query that fetches them: ids and values only."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    any_,
    bindparam,
    func,
    literal_column,
    select,
    true,
)

from desktop.archive.connected import on_server
from desktop.archive.precedence import releases
from desktop.archive.schema import current_figures, figures, periods, series
from desktop.archive.shelves import is_split, shelves
from desktop.figures.month import Month
from desktop.figures.series import NATIONAL
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from desktop.archive.names import Names

COLUMNS = (
    "series_id", "period_id", "return_id", "unit_id", "status", "value", "sheet_id", "label_id",
    "cell", "printed",
)  # fmt: skip
"""Columns of the narrow query; all but the last two are whole numbers."""

_FEW = 4_000
"""So many look-ups take about 10 ms; more may take longer than walking a large archive would."""
_FIGURES_A_LOOK_UP = 10
"""So many figures are walked past in the time that one is looked up."""

_SHARE = 4
"""Of a period's series that stand in few pages a server reads all where one in so many is asked."""

_TELLABLE = 1_000
"""Of so many numbers a server estimates one by one how often they stand, in a few ms."""


Way = Callable[[Select[Any], Table], Select[Any]]

_WHOLES = func.mod(figures.c.detail, literal_column("2")) == literal_column("0")
"""What a server's index of series holds; it is used where a question says so in these words."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is asked for in numbers: series, the shelves that they stand on, and periods."""

    subjects: Sequence[int]
    shelves: Collection[int]
    spans: Sequence[int]

    @property
    def wholes(self) -> bool:
        """Whether none of the series is split by item and by market at once."""
        return not any(map(is_split, self.shelves))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are asked for; None asks for all.

    `provinces` are those whose own figures are asked for, the nation's among them as `NATIONAL`.
    `start` and `end` bound the month that a figure's period ends in. `split_by_both=False`
    leaves out the figures that are split by item and by market at once. `every_release` asks
    for what newer returns have superseded as well, `returns` for what certain returns printed.
    """

    flow: str | None = None
    items: Sequence[str] | None = None
    markets: Sequence[str] | None = None
    measures: Sequence[str] | None = None
    ownerships: Sequence[str] | None = None
    start: Month | None = None
    end: Month | None = None
    split_by_both: bool = True
    every_release: bool = False
    returns: Sequence[int] | None = None
    provinces: Sequence[str] | None = None

    def settled(self, vintage: Vintage) -> bool:
        """Whether what wins stands in a table of its own, as it does of what is known now."""
        return vintage == LATEST and not self.every_release

    def shelved(self) -> list[ColumnElement[bool]]:
        """Conditions on the table of series: those whose figures stand on the shelves asked for."""
        if self.provinces is not None:
            asked = shelves(self.provinces, split_by_both=self.split_by_both)
            return [series.c.detail.in_(asked)]
        return [] if self.split_by_both else [series.c.detail % 2 == 0]

    def _shelves(self, table: Table, *, all_of_areas: bool = False) -> ColumnElement[bool]:
        """Name the shelves, on a table of figures: no key is of use without its first column.

        `all_of_areas` names all of the provinces', where the series alone lead to the figures: a
        server would walk through a whole shelf to find those that stand on it.
        """
        if self.provinces is not None:
            both = self.split_by_both or all_of_areas
            return table.c.detail.in_(shelves(self.provinces, split_by_both=both))
        return table.c.detail.in_(select(series.c.detail).where(*self.shelved()).distinct())

    def subjects(self) -> list[ColumnElement[bool]]:
        """Conditions on the table of series."""
        asked = {
            "flow": None if self.flow is None else [self.flow],
            "item": self.items,
            "market": self.markets,
            "measure": self.measures,
            "ownership": self.ownerships,
            "province": self.provinces,
        }
        return [series.c[name].in_(list(v)) for name, v in asked.items() if v is not None]

    def spans(self) -> list[ColumnElement[bool]]:
        """Conditions on the table of periods."""
        last = periods.c.last_month
        return [
            *([last >= self.start.ordinal] if self.start else []),
            *([last <= self.end.ordinal] if self.end else []),
        ]

    def within(self, spans: Names) -> list[int]:
        """Give the numbers of the periods that end in the months asked for."""
        first = self.start.ordinal if self.start else -math.inf
        last = self.end.ordinal if self.end else math.inf
        ends = zip(spans.ids.tolist(), spans.columns["last_month"], strict=True)
        return [number for number, end in ends if first <= end <= last]

    def places(self, table: Table, *, one_by_one: bool) -> list[ColumnElement[bool]]:
        """Conditions on a table of figures.

        The key is (detail, period, series): with `one_by_one` the database looks up each
        period and series asked for, else it walks the periods and leaves out other series.
        """
        spans, subjects = self.spans(), self.subjects()
        conditions: list[ColumnElement[bool]] = [self._shelves(table)]
        if self.returns is not None:
            conditions.append(table.c.return_id.in_(self.returns))
        if spans or one_by_one:
            conditions.append(table.c.period_id.in_(select(periods.c.id).where(*spans)))
        if subjects:
            # No database looks for a sum in an index.
            subject = table.c.series_id if one_by_one else table.c.series_id + 0
            conditions.append(subject.in_(select(series.c.id).where(*subjects)))
        return conditions

    def numbered(self, table: Table, asked: Numbers, *, walked: bool) -> list[ColumnElement[bool]]:
        """Conditions on a table of figures for a database that knows how often each number stands.

        It is given the numbers themselves, and chooses between its indexes by what it knows of
        them; of very many it is only told where they come from. `walked` asks it to read all of
        the periods, and leave out other series.
        """
        few = self._names_subjects and len(asked.subjects) <= _TELLABLE
        by_series = table is figures and few and not walked
        conditions: list[ColumnElement[bool]] = [self._shelves(table, all_of_areas=by_series)]
        if self.returns is not None:
            conditions.append(_any_of(table.c.return_id, self.returns))
        if by_series and asked.wholes:
            conditions += [_WHOLES, *(_through(asked.spans) if self.spans() else ())]
        elif self.spans() or by_series:
            conditions.append(_any_of(table.c.period_id, asked.spans))
        if self._names_subjects:
            # No database looks for a sum in an index.
            subject = table.c.series_id + 0 if walked else table.c.series_id
            named = select(series.c.id).where(*self.subjects())
            conditions.append(_any_of(subject, asked.subjects) if few else subject.in_(named))
        return conditions

    def stand_apart(self, asked: Numbers) -> bool:
        """Say whether what so few series were told of lies on many shelves, and is read by series.

        A server that is asked for all at once looks for each series on each shelf.
        """
        of_areas = self.provinces is not None and set(self.provinces) != {NATIONAL}
        few = self._names_subjects and len(asked.subjects) <= _TELLABLE
        return (of_areas or not asked.wholes) and few and self.returns is None

    def one_by_one(self, told: Select[Any], asked: Numbers) -> Select[Any]:
        """Walk each series through from the first period asked for to the last, on its shelf."""
        f = figures.c
        # The shelves at hand as well: else all partitions are planned for, which takes longer.
        its = [f.detail == series.c.detail, f.series_id == series.c.id,
               _any_of(f.detail, sorted(asked.shelves))]  # fmt: skip
        if not asked.wholes:
            its.append(_any_of(f.period_id, asked.spans))
        else:
            its += [_WHOLES, *(_through(asked.spans) if self.spans() else ())]
        # What has an offset is asked of each: it cannot be asked of all at once.
        one = told.where(*its).offset(0).lateral()
        every = select(*one.c).select_from(series.join(one, true()))
        return every.where(_any_of(series.c.id, asked.subjects))

    @property
    def _names_subjects(self) -> bool:
        asked = self.flow, self.items, self.markets, self.measures, self.ownerships
        return any(names is not None for names in asked)


def _through(spans: Sequence[int]) -> list[ColumnElement[bool]]:
    """Have a series' figures walked through from the first of some periods to the last."""
    period = figures.c.period_id
    ends = period >= min(spans, default=0), period <= max(spans, default=-1)
    # No database looks for a sum in an index.
    return [*ends, _any_of(period + 0, spans)]


def _any_of(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    return column == any_(_numbers(numbers))


def _numbers(numbers: Sequence[int]) -> BindParameter[Any]:
    return bindparam(None, list(numbers), unique=True, type_=ARRAY(Integer))


def way(connection: Connection, wanted: Wanted, asked: Numbers) -> Way:
    """Give how a selection is led to the figures wanted, whose series and periods are numbered so.

    It is told of which table it is.
    """
    subjects, spans = len(asked.subjects), len(asked.spans)
    if on_server(connection):
        few = not wanted.spans() or _are_few(connection, wanted, subjects, _SHARE)
        places = partial(wanted.numbered, asked=asked, walked=not few)
        if wanted.stand_apart(asked):
            return lambda told, of: (
                wanted.one_by_one(told, asked) if of is figures else told.where(*places(of))
            )
        return lambda told, of: told.where(*places(of))
    one_by_one = quicker_one_by_one(connection, wanted, subjects, spans)
    return lambda told, of: told.where(*wanted.places(of, one_by_one=one_by_one))


def quicker_one_by_one(connection: Connection, wanted: Wanted, subjects: int, spans: int) -> bool:
    """Say whether so many series and periods are looked up sooner than all others passed by."""
    few = subjects * spans <= _FEW
    return few or _are_few(connection, wanted, subjects, _FIGURES_A_LOOK_UP)


def _are_few(connection: Connection, wanted: Wanted, subjects: int, share: int) -> bool:
    """Say whether so many series are no more than one in `share` of those on the shelves."""
    every = select(func.count()).select_from(series).where(*wanted.shelved())
    return subjects * share <= (connection.scalar(every) or 0)


def narrow(
    vintage: Vintage, wanted: Wanted, led: Way, uncounted: Sequence[int] | None = None
) -> Select[Any]:
    """Select `COLUMNS` of the figures wanted, as of a vintage; `led` there by their `way`.

    Where they are not settled they come in every release. `uncounted` are the returns that do not
    count, where they are known.
    """
    if wanted.settled(vintage):
        return led(select(*(current_figures.c[name] for name in COLUMNS)), current_figures)
    if uncounted is None or len(uncounted) > _TELLABLE:
        return led(releases(COLUMNS, vintage), figures)
    # By a question of its own: numbers at hand are held against each partition and index in turn.
    out = select(func.unnest(_numbers(uncounted)))
    counts = [figures.c.return_id.not_in(out)] if uncounted else []
    return led(releases(COLUMNS, None, *counts), figures)
