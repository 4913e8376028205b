"""Garbage is collected on the window's thread, and not while a job holds what is looked through."""

from __future__ import annotations

import gc

import pytest

from desktop.gui.collecting import Collector


class Ring:
    """Only a collection takes it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def busy():
    return [False]


@pytest.fixture
def spent():
    """How many seconds the process has worked."""
    return [7.0]


@pytest.fixture
def collector(busy, spent, qtbot):
    made = Collector(lambda: busy[0], lambda: spent[0])
    made._timer.stop()
    yield made
    made.close()


def rings() -> int:
    return sum(isinstance(held, Ring) for held in gc.get_objects())


def make_garbage() -> None:
    for _ in range(gc.get_threshold()[0] + 1):
        Ring()


def test_garbage_is_taken_away_where_no_job_is_under_way(collector):
    make_garbage()
    assert rings()
    collector.collect()
    assert not rings()


def test_a_job_is_waited_for_while_little_was_done_and_not_for_ever(collector, busy, spent):
    busy[0] = True
    make_garbage()
    for _ in range(100):  # seconds on the wall, most of them of other programs
        collector.collect()
        spent[0] += 0.19
    assert rings()
    spent[0] += 2.0
    collector.collect()
    assert not rings()
    make_garbage()
    collector.collect()  # and patience begins again
    assert rings()


def test_what_came_together_meanwhile_goes_with_the_job(collector, busy):
    busy[0] = True
    make_garbage()
    collector.collect()
    busy[0] = False
    collector.collect()
    assert not rings()


@pytest.mark.parametrize("before", [False, True])
def test_what_others_took_for_lasting_stays_theirs(before, qtbot):
    gc.unfreeze()
    if before:
        gc.freeze()
    made = Collector()
    made.settle()
    assert gc.get_freeze_count()
    made.close()
    assert bool(gc.get_freeze_count()) == before
