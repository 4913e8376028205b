"""The list of returns is that of the archive now, whoever changed what since it was made last."""

from __future__ import annotations

from datetime import date

from desktop.archive import Archive
from desktop.figures.vintage import LATEST, Vintage
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store

VINTAGES = (LATEST, Vintage(JULY_6), Vintage(known_by=NOON.date()), Vintage(known_by=JULY_6))


def test_what_was_listed_before_is_what_is_read_anew(place):
    def steps(other):
        yield store(other, reading(row(1)))
        yield store(other, reading(row(2), name="b"), AUGUST_6)
        yield other.withdraw(1, at=NOON, by="Minh")
        yield store(other, reading(row(3), name="c"), date(2025, 7, 1))
        yield other.restore(1, at=NOON, by="Minh")
        yield other.withdraw(3, at=NOON, by="Minh")

    with Archive.open(place) as archive, Archive.open(place) as other:
        for _ in steps(other):
            for vintage in VINTAGES:
                with Archive.open(place) as anew:
                    assert archive.returns(vintage) == anew.returns(vintage)
                    assert archive.returns(vintage) == archive.returns(vintage)
        counting = [r.reported_on for r in archive.returns() if not r.withdrawn]
        assert archive.reported() == sorted(set(counting), reverse=True) == [AUGUST_6, JULY_6]
