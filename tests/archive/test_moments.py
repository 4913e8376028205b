"""What is asked within one moment is answered from one state, however much others write."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.archive import Archive
from desktop.figures.finding import Refused
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store, values


def told(archive):
    return archive.changes, values(archive), [*archive.counted()], archive.reported()


@pytest.fixture
def desks(place):
    with Archive.open(place) as ours, Archive.open(place) as other:
        store(ours, reading(row(1), name="one"), on=JULY_6)
        yield ours, other


def test_within_a_moment_what_others_do_is_not_seen_and_after_it_is(desks):
    ours, other = desks
    with ours.one_moment():
        before = told(ours)
        store(other, reading(row(2), name="two"), on=AUGUST_6)
        other.withdraw(1, at=NOON + timedelta(1), by="An")
        with ours.one_moment():  # it is the same one
            assert told(ours) == before
        assert told(ours) == before
    assert told(ours) == told(other) != before


def test_a_moment_begins_when_something_is_read(desks):
    ours, other = desks
    with ours.one_moment():
        store(other, reading(row(2), name="two"), on=AUGUST_6)
        assert told(ours) == told(other)


def test_after_a_refusal_within_a_moment_the_next_question_is_answered(desks):
    ours, _ = desks
    with ours.one_moment():
        before = told(ours)
        with pytest.raises(Refused):
            ours.undoing(99)
        assert told(ours) == before
    assert told(ours) == before
