"""Many returns in one errand say and store what each says and stores in an errand of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import select

from desktop.archive import Archive, schema
from desktop.figures.places import sample
from desktop.workflow import Office

APRIL, MAY, JUNE = "02.-Bieu-T4.2025.xlsx", "02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx"
IN_ORDER = (APRIL, MAY, JUNE)


def office(place: Path) -> Office:
    """An office whose clock stands still."""
    return Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="official")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Outcomes and figures: of all books at once, and of one book after the other."""
    folder = tmp_path_factory.mktemp("errands")
    paths = [sample("gso", name) for name in (MAY, JUNE, APRIL)]
    with office(folder / "once.sqlite3") as desk:
        once = desk.accept(desk.preview(paths))
        figures, kept = desk.figures(), [desk.original(o.number)[1] for o in once]
    each = []
    for name in IN_ORDER:
        with office(folder / "each.sqlite3") as desk:
            each += desk.accept(desk.preview([sample("gso", name)]))
            alone = desk.figures()
    return once, each, figures, alone, kept


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    """Outcomes and tables of books accepted in no order of time: at once, and one after another."""
    folder = tmp_path_factory.mktemp("turned")
    at_once, singly = folder / "at_once.sqlite3", folder / "singly.sqlite3"
    names = (JUNE, APRIL, MAY)
    with office(at_once) as desk:
        read = {
            preview.path.name: preview
            for preview in desk.preview([sample("gso", name) for name in names])
        }
        once = desk.accept([read[name] for name in names])
    each = []
    for name in names:
        with office(singly) as desk:
            each += desk.accept([read[name]])
    return once, each, tables(at_once), tables(singly)


def tables(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an archive, but for the sessions that a server saw it come from."""
    with Archive.open(place) as archive, archive._engine.connect() as connection:
        return {
            name: connection.execute(
                select(*(c for c in table.c if c is not schema.events.c.origin)).order_by(
                    *table.primary_key
                )
            ).all()
            for name, table in schema.metadata.tables.items()
        }


def test_what_comes_out_of_order_is_held_against_what_was_told_by_its_day(turned):
    once, each, *_ = turned
    assert once == each
    assert [bool(o.preview.comparison.checks) for o in once] == [False, False, True]


def test_every_table_is_the_same(turned):
    *_, at_once, singly = turned
    assert at_once == singly
    assert at_once["figures"]


def test_each_is_compared_with_those_before_it(told):
    """Comparisons, checks, questions and findings are those of an errand of its own."""
    once, each, *_ = told
    assert [o.preview.path.name for o in once] == list(IN_ORDER)
    assert once == each
    assert all(o.preview.comparison.checks for o in once[1:])


def test_the_archive_is_the_same(told):
    _, _, figures, alone, _ = told
    pd.testing.assert_frame_equal(figures, alone)


def test_what_was_packed_beside_is_the_file(told):
    once, *_, kept = told
    assert kept == [outcome.preview.path.read_bytes() for outcome in once]


@pytest.fixture(scope="module")
def as_read(tmp_path_factory):
    """Outcomes of the same books: reviewed first, stored as they are read, and that in full."""
    folder = tmp_path_factory.mktemp("as_read")
    doubted = sample("customs", "2024-T03T-5X(VN-SB).xlsx")
    paths = [doubted, *(sample("gso", name) for name in IN_ORDER)]
    places = [folder / f"{name}.sqlite3" for name in ("reviewed", "brief", "whole")]
    with office(places[0]) as desk:
        reviewed = desk.accept(desk.preview(paths))
    with office(places[1]) as desk:
        brief = desk.take_in(paths)
    with office(places[2]) as desk:
        whole = desk.take_in(paths, whole=True)
    return reviewed, brief, whole, [tables(place) for place in places]


def test_what_is_stored_as_it_is_read_is_what_a_review_would_store(as_read):
    reviewed, brief, whole, (after_review, after_brief, _) = as_read
    assert whole == reviewed
    assert after_brief == after_review
    shown = {"sheets": (), "checks": (), "tables": ()}
    for one, other in zip(brief, reviewed, strict=True):
        assert (one.number, one.finding) == (other.number, other.finding)
        assert replace(one.preview.comparison, checks=()) == replace(
            other.preview.comparison, checks=()
        )
        assert replace(one.preview.reading, **shown) == replace(other.preview.reading, **shown)


def test_what_is_stored_as_it_is_read_lacks_what_only_a_review_shows(as_read):
    reviewed, brief, *_ = as_read
    failing = 0
    for one, other in zip(brief, reviewed, strict=True):
        checks = other.preview.reading.checks
        assert one.preview.reading.checks == tuple(c for c in checks if not c.agrees)
        failing += len(one.preview.reading.checks)
        for seen, shown in zip(
            one.preview.reading.sheets, other.preview.reading.sheets, strict=True
        ):
            assert not (seen.used and (seen.columns or seen.regions))
            assert bool(shown.used) == bool(shown.columns)
            assert replace(seen, columns=shown.columns, regions=shown.regions) == shown
        for plan, full in zip(
            one.preview.reading.tables, other.preview.reading.tables, strict=True
        ):
            assert not plan.columns
            assert full.columns
            assert replace(plan, columns=full.columns) == full
    assert failing


def test_what_is_stored_as_it_is_read_is_told_only_what_earlier_returns_contradict(as_read):
    reviewed, brief, *_ = as_read
    told = 0
    for one, other in zip(brief, reviewed, strict=True):
        held, every = one.preview.comparison.checks, other.preview.comparison.checks
        assert held == tuple(check for check in every if not check.agrees)
        told += len(every) - len(held)
    assert told
