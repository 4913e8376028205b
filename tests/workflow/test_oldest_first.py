"""Many files in one go: oldest first as if all had been read before, and sooner."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.comparison import Comparison
from desktop.figures.finding import Cancelled
from desktop.figures.places import sample
from desktop.figures.reading import DateOrigin, Reading
from desktop.workflow import Office
from desktop.workflow.oldest_first import earliest, likely_order, oldest_first
from desktop.workflow.previews import Preview

NOW = datetime(2025, 7, 12, 9, tzinfo=UTC)
BOOKS = [
    sample("gso", "02-Bieu-T6.2025.xlsx"),
    sample("gso", "02-So-lieu-11.2024.xlsx"),
    sample("gso", "02.-Bieu-T4.2025.xlsx"),
]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2015-04-29-Bieu-4-2015-1.xlsx", date(2015, 4, 1)),
        ("2025-T06T-5X(VN-SB).xlsx", date(2025, 6, 1)),
        ("02-Bieu-T6.2025.xlsx", date(2025, 6, 1)),
        ("Bieu-11-2010-2.xls", date(2010, 11, 1)),
        ("T13.2025.xlsx", date.min),
        ("exh1.xlsx", date.min),
    ],
)
def test_a_name_says_before_which_month_nothing_came_out(name, day):
    assert earliest(Path(name)) == day


def _preview(name: str, day: date) -> Preview:
    reading = Reading(name, "", "", "", None, None, DateOrigin.IMPORTED, (), ())
    return Preview(Path(name), reading, Comparison(), day, DateOrigin.CALENDAR)


months = st.dates(date(2020, 1, 1), date(2026, 12, 31))
books = st.lists(st.tuples(months, st.integers(0, 70), st.booleans()), max_size=12)


@given(books, st.randoms(), st.booleans())
def test_the_order_is_that_of_dates_and_nothing_waits_for_what_cannot_be_older(told, dice, mixed):
    """A name tells the month of a return, which comes out some time after its first day."""
    days = {}
    for number, (day, later, named) in enumerate(told):
        name = f"{day:%Y-%m} {number}.xls" if named else f"book {number}.xls"
        days[Path(name)] = date.fromordinal(day.replace(day=1).toordinal() + later)
    files = likely_order(days)
    come = list(enumerate(files))
    if mixed:
        dice.shuffle(come)
    unread = list(files)

    def read():
        for number, path in come:
            unread.remove(path)
            yield number, _preview(path.name, days[path])

    given_out = []
    for preview in oldest_first(read(), files):
        given_out.append(preview)
        assert all(preview.reported_on < earliest(path) for path in unread)
    keys = [(p.reported_on, p.path.name) for p in given_out]
    assert keys == sorted((day, path.name) for path, day in days.items())


def test_a_large_file_is_begun_some_places_before_its_turn(tmp_path):
    small = [tmp_path / f"2025-{month:02}.xls" for month in range(1, 12)]
    for path in small:
        path.write_bytes(bytes(100))
    large = tmp_path / "2025-12.xls"
    large.write_bytes(bytes(300))
    assert likely_order([large, *small]) == [*small[:6], large, *small[6:]]


def test_taking_in_is_previewing_and_accepting(tmp_path):
    with (
        Office(tmp_path / "looked_at.sqlite3", clock=lambda: NOW, user="tester") as careful,
        Office(tmp_path / "taken_in.sqlite3", clock=lambda: NOW, user="tester") as quick,
    ):
        outcomes = quick.take_in(BOOKS, whole=True)
        assert outcomes == careful.accept(careful.preview(BOOKS))
        assert [o.number for o in outcomes] == [1, 2, 3]
        assert quick.returns() == careful.returns()
        assert quick.figures().equals(careful.figures())


def test_a_cancel_while_others_are_read_keeps_what_is_stored(tmp_path):
    def stop_after_one(done, _total, _what):
        if done:
            raise Cancelled

    with Office(tmp_path / "a.sqlite3", clock=lambda: NOW, user="tester") as office:
        with pytest.raises(Cancelled) as stopped:
            office.take_in(BOOKS, stop_after_one)
        assert [o.preview.path for o in stopped.value.done] == [BOOKS[1]]
        assert [r.name for r in office.returns()] == [BOOKS[1].name]
