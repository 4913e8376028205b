"""The same returns make the same archive, in whatever order they come, go and come back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.archive import Archive
from desktop.figures.figure import Status
from desktop.figures.series import SCALE
from desktop.figures.vintage import LATEST, Vintage
from tests.archive.made import JUNE, NOON, reading, row, store

DAYS = [date(2025, 6, 6), date(2025, 7, 6), date(2025, 8, 6)]
VINTAGES = [
    Vintage(as_of, first_release=first)
    for as_of in (None, *DAYS, date(2025, 1, 1))
    for first in (False, True)
]

rows = st.builds(
    row,
    st.integers(1, 4),
    month=st.sampled_from([JUNE, JUNE - 1]),
    item=st.sampled_from(["TOTAL", "RICE"]),
    market=st.sampled_from(["WORLD", "US"]),
    status=st.sampled_from(list(Status)),
    basis=st.sampled_from(["month", "cumulative"]),
)
stamps = st.sampled_from(["", "2025-06-06T01:00:00Z", "2025-07-06T01:00:00Z"])
filed = st.tuples(
    st.lists(rows, min_size=1, max_size=5), st.sampled_from(DAYS), st.booleans(), stamps
)


@st.composite
def stories(draw):
    """Returns (with their day, and whether they end up withdrawn), told in two orders."""
    returns = [
        (replace(reading(*figures, name=f"{n}.xlsx"), saved_at=saved_at), day, stays)
        for n, (figures, day, stays, saved_at) in enumerate(
            draw(st.lists(filed, min_size=1, max_size=6))
        )
    ]
    orders = [draw(st.permutations(range(len(returns)))) for _ in range(2)]
    detours = [draw(st.sets(st.integers(0, 5), max_size=2)) for _ in range(2)]
    return returns, list(zip(orders, detours, strict=True))


@settings(max_examples=6)
@given(story=stories())
def test_order_does_not_matter(empty_archive, story):
    returns, tellings = story
    with tempfile.TemporaryDirectory() as folder:
        told = [
            _told(Path(folder) / f"{n}.sqlite3", empty_archive, returns, *telling)
            for n, telling in enumerate(tellings)
        ]
    for one, other in zip(*told, strict=True):
        pd.testing.assert_frame_equal(one, other)
    for vintage, frame in zip(VINTAGES, told[0], strict=False):
        assert _key_values(frame) == _expected(returns, vintage)


def _told(path, empty, returns, order, detours):
    """Store in an order, with some undos and redos on the way; give every vintage's frame."""
    path.write_bytes(empty)
    with Archive.open(path) as archive:
        numbers = {}
        for place in order:
            workbook, day, _ = returns[place]
            numbers[place] = store(archive, workbook, on=day)
            if place in detours:
                archive.withdraw(numbers[place], at=NOON, by="Lan")
                archive.restore(numbers[place], at=NOON, by="Lan")
        for place, number in numbers.items():
            if not returns[place][2]:
                archive.withdraw(number, at=NOON, by="Lan")
        asked = [archive.figures(vintage) for vintage in VINTAGES]
        asked.append(archive.figures(every_release=True))
        # The current figures, which are kept in step, against the whole history.
        pd.testing.assert_frame_equal(
            archive.figures(LATEST), archive.figures(replace(LATEST, as_of=date.max))
        )
    return [frame.drop(columns="return_id") for frame in asked]


def _key_values(frame):
    keys = ("flow", "item", "market", "basis", "period_end")
    columns = (*(frame[k] for k in keys), frame["value"] // SCALE, frame["source_file"])
    return {figure[:5]: figure[5:] for figure in zip(*columns, strict=True)}


def _expected(returns, vintage):
    """The rule of precedence, said again in the plainest way."""
    best = {}
    for workbook, day, stays in returns:
        if not stays or (vintage.as_of and day > vintage.as_of):
            continue
        for place, figure in enumerate(workbook.rows):
            key = (figure.flow, figure.item, figure.market, figure.basis, figure.period_end)
            age = -day.toordinal() if vintage.first_release else day.toordinal()
            last = workbook.saved_at, workbook.content_hash, -place
            rank = (age, Status(figure.status).rank, *last)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, (figure.value // SCALE, workbook.name))
    return {key: told for key, (_, told) in best.items()}
