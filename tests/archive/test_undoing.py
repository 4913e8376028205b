"""What undoing is said to change is what it changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.finding import Refused
from tests.archive.few_returns import RETURNS, archive_of
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store

KEY = ("flow", "measure", "item", "market", "ownership", "province", "basis", "period_start",
       "period_end")  # fmt: skip


def shown(archive):
    """Give every figure that counts: its place, and its amount."""
    frame = archive.figures()
    return {
        tuple(line[n] for n in KEY): (line["unit"], line["value"])
        for line in frame.to_dict("records")
    }


def place(figure):
    return tuple(getattr(figure, n) for n in KEY)


def test_figures_fall_back_or_go(archive):
    store(archive, reading(row(1), row(5, item="RICE")), on=JULY_6)
    both = store(archive, reading(row(2), row(7, item="TEA"), name="b"), on=AUGUST_6)
    told = archive.undoing(both)
    assert [(c.row.value, c.old_value, c.old_file) for c in told.changed] == [(1000, 2000, "b")]
    assert [(r.item, r.value) for r in told.gone] == [("TEA", 7000)]
    assert len(archive.figures()) == 3


def test_of_a_withdrawn_return_it_says_what_restoring_brings(archive):
    store(archive, reading(row(1)), on=JULY_6)
    number = store(archive, reading(row(2), row(7, item="TEA"), name="b"), on=AUGUST_6)
    archive.withdraw(number, at=NOON, by="Lan")
    told = archive.undoing(number)
    assert [(c.row.value, c.old_value) for c in told.changed] == [(2000, 1000)]
    assert [r.item for r in told.back] == ["TEA"]
    assert told.gone == ()


def test_figures_come_in_one_order_however_they_were_stored(archive):
    store(archive, reading(row(1), row(1, item="TEA"), row(1, item="COFFEE")), on=JULY_6)
    items = ["TEA", "RICE", "TOTAL", "COFFEE", "CASHEW"]
    number = store(archive, reading(*(row(2, item=i) for i in items), name="b"), on=AUGUST_6)
    told = archive.undoing(number)
    assert [c.row.item for c in told.changed] == ["COFFEE", "TEA", "TOTAL"]
    assert [r.item for r in told.gone] == ["CASHEW", "RICE"]
    archive.withdraw(number, at=NOON, by="Lan")
    again = archive.undoing(number)
    assert [c.row.item for c in again.changed] == ["COFFEE", "TEA", "TOTAL"]
    assert [r.item for r in again.back] == ["CASHEW", "RICE"]


def test_a_return_that_is_not_there_is_refused(archive):
    with pytest.raises(Refused, match="no_such_return"):
        archive.undoing(7)


@settings(max_examples=8, deadline=None)
@given(RETURNS, st.data())
def test_undoing_is_the_difference_of_before_and_after(empty_archive, returns, data):
    with archive_of(empty_archive, returns) as archive:
        number = data.draw(st.integers(1, len(returns)))
        before, told = shown(archive), archive.undoing(number)
        archive.withdraw(number, at=NOON, by="Lan")
        after, again = shown(archive), archive.undoing(number)
    changed = {place(c.row): (c.row.unit, c.row.value) for c in told.changed}
    assert changed == {k: v for k, v in after.items() if before[k] != v}
    assert {place(r) for r in told.gone} == before.keys() - after.keys()
    assert {place(c.row): c.row.value for c in again.changed} == {
        place(c.row): c.old_value for c in told.changed
    }
    assert {place(r) for r in again.back} == before.keys() - after.keys()
