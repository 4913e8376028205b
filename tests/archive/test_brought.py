"""What returns brought, worked out afterwards, is what was written down when they came."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.archive import Archive
from desktop.archive.brought import brought, half_of
from desktop.figures.period import Basis
from tests.archive.few_returns import RETURNS, archive_of
from tests.archive.made import reading, row, store


@settings(max_examples=12, deadline=None)
@given(RETURNS)
def test_it_agrees_with_what_was_counted_on_the_day(empty_archive, returns):
    with archive_of(empty_archive, returns) as archive:
        stored = archive.returns()
        with archive._reading() as connection:
            found = brought(connection)
    assert {r.number: (r.new, r.changed, str(r.last_month)) for r in stored} == {
        n: (b.new, b.changed, "2025-06") for n, b in found.items()
    }


@pytest.mark.parametrize(
    ("bases", "half"),
    [
        ({Basis.FIRST_HALF_MONTH, Basis.TO_MID_MONTH}, 1),
        ({Basis.TO_MID_MONTH}, 1),
        ({Basis.SECOND_HALF_MONTH, Basis.CUMULATIVE}, 2),
        ({Basis.FIRST_HALF_MONTH, Basis.SECOND_HALF_MONTH}, 2),
        ({Basis.MONTH, Basis.FIRST_HALF_MONTH}, 0),
        ({Basis.CUMULATIVE}, 0),
    ],
)
def test_a_return_on_half_of_a_month_is_told_by_its_figures(bases, half):
    assert half_of(bases) == half


def test_the_list_says_which_half_a_return_is_about(tmp_path):
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        first = reading(row(1, basis="half_month_1"), name="K1")
        second = reading(row(2, basis="half_month_2"), name="K2")
        for one in (first, second, reading(row(3), name="month")):
            store(archive, one)
        assert {r.name: r.half for r in archive.returns()} == {"K1": 1, "K2": 2, "month": 0}
