"""Which figure answers, as of when; and how a question is narrowed."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.series import SCALE, Flow, Measure
from desktop.figures.vintage import LATEST, Vintage
from tests.archive.made import JUNE, NOON, reading, row, store, values

JUNE_6, JULY_6, AUGUST_6 = date(2025, 6, 6), date(2025, 7, 6), date(2025, 8, 6)
MAY = JUNE - 1


@pytest.fixture
def revised(archive):
    """May printed three times, June twice, the archive learning of them out of order."""
    store(archive, reading(row(13, month=MAY), row(22), name="august"), on=AUGUST_6)
    store(archive, reading(row(11, month=MAY, status=Status.ESTIMATE), name="june"), on=JUNE_6)
    store(archive, reading(row(12, month=MAY), row(21), name="july"), on=JULY_6)
    return archive


@pytest.mark.parametrize(
    ("as_of", "latest", "first"),
    [
        (None, [13, 22], [11, 21]),
        (date(2030, 1, 1), [13, 22], [11, 21]),
        (AUGUST_6, [13, 22], [11, 21]),
        (date(2025, 8, 5), [12, 21], [11, 21]),
        (JUNE_6, [11], [11]),
        (date(2025, 6, 5), [], []),
    ],
)
def test_as_of_a_day_only_what_was_out_counts(revised, as_of, latest, first):
    assert values(revised, Vintage(as_of)) == latest
    assert values(revised, Vintage(as_of, first_release=True)) == first


def test_a_withdrawn_return_counts_in_no_vintage(revised):
    first = next(r.number for r in revised.returns() if r.name == "june")
    revised.withdraw(first, at=NOON, by="Lan")
    assert values(revised, Vintage(first_release=True)) == [12, 21]
    assert values(revised, Vintage(JUNE_6)) == []
    assert values(revised, every_release=True) == [12, 13, 21, 22]
    revised.restore(first, at=NOON, by="Lan")
    assert values(revised, Vintage(JUNE_6)) == [11]


def test_every_release_is_the_history_of_a_figure(revised):
    history = revised.figures(every_release=True, end=MAY)
    assert history["reported_on"].tolist() == ["2025-06-06", "2025-07-06", "2025-08-06"]
    assert history["value"].tolist() == [11 * SCALE, 12 * SCALE, 13 * SCALE]
    assert values(revised, Vintage(JULY_6), every_release=True) == [11, 12, 21]


def test_the_first_release_of_one_day_is_the_firmer(archive):
    store(archive, reading(row(1, status=Status.ESTIMATE), name="estimate"))
    store(archive, reading(row(2, status=Status.ACTUAL), name="actual"))
    assert values(archive, Vintage(first_release=True)) == [2]


@pytest.fixture
def broad(archive):
    """Exports and imports, by item, by market, and by both; a year of months."""
    months = [JUNE - back for back in range(12)]
    rows = [
        row(1, month=month, flow=flow, item=item, market=market, measure=measure)
        for month in months
        for flow in ("export", "import")
        for item in ("TOTAL", "RICE", "COFFEE")
        for market in ("WORLD", "US", "CN")
        for measure in ("value", "quantity", "growth_value")
    ]
    store(archive, reading(*rows))
    return archive


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 12 * 2 * 9 * 3),
        ({"flow": Flow.EXPORT}, 12 * 9 * 3),
        ({"items": ["TOTAL"]}, 12 * 2 * 3 * 3),
        ({"markets": ("US", "CN")}, 12 * 2 * 6 * 3),
        ({"measures": [Measure.VALUE, Measure.GROWTH_VALUE]}, 12 * 2 * 9 * 2),
        ({"ownerships": ["FDI"]}, 0),
        ({"items": []}, 0),
        ({"markets": ["XX"]}, 0),
        ({"start": JUNE}, 2 * 9 * 3),
        ({"start": JUNE - 2, "end": JUNE - 1}, 2 * 2 * 9 * 3),
        ({"end": JUNE - 12}, 0),
        ({"split_by_both": False}, 12 * 2 * 5 * 3),
        ({"split_by_both": False, "flow": Flow.IMPORT, "measures": ["value"]}, 12 * 5),
        ({"items": ["RICE"], "markets": ["US"], "split_by_both": False}, 0),
    ],
    ids=str,
)
@pytest.mark.parametrize("vintage", [LATEST, Vintage(first_release=True)], ids=["latest", "first"])
def test_filters_narrow_the_question(broad, vintage, filters, count):
    frame = broad.figures(vintage, **filters)
    assert len(frame) == count
    assert tuple(frame.columns) == FIGURE_COLUMNS


def test_a_narrow_question_has_the_answer_of_the_broad_one(broad):
    """Few look-ups and a walk through the archive are two roads to the same figures."""
    everything = broad.figures()
    asked = everything[(everything["item"] == "RICE") & (everything["market"] == "US")]
    assert len(asked)
    one = broad.figures(items=["RICE"], markets=["US"])
    pd.testing.assert_frame_equal(one, asked.reset_index(drop=True))


def test_start_and_end_bound_the_month_a_period_ends_in(archive):
    store(archive, reading(row(1, basis="cumulative"), row(2, basis="cumulative", month=MAY)))
    assert values(archive, start=JUNE) == [1]
    assert values(archive, end=MAY) == [2]


def test_columns_have_their_types_even_without_rows(archive):
    empty = archive.figures()
    store(archive, reading(row(1)))
    full = archive.figures()
    assert empty.dtypes.tolist() == full.dtypes.tolist()
    whole = {name for name, kind in full.dtypes.items() if kind == "int64"}
    assert whole == {"value", "period_start", "period_end", "return_id", "return_rank"}


def test_rows_are_sorted_by_their_codes_then_by_period(archive):
    rows = [row(n, month=JUNE - n, item=i) for n in range(3) for i in ("RICE", "COFFEE", "TOTAL")]
    store(archive, reading(*rows[4:], name="b"))
    store(archive, reading(*rows[:4], name="a"))
    frame = archive.figures()
    order = frame[["item", "period_end"]].sort_values(["item", "period_end"])
    assert frame.index.tolist() == order.index.tolist()
