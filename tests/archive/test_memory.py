"""An errand's memory of an archive: it says what the archive says, whatever happens meanwhile."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.archive import Archive, Memory, schema
from desktop.figures.finding import Refused
from desktop.figures.period import Basis
from tests.archive.made import AUGUST_6, JULY_6, NOON, counts, reading, row, store, stored
from tests.archive.test_order import filed

BOTH = ("with", "without")


def tables(archive):
    """Everything in an archive, but for what a server saw of its session."""
    with archive._engine.connect() as connection:
        return {
            name: connection.execute(
                select(*(c for c in table.c if c.key != "origin")).order_by(*table.primary_key)
            ).all()
            for name, table in schema.metadata.tables.items()
        }


def kept(archive, workbook, on, memory):
    """Store a workbook as reported on a day, with a memory or without one."""
    return stored(archive, workbook, on, Memory() if memory is None else memory)


@settings(max_examples=6)
@given(returns=st.lists(filed, min_size=1, max_size=6), again=st.sets(st.integers(0, 5)))
def test_comparisons_and_archives_are_those_without_a_memory(empty_archive, returns, again):
    """Returns of any days, some withdrawn by another program and some brought twice."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        places = [Path(folder) / f"{name}.sqlite3" for name in BOTH]
        for place in places:
            place.write_bytes(empty_archive)
        archives = [stack.enter_context(Archive.open(place)) for place in places]
        others = [stack.enter_context(Archive.open(place)) for place in places]
        memories = [stack.enter_context(archives[0].errand()), None]
        for number, (figures, day, stays, _) in enumerate(returns):
            workbook = reading(*figures, name=f"{number}.xlsx")
            told = []
            for archive, other, memory in zip(archives, others, memories, strict=True):
                said = [archive.compare(workbook, day, memory)]
                said.append(kept(archive, workbook, day, memory))
                if not stays:
                    other.withdraw(said[-1], at=NOON, by="Minh")
                if number in again:
                    said.append(kept(archive, workbook, day, memory))
                    said.append(archive.compare(workbook, AUGUST_6, memory))
                told.append(said)
            assert told[0] == told[1]
        assert tables(archives[0]) == tables(archives[1])


def test_what_another_program_stored_is_seen(place):
    with Archive.open(place) as archive, Archive.open(place) as other, archive.errand() as memory:
        assert counts(archive.compare(reading(row(1)), AUGUST_6, memory)) == (1, 0, 0, 0)
        store(other, reading(row(2), name="other"))
        assert counts(archive.compare(reading(row(1)), AUGUST_6, memory)) == (0, 1, 0, 0)


def test_a_return_that_could_not_be_stored_is_forgotten(place):
    with Archive.open(place) as archive, archive.errand() as memory:
        with pytest.raises(Refused):
            kept(archive, reading(row(1), row(10**18, item="RICE")), JULY_6, memory)
        assert counts(archive.compare(reading(row(1)), JULY_6, memory)) == (1, 0, 0, 0)
        assert kept(archive, reading(row(1)), JULY_6, memory) == 1


@pytest.mark.file_only
def test_an_errand_leaves_commits_that_wait_for_the_disk(place):
    """What is done by itself afterwards waits for the disk again."""
    with Archive.open(place) as archive:
        number = store(archive, reading(row(1)))
        archive.withdraw(number, at=NOON, by="Lan")
        with archive._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_what_was_told_in_half_months_alone_has_no_usual_level(place):
    half = row(1, item="RICE")._replace(basis=Basis.FIRST_HALF_MONTH.value)
    with Archive.open(place) as archive, archive.errand() as memory:
        kept(archive, reading(row(1), half, name="june"), JULY_6, memory)
        both = reading(row(2), row(3, item="RICE"), name="again")
        assert counts(archive.compare(both, AUGUST_6, memory)) == (1, 1, 0, 0)
