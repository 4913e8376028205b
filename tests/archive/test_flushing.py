"""Waiting for the disk: begun while something else is done, and over when the errand is."""

from __future__ import annotations

from threading import Event

import pytest

from desktop.archive.flushing import Flushing


def test_the_last_wait_begins_while_something_else_is_done():
    begun, may_end = Event(), Event()

    def flush():
        begun.set()
        assert may_end.wait(10)

    flushing = Flushing(flush)
    flushing.committed()
    flushing.last()
    assert begun.wait(10)
    may_end.set()
    flushing.end()


def test_without_a_commit_no_disk_is_waited_for():
    waited = []
    flushing = Flushing(lambda: waited.append(1))
    flushing.last()
    flushing.end()
    assert not waited


@pytest.mark.parametrize("commits", [1, 12, 30])
def test_a_disk_that_fails_is_told_at_the_end(commits):
    def flush():
        raise OSError(28, "the disk is full")

    flushing = Flushing(flush)
    for _ in range(commits):
        flushing.committed()
    flushing.last()
    with pytest.raises(OSError, match="full"):
        flushing.end()
