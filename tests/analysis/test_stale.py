"""A cell left from last month is told; round numbers that repeat, and trade that rests, are not."""

from __future__ import annotations

import pytest

from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from tests.analysis.told import (
    ITEMS,
    JUNE,
    figure,
    history_to,
    june,
    month_value,
    rows_of,
    tell,
    to_date,
)

TEXTILE, RICE = 9 + ITEMS.index("TEXTILE"), 9 + ITEMS.index("RICE")
MAY = JUNE - 1


def put(rows, cell, value, factor=1_000_000):
    """The same rows with another value in a cell."""
    return [
        row._replace(value=round(value * 1000), printed=repr(value / factor))
        if row.cell == cell else row
        for row in rows
    ]  # fmt: skip


def stale(rows, before=None):
    told = june(rows, before)
    return [f for f in told.findings if f.code == "stale_cell"]


def test_months_that_moved_on_are_not_stale():
    assert stale(rows_of(JUNE)) == []


@pytest.mark.parametrize(
    ("cell", "value", "factor"),
    [
        (f"D{TEXTILE}", month_value("TEXTILE", MAY), 1_000_000),
        (f"F{TEXTILE}", to_date("TEXTILE", MAY), 1_000_000),
        (f"C{RICE}", month_value("RICE", MAY) / 2000, 1000),
    ],
    ids=["month", "year to date", "quantity"],
)
def test_a_cell_left_from_last_month_is_named(cell, value, factor):
    (finding,) = stale(put(rows_of(JUNE), cell, value, factor))
    assert (finding.cell, finding.expected) == (cell, f"{MAY}.xlsx")
    for code in ("vi", "en"):
        assert cell in sentence(finding, language(code))
        assert remedy(finding, language(code))


def test_a_round_number_may_come_again():
    before = history_to(MAY)
    rows = put(rows_of(JUNE), f"D{TEXTILE}", 150_000_000.0)
    may = figure("TEXTILE", MAY, 150_000_000.0)
    tell(before, [may], MAY, number=99_999)
    assert stale(rows, before) == []


def test_a_year_to_date_rests_where_nothing_was_traded():
    rows = put(rows_of(JUNE), f"F{TEXTILE}", to_date("TEXTILE", MAY))
    rows = [row for row in rows if row.cell != f"D{TEXTILE}"]
    assert stale(rows) == []


def test_a_column_that_is_last_months_altogether_is_no_stale_cell():
    rows = rows_of(JUNE)
    for n, item in enumerate(ITEMS):
        rows = put(rows, f"D{9 + n}", month_value(item, MAY))
    told = june(rows)
    assert [f.code for f in told.findings if f.code == "stale_cell"] == []
    assert "content_of_other_month" in [f.code for f in told.findings]
