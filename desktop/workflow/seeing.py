"""What the warnings look at: the figures of an archive as of a vintage, no more than are needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.growth import index_growth
from desktop.analysis.rows import QUANTITIES, VALUES, columns_of
from desktop.analysis.rows_told import rows_of
from desktop.analysis.warnings.sight import Sight
from desktop.analysis.warnings.stocks import MANUFACTURING
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import Amounts
    from desktop.figures.figure import Source

_INDICES = (Measure.CONSUMPTION_INDEX, Measure.INVENTORY_INDEX)

Ask = Callable[..., "pd.DataFrame"]
"""Gives the figures that `Archive.figures` gives, as of a vintage, by its filters."""

_YEARS_BACK = 5
"""No rule looks farther back from a month than sixty months; see `dependence` and `falling`."""


class Scene:
    """Everything that is looked at, fetched once: whoever asks what was seen in a month asks it.

    `overview` are the rows that the overview is made of, with `of_two_years` those of parts from
    the year before on; `look_back` adds earlier ones of what was asked about in vain. Items by
    market are wanted from the year before the first of `months` on, to the year of the last;
    quantities too.
    """

    def __init__(
        self,
        ask: Ask,
        lay: Callable[[pd.DataFrame, Amounts], Book | None],
        overview: pd.DataFrame,
        months: tuple[Month, Month],
        *,
        of_two_years: bool = False,
    ) -> None:
        """Fetch the figures that every warning needs; `look_closer` adds items by market."""
        self._first, self._last = months
        self._lay = lay
        self._asks = partial(
            ask, provinces=(NATIONAL,), every_release=True,
            end=Month(self._last.year, MONTHS_PER_YEAR),
        )  # fmt: skip
        self._ask = partial(self._asks, start=Month(self._first.year - 1, 1))
        self._books: dict[Series, Book] = {}
        self._missed: set[Series] = set()
        self._add(overview, VALUES)
        self._short = {s for s in self._books if of_two_years and not _is_total(s)}
        self._add(
            self._ask(
                markets=(WORLD,), measures=(Measure.QUANTITY,), flow=Flow.EXPORT,
                split_by_both=False,
            ),
            QUANTITIES,
        )  # fmt: skip
        indices = {"flow": Flow.INDUSTRY, "items": (MANUFACTURING,), "measures": _INDICES}
        self._indices = _indices(
            ask(**indices, provinces=(NATIONAL,), split_by_both=False, every_release=False)
        )

    def look_closer(
        self,
        flow: Flow,
        *,
        items: Sequence[str] | None = None,
        markets: Sequence[str] | None = None,
    ) -> None:
        """Fetch the values of items by market, of some items or of some markets."""
        named = {"items": items, "markets": markets}
        asked = {name: tuple(codes) for name, codes in named.items() if codes is not None}
        self._add(self._ask(flow=flow, measures=(Measure.VALUE,), **asked), VALUES)

    def look_back(self) -> Collection[Series]:
        """Fetch earlier years of what was asked about in them in vain; give the series."""
        missed, self._missed, self._short = self._missed, set(), set()
        for flow in {s.flow for s in missed}:
            named = {
                f"{name}s": tuple(sorted({getattr(s, name) for s in missed if s.flow == flow}))
                for name in ("item", "market")
            }
            start = Month(self._first.year - _YEARS_BACK, 1)
            asked = self._asks(
                **named, flow=flow, measures=VALUES, split_by_both=False, start=start
            )
            book = self._lay(asked, VALUES)
            self._books |= {s: book for s in missed if book and s in book.printed.series}
        return missed

    def sight(self, through: Month) -> Sight:
        """See all of it from a month."""
        return Sight(self._book, through, tuple(self._books), self._indices)

    def _book(self, series: Series, year: int) -> Book | None:
        if year < self._first.year - 1 and series in self._short:
            self._missed.add(series)
        return self._books.get(series)

    def _add(self, frame: pd.DataFrame, amounts: Amounts) -> None:
        book = self._lay(frame, amounts)
        if book is not None:
            self._books |= {s: book for s in book.printed.series if s not in self._books}


def _is_total(series: Series) -> bool:
    return series.item == TOTAL and series.market == WORLD


def _indices(frame: pd.DataFrame) -> dict[tuple[Measure, Month], tuple[float, Source]]:
    """Growth by the indices: sales from January where that is printed, stocks at the month's end.

    A quarter's sales count from January in the first quarter alone, a month's where nothing else
    is held.
    """
    told: dict[tuple[Measure, Month], tuple[bool, int]] = {}
    columns = ("measure", "basis", "period_start", "period_end")
    for place, row in enumerate(zip(*(frame[name].tolist() for name in columns), strict=True)):
        measure, basis, start, end = row
        key = Measure(measure), Month.from_ordinal(end)
        to_date = start % MONTHS_PER_YEAR == 0 and basis != Basis.MONTH.value
        best = told.get(key)
        if best is None or (key[0] is Measure.CONSUMPTION_INDEX and to_date and not best[0]):
            told[key] = (to_date, place)
    rows = rows_of(columns_of(frame)) if len(frame) else None
    return {
        key: (index_growth(int(rows.value[place])), rows.source(place))
        for key, (_, place) in told.items()
        if rows is not None
    }
