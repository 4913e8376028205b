"""The same returns in any order give the same answers: overview and structure, as of any day."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.archive import Archive
from desktop.figures.figure import FigureRow, Status
from desktop.figures.month import Month
from desktop.figures.series import SCALE, Flow
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow import Office, YearAsked
from tests.archive.made import reading, store

pytestmark = pytest.mark.slow

NOON = datetime(2025, 7, 12, 12, tzinfo=UTC)
JUNE = Month(2025, 6)
DAYS = [date(2025, 6, 6), date(2025, 7, 6), date(2025, 8, 6)]
VINTAGES = [
    LATEST,
    Vintage(first_release=True),
    *map(Vintage, DAYS),
    Vintage(DAYS[1], first_release=True),
    Vintage(DAYS[1], known_by=NOON),
]
SUBJECTS = [
    ("export", "TOTAL", "WORLD"), ("export", "RICE", "WORLD"), ("export", "ELEC", "WORLD"),
    ("export", "TOTAL", "US"), ("export", "TOTAL", "DZ"), ("import", "TOTAL", "WORLD"),
    ("import", "STEEL", "WORLD"), ("import", "TOTAL", "US"), ("export", "RICE", "US"),
]  # fmt: skip


def _row(subject, measure, month, basis, status, amount):
    start = {"month": month, "quarter": month - 2}.get(basis, Month(month.year, 1))
    return FigureRow(
        subject[0], measure, *subject[1:], "ALL", "", "USD" if measure == "value" else "t", basis,
        start.ordinal, month.ordinal, status.value, amount * SCALE, "s", f"C{amount}", str(amount),
        subject[1],
    )  # fmt: skip


rows = st.builds(
    _row,
    st.sampled_from(SUBJECTS),
    st.sampled_from(["value", "value", "quantity"]),
    st.sampled_from([JUNE, JUNE - 1, JUNE - 12, JUNE - 13, Month(2025, 3), Month(2024, 3)]),
    st.sampled_from(["month", "cumulative", "quarter"]),
    st.sampled_from(list(Status)),
    st.integers(1, 9),
)
returns = st.lists(
    st.tuples(
        st.lists(rows, min_size=1, max_size=12),
        st.sampled_from(DAYS),  # several of one day: ties
        st.booleans(),  # whether it ends up withdrawn
        st.sampled_from(["", "2025-06-06T01:00:00Z"]),
        st.booleans(),  # whether it is the one before again, from another file: a re-issue
    ),
    min_size=1,
    max_size=5,
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """Give the bytes of an empty archive, to begin many from."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    Archive.open(path).close()
    return path.read_bytes()


@settings(max_examples=8)
@given(data=st.data(), told=returns)
def test_any_order_gives_the_same_overview_and_structure(empty, data, told):
    books = _books(told)
    orders = [data.draw(st.permutations(range(len(books)))) for _ in range(2)]
    with tempfile.TemporaryDirectory() as folder:
        one, other = (
            _answers(Path(folder) / f"{n}.sqlite3", empty, books, order)
            for n, order in enumerate(orders)
        )
    assert one == other


def _books(told):
    """Readings with their day and whether they stay; a re-issue repeats the figures before it."""
    books = []
    for number, (figures, day, stays, saved_at, again) in enumerate(told):
        rows_of = books[-1][0].rows if again and books else figures
        read = replace(reading(*rows_of, name=f"{number}.xlsx"), saved_at=saved_at)
        books.append((read, day, stays))
    return books


def _answers(path, empty, books, order):
    """What is answered in the end; an office that was asked all along must say the same."""
    path.write_bytes(empty)
    with _office(path) as asked_all_along:
        archive = asked_all_along.archive
        _told(asked_all_along)
        numbers = {}
        for place in order:
            numbers[place] = store(archive, books[place][0], on=books[place][1])
            _told(asked_all_along, VINTAGES[:2])
        for place, number in numbers.items():
            if not books[place][2]:
                archive.withdraw(number, at=NOON, by="Lan")
                _told(asked_all_along, VINTAGES[:2])
        for number in numbers.values():  # taken back and redone, it all is as it was
            if number in archive.counted(LATEST):
                archive.withdraw(number, at=NOON, by="Lan")
                _told(asked_all_along, VINTAGES[:2])
                archive.restore(number, at=NOON, by="Lan")
                _told(asked_all_along, VINTAGES[:2])
                break
        with _office(path) as fresh:
            answers = _told(fresh)
        assert _told(asked_all_along) == answers
    return answers


def _office(path):
    return Office(path, clock=lambda: NOON, user="Lan")


def _told(office, vintages=VINTAGES):
    return [
        answer
        for vintage in vintages
        for answer in (
            office.overview(YearAsked(through=JUNE, vintage=vintage)),
            office.choices(vintage),
            office.structure(JUNE, vintage, groupings=("GSO", "CONTINENT")),
            office.detail(Flow.EXPORT, "US", JUNE, vintage),
        )
    ]
