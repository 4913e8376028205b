"""What returns tell, placed by subject and month: before it is known what they are laid on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.placing import Grid, are_last, placed
from desktop.analysis.rows import QUANTITIES, VALUES, counting, numbers_everywhere
from desktop.analysis.rows_told import read_of
from desktop.figures.kept_property import kept_property
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import Amounts, IntArray, Subject, Taken
    from desktop.analysis.rows_told import Read


@dataclass(frozen=True, eq=False)
class Ready:
    """Rows that count, and which figure each holds; no figure stands here twice.

    `about` are the numbers of the subjects everywhere (`numbers_everywhere`).
    Months are ordinals, from the `first` to the `last` that is told of. `cells` are places in an
    array of `year.PRINTED` fields, years from the first month's on, subjects and 12 months, laid
    flat; `rows` are the numbers of the rows that belong there.
    """

    read: Read
    subjects: Sequence[Subject]
    about: IntArray
    first: int
    last: int
    cells: IntArray
    rows: IntArray

    @property
    def years(self) -> range:
        """The calendar years that are told of."""
        return range(self.first // MONTHS_PER_YEAR, self.last // MONTHS_PER_YEAR + 1)

    @kept_property
    def places(self) -> tuple[IntArray, IntArray]:
        """The line of each cell, of twelve months each, and the month in it."""
        return np.divmod(self.cells, MONTHS_PER_YEAR)


def make_ready(told: Taken) -> Taken:
    """Place what one return tells, so that it is done when it is laid on; gives the same."""
    for amounts in (VALUES, QUANTITIES):
        for one in ready(told, amounts):
            one.places  # noqa: B018 - made now
    return told


def ready(told: Taken, amounts: Amounts, direction: int = 1) -> Sequence[Ready]:
    """Give what returns tell of amounts, the oldest day first; nothing where none of it counts.

    `direction` is as in `Printed`: it matters where what was put together is of several days.
    """
    found = [_of_one(part, amounts) for part in told.parts]
    if any(one and one.read.days > 1 for one in found):
        whole = _made(told, amounts, direction)
        return [whole] if whole else []
    told_of = [one for one in found if one]
    return sorted(told_of, key=lambda one: one.read.oldest) if len(told_of) > 1 else told_of


def together(told: Taken, amounts: Amounts, direction: int) -> Sequence[Ready]:
    """Give the same at once: of a figure that several returns tell only the best one."""
    whole = _made(told, amounts, direction)
    return [whole] if whole else []


def _of_one(told: Taken, amounts: Amounts) -> Ready | None:
    held, measure = told.numbered.ready, amounts[0].value
    if measure not in held:
        held[measure] = _made(told, amounts, 1)
    found: Ready | None = held[measure]
    return found


def _made(told: Taken, amounts: Amounts, direction: int) -> Ready | None:
    kept = counting(told, every_subject=True, amounts=amounts)
    if not len(kept):
        return None
    theirs = told.of(kept)
    subjects, numbers = theirs.spoken_of()
    read, ends = read_of(theirs), theirs["period_end"]
    first, last = int(ends.min()), int(ends.max())
    year = first // MONTHS_PER_YEAR
    grid = Grid(year, last // MONTHS_PER_YEAR + 1 - year, len(subjects))
    figures = placed(theirs, read, numbers, grid, direction)
    size = int(np.prod(grid.shape))
    cells = np.concatenate([at + field * size for field, (at, _) in enumerate(figures)])
    rows = np.concatenate([chosen for _, chosen in figures])
    best = are_last(cells)
    return Ready(read, subjects, numbers_everywhere(subjects), first, last, cells[best], rows[best])
