"""One key pressed in the palette: everything there is searched, against a frame of the screen."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial

from desktop.figures.month import Month
from desktop.gui.lookup.entries import Kind, catalogue_entries, month_entries, worded
from desktop.gui.lookup.searching import Index
from tests.benchmarks.timing import Row, row, timed

FRAME = 0.016
TYPED = ("", "h", "hoa ky", "tom", "thang 6", "6/2025", "germny", "electornics", "xyzzy")
RUNS = 9


def rows() -> Iterator[Row]:
    """Markets, items, actions and 140 months; the slowest of what was typed, well or not."""
    months = [Month(2014, 1) + n for n in range(140)]
    actions = [worded(Kind.ACTION, str(n), "Export summary") for n in range(20)]
    index = Index([*actions, *catalogue_entries(), *month_entries(months)])
    slowest = max(([timed(partial(index.search, t)) for _ in range(RUNS)] for t in TYPED),
                  key=statistics.median)  # fmt: skip
    yield row(
        f"a key in the palette ({len(index.entries)} entries), the slowest word",
        "a frame of 16 ms",
        [(took, FRAME) for took in slowest],
    )
