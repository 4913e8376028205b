"""Figures as they were fetched: by column, until somebody asks for those of certain subjects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.archive.bulk import IntArray

_Lot = tuple[int, int, int, list[int], list[int]]


class Fetched(NamedTuple):
    """Columns of figures; `form` says in which unit a figure is, and how firm."""

    subject: IntArray
    period: IntArray
    number: IntArray
    form: IntArray
    value: IntArray

    def of(self, subjects: IntArray) -> tuple[Fetched, Fetched]:
        """Part those of certain subjects from all others."""
        if not len(self.subject):
            return self, self
        asked = np.zeros(int(self.subject.max()) + 1, np.bool_)
        asked[subjects[subjects < len(asked)]] = True
        ours = asked[self.subject]
        return self._those(ours), self._those(~ours)

    def _those(self, which: npt.NDArray[Any]) -> Fetched:
        return Fetched(*(column[which] for column in self))

    def returns(self) -> set[int]:
        """The numbers of the returns that told them."""
        return set(np.unique(self.number).tolist())

    def lots(self) -> Iterator[_Lot]:
        """Give the subjects and values by return, period and form, in this order."""
        if not len(self.subject):
            return
        ordered = self._those(np.lexsort((self.form, self.period, self.number)))
        kinds = ordered.number, ordered.period, ordered.form
        changes = np.any([column[1:] != column[:-1] for column in kinds], axis=0)
        starts = [0, *(np.flatnonzero(changes) + 1).tolist(), len(changes) + 1]
        subjects, values = ordered.subject.tolist(), ordered.value.tolist()
        for number, period, form, start, end in zip(
            *(column[starts[:-1]].tolist() for column in kinds), starts, starts[1:], strict=False
        ):
            yield number, period, form, subjects[start:end], values[start:end]
