"""Eight who write and eight who read at one server: nobody sees half a return, none goes astray."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.archive import Archive, copying
from desktop.figures.vintage import Vintage
from tests.archive.made import JULY_6, NOON, reading, row, store

FEWEST = 3
"""Returns that each writer brings, whatever the time."""
PLACES = 40
"""Every return prints so many figures, all with its own value, in places that all print."""


class Desks:
    """What many desks do at one archive, until the time is over and all have read it."""

    def __init__(self, address: str, seconds: float, readers: int) -> None:
        self.address, self.end = address, time.monotonic() + seconds
        self.over = threading.Event()
        self.looks = [0] * readers

    def _enough(self) -> bool:
        """Say whether every reader has looked again since its first, or one looks no more."""
        return time.monotonic() > self.end and (min(self.looks) > 1 or self.over.is_set())

    def write(self, writer: int) -> list[int]:
        """Bring returns, take some back, bring some again; give the values that count at last."""
        count = []
        with Archive.open(self.address, patience=60, desk=f"PC {writer}") as archive:
            for n in range(10**6):
                if n >= FEWEST and self._enough():
                    return count
                value = writer * 10**6 + n
                rows = [row(value, item=f"I{i}") for i in range(PLACES)]
                number = store(archive, reading(*rows, name=str(value)), JULY_6)
                assert number is not None
                if n % 3:
                    archive.withdraw(number, at=NOON, by=str(writer))
                if n % 3 == 1:
                    archive.restore(number, at=NOON, by=str(writer))
                if n % 3 != 2:
                    count.append(value)
        return count

    def read(self, reader: int) -> None:
        """Look at all there is, at what counts, and at what is shown: each is whole, always."""
        try:
            with Archive.open(self.address, read_only=True) as archive:
                self._look(archive, reader)
        finally:
            self.over.set()

    def _look(self, archive: Archive, reader: int) -> None:
        seen = 0
        while not self.over.is_set():
            if reader % 2:
                every = archive.figures(every_release=True).groupby("return_id")["value"]
                assert set(every.size()) <= {PLACES}
                assert set(every.nunique()) <= {1}
            else:
                shown = archive.figures(Vintage(JULY_6) if reader % 4 else Vintage())
                assert len(shown) in (0, PLACES)
                assert shown["value"].nunique() <= 1
            changes = archive.changes
            assert changes >= seen
            seen = changes
            self.looks[reader] += 1


@pytest.mark.parametrize(("each", "seconds"), [(2, 0), pytest.param(8, 60, marks=pytest.mark.slow)])
def test_no_reader_sees_half_a_return_and_no_figure_is_lost_or_doubled(server, each, seconds):
    address = server.archive()
    desks = Desks(address, seconds, each)
    with ThreadPoolExecutor(each) as readers, ThreadPoolExecutor(each) as writers:
        reading_on = [readers.submit(desks.read, n) for n in range(each)]
        written = list(writers.map(desks.write, range(each)))
        desks.over.set()
        for reader in reading_on:
            reader.result()
    assert min(desks.looks) > 1
    counting = sorted(value for values in written for value in values)
    assert all(written)
    with Archive.open(address) as archive:
        returns = archive.returns()
        assert sorted(int(r.name) for r in returns if not r.withdrawn) == counting
        stored = [len(of) for _, of in archive.figures(every_release=True).groupby("return_id")]
        assert stored == [PLACES] * len(counting)
        assert [r.number for r in sorted(returns, key=lambda r: r.number)] == [
            n + 1 for n in range(len(returns))
        ]
        happened = archive.since(0)
        assert [h.number for h in happened] == [n + 1 for n in range(len(happened))]
    assert copying.check(address) == []
