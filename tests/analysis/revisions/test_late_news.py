"""A look at what was told lately finds what the whole triangles hold, and no other series."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.revisions import moved, triangle
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from tests.analysis.conftest import Printer

SERIES = (Series(Flow.EXPORT), Series(Flow.IMPORT), Series(Flow.EXPORT, item="STEEL"))
TOLD = (date(2025, 3, 1), date(2025, 4, 30))
DAYS = ("2025-01-20", "2025-02-28", "2025-03-01", "2025-03-20", "2025-04-30", "2025-05-01")
PRINTED = st.tuples(
    st.sampled_from(DAYS),
    st.sampled_from(SERIES),
    st.sampled_from(("month", "to_date")),
    st.sampled_from(("2023-11", "2023-12", "2024-01", "2024-02", "2024-12", "2025-01")),
    st.sampled_from((100, 101, 102, 200)),
)


@settings(max_examples=40)
@given(st.lists(PRINTED, max_size=24), st.sampled_from((0.0, 0.0099, 0.01, 0.3)))
def test_it_is_what_the_triangles_say(told, least):
    printer = Printer()
    for day in DAYS:
        printer.of_return(day)
        for on, series, how, end, amount in told:
            if on == day:
                getattr(printer, how)(amount, end, flow=series.flow, item=series.item)
    figures = printer.frame()
    found = moved(figures, SERIES, told=TOLD, since=Month(2024, 1), least=least)
    assert found == tuple(s for s in SERIES if _largest(figures, s) >= least)


def _largest(figures, series):
    return max(
        (
            abs(later.value - one.value) / abs(one.value)
            for row in triangle(figures, series).rows
            for one, later in zip(row.releases, row.releases[1:], strict=False)
            if row.month.year >= 2024 and TOLD[0] <= later.reported_on <= TOLD[1]
            if one.value  # two equal cumulatives leave a month of nothing, which has no size
        ),
        default=-1,
    )
