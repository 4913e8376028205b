"""Figures that were found, by column: words take the place of ids when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import inf
from sys import intern
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.rows import SUBJECT, Numbered, sorts
from desktop.archive.names import texts
from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.kept_property import kept_property

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from desktop.archive.names import Names

    Whole = npt.NDArray[np.int64]

_NAMED = {
    **{name: ("series_id", name) for name in (*SUBJECT, "measure")},
    "unit": ("unit_id", "text"),
    "basis": ("period_id", "basis"),
    "sheet": ("sheet_id", "text"),
    "label": ("label_id", "text"),
    "source_file": ("return_id", "name"),
    "sender": ("return_id", "sender"),
    "reported_on": ("return_id", "reported_on"),
}
"""Columns of words, and which names they are."""
_MONTHS = {"period_start": "first_month", "period_end": "last_month"}
_STATUSES = tuple(status.value for status in Status)
_TEXTS = {"cell": inf, "printed": 20_000}
"""Columns of texts, which are shared by frames of so many rows, as kept ones tell much the same.

To let go of a hundred thousand that are almost all different holds Python's lock for 50 ms where
they are shared, and with it a window; of others, for 5.
"""


class Found(Mapping[str, "npt.NDArray[Any]"]):
    """The columns of a frame as arrays, in no order; each is made when it is first looked at."""

    def __init__(
        self, held: dict[str, Any], names: dict[str, Names], places: dict[str, Whole]
    ) -> None:
        """Take what was read by column, and the places of its ids among their names."""
        self._held, self._names, self._places = held, names, places
        self._made: dict[str, npt.NDArray[Any]] = {}

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """Give a column: whole numbers, or text as objects."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Name the columns of the frame."""
        return iter(FIGURE_COLUMNS)

    def __len__(self) -> int:
        """Count them."""
        return len(FIGURE_COLUMNS)

    def _make(self, name: str) -> npt.NDArray[Any]:
        if name in _NAMED:
            ids, words = _NAMED[name]
            found: npt.NDArray[Any] = self._names[ids].objects(words)[self._places[ids]]
            return found
        if name == "status":
            return np.array(_STATUSES, object)[self._places["status"]]
        return np.array(self._held[name], object) if name in _TEXTS else self._whole(name)

    def _whole(self, name: str) -> Whole:
        if name in _MONTHS:
            months = np.array(self._names["period_id"].columns[_MONTHS[name]], np.int64)
            return months[self._places["period_id"]]
        found: Whole = self._places["return_id"] if name == "return_rank" else self._held[name]
        return found

    @kept_property
    def numbered(self) -> Numbered:
        """The sort of each row, and what it is about: by the numbers that the archive has."""
        series, subject_of = self._used("series_id")
        spans, span_of = self._used("period_id")
        subjects, numbers = _once(zip(*(series(name) for name in SUBJECT), strict=True))
        traded, kinds = _once(zip(series("measure"), series("flow"), strict=True))
        bases, basis_of = _once(spans("basis"))
        shape = len(traded), len(bases), len(_STATUSES)
        forms = np.ravel_multi_index(
            (kinds[subject_of], basis_of[span_of], self._places["status"]), shape
        )
        told = np.flatnonzero(np.bincount(forms))
        at = np.zeros(np.prod(shape), np.int64)
        at[told] = np.arange(len(told))
        words = (
            (traded[kind][0], bases[basis], _STATUSES[status], traded[kind][1])
            for kind, basis, status in zip(*np.unravel_index(told, shape), strict=True)
        )
        sort = sorts(words, at[forms], self["period_start"], self["period_end"])
        return Numbered(sort, numbers[subject_of], subjects, {})

    def _used(self, ids: str) -> tuple[Callable[[str], list[Any]], Whole]:
        """Give the columns of the names that are used, and which of these each row uses."""
        places = self._places[ids]
        used = np.bincount(places, minlength=1) > 0
        every = np.flatnonzero(used).tolist()
        columns = self._names[ids].columns
        return lambda name: [columns[name][n] for n in every], (used.cumsum() - 1)[places]

    def frame(self) -> pd.DataFrame:
        """Give the frame, by series, then period, then report."""
        import pandas as pd  # noqa: PLC0415 - an archive opens and stores without it

        places, spans = self._places, len(self._names["period_id"])
        figure = places["series_id"] * spans + places["period_id"]
        order = np.lexsort((places["return_id"], figure))

        def column(name: str) -> Any:
            if name in _NAMED:
                ids, words = _NAMED[name]
                return self._names[ids].texts(words).take(places[ids][order])
            if name == "status":
                return texts(_STATUSES).take(places[name][order])
            if name in _TEXTS:
                words = self._held[name]
                shared = list(map(intern, words)) if len(words) <= _TEXTS[name] else words
                return texts(shared).take(order)
            return self._whole(name)[order]

        return pd.DataFrame({name: column(name) for name in FIGURE_COLUMNS}, copy=False)


def _once(words: Any) -> tuple[list[Any], Whole]:
    """Give words each once, and the place of each among them."""
    numbers: dict[Any, int] = {}
    places = [numbers.setdefault(word, len(numbers)) for word in words]
    return list(numbers), np.array(places, np.int64)
