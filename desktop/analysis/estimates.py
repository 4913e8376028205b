"""How far an estimated cumulative is usually revised, from the archive's own history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.revisions import triangle, usual
from desktop.figures.figure import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from desktop.analysis.lines import Line
    from desktop.figures.series import Series

FEWEST = 6
"""So many estimated cumulatives must have been released again for their revision to be usual."""


def usual_revision(
    figures: Callable[[], pd.DataFrame], series: Series, line: Line, number: int
) -> float | None:
    """Give the mean size of the revisions of estimated cumulatives, as a fraction.

    None where the cumulative through the month (1-12) is no estimate, or too few were revised.

    Args:
        figures: Gives rows with `FIGURE_COLUMNS`, every release of them; asked where it is needed.
        series: The series that the line is of.
        line: The year in question.
        number: The month.
    """
    to_date = line.to_date[number - 1]
    if to_date is None or to_date.status is not Status.ESTIMATE:
        return None
    size = usual(triangle(figures(), series, cumulative=True), Status.ESTIMATE)
    return size.mean_absolute if size and size.count >= FEWEST else None
